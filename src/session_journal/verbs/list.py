"""`list`: the sessions of this project."""

from __future__ import annotations

from .. import attributes
from . import subject
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..project import Project
    from ..store import Loaded


def run(project: Project, words: Words) -> Reply:
    """List the open sessions, or all; those with all the tags given, of the group and below the parent."""
    tags, group = attributes.tags(words.texts("tag")), words.text("group")
    parent = project.store.find(words.text("parent")).session.tracking_id if words.has("parent") else ""
    return listing(project, everything=words.has("all"), tags=tags, group=group, parent=parent)


def listing(
    project: Project, *, everything: bool, tags: Sequence[str] = (), group: str = "", parent: str = ""
) -> Reply:
    """Return the sessions, newest first, a line each; open ones, or ended ones too."""
    found = project.store.all_sessions() if everything else project.store.open_sessions()
    sessions = tuple(x for x in found.sessions if attributes.fits(x.session, tags, group, parent))
    rows = [subject.as_row(loaded.session, project.present) for loaded in sessions]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(5)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    asked = " with that tag, group or parent" if tags or group or parent else ""
    text = "\n".join(lines) or (
        f"No sessions{asked}: see `session list --all`."
        if asked
        else "No sessions yet: start one with `session init NAME`."
        if everything
        else "No open sessions: start one with `session init NAME`, or see `session list --all`."
    )
    data = [{**subject.as_data(x.session), "path": project.store.relative(x.path)} for x in sessions]
    return Reply(text=text + _kept_back(found.foreign) + subject.unreadable(found.problems), data=data)


def _kept_back(foreign: Sequence[Loaded]) -> str:
    """Tell an agent of sessions that are not for it: nothing that was chosen by who wrote them."""
    if not foreign:
        return ""
    keys = ", ".join(loaded.session.key for loaded in foreign[:10])
    return f"\nNot made or taken up on this machine, so not shown here: {keys} (`session trust` names them)."


VERB = Verb(
    name="list",
    summary="List the sessions of this project.",
    run=run,
    options=(
        Option(name="all", help="Ended sessions too.", metavar=""),
        Option(name="tag", help="Only those with this tag.", many=True),
        Option(name="group", help="Only those of this group.", metavar="NAME"),
        Option(name="parent", help="Only those below this session.", metavar="REF"),
        JSON,
    ),
    examples=("session list", "session list --all --json", "session list --tag billing --group 'Q3 migration'"),
)
