"""Where a program runs: the project's folder, its store, the conversation and what the environment chooses."""

from __future__ import annotations

import os

from . import git, timestamps
from .store import FOLDER, HOOK_LOCK_SECONDS, LOCK_SECONDS, Store
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Project(Value):
    """A project as one call sees it.

    `conversation` is the client's `session_id` ("" outside the client), `chosen` a session named by the
    environment ("" when none is), `present` the instant of the call, `hook` whether the client waits for it.
    `tell` takes a line on how far something is, where a person waits at a terminal.
    """

    store: Store
    folder: str
    conversation: str = ""
    chosen: str = ""
    present: int = 0
    hook: bool = False
    tell: Callable[[str], None] | None = None

    @property
    def root(self) -> str:
        """The project's root folder."""
        return self.store.root

    @property
    def lock_seconds(self) -> float:
        """How long to wait for other writers: not long where the client waits for us."""
        return HOOK_LOCK_SECONDS if self.hook else LOCK_SECONDS

    def head(self) -> git.Head:
        """Return the branch and commit that the work tree is at."""
        return git.head(self.root)


def find_root(folder: str) -> str:
    """Return the project's root for a folder.

    The nearest folder upward with `.sessions/`, not looking beyond the git work tree that holds the folder;
    else that work tree's root; else the folder itself. Above the folder another user's, as it may lie in a
    shared `/tmp`, does not count.
    """
    tree = git.find_root(folder)
    place = folder
    while True:
        if _has_sessions(place, anybodys=place == folder or tree is not None):
            return place
        above = os.path.dirname(place)
        if place in (above, tree):
            return tree or folder
        place = above


def _has_sessions(folder: str, *, anybodys: bool) -> bool:
    try:
        owner = os.lstat(os.path.join(folder, FOLDER)).st_uid
    except (OSError, ValueError):
        return False
    return anybodys or owner == os.geteuid() or os.geteuid() == 0


def data_folder(environ: Mapping[str, str]) -> str:
    """Return this person's folder for our data (XDG Base Directory Specification); "" when there is no telling."""
    base = environ.get("XDG_DATA_HOME", "")
    if os.path.isabs(base):
        return os.path.join(base, "session-journal")
    home = environ.get("HOME", "")
    return os.path.join(home, ".local", "share", "session-journal") if os.path.isabs(home) else ""


def from_environment(
    environ: Mapping[str, str], folder: str, conversation: str = "", *, for_agent: bool = False
) -> Project:
    """Return the project of a call; what a conversation asks for, and what is `for_agent`, an agent reads.

    `CLAUDE_PROJECT_DIR` goes before `folder` (the working directory), when it is a folder; the conversation is
    the one given, else `CLAUDE_CODE_SESSION_ID`.
    """
    conversation = conversation or environ.get("CLAUDE_CODE_SESSION_ID", "")
    given = environ.get("CLAUDE_PROJECT_DIR", "")
    start = given if os.path.isabs(given) and os.path.isdir(given) else folder
    return Project(
        store=Store(
            find_root(os.path.normpath(start)), data_folder(environ), own_only=for_agent or bool(conversation)
        ),
        folder=folder,
        conversation=conversation,
        chosen=environ.get("SESSION_JOURNAL_CURRENT", "") or environ.get("CURRENT_SESSION", ""),
        present=timestamps.now(),
    )
