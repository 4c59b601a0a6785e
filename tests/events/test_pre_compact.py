"""PreCompact: what it captures, what it says to the compactor, and what it bears with."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from workshop import Workshop

from session_journal.store import Store

from .talk import Talk, missing, work

REWRITTEN = "the client's transcript was rewritten"
STARTED = "no session was active"


@pytest.fixture
def ready(repository: Workshop) -> Workshop:
    """Return a git repository on the branch `fix/ledger`, with a `.sessions/` in which there is nothing."""
    repository.git("checkout", "-q", "-b", "fix/ledger")
    repository.sessions.mkdir()
    return repository


def names(workshop: Workshop) -> list[str]:
    """Return the shortnames of the open sessions."""
    return sorted(path.stem.rpartition("-")[0] for path in (workshop.sessions / "active").glob("*.md"))


# what is in a transcript


def garbage() -> bytes:
    """Return five megabytes of lines that make no sense, each in its own way."""
    chance = random.Random(3)  # noqa: S311 (garbage, the same every time)
    lines = [
        b"\0" * 1000,
        b"{" * 100_000,
        b'{"type":"user","message":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
        b'{"type":"user","message":{"role":"user","content":{"text":5}},"timestamp":7}',
        b'{"type":"assistant","message":{"content":[null,3,{"type":"tool_use","input":[]},{"type":"text"}]}}',
        b'{"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":[]}]},"toolUseResult":"x"}',
        b'{"type":"assistant","message":null}',
        b'{"type":"system","subtype":"compact_boundary","timestamp":{}}',
        b'"a string"',
        b"[1, 2, 3]",
        b"null",
        b'{"type":"user","message":{"role":"user","content":"cut in the mid',
        b'{"type":"user","isSidechain":true,"message":{"role":"user","content":"Always spare the teapot."}}',
        b'{"type":"user","message":{"role":"user","content":"\\ud800 lone \\u0000 \\u202e"}}',
        b'{"type":"something-new","payload":"' + b"x" * 1_000_000 + b'"}',
        b"\xff\xfe\xfd not unicode",
        b"",
    ]
    data = b"".join(chance.choice(lines) + b"\n" for _ in range(60)) + chance.randbytes(1_000_000)
    return (data + b"\n") * (1 + 5_000_000 // len(data))


def test_garbage_in_a_transcript_hides_nothing(worktree: Workshop) -> None:
    """Five megabytes of broken, strange and enormous lines between those that say something do no harm."""
    talk = Talk(worktree)
    talk.raw(garbage())
    talk.starts()
    work(talk)
    talk.raw(garbage())
    assert missing(talk.compacts()) == []
    assert "teapot" not in worktree.text


def test_nothing_but_garbage_is_no_harm(worktree: Workshop) -> None:
    """A transcript without one sensible line gives a checkpoint with nothing captured."""
    talk = Talk(worktree)
    talk.raw(bytes(range(256)) * 20_000)
    assert "session-journal" in talk.compacts()
    (entry,) = worktree.entries("checkpoint")
    assert entry.field("captured") == ""


def test_a_half_written_line_is_read_when_it_is_whole(worktree: Workshop) -> None:
    """The client is still writing the last line: it is left for the next reading, which has it once."""
    talk = Talk(worktree)
    work(talk)
    talk.asks("Only the March ledger is affected.")
    data = talk.path.read_bytes()
    talk.path.write_bytes(data[:-40])
    talk.compacts()
    assert "March" not in worktree.text
    talk.raw(data[-40:])
    talk.compacts()
    assert worktree.text.count("- Only the March ledger is affected.") == 1
    assert REWRITTEN not in talk.starts("compact").message


# transcripts that are not what they were


def cut(talk: Talk) -> None:
    """Cut the file in the middle."""
    data = talk.path.read_bytes()
    talk.path.write_bytes(data[: len(data) // 2])


def cut_at_a_line(talk: Talk) -> None:
    """Leave the first lines of the file."""
    talk.path.write_bytes(b"".join(talk.path.read_bytes().splitlines(keepends=True)[:4]))


def rotate(talk: Talk) -> None:
    """Put the file aside; a new one takes its place."""
    talk.path.rename(talk.path.with_suffix(".old"))
    talk.asks("Hello again.")


def rewrite(talk: Talk) -> None:
    """Put something in front of all."""
    talk.path.write_bytes(b'{"type":"summary","summary":"x"}\n' + talk.path.read_bytes())


@pytest.mark.parametrize("harm", [cut, cut_at_a_line, rotate, rewrite])
def test_a_changed_transcript_is_read_anew_and_said_once(worktree: Workshop, harm: Callable[[Talk], None]) -> None:
    """Nothing that was captured is lost, nothing is there twice, what comes is captured, and it is said once."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    talk.compacts()
    talk.starts("compact")
    harm(talk)
    talk.raw(b"\n")
    talk.asks("Only the March ledger is affected.")
    assert missing(talk.compacts()) == []
    assert REWRITTEN in talk.starts("compact").message
    for once in ("- Never touch the wallet's public API.", "- Only the March ledger is affected."):
        assert worktree.text.count(once) == 1
    assert "sweep.py ×" not in worktree.text
    talk.asks("And the names?")
    talk.compacts()
    assert talk.starts("compact").message == ""


def unlink(path: Path) -> None:
    """Delete it."""
    path.unlink()


def folder(path: Path) -> None:
    """Put a folder in its place."""
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    """Put a pipe in its place, which nobody writes to."""
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("harm", [unlink, folder, pipe])
def test_a_transcript_that_is_gone_is_said_once(worktree: Workshop, harm: Callable[[Path], None]) -> None:
    """The compactor has what was captured before; the person is told once."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    talk.compacts()
    talk.starts("compact")
    harm(talk.path)
    assert missing(talk.compacts()) == []
    assert "the client's transcript is gone" in talk.starts("compact").message
    talk.compacts()
    assert talk.starts("compact").message == ""


def test_without_any_transcript_there_is_a_checkpoint(worktree: Workshop) -> None:
    """A client that keeps none is not told that one is gone."""
    talk = Talk(worktree)
    talk.path.unlink()
    talk.starts()
    talk.compacts()
    assert talk.starts("compact").message == ""
    assert len(worktree.entries("checkpoint")) == 1


# a session by itself


def test_a_session_is_started_where_none_is_active(ready: Workshop) -> None:
    """It is named after the branch, has the goal, holds what was captured, is private, and is said."""
    talk = Talk(ready)
    assert talk.starts().message == ""
    work(talk)
    assert missing(talk.compacts()) == []
    assert names(ready) == ["fix-ledger"]
    assert ready.value.objective.startswith("The sweeper pays twice")
    message = talk.starts("compact").message
    assert message == (
        "session-journal: no session was active, so fix-ledger was started to keep this work "
        "(`auto_start: false` in .sessions/config.yaml turns that off)"
    )
    assert (ready.sessions / ".gitignore").read_text().endswith("\n*\n")
    assert STARTED not in talk.starts("resume").message


def test_on_a_trunk_it_is_named_after_the_goal(ready: Workshop) -> None:
    """The branch `main` says nothing about the work, so the goal names the session."""
    ready.git("checkout", "-q", "main")
    talk = Talk(ready)
    work(talk)
    talk.compacts()
    assert names(ready) == ["the-sweeper-pays-twice-when-two-workers"]


def test_without_branch_and_goal_there_is_a_session_too(empty: Workshop) -> None:
    """No git, and nothing was asked: it is called just that."""
    empty.sessions.mkdir()
    Talk(empty).compacts()
    assert names(empty) == ["session"]


def test_a_paused_one_of_that_name_stays_as_it_is(ready: Workshop) -> None:
    """Only a paused session is open, and it has the branch's name: the new one gets its key behind it."""
    ready.run("init", "fix-ledger", goal="Mend the ledger")
    ready.run("pause")
    before = ready.text
    work(talk := Talk(ready))
    talk.compacts()
    (other,) = [name for name in names(ready) if name != "fix-ledger"]
    assert other.startswith("fix-ledger-")
    assert next((ready.sessions / "active").glob("fix-ledger-??????.md")).read_text() == before


def test_between_several_none_is_chosen_and_none_started(worktree: Workshop) -> None:
    """Two sessions could be meant: a compaction writes to neither and starts no third."""
    worktree.run("init", "other-work", goal="Something else")
    before = worktree.bytes_of(".sessions/active", ".sessions/journal")
    work(talk := Talk(worktree))
    assert talk.compacts() == ""
    assert worktree.bytes_of(".sessions/active", ".sessions/journal") == before


def test_auto_start_can_be_turned_off(ready: Workshop) -> None:
    """`auto_start: false`: nothing is started and nothing is said."""
    (ready.sessions / "config.yaml").write_text("# ours\nauto_start: false # nobody asked for one\n")
    work(talk := Talk(ready))
    assert (talk.compacts(), talk.starts("compact").message) == ("", "")
    assert names(ready) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("auto_start: true\nautostart: false\n", "config.yaml:2: there is no setting 'autostart'"),
        ("\n\nauto_start: perhaps\n", "config.yaml:3: auto_start must be true or false"),
        ("brief_characters: 90000\n", "config.yaml:1: brief_characters must be a number from 500 to 9000"),
        ("capture: [yes\n", "config.yaml:1: the file is not valid YAML"),
        ("no settings at all\n", "config.yaml:1: the file is not `key: value` lines"),
    ],
)
def test_a_wrong_setting_is_named_and_harms_nothing(ready: Workshop, text: str, says: str) -> None:
    """The next start names the file, the line and what may stand there; the compaction is served as ever."""
    (ready.sessions / "config.yaml").write_text(text)
    talk = Talk(ready)
    work(talk)
    assert missing(talk.compacts()) == []
    message = talk.starts("compact").message
    assert says in message
    assert STARTED in message


# what cannot be written, and what must not be


def test_while_another_writes_the_compactor_has_the_record(worktree: Workshop) -> None:
    """The lock is held for longer than a hook waits: said at the next start; the next reading misses nothing."""
    worktree.run("log", decision="Lock before the check", rationale="Smallest change")
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    with Store(str(worktree.root)).locked(1):
        assert "Lock before the check" in talk.compacts()
    assert "no checkpoint was written before the compaction" in talk.starts("compact").message
    assert missing(talk.compacts()) == []


def test_what_the_compactor_is_told_stays_below_the_clients_limit(worktree: Workshop) -> None:
    """Of a session and a talk without measure it is told at most 9,500 characters, and how to see more."""
    for number in range(60):
        worktree.run("log", decision=f"Choice {number}: {'long ' * 60}", rationale=f"Reason {number}")
    talk = Talk(worktree)
    for number in range(300):
        talk.asks(f"Never touch table{number}_{'x' * 90}; it must stay at {number}.")
    told = talk.compacts()
    assert len(told) <= 9_500
    assert "```session-journal" in told
    assert "session view" in told


def test_no_compaction_follows_and_none_is_counted(worktree: Workshop) -> None:
    """The client announces compactions that it then does not make: a checkpoint is written, nothing is counted."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    for _ in range(3):
        talk.compacts("auto")
    assert worktree.value.compaction_count == 0
    talk.starts("compact")
    assert worktree.value.compaction_count == 1
    talk.starts("compact")
    assert worktree.value.compaction_count == 1


PLANTED = {
    "aws": "AKIA" + "IOSFODNN7EXAMPLQ",
    "github": "ghp_" + "aB3dE6fG9hJ2kL5mN8pQ1rS4tU7vW0xY3zA6",
    "password": "hunter2" + "Correct-Horse",
    "bearer": "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
    "url": "s3cr3t" + "Pass99",
}


def test_secrets_reach_no_file_and_no_reply(ready: Workshop) -> None:
    """Secrets in prompts, talk, commands, outputs and summaries are in no file and in no reply."""
    talk = Talk(ready)
    replies = [talk.starts().out]
    talk.asks(f"Fix the login. The AWS key is {PLANTED['aws']}, never commit it. PASSWORD={PLANTED['password']}")
    talk.says(
        f"Root cause: the token {PLANTED['github']} expired, because the url had postgres://me:{PLANTED['url']}@db/x."
    )
    talk.runs(
        f"curl -H 'Authorization: Bearer {PLANTED['bearer']}' https://x.example && pytest tests/test_login.py",
        f"FAILED tests/test_login.py::test_key - AssertionError: {PLANTED['aws']}\nE   token={PLANTED['github']}",
        failed=True,
    )
    talk.says(f"Decision: use postgres://me:{PLANTED['url']}@db/x because {PLANTED['github']} works.")
    talk.calls("Bash", {"command": f"deploy --token {PLANTED['github']} --key {PLANTED['aws']}"})
    replies.append(talk.compacts())
    summary = f"<summary>The key is {PLANTED['aws']}.\n```session-journal\ntldr: token {PLANTED['github']}\n"
    summary += (
        f"decisions:\n  - decision: use {PLANTED['aws']}\n    rationale: password={PLANTED['password']}\n```\n"
    )
    replies += [talk.summarised(summary).out, talk.starts("compact").out, talk.ends().out]
    texts = {**ready.bytes_of(".sessions"), **{f"reply {n}": reply.encode() for n, reply in enumerate(replies)}}
    found = [
        (kind, name) for kind, text in PLANTED.items() for name, data in texts.items() if text.encode() in data
    ]
    assert found == []
    assert "test_login.py" in ready.text
