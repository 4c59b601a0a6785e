"""Noting the conversation that calls a verb with the Bash tool, where it began before there was a `.sessions/`."""

from __future__ import annotations

import os

from .. import running

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def note(project: Project) -> None:
    """Note that the conversation runs, so that a later start can tell when it broke off; raises Unusable.

    Hooks note it themselves; without its transcript there would be nothing to catch up from.
    """
    if project.hook or not project.conversation or running.since(project.store, project.conversation):
        return
    transcript = _transcript(project.conversation)
    if transcript:
        running.note(project.store, project.conversation, transcript, os.getppid())


def _transcript(conversation: str) -> str:
    """Return where the client keeps a conversation's transcript, "" where there is none."""
    home = os.environ.get("CLAUDE_CONFIG_DIR") or os.path.join(os.path.expanduser("~"), ".claude")
    folder = os.path.join(home, "projects")
    try:
        projects = os.listdir(folder)
    except OSError:
        return ""
    paths = (os.path.join(folder, project, f"{conversation}.jsonl") for project in projects)
    return next((path for path in paths if os.path.isfile(path)), "")
