"""The interactive client in a terminal: keys go in, the screen is read until it shows what is awaited."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from .client import API_KEY

if TYPE_CHECKING:
    from .client import Client

POLL = 0.1


class Terminal:
    """`with Terminal(client, project) as terminal:` runs `claude` in a tmux server of its own.

    The folder is trusted and the key approved beforehand, so that the first screen is the prompt.
    """

    def __init__(self, client: Client, project: Path, *options: str, columns: int = 110, lines: int = 50) -> None:
        self._project = project
        self._environment = {**client.variables(), "TERM": "xterm-256color"}
        self._command = [str(client.executable), *client.plugin_options(), *options]
        self._size = ["-x", str(columns), "-y", str(lines)]
        # a socket's path has to be short, so not in the test's own folder
        self._scratch = Path(tempfile.mkdtemp(prefix="sj-", dir="/tmp"))
        _accept(client.config / ".claude.json", project)

    def __enter__(self) -> Terminal:
        """Start the client and wait for its prompt."""
        self._tmux("-f", "/dev/null", "new-session", "-d", *self._size, "-c", str(self._project), *self._command)
        try:
            self.wait_for("❯")
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the client and its terminal."""
        self._end()

    @property
    def screen(self) -> str:
        """What is to be seen, and what has scrolled away; nothing once the client has ended."""
        return self._tmux("capture-pane", "-p", "-J", "-S", "-", check=False)

    @property
    def runs(self) -> bool:
        """Whether the client is still there."""
        return bool(self._tmux("list-panes", check=False))

    def type(self, text: str) -> None:
        """Type a line, wait until it stands on the screen, and press Enter."""
        self._tmux("send-keys", "-l", text)
        self.wait_for(text[-30:])
        self.press("Enter")

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names: `Enter`, `Escape`, `C-c`."""
        self._tmux("send-keys", *keys)

    def wait_for(self, text: str, timeout: float = 60) -> str:
        """Return the screen once it shows a text; raises AssertionError with the screen if it never does.

        The client breaks lines as it likes, so white space does not count.
        """
        end = time.monotonic() + timeout
        while True:
            screen = self.screen
            if _dense(text) in _dense(screen):
                return screen
            assert time.monotonic() < end, f"the screen never showed {text!r}:\n{screen}"
            time.sleep(POLL)

    def kill(self) -> None:
        """End the client, and nothing else, as a crash would; wait until it is gone."""
        process = int(self._tmux("list-panes", "-F", "#{pane_pid}"))
        os.kill(process, signal.SIGKILL)
        end = time.monotonic() + 30
        while self.runs:
            assert time.monotonic() < end, "the terminal outlives the client"
            time.sleep(POLL)

    def quit(self, timeout: float = 30) -> None:
        """Leave the client as a person does and wait until it is gone."""
        self.type("/exit")
        end = time.monotonic() + timeout
        while self.runs:
            assert time.monotonic() < end, f"the client did not leave:\n{self.screen}"
            time.sleep(POLL)

    def _tmux(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-S", str(self._scratch / "tmux"), *arguments],
            env=self._environment, capture_output=True, text=True, timeout=30, check=False,
        )  # fmt: skip
        assert done.returncode == 0 or not check, f"tmux {arguments[0]}: {done.stderr}"
        return done.stdout if done.returncode == 0 else ""

    def _end(self) -> None:
        self._tmux("kill-server", check=False)
        shutil.rmtree(self._scratch, ignore_errors=True)


def _dense(text: str) -> str:
    return "".join(text.split())


def _accept(settings: Path, project: Path) -> None:
    """Answer the first start's questions in the client's own settings file."""
    state: dict[str, Any] = json.loads(settings.read_text()) if settings.is_file() else {}
    state |= {"hasCompletedOnboarding": True, "theme": "dark", "bypassPermissionsModeAccepted": True}
    state["customApiKeyResponses"] = {"approved": [API_KEY[-20:]], "rejected": []}
    known = state.setdefault("projects", {}).setdefault(str(project), {})
    known |= {"hasTrustDialogAccepted": True, "hasCompletedProjectOnboarding": True}
    settings.write_text(json.dumps(state))
