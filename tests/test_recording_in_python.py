"""What can be recorded from Python beside the everyday kinds."""

from __future__ import annotations

import pytest
from workshop import Workshop

import session_journal
from session_journal import timestamps


def test_a_session_is_started_with_all_that_it_is(empty: Workshop) -> None:
    """Number, tags, role, group, parent and template do what the command line's do."""
    project = session_journal.open_store(empty.root)
    above = project.start("above", number=7)
    below = project.start(
        "below", goal="Why?", template="research", tags=["a,b"], role="R", group="G", parent="above"
    )
    value = below.read()
    assert (above.read().number, value.number) == ("00007", "00008")
    assert (value.tags, value.role, value.group) == (("a", "b"), "R", "G")
    assert value.parent == above.read().tracking_id
    assert len(value.steps) == 4
    with pytest.raises(session_journal.Problem, match="Session 00007 exists"):
        project.start("again", number=7)


def test_items_go_through_their_life(empty: Workshop) -> None:
    """Items are added, started, completed and dropped; each call returns the item as it is then."""
    work = session_journal.open_store(empty.root).start("x")
    first = work.add_item("One", kind="impl", meta={"size": "3"})
    second = work.add_item("Two")
    assert (first.type, first.status, dict(first.meta)) == ("impl", "open", {"size": "3"})
    assert work.start_item(first.id[-4:]).status == "started"
    assert work.complete_item("One").status == "done"
    assert work.drop_item(second.id, "Not needed").reason == "Not needed"
    assert [one.status for one in work.items()] == ["done", "dropped"]
    with pytest.raises(session_journal.Problem, match="is done already"):
        work.start_item(first.id)
    with pytest.raises(session_journal.Problem, match="the types are task"):
        work.add_item("Three", kind="fun")
    with pytest.raises(session_journal.Problem, match="There is no text"):
        work.add_item(" ")


def test_milestones_tests_and_the_past(empty: Workshop) -> None:
    """Milestones count, a test run has counts, a time of the past is marked, a category is checked."""
    work = session_journal.open_store(empty.root).start("x")
    assert work.log("milestone", "Half").field("id") == "M1"
    work.log("reached", "Half")
    assert [(one.id, one.reached) for one in work.milestones()] == [("M1", True)]
    run = work.log("test", "make", passed=2, failed=0, category="testing", at="2026-02-16T10:00Z")
    assert (run.field("passed"), run.field("failed"), run.field("category")) == ("2", "0", "testing")
    assert timestamps.to_second(run.at) == "2026-02-16T10:00:00Z"
    assert run.field("recorded_at")
    for wrong in ({"category": "fun"}, {"at": "2999-01-01"}):
        with pytest.raises(session_journal.Problem):
            work.log("progress", "x", **wrong)


def test_attributes_change(empty: Workshop) -> None:
    """`set` returns the session as it is then; a session is never its own parent."""
    work = session_journal.open_store(empty.root).start("x", tags=["old"])
    value = work.set(tag=["new"], untag=["old"], role="R", goal="G")
    assert (value.tags, value.role, value.objective) == (("new",), "R", "G")
    assert work.set(unset=["role"]).role == ""
    with pytest.raises(session_journal.Problem, match="cannot be the parent"):
        work.set(parent="x")
