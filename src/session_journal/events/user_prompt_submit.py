"""UserPromptSubmit: the person sent a prompt; most prompts are none of our business."""

from __future__ import annotations

from .. import briefing, conversation, current
from ..errors import Problem
from . import injection, presence
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from .payload import Payload


def handle(payload: Payload, project: Project) -> Reply:
    """Run a typed command; give the brief to a continuation, or once after a compaction that lost it.

    A word from another session that should not wait comes with it.
    """
    if payload.prompt.lstrip().startswith("/session"):
        return _command(payload, project)
    if not project.store.exists:
        return Reply()
    reply = _ordinary(payload, project)
    if conversation.is_awaiting(project.store, project.conversation, conversation.WORD):
        from . import others_words  # noqa: PLC0415 - rarely needed

        return others_words.beside(reply, project)
    return reply


def _ordinary(payload: Payload, project: Project) -> Reply:
    from ..intent import is_continuation  # noqa: PLC0415 - a command does not need it

    if is_continuation(payload.prompt):
        return _continue(project)
    if conversation.is_awaiting(project.store, project.conversation):
        from . import lost_brief  # noqa: PLC0415 - rarely needed

        return lost_brief.once(payload, project)
    return Reply()


def _command(payload: Payload, project: Project) -> Reply:
    """Run the verb of a typed line, exactly as typed, and return what it says."""
    from ..verbs import typed  # noqa: PLC0415 - only a command needs the verbs

    name = payload.prompt.split()[0]
    try:
        found = typed.verb_and_words(payload.prompt)
        if found is None:
            return Reply()
        verb, words = found
        if verb.name == "init" and words.empty:
            return Reply(
                context=f"session-journal: {name} was typed with no name or goal; nothing was started yet."
            )
        text = verb.run(project, words).text
        if verb.name in ("init", "resume"):
            presence.note(payload, project)
    except Problem as problem:
        return Reply(
            context=f"session-journal could not run {name}: {problem}", message=f"session-journal: {problem}"
        )
    return Reply(context=f"session-journal ran {name} as typed; it printed:\n\n{text}", message=_first_lines(text))


def _first_lines(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[:6]) + ("\n…" if len(lines) > 6 else "")


def _continue(project: Project) -> Reply:
    found = current.of(project)
    if found.session is None:
        names = [x.session.shortname for x in found.candidates]
        return (
            Reply(context=f"session-journal: several sessions are open: {', '.join(names)}.") if names else Reply()
        )
    state = conversation.load(project.store, project.conversation)
    context = injection.again(project, state, found.session, briefing.budget(project)) or injection.unchanged(
        found.session
    )
    injection.remember(project, state, found.session)
    conversation.set_awaiting(project.store, project.conversation, awaiting=False)
    return Reply(context=context)
