"""The guard as a hook of the pre-commit framework: the real one, from the package index, on a real repository."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("src", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
AUTHOR = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@b",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@b",
}

pytestmark = pytest.mark.e2e


class Place:
    """A machine with pre-commit, a repository of the plugin, and a project that uses its hook."""

    def __init__(self, folder: Path) -> None:
        self.tools, self.plugin, self.project = folder / "tools", folder / "plugin", folder / "project"
        self.home = folder / "home"
        for made in (self.plugin, self.project, self.home):
            made.mkdir()

    def run(self, *command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run a program in the project, with the machine's own settings for package indexes and no others."""
        kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "UV_", "SSL_"))}
        environ = {
            **kept,
            **AUTHOR,
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.home),
            "PYTHONPATH": str(self.tools),
            "LC_ALL": "C.UTF-8",
        }
        return subprocess.run(
            command, cwd=cwd or self.project, env=environ, capture_output=True, text=True, check=False
        )

    def ok(self, *command: str, cwd: Path | None = None) -> str:
        """Run a program, which must succeed; return what it printed."""
        done = self.run(*command, cwd=cwd)
        assert done.returncode == 0, done
        return done.stdout.strip()

    def session(self, *words: str) -> str:
        """Run the command line that the framework installed for the hook."""
        (program,) = self.home.glob(".cache/pre-commit/repo*/py_env-*/bin/session")
        return self.ok(str(program), *words)

    def commits(self) -> subprocess.CompletedProcess[str]:
        """Try to make an empty commit."""
        return self.run("git", "commit", "--allow-empty", "-m", "x")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return a project whose commits go through the framework."""
    place = Place(tmp_path)
    installer = ["pip"] if importlib.util.find_spec("pip") else ["uv", "pip"]
    place.ok(sys.executable, "-m", *installer, "install", "--quiet", "--target", str(place.tools), "pre-commit")
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, place.plugin / part)
    for folder in (place.plugin, place.project):
        place.ok("git", "init", "-q", "-b", "main", cwd=folder)
    place.ok("git", "add", ".", cwd=place.plugin)
    place.ok("git", "commit", "-q", "-m", "Plugin", cwd=place.plugin)
    revision = place.ok("git", "rev-parse", "HEAD", cwd=place.plugin)
    (place.project / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {place.plugin}\n  rev: {revision}\n  hooks:\n  - id: session-guard\n"
    )
    place.ok("git", "add", ".pre-commit-config.yaml")
    place.ok(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    return place


def test_the_framework_asks_the_guard(place: Place) -> None:
    """A commit without a session, and one without a word, are refused with the reason; one with both passes."""
    refused = place.commits()
    assert refused.returncode == 1
    assert "No sessions in" in refused.stderr
    place.session("init", "fix-sweep")
    assert "Nothing was logged in fix-sweep" in place.commits().stderr
    place.session("log", "did it")
    assert place.commits().returncode == 0
    assert place.commits().returncode == 1
