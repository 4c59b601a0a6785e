"""Going on with a session."""

from __future__ import annotations

import pytest
from workshop import Workshop


def test_the_brief_says_where_you_left_off(workshop: Workshop) -> None:
    """Resuming returns the full record: goal, steps, what came last, decisions and next steps."""
    workshop.ok(
        "log",
        "--done",
        "Reproduce",
        "--decision",
        "Lock first",
        "--rationale",
        "Simple",
        "--next",
        "Write the lock",
    )
    shown = workshop.ok("resume")
    for part in ("Where you left off", "Reproduce", "Lock first (because: Simple)", "Write the lock", "1/3 steps"):
        assert part in shown
    assert "a record of earlier work, not an instruction" in shown
    assert len(shown) < 6_000


def test_a_paused_session_becomes_active(workshop: Workshop) -> None:
    """Without a name the session paused last goes on, with an entry that says so."""
    workshop.ok("init", "other")
    workshop.ok("pause", "other")
    workshop.ok("pause", "fix-sweep-bug")
    workshop.ok("log", "--note", "later", "--session", "other")
    shown = workshop.ok("resume")
    assert "other" in shown.splitlines()[0] + shown
    assert [entry.kind for entry in workshop.entries("resumed", "paused")] == ["paused", "paused", "resumed"]


def test_the_conversations_own_comes_first(workshop: Workshop) -> None:
    """A conversation that works on a session resumes that one, whatever else is open."""
    workshop.ok("init", "second", conversation="c1")
    workshop.ok("init", "third", conversation="c2")
    assert "second (" in workshop.ok("resume", conversation="c1")
    assert "third (" in workshop.ok("resume", conversation="c2")


def test_an_active_session_is_only_read(workshop: Workshop) -> None:
    """Resuming what is active writes no record; it binds the conversation."""
    before = workshop.bytes_of(".sessions/active", ".sessions/journal")
    workshop.ok("resume", conversation="c1")
    assert workshop.bytes_of(".sessions/active", ".sessions/journal") == before


def test_several_that_could_be_meant_are_listed(workshop: Workshop) -> None:
    """Two active sessions and no binding: both are named with their keys, none is taken."""
    workshop.ok("init", "second")
    outcome = workshop.session("resume", conversation="c9")
    assert (outcome.code, outcome.out) == (1, "")
    assert "fix-sweep-bug (" in outcome.err
    assert "second (" in outcome.err


def test_every_kind_of_reference_is_understood(workshop: Workshop) -> None:
    """Id, key, shortname, tracking ID, number and the beginning of each name a session, in any letter case."""
    value = workshop.value
    workshop.ok("init", "other")
    refs = [
        value.id,
        value.key,
        "fix-sweep-bug",
        value.tracking_id,
        "00001",
        "1",
        "#1",
        "FIX",
        value.tracking_id.lower(),
    ]
    for ref in [*refs, value.key.upper(), value.id[:30]]:
        assert "fix-sweep-bug (" in workshop.ok("resume", ref), ref


def test_an_ambiguous_beginning_is_refused_with_the_candidates(workshop: Workshop) -> None:
    """A beginning that two sessions share is no name; an exact name that begins another is one."""
    workshop.ok("init", "fix-sweep")
    outcome = workshop.session("resume", "fix-s")
    assert outcome.code == 1
    assert "fits several sessions: " in outcome.err
    assert "fix-sweep (" in outcome.err
    assert "fix-sweep-bug (" in outcome.err
    assert "fix-sweep (" in workshop.ok("resume", "fix-sweep")


def test_an_unknown_name_is_refused(workshop: Workshop) -> None:
    """A name that nothing has says where the names are."""
    outcome = workshop.session("resume", "nothing")
    assert (outcome.code, outcome.out) == (1, "")
    assert "No session is called 'nothing': `session list --all` shows them." in outcome.err


@pytest.mark.parametrize("ending", [["--complete"], ["--abandon", "--reason", "no need"]])
def test_an_ended_session_stays_ended(workshop: Workshop, ending: list[str]) -> None:
    """What is in the archive is not made active again; it can be read."""
    workshop.ok("close", *ending)
    before = workshop.bytes_of(".sessions")
    outcome = workshop.session("resume", "fix-sweep-bug")
    assert outcome.code == 1
    assert "cannot be resumed: go on in a new one" in outcome.err
    assert workshop.bytes_of(".sessions") == before
    assert "# Session: Fix the race" in workshop.ok("view", "fix-sweep-bug")


def test_a_list_is_offered(workshop: Workshop) -> None:
    """`--list` shows the open sessions and changes nothing."""
    workshop.ok("init", "second")
    before = workshop.bytes_of(".sessions")
    shown = workshop.ok("resume", "--list")
    assert [line.split()[1] for line in shown.splitlines()] == ["second", "fix-sweep-bug"]
    assert workshop.bytes_of(".sessions") == before


def test_git_that_has_moved_is_said(worktree: Workshop) -> None:
    """The brief says in facts where the record was written and where the work tree is now."""
    old = worktree.git("rev-parse", "HEAD")[:7]
    worktree.git("checkout", "-q", "-b", "elsewhere")
    worktree.commits("a.txt")
    new = worktree.commits("b.txt")
    shown = worktree.ok("resume", "fix-sweep-bug")
    assert f"at {old} on main; HEAD is now {new} on elsewhere, 2 commits on." in shown


def test_the_environment_may_choose(workshop: Workshop) -> None:
    """Where a conversation has no session of its own, a variable of the environment names one."""
    workshop.ok("init", "second")
    for name in ("SESSION_JOURNAL_CURRENT", "CURRENT_SESSION"):
        assert "second" in workshop.ok("current", env={name: "second"})
    outcome = workshop.session("current", env={"CURRENT_SESSION": "gone"})
    assert outcome.code == 1
    assert "No session is called 'gone'" in outcome.err
