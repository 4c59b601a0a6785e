"""Work items as lines of a document and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import texts
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import structure

from session_journal import changes, drafts, session, timestamps, workitems
from session_journal.document import Document
from session_journal.errors import Ambiguous, Refused
from session_journal.workitems import WorkItem

DOCUMENT = Document.parse((Path(__file__).parent / "data" / "document.md").read_text(), "document.md")
NOW = timestamps.parse("2026-02-16T17:31:05Z") or 0
KEYS = st.text("abcXYZ019_-.", min_size=1, max_size=8).filter(
    lambda key: any(c.isalnum() for c in key) and key not in workitems.RESERVED
)


def one_line(text: str) -> str:
    """Return a text as a value of metadata: on one line."""
    return " ".join(text.split("\n")).strip()


@settings(max_examples=120)
@given(texts, st.dictionaries(KEYS, texts.map(one_line), max_size=3), texts)
def test_any_item_is_read_back(text: str, meta: dict[str, str], reason: str) -> None:
    """Text, metadata and reason come back through every status, and no heading appears or goes."""
    text, reason = text.strip(" \t\n"), reason.strip()
    if not text.strip() or not reason:
        return
    value = session.read(DOCUMENT)
    entry = drafts.item_added(NOW, value, "impl", text, meta, ("impl",))
    document = changes.apply(DOCUMENT, entry)
    for action in ("start", "drop"):
        value = session.read(document)
        (found,) = value.work_items
        assert (found.text, dict(found.meta)) == (text, meta)
        entry = drafts.item_moved(NOW, value, action, found.id, reason if action == "drop" else "")
        document = Document.parse(changes.apply(document, entry).text)
    (found,) = session.read(document).work_items
    assert (found.text, dict(found.meta), found.reason, found.status) == (text, meta, reason, "dropped")
    assert [heading for heading in structure(document) if heading[1] != "Work Items"] == structure(DOCUMENT)


def test_an_id_tells_type_and_time() -> None:
    """`IMPL-20260216-173105-K2N4` is of type impl and was added at that second."""
    made = workitems.new_id("impl", NOW, ())
    assert made.startswith("IMPL-20260216-173105-")
    assert workitems.is_id(made)
    one = WorkItem(id=made, text="x")
    assert (one.type, one.added) == ("impl", NOW)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "IMPL",
        "impl-20260216-173105-k2n4",
        "IMPL-2026021-173105-K2N4",
        "IMPL-20260216-17310X-K2N4",
        "IMPL-20260216-173105-K2N4-X",
        "IMPL-20260216-173105-K2",
    ],
)
def test_what_is_no_id(text: str) -> None:
    """Anything else at the beginning of a list item makes no work item of it."""
    assert not workitems.is_id(text)
    document = Document.parse(DOCUMENT.text + f"\n## Work Items\n- [ ] {text}: by hand\n")
    assert session.read(document).work_items == ()


@pytest.mark.parametrize("head", [" (", " (a", " (a=", ' (a="', " (=1)", ' (a="b")x', " (a=b))"])
def test_a_broken_head_is_left_alone(head: str) -> None:
    """Brackets that a person broke neither fail nor lose the line."""
    line = f"- [ ] IMPL-20260216-173105-K2N4{head}: text"
    document = Document.parse(DOCUMENT.text + f"\n## Work Items\n{line}\n")
    assert len(session.read(document).work_items) <= 1
    after = changes.apply(document, drafts.item_added(NOW, session.read(document), "", "new", {}, ("task",)))
    assert line in after.text


def test_an_item_is_found_by_a_part_of_its_id_or_text() -> None:
    """The ID goes before the text, one that is open before one that is not; several open ones are ambiguous."""
    known = [
        WorkItem(id="IMPL-20260216-173105-K2N4", text="Write the parser", status="done"),
        WorkItem(id="IMPL-20260216-173106-P9QX", text="Write the lexer"),
        WorkItem(id="TEST-20260216-173107-7RWD", text="Test impl"),
    ]
    assert workitems.find("k2n4", known).id.endswith("K2N4")
    assert workitems.find("IMPL", known).id.endswith("P9QX")
    assert workitems.find("lexer", known).id.endswith("P9QX")
    with pytest.raises(Ambiguous):
        workitems.find("20260216", known)
    with pytest.raises(Refused):
        workitems.find("nothing", known)
