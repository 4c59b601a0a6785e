"""Talk that carries nothing: sentences made from the templates of a style, the same for the same seed."""

from __future__ import annotations

import os
import random
import re
from typing import Any

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
MONTHS = ["March", "April", "May", "June", "August", "September", "November"]
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


def style_of(style: str | dict[str, Any]) -> dict[str, Any]:
    """Return a style: the one given, or that of a file in `fillers`."""
    if isinstance(style, dict):
        return style
    with open(os.path.join(HERE, "fillers", f"{style}.yaml"), encoding="utf-8") as file:
        read: dict[str, Any] = yaml.safe_load(file)
    return read


class Filler:
    """A style's sentences with a project's own files, names, people and things in their slots."""

    def __init__(self, style: str | dict[str, Any], project: dict[str, Any], seed: int) -> None:
        self.style = style_of(style)
        self.random = random.Random(seed)  # noqa: S311 (nothing secret)
        files = project["files"]
        self.left: dict[str, list[str]] = {}
        self.slots = {
            "file": files,
            "dir": sorted({os.path.dirname(name) or "." for name in files}),
            "ident": project["idents"],
            "thing": project["things"],
            "person": project["people"],
            "month": MONTHS,
            **self.style.get("slots", {}),
        }

    def agent(self, count: int) -> str:
        """Return `count` sentences of the agent's."""
        return " ".join(self._made("agent") for _ in range(count))

    def person(self) -> str:
        """Return a prompt that asks for nothing in particular."""
        return self._made("person")

    def ending(self) -> str:
        """Return what the agent says at the end of a turn that led nowhere."""
        return self._made("end")

    def output(self, size: int) -> str:
        """Return text as tools print it, about `size` characters."""
        lines = []
        while size > 0:
            name = self.random.choice(self.slots["file"])
            word = self.random.choice(self.slots["thing"])
            number = self.random.randint(1, 999)
            line = f"{number:>5}\t    {word}_{number} = load({name!r}, key={number * 7})  # row {number}"
            lines.append(line)
            size -= len(line)
        return "\n".join(lines)

    def _made(self, kind: str) -> str:
        text = self._drawn(kind)
        while _CHOICE.search(text):
            text = _CHOICE.sub(lambda found: self.random.choice(found.group(1).split("|")), text)
        while _SLOT.search(text):
            text = _SLOT.sub(self._fill, text)
        return re.sub(r"\s+([,.;:?!])", r"\1", " ".join(text.split()))

    def _drawn(self, kind: str) -> str:
        """Draw a template; in a style that says so none comes again before all have been drawn."""
        if not self.style.get("once"):
            return str(self.random.choice(self.style[kind]))
        if not self.left.get(kind):
            self.left[kind] = self.random.sample(self.style[kind], len(self.style[kind]))
        return self.left[kind].pop()

    def _fill(self, found: re.Match[str]) -> str:
        if found.group(1) == "n":
            return str(self.random.choice([2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 17, 23, 31, 42, 58, 120, 340]))
        return str(self.random.choice(self.slots[found.group(1)]))
