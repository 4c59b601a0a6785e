"""`session watch` as a process of its own, while others write."""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from workshop import Workshop

from session_journal import recorder, timestamps
from session_journal.journal import Entry
from session_journal.store import Store

SECONDS = 30


class Follower:
    """A running `session watch`, whose lines come as they are printed."""

    def __init__(self, workshop: Workshop, *words: str) -> None:
        command = [sys.executable, "-m", "session_journal", "watch", *words]
        self.process = subprocess.Popen(
            command,
            cwd=workshop.root,
            env=workshop.environ(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # what runs the tests in the background has them ignore it, and a child would inherit that
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no thread of ours yet
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def line(self) -> str:
        """Return the next line."""
        return self._lines.get(timeout=SECONDS)

    def until(self, text: str) -> list[str]:
        """Return the lines up to one that holds the text."""
        lines = [self.line()]
        while text not in lines[-1]:
            lines.append(self.line())
        return lines


@contextmanager
def watching(workshop: Workshop, *words: str) -> Iterator[Follower]:
    """Run `session watch WORDS…` and interrupt it at the end as a person does."""
    follower = Follower(workshop, *words)
    try:
        yield follower
        follower.process.send_signal(signal.SIGINT)
        assert follower.process.wait(SECONDS) == 130
        assert follower.process.stderr is not None
        assert follower.process.stderr.read().strip() == ""
    finally:
        follower.process.kill()
        follower.process.wait()


def test_it_begins_with_what_was_last_and_follows(workshop: Workshop) -> None:
    """The last entries are shown at once, later ones as they are written, each on one line."""
    workshop.run("log", done="Reproduce")
    with watching(workshop) as follower:
        shown = follower.until("Reproduce")
        assert shown[0] == "Following the journals of all open sessions; Ctrl-C ends."
        assert shown[1].startswith("## ")
        assert [line.split()[1:3] for line in shown[2:]] == [
            ["fix-sweep-bug", "started"],
            ["fix-sweep-bug", "done"],
        ]
        workshop.ok("log", "--decision", "Lock before\nthe check", "--rationale", "Smallest change")
        assert "decision    Lock before" in follower.line()


def test_several_sessions_are_followed_at_once(workshop: Workshop) -> None:
    """A session that is started later is followed too, and how one ended is still told."""
    with watching(workshop) as follower:
        follower.until("started")
        workshop.ok("init", "second", "--goal", "Another thing")
        assert "second         started" in follower.until("second")[-1]
        workshop.ok("close", "second", "--complete")
        follower.until("second         completed")
        workshop.ok("log", "--note", "Still here")
        assert "fix-sweep-bug  note        Still here" in follower.line()


def test_one_session_and_some_kinds_can_be_chosen(workshop: Workshop) -> None:
    """With --session and --kind nothing else is told."""
    workshop.run("init", "second", goal="Another thing")
    with watching(workshop, "--session", "second", "--kind", "decision", "--last", "0") as follower:
        follower.line()
        for name in ("fix-sweep-bug", "second"):
            workshop.ok("log", "--session", name, "--note", "no", "--decision", f"In {name}", "--rationale", "r")
        day, told = follower.until("In second")
        assert (day[:3], told.split()[1:3]) == ("## ", ["second", "decision"])


def test_json_is_a_line_an_entry(workshop: Workshop) -> None:
    """Each entry is an object on a line of its own, with all that the entry holds and nothing before it."""
    with watching(workshop, "--json") as follower:
        first = json.loads(follower.line())
        assert (first["shortname"], first["kind"], first["text"]) == (
            "fix-sweep-bug",
            "started",
            "Fix the race in the sweeper",
        )
        workshop.ok("log", "--decision", "two\nlines", "--rationale", "r")
        entry = json.loads(follower.line())
        assert (entry["text"], entry["fields"]["rationale"]) == ("two\nlines", "r")


def test_entries_that_cannot_be_read_are_passed_over(workshop: Workshop) -> None:
    """A damaged entry, a removed journal and a removed store do not end it."""
    entries = next((workshop.sessions / "journal").iterdir()) / "entries"
    with watching(workshop) as follower:
        follower.until("started")
        (entries / "20300101T000000.000000Z-note-abcd.md").write_bytes(b"\0\xff")
        workshop.ok("log", "--note", "After the damage")
        follower.until("After the damage")
        os.rename(entries, entries.parent / "elsewhere")
        os.rename(entries.parent / "elsewhere", entries)
        workshop.ok("log", "--note", "After the move")
        follower.until("After the move")
        shutil.rmtree(workshop.sessions)


def test_hostile_text_cannot_drive_the_terminal(workshop: Workshop) -> None:
    """Escapes in an entry do not reach the terminal."""
    workshop.run("log", note="red \x1b[31m \x9b31m \u202eback")
    with watching(workshop) as follower:
        assert follower.until("red")[-1].isprintable()


@pytest.mark.parametrize("words", [("--last", "x"), ("--last", "-1")])
def test_a_wrong_call_is_said(workshop: Workshop, words: tuple[str, ...]) -> None:
    """A number that is none is a wrong call."""
    outcome = workshop.session("watch", *words)
    assert (outcome.code, "--last takes a number" in outcome.err) == (2, True)


def test_without_sessions_it_says_how_to_begin(empty: Workshop) -> None:
    """Where there is no `.sessions` it says so and ends."""
    outcome = empty.session("watch")
    assert outcome.code == 1
    assert "session init" in outcome.err


def test_a_line_says_what_it_is_about(workshop: Workshop) -> None:
    """A decision has its reason, a step its whole text, and captured words are told without their marks."""
    with watching(workshop, "--last", "0") as follower:
        follower.line()
        workshop.ok("log", "--done", "add", "--decision", "Lock first", "--rationale", "Fewer changes")
        assert follower.until("done")[-1].endswith("done        Add a test")
        assert "decision    Lock first (because: Fewer changes)" in follower.line()
        entry = Entry(kind="captured", at=timestamps.now(), text="**Noted**:\n- It is the cache\n- More")
        store = Store(str(workshop.root))
        key = store.load(str(workshop.path)).session.id
        recorder.record(store, key, lambda _value, _document: [entry], conversation="", seconds=5.0)
        assert follower.line().endswith("captured    Noted: It is the cache")
