"""Patterns, compiled when they are needed and once."""

from __future__ import annotations

import re

_compiled: dict[tuple[str, bool], re.Pattern[str]] = {}


def compiled(pattern: str, *, ascii_only: bool = False) -> re.Pattern[str]:
    """Return a pattern, in which a dot is any character; keys are ASCII, and may stand in a text that is not."""
    key = pattern, ascii_only
    if key not in _compiled:
        _compiled[key] = re.compile(pattern, re.S | re.A if ascii_only else re.S)
    return _compiled[key]
