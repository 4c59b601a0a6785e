"""A scratch project with a stand-in for the client, which fires the real hooks as the client does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import uuid

from .. import timestamps
from ..errors import Problem
from ..project import data_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_OURS = ("CLAUDE", "SESSION_JOURNAL_", "CURRENT_SESSION", "GIT_")
_PATIENCE = 60
"""Seconds for a hook or a command: the first one may have to set up the runtime."""


class Scratch:
    """A project in a folder of its own: a git repository, the plugin's hooks and one conversation at a time."""

    def __init__(self, plugin: str, folder: str) -> None:
        """Take the plugin's root and an existing empty folder."""
        self.plugin = plugin
        self.folder = folder
        self.project = os.path.join(folder, "bakery")
        os.mkdir(self.project)
        self.conversation = ""
        with open(os.path.join(plugin, "hooks", "hooks.json"), encoding="utf-8") as stream:
            self._hooks: dict[str, Any] = json.load(stream)["hooks"]
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
        self._environment = {
            **kept,
            "PATH": os.pathsep.join([os.path.join(plugin, "bin"), kept.get("PATH", os.defpath)]),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **_data_home(folder),
        }

    def new_conversation(self) -> None:
        """Begin a conversation; hooks and commands belong to it from here on."""
        self.conversation = str(uuid.uuid4())

    def fire(self, event: str, **payload: str) -> Reply:
        """Run all hooks of an event with a payload like the client's; return what they answered."""
        common = {
            "session_id": self.conversation,
            "transcript_path": self._transcript,
            "cwd": self.project,
            "permission_mode": "default",
            "hook_event_name": event,
        }
        environment = {"CLAUDE_PROJECT_DIR": self.project, "CLAUDE_PLUGIN_ROOT": self.plugin}
        texts = [
            self._run(command, environment, json.dumps({**common, **payload})) for command in self._commands(event)
        ]
        return Reply("".join(texts))

    def shell(self, line: str) -> str:
        """Run a command line as the agent's Bash tool does, and return what it prints."""
        return self._run(line, {"CLAUDE_CODE_SESSION_ID": self.conversation}, "")

    def say(self, role: str, text: str) -> None:
        """Add what the person (user) or the agent (assistant) says to the conversation's transcript."""
        self._note(role, text if role == "user" else [{"type": "text", "text": text}])

    def use(self, tool: str, given: dict[str, str], printed: str, *, failed: bool = False) -> None:
        """Add a tool that the agent used, and what came of it, to the conversation's transcript."""
        number = f"toolu_{uuid.uuid4().hex[:24]}"
        self._note("assistant", [{"type": "tool_use", "id": number, "name": tool, "input": given}])
        block = {"type": "tool_result", "tool_use_id": number, "content": printed, "is_error": failed}
        result = {"filePath": given["file_path"]} if "file_path" in given else {"stdout": printed, "stderr": ""}
        self._note("user", [block], toolUseResult=result)

    def _note(self, role: str, content: object, **more: object) -> None:
        line = {
            "type": role,
            "uuid": str(uuid.uuid4()),
            "parentUuid": None,
            "isSidechain": False,
            "timestamp": timestamps.to_second(timestamps.now()),
            "cwd": self.project,
            "sessionId": self.conversation,
            "message": {"role": role, "content": content},
            **more,
        }
        with open(self._transcript, "a", encoding="utf-8") as stream:
            stream.write(json.dumps(line) + "\n")

    def write(self, name: str, text: str) -> None:
        """Write a file of the project."""
        with open(os.path.join(self.project, name), "w", encoding="utf-8") as stream:
            stream.write(text)

    def commit(self, message: str, hours_ago: int = 0) -> None:
        """Commit all there is, as if it were so long ago; without git, do nothing."""
        if not self._has_git:
            return
        when = timestamps.to_second(timestamps.now() - hours_ago * timestamps.HOUR)
        self._environment.update(GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
        self._git("add", "-A")
        self._git("commit", "-q", "-m", message)

    def branch(self, name: str) -> None:
        """Make the repository where there is none yet, and work on a branch of this name."""
        if self._has_git:
            self._git("init", "-q", *([] if os.path.isdir(os.path.join(self.project, ".git")) else ["-b", name]))

    def sleep(self, hours: int) -> None:
        """Let time pass: set every clock in the record back, which is quicker than waiting."""
        for path in self._records():
            with open(path, encoding="utf-8") as stream:
                lines = stream.read().split("\n")
            with open(path, "w", encoding="utf-8") as stream:
                stream.write("\n".join(_earlier(line, hours * timestamps.HOUR) for line in lines))

    def _records(self) -> Iterator[str]:
        for folder, _, names in os.walk(os.path.join(self.project, ".sessions")):
            yield from (os.path.join(folder, name) for name in names if name.endswith(".md"))

    @property
    def _has_git(self) -> bool:
        return shutil.which("git") is not None

    def _git(self, *arguments: str) -> None:
        identity = ("-c", "user.name=Baker", "-c", "user.email=baker@example.org")
        subprocess.run(  # noqa: S603 # no shell, arguments of our own
            ["git", *identity, *arguments],  # noqa: S607 # the person's git
            cwd=self.project,
            env=self._environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    @property
    def _transcript(self) -> str:
        return os.path.join(self.folder, f"{self.conversation}.jsonl")

    def _commands(self, event: str) -> Iterator[str]:
        for group in self._hooks.get(event, []):
            yield from (hook["command"] for hook in group["hooks"])

    def _run(self, command: str, environment: dict[str, str], given: str) -> str:
        done = subprocess.run(  # noqa: S603 # commands of our own
            ["/bin/sh", "-c", command],
            cwd=self.project,
            env={**self._environment, **environment},
            input=given,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        if done.returncode:
            why = done.stderr.strip() or f"exit code {done.returncode}"
            raise Problem(f"The demo stopped at `{command}`: {why}")
        return done.stdout


class Reply:
    """What hooks answered: `text` as it is, and the parts that the client takes out of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        parts: dict[str, Any] = json.loads(text) if text.startswith("{") else {}
        plain = text if text.startswith("session-journal: ") else ""  # after a compaction text is shown as it is
        self.message = str(parts.get("systemMessage", plain))
        self.context = str(parts.get("hookSpecificOutput", {}).get("additionalContext", ""))


def _data_home(folder: str) -> dict[str, str]:
    """Make a data home in the folder, which shares only the runtime with the person's; return its variable."""
    theirs = data_folder(os.environ)
    if not theirs:
        return {}
    ours = os.path.join(folder, "data", os.path.basename(theirs))
    os.makedirs(ours)
    for shared in ("runtimes", "pycache"):
        os.makedirs(os.path.join(theirs, shared), exist_ok=True)
        os.symlink(os.path.join(theirs, shared), os.path.join(ours, shared))
    return {"XDG_DATA_HOME": os.path.dirname(ours)}


def _earlier(line: str, by: int) -> str:
    """Return a line of front matter with its time set back; any other line as it is."""
    key, colon, value = line.partition(": ")
    instant = timestamps.parse(value) if colon and key in ("at", "updated_at") else None
    return line if instant is None else f"{key}: {timestamps.to_second(instant - by)}"
