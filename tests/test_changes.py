"""What an entry changes in a document, and that nothing else changes, whatever the entry's text holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hostile import NAMED, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import said, structure

from session_journal import changes, drafts, matching, session, timestamps
from session_journal.document import Document
from session_journal.errors import Malformed
from session_journal.journal import Entry
from session_journal.session import Session

DOCUMENT = Document.parse((Path(__file__).parent / "data" / "document.md").read_text(), "document.md")
STEPS = ("Implement fix", "Add regression test", "Complete mutex implementation in sweeper.go")
NOW = timestamps.parse("2025-01-16T09:00:00Z") or 0
TEXTS = [pytest.param(text, id=name) for name, text in NAMED.items()]
kinds = pytest.mark.parametrize(
    "kind", ["progress", "done", "next", "decision", "discovery", "blocker", "note", "current"]
)


def logged(document: Document, kind: str, text: str, **fields: str) -> Document:
    """Return the document after a text was logged."""
    if kind == "decision":
        fields = {"rationale": "because", **fields}
    entry = drafts.logged(kind, text, NOW, session.read(document), document, fields)
    return Document.parse(changes.apply(document, entry).text, "after.md")


def bare(text: str) -> str:
    """Return what of a text a list item can show: white space around it is none of its content."""
    return text.strip()


def expected(before: Session, kind: str, text: str) -> dict[str, Any]:
    """Return what a session says once a text was logged."""
    now = said(before)
    minute = NOW // timestamps.MINUTE * timestamps.MINUTE
    steps = list(now["steps"])
    added = {
        "progress": ("notes", (text, minute)),
        "blocker": ("blockers", (text, minute)),
        "discovery": ("discoveries", text),
        "next": ("next_steps", text),
        "note": ("key_context", text),
    }
    if kind in added:
        name, item = added[kind]
        now[name] = type(now[name])([*now[name], item])
    if kind == "done":
        now["steps"] = [steps[0], (text, "x", False), *steps[1:]]
    if kind == "current":
        now["steps"] = [steps[0], (steps[1][0], " ", False), (text, " ", True), *steps[2:]]
    return now


@kinds
@pytest.mark.parametrize("text", TEXTS)
def test_any_text_arrives_and_changes_nothing_else(kind: str, text: str) -> None:
    """A text reads back as it was, every other thing the document says stays, and so do its sections."""
    check(kind, text)


@settings(max_examples=150)
@given(st.sampled_from(["progress", "done", "next", "decision", "discovery", "blocker", "note", "current"]), texts)
def test_made_up_texts_arrive_as_well(kind: str, text: str) -> None:
    """The same holds for texts put together from all that means something in Markdown or in our documents."""
    check(kind, text)


def check(kind: str, text: str) -> None:
    """Log a text to the sample document and compare all that it says, and its headings."""
    text = bare(text)
    before = session.read(DOCUMENT)
    if kind in ("done", "current") and any(matching.fold(text) in matching.fold(known) for known in STEPS):
        return  # it names one of the steps
    document = logged(DOCUMENT, kind, text)
    after = session.read(document)
    assert structure(document) == structure(DOCUMENT)
    if kind == "decision":
        assert after.decisions[-1].choice == text
        assert after.replace(decisions=after.decisions[:-1]).decisions == before.decisions
        after = after.replace(decisions=before.decisions)
    assert said(after) == expected(before, kind, text)


def test_a_progress_section_that_a_code_block_swallows_is_named() -> None:
    """Where a code block in Progress is never closed, logging is refused with its line instead of guessing."""
    document = Document.parse(DOCUMENT.text.replace("### Completed", "```\n### Completed"), "some.md")
    with pytest.raises(Malformed, match="nothing closes"):
        logged(document, "progress", "x")


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_can_be_a_tldr(text: str) -> None:
    """Whatever the prose holds, the sections below it stay sections, and its words are all there."""
    after = Document.parse(changes.apply(DOCUMENT, Entry(kind="checkpoint", at=NOW, fields={"tldr": text})).text)
    assert structure(after) == structure(DOCUMENT)
    assert said(session.read(after).replace(tldr="")) == said(session.read(DOCUMENT).replace(tldr=""))
    if "**Progress**" not in text:
        assert [word for word in text.split() if word.isalnum() and word not in session.read(after).tldr] == []


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_can_be_context(text: str) -> None:
    """Whatever is kept as context reads back as it was, once, and leaves the rest alone."""
    entry = Entry(kind="checkpoint", at=NOW, fields={"context": [text, "last"]})
    after = Document.parse(changes.apply(changes.apply(DOCUMENT, entry), entry).text)
    before = session.read(DOCUMENT)
    assert structure(after) == structure(DOCUMENT)
    assert said(session.read(after)) == said(before.replace(key_context=(*before.key_context, bare(text), "last")))


@pytest.mark.parametrize("text", TEXTS)
def test_any_step_can_be_done_and_moved(text: str) -> None:
    """A step with any text takes the mark, gives it away, is checked off, and reads the same throughout."""
    document = logged(DOCUMENT, "current", "§" + text)
    document = logged(document, "current", "zzz-other")
    assert [step.text for step in session.read(document).steps if step.current] == ["zzz-other"]
    document = logged(document, "done", bare("§" + text))
    assert [(s.text, s.done) for s in session.read(document).steps if s.text[0] == "§"] == [
        (bare("§" + text), True)
    ]
    assert structure(document) == structure(DOCUMENT)


@pytest.mark.parametrize("text", TEXTS)
def test_any_blocker_can_be_lifted(text: str) -> None:
    """A blocker with any text is lifted by that text, and nothing else is."""
    document = logged(logged(DOCUMENT, "blocker", "another"), "blocker", text)
    document = logged(document, "unblock", bare(text))
    assert [blocker.text for blocker in session.read(document).blockers] == ["another"]
    assert structure(document) == structure(DOCUMENT)
