"""What keeps text inside its frame, wherever it is shown: to the agent, in the brief, on a terminal.

`visible` is what all text goes through on its way out; the files keep what was written. `line` and `item` are
for text inside a frame of ours, where nothing in it may look like the frame. On the hot path.
"""

from __future__ import annotations

from . import characters

_SUSPECT = (
    *("&lt", "&#", "&amp;", "%3c", "\\u003", "\\u{3", "\\x3"),
    *(f"{word}{end}" for word in ("human", "assistant", "system") for end in (":", " :", "*", "_")),
)
_ABOVE_ASCII = "＜﹤〈〈⟨《«˂ᐸ❬❮❰⧼≺⪻𝈶：﹕꞉∶"
_OURS = (
    "# session record:",
    "kept by session-journal",
    "left out for length:",
    "[cut here for length",
    "session-journal ran ",
    "session-journal could not run ",
    "the record as it stands:",
    "messages from other sessions of this project",
    "# beside this session",
    "# captured from the conversation",
)
"""How lines of our own frame begin, of headings the last `#` alone."""


def visible(text: str) -> str:
    """Return the text without what cannot be seen, with fake tags and turns of a conversation taken apart."""
    text = characters.clear(text)
    if not _is_suspect(text):
        return text
    from . import tags  # noqa: PLC0415 - most texts need it not

    return tags.taken_apart(text)


def _is_suspect(text: str) -> bool:
    """Tell quickly whether there may be a tag or a turn in the text."""
    if "<" in text.replace("<- ", ""):
        return True
    if not text.isascii():
        above = {c for c in set(text) if not c.isascii()}
        if any(c.isalpha() or c in _ABOVE_ASCII for c in above):
            return True
    small = text.lower()
    return any(sign in small for sign in _SUSPECT)


def line(text: str) -> str:
    """Return the text on one line, for a place in a line of ours."""
    return " ".join(visible(text).split()) if text else ""


def item(text: str, indent: str = "  ") -> str:
    """Return text of an item, with its further lines indented and nothing in it that looks like our structure."""
    return f"\n{indent}".join(_defused(visible(text).split("\n")))


def document(text: str) -> str:
    """Return a document to be shown as it is, but for lines that pass for our own brief or its end."""
    return "\n".join("\\" + row if _is_ours(row.strip()) else row for row in visible(text).split("\n"))


def _defused(rows: list[str]) -> list[str]:
    if len(rows) == 1 and rows[0][:2] == "- ":
        return rows
    pairs = zip(rows, _fenced(rows), strict=True)
    return [_escaped(row) if _is_risky(row.strip(), inside) else row for row, inside in pairs]


def _escaped(row: str) -> str:
    bare = row.lstrip()
    return row[: len(row) - len(bare)] + "\\" + bare


def _fenced(rows: list[str]) -> list[bool | None]:
    """Tell for each row whether it is inside a fenced block; None for a fence that is never closed."""
    inside: list[bool | None] = []
    fence, opened = "", 0
    for place, row in enumerate(rows):
        bare = row.strip() if place else row.lstrip("-+*0123456789.[]x ")
        mark = _fence(bare)
        if not fence:
            fence, opened = mark, place
            inside.append(False)
        else:
            inside.append(True)
            if mark.startswith(fence) and not bare.strip(mark[0]):
                fence = ""
    if fence:
        inside[opened:] = [None if _fence(row.strip()) else False for row in rows[opened:]]
        inside[opened] = None
    return inside


def _fence(bare: str) -> str:
    """Return the row of backticks or tildes that a line begins with, "" for fewer than three."""
    for mark in "`~":
        count = len(bare) - len(bare.lstrip(mark))
        if count >= 3:
            return mark * count
    return ""


def _is_risky(bare: str, inside: bool | None) -> bool:
    """Tell whether a line could pass for structure around it: a heading, an underline, a fence left open."""
    if inside:
        return _level(bare) == 2 or _is_ours(bare)
    if inside is None or (bare and not bare.strip("=")) or (bare and not bare.strip("-")):
        return True
    return _level(bare) > 0 or _is_ours(bare)


def _level(bare: str) -> int:
    """Return how many `#` begin a line, full-width ones too, where they make it a heading; else 0."""
    count = len(bare) - len(bare.lstrip("#＃﹟"))
    return count if count and (len(bare) == count or not bare[count].isalnum()) else 0


def _is_ours(bare: str) -> bool:
    """Tell whether a line begins like one of our frame."""
    level = _level(bare)
    small = " ".join(bare[level:].lower().split()) if level else bare.lower()
    return (f"# {small}" if level else small).startswith(_OURS)
