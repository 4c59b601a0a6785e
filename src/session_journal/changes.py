"""What an entry changes in its session's document: pure, one function a kind of entry.

Applying an entry to the document that holds all entries before it gives the document with it; that is how a
record arrives, how a crash is healed and how a destroyed document is rebuilt.
"""

from __future__ import annotations

from . import (
    attributes,
    editing,
    identity,
    items,
    milestones,
    session,
    steps,
    testruns,
    timestamps,
    tldr,
    wording,
    workitems,
)
from .document import NOTHING, Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .journal import Entry


def apply_all(document: Document, entries: Iterable[Entry]) -> Document:
    """Return the document with entries applied in their order."""
    facts: dict[str, str] = {}
    for entry in entries:
        change = _CHANGES.get(entry.kind)
        if change is not None:
            document = change(document, entry)
        facts |= _facts(document, entry, facts)
    for key, value in facts.items():
        document = document.with_key(key, value)
    return tldr.refresh(document)


def apply(document: Document, entry: Entry) -> Document:
    """Return the document with one entry applied, its facts, state lines and `last_entry` brought up to date."""
    return apply_all(document, (entry,))


def _facts(document: Document, entry: Entry, known: Mapping[str, str]) -> dict[str, str]:
    """Return what an entry says of its time and place, by the key of the front matter that tells it."""
    said = {
        "git_branch": entry.field("branch"),
        "git_last_commit": entry.field("commit"),
        "last_entry": entry.name,
    }
    written = timestamps.parse(entry.field("recorded_at")) or entry.at
    before = known.get("updated_at") or str(document.front.get("updated_at", ""))
    if written > (timestamps.parse(before) or 0):
        said["updated_at"] = timestamps.to_second(written)
    return {key: value for key, value in said.items() if value}


def _progressed(document: Document, entry: Entry) -> Document:
    document, part = editing.with_subsection(document, "In Progress")
    return editing.put(document, part, items.render("-", entry.text, items.stamp_of(entry)), entry)


def _next(document: Document, entry: Entry) -> Document:
    document = document.with_section("Next Steps")
    part = editing.existing(document, "Next Steps")
    marker, behind = f"{editing.next_number(part)}.", items.guard(entry.text, entry.at)
    return editing.append(document, part, items.render(marker, entry.text, behind))


def _decided(document: Document, entry: Entry) -> Document:
    document = document.with_section("Decisions")
    part = editing.existing(document, "Decisions")
    known = [text.partition(".")[0] for text, _ in document.subheadings("Decisions")]
    number = max(map(identity.count, known), default=0) + 1
    block = [f"### {number}. {_inline(items.headline(entry.text))}{items.stamp_of(entry)}"]
    values = (entry.field("context"), entry.field("options"), entry.text, entry.field("rationale"))
    for label, value in zip(session.DECISION_FIELDS, values, strict=True):
        if value:
            block += editing.labelled(label, value)
    if part.text() == NOTHING:
        nothing = part.all_items()[0]
        return document.with_lines(nothing.first, nothing.end, block)
    place = editing.last_line(document, part)
    return document.with_lines(place, place, ["", *block] if place > part.start else block)


def _inline(title: str) -> str:
    """Keep a title's trailing `#`s from being taken for the end of the heading."""
    return title.rstrip("# ") or "Decision"


def _discovered(document: Document, entry: Entry) -> Document:
    document = document.with_section("Discoveries")
    part = editing.existing(document, "Discoveries")
    block = items.render_discovery(f"{editing.next_number(part)}.", entry.text, items.stamp_of(entry))
    return editing.append(document, part, block)


def _blocked(document: Document, entry: Entry) -> Document:
    document = document.with_section("Blockers")
    part = editing.existing(document, "Blockers")
    return editing.put(document, part, items.render("-", entry.text, items.stamp_of(entry)), entry)


def _unblocked(document: Document, entry: Entry) -> Document:
    for item in items.read(document.section("Blockers")):
        if not item.done and item.text == entry.field("blocker"):
            since = f"{timestamps.to_minute(item.when)}, " if item.when else ""
            behind = f" ({since}resolved {timestamps.to_minute(entry.at)})"
            block = items.render("-", item.text, behind, box="x")
            return document.with_lines(item.place.first, item.place.end, block)
    return document


def _noted(document: Document, entry: Entry) -> Document:
    document, part = editing.with_label(document, "Key Context")
    return editing.append(document, part, items.render("-", entry.text, items.stamp_of(entry)))


def _delivered(document: Document, entry: Entry) -> Document:
    document = document.with_section("Deliverables")
    part = editing.existing(document, "Deliverables")
    return editing.put(document, part, items.render("-", entry.text, items.stamp_of(entry)), entry)


def _checkpointed(document: Document, entry: Entry) -> Document:
    if entry.field("captured"):
        document = _with_captured(document, entry.field("captured"))
    if entry.field("tldr"):
        document = tldr.with_prose(document, entry.field("tldr"))
    for text in entry.field_list("context"):
        document, part = editing.with_label(document, "Key Context")
        if text.strip() and all(known.text != text.strip(" \t\n") for known in items.read(part)):
            document = editing.append(document, part, items.render("-", text, items.guard(text, entry.at)))
    return document


def _with_captured(document: Document, data: str) -> Document:
    """Return the document with its `Captured` section made anew; what the person logged is not said there too."""
    from . import digest, ledger  # noqa: PLC0415 - only where a transcript was read

    known = {wording.fold(text) for text in session.read(document).said()}
    whole = ledger.load(data)
    if wording.is_said(whole.goal, known):
        whole = whole.replace(goal="", latest="" if whole.latest == whole.goal else whole.latest)
    whole = whole.replace(
        said=tuple(said for said in whole.said if not wording.is_said(said.text, known)),
    )
    text = digest.to_markdown(whole).strip("\n")
    document = document.with_section("Captured")
    part = editing.existing(document, "Captured")
    return document.with_lines(
        part.start, editing.last_line(document, part), editing.tame(text.split("\n")) if text else [NOTHING]
    )


def _moved(document: Document, entry: Entry) -> Document:
    return document.with_key("status", session.move(session.read(document), entry.kind))


def _compacted(document: Document, entry: Entry) -> Document:
    if entry.field("tldr"):
        document = tldr.with_summary(document, entry.field("tldr"), entry.field("over"))
    if entry.field("counted"):
        return document
    count = session.read(document).compaction_count
    return document.with_key("compaction_count", str(count + 1))


_CHANGES: dict[str, Callable[[Document, Entry], Document]] = {
    "progress": _progressed,
    "done": steps.done,
    "next": _next,
    "current": steps.current,
    "decision": _decided,
    "discovery": _discovered,
    "blocker": _blocked,
    "unblock": _unblocked,
    "note": _noted,
    "test": testruns.added,
    "milestone": milestones.added,
    "reached": milestones.reached,
    "deliverable": _delivered,
    "item": workitems.changed,
    "set": attributes.changed,
    "checkpoint": _checkpointed,
    "captured": _checkpointed,
    "recovered": _checkpointed,
    "compaction": _compacted,
    "paused": _moved,
    "resumed": _moved,
    "completed": _moved,
    "abandoned": _moved,
}
