"""What git knows of a project. Branch and head are read from `.git`; the rest asks the `git` program.

The program is started by `posix_spawn`, since importing `subprocess` costs more than a hook's start. It runs
with a fixed configuration: no hooks, filters, file-system monitor, pager or signature check, nothing inside
submodules, no locks taken and no other work tree, whatever the repository's own settings say. Without git, or
when it does not answer in time, the facts are empty.
"""

from __future__ import annotations

import os
import select
import time

from . import files
from .errors import Problem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_SAFE = (
    "--no-pager",
    "--no-optional-locks",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.untrackedCache=false",
    "-c",
    "core.quotePath=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "submodule.recurse=false",
    "-c",
    "color.ui=false",
)
_ALWAYS: dict[str, tuple[str, ...]] = {
    "status": ("--ignore-submodules=dirty",),
    "diff": ("--ignore-submodules=dirty", "--no-ext-diff", "--no-textconv"),
    "log": ("--no-ext-diff", "--no-textconv", "--no-show-signature"),
}
_COMPARING = ("status", "diff")
"""The commands that look into files of the work tree, and would pass them through the repository's filters."""
_MAX_OUTPUT = 4_000_000
_MOST_INDEX = 200_000_000
_MOST_REFS = 20_000_000
_KILL = 9  # importing `signal` brings in `enum`: half a bare interpreter's start


class Head(Value):
    """Where a work tree stands: the branch ("" when detached) and the head's short id ("" before a commit)."""

    branch: str = ""
    commit: str = ""


def find_root(folder: str) -> str | None:
    """Return the nearest folder at or above `folder` that has a `.git`, or None."""
    while True:
        if os.path.exists(os.path.join(folder, ".git")):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def head(root: str) -> Head:
    """Read branch and head without starting a program; empty where there is no repository."""
    folder = folder_of(root)
    if folder is None:
        return Head()
    content = _first_line(os.path.join(folder, "HEAD"))
    if not content.startswith("ref: "):
        return Head(commit=_short(content))
    ref = content[5:].strip()
    branch = ref.removeprefix("refs/heads/")
    # the reftable format keeps its heads elsewhere, under this name; and no ref leads out of its folder
    if branch == ".invalid" or not ref.startswith("refs/") or ".." in ref:
        return Head()
    common = os.path.join(folder, _first_line(os.path.join(folder, "commondir")) or ".")
    commit = _first_line(os.path.join(folder, ref)) or _first_line(os.path.join(common, ref))
    return Head(branch=branch, commit=_short(commit or _packed(common, ref)))


def _short(commit: str) -> str:
    """Return a commit's short id; "" for what is none, as in a damaged file."""
    return commit[:7] if not commit.strip("0123456789abcdef") else ""


def folder_of(root: str) -> str | None:
    """Return where a work tree keeps its repository, None where it has none."""
    place = os.path.join(root, ".git")
    if os.path.isdir(place):
        return place
    link = _first_line(place)
    return os.path.join(root, link[8:].strip()) if link.startswith("gitdir: ") else None


def _first_line(path: str) -> str:
    try:
        return files.read_start(path, 4096).partition(b"\n")[0].decode("utf-8", "replace").strip()
    except (OSError, Problem):
        return ""


def _packed(common: str, ref: str) -> str:
    try:
        packed = files.read(os.path.join(common, "packed-refs"), _MOST_REFS)
    except (OSError, Problem):
        return ""
    before, found, _ = (b"\n" + packed + b"\n").partition(b" " + ref.encode("utf-8", "replace") + b"\n")
    return before[before.rfind(b"\n") + 1 :].decode("ascii", "replace") if found else ""


def is_tracked(root: str, path: str) -> bool:
    """Tell whether an index names a path (relative to `root`), without starting a program.

    A link that git tracks on the way to it counts as well, and so does what the links lead to, in whichever
    work tree that lies: a submodule has an index of its own.
    """
    given = os.path.normpath(os.path.join(root, path))
    places, above = [given], os.path.dirname(given)
    while len(above) > len(root):
        if os.path.islink(above):
            places.append(above)
        above = os.path.dirname(above)
    real = os.path.realpath(given)
    if real != os.path.join(os.path.realpath(root), os.path.relpath(given, root)):
        places.append(real)
    return any(map(_in_index, places))


def is_in_index(path: str) -> bool:
    """Tell whether an index names this very path (absolute), wherever it may lead."""
    return _in_index(path)


def _in_index(path: str) -> bool:
    """Look for a path in the index of the nearest work tree upward; what cannot be told counts as in it."""
    tree = find_root(os.path.dirname(path))
    folder = folder_of(tree) if tree else None
    if tree is None or folder is None:
        return False
    try:
        index = files.read(os.path.join(folder, "index"), _MOST_INDEX)
    except OSError:
        return False
    except Problem:  # no file, too large, not readable
        return True
    from . import gitindex  # noqa: PLC0415 - only where something is asked of an index

    return gitindex.tracks(index, os.path.relpath(path, tree).encode("utf-8", "surrogateescape"))


def uncommitted(root: str, seconds: float = 2.0, but: str = ".sessions") -> list[str] | None:
    """Return the paths that differ from the last commit, new files too, but not those in the folder `but`.

    None where git cannot tell.
    """
    command = ["status", "--porcelain=v1", "-z", "--untracked-files=normal", "--no-renames"]
    output = run(root, [*command, "--", ":/", f":(exclude){but}"], seconds)
    return None if output is None else [row[3:] for row in output.split("\0") if len(row) > 3]


def commits_between(root: str, older: str, newer: str = "HEAD", seconds: float = 1.0) -> int | None:
    """Count the commits on `newer` that are not on `older`; None where git cannot tell."""
    if not older or older.strip("0123456789abcdef"):
        return None
    output = run(root, ["rev-list", "--count", f"{older}..{newer}", "--"], seconds)
    return int(output) if output and output.strip().isdigit() else None


def commits_since(root: str, since: str, most: int = 30, seconds: float = 1.0) -> list[tuple[str, str, str]]:
    """Return (short id, subject, ISO time) of the commits on HEAD since an ISO time, oldest first."""
    if not since:
        return []
    arguments = ["log", f"--since={since}", f"-n{most}", "--reverse", "-z"]
    output = run(root, [*arguments, "--format=%h%x1f%s%x1f%cI", "HEAD", "--"], seconds)
    rows = [row.strip("\n").split("\x1f") for row in (output or "").split("\0")]
    return [(row[0], row[1], row[2]) for row in rows if len(row) == 3]


def run(root: str, arguments: Sequence[str], seconds: float) -> str | None:
    """Run git in a folder and return what it printed; None when it failed, is missing or took too long."""
    deadline = time.monotonic() + seconds
    name, *rest = arguments
    filters: list[str] | None = []
    if name in _COMPARING:
        filters = _no_filters(_answer(root, ["config", "--null", "--name-only", "--list"], deadline))
    if filters is None:
        return None
    return _answer(root, [*filters, name, *_ALWAYS.get(name, ()), *rest], deadline)


def _no_filters(keys: str | None) -> list[str] | None:
    """Return the words that turn off each filter that a configuration names; None where one cannot be.

    A filter is a program. Attributes in the repository choose it, and git runs it to compare a file, also one
    of the person's own (as git-lfs), which the repository's settings can make run others.
    """
    if keys is None:
        return None
    parts = [key.rpartition(".")[0] for key in keys.split("\0") if key.lower().startswith("filter.")]
    drivers = sorted({driver for driver in parts if driver.count(".")})
    if any("=" in driver for driver in drivers):  # `-c` would part it at the first `=`
        return None
    off = ("clean=", "smudge=", "process=", "required=false")
    return [word for driver in drivers for setting in off for word in ("-c", f"{driver}.{setting}")]


def _work_tree(root: str) -> dict[str, str]:
    """Return what keeps git in the work tree that the folder is in, wherever `core.worktree` points."""
    tree = find_root(root)
    folder = folder_of(tree) if tree else None
    is_one = tree and folder and os.path.lexists(os.path.join(folder, "HEAD"))
    return {"GIT_WORK_TREE": tree} if tree and is_one else {}


def _answer(root: str, arguments: Sequence[str], deadline: float) -> str | None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment.update(_work_tree(root))
    environment.update(LC_ALL="C.UTF-8", GIT_TERMINAL_PROMPT="0", GIT_OPTIONAL_LOCKS="0")
    # a partial clone would fetch what it lacks; git before 2.45 knows only the second
    environment.update(GIT_NO_LAZY_FETCH="1", GIT_ALLOW_PROTOCOL="none")
    reading, writing = os.pipe()
    try:
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, writing, 1),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        command = ["git", "-C", root, *_SAFE, *arguments]
        child = os.posix_spawnp("git", command, environment, file_actions=actions)
    except OSError:
        os.close(reading)
        return None
    finally:
        os.close(writing)
    output = _read_until(reading, deadline)
    os.close(reading)
    if output is None:
        os.kill(child, _KILL)
    status = os.waitpid(child, 0)[1]
    return output.decode("utf-8", "replace") if output is not None and status == 0 else None


def _read_until(descriptor: int, deadline: float) -> bytes | None:
    """Read to the end; None when that takes longer than the deadline or there is too much of it."""
    chunks: list[bytes] = []
    size = 0
    while size <= _MAX_OUTPUT:
        ready, _, _ = select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return None
        chunk = os.read(descriptor, 65536)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
        size += len(chunk)
    return None
