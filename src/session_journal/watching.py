"""Following the journals of a project's open sessions, as several conversations write in them.

No system tells of a new file as every other does, so the folders are looked at twice a second: one `stat` for a
journal in which nothing happened.
"""

from __future__ import annotations

import os

from .errors import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from .journal import Entry
    from .store import Store


class Watch:
    """What is new in the journals since the last look; the first look tells of the last few entries."""

    def __init__(
        self, store: Store, keys: Collection[str] = (), kinds: Collection[str] = (), last: int = 10
    ) -> None:
        """Watch the sessions with these keys, or with none all that are open, and only these kinds if any."""
        self._store, self._only, self._kinds = store, frozenset(keys), frozenset(kinds)
        self._last = last
        self._began = False
        self._names: dict[str, str] = {}
        self._stamps: dict[str, int] = {}
        self._seen: dict[str, set[str]] = {}

    def look(self) -> list[tuple[str, str, Entry]]:
        """Return what is new as (key, shortname, entry), in the order of the entries' names."""
        self._find_sessions()
        found = [(key, name) for key in self._names for name in self._new_names(key)]
        found.sort(key=lambda pair: pair[1])
        if not self._began:
            self._began = True
            found = self._newest(found)
        told = [(key, self._names[key], self._read(key, name)) for key, name in found]
        return [(key, name, entry) for key, name, entry in told if entry and self._is_wanted(entry)]

    def _find_sessions(self) -> None:
        """Learn of sessions that are open now; those that ended are still looked at, for how they ended."""
        for folder in ("archive", "active") if self._only and not self._began else ("active",):
            for name in _documents(self._store.path(folder)):
                shortname, _, key = name[:-3].rpartition("-")
                if not self._only or key in self._only:
                    self._names[key] = shortname

    def _new_names(self, key: str) -> list[str]:
        journal = self._store.journal(key)
        try:
            stamp = os.stat(journal.folder).st_mtime_ns
        except OSError:
            return []
        if self._stamps.get(key) == stamp:
            return []
        try:
            names = journal.names()
        except Problem:
            return []
        seen = self._seen.setdefault(key, set())
        new = [name for name in names if name not in seen]
        seen.update(new)
        self._stamps[key] = stamp
        return new

    def _newest(self, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Keep the last few that are wanted, which their names tell."""
        wanted = [x for x in found if not self._kinds or any(f"-{kind}-" in x[1] for kind in self._kinds)]
        return wanted[-self._last :] if self._last else []

    def _read(self, key: str, name: str) -> Entry | None:
        try:
            return self._store.journal(key).read(name)
        except (Problem, OSError):
            return None

    def _is_wanted(self, entry: Entry) -> bool:
        return not self._kinds or entry.kind in self._kinds


def _documents(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".md") and name[0] != ".")
    except OSError:
        return []
