"""What killed programs leave behind, and the lock."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from examining import examined, found, kinds, mended
from workshop import Workshop


def dead_process() -> int:
    """Return the id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def left(folder: Path, name: str, *, process: int, age: float = 3_600) -> Path:
    """Leave a temporary file as a killed writer does."""
    path = folder / f".{name}.{process}-0123abcd.tmp"
    path.write_text("half")
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_temporary_files_of_killed_writers_are_removed(workshop: Workshop) -> None:
    """Those go whose process is gone and that are some minutes old; all others stay."""
    active, dead = workshop.sessions / "active", dead_process()
    gone = [left(active, "one.md", process=dead), left(workshop.sessions / ".state", "lock", process=dead)]
    kept = [
        left(active, "young.md", process=dead, age=1),
        left(active, "busy.md", process=os.getpid()),
        active / ".mine.tmp",
    ]
    kept[2].write_text("mine")
    assert found(workshop, "temporary-files").text.startswith("2 temporary files of killed writers")
    done = mended(workshop, "temporary-files")
    assert done.text == "Removed 2 temporary files that killed writers had left"
    assert [path.exists() for path in (*gone, *kept)] == [False, False, True, True, True]


def test_a_conversation_that_broke_off_is_taken_in(workshop: Workshop) -> None:
    """The note of a client that is gone is told, and `--fix` records the end as the next start would."""
    workshop.run("resume", "fix-sweep-bug", conversation="c1")
    running = workshop.sessions / ".state" / "running"
    running.mkdir(exist_ok=True)
    note = {"conversation": "c1", "process": dead_process(), "started": "", "machine": os.uname().nodename}
    note["mark"] = workshop.project().store.marks()[0].token
    (running / "c1.json").write_text(json.dumps({**note, "transcript": str(workshop.root / "none.jsonl")}))
    assert "1 conversation broke off without a goodbye" in found(workshop, "broken-off").text
    mended(workshop, "broken-off")
    assert [entry.kind for entry in workshop.entries("recovered")] == ["recovered"]
    assert not list(running.iterdir())


@pytest.mark.parametrize("name", ["conversations/c1.json", "running/c1.json", "last_number"])
def test_damaged_state_is_put_away(workshop: Workshop, name: str) -> None:
    """A file of this machine's own that says nothing is renamed, never removed; work goes on with a new one."""
    path = workshop.sessions / ".state" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b'{"half')
    done = mended(workshop, "state-damaged")
    (kept,) = path.parent.glob(path.name + ".damaged-*")
    assert kept.read_bytes() == b'{"half'
    assert kept.name in done.text
    workshop.run("init", "another", goal="Go on")


def test_notes_on_sessions_that_are_gone_are_put_away(workshop: Workshop) -> None:
    """A conversation bound to a session of which nothing is left is noted; one of a living session is not."""
    workshop.run("resume", "fix-sweep-bug", conversation="living")
    folder = workshop.sessions / ".state" / "conversations"
    (folder / "gone.json").write_text(json.dumps({"session": "019abc12-3456-7def-8901-aaaaaaaaaaaa"}))
    mended(workshop, "session-vanished")
    assert sorted(path.name.partition(".damaged-")[0] for path in folder.iterdir()) == ["gone.json", "living.json"]
    assert (folder / "living.json").exists()


def test_messages_to_a_session_that_is_gone_are_noted(workshop: Workshop) -> None:
    """They are words of somebody, so they are named and left where they are."""
    folder = workshop.sessions / "messages" / "aaaaaa"
    folder.mkdir(parents=True)
    (folder / "20250115T100000.000000Z-normal-000000-abcdef.md").write_text("---\nto: aaaaaa\n---\nhello\n")
    finding = found(workshop, "message-stranded")
    assert "holds 1 message to a session that is gone" in finding.text
    assert finding.mend is None


def test_an_event_log_that_grew_or_is_none_is_named(workshop: Workshop) -> None:
    """Both can be made anew, by the command that the sentence names."""
    path = workshop.sessions / ".state" / "sessions.log"
    with path.open("ab") as stream:
        stream.truncate(5_000_000)
    assert "`session events --rebuild` makes it anew" in found(workshop, "log-large").text
    path.unlink()
    os.mkfifo(path)
    assert "is not a regular file" in found(workshop, "log-odd").text


def test_what_hooks_noted_is_summed_up(workshop: Workshop) -> None:
    """The failures of the last week are counted, and the last is shown; older ones are past."""
    today = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    lines = [
        "2020-01-01T00:00:00Z pre_compact Old",
        f"{today} session_start One",
        f"{today} session_end Two at x.py:3",
    ]
    (workshop.sessions / ".state" / "hooks.log").write_text("\n".join(lines) + "\n")
    text = found(workshop, "hooks-failed").text
    assert text.startswith("hooks noted 2 failures within a week in .sessions/.state/hooks.log")
    assert text.endswith("session_end Two at x.py:3")


HOLD = """import fcntl, sys, time
lock = open(sys.argv[1], 'r+')
fcntl.flock(lock, fcntl.LOCK_EX)
print('held', flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("stopped", [True, False])
def test_who_holds_the_lock_is_told(workshop: Workshop, stopped: bool) -> None:
    """The process is named, and that it is stopped, with how to let it go on; nobody is ended."""
    path = workshop.sessions / ".state" / "lock"
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        if stopped:
            holder.send_signal(signal.SIGSTOP)
            os.waitid(os.P_PID, holder.pid, os.WSTOPPED | os.WNOWAIT)
        text = found(workshop, "lock-stopped" if stopped else "lock-held").text
        assert f"held by process {holder.pid} (python" in text
        assert (f"`kill -CONT {holder.pid}` lets it go on" in text) is stopped
        assert holder.poll() is None
    finally:
        holder.kill()
        holder.communicate()
    assert kinds(workshop) == set()


def test_a_lock_that_is_no_file_is_named(workshop: Workshop) -> None:
    """A FIFO in the lock's place is told at once, without waiting for its other end."""
    path = workshop.sessions / ".state" / "lock"
    path.unlink()
    os.mkfifo(path)
    assert "is not a regular file, so nothing can be written" in found(workshop, "lock-odd").text


def test_looking_changes_nothing(workshop: Workshop) -> None:
    """Without `--fix` not a byte and not a name differs afterwards, however much there is to mend."""
    workshop.path.write_bytes(b"")
    left(workshop.sessions / "active", "one.md", process=dead_process())
    (workshop.sessions / ".state" / "last_number").write_text("?")
    before = workshop.bytes_of()
    assert not examined(workshop).is_well
    assert workshop.bytes_of() == before
