"""The steps of a document: which are open, which is current, and moving them between the subsections."""

from __future__ import annotations

from . import editing, items
from .document import Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .items import ListItem
    from .journal import Entry


def open_steps(document: Document) -> list[ListItem]:
    """Return the open steps, those under way first, then the remaining ones."""
    return [item for item, _ in _all(document) if item.box == " "]


def _all(document: Document) -> list[tuple[ListItem, str]]:
    """Return every item under Progress with its subsection, "" where that is none of ours or none at all."""
    order = ("In Progress", "Remaining", "", "Completed")
    found = []
    for heading, part in document.parts("Progress"):
        name = heading if heading in editing.SUBSECTIONS else ""
        found += [(item, name) for item in items.read(part)]
    return sorted(found, key=lambda pair: order.index(pair[1]))


def _step(document: Document, text: str) -> tuple[ListItem, str] | None:
    """Return the open step with exactly this text, and the subsection it stands in."""
    return next((pair for pair in _all(document) if pair[0].box == " " and pair[0].text == text), None)


def _without(document: Document, item: ListItem, where: str) -> Document:
    if where:
        return editing.remove(document, item, editing.in_progress(where))
    return document.with_lines(item.place.first, item.place.end, [])


def done(document: Document, entry: Entry) -> Document:
    """Check off the step that an entry names, or add its text as completed; the next step becomes current."""
    step = _step(document, entry.field("step")) if entry.field("step") else None
    if step is None:
        document = _without_next(document, entry.field("next"))
        block = items.render("-", entry.text, items.stamp_of(entry), box="x")
    else:
        item, where = step
        block = items.checked(editing.lines_of(document, item), items.stamp_of(entry))
        document = _without(document, item, where)
    document, part = editing.with_subsection(document, "Completed")
    document = editing.put(document, part, block, entry)
    return _promote(document) if step and step[0].current else document


def _promote(document: Document) -> Document:
    """Give the mark to the first step under way, else to the first remaining one."""
    for item, where in _all(document):
        if item.box == " " and where != "Completed":
            return _make_current(document, item, where)
    return document


def with_current(document: Document) -> Document:
    """Give the mark to the first open step where no step has it."""
    marked = any(item.current for item in open_steps(document))
    return document if marked else _promote(document)


def _make_current(document: Document, item: ListItem, where: str) -> Document:
    block = items.marked(editing.lines_of(document, item), current=True)
    if where == "In Progress":
        return document.with_lines(item.place.first, item.place.end, block)
    document = _without(document, item, where)
    document, part = editing.with_subsection(document, "In Progress")
    return editing.append(document, part, block)


def _unmarked(document: Document) -> Document:
    for item, _ in _all(document):
        if item.current:
            block = items.marked(editing.lines_of(document, item), current=False)
            return _unmarked(document.with_lines(item.place.first, item.place.end, block))
    return document


def current(document: Document, entry: Entry) -> Document:
    """Move the mark to the step that an entry names, or to a new step with its text."""
    document = _unmarked(document)
    step = _step(document, entry.field("step")) if entry.field("step") else None
    if step is not None:
        return _make_current(document, *step)
    document, part = editing.with_subsection(document, "In Progress")
    return editing.append(document, part, items.render_step(entry.text, entry.at, current=True))


def _without_next(document: Document, text: str) -> Document:
    for item in items.read(document.section("Next Steps")) if text else []:
        if item.text == text:
            return editing.remove(document, item, editing.in_section("Next Steps"))
    return document
