"""Messages between the sessions of a project: one immutable file each under `.sessions/messages/`.

A message to one session lies in the folder of its key, one to all in `all`; that one says nothing to its sender,
nor to sessions that began after it. What was read is marked by session under `.state/read/`. Messages stay on
this machine: the folder hides itself from git, and what was not written here, to the letter, is left out.
"""

from __future__ import annotations

import os

from . import files, git, journal, timestamps, trust
from .errors import Problem, Refused, WrongCall
from .journal import Entry
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .session import Session
    from .store import Store

FOLDER = "messages"
ALL = "all"
LONGEST = 100_000
TWICE = timestamps.MINUTE
"""The same text to the same session again within this time is one message."""
_PERSON = "000000"
_HIGH = "high"


class Message(Value):
    """One message.

    `name` is its file's name without `.md`; `to` a session's key or `all`; `sender` the key of the session that it
    comes from, "" for a person at the command line; `sender_name` is that session's shortname.
    """

    name: str
    to: str
    at: int
    text: str
    sender: str = ""
    sender_name: str = ""
    high: bool = False


class Sent(Value):
    """A message as it lies there now, and whether it lay there before: the same, less than a minute ago."""

    message: Message
    repeated: bool = False


def exist(store: Store) -> bool:
    """Tell whether any message was ever sent in this project."""
    return os.path.isdir(store.path(FOLDER))


def send(
    store: Store,
    text: str,
    *,
    to: Session | None,
    sender: Session | None,
    high: bool,
    present: int,
    seconds: float,
) -> Sent:
    """Send a text to one session, or with None to all that are open; it is on the disk then.

    Raises Refused where there is nobody to read it, WrongCall without a text, NoStore, Busy, Unusable.
    """
    _check(store, text, to, sender)
    trust.adopt(store)  # so that what is written now is not taken for what was there before
    message = Message(
        name="",
        to=to.key if to else ALL,
        at=present,
        text=store.mask()(text.encode("utf-8", "replace").decode()),
        sender=sender.key if sender else "",
        sender_name=sender.shortname if sender else "",
        high=high,
    )
    with store.locked(seconds):
        for _, name in reversed(_own(store, [(message.to, name) for name in _names(store, message.to)])):
            if abs(present - journal.instant_of(name)) >= TWICE:
                break
            earlier = _read(store, message.to, name)
            if earlier and earlier.replace(name="", at=present) == message:
                return Sent(message=earlier, repeated=True)
        return Sent(message=_create(store, message))


def _check(store: Store, text: str, to: Session | None, sender: Session | None) -> None:
    if not text.strip():
        raise WrongCall("There is no text to send.")
    if len(text) > LONGEST:
        raise Refused(f"A message has at most {LONGEST:,} characters: put it into a file and send where that is.")
    if to is None:
        others = [x for x in store.open_sessions().sessions if sender is None or x.session.id != sender.id]
        if not others:
            raise Refused("No other session is open, so nobody would read it; `session list` shows them.")
    elif not to.is_open:
        raise Refused(f"{to.shortname} is {to.status} and reads no more messages; `session list` shows who does.")
    elif sender is not None and to.id == sender.id:
        raise Refused(f"{to.shortname} is the session that this comes from: name the one that should read it.")


def _create(store: Store, message: Message) -> Message:
    folder = store.path(FOLDER, message.to)
    files.make_folder(folder)
    ignore = store.path(FOLDER, ".gitignore")
    if not os.path.lexists(ignore):
        files.replace(ignore, b"*\n")
    instant = max(timestamps.now(), *(journal.instant_of(name) + 1 for name in _names(store, message.to)[-1:]), 0)
    priority = _HIGH if message.high else "normal"
    fields = {"to": message.to, "from": message.sender, "sender": message.sender_name, "priority": priority}
    given = {key: value for key, value in fields.items() if value}
    data = journal.dump(Entry(kind="message", at=message.at, text=message.text, fields=given))
    while True:
        chance = os.urandom(3).hex()
        name = f"{timestamps.to_compact(instant)}-{priority}-{message.sender or _PERSON}-{chance}"
        trust.sign(store, name, data)  # before it is there: what was not signed is read by nobody
        try:
            files.create(os.path.join(folder, f"{name}.md"), data.encode())
        except FileExistsError:
            continue
        return message.replace(name=name)


def _names(store: Store, to: str) -> list[str]:
    """Return the names of the messages in one folder, oldest first; what is no message is left out."""
    try:
        found = [
            name[:-3] for name in os.listdir(store.path(FOLDER, to)) if name.endswith(".md") and name[0] != "."
        ]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(name for name in found if name.count("-") == 3 and journal.instant_of(name))


def path(store: Store, message: Message) -> str:
    """Return where a message lies."""
    return store.path(FOLDER, message.to, f"{message.name}.md")


def _read(store: Store, to: str, name: str) -> Message | None:
    """Read one message; None for a file that cannot be read as one, or was changed since it was sent."""
    place = store.path(FOLDER, to, f"{name}.md")
    try:
        text = files.read_text(place)
        entry = journal.load(text, name, place)
    except (Problem, OSError):
        return None
    if not trust.is_signed(store, name, text):
        return None
    return Message(
        name=name,
        to=to,
        at=entry.at,
        text=entry.text,
        sender=entry.field("from"),
        sender_name=entry.field("sender"),
        high=is_high(name),
    )


def is_high(name: str) -> bool:
    """Tell from a message's name whether it is one of high priority."""
    return name.split("-")[1:2] == [_HIGH]


class Inbox:
    """What was sent to one session, oldest first."""

    def __init__(self, store: Store, session: Session) -> None:
        """Take the session that reads."""
        self._store, self._session = store, session
        self._marks = store.path(".state", "read", session.key)

    def names(self) -> list[tuple[str, str]]:
        """Return all messages as (folder, name)."""
        key, since = self._session.key, self._session.created
        to_all = (name for name in _names(self._store, ALL) if name.split("-")[2] != key)
        later = [(ALL, name) for name in to_all if journal.instant_of(name) >= since]
        return sorted([*((key, name) for name in _names(self._store, key)), *later], key=lambda pair: pair[1])

    def unread(self) -> list[tuple[str, str]]:
        """Return those that this session did not read yet, without what came with the repository."""
        found = self.names()
        try:
            marks = set(os.listdir(self._marks)) if found else set()
        except OSError:
            marks = set()
        return _own(self._store, [pair for pair in found if pair[1] not in marks])

    def read(self, names: Iterable[tuple[str, str]]) -> list[Message]:
        """Read messages; those that cannot be read are left out."""
        return [message for message in (_read(self._store, to, name) for to, name in names) if message]

    def mark(self, messages: Sequence[Message]) -> None:
        """Note that this session has read these."""
        if messages:
            files.make_folder(self._marks)
        for message in messages:
            files.replace(os.path.join(self._marks, message.name), b"")


def _own(store: Store, names: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out what was not sent on this machine."""
    signed = trust.signed(store) if names else set()
    if signed is not None:
        names = [pair for pair in names if pair[1] in signed]
    folder = store.relative(store.path(FOLDER))
    if not names or not git.is_tracked(store.root, folder):
        return names
    return [(to, name) for to, name in names if not git.is_tracked(store.root, f"{folder}/{to}/{name}.md")]
