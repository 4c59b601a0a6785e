"""Journals: folders that are none, entries that cannot be read, briefs that are missing or old."""

from __future__ import annotations

import os

from .. import brief, files, healing, journal, timestamps
from ..errors import Malformed, Problem, Refused
from . import mending, survey
from .finding import NOTE, Finding, Mend, fine
from .place import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place
    from .survey import Records, Seen

_MOST_READ = 5_000
_OF_ONE = 1_000
"""Entries that are opened, in all and of one journal: the newest of open sessions. Of others names do."""


def look(place: Place) -> Iterator[Finding]:
    """Look at every journal."""
    found = place.survey.journals.values()
    for one in found:
        yield from _alone(place, one)
    room, ids = _MOST_READ, [seen.id for seen in place.survey.documents]
    for seen in place.survey.documents:
        records = place.survey.journals.get(seen.id[-6:]) if seen.is_open else None
        if records is None or records.problem:
            continue
        count = min(room, _OF_ONE, records.count)
        room -= count
        yield from _entries(place, records, count)
        if ids.count(seen.id) == 1:  # of two documents, each would have its own
            yield from _brief(place, seen, records)
    total = sum(one.count for one in found)
    yield fine(f"{many(total, 'entr|y|ies')} in {many(len(found), 'journal')}")


def _alone(place: Place, records: Records) -> Iterator[Finding]:
    shown = place.store.relative(records.path)
    if records.problem:
        yield Finding(
            what="journal-unreadable", text=f"{shown} {records.problem}: put that right by hand", path=shown
        )
    elif not records.is_key:
        text = f"{shown} is not named by a session's key, so nothing reads it: move it out of .sessions"
        yield Finding(what="journal-foreign", text=text, path=shown, severity=NOTE)
    elif records.empty and records.name not in place.survey.keys:
        text = f"{shown} is an empty folder that no session has, as a killed `session init` leaves it"
        mend = Mend(does="remove the empty folder", do=lambda: _remove(place, records))
        yield Finding(what="journal-empty", text=text, path=shown, severity=NOTE, mend=mend)
    if records.batches:
        text = (
            f"{shown} holds entries of a killed writer that are not in files of their own yet; readers know them"
        )
        mend = Mend(does="give each its file", do=lambda: _finish(place, records))
        yield Finding(what="entries-unfinished", text=text, path=shown, severity=NOTE, mend=mend)
    strangers = records.others
    if strangers and not records.problem:
        more = f" and {len(strangers) - 1} more" if len(strangers) > 1 else ""
        text = (
            f"{shown}/entries holds {strangers[0]}{more}, which is no entry's name, so it is not read: "
            "move it away"
        )
        yield Finding(what="entry-foreign", text=text, path=shown, severity=NOTE)


def _finish(place: Place, records: Records) -> str:
    """Do what the next writer would."""
    shown = place.store.relative(records.path)
    with place.store.locked(place.project.lock_seconds):
        healing.finish_journal(place.store, records.name)
    if survey.records(records.path).batches:
        raise Refused(f"{shown}/entries/{records.batches[0]} cannot be read: look into it and put it away.")
    return f"Gave the entries that a killed writer left in {shown} files of their own"


def _remove(place: Place, records: Records) -> str:
    """Remove folders that hold nothing; the system refuses any other."""
    for path in (os.path.join(records.path, "entries"), records.path):
        if os.path.isdir(path):
            os.rmdir(path)
    return f"Removed the empty folder {place.store.relative(records.path)}"


def _entries(place: Place, records: Records, count: int) -> Iterator[Finding]:
    """Read the newest entries of a journal and name those that say nothing."""
    kept = place.store.journal(records.name)
    for name in kept.names()[-count:] if count else []:
        path = os.path.join(kept.folder, name + ".md")
        shown = place.store.relative(path)
        reason, line = _reason(kept, name, path)
        if reason:
            where = f"{shown}:{line}" if line else shown
            text = f"{where}: {reason}; what it said is left out: restore it from a backup, or move it away"
            yield Finding(what="entry-damaged", text=text, path=shown, line=line)


def _reason(kept: journal.Journal, name: str, path: str) -> tuple[str, int]:
    """Return why an entry cannot be read and the line; ("", 0) where it can."""
    try:
        if not files.read_start(path, 1):
            return "is empty", 0
        entry = kept.read(name)
    except FileNotFoundError:
        return "", 0  # taken back while we looked
    except Malformed as problem:
        return problem.what, problem.line
    except (Problem, OSError) as problem:
        return str(problem).rstrip("."), 0
    if entry.kind not in journal.KINDS:
        return f"is of a kind that is not known here, {entry.kind!r}", 1
    return "", 0


def _brief(place: Place, seen: Seen, records: Records) -> Iterator[Finding]:
    """Compare progress.md of an open session with what it should say."""
    path = os.path.join(records.path, "progress.md")
    shown = place.store.relative(path)
    try:
        loaded = place.store.load(seen.path)
        newest = place.store.journal(records.name).newest(brief.RECENT, brief.TELLING)
        facts = brief.Facts(path=place.store.relative(seen.path))
        wanted = brief.render(loaded.session, newest, facts).encode("utf-8", "replace")
    except (Problem, OSError):
        return
    mend = Mend(does="write it anew", do=lambda: mending.write_brief(place, loaded))
    try:
        if files.read(path) == wanted:
            return
        text = f"{shown} is older than its session, as after a crash or a change by hand"
    except FileNotFoundError:
        text = f"{shown} is missing"
    except Problem as problem:
        yield Finding(what="brief-unreadable", text=str(problem).rstrip("."), path=shown)
        return
    yield Finding(what="brief-stale", text=text, path=shown, severity=NOTE, mend=mend)


def newest_instant(place: Place) -> int:
    """Return when the newest entry of all journals was written, 0 where there is none."""
    return max((journal.instant_of(one.newest) for one in place.survey.journals.values()), default=0)


def is_ahead(place: Place) -> bool:
    """Tell whether the newest entry was written in what is the future now."""
    return newest_instant(place) > place.project.present + 5 * timestamps.MINUTE
