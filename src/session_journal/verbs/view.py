"""`view`: read a session."""

from __future__ import annotations

from .. import brief, entryline, framing, items, prompts, timestamps
from . import asked as asked_for
from . import item, subject
from .entry import show as show_entry
from .list import listing
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from ..journal import Entry, Journal
    from ..milestones import Milestone
    from ..project import Project
    from ..session import Session
    from ..store import Loaded

_MOST_ENTRIES = 1_000


def run(project: Project, words: Words) -> Reply:
    """Show a session's document, or the parts that were asked for; `view list` lists the sessions."""
    if words.argument == "list":
        return listing(project, everything=False)
    if prompts.is_reference(words.argument):
        return asked_for.show(project, words.argument)
    loaded = subject.named_session(project, words, words.argument)
    if words.has("entry"):
        return show_entry(project, loaded, words.text("entry"))
    asked = [name for name in PARTS if words.has(name)]
    if not asked and not words.has("journal") and not words.has("prompts"):
        data = {**subject.as_data(loaded.session), "path": project.store.relative(loaded.path)}
        return Reply(text=_plain(loaded), data=data)
    texts = [_titled(name, PARTS[name][0](loaded.session)) for name in asked]
    data = {name: PARTS[name][1](loaded.session) for name in asked}
    if words.has("journal"):
        entries, left = _entries(project.store.journal(loaded.session.key), everything=words.has("all"))
        texts.append(_titled("journal", [*left, *(_entry_line(entry) for entry in entries)]))
        data["journal"] = [entry.as_data() for entry in entries]
    if words.has("prompts"):
        found = prompts.of(project.store, loaded, project.present)
        texts.append(_titled("prompts", asked_for.lines(found)))
        data["prompts"] = asked_for.data(found)
    return Reply(text="\n\n".join(texts), data=data)


def _entries(journal: Journal, *, everything: bool) -> tuple[list[Entry], list[str]]:
    """Return the entries by the time they speak of, and a line on those left out where there are too many."""
    entries = journal.all() if everything else journal.newest(_MOST_ENTRIES)[::-1]
    count = len(entries) if everything or len(entries) < _MOST_ENTRIES else len(journal.names())
    entries.sort(key=lambda entry: entry.at)  # what was recorded later stands where it belongs
    left = f"(the last {len(entries):,} of {count:,} entries; `session view --journal --all` shows all)"
    return entries, [left] if count > len(entries) else []


def _plain(loaded: Loaded) -> str:
    return framing.document(loaded.document.text.rstrip("\r\n"))


def _titled(name: str, lines: Sequence[str]) -> str:
    return "\n".join([f"## {name.capitalize()}", *map(framing.item, lines or ["- None currently"])])


def _progress(value: Session) -> list[str]:
    lines = [f"{value.steps_told} complete" if value.steps else "No steps are planned"]
    lines += [f"- [{s.box}] {s.text}" + (f"  {items.MARK}" if s.current else "") for s in value.steps]
    return [*lines, *(f"- {note.text}" for note in value.notes)]


def _decisions(value: Session) -> list[str]:
    return [brief.decision(decision) for decision in value.decisions]


def _milestone(one: Milestone) -> str:
    when = f" ({timestamps.to_minute(one.when)})" if one.when is not None else ""
    return f"- [{'x' if one.reached else ' '}] {one.id}: {one.text}{when}"


def _numbered(texts: Sequence[str]) -> list[str]:
    return [f"{number}. {text}" for number, text in enumerate(texts, 1)]


def _entry_line(entry: Entry) -> str:
    when = timestamps.to_second(entry.at)
    rationale = entry.field("rationale")
    text = f"{entryline.about(entry)}{entryline.said(entry)}"
    said = (
        f"{entry.kind} - {text}" if text else entryline.of(entry.replace(fields={**entry.fields, "rationale": ""}))
    )
    category = f"[{entry.field('category')}] " if entry.field("category") else ""
    later = " (recorded later)" if entry.field("recorded_at") else ""
    return f"- {when} {category}{said}" + (f" (because: {rationale})" if rationale else "") + later


PARTS: dict[str, tuple[Callable[[Session], list[str]], Callable[[Session], Any]]] = {
    "progress": (_progress, subject.progress_data),
    "decisions": (_decisions, subject.decisions_data),
    "discoveries": (
        lambda value: _numbered([items.untitled(text) for text in value.discoveries]),
        lambda value: [items.untitled(text) for text in value.discoveries],
    ),
    "blockers": (
        lambda value: _numbered([blocker.text for blocker in value.blockers]),
        lambda value: [blocker.text for blocker in value.blockers],
    ),
    "milestones": (
        lambda value: [_milestone(one) for one in value.milestones],
        subject.milestones_data,
    ),
    "items": (
        lambda value: [f"- {item.line(one)}" for one in value.work_items],
        lambda value: [one.as_data() for one in value.work_items],
    ),
    "deliverables": (
        lambda value: [f"- {text}" for text in value.deliverables],
        lambda value: list(value.deliverables),
    ),
    "next": (lambda value: _numbered(value.next_steps), lambda value: list(value.next_steps)),
}

VERB = Verb(
    name="view",
    summary="Show a session's document, or parts of it.",
    about=(
        "Without options the whole document, as it stands. `view list` lists the sessions; `view ID`, with "
        "the ID of a prompt, shows what was asked there and done until the next prompt."
    ),
    run=run,
    argument="REF",
    options=(
        Option(name="progress", help="Its steps.", metavar=""),
        Option(name="decisions", help="Its decisions with their reasons.", metavar=""),
        Option(name="discoveries", help="What was found out.", metavar=""),
        Option(name="blockers", help="What it waits for.", metavar=""),
        Option(name="next", help="What comes next.", metavar=""),
        Option(name="milestones", help="Its milestones.", metavar=""),
        Option(name="items", help="Its work items.", metavar=""),
        Option(name="deliverables", help="What it hands over.", metavar=""),
        Option(name="journal", help=f"Its entries, oldest first, {_MOST_ENTRIES:,} at most.", metavar=""),
        Option(name="all", help="With --journal: all of them.", metavar=""),
        Option(name="entry", help="One entry with all it says, by a part of its name.", metavar="NAME"),
        Option(name="prompts", help="What was asked, with the IDs that `session view ID` explains.", metavar=""),
        SESSION,
        JSON,
    ),
    examples=(
        "session view",
        "session view fix-sweep --decisions",
        "session view list",
        "session view --json",
        "session view S20260130153000-P1",
    ),
    see=("search", "summary", "report", "resume"),
)
