"""A disk that is full, folders that cannot be written or are gone, no more open files, a clock that jumps."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from workshop import Outcome, Workshop, made

from session_journal import session
from session_journal.document import Document

IS_ROOT = os.geteuid() == 0
LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
kind, size = getattr(resource, sys.argv[1]), int(sys.argv[2])
del sys.argv[1:3]
if kind == resource.RLIMIT_NOFILE:
    from session_journal import cli, verbs
    verbs.load(sys.argv[1])
    for name in ("batch", "healing", "eventlog", "trust", "conversation"):
        __import__("session_journal." + name)
resource.setrlimit(kind, (size, size))
from session_journal import cli
sys.exit(cli.main())
"""
HOOKS = ("session_start", "user_prompt_submit", "pre_compact", "post_compact", "session_end")


def limited(workshop: Workshop, kind: str, size: int, *words: str) -> Outcome:
    """Run a verb in a process that may have so many of something."""
    command = [sys.executable, "-c", LIMITED, kind, str(size), *words]
    environ = workshop.environ("", {"PYTHONDONTWRITEBYTECODE": "1"})
    return made(
        subprocess.run(command, cwd=workshop.root, env=environ, capture_output=True, check=False, timeout=60)
    )


def is_clear(outcome: Outcome) -> bool:
    """Tell whether a refusal is one sentence, with code 1, that says where and what."""
    return outcome.code == 1 and outcome.err.count("\n") == 1 and "Traceback" not in outcome.err


def answered(workshop: Workshop, event: str) -> Outcome:
    """Run a hook; it must exit 0 and print nothing but its reply."""
    payload = {
        "session_id": "c1",
        "prompt": "/session-log --note typed",
        "compact_summary": "Done.",
        "source": "x",
    }
    outcome = workshop.hook(event, payload)
    assert (outcome.code, outcome.err) == (0, ""), event
    return outcome


def whole(workshop: Workshop) -> None:
    """Check that every document reads."""
    for path in (*workshop.sessions.glob("active/*.md"), *workshop.sessions.glob("archive/**/*.md")):
        session.read(Document.parse(path.read_text()))


@pytest.fixture
def nearly_full(tmp_path: Path) -> Iterator[Workshop]:
    """Return a project on a file system of 200 kB; skipped where none can be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k,mode=700", "none", str(disk)]
    if not IS_ROOT or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small file system is for root")
    try:
        yield Workshop(disk)
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_is_said_and_loses_nothing(nearly_full: Workshop) -> None:
    """Until the disk is full every record is there; then each command says so, hooks exit 0, and freeing heals."""
    workshop = nearly_full
    workshop.ok("init", "x", "--steps", "A; B", conversation="c1")
    (workshop.root / "room").write_bytes(b"x" * 40_000)
    kept, number = [], 0
    while True:
        outcome = workshop.session("log", "--note", f"number {number} " + "x" * 3000, "--progress", f"p{number}")
        if outcome.code:
            break
        kept += [f"p{number}"]
        number += 1
        assert number < 100
    assert is_clear(outcome)
    assert "No space left on device" in outcome.err
    (workshop.root / "filler").write_bytes(b"")
    with (workshop.root / "filler").open("wb", buffering=0) as filler:
        try:
            while filler.write(b"x" * 512):
                pass
        except OSError:
            pass
    for words in (
        ["log", "--note", "n"],
        ["checkpoint"],
        ["set", "--tag", "t"],
        ["init", "y"],
    ):
        outcome = workshop.session(*words, conversation="c1")
        assert is_clear(outcome) or outcome.code == 0, outcome
        whole(workshop)
    for event in HOOKS:
        answered(workshop, event)
        whole(workshop)
    (workshop.root / "room").unlink()
    workshop.ok("log", "--session", "x", "--note", "there is room again")
    assert [text for text in workshop.texts("progress") if text in kept] == kept


@pytest.mark.parametrize("size", [100, 1000, 2500, 4000])
def test_files_that_may_not_grow_are_said(workshop: Workshop, size: int) -> None:
    """With any limit to a file's size a command records or says why not, and the next one without limit works."""
    workshop.ok("log", "--note", "before " + "x" * 500)
    outcome = limited(workshop, "RLIMIT_FSIZE", size, "log", "--note", "y" * 800, "--progress", "limited")
    assert is_clear(outcome) or outcome.code == 0, outcome
    assert len(workshop.texts("progress")) == (outcome.code == 0)
    workshop.ok("log", "--note", "after")
    assert workshop.value.last_entry == workshop.entries()[-1].name
    assert len(workshop.value.notes) == len(workshop.texts("progress"))


def test_too_many_open_files_are_said(workshop: Workshop) -> None:
    """However few files may be open, a command records or says why not in a sentence."""
    recorded = 0
    for most in range(3, 16, 2):
        outcome = limited(
            workshop, "RLIMIT_NOFILE", most, "log", "--progress", f"with {most}", "--note", str(most)
        )
        assert outcome.code in (0, 1), outcome
        assert "Traceback" not in outcome.err, outcome
        recorded += outcome.code == 0
    assert recorded
    assert len(workshop.texts("progress")) == len(workshop.texts("note")) == recorded
    workshop.ok("log", "--note", "after")
    assert workshop.value.last_entry == workshop.entries()[-1].name


@pytest.mark.skipif(not IS_ROOT, reason="mounting read-only is for root")
def test_a_folder_that_cannot_be_written_is_said(workshop: Workshop) -> None:
    """On a file system that is read-only commands that write say so, those that read work, hooks exit 0."""
    workshop.ok("resume", "fix-sweep-bug", conversation="c1")
    before = workshop.bytes_of(".sessions")
    folder = str(workshop.sessions)
    if subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
        for words in (["log", "--note", "n"], ["checkpoint"], ["close", "--complete"], ["init", "y"]):
            outcome = workshop.session(*words, conversation="c1")
            assert is_clear(outcome), outcome
            assert "Read-only file system" in outcome.err
        assert "Fix it" in workshop.ok("view")
        for event in HOOKS:
            answered(workshop, event)
        assert "Fix the race" in workshop.starts().context
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
    assert workshop.bytes_of(".sessions") == before


@pytest.mark.parametrize("gone", [".sessions", ".sessions/.state", ".sessions/journal", "."])
def test_a_folder_that_vanishes_does_no_harm(workshop: Workshop, gone: str) -> None:
    """What is removed under our hands is named or made anew; nothing fails with more than a sentence."""
    workshop.ok("resume", "fix-sweep-bug", conversation="c1")
    shutil.rmtree(workshop.root / gone)
    for event in HOOKS:
        folder = workshop.root if workshop.root.exists() else workshop.home
        payload = {"session_id": "c1", "prompt": "/session-log --note typed", "cwd": str(workshop.root)}
        outcome = workshop.hook(event, payload, cwd=folder)
        assert (outcome.code, outcome.err) == (0, ""), event
    if workshop.root.exists():
        outcome = workshop.session("log", "--note", "n", conversation="c1")
        assert is_clear(outcome) or outcome.code == 0, outcome
        assert (outcome.code == 0) == (gone in (".sessions/.state", ".sessions/journal"))


def test_a_working_folder_that_is_gone_is_said(workshop: Workshop) -> None:
    """A command that is started in a folder that was removed says so, or finds nothing, in a sentence."""
    script = 'mkdir gone; cd gone; rmdir ../gone; exec "$0" -m session_journal log --note x'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable],
        cwd=workshop.root,
        env=workshop.environ(),
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode in (0, 1), done
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") <= 1


BACK = """
import sys, time
real, back = time.time_ns, int(sys.argv.pop(1))
time.time_ns = lambda: real() - back * 10**9
time.time = lambda: time.time_ns() / 1e9
from session_journal import cli
sys.exit(cli.main())
"""


@pytest.mark.parametrize("back", [1, 3600, 86_400 * 400])
def test_a_clock_that_jumps_back_changes_no_order(workshop: Workshop, back: int) -> None:
    """Records made after the clock was set back come behind those before, by name and by time."""
    workshop.ok("log", "--note", "first")
    for number in range(3):
        command = [
            sys.executable,
            "-c",
            BACK,
            str(back),
            "log",
            "--note",
            f"back {number}",
            "--progress",
            f"p{number}",
        ]
        subprocess.run(command, cwd=workshop.root, env=workshop.environ(), capture_output=True, check=True)
    workshop.ok("log", "--note", "last")
    assert workshop.value.key_context == ("first", "back 0", "back 1", "back 2", "last")
    assert [note.text for note in workshop.value.notes] == ["p0", "p1", "p2"]
    entries = workshop.entries()
    assert [entry.name for entry in entries] == sorted(entry.name for entry in entries)
    times = [entry.at for entry in entries]
    assert times == sorted(times)
    assert workshop.value.last_entry == entries[-1].name
