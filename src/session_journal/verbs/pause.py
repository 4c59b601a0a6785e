"""`pause`: put a session aside."""

from __future__ import annotations

from .. import drafts, git, session
from ..journal import Entry
from . import subject
from .checkpoint import files_changed
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..document import Document
    from ..project import Project
    from ..session import Session


def run(project: Project, words: Words) -> Reply:
    """Write a checkpoint and set the session's status to paused."""
    loaded = subject.named_session(project, words, words.argument)
    note, changed = words.text("note"), git.uncommitted(project.root)

    def plan(value: Session, _document: Document) -> list[Entry]:
        session.move(value, "paused")
        state = drafts.checkpoint(project.present, value, changed, "", {})
        return [state, Entry(kind="paused", at=project.present, text=note)]

    recorded = subject.write(project, loaded, plan)
    name = recorded.loaded.session.shortname
    text = f"Paused {name} ({files_changed(changed)}); go on with `session resume {name}`."
    return Reply(text=text + subject.warnings(recorded), data=subject.as_data(recorded.loaded.session))


VERB = Verb(
    name="pause",
    summary="Put a session aside, with a checkpoint.",
    about=(
        "A paused session stays open and keeps everything, but it is no longer taken for the current one by "
        "itself. `session resume` makes it active again."
    ),
    run=run,
    argument="REF",
    options=(Option(name="note", help="Why, or what to do first when it goes on."), SESSION, JSON),
    examples=("session pause", "session pause --note 'Waiting for the review'", "session pause fix-sweep"),
    see=("resume", "close", "checkpoint"),
)
