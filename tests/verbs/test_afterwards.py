"""What is recorded after a session ended or was paused goes nowhere unasked."""

from __future__ import annotations

from workshop import Workshop


def test_a_record_after_the_end_goes_into_no_other_session(empty: Workshop) -> None:
    """A conversation whose session ended is told which other one is there, and how to choose it."""
    empty.ok("init", "other")
    empty.ok("init", "own", conversation="c1")
    empty.ok("close", "--complete", conversation="c1")
    refused = empty.session("log", "--note", "for whom?", conversation="c1")
    assert refused.code == 1
    assert "is not open any more, and other (" in refused.err
    assert "`session resume NAME`" in refused.err
    assert empty.texts("note") == []
    empty.ok("log", "--session", "other", "--note", "named", conversation="c1")
    empty.ok("resume", conversation="c1")
    empty.ok("log", "--note", "chosen", conversation="c1")
    assert empty.texts("note") == ["named", "chosen"]
    assert "Recorded note" in empty.ok("log", "--note", "from a terminal")


def test_a_compaction_after_the_end_is_captured_into_no_other_session(empty: Workshop) -> None:
    """What the conversation did belongs to the session that it worked on, not to the one that is left."""
    empty.ok("init", "other")
    empty.ok("init", "own", conversation="c1")
    empty.ok("close", "--complete", conversation="c1")
    assert empty.compacts().code == 0
    assert empty.entries("checkpoint") == []


def test_a_record_into_its_paused_session_says_so(workshop: Workshop) -> None:
    """A conversation that logs on after the pause records into its own session, and hears that it is paused."""
    workshop.ok("resume", "fix-sweep-bug", conversation="c1")
    assert "is paused;" not in workshop.ok("pause", conversation="c1")
    said = workshop.ok("log", "--note", "one more", conversation="c1")
    assert "Note: fix-sweep-bug is paused; `session resume fix-sweep-bug` makes it active again" in said
    assert (workshop.texts("note"), workshop.value.status) == (["one more"], "paused")
