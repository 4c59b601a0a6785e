"""Noting that a conversation runs, so that a later start can tell when it broke off."""

from __future__ import annotations

import os

from .. import running

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from .payload import Payload


def note(payload: Payload, project: Project) -> None:
    """Note this conversation with its client's process, which hooks/run hands over; raises Unusable."""
    parent = os.environ.get("SESSION_JOURNAL_PARENT", "")
    process = int(parent) if parent.isdecimal() else os.getppid()
    running.note(project.store, project.conversation, payload.transcript, process)
