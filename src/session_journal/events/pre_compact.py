"""PreCompact: the conversation is about to be replaced by a summary of itself."""

from __future__ import annotations

from .. import brief, conversation, current, drafts, git, recorder
from ..store import HOOK_LOCK_SECONDS
from . import injection
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..session import Session
    from .payload import Payload


def handle(payload: Payload, project: Project) -> Reply:
    """Write a checkpoint and tell the compactor what must survive.

    The compaction is not counted here: the client fires this event for compactions that then do not happen.
    """
    if not project.store.exists:
        return Reply()
    found = current.resolve(project.store, project.conversation, project.chosen, project.head().branch)
    if found.session is None:
        return Reply()
    note = f"before a compaction ({payload.trigger or 'manual'})"
    changed = git.uncommitted(project.root, seconds=1.0)
    recorded = recorder.record(
        project.store,
        found.session.session.id,
        lambda value, _: [drafts.checkpoint(project.present, value, changed, note, {})],
        conversation=project.conversation,
        seconds=HOOK_LOCK_SECONDS,
    )
    state = conversation.load(project.store, project.conversation)
    compacting = recorded.entries[0].name
    conversation.save(
        project.store, state.replace(session=recorded.loaded.session.id, compacting=compacting, injected="")
    )
    conversation.set_awaiting(project.store, project.conversation, awaiting=True)
    return Reply(plain=_for_compactor(project, recorded.loaded.session) + injection.full(project, recorded.loaded))


def _for_compactor(project: Project, value: Session) -> str:
    return brief.visible(
        f"This project keeps a record of the work session {value.shortname!r} in {project.store.folder}.\n"
        "Please keep in the summary: the decisions with their reasons, what was found out, open blockers, the\n"
        "current step and the next steps, with the names of files, tests and identifiers as they are. The record\n"
        "as it stands follows.\n\n"
    )
