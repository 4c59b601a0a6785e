"""A project in which the client works with the plugin, and what the plugin wrote there."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .harness import Client, Conversation, Run, StubApi

PLUGIN = "session-journal"


@dataclass(frozen=True)
class Workplace:
    """One client, with the plugin, in one project."""

    client: Client
    project: Path

    @property
    def api(self) -> StubApi:
        """The model."""
        return self.client.api

    @property
    def plugin(self) -> Path:
        """The installed copy of the plugin."""
        (folder,) = self.client.config.glob(f"plugins/cache/{PLUGIN}/{PLUGIN}/*")
        return folder

    def prompt(self, text: str, *options: str) -> Run:
        """Send one prompt in a run of its own."""
        return self.client.prompt(text, self.project, *options)

    def conversation(self, *options: str) -> Conversation:
        """Open a conversation for several prompts."""
        return self.client.conversation(self.project, *options)

    def session(self, *arguments: str) -> str:
        """Run the installed `session` in a terminal of the person's, and return what it prints."""
        done = subprocess.run(
            [str(self.plugin / "bin" / "session"), *arguments],
            cwd=self.project, env=self.client.variables(), capture_output=True, text=True,
            timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"session {arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def transcript(self, run: Run) -> Path:
        """Return the client's transcript of the conversation that a run belongs to, once it is there."""
        pattern = f"projects/*/{run.conversation}.jsonl"
        wait_for(lambda: any(self.client.config.glob(pattern)))
        return next(self.client.config.glob(pattern))

    def document(self, name: str) -> Path:
        """Return the path of the open session's document."""
        (path,) = self.project.glob(f".sessions/active/{name}-{'[0-9a-f]' * 6}.md")
        return path

    def recorded(self, name: str, kind: str) -> list[str]:
        """Return the texts of a session's entries of one kind, oldest first, byte for byte."""
        key = self.document(name).stem.rsplit("-", 1)[1]
        paths = sorted(self.project.glob(f".sessions/journal/{key}/entries/*-{kind}-*.md"))
        return [body(path.read_bytes().decode()) for path in paths]


def wait_for(done: Callable[[], bool], seconds: float = 30) -> None:
    """Wait for something to come true."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


def body(entry: str) -> str:
    """Return the text below an entry's front matter, without the newline that ends the file."""
    return entry.split("\n---\n", 1)[1].removesuffix("\n")


def holds(document: Path, text: str) -> bool:
    """Tell whether an item of a list in a document is a text, its later lines indented as the list asks."""
    first, *rest = text.splitlines()
    lines = document.read_text().splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith(f"- {first}")]
    return any(
        [line.removeprefix("  ") for line in lines[number + 1 : number + 1 + len(rest)]] == rest
        for number in starts
    )
