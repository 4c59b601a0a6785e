"""Documents: what cannot be read, what is in the wrong place, what there is twice, what is behind its journal."""

from __future__ import annotations

import os

from .. import identity
from ..errors import Malformed
from . import mending
from .finding import NOTE, Finding, Mend, fine
from .place import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .place import Place
    from .survey import Seen


def look(place: Place) -> Iterator[Finding]:
    """Look at every document, open and archived."""
    seen = place.survey.documents
    if place.survey.trouble:
        text = f"the documents cannot be listed ({place.survey.trouble})"
        yield Finding(what="documents-unlisted", text=text, path=".sessions")
        return
    for one in seen:
        yield from _alone(place, one)
    yield from _twice(place, seen)
    yield from _gone(place)
    opened = sum(one.is_open for one in seen)
    yield fine(f"{many(len(seen), 'document')}, {many(opened, 'open session')}" if seen else "no document yet")


def _alone(place: Place, seen: Seen) -> Iterator[Finding]:
    """Yield what is the matter with one document by itself."""
    shown = place.store.relative(seen.path)
    if seen.leads_to:
        text = f"{shown} is a link that leads out of .sessions, to {seen.leads_to}: put the file itself there"
        yield Finding(what="document-link", text=text, path=shown)
    if seen.destroyed:
        yield _destroyed(place, seen)
    elif seen.problem is not None:
        yield _unreadable(place, seen)
    elif seen.id:
        yield from _readable(place, seen)


def _readable(place: Place, seen: Seen) -> Iterator[Finding]:
    shown = place.store.relative(seen.path)
    if seen.alien:
        text = f"{shown}:{seen.alien} holds bytes that are not UTF-8; they are kept, save the file as UTF-8"
        yield Finding(what="document-not-utf8", text=text, path=shown, line=seen.alien, severity=NOTE)
    if not seen.shortname or not seen.updated:
        text = (
            f"{shown} has no `updated_at` that can be read, so it is listed last: write one into its front matter"
        )
        yield Finding(what="document-keys", text=text, path=shown, line=1, severity=NOTE)
    if seen.late:
        text = f"{shown} lacks {many(seen.late, 'entr|y|ies')} of its journal, as after a crash; readers add them"
        mend = Mend(does="write them into it", do=lambda: mending.catch_up(place, seen))
        yield Finding(what="document-behind", text=text, path=shown, severity=NOTE, mend=mend)
    yield from _misplaced(place, seen)
    yield from _misnamed(place, seen)


def _misplaced(place: Place, seen: Seen) -> Iterator[Finding]:
    shown = place.store.relative(seen.path)
    active = os.path.dirname(seen.path) == place.store.path("active")
    if active == seen.is_open:
        return
    folder = "archive" if active else "active"
    why = "belongs into archive/" if active else "is not found among the open sessions"
    mend = Mend(
        does=f"move it to {folder}/", do=lambda: mending.move(place, seen, folder, os.path.basename(seen.path))
    )
    yield Finding(what="document-misplaced", text=f"{shown} is {seen.status} and {why}", path=shown, mend=mend)


def _misnamed(place: Place, seen: Seen) -> Iterator[Finding]:
    """Compare the key in a file's name with the one of its id, which is what its journal goes by."""
    key = identity.key_of(seen.id)
    journals = place.survey.journals
    if seen.key == key:
        return
    shown = place.store.relative(seen.path)
    name = f"{identity.shortname(seen.shortname) or 'session'}-{key}.md"
    says = f"ends in {seen.key}" if seen.key else "has no key at its end"
    text = f"{shown}: its name {says}, its id says {key}; it should be called {name}"
    alone = sum(other.id == seen.id for other in place.survey.documents) == 1
    mend = None
    if alone and seen.key not in journals:
        mend = Mend(does="rename it", do=lambda: mending.rename(place, seen, name))
    yield Finding(what="document-misnamed", text=text, path=shown, mend=mend)


def _destroyed(place: Place, seen: Seen) -> Finding:
    shown = place.store.relative(seen.path)
    journal = place.survey.journals.get(seen.key)
    if journal is None or not journal.started:
        text = f"{shown} {seen.destroyed}, and there is no journal to make it from: restore it from a backup"
        return Finding(what="document-destroyed", text=text, path=shown)
    text = f"{shown} {seen.destroyed}; its journal holds {many(journal.count, 'entr|y|ies')} to make it from"
    mend = Mend(does="make it anew and keep the file beside it", do=lambda: mending.rebuild(place, seen.key, seen))
    return Finding(what="document-destroyed", text=text, path=shown, mend=mend)


def _unreadable(place: Place, seen: Seen) -> Finding:
    """Name what only a person can mend, and the way out where there is a journal."""
    shown = place.store.relative(seen.path)
    journal = place.survey.journals.get(seen.key)
    line = seen.problem.line if isinstance(seen.problem, Malformed) else 0
    reason = seen.problem.what if isinstance(seen.problem, Malformed) else str(seen.problem).rstrip(".")
    where = f"{shown}:{line}" if line else shown
    ways = "mend it by hand"
    if journal is not None and journal.started:
        ways += ", or move it away and let `session doctor --fix` make it anew from its journal"
    return Finding(what="document-unreadable", text=f"{where}: {reason}; {ways}", path=shown, line=line)


def _twice(place: Place, seen: list[Seen]) -> Iterator[Finding]:
    """Yield what two documents share and should not: ids; the names of open sessions; numbers."""
    known = [one for one in seen if one.id]
    opened = [one for one in known if one.is_open]
    for id_, same in _shared(known, lambda one: one.id):
        text = f"{_named(place, same)} have one id, {id_}: keep one of them and move the others out of .sessions"
        yield Finding(what="same-id", text=text, path=place.store.relative(same[0].path))
    ids = {one.id: one for one in known}.values()
    for name, same in _shared([one for one in opened if one in ids], lambda one: one.shortname):
        keys = " or ".join(identity.key_of(one.id) for one in same)
        text = f"{_named(place, same)} are both called {name}: say {keys} for the one you mean"
        yield Finding(what="same-shortname", text=text, path=place.store.relative(same[0].path), severity=NOTE)
    for number, same in _shared(list(ids), lambda one: _number(one.number)):
        text = f"{_named(place, same)} have one number, {number}: change the `number` of one in its front matter"
        yield Finding(what="same-number", text=text, path=place.store.relative(same[0].path), severity=NOTE)


def _number(text: str) -> str:
    return f"{int(text):05d}" if identity.is_number(text) else ""


def _named(place: Place, same: list[Seen]) -> str:
    names = [place.store.relative(one.path) for one in same[:3]]
    more = [f"{len(same) - 3} more"] if len(same) > 3 else []
    return " and ".join([*names, *more])


def _shared(seen: list[Seen], key: Callable[[Seen], str]) -> Iterator[tuple[str, list[Seen]]]:
    groups: dict[str, list[Seen]] = {}
    for one in seen:
        groups.setdefault(key(one), []).append(one)
    return ((name, same) for name, same in groups.items() if name and len(same) > 1)


def _gone(place: Place) -> Iterator[Finding]:
    """Yield the journals whose document is nowhere."""
    keys = place.survey.keys
    for journal in place.survey.journals.values():
        if not journal.is_key or not journal.count or journal.name in keys:
            continue
        shown = place.store.relative(journal.path)
        if not journal.started:
            text = (
                f"{shown} has no document and no `started` entry to make one from: look into it, then put it away"
            )
            yield Finding(what="journal-orphan", text=text, path=shown)
            continue
        if journal.count == 1:
            text = f"{shown} holds the start of a session whose document was never written"
        else:
            text = f"{shown} holds {many(journal.count, 'entr|y|ies')} of a session whose document is gone"
        yield Finding(what="document-gone", text=text, path=shown, mend=_anew(place, journal.name))


def _anew(place: Place, key: str) -> Mend:
    return Mend(does="make the document from its journal", do=lambda: mending.rebuild(place, key, None))
