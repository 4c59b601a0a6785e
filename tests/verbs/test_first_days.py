"""What people do in their first days with it: the same thing twice, a name in the wrong place, a word too few."""

from __future__ import annotations

import pytest
from workshop import Workshop


def test_a_step_that_is_done_is_not_added_again(workshop: Workshop) -> None:
    """`--done` with the text of a finished step, however it is spelt, changes nothing and says so."""
    workshop.ok("log", "--done", "Reproduce")
    before = workshop.text
    shown = workshop.ok("log", "--done", "reproduce ")
    assert "Already recorded, not again: reproduce" in shown
    assert workshop.text == before


def test_a_blocker_that_is_gone_is_not_resolved_again(workshop: Workshop) -> None:
    """`--unblock` with the text of a resolved blocker changes nothing and says so."""
    workshop.ok("log", "--blocker", "The database is down")
    workshop.ok("log", "--unblock", "The database is down")
    before = workshop.text
    assert "Already recorded, not again" in workshop.ok("log", "--unblock", "the database is down")
    assert workshop.text == before


def test_a_blocker_named_by_its_number_is_told_by_its_text(workshop: Workshop) -> None:
    """The journal says what was resolved, not which number it had then."""
    workshop.ok("log", "--blocker", "The database is down")
    workshop.ok("log", "--unblock", "1")
    assert "unblock - The database is down" in workshop.ok("view", "--journal")


def test_two_blockers_can_go_by_the_same_number(workshop: Workshop) -> None:
    """`--unblock 1` twice resolves two, for the second is the first one then."""
    workshop.ok("log", "--blocker", "The database is down")
    workshop.ok("log", "--blocker", "No key")
    workshop.ok("log", "--unblock", "1")
    assert "Recorded unblock: No key" in workshop.ok("log", "--unblock", "1")


def test_a_sessions_name_is_not_recorded_as_progress(workshop: Workshop) -> None:
    """A name where a text could stand, beside a text, is refused with the call that is meant."""
    before = workshop.text
    outcome = workshop.session("log", "fix-sweep-bug", "--progress", "It compiles")
    assert outcome.code == 2
    assert "`session log --session fix-sweep-bug …`" in outcome.err
    assert workshop.text == before
    assert "Recorded progress: compiles" in workshop.ok("log", "compiles", "--next", "Test it")


@pytest.mark.parametrize("words", [("--progress", "more"), ("--decision", "A", "--rationale", "B")])
def test_a_record_in_an_ended_session_is_refused_by_its_name(workshop: Workshop, words: tuple[str, ...]) -> None:
    """It says that the session has ended, and how work goes on."""
    workshop.ok("close", "--complete")
    outcome = workshop.session("log", "--session", "fix-sweep-bug", *words)
    assert outcome.code == 1
    assert "fix-sweep-bug is completed and takes no more records" in outcome.err
    assert "`session init NAME --parent fix-sweep-bug`" in outcome.err


def test_how_to_close_is_said_with_the_name(workshop: Workshop) -> None:
    """The hint can be copied as it is."""
    assert "`session close fix-sweep-bug --complete`" in workshop.session("close", "fix-sweep-bug").err


def test_no_session_is_named_after_everybodys_branch(repository: Workshop) -> None:
    """`session init` alone on the main branch starts nothing and asks for a name or a goal."""
    outcome = repository.session("init")
    assert outcome.code == 2
    assert "main says neither: `session init NAME --goal TEXT`" in outcome.err
    assert not list(repository.root.glob(".sessions/active/*"))


def test_without_steps_no_steps_are_counted(repository: Workshop) -> None:
    """Nobody reads of 0/0 steps."""
    repository.ok("init", "one", "--goal", "Look around")
    told = [
        repository.ok("log", "--progress", "Looked"),
        repository.ok("checkpoint"),
        repository.ok("view", "--progress"),
        repository.ok("summary", "--handoff"),
        repository.ok("resume"),
        repository.ok("close", "--complete"),
    ]
    assert not [text for text in told if "0/0" in text or "0 of 0" in text]


def test_a_semicolon_in_code_parts_no_steps(repository: Workshop) -> None:
    """Steps are parted where they are meant to be; a lone backtick changes nothing."""
    shown = repository.ok("init", "one", "--steps", "Run `a; b`; Then `c`; It's a ` tick; Last", "--json")
    assert [f'"text": "{step}"' in shown for step in ("Run `a; b`", "Then `c`", "It's a ` tick", "Last")] == [
        True, True, True, True,
    ]  # fmt: skip


def test_a_new_goal_is_told(workshop: Workshop) -> None:
    """`set --goal` says the goal, and nothing of tags that were not asked about."""
    assert workshop.ok("set", "--goal", "Make sweeps safe").strip() == "fix-sweep-bug: goal Make sweeps safe"


def test_what_is_recorded_later_stands_in_its_time_where_one_left_off(workshop: Workshop) -> None:
    """The brief's latest records are the latest by what they speak of."""
    workshop.ok("log", "--progress", "The new")
    workshop.ok("log", "--progress", "The old", "--at", "2026-01-01T10:00")
    shown = workshop.ok("resume").partition("Where you left off")[2]
    assert shown.index("The new") < shown.index("The old")


def test_the_names_of_sessions_are_completed(workshop: Workshop) -> None:
    """A shell completes open sessions where a REF stands, as the argument and as an option's value."""
    asked = {"_SESSION_COMPLETE": "bash_complete", "COMP_CWORD": "2", "COMP_WORDS": "session view fix"}
    assert "fix-sweep-bug" in workshop.session(env=asked).out
    asked = {"_SESSION_COMPLETE": "bash_complete", "COMP_CWORD": "3", "COMP_WORDS": "session log --session fi"}
    assert "fix-sweep-bug" in workshop.session(env=asked).out


def test_a_refusal_in_the_client_names_the_commands_of_the_client(workshop: Workshop) -> None:
    """What a person typed with a slash is put right with a slash; the agent, who has a terminal, hears of that."""
    outcome = workshop.types("/session-log --decision Lock first")
    assert "`/session-log --decision" in outcome.message
    assert "`session log --decision" in outcome.context
