"""What a document says, in forms that tests can compare."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt

from session_journal import items
from session_journal.document import Document
from session_journal.session import Session


def structure(document: Document) -> list[tuple[str, str]]:
    """Return the top-level headings that CommonMark finds, the decisions' aside: they come and go."""
    tokens = MarkdownIt("commonmark").parse("\n".join(document.lines[document.lines.index("---", 1) + 1 :]))
    found = [
        (token.tag, tokens[place + 1].content)
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0
    ]
    return [(tag, text) for tag, text in found if not (tag == "h3" and text[:1].isdecimal())]


def said(value: Session) -> dict[str, Any]:
    """Return everything that a session says, but for what every entry changes."""
    steps = [(step.text, step.box, step.current) for step in value.steps]
    notes = [(note.text, note.when) for note in value.notes]
    blockers = [(blocker.text, blocker.when) for blocker in value.blockers]
    shown = {
        **value.__dict__,
        "steps": steps,
        "notes": notes,
        "blockers": blockers,
        "discoveries": found_out(value),
    }
    return {key: what for key, what in shown.items() if key not in ("updated", "last_entry", "branch", "commit")}


def found_out(value: Session) -> list[str]:
    """Return the discoveries as they were logged."""
    return [items.untitled(text) for text in value.discoveries]
