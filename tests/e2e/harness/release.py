"""The released versions of the client: downloaded once with npm, then kept outside of the repository."""

from __future__ import annotations

import fcntl
import os
import platform
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

VERSIONS = ("2.1.197", "2.1.329")
PACKAGE = "@anthropic-ai/claude-code"
ATTEMPTS = 4
_PLATFORMS = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}


class NoClientError(Exception):
    """The client is not on this machine and could not be downloaded; the text says why."""


def executable(version: str) -> Path:
    """Return the client's native binary, downloading the version if this machine has not got it.

    Several processes may ask at once: one downloads, the others wait. Raises NoClientError.
    """
    folder = _cache() / version
    binary = folder / "node_modules" / f"{PACKAGE}-{_platform()}" / "claude"
    if binary.is_file():
        return binary
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.parent / f"{version}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not binary.is_file():
            _download(version, folder)
    if not binary.is_file():
        raise NoClientError(f"npm installed {PACKAGE}@{version} without {binary}")
    return binary


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "session-journal" / "client"


def _platform() -> str:
    machine = _PLATFORMS.get(platform.machine().lower(), platform.machine())
    musl = "-musl" if any(Path("/lib").glob("ld-musl-*")) else ""
    return f"{platform.system().lower()}-{machine}{musl}"


def _download(version: str, folder: Path) -> None:
    """Install into a folder beside the final one, then move it there: half a download is never found."""
    npm = shutil.which("npm")
    if npm is None:
        raise NoClientError("npm is not on the PATH, so the client cannot be downloaded")
    for attempt in range(1, ATTEMPTS + 1):
        with tempfile.TemporaryDirectory(prefix=f"{version}.", dir=folder.parent) as scratch:
            problem = _install(npm, version, Path(scratch) / "new")
            if not problem:
                shutil.rmtree(folder, ignore_errors=True)
                os.replace(Path(scratch) / "new", folder)
                return
        time.sleep(5 * attempt if attempt < ATTEMPTS else 0)
    raise NoClientError(f"npm could not install {PACKAGE}@{version}: {problem}")


def _install(npm: str, version: str, folder: Path) -> str:
    """Run npm; return what went wrong, or nothing."""
    folder.mkdir()
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", f"{PACKAGE}@{version}"]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL, check=False
        )
    except subprocess.TimeoutExpired:
        return "no end in 300 s"
    return "" if done.returncode == 0 else done.stderr.strip()[-2000:] or f"exit code {done.returncode}"
