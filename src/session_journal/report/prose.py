"""A text as HTML: escaped first, then the little Markdown that records hold: code, bold, lists."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from .. import characters

_BOLD = re.compile(r"(?<![\w*])\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*(?![\w*])")
_ITEM = re.compile(r"( {0,8})[-*] (?=\S)")
_GAP = Markup('<span class="gap"></span>')
_LEAD, _LEAD_LINES, _SLACK = 300, 5, 120


def html(text: str) -> Markup:
    """Return a text as HTML that may stand within a paragraph: no element but `b`, `code` and `span`.

    What is no such Markdown, and all between fences, stands as it is.
    """
    if not text:
        return Markup("")
    found: list[Markup] = []
    fenced = joined = False
    for line in characters.clear(text).split("\n"):
        fence = line.lstrip().startswith("```")
        block = None if fence or fenced else _block(line)
        if block is None:
            found.append(escape("\n" if joined else "") + (escape(line) if fence or fenced else _inline(line)))
        elif block != _GAP or found[-1:] != [_GAP]:
            found.append(block)
        joined = block is None
        fenced ^= fence
    return Markup("").join(found)


def _block(line: str) -> Markup | None:
    """Return an item of a list, or an empty line, as what begins and ends a line by itself; None for another."""
    if not line:
        return _GAP
    item = _ITEM.match(line)
    if item is None:
        return None
    deep = " in" if len(item[1]) > 1 else ""
    return Markup('<span class="item{}">{}</span>').format(deep, _inline(line[item.end() :]))


def _inline(line: str) -> Markup:
    """Return a line with what stands between backticks as code, and the rest with its bold words."""
    parts = line.split("`")
    if len(parts) % 2 == 0:
        return _bold(line)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if place % 2 and part.strip() else _bold(part)
        for place, part in enumerate(parts)
    )


def _bold(text: str) -> Markup:
    """Return a text escaped, with what stands between two pairs of asterisks in bold."""
    return Markup("").join(
        Markup("<b>{}</b>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(_BOLD.split(text))
    )


def plain(text: str) -> str:
    """Return a text's words without the marks of Markdown around them, for where there is no HTML."""
    return _BOLD.sub(r"\1", text)


def lead(text: str) -> str:
    """Return the beginning of a long text, to stand for it while it is folded; "" for one that is not long."""
    lines = text.split("\n")
    if len(text) <= _LEAD + _SLACK and len(lines) <= _LEAD_LINES + 1:
        return ""
    short = "\n".join(lines[:_LEAD_LINES])
    cut = short[:_LEAD].rpartition(" ")[0] or short[:_LEAD] if len(short) > _LEAD else short
    if cut.count("**") % 2:  # bold words that are cut in two
        head, _, tail = cut.rpartition("**")
        cut = head + tail
    return cut.rstrip() + " …"
