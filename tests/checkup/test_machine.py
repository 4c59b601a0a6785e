"""What the doctor says of the runtime, the client and the plugin in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from examining import examined, found, mended
from installed import ROOT, environment
from workshop import Workshop

from session_journal.checkup import NOTE, OK, PROBLEM
from session_journal.checkup.registration import EVENTS
from session_journal.checkup.runtime import LIBRARIES

NAME = "session-journal@session-journal"


class Machine:
    """A home with the runtime, a copy of the plugin that the client has on record, and a `claude` of a version."""

    def __init__(self, folder: Path, project: Workshop) -> None:
        self.project = project
        self.environ = environment(folder)
        self.home = Path(self.environ["HOME"])
        self.client = self.home / ".claude"
        self.copy = self.client / "plugins" / "cache" / "session-journal" / "session-journal" / "0.1.0"
        for name in ("hooks", "bin", "runtime", "requirements", ".claude-plugin"):
            shutil.copytree(ROOT / name, self.copy / name)
        (self.copy / "src").symlink_to(ROOT / "src")
        record = {"scope": "user", "installPath": str(self.copy), "version": "0.1.0"}
        self.write("plugins/installed_plugins.json", {"version": 2, "plugins": {NAME: [record]}})
        self.write(
            "settings.json", {"enabledPlugins": {NAME: True}, "permissions": {"allow": ["Bash(session:*)"]}}
        )
        self.claude("echo '2.1.329 (Claude Code)'")
        project.ok("init", "fix-sweep-bug", env=self.environ)

    def write(self, name: str, state: Any) -> None:
        """Write a file of the client's."""
        path = self.client / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(state))

    def claude(self, script: str) -> None:
        """Put a program called `claude` on the PATH."""
        program = self.home / "bin" / "claude"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        self.environ["PATH"] = f"{program.parent}:/usr/bin:/bin"

    @property
    def runtimes(self) -> Path:
        """Where runtimes lie."""
        return self.home / ".local" / "share" / "session-journal" / "runtimes"

    @property
    def runtime(self) -> Path:
        """The runtime that is set up."""
        (folder,) = (
            path for path in self.runtimes.iterdir() if path.name.isalnum() and (path / "python").exists()
        )
        return folder

    def text(self, what: str, severity: str = PROBLEM) -> str:
        """Return the sentence of the one finding of a kind."""
        finding = found(self.project, what, self.environ)
        assert finding.severity == severity
        return finding.text

    def mended(self, what: str) -> str:
        """Have a finding mended; return what was done."""
        return mended(self.project, what, self.environ).text


@pytest.fixture
def machine(tmp_path: Path, empty: Workshop) -> Machine:
    """Return a machine on which all is well."""
    return Machine(tmp_path / "machine", empty)


def test_all_is_well_in_a_handful_of_lines(machine: Machine) -> None:
    """Where nothing is wrong four lines of facts and a verdict are all, and hooks answered in an empty folder."""
    findings = examined(machine.project, machine.environ).findings
    assert [one for one in findings if one.severity != OK] == []
    texts = [one.text for one in findings]
    for said in ("Claude Code 2.1.329", "the plugin 0.1.0 is installed and enabled", "its hooks answer"):
        assert said in texts
    done = machine.project.session("doctor", env=machine.environ)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("\nAll is well.\n")
    assert [line.split(": ")[:2] for line in done.out.splitlines()[:-1]] == [
        ["Fine", "Sessions"],
        ["Fine", "Project"],
        ["Fine", "This machine"],
        ["Fine", "Claude Code"],
    ]


# the plugin in the client


def test_a_plugin_that_is_not_installed_is_named(machine: Machine) -> None:
    """The two commands that install it stand in the sentence; without a client that is only worth a note."""
    machine.write("plugins/installed_plugins.json", {"version": 2, "plugins": {}})
    text = machine.text("plugin-missing")
    assert "`claude plugin marketplace add ./`" in text
    assert f"`claude plugin install {NAME}`" in text
    shutil.rmtree(machine.client)
    machine.environ["PATH"] = "/usr/bin:/bin"
    assert "Claude Code is not used here" in machine.text("plugin-missing", NOTE)


@pytest.mark.parametrize("where", ["home", "project"])
def test_a_plugin_that_is_turned_off_is_named(machine: Machine, where: str) -> None:
    """The file that says so is named, and the command that turns it on; the project's word goes last."""
    state = {"enabledPlugins": {NAME: False}}
    if where == "home":
        machine.write("settings.json", state)
    else:
        (machine.project.root / ".claude").mkdir()
        (machine.project.root / ".claude" / "settings.local.json").write_text(json.dumps(state))
    text = machine.text("plugin-disabled")
    assert ("settings.local.json" if where == "project" else str(machine.client)) in text
    assert f"`claude plugin enable {NAME}`" in text


def test_a_plugin_of_another_project_is_named(machine: Machine) -> None:
    """An installation for another folder does not count here."""
    record = {
        "scope": "project",
        "installPath": str(machine.copy),
        "projectPath": "/elsewhere",
        "version": "0.1.0",
    }
    machine.write("plugins/installed_plugins.json", {"version": 2, "plugins": {NAME: [record]}})
    assert "installed for /elsewhere only" in machine.text("plugin-elsewhere")


def test_a_copy_that_is_gone_is_named(machine: Machine) -> None:
    """What the client has on record must be on the disk."""
    shutil.rmtree(machine.copy)
    assert f"the client's copy of the plugin is gone ({machine.copy})" in machine.text("plugin-gone")


def test_hooks_that_a_setting_turns_off_are_named(machine: Machine) -> None:
    """`disableAllHooks` and a denied command are told with the file that has them."""
    machine.write(
        "settings.json",
        {"enabledPlugins": {NAME: True}, "disableAllHooks": True, "permissions": {"deny": ["Bash(session:*)"]}},
    )
    assert "take `disableAllHooks` out of it" in machine.text("hooks-disabled")
    assert "`permissions.deny`" in machine.text("session-denied")


def test_the_permission_is_no_trouble(machine: Machine) -> None:
    """That Claude asks before the first `session` is said among what is fine."""
    machine.write("settings.json", {"enabledPlugins": {NAME: True}})
    assert "`Bash(session:*)` in `permissions.allow` spares that" in machine.text("session-asks", OK)


def test_programs_that_lost_their_mode_get_it_back(machine: Machine) -> None:
    """A download as zip loses what makes a file a program; both get it back, and the old mode is said."""
    for name in ("hooks/run", "bin/session"):
        (machine.copy / name).chmod(0o640)
    report = examined(machine.project, machine.environ)
    lost = [one for one in report.findings if one.what == "program-not-executable"]
    assert [one.path.rpartition("0.1.0/")[2] for one in lost] == ["hooks/run", "bin/session"]
    done = machine.project.session("doctor", "--fix", env=machine.environ)
    assert done.out.count("(its mode was 640)") == 2
    assert done.code == 0
    assert [(machine.copy / name).stat().st_mode & 0o777 for name in ("hooks/run", "bin/session")] == [0o750] * 2


def test_hooks_that_are_not_registered_are_named(machine: Machine) -> None:
    """Each event that hooks.json lacks is named."""
    path = machine.copy / "hooks" / "hooks.json"
    state = json.loads(path.read_text())
    assert set(state["hooks"]) == set(EVENTS)
    del state["hooks"]["PreCompact"]
    path.write_text(json.dumps(state))
    assert "does not register PreCompact" in machine.text("hooks-missing")
    path.write_text("{")
    assert "does not register SessionStart, UserPromptSubmit" in machine.text("hooks-missing")


def test_hooks_that_do_not_answer_are_named(machine: Machine) -> None:
    """The launcher is there and executable, and what it starts is broken: that is seen by running it."""
    doctor = machine.copy / "bin" / "session"
    (machine.copy / "src").unlink()
    environ = {**machine.environ, "PYTHONPATH": ""}
    program = "import sys; sys.path[:0] = sys.argv[1:]; from session_journal import checkup, project; "
    program += "from session_journal.checkup import place; import os; "
    program += "p = place.of(project.from_environment(os.environ, os.getcwd()), os.environ).replace(plugin=%r); "
    program += "print([f.text for f in checkup.examine(p).findings if f.what == 'hooks-silent'])"
    done = subprocess.run(
        [sys.executable, "-c", program % str(machine.copy), str(ROOT / "src")],
        env=environ, cwd=machine.project.root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert f"{machine.copy}/hooks/run does not answer as it should" in done.stdout
    assert doctor.exists()


ODD = {
    "nested": "[" * 100_000,
    "list": "[1, 2]",
    "numbers": '{"plugins": 3, "enabledPlugins": 4, "permissions": 5, "disableAllHooks": "yes"}',
    "kinds": '{"plugins": {"session-journal@x": [{"installPath": 3, "projectPath": {}, "version": []}, null]}}',
    "half": '{"plugins": {"session-journal@',
}


@pytest.mark.parametrize("how", [*ODD, "fifo"])
def test_odd_files_of_the_client_break_nothing(machine: Machine, how: str) -> None:
    """Whatever stands in the client's files, every check comes to its end; settings that are no JSON are named."""
    names = ("settings.json", "plugins/installed_plugins.json", "plugins/known_marketplaces.json")
    for name in names:
        path = machine.client / name
        path.unlink(missing_ok=True)
        if how == "fifo":
            os.mkfifo(path)
        else:
            path.write_text(ODD[how])
    kinds = {one.what for one in examined(machine.project, machine.environ).findings}
    assert "check-failed" not in kinds
    assert ("client-settings" in kinds) is (how in ("nested", "half", "fifo"))
    assert kinds & {"plugin-missing", "plugin-disabled"}


# the client


@pytest.mark.parametrize(
    ("script", "what", "said"),
    [
        ("echo '2.1.100 (Claude Code)'", "client-old", "Claude Code 2.1.100"),
        ("echo nonsense", "client-unknown", "says 'nonsense' and no version"),
        ("exit 3", "client-unknown", "no version"),
    ],
)
def test_a_client_that_tests_do_not_hold_is_noted(machine: Machine, script: str, what: str, said: str) -> None:
    """An older one, and one that does not tell its version, are named with their path."""
    machine.claude(script)
    text = machine.text(what, NOTE)
    assert said in text
    assert "bin/claude" in text


def test_a_newer_client_is_fine(machine: Machine) -> None:
    """The client moves on every few days; that is said, and no trouble."""
    machine.claude("echo '2.2.1 (Claude Code)'")
    texts = [one.text for one in examined(machine.project, machine.environ).findings if one.check == "client"]
    assert texts == ["Claude Code 2.2.1, newer than the tests' 2.1.329"]


def test_a_claude_of_the_project_is_not_run(machine: Machine) -> None:
    """A program that a repository puts on the PATH is named and never started."""
    folder = machine.project.root / "node_modules" / ".bin"
    folder.mkdir(parents=True)
    (folder / "claude").write_text(f"#!/bin/sh\ntouch {machine.home}/ran\n")
    (folder / "claude").chmod(0o755)
    machine.environ["PATH"] = f"{folder}:/usr/bin:/bin"
    assert "is part of this project and was not run" in machine.text("client-inside", NOTE)
    assert not (machine.home / "ran").exists()


# the runtime


def test_an_interpreter_that_is_gone_is_named(machine: Machine) -> None:
    """Its path is said, and what sets the runtime up again."""
    (machine.runtime / "python").write_text("/nowhere/python3\n")
    assert machine.text("runtime-unusable").startswith("/nowhere/python3, the interpreter that ")
    assert "`session --version` sets it up again" in machine.text("runtime-unusable")


def test_libraries_that_do_not_load_are_named(machine: Machine) -> None:
    """A library that is missing is found by loading all of them."""
    (machine.runtime / "site").unlink()
    (machine.runtime / "site" / "click").mkdir(parents=True)
    assert "cannot be loaded by" in machine.text("runtime-unusable")


def test_all_the_libraries_are_loaded() -> None:
    """What the doctor loads is what the set-up itself loads at its end."""
    assert f'import {LIBRARIES}"' in (ROOT / "runtime" / "build.py").read_text()


def test_a_runtime_that_is_missing_or_marked_is_named(machine: Machine) -> None:
    """Both that none is set up and that a hook found it broken."""
    (machine.runtime / "broken").touch()
    assert "a hook found that" in machine.text("runtime-unusable")
    shutil.rmtree(machine.runtimes)
    assert "is not set up on this machine" in machine.text("runtime-unusable")


def aged(folder: Path) -> Path:
    """Make a folder with a file of a megabyte in it, two days old."""
    folder.mkdir(parents=True)
    (folder / "library.py").write_bytes(b"x" * 1_000_000)
    os.utime(folder, (time.time() - 2 * 86_400,) * 2)
    return folder


def test_half_and_former_runtimes_are_removed(machine: Machine) -> None:
    """Those go that nothing asks for any more, with their sizes said; the one in use and young ones stay."""
    half, former = aged(machine.runtimes / ".new-abc"), aged(machine.runtimes / "0123456789ab")
    young = machine.runtimes / "ba9876543210"
    young.mkdir()
    assert "left 1.0 MB" in machine.text("runtime-half", NOTE)
    assert "a runtime of a former version, 1.0 MB, and nothing uses it" in machine.text("runtime-former", NOTE)
    report = machine.mended("runtime-former")
    assert report == f"Removed {former} (1.0 MB)"
    assert [path.exists() for path in (half, former, young, machine.runtime)] == [False, False, True, True]


def test_a_former_runtime_that_something_runs_on_stays(machine: Machine) -> None:
    """While a process was started on it, or another copy of the plugin asks for it, it is not even named."""
    former = aged(machine.runtimes / "0123456789ab")
    environ = {"SESSION_JOURNAL_SITE": f"{former}/site"}
    with subprocess.Popen(["sleep", "60"], env=environ) as process:
        try:
            assert "runtime-former" not in {
                one.what for one in examined(machine.project, machine.environ).findings
            }
        finally:
            process.kill()
    assert machine.text("runtime-former", NOTE)
    lock = machine.copy / "requirements" / "runtime.txt"
    lock.write_text("# lock: 0123456789ab\n")
    assert "runtime-former" not in {one.what for one in examined(machine.project, machine.environ).findings}


def test_a_broken_home_is_named_and_nothing_else_suffers(machine: Machine) -> None:
    """Without HOME, and with one that is a file, the rest is checked all the same."""
    for home, what in (("relative", "home-unknown"), (str(machine.home / "settings"), "home-unwritable")):
        (machine.home / "settings").write_text("a file")
        environ = {**machine.environ, "HOME": home}
        findings = examined(machine.project, environ).findings
        assert what in {one.what for one in findings}
        assert "check-failed" not in {one.what for one in findings}
        assert "1 document, 1 open session" in {one.text for one in findings}
