"""The later word wins: what a "no, use B instead" of the person's replaces is left out."""

from __future__ import annotations

import re

from . import cues
from .phrases import Phrases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .salience import Sentence

REPLACEABLE = ("decided", "next", "constraint")
_NO_THEN = re.compile(
    r"^\W*(?:no|nope|nah|nein|non|não|nej|нет)\s*[,.:;!–—-]|^\W*(?:(?:ok|hm+|oh)[, ]+)?actually\b", re.I
)


def without_replaced(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that no later correction plainly replaces; they have their kinds already."""
    corrections, rejects = Phrases(corrects=cues.CORRECTION), Phrases(rejects=cues.REJECTS)
    common = frozenset(Phrases(common=cues.COMMON).words)
    gone: set[int] = set()
    for at, sentence in enumerate(sentences):
        if sentence.by != "person" or not _corrects(sentence, corrections):
            continue
        whole = [s for s in sentences[at : at + 4] if s.place == sentence.place and s.by == "person"]
        rejected = {word for s in whole for word in rejects.followers(s.words) if word not in common}
        words = {word for s in whole for word in s.words if word not in common and len(word) > 1}
        for number, earlier in enumerate(sentences[:at]):
            is_open = earlier.kind in REPLACEABLE and "first" not in earlier.signs
            if is_open and _is_replaced(earlier, sentence, rejected, words):
                gone.add(number)
    return [sentence for number, sentence in enumerate(sentences) if number not in gone]


def _corrects(sentence: Sentence, corrections: Phrases) -> bool:
    """Tell a correction from a sentence that only begins like one: "No new table, please"."""
    if _NO_THEN.match(sentence.text):
        return True
    return bool(corrections.count(["^", *sentence.words, "$"]))


def _is_replaced(earlier: Sentence, correction: Sentence, rejected: set[str], words: set[str]) -> bool:
    """Tell whether a correction is about this: it names what was rejected, or just now the same figure."""
    said = set(earlier.words)
    if rejected & said and not (words - rejected) & said:
        return True
    is_close = correction.turn - earlier.turn <= 1 and earlier.by == "agent"
    return is_close and any(any(c.isdigit() for c in word) for word in words & said)
