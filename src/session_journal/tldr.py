"""The TL;DR of a document: its prose, which is people's, and three lines that are kept true for them."""

from __future__ import annotations

from . import editing, session
from .document import Document

LATEST = "Latest, from the last compaction's summary:"


def refresh(document: Document) -> Document:
    """Return the document with the three state lines of its TL;DR true."""
    value = session.read(document)
    states = {
        "Progress": f"{value.done_count}/{len(value.steps)} steps complete",
        "Current": f"{value.current[1].headline} (step {value.current[0]})" if value.current else "None",
        "Blocker": _blocker_line(value),
    }
    document = document.with_section("TL;DR")
    for label in session.STATE_LABELS:
        document = _with_state(document, label, f"**{label}**: {states[label]}")
    return document


def _blocker_line(value: session.Session) -> str:
    if not value.blockers:
        return "None"
    more = f" (+{len(value.blockers) - 1} more)" if len(value.blockers) > 1 else ""
    return value.blockers[-1].headline + more


def _with_state(document: Document, label: str, line: str) -> Document:
    part = editing.existing(document, "TL;DR")
    for index in range(part.start, part.end):
        if document.lines[index].startswith(f"**{label}**:"):
            if document.lines[index].rstrip() == line.rstrip():
                return document
            return document.with_lines(index, index + 1, [line])
    end = editing.last_line(document, part)
    above = document.lines[end - 1]
    gap = [""] if end > part.start and not session.is_state_line(above) else []
    return document.with_lines(end, end, [*gap, line])


def with_prose(document: Document, text: str) -> Document:
    """Return the document with the prose of its TL;DR replaced; the state lines below stay."""
    document = document.with_section("TL;DR")
    part = editing.existing(document, "TL;DR")
    end = part.start
    while end < part.end and not session.is_state_line(document.lines[end]):
        end += 1
    return document.with_lines(part.start, end, [*editing.tame(prose(text)), ""])


def prose(text: str) -> list[str]:
    """Return the lines of a TL;DR without the three that the plugin writes itself."""
    return [line for line in text.strip("\n").split("\n") if not session.is_state_line(line)]


def with_summary(document: Document, text: str, over: str) -> Document:
    """Put a summary's TL;DR in the place of `over`, what the plugin itself had written there.

    Prose that a person wrote since stays; the summary's words then stand below it, marked as such.
    """
    present = session.read(document).tldr
    if present in ("", over):
        return with_prose(document, text)
    kept = [paragraph for paragraph in present.split("\n\n") if not paragraph.startswith(LATEST)]
    return with_prose(document, "\n\n".join([*kept, f"{LATEST} {text}"]))
