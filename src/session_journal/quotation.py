"""Other people's words, made harmless to show: nothing passes for a tag, a heading or a terminal code."""

from __future__ import annotations

from .framing import visible

LONGEST = 500


def neutral(text: str) -> str:
    """Return the text without what cannot be seen, and with what looks like a tag's beginning taken apart."""
    text = visible(text)
    if "<" not in text:
        return text
    first, *rest = text.split("<")
    return first + "".join(("‹" if _is_tag(part) else "<") + part for part in rest)


def _is_tag(behind: str) -> bool:
    """Tell whether a `<` with this behind it can be taken for a tag; `a < b` and `x <= y` cannot."""
    return behind[:1].isalpha() or behind.lstrip()[:1] in ("/", "!", "?")


def line(text: str, limit: int) -> str:
    """Return the text on one line, cut behind a word where it is longer than the limit."""
    bare = " ".join(neutral(text[: limit * 4]).split())
    if len(bare) <= limit:
        return bare
    kept = bare[: limit - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:") + "…"


def block(text: str, limit: int = LONGEST) -> tuple[str, bool]:
    """Return the text as a quotation, each line behind `> `, and whether all of it is there."""
    bare = neutral(text[: limit * 2 + 100]).strip("\n")
    whole = len(bare) <= limit and len(text) <= limit * 2 + 100
    lines = [part.rstrip() for part in bare[:limit].split("\n")]
    return "\n".join(f"> {part}".rstrip() for part in lines), whole
