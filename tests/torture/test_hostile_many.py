"""Too much of something: entries by the hundred thousand, folders in loops, a writer that stands still."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from workshop import Outcome, Workshop

from session_journal import timestamps

from .conftest import Figure, Rounds
from .door import EVENTS, check_reply
from .test_hostile import hook, verb

SECONDS = 1_000_000


def fill(workshop: Workshop, count: int) -> Path:
    """Put that many entries into the one journal, a minute apart; return their folder."""
    (entries,) = workshop.sessions.glob("journal/*/entries")
    began = timestamps.parse("2024-01-01T00:00:00Z") or 0
    for n in range(count):
        name = timestamps.to_compact(began + n * 60 * SECONDS)
        kind = ("note", "progress", "done", "note")[n % 4]
        (entries / f"{name}-{kind}-abcd.md").write_text(
            f"---\nkind: {kind}\nat: 2024-01-01T00:00:00Z\n---\nEntry {n}\n"
        )
    return entries


def test_a_journal_of_thousands_costs_little(workshop: Workshop, rounds: Rounds, figure: Figure) -> None:
    """With 100,000 entries hooks and verbs keep to their time and memory, and say what is left out."""
    count = rounds(1_500, 100_000)
    entries = fill(workshop, count)
    for event in EVENTS:
        began = time.monotonic()
        outcome = hook(workshop, event)
        figure(f"{event} with {count:,} entries", f"{(time.monotonic() - began) * 1000:.0f} ms")
        assert (outcome.code, outcome.err) == (0, ""), (event, outcome)
        check_reply(event, outcome.out)
        assert " failed (" not in outcome.out
    assert "Fix the race" in hook(workshop, "session_start").context
    for words in (["log", "--note", "the last"], ["view", "--journal"], ["list"], ["resume"]):
        began = time.monotonic()
        done = verb(workshop, words)
        figure(f"{words[0]} with {count:,} entries", f"{(time.monotonic() - began) * 1000:.0f} ms")
        assert (done.code, done.err) == (0, ""), done
    shown = verb(workshop, ["view", "--journal"]).out.splitlines()
    assert shown[1].startswith("(the last 1,000 of ")
    assert shown[-1].endswith("the last")
    assert len(list(entries.iterdir())) > count


def test_thousands_of_entries_that_cannot_be_read_cost_little(workshop: Workshop, rounds: Rounds) -> None:
    """Broken entries by the thousand do not keep a hook from ending, and what can be read is told."""
    (entries,) = workshop.sessions.glob("journal/*/entries")
    for n in range(rounds(1_000, 50_000)):
        (entries / f"20240101T000000.{n:06d}Z-done-abcd.md").symlink_to("nowhere")
    for event in EVENTS:
        outcome = hook(workshop, event)
        assert (outcome.code, outcome.err) == (0, ""), outcome
        assert " failed (" not in outcome.out
    assert "Fix the race" in hook(workshop, "session_start").context


@pytest.mark.parametrize(
    "where", [".tasks", ".sessions/archive/2024", ".sessions/templates", ".sessions/messages/all"]
)
def test_folders_in_a_loop_are_not_walked_for_ever(workshop: Workshop, where: str) -> None:
    """A link that leads back to a folder above is not followed round and round."""
    place = workshop.root / where
    place.mkdir(parents=True)
    for name in ("loop", "loop.md", "2024"):
        (place / name).symlink_to(workshop.root, target_is_directory=True)
    for event in ("session_start", "pre_compact"):
        outcome = hook(workshop, event)
        assert (outcome.code, outcome.err) == (0, ""), outcome
    for words in (
        ["list", "--all"],
        ["init", "x", "--task", "T-1"],
        ["inbox"],
        ["init", "y", "--template", "loop"],
    ):
        done = verb(workshop, words)
        assert done.code in (0, 1, 2), done
        assert done.err.count("\n") <= 1


@pytest.fixture
def stopped(workshop: Workshop) -> Iterator[subprocess.Popen[bytes]]:
    """Have a process hold the lock and stand still."""
    hold = "import fcntl, sys, signal; f = open(sys.argv[1], 'a'); fcntl.flock(f, fcntl.LOCK_EX); "
    hold += "print('held', flush=True); signal.pause()"
    lock = workshop.sessions / ".state" / "lock"
    holder = subprocess.Popen([sys.executable, "-c", hold, str(lock)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    os.kill(holder.pid, signal.SIGSTOP)
    yield holder
    holder.kill()
    holder.wait()


@pytest.mark.usefixtures("stopped")
def test_a_lock_held_for_ever_is_given_up(workshop: Workshop, rounds: Rounds) -> None:
    """With the lock held by a stopped process hooks give up after 2 s and verbs after 10, and say what to do."""
    for event in EVENTS[: rounds(1, len(EVENTS))]:
        outcome = hook(workshop, event)
        assert (outcome.code, outcome.err) == (0, ""), outcome
        check_reply(event, outcome.out)
    assert "for 2 s" in workshop.types("/session-log --note x").message
    refused: Outcome = verb(workshop, ["log", "--note", "x"])
    assert refused.code == 1
    assert "Another process has been writing for 10 s" in refused.err
    assert "session doctor" in refused.err
