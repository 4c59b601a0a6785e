"""The phrases of one language as a small grammar, and how words are covered with them.

A grammar is text, one rule a line (a line that begins with a blank goes on): `name = sequence / sequence / ...`.
In a sequence each element is a word, words to choose from (`we|i`), another rule (`@work`), or `...` for a few
words that name the work ("let's go on with" the parser), `..` for two at most; each optional with a `?` at the
end. What covers is

    Q  a question about the shared work
    V  a verb that takes the work up again
    W  a weak core: enough alone ("status?"), not beside other things
    F  filler                     G  filler that only begins (a greeting: "morgen" is also tomorrow)

STOP lists words that never name the work: what negates, delays, programs or clicks. A few words of which each
is one of a rule (TALK lists some more) need not stand in phrases, with none of NOT, if there is a core at one end,
or one of WE, of HEART and of ASK (who works, how far it is, and what asks, where a language has that) and none of
NO. EVENT lists what interrupts people: a few words with one of these may tell what happened, before the core
("hit escape by accident, go on").

Nothing is parsed before it is needed, and words are looked for in the text itself, between bars: building sets
costs more than all the look-ups in one prompt.
"""

from __future__ import annotations

from .intent_text import FLAG

# what covered words amount to, from nothing to sure
NOTHING, FILLER, WEAK, VERB, QUESTION = range(5)

_RANKS = (("Q", QUESTION), ("V", VERB), ("W", WEAK), ("F", FILLER))
_LONGEST_NAME = 5  # words that name the work
_LONGEST_LOOSE = 12  # words that need not all stand in phrases when each is one of a phrase
_LONGEST_CORED = 8  # of these, when nobody is named who does the work
_MOST_SLIPS = 2  # in a few words
_SHORTEST_GLUED = 7  # letters that may be words whose blanks are missing
_LONGEST_GLUED = 4  # words beside which one may be glued together
_NONE: frozenset[int] = frozenset()


def is_hopeless(tokens: list[str], text: str) -> bool:
    """Tell at a glance, before the rules are taken apart, whether one of the tokens is for sure a stop alone."""
    rules, _, stops = text.partition("\nSTOP = ")
    stops = f" {stops} ".replace("\n", " ")
    return any(f" {token} " in stops and token not in rules for token in tokens)


class Grammar:
    """The phrases of one language."""

    def __init__(self, text: str) -> None:
        """Take the rules apart, but not what is in them."""
        text = text.replace("|\n  ", "|").replace("\n  ", " ").replace("?", "|?").replace(" ", "| |")
        self._bodies: dict[str, list[str]] = {}
        for line in (text.replace("\n", "|\n|") + "|").split("\n"):
            name, found, body = line.partition(" |=| ")
            if found:
                self._bodies.setdefault(name[1:-1], []).append(body)
        self._rules: dict[str, list[list[str]]] = {}
        self._stop = " ".join(self._bodies.pop("STOP", []))
        self._not = " ".join(self._bodies.pop("NOT", [])).replace("|", " ").split()
        self._no = " ".join(self._bodies.pop("NO", [])).replace("|", " ").split() or self._not
        self._ask = " ".join(self._bodies.pop("ASK", []))
        self._event = " ".join(self._bodies.pop("EVENT", []))
        self._we = " ".join(self._bodies.pop("WE", []))
        self._heart = " ".join(self._bodies.pop("HEART", []))
        self._text = " ".join([body for bodies in self._bodies.values() for body in bodies])
        self._words: set[str] = set()
        self._known: dict[str, bool] = {}

    def rule(self, name: str) -> list[list[str]]:
        """Return the sequences of a rule, each a list of elements; an element is `|word|word|` or `|word|?|`."""
        if name not in self._rules:
            bodies = self._bodies.get(name, [])
            self._rules[name] = [part.split(" ") for body in bodies for part in body.split(" |/| ")]
        return self._rules[name]

    def words(self) -> set[str]:
        """Return all words of all rules, with the signs between them."""
        if not self._words:
            self._words = set(self._text.replace("|", " ").split())
        return self._words

    def named(self) -> set[str]:
        """Return the rules that rules name."""
        return {word[1:] for word in self.words() if word[0] == "@"}

    def stops(self) -> list[str]:
        """Return the words that never name the work."""
        return self._stop.replace("|", " ").split()

    def knows(self, token: str) -> bool:
        """Tell whether the token is a word of a rule."""
        if token not in self._known:
            self._known[token] = f"|{token}|" in self._text
        return self._known[token]

    def is_stop(self, token: str) -> bool:
        """Tell whether the token never names the work."""
        return token == FLAG or f"|{token}|" in self._stop

    def corrected(self, tokens: list[str]) -> list[str]:
        """Return the tokens with small typing errors in the rules' words put right, if they are this language."""
        strange = [token for token in tokens if not self.knows(token)]
        if not strange or len(strange) > max(_MOST_SLIPS, len(tokens) // 3):
            return tokens
        if any(self.is_stop(token) for token in strange):
            return tokens
        from .intent_slip import nearest  # noqa: PLC0415 - few prompts need it

        return [nearest(token, self._text, self.knows) if token in strange else token for token in tokens]

    def parted(self, tokens: list[str]) -> list[str]:
        """Return the tokens with the blanks between two or three of the rules' words put back ("keepgoing")."""
        if len(tokens) > _LONGEST_GLUED or all(
            len(token) < _SHORTEST_GLUED or self.knows(token) for token in tokens
        ):
            return tokens
        from .intent_slip import parts  # noqa: PLC0415 - few prompts need it

        found: list[str] = []
        for token in tokens:
            whole = len(token) < _SHORTEST_GLUED or self.is_stop(token)
            found += [token] if whole else parts(token, 3, self.knows) or [token]
        return found

    def cover(self, tokens: list[str]) -> int:
        """Return the best core the tokens hold when all of them are covered; else NOTHING."""
        if not self._may_cover(tokens):
            return NOTHING
        attempt = _Cover(self, tokens)
        rank = attempt.rank()
        if rank or len(tokens) > _LONGEST_LOOSE or not all(self.knows(token) for token in tokens):
            return rank
        return WEAK if self._is_ours(tokens) or (self._turns_nothing(tokens) and attempt.has_core()) else NOTHING

    def _is_ours(self, tokens: list[str]) -> bool:
        """Tell whether somebody who works on it and how far the work is are among the tokens."""
        asked = [words for words in (self._we, self._heart, self._ask) if words]
        return (
            len(asked) > 1
            and all(any(f"|{token}|" in words for token in tokens) for words in asked)
            and not any(token in self._no for token in tokens)
        )

    def _turns_nothing(self, tokens: list[str]) -> bool:
        """Tell whether a few words hold none that turns the others round."""
        return len(tokens) <= _LONGEST_CORED and not any(token in self._not for token in tokens)

    def tells(self, tokens: list[str]) -> bool:
        """Tell whether a few words say what has interrupted the person."""
        return (
            len(tokens) <= _LONGEST_LOOSE
            and any(f"|{token}|" in self._event for token in tokens)
            and not any(token in self._not for token in tokens)
        )

    def _may_cover(self, tokens: list[str]) -> bool:
        """Tell whether the strange words stand together, few enough to be one name of the work."""
        strange = [at for at, token in enumerate(tokens) if not self.knows(token)]
        if not strange:
            return True
        return strange[-1] - strange[0] < _LONGEST_NAME and not any(self.is_stop(tokens[at]) for at in strange)


class _Cover:
    """One attempt to cover tokens; remembers which rule ends where."""

    def __init__(self, grammar: Grammar, tokens: list[str]) -> None:
        self._grammar = grammar
        self._tokens = [f"|{token}|" for token in tokens]
        self._names = [not grammar.is_stop(token) for token in tokens]
        self._known: dict[tuple[str, int], frozenset[int]] = {}

    def rank(self) -> int:
        """Return the best core on a way from the first token to the last."""
        best = [NOTHING] * (len(self._tokens) + 1)
        best[0] = FILLER
        for at in range(len(self._tokens)):
            if not best[at]:
                continue
            for name, rank in _RANKS if at else (*_RANKS, ("G", FILLER)):
                for end in self._rule_ends(name, at):
                    if end > at:
                        best[end] = max(best[end], best[at], rank)
        return best[-1] if self._tokens else NOTHING

    def has_core(self) -> bool:
        """Tell whether a core of two words begins the tokens, or ends them."""
        last = len(self._tokens)
        if any(end > 1 for name in ("Q", "V") for end in self._rule_ends(name, 0)):
            return True
        return any(last in self._rule_ends(name, at) for name in ("Q", "V") for at in range(last - 1))

    def _rule_ends(self, name: str, at: int) -> frozenset[int]:
        """Return where the rule may end when it begins at a token."""
        known = self._known.get((name, at))
        if known is not None:
            return known
        token = self._tokens[at] if at < len(self._tokens) else " "
        found: set[int] = set()
        for sequence in self._grammar.rule(name):
            first = sequence[0]
            if token in first or "@" in first or "?" in first or "." in first:
                found |= self._sequence_ends(sequence, at)
        self._known[name, at] = ends = frozenset(found)
        return ends

    def _sequence_ends(self, sequence: list[str], at: int) -> set[int]:
        starts = {at}
        for element in sequence:
            ends = set(starts) if element[-2] == "?" else set()
            for start in starts:
                ends |= self._element_ends(element, start)
            if not ends:
                return ends
            starts = ends
        return starts

    def _element_ends(self, element: str, at: int) -> set[int] | frozenset[int]:
        if "@" in element:
            return self._mixed_ends(element, at)
        if at == len(self._tokens):
            return _NONE
        if element[1] == ".":
            return self._name_ends(at, _LONGEST_NAME if element == "|...|" else 2)
        return {at + 1} if self._tokens[at] in element else _NONE

    def _mixed_ends(self, element: str, at: int) -> set[int]:
        ends: set[int] = set()
        for part in element.split("|"):
            if part[:1] == "@":
                ends |= self._rule_ends(part[1:], at)
        if at < len(self._tokens) and self._tokens[at] in element:
            ends.add(at + 1)
        return ends

    def _name_ends(self, at: int, most: int) -> set[int]:
        """Return where a name of the work that begins here may end."""
        ends = set()
        for end in range(at, min(len(self._tokens), at + most)):
            if not self._names[end]:
                break
            ends.add(end + 1)
        return ends
