"""Whose folder this is: a mark that no clone, pull or archive can bring, and what is remembered under it.

The mark is a number of 128 random bits. It lies in git's own folder of the work tree, which git copies to nobody,
or in `.state/` where there is no git. Its file is named by the place of `.sessions/` in the work tree, and speaks
for no other store. What it stands for is in the person's data folder, `trusted/MARK/`. A mark that this machine
did not make is worth nothing, and so is the copy of one whose original is still in its place.
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
"""The mark's file in git's folder; for a store below the root of the work tree its path follows, quoted."""
PLACE = "place"
"""The file in a record that tells where the mark lies."""
_LENGTH = 32
_LONGEST_NAME = 200


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
    tree = git.find_root(store.root)
    folder, name = (git_folder(tree), _name_of(tree, store.root)) if tree else (None, "")
    return [(os.path.join(folder, name), True), (own, False)] if folder and name else [(own, False)]


def _name_of(tree: str, root: str) -> str:
    """Return the name of a store's mark, by its place in the work tree; "" where none can tell it from others."""
    if root == tree:
        return NAME
    inside = os.path.relpath(os.path.realpath(root), os.path.realpath(tree))
    if inside == os.curdir:
        return NAME
    name = f"{NAME}-{inside.replace('%', '%25').replace(os.sep, '%2F')}"
    is_below = inside.split(os.sep)[0] != os.pardir
    return name if is_below and len(os.fsencode(name)) <= _LONGEST_NAME else ""


def project_of(place: str) -> str:
    """Return the root of the project that a mark in this place speaks for, "?" where that is not known."""
    folder, name = os.path.split(place)
    if not name.startswith(NAME):
        return os.path.dirname(os.path.dirname(folder)) if place else "?"
    inside = name[len(NAME) + 1 :].replace("%2F", os.sep).replace("%25", "%")
    return os.path.join(os.path.dirname(folder), *([inside] if inside else []))


def git_folder(root: str) -> str | None:
    """Return git's folder for a project, None where what leads to it could be forged.

    That is a link, and a file `.git`, unless it names one of the folders that a repository keeps for its linked
    work trees, and that names the file, both by whole paths.
    """
    tree = git.find_root(root)
    place = os.path.join(tree, ".git") if tree else ""
    if not tree or os.path.islink(place):
        return None
    if os.path.isdir(place):
        return place
    named = git.folder_of(tree) or ""
    back = text_of(os.path.join(named, "gitdir")) if os.path.isabs(named) else ""
    if not os.path.isabs(back) or os.path.realpath(back) != os.path.realpath(place):
        return None
    folder = os.path.realpath(named)
    common = os.path.realpath(os.path.join(folder, text_of(os.path.join(folder, "commondir"))))
    return common if os.path.dirname(folder) == os.path.join(common, "worktrees") else None


def _said(path: str) -> str:
    """Return what a mark's file says, "" for none: a link to another store's mark is no mark."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError):
        return ""
    try:
        return os.read(descriptor, 100).decode("ascii", "replace").strip("\n")
    except OSError:
        return ""
    finally:
        os.close(descriptor)


def _read(store: Store, path: str, *, in_git: bool) -> Origin | None:
    token, _, inode = _said(path).partition(" ")
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
    try:  # the folder: a link can be made to the file alone, from anywhere
        if os.path.samefile(*map(os.path.dirname, (place, path))):
            return os.path.basename(place) != os.path.basename(path)
    except (OSError, ValueError):
        return False
    return _said(place).partition(" ")[0] == token


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
    if os.path.islink(path):
        files.remove(path)
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
