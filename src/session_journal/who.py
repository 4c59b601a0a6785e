"""Who works now: the sessions that a running conversation is on, what each is on, and which files it touched."""

from __future__ import annotations

import os
import time

from . import conversation, identity, items, ledger, running, timestamps
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .running import Running
    from .session import Session
    from .store import Loaded, Store

SECONDS = 1.0
"""How long the transcripts of running conversations are read for, all together."""
_LOOK_BACK = 500


class Worker(Value):
    """A session that somebody works on.

    `conversations` are the running ones, `since` the instant at which the first of them began; `completed` what
    was done since this day began, local time; `files` the paths that it wrote, seen from the project's root.
    """

    session: Session
    conversations: tuple[str, ...]
    since: int
    completed: tuple[str, ...]
    files: tuple[str, ...]

    @property
    def percent(self) -> int | None:
        """How much of its steps is done; None where it has none."""
        steps = self.session.steps
        return self.session.done_count * 100 // len(steps) if steps else None


class Presence(Value):
    """The sessions that are worked on, and how many running conversations are on none."""

    workers: tuple[Worker, ...] = ()
    unbound: int = 0


def look(store: Store, present: int, bound: Mapping[str, str] | None = None, seconds: float = SECONDS) -> Presence:
    """Return who works now, the session written last first.

    `bound` names the session of conversations that are not remembered with theirs yet.
    """
    groups: dict[str, list[Running]] = {}
    for one in running.live(store, present):
        state = conversation.load(store, one.conversation)
        session_id = (bound or {}).get(one.conversation, "")
        if session_id or not state.ended:
            groups.setdefault(session_id or state.session, []).append(one)
    deadline = time.monotonic() + seconds
    workers, unbound = [], 0
    for session_id, live in groups.items():
        loaded = store.by_id(session_id) if session_id else None
        if loaded is None:
            unbound += len(live)
        else:
            workers.append(_worker(store, loaded, live, present, deadline))
    workers.sort(key=lambda worker: -worker.session.updated)
    return Presence(workers=tuple(workers), unbound=unbound)


def _worker(store: Store, loaded: Loaded, live: list[Running], present: int, deadline: float) -> Worker:
    return Worker(
        session=loaded.session,
        conversations=tuple(one.conversation for one in live),
        since=min(_since(store, one) for one in live),
        completed=_completed(store, loaded, present),
        files=_files(store, loaded, live, deadline),
    )


def _since(store: Store, one: Running) -> int:
    return conversation.load(store, one.conversation).started or running.since(store, one.conversation)


def _completed(store: Store, loaded: Loaded, present: int) -> tuple[str, ...]:
    """Return what was done today, in the order in which it was."""
    day = time.localtime(present // timestamps.SECOND)[:3]
    done = reversed(store.journal(loaded.session.key).newest(_LOOK_BACK, ("done",)))
    today = (entry for entry in done if time.localtime(entry.at // timestamps.SECOND)[:3] == day)
    return tuple(items.headline(entry.field("step") or entry.text, 160) for entry in today)


def _files(store: Store, loaded: Loaded, live: list[Running], deadline: float) -> tuple[str, ...]:
    """Return what was captured as written, and what the running conversations wrote since."""
    paths = dict.fromkeys(path for path, _ in ledger.known(store.journal(loaded.session.key)).files)
    for one in live:
        if os.path.isfile(one.transcript) and time.monotonic() < deadline:
            paths.update(dict.fromkeys(_written(store, one, deadline)))
    return tuple(paths)


def _written(store: Store, one: Running, deadline: float) -> list[str]:
    from .capture import capture  # noqa: PLC0415 - slow to import, and only needed where somebody works
    from .transcript import Position, Reading  # noqa: PLC0415

    position = Position.of(conversation.load(store, one.conversation).position)
    reading = Reading(one.transcript, position, deadline=deadline)
    return [path for path, _ in capture(reading, os.path.realpath(store.root)).files]


def conversations_on(store: Store, present: int) -> dict[str, str]:
    """Return the running conversations that work on a session, each with the session's key."""
    states = [conversation.load(store, one.conversation) for one in running.live(store, present)]
    return {state.id: identity.key_of(state.session) for state in states if state.session and not state.ended}
