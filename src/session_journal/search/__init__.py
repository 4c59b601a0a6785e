"""Search over everything that was recorded: documents, entries, prompts, summaries and what was learnt.

`find` asks an index that is brought up to date first, or reads all files where there can be none.
"""

from __future__ import annotations

import os
import time

from .. import journal, learnings, timestamps, trust
from ..errors import Problem
from ..store import FOLDER
from ..value import Value
from . import passage, scan, words
from .result import Hit, Results, Wanted, hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..store import Store
    from .index import Index
    from .passage import About
    from .result import Row

__all__ = ["Hit", "Results", "Wanted", "find"]

KINDS = (*journal.KINDS, "document", "prompt", "summary", "knowledge")
"""The kinds that a search can be narrowed to."""
_ROUNDS = 3
_BUSY = "Another process is reading new records at the moment; the newest may be missing here."
_LATE = (
    "Not all could be read in time: `session search` in a terminal completes the index, the next search is whole."
)


class Effort(Value):
    """How many seconds to wait for others (`lock`), and to read what is new (0: until all is read)."""

    lock: float = 5.0
    seconds: float = 0.0


def find(
    store: Store,
    wanted: Wanted,
    *,
    effort: Effort | None = None,
    tell: Callable[[str], None] | None = None,
) -> Results:
    """Return what was found, the best first; `tell` shows a person how far it has come, when it takes long."""
    effort, present = effort or Effort(), timestamps.now()
    if wanted.keys == ():
        return Results()
    note = ""
    try:
        from . import index  # noqa: PLC0415 - a Python may be without SQLite
    except ImportError:
        note = "This Python has no SQLite (the package python3-sqlite3, or libsqlite3-dev when it was built)"
    else:
        try:
            found, note = _indexed(index.Index(store, tell), wanted, effort, present)
        except Problem as problem:  # `.state/` leads elsewhere
            found, note = None, _why(problem, possible=True)
        if found is not None:
            return found
    rows, abouts = scan.rows(store, wanted, present, tell)
    results = _results(store, wanted, rows, lambda key: abouts.get(key, passage.About(key=key)))
    return results.replace(notes=(f"{note}: all files were read instead, which is slower.",))


def _indexed(index: Index, wanted: Wanted, effort: Effort, present: int) -> tuple[Results | None, str]:
    """Ask the index; without an answer, why there is none."""
    from sqlite3 import DatabaseError, Error  # noqa: PLC0415 - see `find`

    from . import index as made  # noqa: PLC0415 - see `find`

    deadline = time.monotonic() + effort.seconds if effort.seconds else 0.0
    stale: set[str] = set()
    why = "The index cannot be used"
    for _ in range(_ROUNDS):
        try:
            lag = index.refresh(effort.lock, stale, deadline)
            results, stale = _ask(index, wanted, present)
            if not stale:
                notes = [_BUSY] * lag.busy + [_LATE] * lag.late
                return results.replace(notes=tuple(notes)), ""
        except (Error, Problem, OSError) as error:
            why = _why(error, possible=made.is_possible())
            stale = set()
            if not isinstance(error, DatabaseError) or not _forgotten(index):
                return None, why
        finally:
            index.close()
    return None, why


def _why(error: Exception, *, possible: bool) -> str:
    if not possible:
        return "The SQLite of this Python makes no full-text index (FTS5 is missing)"
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"The index cannot be used ({said.split('. Nothing was')[0].rstrip('.')})"


def _forgotten(index: Index) -> bool:
    """Remove an index that is damaged; tell whether it is worth to try again."""
    try:
        index.forget()
    except OSError:
        return False
    return True


def _ask(index: Index, wanted: Wanted, present: int) -> tuple[Results, set[str]]:
    """Return what the index has, and the keys of sessions whose files say something else."""
    from . import asking  # noqa: PLC0415 - needs SQLite
    from .index import about_of  # noqa: PLC0415 - needs SQLite

    connection = index.connection
    if connection is None:
        return Results(), set()
    rows, nearest = asking.rows(connection, wanted, present)
    results = _results(index.store, wanted, rows, lambda key: about_of(connection, key), nearest=nearest)
    shown = {(one.key, one.name) for one in results.hits if one.source == passage.ENTRY}
    texts = {(row.key, row.name): row.text for row in rows if (row.key, row.name) in shown}
    return results, {key for (key, name), text in texts.items() if not _still_says(index.store, key, name, text)}


def _still_says(store: Store, key: str, name: str, text: str) -> bool:
    """Tell whether an entry's file says what was found in it: somebody may have changed it in its place."""
    try:
        return passage.of_entry(store.journal(key).read(name)).text == text
    except UnicodeError:
        return True
    except (Problem, OSError):
        return False


def _results(
    store: Store, wanted: Wanted, rows: Iterable[Row], about: Callable[[str], About], *, nearest: bool = False
) -> Results:
    terms = words.terms(wanted.text)
    terms = [*terms, *(term.cut for term in terms)] if nearest else terms
    hits: list[Hit] = []
    left_out, strange = 0, Strangers(store)
    for row in _once(rows):
        told = about(row.key)
        foreign = strange.is_foreign(told, row)
        if foreign and not wanted.foreign:
            left_out += 1
            continue
        if len(hits) == wanted.limit:
            return Results(hits=tuple(hits), more=True, nearest=nearest, left_out=left_out)
        hits.append(hit(told, row, _path(told, row), terms, foreign=foreign))
    return Results(hits=tuple(hits), nearest=nearest and bool(hits), left_out=left_out)


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield each text of a session once, as an entry where it is one."""
    held = list(rows)
    entries = {(row.key, passage.said(row.text)) for row in held[:200] if row.source == passage.ENTRY}
    seen: set[tuple[str, str]] = set()
    for row in held:
        key = (row.key, passage.said(row.text))
        if key in seen or (row.source != passage.ENTRY and key in entries):
            continue
        seen.add(key)
        yield row


def _path(about: About, row: Row) -> str:
    """Return the file that has it: the document where a line of it is known, else the entry's own."""
    if row.source == passage.KNOWLEDGE:
        return row.name
    if row.line or row.source == passage.DOCUMENT:
        return about.path
    if row.source == passage.ENTRY or row.kind == "captured":
        return f"{FOLDER}/journal/{row.key}/entries/{row.name}.md"
    return about.path


class Strangers:
    """Which sessions and learnings were not made or taken up here, each looked up once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, bool] = {}
        self._learnt: set[tuple[str, int]] | None = None

    def is_foreign(self, about: About, row: Row) -> bool:
        """Tell whether a passage is somebody else's."""
        if row.source == passage.KNOWLEDGE:
            return (row.name, row.line) not in self._own_learnings()
        if about.key not in self._known:
            self._known[about.key] = self._look(about)
        return self._known[about.key]

    def _own_learnings(self) -> set[tuple[str, int]]:
        if self._learnt is None:
            own = learnings.own(self._store, learnings.read(self._store))
            self._learnt = {(one.path, one.line) for one in own}
        return self._learnt

    def _look(self, about: About) -> bool:
        try:
            if not about.id:  # a document that cannot be read, or none
                return trust.is_strange_file(self._store, about.path or f"{about.key}.md")
            return trust.is_foreign(self._store, _Named(about, self._store))  # type: ignore[arg-type]
        except Problem:  # what would tell leads elsewhere
            return True


class _Named:
    """As much of a session that was read as it takes to tell whose it is."""

    def __init__(self, about: About, store: Store) -> None:
        self.path = os.path.join(store.root, about.path)
        self.session = self
        self.id = about.id
