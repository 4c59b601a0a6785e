"""Bad input does no harm: hooks answer with exit 0 and an empty stderr, verbs with a sentence; no byte is lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from workshop import Outcome, Workshop, made

EVENTS = ("session_start", "user_prompt_submit", "pre_compact", "post_compact", "session_end")
VERBS = (
    ["resume"],
    ["log", "--note", "x"],
    ["checkpoint"],
    ["view"],
    ["current"],
    ["pause"],
    ["close", "--complete"],
)
PROMPT = "/session-log --note x"
events = pytest.mark.parametrize("event", EVENTS)
verbs = pytest.mark.parametrize("words", VERBS, ids=lambda words: words[0])


def payload(**more: Any) -> dict[str, Any]:
    """Return what the client hands over, with every field that some event has."""
    fields = {"session_id": "c1", "transcript_path": "/nonexistent", "source": "startup", "prompt": PROMPT}
    return {**fields, "trigger": "auto", "compact_summary": "Summary.", "reason": "other", **more}


def is_harmless(outcome: Outcome, event: str) -> None:
    """Hold what must be true of every reply of a hook."""
    assert (outcome.code, outcome.err) == (0, "")
    assert "Traceback" not in outcome.out
    if outcome.out and event not in ("pre_compact", "post_compact"):
        assert set(json.loads(outcome.out)) <= {"systemMessage", "hookSpecificOutput"}
    else:  # these take plain text
        assert not outcome.out.startswith("{")


def is_one_sentence(outcome: Outcome) -> None:
    """Hold what must be true of every refusal of a verb."""
    assert outcome.code in (1, 2), outcome
    assert outcome.out == ""
    assert outcome.err.startswith("session: ")
    assert outcome.err.count("\n") == 1
    assert "Traceback" not in outcome.err


STDIN = {
    "nothing": b"",
    "no JSON": b"hello",
    "half": b'{"session_id": "c1", "prompt": "where were',
    "a list": b'["session_id"]',
    "a string": b'"session_id"',
    "null": b"null",
    "deep": b'{"a":' + b"[" * 100_000,
    "numbers": json.dumps(dict.fromkeys(payload(), 7)).encode(),
    "nulls": json.dumps(dict.fromkeys(payload())).encode(),
    "lists": json.dumps({key: [key] for key in payload()}).encode(),
    "not UTF-8": b'{"session_id": "c\xff\xfe", "prompt": "\xc3\x28"}',
    "NUL": b'{"session_id": "c\\u0000", "prompt": "/session-log --note a\\u0000b"}',
    "half a pair": b'{"session_id": "c\\ud800", "prompt": "/session-log --note a\\ud800b"}',
    "an id that leads out": json.dumps(payload(session_id="../../../x", prompt="where were we?")).encode(),
    "a long id": json.dumps(payload(session_id="ä" * 5_000, prompt="where were we?")).encode(),
    "a BOM": b"\xef\xbb\xbf" + json.dumps(payload()).encode(),
}


@events
@pytest.mark.parametrize("name", STDIN)
def test_any_stdin_is_no_harm(workshop: Workshop, event: str, name: str) -> None:
    """Whatever the client hands over: a valid reply or none, and every document as it was."""
    before = workshop.bytes_of(".sessions/active")
    is_harmless(workshop.hook(event, STDIN[name]), event)
    if name in ("nothing", "no JSON", "half", "a list", "a string", "null", "deep", "numbers", "nulls", "lists"):
        assert workshop.bytes_of(".sessions/active") == before or event == "pre_compact"
    assert workshop.value.is_open
    assert {path.name for path in workshop.root.parent.iterdir()} <= {"project", "home", "pycache"}


@events
def test_no_session_id_is_no_harm(workshop: Workshop, event: str) -> None:
    """Without a session id everything works that needs none."""
    is_harmless(
        workshop.hook(event, {"source": "startup", "prompt": "where were we?", "compact_summary": "S."}), event
    )


@events
def test_five_megabytes_are_no_harm(workshop: Workshop, event: str) -> None:
    """A payload of 5 MB is read to its end and answered."""
    text = 'x" ` -- # \n' * 500_000
    big = payload(prompt=f"/session-log --note {text}", compact_summary=text)
    outcome = workshop.hook(event, big)
    is_harmless(outcome, event)
    assert workshop.value.is_open
    if event == "user_prompt_submit":
        assert "100,000 are the most; nothing was done" in outcome.message


@events
def test_a_payload_of_a_hundred_megabytes_is_read_and_refused(workshop: Workshop, event: str) -> None:
    """A payload that no client sends is read to its end, so that nobody waits, and is not kept in memory."""
    before = workshop.bytes_of(".sessions/active")
    outcome = workshop.hook(event, b'{"prompt": "' + b"x" * 100_000_000 + b'"}')
    assert outcome == (0, "", "")
    assert workshop.bytes_of(".sessions/active") == before


def test_a_document_does_not_grow_until_it_cannot_be_read(workshop: Workshop) -> None:
    """A record that would make the document larger than what is read is refused; the document stays readable."""
    workshop.text += "\n## Mine\n" + "x" * 7_500_000 + "\n"
    outcome = workshop.session("log", "--note", "-", stdin=("ä" * 490_000).encode())
    is_one_sentence(outcome)
    assert "would grow above 8 MB" in outcome.err
    workshop.ok("log", "--next", "smaller")
    assert workshop.value.next_steps == ("smaller",)


def test_a_document_does_not_get_more_lines_than_are_read(workshop: Workshop) -> None:
    """A record that would make the document longer than what is read in time is refused; it stays readable."""
    outcome = workshop.session("log", "--note", "-", stdin=b"x\ny\n" * 35_000)
    is_one_sentence(outcome)
    assert "would grow above 60,000 lines" in outcome.err
    workshop.ok("log", "--next", "smaller")
    workshop.text += "more\n" * 70_000
    assert "there are more than 60,000 lines" in workshop.starts().message


@events
def test_a_folder_that_is_gone_is_no_harm(workshop: Workshop, tmp_path: Path, event: str) -> None:
    """A cwd that is gone, for the payload and for the process, gives an answer as for no project."""
    gone = tmp_path / "gone"
    gone.mkdir()
    command = ["sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh", *workshop.hook_command(event)]
    environ = workshop.environ("", {"PYTHONPATH": None, "SESSION_JOURNAL_SITE": "/nonexistent"})
    data = json.dumps(payload(cwd=str(gone))).encode()
    done = subprocess.run(command, input=data, cwd=gone, env=environ, capture_output=True, check=False)
    is_harmless(made(done), event)


def test_a_folder_that_is_gone_is_said(workshop: Workshop, tmp_path: Path) -> None:
    """A verb in a folder that was deleted says so."""
    gone = tmp_path / "gone"
    gone.mkdir()
    command = ["sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh", sys.executable, "-m", "session_journal", "list"]
    done = subprocess.run(command, cwd=gone, env=workshop.environ(), capture_output=True, check=False)
    is_one_sentence(made(done))


@events
def test_sessions_as_a_file_harm_no_hook(empty: Workshop, event: str) -> None:
    """Where `.sessions` is a file, hooks leave it alone and the client in peace."""
    empty.sessions.write_text("mine")
    is_harmless(empty.hook(event, payload()), event)
    assert empty.sessions.read_text() == "mine"


@pytest.mark.parametrize("words", [["init", "x"], ["list"], *VERBS], ids=lambda words: words[0])
def test_sessions_as_a_file_is_said(empty: Workshop, words: list[str]) -> None:
    """Where `.sessions` is a file each verb says so, and the file stays."""
    empty.sessions.write_text("mine")
    outcome = empty.session(*words)
    is_one_sentence(outcome)
    assert ".sessions" in outcome.err
    assert empty.sessions.read_text() == "mine"


BROKEN: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "YAML": (lambda text: text.replace(b"status: active", b"status: [active"), "YAML"),
    "conflict": (
        lambda text: text.replace(b"## Context", b"<<<<<<< HEAD\n## Context\n=======\n>>>>>>> x"),
        "conflict",
    ),
    "NUL": (lambda text: text.replace(b"## Context", b"\0\0## Context"), "NUL"),
    "zeros": (lambda text: b"\0" * len(text), "NUL"),
    "unclosed": (lambda text: text.replace(b"\n---\n", b"\n", 1), "not closed"),
    "empty": (lambda _: b"", "no front matter"),
    "no id": (lambda text: text.replace(b"\nid: ", b"\nidentity: "), "no `id`"),
    "UTF-16": (lambda text: text.decode().encode("utf-16"), "NUL"),
    "huge": (lambda text: text + b"x" * 8_000_001, "larger than 8 MB"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_document_is_named_and_kept(workshop: Workshop, name: str) -> None:
    """A document that cannot be read is named with its path by every verb, and no byte of it changes."""
    harm, what = BROKEN[name]
    workshop.path.write_bytes(harm(workshop.path.read_bytes()))
    before = workshop.bytes_of(".sessions/active", ".sessions/journal", ".sessions/archive")
    for words in VERBS:
        outcome = workshop.session(*words)
        is_one_sentence(outcome)
        assert what in outcome.err
        assert ".sessions/active/fix-sweep-bug-" in outcome.err
    assert what in workshop.ok("list")
    assert workshop.bytes_of(".sessions/active", ".sessions/journal", ".sessions/archive") == before


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_document_harms_no_hook(workshop: Workshop, name: str) -> None:
    """With a document that cannot be read hooks answer all the same, and the start names it to the person."""
    harm, what = BROKEN[name]
    workshop.path.write_bytes(harm(workshop.path.read_bytes()))
    before = workshop.bytes_of(".sessions/active", ".sessions/journal")
    for event in EVENTS:
        outcome = workshop.hook(event, payload(source="resume"))
        is_harmless(outcome, event)
        if event == "session_start":
            assert what in outcome.message
    assert workshop.bytes_of(".sessions/active", ".sessions/journal") == before


@pytest.mark.parametrize("name", ["BOM", "CRLF", "Latin-1", "no newline", "old Mac"])
def test_an_odd_document_is_read_and_kept(workshop: Workshop, name: str) -> None:
    """A byte-order mark, CRLF, bytes that are not UTF-8 and a missing newline are read and stay."""
    data = workshop.path.read_bytes()
    odd = {
        "BOM": b"\xef\xbb\xbf" + data,
        "CRLF": data.replace(b"\n", b"\r\n"),
        "Latin-1": data.replace(b"## Context", b"caf\xe9\n\n## Context"),
        "no newline": data.rstrip(b"\n"),
        "old Mac": data.replace(b"## Context", b"a\rb\n\n## Context"),
    }[name]
    workshop.path.write_bytes(odd)
    assert workshop.starts().context.startswith("# Session record: ")
    assert workshop.path.read_bytes() == odd
    workshop.ok("log", "--note", "x")
    after = workshop.path.read_bytes()
    assert after.startswith(odd[:3])
    assert (b"\r\n" in after, b"caf\xe9" in after, b"a\rb" in after) == (
        name == "CRLF",
        name == "Latin-1",
        name == "old Mac",
    )
    assert after.endswith(b"\n") == (name != "no newline")
    assert workshop.value.key_context == ("x",)


@pytest.fixture(params=["read-only", "no folder"])
def unwritable(request: pytest.FixtureRequest, workshop: Workshop) -> Iterator[Workshop]:
    """Return a project whose journal cannot be written."""
    (entries,) = workshop.sessions.glob("journal/*/entries")
    if request.param == "no folder":
        shutil.move(entries, entries.with_name("elsewhere"))
        entries.write_text("a file where the folder of entries should be")
        yield workshop
    elif os.geteuid() != 0:
        entries.chmod(0o500)
        yield workshop
        entries.chmod(0o700)
    else:  # root may write anywhere, but into what is marked as unchangeable
        if subprocess.run(["chattr", "+i", entries], capture_output=True, check=False).returncode:
            pytest.skip("root may write anywhere, and this file system marks nothing as unchangeable")
        yield workshop
        subprocess.run(["chattr", "-i", entries], check=True)


def test_a_folder_that_cannot_be_written_is_said(unwritable: Workshop) -> None:
    """Where nothing can be recorded the verb names the path, and the document is as before."""
    before = unwritable.bytes_of(".sessions/active")
    outcome = unwritable.session("log", "--note", "x")
    is_one_sentence(outcome)
    assert "entries" in outcome.err
    assert unwritable.bytes_of(".sessions/active") == before


def test_a_folder_that_cannot_be_written_harms_no_hook(unwritable: Workshop) -> None:
    """Where nothing can be recorded the brief is given all the same, and what failed is said in a line."""
    before = unwritable.bytes_of(".sessions/active")
    for event in EVENTS:
        is_harmless(unwritable.hook(event, payload()), event)
    assert unwritable.starts().context.startswith("# Session record: ")
    assert "entries" in unwritable.types(PROMPT).message
    assert unwritable.bytes_of(".sessions/active") == before


def test_a_journal_that_cannot_be_listed_is_named(workshop: Workshop) -> None:
    """Where the folder of entries cannot be listed, hooks and verbs name it and answer all the same."""
    (entries,) = workshop.sessions.glob("journal/*/entries")
    shutil.move(entries, entries.with_name("elsewhere"))
    entries.symlink_to(entries)
    for event in EVENTS:
        outcome = workshop.hook(event, payload())
        is_harmless(outcome, event)
        assert "failed" not in outcome.out
    assert "entries" in workshop.starts().message
    outcome = workshop.session("log", "--note", "x")
    is_one_sentence(outcome)
    assert "entries" in outcome.err


def test_a_project_that_cannot_be_written_is_said(empty: Workshop) -> None:
    """Where the folder itself cannot be made, `init` says so; root is stopped by a full file system instead."""
    place = empty.root / ".git"
    place.write_text("gitdir: /proc/nowhere")
    outcome = empty.session("init", "x", cwd=Path("/proc"))
    is_one_sentence(outcome)
    assert ".sessions" in outcome.err


@events
def test_a_state_folder_that_cannot_be_made_harms_no_hook(workshop: Workshop, event: str) -> None:
    """Where `.state` is a file, hooks answer all the same."""
    shutil.rmtree(workshop.sessions / ".state")
    (workshop.sessions / ".state").write_text("mine")
    is_harmless(workshop.hook(event, payload()), event)
    assert (workshop.sessions / ".state").read_text() == "mine"


@verbs
def test_a_state_folder_that_cannot_be_made_is_said_at_most(worktree: Workshop, words: list[str]) -> None:
    """Where `.state` is a file, reading works and writing is refused in one sentence."""
    shutil.rmtree(worktree.sessions / ".state")
    (worktree.sessions / ".state").write_text("mine")
    outcome = worktree.session(*words, conversation="c1")
    if words[0] in ("view", "current"):
        assert (outcome.code, outcome.err) == (0, "")
    else:
        is_one_sentence(outcome)


@pytest.mark.parametrize("how", ["missing", "failing", "hanging", "no commit", "broken head", "no repository"])
def test_without_a_usable_git_everything_works(workshop: Workshop, tmp_path: Path, how: str) -> None:
    """Git missing, failing or hanging and repositories without a commit or a HEAD cost only git's facts."""
    tools = tmp_path / "tools"
    tools.mkdir()
    if how in ("failing", "hanging"):
        (tools / "git").write_text("#!/bin/sh\n" + ("exit 128" if how == "failing" else "exec sleep 60"))
        (tools / "git").chmod(0o755)
    if how in ("no commit", "broken head", "missing", "failing", "hanging"):
        workshop.git("init", "-q", "-b", "main")
    if how == "broken head":
        (workshop.root / ".git" / "HEAD").write_bytes(b"\xff\0ref: \n")
    env = {"PATH": str(tools) if how in ("missing", "failing", "hanging") else "/usr/bin:/bin"}
    if how == "hanging":
        env["PATH"] += ":/bin"
    workshop.ok("checkpoint", "--note", "x", env=env)
    workshop.ok("log", "--done", "Reproduce", env=env)
    assert "Where you left off" in workshop.ok("resume", env=env)
    for event in EVENTS:
        is_harmless(workshop.hook(event, payload(prompt="where were we?"), env=env), event)
    if how == "no commit":
        assert (workshop.value.branch, workshop.value.commit) == ("main", "")


@pytest.mark.parametrize("home", [None, "", "relative", "/nonexistent", "/dev/null"])
def test_without_a_home_everything_works(empty: Workshop, home: str | None) -> None:
    """HOME unset, empty, relative or gone: everything works, and nothing is made beside the sessions."""
    env = {"HOME": home}
    empty.ok("init", "x", "--steps", "a; b", env=env)
    empty.ok("log", "--done", "a", env=env)
    assert "x (" in empty.ok("resume", env=env)
    for event in EVENTS:
        is_harmless(empty.hook(event, payload(), env=env), event)
    assert empty.starts(env=env).context
    assert sorted(path.name for path in empty.root.iterdir()) == [".sessions"]


def test_a_stopped_writer_blocks_no_hook(workshop: Workshop) -> None:
    """A writer that was stopped in the middle keeps its lock: hooks give up and say so."""
    hold = "import fcntl, sys, signal; f = open(sys.argv[1], 'a'); fcntl.flock(f, fcntl.LOCK_EX); "
    hold += "print('held', flush=True); signal.pause()"
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(workshop.sessions / ".state" / "lock")], stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        holder.send_signal(signal.SIGSTOP)
        outcome = workshop.types(PROMPT)
        is_harmless(outcome, "user_prompt_submit")
        assert "Another process has been writing for 2 s" in outcome.message
        for event in EVENTS:
            is_harmless(workshop.hook(event, payload(prompt="where were we?")), event)
    finally:
        holder.kill()
        holder.wait()
    workshop.ok("log", "--note", "free again")


def test_closed_streams_are_no_harm(workshop: Workshop) -> None:
    """A verb whose stdin, stdout or stderr is closed, or whose reader went away, leaves no traceback."""
    python = f'"{sys.executable}" -m session_journal'
    for line in (
        "list <&-",
        "log --note - <&-",
        "list >&-",
        "list 2>&-",
        "list >/dev/full",
        "list | true",
        "nothing 2>&-",
        "view >&- 2>&-",
    ):
        done = subprocess.run(
            ["bash", "-c", f"{python} {line}"],
            cwd=workshop.root,
            env=workshop.environ(),
            capture_output=True,
            check=False,
        )
        assert b"Traceback" not in done.stderr, line
        assert b"Exception" not in done.stderr, line
        assert done.stderr.count(b"\n") <= 1, line


@events
def test_closed_streams_harm_no_hook(workshop: Workshop, event: str) -> None:
    """A hook whose streams are closed or whose reader is gone ends with exit 0 and says nothing."""
    command = " ".join(f"'{word}'" for word in workshop.hook_command(event))
    environ = workshop.environ("", {"PYTHONPATH": None, "SESSION_JOURNAL_SITE": "/nonexistent"})
    data = json.dumps(payload(cwd=str(workshop.root))).encode()
    for redirection in ("<&-", ">&-", ">/dev/full", "| true", "<&- >&- 2>&-"):
        done = subprocess.run(
            ["bash", "-c", f"{command} {redirection}"],
            input=data,
            cwd=workshop.root,
            env=environ,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b""), redirection


@pytest.mark.parametrize(
    "words",
    [
        ["--nothing"],
        ["nothing"],
        ["log", "--nothing", "x"],
        ["list", "extra"],
        ["view", "--json", "a", "b"],
        ["log", "--note"],
        ["init", "a", "b"],
        ["close", "--complete", "--reason"],
        ["log", "-x"],
    ],
)
def test_wrong_words_are_a_wrong_call(workshop: Workshop, words: list[str]) -> None:
    """Unknown verbs and options, values that are missing and words too many: one sentence and exit code 2."""
    before = workshop.bytes_of(".sessions")
    outcome = workshop.session(*words)
    is_one_sentence(outcome)
    assert outcome.code == 2
    assert "--help" in outcome.err or "Its options" in outcome.err
    assert workshop.bytes_of(".sessions") == before


@pytest.mark.parametrize(
    "harm", ["null", "[]", '{"session": 7}', "x", "\0", '{"session": "../../etc"}', '{"injected": [1]}']
)
def test_a_damaged_state_of_a_conversation_is_as_none(workshop: Workshop, harm: str) -> None:
    """What this machine remembers of a conversation may be lost or damaged: it costs a repeated brief at most."""
    workshop.starts()
    for path in (workshop.sessions / ".state").rglob("*.json"):
        path.write_text(harm)
    outcome = workshop.starts("resume")
    is_harmless(outcome, "session_start")
    assert outcome.context.startswith("# Session record: ")
    workshop.ok("log", "--note", "x", conversation="c1")
