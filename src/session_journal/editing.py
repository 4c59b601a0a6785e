"""Putting list items and labelled text into a document, and taking items out; every other line stays."""

from __future__ import annotations

from . import document as documents
from . import markdown
from .document import NOTHING, Document, Part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .items import ListItem
    from .journal import Entry

SUBSECTIONS = ("Completed", "In Progress", "Remaining")


def existing(document: Document, section: str) -> Part:
    """Return a section that was just added where it was missing."""
    part = document.section(section)
    if part is None:
        raise AssertionError(f"{section} was just added")
    return part


def last_line(document: Document, part: Part) -> int:
    """Return the index behind the last line of a part that says anything; its start when none does."""
    end = part.end
    while end > part.start and not document.lines[end - 1].strip():
        end -= 1
    return end


def append(document: Document, part: Part, block: Sequence[str]) -> Document:
    """Return the document with an item's lines put behind the last item of a part."""
    found, _ = part.tail()
    said = [item for item in found if not documents.is_nothing(item.text(part.lines))]
    if said:
        return document.with_lines(said[-1].end, said[-1].end, block)
    if found:
        return document.with_lines(found[0].first, found[0].end, block)
    place = max(last_line(document, part), part.start)
    return document.with_lines(place, place, block)


def put(document: Document, part: Part, block: Sequence[str], entry: Entry) -> Document:
    """Return the document with an entry's item behind the others; one recorded later goes to its place in time."""
    if entry.field("recorded_at"):
        from . import items  # noqa: PLC0415 - rarely needed

        for item in items.read(part):
            if item.when is not None and item.when > entry.at:
                return document.with_lines(item.place.first, item.place.first, block)
    return append(document, part, block)


def remove(document: Document, item: ListItem, find: Callable[[Document], Part | None]) -> Document:
    """Return the document without an item's lines; a part that has no item left says so."""
    place = item.place
    before = find(document)
    alone = before is not None and len(before.all_items()) == 1
    return document.with_lines(place.first, place.end, [NOTHING] if alone else [])


def in_section(name: str) -> Callable[[Document], Part | None]:
    """Return what finds a section in any version of a document."""
    return lambda document: document.section(name)


def in_progress(name: str) -> Callable[[Document], Part | None]:
    """Return what finds a subsection of Progress in any version of a document."""
    return lambda document: document.subsection("Progress", name)


def with_subsection(document: Document, name: str) -> tuple[Document, Part]:
    """Return the document with `### name` under Progress, and that part."""
    document = document.with_section("Progress")
    part = document.subsection("Progress", name)
    if part is None:
        document.refuse_open_block()
        outer = existing(document, "Progress")
        later = SUBSECTIONS[SUBSECTIONS.index(name) + 1 :]
        following = [sub for text, sub in document.subheadings("Progress") if text in later]
        place = following[0].start - 1 if following else last_line(document, outer)
        if not following and outer.text() == NOTHING:  # the section was empty until now
            document = document.with_lines(outer.start, place, [f"### {name}", NOTHING])
        else:
            block = [f"### {name}", NOTHING, ""] if following else ["", f"### {name}", NOTHING]
            document = document.with_lines(place, place, block)
        part = document.subsection("Progress", name)
    if part is None:
        raise AssertionError(f"{name} was just added")
    return document, part


def with_label(document: Document, label: str) -> tuple[Document, Part]:
    """Return the document with a block `**label**` under Context, and that part."""
    document = document.with_section("Context")
    part = document.labelled("Context", label)
    if part is None:
        outer = existing(document, "Context")
        place = last_line(document, outer)
        start = outer.start if outer.text() == NOTHING else place
        gap = [""] if start == place and place > outer.start else []
        behind = " (survives compaction)" if label == "Key Context" else ""
        document = document.with_lines(start, place, [*gap, f"**{label}**{behind}:"])
        part = document.labelled("Context", label)
    if part is None:
        raise AssertionError(f"{label} was just added")
    return document, part


def next_number(part: Part) -> int:
    """Return the number that the next item of a numbered list takes."""
    return part.tail()[1] + 1


def lines_of(document: Document, item: ListItem) -> list[str]:
    """Return an item's lines as they stand, without carriage returns."""
    return [line.rstrip("\r") for line in document.lines[item.place.first : item.place.end]]


def labelled(label: str, text: str) -> list[str]:
    """Write `**Label**: text`; four spaces before further lines keep them from being anything but text."""
    first, *rest = text.split("\n")
    return [f"**{label}**: {first}", *("    " + line if line else "" for line in rest)]


def tame(lines: Sequence[str]) -> list[str]:
    """Return prose lines that cannot begin a heading, a rule, a comment or an open fence at the top level.

    What stands in a fenced block or a list item of the prose stays as it is.
    """
    walk, safe = markdown.Walk(), []
    for line in lines:
        if not walk.is_inside(line) and markdown.indent_of(line) < 4 and _is_risky(line.strip(" \t")):
            line = "\\" + line.lstrip(" ")  # noqa: PLW2901
        walk.top_level(line)
        safe.append(line)
    return [*safe, walk.fence] if walk.fence else safe


def _is_risky(bare: str) -> bool:
    """Tell whether a line starts a heading or HTML that an empty line does not end, or underlines one."""
    html = ("<!", "<?", "<script", "<pre", "<style", "<textarea")
    return bare.startswith("#") or bare.lower().startswith(html) or (bare != "" and not bare.strip(" -="))
