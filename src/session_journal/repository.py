"""The person's own git: commands that write, with the repository's settings, hooks and the person's environment.

What is only read goes through `git.run`, which runs nothing that a repository brings along. Here a person asked
for the commit, and it is made as if they had typed it.
"""

from __future__ import annotations

import os
import subprocess

from . import git
from .errors import Refused
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UTF8 = ("-c", "i18n.commitEncoding=UTF-8")
READ_SECONDS = 20.0
_UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
}
_SAID_AT_MOST = 4_000


class Answer(Value):
    """What a git command came to: its exit code, what it printed, and all that it and its hooks said."""

    code: int
    out: str
    said: str


def command(
    root: str, arguments: Sequence[str], text: str = "", environ: Mapping[str, str] | None = None
) -> Answer:
    """Run git as the person would, with `text` on its standard input; raises Refused where there is no git.

    `environ` is added to the environment. There is no time limit: a hook may run a whole test suite.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell; the words are ours, texts go through standard input
            ["git", "-C", root, *arguments],  # noqa: S607 - the person's git
            input=text.encode("utf-8", "surrogateescape"),
            capture_output=True,
            env={**os.environ, **(environ or {})},
            check=False,
        )
    except FileNotFoundError:
        raise Refused("There is no git here: install it, or commit elsewhere.") from None
    out, err = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
    said = "\n".join(part.strip("\n") for part in (out, err) if part.strip())
    return Answer(code=done.returncode, out=out, said=said[-_SAID_AT_MOST:])


def must(root: str, arguments: Sequence[str], text: str = "", environ: Mapping[str, str] | None = None) -> str:
    """Run git as the person would and return what it printed; raises Refused with git's own words."""
    answer = command(root, arguments, text, environ)
    if answer.code:
        raise Refused(f"git {_name(arguments)} failed ({answer.said or answer.code}). Nothing was changed.")
    return answer.out.strip("\n")


def _name(arguments: Sequence[str]) -> str:
    """Return the command among the words: what is no `-c` and stands behind none."""
    pairs = zip(["", *arguments], arguments, strict=False)
    return next(word for before, word in pairs if "-c" not in (before, word))


def read(root: str, arguments: Sequence[str]) -> str:
    """Ask git without running anything that the repository brings; raises Refused where it cannot tell."""
    output = git.run(root, arguments, READ_SECONDS)
    if output is None:
        raise Refused(f"git {arguments[0]} could not tell: is {root} a git work tree with a commit?")
    return output


def require(root: str) -> None:
    """Refuse where there is no git work tree."""
    if git.find_root(root) is None:
        raise Refused(f"{root} is not in a git work tree: run `git init` first.")


def under_way(root: str) -> str:
    """Name what git is in the middle of in this work tree (`a merge`, `a rebase`, …); "" for nothing."""
    folder = read(root, ["rev-parse", "--absolute-git-dir"]).rstrip("\n")
    return next((name for mark, name in _UNDER_WAY.items() if os.path.lexists(os.path.join(folder, mark))), "")


def staged(root: str) -> list[str]:
    """Return the paths that the next commit would change."""
    output = read(root, ["diff", "--cached", "--name-only", "-z", "--"])
    return [path for path in output.split("\0") if path]


def changed(root: str) -> list[str]:
    """Return the tracked paths that differ from the last commit, staged or not."""
    output = read(root, ["status", "--porcelain=v1", "-z", "--untracked-files=no", "--no-renames", "--"])
    return [row[3:] for row in output.split("\0") if len(row) > 3]
