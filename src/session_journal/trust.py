"""Sessions that came with a repository are not this machine's, until the person takes them up.

A document is foreign when git tracks it and no record of its id lies in this person's own data folder. What
git does not track was written here. The record is made by `init` and `resume`, outside the repository.
"""

from __future__ import annotations

import os

from . import files, git
from .errors import Unusable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .store import Loaded, Store


def is_foreign(store: Store, loaded: Loaded) -> bool:
    """Tell whether a session did not originate on this machine and was not taken up here."""
    if store.data and os.path.exists(_record(store, loaded)):
        return False
    return git.is_tracked(store.root, store.relative(loaded.path))


def is_forced(store: Store, loaded: Loaded) -> bool:
    """Tell whether a conversation's binding to this session came with the repository, as the session did."""
    return is_foreign(store, loaded) and git.is_tracked(store.root, store.relative(store.path(".state")))


def take_up(store: Store, loaded: Loaded) -> None:
    """Record that the person knows this session; nothing is recorded without a data folder that can be written."""
    if not store.data:
        return
    path = _record(store, loaded)
    if not os.path.exists(path):
        try:
            files.make_folder(os.path.dirname(path))
            files.replace(path, f"{store.root}\n".encode("utf-8", "surrogateescape"))
        except Unusable:  # the session is there; only a clone's has to be taken up again
            return


def _record(store: Store, loaded: Loaded) -> str:
    return os.path.join(store.data, "trusted", loaded.session.id)
