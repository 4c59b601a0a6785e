"""Which session a verb is about, and the one way in which verbs write to it."""

from __future__ import annotations

from .. import current, recorder
from ..errors import NoneCurrent, Problem
from ..store import HOOK_LOCK_SECONDS, LOCK_SECONDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..recorder import Plan, Recorded
    from ..store import Loaded
    from .verb import Words


def current_session(project: Project) -> Loaded:
    """Return the current session; raises NoneCurrent with the candidates, or what is wrong with the one there."""
    found = current.resolve(project.store, project.conversation, project.chosen, project.head().branch)
    if found.session is not None:
        return found.session
    if not found.candidates and found.problems:
        raise found.problems[0]
    raise NoneCurrent([f"{x.session.shortname} ({x.session.key})" for x in found.candidates])


def named_session(project: Project, words: Words, ref: str = "") -> Loaded:
    """Return the session that the words name, else the current one."""
    ref = ref or words.text("session")
    return project.store.find(ref) if ref else current_session(project)


def write(project: Project, loaded: Loaded, plan: Plan) -> Recorded:
    """Record in a session on behalf of a person or the agent."""
    return recorder.record(
        project.store,
        loaded.session.id,
        plan,
        conversation=project.conversation,
        seconds=HOOK_LOCK_SECONDS if project.hook else LOCK_SECONDS,
    )


def warnings(recorded: Recorded) -> str:
    """Return the warnings as lines to put behind a reply."""
    return "".join(f"\nNote: {warning}" for warning in recorded.warnings)


def unreadable(problems: tuple[Problem, ...]) -> str:
    """Return the files that were skipped as lines to put behind a listing."""
    return "".join(f"\nSkipped: {problem}" for problem in problems)
