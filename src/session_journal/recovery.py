"""Conversations that ended without a goodbye: what their transcripts still hold is taken in later."""

from __future__ import annotations

import os
import time

from . import config, conversation, current, git, harvest, lock, recorder, running, timestamps
from .errors import Busy, Problem
from .journal import Entry
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .harvest import Harvest
    from .project import Project
    from .running import Running
    from .store import Loaded

HOOK_SECONDS = 0.2
"""How long a hook reads transcripts for; with what is made of them it stays below 0.3."""
_GIT_SECONDS = 0.5
_LOCK_SECONDS = 1.0


class CaughtUp(Value):
    """How it went with one conversation: the line for the person, and whether nothing is left of it."""

    line: str = ""
    done: bool = True


def catch_up(project: Project, seconds: float) -> list[str]:
    """Catch up with what broke off, for about so many seconds; return what the person should know.

    Of several clients that start together one does it.
    """
    try:
        with lock.Lock(project.store.path(".state", "catching-up"), seconds=0):
            return _lines(project, seconds)
    except Busy:
        return []


def _lines(project: Project, seconds: float) -> list[str]:
    told, deadline = [], time.monotonic() + seconds
    for one in running.broken_off(project.store, project.present):
        try:
            result = _one(project, one, deadline)
        except Problem as problem:
            result = CaughtUp(line=str(problem), done=False)
        if result.done:
            running.forget(project.store, one.conversation)
            conversation.owe_nothing(project.store, one.conversation)
        if result.line:
            told.append(result.line)
        if time.monotonic() > deadline:
            break
    return told


def _one(project: Project, one: Running, deadline: float) -> CaughtUp:
    state = conversation.load(project.store, one.conversation)
    loaded = _session_of(project, one)
    if loaded is None:
        return CaughtUp()
    reaped = None
    if config.or_default(project.store).capture:
        seconds = max(0.05, deadline - time.monotonic())
        reaped = harvest.read(one.transcript, state.position, project.root, seconds, mask=project.store.mask())
    line = _later(loaded, state, reaped) if state.ended else ""
    if not state.ended or (reaped and not reaped.is_empty):
        line = _record(project, one, loaded, reaped, surprising=not state.ended) or line
    position = reaped.position.data() if reaped else state.position
    conversation.save(project.store, state.replace(position=position, ended=state.ended or project.present))
    return CaughtUp(line=line, done=reaped is None or reaped.complete)


def _session_of(project: Project, one: Running) -> Loaded | None:
    """Return the session that the conversation worked on: its own, else the one that is current."""
    bound = conversation.load(project.store, one.conversation).session
    if bound:
        return project.store.by_id(bound)
    return current.resolve(project.store, "", project.chosen, project.head().branch).session


def _later(loaded: Loaded, state: conversation.Conversation, reaped: Harvest | None) -> str:
    """Tell of a conversation that ended as it should, but whose transcript went before it was read to its end."""
    if reaped is None or reaped.state != "gone" or not state.was_read:
        return ""
    name = loaded.session.shortname
    return f"the transcript of the last conversation on {name} is gone, so the end of it could not be recorded"


def _record(project: Project, one: Running, loaded: Loaded, reaped: Harvest | None, *, surprising: bool) -> str:
    """Write the entry; return the line for the person, "" when the end was no surprise."""
    changed = git.uncommitted(project.root, seconds=_GIT_SECONDS) if surprising else None
    broke_off = timestamps.parse(reaped.fresh.until) if reaped and reaped.complete else None
    broke_off = broke_off or _last_change(one.transcript)
    entry = Entry(kind="captured", at=project.present, fields={"of": one.conversation})
    if surprising:
        when = f" at {timestamps.to_second(broke_off)}" if broke_off else ""
        gone = "; it left no transcript" if reaped and reaped.state == "gone" else ""
        fields = {**entry.fields, **({"uncommitted": changed[:50]} if changed else {})}
        entry = entry.replace(
            kind="recovered", text=f"The conversation broke off{when} without ending{gone}.", fields=fields
        )
    recorder.record(
        project.store,
        loaded.session.id,
        lambda value, _: [harvest.into(entry, reaped, project.store.journal(value.key)) if reaped else entry],
        conversation=one.conversation,
        seconds=_LOCK_SECONDS,
    )
    return _line(project, one, loaded, reaped, broke_off, changed) if surprising else ""


def _line(
    project: Project,
    one: Running,
    loaded: Loaded,
    reaped: Harvest | None,
    broke_off: int,
    changed: list[str] | None,
) -> str:
    mine = one.conversation == project.conversation
    subject = "this conversation" if mine else f"a conversation on {loaded.session.shortname}"
    when = f" {timestamps.ago(broke_off, project.present)}" if broke_off else ""
    line = f"{subject} broke off{when}{_state_of_files(changed)}"
    if reaped is None:
        return line
    if reaped.state == "gone":
        return f"{line}; it left no transcript, so only what was recorded until then is there"
    rewritten = ", which was rewritten meanwhile" if reaped.state == "rewritten" else ""
    rest = "" if reaped.complete else "; the rest follows at the next start"
    return f"{line}; what happened in it was recorded from its transcript{rewritten}{rest}"


def _state_of_files(changed: list[str] | None) -> str:
    if changed is None:
        return ""
    return (
        f" with {len(changed)} file{'s' * (len(changed) != 1)} uncommitted" if changed else ", nothing uncommitted"
    )


def _last_change(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns // 1000
    except OSError:
        return 0
