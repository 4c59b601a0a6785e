"""A document made anew from nothing but its journal, as the entries' order gives it; pure."""

from __future__ import annotations

from . import changes, template
from .document import Document
from .errors import Problem, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .journal import Entry


def document_from(entries: Iterable[Entry]) -> str:
    """Return the text of the document that these entries make, oldest first.

    An entry that does not fit what stands before it, as after another one was lost, is left out; it stays in the
    journal. Raises Refused where no `started` entry says what the session is.
    """
    kept = list(entries)
    started = next((entry for entry in kept if entry.kind == "started"), None)
    if started is None:
        raise Refused("The journal has no `started` entry, so the document cannot be made from it.")
    document = Document.parse(template.document(started))
    later = [entry for entry in kept if entry is not started]
    try:
        return changes.apply_all(document, later).text
    except Problem:
        return _as_far_as_they_fit(document, later).text


def _as_far_as_they_fit(document: Document, entries: Iterable[Entry]) -> Document:
    for entry in entries:
        try:
            document = changes.apply(document, entry)
        except Problem:
            continue
    return document
