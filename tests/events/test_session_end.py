"""SessionEnd: what is left is captured and the binding closed; what does not fit is caught up with later."""

from __future__ import annotations

import json

import pytest
from workshop import Workshop

from session_journal.store import Store

from .talk import Talk, missing, work


@pytest.fixture
def talk(worktree: Workshop) -> Talk:
    """Return a conversation with work in it."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    return talk


def state(talk: Talk) -> dict[str, object]:
    """Return what is remembered of a conversation."""
    path = talk.workshop.sessions / ".state" / "conversations" / f"{talk.conversation}.json"
    read: dict[str, object] = json.loads(path.read_text())
    return read


def test_the_end_is_captured_and_the_binding_closed(worktree: Workshop, talk: Talk) -> None:
    """The work is in one `captured` entry and in the document; the conversation counts as ended."""
    assert talk.ends().out == ""
    assert missing(worktree.text) == []
    (entry,) = worktree.entries("captured")
    assert entry.conversation == "c1"
    assert state(talk)["ended"]
    assert Talk(worktree, "c2").starts().message.count("\n") == 0


@pytest.mark.parametrize("reason", ["clear", "resume", "logout", "prompt_input_exit", "other", ""])
def test_every_reason_is_an_end(worktree: Workshop, talk: Talk, reason: str) -> None:
    """However a conversation ends, what happened in it is kept."""
    talk.ends(reason)
    assert missing(worktree.text) == []


def test_told_twice_it_ends_once(worktree: Workshop, talk: Talk) -> None:
    """The same end again adds nothing."""
    talk.ends()
    before = worktree.bytes_of(".sessions/active", ".sessions/journal")
    talk.ends()
    assert worktree.bytes_of(".sessions/active", ".sessions/journal") == before


def test_a_conversation_without_a_word_leaves_no_entry(worktree: Workshop) -> None:
    """The client was opened and closed again."""
    talk = Talk(worktree)
    talk.starts()
    talk.ends()
    assert [entry.kind for entry in worktree.entries()] == ["started"]


def test_what_cannot_be_written_now_is_caught_up_with_silently(worktree: Workshop, talk: Talk) -> None:
    """Another process holds the lock: the next start records the rest, and does not call it a crash."""
    with Store(str(worktree.root)).locked(1):
        assert talk.ends().out == ""
    assert worktree.entries("captured") == []
    assert "broke off" not in Talk(worktree, "c2").starts().message
    assert len(worktree.entries("captured")) == 1
    assert missing(worktree.text) == []


def test_a_transcript_that_went_before_its_end_is_said_once(worktree: Workshop, talk: Talk) -> None:
    """It was read at a compaction and is gone at the end: no harm now, one line at the next start."""
    talk.compacts()
    talk.asks("Only the March ledger is affected.")
    talk.path.unlink()
    assert talk.ends().out == ""
    message = Talk(worktree, "c2").starts().message
    assert "the transcript of the last conversation on fix-sweep-bug is gone" in message
    assert "broke off" not in message
    assert "is gone" not in Talk(worktree, "c3").starts().message


def test_without_a_session_nothing_is_written(repository: Workshop) -> None:
    """`.sessions/` is there and no session: the end makes none."""
    repository.sessions.mkdir()
    talk = Talk(repository)
    talk.starts()
    work(talk)
    assert talk.ends().out == ""
    assert repository.entries() == []
    assert not (repository.sessions / "active").exists()


def test_a_closed_session_is_left_as_it_is(worktree: Workshop, talk: Talk) -> None:
    """The session was completed in the conversation that now ends: the archived document stays untouched."""
    worktree.run("close", complete="")
    (path,) = (worktree.sessions / "archive").glob("*.md")
    before = path.read_bytes()
    assert talk.ends().out == ""
    assert path.read_bytes() == before
