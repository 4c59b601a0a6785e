"""The brief of a session as things stand now: with its journal, what was captured, where git is, and its bound."""

from __future__ import annotations

import os

from . import brief, git, ledger
from .errors import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .project import Project
    from .store import Loaded


def budget(project: Project, told: list[str] | None = None) -> int:
    """Return how many characters the brief may have; of a wrong setting the default, and what is wrong is told."""
    if not os.path.lexists(project.store.path("config.yaml")):
        return brief.BUDGET
    from . import config  # noqa: PLC0415 - most projects have no settings

    try:
        return config.load(project.store).brief_characters
    except Problem as problem:
        if told is not None:
            told.append(str(problem))
        return brief.BUDGET


def full(project: Project, loaded: Loaded, characters: int) -> str:
    """Return the brief with what is true at this moment, and what was captured in the room that is left."""
    head = project.head()
    moved = bool(head.commit) and head.commit != loaded.session.commit[: len(head.commit)]
    ahead = git.commits_between(project.root, loaded.session.commit) if moved else None
    facts = brief.Facts(
        path=project.store.relative(loaded.path),
        present=project.present,
        branch=head.branch,
        commit=head.commit,
        ahead=ahead,
    )
    journal = project.store.journal(loaded.session.key)
    captured = ledger.known(journal)
    return brief.render(loaded.session, journal.newest(brief.RECENT, brief.TELLING), facts, characters, captured)
