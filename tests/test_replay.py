"""A session's journal is enough to make its document: all entries in order, from the first one."""

from __future__ import annotations

import pytest
from hostile import NAMED
from workshop import Workshop

from session_journal import changes, template
from session_journal.document import Document

TEXTS = ("issue", "fenced", "headings", "rule", "box-done", "surrounding-spaces", "emoji")


def rebuilt(workshop: Workshop) -> str:
    """Return the document that the journal alone makes."""
    first, *later = workshop.entries()
    document = Document.parse(template.document(first))
    for entry in later:
        document = changes.apply(document, entry)
    return document.text


@pytest.mark.parametrize(
    "words", [{"steps": "One; Two"}, {"template": "bug", "tag": "a,b", "role": "Ops: all", "number": "7"}]
)
@pytest.mark.parametrize("text", [NAMED.get(name, name) for name in TEXTS])
def test_the_journal_makes_the_document(empty: Workshop, words: dict[str, str], text: str) -> None:
    """After records of all kinds, in an order of everyday, replaying them gives the document byte for byte."""
    run = empty.run
    run("init", "x", goal=text, words=words)
    run("log", milestone=[text, "Second"], test=text, passed="1", failed="1", deliverable=text, category="testing")
    item = run("item", "add", rest=text, meta=[f"k={' '.join(text.split())}", "size=3"]).data["id"]
    run("item", "start", rest=item)
    run("log", reached="M1", done=text, progress=text, decision=text, rationale=text, discovery=text, blocker=text)
    run("log", progress="Earlier", at="2020-01-01T10:00Z")
    run("log", unblock="1", note=text, next=text, current=words.get("steps", "Fix it")[-3:])
    run("set", tag="b,c", untag="a", group=" ".join(text.split()), goal="Other\n" + text)
    run("set", unset="group", role="r")
    run("item", "drop", rest=item, reason=text)
    run("checkpoint", tldr=text, context=text)
    run("pause", note=text)
    assert rebuilt(empty) == empty.text
