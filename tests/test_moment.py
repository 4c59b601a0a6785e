"""Times as a person types them."""

from __future__ import annotations

import time

import pytest

from session_journal import moment, timestamps
from session_journal.errors import WrongCall

NOW = timestamps.parse("2026-02-16T17:31:05Z") or 0


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set this machine's clock to Berlin."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("13:45", "2026-02-16T12:45:00Z"),
        (" 13:45:30 ", "2026-02-16T12:45:30Z"),
        ("13:45Z", "2026-02-16T13:45:00Z"),
        ("00:00", "2026-02-15T23:00:00Z"),
        ("2025-07-01T12:00", "2025-07-01T10:00:00Z"),
        ("2025-07-01 12:00:59.5", "2025-07-01T10:00:59Z"),
        ("2025-07-01T12:00-05:00", "2025-07-01T17:00:00Z"),
        ("2024-02-29", "2024-02-28T23:00:00Z"),
    ],
)
def test_a_time_is_read(text: str, instant: str) -> None:
    """With the date of today where it has none, in local time where it names no zone, summer time and all."""
    assert timestamps.to_second(moment.past(text, NOW)) == instant


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    "text", ["", ":", "1:45", "24:00", "13:60", "13:45:99", "2025-02-29", "2026-2-1", "now", "18:32"]
)
def test_what_is_no_past_time_is_refused(text: str) -> None:
    """Half a time, an impossible one, a day that no calendar has and the future are wrong calls."""
    with pytest.raises(WrongCall):
        moment.past(text, NOW)
