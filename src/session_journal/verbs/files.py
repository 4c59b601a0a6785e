"""`files`: what changed since a session began."""

from __future__ import annotations

from .. import handover
from . import telling
from .verb import JSON, SESSION, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def run(project: Project, words: Words) -> Reply:
    """List the files created, modified, deleted and renamed, and say where the knowledge comes from."""
    told = telling.gather(project, words)
    return Reply(text=handover.files(told).rstrip("\n"), data=told.changes.as_data())


VERB = Verb(
    name="files",
    summary="Show what was created, modified, deleted and renamed since the session began.",
    about=(
        "From git, with renames and what is uncommitted; without git, from what was captured of the "
        "conversations, and then it says so."
    ),
    run=run,
    argument="REF",
    options=(SESSION, JSON),
    examples=("session files", "session files 00003 --json"),
    see=("view", "commit", "who"),
)
