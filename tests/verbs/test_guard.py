"""`session guard`: a commit leaves its trace in the session, or is refused with the way to mend it."""

from __future__ import annotations

import subprocess
import time

import pytest
from workshop import Workshop

from session_journal import guard, timestamps


@pytest.fixture
def place(worktree: Workshop) -> Workshop:
    """Return a repository with a session and a commit made since."""
    worktree.git("config", "user.name", "A")
    worktree.git("config", "user.email", "a@b")
    worktree.commits()
    return worktree


def test_without_an_active_session_a_commit_is_refused(repository: Workshop) -> None:
    """No sessions at all, none active or a paused one: what to run is said."""
    outcome = repository.session("guard")
    assert (outcome.code, outcome.out) == (1, "")
    assert "session init NAME" in outcome.err
    repository.ok("init", "fix")
    repository.ok("log", "x")
    repository.ok("guard")
    repository.ok("pause")
    assert "No session is active" in repository.session("guard").err
    assert "--no-verify" in repository.session("guard").err


def test_when_several_are_active_they_are_named(repository: Workshop) -> None:
    """It does not guess which of two sessions a commit belongs to, but follows the environment."""
    repository.ok("init", "one")
    repository.ok("init", "two")
    assert "one (" in repository.session("guard").err
    repository.ok("log", "x", "--session", "two")
    repository.ok("guard", env={"CURRENT_SESSION": "two"})


def test_something_must_have_been_logged_since_the_last_commit(place: Workshop) -> None:
    """What was logged before the last commit does not count for the next one."""
    err = place.session("guard").err
    assert f"Nothing was logged in fix-sweep-bug since {place.git('rev-parse', '--short=7', 'HEAD')}" in err
    assert "`session log --progress TEXT`" in err
    place.ok("log", "--discovery", "the lock is held")
    assert place.ok("guard") == "The commit may be made: fix-sweep-bug tells of it.\n"
    place.commits("b.txt")
    assert place.session("guard").code == 1


def test_what_happens_by_itself_is_not_logged(place: Workshop) -> None:
    """Pauses, commits and automatic checkpoints say nothing about the work; a checkpoint by hand does."""
    place.ok("pause")
    place.ok("resume", "fix-sweep-bug", conversation="c1")
    place.starts()
    place.compacts()
    (place.root / "a.txt").write_text("b\n")
    place.ok("commit", "--all", "-m", "x")
    assert place.session("guard").code == 1
    place.ok("checkpoint", "--note", "half done")
    place.ok("guard")


def test_a_log_of_the_same_second_counts_on_the_right_side(place: Workshop) -> None:
    """Git counts whole seconds: the record knows the commit that it was written on."""
    place.ok("log", "before")
    place.commits("b.txt")
    assert place.session("guard").code == 1
    place.ok("log", "after")
    place.ok("guard")


def test_a_log_from_before_a_pull_counts(place: Workshop) -> None:
    """An older commit of somebody else that comes in does not take back what was logged."""
    environ = {"GIT_COMMITTER_DATE": "2020-01-01T00:00:00Z", "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z"}
    place.ok("log", "mine")
    command = ["git", "commit", "-q", "--allow-empty", "-m", "theirs"]
    subprocess.run(command, cwd=place.root, env=place.environ("", environ), check=True)
    place.ok("guard")


def test_a_decision_needs_its_rationale(place: Workshop) -> None:
    """A document that was edited by hand may hold decisions without a reason; they are named with the file."""
    place.ok("log", "--decision", "Lock first", "--rationale", "Smallest change")
    place.ok("guard")
    place.text = place.text.replace("**Rationale**: Smallest change", "**Rationale**: TBD")
    err = place.session("guard").err
    assert "decision 1. Lock first" in err
    assert "`**Rationale**: …`" in err
    assert ".sessions/active/fix-sweep-bug-" in err
    place.text = place.text.replace("**Rationale**: TBD", "**Rationale**: The callers stay as they are")
    place.ok("guard")


@pytest.mark.parametrize("mark", ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply"])
def test_what_git_is_in_the_middle_of_passes(repository: Workshop, mark: str) -> None:
    """Merges, rebases, cherry-picks and reverts are not new work; not even a session is asked for."""
    (repository.root / ".git" / mark).mkdir()
    assert "git is in the middle of a" in repository.ok("guard")


def test_a_project_in_a_folder_of_the_repository_is_guarded(repository: Workshop) -> None:
    """Where git's facts are not in the records, the time tells."""
    inner = repository.root / "service"
    inner.mkdir()
    (inner / ".sessions").mkdir()
    repository.ok("init", "inner", cwd=inner)
    repository.ok("log", "x", cwd=inner)
    time.sleep(1.1)
    repository.commits()
    assert repository.session("guard", cwd=inner).code == 1
    time.sleep(1.1)
    repository.ok("log", "y", cwd=inner)
    repository.ok("guard", cwd=inner)


def test_without_git_the_guard_still_judges(empty: Workshop) -> None:
    """There is no commit to be guarded, and nothing breaks."""
    empty.ok("init", "x")
    assert empty.session("guard").code == 1
    empty.ok("log", "y")
    empty.ok("guard")


def test_a_program_can_ask_too(place: Workshop) -> None:
    """The reasons are data: all of them, not the first."""
    place.ok("log", "--decision", "Lock first", "--rationale", "Smallest change")
    place.commits("b.txt")
    place.text = place.text.replace("**Rationale**: Smallest change", "**Rationale**:")
    verdict = guard.judge(place.project(present=timestamps.now()))
    assert verdict.passes == ""
    assert len(verdict.reasons) == 2


def test_hostile_settings_of_the_repository_are_not_run(place: Workshop) -> None:
    """Asking the guard runs no hook, monitor, pager or program that the repository's configuration names."""
    trap = place.home / "ran"
    for key in ("core.fsmonitor", "core.pager", "diff.external", "gpg.program", "core.sshCommand", "alias.log"):
        place.git("config", key, f"!touch '{trap}'" if key == "alias.log" else f"touch '{trap}'; :")
    place.git("config", "log.showSignature", "true")
    place.ok("log", "x")
    place.ok("guard")
    assert not trap.exists()
