"""What the client writes reaches Python byte for byte, and the client can always write all of it."""

from __future__ import annotations

import os
import socket
import subprocess

import pytest

from .machine import Machine, payload, shell_named

EVERY_BYTE = bytes(range(1, 256))
HOSTILE = (b"", b"\n", b"\0", b"\0" * 9000, b'{"prompt":"\0/session-view"}', b"\xff\xfe", b"[", b"x" * 100_000)
SIZES = (0, 1, 400, 1023, 1024, 1025, 4095, 4096, 4097, 10_000, 300_000, 5_000_000)


def typed_command(size: int, filling: bytes = b"x") -> bytes:
    """Return a payload of about so many bytes that always starts Python."""
    start = b'{"prompt":"/session-log --note '
    return start + (filling * (size // len(filling) + 1))[: max(0, size - len(start) - 3)] + b'"}\n'


@pytest.mark.parametrize("filling", [b"x", "é継🙂".encode(), EVERY_BYTE, b"\xff\xfe\x80", b"\\\\", b"\n"])
def test_python_reads_what_the_client_wrote(machine: Machine, shell: str, filling: bytes) -> None:
    """Small or huge, text or not, the payload is handed on unchanged."""
    witness = machine.record_witness()
    for size in SIZES:
        stdin = typed_command(size, filling)
        machine.hook("user_prompt_submit", stdin, shell, LANG="C.UTF-8")
        assert witness.stdin == stdin, size


def test_the_end_of_the_payload_is_kept(machine: Machine, shell: str) -> None:
    """Newlines at the end stay, as many as there are."""
    witness = machine.record_witness()
    for end in (b"", b"\n", b"\n\n\n", b"\r\n", b" ", b"x", b"\\", b"\\n"):
        stdin = b'{"prompt":"/session-view"}' + end
        machine.hook("user_prompt_submit", stdin, shell)
        assert witness.stdin == stdin


@pytest.mark.parametrize(
    "event", ["session_start", "user_prompt_submit", "pre_compact", "post_compact", "session_end"]
)
def test_hostile_input_ends_in_exit_0(machine: Machine, shell: str, event: str) -> None:
    """Input that is no payload at all does no harm, without .sessions and with them."""
    machine.record_witness()
    for stdin in HOSTILE:
        assert machine.hook(event, stdin, shell) == ""
    machine.open_project()
    for stdin in HOSTILE:
        assert machine.hook(event, stdin, shell) == ""


@pytest.mark.parametrize("sessions", [True, False])
@pytest.mark.parametrize("runtime", [True, False])
@pytest.mark.parametrize(
    ("event", "stdin"),
    [
        ("user_prompt_submit", payload("x" * 5_000_000)),
        ("user_prompt_submit", b"x" * 1_000_000),
        ("pre_compact", b'{"custom_instructions":"' + b"x" * 1_000_000),
        ("post_compact", b'{"compact_summary":"' + b"x" * 1_000_000),
    ],
)
def test_the_client_can_write_everything(
    machine: Machine, shell: str, event: str, stdin: bytes, sessions: bool, runtime: bool
) -> None:
    """Whatever the hook decides, it reads to the end: the client never meets a closed pipe."""
    if runtime:
        machine.record_witness()
    if sessions:
        machine.open_project()
    ours, theirs = socket.socketpair()
    with subprocess.Popen(
        [shell_named(shell, machine.folder), str(machine.plugin / "hooks/run"), event],
        stdin=theirs.fileno(),
        stdout=subprocess.DEVNULL,
        cwd=machine.project,
        env={**machine.environment, "CLAUDE_PROJECT_DIR": str(machine.project)},
    ) as hook:
        theirs.close()
        ours.sendall(stdin)
        ours.close()
    assert hook.returncode == 0


def test_closed_streams_do_no_harm(machine: Machine, shell: str) -> None:
    """A hook whose stdin, stdout or stderr is closed still exits 0."""
    machine.record_witness()
    machine.open_project()
    hook = f"'{shell_named(shell, machine.folder)}' \"$RUN\" user_prompt_submit"
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        done = machine.run(
            "sh",
            "-c",
            f"{hook} {closed}",
            stdin=payload("/session-view"),
            env={"RUN": str(machine.plugin / "hooks/run")},
        )
        assert done.returncode == 0, closed


def test_a_reader_that_is_gone_does_no_harm(machine: Machine, shell: str) -> None:
    """When the client no longer reads the reply, the hook still exits 0."""
    machine.record_witness().fail_with("while echo x; do :; done")
    machine.open_project()
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [shell_named(shell, machine.folder), str(machine.plugin / "hooks/run"), "session_start"],
        input=b"{}",
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=machine.project,
        env=machine.environment,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
