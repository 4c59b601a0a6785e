"""`report`: a page to look at, for one session or for all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from .. import destination, files
from ..errors import Refused, Unusable, WrongCall
from ..report import page, story, work
from . import subject
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ..project import Project
    from ..report.story import Story
    from ..report.work import Work

_OPENERS = ("open",) if sys.platform == "darwin" else ("xdg-open", "wslview", "gio")
_NEED_DISPLAY = ("xdg-open", "gio")
_PATIENCE = 5.0
_HEAD = 2_000
"""The bytes at a page's beginning that tell whose it is."""
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
"""One of these is set where a window, or the browser that the person named, can be opened."""


def run(project: Project, words: Words) -> Reply:
    """Write the page; with `--output -` the page itself is the reply."""
    if words.has("all") and (words.argument or words.has("session")):
        raise WrongCall("Ask for the page of one session, or for that of all with --all.")
    output = words.text("output")
    if output == "-" and (words.has("open") or words.has("json")):
        raise WrongCall("`--output -` prints the page itself: leave out --open and --json.")
    if output == "-" and project.hook:
        raise Refused("The page is printed in a terminal only: leave out `--output -`, and the page is named.")
    path, text, data = _all(project, output) if words.has("all") else _one(project, words, output)
    if output == "-":
        return Reply(text=text.rstrip("\n"), as_is=True)
    files.replace(path, text.encode("utf-8", "replace"), durable=False)
    said = f"Wrote {path}"
    if words.has("open"):
        said += f"\n{_open(path, os.environ)}"
    return Reply(text=said, data={"path": path, **data})


def _one(project: Project, words: Words, output: str) -> tuple[str, str, dict[str, Any]]:
    loaded = subject.named_session(project, words, words.argument)
    told = story.tell(project.store, loaded, project.present)
    name = story.file_name(told.session.shortname, told.session.key)
    return _place(project, output, name), page.of_story(told), _story_data(told)


def _all(project: Project, output: str) -> tuple[str, str, dict[str, Any]]:
    found = work.gather(project.store, project.present, project.tell)
    path = _place(project, output, "all.html")
    return path, page.of_work(found, _beside(path) if path else ()), _work_data(found)


def _beside(path: str) -> set[str]:
    """Return the names of the pages of ours in the folder of a page."""
    with os.scandir(os.path.dirname(path)) as entries:
        names = [one.path for one in entries if one.name.endswith(".html") and one.is_file(follow_symlinks=False)]
    return {os.path.basename(name) for name in names if page.is_ours(files.read_start(name, _HEAD))}


def _story_data(told: Story) -> dict[str, Any]:
    return {
        "session": subject.as_data(told.session),
        "figures": told.figures.as_data(),
        "timeline": [one.as_data() for one in told.moments],
        "left_out": told.left_out,
    }


def _work_data(found: Work) -> dict[str, Any]:
    return {
        "figures": found.totals.as_data(),
        "sessions": [row.as_data() for row in found.rows],
        "left_out": found.left_out,
        "skipped": list(found.problems),
    }


def _place(project: Project, output: str, name: str) -> str:
    """Return the path of the page, "" where it is printed."""
    if output == "-":
        return ""
    return _given(project, output) if output else _usual(project, name)


def _usual(project: Project, name: str) -> str:
    """Return where a page goes by itself; refuses a folder that a link leads out of the store."""
    store = project.store
    folder = store.path(".state", "reports")
    path = os.path.join(folder, name)
    inside = os.path.realpath(store.folder) + os.sep
    if not os.path.realpath(path).startswith(inside):
        raise Refused(
            f"{store.relative(path)} is a link that leads out of .sessions: say where with --output FILE."
        )
    files.make_folder(folder)
    return path


def _given(project: Project, output: str) -> str:
    """Return where the person wants the page; refuses a link and to replace what is no page of ours."""
    path = os.path.join(project.folder, os.path.expanduser(output))
    destination.check(project.root, path, "report", page.is_ours)
    if not os.path.isdir(os.path.dirname(path)):
        raise Unusable(path, "there is no such folder")
    return path


def _open(path: str, environ: Mapping[str, str]) -> str:
    """Open a page in the person's browser, by the system's own opener; raises Refused where that cannot be."""
    opener = next((found for found in map(shutil.which, _OPENERS) if found), None)
    if opener is None:
        raise Refused(f"Wrote {path}, but there is no {_OPENERS[0]} here to open it: open it in a browser.")
    name = os.path.basename(opener)
    if name in _NEED_DISPLAY and not any(environ.get(one) for one in _DISPLAYS):
        raise Refused(
            f"Wrote {path}, but there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): "
            "open it in a browser elsewhere. It is one file, so it can be copied."
        )
    command = [opener, "open", path] if name == "gio" else [opener, path]
    nowhere = subprocess.DEVNULL
    opening = subprocess.Popen(  # noqa: S603 - no shell, an absolute path
        command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )
    try:
        code = opening.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        code = 0  # some openers stay until the browser is closed
    if code:
        raise Refused(f"Wrote {path}, but {name} could not open it (exit code {code}): open it in a browser.")
    return "Opened it."


VERB = Verb(
    name="report",
    summary="Write a page to look at: the story of a session, or the work of all.",
    about=(
        "One HTML file that needs no network: for a session its state and its story on a line of time, for "
        "all a calendar of the work and a table to search in. It prints well."
    ),
    run=run,
    argument="REF",
    options=(
        Option(name="all", help="All sessions: calendar, lengths, completion, a table.", metavar=""),
        Option(name="open", help="Open the page in the browser.", metavar=""),
        Option(name="output", help="Where the page goes, `-` for standard output.", metavar="FILE"),
        SESSION,
        JSON,
    ),
    examples=("session report --open", "session report 00003 --output story.html", "session report --all"),
    see=("summary", "stats", "export"),
)
