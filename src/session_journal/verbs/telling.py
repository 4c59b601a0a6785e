"""What the verbs that tell a session to others have in common: gathering it."""

from __future__ import annotations

from .. import files, handover
from . import subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..handover import Told
    from ..project import Project
    from ..store import Loaded
    from .verb import Words


def gather(project: Project, words: Words) -> Told:
    """Return all that a hand-over of the session meant is made from."""
    return handover.gather(project.store, subject.named_session(project, words, words.argument))


def keep_summary(project: Project, loaded: Loaded) -> str:
    """Write the summary beside the journal of a session that ended; return where, seen from the project's root."""
    path = project.store.path("journal", loaded.session.key, "summary.md")
    files.replace(path, handover.summary(handover.gather(project.store, loaded)).encode("utf-8", "replace"))
    return project.store.relative(path)
