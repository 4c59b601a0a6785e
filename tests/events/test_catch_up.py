"""A conversation that ended without a goodbye: what the next start makes of it."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path

import pytest
from workshop import Workshop

from session_journal import harvest
from session_journal.captured import merge

from .talk import Talk, ended_process, missing, work

LINE = (
    "session-journal: a conversation on fix-sweep-bug broke off {} with 1 file uncommitted; "
    "what happened in it was recorded from its transcript"
)


@pytest.fixture
def broken(worktree: Workshop) -> Talk:
    """Return a conversation that was killed at work, an hour ago by its clock, with a file uncommitted."""
    (worktree.root / "half.py").write_text("x =\n")
    return killed(worktree, "c1")


def killed(worktree: Workshop, conversation: str) -> Talk:
    """Return a conversation that was killed at work."""
    talk = Talk(worktree, conversation)
    talk.starts()
    work(talk)
    talk.killed()
    return talk


def test_it_is_caught_up_with_and_said_in_one_line(worktree: Workshop, broken: Talk) -> None:
    """The next start has what happened, says when it broke off and what is uncommitted, and writes `recovered`."""
    reply = Talk(worktree, "c2").starts()
    assert missing(reply.context) == []
    banner, line = reply.message.split("\n")
    assert "fix-sweep-bug" in banner
    assert line == LINE.format("59 minutes ago")
    (entry,) = worktree.entries("recovered")
    assert entry.text.startswith("The conversation broke off at ")
    assert entry.field_list("uncommitted") == ["half.py"]
    assert entry.field("of") == broken.conversation == "c1"
    assert missing(worktree.text) == []


def test_it_is_said_once(worktree: Workshop, broken: Talk) -> None:
    """Neither the same conversation's next start nor another one's says it again, and nothing more is written."""
    other = Talk(worktree, "c2")
    other.starts()
    before = worktree.bytes_of(".sessions/active", ".sessions/journal")
    for talk, source in ((other, "resume"), (other, "compact"), (Talk(worktree, "c3"), "startup")):
        assert "broke off" not in talk.starts(source).message
    assert worktree.bytes_of(".sessions/active", ".sessions/journal") == before


def test_what_was_captured_before_is_not_there_twice(worktree: Workshop) -> None:
    """Compacted, gone on and killed: only what came after the compaction is read, and all of it is there once."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    talk.compacts()
    talk.summarised("<summary>Nothing.</summary>")
    talk.asks("Only the March ledger is affected.")
    talk.killed()
    Talk(worktree, "c2").starts()
    (entry,) = worktree.entries("recovered")
    assert "March" in entry.text
    assert "wallet" not in entry.text
    for once in ("- Never touch the wallet's public API.", "- Only the March ledger is affected."):
        assert worktree.text.count(once) == 1


def test_resumed_itself_it_is_told_so(worktree: Workshop, broken: Talk) -> None:
    """The client is started again with the very conversation that broke off."""
    broken.client = os.getpid()
    message = broken.starts("resume").message
    assert "this conversation broke off 59 minutes ago with 1 file uncommitted" in message
    assert len(worktree.entries("recovered")) == 1
    assert "broke off" not in Talk(worktree, "c2").starts().message


def test_one_that_runs_is_left_alone(worktree: Workshop) -> None:
    """Two conversations side by side: neither is caught up with, whatever the other does."""
    one, other = Talk(worktree), Talk(worktree, "c2")
    one.starts()
    work(one)
    assert "broke off" not in other.starts().message
    other.compacts()
    assert "broke off" not in other.starts("compact").message
    other.ends()
    assert "broke off" not in Talk(worktree, "c3").starts().message
    assert worktree.entries("recovered") == []
    one.ends()
    assert missing(worktree.text) == []


def test_a_process_that_took_over_its_number_is_another_one(worktree: Workshop) -> None:
    """The client's process id belongs to a younger process now: the conversation counts as broken off."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    note = worktree.sessions / ".state" / "running" / "c1.json"
    with subprocess.Popen(["sleep", "60"]) as younger:
        note.write_text(json.dumps({**json.loads(note.read_text()), "process": younger.pid}))
        message = Talk(worktree, "c2").starts().message
        younger.kill()
    assert "broke off" in message


def test_one_whose_end_nobody_has_seen_is_broken_off(worktree: Workshop) -> None:
    """The client was killed and its parent has not looked after it: a zombie is no conversation."""
    with subprocess.Popen(["sleep", "60"]) as client:
        talk = Talk(worktree)
        talk.client = client.pid
        talk.starts()
        work(talk)
        assert "broke off" not in Talk(worktree, "c2").starts().message
        client.kill()
        os.waitid(os.P_PID, client.pid, os.WEXITED | os.WNOWAIT)
        assert "broke off" in Talk(worktree, "c3").starts().message


def test_one_on_another_machine_is_judged_by_its_transcript(worktree: Workshop, broken: Talk) -> None:
    """A folder shared with a container: its processes cannot be seen, so only a transcript long at rest tells."""
    note = worktree.sessions / ".state" / "running" / "c1.json"
    note.write_text(json.dumps({**json.loads(note.read_text()), "machine": "another-one"}))
    assert "broke off" not in Talk(worktree, "c2").starts().message
    hour_ago = time.time() - 3600
    os.utime(broken.path, (hour_ago, hour_ago))
    assert "broke off" in Talk(worktree, "c3").starts().message


def test_a_transcript_that_is_gone_is_said_once(worktree: Workshop, broken: Talk) -> None:
    """Nothing can be caught up with: said in the line, noted in the journal, and never again."""
    broken.path.unlink()
    message = Talk(worktree, "c2").starts().message
    assert (
        "broke off with 1 file uncommitted; it left no transcript, so only what was recorded until then" in message
    )
    assert worktree.texts("recovered") == ["The conversation broke off without ending; it left no transcript."]
    assert "broke off" not in Talk(worktree, "c3").starts().message


def test_a_rewritten_transcript_is_read_anew(worktree: Workshop) -> None:
    """Read at a compaction, then cut, then the client was killed: nothing twice, nothing lost, and it is said."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    talk.compacts()
    talk.path.write_bytes(b"".join(talk.path.read_bytes().splitlines(keepends=True)[:3]))
    talk.asks("Only the March ledger is affected.")
    talk.killed()
    assert "its transcript, which was rewritten meanwhile" in Talk(worktree, "c2").starts().message
    assert missing(worktree.text) == []
    for once in ("- Never touch the wallet's public API.", "- Only the March ledger is affected."):
        assert worktree.text.count(once) == 1


def test_several_are_caught_up_with_one_after_the_other(worktree: Workshop) -> None:
    """After a power cut with three windows open each of them is named once, at one of the next starts."""
    talks = [Talk(worktree, f"c{number}") for number in range(3)]
    for number, talk in enumerate(talks):
        talk.starts()
        talk.asks(f"Question {number}, which matters.")
    for talk in talks:
        talk.killed()
    told = "".join(Talk(worktree, f"d{number}").starts().message for number in range(3))
    assert told.count("broke off") == 3
    assert len(worktree.entries("recovered")) == 3
    assert all(f"Question {number}" in worktree.text for number in range(3))


def test_two_starts_at_once_record_it_once(worktree: Workshop, broken: Talk) -> None:
    """Clients that are started together after a crash do not both catch up with the same conversation."""
    payload = {"cwd": str(worktree.root), "source": "startup", "transcript_path": ""}
    environ = worktree.environ("", {"PYTHONPATH": None, "SESSION_JOURNAL_SITE": ""})
    command = worktree.hook_command("session_start")
    pipe = subprocess.PIPE
    hooks = [subprocess.Popen(command, env=environ, cwd=worktree.root, stdin=pipe, stdout=pipe) for _ in range(4)]
    for number, hook in enumerate(hooks):
        assert hook.stdin
        hook.stdin.write(json.dumps({**payload, "session_id": f"d{number}"}).encode())
        hook.stdin.close()
    said = b"".join(hook.stdout.read() for hook in hooks if hook.stdout)
    assert [hook.wait() for hook in hooks] == [0] * 4
    assert said.count(b"broke off") == 1
    assert len(worktree.entries("recovered")) == 1
    assert missing(worktree.text) == []


def test_without_git_the_line_tells_nothing_of_files(workshop: Workshop) -> None:
    """Nobody can say what is uncommitted, so nothing is said of it."""
    killed(workshop, "c1")
    assert "broke off 59 minutes ago; what happened" in Talk(workshop, "c2").starts().message


def test_with_everything_committed_it_says_so(worktree: Workshop) -> None:
    """The project's own `.sessions/` never counts, even where it is not ignored."""
    (worktree.root / ".gitignore").write_text("")
    (worktree.sessions / ".gitignore").unlink()
    worktree.git("commit", "-q", "-a", "-m", "Share")
    killed(worktree, "c1")
    assert "broke off 59 minutes ago, nothing uncommitted; " in Talk(worktree, "c2").starts().message


def test_its_session_was_closed_meanwhile(worktree: Workshop, broken: Talk) -> None:
    """There is nothing left to record it in: no line, no entry, no new session."""
    worktree.run("close", complete="")
    message = Talk(worktree, "c2").starts().message
    assert "broke off" not in message
    assert worktree.entries("recovered") == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"conversation": 5}', '{"conversation": "c9", "process": "x"}'])
def test_an_odd_note_is_no_harm(worktree: Workshop, text: str) -> None:
    """A note that cannot be understood costs nobody a start."""
    folder = worktree.sessions / ".state" / "running"
    folder.mkdir(parents=True)
    (folder / "c9.json").write_text(text)
    assert "fix-sweep-bug" in Talk(worktree).starts().message


def test_what_does_not_fit_follows(tmp_path: Path, worktree: Workshop) -> None:
    """Read with no time to spare, a long transcript is taken in piece by piece: each thing once, in order."""
    talk = Talk(worktree)
    for number in range(300):
        talk.asks(f"Question {number}.")
    piece = harvest.read(str(talk.path), {}, str(worktree.root), seconds=0)
    whole, pieces = piece.fresh, 1
    while not piece.complete:
        piece = harvest.read(str(talk.path), piece.position.data(), str(worktree.root), seconds=0)
        whole, pieces = merge(whole, piece.fresh), pieces + 1
    assert pieces > 2
    assert whole.prompts[-1].number == 300
    assert [prompt.text for prompt in whole.prompts[:10]] == [f"Question {number}." for number in range(10)]
    assert len({prompt.text for prompt in whole.prompts}) == len(whole.prompts)


def test_a_long_silence_of_the_process_is_no_crash(worktree: Workshop) -> None:
    """A client that was left open for days still runs: its transcript's age says nothing."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    os.utime(talk.path, (0, 0))
    assert "broke off" not in Talk(worktree, "c2").starts().message
    talk.client = ended_process()
    assert talk.ends().out == ""
    assert missing(worktree.text) == []
