"""How much a sentence of a conversation tells, and what kind of thing it says.

No single sign decides. A sentence's score is the sum of its signs, each times a weight that the benchmark
in bench/recall has shown to earn its place (bench/recall/README.md has the figures).
"""

from __future__ import annotations

import re
from itertools import pairwise

from . import cues
from .phrases import Phrases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WEIGHTS = {
    "person": 2.4,
    "first": 2.5,
    "latest": 0.4,
    "final": 2.5,
    "edits": 0.3,
    "fails": 1.5,
    "works": 0.9,
    "tied": 2.8,
    "rare": 2.8,
    "fresh": 2.6,
    "mould": -4.0,
    "constraint": 1.0,
    "decided": 1.2,
    "found": 1.2,
    "blocked": 1.8,
    "next": 1.4,
    "figure": 1.1,
    "measure": 1.2,
    "name": 0.8,
    "named": -0.5,
    "idle": -2.2,
    "reads": -2.5,
    "me": -1.3,
    "nudge": -12.0,
    "look": -1.5,
    "asks": -3.0,
    "short": -1.8,
    "follows": 0.3,
}
_WORD = re.compile(r"[^\s.,;:!?()\[\]{}\"“”„«»<>|]+(?:[.,:/][^\s.,;:!?()\[\]{}\"“”„«»<>|]+)*|:")
_NONE: frozenset[str] = frozenset()
_ME = frozenset(("i", "i'm", "i've", "i'd", "ich", "yo", "he", "je", "j'ai"))
_MEASURE = re.compile(
    r"\d\s?(?:%|‰|°|€|\$|£|[kmgt]i?b\b|[nmµ]?s\b|h\b|min|sec|sek|seg|hour|minute|stunde|hora|day|tage?\b|día|week|woche|month"
    r"|year|jahr|año|px|[cmk]m\b|k?w\b|hz|rps|rows|zeilen|filas|meter|grad|grados|degree|times\b|mal\b|veces|per\b|pro\b|von\b|of\b"
    r"|a\s\w+)|[€$£]\s?\d|\d{1,2}[:.]\d\d\b|\d[\d,.']{0,12}\s(?:in|of)\s\d|\d(?:st|nd|rd|th)\b|\bfrom \d+ to \d",
    re.I,
)
_LABELS = {
    "decision": "decided", "decided": "decided", "root cause": "found", "cause": "found", "finding": "found",
    "found": "found", "discovery": "found", "next": "next", "next step": "next", "next steps": "next",
    "todo": "next", "blocked": "blocked", "blocker": "blocked", "waiting": "blocked", "constraint": "constraint",
    "entscheidung": "decided", "entschieden": "decided", "ursache": "found", "nächster schritt": "next",
    "blockiert": "blocked", "decisión": "decided", "causa": "found", "siguiente paso": "next",
    "bloqueado": "blocked", "décision": "decided", "cause racine": "found", "prochaine étape": "next",
}  # fmt: skip
_known: dict[str, tuple[str, str]] = {}
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Sentence:
    """A sentence on its way through: its words and what is known of where it stands."""

    __slots__ = ("by", "kind", "place", "score", "shape", "signs", "text", "turn", "when", "words")

    def __init__(
        self,
        text: str,
        by: str,
        when: str = "",
        place: int = 0,
        turn: int = 0,
        signs: dict[str, float] | None = None,
    ) -> None:
        self.text = text
        self.by = by
        self.when = when
        self.place = place
        self.turn = turn
        self.words, self.shape = words_and_shape(text)
        self.signs = dict(signs or {})
        self.kind = "noted"
        self.score = 0.0


class Weighing:
    """The phrases, made once for all the sentences of a conversation."""

    def __init__(self) -> None:
        self.phrases = Phrases(**cues.SPACED, idle=cues.IDLE)
        self.unspaced = {kind: text.split() for kind, text in cues.UNSPACED.items()}
        self.nudge = frozenset(Phrases(nudge=cues.NUDGE).words)
        self.look = frozenset(Phrases(look=cues.LOOK).words)
        self.common = frozenset(Phrases(common=cues.COMMON).words)
        self.reads = frozenset(Phrases(reads=cues.READS).words)

    def weigh(self, sentences: Sequence[Sentence], tied: Iterable[str] = ()) -> None:
        """Give each sentence its signs, score and kind; the signs of where it stands are there already.

        `tied` are texts that the work itself left behind: subjects of commits, names of failing tests.
        """
        self._rarity(sentences)
        for sentence in sentences:
            self._signs(sentence)
        self._ties(sentences, tied)
        for sentence in sentences:
            sentence.score = sum(WEIGHTS[name] * sign for name, sign in sentence.signs.items())
            sentence.kind = self._kind(sentence)
        for before, sentence in pairwise(sentences):
            if before.place == sentence.place and before.score > 3.5 and sentence.by == before.by:
                sentence.score += WEIGHTS["follows"]

    def is_nudge(self, words: Sequence[str]) -> bool:
        """Tell whether the words only keep the other side going."""
        return all(word in self.nudge for word in words)

    def _signs(self, sentence: Sentence) -> None:
        signs, shape = sentence.signs, sentence.shape
        self._cues(sentence)
        if self.is_nudge(sentence.words):
            signs["nudge"] = 1.0
        if sentence.by == "person":
            signs["person"] = 1.0
            self._request(sentence)
        elif sentence.text.rstrip().endswith(("?", "？")):
            signs["asks"] = 1.0
        figures = shape.count("#")
        if figures:
            signs["figure"] = 1.0 + 0.3 * min(figures - 1, 2)
        self._manner(sentence)
        if "@" in shape:
            signs["named"] = 1.0
        if _says_who(sentence.text):
            signs["name"] = 1.0
        if figures and _MEASURE.search(sentence.text):
            signs["measure"] = 1.0
        if len(shape) - 2 < 4:
            signs["short"] = 0.5 if sentence.by == "person" else 1.0

    def _manner(self, sentence: Sentence) -> None:
        """Sign what an agent says of its reading, or of itself."""
        if sentence.by == "agent" and sentence.words:
            reads = sum(word in self.reads for word in sentence.words)
            if reads:
                sentence.signs["reads"] = min(reads, 3) / 3
            if sentence.words[0] in _ME:
                sentence.signs["me"] = 1.0

    def _cues(self, sentence: Sentence) -> None:
        found = self.phrases.count(["^", *sentence.words, "$"])
        if not sentence.text.isascii() and _UNSPACED.search(sentence.text):
            for kind, words in self.unspaced.items():
                if any(word in sentence.text for word in words):
                    found[kind] = found.get(kind, 0) + 1
        idle = found.pop("idle", 0)
        if idle and sentence.by == "agent":
            sentence.signs["idle"] = float(min(idle, 2))
        for kind, count in found.items():
            sentence.signs[kind] = 1.0 + 0.3 * min(count - 1, 2)
        if sentence.by == "agent" and "constraint" in found:
            sentence.signs["constraint"] *= 0.6

    def _request(self, sentence: Sentence) -> None:
        words = sentence.words
        if len(words) < 10 and any(word in self.look for word in words[:4]):
            sentence.signs["look"] = 1.0
        if sentence.text.rstrip().endswith(("?", "？")):
            sentence.signs["asks"] = 1.0

    def _ties(self, sentences: Sequence[Sentence], tied: Iterable[str]) -> None:
        """Sign what the other side takes up soon after, and what a commit or a test is named for."""
        content = [self._content(sentence) for sentence in sentences]
        spread: dict[str, int] = {}
        for words in content:
            for word in words:
                spread[word] = spread.get(word, 0) + 1
        usual = 3 + len(sentences) // 100
        said: dict[tuple[str, int], set[str]] = {}
        for sentence, words in zip(sentences, content, strict=True):
            said.setdefault((sentence.by, sentence.turn), set()).update(w for w in words if spread[w] <= usual)
        kept = {word for text in tied for word in _stems(words_and_shape(text)[0], self.common)}
        for sentence, words in zip(sentences, content, strict=True):
            other, turns = ("person", (0, 1, 2)) if sentence.by == "agent" else ("agent", (-1, 0))
            shared = set().union(*(said.get((other, sentence.turn + turn), _NONE) for turn in turns)) & words
            shared |= kept & words
            if shared:
                sentence.signs["tied"] = min(1.0, len(shared) / 2)

    def _content(self, sentence: Sentence) -> set[str]:
        return _stems(sentence.words, self.common)

    def _rarity(self, sentences: Sequence[Sentence]) -> None:
        """Sign how much of a sentence nobody else says in this conversation: its pairs of words, its words."""
        shapes = [sentence.shape for sentence in sentences]
        pairs: dict[tuple[str, str], int] = {}
        singles: dict[str, int] = {}
        for shape in shapes:
            for pair in set(pairwise(shape)):
                pairs[pair] = pairs.get(pair, 0) + 1
            for word in set(shape):
                singles[word] = singles.get(word, 0) + 1
        moulds = [_mould(shape, self.common) for shape in shapes]
        poured: dict[str, int] = {}
        for mould in moulds:
            poured[mould] = poured.get(mould, 0) + 1
        trust = len(sentences) / (len(sentences) + 40)
        for sentence, shape, mould in zip(sentences, shapes, moulds, strict=True):
            others = poured[mould] - (1 if sentence.by == "agent" else 2)
            if others > 0 and mould.count(" ") > 4:
                sentence.signs["mould"] = min(1.0, others / 3)
            sentence.signs["rare"] = trust * _share(pairs[pair] for pair in pairwise(shape))
            content = [word for word in shape if len(word) > 1 and word not in self.common]
            sentence.signs["fresh"] = trust * _share(singles[word] for word in content)

    def _kind(self, sentence: Sentence) -> str:
        """Name what it says: its own label, else the kind whose cue weighs most, the person's wishes first."""
        label, colon, _ = sentence.text[:24].partition(":")
        if colon and label.strip("*_ ").casefold() in _LABELS:
            return _LABELS[label.strip("*_ ").casefold()]
        best, most = "noted", 0.0
        for kind in cues.SPACED:
            sign = sentence.signs.get(kind, 0.0) * WEIGHTS[kind]
            if sign > most:
                best, most = kind, sign
        return best


def _stems(words: Iterable[str], common: frozenset[str]) -> set[str]:
    """Return the beginnings of the words that mean something."""
    return {word[:6] for word in words if len(word) > 3 and word not in common and "/" not in word}


def words_and_shape(text: str) -> tuple[list[str], list[str]]:
    """Return the words in lower case, and the same with figures and identifiers alike.

    Idle sentences differ in little but the names and figures they are about.
    """
    words, shape = [], ["^"]
    for found in _WORD.findall(text.replace("’", "'")):
        word, form = _known.get(found) or _read(found)
        if word:
            words.append(word)
            shape.extend(word if form == "…" else (form,))
    shape.append("$")
    return words, shape


def _read(found: str) -> tuple[str, str]:
    """Return a word in lower case and its form: # for a figure, @ for a name, … for unspaced text."""
    word = found.strip("`*_'")
    low = word.lower()
    if any(c.isdigit() for c in word):
        form = "#"
    elif "`" in found or is_name(word):
        form = "@"
    else:
        form = "…" if _UNSPACED.search(word) else low
    if len(_known) > 50_000:
        _known.clear()
    _known[found] = (low, form)
    return low, form


def _mould(shape: Sequence[str], common: frozenset[str]) -> str:
    """Return a sentence's little words in their order, with gaps for the rest."""
    mould: list[str] = []
    for word in shape:
        part = word if word in common or len(word) < 3 else "_"
        if part != "_" or not mould or mould[-1] != "_":
            mould.append(part)
    return " ".join(mould)


def is_name(word: str) -> bool:
    """Tell whether a word is a file, a path or an identifier rather than prose."""
    word = word.strip("`\"'“”.,;:!?()[]*")
    if len(word) < 3:
        return False
    return "_" in word or "/" in word[1:] or ("." in word and word[-1].isalpha()) or _has_hump(word)


def _has_hump(word: str) -> bool:
    return any(a.islower() and b.isupper() for a, b in pairwise(word))


def _says_who(text: str) -> bool:
    """Tell whether a word inside the sentence begins with a capital, as names and days do."""
    return any(
        word[0].isupper() and word[1:].islower() and not before.endswith((".", ":", "!", "?"))
        for before, word in pairwise(text.split())
        if len(word.rstrip(".,;:!?")) > 2 and word[1:].rstrip(".,;:!?").isalpha()
    )


def _share(counts: Iterable[int]) -> float:
    """Return how rare things are on the whole: 1 where none is said twice, near 0 where all are common."""
    total = number = 0.0
    for count in counts:
        number += 1
        total += 1.0 if count == 1 else 0.5 if count == 2 else 0.2 if count == 3 else 0.0
    return total / number if number else 0.0
