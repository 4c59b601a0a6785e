"""Which session a conversation works on (docs/how-it-works.md tells it for people)."""

from __future__ import annotations

from . import conversation
from .errors import Problem
from .session import ACTIVE
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .store import Loaded, Store


class Current(Value):
    """The session, or None with the candidates; `problems` are the files that could not be read."""

    session: Loaded | None = None
    candidates: tuple[Loaded, ...] = ()
    problems: tuple[Problem, ...] = ()


def resolve(store: Store, conversation_id: str, chosen: str, branch: str) -> Current:
    """Return the current session.

    The conversation's binding; else the one `chosen` in the environment; else, among the active ones, the
    only one on this git branch; else the only one. Raises NoStore; NotFound or Ambiguous for `chosen`.
    """
    bound = conversation.load(store, conversation_id).session
    found = store.by_id(bound) if bound else None
    if found is not None:
        return Current(session=found)
    if chosen:
        return Current(session=store.find(chosen))
    listing = store.open_sessions()
    active = tuple(loaded for loaded in listing.sessions if loaded.session.status == ACTIVE)
    here = [loaded for loaded in active if branch and loaded.session.branch == branch]
    if len(here) == 1 or len(active) == 1:
        return Current(session=here[0] if len(here) == 1 else active[0], problems=listing.problems)
    return Current(candidates=tuple(here) or active, problems=listing.problems)
