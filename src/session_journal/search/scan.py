"""The search without an index: every file is read, and nothing is written. Slower, and as complete."""

from __future__ import annotations

import time

from . import passage, ranking, survey, words
from .result import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..store import Store
    from .passage import About, Passage
    from .result import Wanted
    from .words import Term

_MOST = 2000


def rows(
    store: Store, wanted: Wanted, present: int, tell: Callable[[str], None] | None = None
) -> tuple[list[Row], dict[str, About]]:
    """Return what fits, the best first, and what is told of the sessions it is in."""
    asked = words.terms(wanted.text)
    found: list[Row] = []
    abouts: dict[str, About] = {}
    for about, one in _passages(store, wanted, tell):
        score = _fit(one, asked, wanted.text.strip())
        if score and _is_wanted(one, about, wanted):
            name, at = one.name, one.at
            score *= ranking.weight(one.kind, at, present)
            abouts[about.key] = about
            found.append(
                Row(score=score, key=about.key, source=one.source, kind=one.kind, name=name, at=at, line=one.line,
                    text=one.text)
            )  # fmt: skip
            if len(found) > 2 * _MOST:
                found = _best(found)
    return _best(found), abouts


def _best(found: list[Row]) -> list[Row]:
    return sorted(found, key=lambda row: (-row.score, -row.at))[:_MOST]


def _passages(store: Store, wanted: Wanted, tell: Callable[[str], None] | None) -> Iterator[tuple[About, Passage]]:
    now = survey.take(store)
    of_key: dict[str, list[str]] = {key: [] for key in now.journals}
    for path in now.documents:
        of_key.setdefault(passage.key_of(store, path, now.journals), []).append(path)
    begun = said = time.monotonic()
    for place, (key, paths) in enumerate(of_key.items()):
        if wanted.keys is None or key in wanted.keys:
            about, found = passage.of_session(store, key, sorted(paths))
            yield from ((about, one) for one in found)
        if tell and time.monotonic() - begun > 1 and time.monotonic() - said > 0.2:
            said = time.monotonic()
            tell(f"reading: {place + 1} of {len(of_key)} sessions")
    if wanted.keys is None:
        for path, one in passage.of_knowledge(store):
            yield passage.About(key=passage.KNOWLEDGE_KEY), one.replace(name=path)


def _is_wanted(one: Passage, about: About, wanted: Wanted) -> bool:
    facets = ranking.of_kinds(wanted.kinds)
    tags = {tag.lower() for tag in about.tags}
    return (
        (not facets or any((one.source if letter == "o" else one.kind) == value for letter, value in facets))
        and (not wanted.since or one.at >= wanted.since)
        and (not wanted.until or 0 < one.at < wanted.until)
        and all(tag.lower() in tags for tag in wanted.tags)
    )


def _fit(one: Passage, asked: list[Term], sign: str) -> float:
    """Return how well a passage fits: 0 where it lacks a word, more where words begin as asked."""
    if not asked:
        return float(sign in one.text)
    body = f" {' '.join([*words.tokens(one.text), *words.pieces(one.text)])}"
    score = 0.0
    for term in asked:
        text = " ".join(term.tokens)
        if f" {text}" in body:
            score += 1.0
        elif len(text) > 1 and text in body:
            score += 0.4
        else:
            return 0.0
    return score / (1 + len(body) / 400)
