"""Whether two texts say the same, letter case, spaces and punctuation aside."""

from __future__ import annotations


def fold(text: str) -> str:
    """Return the words of a text in lower case, with nothing between them but single spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def same(one: str, other: str) -> bool:
    """Tell whether both say the same."""
    return fold(one) == fold(other)


def clean(text: str, at_most: int) -> str:
    """Return the text on one line, without control characters, cut behind a word where it is too long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: at_most * 4]).split())
    if len(line) <= at_most:
        return line
    kept = line[: at_most - 1]
    at = kept.rfind(" ")
    return (kept[:at] if at > at_most // 2 else kept).rstrip(" ,;:-") + "…"
