"""A `.sessions` that is not the folder that it was: a link that nobody here made, or gone. On the hot path.

Git puts a link or a file of that name that a commit brings in the place of a folder that it ignores, and deletes
what was in it, without asking. Nothing of ours can keep it from that; here is found out that it happened.
"""

from __future__ import annotations

import os

from . import git, origin
from .errors import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .store import Store

FOLDERS = "folders"
"""The file of a mark's record that names the `.sessions` folders which were used under it."""
_CAME = "{} is a link that came with this repository: nothing behind it is read or written. Remove it."
_UNKNOWN = (
    "{} is a link, and not known to be yours: nothing is read or written behind it. If you made it, "
    "`session init NAME --follow` says so; if not, remove it."
)
_GONE = (
    "{} was your folder of sessions, and is gone. Git does that, without asking, when a branch or pull brings "
    "a link or file of that name: it deletes the ignored folder. Put it back from a backup if you have one, and "
    "look at what brought it before you go back there. `session init NAME` begins anew; if you deleted the folder "
    "yourself and want none, `rm .git/session-journal` ends this line."
)


def link(store: Store, *, chosen: bool = False) -> str:
    """Return why a `.sessions` that is a link is not followed, "" where it is or is none.

    It is followed where git does not track it and the store has a mark of ours, or it is `chosen` just now.
    """
    if not os.path.islink(store.folder):
        return ""
    if git.is_in_index(store.folder):
        return _CAME.format(store.folder)
    return "" if chosen or _is_marked(store) else _UNKNOWN.format(store.folder)


def _is_marked(store: Store) -> bool:
    try:
        return bool(store.marks())
    except Problem:
        return False


def loss(store: Store) -> str:
    """Say that a `.sessions` which was used here is no folder any more, "" where it is or never was."""
    if os.path.isdir(store.folder) and not os.path.islink(store.folder):
        return ""
    place = os.path.join(store.root, ".git", origin.NAME)
    if not store.data or not _is_own(os.path.dirname(place)) or os.path.islink(place):
        return ""
    token = origin.text_of(place).partition(" ")[0]
    if not token.isalnum():
        return ""
    known = origin.text_of(os.path.join(store.data, "trusted", token, FOLDERS)).split("\n")
    return _GONE.format(store.folder) if store.folder in known else ""


def told(store: Store) -> list[str]:
    """Return what the person should know where there is no `.sessions` to use; mostly nothing."""
    return [line for line in (store.trouble, loss(store)) if line]


def _is_own(folder: str) -> bool:
    return os.path.isdir(folder) and not os.path.islink(folder)


def note(store: Store) -> None:
    """Remember that this folder is used, for the day on which it is gone; without git there is no telling then."""
    place = os.path.join(store.root, ".git", origin.NAME)
    if os.path.islink(store.folder) or not _is_own(os.path.dirname(place)):
        return
    for mark in store.marks():
        known = [line for line in mark.text(FOLDERS).split("\n") if line]
        if mark.known and mark.path == place and store.folder not in known:
            try:
                mark.remember("\n".join([*known, store.folder]) + "\n", FOLDERS)
            except Problem:  # a loss will not be told then
                continue
