"""What the verbs that tell a session to others have in common: gathering it."""

from __future__ import annotations

import os

from .. import files, handover, ledger, worktree
from . import subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..handover import Told
    from ..project import Project
    from ..store import Loaded
    from .verb import Words


def gather(project: Project, words: Words) -> Told:
    """Return all that a hand-over of the session meant is made from."""
    return told(project, subject.named_session(project, words, words.argument))


def told(project: Project, loaded: Loaded) -> Told:
    """Return all that a hand-over of a session is made from."""
    journal = project.store.journal(loaded.session.key)
    return handover.Told(
        session=loaded.session,
        entries=tuple(reversed(journal.newest(1_000_000))),
        changes=worktree.since_start(project.root, journal),
        captured=ledger.known(journal),
        path=project.store.relative(loaded.path),
    )


def keep_summary(project: Project, loaded: Loaded) -> str:
    """Write the summary beside the journal of a session that ended; return where, seen from the project's root."""
    journal = project.store.journal(loaded.session.key)
    path = os.path.join(os.path.dirname(journal.folder), "summary.md")
    files.replace(path, handover.summary(told(project, loaded)).encode("utf-8", "replace"))
    return project.store.relative(path)
