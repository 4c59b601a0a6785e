"""The calendar of work and the bars of lengths, as numbers for the SVG templates."""

from __future__ import annotations

from .. import timestamps
from ..value import Value
from . import clock
from .work import DayOfWork

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .work import Work

CELL, LEFT, TOP = 15, 34, 22
_FEWEST_WEEKS, _MOST_WEEKS = 26, 53
_LEVELS = (0, 30 * timestamps.MINUTE, 2 * timestamps.HOUR, 4 * timestamps.HOUR)
_LENGTHS = (
    ("under 15 min", 15 * timestamps.MINUTE),
    ("to 1 h", timestamps.HOUR),
    ("to 2 h", 2 * timestamps.HOUR),
    ("to 4 h", 4 * timestamps.HOUR),
    ("to 8 h", 8 * timestamps.HOUR),
    ("to 16 h", 16 * timestamps.HOUR),
    ("longer", 1 << 62),
)


class Cell(Value):
    """One day: its place, how much work it saw from 0 to 4, and that in words."""

    x: int
    y: int
    level: int
    title: str


class Month(Value):
    """What one month came to; `x` is where its name stands above the calendar."""

    name: str
    x: int
    days: int
    records: int
    active: int


class Calendar(Value):
    """A column a week, a row a day from Monday."""

    width: int
    height: int
    cells: tuple[Cell, ...]
    months: tuple[Month, ...]


class Bin(Value):
    """How many sessions took so long; `share` is of the largest count, 0 to 1."""

    title: str
    count: int
    share: float


def of(work: Work) -> Calendar:
    """Lay out the last twelve months, or less where there is less."""
    today = clock.ordinal(work.present)
    first = min(work.days, default=today)
    weeks = max(_FEWEST_WEEKS, min(_MOST_WEEKS, today // 7 - first // 7 + 1))
    start = (today // 7 - weeks + 1) * 7
    cells = tuple(
        Cell(
            x=LEFT + (number - start) // 7 * CELL,
            y=TOP + number % 7 * CELL,
            level=_level(work.days.get(number)),
            title=_title(number, work.days.get(number, DayOfWork())),
        )
        for number in range(start, today + 1)
    )
    return Calendar(
        width=LEFT + weeks * CELL,
        height=TOP + 7 * CELL,
        cells=cells,
        months=tuple(_months(work.days, start, today)),
    )


def _level(day: DayOfWork | None) -> int:
    return sum(day.active >= least for least in _LEVELS) if day else 0


def _title(number: int, day: DayOfWork) -> str:
    year, month, date = clock.of_ordinal(number)
    name = (
        f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[number % 7]} {date} {clock.MONTHS[month - 1]} {year}"
    )
    if not day.records:
        return f"{name}: nothing recorded"
    return f"{name}: {clock.worked(day.active)} at work, {counted(day.records, 'record')}, " + counted(
        day.sessions, "session"
    )


def counted(count: int, noun: str) -> str:
    """Spell a count with its noun: `1 record`, `2,000 records`."""
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _months(days: Mapping[int, DayOfWork], start: int, today: int) -> Iterator[Month]:
    numbers: dict[tuple[int, int], list[int]] = {}
    for number in range(start, today + 1):
        numbers.setdefault(clock.of_ordinal(number)[:2], []).append(number)
    for (year, month), found in numbers.items():
        worked = [days[number] for number in found if number in days]
        yield Month(
            name=f"{clock.MONTHS[month - 1]} {year}",
            x=LEFT + (found[0] - start + 6) // 7 * CELL,
            days=len(worked),
            records=sum(day.records for day in worked),
            active=sum(day.active for day in worked),
        )


def bins(lengths: Sequence[int]) -> tuple[Bin, ...]:
    """Count sessions by how long they were at work."""
    counts = [0] * len(_LENGTHS)
    for length in lengths:
        counts[next(place for place, (_, bound) in enumerate(_LENGTHS) if length < bound)] += 1
    most = max([*counts, 1])
    return tuple(
        Bin(title=title, count=count, share=count / most)
        for (title, _), count in zip(_LENGTHS, counts, strict=True)
    )
