"""Sessions that a repository shares and its person does not: said once for each `.gitignore` that it brings."""

from __future__ import annotations

import os

from .. import files, modes
from ..errors import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..store import Store

_SAID = (
    "this repository brings a .sessions of its own and a .gitignore that shares it; yours stay private. Files "
    "that it holds under the name of one of yours are in the place of yours now. `session init --shared` shares "
    "yours, `session init --private` leaves it so."
)


def told(store: Store) -> list[str]:
    """Return a line for the person, where they were not told of this `.gitignore` yet."""
    if not modes.lets_in(store.folder) or not modes.is_excluded(store.folder):
        return []
    try:
        facts = os.lstat(store.path(".gitignore"))
        which = f"{facts.st_ino} {facts.st_mtime_ns}\n".encode()
        noted = store.path(".state", "brought")
        if _read(noted) == which:
            return []
        files.make_folder(os.path.dirname(noted))
        files.replace(noted, which, durable=False)
    except (OSError, Problem):  # told again the next time, then
        return [_SAID]
    return [_SAID]


def _read(path: str) -> bytes:
    try:
        return files.read(path, 1_000)
    except (OSError, Problem):
        return b""
