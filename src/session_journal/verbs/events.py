"""`events`: the event log."""

from __future__ import annotations

from .. import eventlog, identity, trust
from ..errors import WrongCall
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..journal import Entry
    from ..project import Project
    from ..session import Session


def run(project: Project, words: Words) -> Reply:
    """Show the last lines of the event log, or make it anew from the journals."""
    if not project.store.exists:
        raise project.store.missing()
    if words.has("rebuild"):
        with project.store.locked(project.lock_seconds):
            count = eventlog.rebuild(project.store, _all(project))
        return Reply(text=f"Made the event log anew: {count} lines.", data={"lines": count})
    wanted = words.text("last") or "20"
    if not identity.count(wanted):
        raise WrongCall("--last takes a number of lines: `session events --last 50`.")
    strange = trust.is_strange(project.store, eventlog.path(project.store))
    lines = [] if strange else eventlog.newest(project.store, int(wanted))
    rows = [dict(zip(("at", "session", "event", "details"), line.split(" | ", 3), strict=False)) for line in lines]
    return Reply(text="\n".join(lines) or "No events yet.", data=rows)


def _all(project: Project) -> Iterator[tuple[Session, list[Entry]]]:
    for loaded in project.store.all_sessions().sessions:
        yield loaded.session, project.store.journal(loaded.session.key).all()


VERB = Verb(
    name="events",
    summary="Show the event log, or make it anew.",
    about=(
        "One line for each thing that happened in any session, in .sessions/.state/sessions.log, for other "
        "tools to follow."
    ),
    run=run,
    options=(
        Option(name="last", help="How many lines (20).", metavar="N"),
        Option(name="rebuild", help="Make the log anew from the journals.", metavar=""),
        JSON,
    ),
    examples=("session events --last 50", "session events --rebuild"),
    see=("watch", "journal"),
)
