"""`watch`: the journals, live, as several agents work."""

from __future__ import annotations

import time

from .. import entryline, timestamps
from ..errors import Refused, WrongCall
from ..watching import Watch
from .verb import Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..journal import Entry
    from ..project import Project

SECONDS = 0.5
"""Between two looks."""


def run(project: Project, words: Words) -> Reply:
    """Show the last entries of the open sessions, then each new one as it is written, until interrupted."""
    if not project.store.exists:
        raise project.store.missing()
    if project.hook:
        raise Refused("Following the journals takes a terminal: run `session watch` in one.")
    last = words.text("last") or "10"
    if not last.isdecimal():
        raise WrongCall("--last takes a number of entries: `session watch --last 30`.")
    keys = [project.store.find(reference).session.key for reference in words.texts("session")]
    watch = Watch(project.store, keys, words.texts("kind"), int(last))
    hint = "Following the journals of " + (" and ".join(words.texts("session")) or "all open sessions")
    return Reply(text=f"{hint}; Ctrl-C ends.", data=None, more=_follow(watch))


def _follow(watch: Watch) -> Iterator[Reply]:
    day = ""
    width = 0
    while True:
        for key, shortname, entry in watch.look():
            width = max(width, len(shortname))
            today = time.strftime("%A, %d %B %Y", time.localtime(entry.at // timestamps.SECOND))
            heading = f"## {today}\n" if today != day else ""
            day = today
            yield Reply(text=heading + row(shortname.ljust(width), entry), data=_data(key, shortname, entry))
        time.sleep(SECONDS)


def row(shortname: str, entry: Entry) -> str:
    """Return an entry's line: the local time, the session, the kind, and the beginning of what it says."""
    clock = time.strftime("%H:%M:%S", time.localtime(entry.at // timestamps.SECOND))
    kind, _, said = entryline.of(entry).partition(" - ")
    return f"{clock}  {shortname}  {kind.ljust(10)}  {' '.join(said.split())}".rstrip()


def _data(key: str, shortname: str, entry: Entry) -> dict[str, object]:
    return {
        "session": key,
        "shortname": shortname,
        "entry": entry.name,
        "kind": entry.kind,
        "at": timestamps.to_second(entry.at),
        "text": entry.text,
        "conversation": entry.conversation,
        "fields": entry.fields,
    }


VERB = Verb(
    name="watch",
    summary="Follow the journals live, as several agents work.",
    about="Prints each new entry of the open sessions as a line, until you stop it with Ctrl-C.",
    run=run,
    options=(
        Option(name="session", help="Only this session, also an ended one.", metavar="REF", many=True),
        Option(name="kind", help="Only entries of this kind: decision, done, …", metavar="KIND", many=True),
        Option(name="last", help="With how many entries to begin (10).", metavar="N"),
        Option(name="json", help="Print each entry as a line of JSON (docs/format.md describes it).", metavar=""),
    ),
    examples=("session watch", "session watch --kind decision --kind blocker", "session watch --json --last 0"),
    see=("who", "events", "statusline"),
)
