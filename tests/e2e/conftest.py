"""A machine with both versions of the client, the plugin installed from a clone, and a project to work in."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from .harness import VERSIONS, Client, NoClientError, StubApi, executable
from .workplace import PLUGIN, Workplace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session", params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    """Name each version of the client that the plugin is held against."""
    return str(request.param)


@pytest.fixture(scope="session")
def claude(version: str) -> Path:
    """Find the client's program; a CI machine must be able to get it, another one may be offline."""
    try:
        return executable(version)
    except NoClientError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder that the workers of a test run share: the plugin's runtime is made there once."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    (shared / "machine").mkdir(exist_ok=True)
    return shared / "machine"


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clone the repository, as a person gets it."""
    folder = tmp_path_factory.mktemp("checkout") / PLUGIN
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    return folder


@pytest.fixture
def api() -> Iterator[StubApi]:
    """Start the model, with nothing to say yet."""
    with StubApi() as stub:
        yield stub


@pytest.fixture
def empty_client(claude: Path, machine: Path, tmp_path: Path, api: StubApi) -> Client:
    """Take the client as it is before any plugin is installed."""
    return Client(claude, tmp_path / "home", api, environment={"XDG_DATA_HOME": str(machine / "data")})


@pytest.fixture(scope="session")
def installed(claude: Path, machine: Path, checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Client:
    """Install the plugin through the marketplace, and make its runtime."""
    home = tmp_path_factory.mktemp("home")
    client = Client(claude, home, StubApi(), environment={"XDG_DATA_HOME": str(machine / "data")})
    for arguments in (("marketplace", "add", str(checkout)), ("install", f"{PLUGIN}@{PLUGIN}")):
        done = client.run("plugin", *arguments, cwd=home)
        assert done.code == 0, f"{arguments}: {done.out}{done.err}"
    Workplace(client, home).session("--help")
    return client


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a git work tree with one commit, on the branch `main`."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "README").write_text("A project.\n")
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Begin"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True)
    return folder


@pytest.fixture
def work(installed: Client, api: StubApi, project: Path) -> Workplace:
    """Put the plugin to work in the project."""
    return Workplace(replace(installed, api=api), project)
