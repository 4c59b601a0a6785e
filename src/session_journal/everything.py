"""All sessions of a project, for what looks at each, one after another, however many there are."""

from __future__ import annotations

from . import outline, trust
from .catalogue import Catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .errors import Problem
    from .outline import Outline
    from .store import Store


class Everything:
    """The open sessions and then those that ended, each newest first: `with closing(Everything(store)) as …`.

    `foreign` are the keys of those that are kept back from an agent, complete when all have been yielded.
    """

    def __init__(self, store: Store, tell: Callable[[str], None] | None = None) -> None:
        """Bring the catalogue up to date; `tell` shows a person how far that is. Raises NoStore."""
        self._store = store
        self._open = self._store.open_sessions()
        self._catalogue = Catalogue(store, tell)
        self.foreign: list[str] = []

    def close(self) -> None:
        """Let go of the catalogue."""
        self._catalogue.close()

    def outlines(self) -> Iterator[Outline]:
        """Yield every session; for an agent only what is its person's own."""
        self.foreign = [loaded.session.key for loaded in self._open.foreign]
        for loaded in self._open.sessions:
            yield outline.of(loaded.session, loaded.path)
        for one in self._catalogue.ended():
            if self._store.own_only and trust.is_foreign_document(self._store, one.id, one.path):
                self.foreign.append(one.key)
            else:
                yield one

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, complete when all have been yielded; to an agent only of its person's own."""
        found = {str(problem): problem for problem in (*self._open.problems, *self._catalogue.problems)}
        if not self._store.own_only:
            return tuple(found.values())
        return tuple(problem for said, problem in found.items() if trust.for_agent(self._store, problem) == said)
