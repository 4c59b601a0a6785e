"""Whatever stands where a file should be: bounded time and memory, named, skipped, and the others go on."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from workshop import SITES, Outcome, Workshop, made

from .conftest import Figure, Rounds
from .door import EVENTS, check_reply
from .nastiness import KINDS, cases, spoil
from .targets import ASKING

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


def hook(workshop: Workshop, event: str) -> Outcome:
    """Run an event's program with two seconds of processor time."""
    payload = {**ASKING, "cwd": str(workshop.root), "transcript_path": str(workshop.root / "transcript.jsonl")}
    environ = workshop.environ("", {"PYTHONPATH": None, "SESSION_JOURNAL_SITE": SITES[-1]})
    return run(workshop, workshop.hook_command(event), json.dumps(payload).encode(), 2, environ)


def verb(workshop: Workshop, words: list[str]) -> Outcome:
    """Run a verb with ten seconds of processor time."""
    command = [sys.executable, "-m", "session_journal", *words]
    return run(workshop, command, b"", 10, workshop.environ("c1"))


def check(workshop: Workshop, kind: str, name: str) -> None:
    """Hold what must be true of all hooks and verbs with something nasty in a file's place."""
    path = spoil(workshop, kind, name)
    where = f"{kind}: {name}"
    for event in EVENTS:
        outcome = hook(workshop, event)
        assert (outcome.code, outcome.err) == (0, ""), (where, event, outcome)
        check_reply(event, outcome.out)
        assert " failed (" not in outcome.out, (where, event, outcome.out)
        if event == "session_start" and kind not in ("lock",):
            is_told(workshop, outcome, kind, path)
    for words in CALLS:
        outcome = verb(workshop, words)
        assert outcome.code in (0, 1, 2), (where, words, outcome)
        assert "Traceback" not in outcome.err
        assert "That should not happen" not in outcome.err, (where, words, outcome.err)
        assert outcome.err.count("\n") <= 1, (where, words, outcome.err)
    assert not list(workshop.root.rglob("harmed"))


def is_told(workshop: Workshop, outcome: Outcome, kind: str, path: Path) -> None:
    """Hold that the start gives the brief of the session that can be read, and names the document that cannot."""
    assert "# Session record: " in outcome.context, (kind, outcome)
    if kind == "document" and not path.is_dir():
        listed = verb(workshop, ["list"]).out
        assert "other-abc123.md" in listed or "other (" in listed or "other " in listed, listed


def small(kind: str, name: str) -> bool:
    """Tell whether a case is in the ordinary run: a few of each."""
    names = sorted(known for _, known in cases())
    return (len(kind) * 7 + names.index(name)) % 23 == 0


@pytest.mark.parametrize("kind", KINDS)
def test_anything_in_a_files_place_is_passed_over(
    kind: str, tmp_path: Path, rounds: Rounds, figure: Figure
) -> None:
    """A FIFO, a device, 10 GB, a YAML bomb: hooks and verbs end in time, with a sentence, and the rest goes on."""
    mine = [name for known, name in cases() if known == kind]
    few = [name for name in mine if small(kind, name)]
    chosen = mine[: rounds(0, len(mine))] or few
    for count, name in enumerate(chosen):
        workshop = Workshop(tmp_path / str(count))
        workshop.run("init", "fix-sweep-bug", goal="Fix the race", steps="a; b", conversation="c1")
        check(workshop, kind, name)
        subprocess.run(["rm", "-rf", workshop.root], check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    figure("cases", f"{len(chosen)}; {len(chosen) * (len(EVENTS) + len(CALLS))} programs within their limits")
    figure("processor time of all programs so far", f"{used.ru_utime + used.ru_stime:.0f} s")
