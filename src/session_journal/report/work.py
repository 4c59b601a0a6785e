"""All sessions of a project -> figures, days and rows for one page; reads documents, and of journals the names."""

from __future__ import annotations

import os

from .. import figures, journal, timestamps
from ..errors import Problem
from ..value import Value
from . import clock, story

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ..figures import Totals
    from ..session import Session
    from ..store import Loaded, Store

MOST = 2_000
"""The most sessions in the table: the newest."""


class Row(Value):
    """A session in the table; lengths in microseconds, `active` without the silences."""

    key: str
    name: str
    title: str
    number: str
    tracking_id: str
    status: str
    started: int
    updated: int
    active: int
    done: int
    total: int
    decisions: int
    compactions: int
    records: int
    tags: tuple[str, ...]
    current: str = ""

    @property
    def page(self) -> str:
        """The name of the file that its own page has."""
        return story.file_name(self.name, self.key)

    @property
    def length(self) -> int:
        """The time from the start to the last record."""
        return max(0, self.updated - self.started)

    def as_data(self) -> dict[str, object]:
        """Return it as `--json` shows it."""
        return {
            "key": self.key,
            "shortname": self.name,
            "title": self.title,
            "number": self.number,
            "tracking_id": self.tracking_id,
            "status": self.status,
            "created_at": timestamps.to_second(self.started),
            "updated_at": timestamps.to_second(self.updated),
            "duration_seconds": self.length // timestamps.SECOND,
            "active_seconds": self.active // timestamps.SECOND,
            "progress": {"done": self.done, "total": self.total, "current": self.current or None},
            "decisions": self.decisions,
            "compaction_count": self.compactions,
            "entries": self.records,
            "tags": list(self.tags),
        }


class DayOfWork(Value):
    """What was recorded on one local day: records, time at work, sessions."""

    records: int = 0
    active: int = 0
    sessions: int = 0


class Work(Value):
    """All sessions; `days` by the numbers of `clock.ordinal`, `left_out` rows for which there was no room."""

    name: str
    totals: Totals
    rows: tuple[Row, ...]
    statuses: Mapping[str, int]
    lengths: tuple[int, ...]
    days: Mapping[int, DayOfWork]
    decisions: int
    records: int
    present: int
    problems: tuple[str, ...] = ()
    left_out: int = 0


def gather(store: Store, present: int, tell: Callable[[str], None] | None = None) -> Work:
    """Read all sessions of a project; `tell` hears how far it is. Raises NoStore, Unusable."""
    rows: list[Row] = []
    light: list[Session] = []
    problems: list[str] = []
    days: dict[int, DayOfWork] = {}
    for loaded in _documents(store, problems, tell or _nobody):
        row, value = _row(store, loaded, days)
        rows.append(row)
        light.append(value)
    rows.sort(key=lambda row: (row.status in ("active", "paused"), row.updated), reverse=True)
    statuses: dict[str, int] = {}
    for row in rows:
        statuses[row.status] = statuses.get(row.status, 0) + 1
    return Work(
        name=os.path.basename(store.root) or store.root,
        totals=figures.of_many(light),
        rows=tuple(rows[:MOST]),
        statuses=statuses,
        lengths=tuple(row.active for row in rows),
        days=days,
        decisions=sum(row.decisions for row in rows),
        records=sum(row.records for row in rows),
        present=present,
        problems=tuple(problems),
        left_out=max(0, len(rows) - MOST),
    )


def _nobody(_line: str) -> None:
    return


def _documents(store: Store, problems: list[str], tell: Callable[[str], None]) -> Iterator[Loaded]:
    """Yield the sessions one by one, so that ten thousand need not fit into memory; each id once."""
    paths = [*store.active_paths(), *store.archive_paths()]
    seen: set[str] = set()
    for count, path in enumerate(paths):
        tell(f"Reading sessions: {count:,} of {len(paths):,}")
        try:
            loaded = store.load(path)
        except FileNotFoundError:
            continue  # moved while we looked
        except Problem as problem:
            problems.append(str(problem))
            continue
        if loaded.session.id not in seen:
            seen.add(loaded.session.id)
            yield loaded


def _row(store: Store, loaded: Loaded, days: dict[int, DayOfWork]) -> tuple[Row, Session]:
    value = loaded.session
    names = store.journal(value.key).names()
    times = sorted(journal.instant_of(name) for name in names)
    _count(times, days)
    row = Row(
        key=value.key,
        name=value.shortname,
        title=value.title,
        number=value.number,
        tracking_id=value.tracking_id,
        status=value.status,
        started=value.created,
        updated=value.updated,
        active=figures.active_time(times),
        done=value.done_count,
        total=len(value.steps),
        decisions=len(value.decisions),
        compactions=value.compaction_count,
        records=len(names),
        tags=value.tags[:12],
        current=value.current[1].headline if value.current and value.is_open else "",
    )
    return row, _light(value)


def _light(value: Session) -> Session:
    """Return a session without its texts: figures need none of them."""
    nothing = dict.fromkeys(("tldr", "objective", "captured"), "")
    lists = ("key_files", "key_context", "steps", "notes", "decisions", "discoveries", "blockers", "next_steps")
    return value.replace(**nothing, **dict.fromkeys((*lists, "milestones", "work_items", "deliverables"), ()))


def _count(times: Sequence[int], days: dict[int, DayOfWork]) -> None:
    """Add the records of one session to the days on which they were made."""
    by_day: dict[int, list[int]] = {}
    for at in times:
        by_day.setdefault(clock.ordinal(at), []).append(at)
    for number, found in by_day.items():
        was = days.get(number, DayOfWork())
        days[number] = DayOfWork(
            records=was.records + len(found),
            active=was.active + figures.active_time(found),
            sessions=was.sessions + 1,
        )
