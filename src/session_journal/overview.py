"""`.sessions/JOURNAL.md`: all sessions for people to read, newest first, with an index by date, name and tag.

What stands between the two marks is made anew each time; everything around them is the person's and stays.
"""

from __future__ import annotations

from . import brief, framing, items, timestamps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .session import Session

NAME = "JOURNAL.md"
_SNAPSHOT = "As it was when it was written: a document moves when its session ends, `session journal` follows."
BEGIN = "<!-- session-journal: what follows is made anew, write above or below -->"
END = "<!-- session-journal: end -->"


def render(sessions: Sequence[tuple[Session, str]]) -> str:
    """Return the part between the marks, from sessions with their documents' paths (relative to `.sessions`)."""
    newest = sorted(sessions, key=lambda pair: -pair[0].created)
    lines = ["# Journal", "", _SNAPSHOT, "", *_index(newest)]
    month = ""
    for value, path in newest:
        begun = timestamps.to_minute(value.created)
        if begun[:7] != month:
            month = begun[:7]
            lines += ["", f"## {month}"]
        lines += ["", *_session(value, path)]
    return framing.visible("\n".join(lines))


def _index(sessions: Sequence[tuple[Session, str]]) -> list[str]:
    """Return the quick reference: a table by date, then the names in order, then the tags."""
    lines = ["## Quick reference", "", "| date | number | session | status | steps |", "|---|---|---|---|---|"]
    for value, path in sessions:
        steps = f"{value.done_count}/{len(value.steps)}"
        date = timestamps.to_minute(value.created)[:10]
        link = f"[{_cell(value.shortname)}]({path.replace(' ', '%20')})"
        lines.append(f"| {date} | {value.number or '-'} | {link} | {value.status} | {steps} |")
    names = sorted({f"`{value.shortname}`" for value, _ in sessions})
    lines += ["", f"**By name**: {', '.join(names) or 'none'}"]
    for tag in sorted({tag for value, _ in sessions for tag in value.tags}):
        tagged = ", ".join(f"`{value.shortname}`" for value, _ in sessions if tag in value.tags)
        lines += ["", f"**{_cell(tag)}**: {tagged}"]
    return lines


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _session(value: Session, path: str) -> list[str]:
    number = f"#{value.number} " if value.number else ""
    lines = [f"### {number}{items.headline(value.title, 100)}", ""]
    dates = f"{timestamps.to_minute(value.created)} to {timestamps.to_minute(value.updated)}"
    lines.append(
        f"{value.shortname} ({value.tracking_id}), {value.status}, {dates}, [{path}]({path.replace(' ', '%20')})"
    )
    prose = " ".join(value.tldr.split())
    if prose:
        lines += ["", prose]
    lines += [f"- decided: {brief.decision(d)}".replace("\n", " ") for d in value.decisions]
    lines += [f"- found: {items.untitled(text)}".replace("\n", " ") for text in value.discoveries]
    return lines


def into(text: str, part: str) -> str:
    """Return a file's text with the part between the marks replaced; without marks it goes to the end."""
    block = f"{BEGIN}\n\n{part}\n\n{END}"
    before, begin, rest = text.partition(BEGIN)
    if not begin:
        gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
        return f"{text}{gap}{block}\n"
    _, end, after = rest.partition(END)
    return before + block + (after if end else "\n")
