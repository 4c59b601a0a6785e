"""Whether two texts say the same, letter case, spaces and punctuation aside."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """Return the words of a text in lower case, with nothing between them but single spaces."""
    if text.isascii():
        return " ".join(text.lower().translate(_SPACED).split())
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def same(one: str, other: str) -> bool:
    """Tell whether both say the same."""
    return fold(one) == fold(other)


_AROUND = frozenset(
    (  # noqa: SIM905 (words read better than a list of literals)
        "decision decided root cause found discovery blocker blocked next step then because since so as rationale"
        " reason note going with"
    ).split()
)


def is_said(text: str, known: Iterable[str]) -> bool:
    """Tell whether folded texts say it already: one that holds it, or some that leave nothing of it but labels."""
    folded = f" {fold(text)} "
    rest = folded
    for one in known:
        if folded in f" {one} ":
            return True
        if len(one) > 12 and f" {one} " in rest:
            rest = rest.replace(f" {one} ", " ")
    return rest != folded and all(word in _AROUND for word in rest.split())


def clean(text: str, at_most: int) -> str:
    """Return the text on one line, without control characters, cut behind a word where it is too long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: at_most * 4]).split())
    if len(line) <= at_most:
        return line
    kept = line[: at_most - 1]
    at = kept.rfind(" ")
    return (kept[:at] if at > at_most // 2 else kept).rstrip(" ,;:-") + "…"
