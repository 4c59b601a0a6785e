"""A document that was changed in places knows of itself what one that is read anew knows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from session_journal.document import Document
from session_journal.errors import Malformed

TEXTS = """## Progress|### Completed|## Next Steps|# One| ## Shifted|- item|- [x] done|12. twelve|  indented|
    deep|```|~~~|<!--|-->|text|===|---|||  ## in an item|-|**Key Context**:|## Context|- None currently|
> quoted|1. one"""
LINES = st.sampled_from([*TEXTS.replace("\n", "").split("|"), "<<<<<<< ours"])
FRONT = ["---", "id: x", "status: active", "---"]
SECTIONS = ("Progress", "Next Steps", "Context")


def facts(document: Document) -> object:
    """Return all that is known of a document's parts."""
    parts = [(name, part) for about in SECTIONS for name, part in document.parts(about)]
    parts += [(name, part) for name in SECTIONS if (part := document.section(name))]
    label = document.labelled("Context", "Key Context")
    parts += [("Key Context", label)] if label else []
    said = []
    for name, part in parts:
        found, highest = part.tail()
        last = [item for item in found if item in part.items()][-1:]
        said.append((name, part.start, part.end, part.all_items(), last, highest if part.items() else 0))
    return document.front, document._headings, document._body, said


@settings(max_examples=300)
@given(
    st.lists(LINES, max_size=30),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4), st.lists(LINES, max_size=4)), max_size=5),
)
def test_a_changed_document_knows_what_a_fresh_one_knows(
    body: list[str], changes: list[tuple[int, int, list[str]]]
) -> None:
    """Whatever is put in or taken out: headings, items and numbers are those of the text as it is then."""
    document = Document([*FRONT, *body])
    for number, (place, count, fresh) in enumerate(changes):
        facts(document)  # so that there is something to remember
        start = min(len(FRONT) + place, len(document.lines))
        end = min(start + count, len(document.lines))
        try:
            document = document.with_lines(start, end, fresh).with_key("mine", str(number) * (number % 3))
        except Malformed:  # conflict marks
            return
        assert facts(document) == facts(Document(document.lines))
