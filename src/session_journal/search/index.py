"""The index `.sessions/.state/search.db`: derived, this machine's own, made anew whenever it is not to be trusted.

It is one SQLite file with a full-text table (FTS5). Writers take a lock of the kernel's, readers none. The file's
own time says that we wrote it last: it is set to what stands inside, so that any other writing, a copy or a clone
shows.
"""

from __future__ import annotations

import os
import sqlite3
import time

from ..errors import Problem
from ..lock import Lock
from ..value import Value
from . import passage, survey, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from ..store import Store
    from .passage import About, Passage
    from .survey import Survey

VERSION = 2
"""Counted up with every change of tables, tokens or passages: an index of another version is made anew."""
NAME = "search.db"
_SCHEMA = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE files (name TEXT PRIMARY KEY, at INTEGER NOT NULL, key TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE sessions (key TEXT PRIMARY KEY, path TEXT, id TEXT, shortname TEXT, tracking_id TEXT, tags TEXT,"
    " number TEXT) WITHOUT ROWID",
    "CREATE TABLE passages (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT, source TEXT, kind TEXT, name TEXT,"
    " at INTEGER, line INTEGER, text TEXT)",
    "CREATE INDEX passages_of ON passages (key)",
    "CREATE VIRTUAL TABLE words USING fts5(body, parts, facets, content='', tokenize='ascii')",
    "CREATE TABLE terms (term TEXT PRIMARY KEY) WITHOUT ROWID",
)
_WAIT = 2.0
_GARBAGE = 0.5
_REMEMBERED = 100_000
"""So many words are held in memory as known to the index."""


class Stale(Value):
    """Why an index lags behind: `busy`, another process writes; `late`, there was no time for all."""

    busy: bool = False
    late: bool = False


class Index:
    """The index of a store, brought up to date by `refresh` and asked through `connection`."""

    def __init__(self, store: Store, tell: Callable[[str], None] | None = None) -> None:
        """Take the store, and what shows a person how far it has come (None: nobody looks)."""
        self.store, self._tell = store, tell
        self.path = store.path(".state", NAME)
        self.connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def refresh(self, seconds: float, stale: Iterable[str] = (), deadline: float = 0.0) -> Stale:
        """Bring the index up to date; `stale` are keys to read anew, `deadline` (monotonic) when to stop, 0 never.

        Waits for other writers for so many seconds, and then does with what is there. Raises sqlite3.Error,
        Problem, OSError where there can be no index.
        """
        stale = set(stale)
        now = survey.take(self.store)
        if not stale and self._open() and now.mark and now.mark == self._said("mark"):
            return Stale()
        try:
            with Lock(self.path + ".lock", seconds):
                if not self._open():
                    self._make(now, deadline)
                elif stale or not now.mark or now.mark != self._said("mark"):
                    self._update(now, stale, deadline)
        except Problem:
            if self._open():
                return Stale(busy=True)
            raise
        return Stale(late=bool(deadline) and time.monotonic() > deadline)

    def forget(self) -> None:
        """Remove the file, which is damaged; raises OSError."""
        self.close()
        for end in ("", "-journal"):
            try:
                os.unlink(self.path + end)
            except FileNotFoundError:
                continue

    def _open(self) -> bool:
        """Open the file where it is of this version and was written by us last; tell whether it is open now."""
        self.close()
        try:
            there = os.lstat(self.path)
        except OSError:
            return False
        if there.st_uid != os.geteuid() or there.st_mode & 0o177 or there.st_nlink != 1:
            return False
        connection = None
        try:
            connection = connect(self.path)
            self.connection = connection
            if self._is_ours(os.stat(self.path)):
                return True
        except (sqlite3.DatabaseError, OSError, ValueError):
            pass
        self.close()
        return False

    def _is_ours(self, there: os.stat_result) -> bool:
        if self._ask("PRAGMA user_version") != [(VERSION,)]:
            return False
        found = self._ask(
            "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'words_%' ORDER BY rowid"
        )
        same = [sql for (sql,) in found if not sql.startswith("CREATE TABLE sqlite_")] == list(_SCHEMA)
        return same and self._said("written") == f"{there.st_mtime_ns} {there.st_ino}"

    def _ask(self, statement: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        if self.connection is None:
            raise sqlite3.OperationalError("the index is not open")
        return self.connection.execute(statement, tuple(values)).fetchall()

    def _said(self, name: str) -> str:
        found = self._ask("SELECT value FROM about WHERE name = ?", (name,))
        return str(found[0][0]) if found else ""

    def _make(self, now: Survey, deadline: float) -> None:
        """Build the index beside its place and rename it into it."""
        folder = os.path.dirname(self.path)
        _sweep(folder)
        temporary = os.path.join(folder, f".{NAME}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
        try:
            os.close(os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
            connection = connect(temporary)
            try:
                for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -16000"):
                    connection.execute(f"PRAGMA {pragma}").fetchall()
                connection.execute("BEGIN")
                for statement in (*_SCHEMA, f"PRAGMA user_version = {VERSION}"):
                    connection.execute(statement)
                written = Filling(connection, self.store, self._tell).fill(now, set(), deadline)
                _sign(connection, now.mark if written else "", os.stat(temporary).st_ino)
                connection.execute("COMMIT")
            finally:
                connection.close()
            _date(temporary, self._signed(temporary))
            os.replace(temporary, self.path)
        except BaseException:
            _unlink(temporary)
            raise
        if not self._open():
            raise sqlite3.OperationalError("the index that was just made cannot be read")

    def _signed(self, path: str) -> int:
        connection = connect(path)
        try:
            found = connection.execute("SELECT value FROM about WHERE name = 'written'").fetchone()
            return int(str(found[0]).split()[0])
        finally:
            connection.close()

    def _update(self, now: Survey, stale: set[str], deadline: float) -> None:
        """Bring the index up to what lies in the store, in one transaction; anew where it is mostly garbage."""
        connection = self.connection
        if connection is None:
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            whole = Filling(connection, self.store, self._tell).fill(now, stale, deadline)
            count, highest = connection.execute("SELECT count(*), max(id) FROM passages").fetchone()
            if highest and highest > 1000 and count < highest * _GARBAGE:
                connection.execute("ROLLBACK")
                self._make(now, deadline)
                return
            written = _sign(connection, now.mark if whole else "", os.stat(self.path).st_ino)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        _date(self.path, written)


class Filling:
    """Writing into an index what lies in the store."""

    def __init__(
        self, connection: sqlite3.Connection, store: Store, tell: Callable[[str], None] | None = None
    ) -> None:
        self._connection, self._store, self._tell = connection, store, tell
        self._terms: set[str] = set()

    def fill(self, now: Survey, stale: set[str], deadline: float) -> bool:
        """Read anew what is new or changed, drop what is gone; tell whether there was time for all."""
        ask = self._connection.execute
        known = {name: (at, key) for name, at, key in ask("SELECT name, at, key FROM files")}
        stamps = now.stamps()
        changed = {name for name, at in stamps.items() if not at or name not in known or known[name][0] != at}
        gone = known.keys() - stamps.keys()
        keys = {path: self._key(path, now, known, changed) for path in now.documents}
        wanted = {_own_key(name, known, keys) for name in changed | gone} | stale
        wanted |= {keys[name[2:]] for name in changed if name.startswith("d/")}
        if passage.KNOWLEDGE_KEY in wanted:
            self._knowledge()
        of_key: dict[str, list[str]] = {}
        for path, key in keys.items():
            of_key.setdefault(key, []).append(path)
        names = {**{f"j/{key}": key for key in now.journals}, **{f"d/{path}": key for path, key in keys.items()}}
        of_names: dict[str, list[str]] = {}
        for name, key in names.items():
            of_names.setdefault(key, []).append(name)
        self._connection.executemany("DELETE FROM files WHERE name = ?", [(name,) for name in gone])
        for key in self._told(
            sorted(wanted - {passage.KNOWLEDGE_KEY, ""}, key=lambda key: (now.journals.get(key, 0), key))
        ):
            self._session(key, sorted(of_key.get(key, ())))
            rows = [(name, stamps[name], key) for name in of_names.get(key, ())]
            self._connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", rows)
            if deadline and time.monotonic() > deadline:
                return False
        rows = [(name, at, passage.KNOWLEDGE_KEY) for name, at in stamps.items() if name.startswith("k/")]
        self._connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", rows)
        return True

    def _told(self, keys: list[str]) -> Iterator[str]:
        """Yield the keys, and tell how far it has come where it takes longer than a second."""
        begun = said = time.monotonic()
        for place, key in enumerate(keys):
            yield key
            present = time.monotonic()
            if self._tell is not None and present - said > 0.2 and present - begun > 1:
                said = present
                self._tell(f"indexing: {place + 1} of {len(keys)} sessions")

    def _key(self, path: str, now: Survey, known: dict[str, tuple[int, str]], changed: set[str]) -> str:
        if f"d/{path}" not in changed:
            return known[f"d/{path}"][1]
        return passage.key_of(self._store, path, now.journals)

    def _session(self, key: str, paths: list[str]) -> None:
        about, found = passage.of_session(self._store, key, paths)
        self._replace(key, found)
        if found:
            row = (
                key,
                about.path,
                about.id,
                about.shortname,
                about.tracking_id,
                "\n".join(about.tags),
                about.number,
            )
            cleaned = [_plain(cell) for cell in row]
            self._connection.execute("INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?)", cleaned)
        else:
            self._connection.execute("DELETE FROM sessions WHERE key = ?", (key,))

    def _knowledge(self) -> None:
        self._replace(
            passage.KNOWLEDGE_KEY, [one.replace(name=path) for path, one in passage.of_knowledge(self._store)]
        )

    def _replace(self, key: str, found: list[Passage]) -> None:
        """Have a session's passages be these; those that are there already stay."""
        ask = self._connection.execute
        rows = ask("SELECT source, kind, name, at, text, id, line FROM passages WHERE key = ?", (key,))
        present: dict[tuple[Any, ...], list[tuple[int, int]]] = {}
        for *same, row, line in rows:
            present.setdefault(tuple(same), []).append((row, line))
        for one in found:
            text = _plain(one.text)
            same = (one.source, _plain(one.kind), _plain(one.name), one.at, text)
            if present.get(tuple(same)):
                row, line = present[tuple(same)].pop()
                if line != one.line:
                    ask("UPDATE passages SET line = ? WHERE id = ?", (one.line, row))
                continue
            cursor = ask(
                "INSERT INTO passages (key, source, kind, name, at, text, line) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (_plain(key), *same, one.line),
            )
            tokens, pieces = words.tokens(text), words.pieces(text)
            self._remember({*tokens, *pieces})
            ask(
                "INSERT INTO words (rowid, body, parts, facets) VALUES (?, ?, ?, ?)",
                (
                    cursor.lastrowid,
                    " ".join(tokens),
                    " ".join(pieces),
                    " ".join((facet("k", one.kind), facet("s", key), facet("o", one.source))),
                ),
            )
        left = [(row,) for pairs in present.values() for row, _ in pairs]
        self._connection.executemany("DELETE FROM passages WHERE id = ?", left)

    def _remember(self, terms: set[str]) -> None:
        """Keep the words that are in the index in a list too, which is looked through for parts of words."""
        new = sorted(terms - self._terms)
        self._connection.executemany("INSERT OR IGNORE INTO terms VALUES (?)", [(term,) for term in new])
        if len(self._terms) > _REMEMBERED:
            self._terms.clear()
        self._terms.update(new)


def facet(letter: str, value: str) -> str:
    """Return the token that says of a passage what kind it is (k), whose (s) or where it stands (o)."""
    value = value.casefold()
    if not (value.isascii() and value.isalnum()):
        value = "".join(c for c in value if c.isascii() and c.isalnum())
    return letter + value


def connect(path: str) -> sqlite3.Connection:
    """Open an index that is there; statements of its own making are not trusted."""
    quoted = "".join(
        c if c.isalnum() or c in "/._-" else "".join(f"%{b:02x}" for b in os.fsencode(c)) for c in path
    )
    connection = sqlite3.connect(f"file:{quoted}?mode=rw", timeout=_WAIT, isolation_level=None, uri=True)
    try:
        for pragma in (
            "trusted_schema = OFF",
            "secure_delete = ON",
            "temp_store = MEMORY",
            "cell_size_check = ON",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def is_possible() -> bool:
    """Tell whether this Python's SQLite can make full-text tables."""
    try:
        connection = sqlite3.connect(":memory:")
        try:
            connection.execute("CREATE VIRTUAL TABLE one USING fts5(x, content='', tokenize='ascii')")
        finally:
            connection.close()
    except sqlite3.Error:
        return False
    return True


def _own_key(name: str, known: dict[str, tuple[int, str]], keys: dict[str, str]) -> str:
    if name.startswith("k/"):
        return passage.KNOWLEDGE_KEY
    if name.startswith("j/"):
        return name[2:]
    return known[name][1] if name in known else keys.get(name[2:], "")


def _plain(text: str) -> str:
    """Return the text as it can be kept as UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _sign(connection: sqlite3.Connection, mark: str, inode: int) -> int:
    """Write down what the index is of, and the time that its file will have; return that."""
    written = time.time_ns() // 2_000_000_000 * 2_000_000_000  # as coarse as any file system keeps it
    values = (("mark", mark), ("written", f"{written} {inode}"))
    connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", values)
    return written


def _date(path: str, written: int) -> None:
    os.utime(path, ns=(written, written))


def _sweep(folder: str) -> None:
    """Remove what builders that were killed left; only one builds at a time."""
    for name in os.listdir(folder):
        if name.startswith(f".{NAME}.") and name.endswith((".tmp", ".tmp-journal")):
            _unlink(os.path.join(folder, name))


def _unlink(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def about_of(connection: sqlite3.Connection, key: str) -> About:
    """Return what is told of a session."""
    row = connection.execute("SELECT * FROM sessions WHERE key = ?", (key,)).fetchone()
    if row is None:
        return passage.About(key=key)
    _, path, own, shortname, tracking_id, tags, number = row
    return passage.About(
        key=key,
        path=path,
        id=own,
        shortname=shortname,
        tracking_id=tracking_id,
        tags=tuple(tags.split("\n")) if tags else (),
        number=number,
    )
