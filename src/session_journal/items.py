"""The list items of a document: steps, notes, discoveries and blockers, as text <-> lines.

An item's time stands in parentheses at the end of its first line, `<- CURRENT` behind it; further lines of a
text are indented under the first, so whatever a text holds, it stays inside its item.
"""

from __future__ import annotations

from . import markdown, timestamps
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .document import Part

MARK = "<- CURRENT"
_MARK_GAP = " " * 10
_STAMP_LENGTH = len("(2025-01-15T10:30)")


class ListItem(Value):
    """What an item says.

    `box` is " ", "x" or "" (none); `when` the instant in its parentheses; `place` its lines in the document.
    """

    text: str
    box: str = ""
    current: bool = False
    when: int | None = None
    place: markdown.Item

    @property
    def done(self) -> bool:
        """Whether its box is checked."""
        return self.box == "x"

    @property
    def headline(self) -> str:
        """The first line of its text."""
        return self.text.partition("\n")[0]


def read(part: Part | None) -> list[ListItem]:
    """Return the items of a part; an absent part has none."""
    if part is None:
        return []
    return [_read(item.text(part.lines), item) for item in part.items()]


def _read(raw: str, place: markdown.Item) -> ListItem:
    first, newline, rest = raw.partition("\n")
    box = ""
    if first[:1] == "[" and first[2:3] == "]" and first[1:2] in " xX" and first[3:4] in ("", " "):
        box, first = first[1].lower(), first[4:]
    bare = first.rstrip()
    current = bare.endswith(MARK)
    if current:
        bare = bare[: -len(MARK)].rstrip()
    text, when = split_stamp(bare)
    return ListItem(text=text + newline + rest, box=box, current=current, when=when, place=place)


def split_stamp(text: str) -> tuple[str, int | None]:
    """Split `text (2025-01-15T10:30)` into the text and the instant; None where no time stands there."""
    stamp = text[-_STAMP_LENGTH:]
    if stamp[:1] == "(" and stamp[-1:] == ")" and stamp[11:12] == "T":
        when = timestamps.parse(stamp[1:-1])
        if when is not None:
            return text[:-_STAMP_LENGTH].rstrip(), when
    return text, None


def stamp(instant: int) -> str:
    """Return the time as it stands behind an item's first line."""
    return f" ({timestamps.to_minute(instant)})"


def render(marker: str, text: str, behind: str = "") -> list[str]:
    """Return an item's lines: `- text`, with `behind` at the end of the first and the others indented."""
    first, *rest = text.split("\n")
    head = f"{marker} {first}{behind}"
    if not markdown.marker_of(head)[1]:  # a text of dashes alone would be a rule across the page
        head = f"{marker} \\{first}{behind}"
    indent = " " * (len(marker) + 1)
    return [head, *(indent + line if line else "" for line in rest)]


def render_step(text: str, *, current: bool) -> list[str]:
    """Return an open step's lines, with the mark where it is the current one."""
    return render("-", f"[ ] {text}", _MARK_GAP + MARK if current else "")


def marked(lines: Sequence[str], *, current: bool) -> list[str]:
    """Return a step's lines with the mark put on or taken off; everything else as it is."""
    first = lines[0].rstrip()
    if first.endswith(MARK):
        first = first[: -len(MARK)].rstrip()
    return [first + (_MARK_GAP + MARK if current else ""), *(line.rstrip("\r") for line in lines[1:])]


def checked(lines: Sequence[str], instant: int) -> list[str]:
    """Return a step's lines with its box checked and the time behind; its mark goes."""
    first, *rest = marked(lines, current=False)
    bare, when = split_stamp(first)
    if when is None:
        bare = first
    return [bare.replace("[ ]", "[x]", 1) + stamp(instant), *rest]


def headline(text: str, limit: int = 60) -> str:
    """Return a short title for a text: its first line, cut at a clause or a word within `limit` characters."""
    line = " ".join(text.strip().partition("\n")[0].split())
    if len(line) <= limit:
        return line.rstrip(" .;,:")
    for separator in (". ", "; ", ": ", " - ", " – ", ", "):
        head, found, _ = line.partition(separator)
        if found and 8 <= len(head) <= limit:
            return head
    return line[:limit].rpartition(" ")[0] or line[:limit]


def titled(text: str) -> tuple[str, str]:
    """Split a discovery into the title in front and what follows it.

    `Lock ordering: …` has its title already; a short text is all title; any other gets its beginning as a title
    in front of the whole of it.
    """
    title, colon, body = text.partition(": ")
    if colon and body and len(title) <= 40 and title.replace(" ", "").replace("-", "").isalnum():
        return title, body
    short = headline(text)
    if short == text and "*" not in text:
        return text, ""
    return short.replace("*", ""), text


def untitled(text: str) -> str:
    """Return a discovery's text from its item: without its time, and without a title that only repeats it."""
    if not text.startswith("**"):
        return split_stamp(text)[0]
    title, bold, rest = text[2:].partition("**")
    head, colon, body = rest.partition(":")
    if not bold or not colon or split_stamp(head)[0].strip():
        head, colon, body = rest[: _STAMP_LENGTH + 1], ":", rest[_STAMP_LENGTH + 2 :]
    if not bold or split_stamp(head)[1] is None:
        return text
    body = body.removeprefix(" ")
    return body if body.replace("*", "").startswith(title) else f"{title}: {body}" if body else title
