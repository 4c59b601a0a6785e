"""The runtime is made once, whole, from the locked files, with whatever installer a machine has."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .machine import Machine, lean_python, payload

if TYPE_CHECKING:
    from collections.abc import Callable

LIBRARIES = {"click", "markdown_it", "mdurl", "pygments", "rich", "yaml"}


def uv_of_this_machine() -> str:
    """Return the path of the uv that belongs to the locked tools, or of the machine's own."""
    with contextlib.suppress(ImportError, FileNotFoundError):
        import uv

        return str(uv.find_uv_bin())
    return shutil.which("uv") or pytest.skip("no uv here")


def made(machine: Machine, python: Path) -> bool:
    """Tell whether the runtime is complete, for that interpreter, and nothing else is left in its folder."""
    assert (machine.runtime / "python").read_text() == f"{python}\n"
    assert {entry.name for entry in (machine.runtime / "site").iterdir()} >= LIBRARIES
    assert {entry.name for entry in machine.runtime.iterdir()} == {"python", "site"}
    return {entry.name for entry in machine.runtime.parent.iterdir()} == {".lock", machine.runtime.name}


def works(machine: Machine) -> None:
    """Check that the command line starts on the runtime, silently, and imports its libraries."""
    done = machine.session("list", "--all")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"list|--all\n", b"")


def counting_uv(machine: Machine, site: Path, before: str = "") -> Path:
    """Put a stand-in for uv on the PATH that installs from a folder; return the file where it counts its calls."""
    calls = machine.folder / "calls"
    machine.script(
        "uv",
        f"echo called >>'{calls}'\n{before}\n"
        'while [ "$1" != --target ]; do shift; done\n'
        f'mkdir -p "$2" && ln -s \'{site}\'/* "$2"\n',
    )
    return calls


def test_with_uv_and_a_python_that_has_neither_pip_nor_venv(indexed: Machine, lean: Path) -> None:
    """The program uv installs for an interpreter that cannot install anything itself."""
    indexed.offer("uv", uv_of_this_machine())
    indexed.offer("python3", lean)
    assert indexed.session("list").returncode == 0
    assert made(indexed, lean)
    works(indexed)


def test_with_uv_and_no_python_on_the_path(indexed: Machine, tmp_path: Path) -> None:
    """Where uv is the only program, it finds the interpreter too."""
    indexed.offer("uv", uv_of_this_machine())
    version = "{}.{}.{}".format(*sys.version_info)
    system = {"linux": "linux", "darwin": "macos"}[sys.platform]
    machine = {"arm64": "aarch64"}.get(os.uname().machine, os.uname().machine)
    libc = "gnu" if sys.platform == "linux" else "none"
    python = lean_python(tmp_path / "uv-pythons" / f"cpython-{version}-{system}-{machine}-{libc}")
    for name in ("python", "python3"):
        (python.parent / name).symlink_to(python.name)
    indexed.environment |= {"UV_PYTHON_INSTALL_DIR": str(tmp_path / "uv-pythons"), "UV_PYTHON_DOWNLOADS": "never"}
    assert indexed.session("list").returncode == 0
    assert made(indexed, python)
    works(indexed)


def test_with_venv_and_no_pip(indexed: Machine, tmp_path: Path) -> None:
    """A Python that can make a venv lends its pip; the venv does not stay."""
    python = lean_python(tmp_path / "lean", ensurepip=True)
    indexed.offer("python3", python)
    assert indexed.session("list").returncode == 0
    assert made(indexed, python)
    works(indexed)


def test_with_pip_and_no_ensurepip(indexed: Machine, tmp_path: Path) -> None:
    """Debian's Python without python3-venv has no ensurepip; its pip is enough."""
    python = lean_python(tmp_path / "lean", pip=True)
    indexed.offer("python3", python)
    indexed.environment |= {"PIP_USER": "1", "PIP_REQUIRE_VIRTUALENV": "1", "PIP_TARGET": str(tmp_path / "wrong")}
    assert indexed.session("list").returncode == 0
    assert made(indexed, python)
    works(indexed)


def test_with_python_and_no_installer(machine: Machine, lean: Path) -> None:
    """A Python without pip, venv and uv is as good as none: the sentence says what to install."""
    machine.offer("python3", lean)
    machine.open_project()
    assert "apt install python3-venv" in machine.hook("session_start")
    assert machine.hook("session_start") == ""
    done = machine.session("list")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"brew install uv" in done.stderr.splitlines()[-1]


def test_another_interpreter_is_tried(indexed: Machine, lean: Path, tmp_path: Path) -> None:
    """When the first Python on the PATH cannot install, one that can is found."""
    able = lean_python(tmp_path / "able", pip=True)
    indexed.offer("python3", lean)
    indexed.offer("python", able)
    assert indexed.session("list").returncode == 0
    assert made(indexed, able)


def test_a_failing_installer_is_followed_by_the_next(indexed: Machine, tmp_path: Path) -> None:
    """A uv that fails leaves the work to pip."""
    indexed.script("uv", "echo 'error: something of its own' >&2; exit 2")
    python = lean_python(tmp_path / "lean", pip=True)
    indexed.offer("python3", python)
    assert indexed.session("list").returncode == 0
    assert made(indexed, python)


def test_session_start_builds_and_goes_on(machine: Machine, lean: Path, site: Path, shell: str) -> None:
    """The first conversation in a project with sessions sets the runtime up and still gets its answer."""
    counting_uv(machine, site)
    machine.offer("python3", lean)
    machine.open_project()
    reply = json.loads(machine.hook("session_start", b'{"source":"startup"}', shell))
    assert reply["payload"] == '{"source":"startup"}'
    assert made(machine, lean)


def test_a_typed_command_builds_and_goes_on(machine: Machine, lean: Path, site: Path, shell: str) -> None:
    """Somebody's very first /session-init, in a project without sessions, is carried out."""
    counting_uv(machine, site)
    machine.offer("python3", lean)
    reply = json.loads(machine.hook("user_prompt_submit", payload("/session-init"), shell))
    assert reply["payload"] == payload("/session-init").decode()


def test_two_first_starts_at_the_same_moment_build_once(machine: Machine, lean: Path, site: Path) -> None:
    """Hooks and command lines that meet at the first start share one build, and all of them go on."""
    calls = counting_uv(machine, site, before="sleep 0.5")
    machine.offer("python3", lean)
    machine.open_project()
    commands: list[list[Path | str]] = [
        [machine.plugin / "hooks/run", "session_start"],
        [machine.plugin / "bin/session", "list"],
    ] * 2
    running = [
        subprocess.Popen(
            command, cwd=machine.project, env=machine.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        for command in commands
    ]
    outputs = [process.communicate(timeout=60)[0] for process in running]
    assert [process.returncode for process in running] == [0] * 4
    assert b'"session_start"' in outputs[0]
    assert outputs[1] == b"list\n"
    assert calls.read_text() == "called\n"
    assert made(machine, lean)


def test_a_build_that_was_killed_leaves_nothing_to_stumble_on(machine: Machine, lean: Path, site: Path) -> None:
    """After a kill half-way nothing counts as a runtime; the next start builds and sweeps up."""
    half = machine.folder / "half"
    machine.script(
        "uv",
        'while [ "$1" != --target ]; do shift; done\n'
        f"mkdir -p \"$2\" && cp -R '{site}/click' \"$2\" && touch '{half}' && sleep 60\n",
    )
    machine.offer("python3", lean)
    with subprocess.Popen(
        [machine.plugin / "bin/session"],
        env=machine.environment,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as first:
        wait_until(half.exists)
        os.killpg(first.pid, signal.SIGKILL)
    assert not machine.runtime.exists()
    assert list(machine.runtime.parent.glob(".new-*/site/click"))
    counting_uv(machine, site)
    assert machine.session("list").returncode == 0
    assert made(machine, lean)


def test_a_build_that_takes_too_long_is_ended(machine: Machine, lean: Path, tmp_path: Path) -> None:
    """The time limit ends the installer and what it started, and says so."""
    machine.script("uv", f"sleep 60 & echo $! >'{tmp_path}/child'; wait")
    requirements = machine.plugin / "requirements/runtime.txt"
    build: list[Path | str] = [
        lean,
        "-I",
        machine.plugin / "runtime/build.py",
        requirements,
        machine.runtime,
        "--seconds",
        "1",
    ]
    done = machine.run(*build)
    assert (done.returncode, done.stdout) == (1, b"cannot set itself up: it took too long\n")
    child = int((tmp_path / "child").read_text())
    wait_until(lambda: ended(child))
    assert list(machine.runtime.parent.glob(".new-*")) == []


def ended(pid: int) -> bool:
    """Tell whether a process ended, also where nobody has collected it yet."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except ProcessLookupError:
        return True
    except FileNotFoundError:
        return False  # no /proc here, or gone between the two looks: look again


def wait_until(happened: Callable[[], bool]) -> None:
    """Wait for something that is on its way; fail when it does not come."""
    for _ in range(3000):
        if happened():
            return
        time.sleep(0.01)
    pytest.fail("it did not happen")


@pytest.fixture
def closed_port() -> int:
    """Return a port on loopback where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_without_network_the_reason_is_told(
    machine: Machine, tmp_path: Path, installer: str, closed_port: int
) -> None:
    """An index that does not answer is named as the reason, by the hook and by the command line."""
    index = f"http://127.0.0.1:{closed_port}/simple"
    for name in ("PIP_INDEX_URL", "UV_DEFAULT_INDEX", "UV_INDEX_URL"):
        machine.environment[name] = index
    machine.environment |= {"PIP_RETRIES": "1", "UV_HTTP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}
    machine.offer("python3", lean_python(tmp_path / "lean", pip=installer == "pip"))
    if installer == "uv":
        machine.offer("uv", uv_of_this_machine())
    machine.open_project()
    said = json.loads(machine.hook("session_start"))["systemMessage"]
    assert said == f"session-journal: cannot set itself up: {installer} could not reach the package index"
    done = machine.session("list")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].decode() == said
    assert not machine.runtime.exists()


def test_hooks_do_not_try_again_at_every_start(machine: Machine, lean: Path, site: Path) -> None:
    """After a failure the next starts do not wait for another; the command line tries, and then all is well."""
    calls = machine.folder / "calls"
    machine.script("uv", f"echo called >>'{calls}'; echo 'error: connection refused' >&2; exit 2")
    machine.offer("python3", lean)
    machine.open_project()
    assert "could not reach" in machine.hook("session_start")
    assert machine.hook("session_start") == ""
    assert machine.hook("user_prompt_submit", payload("/session-view")) == ""
    assert calls.read_text() == "called\n"
    ten_minutes_ago = time.time() - 601
    os.utime(f"{machine.runtime}.failed", (ten_minutes_ago, ten_minutes_ago))
    machine.hook("session_start")
    assert calls.read_text() == "called\n" * 2
    assert machine.session("list").returncode == 1
    assert calls.read_text() == "called\n" * 3
    counting_uv(machine, site)
    assert machine.session("list").returncode == 0
    assert made(machine, lean)


def test_a_file_that_is_not_the_locked_one_is_refused(indexed: Machine, tmp_path: Path) -> None:
    """A library whose hash is not on record is not installed, whoever offers it."""
    indexed.offer("python3", lean_python(tmp_path / "lean", pip=True))
    requirements = indexed.plugin / "requirements/runtime.txt"
    requirements.write_text(re.sub("sha256:[0-9a-f]{64}", f"sha256:{0:064}", requirements.read_text()))
    done = indexed.session("list")
    assert done.returncode == 1
    assert b"its hash differs" in done.stderr.splitlines()[-1]
    assert not indexed.runtime.exists()


def test_what_lies_in_the_project_is_not_run(indexed: Machine, tmp_path: Path) -> None:
    """Modules and settings in the person's project have no say in the build."""
    witness = tmp_path / "was-run"
    for name in ("pip", "venv", "click", "site", "sitecustomize"):
        (indexed.project / f"{name}.py").write_text(f"open({str(witness)!r}, 'w')")
    (indexed.project / "uv.toml").write_text("not = [toml")
    (indexed.project / ".python-version").write_text("3.1")
    indexed.open_project()
    python = lean_python(tmp_path / "lean", pip=True)
    indexed.offer("python3", python)
    assert '"session_start"' in indexed.hook("session_start", PYTHONPATH=str(indexed.project))
    assert made(indexed, python)
    assert not witness.exists()


def test_what_is_behind_a_venv_or_a_shim_is_recorded(
    machine: Machine, lean: Path, site: Path, tmp_path: Path
) -> None:
    """The record names the interpreter itself: a shim costs time at every start, a venv can be removed."""
    counting_uv(machine, site)
    subprocess.run([lean, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True, cwd="/")
    machine.script("python3.12", "exit 127")
    machine.script("python3", f"exec '{tmp_path}/venv/bin/python' \"$@\"")
    assert machine.session("list").returncode == 0
    assert made(machine, lean)


@pytest.mark.parametrize("damage", ["python", "interpreter", "library", "broken", "everything"])
def test_a_damaged_runtime_is_made_anew(machine: Machine, lean: Path, site: Path, damage: str) -> None:
    """A runtime whose interpreter or libraries are gone is replaced by the next start that may build."""
    counting_uv(machine, site)
    machine.offer("python3", lean)
    machine.open_project()
    machine.session("list")
    if damage == "python":
        (machine.runtime / "python").write_text("")
    elif damage == "interpreter":
        (machine.runtime / "python").write_text("/gone/python3\n")
    elif damage == "library":
        (machine.runtime / "site/click").unlink()
        told = machine.session("list")
        assert told.returncode == 1
        assert b"libraries are damaged" in told.stderr
    elif damage == "broken":
        (machine.runtime / "broken").touch()
    else:
        shutil.rmtree(machine.runtime)
        machine.runtime.write_text("a file in its place")
    assert '"session_start"' in machine.hook("session_start")
    assert made(machine, lean)
    works(machine)


def test_what_works_is_left_alone(machine: Machine, lean: Path, site: Path) -> None:
    """A mark on a runtime that turns out to work is taken away, and nothing is installed."""
    calls = counting_uv(machine, site)
    machine.offer("python3", lean)
    machine.session("list")
    (machine.runtime / "broken").touch()
    works_again = machine.session("list")
    assert (works_again.returncode, works_again.stderr) == (0, b"")
    assert calls.read_text() == "called\n"
    assert made(machine, lean)


def test_a_data_folder_that_cannot_be_written_is_named(machine: Machine, lean: Path) -> None:
    """Where the runtime has no place, the sentence says which folder refused."""
    machine.offer("python3", lean)
    machine.open_project()
    done = machine.session("list", XDG_DATA_HOME="/dev/null/share")
    assert done.returncode == 1
    assert b"/dev/null/share" in done.stderr.splitlines()[-1]
    assert (
        "/dev/null/share"
        in json.loads(machine.hook("session_start", XDG_DATA_HOME="/dev/null/share"))["systemMessage"]
    )
    assert machine.hook("session_start", XDG_DATA_HOME="/dev/null/share") == ""
