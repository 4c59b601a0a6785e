"""A machine for one test: an emptied environment, chosen programs on its PATH, a copy of the plugin."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
COREUTILS = "sh cat cp date dirname head id ln mkdir readlink rm rmdir sleep touch"
CUES = """
cue_bytes=40
may_continue() {
  printf %s "$1" >"$MAY_CONTINUE_SAW"
  case $1 in *'where were we'*) return 0 ;; esac
  return 1
}
"""
EVENTS = """
import json, os, sys
def run(event):
    json.dump({"event": event, "payload": sys.stdin.read(), "path": sys.path}, sys.stdout)
"""
CLI = """
import os, sys
def main():
    import click, rich, yaml
    print(*sys.argv[1:], sep="|")
    return 7 if "fail" in sys.argv else 0
"""


class Machine:
    """One machine under a temporary folder; nothing of the real one's environment reaches its programs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tools = folder / "tools"
        self.home = folder / "home"
        self.data = self.home / ".local/share/session-journal"
        self.plugin = folder / """it's a "plugin" $here"""
        self.project = folder / "project"
        self.environment = {"PATH": str(self.tools), "HOME": str(self.home), "TMPDIR": str(folder / "tmp")}
        self.environment["MAY_CONTINUE_SAW"] = str(folder / "cue")
        for made in (self.tools, self.home, self.project, folder / "tmp"):
            made.mkdir()
        for name in COREUTILS.split():
            self.offer(name)
        self._copy_plugin()

    def _copy_plugin(self) -> None:
        for name in ("hooks", "runtime", "requirements", "bin"):
            shutil.copytree(CHECKOUT / name, self.plugin / name, ignore=shutil.ignore_patterns("__pycache__"))
        package = self.plugin / "src/session_journal"
        package.mkdir(parents=True)
        shutil.copy(CHECKOUT / "src/session_journal/__main__.py", package)
        for name, text in (("__init__.py", ""), ("events.py", EVENTS), ("cli.py", CLI)):
            (package / name).write_text(text)
        (self.plugin / "hooks/cues.sh").write_text(CUES)

    def offer(self, name: str, program: str | Path | None = None) -> None:
        """Put a program of the real machine, or the given one, on the PATH."""
        found = program or shutil.which(name, path="/usr/bin:/bin") or shutil.which(name)
        assert found, name
        (self.tools / name).unlink(missing_ok=True)
        (self.tools / name).symlink_to(found)

    def script(self, name: str, text: str) -> Path:
        """Put a shell script on the PATH."""
        path = self.tools / name
        path.unlink(missing_ok=True)
        path.write_text("#!/bin/sh\n" + text)
        path.chmod(0o755)
        return path

    @property
    def runtime(self) -> Path:
        """Where this plugin's runtime belongs."""
        lock = (CHECKOUT / "requirements/runtime.txt").read_text().split("\n", 1)[0].removeprefix("# lock: ")
        return self.data / "runtimes" / lock

    def record(self, python: str | Path) -> None:
        """Record an interpreter as the runtime's, as a build would."""
        (self.runtime / "site").mkdir(parents=True, exist_ok=True)
        (self.runtime / "python").write_text(f"{python}\n")

    def record_witness(self) -> Witness:
        """Record a stand-in for the interpreter that keeps what it was given."""
        witness = Witness(self.folder / "witness")
        self.record(witness.program)
        return witness

    def run(
        self, *command: str | Path, stdin: bytes = b"", cwd: Path | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program of this machine, with some more in its environment."""
        return subprocess.run(
            [str(part) for part in command],
            input=stdin,
            capture_output=True,
            cwd=cwd or self.project,
            env={**self.environment, **(env or {})},
            timeout=120,
            check=False,
        )

    def hook(
        self, event: str, stdin: bytes = b"{}", shell: str = "sh", cwd: Path | None = None, **environment: str
    ) -> str:
        """Run a hook as the client does and return its stdout; whatever happens, exit 0 and no word on stderr."""
        command = (shell_named(shell, self.folder), self.plugin / "hooks/run", event)
        environment.setdefault("CLAUDE_PROJECT_DIR", str(self.project))
        done = self.run(*command, stdin=stdin, cwd=cwd, env=environment)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    def session(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        """Run the command line."""
        return self.run(self.plugin / "bin/session", *arguments, env=environment)

    def open_project(self) -> Path:
        """Give the project a .sessions folder and return it."""
        (self.project / ".sessions").mkdir(exist_ok=True)
        return self.project / ".sessions"


class Witness:
    """A program to be recorded as the interpreter, which writes down its arguments, environment and stdin."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self.program = folder / "python"
        self.program.write_text(
            f"#!/bin/sh\nPATH=/usr/bin:/bin; cd '{folder}' || exit\n"
            'printf "%s\\n" "$@" >arguments; env >environment; cat >stdin; [ ! -e fails ] || . ./fails\n'
        )
        self.program.chmod(0o755)

    @property
    def started(self) -> bool:
        """Tell whether it was started since the last `forget`."""
        return (self.folder / "arguments").exists()

    @property
    def stdin(self) -> bytes:
        """What it read from stdin."""
        return (self.folder / "stdin").read_bytes()

    @property
    def arguments(self) -> list[str]:
        """What it was started with."""
        return (self.folder / "arguments").read_text().splitlines()

    @property
    def environment(self) -> list[str]:
        """The environment it was started in, as NAME=VALUE."""
        return (self.folder / "environment").read_text().splitlines()

    def forget(self) -> None:
        """Go back to not started."""
        for name in ("arguments", "environment", "stdin"):
            (self.folder / name).unlink(missing_ok=True)

    def fail_with(self, command: str) -> None:
        """Make it end with a shell command, as `exit 1`."""
        (self.folder / "fails").write_text(command + "\n")


def shell_named(name: str, folder: Path) -> str:
    """Return a program that behaves as this /bin/sh: "sh" the system's, else the one named, called sh."""
    if name == "sh":
        return "/bin/sh"
    link = folder / f"as-{name}" / "sh"
    if not link.exists():
        found = shutil.which(name)
        assert found
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(found)
    return str(link)


def payload(prompt: object, *, escape_all: bool = False, **more: object) -> bytes:
    """Return what the client hands to UserPromptSubmit."""
    fields = {
        "session_id": "0b6a3b1e",
        "cwd": "/somewhere",
        "hook_event_name": "UserPromptSubmit",
        "prompt": prompt,
        **more,
    }
    text = json.dumps(fields, ensure_ascii=escape_all, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass") + b"\n"


def lean_python(folder: Path, *, pip: bool = False, ensurepip: bool = False) -> Path:
    """Return an interpreter with a prefix of its own, made of links: with or without pip and ensurepip.

    The binary is a hard link or a copy, since an interpreter finds its library from where its resolved path is.
    """
    stdlib = Path(sysconfig.get_path("stdlib"))
    lib = folder / "lib" / stdlib.name
    lib.mkdir(parents=True)
    (folder / "bin").mkdir()
    left_out = {"site-packages", "dist-packages", *(() if ensurepip else ("ensurepip",))}
    for entry in stdlib.iterdir():
        if entry.name not in left_out:
            (lib / entry.name).symlink_to(entry)
    for library in stdlib.parent.glob("libpython*"):
        (folder / "lib" / library.name).symlink_to(library)
    for site in ("site-packages", "dist-packages"):
        (lib / site).mkdir()
        if pip:
            (lib / site / "pip").symlink_to(pip_package())
    python = folder / "bin" / stdlib.name
    original = os.path.realpath(getattr(sys, "_base_executable", sys.executable))
    try:
        os.link(original, python)
    except OSError:
        shutil.copy(original, python)
    return python


def pip_package() -> Path:
    """Return the folder of some pip on the real machine."""
    for python in (getattr(sys, "_base_executable", sys.executable), sys.executable, "python3"):
        command = [python, "-I", "-c", "import pip; print(pip.__path__[0])"]
        found = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
        if found:
            return Path(found)
    raise FileNotFoundError("no pip on this machine")
