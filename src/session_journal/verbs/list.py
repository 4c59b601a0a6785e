"""`list`: the sessions of this project."""

from __future__ import annotations

from . import subject
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def run(project: Project, words: Words) -> Reply:
    """List the open sessions, or all."""
    return listing(project, everything=words.has("all"))


def listing(project: Project, *, everything: bool) -> Reply:
    """Return the sessions, newest first, a line each; open ones, or ended ones too."""
    found = project.store.open_sessions()
    sessions, problems = found.sessions, found.problems
    if everything:
        ended = project.store.ended_sessions()
        sessions, problems = (
            (*sessions, *ended.sessions),
            tuple({str(p): p for p in (*problems, *ended.problems)}.values()),
        )
    rows = [subject.as_row(loaded.session, project.present) for loaded in sessions]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(5)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    text = "\n".join(lines) or (
        "No sessions yet: start one with `session init NAME`."
        if everything
        else "No open sessions: start one with `session init NAME`, or see `session list --all`."
    )
    data = [{**subject.as_data(x.session), "path": project.store.relative(x.path)} for x in sessions]
    return Reply(text=text + subject.unreadable(problems), data=data)


VERB = Verb(
    name="list",
    summary="List the sessions of this project.",
    run=run,
    options=(Option(name="all", help="Ended sessions too.", metavar=""), JSON),
    examples=("session list", "session list --all --json"),
)
