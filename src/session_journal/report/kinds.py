"""What a page calls the kinds of records, how it groups them, and which of their fields it shows."""

from __future__ import annotations

from .. import entryline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..journal import Entry

AHEAD = "ahead"
"""The group of what is not done yet."""
GROUPS = (
    ("decision", "Decisions", ("decision",)),
    ("blocker", "Blockers", ("blocker", "unblock")),
    ("milestone", "Milestones", ("milestone", "reached", "deliverable")),
    ("step", "Steps done", ("done", "item")),
    (AHEAD, "Now and next", ("current", "next")),
    ("commit", "Commits", ("commit",)),
    ("test", "Test runs", ("test",)),
    ("found", "Discoveries", ("discovery",)),
    ("note", "Notes", ("progress", "note")),
    ("asked", "Prompts", ("asked", "message")),
    ("compaction", "Compactions", ("compaction",)),
    (
        "state",
        "Session",
        ("started", "paused", "resumed", "completed", "abandoned", "recovered", "checkpoint", "captured", "set"),
    ),
)
"""The groups that can be picked out: their name, what people read, and the kinds of records in them."""
_LABELS = {
    "decision": "Decided",
    "blocker": "Blocked",
    "unblock": "Unblocked",
    "milestone": "Milestone",
    "reached": "Milestone reached",
    "deliverable": "Deliverable",
    "done": "Done",
    "current": "Now on",
    "next": "Next",
    "item": "Work item",
    "commit": "Commit",
    "test": "Tests",
    "discovery": "Found out",
    "progress": "Progress",
    "note": "Note",
    "asked": "Asked",
    "message": "Message",
    "compaction": "Compacted",
    "started": "Started",
    "paused": "Paused",
    "resumed": "Resumed",
    "completed": "Completed",
    "abandoned": "Abandoned",
    "recovered": "Recovered",
    "checkpoint": "Checkpoint",
    "captured": "Caught up from the transcript",
    "set": "Changed",
}
_TELLING = (
    *("started", "completed", "abandoned", "decision", "blocker", "unblock", "reached", "milestone", "compaction"),
    *("deliverable", "commit", "discovery", "test", "done", "paused", "resumed", "message", "asked", "progress"),
    *("note", "next", "item", "recovered", "current", "checkpoint", "set", "captured"),
)
QUIET = ("current", "next", "checkpoint", "captured", "set", "resumed", "recovered")
"""What is shown, but not loudly: it tells how the record was kept rather than how the work went."""
_FIELDS = (
    ("rationale", "Why"),
    ("context", "Context"),
    ("options", "Options"),
    ("blocker", "Blocker"),
    ("step", "Step"),
    ("steps", "Steps"),
    ("reason", "Why"),
    ("tldr", "TL;DR"),
    ("uncommitted", "Not committed then"),
    ("sha", "Commit"),
    ("files", "Files"),
    ("branch", "Branch"),
    ("category", "Category"),
)
_GROUP_OF = {kind: name for name, _, members in GROUPS for kind in members}
_RANK = {kind: place for place, kind in enumerate(_TELLING)}


def group(kind: str, *, ahead: bool = False) -> str:
    """Return the group of a kind; a kind that nobody knows is a note, and what is `ahead` is no step done."""
    return AHEAD if ahead else _GROUP_OF.get(kind, "note")


def label(kind: str) -> str:
    """Return the word for a kind; a kind that nobody knows is called what it is."""
    return _LABELS.get(kind) or kind[:40].capitalize()


def rank(kind: str) -> int:
    """Return how soon a kind goes when there is no room: the least tell the most."""
    return _RANK.get(kind, len(_TELLING))


def more(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what belongs to an entry beside its text, under the words that people read."""
    said = entryline.said(entry)
    for field, title in _FIELDS:
        text = "\n".join(entry.field_list(field))
        if not text or text == said or (field == "branch" and entry.kind != "started"):
            continue
        yield title, text
