"""SessionStart: a conversation begins, goes on, or was just compacted."""

from __future__ import annotations

from .. import brief, briefing, conversation, current, modes, running, trust
from ..errors import Problem
from . import injection, presence
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..conversation import Conversation
    from ..project import Project
    from ..store import Loaded
    from .payload import Payload


def handle(payload: Payload, project: Project) -> Reply:
    """Give the brief to the agent and the banner to the person; silent without `.sessions/`."""
    if not project.store.exists:
        return Reply(message=_message(_displaced(project)))
    told = _adopted(project) + _broken_off(project)
    budget = briefing.budget(project, told)
    try:
        presence.note(payload, project)
    except Problem as problem:  # a folder that cannot be written must not cost the brief
        told.append(str(problem))
    if modes.lets_in(project.store.folder):
        from . import unshared  # noqa: PLC0415 - most sessions are private

        told += unshared.told(project.store)
    found = current.of(project)
    told += [str(problem) for problem in found.problems]
    if found.foreign:
        from . import aside  # noqa: PLC0415 - most projects have only their own

        told.append(aside.foreign(project.store, found.foreign))
    if found.session is None:
        context = _none_current(project, found.candidates, told)
        return Reply(context=context, message=_message(told))
    loaded, state = found.session, conversation.load(project.store, project.conversation)
    if payload.source == "compact":
        loaded, state = _compacted(payload, project, state, loaded, told)
    if state.notice:
        told += state.notice.split("\n")
        state = state.replace(notice="")
    beside = _beside(project, loaded, budget // 3, told)
    if payload.source in ("resume", "fork"):
        context = injection.again(project, state, loaded, budget - len(beside)) + beside
    else:
        context = briefing.full(project, loaded, budget - len(beside)) + beside
    if payload.source != "compact":
        told.insert(0, brief.banner_line(loaded.session, project.present))
    told += [
        trouble for trouble in [injection.remember(project, state, loaded)] if trouble and trouble not in told
    ]
    return Reply(context=context, message=_message(told))


def _displaced(project: Project) -> list[str]:
    """Say what became of a `.sessions` that is not used; in a project that never had one, nothing."""
    from .. import displaced  # noqa: PLC0415 - a start without sessions mostly ends in the launcher

    return displaced.told(project.store)


def _adopted(project: Project) -> list[str]:
    """Mark a store that came from elsewhere, so that what is written from now on is known to be own."""
    if project.store.marks():
        return []
    try:
        return trust.adopt(project.store)
    except Problem:  # what cannot be written here is told below
        return []


def _broken_off(project: Project) -> list[str]:
    """Catch up with conversations that ended without saying so."""
    if not running.broken_off(project.store, project.present):
        return []
    from .. import recovery  # noqa: PLC0415 - rarely needed, and slow to import

    try:
        return recovery.catch_up(project, recovery.HOOK_SECONDS)
    except Problem as problem:
        return [str(problem)]


def _beside(project: Project, loaded: Loaded, room: int, told: list[str]) -> str:
    """Return what other sessions and the project's learnings have to say; what the person should see is told."""
    store = project.store
    if running.is_alone(store, project.conversation):
        return ""
    from .. import neighbours  # noqa: PLC0415 - most sessions work alone

    try:
        beside = neighbours.at_start(store, loaded, project.conversation, project.present)
    except Problem as problem:
        told.append(str(problem))
        return ""
    told += beside.told
    return beside.block(room)


def _message(told: list[str]) -> str:
    return "\n".join(f"session-journal: {line}" for line in told)


def _none_current(project: Project, candidates: Sequence[Loaded], told: list[str]) -> str:
    """Tell the person what there is to choose from; return what the agent should know of what is paused."""
    if candidates:
        told.insert(0, str(current.ambiguous(candidates, project)))
        return ""
    from . import aside  # noqa: PLC0415 - most starts have a session

    paused = aside.paused(project)
    if paused:
        names = [loaded.session.shortname for loaded in paused]
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        told.insert(0, f"paused: {', '.join(names[:3])}{more}; go on with /session-resume {names[0]}")
    return aside.told(project, paused)


def _compacted(
    payload: Payload, project: Project, state: Conversation, loaded: Loaded, told: list[str]
) -> tuple[Loaded, Conversation]:
    """Count the compaction; what stands in the way of that is told, and must not cost the brief."""
    if not state.compacting:
        return loaded, state
    from . import compacted  # noqa: PLC0415 - a start that is no compaction writes no record

    try:
        return compacted.count(payload, project, state, loaded)
    except Problem as problem:
        told.append(str(problem))
        return loaded, state
