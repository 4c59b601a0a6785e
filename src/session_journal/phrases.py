"""Sets of phrases looked for in the words of a sentence: cheap to make, cheaper to use than large patterns.

A phrase is words between spaces: `^` and `$` stand for the sentence's ends, `…` for up to nine words.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 9


class Phrases:
    """Phrases by their first word."""

    def __init__(self, text: str) -> None:
        self.by_first: dict[str, list[tuple[str, ...]]] = {}
        for line in text.splitlines():
            for phrase in line.split(";"):
                first, *rest = phrase.split() or [""]
                if first:
                    self.by_first.setdefault(first, []).append(tuple(rest))

    def count(self, words: Sequence[str], at_most: int = 3) -> int:
        """Return how many places in `words` begin one of the phrases, up to `at_most`."""
        found = 0
        for at, word in enumerate(words):
            rests = self.by_first.get(word)
            if rests and any(_goes_on(words, at + 1, rest) for rest in rests):
                found += 1
                if found == at_most:
                    break
        return found


def _goes_on(words: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
    """Tell whether the rest of a phrase stands at this place."""
    for number, part in enumerate(rest):
        if part == "…":
            wanted = rest[number + 1 :]
            return any(_goes_on(words, later, wanted) for later in range(at, min(at + GAP + 1, len(words))))
        if at >= len(words) or words[at] != part:
            return False
        at += 1
    return True
