"""The one way in which records arrive: under the lock, journal first, then the document, then the brief.

An entry counts when its file is on the disk. What comes after may fail or be cut off by a crash: the next read
applies what the document lacks, and the next write puts it there.
"""

from __future__ import annotations

from . import brief, changes, eventlog, files, git, healing, identity, session, template, timestamps
from .document import MOST_LINES, Document
from .errors import Malformed, NotFound, Problem, Refused, Unusable, WrongCall
from .journal import LOGGED, Entry, instant_of
from .matching import fold
from .redact.entries import masked as entries_masked
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
    mask = store.mask()
    with store.locked(seconds) as held:
        notes = healing.heal(store, held, identity.key_of(session_id))
        loaded = store.by_id(session_id)
        if loaded is None:
            raise NotFound(session_id)
        head = git.head(store.root)
        drafts = [
            entries_masked(mask, _with_facts(_clean(draft), head, conversation))
            for draft in plan(loaded.session, loaded.document)
        ]
        fresh, repeated = _sift(store, loaded, drafts)
        last = max(instant_of(loaded.session.last_entry), instant_of(store.journal(loaded.session.key).last()))
        fresh = [_in_time(draft, last) for draft in fresh]
        changed = _try_out(loaded, fresh)
        if fresh and not store.is_marked(loaded.session):
            loaded = _with_mark(store, loaded)
            changed = _try_out(loaded, fresh)
        entries = store.journal(loaded.session.key).add_all(fresh, last)
        changed = changed.with_key("last_entry", entries[-1].name) if entries else changed
        loaded, warnings = _update(store, loaded, changed)
        eventlog.append(store, loaded.session, entries)
        told = (*notes, *warnings)
        return Recorded(loaded=loaded, entries=tuple(entries), repeated=tuple(repeated), warnings=told)


def _in_time(draft: Entry, last: int) -> Entry:
    """Return the entry with a time behind the last one's, where the clock was set back since."""
    is_behind = timestamps.now() <= last and draft.at < last and not draft.field("recorded_at")
    return draft.replace(at=last + 1) if is_behind else draft


def _try_out(loaded: Loaded, drafts: Sequence[Entry]) -> Document:
    """Return the document as it will be; what it refuses is found out before anything is written."""
    document = changes.apply_all(loaded.document, drafts) if drafts else loaded.document
    if drafts and len(document.lines) > MOST_LINES:
        raise Refused(
            f"The document of {loaded.session.shortname} would grow above {MOST_LINES:,} lines: "
            "keep long texts in files of their own, or close it and go on in a new session."
        )
    if len(document.text) > files.MAX_BYTES // 2:  # half: a character may take two bytes and more
        size = len(document.text.encode("utf-8", "surrogateescape"))
        if drafts and size > files.MAX_BYTES:
            raise Refused(
                f"The document of {loaded.session.shortname} would grow above {files.MAX_BYTES // 1_000_000} MB: "
                "keep long texts in files of their own and log where they are."
            )
    return document


def start(store: Store, entry: Entry, *, seconds: float) -> Recorded:
    """Write a new session from its `started` entry (see template.document for its fields).

    A number among its fields is taken, else the next free one. Raises Refused when an open session has its
    shortname or any has its number.
    """
    store.create()
    with store.locked(seconds) as held:
        name = entry.field("shortname")
        notes = healing.heal(store, held, identity.key_of(entry.field("id")), again=name)
        listing = store.open_sessions()
        for loaded in listing.sessions:
            if loaded.session.shortname == name:
                raise Refused(
                    f"A session called {name} is already open: go on with `session resume {name}`, "
                    f"or start this one under another name."
                )
        entry = entries_masked(store.mask(), _with_facts(_clean(entry), git.head(store.root), entry.conversation))
        entry = entry.replace(fields={**entry.fields, "number": _number(store, listing, entry.field("number"))})
        loaded, entry = _begun(store, entry)
        eventlog.append(store, loaded.session, (entry,))
        warnings = (*notes, *write_brief(store, loaded))
        return Recorded(loaded=loaded, entries=(entry,), warnings=warnings)


def _begun(store: Store, entry: Entry) -> tuple[Loaded, Entry]:
    """Write the entry and the document of a new session: both, or none where one cannot be written."""
    key = identity.key_of(entry.field("id"))
    journal = store.journal(key)
    if journal.names():  # one chance in sixteen million
        raise Refused("The new session's key is taken already: run the command again.")
    path = store.path("active", f"{entry.field('shortname')}-{key}.md")
    healing.begin_start(store, key)
    entry = journal.add(entry, 0)
    try:
        files.create(path, template.document(entry).encode("utf-8", "surrogateescape"))
    except BaseException as error:
        journal.take_back(entry)
        healing.end_start(store)
        if isinstance(error, FileExistsError):
            raise Unusable(path, error) from error
        raise
    healing.end_start(store)
    return store.load(path), entry


def _number(store: Store, listing: Listing, wanted: str) -> str:
    """Return a free number, five digits: the one wanted, or the next.

    The highest one is remembered, so that the archive need not be read for the next. Raises Refused.
    """
    path = store.path(".state", "last_number")
    known = _numbers(listing)  # an open one may have come from another machine
    try:
        last = int(files.read_text(path, limit=100))
    except (FileNotFoundError, ValueError, Malformed):
        last, known = _last_lost(store), {**_numbers(store.ended_sessions()), **known}
    if wanted:
        known = {**_numbers(store.ended_sessions()), **known}
        _refuse_taken(store, known, int(wanted), max(last, *known, 0))
    last = max(last, *known, 0)
    number = int(wanted) if wanted else last + 1
    files.replace(path, str(max(number, last)).encode())
    return f"{number:05d}"


def _last_lost(store: Store) -> int:
    """Return the highest number of a session whose document is gone: that is made anew with its number."""
    from . import lost  # noqa: PLC0415 - only where this machine's part is gone as well

    return max(lost.numbers(store), default=0)


def _numbers(listing: Listing) -> dict[int, Session]:
    sessions = (loaded.session for loaded in listing.sessions)
    return {int(value.number): value for value in sessions if identity.is_number(value.number)}


def _refuse_taken(store: Store, known: dict[int, Session], number: int, last: int) -> None:
    from . import lost  # noqa: PLC0415 - few choose a number

    value = known.get(number)
    if value is None and number in lost.numbers(store):
        raise Refused(
            f"Session {number:05d} exists, but its document is gone: `session doctor --fix` makes it anew, or "
            f"take the next one: `session init --number {max(last, number) + 1:05d}`."
        )
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
        again = (twice and draft.text) or _is_so_already(draft, loaded.session)
        (repeated if again else fresh).append(draft)
    return fresh, repeated


def _is_so_already(draft: Entry, value: Session) -> bool:
    """Tell whether a draft checks off a step that is done, or resolves a blocker that is gone."""
    if draft.kind == "unblock":
        return all(blocker.text != draft.field("blocker") for blocker in value.blockers)
    if draft.kind != "done" or draft.field("step") or draft.field("next"):
        return False
    return any(step.done and fold(step.text) == fold(draft.text) for step in value.steps)


def _says_the_same(draft: Entry, entry: Entry) -> bool:
    if draft.kind not in LOGGED or draft.kind == "test":  # the same tests again are another run
        return False
    same = draft.kind == entry.kind and draft.text == entry.text
    # "1" may be another blocker by now, and the same words another step
    about = all(draft.field(key) == entry.field(key) for key in ("rationale", "blocker"))
    return same and about and draft.field("step") in ("", entry.field("step"), entry.text)


def _update(store: Store, loaded: Loaded, changed: Document) -> tuple[Loaded, list[str]]:
    """Bring the document up to its journal; a failure here is a warning, for the entries are safe."""
    try:
        for _ in range(_TRIES):
            data = changed.text.encode("utf-8", "surrogateescape")
            if data == loaded.data or files.replace(loaded.path, data, expected=loaded.data):
                loaded = loaded.replace(data=data, document=changed, session=session.read(changed))
                loaded = healing.archive(store, loaded)
                return loaded, write_brief(store, loaded)
            loaded = store.load(loaded.path)  # edited meanwhile: reading it applies the entries
            changed = loaded.document
    except (Problem, OSError) as problem:
        return loaded, [f"Recorded; the document follows with the next record ({problem})"]
    return loaded, ["Recorded; the document is being edited and follows with the next record"]


def _replace(loaded: Loaded, changed: Document) -> bool:
    return files.replace(loaded.path, changed.text.encode("utf-8", "surrogateescape"), expected=loaded.data)


def write_brief(store: Store, loaded: Loaded) -> list[str]:
    """Write progress.md, the brief as it is now; it can be made again at any time."""
    journal = store.journal(loaded.session.key)
    text = brief.render(
        loaded.session, journal.newest(brief.RECENT, brief.TELLING), brief.Facts(path=store.relative(loaded.path))
    )
    try:
        path = store.path("journal", loaded.session.key, "progress.md")
        files.replace(path, text.encode("utf-8", "replace"), durable=False)
    except Problem as problem:
        return [str(problem)]
    return []
