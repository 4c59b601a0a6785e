"""Instants: whole microseconds since 1970 in UTC, and their spellings in files and sentences.

`datetime` is not used: importing it costs a quarter of a hook's start, and hooks need only these few spellings.
"""

from __future__ import annotations

import time

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def now() -> int:
    """Return the present instant in microseconds."""
    return time.time_ns() // 1000


def _parts(instant: int) -> tuple[int, int, int, int, int, int]:
    moment = time.gmtime(instant // SECOND)
    return moment.tm_year, moment.tm_mon, moment.tm_mday, moment.tm_hour, moment.tm_min, moment.tm_sec


def to_second(instant: int) -> str:
    """Spell as `2025-01-15T10:00:00Z`, the form of the front matter."""
    return "%04d-%02d-%02dT%02d:%02d:%02dZ" % _parts(instant)


def to_minute(instant: int) -> str:
    """Spell as `2025-01-15T10:00` (UTC), the form of list items."""
    return "%04d-%02d-%02dT%02d:%02d" % _parts(instant)[:5]


def to_compact(instant: int) -> str:
    """Spell as `20250115T100000.123456Z`, the form of entry names: no colon, sorts by time."""
    return "%04d%02d%02dT%02d%02d%02d.%06dZ" % (*_parts(instant), instant % SECOND)


def _days(year: int, month: int, day: int) -> int:
    """Count days from 1970-01-01 in the Gregorian calendar."""
    year -= month <= 2
    era_year = year % 400
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return year // 400 * 146097 + era_year * 365 + era_year // 4 - era_year // 100 + day_of_year - 719468


def _instant(date: str, clock: str) -> int:
    """Read `20250115` and `100000` or `100000.123456`; raises ValueError."""
    whole, _, fraction = clock.partition(".")
    if len(date) != 8 or len(whole) not in (4, 6) or not (date + whole).isdigit():
        raise ValueError(date + clock)
    month, day = int(date[4:6]), int(date[6:8])
    hour, minute, second = int(whole[:2]), int(whole[2:4]), int(whole[4:6] or 0)
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60 and second <= 60):
        raise ValueError(date + clock)
    year, days = int(date[:4]), _days(int(date[:4]), month, day)
    if days >= _days(year + month // 12, month % 12 + 1, 1) or not (fraction + "0").isdigit():
        raise ValueError(date + clock)
    return (days * 86400 + hour * 3600 + minute * 60 + second) * SECOND + int((fraction + "000000")[:6])


def _split_zone(text: str) -> tuple[str, int]:
    """Split `10:00:00+02:00` into the clock and the zone's offset in microseconds."""
    if text.endswith(("Z", "z")):
        return text[:-1], 0
    for sign in "+-":
        clock, found, zone = text.partition(sign)
        digits = zone.replace(":", "")
        if found and digits.isdigit() and len(digits) == 4 and digits < "2400" and digits[2:] < "60":
            offset = int(digits[:2]) * HOUR + int(digits[2:]) * MINUTE
            return clock, offset if sign == "+" else -offset
    return text, 0


def parse(text: str) -> int | None:
    """Read any of the spellings above, also with a space for the T, an offset, or only a date.

    Returns None for what is not an instant; a spelling without a zone is UTC.
    """
    date, _, rest = text.strip().replace(" ", "T", 1).partition("T")
    clock, offset = _split_zone(rest)
    try:
        return _instant(date.replace("-", ""), clock.replace(":", "") or "0000") - offset
    except ValueError:
        return None


def span(microseconds: int) -> str:
    """Spell a length of time in its largest fitting unit: `45 seconds`, `3 hours`, `9 days`."""
    microseconds = max(0, microseconds)
    for unit, size in (("day", DAY), ("hour", HOUR), ("minute", MINUTE)):
        if microseconds >= size:
            count = microseconds // size
            return f"{count} {unit}{'s' * (count != 1)}"
    count = microseconds // SECOND
    return f"{count} second{'s' * (count != 1)}"


def ago(then: int, present: int) -> str:
    """Spell how long ago `then` was: `just now`, `3 hours ago`."""
    return "just now" if present - then < MINUTE else f"{span(present - then)} ago"


def week(instant: int) -> str:
    """Spell the ISO week of an instant (UTC): `2025-W03`."""
    return time.strftime("%G-W%V", time.gmtime(instant // SECOND))
