"""Play a scenario with the real client: the stand-in for the model says the script, the tools really run."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .scenario import Scenario, Turn

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from e2e.harness import Client, StubApi, executable, runs, says, uses  # noqa: E402

VERSION = "2.1.329"
DEFAULT_BUDGET = 6000
COMPACTED, MORNING = "continue", "where were we?"
_FAKE = """#!/bin/sh
at="{outputs}/$(basename "$0")"
number=$(($(cat "$at/next" 2>/dev/null || echo 0) + 1))
echo $number > "$at/next"
cat "$at/$number" 2>/dev/null
exit $(cat "$at/$number.code" 2>/dev/null || echo 0)
"""
_REAL = ("cat", "cd", "echo", "git", "grep", "head", "ls", "sed", "tail", "wc")


class Played(NamedTuple):
    """What the plugin gave the model in the request after the compaction and in that of the next morning.

    `talk` and `transcript` are the sizes of what was said and of the client's file, in bytes.
    """

    compacted: str
    morning: str
    talk: int
    transcript: int


def play(scenario: Scenario, budget: int = DEFAULT_BUDGET, version: str = VERSION) -> Played:
    """Work through the scenario, compact with a summary that keeps nothing, go on; come back the next morning."""
    with tempfile.TemporaryDirectory(prefix="recall-") as scratch, StubApi() as api:
        stage = _Stage(Path(scratch), scenario)
        if budget != DEFAULT_BUDGET:
            (stage.project / ".sessions/config.yaml").write_text(f"brief_characters: {budget}\n")
        client = Client(executable(version), stage.home, api, [ROOT], stage.environment)
        with client.conversation(stage.project) as talk:
            for prompt, steps in _prompts(scenario.turns):
                api.script(*stage.answers(steps))
                talk.say(prompt)
                if api.turns:
                    raise RuntimeError(
                        f"{scenario.name}: {len(api.turns)} answers were not asked for at {prompt!r}"
                    )
            talk.say("/compact")
            done = len(_lines(client))
            talk.say(COMPACTED)
        lines = _lines(client)
        size = sum(map(len, lines))
        start = max(at for at, line in enumerate(lines[:done]) if '"compact_boundary"' in line)
        with client.conversation(stage.project) as talk:
            talk.say(MORNING)
        return Played(_injected(lines[start:]), _injected(_lines(client)[len(lines) :]), stage.talk, size)


def _lines(client: Client) -> list[str]:
    """Return the lines of all transcripts, the oldest file first."""
    paths = sorted(client.transcripts(), key=lambda path: path.stat().st_ctime)
    return [line for path in paths for line in path.read_text().splitlines()]


def _injected(lines: list[str]) -> str:
    """Return all text that hooks gave the model, as the client noted it in its transcript."""
    found = [json.loads(line).get("attachment", {}) for line in lines if '"hook_additional_context"' in line]
    return "\n".join("".join(each["content"]) for each in found if each["type"] == "hook_additional_context")


def _prompts(turns: tuple[Turn, ...]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield prompts with all that the agent then does: a turn without a prompt goes on with the one before."""
    prompt, steps = turns[0].prompt or "", list(turns[0].steps)
    for turn in turns[1:]:
        if turn.prompt is None:
            steps += turn.steps
            continue
        yield prompt, steps
        prompt, steps = turn.prompt, list(turn.steps)
    yield prompt, steps


class _Stage:
    """A scratch repository with the scenario's files, and programs that print what the script says."""

    def __init__(self, scratch: Path, scenario: Scenario) -> None:
        self.project, self.home = scratch / "project", scratch / "home"
        self.outputs, self.programs = scratch / "outputs", scratch / "programs"
        self.talk = 0
        self._known: set[str] = set()
        self._edits: dict[str, int] = {}
        for folder in (self.project / ".sessions", self.home, self.outputs, self.programs):
            folder.mkdir(parents=True)
        cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
        self.environment = {
            "PATH": f"{self.programs}:{os.environ['PATH']}",
            "XDG_DATA_HOME": str(cache / "session-journal/recall"),
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        for name, text in scenario.files.items():
            self._write(name, f"# edited 0 times\n{text}\n")
        self._programs(scenario)
        self._git("init", "-q", "-b", "main")
        for setting in ("user.name=Bench", "user.email=bench@example.org"):
            self._git("config", *setting.split("="))
        (self.project / ".git/info/exclude").write_text(".sessions/\n")
        self._git("add", "-A")
        self._git("commit", "-q", "-m", "Begin")
        subprocess.run([str(ROOT / "bin/session"), "--help"], env={**os.environ, **self.environment}, check=True,
                       stdout=subprocess.DEVNULL, cwd=self.home)  # fmt: skip

    def answers(self, steps: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        """Return the model's answers: what is said stands in one message with the tool that follows."""
        answers: list[list[dict[str, Any]]] = []
        said: list[dict[str, Any]] = []
        for step in steps:
            if "say" in step:
                self.talk += len(step["say"])
                said.append(says(step["say"]))
                continue
            first, *more = self._tools(step)
            answers += [[*said, first], *([tool] for tool in more)]
            said = []
        return [*answers, said or [says("ok")]]

    def _tools(self, step: dict[str, Any]) -> list[dict[str, Any]]:
        if "run" in step:
            return [runs(step["run"])]
        if "commit" in step:
            return [runs(f"git add -A && git commit --allow-empty -m {shlex.quote(step['commit'])}")]
        if "read" in step:
            self._known.add(step["read"])
            return [uses("Read", file_path=str(self.project / step["read"]))]
        name = step.get("edit") or step["write"]
        path, is_there = str(self.project / name), (self.project / name).exists() or name in self._edits
        if not is_there:
            self._known.add(name)
            self._edits[name] = 0
            return [uses("Write", file_path=path, content="# edited 0 times\nNEW = True\n")]
        count = self._edits.get(name, 0)
        self._edits[name] = count + 1
        lines = {"old_string": f"# edited {count} times", "new_string": f"# edited {count + 1} times"}
        edit = uses("Edit", file_path=path, **lines)
        if name in self._known:
            return [edit]
        self._known.add(name)
        return [uses("Read", file_path=path), edit]

    def _programs(self, scenario: Scenario) -> None:
        counts: dict[str, int] = {}
        steps = [step for turn in scenario.turns for step in turn.steps if "run" in step]
        for step in steps:
            for part in re.split(r"&&|\|\|?|;", step["run"]):
                program = (part.split() or ["cd"])[0]
                if program in _REAL or "=" in program:
                    continue
                name = os.path.basename(program)
                counts[name] = counts.get(name, 0) + 1
                self._program(program, name)
                folder = self.outputs / name
                (folder / str(counts[name])).write_text(step.get("out", "") + "\n")
                (folder / f"{counts[name]}.code").write_text("1" if step.get("fails") else "0")
                break

    def _program(self, program: str, name: str) -> None:
        (self.outputs / name).mkdir(exist_ok=True)
        path = self.project / program if "/" in program else self.programs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_FAKE.format(outputs=self.outputs))
        path.chmod(0o755)

    def _write(self, name: str, text: str) -> None:
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def _git(self, *arguments: str) -> None:
        environment = {**os.environ, **self.environment}
        with contextlib.suppress(FileNotFoundError):
            subprocess.run(["git", *arguments], cwd=self.project, env=environment, check=True)
