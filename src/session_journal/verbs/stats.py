"""`stats`: figures on a session, or over many."""

from __future__ import annotations

from contextlib import closing

from .. import attributes, figures, timestamps
from ..errors import WrongCall
from ..everything import Everything
from . import subject
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def run(project: Project, words: Words) -> Reply:
    """Show how long a session took and what it came to; with --all, --tag, --group or --parent over many."""
    if any(words.has(name) for name in ("all", "tag", "group", "parent")):
        if words.argument or words.has("session"):
            raise WrongCall("Ask for one session, or for many with --all, --tag, --group or --parent.")
        return _many(project, words)
    loaded = subject.named_session(project, words, words.argument)
    entries = project.store.journal(loaded.session.key).all()
    found = figures.of_session(loaded.session, entries)
    rows = [
        ("duration", timestamps.span(found.duration)),
        ("at work", timestamps.span(found.active) + " (silences of over half an hour left out)"),
        ("steps and items", f"{found.done + found.open}: {found.done} done, {found.open} open"),
        ("compactions", str(found.compactions)),
        ("conversations", str(found.conversations)),
        ("entries", ", ".join(f"{count} {kind}" for kind, count in sorted(found.kinds.items())) or "none"),
    ]
    data = {"session": loaded.session.id, **found.as_data()}
    title = f"{loaded.session.shortname} ({loaded.session.tracking_id}), {loaded.session.status}"
    return Reply(text="\n".join([title, *_table(rows)]), data=data)


def _many(project: Project, words: Words) -> Reply:
    tags, group = attributes.tags(words.texts("tag")), words.text("group")
    parent = project.store.find(words.text("parent")).session.tracking_id if words.has("parent") else ""
    with closing(Everything(project.store, project.tell)) as everything:
        totals = figures.of_many(one for one in everything.outlines() if attributes.fits(one, tags, group, parent))
    rows = [
        ("sessions", f"{totals.count}: {totals.count - totals.ended} open, {totals.ended} ended"),
        ("completed", f"{totals.completed} ({totals.completion_rate:.0%} of the ended ones)"),
        ("average length", timestamps.span(totals.average) if totals.ended else "-"),
        ("median length", timestamps.span(totals.median) if totals.ended else "-"),
        ("per week", ", ".join(f"{week}: {count}" for week, count in totals.weeks.items()) or "-"),
        ("per group", ", ".join(f"{name}: {count}" for name, count in totals.groups.items()) or "-"),
        ("per tag", ", ".join(f"{tag}: {count}" for tag, count in totals.tags.items()) or "-"),
    ]
    return Reply(text="\n".join(_table(rows)), data=totals.as_data())


def _table(rows: list[tuple[str, str]]) -> list[str]:
    width = max(len(label) for label, _ in rows)
    return [f"{label:<{width}}  {text}" for label, text in rows]


VERB = Verb(
    name="stats",
    summary="Show figures on a session, or over many.",
    about=(
        "How long a session was open and worked on, its steps, entries and compactions; over many, how many "
        "were completed and how long they took."
    ),
    run=run,
    argument="REF",
    options=(
        Option(name="all", help="Over all sessions of the project.", metavar=""),
        Option(name="tag", help="Over the sessions with this tag.", many=True),
        Option(name="group", help="Over the sessions of this group.", metavar="NAME"),
        Option(name="parent", help="Over the sessions below this one.", metavar="REF"),
        SESSION,
        JSON,
    ),
    examples=("session stats", "session stats --all", "session stats --tag backend --json"),
    see=("report", "list"),
)
