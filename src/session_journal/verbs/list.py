"""`list`: the sessions of this project."""

from __future__ import annotations

from contextlib import closing
from itertools import islice

from .. import attributes, lost, outline
from ..errors import Problem
from ..everything import Everything
from . import subject
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

    from ..outline import Outline
    from ..project import Project

_PAGE = 2_000


def run(project: Project, words: Words) -> Reply:
    """List the open sessions, or all; those with all the tags given, of the group and below the parent."""
    tags, group = attributes.tags(words.texts("tag")), words.text("group")
    parent = project.store.find(words.text("parent")).session.tracking_id if words.has("parent") else ""
    return listing(project, everything=words.has("all"), tags=tags, group=group, parent=parent)


def listing(
    project: Project, *, everything: bool, tags: Sequence[str] = (), group: str = "", parent: str = ""
) -> Reply:
    """Return the sessions, newest first, a line each; open ones, or ended ones too."""

    def wanted(one: Outline) -> bool:
        return attributes.fits(one, tags, group, parent)

    empty = _nothing(asked=bool(tags or group or parent), everything=everything)
    if everything:
        return Reply(text="", data=_data(project, _outlines(project, wanted)), more=_all(project, wanted, empty))
    found = project.store.open_sessions()
    opened = (outline.of(loaded.session, loaded.path) for loaded in found.sessions)
    shown = [one for one in opened if wanted(one)]
    rows = [subject.as_row(one, project.present) for one in shown]
    ends = _kept_back([x.session.key for x in found.foreign]) + subject.unreadable(found.problems) + _lost(project)
    return Reply(text=(_table(rows, _widths(rows)) or empty) + ends, data=list(_data(project, iter(shown))))


def _all(project: Project, wanted: Callable[[Outline], bool], empty: str) -> Iterator[Reply]:
    """Yield the list page by page, so that however many there are need not be held at once.

    Beyond a page the sessions are looked at twice, first for the widths of the columns.
    """
    widths = _widths(subject.as_row(one, project.present) for one in _outlines(project, wanted))
    with closing(Everything(project.store, project.tell)) as found:
        rows = (subject.as_row(one, project.present) for one in found.outlines() if wanted(one))
        while page := list(islice(rows, _PAGE)):
            yield Reply(text=_table(page, widths))
        ends = ("" if any(widths) else empty) + _kept_back(found.foreign) + subject.unreadable(found.problems)
        ends += _lost(project)
        if ends:
            yield Reply(text=ends.lstrip("\n"))


def _outlines(project: Project, wanted: Callable[[Outline], bool]) -> Iterator[Outline]:
    with closing(Everything(project.store, project.tell)) as found:
        yield from filter(wanted, found.outlines())


def _data(project: Project, outlines: Iterator[Outline]) -> Iterator[dict[str, Any]]:
    """Yield the sessions as data, each read for it; one that is gone by now is left out."""
    for one in outlines:
        try:
            loaded = project.store.load(one.path)
        except (FileNotFoundError, Problem):
            continue
        yield {**subject.as_data(loaded.session), "path": project.store.relative(loaded.path)}


def _widths(rows: Iterable[Sequence[str]]) -> list[int]:
    widths = [0] * 5
    for row in rows:
        widths = [max(width, len(cell)) for width, cell in zip(widths, row, strict=True)]
    return widths


def _table(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> str:
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join(lines)


def _nothing(*, asked: bool, everything: bool) -> str:
    """Say that there is no session to list, and what to do."""
    if asked:
        return "No sessions with that tag, group or parent: see `session list --all`."
    if everything:
        return "No sessions yet: start one with `session init NAME`."
    return "No open sessions: start one with `session init NAME`, or see `session list --all`."


def _lost(project: Project) -> str:
    said = lost.note(project.store)
    return f"\n{said}" if said else ""


def _kept_back(keys: Sequence[str]) -> str:
    """Tell an agent of sessions that are not for it: nothing that was chosen by who wrote them."""
    if not keys:
        return ""
    return (
        f"\nNot made or taken up on this machine, so not shown here: {', '.join(keys[:10])} "
        "(`session trust` names them)."
    )


VERB = Verb(
    name="list",
    summary="List the sessions of this project.",
    about=(
        "Open sessions, or with --all the ended ones as well: number, name, status, steps done, when it was "
        "last written, and what it is about."
    ),
    run=run,
    options=(
        Option(name="all", help="Ended sessions too.", metavar=""),
        Option(name="tag", help="Only those with this tag.", many=True),
        Option(name="group", help="Only those of this group.", metavar="NAME"),
        Option(name="parent", help="Only those below this session.", metavar="REF"),
        JSON,
    ),
    examples=("session list", "session list --all --json", "session list --tag billing --group 'Q3 migration'"),
    see=("current", "search", "stats", "resume"),
)
