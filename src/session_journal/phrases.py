"""Sets of phrases looked for in the words of a sentence: cheap to make, cheaper to use than large patterns.

A phrase is words between spaces: `^` and `$` stand for the sentence's ends, `…` for up to nine words.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 9
_ARTICLES = (["the"], ["a"], ["an"], ["any"], ["den"], ["die"], ["das"], ["el"], ["la"], ["le"])


class Phrases:
    """Phrases, each with the kind of thing that it tells, by their first word or their first two."""

    def __init__(self, **texts: str) -> None:
        self.words: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self.pairs: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for kind, text in texts.items():
            for phrase in text.replace("\n", ";").split(";"):
                parts = phrase.split()
                if len(parts) > 1 and parts[1] != "…":
                    self.pairs.setdefault(f"{parts[0]} {parts[1]}", []).append((kind, tuple(parts[2:])))
                elif parts:
                    self.words.setdefault(parts[0], []).append((kind, tuple(parts[1:])))

    def count(self, words: Sequence[str]) -> dict[str, int]:
        """Return for each kind at how many places in `words` one of its phrases begins."""
        found: dict[str, int] = {}
        for at, behind, phrases in self._begun(words):
            before = ""
            for kind, rest in phrases:
                if kind != before and (not rest or _goes_on(words, at + behind, rest)):
                    found[kind] = found.get(kind, 0) + 1
                    before = kind
        return found

    def followers(self, words: Sequence[str]) -> set[str]:
        """Return the words right behind the phrases, articles passed over."""
        found: set[str] = set()
        for at, behind, phrases in self._begun(words):
            for _, rest in phrases:
                end = at + behind + len(rest)
                if _goes_on(words, at + behind, rest):
                    found.update(words[end : end + (2 if words[end : end + 1] in _ARTICLES else 1)])
        return found

    def _begun(self, words: Sequence[str]) -> Iterator[tuple[int, int, list[tuple[str, tuple[str, ...]]]]]:
        """Yield (place, words matched, phrases) wherever phrases begin."""
        singles, pairs, before = self.words, self.pairs, ""
        for at, word in enumerate(words):
            if before:
                phrases = pairs.get(f"{before} {word}")
                if phrases:
                    yield at - 1, 2, phrases
            phrases = singles.get(word)
            if phrases:
                yield at, 1, phrases
            before = word


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
