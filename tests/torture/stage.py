"""Runs one write path again and again in processes of its own, each failing or killed somewhere.

`python stage.py JOB`, where JOB is a JSON file: `scene` (a folder to begin from), `root` (where it is put, each
time anew), `run` (the words of a verb, or a hook and its payload), and what to do: `every` (fail at every call,
or each so-many-th) or `kills` (how many, at random moments). What went wrong is printed as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import faults  # type: ignore[import-not-found] # this script's own folder is where it looks

from session_journal import cli, conversation, events, rebuild, session, verbs
from session_journal.document import Document
from session_journal.errors import Problem
from session_journal.journal import Journal
from session_journal.store import Store

HEALER = "Written after it all"


class Ended(NamedTuple):
    """How a process ended: its exit code (None: killed), what it printed, its calls, and which of them failed."""

    code: int | None
    out: str
    err: str
    calls: int
    struck: str


class Stage:
    """A project that is set up anew for every process."""

    def __init__(self, job: dict[str, Any]) -> None:
        self.scene, self.root, self.run = Path(job["scene"]), Path(job["root"]), job["run"]
        self.work = Path(job["work"])
        self.store = Store(str(self.root))
        self.before: Counter[str] = Counter()
        self.usual: Counter[str] = Counter()
        self.told: list[str] = []
        self.figures: Counter[str] = Counter()

    def set_up(self) -> None:
        """Put the scene in its place."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.scene, self.root, symlinks=True)

    # the processes

    def begin(self, run: dict[str, Any], how: str = "", at: int = 0) -> int:
        """Start a process that runs a verb or a hook; return its id."""
        (self.work / "in").write_text(json.dumps(run.get("payload", {})))
        process = os.fork()
        if process:
            return process
        try:
            self._become(run, faults.Faults(how, at))
        except BaseException as error:
            os.write(2, f"Traceback: {error!r}".encode())
        os._exit(70)

    def _become(self, run: dict[str, Any], fault: faults.Faults) -> None:
        for number, name, flags in ((0, "in", os.O_RDONLY), (1, "out", os.O_WRONLY), (2, "err", os.O_WRONLY)):
            made = os.open(self.work / name, flags | os.O_CREAT | (os.O_TRUNC if number else 0), 0o600)
            os.dup2(made, number)
        sys.stdin = os.fdopen(0)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        os.chdir(self.root)
        real_exit, real_write, real_open = os._exit, os.write, os.open

        def leave(code: int) -> None:
            fault.at = 0
            made = real_open(self.work / "calls", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            real_write(made, f"{fault.count} {fault.struck}".encode("utf-8", "replace"))
            real_exit(code)

        os._exit = leave  # type: ignore[assignment]
        fault.arm()
        if "hook" in run:
            events.run(run["hook"])
            os._exit(0)
        os.environ["CLAUDE_CODE_SESSION_ID"] = run.get("conversation", "")
        sys.argv = ["session", *run["words"]]
        code = cli.main()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)

    def end(self, process: int) -> Ended:
        """Wait for a process and return how it ended."""
        _, status = os.waitpid(process, 0)
        out, err = ((self.work / name).read_text(errors="replace") for name in ("out", "err"))
        code = os.waitstatus_to_exitcode(status)
        calls, _, struck = (self.work / "calls").read_text(errors="replace").partition(" ")
        return Ended(None if code < 0 else code, out, err, int(calls or 0), struck)

    def perform(self, run: dict[str, Any], how: str = "", at: int = 0) -> Ended:
        """Run to the end."""
        for name in ("out", "err", "calls"):
            (self.work / name).write_text("")
        return self.end(self.begin(run, how, at))

    # what is looked at

    def keys(self) -> list[str]:
        """Return the keys of all journals."""
        folder = self.root / ".sessions" / "journal"
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []

    def entries(self) -> Counter[str]:
        """Return what the journals hold, as readers see it: how often each kind and text is there."""
        found: Counter[str] = Counter()
        for key in self.keys():
            journal = Journal(str(self.root / ".sessions" / "journal" / key / "entries"))
            names = journal.names()
            read = journal.all()
            if len(read) != len(names):
                self.say(f"{len(names) - len(read)} entries cannot be read")
            found.update(f"{entry.kind}: {entry.text[:200]}" for entry in read)
        return found

    def documents(self) -> list[Path]:
        """Return the paths of all documents."""
        found = [
            *(self.root / ".sessions").glob("active/*.md"),
            *(self.root / ".sessions").glob("archive/**/*.md"),
        ]
        return [path for path in found if path.name[0] != "."]

    def say(self, what: str) -> None:
        """Note that something is wrong."""
        self.told.append(f"{self.at}: {what}")

    at = ""

    def look(self, ended: Ended) -> None:
        """Check what must hold right after: nothing lost, nothing half, each document whole."""
        if "Traceback" in ended.err or "Traceback" in ended.out:
            self.say(f"traceback: {ended.err[-300:]}")
        if ended.code is not None and ended.code not in ((0,) if "hook" in self.run else (0, 1)):
            self.say(f"exit code {ended.code}")
        if ended.code == 1 and (ended.err.count("\n") != 1 or len(ended.err) < 20):
            self.say(f"no clear sentence: {ended.err!r}")
        added = self.entries()
        lost = self.before - added
        if lost:
            self.say(f"lost: {dict(lost)}")
        added.subtract(self.before)
        fresh = +added
        kinds = Counter(text.partition(":")[0] for text in fresh.elements())
        if self.run.get("hook") == "pre_compact":  # where it cannot tell whose the session is it starts one
            kinds -= Counter(["started"])
        if kinds and kinds != self.usual:
            self.say(f"half of a call: {dict(kinds)}")
        if self.is_acknowledged(ended):
            self.figures["acknowledged"] += 1
            if kinds != self.usual:
                self.say(f"acknowledged, and not there: {dict(kinds)} of {dict(self.usual)}")
            else:
                self.figures["found once"] += 1
        self.read_all()

    def read_all(self) -> None:
        """Read every document."""
        for path in self.documents():
            try:
                session.read(Document.parse(path.read_bytes().decode("utf-8", "surrogateescape")))
            except Problem as problem:
                self.say(f"document: {problem}")

    def is_acknowledged(self, ended: Ended) -> bool:
        """Tell whether the one who asked was told that it is recorded, or will be taken to have been."""
        if ended.code is None:
            return False
        hook = self.run.get("hook", "")
        if not hook:
            return ended.code == 0
        state = conversation.load(self.store, "c1")
        return {
            "pre_compact": bool(state.compacting),
            "post_compact": "kept the summary" in ended.out,
            "session_end": bool(state.position.get("offset")),
            "session_start": False,  # nobody is told that the compaction was counted
            "user_prompt_submit": "Recorded" in ended.out,
        }[hook]

    def heal(self) -> None:
        """Run the next ordinary command and check that everything is as if nothing had happened."""
        self.age()
        for path in self.documents():  # whoever comes a minute later
            os.utime(path, (time.time() - 120,) * 2)
        is_open = any(loaded.session.shortname == "fix-sweep" for loaded in self.store.open_sessions().sessions)
        words = ["log", "--session", "fix-sweep", "--note", HEALER] if is_open else ["init", "healer"]
        ended = self.perform({"words": words})
        if ended.code != 0:
            self.say(f"the next command failed: {ended.err}")
            return
        left = [
            str(path.relative_to(self.root))
            for path in (self.root / ".sessions").rglob("*")
            if path.name.endswith((".tmp", ".swap", ".batch")) or path.name == "starting"
        ]
        if left:
            self.say(f"left over: {left}")
        self.compare()
        self.figures["healed"] += 1

    def age(self) -> None:
        """Let a minute go by for what was left."""
        for path in (self.root / ".sessions").rglob("*"):
            if path.name.endswith((".tmp", ".swap")):
                os.utime(path, (time.time() - 120,) * 2)

    def compare(self) -> None:
        """Check that each journal makes exactly the document that is there."""
        documents = {path.stem.rpartition("-")[2]: path for path in self.documents()}
        for key in self.keys():
            entries = Journal(str(self.root / ".sessions" / "journal" / key / "entries")).all()
            if not entries:
                continue
            if key not in documents:
                self.say(f"no document for {key}")
            elif rebuild.document_from(entries) != documents[key].read_text():
                self.say(f"{documents[key].name} is not what its journal makes: {[e.name for e in entries]}")

    # what is done

    def measure(self) -> tuple[int, float]:
        """Run undisturbed; return how many calls it takes and how many seconds."""
        self.at = "undisturbed"
        self.set_up()
        self.before = self.entries()
        began = time.perf_counter()
        ended = self.perform(self.run)
        seconds = time.perf_counter() - began
        added = self.entries()
        added.subtract(self.before)
        self.usual = Counter(text.partition(":")[0] for text in (+added).elements())
        self.look(ended)
        self.heal()
        return ended.calls, seconds

    def step(self, every: int) -> None:
        """At each call in turn, or each so-many-th, die before it, die after it, and fail with the next error.

        With `every` above 1 it is one of these at a time.
        """
        calls, _ = self.measure()
        for place, at in enumerate(range(1, calls + 1, every)):
            hows = ("before", "after", faults.ERRORS[at % len(faults.ERRORS)])
            for how in hows if every == 1 else [hows[place % 3]]:
                self.at = f"{how} at call {at}"
                self.set_up()
                ended = self.perform(self.run, how, at)
                self.at += f" ({ended.struck})" * bool(ended.struck)
                self.look(ended)
                self.heal()
                self.figures["failures"] += 1

    def kill(self, count: int) -> None:
        """Kill so many processes at random moments of their lives."""
        _, seconds = self.measure()
        chance = random.Random(len(self.run))  # noqa: S311
        while self.figures["kills"] < count:
            self.at = f"kill {self.figures['kills']}"
            self.set_up()
            for name in ("out", "err", "calls"):
                (self.work / name).write_text("")
            process = self.begin(self.run)
            time.sleep(chance.uniform(0, seconds))
            os.kill(process, signal.SIGKILL)
            ended = self.end(process)
            self.figures["kills"] += ended.code is None
            seconds *= 1.002 if ended.code is None else 0.99  # as long as it takes now, with what else runs here
            self.look(ended)
            self.heal()


def main() -> None:
    """Do the job and print what went wrong and the figures."""
    job = json.loads(Path(sys.argv[1]).read_text())
    for name in {"log", "init", *job["run"].get("words", [])[:1]}:  # what is loaded now is loaded once
        verbs.load(name)
    for name in events.NAMES:
        __import__(f"session_journal.events.{name}")
    gc.freeze()
    stage = Stage(job)
    if "kills" in job:
        stage.kill(job["kills"])
    else:
        stage.step(job["every"])
    sys.stdout.write(json.dumps({"wrong": stage.told, "figures": stage.figures}))


if __name__ == "__main__":
    main()
