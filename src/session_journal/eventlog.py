"""The event log `.sessions/.state/sessions.log`: a line an event, for other tools to follow.

`TIMESTAMP | SESSION-ID | EVENT | DETAILS`, oldest first. It holds nothing that the journals do not, so it may be
lost, and is made anew from them.
"""

from __future__ import annotations

import os

from . import files, items, timestamps
from .errors import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .journal import Entry
    from .session import Session
    from .store import Store

LIMIT = 2_000_000
"""Bytes after which the log is moved to `sessions.log.1`, whose predecessor goes."""


def path(store: Store) -> str:
    """Return the log's path."""
    return store.path(".state", "sessions.log")


def line(session: Session, entry: Entry) -> str:
    """Return an entry's line; what would break the line or its columns is taken out of the text."""
    text = " ".join(items.headline(entry.field("step") or entry.text, 160).split()).replace("|", "/")
    return f"{timestamps.to_second(entry.at)} | {session.tracking_id} | {entry.kind.upper()} | {text}"


def append(store: Store, session: Session, entries: Sequence[Entry]) -> None:
    """Add the lines of new entries in one write; called under the store's lock. Never raises."""
    data = "".join(line(session, entry) + "\n" for entry in entries).encode("utf-8", "replace")
    try:
        with files.open_log(path(store)) as stream:
            stream.write(data)
            size = stream.tell()
        if size > LIMIT:
            os.replace(path(store), path(store) + ".1")
    except (OSError, Problem):
        return


def newest(store: Store, count: int) -> list[str]:
    """Return the last lines, oldest first, reaching into the rotated log where the present one is short."""
    lines: list[str] = []
    for name in (path(store), path(store) + ".1"):
        try:
            lines = files.read_text(name, limit=2 * LIMIT).splitlines() + lines
        except FileNotFoundError:
            continue
        if len(lines) >= count:
            break
    return lines[-count:]


def rebuild(store: Store, told: Iterable[tuple[Session, Sequence[Entry]]]) -> int:
    """Write the log anew from journals, the newest lines that fit; return how many."""
    rows = sorted((entry.at, entry.name, line(session, entry)) for session, entries in told for entry in entries)
    lines = [row[2] for row in rows]
    kept: list[str] = []
    room = LIMIT
    for one in reversed(lines):
        room -= len(one.encode("utf-8", "replace")) + 1
        if room < 0:
            break
        kept.append(one)
    text = "".join(one + "\n" for one in reversed(kept))
    files.make_folder(store.path(".state"))
    files.replace(path(store), text.encode("utf-8", "replace"))
    files.remove(path(store) + ".1")
    return len(kept)
