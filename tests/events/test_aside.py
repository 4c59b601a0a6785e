"""What is paused, when nothing is active."""

from __future__ import annotations

from workshop import Workshop


def test_a_paused_session_is_named_to_the_agent(workshop: Workshop) -> None:
    """At the start, and when asked where the work stands, the agent learns what is paused and what takes it up."""
    workshop.ok("log", "--next", "Write the test")
    workshop.ok("pause", "--note", "Lunch")
    for outcome in (workshop.starts(), workshop.types("where were we?")):
        assert "- fix-sweep-bug, last written just now, 0/3 steps" in outcome.context
        assert "next: Write the test" in outcome.context
        assert "/session-resume NAME" in outcome.context
    assert "paused: fix-sweep-bug; go on with /session-resume fix-sweep-bug" in workshop.starts().message


def test_a_question_is_answered_when_all_is_over(workshop: Workshop) -> None:
    """With nothing open, the agent is told so."""
    workshop.ok("close", "--complete")
    assert "nothing is open here" in workshop.types("where were we?").context


def test_a_typed_resume_shows_where_it_stands(workshop: Workshop) -> None:
    """The person sees name, steps, the current one and what is next, not the first lines of a file."""
    workshop.ok("log", "--next", "Write the test", "--blocker", "CI is down")
    for command in ("/session-resume", "/session-view"):
        shown = workshop.types(command).message.splitlines()
        assert shown[0].startswith("fix-sweep-bug (SESSION-")
        assert shown[1:] == ["Steps: 0/3", "Now: Reproduce", "Blocked: CI is down", "Next: Write the test"]


def test_a_choice_can_be_made_in_a_terminal(empty: Workshop) -> None:
    """Where several sessions could be meant, the refusal names the option that picks one."""
    empty.ok("init", "one")
    empty.ok("init", "two")
    outcome = empty.session("log", "--note", "x")
    assert outcome.code == 1
    assert "--session NAME" in outcome.err
