"""Mending documents, under the store's lock: each looks again first and replaces nothing without keeping it."""

from __future__ import annotations

import os

from .. import files, identity, recorder, session
from .. import rebuild as rebuilding
from ..document import Document
from ..errors import Refused
from . import survey
from .place import many, stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..store import Loaded
    from .place import Place
    from .survey import Seen


def rebuild(place: Place, key: str, seen: Seen | None) -> str:
    """Make a document from its journal: in the place of a destroyed one (which is kept), or where none is."""
    store = place.store
    with store.locked(place.project.lock_seconds):
        entries = store.journal(key).all()
        text = rebuilding.document_from(entries)
        value = session.read(Document.parse(text, key))
        kept = _put_aside(place, seen) if seen else _refuse_other(place, key)
        folder = store.path("active" if value.is_open else "archive")
        path = seen.path if seen else os.path.join(folder, f"{_stem(value)}-{key}.md")
        files.make_folder(os.path.dirname(path))
        try:
            files.create(path, text.encode("utf-8", "surrogateescape"))
        except FileExistsError:
            raise Refused(f"{store.relative(path)} is there again; it was left as it is.") from None
        recorder.write_brief(store, store.load(path))
    made = f"Made {store.relative(path)} anew from {many(len(entries), 'entr|y|ies')} of its journal"
    return made + (f"; the destroyed one is kept as {store.relative(kept)}" if kept else "")


def _stem(value: session.Session) -> str:
    return identity.shortname(value.shortname) or "session"


def _put_aside(place: Place, seen: Seen) -> str:
    """Rename a destroyed document, where it still is one, and return what it is called now."""
    shown = place.store.relative(seen.path)
    if not survey.look(seen.path, shown, os.path.realpath(place.store.folder)).destroyed:
        raise Refused(f"{shown} was changed meanwhile; it was left as it is.")
    kept = f"{seen.path}.destroyed-{stamp(place.project.present)}"
    files.move(seen.path, kept)
    return kept


def _refuse_other(place: Place, key: str) -> str:
    """Refuse to make a document beside one that has come back."""
    paths = [*place.store.active_paths(), *place.store.archive_paths()]
    for path in paths:
        if path.endswith(f"-{key}.md"):
            raise Refused(f"{place.store.relative(path)} is there again; it was left as it is.")
    return ""


def catch_up(place: Place, seen: Seen) -> str:
    """Write into a document what its journal holds beyond it."""
    store = place.store
    with store.locked(place.project.lock_seconds):
        loaded = store.load(seen.path)
        text = loaded.document.text.encode("utf-8", "surrogateescape")
        if text != loaded.data and not files.replace(seen.path, text, expected=loaded.data):
            raise Refused(f"{store.relative(seen.path)} is being edited; it was left as it is.")
        recorder.write_brief(store, loaded)
    return f"Brought {store.relative(seen.path)} up to its journal ({many(seen.late, 'entr|y|ies')})"


def move(place: Place, seen: Seen, folder: str, name: str) -> str:
    """Move a document into a folder of the store, under a name that is free there."""
    store = place.store
    target = store.path(*folder.split(os.sep), name)
    with store.locked(place.project.lock_seconds):
        files.make_folder(os.path.dirname(target))
        files.move(seen.path, target)
        recorder.write_brief(store, store.load(target))
    return f"Moved {store.relative(seen.path)} to {store.relative(target)}"


def rename(place: Place, seen: Seen, name: str) -> str:
    """Give a document another name where it is."""
    folder = os.path.relpath(os.path.dirname(seen.path), place.store.folder)
    return move(place, seen, folder, name)


def write_brief(place: Place, loaded: Loaded) -> str:
    """Write a session's progress.md as it should be."""
    with place.store.locked(place.project.lock_seconds):
        warnings = recorder.write_brief(place.store, place.store.load(loaded.path))
    if warnings:
        raise Refused(warnings[0])
    return f"Wrote .sessions/journal/{loaded.session.key}/progress.md anew"
