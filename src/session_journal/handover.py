"""A session told to somebody else: work log, files, decisions, and a document to start from."""

from __future__ import annotations

from . import brief, entryline, framing, items, ledger, timestamps, worktree
from .journal import KINDS
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .captured import Captured
    from .journal import Entry
    from .session import Session
    from .store import Loaded, Store
    from .worktree import Changes

_PASSED_OVER = ("current", "set", "checkpoint", "captured")
"""The kinds that say nothing of the work to somebody who reads its log."""


class Told(Value):
    """All that a hand-over is made from; `path` is the document's, seen from the project's root."""

    session: Session
    entries: tuple[Entry, ...]
    changes: Changes
    captured: Captured
    path: str


def gather(store: Store, loaded: Loaded) -> Told:
    """Read all that a hand-over of a session is made from; everything below only puts it into words."""
    journal = store.journal(loaded.session.key)
    return Told(
        session=loaded.session,
        entries=tuple(journal.all()),
        changes=worktree.since_start(store.root, journal),
        captured=ledger.known(journal),
        path=store.relative(loaded.path),
    )


def heading(told: Told, title: str) -> list[str]:
    """Return the first lines of every part."""
    value = told.session
    number = f" #{value.number}" if value.number else ""
    when = f"{timestamps.to_second(value.created)} to {timestamps.to_second(value.updated)}"
    return [
        f"# {title}: {value.title}",
        "",
        f"{value.shortname} ({value.tracking_id}){number}, {value.status}, {when}",
    ]


def work_log(told: Told) -> str:
    """Return what happened, in the order in which it did, a line each under the day."""
    lines = heading(told, "Work log")
    day = ""
    for entry in sorted(told.entries, key=lambda entry: (entry.at, entry.name)):
        if entry.kind in _PASSED_OVER or entry.kind not in KINDS:
            continue
        moment = timestamps.to_minute(entry.at)
        if moment[:10] != day:
            day = moment[:10]
            lines += ["", f"## {day}", ""]
        lines.append(f"- {moment[11:]} {_line(entry)}")
    return _text(lines)


def _line(entry: Entry) -> str:
    category = f" [{entry.field('category')}]" if entry.field("category") else ""
    said = entryline.headline(entry, 200) + entryline.because(entry)
    said = "the conversation was compacted" if entry.kind == "compaction" else said
    later = " (recorded later)" if entry.field("recorded_at") else ""
    return f"{entry.kind}{category}" + (f": {said}" if said else "") + later


def files(told: Told) -> str:
    """Return the files that changed, one a line: what happened to it, whether it is committed, its path."""
    changes = told.changes
    source = "from git" if changes.origin == "git" else f"from what was captured, since {changes.note}"
    lines = [f"# Files of {told.session.shortname} since {timestamps.to_second(told.session.created)}, {source}"]
    for change in changes.files:
        state = {True: "committed", False: "uncommitted", None: "unknown"}[change.committed]
        renamed = f" (from {change.source})" if change.source else ""
        lines.append(f"{change.change:<9} {state:<11} {change.path}{renamed}")
    return _text(lines if changes.files else [*lines, "(none)"])


def decisions(told: Told) -> str:
    """Return the decisions with all that was said of them."""
    lines = heading(told, "Decisions")
    for d in told.session.decisions:
        lines += ["", f"## {d.number}. {d.title}" + (items.stamp(d.when) if d.when else ""), ""]
        given = (("Context", d.context), ("Options", d.options), ("Choice", d.choice), ("Rationale", d.rationale))
        lines += [framing.item(f"- **{label}**: {text}") for label, text in given if text]
    return _text(lines if told.session.decisions else [*lines, "", "None was recorded."])


def hand_off(told: Told) -> str:
    """Return what another person or agent needs to go on: state, decisions, steps, blockers, how to verify."""
    value = told.session
    lines = heading(told, "Hand-off")
    lines += _part("State", _state(told))
    lines += _part("Objective", [value.objective] if value.objective else [])
    lines += _part("Keep in mind", [f"- {items.split_stamp(text)[0]}" for text in value.key_context])
    lines += _part("Decisions", [f"- {brief.decision(d)}" for d in value.decisions])
    lines += _part("Open steps", [f"- [ ] {step.text}" for step in value.steps if not step.done])
    lines += _part("Milestones ahead", [f"- [ ] {one.headline}" for one in value.milestones if not one.reached])
    lines += _part("Work items", [f"- {one.status}: {one.headline}" for one in value.work_items if one.is_open])
    lines += _part("Next steps", [f"- {text}" for text in value.next_steps])
    lines += _part("Blockers", [f"- {blocker.text}" for blocker in value.blockers])
    lines += _part("Deliverables", [f"- {text}" for text in value.deliverables])
    lines += _part("Found out", [f"- {items.untitled(text)}" for text in value.discoveries])
    lines += _part("How to verify", _checks(told))
    lines += _part("Where to look", _pointers(told))
    return _text(lines)


def _part(title: str, body: Sequence[str]) -> list[str]:
    return ["", f"## {title}", "", *(framing.item(line) for line in body)] if body else []


def _state(told: Told) -> list[str]:
    value = told.session
    lines = [line for line in value.tldr.split("\n") if line.strip()]
    lines += [f"{value.done_count} of {len(value.steps)} steps are done."] if value.steps else []
    if value.branch:
        lines.append(f"Last written on branch {value.branch}" + (f" at {value.commit}." if value.commit else "."))
    return lines


def _checks(told: Told) -> list[str]:
    """Return the commands that tested the work, with their last outcome, and what fails still."""
    lines = [f"- `{run.command}` {'passed' if run.ok else 'failed'} the last time" for run in told.captured.runs]
    for failure in told.captured.failures:
        what = ", ".join(failure.tests[:5])
        lines.append(
            f"- still failing: `{failure.command}`" + (f" ({what})" if what else "") + _because(failure.error)
        )
    tests = [entry for entry in told.entries if entry.kind == "test"]
    return [*lines, *(f"- {_line(entry)}" for entry in tests[-5:])]


def _because(error: str) -> str:
    return f": {items.headline(error, 200)}" if error else ""


def _pointers(told: Told) -> list[str]:
    key_files = [f"- {text}" for text in told.session.key_files]
    changed = [f"- {change.path} ({change.change})" for change in told.changes.files[:20]]
    more = len(told.changes.files) - 20
    rest = [f"- and {more} more: `session files {told.session.key}`"] if more > 0 else []
    journal = f"- `session view {told.session.key} --journal` shows every record"
    return [f"- the document: {told.path}", journal, *key_files, *changed, *rest]


def summary(told: Told) -> str:
    """Return the story so far in a page: the hand-off, the work log and the files."""
    log = "\n".join(work_log(told).split("\n")[3:]).replace("\n## ", "\n### ")
    parts = [hand_off(told), "## Work log", log, f"## Files\n\n{_listed(files(told))}"]
    return framing.visible("\n\n".join(part.strip("\n") for part in parts)) + "\n"


def _listed(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.strip("\n").split("\n")[1:])


def _text(lines: Sequence[str]) -> str:
    return framing.visible("\n".join(lines)) + "\n"
