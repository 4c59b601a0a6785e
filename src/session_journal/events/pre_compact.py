"""PreCompact: the conversation is about to be replaced by a summary of itself."""

from __future__ import annotations

from .. import (
    briefing,
    config,
    conversation,
    current,
    drafts,
    git,
    harvest,
    identity,
    items,
    recorder,
    summary,
    trust,
)
from ..errors import Problem
from ..store import HOOK_LOCK_SECONDS
from . import presence
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..conversation import Conversation
    from ..harvest import Harvest
    from ..journal import Entry
    from ..project import Project
    from ..session import Session
    from ..store import Loaded
    from .payload import Payload

_SECONDS = 6.0
"""How long a transcript is read; the rest is read the next time. The client waits for this hook."""
_WORK = 1.3
"""Of those, seconds of the processor's time: about what 100 MB need."""
_RECORD = 3_500
"""Characters of the record for the compactor, which has the conversation; the client shows them to the person."""
_TRUNKS = ("main", "master", "trunk", "develop", "dev", "HEAD")


def handle(payload: Payload, project: Project) -> Reply:
    """Write a checkpoint of what happened and tell the compactor what must survive.

    The compaction is not counted here: the client fires this event for compactions that then do not happen.
    """
    if not project.store.exists:
        return Reply()
    settings = config.or_default(project.store)
    state = conversation.load(project.store, project.conversation)
    reaped = _reap(payload, project, state, settings)
    loaded, notice = _session(project, settings, reaped)
    if loaded is None:
        return Reply()
    told = [notice, _about_transcript(payload, state, reaped)]
    state = state.replace(session=loaded.session.id, compacting="", injected="")
    try:
        recorded = _record(payload, project, loaded, reaped)
        loaded, told = recorded.loaded, [*told, *recorded.warnings]
        state = state.replace(compacting=recorded.entries[0].name)
        if reaped is not None:
            state = state.replace(position=reaped.position.data())
    except Problem as problem:  # the compactor must have what is known; the next reading begins where this one did
        told.append(f"no checkpoint was written before the compaction: {problem}")
    _remember(payload, project, state.replace(notice="\n".join(text for text in told if text)))
    record = briefing.full(project, loaded, min(_RECORD, settings.brief_characters))
    return Reply(plain=_for_compactor(loaded.session) + record)


def _remember(payload: Payload, project: Project, state: Conversation) -> None:
    """Save the conversation's state; where that cannot be done, the start that follows says so."""
    try:
        conversation.save(project.store, state)
        conversation.set_awaiting(project.store, project.conversation, awaiting=True)
        presence.note(payload, project)
    except Problem:
        return


def _reap(payload: Payload, project: Project, state: Conversation, settings: config.Config) -> Harvest | None:
    if not settings.capture:
        return None
    mask = project.store.mask()
    return harvest.read(payload.transcript, state.position, project.root, _SECONDS, _WORK, mask=mask)


def _about_transcript(payload: Payload, state: Conversation, reaped: Harvest | None) -> str:
    """Say, once, that the transcript is not what it was; the next start tells the person."""
    if reaped is None or not state.was_read:
        return ""
    if reaped.state == "gone":
        return f"the client's transcript is gone, so nothing was captured from it ({payload.transcript})"
    if reaped.state == "rewritten":
        return "the client's transcript was rewritten since it was last read, so it was read anew from its start"
    return ""


def _session(project: Project, settings: config.Config, reaped: Harvest | None) -> tuple[Loaded | None, str]:
    """Return the current session; where none is open for it, start one and say so."""
    found = current.of(project)
    if found.session is not None or found.candidates or found.problems or not settings.auto_start:
        return found.session, ""
    goal = reaped.fresh.goal if reaped is not None else ""
    branch = project.head().branch
    source = branch if branch and branch not in _TRUNKS else items.headline(goal, 40)
    shortname = identity.shortname(source) or "session"
    entry = drafts.started(project.present, shortname, items.headline(goal, 100) or shortname, goal, (), ())
    store = project.store.whole
    trust.adopt(store)
    try:
        recorded = recorder.start(
            store, entry.replace(conversation=project.conversation), seconds=HOOK_LOCK_SECONDS
        )
    except Problem:  # a paused session has that name: its name with the key is free
        key = identity.key_of(entry.field("id"))
        entry = entry.replace(fields={**entry.fields, "shortname": f"{shortname}-{key}"})
        recorded = recorder.start(store, entry, seconds=HOOK_LOCK_SECONDS)
    trust.take_up(project.store, recorded.loaded)
    name = recorded.loaded.session.shortname
    off = "`auto_start: false` in .sessions/config.yaml turns that off"
    notice = f"no session was active, so {name} was started to keep this work ({off})"
    return recorded.loaded, notice


def _record(payload: Payload, project: Project, loaded: Loaded, reaped: Harvest | None) -> recorder.Recorded:
    note = f"{drafts.BEFORE_COMPACTION} ({payload.trigger or 'manual'})"
    changed = git.uncommitted(project.root, seconds=1.0)
    journal = project.store.journal(loaded.session.key)

    def plan(value: Session, _document: object) -> list[Entry]:
        entry = drafts.checkpoint(project.present, value, changed, note, {})
        return [harvest.into(entry, reaped, journal) if reaped is not None else entry]

    return recorder.record(
        project.store,
        loaded.session.id,
        plan,
        conversation=project.conversation,
        seconds=HOOK_LOCK_SECONDS,
    )


def _for_compactor(value: Session) -> str:
    return (
        f"The work session {value.shortname!r} goes on after this compaction.\n"
        "Please keep in the summary: the decisions with their reasons, what was found out, what the person\n"
        "asked for and ruled out, open blockers, the last failure, the current step and the next steps, with\n"
        "the names of files, tests and identifiers as they are.\n\n"
        + summary.request()
        + "\nThe record as it stands:\n\n"
    )
