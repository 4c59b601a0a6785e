"""How the demo is laid out: scenes, and lines with a word in front that says who types, sees or is given them."""

from __future__ import annotations

import textwrap

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WIDTH = 96
_LABEL = 16
_STYLES = {
    "you type": "bold green",
    "you see": "bold yellow",
    "Claude says": "bold magenta",
    "Claude runs": "bold magenta",
    "Claude gets": "bold cyan",
    "compactor gets": "bold cyan",
    "its summary": "bold magenta",
}


class Stage:
    """Prints the demo on a console; plain where the console is no terminal.

    `between` is called before a scene opens, with what comes next.
    """

    def __init__(self, console: Console, between: Callable[[str], None] = lambda _: None) -> None:
        self._console = console
        self._between = between

    def heading(self, text: str) -> None:
        """Open a scene."""
        self._console.print()
        self._between(text)
        self._console.print(Rule(Text(text, style="bold"), align="left", style="dim"), width=self._width)

    def narrate(self, text: str) -> None:
        """Say something that is no part of the play."""
        self._console.print(Text(textwrap.fill(text, self._width), style="italic"), soft_wrap=True)

    def line(self, who: str, text: str, style: str = "") -> None:
        """Show who types, sees or is given a text; `who` is "" where the last one goes on."""
        lines = [(part, _style(line)) for line in text.split("\n") for part in self._wrapped(line)]
        for place, (part, own) in enumerate(lines):
            label = Text.assemble((who if not place else "", _STYLES.get(who, "")))
            label.pad_right(_LABEL - len(label) if part else 0)
            self._console.print(label.append(part, style or own), soft_wrap=True)

    def plain(self, text: str, style: str = "") -> None:
        """Print a line as it is, to be copied."""
        self._console.print(Text(text, style=style), soft_wrap=True)

    def _wrapped(self, line: str) -> list[str]:
        room = self._width - _LABEL
        return textwrap.wrap(line, room, subsequent_indent="  ", break_on_hyphens=False) or [""]

    @property
    def _width(self) -> int:
        return min(self._console.width, WIDTH)


def _style(line: str) -> str:
    if line.startswith("## "):
        return "bold"
    return "dim" if line == "⋮" else ""


def excerpt(brief: str, titles: Sequence[str]) -> str:
    """Return the lines of a brief's sections whose titles begin so, `⋮` for what is left out."""
    shown: list[str] = []
    for section in ("\n" + brief.rstrip("\n")).split("\n## ")[1:]:
        if section.startswith(tuple(titles)):
            shown.append("## " + section.rstrip("\n"))
        elif not shown or shown[-1] != "⋮":
            shown.append("⋮")
    return "\n".join(shown)
