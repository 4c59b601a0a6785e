"""Machines to run the launchers on, and libraries to install on them."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .machine import CHECKOUT, Machine, lean_python


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine of its own for one test, with no Python and no installer."""
    return Machine(tmp_path)


@pytest.fixture(params=["sh", "bash"])
def shell(request: pytest.FixtureRequest) -> str:
    """Return each shell that stands behind a system's sh and is here: this system's own, and bash called sh."""
    name: str = request.param
    if not shutil.which(name):
        pytest.skip(f"no {name} here")
    return name


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the workers of one test run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def wheels(shared: Path) -> Path:
    """Return a folder with the files that the lock names, fetched once for all tests."""
    folder = shared / "wheels"
    with open(shared / "wheels.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            fetch(shared, folder)
    return folder


def fetch(shared: Path, folder: Path) -> None:
    """Download what the lock names with the pip of the real machine, or of a venv."""
    python = sys.executable
    if subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode:
        subprocess.run([python, "-m", "venv", shared / "venv"], check=True, capture_output=True)
        python = str(shared / "venv/bin/python")
    options = [
        "--quiet",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "-r",
        str(CHECKOUT / "requirements/runtime.txt"),
    ]
    partial = folder.with_suffix(".partial")
    subprocess.run([python, "-m", "pip", "download", *options, "-d", partial], check=True, capture_output=True)
    partial.rename(folder)


@pytest.fixture(scope="session")
def site(shared: Path, wheels: Path) -> Path:
    """Return the installed libraries, for tests in which a stand-in plays the installer."""
    folder = shared / "site"
    with open(shared / "site.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            for wheel in wheels.iterdir():
                shutil.unpack_archive(wheel, folder, "zip")
    return folder


@pytest.fixture
def indexed(machine: Machine, wheels: Path) -> Machine:
    """Return a machine whose installers find the locked files, and nothing else, without the network."""
    machine.environment |= {"PIP_NO_INDEX": "1", "UV_OFFLINE": "1"}
    machine.environment |= {"PIP_FIND_LINKS": str(wheels), "UV_FIND_LINKS": str(wheels)}
    machine.environment["UV_CACHE_DIR"] = str(machine.folder / "uv-cache")
    return machine


@pytest.fixture
def lean(tmp_path: Path) -> Path:
    """Return an interpreter that has neither pip nor ensurepip."""
    return lean_python(tmp_path / "lean")
