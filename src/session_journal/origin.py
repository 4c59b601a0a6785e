"""Whose folder this is: a mark that no clone, pull or archive can bring, and what is remembered under it.

The mark is a number of 128 random bits. It lies in git's own folder of the work tree, which git copies to nobody,
or in `.state/` where there is no git. What it stands for is in the person's data folder, `trusted/MARK/`. A mark
that this machine did not make is worth nothing, and so is the copy of one whose original is still in its place.
"""

from __future__ import annotations

import os

from . import files, git, identity
from .errors import Problem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .store import Store

NAME = "session-journal"
"""The mark's file in git's folder."""
PLACE, CAME = "place", "came"
"""Files in a record: where the mark lies, and what lay in `.sessions/` before it was made."""
_LENGTH = 32


class Origin(Value):
    """A mark that counts: what it says, the file that it is in, and the folder of its record.

    `known` is False where the data folder was lost, and only git's folder tells that the sessions are one's own.
    """

    token: str
    path: str
    record: str
    known: bool = True

    def holds(self, *parts: str) -> bool:
        """Tell whether something is remembered under this mark."""
        return self.known and os.path.exists(os.path.join(self.record, *parts))

    def names(self, *parts: str) -> list[str]:
        """Return what is remembered in a folder of the record."""
        try:
            return sorted(os.listdir(os.path.join(self.record, *parts))) if self.known else []
        except OSError:
            return []

    def text(self, *parts: str) -> str:
        """Return the text of something remembered, "" where it is not."""
        return text_of(os.path.join(self.record, *parts)) if self.known else ""

    def remember(self, text: str, *parts: str) -> None:
        """Keep a text under this mark; raises Unusable."""
        path = os.path.join(self.record, *parts)
        files.make_folder(os.path.dirname(path))
        files.replace(path, text.encode("utf-8", "surrogateescape"))

    def forget(self, *parts: str) -> None:
        """Keep something no longer; raises Unusable."""
        files.remove(os.path.join(self.record, *parts))


def found(store: Store) -> list[Origin]:
    """Return the marks of a store that count; mostly one, none for what came from elsewhere."""
    marks = [_read(store, path, in_git=in_git) for path, in_git in _places(store)]
    return [mark for mark in marks if mark]


def _places(store: Store) -> list[tuple[str, bool]]:
    """Return where a mark may lie, and for each whether that is git's folder."""
    own = store.path(".state", "origin")
    folder = git_folder(store.root)
    return [(os.path.join(folder, NAME), True), (own, False)] if folder else [(own, False)]


def git_folder(root: str) -> str | None:
    """Return git's folder for a project, None where what leads to it could be forged.

    That is a link, and a file `.git` that a linked work tree's folder does not point back to.
    """
    tree = git.find_root(root)
    place = os.path.join(tree, ".git") if tree else ""
    if not tree or os.path.islink(place):
        return None
    if os.path.isdir(place):
        return place
    folder = git.folder_of(tree)
    back = text_of(os.path.join(folder, "gitdir")) if folder else ""
    if not folder or not back or os.path.realpath(back) != os.path.realpath(place):
        return None
    return os.path.normpath(os.path.join(folder, text_of(os.path.join(folder, "commondir")) or "."))


def _read(store: Store, path: str, *, in_git: bool) -> Origin | None:
    token, _, inode = text_of(path).partition(" ")
    if len(token) != _LENGTH or not identity.is_hex(token):
        return None
    record = os.path.join(store.data, "trusted", token) if store.data else ""
    if record and os.path.isdir(record):
        return None if _is_copy(record, path, token) else Origin(token=token, path=path, record=record)
    # the data folder knows nothing of it: it is new, was lost, or the mark was made elsewhere
    if inode != _inode(path) or not (_in_own_tree(store, path) if in_git else _nothing_is_kept(store.data)):
        return None
    if git.is_tracked(store.root, store.relative(path)):
        return None
    return Origin(token=token, path=path, record=record, known=False)


def _is_copy(record: str, path: str, token: str) -> bool:
    """Tell whether a mark was copied together with its folder; one that was moved is the original still."""
    place = text_of(os.path.join(record, PLACE))
    if place == path:
        return False
    try:
        if os.path.samefile(place, path):
            return False
    except (OSError, ValueError):
        return False
    return text_of(place).partition(" ")[0] == token


def _in_own_tree(store: Store, path: str) -> bool:
    """Tell whether a mark in git's folder speaks of this project, and not of one around it."""
    tree = git.find_root(store.root)
    return tree is not None and os.path.samefile(tree, store.root) and bool(path)


def _nothing_is_kept(data: str) -> bool:
    """Tell whether there is no data folder that anything could be kept in, so that a mark has to do."""
    while data and not os.path.lexists(data):
        data = os.path.dirname(data) if os.path.dirname(data) != data else ""
    return not os.path.isdir(data) or not os.access(data, os.W_OK | os.X_OK)


def _inode(path: str) -> str:
    """Return what a folder is known by to the file system: whoever copies a mark cannot copy that."""
    try:
        return str(os.stat(os.path.dirname(path)).st_ino)
    except OSError:
        return ""


def text_of(path: str) -> str:
    """Return a small file's text without the newline at its end, "" where there is none."""
    try:
        return files.read(path, 100_000).decode("utf-8", "surrogateescape").strip("\n")
    except (OSError, ValueError, Problem):
        return ""


def make(store: Store) -> Origin:
    """Mark a store as this machine's own; raises Unusable where no mark can be written.

    The record comes first, so that whoever sees the mark finds it known. Of two that mark at once one does.
    """
    places = [path for path, _ in _places(store)]
    for path in places[:-1]:
        try:
            return _make(store, path)
        except Problem:  # git's folder may be read-only
            continue
    files.make_folder(os.path.dirname(places[-1]))
    return _make(store, places[-1])


def _make(store: Store, path: str) -> Origin:
    token = os.urandom(_LENGTH // 2).hex()
    record = os.path.join(store.data, "trusted", token) if store.data else ""
    mark = register(Origin(token=token, path=path, record=record, known=False))
    data = f"{token} {_inode(path)}\n".encode()
    if os.path.lexists(path):  # one that does not count
        files.replace(path, data)
        return mark
    try:
        files.create(path, data)
    except FileExistsError:
        mark.forget(PLACE)
        return next((other for other in found(store) if other.path == path), mark)
    return mark


def register(mark: Origin) -> Origin:
    """Begin a mark's record, where there is a data folder that can be written."""
    if mark.known or not mark.record:
        return mark
    begun = mark.replace(known=True)
    try:
        begun.remember(mark.path + "\n", PLACE)
    except Problem:
        return mark
    return begun
