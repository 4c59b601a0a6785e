"""Replies on a terminal: the same words with headings, labels and marks set off by rich."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_STYLES = (
    ("# ", "bold magenta"),
    ("## ", "bold cyan"),
    ("### ", "bold"),
    ("Session ", "bold green"),
    ("Recorded ", "green"),
    ("Note: ", "yellow"),
    ("Problem: ", "bold red"),
    ("Not fixed: ", "bold red"),
    ("Fixed: ", "green"),
    ("Fine: ", "green"),
    ("Skipped: ", "yellow"),
)


def print_reply(text: str, marks: Sequence[tuple[int, int]] = ()) -> None:
    """Print a reply in colour; nothing in it is taken for markup. `marks` are matches that it marks with stars."""
    console = Console(highlight=False, soft_wrap=True)
    if marks:
        console.print(_matched(text, marks))
        return
    for line in text.split("\n"):
        console.print(_styled(line))


def _styled(line: str) -> Text:
    for start, style in _STYLES:
        if line.startswith(start):
            return Text(line, style=style)
    styled = Text(line)
    if _is_clocked(line):
        return _followed(styled)
    styled.highlight_regex(r"^\*\*[^*]+\*\*:?", "bold")
    styled.highlight_regex(r"<- CURRENT$", "bold yellow")
    styled.highlight_regex(r"`[^`]+`", "cyan")
    styled.highlight_regex(r"\[x\]", "green")
    styled.highlight_regex(r"\b(active|completed)\b", "green")
    styled.highlight_regex(r"\b(paused|abandoned)\b", "yellow")
    return styled


def _matched(text: str, marks: Sequence[tuple[int, int]]) -> Text:
    """Colour the matches of a search, without the stars around them."""
    whole, done = Text(), 0
    for start, end in marks:
        whole.append(text[done:start])
        whole.append(text[start + 2 : end - 2], "bold yellow")
        done = end
    whole.append(text[done:])
    whole.highlight_regex(r"(?m)^\S[^\n]* · [^\n]*$", "cyan")
    whole.highlight_regex(r"(?m)^  (?:session view|\.sessions/)[^\n]*$", "dim")
    return whole


_SESSIONS = ("cyan", "magenta", "blue", "yellow", "green", "bright_cyan", "bright_magenta", "bright_blue")
_KINDS = {"decision": "bold", "discovery": "bold", "blocker": "bold red", "unblock": "green", "done": "green"}


def _is_clocked(line: str) -> bool:
    return line[2:3] == ":" and line[5:6] == ":" and line[8:10] == "  " and line[:2].isdecimal()


def _followed(styled: Text) -> Text:
    """Colour a line of `watch`: the time dimmed, a session always in its own colour, what matters set off."""
    parts = [part for part in styled.plain.split("  ") if part.strip()]
    if len(parts) < 3:  # a line of somebody's text that begins like one of these
        return styled
    clock, shortname, kind = parts[:3]
    styled.stylize("dim", 0, len(clock))
    begin = styled.plain.index(shortname, len(clock))
    colour = _SESSIONS[sum(shortname.strip().encode()) % len(_SESSIONS)]
    styled.stylize(colour, begin, begin + len(shortname))
    begin = styled.plain.index(kind, begin + len(shortname))
    styled.stylize(_KINDS.get(kind.strip(), ""), begin, begin + len(kind))
    return styled
