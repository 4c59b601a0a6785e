"""Sets of phrases looked for in the words of a sentence: cheap to make, cheaper to use than large patterns.

A phrase is words between spaces: `^` and `$` stand for the sentence's ends, `…` for up to nine words.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 9
_ARTICLES = (["the"], ["a"], ["an"], ["any"], ["den"], ["die"], ["das"], ["el"], ["la"], ["le"])


class Phrases:
    """Phrases by their first word, each with the kind of thing that it tells."""

    def __init__(self, **texts: str) -> None:
        self.by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for kind, text in texts.items():
            for line in text.splitlines():
                for phrase in line.split(";"):
                    first, *rest = phrase.split() or [""]
                    if first:
                        self.by_first.setdefault(first, []).append((kind, tuple(rest)))

    def count(self, words: Sequence[str]) -> dict[str, int]:
        """Return for each kind at how many places in `words` one of its phrases begins."""
        found: dict[str, int] = {}
        for at, word in enumerate(words):
            before = ""
            for kind, rest in self.by_first.get(word, ()):
                if kind != before and (not rest or _goes_on(words, at + 1, rest)):
                    found[kind] = found.get(kind, 0) + 1
                    before = kind
        return found

    def followers(self, words: Sequence[str]) -> set[str]:
        """Return the words right behind the phrases, articles passed over."""
        found: set[str] = set()
        for at, word in enumerate(words):
            for _, rest in self.by_first.get(word, ()):
                behind = at + 1 + len(rest)
                if _goes_on(words, at + 1, rest):
                    found.update(words[behind : behind + (2 if words[behind : behind + 1] in _ARTICLES else 1)])
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
