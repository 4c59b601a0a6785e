"""A time as a person types it (`13:45`, `2026-02-16T17:30`, with or without a zone) -> an instant."""

from __future__ import annotations

import time

from . import timestamps
from .errors import WrongCall

_SPELLINGS = "`13:45`, `yesterday 17:30`, `2026-02-16T17:30` or `2026-02-16T17:30+01:00`"
_DAYS = {"today": 0, "yesterday": 1}
"""Words for a day -> how many days ago it was."""


def past(text: str, present: int) -> int:
    """Return the instant that a text names, by the clock of this machine unless it names a zone.

    A clock time alone is today's. Raises WrongCall for what is no time or lies in the future.
    """
    instant = _read(text.strip(), present)
    if instant is None:
        raise WrongCall(f"{text!r} is no time that can be read: type {_SPELLINGS}.")
    if instant > present:
        raise WrongCall(f"{text!r} is in the future: a record tells what was ({_SPELLINGS}).")
    return instant


def _read(text: str, present: int) -> int | None:
    text = as_date(text, present)
    date, separator, clock = text.replace(" ", "T", 1).partition("T")
    if not separator and ":" in date:
        date, clock = _day(present), date
    written = timestamps.parse(f"{date}T{clock or '00:00'}")
    if written is None or not _is_day(date) or _clock(clock) is None:
        return None
    zoned = clock[-1:] in ("Z", "z") or "+" in clock or "-" in clock
    return written if zoned else _local(written)


def as_date(text: str, present: int) -> str:
    """Return the text with `today` or `yesterday` at its beginning as a date, by this machine's clock."""
    first, _, behind = text.strip().partition(" ")
    if first.casefold() not in _DAYS:
        return text
    return f"{_day(present - _DAYS[first.casefold()] * timestamps.DAY)} {behind}".rstrip()


def _day(instant: int) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(instant // timestamps.SECOND))


def _clock(clock: str) -> str | None:
    """Return a clock time without its zone; None where that is not hours and minutes, with seconds or without."""
    bare = clock.rstrip("Zz").partition("+")[0].partition("-")[0]
    parts = bare.split(":")
    fits = clock == "" or (2 <= len(parts) <= 3 and all(len(part[:2]) == 2 for part in parts))
    return bare if fits else None


def _is_day(date: str) -> bool:
    """Tell whether a date is in the calendar: `2026-02-30` is not."""
    instant = timestamps.parse(date)
    return len(date) == 10 and instant is not None and timestamps.to_second(instant)[:10] == date


def _local(written: int) -> int:
    """Take an instant that was read as if in UTC for this machine's local time."""
    moment = time.gmtime(written // timestamps.SECOND)
    seconds = int(time.mktime((*moment[:8], -1)))
    return seconds * timestamps.SECOND + written % timestamps.SECOND
