"""SessionStart: a conversation begins, goes on, or was just compacted."""

from __future__ import annotations

from .. import brief, conversation, current, recorder
from ..errors import NoneCurrent, NoStore
from ..journal import Entry
from ..session import PAUSED
from ..store import HOOK_LOCK_SECONDS
from . import injection
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..store import Loaded
    from .payload import Payload


def handle(payload: Payload, project: Project) -> Reply:
    """Give the brief to the agent and the banner to the person; silent without `.sessions/`."""
    if not project.store.exists:
        return Reply()
    try:
        found = current.resolve(project.store, project.conversation, project.chosen, project.head().branch)
    except NoStore:
        return Reply()
    problems = "".join(f"\nsession-journal: {problem}" for problem in found.problems)
    if found.session is None:
        message = _candidates(project, [x.session.shortname for x in found.candidates])
        return Reply(message=(message + problems).strip("\n"))
    loaded, state = found.session, conversation.load(project.store, project.conversation)
    if payload.source == "compact":
        loaded, state = _count_compaction(project, state, loaded)
    elif payload.source in ("resume", "fork") and state.injected == injection.state_of(loaded):
        return Reply(message=problems.strip("\n"))
    injection.remember(project, state, loaded)
    banner = "" if payload.source == "compact" else brief.banner_line(loaded.session, project.present)
    return Reply(context=injection.full(project, loaded), message=(banner + problems).strip("\n"))


def _candidates(project: Project, names: list[str]) -> str:
    """Tell the person what there is to choose from, when nothing is current."""
    if names:
        return f"session-journal: {NoneCurrent(names)}"
    paused = [x.session.shortname for x in project.store.open_sessions().sessions if x.session.status == PAUSED]
    if paused:
        more = f" and {len(paused) - 3} more" if len(paused) > 3 else ""
        return f"session-journal: paused: {', '.join(paused[:3])}{more}; go on with /session-resume {paused[0]}"
    return ""


def _count_compaction(
    project: Project, state: conversation.Conversation, loaded: Loaded
) -> tuple[Loaded, conversation.Conversation]:
    """Count the compaction that PreCompact prepared: only now is it known to have happened."""
    if not state.compacting:
        return loaded, state
    entry = Entry(kind="compaction", at=project.present, fields={"checkpoint": state.compacting})
    recorded = recorder.record(
        project.store,
        loaded.session.id,
        lambda _value, _document: [entry],
        conversation=project.conversation,
        seconds=HOOK_LOCK_SECONDS,
    )
    return recorded.loaded, state.replace(compacting="")
