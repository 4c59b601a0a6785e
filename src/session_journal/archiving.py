"""Putting sessions that ended long ago into a folder for their year, where they are still found."""

from __future__ import annotations

import os
import time

from . import files, healing, moment, recorder, timestamps
from .errors import Problem, WrongCall
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .lock import Lock
    from .store import Loaded, Store

_UNITS = {"d": timestamps.DAY, "w": 7 * timestamps.DAY}


class Moved(Value):
    """A session's document that goes from one path to another (both as seen from the project's root)."""

    shortname: str
    ended: int
    source: str
    target: str


class Archived(Value):
    """What was moved (or would be), and the problems with what was not."""

    moved: tuple[Moved, ...]
    problems: tuple[Problem, ...]


def before(text: str, present: int) -> int:
    """Read a bound: a date, an instant, or so many days or weeks ago (`30d`, `4w`); raises WrongCall."""
    number, unit = text.strip()[:-1], text.strip()[-1:].casefold()
    if number.isascii() and number.isdigit() and unit in _UNITS and len(number) < 6:
        return present - int(number) * _UNITS[unit]
    instant = timestamps.parse(moment.as_date(text, present))
    if instant is None:
        raise WrongCall(f"{text!r} is no date: say `2026-01-31`, or `30d` or `4w` for so many days or weeks ago.")
    return instant


def archive(store: Store, bound: int, seconds: float, *, dry_run: bool = False) -> Archived:
    """Move the sessions that ended before an instant to `archive/YYYY/`; tell what was moved and what was not.

    One rename a session, so that a crash leaves each document in one of the two places, and both are looked at.
    """
    if dry_run:
        return _each(store, bound, None)
    with store.locked(seconds) as held:
        healing.heal(store, held, "")
        return _each(store, bound, held)


def _each(store: Store, bound: int, held: Lock | None) -> Archived:
    store.active_paths()  # raises NoStore
    listing = store.ended_sessions()
    moved: list[Moved] = []
    problems = list(listing.problems)
    for loaded in reversed(listing.sessions):
        ended = _ended(store, loaded)
        target = store.path("archive", _year(ended), os.path.basename(loaded.path))
        if ended >= bound or os.path.dirname(loaded.path) not in (store.path("active"), store.path("archive")):
            continue  # too young, or in a year's folder already
        try:
            if held is not None:
                held.leave(loaded.session.key)
                _move(store, loaded, target)
        except Problem as problem:
            problems.append(problem)
            continue
        moved.append(
            Moved(
                shortname=loaded.session.shortname,
                ended=ended,
                source=store.relative(loaded.path),
                target=store.relative(target),
            )
        )
    return Archived(moved=tuple(moved), problems=tuple(problems))


def _ended(store: Store, loaded: Loaded) -> int:
    """Return when a session ended: as its journal says, else when its document was written last."""
    ends = store.journal(loaded.session.key).newest(1, ("completed", "abandoned"))
    return ends[0].at if ends else loaded.session.updated


def _year(instant: int) -> str:
    return f"{time.gmtime(instant // timestamps.SECOND).tm_year:04d}"


def _move(store: Store, loaded: Loaded, target: str) -> None:
    files.make_folder(os.path.dirname(target))
    files.move(loaded.path, target)
    recorder.write_brief(store, loaded.replace(path=target))
