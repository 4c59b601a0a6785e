"""What another session has to say that should not wait for the next start."""

from __future__ import annotations

from .. import conversation, current, neighbours
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def beside(reply: Reply, project: Project) -> Reply:
    """Return the reply with the messages and the files in common that this conversation was not told of yet."""
    # the mark goes first: what is sent from now on sets it again
    conversation.set_awaiting(project.store, project.conversation, awaiting=False, what=conversation.WORD)
    found = current.of(project)
    if found.session is None:
        return reply
    words = neighbours.at_prompt(project.store, found.session.session, project.present)
    context = "\n\n".join(part for part in (reply.context, words.text) if part)
    message = "\n".join(part for part in (reply.message, *_lines(words.told)) if part)
    return reply.replace(context=context, message=message)


def _lines(told: tuple[str, ...]) -> list[str]:
    return [f"session-journal: {line}" for line in told]
