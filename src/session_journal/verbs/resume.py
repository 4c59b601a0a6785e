"""`resume`: go on with a session."""

from __future__ import annotations

from .. import brief, conversation, current, git, running, session, trust
from ..journal import Entry
from ..session import PAUSED
from . import presence, subject
from .list import listing
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..store import Loaded


def run(project: Project, words: Words) -> Reply:
    """Bind a session to this conversation, make it active where it was paused, and give the full brief."""
    if words.has("list"):
        return listing(project, everything=False)
    loaded = project.store.find(words.argument) if words.argument else _likeliest(project)
    session.move(loaded.session, "resumed")
    behind = ""
    if loaded.session.status == PAUSED:
        recorded = subject.write(
            project, loaded, lambda value, _: [Entry(kind="resumed", at=project.present)] if value.is_open else []
        )
        loaded, behind = recorded.loaded, subject.warnings(recorded)
    trust.take_up(project.store, loaded)
    conversation.bind(project.store, project.conversation, loaded.session.id)
    presence.note(project)
    return Reply(text=full_brief(project, loaded) + behind, data=subject.as_data(loaded.session))


def _likeliest(project: Project) -> Loaded:
    """Return the conversation's own session, else the active one, else the one paused last."""
    found = current.of(project)
    if found.session is not None:
        return found.session
    if found.candidates:
        raise current.ambiguous(found.candidates)
    paused = [x for x in project.store.open_sessions().sessions if x.session.status == PAUSED]
    if paused:
        return paused[0]
    if found.foreign:
        if len(found.foreign) > 1:
            raise current.ambiguous(found.foreign)
        return found.foreign[0]
    if found.problems:
        raise found.problems[0]
    raise current.ambiguous(())


def full_brief(project: Project, loaded: Loaded) -> str:
    """Return the brief with where the work was left off and where git stands now."""
    head = project.head()
    moved = head.commit != loaded.session.commit
    facts = brief.Facts(
        path=project.store.relative(loaded.path),
        present=project.present,
        branch=head.branch,
        commit=head.commit,
        ahead=git.commits_between(project.root, loaded.session.commit) if moved else None,
    )
    recent = project.store.journal(loaded.session.key).newest(brief.RECENT, brief.TELLING)
    beside = _beside(project, loaded)
    return brief.render(loaded.session, recent, facts, brief.BUDGET - len(beside)) + beside


def _beside(project: Project, loaded: Loaded) -> str:
    """Return what other sessions and the project's learnings have to say."""
    if running.is_alone(project.store, project.conversation):
        return ""
    from .. import neighbours  # noqa: PLC0415 - most sessions work alone

    beside = neighbours.at_start(project.store, loaded, project.conversation, project.present)
    return beside.block(brief.BUDGET // 3)


VERB = Verb(
    name="resume",
    summary="Go on with a session: its brief, and where you left off.",
    run=run,
    argument="REF",
    options=(Option(name="list", help="List the open sessions instead.", metavar=""), JSON),
    examples=("session resume", "session resume fix-sweep", "session resume 00003", "session resume --list"),
)
