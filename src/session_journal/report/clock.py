"""Instants as people read them, in this machine's local time: days, clock times, lengths."""

from __future__ import annotations

import time

from .. import timestamps

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _local(instant: int) -> time.struct_time:
    return time.localtime(instant // timestamps.SECOND)


def day(instant: int) -> str:
    """Name the local day of an instant so that names sort: `2025-01-15`; "" for no instant."""
    return time.strftime("%Y-%m-%d", _local(instant)) if instant else ""


def ordinal(instant: int) -> int:
    """Return the number of a local day, counted one after another; a Monday is a multiple of seven."""
    moment = _local(instant)
    noon = timestamps.parse("%04d-%02d-%02dT12:00" % moment[:3]) or 0
    return noon // timestamps.DAY + 3  # 1970-01-01 was a Thursday


def of_ordinal(number: int) -> tuple[int, int, int]:
    """Return the year, month and day of a numbered day."""
    moment = time.gmtime((number - 3) * 86_400)
    return moment.tm_year, moment.tm_mon, moment.tm_mday


def long_day(instant: int) -> str:
    """Spell a local day in full: `Wednesday, 15 January 2025`."""
    moment = _local(instant)
    return f"{_DAYS[moment.tm_wday]}, {moment.tm_mday} {time.strftime('%B', moment)} {moment.tm_year}"


def short_day(instant: int) -> str:
    """Spell a local day in short: `15 Jan`."""
    moment = _local(instant)
    return f"{moment.tm_mday} {MONTHS[moment.tm_mon - 1]}"


def dated(instant: int) -> str:
    """Spell a local day with its year: `15 Jan 2025`; "unknown" for no instant."""
    return f"{short_day(instant)} {_local(instant).tm_year}" if instant else "unknown"


def clock(instant: int) -> str:
    """Spell the local time of day: `10:30`."""
    return time.strftime("%H:%M", _local(instant))


def exact(instant: int) -> str:
    """Spell an instant to the minute: `15 Jan 2025, 10:30`; "unknown" for no instant."""
    return f"{dated(instant)}, {clock(instant)}" if instant else "unknown"


def zone(instant: int) -> str:
    """Name the local zone at an instant by its distance from UTC: `UTC`, `UTC+02:00`."""
    offset = time.strftime("%z", _local(instant))
    return "UTC" if offset in ("+0000", "-0000", "") else f"UTC{offset[:3]}:{offset[3:]}"


def length(microseconds: int) -> str:
    """Spell a length of time in its two largest units: `2 h 10 min`, `3 d 4 h`, `under a minute`."""
    minutes = max(0, microseconds) // timestamps.MINUTE
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = ((days, "d"), (hours, "h"), (minutes if not days else 0, "min"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "under a minute"


def worked(microseconds: int) -> str:
    """Spell time at work, of which no day has 24 hours: `45 min`, `2 h 10 min`, `1,612 h`."""
    minutes = max(0, microseconds) // timestamps.MINUTE
    return length(microseconds) if minutes < 1440 else f"{minutes // 60:,} h"


def roughly(microseconds: int) -> str:
    """Spell a length of time in its largest unit: `20 h`, `3 d`."""
    return " ".join(length(microseconds).split()[:2])
