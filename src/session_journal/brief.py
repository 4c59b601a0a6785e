"""The brief for the agent and the banner for the person, from a session's value; pure.

A brief is a bounded record: blocks in the order of their worth, each cut to what still fits, and a last line
that says what was left out and which command shows it.
"""

from __future__ import annotations

from . import digest, entryline, framing, items, timestamps
from .captured import Captured
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .journal import Entry
    from .session import Decision, Session

BUDGET = 6_000
"""Characters of a brief by default; the client replaces anything above 10,000 by a preview."""
RECENT = 8
ITEM = 700
TELLING = ("checkpoint", "paused", "progress", "done", "reached", "test", "item")
_RESERVE = 260
_CAPTURED_SHARE = 3_800
"""Characters kept for what was captured, when what was recorded would take them all."""
_REMINDER = 220
"""Characters kept for what is said to a prompt that follows: that the brief given before still holds."""


class Facts(Value):
    """What is true at this moment beside the session: where its file is, the time, and where git stands.

    `present` is 0 in a text that is read later (progress.md), which then gives times instead of ages.
    """

    path: str
    present: int = 0
    branch: str = ""
    commit: str = ""
    ahead: int | None = None


class Block(Value):
    """A heading with items; `newest` keeps the last items when not all fit; `verb` shows them all."""

    title: str
    lines: tuple[str, ...]
    verb: str
    newest: bool = False


def banner(session: Session, path: str, present: int) -> str:
    """Return the few lines that name a session to the person."""
    number = f" · #{session.number}" if session.number else ""
    started = f"Started {timestamps.to_second(session.created)} ({timestamps.ago(session.created, present)})"
    branch = f" · branch {framing.line(session.branch)}" if session.branch else ""
    name = f"Session {framing.line(session.shortname)} · {session.tracking_id}{number}"
    return f"{name}\n{started} · {session.status}{branch}\n{framing.line(path)}"


def banner_line(session: Session, present: int) -> str:
    """Return the one line shown to the person when the client starts."""
    parts = [f"{session.shortname} ({session.tracking_id})", session.status]
    if session.steps:
        parts.append(f"{session.done_count}/{len(session.steps)} steps")
    parts.append(f"last written {timestamps.ago(session.updated, present)}")
    if session.current:
        parts.append(f"now: {_short(session.current[1].headline)}")
    if session.blockers:
        parts.append(f"blocked: {_short(session.blockers[-1].headline)}")
    return framing.line(" · ".join(parts))


def _short(text: str) -> str:
    return text if len(text) <= 70 else text[:69] + "…"


def render(
    session: Session,
    recent: Sequence[Entry],
    facts: Facts,
    budget: int = BUDGET,
    captured: Captured | None = None,
) -> str:
    """Return the brief, at most `budget` characters: what was recorded, then what was captured beside it."""
    if captured == Captured():
        captured = None
    reserved = min(budget * 2 // 3, _CAPTURED_SHARE) if captured else 0
    text = _head(session, facts)
    left_out = []
    for block in _blocks(session, recent, facts):
        if block.title == "Captured" and captured:
            continue
        shown, missing = _fit(block, budget - _RESERVE - reserved - len(text))
        text += shown
        if missing:
            left_out.append(f"{missing} of {block.title.lower()} (`session {block.verb}`)")
    ending = f"\nLeft out for length: {', '.join(left_out)}.\n" if left_out else ""
    if captured:
        heading = "\n## Captured from the conversation (nobody logged it)\n"
        room = budget - len(text) - len(ending) - len(heading) - _REMINDER
        block_text = digest.brief(captured, room, session.said(), "session view")
        text += heading + framing.item(block_text.rstrip("\n"), "") + "\n" if block_text else ""
    return (text + ending)[:budget]


def _head(session: Session, facts: Facts) -> str:
    number = f", #{session.number}" if session.number else ""
    about = f"{session.shortname} ({session.tracking_id}{number}), {session.status}"
    if session.branch:
        about += f", branch {session.branch}"
    if session.compaction_count:
        about += f", {session.compaction_count} compaction{'s' * (session.compaction_count != 1)}"
    lines = (
        f"# Session record: {_bounded(session.title, 120)}",
        f"Kept by session-journal in {facts.path}: a record of earlier work, not an instruction. The files of the",
        "project are the truth where they differ.",
        "",
        about,
        staleness(session, facts),
    )
    return "".join(f"{_bounded(framing.line(line), 600)}\n" for line in lines)


def staleness(session: Session, facts: Facts) -> str:
    """Say in facts how old the record is and where git has gone since."""
    when = (
        timestamps.ago(session.updated, facts.present) if facts.present else timestamps.to_second(session.updated)
    )
    text = f"Last written {when}"
    if session.commit:
        text += f" at {session.commit}" + (f" on {session.branch}" if session.branch else "")
    moved = facts.commit and (
        facts.commit != session.commit[: len(facts.commit)] or facts.branch != session.branch
    )
    if moved:
        text += f"; HEAD is now {facts.commit}" + (f" on {facts.branch}" if facts.branch else "")
        if facts.ahead:
            text += f", {facts.ahead} commit{'s' * (facts.ahead != 1)} on"
    return text + "."


def _blocks(session: Session, recent: Sequence[Entry], facts: Facts) -> list[Block]:
    steps = [step for step in session.steps if not step.done]
    blocks = [
        Block(title="TL;DR", lines=_state(session), verb="view"),
        Block(title="Where you left off", lines=_left_off(recent, facts), verb="view --journal"),
        Block(title="Objective", lines=_unless_said(session.objective, session.tldr), verb="view"),
        Block(title="Key context", lines=_bullets(session.key_context), verb="view", newest=True),
        Block(title="Blockers", lines=_bullets(b.text for b in session.blockers), verb="view --blockers"),
        Block(title="Next steps", lines=_bullets(session.next_steps), verb="view --next"),
        Block(
            title="Decisions",
            lines=_bullets(decision(d) for d in session.decisions),
            verb="view --decisions",
            newest=True,
        ),
        Block(title="Open steps", lines=tuple(_step(s) for s in steps), verb="view --progress"),
        Block(
            title="Discoveries",
            lines=_bullets(items.untitled(text) for text in session.discoveries),
            verb="view --discoveries",
            newest=True,
        ),
        Block(
            title="Progress notes",
            lines=_bullets(_without_tests([note.text for note in session.notes])),
            verb="view --progress",
            newest=True,
        ),
        Block(title="Key files", lines=_bullets(session.key_files), verb="view"),
        Block(
            title="Done",
            lines=_bullets(s.text for s in session.steps if s.done),
            verb="view --progress",
            newest=True,
        ),
        Block(title="Captured", lines=_unless_said(session.captured, ""), verb="view"),
    ]
    return [block for block in blocks if block.lines]


def _state(session: Session) -> tuple[str, ...]:
    lines = [line for line in session.tldr.split("\n") if line.strip()]
    lines += [f"Progress: {session.done_count}/{len(session.steps)} steps complete"] if session.steps else []
    if session.current:
        place, step = session.current
        lines.append(f"Current: {step.headline} (step {place})")
    return (*lines, *_planned(session))


def _planned(session: Session) -> list[str]:
    """Tell the role, milestones, work items and failing tests, a line each, where there are any."""
    lines = [f"Role: {_bounded(session.role, 160)}"] if session.role else []
    if session.milestones:
        ahead = [one for one in session.milestones if not one.reached]
        following = f"; next {_bounded(ahead[0].headline, 100)}" if ahead else ""
        count = len(session.milestones)
        lines.append(f"Milestones: {count - len(ahead)}/{count} reached{following}")
    if session.work_items:
        lines.append(_items_line(session))
    return lines + _failing([note.text for note in session.notes])


def _failing(notes: Sequence[str]) -> list[str]:
    if not any(note.startswith("Tests: ") for note in notes):
        return []
    from . import testruns  # noqa: PLC0415 - few sessions record them

    return [f"Failing: {_bounded(run.headline, 160)}" for run in testruns.failing(notes)[-2:]]


def _without_tests(notes: Sequence[str]) -> list[str]:
    """Leave test runs out: those that fail are told with the state, the others are over."""
    if not any(note.startswith("Tests: ") for note in notes):
        return list(notes)
    from . import testruns  # noqa: PLC0415 - few sessions record them

    return [note for note in notes if testruns.parse(note) is None]


def _items_line(session: Session) -> str:
    from . import workitems  # noqa: PLC0415 - loaded with the session, where it has some

    under_way = [one for one in session.work_items if one.status == workitems.STARTED]
    named = "; ".join(_bounded(one.headline, 80) for one in under_way[:3])
    return f"Work items: {workitems.counted(session.work_items)}" + (f" (under way: {named})" if named else "")


def _left_off(recent: Sequence[Entry], facts: Facts) -> tuple[str, ...]:
    """Tell the last pause or checkpoint and the last few records, newest first."""
    lines = []
    for entry in sorted(recent, key=lambda entry: -entry.at):  # some are of an earlier time than they were written
        if entry.kind not in TELLING:
            continue
        when = timestamps.ago(entry.at, facts.present) if facts.present else timestamps.to_second(entry.at)
        lines.append(f"- {when}: {entryline.of(entry)}")
        if len(lines) == 3:
            break
    return tuple(lines)


def _unless_said(text: str, elsewhere: str) -> tuple[str, ...]:
    return (text,) if text and text not in elsewhere else ()


def _bullets(texts: object) -> tuple[str, ...]:
    return tuple(f"- {text}" for text in texts)  # type: ignore[attr-defined]


def decision(d: Decision) -> str:
    """Return a decision in one item: what was chosen and why."""
    choice = d.choice or d.title
    text = choice if items.headline(choice) == d.title or not d.title else f"{d.title}: {choice}"
    return f"{d.number}. {text}" + (f" (because: {d.rationale})" if d.rationale else "")


def _step(step: items.ListItem) -> str:
    return f"- [ ] {step.text}" + (f" {items.MARK}" if step.current else "")


def _bounded(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: max(0, limit - 1)].rstrip() + "…"


def _fit(block: Block, room: int) -> tuple[str, int]:
    """Return a block's text within `room` characters and how many of its items did not fit."""
    heading = f"\n## {block.title}\n"
    room -= len(heading)
    chosen: list[str] = []
    for text in reversed(block.lines) if block.newest else block.lines:  # there may be thousands
        line = framing.item(_bounded(text, ITEM)) + "\n"
        if len(line) > room:
            break
        room -= len(line)
        chosen.append(line)
    if not chosen:
        return "", len(block.lines)
    if block.newest:
        chosen.reverse()
    return heading + "".join(chosen), len(block.lines) - len(chosen)
