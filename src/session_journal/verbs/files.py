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
    changes = told.changes
    data = {
        "origin": changes.origin,
        "note": changes.note,
        "files": [
            {"path": c.path, "change": c.change, "source": c.source, "committed": c.committed}
            for c in changes.files
        ],
    }
    return Reply(text=handover.files(told).rstrip("\n"), data=data)


VERB = Verb(
    name="files",
    summary="Show what was created, modified, deleted and renamed since the session began.",
    run=run,
    argument="REF",
    options=(SESSION, JSON),
    examples=("session files", "session files 00003 --json"),
)
