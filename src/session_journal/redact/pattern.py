"""Patterns, compiled when they are needed and once."""

from __future__ import annotations

import re

_compiled: dict[str, re.Pattern[str]] = {}


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, in which a dot is any character."""
    if pattern not in _compiled:
        _compiled[pattern] = re.compile(pattern, re.S)
    return _compiled[pattern]
