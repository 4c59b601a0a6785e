"""`archive`: put sessions that ended before a date into a folder for their year."""

from __future__ import annotations

from .. import archiving, timestamps
from ..errors import WrongCall
from . import subject
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def run(project: Project, words: Words) -> Reply:
    """Move what ended before the date and say what moved."""
    given = words.text("before")
    if not given:
        raise WrongCall("Say which: `session archive --before 2026-01-31`, or `--before 30d`.")
    bound, dry_run = archiving.before(given, project.present), words.has("dry-run")
    done = archiving.archive(project.store, bound, project.lock_seconds, dry_run=dry_run)
    lines = [f"{one.shortname}, ended {timestamps.to_second(one.ended)[:10]}: {one.target}" for one in done.moved]
    count = f"{len(lines)} session{'s' * (len(lines) != 1)}"
    limit = timestamps.to_second(bound)[:10]
    head = f"{'Would move' if dry_run else 'Moved'} {count} that ended before {limit}" + (":" if lines else ".")
    data = {
        "before": timestamps.to_second(bound),
        "dry_run": dry_run,
        "moved": [
            {
                "shortname": one.shortname,
                "ended": timestamps.to_second(one.ended),
                "from": one.source,
                "to": one.target,
            }
            for one in done.moved
        ],
        "skipped": [str(problem) for problem in done.problems],
    }
    return Reply(text="\n".join([head, *lines]) + subject.unreadable(done.problems), data=data)


VERB = Verb(
    name="archive",
    summary="Move sessions that ended before a date into archive/YYYY; they are still found.",
    about="Moves documents only. Every verb finds the sessions as before, by any of their names.",
    run=run,
    options=(
        Option(name="before", help="2026-01-31, or 30d or 4w for so many days or weeks ago.", metavar="DATE"),
        Option(name="dry-run", help="Only say what would be moved.", metavar=""),
        JSON,
    ),
    examples=("session archive --before 2026-01-01", "session archive --before 30d --dry-run"),
    see=("close", "list"),
)
