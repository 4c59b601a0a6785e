"""A compaction that has happened: it is counted, and what the client wrote too late for PreCompact is taken in."""

from __future__ import annotations

from .. import config, harvest, recorder
from ..journal import Entry
from ..store import HOOK_LOCK_SECONDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..conversation import Conversation
    from ..project import Project
    from ..session import Session
    from ..store import Loaded
    from .payload import Payload

_SECONDS = 0.5


def count(payload: Payload, project: Project, state: Conversation, loaded: Loaded) -> tuple[Loaded, Conversation]:
    """Count the compaction that PreCompact prepared: only now is it known to have happened. Raises Problem.

    The client writes its transcript a moment behind, so the last words before PreCompact may come only now.
    """
    if not state.compacting:
        return loaded, state
    late = None
    if state.was_read and config.or_default(project.store).capture:
        late = harvest.read(payload.transcript, state.position, project.root, _SECONDS, mask=project.store.mask())
        late = None if late.state != "continued" else late  # PreCompact has said what is wrong with it

    def plan(value: Session, _document: object) -> list[Entry]:
        counted = Entry(kind="compaction", at=project.present, fields={"of": state.compacting})
        if late is None or late.is_empty:
            return [counted]
        captured = Entry(kind="captured", at=project.present)
        return [harvest.into(captured, late, project.store.journal(value.key)), counted]

    recorded = recorder.record(
        project.store, loaded.session.id, plan, conversation=project.conversation, seconds=HOOK_LOCK_SECONDS
    )
    position = state.position if late is None else late.position.data()
    return recorded.loaded, state.replace(compacting="", position=position)
