"""A journal makes its document anew, also where something of it was lost."""

from __future__ import annotations

import pytest
from workshop import Workshop

from session_journal import rebuild
from session_journal.errors import Refused


def test_a_journal_makes_its_document(workshop: Workshop) -> None:
    """The entries of a session are enough for its whole document."""
    workshop.run("log", done="Reproduce", decision="Lock", rationale="Simple", next="Ship it")
    workshop.run("checkpoint", tldr="Nearly there.")
    workshop.run("pause", note="Lunch")
    assert rebuild.document_from(workshop.entries()) == workshop.text


def test_what_does_not_fit_any_more_is_left_out(workshop: Workshop) -> None:
    """Where an entry was lost, the ones that build on it do not keep the others from being told."""
    workshop.run("pause")
    workshop.run("resume", "fix-sweep-bug")
    workshop.run("log", note="kept")
    left = [entry for entry in workshop.entries() if entry.kind != "paused"]
    assert "- kept" in rebuild.document_from(left)


def test_a_journal_without_its_beginning_is_refused(workshop: Workshop) -> None:
    """Without the entry that says what the session is, nothing is made up."""
    workshop.run("log", note="x")
    with pytest.raises(Refused, match="no `started` entry"):
        rebuild.document_from(workshop.entries("note"))
