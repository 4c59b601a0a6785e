"""Replies on a terminal: the same words with headings, labels and marks set off by rich."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

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


def print_reply(text: str) -> None:
    """Print a reply in colour; nothing in it is taken for markup."""
    console = Console(highlight=False, soft_wrap=True)
    for line in text.split("\n"):
        console.print(_styled(line))


def _styled(line: str) -> Text:
    for start, style in _STYLES:
        if line.startswith(start):
            return Text(line, style=style)
    styled = Text(line)
    styled.highlight_regex(r"^\*\*[^*]+\*\*:?", "bold")
    styled.highlight_regex(r"<- CURRENT$", "bold yellow")
    styled.highlight_regex(r"`[^`]+`", "cyan")
    styled.highlight_regex(r"\[x\]", "green")
    styled.highlight_regex(r"\b(active|completed)\b", "green")
    styled.highlight_regex(r"\b(paused|abandoned)\b", "yellow")
    return styled
