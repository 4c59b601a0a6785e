"""Whether a prompt is a person picking up where the work left off: "where were we?", "continue", "weiter".

What makes one: it is short, it holds a core (a verb or a question about the shared work or the conversation
itself), and everything else in it is filler: greetings, politeness, words for the time, the work, the session. So
the words must be covered by phrases of one language; a foreign word is allowed only where it clearly names the
work ("let's go on with the parser"), and what negates or programs is covered by nothing. The phrases are data
(intent_words); this runs before every answered prompt, so nothing is imported that costs.
"""

from __future__ import annotations

from .intent_grammar import FILLER, NOTHING, QUESTION, VERB, WEAK, Grammar, is_hopeless
from .intent_text import is_quoting, plain, split
from .intent_words import BUT, COMMON, CUES, LEAD, MARKS, ME, PHRASED, SPANNED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LONGEST = 160  # characters; a longer prompt says something of its own
LONGEST_NAME = 8  # letters that name the work where words are not told apart by blanks
LONGEST_BYTES = 320  # the same bound in UTF-8, for the check in the shell

_grammars: dict[str, Grammar] = {}


def is_continuation(prompt: str) -> bool:
    """Tell whether the prompt asks to go on with the work, or where it stands."""
    text = prompt.strip()
    if not text or len(text) > LONGEST:
        return False
    languages = cued(text)
    if not languages or is_quoting(text):
        return False
    text = plain(text)
    if any(char > "\u10ff" and char.isalnum() for char in text):
        return any(_spans_cover(text, name) for name in languages if name in SPANNED)
    sentences = split(text)
    return any(_is_spoken_of(sentences, name) for name in spoken(sentences, languages))


def _is_spoken_of(sentences: list[list[list[str]]], name: str) -> bool:
    if len(sentences) == 1 and len(sentences[0]) == 1 and is_hopeless(sentences[0][0], _words(name).PHRASES):
        return False
    return _continues(sentences, _grammar(name))


def spoken(sentences: list[list[list[str]]], languages: list[str]) -> list[str]:
    """Leave of the languages those of which a little word is there that no other has, if there is one at all."""
    tokens = {token for sentence in sentences for clause in sentence for token in clause}
    marked = [name for name, marks in MARKS.items() if not tokens.isdisjoint(marks.split())]
    return [name for name in languages if name in (marked or PHRASED)]


def cued(text: str) -> list[str]:
    """Return the languages of which a cue is in the text; the check in the shell is the same for all at once."""
    raw = text.encode("utf-8", "replace")
    if len(raw) > LONGEST_BYTES:
        return []
    lower = raw.lower().decode()  # lower() of bytes: ASCII alone, as in the shell
    return [name for name, cues in CUES.items() if any(_holds(lower, cue) for cue in cues)]


def _holds(text: str, cue: str) -> bool:
    if "*" not in cue:
        return cue in text
    at = 0
    for part in cue.split("*"):
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _words(name: str) -> Any:
    """Return a language's module; a prompt needs one or two of them."""
    return __import__(f"{__package__}.intent_words.{name}", fromlist=["PHRASES"])


def _grammar(name: str) -> Grammar:
    if name not in _grammars:
        _grammars[name] = Grammar(COMMON + _words(name).PHRASES)
    return _grammars[name]


def _continues(sentences: list[list[list[str]]], grammar: Grammar) -> bool:
    """Tell whether all sentences are covered and hold a core, or the first or the last one does on its own."""
    ranks = [_rank(clauses, grammar) for clauses in sentences]
    if not ranks:
        return False
    if all(ranks):
        return max(ranks) >= WEAK
    return max(ranks[0], ranks[-1]) >= VERB


def _rank(clauses: list[list[str]], grammar: Grammar) -> int:
    """Return what a sentence amounts to: all of it, or else a question at its end or a core at its beginning."""
    clauses = [grammar.corrected(clause) for clause in clauses]
    tokens = [token for clause in clauses for token in clause]
    whole = grammar.cover(tokens) or _rank_parted(tokens, grammar) or _rank_told(clauses, grammar)
    if whole or len(clauses) == 1:
        return whole
    if f" {clauses[0][0]} " in ME and grammar.cover(clauses[-1]) == QUESTION:
        return QUESTION
    for at in range(1, len(clauses)):
        if clauses[at][0] in BUT:
            before = grammar.cover([token for clause in clauses[:at] for token in clause])
            return before if before >= VERB else NOTHING
    return NOTHING


def _rank_parted(tokens: list[str], grammar: Grammar) -> int:
    """Return what the tokens amount to when blanks are put back that are missing."""
    parted = grammar.parted(tokens)
    return grammar.cover(parted) if len(parted) > len(tokens) else NOTHING


def _rank_told(clauses: list[list[str]], grammar: Grammar) -> int:
    """Return what stands after words that tell what happened, from a clause on or from a word that leads on."""
    tokens = [token for clause in clauses for token in clause]
    starts = {sum([len(clause) for clause in clauses[:at]]) for at in range(1, len(clauses))}
    for at in range(1, len(tokens)):
        if (at in starts or f" {tokens[at]} " in LEAD) and grammar.tells(tokens[:at]):
            rank = grammar.cover(tokens[at:])
            if rank >= VERB:
                return rank
    return NOTHING


def _spans_cover(text: str, name: str) -> bool:
    """Tell whether a text that is read without blanks is covered by the spans of a language."""
    words = _words(name)
    cores, fillers = words.CORES.split(), words.FILLERS.split()
    letters = "".join([char for char in text if char.isalnum()])
    if any(word in letters for word in words.NOT.split()):
        return False
    best = [NOTHING] * (len(letters) + 1)
    best[0] = FILLER
    for at in range(len(letters)):
        if not best[at]:
            continue
        for spans, rank in ((cores, VERB), (fillers, FILLER)):
            for span in spans:
                if letters.startswith(span, at):
                    end = at + len(span)
                    best[end] = max(best[end], best[at], rank)
        for end in _named_ends(letters, at, words):
            best[end] = VERB
    return best[-1] >= VERB


def _named_ends(letters: str, at: int, words: Any) -> list[int]:
    """Return where a core with a name of the work in it ends that begins here."""
    ends = []
    for before, after in words.NAMED:
        if letters.startswith(before, at):
            start = at + len(before)
            end = letters.find(after, start + 2) if after else len(letters)
            if 2 <= end - start <= LONGEST_NAME and not any(
                stop in letters[start:end] for stop in words.STOP.split()
            ):
                ends.append(end + len(after))
    return ends
