"""What somebody new to it runs into: a document deleted by hand, words that lead nowhere, replies without news."""

from __future__ import annotations

import pytest
from workshop import Workshop

from session_journal.errors import Malformed, Refused
from session_journal.redact import own


@pytest.mark.parametrize("words", [("list",), ("list", "--all")])
def test_a_deleted_document_is_said_in_lists(workshop: Workshop, words: tuple[str, ...]) -> None:
    """Where a journal has no document, a list points to the doctor, whatever else there is to show."""
    assert "doctor" not in workshop.ok(*words)
    workshop.path.unlink()
    assert "1 session has a journal and no document any more: `session doctor`" in workshop.ok(*words)
    workshop.ok("init", "other", "--goal", "More")
    assert "1 session has a journal" in workshop.ok(*words)
    workshop.session("doctor", "--fix")
    assert "any more" not in workshop.ok(*words)


def test_a_deleted_document_is_said_where_no_session_is_current(workshop: Workshop) -> None:
    """A refusal for want of a session names the way to the one whose document is gone."""
    workshop.path.unlink()
    told = workshop.session("log", "--progress", "x")
    assert told.code == 1
    assert "`session doctor --fix` makes it anew" in told.err


def test_a_number_is_not_given_again_while_a_journal_holds_it(workshop: Workshop) -> None:
    """With the document and the remembered number gone, the next session gets the number after the journal's."""
    workshop.path.unlink()
    (workshop.sessions / ".state/last_number").unlink()
    with pytest.raises(Refused, match="document is gone"):
        workshop.run("init", "third", goal="g", number="1")
    assert "#00002" in workshop.run("init", "second", goal="g").text


def test_several_open_sessions_are_told_apart_by_what_works_there(workshop: Workshop) -> None:
    """A terminal is told of the variable that chooses, and it does; a typed line of the command that binds."""
    workshop.ok("init", "other", "--goal", "More")
    said = workshop.session("log", "--progress", "x").err
    assert "`--session NAME`" in said
    assert "`export SESSION_JOURNAL_CURRENT=NAME`" in said
    assert "resume" not in said
    assert "other" in workshop.ok("log", "--progress", "x", env={"SESSION_JOURNAL_CURRENT": "other"})
    typed = workshop.types("/session-log --progress x", conversation="c5").message
    assert "`/session-resume NAME`" in typed
    assert "export" not in typed


def test_what_was_revoked_is_said_to_be(workshop: Workshop) -> None:
    """`trust` says of a revoked session that it was revoked, until it is taken up again."""
    workshop.ok("trust", "--revoke", "fix-sweep-bug")
    assert "is one that you revoked" in workshop.ok("trust")
    workshop.ok("trust", "fix-sweep-bug")
    assert "revoked" not in workshop.ok("trust")


def test_a_refused_pattern_is_said_to_be_left_out_alone(workshop: Workshop) -> None:
    """The doctor says that the other patterns hold, and names what is wrong: nesting, not what it would mask."""
    (workshop.sessions / "config.yaml").write_text("redact:\n- one: 'abcd-[0-9]{4}'\n- two: '(a+)+'\n")
    said = workshop.session("doctor").out
    assert "repeats what repeats" in said
    assert "it alone is left out, the other patterns hold" in said
    workshop.ok("log", "--progress", "It is abcd-1234 there")
    assert "[redacted: one]" in workshop.text
    with pytest.raises(Malformed, match="could mask nearly everything"):
        own.rules([{"x": "a*"}], "c", [])
