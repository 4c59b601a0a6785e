"""SessionEnd: the conversation is over, and the client waits a second and a half for everybody together."""

from __future__ import annotations

import os

from .. import conversation, current, harvest, recorder, running
from ..errors import Problem
from ..journal import Entry
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from .payload import Payload

_READING = 0.7
_WAITING = 0.4


def handle(payload: Payload, project: Project) -> Reply:
    """Capture what fits in the time and close the binding; the next start catches up with the rest."""
    if not project.store.exists or not project.conversation:
        return Reply()
    state = conversation.load(project.store, project.conversation)
    conversation.save(project.store, state.replace(ended=project.present))
    found = current.resolve(project.store, project.conversation, project.chosen, project.head().branch)
    complete = True
    if found.session is not None and os.path.isfile(payload.transcript):
        complete = _capture(payload, project, found.session.session.id)
    if complete:
        running.forget(project.store, project.conversation)
    conversation.set_awaiting(project.store, project.conversation, awaiting=False)
    return Reply()


def _capture(payload: Payload, project: Project, session_id: str) -> bool:
    """Read the transcript on and record what it brought; tell whether nothing is left to do."""
    state = conversation.load(project.store, project.conversation)
    reaped = harvest.read(payload.transcript, state.position, project.root, _READING)
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
    conversation.save(project.store, state.replace(position=reaped.position.data(), ended=project.present))
    return reaped.complete
