"""The brief once more after a compaction, where the client did not pass on what SessionStart gave it."""

from __future__ import annotations

import os

from .. import briefing, conversation, current, files
from ..errors import Problem
from . import injection
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from .payload import Payload

_TAIL = 2_000_000
_BOUNDARY = b'"compact_boundary"'
_PASSED_ON = b'"hook_additional_context"'
_MARK = b"# Session record: "


def once(payload: Payload, project: Project) -> Reply:
    """Return the brief when a compaction happened and no brief stands behind it in the transcript."""
    conversation.set_awaiting(project.store, project.conversation, awaiting=False)
    found = current.of(project)
    if found.session is None or not _is_lost(payload.transcript):
        return Reply()
    injection.remember(project, conversation.load(project.store, project.conversation), found.session)
    return Reply(context=briefing.full(project, found.session, briefing.budget(project)))


def _is_lost(transcript: str) -> bool:
    """Tell whether the end of the transcript has a compaction with no brief of ours behind it."""
    try:
        with files.open_regular(transcript) as stream:
            stream.seek(max(0, os.fstat(stream.fileno()).st_size - _TAIL))
            tail = stream.read(_TAIL)
    except (OSError, Problem):
        return False
    _, boundary, after = tail.rpartition(_BOUNDARY)
    # the output of a hook is noted there as well when it was not passed on, so only what was counts
    return bool(boundary) and not any(_PASSED_ON in line and _MARK in line for line in after.split(b"\n"))
