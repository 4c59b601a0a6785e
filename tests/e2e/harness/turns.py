"""What the scripted model says: a turn is a list of content blocks of the Messages API."""

from __future__ import annotations

from typing import Any

Block = dict[str, Any]
Turn = list[Block]


def says(text: str) -> Block:
    """Return a block of plain text; a turn of nothing else ends the model's work on a prompt."""
    return {"type": "text", "text": text}


def uses(tool: str, **arguments: Any) -> Block:
    """Return a tool call; the stub gives it an id when it is sent."""
    return {"type": "tool_use", "name": tool, "input": arguments}


def runs(command: str) -> Block:
    """Return a call of the Bash tool."""
    return uses("Bash", command=command, description="Run a command")
