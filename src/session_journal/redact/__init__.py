"""Masks secrets in a text before it is written anywhere: `[redacted: github token]`.

A rule has the literals without which it cannot match, so that ordinary text costs a few searches and no
pattern is compiled for it. Commit hashes, UUIDs, checksums and paths are not secrets and stay.
"""

from __future__ import annotations

from .named import by_name
from .shapes import by_shape
from .told import in_passing


def redact(text: str, known: set[str] | None = None) -> str:
    """Return the text with each secret replaced by what it was.

    `known` holds the secrets met so far: they are masked wherever they stand, and new ones are added to it.
    """
    values: list[str] = []  # a secret found by its name is masked wherever else it stands
    text = by_name(by_shape(text), values)
    text = in_passing(text, values)
    found = {value for value in values if len(value) >= 6 and not value.isalpha()}
    for value in sorted(found | (known or set()), key=len, reverse=True):
        text = text.replace(value, "[redacted: secret]")
    if known is not None:
        known |= found
    return text
