"""The few things we must know of a Markdown text: where its headings and top-level list items are.

It follows CommonMark for what decides that: a `#` in a fenced block, an HTML comment or a list item is no
heading. A full parser costs seven times a hook's start; tests hold this one to markdown-it-py's answers.
"""

from __future__ import annotations

from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Heading(Value):
    """`## Text`: its level (1 to 6), its text and its line."""

    level: int
    text: str
    line: int


class Item(Value):
    """A list item: `first` to before `end`; `offset` is where its content starts on its first line."""

    first: int
    end: int
    offset: int
    marker: str

    def text(self, lines: Sequence[str]) -> str:
        """Return the content with its indentation taken away, lines joined by newlines."""
        rest = [dedent(line, self.offset) for line in lines[self.first + 1 : self.end]]
        return "\n".join([lines[self.first][self.offset :], *rest]).rstrip("\r\n ")


def dedent(line: str, width: int) -> str:
    """Take at most `width` leading spaces away, and a carriage return at the end."""
    line = line.rstrip("\r")
    return line[min(width, len(line) - len(line.lstrip(" "))) :]


def marker_of(line: str) -> tuple[str, int]:
    """Return a list item's marker (`-`, `12.`) and its content's offset; ("", 0) for any other line."""
    indent = len(line) - len(line.lstrip(" "))
    if indent > 3:
        return "", 0
    body = line[indent:]
    if body[:1] in ("-", "*", "+"):
        width = 1
    else:
        width = len(body) - len(body.lstrip("0123456789"))
        if not 0 < width < 10 or body[width : width + 1] not in (".", ")"):
            return "", 0
        width += 1
    after = body[width:].rstrip("\r")
    if after and after[0] not in " \t":
        return "", 0
    if set(body.replace(" ", "").rstrip("\r")) in ({"-"}, {"*"}) and body.count(body[0]) >= 3:
        return "", 0  # a thematic break
    spaces = len(after) - len(after.lstrip(" "))
    return body[:width], indent + width + (spaces if 1 <= spaces <= 4 and after.strip() else 1)


def _fence_of(line: str) -> str:
    """Return the fence that a line opens (three or more backticks or tildes); "" for any other line."""
    body = line.lstrip(" ")
    if len(line) - len(body) > 3 or body[:3] not in ("```", "~~~"):
        return ""
    fence = body[: len(body) - len(body.lstrip(body[0]))]
    return "" if fence[0] == "`" and "`" in body[len(fence) :] else fence


def _closes(line: str, fence: str) -> bool:
    body = line.lstrip(" ").rstrip(" \t\r")
    return len(line) - len(line.lstrip(" ")) <= 3 and body.startswith(fence) and not body.strip(fence[0])


def _heading_of(line: str, index: int) -> Heading | None:
    body = line.strip(" \t\r")
    hashes = len(body) - len(body.lstrip("#"))
    if not 1 <= hashes <= 6 or len(line) - len(line.lstrip(" ")) > 3:
        return None
    if body[hashes : hashes + 1] not in ("", " ", "\t"):
        return None
    text = body[hashes:].strip(" \t")
    bare = text.rstrip("#")
    closed = bare != text and (not bare or bare[-1] in " \t")
    return Heading(level=hashes, text=(bare if closed else text).rstrip(" \t"), line=index)


class _Walk:
    """Goes through the lines and knows which stand at the top level, outside fences and comments."""

    def __init__(self) -> None:
        self._fence = ""
        self._comment = False
        self._offset = 0

    def top_level(self, line: str) -> bool:
        """Take the next line in; tell whether it can be a heading or start a list item."""
        if self._fence:
            if _closes(line, self._fence):
                self._fence = ""
            return False
        if self._comment:
            self._comment = "-->" not in line
            return False
        if not line.strip(" \t\r"):
            return False
        if self._offset and len(line) - len(line.lstrip(" ")) >= self._offset:
            return False
        self._offset = marker_of(line)[1]
        if self._offset:
            return True
        self._fence = _fence_of(line)
        if not self._fence and line.lstrip(" ").startswith("<!--") and line.find("<!--") <= 3:
            self._comment = "-->" not in line
            return False
        return not self._fence


def headings(lines: Sequence[str]) -> Iterator[Heading]:
    """Yield the headings at the top level, in order."""
    walk = _Walk()
    for index, line in enumerate(lines):
        if walk.top_level(line):
            heading = _heading_of(line, index)
            if heading:
                yield heading


def items(lines: Sequence[str], start: int, end: int) -> Iterator[Item]:
    """Yield the top-level list items between two lines; an item ends before blank lines that follow it."""
    walk = _Walk()
    first, offset, marker, last = -1, 0, "", 0
    for index in range(start, end):
        line = lines[index]
        if walk.top_level(line):
            if first >= 0:
                yield Item(first=first, end=last + 1, offset=offset, marker=marker)
            marker, offset = marker_of(line)
            first = index if offset else -1
        if line.strip():
            last = index
    if first >= 0:
        yield Item(first=first, end=last + 1, offset=offset, marker=marker)


def fence_left_open(text: str) -> str:
    """Return the fence that a text opens and does not close; "" when it closes all."""
    fence = ""
    for line in text.split("\n"):
        fence = ("" if _closes(line, fence) else fence) if fence else _fence_of(line)
    return fence
