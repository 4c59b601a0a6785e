"""What changed in a project's files since its session began: from git, else from what capture knows."""

from __future__ import annotations

from . import git, ledger
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .journal import Journal

_SECONDS = 10.0
_WORDS = {"A": "created", "M": "modified", "D": "deleted", "R": "renamed", "C": "created", "T": "modified"}
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""The id of a tree without files (git's hash of nothing): what a repository without a commit begins at."""


class FileChange(Value):
    """One file: created, modified, deleted or renamed (then with its `source`).

    `committed` tells whether all of it is committed; None where git was not asked.
    """

    path: str
    change: str
    source: str = ""
    committed: bool | None = None


class Changes(Value):
    """The files, and where the knowledge comes from: `git` or `capture`; `note` says why not from git."""

    files: tuple[FileChange, ...]
    origin: str
    note: str = ""

    def as_data(self) -> dict[str, object]:
        """Return them as `--json` and exports show them."""
        return {"origin": self.origin, "note": self.note, "files": [dict(one.__dict__) for one in self.files]}


def since_start(root: str, journal: Journal, folder: str = ".sessions") -> Changes:
    """Return what changed since the session of this journal began; our own `folder` is left out."""
    if not git.head(root).commit and git.run(root, ["rev-parse", "--git-dir"], _SECONDS) is None:
        return _captured(journal, "there is no git here")
    base = _began_at(journal) or _EMPTY_TREE
    whole = _difference(root, [base])
    if whole is None:
        return _captured(journal, f"git does not know {base}, the commit at which the session began")
    open_paths = {path for path in git.uncommitted(root, _SECONDS) or [] if not path.startswith(folder + "/")}
    found = [change.replace(committed=change.path not in open_paths) for change in whole]
    known = {change.path for change in found}
    found += [
        FileChange(path=path, change="created", committed=False)
        for path in _untracked(root)
        if path not in known and not path.startswith(folder + "/")
    ]
    files = sorted((c for c in found if not c.path.startswith(folder + "/")), key=lambda change: change.path)
    return Changes(files=tuple(files), origin="git")


def _began_at(journal: Journal) -> str:
    """Return the commit that the first entry names; "" where that is no commit's id, and could be an option."""
    names = journal.names()
    commit = journal.read(names[0]).field("commit") if names else ""
    return "" if commit.strip("0123456789abcdef") else commit


def _difference(root: str, commits: list[str]) -> list[FileChange] | None:
    output = git.run(root, ["diff", "--name-status", "-M", "-z", "--relative", *commits, "--"], _SECONDS)
    return None if output is None else list(_rows(output.split("\0")))


def _rows(parts: list[str]) -> Iterator[FileChange]:
    r"""Read `M\0path\0R100\0old\0new\0…`."""
    queue = iter(parts)
    for status in queue:
        if not status:
            return
        path = next(queue, "")
        source = ""
        if status[0] in "RC":
            source, path = path, next(queue, "")
        yield FileChange(path=path, change=_WORDS.get(status[0], "modified"), source=source)


def _untracked(root: str) -> list[str]:
    output = git.run(root, ["ls-files", "--others", "--exclude-standard", "-z", "--"], _SECONDS)
    return [path for path in (output or "").split("\0") if path]


def _captured(journal: Journal, note: str) -> Changes:
    files = tuple(FileChange(path=path, change="modified") for path, _times in ledger.known(journal).files)
    return Changes(files=files, origin="capture", note=note)
