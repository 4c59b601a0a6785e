"""Finding the one text that a person means by a part of it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def fold(text: str) -> str:
    """Bring a text to the form in which two spellings of it are equal: case and white space aside."""
    return " ".join(text.casefold().split())


def matches(wanted: str, texts: Sequence[str]) -> list[int]:
    """Return the places of the texts that `wanted` names.

    Exact ones first, then those alike but for case and spaces, then those that begin with it, then those that
    hold it: the first of these kinds that has any is the answer.
    """
    exact = [place for place, text in enumerate(texts) if text == wanted]
    if exact:
        return exact
    needle = fold(wanted)
    folded = [fold(text) for text in texts]
    if not needle:
        return []
    for test in (str.__eq__, str.startswith, str.__contains__):
        found = [place for place, text in enumerate(folded) if test(text, needle)]
        if found:
            return found
    return []
