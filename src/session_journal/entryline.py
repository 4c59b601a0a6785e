"""An entry as people and the agent are told it: what it says, and that on one line; pure."""

from __future__ import annotations

from . import items, matching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .journal import Entry

_SAID, _WHY = 160, 160


def of(entry: Entry) -> str:
    """Return an entry in one line: its kind, the first line of what it says, and what belongs to it."""
    said = headline(entry, _SAID) + because(entry)
    parts = [said] if said else []
    if entry.kind == "checkpoint" and not entry.text and entry.field("tldr"):
        parts.append(items.headline(entry.field("tldr"), _SAID))
    changed = entry.field_list("uncommitted")
    if changed:
        parts.append(f"uncommitted then: {', '.join(changed[:5])}" + (", …" if len(changed) > 5 else ""))
    if entry.kind in ("checkpoint", "paused") and not entry.text and entry.field("progress") not in ("", "0/0"):
        parts.insert(0, f"{entry.field('progress')} steps")
    return entry.kind + (f" - {'; '.join(parts)}" if parts else "")


def headline(entry: Entry, limit: int) -> str:
    """Return the beginning of what an entry says, on one line; "" where it says nothing."""
    text = said(entry)
    return about(entry) + items.headline(_first_line(text), limit) if text else ""


def said(entry: Entry) -> str:
    """Return what an entry says: the whole step or blocker that its text names by a part of it, else its text."""
    if entry.kind in ("done", "current"):
        return entry.field("step") or (entry.kind == "done" and entry.field("next")) or entry.text
    blocker = entry.field("blocker") if entry.kind == "unblock" else ""
    text = matching.fold(entry.text)
    return blocker if blocker and (text.isdecimal() or text in matching.fold(blocker)) else entry.text


def about(entry: Entry) -> str:
    """Return what an entry's text needs before it to be understood: an ID, a status, counts."""
    if entry.kind in ("milestone", "reached"):
        return f"{entry.field('id')}: "
    if entry.kind == "item":
        return f"{entry.field('id')} {entry.field('status')}: "
    if entry.kind == "test":
        return f"{entry.field('passed')} passed, {entry.field('failed')} failed: "
    return ""


def because(entry: Entry) -> str:
    """Return the reason for a decision as it stands behind it, "" where there is none."""
    reason = entry.field("rationale")
    return f" (because: {items.headline(reason, _WHY)})" if reason else ""


def _first_line(text: str) -> str:
    """Return a text's first line; of captured text, which has bold labels over lists, the label and one item."""
    if not text.startswith("**"):
        return text
    label, _, rest = text.replace("**", "").partition("\n")
    return f"{label} {rest.lstrip(' -').partition(chr(10))[0]}" if label.endswith(":") else label
