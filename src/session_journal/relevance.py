"""Which learnings answer a question, and which speak of a session's files, tags or goal; pure."""

from __future__ import annotations

from .wording import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .learnings import Learning
    from .session import Session

SIZE = 200_000
"""Characters of each file that a session's start looks at, from the end: the newest learnings."""
MOST = 3
_COMMON = frozenset(
    """
about add after all also and are but can change create does file files fix for from has have how into its make
more new not now off one only out over project should some that the them then there this under update use
using via was what when where which will with work write
""".split()  # noqa: SIM905 - a list of words reads better as words
)


def find(learnings: Sequence[Learning], words: str) -> list[Learning]:
    """Return the learnings that hold any of the words, those that hold most of them first."""
    wanted = list(dict.fromkeys(fold(words).split())) or [words.strip().casefold()]
    ranked = []
    for place, learning in enumerate(learnings):
        weights = [_weight(learning, word) for word in wanted if word]
        if any(weights):
            ranked.append((sum(map(bool, weights)), sum(weights), learning.when, place, learning))
    ranked.sort(key=lambda row: row[:4], reverse=True)
    return [row[4] for row in ranked]


def _weight(learning: Learning, word: str) -> int:
    """Tell how much a word says of a learning; a whole word more than a part of one."""
    weight = 0
    fields = ((learning.title, 3), (" ".join(learning.tags), 3), (" ".join(learning.files), 2))
    for text, worth in (*fields, (learning.text, 1), (f"{learning.why} {learning.impact} {learning.kind}", 1)):
        folded = f" {fold(text)} "
        weight += worth * 2 if f" {word} " in folded else worth if word in folded else 0
    return weight


def touching(learnings: Sequence[Learning], session: Session, paths: Sequence[str]) -> list[Learning]:
    """Return the learnings that speak of a session's files, tags or goal, at most three, most telling first."""
    near = [*session.key_files, *paths]
    goal = _words(f"{session.title} {session.objective} {session.shortname}")
    tags = {fold(tag) for tag in session.tags}
    ranked = []
    for place, learning in enumerate(learnings):
        score = 5 * sum(any(_same_file(own, path) for path in near) for own in learning.files)
        score += 4 * len(tags & {fold(tag) for tag in learning.tags})
        score += 2 * _shared(goal, _words(f"{learning.title} {' '.join(learning.tags)}"))
        score += _shared(goal, _words(f"{learning.text} {learning.impact}"))
        if score >= 2:
            ranked.append((score, learning.when, place, learning))
    ranked.sort(key=lambda row: row[:3], reverse=True)
    return [row[3] for row in ranked[:MOST]]


def _same_file(own: str, path: str) -> bool:
    """Tell whether a path, or the text of a key-file item, names the file or folder that a learning is about."""
    named = path.partition(" ")[0].strip("`")
    return bool(own) and (named == own or named.startswith(own.rstrip("/*") + "/") or f"`{own}`" in path)


def _words(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) > 2 and word not in _COMMON}


def _shared(some: set[str], others: set[str]) -> int:
    return sum(any(word == other or _alike(word, other) for other in others) for word in some)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: `sweep` and `sweeper`, `migrate` and `migration`."""
    short = min(len(one), len(other))
    return short >= 5 and one[: max(5, short - 2)] == other[: max(5, short - 2)]
