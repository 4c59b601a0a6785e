"""What makes the repository a plugin: manifests, commands and the skill fit the package and one another."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import session_journal

ROOT = Path(__file__).resolve().parent.parent
MANIFESTS = ROOT / ".claude-plugin"
VERBS = (
    "init",
    "list",
    "resume",
    "log",
    "item",
    "set",
    "checkpoint",
    "doctor",
    "search",
    "view",
    "report",
    "pause",
    "close",
    "who",
    "send",
    "inbox",
    "learn",
)
COMMANDS = sorted((ROOT / "commands").glob("*.md"))
SKILLS = sorted((ROOT / "skills").glob("*/SKILL.md"))


def manifest(name: str) -> dict[str, Any]:
    """Return one of the JSON files of `.claude-plugin`."""
    read: dict[str, Any] = json.loads((MANIFESTS / name).read_text())
    return read


def front_matter(path: Path) -> dict[str, Any]:
    """Return the front matter of a command or skill."""
    _, head, _ = path.read_text().split("---\n", 2)
    read: dict[str, Any] = yaml.safe_load(head)
    return read


def body(path: Path) -> str:
    """Return what the model reads of a command or skill."""
    return path.read_text().split("---\n", 2)[2]


def test_one_version_everywhere() -> None:
    """The plugin, its marketplace entry and the package name one version."""
    entry = manifest("marketplace.json")["plugins"][0]
    assert manifest("plugin.json")["version"] == session_journal.__version__
    assert entry["version"] == session_journal.__version__


def test_the_marketplace_offers_this_repository() -> None:
    """The marketplace has one plugin, found at its own root under the plugin's name."""
    (entry,) = manifest("marketplace.json")["plugins"]
    assert entry["source"] == "./"
    assert entry["name"] == manifest("plugin.json")["name"] == "session-journal"


def test_the_top_level_manifest_is_a_link() -> None:
    """A person who looks for plugin.json at the root finds the one that the client reads."""
    assert (ROOT / "plugin.json").is_symlink()
    assert (ROOT / "plugin.json").resolve() == MANIFESTS / "plugin.json"


def test_each_verb_has_its_command() -> None:
    """There is one command a verb, and no other."""
    assert {path.stem for path in COMMANDS} == {f"session-{verb}" for verb in VERBS}


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.stem)
def test_a_command_sets_what_the_client_needs(path: Path) -> None:
    """The name makes the short form `/session-…` work; the tools let the model run the verb unasked."""
    head = front_matter(path)
    assert head["name"] == path.stem
    assert head["allowed-tools"] == "Bash(session:*)"
    assert len(head["description"]) <= 120
    assert isinstance(head["argument-hint"], str)


@pytest.mark.parametrize("path", [*COMMANDS, *SKILLS], ids=lambda path: path.parent.name + "/" + path.stem)
def test_nothing_is_substituted_or_run_by_the_client(path: Path) -> None:
    """No text of a person's passes through a shell: no `!` lines, no placeholders, no file references."""
    assert not re.search(r"(^|\s)!`|```!", body(path))
    assert not re.search(r"\$(ARGUMENTS|\d|\{CLAUDE)", body(path))
    assert not re.search(r"(^|\s)@\S", body(path))


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.stem)
def test_a_command_tells_both_its_readers_what_to_do(path: Path) -> None:
    """The markdown covers the typed command, run already, and the model's own call, not run yet."""
    assert '"session-journal ran /session-"' in body(path)
    assert f"session {path.stem.removeprefix('session-')}" in body(path)


def test_the_skill_is_short_and_leaves_the_commands_their_names() -> None:
    """The skill costs little to read, and `/session-journal` is no command beside `/session-…`."""
    (path,) = SKILLS
    head = front_matter(path)
    assert len(path.read_text().splitlines()) < 60
    assert head["name"] == path.parent.name
    assert head["user-invocable"] is False


def test_each_hook_starts_a_program_that_is_there() -> None:
    """The events of hooks.json run the launcher with the name of a program beside it."""
    events = json.loads((ROOT / "hooks" / "hooks.json").read_text())["hooks"]
    commands = [hook["command"] for groups in events.values() for group in groups for hook in group["hooks"]]
    for command in commands:
        launcher, name = command.rsplit(" ", 1)
        assert launcher == '"${CLAUDE_PLUGIN_ROOT}/hooks/run"'
        assert (ROOT / "hooks" / f"{name}.py").is_file()
    assert len(commands) == len(events)
