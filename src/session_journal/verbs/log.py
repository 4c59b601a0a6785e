"""`log`: record what was done, decided and found out."""

from __future__ import annotations

from .. import drafts, items
from ..errors import WrongCall
from . import subject
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document
    from ..journal import Entry
    from ..project import Project
    from ..recorder import Recorded
    from ..session import Session


def run(project: Project, words: Words) -> Reply:
    """Write an entry for each text given: all of them, or none."""
    if not any(words.has(kind) for kind in drafts.LOGGED) and not words.argument:
        raise WrongCall("Say what to record: `session log --progress TEXT` (or --done, --decision, --next, …).")
    _check_decisions(words)
    loaded = subject.named_session(project, words)
    recorded = subject.write(
        project, loaded, lambda value, document: list(_drafts(project, words, value, document))
    )
    return Reply(text=_told(recorded) + subject.warnings(recorded), data=_data(recorded))


def _check_decisions(words: Words) -> None:
    """Refuse reasons without their decision; a decision without its reason is refused as it is drafted."""
    for name in drafts.DECISION_FIELDS:
        if len(words.texts(name)) > len(words.texts("decision")):
            raise WrongCall(f"--{name} goes with a --decision TEXT.")


def _drafts(project: Project, words: Words, value: Session, document: Document) -> Iterator[Entry]:
    """Yield an entry for each text, in the order in which they should stand in the journal."""
    for kind in drafts.LOGGED:
        texts = words.texts(kind)
        if kind == "progress" and words.argument:
            texts.append(words.argument)
        for place, text in enumerate(texts):
            fields = _reasons(words, place) if kind == "decision" else {}
            yield drafts.logged(kind, text, project.present, value, document, fields)


def _reasons(words: Words, place: int) -> dict[str, str]:
    given = {name: words.texts(name)[place : place + 1] for name in drafts.DECISION_FIELDS}
    return {name: texts[0] for name, texts in given.items() if texts}


def _told(recorded: Recorded) -> str:
    value = recorded.loaded.session
    lines = [f"Recorded {entry.kind}: {_outcome(entry)}" for entry in recorded.entries]
    lines += [
        f"Already recorded less than a minute ago, not again: {items.headline(e.text)}" for e in recorded.repeated
    ]
    state = f"{value.shortname}: {value.done_count}/{len(value.steps)} steps"
    return "\n".join([*lines, state + (f", now: {value.current[1].headline}" if value.current else "")])


def _outcome(entry: Entry) -> str:
    text = items.headline(entry.field("step") or entry.field("blocker") or entry.text, 100)
    if entry.kind == "done":
        return f"{text} (checked off)" if entry.field("step") else f"{text} (added as completed)"
    return text


def _data(recorded: Recorded) -> dict[str, object]:
    return {
        "session": recorded.loaded.session.id,
        "recorded": [{"entry": e.name, "kind": e.kind, "text": e.text} for e in recorded.entries],
        "repeated": [{"kind": e.kind, "text": e.text} for e in recorded.repeated],
        "warnings": list(recorded.warnings),
    }


VERB = Verb(
    name="log",
    summary="Record progress, decisions, discoveries, blockers and what comes next.",
    run=run,
    argument="TEXT",
    options=(
        Option(name="progress", help="What was worked on (a bare TEXT means the same).", many=True),
        Option(name="done", help="A step that is finished: checks it off, or adds it as completed.", many=True),
        Option(name="next", help="What comes next.", many=True),
        Option(name="decision", help="What was decided; needs --rationale.", many=True),
        Option(name="rationale", help="Why it was decided so.", many=True),
        Option(name="context", help="What made the decision necessary.", many=True),
        Option(name="options", help="What else was possible.", many=True),
        Option(name="discovery", help="What was found out.", many=True),
        Option(name="blocker", help="What the work waits for.", many=True),
        Option(name="unblock", help="A blocker that is gone: its text, a part of it, or its number.", many=True),
        Option(name="note", help="What to keep in mind; goes to the key context.", many=True),
        Option(name="current", help="The step to work on now: moves the mark.", many=True),
        SESSION,
        JSON,
    ),
    examples=(
        "session log --done 'Reproduce bug' --next 'Write the fix'",
        "session log --decision 'Lock before check' --rationale 'Smallest change'",
        "session log --discovery 'The sweeper holds its lock while it waits'",
        "session log --progress - < notes.txt",
    ),
)
