"""A conversation as the client writes it into its transcript, line by line, and as it calls the hooks."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

from workshop import Outcome, Workshop

from session_journal import timestamps


def ended_process() -> int:
    """Return the id of a process that is no more."""
    with subprocess.Popen(["true"]) as process:
        process.wait()
    return process.pid


class Talk:
    """One conversation: what is said and done in it, and what the client tells the hooks.

    Its client is this process, which runs, until `killed`.
    """

    def __init__(self, workshop: Workshop, conversation: str = "c1") -> None:
        self.workshop, self.conversation = workshop, conversation
        self.path = workshop.home / "projects" / f"{conversation}.jsonl"
        self.path.parent.mkdir(exist_ok=True)
        self.path.touch()
        self.client = os.getpid()
        self._clock = timestamps.now() - timestamps.HOUR
        self._count = 0

    # what is written into the transcript

    def asks(self, text: str) -> None:
        """Have the person say something."""
        self._row({"type": "user", "message": {"role": "user", "content": text}})

    def says(self, text: str) -> None:
        """Have the agent say something."""
        self._block({"type": "text", "text": text})

    def runs(self, command: str, output: str = "", *, failed: bool = False) -> None:
        """Have the agent run a command, with its outcome."""
        self._uses("Bash", {"command": command, "description": "Run it"}, output, failed=failed)

    def writes(self, path: str) -> None:
        """Have the agent write a file of the project."""
        given = {"file_path": str(self.workshop.root / path), "content": "x\n"}
        self._uses("Write", given, "The file has been updated.")

    def calls(self, tool: str, given: dict[str, Any]) -> str:
        """Have the agent call a tool that has not come back yet; return the call's id."""
        use = f"toolu_{self._count:04}"
        self._block({"type": "tool_use", "id": use, "name": tool, "input": given})
        return use

    def raw(self, data: bytes) -> None:
        """Write bytes as they are."""
        with self.path.open("ab") as stream:
            stream.write(data)

    def _uses(self, tool: str, given: dict[str, Any], output: str, *, failed: bool = False) -> None:
        block = {
            "tool_use_id": self.calls(tool, given),
            "type": "tool_result",
            "content": output,
            "is_error": failed,
        }
        told = {"stdout": output, "stderr": "", "interrupted": False}
        self._row({"type": "user", "message": {"role": "user", "content": [block]}, "toolUseResult": told})

    def _block(self, block: dict[str, Any]) -> None:
        message = {"id": f"msg_{self._count}", "type": "message", "role": "assistant", "content": [block]}
        self._row({"message": message, "requestId": "req_1", "type": "assistant"})

    def _row(self, row: dict[str, Any]) -> None:
        self._count += 1
        self._clock += timestamps.SECOND
        common = {
            "uuid": f"u{self._count}",
            "timestamp": timestamps.to_second(self._clock).replace("Z", ".000Z"),
            "cwd": str(self.workshop.root),
            "sessionId": self.conversation,
            "version": "2.1.329",
        }
        whole = {"parentUuid": f"u{self._count - 1}", "isSidechain": False, **row, **common}
        self.raw(json.dumps(whole, separators=(",", ":"), ensure_ascii=False).encode() + b"\n")

    # what the hooks are told

    def starts(self, source: str = "startup", **more: str | None) -> Outcome:
        """Begin, or go on."""
        return self.hook("session_start", source=source, **more)

    def compacts(self, trigger: str = "manual") -> str:
        """Announce a compaction; return what is said to the compactor."""
        return self.hook("pre_compact", trigger=trigger, custom_instructions=None).out

    def summarised(self, summary: str) -> Outcome:
        """Tell that the compaction is over: first that a compacted conversation starts, then its summary."""
        self.starts("compact")
        return self.hook("post_compact", trigger="manual", compact_summary=summary)

    def ends(self, reason: str = "other") -> Outcome:
        """End as a client should."""
        return self.hook("session_end", reason=reason)

    def killed(self) -> None:
        """Be no more, without a word."""
        self.client = ended_process()
        note = self.workshop.sessions / ".state" / "running" / f"{self.conversation}.json"
        state = json.loads(note.read_text())
        note.write_text(json.dumps({**state, "process": self.client}))

    def hook(self, event: str, **more: str | None) -> Outcome:
        """Run a hook; it must end well and without a word on stderr."""
        payload = {"session_id": self.conversation, "transcript_path": str(self.path), **more}
        outcome = self.workshop.hook(event, payload, env={"SESSION_JOURNAL_PARENT": str(self.client)})
        assert (outcome.code, outcome.err) == (0, ""), outcome
        return outcome


def work(talk: Talk) -> None:
    """Have a bug looked into, in which nobody logs a thing."""
    talk.asks("The sweeper pays twice when two workers start together. Find out why.")
    talk.says("I read the code.")
    talk.runs("cat sweep.py", "x = 1")
    talk.says("Root cause: the lock is taken after the check, so both workers pay.")
    talk.asks("Never touch the wallet's public API.")
    talk.says("Decision: lock before the check, because a queue would need a new dependency.")
    talk.writes("sweep.py")
    talk.runs(
        "pytest -q tests/test_sweep.py",
        "E   AssertionError: 2 != 1\nFAILED tests/test_sweep.py::test_pays_once - AssertionError: 2 != 1",
        failed=True,
    )
    talk.says("One still fails. Next: let test_pays_once wait for the second worker.")


FACTS = (
    "The sweeper pays twice when two workers start together.",
    "Never touch the wallet's public API.",
    "the lock is taken after the check",
    "lock before the check, because a queue would need a new dependency",
    "sweep.py",
    "test_pays_once",
    "let test_pays_once wait for the second worker",
)
"""What must survive of that work."""


def missing(text: str) -> list[str]:
    """Return the facts of the work that a text does not hold."""
    return [fact for fact in FACTS if fact not in text]
