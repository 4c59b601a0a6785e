"""What a conversation is told of its session, and what it was told already."""

from __future__ import annotations

from .. import briefing, conversation, entryline, framing, session
from ..conversation import Conversation
from ..errors import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..store import Loaded

_SILENT = ("captured", "recovered", "checkpoint", "compaction")


def unchanged(loaded: Loaded) -> str:
    """Return what reminds the agent of the brief that it already has in this conversation."""
    value = loaded.session
    lines = [
        f"The session record of {value.shortname} given earlier in this conversation is unchanged since.",
    ]
    if value.steps:
        lines.append(f"Progress: {value.done_count}/{len(value.steps)} steps complete.")
    if value.current:
        lines.append(f"Current: {value.current[1].headline}.")
    if value.blockers:
        lines.append("Blocked: " + "; ".join(blocker.headline for blocker in value.blockers) + ".")
    if value.next_steps:
        lines.append("Next steps: " + "; ".join(text.partition("\n")[0] for text in value.next_steps[:3]) + ".")
    return "\n".join(map(framing.line, lines))


def again(project: Project, state: Conversation, loaded: Loaded, characters: int) -> str:
    """Return what a conversation that was told this session before has to know now: "" for nothing.

    Records of other conversations are named one by one; after an edit by hand it is the brief anew.
    """
    present = session.state_of(loaded.session)
    if session.is_same_state(state.injected, present):
        return ""
    if not state.injected:
        return briefing.full(project, loaded, characters)
    since = project.store.journal(loaded.session.key).after(state.injected.partition(":")[2])
    others = [entry for entry in since if entry.conversation != project.conversation and entry.kind not in _SILENT]
    if not others or len(others) < len([entry for entry in since if entry.kind not in _SILENT]):
        return briefing.full(project, loaded, characters)
    lines = [f"- {entryline.of(entry)}" for entry in others[-20:]]
    more = f" (the last 20 of {len(others)}; `session view --journal` shows all)" if len(others) > 20 else ""
    heading = (
        f"Recorded in session {loaded.session.shortname} since its record was given in this conversation{more}:"
    )
    return "\n".join(map(framing.line, [heading, *lines]))


def remember(project: Project, state: Conversation, loaded: Loaded) -> str:
    """Bind the conversation to the session and remember that it was told this state.

    Returns what went wrong, "" for nothing: a folder that cannot be written must not cost the brief.
    """
    try:
        _save(project, state, loaded)
    except Problem as problem:
        return str(problem)
    return ""


def _save(project: Project, state: Conversation, loaded: Loaded) -> None:
    conversation.save(
        project.store,
        state.replace(
            session=loaded.session.id,
            injected=session.state_of(loaded.session),
            started=state.started or project.present,
            ended=0,
        ),
    )
