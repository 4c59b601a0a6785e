"""Git's list of what it ignores on this machine alone, `info/exclude`, with a line for a private `.sessions`.

So it stays private where a pull, a branch or a colleague's `init --shared` brings another `.sessions/.gitignore`.
"""

from __future__ import annotations

import os

from . import files, modes, origin
from .errors import Problem, Unusable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .store import Store

_TRIES = 3
_MOST = 1_000_000


def keep_out(store: Store) -> bool:
    """Have git ignore the folder by a line of ours; return whether it is there now. The others' lines stay."""
    place = _place(store)
    if place is None:
        return False
    path, rule = place
    try:
        return modes.is_excluded(store.folder) or _change(path, rule, wanted=True)
    except Problem:  # as a folder that may only be read; `.sessions/.gitignore` holds all the same
        return False


def let_in(store: Store) -> None:
    """Take our line out again; raises Unusable."""
    place = _place(store)
    if place is not None and modes.is_excluded(store.folder):
        _change(*place, wanted=False)


def _place(store: Store) -> tuple[str, bytes] | None:
    """Return the file and our rule; None where there is no git, or what leads there is a link."""
    found, folder = modes.exclude_of(store.folder), origin.git_folder(store.root)
    if found is None or folder is None or not os.path.exists(os.path.join(folder, "HEAD")):
        return None
    path = os.path.join(folder, "info", "exclude")
    if os.path.realpath(path) != os.path.join(os.path.realpath(folder), "info", "exclude"):
        return None
    return path, found[1]


def _change(path: str, rule: bytes, *, wanted: bool) -> bool:
    for _ in range(_TRIES):
        try:
            before = files.read(path, _MOST)
        except FileNotFoundError:
            files.make_folder(os.path.dirname(path), modes.OPEN)
            files.replace(path, _changed(b"", rule, wanted=wanted), mode=modes.OPEN)
            return True
        if files.replace(path, _changed(before, rule, wanted=wanted), expected=before):
            return True
    raise Unusable(path, "is being changed by others")


def _changed(before: bytes, rule: bytes, *, wanted: bool) -> bytes:
    """Return the text with our two lines at its end, or without them wherever they are."""
    ours = b"%s\n%s\n" % (modes.EXCLUDED, rule)
    if not wanted:
        return (before if before.endswith(b"\n") else before + b"\n").replace(ours, b"")
    return before + (b"" if before.endswith(b"\n") or not before else b"\n") + ours
