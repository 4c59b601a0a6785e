"""Conversations that ended without a goodbye: what their transcripts still hold is taken in at the next start."""

from __future__ import annotations

import os
import time

from .. import conversation, current, git, running, timestamps
from ..errors import Problem
from ..journal import Entry
from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..harvest import Harvest
    from ..project import Project
    from ..running import Running
    from ..store import Loaded

_SECONDS = 0.3
_LOCK_SECONDS = 1.0


class CaughtUp(Value):
    """How it went with one conversation: the line for the person, and whether nothing is left of it."""

    line: str = ""
    done: bool = True


def lines(project: Project) -> list[str]:
    """Catch up with what broke off, within the time there is; return what the person should know."""
    told, deadline = [], time.monotonic() + _SECONDS
    for one in running.broken_off(project.store, project.conversation, project.present):
        try:
            result = _one(project, one, deadline)
        except Problem as problem:
            result = CaughtUp(line=str(problem), done=False)
        if result.done:
            running.forget(project.store, one.conversation)
        if result.line:
            told.append(result.line)
        if time.monotonic() > deadline:
            break
    return told


def _one(project: Project, one: Running, deadline: float) -> CaughtUp:
    from .. import harvest  # noqa: PLC0415 - only when there is something to read

    state = conversation.load(project.store, one.conversation)
    loaded = _session_of(project, one)
    if loaded is None:
        return CaughtUp()
    if not os.path.isfile(one.transcript):
        return CaughtUp(line="" if state.ended else _gone(loaded))
    reaped = harvest.read(one.transcript, state.position, project.root, max(0.05, deadline - time.monotonic()))
    if state.ended and reaped.is_empty:
        return CaughtUp(done=reaped.complete)
    line = _record(project, one, loaded, reaped, told=bool(state.ended))
    position = {"position": reaped.position.data()}
    conversation.save(project.store, state.replace(**position, ended=state.ended or project.present))
    return CaughtUp(line=line, done=reaped.complete)


def _session_of(project: Project, one: Running) -> Loaded | None:
    """Return the session that the conversation worked on: its own, else the one that is current."""
    bound = conversation.load(project.store, one.conversation).session
    if bound:
        return project.store.by_id(bound)
    return current.resolve(project.store, "", project.chosen, project.head().branch).session


def _gone(loaded: Loaded) -> str:
    return (
        f"a conversation on {loaded.session.shortname} broke off and its transcript is gone; "
        "what was recorded until then is there"
    )


def _record(project: Project, one: Running, loaded: Loaded, reaped: Harvest, *, told: bool) -> str:
    """Write the entry; return the line for the person, "" when the end was no surprise."""
    from .. import harvest, recorder  # noqa: PLC0415

    changed = git.uncommitted(project.root, seconds=0.5)
    broke_off = timestamps.parse(reaped.fresh.until) or _last_change(one.transcript)
    when = timestamps.to_second(broke_off)
    kind = "captured" if told else "recovered"
    text = "" if told else f"The conversation broke off at {when} without ending."
    fields = {"of": one.conversation, **({"uncommitted": changed[:50]} if changed and not told else {})}
    entry = Entry(kind=kind, at=project.present, text=text, fields=fields)
    recorder.record(
        project.store,
        loaded.session.id,
        lambda value, _: [harvest.into(entry, reaped, project.store.journal(value.key))],
        conversation=one.conversation,
        seconds=_LOCK_SECONDS,
    )
    if told:
        return ""
    files = f"{len(changed)} file{'s are' if len(changed) != 1 else ' is'}"
    ago = timestamps.ago(broke_off, project.present)
    state = f"{files} uncommitted" if changed else "nothing is uncommitted"
    name = loaded.session.shortname
    return f"the last conversation on {name} broke off {ago}; {state}; its transcript was caught up"


def _last_change(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns // 1000
    except OSError:
        return 0
