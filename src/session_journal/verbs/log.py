"""`log`: record what was done, decided and found out."""

from __future__ import annotations

from .. import changes, config, drafts, items, journal, moment, session, testruns, timestamps
from ..errors import WrongCall
from ..value import Value
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
    _check_companions(words)
    if not any(words.has(kind) for kind in journal.LOGGED) and not words.argument:
        raise WrongCall("Say what to record: `session log --progress TEXT` (or --done, --decision, --next, …).")
    _check_argument(project, words)
    marks = _marks(project, words)
    loaded = subject.named_session(project, words)
    recorded = subject.write(project, loaded, lambda value, document: list(_drafts(words, marks, value, document)))
    return Reply(text=_told(recorded) + subject.warnings(recorded), data=_data(recorded))


_COMPANIONS = {**dict.fromkeys(drafts.DECISION_FIELDS, "decision"), **dict.fromkeys(drafts.TEST_FIELDS, "test")}
"""The options that belong to the entry of another one."""


def _check_companions(words: Words) -> None:
    """Refuse what lacks the entry it belongs to; a decision without its reason is refused as it is drafted."""
    for name, kind in _COMPANIONS.items():
        if len(words.texts(name)) > len(words.texts(kind)):
            raise WrongCall(f"--{name} goes with a --{kind} TEXT.")


def _check_argument(project: Project, words: Words) -> None:
    """Refuse a bare word beside other texts where it is a session's name: it would be recorded as progress."""
    name = words.argument
    if not name or len(name.split()) > 1 or not any(words.has(kind) for kind in journal.LOGGED):
        return
    if any(name in one.session.references for one in project.store.open_sessions().sessions):
        raise WrongCall(f"{name} is a session: `session log --session {name} …` records in it.")


class Marks(Value):
    """What holds for all entries of a call: the instant they speak of, and the fields that say so."""

    at: int
    fields: dict[str, str]


def _marks(project: Project, words: Words) -> Marks:
    category, at = words.text("category"), words.text("at")
    known = config.load(project.store).all_categories if category else ()
    instant = moment.past(at, project.present) if at else project.present
    marks = drafts.marks(drafts.category(category, known), instant, project.present)
    return Marks(at=instant, fields=marks)


def _drafts(words: Words, marks: Marks, value: Session, document: Document) -> Iterator[Entry]:
    """Yield an entry for each text, in the order in which they should stand in the journal."""
    for kind in journal.LOGGED:
        texts = words.texts(kind)
        if kind == "progress" and words.argument:
            texts.append(words.argument)
        for place, text in enumerate(texts):
            fields = {**_companions(words, kind, place), **marks.fields}
            entry = drafts.logged(kind, text, marks.at, value, document, fields)
            if kind in drafts.NUMBERED:
                document = changes.apply(document, entry)
                value = session.read(document)
            yield entry


def _companions(words: Words, kind: str, place: int) -> dict[str, str]:
    given = {name: words.texts(name)[place : place + 1] for name, whose in _COMPANIONS.items() if whose == kind}
    return {name: texts[0] for name, texts in given.items() if texts}


def _told(recorded: Recorded) -> str:
    value = recorded.loaded.session
    lines = [f"Recorded {entry.kind}: {_outcome(entry)}{_later(entry)}" for entry in recorded.entries]
    lines += [f"Already recorded, not again: {items.headline(e.text)}" for e in recorded.repeated]
    state = f"{value.shortname}: {value.steps_told}"
    return "\n".join([*lines, state + (f", now: {value.current[1].headline}" if value.current else "")])


def _later(entry: Entry) -> str:
    return f" ({timestamps.to_minute(entry.at)}Z, recorded later)" if entry.field("recorded_at") else ""


def _outcome(entry: Entry) -> str:
    if entry.kind in drafts.NUMBERED:
        return f"{entry.field('id')}: {items.headline(entry.text, 100)}"
    if entry.kind == "test":
        return str(testruns.of(entry))
    text = items.headline(entry.field("step") or entry.field("blocker") or entry.text, 100)
    if entry.kind == "done":
        return f"{text} (checked off)" if entry.field("step") else f"{text} (added as completed)"
    if entry.kind == "current" and not entry.field("step"):
        return f"{text} (added, for no step is called so)"
    return text


def _data(recorded: Recorded) -> dict[str, object]:
    return {
        "session": recorded.loaded.session.id,
        "recorded": [_entry_data(entry) for entry in recorded.entries],
        "repeated": [{"kind": e.kind, "text": e.text} for e in recorded.repeated],
        "warnings": list(recorded.warnings),
    }


def _entry_data(entry: Entry) -> dict[str, object]:
    own = {key: entry.field(key) for key in _SHOWN if entry.field(key)}
    return {"entry": entry.name, "kind": entry.kind, "text": entry.text, **own}


_SHOWN = ("id", "category", "passed", "failed", "recorded_at")

VERB = Verb(
    name="log",
    summary="Record progress, decisions, discoveries, blockers, tests, milestones and what comes next.",
    about=(
        "Each text becomes an entry of its own, on the disk before the command returns; the document is "
        "brought up to date behind it. Options can be mixed and given several times: all texts are recorded, "
        "or none. A TEXT of `-` reads standard input."
    ),
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
        Option(name="test", help="A test run: what ran; needs --passed or --failed.", many=True),
        Option(name="passed", help="How many tests passed.", metavar="N", many=True),
        Option(name="failed", help="How many tests failed.", metavar="N", many=True),
        Option(name="milestone", help="A milestone to reach: becomes M1, M2, ….", many=True),
        Option(name="reached", help="A milestone that is reached: its ID or a part of its text.", many=True),
        Option(name="deliverable", help="Something that this work hands over.", many=True),
        Option(name="category", help="The kind of work: implementation, testing, planning, …", metavar="WORD"),
        Option(name="at", help="When it was, if not now: 13:45 or 2026-02-16T17:30.", metavar="TIME"),
        SESSION,
        JSON,
    ),
    examples=(
        "session log --done 'Reproduce bug' --next 'Write the fix'",
        "session log --decision 'Lock before check' --rationale 'Smallest change'",
        "session log --discovery 'The sweeper holds its lock while it waits'",
        "session log --test 'pytest -q' --passed 12 --failed 1 --category testing",
        "session log --progress 'Talked to the owners' --at 13:45",
        "session log --progress - < notes.txt",
    ),
    see=("checkpoint", "item", "learn", "view"),
)
