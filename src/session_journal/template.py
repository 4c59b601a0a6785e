"""The text of a new session's document: exactly the shape that docs/format.md describes."""

from __future__ import annotations

from . import editing, frontmatter, items, timestamps
from .document import NOTHING, SECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .journal import Entry

JUST_STARTED = "Just started; no goal was given yet."
_WHERE_SET = (
    ("git_branch", "branch"),
    ("git_last_commit", "commit"),
    *((key, key) for key in ("number", "tags", "role", "group", "parent")),
)
WRITTEN_LATER = ("Milestones", "Work Items", "Deliverables", "Captured")


def document(entry: Entry) -> str:
    """Return a new document's text, made from nothing but its `started` entry."""
    body = entry.field("body").split("\n") if entry.field("body") else _body(entry)
    return "\n".join([*frontmatter.render(_front(entry)), "", *body, ""])


def _front(entry: Entry) -> dict[str, str | Sequence[str]]:
    moment = timestamps.to_second(entry.at)
    front: dict[str, str | Sequence[str]] = {
        "id": entry.field("id"),
        "shortname": entry.field("shortname"),
        "status": "active",
        "task_ids": entry.field_list("task_ids"),
        "created_at": moment,
        "updated_at": moment,
        "compaction_count": "0",
    }
    for key, field in _WHERE_SET:
        if entry.field(field):
            front[key] = entry.field_list(field) if field == "tags" else entry.field(field)
    return {**front, "last_entry": entry.name or "none"}


def _body(entry: Entry) -> list[str]:
    goal = entry.text
    steps = entry.field_list("steps")
    lines = [f"# Session: {entry.field('title')}"]
    for section in SECTIONS:
        if section in WRITTEN_LATER:
            continue
        lines += ["", f"## {section}"]
        if section.startswith("TL;DR"):
            lines += _tldr(goal, steps)
        elif section == "Context":
            lines += _context(goal)
        elif section == "Progress":
            lines += _progress(steps, entry.at)
        else:
            lines.append(NOTHING)
    return lines


def _tldr(goal: str, steps: Sequence[str]) -> list[str]:
    current = f"{steps[0].partition(chr(10))[0]} (step 1)" if steps else "None"
    states = [f"**Progress**: 0/{len(steps)} steps complete", f"**Current**: {current}", "**Blocker**: None"]
    prose = editing.tame(goal.split("\n")) if goal else [JUST_STARTED]
    return [*prose, "", *states]


def _context(goal: str) -> list[str]:
    first, *rest = (goal or "None currently").split("\n")
    objective = [f"**Objective**: {first}", *("    " + line if line else "" for line in rest)]
    return [*objective, "", "**Key Files**:", NOTHING, "", "**Key Context** (survives compaction):", NOTHING]


def _progress(steps: Sequence[str], instant: int) -> list[str]:
    first = items.render_step(steps[0], instant, current=True) if steps else [NOTHING]
    rest = [line for step in steps[1:] for line in items.render_step(step, instant, current=False)] or [NOTHING]
    return ["### Completed", NOTHING, "", "### In Progress", *first, "", "### Remaining", *rest]
