"""Makes a runtime: the path of an interpreter and the locked libraries, in one folder, all or nothing.

    build.py REQUIREMENTS DEST [--seconds N] [--pause N] [--this-python]

DEST then holds `python`, one line with the resolved path of an interpreter, and `site/`, the libraries of the
hash-locked file REQUIREMENTS, installed flat: with uv, else pip, else the pip of a temporary venv. It is made in
a folder beside DEST and put in place by a rename, under a lock, so that half of it is never seen and two starts at
the same moment make it once. A DEST that is there and works is left alone; one that does not is replaced.

Exit 0: it is there. 1: it is not, and stdout says why in one sentence. 3: nothing on this machine can install it.
Needs the standard library alone. Its own progress is on stderr.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ("python3.13", "python3.12", "python3.11", "python3.10", "python3", "python")
WORKS = "import sys, fcntl, json, re, subprocess; sys.exit(sys.version_info < (3, 10))"
WHERE = "import sys; print(getattr(sys, '_base_executable', '') or sys.executable)"
LOADS = "import sys; sys.path.append(sys.argv[1]); import click, jinja2, markdown_it, rich.table, yaml"
ABOUT_INSTALLING = ("--require-hashes", "--only-binary", ":all:")
# the person's index, proxy and certificates are theirs to set; these would change what is installed, or where
UNWANTED = (
    *("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "CONDA_PREFIX", "__PYVENV_LAUNCHER__"),
    *("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIREMENT", "PIP_CONSTRAINT", "PIP_DRY_RUN", "PIP_PYTHON"),
    *("UV_SYSTEM_PYTHON", "UV_PYTHON", "UV_CONSTRAINT", "UV_OVERRIDE", "UV_WORKING_DIRECTORY"),
)
UNREACHABLE = "could not reach the package index"
NETWORK = (
    "connection",
    "connect error",
    "error sending request",
    "timed out",
    "timeout",
    "name resolution",
    "dns error",
    "resolve host",
    "proxy",
    "network",
    "certificate",
)


class NoRuntimeError(Exception):
    """There is no runtime at the end; the argument is the sentence that says why."""


class NoInstallerError(NoRuntimeError):
    """Nothing on this machine can install a library."""


class Build:
    """One run: what is to be made, where, with which environment, and by when."""

    def __init__(self, requirements: str, dest: str, seconds: float) -> None:
        self.requirements = os.path.abspath(requirements)
        self.dest = os.path.abspath(dest)
        self.parent = os.path.dirname(self.dest)
        self.until = time.monotonic() + seconds
        self.environment = environment()

    def run(self, *command: str, cwd: str = "/") -> subprocess.CompletedProcess[str]:
        """Run a program with both its outputs in one text; ends it, and what it started, when the time is up."""
        with subprocess.Popen(  # noqa: S603 # fixed programs, no shell
            command,
            cwd=cwd,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        ) as process:
            try:
                output, _ = process.communicate(timeout=max(0.1, self.until - time.monotonic()))
            except BaseException as stopped:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                if isinstance(stopped, subprocess.TimeoutExpired):
                    raise NoRuntimeError("it took too long") from None
                raise
        return subprocess.CompletedProcess(command, process.returncode, output)

    def succeeds(self, *command: str) -> bool:
        """Tell whether a program can be run and exits with 0."""
        try:
            return self.run(*command).returncode == 0
        except OSError:
            return False

    def loads(self, folder: str) -> bool:
        """Tell whether the runtime in a folder has an interpreter that runs and libraries that it can import."""
        try:
            with open(os.path.join(folder, "python"), encoding="utf-8", errors="surrogateescape") as record:
                python = record.readline().rstrip("\n")
        except OSError:
            return False
        return self.succeeds(python, "-I", "-S", "-c", LOADS, os.path.join(folder, "site"))


def environment() -> dict[str, str]:
    """Return this process's environment without what would lead an installer elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    kept.update(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PIP_BREAK_SYSTEM_PACKAGES="1")
    kept.update(
        PIP_NO_INPUT="1", PIP_DISABLE_PIP_VERSION_CHECK="1", UV_NO_PROGRESS="1", PYTHONDONTWRITEBYTECODE="1"
    )
    for name in ("PIP_RETRIES", "UV_HTTP_RETRIES"):
        kept.setdefault(name, "1")
    for name in ("PIP_DEFAULT_TIMEOUT", "UV_HTTP_TIMEOUT"):
        kept.setdefault(name, "10")  # seconds without a byte: a person may be waiting
    if not kept.get("HOME"):
        with contextlib.suppress(KeyError):
            kept["HOME"] = pwd.getpwuid(os.getuid()).pw_dir
    return kept


def interpreters(build: Build, only_this: bool) -> list[str]:
    """Return the resolved paths of the interpreters that can be used, the running one first."""
    found: dict[str, None] = {}
    others = [] if only_this else [shutil.which(name) for name in NAMES]
    for python in (sys.executable, *others):
        resolved = python and resolve(build, python)
        if resolved:
            found[resolved] = None
    return list(found)


def resolve(build: Build, python: str) -> str | None:
    """Return what is behind a shim, a link or a venv; None when that is no interpreter of use to us."""
    try:
        said = build.run(python, "-I", "-c", WHERE).stdout.strip()
    except OSError:
        return None
    for path in (os.path.realpath(said), said):
        if os.path.isabs(path) and "\n" not in path and build.succeeds(path, "-I", "-S", "-c", WORKS):
            return path
    return None


def install(build: Build, python: str, work: str) -> str | None:
    """Fill work/site for an interpreter with the first installer that manages; None, or why the last one did not.

    Raises NoInstallerError when there was none to try.
    """
    site = os.path.join(work, "site")
    why = None
    for installer in (uv, pip, pip_of_venv):
        if installer is pip_of_venv and why == f"pip {UNREACHABLE}":
            break  # it would ask the same index
        command = installer(build, python, work)
        if not command:
            continue
        shutil.rmtree(site, ignore_errors=True)
        done = build.run(*command, "--target", site, *ABOUT_INSTALLING, "-r", build.requirements, cwd=work)
        if done.returncode == 0:
            return None
        why = reason(command, done.stdout)
        sys.stderr.write(done.stdout)
    if why is None:
        raise NoInstallerError
    return why


def uv(_build: Build, python: str, _work: str) -> list[str] | None:
    """Return uv's command to install for an interpreter, None where there is no uv."""
    found = shutil.which("uv")
    return [found, "pip", "install", "--quiet", "--python", python] if found else None


def pip(build: Build, python: str, _work: str) -> list[str] | None:
    """Return pip's command, None where the interpreter has no pip."""
    command = [python, "-m", "pip"]
    return [*command, "install", "--quiet", "--no-compile"] if build.succeeds(*command, "--version") else None


def pip_of_venv(build: Build, python: str, work: str) -> list[str] | None:
    """Return the command of the pip that comes with a new venv, None where none can be made."""
    venv = os.path.join(work, "venv")
    return (
        pip(build, os.path.join(venv, "bin", "python"), work)
        if build.succeeds(python, "-m", "venv", venv)
        else None
    )


def reason(command: list[str], output: str) -> str:
    """Return why an installer failed, from what it said."""
    name = "uv" if command[1] == "pip" else "pip"
    said = output.lower()
    if "hash" in said and ("mismatch" in said or "do not match" in said):
        return f"{name} was given a library that is not the one on record (its hash differs)"
    if any(word in said for word in NETWORK):
        return f"{name} {UNREACHABLE}"
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return f"{name} failed: {lines[-1][:160] if lines else 'it said nothing'}"


def make(build: Build, only_this: bool) -> None:
    """Make DEST; raises NoRuntimeError."""
    found = interpreters(build, only_this)
    why = None
    for python in found:
        work = tempfile.mkdtemp(prefix=".new-", dir=build.parent)
        try:
            why = install(build, python, work)
            if why is None:
                put_in_place(build, python, work)
                return
        except NoInstallerError:
            continue
        finally:
            shutil.rmtree(work, ignore_errors=True)
    if why is None:
        raise NoInstallerError
    raise NoRuntimeError(why)


def put_in_place(build: Build, python: str, work: str) -> None:
    """Complete the folder work and rename it to DEST; raises NoRuntimeError when it does not load."""
    shutil.rmtree(os.path.join(work, "venv"), ignore_errors=True)
    with open(os.path.join(work, "python"), "w", encoding="utf-8", errors="surrogateescape") as record:
        record.write(python + "\n")
    if not build.loads(work):
        raise NoRuntimeError("the libraries were installed but cannot be imported")
    with tempfile.TemporaryDirectory(prefix=".old-", dir=build.parent, ignore_cleanup_errors=True) as old:
        if os.path.lexists(build.dest):
            os.rename(build.dest, os.path.join(old, "was"))
        os.rename(work, build.dest)


@contextlib.contextmanager
def alone(build: Build) -> Iterator[None]:
    """Hold the lock on DEST's parent; raises NoRuntimeError when somebody else has it for too long."""
    with open(os.path.join(build.parent, ".lock"), "w") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > build.until:
                    raise NoRuntimeError("another start is still at it") from None
                time.sleep(0.05)
            except OSError:
                break  # a file system without locks: the rename alone must do
        yield


def run(build: Build, pause: float, only_this: bool) -> None:
    """Make sure that DEST is there and works; raises NoRuntimeError, NoInstallerError or OSError."""
    os.makedirs(build.parent, exist_ok=True)
    with alone(build):
        if build.loads(build.dest):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(build.dest, "broken"))
            return
        failure = build.dest + ".failed"
        recall(failure, pause)
        for name in os.listdir(build.parent):
            if name.startswith((".new-", ".old-")):
                shutil.rmtree(os.path.join(build.parent, name), ignore_errors=True)
        sys.stderr.write("session-journal: setting up, once; this takes a few seconds…\n")
        try:
            make(build, only_this)
        except NoInstallerError:
            raise
        except NoRuntimeError as why:
            with open(failure, "w", encoding="utf-8") as record:
                record.write(str(why))
            raise
        with contextlib.suppress(FileNotFoundError):
            os.unlink(failure)


def recall(failure: str, pause: float) -> None:
    """Raise the NoRuntimeError on record when it happened within the last so many seconds."""
    with contextlib.suppress(FileNotFoundError):
        age = time.time() - os.stat(failure).st_mtime
        if 0 <= age < pause:
            with open(failure, encoding="utf-8", errors="replace") as record:
                raise NoRuntimeError(record.read(300))


def plain(text: str) -> str:
    """Return a text that can stand in a JSON string as it is."""
    return text.encode("ascii", "replace").decode().replace("\\", "/").replace('"', "'").replace("\n", " ")


def main() -> int:
    """Make a runtime as the command line says and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("requirements")
    parser.add_argument("dest")
    parser.add_argument("--seconds", type=float, default=900, help="give up after this long")
    parser.add_argument("--pause", type=float, default=0, help="after a failure, do not try again for this long")
    parser.add_argument(
        "--this-python", action="store_true", help="for the interpreter that runs this and no other"
    )
    given = parser.parse_args()
    os.umask(0o077)
    build = Build(given.requirements, given.dest, given.seconds)
    try:
        run(build, given.pause, given.this_python)
    except NoInstallerError:
        return 3
    except (NoRuntimeError, OSError) as why:
        sys.stdout.write(plain(f"cannot set itself up: {why}") + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
