"""Secrets of a known shape: what it is stands in the mask."""

from __future__ import annotations

from .pattern import compiled
from .platforms import SHAPES as PLATFORMS
from .services import SHAPES as SERVICES

_BY_HINT = tuple(
    (hint.replace("\xa0", " "), (name, pattern))
    for name, hints, pattern in (*PLATFORMS, *SERVICES)
    for hint in hints.split(" ")
)
_BEGINS = r"(?:(?<![A-Za-z0-9_])|(?<=\\[nrt])|(?<=\x1b\[[0-9]m)|(?<=\x1b\[[0-9][0-9]m))"
"""Where a word begins: also behind an escaped newline, and behind a terminal's colour."""


def by_shape(text: str) -> str:
    """Return the text with each secret of a known shape replaced by its kind."""
    rules = [rule for hint, rule in _BY_HINT if hint in text]
    for name, pattern in dict.fromkeys(rules):
        begun = _BEGINS + pattern[2:] if pattern.startswith(r"\b") else pattern
        text = compiled(begun, ascii_only=True).sub(f"[redacted: {name}]", text)
    return text
