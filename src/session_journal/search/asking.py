"""Asking the index: the passages that hold all words, then parts of words, then words without their endings.

Where a word is in thousands of passages, the newest of them are looked at, and the newest decisions, discoveries
and learnings. The order is how rare the words are in a passage (bm25), by the passage's kind and age.
"""

from __future__ import annotations

from . import index, ranking, words
from .result import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from typing import Any

    from .result import Wanted
    from .words import Term

_MOST = 1500
_BEST = 400
_EXPANDED = 40
_TELLING = ("decision", "discovery", "knowledge")


def rows(connection: sqlite3.Connection, wanted: Wanted, present: int) -> tuple[list[Row], bool]:
    """Return what fits, the best first, and whether it only comes near: nothing has all the words as typed."""
    asked = words.terms(wanted.text)
    if not asked:
        return literally(connection, wanted, present), False
    whole = [words.match(term) for term in asked]
    found = _ask(connection, whole, wanted, present)
    expanded = [_inside(connection, term) for term in asked] if len(found) <= wanted.limit else whole
    if expanded != whole:
        known = {(row.key, row.name, row.text) for row in found}
        more = _ask(connection, expanded, wanted, present)
        found += [row for row in more if (row.key, row.name, row.text) not in known]
    if found:
        return found, False
    cut = [words.match(term.cut) for term in asked]
    nearest = _ask(connection, cut, wanted, present)
    if not nearest and len(asked) > 1:
        nearest = _ask(connection, [f"({' OR '.join(cut)})"], wanted, present)
    return nearest, True


def _inside(connection: sqlite3.Connection, term: Term) -> str:
    """Return a term for its words' parts: any word of the index that holds it, or that ends as it begins."""
    (first, *rest) = term.tokens
    if len(first) < 2:
        return words.match(term)
    place = "term <> ?1 AND substr(term, -length(?1)) = ?1" if rest else "instr(term, ?1) > 1"
    # one of two conditions of ours
    statement = f"SELECT term FROM terms WHERE {place} ORDER BY term LIMIT ?2"  # noqa: S608  # nosec B608
    found = [word for (word,) in connection.execute(statement, (first, _EXPANDED))]
    whole = [words.match(term.replace(tokens=(word, *rest))) for word in found] if rest else [_any(found)]
    return f"({' OR '.join([words.match(term), *whole])})" if found else words.match(term)


def _ask(connection: sqlite3.Connection, parts: list[str], wanted: Wanted, present: int) -> list[Row]:
    expression = f"{{body parts}} : ({' AND '.join(parts)})"
    facets = ranking.of_kinds(wanted.kinds)
    if facets:
        expression += f" AND facets : ({_any(index.facet(letter, value) for letter, value in facets)})"
    if wanted.keys is not None:
        expression += f" AND facets : ({_any(index.facet('s', key) for key in wanted.keys)})"
    found = _scored(connection, expression, _newest(connection, expression, wanted, spread=not facets))
    scores = {row: _score(fit, kind, at, present) for row, fit, kind, at in found}
    best = sorted(scores, key=lambda row: (-scores[row], -row))[:_BEST]
    statement = (
        "SELECT id, key, source, kind, name, at, line, text FROM passages"  # noqa: S608 # question marks alone  # nosec B608
        f" WHERE id IN ({', '.join('?' * len(best))})"
    )
    whole = [_row(row, scores[row[0]]) for row in connection.execute(statement, best)]
    return sorted(whole, key=lambda row: (-row.score, -row.at))


def _any(tokens: Iterable[str]) -> str:
    return " OR ".join(f'"{token}"' for token in tokens)


def _newest(connection: sqlite3.Connection, expression: str, wanted: Wanted, *, spread: bool) -> set[int]:
    """Return which passages are looked at: the newest, and the newest of those kinds that tell most (`spread`)."""
    limits, values = _limits(wanted)
    joined = " JOIN passages AS p ON p.id = words.rowid" if limits else ""
    statement = (
        f"SELECT words.rowid FROM words{joined} WHERE words MATCH ?{limits}"  # noqa: S608 # conditions of our own  # nosec B608
        " ORDER BY words.rowid DESC LIMIT ?"
    )

    def newest(asked: str) -> set[int]:
        return {row for (row,) in connection.execute(statement, (asked, *values, _MOST))}

    found = newest(expression)
    if spread and len(found) >= _MOST:
        found |= newest(f"{expression} AND facets : ({_any(index.facet('k', kind) for kind in _TELLING)})")
    return found


def _scored(connection: sqlite3.Connection, expression: str, found: set[int]) -> list[tuple[Any, ...]]:
    """Return how well these passages fit: in one question, as bm25 counts each word in the whole index first."""
    if not found:
        return []
    statement = (
        "SELECT p.id, bm25(words, 1.0, 0.6, 0.0), p.kind, p.at"  # noqa: S608 # numbers alone  # nosec B608
        " FROM words JOIN passages AS p ON p.id = words.rowid"
        f" WHERE words MATCH ? AND words.rowid >= ? AND +words.rowid IN ({', '.join(map(str, found))})"
    )
    return connection.execute(statement, (expression, min(found))).fetchall()


def _limits(wanted: Wanted) -> tuple[str, list[object]]:
    """Return the conditions that no token stands for, with their values."""
    text, values = "", []  # type: str, list[object]
    for condition, instant in ((" AND p.at >= ?", wanted.since), (" AND p.at > 0 AND p.at < ?", wanted.until)):
        if instant:
            text += condition
            values.append(instant)
    for tag in wanted.tags:
        text += " AND p.key IN (SELECT key FROM sessions WHERE instr(char(10) || lower(tags) || char(10), ?))"
        values.append(f"\n{tag.lower()}\n")
    return text, values


def _score(fit: float, kind: str, at: int, present: int) -> float:
    return (0.1 - fit) * ranking.weight(kind, at, present)


def _row(found: tuple[Any, ...], score: float) -> Row:
    _, key, source, kind, name, at, line, text = found
    return Row(score=score, key=key, source=source, kind=kind, name=name, at=at, line=line, text=text)


def literally(connection: sqlite3.Connection, wanted: Wanted, present: int) -> list[Row]:
    """Return the passages that hold a text of signs alone, such as `=>`; without a text all, the newest first."""
    limits, values = _limits(wanted)
    for place, (letter, value) in enumerate(ranking.of_kinds(wanted.kinds)):
        limits += f"{' OR' if place else ' AND ('} p.{'source' if letter == 'o' else 'kind'} = ?"
        values.append(value)
    limits += ")" if wanted.kinds else ""
    if wanted.keys is not None:
        limits += f" AND p.key IN ({', '.join('?' * len(wanted.keys))})"
        values += wanted.keys
    statement = (
        "SELECT p.id, p.key, p.source, p.kind, p.name, p.at, p.line, p.text FROM passages AS p"  # noqa: S608 # as above  # nosec B608
        f" WHERE instr(p.text, ?){limits} ORDER BY p.at DESC, p.id DESC LIMIT ?"
    )
    sign = wanted.text.strip()
    found = connection.execute(statement, (sign, *values, _MOST)).fetchall()
    rows = [_row(row, ranking.weight(row[3], row[5], present)) for row in found]
    return sorted(rows, key=lambda row: (-row.score, -row.at)) if sign else rows
