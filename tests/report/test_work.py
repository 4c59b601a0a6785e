"""What the page of all sessions counts."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from report import stories
from report.stories import DAY, HOUR, PRESENT, Tale
from session_journal import timestamps
from session_journal.report import calendar, clock, page, work
from session_journal.store import Store


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Work where the day begins at another hour than in UTC."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_days_are_those_of_the_clock_on_the_wall() -> None:
    """An instant late in the evening in UTC belongs to the next day here, and a Monday begins a week."""
    late = timestamps.parse("2026-03-08T23:30:00Z") or 0
    assert clock.day(late) == "2026-03-09"
    assert clock.ordinal(late) % 7 == 0
    assert clock.of_ordinal(clock.ordinal(late)) == (2026, 3, 9)
    assert clock.long_day(late) == "Monday, 9 March 2026"
    assert (clock.clock(late), clock.zone(late)) == ("00:30", "UTC+01:00")


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "under a minute"), (5, "5 min"), (60, "1 h"), (130, "2 h 10 min"), (1440, "1 d"), (1505, "1 d 1 h")],
)
def test_lengths_are_said_in_two_units(minutes: int, said: str) -> None:
    """A length has its two largest units."""
    assert clock.length(minutes * timestamps.MINUTE) == said


def test_work_is_counted_in_hours() -> None:
    """Nobody works a day of 24 hours, so a long time at work is said in hours."""
    said = [clock.worked(minutes * timestamps.MINUTE) for minutes in (0, 130, 1440, 60 * 1612)]
    assert said == ["under a minute", "2 h 10 min", "24 h", "1,612 h"]


def test_sessions_are_counted_by_day_length_and_outcome(tmp_path: Path) -> None:
    """The figures are those of the sessions that were written: days, time at work, status, decisions."""
    tale = Tale("one", "One", begun=PRESENT - 3 * DAY, steps=["a", "b"])
    tale.then(minutes=20).add("decision", "D", rationale="R").then(minutes=20).add("done", "a", step="a")
    tale.then(hours=24).add("completed", "")
    tale.write(tmp_path)
    stories.empty().write(tmp_path)
    found = work.gather(Store(str(tmp_path)), PRESENT)
    rows = {row.name: row for row in found.rows}
    assert rows["one"].active // timestamps.MINUTE == 40
    assert (rows["one"].done, rows["one"].total) == (1, 2)
    assert (found.statuses, found.decisions, found.records) == ({"completed": 1, "active": 1}, 1, 5)
    assert sorted(day.records for day in found.days.values()) == [1, 1, 3]
    assert [row.name for row in found.rows] == ["look-into-it", "one"]
    assert found.totals.completion_rate == 1


def test_the_calendar_has_the_last_year_at_most(tmp_path: Path) -> None:
    """Two days of work 400 days apart: the older is not in the calendar, the newer is, on its weekday."""
    Tale("old", "Old", begun=PRESENT - 400 * DAY).write(tmp_path)
    Tale("new", "New", begun=PRESENT - HOUR).write(tmp_path)
    laid = calendar.of(work.gather(Store(str(tmp_path)), PRESENT))
    worked = [cell for cell in laid.cells if cell.level]
    assert len(worked) == 1
    assert worked[0].title.startswith("Fri 13 Mar 2026: ")
    assert (worked[0].y - calendar.TOP) // calendar.CELL == 4
    assert laid.width == calendar.LEFT + 53 * calendar.CELL


def test_no_month_is_named_over_another(tmp_path: Path) -> None:
    """The names of months above the calendar do not touch."""
    stories.many(tmp_path, 12)
    text = page.of_work(work.gather(Store(str(tmp_path)), PRESENT))
    drawn = re.findall(r'<text x="(\d+)" y="13">', text)
    places = [int(place) for place in drawn]
    assert all(after - before >= 40 for before, after in pairwise(places))
    assert len(places) >= 11


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """One broken document does not keep the page from being made."""
    stories.many(tmp_path, 3)
    (tmp_path / ".sessions/active/broken-000000.md").write_text("nothing")
    found = work.gather(Store(str(tmp_path)), PRESENT)
    assert len(found.rows) == 3
    assert "broken-000000.md" in found.problems[0]
    assert "Skipped, since they cannot be read" in page.of_work(found)


def test_the_table_is_bounded_and_the_figures_are_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With more sessions than fit, the newest are in the table, all are counted, and the page says so."""
    monkeypatch.setattr(work, "MOST", 5)
    stories.many(tmp_path, 12)
    lines: list[str] = []
    found = work.gather(Store(str(tmp_path)), PRESENT, lines.append)
    assert (len(found.rows), found.left_out, found.totals.count) == (5, 7, 12)
    assert "7 sessions more count in the figures above" in page.of_work(found)
    assert lines[-1] == "Reading sessions: 11 of 12"


def test_an_empty_project_has_a_page(tmp_path: Path) -> None:
    """Before the first session the page says how to begin."""
    (tmp_path / ".sessions/active").mkdir(parents=True)
    text = page.of_work(work.gather(Store(str(tmp_path)), PRESENT))
    assert "No sessions yet" in text
