"""Instants: each spelling is read back, and what is none is not read."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session_journal import timestamps
from session_journal.timestamps import DAY, HOUR, MINUTE, SECOND

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
LAST = (datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone.utc) - EPOCH) // timedelta(seconds=1)
instants = st.integers(0, LAST * SECOND + 999_999)


@given(instants)
def test_every_spelling_is_read_back(instant: int) -> None:
    """An instant comes back from each spelling as exactly as the spelling says it."""
    assert timestamps.parse(timestamps.to_compact(instant)) == instant
    assert timestamps.parse(timestamps.to_second(instant)) == instant - instant % SECOND
    assert timestamps.parse(timestamps.to_minute(instant)) == instant - instant % MINUTE


@given(instants)
def test_instants_are_those_of_the_standard_library(instant: int) -> None:
    """Without `datetime` the same calendar comes out as with it, also for other offsets."""
    moment = EPOCH + timedelta(microseconds=instant)
    assert timestamps.to_second(instant) == moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    assert timestamps.parse(moment.isoformat()) == instant


@given(st.integers(0, LAST - 3 * 86_400), st.integers(-14 * 60, 14 * 60))
def test_offsets_are_taken_into_account(second: int, minutes: int) -> None:
    """A time in another zone is the same instant."""
    zone = timezone(timedelta(minutes=minutes))
    spelled = (EPOCH + timedelta(seconds=second + 86_400)).astimezone(zone).isoformat()
    assert timestamps.parse(spelled) == (second + 86_400) * SECOND


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("2025-01-15 10:00:00", "2025-01-15T10:00:00Z"),
        ("2025-01-15T10:00", "2025-01-15T10:00:00Z"),
        ("2025-01-15", "2025-01-15T00:00:00Z"),
        (" 2025-01-15T10:00:00z ", "2025-01-15T10:00:00Z"),
        ("2025-01-15T10:00:00+0200", "2025-01-15T08:00:00Z"),
        ("20250115T100000Z", "2025-01-15T10:00:00Z"),
    ],
)
def test_other_spellings_are_understood(text: str, same_as: str) -> None:
    """What people and other tools write for an instant is read too."""
    assert timestamps.parse(text) == timestamps.parse(same_as)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "2025",
        "2025-13-01",
        "2025-01-32",
        "2025-02-30",
        "2025-01-15T25:00",
        "2025-01-15T10:61",
        "²025-01-15",
        "2025-01-15T10:00:00.12x",
        "2025-01-15T10:00:00.+1",
        "T",
        "now",
        "2025-01-15T10:00:00+99:99",
    ],
)
def test_what_is_no_instant_is_not_read(text: str) -> None:
    """A text that is no time gives None."""
    assert timestamps.parse(text) is None


@given(st.text(max_size=30))
def test_reading_never_fails(text: str) -> None:
    """Any text is an instant or None."""
    assert isinstance(timestamps.parse(text), (int, type(None)))


def test_entry_names_sort_by_time() -> None:
    """The spelling in entry names sorts as the instants do and holds nothing that a file system refuses."""
    spelled = [timestamps.to_compact(instant) for instant in (1, SECOND, DAY, 400 * DAY, 20_000 * DAY)]
    assert spelled == sorted(spelled)
    assert not set("".join(spelled)) & set(':/\\*?"<>|')


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (0, "0 seconds"),
        (-5, "0 seconds"),
        (SECOND, "1 second"),
        (59 * SECOND, "59 seconds"),
        (MINUTE, "1 minute"),
        (2 * HOUR + MINUTE, "2 hours"),
        (DAY, "1 day"),
        (40 * DAY, "40 days"),
    ],
)
def test_lengths_are_said_in_one_unit(length: int, said: str) -> None:
    """A length of time is told in its largest unit, in the singular where it is one."""
    assert timestamps.span(length) == said


def test_ages_are_said_as_people_do() -> None:
    """What is less than a minute old, or in the future by a clock's error, happened just now."""
    assert [timestamps.ago(DAY, DAY + late) for late in (-HOUR, 0, 59 * SECOND, HOUR)] == ["just now"] * 3 + [
        "1 hour ago"
    ]
