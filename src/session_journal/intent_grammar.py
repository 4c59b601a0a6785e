"""The phrases of one language as a small grammar, and how words are covered with them.

A grammar is text, one rule a line: `name = sequence / sequence / ...`. In a sequence each element is a word, words to
choose from (`we|i`), another rule from above (`@work`), or `...` for a few words that name the work ("let's go on
with" the parser); each optional with a `?` at the end. A prompt is covered with the rules

    Q  a question about the shared work
    V  a verb that takes the work up again
    W  a weak core: enough alone ("status?"), not beside other things
    F  filler                     G  filler that only begins (a greeting: "morgen" is also tomorrow)

and STOP lists words that never name the work: what negates, delays, programs or clicks.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Union

    Item = Union[frozenset[str], "list[Sequence]", None]
    Sequence = tuple[tuple[Item, bool], ...]

# what covered words amount to, from nothing to sure
NOTHING, FILLER, WEAK, VERB, QUESTION = range(5)

_RANKS = (("Q", QUESTION), ("V", VERB), ("W", WEAK), ("F", FILLER))
_LONGEST_NAME = 5


class Grammar:
    """The parsed phrases of one language."""

    def __init__(self, text: str) -> None:
        """Parse the rules of `text`."""
        self.words: set[str] = set()
        self.stop: set[str] = set()
        self.rules: dict[str, list[Sequence]] = {}
        for line in text.split("\n"):
            name, _, body = line.partition(" = ")
            if name == "STOP":
                self.stop.update(body.split())
            elif body:
                self.rules.setdefault(name, []).extend([self._sequence(part) for part in body.split(" / ")])
        self._cores = [(self.rules.get(name, []), rank) for name, rank in _RANKS]
        self._openers = [*self._cores, (self.rules.get("G", []), FILLER)]

    def _sequence(self, text: str) -> Sequence:
        items: list[tuple[Item, bool]] = []
        for element in text.split():
            optional = element[-1] == "?"
            items.append((self._item(element[:-1] if optional else element), optional))
        return tuple(items)

    def _item(self, element: str) -> Item:
        if element == "...":
            return None
        if "@" in element:
            rules = [part for part in element.split("|") if part[0] == "@"]
            words = [part for part in element.split("|") if part[0] != "@"]
            items = [self.rules.setdefault(rule[1:], []) for rule in rules] + [self._choice(words)]
            return items[0] if len(items) == 2 and not words else [((item, False),) for item in items]
        return self._choice(element.split("|"))

    def _choice(self, words: list[str]) -> frozenset[str]:
        choice = frozenset(words)
        self.words |= choice
        return choice

    def cover(self, tokens: list[str]) -> int:
        """Return the best core the tokens hold when all of them are covered; else NOTHING."""
        best = [NOTHING] * (len(tokens) + 1)
        best[0] = FILLER
        for at in range(len(tokens)):
            if best[at]:
                for sequences, rank in self._cores if at else self._openers:
                    for end in self._ends(sequences, tokens, at):
                        if end > at:
                            best[end] = max(best[end], best[at], rank)
        return best[-1] if tokens else NOTHING

    def _ends(self, sequences: Iterable[Sequence], tokens: list[str], at: int) -> set[int]:
        found: set[int] = set()
        for sequence in sequences:
            item, optional = sequence[0]
            if not optional and type(item) is frozenset and (at == len(tokens) or tokens[at] not in item):
                continue  # most sequences end here
            found |= self._sequence_ends(sequence, tokens, at)
        return found

    def _sequence_ends(self, sequence: Sequence, tokens: list[str], at: int) -> set[int]:
        starts = {at}
        for item, optional in sequence:
            ends = set(starts) if optional else set()
            for start in starts:
                ends |= self._item_ends(item, tokens, start)
            if not ends:
                return ends
            starts = ends
        return starts

    def _item_ends(self, item: Item, tokens: list[str], at: int) -> set[int]:
        if item is None:
            return self._name_ends(tokens, at)
        if isinstance(item, frozenset):
            return {at + 1} if at < len(tokens) and tokens[at] in item else set()
        return self._ends(item, tokens, at)

    def _name_ends(self, tokens: list[str], at: int) -> set[int]:
        """Return where a name of the work that begins here may end."""
        ends = set()
        for end in range(at, min(len(tokens), at + _LONGEST_NAME)):
            if tokens[end] in self.stop:
                break
            ends.add(end + 1)
        return ends

    def corrected(self, tokens: list[str]) -> list[str]:
        """Return the tokens with small typing errors in the grammar's words put right."""
        return [token if token in self.words or token in self.stop else self._nearest(token) for token in tokens]

    def _nearest(self, token: str) -> str:
        if len(token) < 4:
            return token
        for word in self.words:
            if len(word) > 4 and -2 < len(word) - len(token) < 2 and is_slip(token, word):
                return word
        return token


def is_slip(token: str, word: str) -> bool:
    """Tell whether the token is the word with one letter changed, missing, added or swapped; not an inflection."""
    if token[:-1] in (word, word[:-1]):
        return False
    head = 0
    shorter = min(len(token), len(word))
    while head < shorter and token[head] == word[head]:
        head += 1
    if len(token) == len(word):
        if token[head + 1 :] == word[head + 1 :]:
            return True
        return token[head : head + 2] == word[head : head + 2][::-1] and token[head + 2 :] == word[head + 2 :]
    if len(token) < len(word):
        return token[head:] == word[head + 1 :]
    return token[head + 1 :] == word[head:]
