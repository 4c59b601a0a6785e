"""A project to try things in: a folder of its own, the real programs, and what they leave on the disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click
import yaml

from session_journal import changes, journal, session, timestamps, verbs
from session_journal.document import Document
from session_journal.journal import Entry
from session_journal.project import Project
from session_journal.session import Session
from session_journal.store import Store
from session_journal.verbs.verb import Reply, Words

ROOT = Path(__file__).resolve().parent.parent
SITES = tuple(dict.fromkeys(str(Path(str(module.__file__)).parent.parent) for module in (click, yaml)))
Env = Mapping[str, str | None]
STEPS = "Reproduce; Fix it; Add a test"
DERIVED = {f".sessions/.state/{name}" for name in ("lock", "catalogue.db", "search.db", "search.db.lock")}


class Outcome(NamedTuple):
    """What a program came to."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The JSON that it printed."""
        return json.loads(self.out)

    @property
    def context(self) -> str:
        """What a hook's reply gives the agent, "" when nothing."""
        reply = json.loads(self.out) if self.out else {}
        return str(reply.get("hookSpecificOutput", {}).get("additionalContext", ""))

    @property
    def message(self) -> str:
        """What a hook's reply shows the person, "" when nothing."""
        return str((json.loads(self.out) if self.out else {}).get("systemMessage", ""))


def made(program: subprocess.CompletedProcess[bytes]) -> Outcome:
    """Return what a finished program came to."""
    return Outcome(program.returncode, program.stdout.decode(), program.stderr.decode())


class Workshop:
    """A project's folder with a home beside it; nothing of the real environment gets in."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self.home = folder / "home"
        self.caches = ROOT / "build" / "pycache"  # one for all: compiling anew for each test is most of its time
        self.root.mkdir(parents=True)
        self.home.mkdir()

    # the programs

    def environ(self, conversation: str = "", more: Env | None = None) -> dict[str, str]:
        """Return a whole environment; None takes a variable out of it."""
        given: dict[str, str | None] = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *SITES]),
            "PYTHONPYCACHEPREFIX": str(self.caches),
            "CLAUDE_CODE_SESSION_ID": conversation or None,
            **(more or {}),
        }
        return {name: value for name, value in given.items() if value is not None}

    def session(
        self,
        *words: str | bytes,
        stdin: bytes = b"",
        conversation: str = "",
        cwd: Path | None = None,
        env: Env | None = None,
    ) -> Outcome:
        """Run `session WORDS…` as a process of its own."""
        command = [sys.executable, "-m", "session_journal", *words]
        environ = self.environ(conversation, env)
        return made(
            subprocess.run(
                command,
                input=stdin,
                env=environ,
                cwd=cwd or self.root,
                capture_output=True,
                timeout=60,
                check=False,
            )
        )

    def ok(self, *words: str | bytes, **more: Any) -> str:
        """Run `session WORDS…`, which must succeed without a word on stderr; return what it printed."""
        outcome = self.session(*words, **more)
        assert (outcome.code, outcome.err) == (0, ""), outcome
        return outcome.out

    def hook_command(self, event: str) -> list[str]:
        """Return the command with which the launcher starts an event's program."""
        return [
            sys.executable,
            "-I",
            "-S",
            "-X",
            f"pycache_prefix={self.caches}",
            str(ROOT / "hooks" / f"{event}.py"),
        ]

    def hook(
        self, event: str, payload: dict[str, Any] | bytes, *, cwd: Path | None = None, env: Env | None = None
    ) -> Outcome:
        """Run an event's program on a payload (a mapping goes as JSON, with the folder filled in)."""
        if isinstance(payload, dict):
            payload = json.dumps({"cwd": str(self.root), **payload}).encode()
        environ = self.environ("", {"PYTHONPATH": None, "SESSION_JOURNAL_SITE": SITES[-1], **(env or {})})
        command = self.hook_command(event)
        return made(
            subprocess.run(
                command,
                input=payload,
                env=environ,
                cwd=cwd or self.root,
                capture_output=True,
                timeout=60,
                check=False,
            )
        )

    def starts(self, source: str = "startup", conversation: str = "c1", env: Env | None = None) -> Outcome:
        """Have the client tell that a conversation starts."""
        return self.hook("session_start", {"session_id": conversation, "source": source}, env=env)

    def types(self, prompt: str, conversation: str = "c1", env: Env | None = None) -> Outcome:
        """Have the client hand over what a person typed."""
        return self.hook("user_prompt_submit", {"session_id": conversation, "prompt": prompt}, env=env)

    def compacts(self, conversation: str = "c1", env: Env | None = None) -> Outcome:
        """Have the client tell that it is about to compact."""
        return self.hook("pre_compact", {"session_id": conversation, "trigger": "manual"}, env=env)

    def git(self, *words: str) -> str:
        """Run git in the project, with a fixed author."""
        author = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b"}
        committer = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b"}
        environ = self.environ("", {**author, **committer})
        command = ["git", "-c", "commit.gpgsign=false", *words]
        return subprocess.run(
            command, cwd=self.root, env=environ, capture_output=True, check=True, text=True
        ).stdout.strip()

    def commits(self, name: str = "a.txt", text: str = "a\n") -> str:
        """Write a file, commit it on the present branch and return the commit's short id."""
        (self.root / name).write_text(text)
        self.git("add", name)
        self.git("commit", "-q", "-m", f"Write {name}")
        return self.git("rev-parse", "HEAD")[:7]

    # the same without a process of its own

    def project(self, conversation: str = "", present: int = 0) -> Project:
        """Return the project as a call sees it."""
        return Project(
            store=Store(str(self.root), str(self.data), own_only=bool(conversation)),
            folder=str(self.root),
            conversation=conversation,
            present=present or timestamps.now(),
        )

    def run(
        self,
        verb: str,
        argument: str = "",
        *,
        conversation: str = "",
        present: int = 0,
        rest: str = "",
        words: Mapping[str, str] | None = None,
        **options: str | list[str],
    ) -> Reply:
        """Run a verb in this process: `run("log", done="Fix it")`; a switch is given as ""."""
        given = {**(words or {}), **options}
        texts = {name: [value] if isinstance(value, str) else value for name, value in given.items()}
        return verbs.load(verb).run(self.project(conversation, present), Words(argument, texts, rest))

    # what is on the disk

    @property
    def data(self) -> Path:
        """The person's own folder for what must lie outside of any repository."""
        return self.home / ".local" / "share" / "session-journal"

    @property
    def sessions(self) -> Path:
        """The folder `.sessions`."""
        return self.root / ".sessions"

    @property
    def path(self) -> Path:
        """The one document under `active/`."""
        (path,) = (self.sessions / "active").glob("*.md")
        return path

    @property
    def text(self) -> str:
        """The one document's text, with its line ends as they are."""
        return self.path.read_bytes().decode("utf-8", "surrogateescape")

    @text.setter
    def text(self, text: str) -> None:
        self.path.write_bytes(text.encode("utf-8", "surrogateescape"))

    def text_of(self, shortname: str) -> str:
        """Return the text of the document called `SHORTNAME-KEY.md`."""
        paths = (self.sessions / "active").glob(f"{shortname}-*.md")
        (path,) = (path for path in paths if len(path.stem) == len(shortname) + 7)
        return path.read_text()

    @property
    def value(self) -> Session:
        """What the one document says, and nothing but the document."""
        return session.read(Document.parse(self.text, str(self.path)))

    def entries(self, *kinds: str) -> list[Entry]:
        """Return the entries of all sessions, oldest first, of the kinds given or of all."""
        paths = sorted(self.sessions.glob("journal/*/entries/*.md"), key=lambda path: path.name)
        found = [
            journal.load(path.read_bytes().decode("utf-8", "surrogateescape"), path.stem, str(path))
            for path in paths
        ]
        return [entry for entry in found if not kinds or entry.kind in kinds]

    def texts(self, *kinds: str) -> list[str]:
        """Return what the entries of these kinds say."""
        return [entry.text for entry in self.entries(*kinds)]

    def bytes_of(self, *names: str) -> dict[str, bytes]:
        """Return the bytes of all files below the project (or below the folders named), by their path.

        Without what is derived and may be lost: who held the lock last, the catalogue and the index for searching.
        """
        places = [self.root / name for name in names] or [self.root]
        paths = sorted(path for place in places for path in place.rglob("*"))
        kept = (path for path in paths if path.is_file() and path.relative_to(self.root).as_posix() not in DERIVED)
        return {str(path.relative_to(self.root)): path.read_bytes() for path in kept}

    def healed(self) -> Document:
        """Return the one document as its journal says that it should be, whatever the file holds."""
        document = Document.parse(self.text, str(self.path))
        for entry in Store(str(self.root)).late(session.read(document)):
            document = changes.apply(document, entry)
        return document
