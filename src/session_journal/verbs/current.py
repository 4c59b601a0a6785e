"""`current`: which session this is."""

from __future__ import annotations

from .. import brief, current
from . import subject
from .verb import JSON, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def run(project: Project, words: Words) -> Reply:  # noqa: ARG001 - it takes no words but --json
    """Show the banner of the current session."""
    loaded = current.required(project)
    path = project.store.relative(loaded.path)
    data = {**subject.as_data(loaded.session), "path": path}
    return Reply(text=brief.banner(loaded.session, path, project.present), data=data)


VERB = Verb(
    name="current",
    summary="Show which session is current.",
    about=(
        "The session that this conversation is bound to; else the one that SESSION_JOURNAL_CURRENT names; "
        "else the only active one on this git branch; else the only active one. Where several could be meant, "
        "none is chosen, and they are named."
    ),
    run=run,
    options=(JSON,),
    examples=("session current", "session current --json"),
    see=("list", "resume"),
)
