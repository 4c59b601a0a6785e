"""Run `claude` in a sandbox: an emptied environment, a home of its own, the stub as its model."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .conversation import Conversation, Run
from .stub_api import StubApi

# what a machine may need to reach a package index: the plugin makes its runtime at its first start
PASSED_ON = ("PIP_", "UV_", "SSL_CERT_")
PASSED_ON_NAMES = (
    "PATH", "LANG", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "HTTPS_PROXY", "https_proxy",
)  # fmt: skip
API_KEY = "sk-ant-stub-0000000000000000"


@dataclass(frozen=True)
class Client:
    """One installation of the client with a home of its own; `api` answers for the model.

    `environment` is added to the emptied one. Folders of `plugins` are loaded with `--plugin-dir`.
    """

    executable: Path
    home: Path
    api: StubApi
    plugins: Sequence[Path] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def config(self) -> Path:
        """The folder that stands for `~/.claude`."""
        return self.home / "config"

    def variables(self) -> dict[str, str]:
        """Return the whole environment of the client, making its folders."""
        temporary = self.home / "tmp"
        for folder in (self.config, temporary):
            folder.mkdir(parents=True, exist_ok=True)
        passed = {
            name: value
            for name, value in os.environ.items()
            if name in PASSED_ON_NAMES or name.startswith(PASSED_ON)
        }
        return {
            **passed,
            "HOME": str(self.home),
            "CLAUDE_CONFIG_DIR": str(self.config),
            "TMPDIR": str(temporary),
            "CLAUDE_CODE_TMPDIR": str(temporary),
            "ANTHROPIC_BASE_URL": self.api.url,
            "ANTHROPIC_API_KEY": API_KEY,
            "NO_PROXY": "127.0.0.1",
            "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
            "DISABLE_AUTOUPDATER": "1",
            "IS_SANDBOX": "1",  # lets root skip permissions, as in a container
            **self.environment,
        }

    def run(self, *arguments: str, cwd: Path, timeout: float = 120, stdin: str = "") -> Run:
        """Run `claude ARGUMENTS` to its end."""
        done = subprocess.run(
            [str(self.executable), *arguments],
            cwd=cwd, env=self.variables(), input=stdin, capture_output=True, text=True,
            timeout=timeout, check=False,
        )  # fmt: skip
        return Run(done.returncode, done.stdout, done.stderr)

    def prompt(self, text: str, project: Path, *options: str) -> Run:
        """Send one prompt in a new conversation, or with `--continue` go on with the project's last one."""
        run = self.run("-p", text, *self._print_options(), *options, cwd=project)
        assert run.code == 0, f"claude -p {text!r} ended with {run.code}: {run.err}\n{run.out[-2000:]}"
        return run

    def conversation(self, project: Path, *options: str) -> Conversation:
        """Open a conversation in one process, for many prompts; far quicker than a process for each."""
        command = [str(self.executable), "-p", "--input-format", "stream-json", *self._print_options(), *options]
        return Conversation(command, project, self.variables())

    def transcripts(self) -> Iterator[Path]:
        """Yield the transcript files of all conversations."""
        yield from sorted(self.config.glob("projects/*/*.jsonl"))

    def _print_options(self) -> list[str]:
        return [
            *self.plugin_options(),
            "--dangerously-skip-permissions",
            "--output-format",
            "stream-json",
            "--verbose",
        ]

    def plugin_options(self) -> list[str]:
        """Return the options that load `plugins`."""
        return [part for folder in self.plugins for part in ("--plugin-dir", str(folder))]
