"""Which session a conversation works on (docs/how-it-works.md tells it for people)."""

from __future__ import annotations

from . import conversation, identity, trust
from .errors import NoneCurrent, Problem
from .session import ACTIVE
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .project import Project
    from .store import Loaded, Store


class Current(Value):
    """The session, or None with the candidates.

    `foreign` are open sessions that were not made or taken up here; `problems` the files that could not be read,
    also those among them that an agent does not hear of.
    """

    session: Loaded | None = None
    candidates: tuple[Loaded, ...] = ()
    foreign: tuple[Loaded, ...] = ()
    problems: tuple[Problem, ...] = ()


def of(project: Project) -> Current:
    """Return the current session of a call; see `resolve`."""
    return resolve(project.store, project.conversation, project.chosen, project.head().branch)


def required(project: Project) -> Loaded:
    """Return the current session; raises NoneCurrent with the candidates, or what is wrong with the one there."""
    found = of(project)
    if found.session is not None:
        return found.session
    if not found.candidates:
        raise_first(project, found)
        raise none(project)
    raise ambiguous(found.candidates, project)


def none(project: Project) -> NoneCurrent:
    """Return the problem that no session is current, with a word on those whose document is gone."""
    from . import lost  # noqa: PLC0415 - a refusal has time

    return NoneCurrent((), also=lost.note(project.store))


def _is_kept_back(store: Store, session_id: str) -> bool:
    """Tell whether a session is open, and not this person's: a binding to it is none."""
    try:
        return store.own_only and store.whole.by_id(session_id) is not None
    except Problem:
        return True


def raise_first(project: Project, found: Current) -> None:
    """Raise what is wrong with the first file that could not be read; to an agent, of its person's own files."""
    for problem in found.problems:
        if not project.store.own_only or trust.for_agent(project.store, problem) == str(problem):
            raise problem


def ambiguous(candidates: Sequence[Loaded], project: Project) -> NoneCurrent:
    """Return the problem that names the sessions to choose from, each with its key to tell it by."""
    choose = "choose one for this terminal: `export SESSION_JOURNAL_CURRENT=NAME`"
    if project.conversation:
        resume = "/session-resume" if project.hook else "session resume"
        choose = f"bind this conversation to it: `{resume} NAME`"
    return NoneCurrent([f"{loaded.session.shortname} ({loaded.session.key})" for loaded in candidates], choose)


def resolve(store: Store, conversation_id: str, chosen: str, branch: str) -> Current:
    """Return the current session.

    The conversation's binding; else the one `chosen` in the environment; else, among the active ones, the
    only one on this git branch; else the only one. A session that was not made or taken up here (trust) is never
    an agent's, however it was named; a person's in a terminal it is where there is no other. Raises NoStore;
    NotFound, Ambiguous or Refused for `chosen`.
    """
    bound = conversation.load(store, conversation_id).session
    found = store.by_id(bound) if bound else None
    if found is not None and not trust.is_foreign(store, found):
        return Current(session=found)
    if chosen:
        found = store.find(chosen)
        if not store.own_only or not trust.is_foreign(store, found):
            return Current(session=found)
    listing = store.open_sessions()
    foreign = listing.foreign or tuple(loaded for loaded in listing.sessions if trust.is_foreign(store, loaded))
    active = tuple(x for x in listing.sessions if x.session.status == ACTIVE and x not in foreign)
    if not active and not store.own_only:
        active = tuple(x for x in listing.sessions if x.session.status == ACTIVE)
    here = [loaded for loaded in active if branch and loaded.session.branch == branch]
    problems = (*listing.problems, *listing.strange)
    if len(here) == 1 or len(active) == 1:
        if found is None and identity.is_id(bound) and not _is_kept_back(store, bound):
            # it ended; what is said here now belongs into no other one unasked
            return Current(candidates=tuple(here) or active, foreign=foreign, problems=problems)
        only = here[0] if len(here) == 1 else active[0]
        return Current(session=only, foreign=foreign, problems=problems)
    return Current(candidates=tuple(here) or active, foreign=foreign, problems=problems)
