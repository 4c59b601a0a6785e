"""A runtime that is missing or broken: hooks exit 0, and say so once a day at most."""

from __future__ import annotations

import json
import os
import pwd
import sys
from typing import TYPE_CHECKING

import pytest

from .machine import Machine, payload, shell_named

if TYPE_CHECKING:
    from pathlib import Path

CONTINUATION = payload("where were we?")
SPEAKING = {"session_start": b"{}", "user_prompt_submit": CONTINUATION}
SILENT = ("pre_compact", "post_compact", "session_end")


def sentence(reply: str) -> str:
    """Return what a reply says to the person; it must be one line of JSON, and in our name."""
    assert reply.count("\n") == 1
    spoken: str = json.loads(reply)["systemMessage"]
    assert spoken.startswith("session-journal: ")
    assert "\n" not in spoken
    return spoken


@pytest.mark.parametrize("event", SPEAKING)
def test_a_machine_with_nothing_usable_is_told_what_to_install_once_a_day(
    machine: Machine, shell: str, event: str
) -> None:
    """Without Python and uv the person reads what to install, one time, then nothing more that day."""
    machine.open_project()
    said = sentence(machine.hook("session_start", b"{}", shell))
    assert "Python 3.10 or newer" in said
    assert "apt install python3-venv" in said
    assert "brew install uv" in said
    assert machine.hook(event, SPEAKING[event], shell) == ""
    assert machine.hook(event, SPEAKING[event], shell, CLAUDE_PROJECT_DIR=str(machine.project) + "/x") == ""


def test_it_is_told_again_on_another_day(machine: Machine, shell: str) -> None:
    """A day later the sentence comes once more, and the note of the earlier day goes."""
    machine.open_project()
    machine.script("date", "echo 2025-01-15")
    sentence(machine.hook("session_start", b"{}", shell))
    machine.script("date", "echo 2025-01-16")
    sentence(machine.hook("session_start", b"{}", shell))
    assert machine.hook("session_start", b"{}", shell) == ""
    assert [entry.name for entry in machine.data.glob("told-*")] == ["told-2025-01-16"]


@pytest.mark.parametrize("event", SILENT)
def test_events_that_cannot_show_anything_stay_silent(machine: Machine, shell: str, event: str) -> None:
    """PreCompact's stdout would go into the compaction prompt: a missing runtime is not mentioned there."""
    machine.open_project()
    assert machine.hook(event, b"{}", shell) == ""


def test_a_project_without_sessions_hears_nothing(machine: Machine, shell: str) -> None:
    """Where the plugin is not used, a missing runtime is nobody's concern."""
    assert machine.hook("session_start", b"{}", shell) == ""
    assert machine.hook("user_prompt_submit", CONTINUATION, shell) == ""
    assert machine.hook("user_prompt_submit", b"garbage", shell) == ""


def test_a_prompt_does_not_build(machine: Machine, shell: str) -> None:
    """A continuation that meets no runtime is not made to wait for one; the person reads what will help."""
    machine.open_project()
    machine.offer("python3", sys.executable)
    assert "not set up yet" in sentence(machine.hook("user_prompt_submit", CONTINUATION, shell))
    assert not machine.runtime.parent.exists()


@pytest.mark.parametrize("too_old", ["exit 1", "exit 127", "echo oops; echo oops >&2; kill -9 $$"])
def test_an_interpreter_that_is_too_old_is_none(machine: Machine, shell: str, too_old: str) -> None:
    """A Python below 3.10, or a shim with nothing behind it, is passed over without a word of its own."""
    machine.open_project()
    for name in ("python3.13", "python3", "python"):
        machine.script(name, too_old)
    assert "Python 3.10 or newer" in sentence(machine.hook("session_start", b"{}", shell))


def not_there(folder: Path) -> Path:
    """Return the path of an interpreter that was uninstalled."""
    return folder / "gone"


def not_executable(folder: Path) -> Path:
    """Return a file that cannot be executed."""
    (folder / "plain").write_text("x")
    return folder / "plain"


def not_a_program(folder: Path) -> Path:
    """Return an executable that the system refuses to run."""
    (folder / "zeros").write_bytes(b"\0" * 64)
    (folder / "zeros").chmod(0o755)
    return folder / "zeros"


@pytest.mark.parametrize("broken", [not_there, not_executable, not_a_program, lambda _: "", lambda _: "/"])
@pytest.mark.parametrize("event", [*SPEAKING, *SILENT])
def test_a_recorded_interpreter_that_is_gone_does_no_harm(
    machine: Machine, shell: str, broken: object, event: str
) -> None:
    """Whatever became of the recorded interpreter, the hook exits 0 and its stdout is one sentence or nothing."""
    machine.open_project()
    assert callable(broken)
    machine.record(broken(machine.folder))
    reply = machine.hook(event, CONTINUATION, shell)
    assert sentence(reply) if event in SPEAKING else reply == ""


@pytest.mark.parametrize("end", ["exit 1", "exit 127", "echo traceback >&2; exit 120"])
def test_an_interpreter_that_fails_is_noted_for_the_next_build(machine: Machine, shell: str, end: str) -> None:
    """A Python that cannot even start our file marks the runtime, so that the next build looks at it."""
    machine.open_project()
    machine.record_witness().fail_with(end)
    assert "could not start" in sentence(machine.hook("user_prompt_submit", CONTINUATION, shell))
    assert (machine.runtime / "broken").exists()
    assert machine.hook("user_prompt_submit", CONTINUATION, shell) == ""


def test_an_interpreter_that_was_ended_is_not_to_blame(machine: Machine, shell: str) -> None:
    """A hook that the client stops, or the system kills, says nothing against the runtime."""
    machine.open_project()
    machine.record_witness().fail_with("kill -9 $$")
    assert machine.hook("user_prompt_submit", CONTINUATION, shell) == ""
    assert not (machine.runtime / "broken").exists()


@pytest.mark.parametrize("event", [*SPEAKING, *SILENT])
@pytest.mark.parametrize(
    "events",
    [
        "def run(event): print('x'); raise KeyboardInterrupt",
        "import nowhere",
        "def run(",
        "raise SystemExit(3)",
        "\0",
    ],
)
def test_a_broken_library_does_no_harm(machine: Machine, shell: str, event: str, events: str) -> None:
    """A library of ours that cannot be imported or fails leaves no traceback and no half reply."""
    machine.open_project()
    machine.record(os.path.realpath(sys.executable))
    (machine.plugin / "src/session_journal/events.py").write_text(events)
    reply = machine.hook(event, CONTINUATION, shell)
    assert "could not start" in sentence(reply) if event in SPEAKING else reply == ""


@pytest.mark.parametrize("event", [*SPEAKING, *SILENT])
def test_an_intact_installation_answers(machine: Machine, shell: str, event: str) -> None:
    """With everything in place the library gets the event and the payload, and its reply is all there is."""
    machine.open_project()
    machine.record(os.path.realpath(sys.executable))
    reply = json.loads(machine.hook(event, CONTINUATION, shell))
    assert reply["event"] == event
    assert reply["payload"] == CONTINUATION.decode()
    assert reply["path"][0] == f"{machine.plugin}/src"
    assert reply["path"][-1] == f"{machine.runtime}/site"


def test_a_folder_that_is_gone_does_no_harm(machine: Machine, shell: str) -> None:
    """A hook started in a folder that was removed exits 0."""
    machine.record_witness()
    removed = machine.folder / "removed"
    removed.mkdir()
    go = f"cd '{removed}' && rmdir '{removed}' && exec sh \"$RUN\" session_start"
    for named in ("", str(removed)):
        removed.mkdir(exist_ok=True)
        done = machine.run(
            "sh", "-c", go, env={"RUN": str(machine.plugin / "hooks/run"), "CLAUDE_PROJECT_DIR": named}
        )
        assert (done.returncode, done.stdout) == (0, b"")  # dash itself has a word to say on stderr


@pytest.mark.parametrize("home", ["", "relative", "/dev/null", "/dev/null/home"])
def test_a_home_that_cannot_hold_our_files_is_said(machine: Machine, shell: str, home: str) -> None:
    """Where nothing can be written, a hook still exits 0 and tells the person once a day."""
    machine.open_project()
    machine.script("id", "echo nobody-of-this-name")
    sentence(machine.hook("session_start", b"{}", shell, HOME=home))
    assert machine.hook("session_start", b"{}", shell, HOME=home) == ""
    assert machine.hook("session_start", b"{}", shell, HOME=home, TMPDIR="/dev/null") == ""


def test_without_home_the_recorded_one_is_used(machine: Machine, shell: str) -> None:
    """HOME unset: the runtime is where the system's own record of the person's home puts it."""
    machine.open_project()
    machine.environment.pop("HOME")
    shell = shell_named(shell, machine.folder)
    record = machine.run(
        shell, "-c", '. "$R/runtime/lookup.sh"; find_data; echo "$data"', env={"R": str(machine.plugin)}
    )
    assert record.stdout.decode() == f"{pwd.getpwuid(os.getuid()).pw_dir}/.local/share/session-journal\n"


def test_a_relative_data_folder_is_not_used(machine: Machine, shell: str) -> None:
    """XDG_DATA_HOME counts when it is absolute, as its specification says."""
    witness = machine.record_witness()
    machine.open_project()
    machine.hook("session_start", b"{}", shell, XDG_DATA_HOME="share")
    assert witness.started
    witness.forget()
    machine.hook("session_start", b"{}", shell, XDG_DATA_HOME=str(machine.folder / "elsewhere"))
    assert not witness.started
