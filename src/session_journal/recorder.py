"""The one way in which records arrive: under the lock, journal first, then the document, then the brief.

An entry counts when its file is on the disk. What comes after may fail or be cut off by a crash: the next read
applies what the document lacks, and the next write puts it there.
"""

from __future__ import annotations

import os

from . import brief, changes, eventlog, files, git, identity, template, timestamps
from .document import Document
from .errors import Malformed, NotFound, Problem, Refused, Unusable, WrongCall
from .journal import LOGGED, Entry, instant_of
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .session import Session
    from .store import Listing, Loaded, Store

    Plan = Callable[[Session, Document], Sequence[Entry]]

_TRIES = 5
LONGEST = 1_000_000
"""Characters of one record's text."""
TWICE = timestamps.MINUTE
"""The same text again within this time of itself is one record."""


class Recorded(Value):
    """What came of it: the session afterwards, the new entries, those left out as said twice, and warnings."""

    loaded: Loaded
    entries: tuple[Entry, ...] = ()
    repeated: tuple[Entry, ...] = ()
    warnings: tuple[str, ...] = ()


def record(store: Store, session_id: str, plan: Plan, *, conversation: str, seconds: float) -> Recorded:
    """Write entries into an open session.

    `plan` is asked for the entries under the lock, with the session as it is then; it may refuse. `seconds` is
    how long to wait for other writers. Raises NotFound when the session is no longer open, Busy, Unusable,
    Malformed; nothing is recorded then.
    """
    with store.locked(seconds):
        _finish_moves(store)
        loaded = store.by_id(session_id)
        if loaded is None:
            raise NotFound(session_id)
        head = git.head(store.root)
        drafts = [
            _with_facts(_clean(draft), head, conversation) for draft in plan(loaded.session, loaded.document)
        ]
        fresh, repeated = _sift(store, loaded, drafts)
        _try_out(loaded, fresh)
        loaded = _with_mark(store, loaded) if fresh else loaded
        entries = _journal(store, loaded, fresh)
        loaded, warnings = _update(store, loaded, entries)
        eventlog.append(store, loaded.session, entries)
        return Recorded(loaded=loaded, entries=tuple(entries), repeated=tuple(repeated), warnings=tuple(warnings))


def _try_out(loaded: Loaded, drafts: Sequence[Entry]) -> None:
    """Find out what a document refuses before anything is written."""
    document = loaded.document
    for draft in drafts:
        document = changes.apply(document, draft)
    if len(document.text) > files.MAX_BYTES // 2:  # half: a character may take two bytes and more
        size = len(document.text.encode("utf-8", "surrogateescape"))
        if drafts and size > files.MAX_BYTES:
            raise Refused(
                f"The document of {loaded.session.shortname} would grow above {files.MAX_BYTES // 1_000_000} MB: "
                "keep long texts in files of their own and log where they are."
            )


def start(store: Store, entry: Entry, *, seconds: float) -> Recorded:
    """Write a new session from its `started` entry (see template.document for its fields).

    A number among its fields is taken, else the next free one. Raises Refused when an open session has its
    shortname or any has its number.
    """
    store.create()
    with store.locked(seconds):
        listing = store.open_sessions()
        name = entry.field("shortname")
        for loaded in listing.sessions:
            if loaded.session.shortname == name:
                raise Refused(
                    f"A session called {name} is already open: go on with `session resume {name}`, "
                    f"or start this one under another name."
                )
        entry = _with_facts(_clean(entry), git.head(store.root), entry.conversation)
        entry = entry.replace(fields={**entry.fields, "number": _number(store, listing, entry.field("number"))})
        journal = store.journal(identity.key_of(entry.field("id")))
        if journal.names():  # one chance in sixteen million
            raise Refused("The new session's key is taken already: run the command again.")
        entry = journal.add(entry, 0)
        path = store.path("active", f"{name}-{identity.key_of(entry.field('id'))}.md")
        try:
            files.create(path, template.document(entry).encode("utf-8", "surrogateescape"))
        except FileExistsError as error:
            raise Unusable(path, error) from error
        loaded = store.load(path)
        eventlog.append(store, loaded.session, (entry,))
        return Recorded(loaded=loaded, entries=(entry,), warnings=tuple(write_brief(store, loaded)))


def _number(store: Store, listing: Listing, wanted: str) -> str:
    """Return a free number, five digits: the one wanted, or the next.

    The highest one is remembered, so that the archive need not be read for the next. Raises Refused.
    """
    path = store.path(".state", "last_number")
    known = _numbers(listing)  # an open one may have come from another machine
    try:
        last = int(files.read_text(path, limit=100))
    except (FileNotFoundError, ValueError, Malformed):
        last, known = 0, {**_numbers(store.ended_sessions()), **known}
    if wanted:
        known = {**_numbers(store.ended_sessions()), **known}
        _refuse_taken(known, int(wanted), max(last, *known, 0))
    last = max(last, *known, 0)
    number = int(wanted) if wanted else last + 1
    files.replace(path, str(max(number, last)).encode())
    return f"{number:05d}"


def _numbers(listing: Listing) -> dict[int, Session]:
    sessions = (loaded.session for loaded in listing.sessions)
    return {int(value.number): value for value in sessions if identity.is_number(value.number)}


def _refuse_taken(known: dict[int, Session], number: int, last: int) -> None:
    value = known.get(number)
    if value is not None:
        go_on = f"continue it with `session resume {number:05d}`" if value.is_open else f"it is {value.status}"
        raise Refused(
            f"Session {number:05d} exists, {value.shortname}: {go_on}, or take the next one: "
            f"`session init --number {last + 1:05d}`."
        )


def _clean(draft: Entry) -> Entry:
    """Return the entry with newlines for all line ends, which no document could tell apart; refuses NUL bytes."""
    fields = {
        key: [_line_ends(x) for x in v] if not isinstance(v, str) else _line_ends(v)
        for key, v in draft.fields.items()
    }
    if len(draft.text) > LONGEST:
        raise WrongCall(f"A text may have {LONGEST:,} characters: put a longer one into a file and log its path.")
    return draft.replace(text=_line_ends(draft.text).strip("\n"), fields=fields)


def _line_ends(text: str) -> str:
    if "\0" in text:
        raise WrongCall("The text holds a NUL byte; leave it out.")
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _with_facts(draft: Entry, head: git.Head, conversation: str) -> Entry:
    facts = {"branch": head.branch, "commit": head.commit}
    fields = {**draft.fields, **{key: value for key, value in facts.items() if value}}
    return draft.replace(fields=fields, conversation=conversation)


def _with_mark(store: Store, loaded: Loaded) -> Loaded:
    """Give a document that was written by hand its `last_entry`, so that later entries can be told apart."""
    for _ in range(_TRIES):
        if store.is_marked(loaded.session):
            break
        last = store.journal(loaded.session.key).last()
        _replace(loaded, loaded.document.with_key("last_entry", last or "none"))
        loaded = store.load(loaded.path)
    return loaded


def _sift(store: Store, loaded: Loaded, drafts: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Part the drafts into new ones and those that only say again what was just recorded."""
    recent = store.journal(loaded.session.key).newest(len(drafts))
    fresh: list[Entry] = []
    repeated: list[Entry] = []
    for draft in drafts:
        known = (*recent, *fresh)
        twice = any(_says_the_same(draft, entry) and abs(draft.at - entry.at) < TWICE for entry in known)
        (repeated if twice and draft.text else fresh).append(draft)
    return fresh, repeated


def _says_the_same(draft: Entry, entry: Entry) -> bool:
    if draft.kind not in LOGGED or draft.kind == "test":  # the same tests again are another run
        return False
    same = draft.kind == entry.kind and draft.text == entry.text
    # "1" may be another blocker by now, and the same words another step
    about = all(draft.field(key) == entry.field(key) for key in ("rationale", "blocker"))
    return same and about and draft.field("step") in ("", entry.field("step"), entry.text)


def _journal(store: Store, loaded: Loaded, drafts: Sequence[Entry]) -> list[Entry]:
    """Write all the entries, or none when one cannot be written."""
    journal = store.journal(loaded.session.key)
    last = max(instant_of(loaded.session.last_entry), instant_of(journal.last()))
    written: list[Entry] = []
    try:
        for draft in drafts:
            written.append(journal.add(draft, last))
            last = instant_of(written[-1].name)
    except BaseException:
        journal.take_back(written)
        raise
    return written


def _update(store: Store, loaded: Loaded, entries: Sequence[Entry]) -> tuple[Loaded, list[str]]:
    """Bring the document up to its journal; a failure here is a warning, for the entries are safe."""
    try:
        for _ in range(_TRIES):
            changed = changes.apply_all(loaded.document, entries)
            if changed.text.encode("utf-8", "surrogateescape") == loaded.data or _replace(loaded, changed):
                loaded = _settle(store, store.load(loaded.path))
                return loaded, write_brief(store, loaded)
            loaded, entries = store.load(loaded.path), ()  # edited meanwhile: reading it applies the entries
    except (Problem, OSError) as problem:
        return loaded, [f"Recorded; the document follows with the next record ({problem})"]
    return loaded, ["Recorded; the document is being edited and follows with the next record"]


def _replace(loaded: Loaded, changed: Document) -> bool:
    return files.replace(loaded.path, changed.text.encode("utf-8", "surrogateescape"), expected=loaded.data)


def _settle(store: Store, loaded: Loaded) -> Loaded:
    """Move an ended session's document to the archive."""
    if loaded.session.is_open:
        return loaded
    target = store.path("archive", os.path.basename(loaded.path))
    files.make_folder(store.path("archive"))
    files.move(loaded.path, target)
    return loaded.replace(path=target)


def _finish_moves(store: Store) -> None:
    """Archive what a crash left behind between the ending of a session and the move of its document."""
    for path in store.active_paths():
        try:
            if not _may_have_ended(store, path):
                continue
            loaded = store.load(path)
            if not loaded.session.is_open:
                if loaded.document.text.encode("utf-8", "surrogateescape") != loaded.data:
                    _replace(loaded, loaded.document)
                _settle(store, loaded)
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


def write_brief(store: Store, loaded: Loaded) -> list[str]:
    """Write progress.md, the brief as it is now; it can be made again at any time."""
    journal = store.journal(loaded.session.key)
    path = os.path.join(os.path.dirname(journal.folder), "progress.md")
    text = brief.render(
        loaded.session, journal.newest(brief.RECENT, brief.TELLING), brief.Facts(path=store.relative(loaded.path))
    )
    try:
        files.replace(path, text.encode("utf-8", "replace"), durable=False)
    except Problem as problem:
        return [str(problem)]
    return []
