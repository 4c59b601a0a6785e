"""`resume`: go on with a session."""

from __future__ import annotations

from .. import briefing, conversation, current, displaced, running, session, trust
from ..errors import Problem
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
    loaded = _named(project, words.argument) if words.argument else _likeliest(project)
    session.move(loaded.session, "resumed")
    behind = "".join(f"\nNote: {note}" for note in _taken_up(project, loaded))
    if loaded.session.status == PAUSED:
        recorded = subject.write(
            project, loaded, lambda value, _: [Entry(kind="resumed", at=project.present)] if value.is_open else []
        )
        loaded, behind = recorded.loaded, behind + subject.warnings(recorded)
    conversation.bind(project.store, project.conversation, loaded.session.id)
    presence.note(project)
    characters = briefing.budget(project)
    beside = _beside(project, loaded, characters // 3)
    text = briefing.full(project, loaded, characters - len(beside)) + beside
    return Reply(text=text + behind, data=subject.as_data(loaded.session))


def _named(project: Project, ref: str) -> Loaded:
    """Return the session meant; one that came from elsewhere is there where a person types, not for an agent."""
    return (project.store.whole if project.hook else project.store).find(ref)


def _taken_up(project: Project, loaded: Loaded) -> list[str]:
    """Take a session up as the person's own; return what they should know of that."""
    try:
        aside = trust.adopt(project.store)
    except Problem as problem:
        return [str(problem)]
    kept = trust.take_up(project.store, loaded)
    displaced.note(project.store)
    return [*aside, kept] if kept else aside


def _likeliest(project: Project) -> Loaded:
    """Return the conversation's own session, else the active one, else the one paused last."""
    found = current.of(project)
    if found.session is not None:
        return found.session
    if len(found.candidates) == 1:  # the conversation's own has ended
        return found.candidates[0]
    if found.candidates:
        raise current.ambiguous(found.candidates, project)
    opened = project.store.open_sessions().sessions
    paused = [x for x in opened if x.session.status == PAUSED and x not in found.foreign]
    if paused:
        return paused[0]
    if found.foreign:
        raise trust.refusal(found.foreign[0].session.key)
    current.raise_first(project, found)
    raise current.none(project)


def _beside(project: Project, loaded: Loaded, room: int) -> str:
    """Return what other sessions and the project's learnings have to say."""
    if running.is_alone(project.store, project.conversation):
        return ""
    from .. import neighbours  # noqa: PLC0415 - most sessions work alone

    return neighbours.at_start(project.store, loaded, project.conversation, project.present).block(room)


VERB = Verb(
    name="resume",
    summary="Go on with a session: its brief, and where you left off.",
    about=(
        "Binds this conversation to a session, makes a paused one active again, and prints all that is known "
        "of it. Without REF it is the current one, or the only one that can be meant. Resuming a session that "
        "came from elsewhere takes it up as yours."
    ),
    run=run,
    argument="REF",
    options=(Option(name="list", help="List the open sessions instead.", metavar=""), JSON),
    examples=("session resume", "session resume fix-sweep", "session resume 00003", "session resume --list"),
    see=("list", "view", "pause"),
)
