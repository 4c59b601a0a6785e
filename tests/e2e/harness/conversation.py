"""What the client says in a run, and a conversation of many prompts in one process."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any


@dataclass(frozen=True)
class Run:
    """What `claude` wrote in one run, or for one prompt of a conversation, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        """The lines of stream-json; lines that are none are left out."""
        return [json.loads(line) for line in self.out.splitlines() if line.startswith("{")]

    @property
    def conversation(self) -> str:
        """The client's `session_id`."""
        return next(str(event["session_id"]) for event in self.events if event.get("session_id"))

    @property
    def shown(self) -> str:
        """What hooks had the client show to the person, one message after the other.

        Older clients put it into the stream only inside the raw reply of SessionStart.
        """
        notices = [str(event["content"]) for event in self.of_type("system", "informational")]
        replies = [_reply(event) for event in self.of_type("system", "hook_response")]
        return "\n".join([*notices, *(str(reply.get("systemMessage", "")) for reply in replies)]).strip()

    def of_type(self, kind: str, subtype: str = "") -> list[dict[str, Any]]:
        """Return the events of one type, and subtype if given."""
        return [
            event for event in self.events if event.get("type") == kind and subtype in ("", event.get("subtype"))
        ]


def _reply(event: dict[str, Any]) -> dict[str, Any]:
    output = str(event.get("stdout", ""))
    read: dict[str, Any] = json.loads(output) if output.startswith("{") else {}
    return read


class Conversation:
    """One process of the client that takes prompt after prompt, as `with client.conversation(project)`.

    The client joins prompts that wait in its queue into one, so each is sent after the last one's result.
    """

    def __init__(self, command: Sequence[str], project: Path, environment: Mapping[str, str]) -> None:
        self._errors = Path(environment["TMPDIR"]) / "conversation.err"
        with open(self._errors, "w") as errors:
            self._process = subprocess.Popen(
                command, cwd=project, env=environment, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
            )  # fmt: skip

    @property
    def pid(self) -> int:
        """The client's process."""
        return self._process.pid

    def send(self, prompt: str) -> None:
        """Send a prompt and wait for nothing."""
        assert self._process.stdin
        message = {"type": "user", "message": {"role": "user", "content": prompt}}
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()

    def say(self, prompt: str, timeout: float = 120) -> Run:
        """Send a prompt and return what was said until its result; raises AssertionError without one."""
        assert self._process.stdout
        self.send(prompt)
        watchdog = threading.Timer(timeout, self._process.kill)
        watchdog.start()
        try:
            lines = []
            for line in self._process.stdout:
                lines.append(line)
                if json.loads(line).get("type") == "result":
                    return Run(0, "".join(lines), "")
        finally:
            watchdog.cancel()
        raise AssertionError(f"no result for {prompt!r}: {self._errors.read_text()}{''.join(lines)[-2000:]}")

    def kill(self) -> None:
        """End the client as a crash would: no hook of it runs."""
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Conversation:
        """Return itself; the client runs already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the client's input, as the end of a pipe does, and wait for its last hooks."""
        assert self._process.stdin
        assert self._process.stdout
        try:
            self._process.stdin.close()
            self._process.stdout.read()
            self._process.wait(30)
        except (OSError, subprocess.TimeoutExpired):
            self.kill()
        self._process.stdout.close()
