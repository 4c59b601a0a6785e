"""SessionEnd: the conversation is over, and the client waits a second and a half for everybody together."""

from __future__ import annotations

from .. import config, conversation, current, harvest, recorder, running
from ..errors import Problem
from ..journal import Entry
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..conversation import Conversation
    from ..project import Project
    from .payload import Payload

_READING = 0.7
_WAITING = 0.4


def handle(payload: Payload, project: Project) -> Reply:
    """Capture what fits in the time and close the binding; the next start catches up with the rest."""
    if not project.store.exists or not project.conversation:
        return Reply()
    state = conversation.load(project.store, project.conversation).replace(ended=project.present)
    conversation.save(project.store, state)
    found = current.of(project)
    if found.session is None or _capture(payload, project, state, found.session.session.id):
        running.forget(project.store, project.conversation)
    else:
        running.release(project.store, project.conversation)
    conversation.owe_nothing(project.store, project.conversation)
    return Reply()


def _capture(payload: Payload, project: Project, state: Conversation, session_id: str) -> bool:
    """Read the transcript on and record what it brought; tell whether nothing is left to do or to say."""
    if not config.or_default(project.store).capture:
        return True
    reaped = harvest.read(payload.transcript, state.position, project.root, _READING, mask=project.store.mask())
    if reaped.state == "gone":
        return not state.was_read  # the next start says so
    if not reaped.is_empty:
        entry = Entry(kind="captured", at=project.present)
        try:
            recorder.record(
                project.store,
                session_id,
                lambda value, _: [harvest.into(entry, reaped, project.store.journal(value.key))],
                conversation=project.conversation,
                seconds=_WAITING,
            )
        except Problem:
            return False
    conversation.save(project.store, state.replace(position=reaped.position.data()))
    return reaped.complete
