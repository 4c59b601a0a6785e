"""The guard as git's `pre-commit` hook: put beside a hook that is there, and taken away again byte for byte.

A shell script gets a marked block behind its first line, so that it still runs under its own name (some find
out by it what they are). Anything else is renamed, and called by ours.
"""

from __future__ import annotations

import os
import stat
import sys

from . import files, git, repository
from .errors import Refused
from .value import Value

KEPT = "pre-commit.session-journal-kept"
_BEGIN = b"# >>> session-journal guard >>>\n"
_END = b"# <<< session-journal guard <<<\n"
_OWN = b"#!/bin/sh\n# All of this file is session-journal's.\n"
_SHELLS = (b"sh", b"bash", b"dash", b"zsh", b"ksh", b"ash")
_BLOCK = """\
# Put here by `session guard --install`; `session guard --uninstall` takes it out again.
(
  session={session}
  if [ ! -x "$session" ]; then
    echo "session-journal: $session is gone, so this commit passes unguarded;" \\
      "\\`session guard --install\\` mends it, \\`session guard --uninstall\\` takes this out" >&2
    exit 0
  fi
  unset CLAUDE_PROJECT_DIR
  cd {folder} && "$session" guard </dev/null >/dev/null
) || exit 1
"""
_CHAIN = """\
kept=$(dirname "$0")/{kept}
if [ -x "$kept" ]; then exec "$kept" "$@"; fi
"""


class Done(Value):
    """What came of it: the hook's path, the sentence for the person, and whether anything changed."""

    path: str
    sentence: str
    changed: bool = True


def install(root: str) -> Done:
    """Make `pre-commit` ask the guard first; raises Refused where that would reach beyond this repository."""
    folder = _folder(root)
    path = os.path.join(folder, "pre-commit")
    block = _block(root)
    old = _content(path)
    if old is not None and _BEGIN in old:
        before, after = _parts(path, old)
        new = before + block + after
        if new == old:
            return Done(path=path, sentence=f"The guard is in {path} already.", changed=False)
        files.replace(path, new)
        return Done(path=path, sentence=f"The guard in {path} is up to date now.")
    files.make_folder(folder, 0o755)
    if old is not None and _takes_a_block(path, old):
        first, _, rest = old.partition(b"\n")
        files.replace(path, first + b"\n" + block + rest)
        sentence = f"The guard runs first in {path}, and the rest of it after.{_shared(root, path)}"
        return Done(path=path, sentence=sentence)
    chained = _set_aside(path)
    text = _OWN + block + (_CHAIN.format(kept=KEPT).encode() if chained else b"")
    files.replace(path, text, mode=0o755)
    beside = f"; the hook that was there is kept as {KEPT} and runs after it" if chained else ""
    return Done(path=path, sentence=f"The guard is in {path}{beside}.{_shared(root, path)}")


def _shared(root: str, path: str) -> str:
    """Return a further sentence where the hook is a file that git keeps, and others will get it."""
    name = os.path.relpath(os.path.realpath(os.path.dirname(path)), os.path.realpath(_top(root)))
    if name.startswith("..") or not git.run(
        root, ["ls-files", "--", f":(top,literal){name}"], repository.READ_SECONDS
    ):
        return ""
    return " Git keeps that folder: committed, it lets the commits of others pass with a note."


def uninstall(root: str) -> Done:
    """Take the guard out; what was there before is there again as it was."""
    folder = _folder(root)
    path = os.path.join(folder, "pre-commit")
    old = _content(path)
    if old is None and os.path.lexists(os.path.join(folder, KEPT)):  # a crash cut an installation off
        return _put_back(folder, path)
    if old is None or _BEGIN not in old:
        return Done(path=path, sentence=_absent(folder, path), changed=False)
    before, after = _parts(path, old)
    if before == _OWN:
        return _put_back(folder, path)
    files.replace(path, before + after)
    return Done(path=path, sentence=f"The guard is gone from {path}; the rest of it stays.")


def _put_back(folder: str, path: str) -> Done:
    """Have the hook that was set aside in its place again; without one, take ours away."""
    kept = os.path.join(folder, KEPT)
    if os.path.lexists(kept):
        os.replace(kept, path)  # at once: there is never no hook
        return Done(path=path, sentence=f"The guard is gone; {path} is again what it was.")
    files.remove(path)
    return Done(path=path, sentence=f"The guard is gone; {path} was nothing else.")


def _absent(folder: str, path: str) -> str:
    legacy = _content(os.path.join(folder, "pre-commit.legacy"))
    if legacy is not None and _BEGIN in legacy:
        return (
            f"{path} belongs to the pre-commit framework, which runs the guard as pre-commit.legacy: remove that."
        )
    return f"The guard is not in {path}."


def _folder(root: str) -> str:
    """Return the folder of this repository's hooks; refuse one that all repositories of the person share."""
    repository.require(root)
    scope, _, value = repository.command(
        root, ["config", "--show-scope", "--get", "core.hooksPath"]
    ).out.partition("\t")
    if value.strip() and scope not in ("local", "worktree"):
        raise Refused(
            f"core.hooksPath is set for all your repositories ({value.strip()}), and the guard would hold in all: "
            "call `session guard` from the hook there, or set core.hooksPath in this repository."
        )
    top = _top(root)
    folder = os.path.normpath(os.path.join(top, repository.must(top, ["rev-parse", "--git-path", "hooks"])))
    if value.strip() and not _is_inside(folder, top):
        raise Refused(f"core.hooksPath of this repository leads out of it ({folder}): set it to a folder inside.")
    return folder


def _is_inside(folder: str, top: str) -> bool:
    """Tell whether a folder lies in this work tree or in the one that its repository belongs to."""
    common = os.path.join(top, repository.read(top, ["rev-parse", "--git-common-dir"]).rstrip("\n"))
    places = (os.path.realpath(top), os.path.dirname(os.path.realpath(common)))
    return any(os.path.commonpath([place, os.path.realpath(folder)]) == place for place in places)


def _top(root: str) -> str:
    return repository.read(root, ["rev-parse", "--show-toplevel"]).rstrip("\n")


def _content(path: str) -> bytes | None:
    """Return the hook's bytes, b"" for a link; None where there is none. Refuses what is no file."""
    if os.path.islink(path):
        return b""
    try:
        return files.read(path)
    except FileNotFoundError:
        return None


def _takes_a_block(path: str, content: bytes) -> bool:
    """Tell whether the hook is a shell script that git would run: an executable file that names its shell."""
    if os.path.islink(path) or not os.stat(path).st_mode & stat.S_IXUSR:
        return False
    first, found, _ = content.partition(b"\n")
    words = first.removeprefix(b"#!").split()
    if not found or not first.startswith(b"#!") or first.endswith(b"\r") or not words:
        return False
    names = [os.path.basename(word) for word in words[:2]]
    return names[0] in _SHELLS or (names[0] == b"env" and names[-1] in _SHELLS)


def _set_aside(path: str) -> bool:
    """Rename the hook that is there; tell whether there is one set aside now."""
    kept = os.path.join(os.path.dirname(path), KEPT)
    if not os.path.lexists(path):
        return os.path.lexists(kept)
    if os.path.lexists(kept):
        raise Refused(f"{kept} is there already, from an earlier time: look at it, and remove or rename it.")
    files.move(path, kept)
    return True


def _parts(path: str, content: bytes) -> tuple[bytes, bytes]:
    """Return what stands before and behind the block."""
    before, _, rest = content.partition(_BEGIN)
    _, found, after = rest.partition(_END)
    if not found:
        raise Refused(f"{path}: the end of the guard's block is missing; take the block out by hand.")
    return before, after


def _block(root: str) -> bytes:
    folder = os.path.join(".", os.path.relpath(os.path.realpath(root), os.path.realpath(_top(root))))
    text = _BLOCK.format(session=_quoted(_program()), folder=_quoted(folder))
    return _BEGIN + text.encode("utf-8", "surrogateescape") + _END


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _program() -> str:
    """Return the path of `session`: this checkout's, else the one installed beside the interpreter."""
    here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    places = (os.path.join(here, "bin", "session"), os.path.join(os.path.dirname(sys.executable), "session"))
    for place in places:
        if os.access(place, os.X_OK):
            return place
    raise Refused(f"There is no `session` program to put into the hook (looked for {' and '.join(places)}).")
