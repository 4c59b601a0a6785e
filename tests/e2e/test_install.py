"""Installing the plugin from a checkout, as a person does."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from .harness import Client
from .workplace import PLUGIN, Workplace

pytestmark = pytest.mark.e2e

COMMANDS = {f"session-{verb}" for verb in ("init", "resume", "log", "checkpoint", "view", "pause", "close")}


def test_installs_into_an_empty_configuration(empty_client: Client, checkout: Path, project: Path) -> None:
    """Two commands install the plugin; its commands and its skill are there in the next conversation."""
    work = Workplace(empty_client, project)
    added = empty_client.run("plugin", "marketplace", "add", str(checkout), cwd=project)
    assert added.code == 0, added.out + added.err
    installed = empty_client.run("plugin", "install", f"{PLUGIN}@{PLUGIN}", cwd=project)
    assert installed.code == 0, installed.out + installed.err
    (start,) = work.prompt("hello").of_type("system", "init")
    assert {f"{PLUGIN}:{name}" for name in COMMANDS} <= set(start["slash_commands"])
    assert PLUGIN in {plugin["name"] for plugin in start["plugins"]}


def test_the_copy_is_whole(installed: Client, checkout: Path) -> None:
    """The client's copy has the programs executable, the manifest's link, and the version as its folder."""
    copy = Workplace(installed, checkout).plugin
    version = json.loads((checkout / "plugin.json").read_text())["version"]
    assert copy.name == version
    assert os.access(copy / "bin" / "session", os.X_OK)
    assert os.access(copy / "hooks" / "run", os.X_OK)
    assert json.loads((copy / "plugin.json").read_text())["name"] == PLUGIN


@pytest.mark.parametrize("manifest", [".", ".claude-plugin/plugin.json"])
def test_validates_without_a_warning(empty_client: Client, checkout: Path, manifest: str) -> None:
    """The client's own check finds nothing to say about the marketplace and the plugin."""
    done = empty_client.run("plugin", "validate", "--strict", manifest, cwd=checkout)
    assert done.code == 0, done.out + done.err
    assert "Validation passed" in done.out
    assert not set("⚠✘") & set(done.out + done.err), done.out + done.err


def test_the_first_start_makes_the_runtime(work: Workplace, tmp_path: Path) -> None:
    """On a machine that has the plugin and nothing else, the first conversation sets it up and has its banner."""
    work.session("init", "fix-sweep", "--goal", "Fix the race in the sweep trigger")
    client = replace(work.client, environment={"XDG_DATA_HOME": str(tmp_path / "empty")})
    run = Workplace(client, work.project).prompt("hello")
    assert len(list(tmp_path.glob("empty/session-journal/runtimes/*/python"))) == 1
    assert "fix-sweep" in run.shown


def test_a_project_without_sessions_is_left_alone(work: Workplace) -> None:
    """Where there is no `.sessions/`, no hook says a word to the model or the person, and nothing is written."""
    before = sorted(work.project.iterdir())
    run = work.prompt("Where were we? Add a test for the parser.")
    (request,) = work.api.of_kind("turn")
    assert "hook additional context" not in request.text
    assert run.shown == ""
    assert sorted(work.project.iterdir()) == before
