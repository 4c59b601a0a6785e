"""What lists and figures need of the archived sessions, kept so that nobody reads ten thousand documents for it.

A small SQLite file under `.sessions/.state/`, derived and this machine's own: a row an archived document, with the
stamp of what it was read from. A row whose stamp is another by now is read anew, one whose document is gone goes.
It can be lost, and is made anew where it is damaged; where it cannot be written it is kept in memory for the call.
"""

from __future__ import annotations

import os

from . import files, identity, journal, outline
from .errors import Malformed, Problem
from .outline import Outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from .store import Store

NAME = "catalogue.db"
VERSION = 1
"""Counted up when a row holds something else: a catalogue of another version is made anew."""
_ABOUT = "CREATE TABLE about (made TEXT NOT NULL)"
_SCHEMA = (
    "CREATE TABLE rows (path BLOB PRIMARY KEY, stamp TEXT NOT NULL, id TEXT NOT NULL, age TEXT NOT NULL,"
    " facts TEXT NOT NULL) WITHOUT ROWID"
)
_WAIT = 2.0
_BATCH = 500


class Catalogue:
    """The ended sessions of a store, wherever they lie: `with closing(Catalogue(store)) as catalogue: …`."""

    def __init__(self, store: Store, tell: Callable[[str], None] | None = None) -> None:
        """Bring the catalogue up to date; `tell` shows a person how far that is."""
        self._store, self._tell = store, tell
        self.problems: list[Problem] = []
        self._connection = self._opened()
        try:
            self._refresh()
        except self._errors():  # damaged, locked or a full disk: what is needed for this call fits into memory
            self.problems.clear()
            self._connection.close()
            self._connection = self._made(":memory:")
            self._refresh()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def ended(self) -> Iterator[Outline]:
        """Yield the sessions that have ended, newest first; of copies with the same id, the original."""
        once = set(self._copies())
        rows = self._connection.execute("SELECT path, facts FROM rows ORDER BY age DESC")
        for name, facts in rows:
            path = os.fsdecode(name)
            if path in once:
                continue
            found = self._found(os.path.join(self._store.folder, path), facts)
            if found is not None and not found.is_open:
                yield found

    def _found(self, path: str, facts: str) -> Outline | None:
        """Return a row's outline; where the row makes no sense, what the document says."""
        import json  # noqa: PLC0415 - nobody who only imports this needs it

        try:
            known = json.loads(facts)
            found = Outline(path=path, **{**known, "tags": tuple(known["tags"])})
        except (ValueError, TypeError, KeyError):
            pass
        else:
            if identity.is_id(found.id):
                return found
        try:
            return outline.of(self._store.load(path).session, path)
        except (Problem, FileNotFoundError):
            return None

    def _copies(self) -> Iterator[str]:
        """Yield the paths of copies, and note each as a problem."""
        same = "SELECT id, path FROM rows WHERE id IN (SELECT id FROM rows GROUP BY id HAVING count(*) > 1)"
        groups: dict[str, list[str]] = {}
        for session_id, path in self._connection.execute(same):
            groups.setdefault(session_id, []).append(os.fsdecode(path))
        for session_id, paths in groups.items():
            own = f"-{identity.key_of(session_id)}.md"
            original, *copies = sorted(paths, key=lambda path: (not path.endswith(own), path))
            for path in copies:
                what = f"is a copy of {self._shown(original)} with the same id"
                self.problems.append(Malformed(self._shown(path), 0, what))
                yield path

    def _shown(self, path: str) -> str:
        return self._store.relative(os.path.join(self._store.folder, path))

    def _refresh(self) -> None:
        """Read what is new or changed, and forget what is gone."""
        rows = self._connection.execute("SELECT path, stamp FROM rows")
        known = {os.fsdecode(path): stamp for path, stamp in rows}
        paths = [*self._store.archive_paths(), *self._store.active_paths()]
        read = 0
        for number, path in enumerate(paths):
            name = path.removeprefix(self._store.folder + "/")
            stamp = self._stamp(path)
            if not stamp or known.pop(name, "") == stamp:
                continue
            known.pop(name, None)
            read += 1
            self._keep(name, stamp, path)
            if read % _BATCH == 0:
                self._connection.commit()
            if self._tell and read % 50 == 0:
                self._tell(f"reading the archive: {number + 1:,} of {len(paths):,} sessions")
        self._connection.executemany("DELETE FROM rows WHERE path = ?", ((os.fsencode(name),) for name in known))
        self._connection.commit()

    def _stamp(self, path: str) -> str:
        """Return what tells whether a document or its journal has changed; "" when it is gone."""
        key = path[-9:-3]
        try:
            there = os.stat(path)
        except OSError:
            return ""
        try:
            entries = os.stat(os.path.join(self._store.folder, "journal", key, "entries")).st_mtime_ns
        except OSError:
            entries = 0
        return f"{there.st_mtime_ns} {there.st_size} {there.st_ino} {entries}"

    def _keep(self, name: str, stamp: str, path: str) -> None:
        import json  # noqa: PLC0415

        try:
            loaded = self._store.load(path)
        except FileNotFoundError:
            return  # moved while we looked
        except Problem as problem:
            self.problems.append(problem)
            self._connection.execute("DELETE FROM rows WHERE path = ?", (os.fsencode(name),))
            return
        facts = {key: value for key, value in outline.of(loaded.session, path).__dict__.items() if key != "path"}
        age = f"{loaded.session.updated:020d} {journal.instant_of(loaded.session.last_entry):020d}"
        row = (os.fsencode(name), stamp, loaded.session.id, age, json.dumps(facts))
        self._connection.execute("INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?, ?)", row)

    def _opened(self) -> sqlite3.Connection:
        """Open the file, made anew where it is damaged, another version's or not ours; else one in memory."""
        for _ in range(2):
            path = os.path.join(self._store.folder, ".state", NAME)
            try:
                self._store.path(".state")  # refuses a link that leads out of the store
                if os.path.lexists(path) and not _is_private(path):
                    files.remove(path)
                files.make_folder(os.path.dirname(path))
                return self._made(path)
            except self._errors():
                try:
                    self._store.path(".state")
                    files.remove(path)
                except Problem:
                    break
        return self._made(":memory:")

    def _made(self, path: str) -> sqlite3.Connection:
        import sqlite3  # noqa: PLC0415 - only what reads the whole archive needs it

        old = os.umask(0o077)
        try:
            connection = sqlite3.connect(path, timeout=_WAIT)
        finally:
            os.umask(old)
        made = "" if path == ":memory:" else str(os.stat(path).st_ino)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == 0:
            with connection:
                connection.execute(_ABOUT)
                connection.execute(_SCHEMA)
                connection.execute("INSERT INTO about VALUES (?)", (made,))
                connection.execute(f"PRAGMA user_version = {VERSION}")
        if _is_ours(connection, made):
            return connection
        connection.close()
        raise sqlite3.DatabaseError("another version, or somebody else's")

    def _errors(self) -> tuple[type[Exception], ...]:
        import sqlite3  # noqa: PLC0415

        return (sqlite3.Error, OSError, Problem, ValueError, TypeError, KeyError)


def _is_ours(connection: sqlite3.Connection, made: str) -> bool:
    """Tell whether a file is as we make it, with nothing beside our tables, and was made in its place.

    One that came with a repository or a copy has another number in the file system than the one inside.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master ORDER BY rowid")]
    if version != VERSION or tables != [_ABOUT, _SCHEMA]:
        return False
    return [made for (made,) in connection.execute("SELECT made FROM about")] == [made]


def _is_private(path: str) -> bool:
    there = os.lstat(path)
    return there.st_uid == os.geteuid() and not there.st_mode & 0o077 and there.st_nlink == 1
