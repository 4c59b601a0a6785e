"""Whatever stands where a file should be: bounded time and memory, named, skipped, and the others go on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from workshop import SITES, Outcome, Workshop, made

from .conftest import Figure, Rounds
from .door import EVENTS, check_reply
from .nastiness import KINDS, cases, spoil
from .targets import ASKING

SECONDS = 2
MEMORY = 400_000_000
"""Bytes of address space, the interpreter's own among them."""
CALLS = (
    ["list"],
    ["view", "--journal"],
    ["log", "--note", "x", "--category", "testing"],
    ["resume", "fix-sweep-bug"],
    ["init", "third", "--template", "mine", "--task", "T-1"],
    ["inbox", "--session", "fix-sweep-bug"],
    ["learn", "--find", "lock"],
    ["who"],
    ["stats", "--all"],
    ["recover", "--note", "x"],
    ["close", "fix-sweep-bug", "--complete"],
)


def run(workshop: Workshop, command: list[str], data: bytes, seconds: int, env: dict[str, str]) -> Outcome:
    """Run a program that is killed for taking more processor time or memory than it may."""
    limits = f'ulimit -v {MEMORY // 1000}; ulimit -t {seconds}; exec "$@"'
    return made(
        subprocess.run(
            ["sh", "-c", limits, "sh", *command],
            input=data,
            cwd=workshop.root,
            env=env,
            capture_output=True,
            timeout=60,
            check=False,
        )
    )


def hook(workshop: Workshop, event: str, conversation: str = "c1") -> Outcome:
    """Run an event's program with two seconds of processor time."""
    payload = {**ASKING, "session_id": conversation, "cwd": str(workshop.root)}
    payload["transcript_path"] = str(workshop.root / "transcript.jsonl")
    environ = workshop.environ("", {"PYTHONPATH": None, "SESSION_JOURNAL_SITE": SITES[-1]})
    return run(workshop, workshop.hook_command(event), json.dumps(payload).encode(), SECONDS, environ)


def verb(workshop: Workshop, words: list[str]) -> Outcome:
    """Run a verb with half a minute of processor time, which `recover` on 100 MB needs most of."""
    command = [sys.executable, "-m", "session_journal", *words]
    return run(workshop, command, b"", 30, workshop.environ("c1"))


def check(workshop: Workshop, kind: str, name: str, events: list[str], calls: list[list[str]]) -> None:
    """Hold what must be true of all hooks and verbs with something nasty in a file's place."""
    path = spoil(workshop, kind, name)
    where = f"{kind}: {name}"
    for event in events:
        outcome = hook(workshop, event)
        assert (outcome.code, outcome.err) == (0, ""), (where, event, outcome)
        check_reply(event, outcome.out)
        assert " failed (" not in outcome.out, (where, event, outcome.out)
        if event == "session_start" and kind not in ("lock",):
            is_told(workshop, outcome, kind, path)
    for words in calls:
        outcome = verb(workshop, words)
        assert outcome.code in (0, 1, 2), (where, words, outcome)
        assert "Traceback" not in outcome.err
        assert "That should not happen" not in outcome.err, (where, words, outcome.err)
        assert outcome.err.count("\n") <= 1, (where, words, outcome.err)
    assert not list(workshop.root.rglob("harmed"))


def is_told(workshop: Workshop, outcome: Outcome, kind: str, path: Path) -> None:
    """Hold that the start gives the brief of the session that can be read, and names the document that cannot."""
    assert "# Session record: " in outcome.context, (kind, outcome)
    if kind == "document" and path.exists():  # a link to nothing is none
        told = hook(workshop, "session_start", "another conversation").message
        assert "other-abc123.md" in told or "the session other " in told, told


def quick(kind: str) -> tuple[list[str], list[str], list[list[str]]]:
    """Return for the ordinary run one case of a kind, and what meets it: the hooks that read most, and a verb."""
    mine = [name for known, name in cases() if known == kind and "MB" not in name]
    name = mine[list(KINDS).index(kind) * 5 % len(mine)]
    return [name], ["session_start", "pre_compact"], [["log", "--note", "x"]]


@pytest.mark.parametrize("kind", KINDS)
def test_anything_in_a_files_place_is_passed_over(
    kind: str, tmp_path: Path, rounds: Rounds, figure: Figure
) -> None:
    """A FIFO, a device, 10 GB, a YAML bomb: hooks and verbs end in time, with a sentence, and the rest goes on."""
    everything = [name for known, name in cases() if known == kind], [*EVENTS], [*CALLS]
    names, events, calls = everything if rounds(0, 1) else quick(kind)
    for count, name in enumerate(names):
        workshop = Workshop(tmp_path / str(count))
        workshop.run("init", "fix-sweep-bug", goal="Fix the race", steps="a; b", conversation="c1")
        check(workshop, kind, name, events, calls)
        subprocess.run(["rm", "-rf", workshop.root], check=True)
    figure("cases", f"{len(names)}; {len(names) * (len(events) + len(calls))} programs within their limits")
    figure("memory", f"{MEMORY // 1_000_000} MB of addresses at most, {SECONDS} s of processor time for a hook")
