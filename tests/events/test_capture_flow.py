"""A day of one conversation after the other, told to the hooks as the client tells it; nobody logs a thing."""

from __future__ import annotations

import pytest
from workshop import Workshop

from .talk import Talk, missing, work

EMPTY = "<analysis>-</analysis>\n<summary>Nothing of note.</summary>"


def prompts(text: str) -> list[str]:
    """Return the numbered prompts of a document's `Captured` section."""
    return [line for line in text.partition("**Prompts**:")[2].splitlines() if line.startswith("- P")]


def captured(workshop: Workshop) -> str:
    """Return the document's `Captured` section."""
    return workshop.text.partition("## Captured\n")[2]


def test_a_compaction_that_keeps_nothing_loses_nothing(worktree: Workshop) -> None:
    """Through all three hooks the work is with the compactor, in the document and with the agent."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    assert missing(talk.compacts()) == []
    assert missing(captured(worktree)) == []
    brief = talk.starts("compact").context
    assert missing(brief) == []
    assert "1 compaction\n" in brief
    assert (
        talk.hook("post_compact", trigger="manual", compact_summary=EMPTY).out
        == "session-journal: kept the summary in the journal"
    )
    assert [entry.kind for entry in worktree.entries()] == ["started", "checkpoint", "compaction", "compaction"]
    assert worktree.entries("compaction")[-1].text == EMPTY
    assert worktree.value.compaction_count == 1


def test_a_session_taken_up_by_hand_tells_the_same(worktree: Workshop) -> None:
    """What nobody logged is in the answer of `resume` too, within the bound that the settings give."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    talk.ends()
    assert missing(worktree.ok("resume", "fix-sweep-bug")) == []
    (worktree.sessions / "config.yaml").write_text("brief_characters: 700\n")
    assert len(worktree.ok("resume", "fix-sweep-bug")) < 750


def test_what_comes_in_pieces_is_there_once_and_in_order(worktree: Workshop) -> None:
    """A compaction, more work, a compaction, more work, the end: each thing once, the prompts numbered on."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    talk.compacts()
    talk.summarised(EMPTY)
    talk.asks("Only the March ledger is affected.")
    talk.says("Going with the March ledger because April is closed.")
    talk.compacts()
    talk.summarised(EMPTY)
    talk.asks("Keep the old column.")
    talk.ends()
    text = captured(worktree)
    assert missing(text) == []
    assert [line.partition("): ")[2] for line in prompts(text)] == [
        "The sweeper pays twice when two workers start together. Find out why.",
        "Never touch the wallet's public API.",
        "Only the March ledger is affected.",
        "Keep the old column.",
    ]
    assert [line.split()[1] for line in prompts(text)] == ["P1", "P2", "P3", "P4"]
    before = text.partition("**Prompts**")[0]
    for once in ("Never touch the wallet's", "Only the March ledger is", "Going with the March", "sweep.py ×2"):
        assert before.count(once) == (0 if "×2" in once else 1), text


def test_what_the_client_writes_late_is_in_the_brief(worktree: Workshop) -> None:
    """The last words before a compaction reach the transcript only after PreCompact: the agent has them too."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    talk.compacts()
    talk.says("Decision: keep the queue, because the audit reads it.")
    assert "keep the queue" in talk.starts("compact").context
    assert [entry.kind for entry in worktree.entries()][1:] == ["checkpoint", "captured", "compaction"]
    talk.hook("post_compact", trigger="manual", compact_summary=EMPTY)
    talk.compacts()
    assert worktree.text.count("keep the queue") == 1
    assert worktree.value.compaction_count == 1


def test_nothing_new_adds_nothing(worktree: Workshop) -> None:
    """A second compaction and the end with nothing said in between leave what is captured as it was."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    talk.compacts()
    text = captured(worktree)
    talk.compacts()
    talk.ends()
    assert captured(worktree) == text
    assert worktree.texts("captured") == []


def test_what_was_logged_is_not_said_again(worktree: Workshop) -> None:
    """A discovery, a next step and a note in the words of the talk stand in their sections alone."""
    talk = Talk(worktree)
    talk.starts()
    cause = "the lock is taken after the check, so both workers pay"
    worktree.run("log", discovery=f"Root cause: {cause}")
    worktree.run("log", next="Next: let test_pays_once wait for the second worker.")
    worktree.run("log", note="Never touch the wallet's public API.")
    work(talk)
    talk.compacts()
    said = captured(worktree).partition("**Prompts**")[0]
    assert cause not in said
    assert "let test_pays_once wait" not in said
    assert "- Never touch" not in said
    assert talk.starts("compact").context.count(cause) == 1


def test_the_next_conversation_knows_it_all(worktree: Workshop) -> None:
    """A conversation ends as it should; the next morning's begins with what happened in it."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    assert talk.ends().out == ""
    assert missing(Talk(worktree, "c2").starts().context) == []


@pytest.mark.parametrize("event", ["session_start", "pre_compact", "post_compact", "session_end"])
def test_a_subagents_event_changes_nothing(worktree: Workshop, event: str) -> None:
    """What the client tells of a subagent is nobody's work: no reply, and no file is touched."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    before = worktree.bytes_of(".sessions")
    more = {"trigger": "auto", "compact_summary": "<summary>x</summary>", "reason": "other", "source": "compact"}
    assert talk.hook(event, agent_id="a1", agent_type="general-purpose", **more).out == ""
    assert worktree.bytes_of(".sessions") == before


def test_with_capture_off_no_transcript_is_read(worktree: Workshop) -> None:
    """`capture: false`: a compaction, an end and a kill leave no word of the transcript anywhere."""
    (worktree.sessions / "config.yaml").write_text("capture: false\n")
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    assert "wallet" not in talk.compacts()
    talk.summarised(EMPTY)
    talk.ends()
    other = Talk(worktree, "c2")
    other.starts()
    work(other)
    other.killed()
    message = Talk(worktree, "c3").starts().message
    assert "broke off" in message
    assert "transcript" not in message
    assert not any(b"wallet" in data for data in worktree.bytes_of(".sessions").values())
