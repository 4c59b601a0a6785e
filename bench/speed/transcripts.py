"""Transcripts of any size, as the client writes them: a little talk and a lot of tool output."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Iterator
from pathlib import Path

_TALK = """
the sweeper lock watcher queue retry token cache index parser table order night report config branch commit test
value state line file module handler request answer batch window limit error result
"""
_WORDS = tuple(_TALK.split())
_OPENINGS = (
    "Looked at",
    "Now reading",
    "It turns out that",
    "Root cause:",
    "I'll change",
    "Next I will check",
    "Nothing to do in",
    "We decided on",
    "Never touch",
    "The failing test is about",
)


def write(path: Path, megabytes: float, project: Path, seed: int = 7) -> None:
    """Write a transcript of about so many megabytes; more is appended where there is one."""
    chance = random.Random(seed)  # noqa: S311 - the same text every time, no secret
    room = int(megabytes * 1_000_000)
    with path.open("a") as stream:
        turn = 0
        while room > 0:
            turn += 1
            for line in _turn(turn, project, chance):
                text = json.dumps(line) + "\n"
                stream.write(text)
                room -= len(text)


def _turn(turn: int, project: Path, chance: random.Random) -> Iterator[dict[str, object]]:
    """Yield a prompt, and three rounds of a statement, a tool use and its output."""
    yield _line(
        "user", turn, project, f"Please look at {_sentence(chance)} and keep {_sentence(chance)} as it is."
    )
    for step in range(3):
        text = f"{chance.choice(_OPENINGS)} {_sentence(chance)}. {chance.choice(_OPENINGS)} {_sentence(chance)}."
        yield _line("assistant", turn, project, [{"type": "text", "text": text}])
        number = f"toolu_{turn:08d}{step}"
        name, given = _use(step, turn, project)
        yield _line("assistant", turn, project, [{"type": "tool_use", "id": number, "name": name, "input": given}])
        output = "\n".join(_sentence(chance) for _ in range(int(chance.expovariate(1 / 150))))
        block = {"type": "tool_result", "tool_use_id": number, "content": output, "is_error": False}
        result = {"filePath": given.get("file_path", ""), "stdout": output, "stderr": ""}
        yield {**_line("user", turn, project, [block]), "toolUseResult": result}


def _use(step: int, turn: int, project: Path) -> tuple[str, dict[str, str]]:
    if step == 1:
        return "Edit", {"file_path": str(project / "src" / f"module_{turn % 200:03d}.py")}
    return "Bash", {"command": "pytest -q tests/test_sweep.py" if step else "grep -rn sweep src"}


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(4, 14)))


def _line(role: str, turn: int, project: Path, content: object) -> dict[str, object]:
    return {
        "type": role,
        "uuid": str(uuid.UUID(int=turn)),
        "parentUuid": None,
        "isSidechain": False,
        "timestamp": f"2026-01-{1 + turn // 1440 % 28:02d}T{turn // 60 % 24:02d}:{turn % 60:02d}:00.000Z",
        "cwd": str(project),
        "sessionId": "bench",
        "message": {"role": role, "content": content},
    }
