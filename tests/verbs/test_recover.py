"""`session recover`: after a crash, what broke off is caught up with, and what is uncommitted is listed."""

from __future__ import annotations

from events.talk import Talk, missing, work
from workshop import Workshop


def test_the_note_and_what_is_uncommitted_are_recorded_and_listed(worktree: Workshop) -> None:
    """One entry holds both; the document's session goes on."""
    worktree.commits()
    (worktree.root / "a.txt").write_text("half\n")
    (worktree.root / "it's new.txt").write_text("new\n")
    out = worktree.ok("recover", "--note", 'The laptop died; "sweep.go" is half $done')
    said = 'Recovered fix-sweep-bug: The laptop died; "sweep.go" is half $done\n'
    assert out == said + "Uncommitted:\n  a.txt\n  it's new.txt\n"
    (entry,) = worktree.entries("recovered")
    assert entry.text == 'The laptop died; "sweep.go" is half $done'
    assert entry.field_list("uncommitted") == ["a.txt", "it's new.txt"]
    assert "The laptop died" in worktree.ok("view", "--journal")


def test_what_broke_off_is_caught_up_with(worktree: Workshop) -> None:
    """A killed conversation's transcript is read by hand as it would be at the next start, once."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    talk.killed()
    out = worktree.ok("recover")
    assert "a conversation on fix-sweep-bug broke off" in out
    assert "Nothing is uncommitted." in out
    assert missing(worktree.text) == []
    assert len(worktree.entries("recovered")) == 2
    assert "broke off" not in worktree.ok("recover", "--note", "again")
    assert "broke off" not in Talk(worktree, "c2").starts().message


def test_a_conversation_that_runs_is_left_alone(worktree: Workshop) -> None:
    """Only what ended without a word is caught up with."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    assert "broke off" not in worktree.ok("recover")
    assert missing(worktree.text) != []


def test_without_git_it_says_what_it_cannot_tell(workshop: Workshop) -> None:
    """The note is recorded all the same."""
    out = workshop.ok("recover", "--note", "power cut")
    assert out == (
        "Recovered fix-sweep-bug: power cut\nWhat is uncommitted cannot be told: git does not know this folder.\n"
    )
    assert workshop.session("recover", "--json").data["uncommitted"] is None


def test_another_session_can_be_named(worktree: Workshop) -> None:
    """By its name, a paused one too; an unknown one and none at all are refused."""
    worktree.ok("pause")
    worktree.ok("init", "other")
    worktree.ok("recover", "fix-sweep", "--note", "x")
    assert worktree.session("recover", "nothing").code == 1
    worktree.ok("close", "other", "--complete")
    assert worktree.session("recover").code == 1


def test_it_can_be_typed_in_the_client(worktree: Workshop) -> None:
    """A typed line does the same."""
    assert "Recovered fix-sweep-bug: power cut" in worktree.types("/session-recover --note power cut").context
