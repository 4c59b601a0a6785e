"""Task files under `.tasks/` that a session can be linked to; other tools write them, we read and close them."""

from __future__ import annotations

import os

from . import files, frontmatter, markdown
from .errors import Malformed, Problem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = ".tasks"
_MOST_FILES = 2_000
_DEPTH = 3


class Task(Value):
    """A task file: its path, what it calls itself and its title."""

    path: str
    names: tuple[str, ...]
    title: str


def _paths(folder: str, depth: int = _DEPTH) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(".md") and entry.is_file():
            yield entry.path
        elif depth and entry.is_dir(follow_symlinks=False):
            yield from _paths(entry.path, depth - 1)


def find(root: str, task_id: str) -> Task | None:
    """Return the task file whose `id`, `shortname` or file name is `task_id`; None when none is."""
    for count, path in enumerate(_paths(os.path.join(root, FOLDER))):
        if count == _MOST_FILES:
            return None
        task = _read(path)
        if task is not None and task_id in task.names:
            return task
    return None


def _read(path: str) -> Task | None:
    try:
        lines = files.read_text(path, limit=1_000_000).split("\n")
        end = frontmatter.end_of(lines)
        front = frontmatter.read(lines[1:end], path) if end else {}
    except (Problem, OSError, ValueError):
        return None
    stem = os.path.basename(path)[:-3]
    names = tuple(str(front[key]) for key in ("id", "shortname") if front.get(key))
    heading = next((h.text for h in markdown.headings(lines[end + 1 if end else 0 :]) if h.level == 1), "")
    heading = heading.removeprefix("Task:").strip()
    title = front.get("title") or heading or front.get("shortname") or stem
    return Task(path=path, names=(*names, stem, stem + ".md"), title=str(title))


def complete(task: Task) -> None:
    """Mark a task completed in its front matter, every other byte as it was; raises Problem, ValueError.

    A file without front matter is left alone.
    """
    data = files.read(task.path, limit=1_000_000)
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    end = frontmatter.end_of(lines)
    if not end:
        raise Malformed(task.path, 1, "there is no front matter to say so in")
    newline = "\r" if lines[0].endswith("\r") else ""
    inner = frontmatter.patch(lines[1:end], "status", "completed", ("id", "shortname", "title", "status"), newline)
    text = "\n".join([lines[0], *inner, *lines[end:]])
    files.replace(task.path, text.encode("utf-8", "surrogateescape"), expected=data)
