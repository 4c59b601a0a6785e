"""What a killed writer left half done is finished by the next one, under the lock, before it writes itself.

An entry that counts is applied by whoever reads (`Store.load`). Here is what needs a write: a session that was
being started or ended, entries that were being given their files, and files that nobody waits for.
"""

from __future__ import annotations

import os

from . import files, git, identity, leftovers, template
from .errors import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .journal import Entry
    from .lock import Lock
    from .store import Loaded, Store


_FOLDERS = ("", "active", ".state", ".state/conversations", ".state/running", ".state/awaiting")
"""Where writers leave files, beside the journals."""


def heal(store: Store, held: Lock, key: str, again: str = "") -> list[str]:
    """Finish what can be, before the session with a key is written; return what the person should know.

    The lock tells which session was written last: its journal is looked at as well, and no other one.
    `again` is the name of a session that is about to be started: a start of it that broke off is forgotten, since
    nobody was told that it worked.
    """
    _finish_start(store, again)
    for one in {held.word(), key}:
        if identity.is_key(one):
            finish_journal(store, one)
    if key:
        held.leave(key)
    _finish_ends(store)
    kept = [path for folder in _FOLDERS for path in leftovers.sweep(store.path(*folder.split("/")))]
    return [note for path in kept if (note := _set_aside(store, path))]


def finish_journal(store: Store, key: str) -> None:
    """Finish what broke off in a session's journal."""
    journal = store.journal(key)
    leftovers.sweep(journal.folder, journal.finish())
    leftovers.sweep(os.path.dirname(journal.folder))


def _set_aside(store: Store, path: str) -> str:
    """Keep what somebody saved while a writer was killed, where nothing else can be said of it."""
    target = store.path(".state", "kept", os.path.basename(path).lstrip("."))
    try:
        files.make_folder(os.path.dirname(target))
        files.move(path, target)
    except Problem:
        return ""
    return f"A version that was saved while a writer was killed is kept in {store.relative(target)}."


# a start: the mark, the entry, the document; then the mark goes


def begin_start(store: Store, key: str) -> None:
    """Mark that a session with this key is being started."""
    files.replace(_mark(store), f"{key}\n".encode(), durable=False)


def end_start(store: Store) -> None:
    """Take the mark away."""
    files.forget(_mark(store))


def _mark(store: Store) -> str:
    return store.path(".state", "starting")


def _finish_start(store: Store, again: str) -> None:
    """Give a session the document that it was to have, where its start broke off before that."""
    try:
        key = files.read_text(_mark(store), limit=100).strip()
        started = store.journal(key).all(("started",))[:1] if identity.is_key(key) else []
        for entry in started:
            _finish_started(store, key, entry, again)
    except FileNotFoundError:
        return
    except (Problem, OSError):
        pass
    end_start(store)


def _finish_started(store: Store, key: str, entry: Entry, again: str) -> None:
    journal, name = store.journal(key), entry.field("shortname")
    own = os.path.join(journal.folder, entry.name + ".md")
    if any(git.is_tracked(store.root, store.relative(path)) for path in (_mark(store), own)):
        return  # it came with the repository
    paths = [*store.active_paths(), *store.archive_paths()]
    if identity.key_of(entry.field("id")) != key or any(path.endswith(f"-{key}.md") for path in paths):
        return
    if name == again:
        journal.take_back(entry)
    elif name == identity.shortname(name):  # it is part of a path
        files.create(store.path("active", f"{name}-{key}.md"), _encode(template.document(entry)))


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


# an end: the entry, the document, the move to the archive


def archive(store: Store, loaded: Loaded) -> Loaded:
    """Move an ended session's document to the archive; one that goes on stays."""
    if loaded.session.is_open:
        return loaded
    target = store.path("archive", os.path.basename(loaded.path))
    files.make_folder(store.path("archive"))
    files.move(loaded.path, target)
    return loaded.replace(path=target)


def _finish_ends(store: Store) -> None:
    """Archive what a crash left behind between the ending of a session and the move of its document."""
    for path in store.active_paths():
        try:
            if not _may_have_ended(store, path):
                continue
            loaded = store.load(path)
            if not loaded.session.is_open:
                text = _encode(loaded.document.text)
                if text != loaded.data and not files.replace(loaded.path, text, expected=loaded.data):
                    continue  # it is being edited
                archive(store, loaded)
        except (Problem, OSError):
            continue


def _may_have_ended(store: Store, path: str) -> bool:
    """Tell, without reading much, whether a document or its journal speaks of an end."""
    head = files.read_start(path, 2048)
    if b"status: completed" in head or b"status: abandoned" in head:
        return True
    key = os.path.basename(path)[:-3].rpartition("-")[2]
    last = store.journal(key).last() if identity.is_key(key) else ""
    return "-completed-" in last or "-abandoned-" in last
