"""The list items of a document: steps, notes, discoveries and blockers, as text <-> lines.

An item's time stands in parentheses at the end of its first line, `<- CURRENT` behind it; further lines of a
text are indented under the first, so whatever a text holds, it stays inside its item. A text that would itself be
taken for a box or a rule gets a backslash before it, one that ends like a time or the mark gets a time behind it.
"""

from __future__ import annotations

from . import document, markdown, timestamps
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .document import Part
    from .journal import Entry

MARK = "<- CURRENT"
_MARK_GAP = " " * 10
_STAMP_LENGTH = len("(2025-01-15T10:30)")
_LATER = ", recorded later"


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
    box, current, when, text = _taken_apart(raw)
    return ListItem(text=text, box=box, current=current, when=when, place=place)


_KNOWN: dict[str, tuple[str, bool, int | None, str]] = {}
_MOST = 50_000
"""Items that are remembered: a document is read several times in one call, and few of its items change."""


def _taken_apart(raw: str) -> tuple[str, bool, int | None, str]:
    """Return an item's box, whether it has the mark, its time and its text."""
    known = _KNOWN.get(raw)
    if known is None:
        if len(_KNOWN) > _MOST:
            _KNOWN.clear()
        known = _KNOWN[raw] = _take_apart(raw)
    return known


def _take_apart(raw: str) -> tuple[str, bool, int | None, str]:
    first, newline, rest = raw.partition("\n")
    box = ""
    if _has_box(first):
        box, first = first[1].lower(), first[4:]
    first, current = _split_mark(first)
    text, when = split_stamp(first)
    if not box and text[:1] == "\\" and _needs_backslash(text):
        text = text[1:]
    return box, current, when, text + newline + rest


def _has_box(text: str) -> bool:
    return text[:1] == "[" and text[2:3] == "]" and text[1:2] in " xX" and text[3:4] in ("", " ")


def _needs_backslash(text: str) -> bool:
    """Tell whether a text would be a box or a rule; backslashes before such a text count as one of it."""
    bare = text.lstrip("\\")
    return _has_box(bare) or set(bare.replace(" ", "")) == {"-"}


def _split_mark(text: str) -> tuple[str, bool]:
    """Split the mark off the end of a line; tell whether it was there."""
    bare = text.rstrip()
    if not bare.endswith(MARK):
        return text, False
    bare = bare[: -len(MARK)]
    return (bare[: -len(_MARK_GAP)] if bare.endswith(_MARK_GAP) else bare.rstrip()), True


def split_stamp(text: str) -> tuple[str, int | None]:
    """Split `text (2025-01-15T10:30)` into the text and the instant; None where no time stands there."""
    bare = text.rstrip()
    bare = bare[: -len(_LATER) - 1] + ")" if bare.endswith(_LATER + ")") else bare
    stamp = bare[-_STAMP_LENGTH:]
    if stamp[:1] == "(" and stamp[-1:] == ")" and stamp[11:12] == "T":
        when = timestamps.parse(stamp[1:-1])
        if when is not None:
            return bare[:-_STAMP_LENGTH].removesuffix(" "), when
    return text, None


def stamp(instant: int, *, later: bool = False) -> str:
    """Return the time as it stands behind an item's first line; `later` where it was recorded after the fact."""
    return f" ({timestamps.to_minute(instant)}{_LATER if later else ''})"


def stamp_of(entry: Entry) -> str:
    """Return the time of an entry as it stands behind its item's first line."""
    return stamp(entry.at, later=bool(entry.field("recorded_at")))


def guard(text: str, instant: int) -> str:
    """Return a time to put behind a text that has none, where its own end would be taken for one; else ""."""
    first, newline, _ = text.strip(" \t\n").partition("\n")
    nothing = not newline and document.is_nothing(first)
    return stamp(instant) if nothing or _split_mark(first)[1] or split_stamp(first)[1] is not None else ""


def render(marker: str, text: str, behind: str = "", box: str = "") -> list[str]:
    """Return an item's lines: `- text`, with `behind` at the end of the first and the others indented.

    `box` is " " or "x" for a step. White space around the text is left out: no item can begin with it.
    """
    first, *rest = text.strip(" \t\n").split("\n")
    before = f"[{box}] " if box else "\\" if _needs_backslash(first) else ""
    indent = " " * (len(marker) + 1)
    return [f"{marker} {before}{first}{behind}", *(indent + line if line else "" for line in rest)]


def render_step(text: str, instant: int, *, current: bool) -> list[str]:
    """Return an open step's lines, with the mark where it is the current one."""
    return render("-", text, guard(text, instant) + (_MARK_GAP + MARK if current else ""), box=" ")


def marked(lines: Sequence[str], *, current: bool) -> list[str]:
    """Return a step's lines with the mark put on or taken off; everything else as it is."""
    first = _split_mark(lines[0].rstrip("\r"))[0]
    return [first + (_MARK_GAP + MARK if current else ""), *(line.rstrip("\r") for line in lines[1:])]


def checked(lines: Sequence[str], behind: str) -> list[str]:
    """Return a step's lines with its box checked and a time put behind; its mark goes."""
    first, *rest = marked(lines, current=False)
    bare, _ = split_stamp(first)
    return [bare.replace("[ ]", "[x]", 1) + behind, *rest]


def headline(text: str, limit: int = 60) -> str:
    """Return a short title for a text: its first line, cut at a clause or a word within `limit` characters."""
    line = " ".join(text.strip().partition("\n")[0].split())
    if len(line) <= limit:
        return line.rstrip(" .;,:")
    for separator in (". ", "; ", ": ", " - ", " – ", ", "):
        head, found, _ = line.partition(separator)
        if found and 8 <= len(head) <= limit and head.count("[") <= head.count("]"):  # not inside of a mask
            return head
    return line[:limit].rpartition(" ")[0] or line[:limit]


def render_discovery(marker: str, text: str, when: str) -> list[str]:
    """Return a discovery's lines: `**title** (time): text`.

    `Lock ordering: …` has its title already; a short text is all title; any other gets its beginning as a title
    in front of the whole of it.
    """
    text = text.strip(" \t\n")
    title, colon, body = text.partition(": ")
    words = title.replace(" ", "").replace("-", "").isalnum() and title.strip() == title
    if not (colon and body and words and len(title) <= 40 and _title_of(body) != title):
        title, body = _title_of(text), text
        if "\n" not in text and "*" not in text and len(text) <= 100:
            title, body = text, ""
    return render(marker, f"**{title}**{when}" + (f": {body}" if body else ""))


def _title_of(text: str) -> str:
    return headline(text).replace("*", "").strip() or "Found"


def untitled(text: str) -> str:
    """Return a discovery's text from its item: without its time, and without a title that only repeats it."""
    if not text.startswith("**"):
        first, newline, rest = text.partition("\n")
        return split_stamp(first)[0] + newline + rest
    title, _, rest = text[2:].partition("**")
    behind = rest.find(")") + 1
    before, when = split_stamp(rest[:behind])
    if when is None or before.strip():
        return text
    rest = rest[behind:]
    if not rest.startswith(":"):
        return title + rest
    body = rest[1:].removeprefix(" ")
    return body if _title_of(body) == title else f"{title}: {body}"
