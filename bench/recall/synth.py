"""Write a scenario as a transcript of the client's, line by line in the shape that the real one has."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .scenario import Scenario

VERSION = "2.1.329"


class Scribe:
    """Writes lines that share a conversation, with a clock that goes on by some seconds a line."""

    def __init__(self, project: str, seed: int = 1) -> None:
        self.project = project
        self.lines: list[str] = []
        self.random = random.Random(seed)  # noqa: S311 (nothing secret)
        self.seconds = 9 * 3600
        self.parent: str | None = None
        self.count = 0
        self.answers = 0

    def prompt(self, text: str) -> None:
        """Write what the person typed."""
        self._line({"type": "user", "message": {"role": "user", "content": text}, "promptSource": "sdk"})
        self._attach({"type": "session_context", "context": {"gitStatus": "Current branch: main"}})

    def say(self, text: str, *, ends: bool) -> None:
        """Write what the agent said."""
        self._answer({"type": "text", "text": text}, "end_turn" if ends else "tool_use")

    def use(self, name: str, given: dict[str, Any], output: str, result: object, *, failed: bool = False) -> None:
        """Write a tool's use and its result."""
        use = f"toolu_{self.count}"
        self._answer({"type": "tool_use", "id": use, "name": name, "input": given}, "tool_use")
        content = f"Exit code 1\n{output}" if failed else output
        block = {"tool_use_id": use, "type": "tool_result", "content": content, "is_error": failed}
        told = f"Error: {content}" if failed else result
        self._line({"type": "user", "message": {"role": "user", "content": [block]}, "toolUseResult": told})

    def _answer(self, block: dict[str, Any], reason: str) -> None:
        self.answers += 1
        usage = {"input_tokens": 1000, "output_tokens": 20, "service_tier": "standard"}
        message = {
            "id": f"msg_{self.answers}",
            "type": "message",
            "role": "assistant",
            "model": "claude-opus-4-8",
            "content": [block],
            "stop_reason": reason,
            "usage": usage,
        }
        self._line({"message": message, "type": "assistant"})

    def _attach(self, attachment: dict[str, Any]) -> None:
        self._line({"attachment": attachment, "type": "attachment"})

    def _line(self, body: dict[str, Any]) -> None:
        self.count += 1
        self.seconds += self.random.randint(2, 40)
        uuid = f"00000000-0000-4000-8000-{self.count:012d}"
        clock = f"{self.seconds // 3600 % 24:02d}:{self.seconds // 60 % 60:02d}:{self.seconds % 60:02d}"
        row = {
            "parentUuid": self.parent,
            "isSidechain": False,
            **body,
            "uuid": uuid,
            "timestamp": f"2026-03-02T{clock}.000Z",
            "userType": "external",
            "cwd": self.project,
            "sessionId": "5e551011-0000-4000-8000-000000000000",
            "version": VERSION,
            "gitBranch": "main",
        }
        self.parent = uuid
        self.lines.append(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def write(scenario: Scenario, path: str, project: str) -> list[tuple[str, str, str]]:
    """Write the transcript; return the commits made in it, as (sha, subject, time)."""
    scribe = Scribe(project)
    commits: list[tuple[str, str, str]] = []
    for turn in scenario.turns:
        if turn.prompt is not None:
            scribe.prompt(turn.prompt)
        for number, step in enumerate(turn.steps):
            if "say" in step:
                scribe.say(step["say"], ends=number == len(turn.steps) - 1)
            else:
                commits += _act(scribe, step, project, len(commits))
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(scribe.lines)
    return commits


def _act(scribe: Scribe, step: dict[str, Any], project: str, commits: int) -> list[tuple[str, str, str]]:
    if "run" in step:
        output = step.get("out", "")
        scribe.use("Bash", {"command": step["run"]}, output, {"stdout": output}, failed=step.get("fails", False))
    elif "read" in step:
        path = f"{project}/{step['read']}"
        scribe.use("Read", {"file_path": path}, step["out"], {"type": "text", "file": {"filePath": path}})
    elif "commit" in step:
        sha = f"{commits + 0xA1B2C3:07x}"
        text = f"[main {sha}] {step['commit']}"
        scribe.use("Bash", {"command": f"git commit -am '{step['commit']}'"}, text, {"stdout": text})
        return [(sha, step["commit"], "2026-03-02T12:00:00Z")]
    else:
        name, path = ("Edit", step["edit"]) if "edit" in step else ("Write", step["write"])
        given = {"file_path": f"{project}/{path}", "old_string": "a", "new_string": "b", "content": "b"}
        scribe.use(name, given, f"The file {path} has been updated.", {"filePath": f"{project}/{path}"})
    return []
