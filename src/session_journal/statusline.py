"""The session in one line for the client's status line, and what it was made from.

The line is asked for many times a minute, so it is kept in this person's own data folder with the paths that it
depends on, and `runtime/statusline` shows the kept one, without Python, until one of them has changed.
"""

from __future__ import annotations

import os

from . import current, files, framing, git, identity, messages
from .errors import Problem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .project import Project
    from .session import Session

_LONGEST = 50
_SETTLED = 1_000_000_000
"""Nanoseconds by which a kept line is made older than it is: some shells compare ages in whole seconds."""
_MANY, _LONG_AGO = 200, 7 * 86_400 * 1_000_000_000


class Line(Value):
    """The parts of the line, none where there is nothing to say, and the paths that it depends on.

    A part is a pair of what it is (name, steps, now, blocked, unread, or note) and its text.
    """

    parts: tuple[tuple[str, str], ...] = ()
    watched: tuple[str, ...] = ()


def of(project: Project) -> Line:
    """Return the line of this project and conversation; raises NoStore, NotFound, Ambiguous, Unusable."""
    store = project.store
    found = current.of(project)
    watched = [store.path("active"), _head(project), store.path("config.yaml")]
    if project.conversation:
        stem = identity.file_stem(project.conversation)
        watched.append(store.path(".state", "conversations", f"{stem}.json"))
    if found.session is None:
        count = len(found.candidates)
        note = (("note", f"{count} sessions open, none chosen"),) if count > 1 else ()
        return Line(parts=note, watched=tuple(watched))
    value = found.session.session
    journal = store.path("journal", value.key, "entries")
    letters = [store.path(messages.FOLDER, value.key), store.path(messages.FOLDER, messages.ALL)]
    watched += [found.session.path, journal, *letters, store.path(".state", "read", value.key)]
    unread = len(messages.Inbox(store, value).unread()) if messages.exist(store) else 0
    return Line(parts=_parts(value, unread), watched=tuple(watched))


def _head(project: Project) -> str:
    folder = git.folder_of(project.root)
    return os.path.join(folder, "HEAD") if folder else os.path.join(project.root, ".git")


def _parts(value: Session, unread: int) -> tuple[tuple[str, str], ...]:
    parts = [("name", value.shortname)]
    if value.steps:
        parts.append(("steps", f"{value.done_count}/{len(value.steps)}"))
    if value.status != "active":
        parts.append(("note", value.status))
    elif value.current:
        parts.append(("now", value.current[1].headline))
    if value.blockers:
        parts.append(("blocked", value.blockers[-1].headline))
    if unread:
        parts.append(("unread", f"{unread} unread"))
    return tuple((what, _short(text)) for what, text in parts)


def _short(text: str) -> str:
    text = framing.line(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


_COLOURS = {"name": "1;36", "steps": "32", "now": "", "blocked": "31", "unread": "33", "note": "2"}
_BEFORE = {"blocked": "blocked: ", "unread": "✉ "}


def render(line: Line, *, colour: bool) -> str:
    """Return the line as shown, with the terminal's codes for colours or without; "" for nothing."""
    shown = []
    for what, text in line.parts:
        told = _BEFORE.get(what, "") + text
        code = _COLOURS[what] if colour else ""
        shown.append(f"\033[{code}m{told}\033[0m" if code else told)
    head = " ".join(shown[:2]) if [what for what, _ in line.parts[:2]] == ["name", "steps"] else ""
    return " · ".join([head, *shown[2:]] if head else shown)


def keep(folder: str, place: str, conversation: str, line: Line, text: str, began: int) -> None:
    """Keep what was rendered for a conversation in the project at `place`.

    `began` is the time in nanoseconds before anything was read for it. A watched path that is not there is kept
    with `!` before it: the line is out of date when it appears. Never raises: what cannot be kept is made again.
    """
    rows = [place, *(path if os.path.exists(path) else f"!{path}" for path in line.watched)]
    if not conversation or any("\n" in row for row in rows):
        return
    path = os.path.join(folder, identity.file_stem(conversation))
    try:
        files.make_folder(folder)
        data = "\n".join([*rows, "", text, ""]).encode("utf-8", "surrogateescape")
        files.replace(path, data, durable=False)
        os.utime(path, ns=(began - _SETTLED, began - _SETTLED))
        _forget_old(folder, began)
    except (OSError, Problem):
        return


def _forget_old(folder: str, now: int) -> None:
    """Remove the lines of conversations of long ago, where there are many."""
    names = os.listdir(folder)
    for name in names if len(names) > _MANY else ():
        path = os.path.join(folder, name)
        if now - os.stat(path).st_mtime_ns > _LONG_AGO:
            files.remove(path)
