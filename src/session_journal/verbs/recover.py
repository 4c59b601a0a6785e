"""`recover`: after a crash, by hand."""

from __future__ import annotations

from .. import git, recovery
from ..journal import Entry
from . import subject
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project

_SECONDS = 20.0
_SHOWN = 50


def run(project: Project, words: Words) -> Reply:
    """Catch up with what broke off, record the note and what is uncommitted, and list both."""
    note = words.text("note")
    loaded = subject.named_session(project, words, words.argument)
    told = recovery.catch_up(project, _SECONDS)
    changed = git.uncommitted(project.root)
    entry = Entry(
        kind="recovered",
        at=project.present,
        text=note or "Recovered by hand.",
        fields={"uncommitted": changed[:_SHOWN]} if changed else {},
    )
    recorded = subject.write(project, loaded, lambda _value, _document: [entry])
    lines = [f"Recovered {loaded.session.shortname}" + (f": {note}" if note else ""), *told, *_files(changed)]
    data = {
        "session": loaded.session.id,
        "entry": recorded.entries[0].name,
        "note": note,
        "caught_up": told,
        "uncommitted": changed,
    }
    return Reply(text="\n".join(lines) + subject.warnings(recorded), data=data)


def _files(changed: list[str] | None) -> list[str]:
    """List the uncommitted files; say so where there are none, or where git cannot tell."""
    if changed is None:
        return ["What is uncommitted cannot be told: git does not know this folder."]
    if not changed:
        return ["Nothing is uncommitted."]
    more = [f"  and {len(changed) - _SHOWN} more"] if len(changed) > _SHOWN else []
    return ["Uncommitted:", *(f"  {path}" for path in changed[:_SHOWN]), *more]


VERB = Verb(
    name="recover",
    summary="After a crash: record a note, list what is uncommitted.",
    about=(
        "Reads on in the transcripts of conversations that broke off, records what was said and done there, "
        "and lists what git has not got. The next start of a conversation catches up by itself; this verb is "
        "for notes and for looking."
    ),
    run=run,
    argument="REF",
    options=(Option(name="note", help="What happened, and what to look at."), SESSION, JSON),
    examples=("session recover", "session recover --note 'The laptop died while the sweeper was half rewritten'"),
    see=("doctor", "files", "resume"),
)
