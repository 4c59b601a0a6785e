"""bin/session: found through links, arguments and exit code passed on, one clear sentence when it cannot start."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from .machine import Machine

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ready(machine: Machine, site: Path) -> Machine:
    """Return a machine whose runtime is in place."""
    machine.record(os.path.realpath(sys.executable))
    (machine.runtime / "site").rmdir()
    (machine.runtime / "site").symlink_to(site)
    return machine


def test_arguments_arrive_as_they_are(ready: Machine) -> None:
    """Blanks, quotes, newlines, `$` and backticks in an argument are the command line's, not the launcher's."""
    arguments = ["log", "--note", "a  b\n'c' \"d\" `e` $(f) \\g *", "", "é継🙂"]
    done = ready.session(*arguments)
    assert done.stdout.decode() == "|".join(arguments) + "\n"


def test_the_exit_code_is_the_command_lines(ready: Machine) -> None:
    """What the command line returns is what the caller gets."""
    assert ready.session("fail").returncode == 7


def test_it_is_found_through_links(ready: Machine) -> None:
    """A link to it, a link to a link, relative ones and the PATH all lead to the checkout, without readlink -f."""
    launcher = ready.plugin / "bin/session"
    local = ready.home / "bin folder"
    local.mkdir()
    (local / "absolute").symlink_to(launcher)
    (local / "chained").symlink_to("absolute")
    (local / "relative").symlink_to(os.path.relpath(launcher, local))
    ready.offer("session", local / "chained")
    for name in ("absolute", "chained", "relative"):
        assert ready.run(local / name, "x").stdout == b"x\n"
        assert ready.run(f"./{name}", "x", cwd=local).stdout == b"x\n"
    assert ready.run("session", "x").stdout == b"x\n"
    assert ready.run("sh", "session", "x", cwd=launcher.parent).stdout == b"x\n"
    assert ready.run("sh", "bin/session", "x", cwd=ready.plugin).stdout == b"x\n"


def test_the_runtime_is_not_inherited_by_what_it_starts(ready: Machine) -> None:
    """Programs that the command line starts do not find our variables in their environment."""
    (ready.plugin / "src/session_journal/cli.py").write_text(
        "import os\ndef main(): print('SESSION_JOURNAL_SITE' in os.environ); return 0\n"
    )
    assert ready.session().stdout == b"False\n"


def test_a_fault_of_our_own_is_not_blamed_on_the_libraries(ready: Machine) -> None:
    """A module of ours that cannot be imported shows its traceback, and the runtime is left alone."""
    (ready.plugin / "src/session_journal/cli.py").write_text("from session_journal import nowhere\n")
    done = ready.session()
    assert done.returncode == 1
    assert b"Traceback" in done.stderr
    assert not (ready.runtime / "broken").exists()


def test_nothing_usable_is_one_sentence_every_time(machine: Machine) -> None:
    """The command line says what to install whenever it is called, on stderr, with exit 1."""
    for _ in range(2):
        done = machine.session("list")
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.count(b"\n") == 1
        assert done.stderr.startswith(b"session-journal: needs Python 3.10 or newer")


@pytest.mark.parametrize("home", ["", "relative"])
def test_without_a_home_it_says_what_to_set(machine: Machine, home: str) -> None:
    """Where nobody knows where the files belong, the sentence names the variables."""
    machine.script("id", "echo nobody-of-this-name")
    done = machine.session("list", HOME=home)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"HOME or XDG_DATA_HOME" in done.stderr
