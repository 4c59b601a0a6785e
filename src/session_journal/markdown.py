"""The few things we must know of a Markdown text: where its headings and top-level list items are.

It follows CommonMark for what decides that: a `#` in a fenced block, an HTML comment or a list item is no
heading. A full parser costs seven times a hook's start; tests hold this one to markdown-it-py's answers.
"""

from __future__ import annotations

from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_UNCLEAR = ("", " ", "\t", "\r", "-")
"""What behind `- ` may make it something else than an item whose content begins there."""


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
        return "\n".join([_content(lines[self.first], self.marker, self.offset), *rest]).rstrip("\r\n ")


def indent_of(line: str) -> int:
    """Return how many columns stand before a line's text; a tab goes to the next multiple of four."""
    bare = line.lstrip(" ")
    if bare[:1] != "\t":
        return len(line) - len(bare)
    white = line[: len(line) - len(line.lstrip(" \t"))]
    return len(white.expandtabs(4))


def dedent(line: str, width: int) -> str:
    """Take at most `width` leading columns away, and a carriage return at the end."""
    line = line.rstrip("\r")
    bare = line.lstrip(" ")
    if bare[:1] == "\t" and len(line) - len(bare) < width:
        line = " " * indent_of(line) + line.lstrip(" \t")
    return line[min(width, len(line) - len(line.lstrip(" "))) :]


def marker_of(line: str) -> tuple[str, int]:
    """Return a list item's marker (`-`, `12.`) and its content's offset; ("", 0) for any other line."""
    if line[:2] == "- " and line[2:3] not in _UNCLEAR:  # nearly every item
        return "-", 2
    indent = indent_of(line)
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
    spaces = indent_of(" " * (indent + width) + after) - indent - width
    return body[:width], indent + width + (spaces if 1 <= spaces <= 4 and after.strip(" \t") else 1)


def _content(line: str, marker: str, offset: int) -> str:
    """Return what stands behind an item's marker on its line; a tab there may be worth several columns."""
    line = line.rstrip("\r")
    return line[offset:] if "\t" not in line[:offset] else line.lstrip(" ")[len(marker) :].lstrip(" \t")


def _fence_of(line: str) -> str:
    """Return the fence that a line opens (three or more backticks or tildes); "" for any other line."""
    body = line.lstrip(" ")
    if body[:3] not in ("```", "~~~") or len(line) - len(body) > 3:
        return ""
    fence = body[: len(body) - len(body.lstrip(body[0]))]
    return "" if fence[0] == "`" and "`" in body[len(fence) :] else fence


def _closes(line: str, fence: str) -> bool:
    body = line.lstrip(" ").rstrip(" \t\r")
    return len(line) - len(line.lstrip(" ")) <= 3 and body.startswith(fence) and not body.strip(fence[0])


def _heading_of(line: str, index: int) -> Heading | None:
    body = line.strip(" \t\r")
    if body[:1] != "#":
        return None
    hashes = len(body) - len(body.lstrip("#"))
    if hashes > 6 or indent_of(line) > 3:
        return None
    if body[hashes : hashes + 1] not in ("", " ", "\t"):
        return None
    text = body[hashes:].strip(" \t")
    bare = text.rstrip("#")
    closed = bare != text and (not bare or bare[-1] in " \t")
    return Heading(level=hashes, text=(bare if closed else text).rstrip(" \t"), line=index)


class Walk:
    """Goes through the lines and knows which stand at the top level, outside fences and comments."""

    def __init__(self) -> None:
        self.fence = ""  # that the line stands in
        self._comment = False
        self.marker, self.offset = "", 0  # of the item that the line stands in, if any
        self._text = False  # the line before belongs to a paragraph at the top level
        self._empty = False  # the line before is an item's marker and nothing else

    @property
    def is_open(self) -> bool:
        """Whether the next line belongs to a fenced block or a comment, whatever it holds."""
        return bool(self.fence) or self._comment

    def is_inside(self, line: str) -> bool:
        """Tell whether the next line will belong to a fenced block, a comment or a list item that is open."""
        return self.is_open or (self.offset > 0 and indent_of(line) >= self.offset)

    def top_level(self, line: str) -> bool:
        """Take the next line in; tell whether it can be a heading or start a list item."""
        if self.fence:
            if _closes(line, self.fence):
                self.fence = ""
            return False
        if self._comment:
            self._comment = "-->" not in line
            return False
        if not line.strip(" \t\r"):
            self.offset = 0 if self._empty else self.offset
            self._text = False
            return False
        self._empty = False
        if self.offset and indent_of(line) >= self.offset:
            return False
        return self._outside(line)

    def _outside(self, line: str) -> bool:
        """Take in a line that stands in no item."""
        if line[0].isalpha():  # nothing but a paragraph begins with a letter
            self.marker, self.offset, self._text = "", 0, True
            return True
        self.marker, self.offset = marker_of(line)
        content = _content(line, self.marker, self.offset).strip(" \t\r")
        if self._text and self.marker and not _interrupts(self.marker, content):
            self.offset = 0
        if self.offset:
            self._text, self._empty = False, not content
            return True
        self.fence = _fence_of(line)
        if not self.fence and line.lstrip(" ").startswith("<!--") and line.find("<!--") <= 3:
            self._comment = "-->" not in line
            return False
        self._text = not self.fence and self._is_text(line)
        return not self.fence

    def _is_text(self, line: str) -> bool:
        """Tell whether a line that opens no other block belongs to a paragraph."""
        signs = set(line.replace(" ", "").rstrip("\t\r")) if line.lstrip(" ")[0] in "-=*_" else ()
        ends = signs in ({"-"}, {"="}) if self._text else signs in ({"*"}, {"_"}, {"-"})
        return not ends and _heading_of(line, 0) is None and (self._text or indent_of(line) <= 3)


def _interrupts(marker: str, content: str) -> bool:
    """Tell whether an item may stand right below a paragraph: one with content, numbered 1 if at all."""
    return bool(content) and (not marker[:-1] or int(marker[:-1]) == 1)


def left_open(lines: Sequence[str]) -> int | None:
    """Return the index of the line that opens a fenced block or a comment which nothing closes; None for none."""
    walk, opened = Walk(), None
    for index, line in enumerate(lines):
        was_open = walk.is_open
        walk.top_level(line)
        if walk.is_open and not was_open:
            opened = index
    return opened if walk.is_open else None


def headings(lines: Sequence[str], start: int = 0) -> Iterator[Heading]:
    """Yield the headings at the top level from a line on, in order."""
    walk = Walk()
    for index in range(start, len(lines)):
        if walk.top_level(lines[index]):
            heading = _heading_of(lines[index], index)
            if heading:
                yield heading


def shifted(found: Sequence[Heading], by: int) -> list[Heading]:
    """Return headings so many lines further down."""
    return [Heading(level=h.level, text=h.text, line=h.line + by) for h in found] if by else list(found)


def items(lines: Sequence[str], start: int, end: int) -> Iterator[Item]:
    """Yield the top-level list items between two lines; an item ends before blank lines that follow it."""
    walk = Walk()
    first, offset, marker, last = -1, 0, "", 0
    for index in range(start, end):
        line = lines[index]
        if walk.top_level(line):
            if first >= 0:
                yield Item(first=first, end=last + 1, offset=offset, marker=marker)
            marker, offset = walk.marker, walk.offset
            first = index if offset else -1
        if line.strip():
            last = index
    if first >= 0:
        yield Item(first=first, end=last + 1, offset=offset, marker=marker)
