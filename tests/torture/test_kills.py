"""Writers that are killed, and system calls that fail, at every place of every way to write."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from events.talk import Talk, work
from workshop import Workshop

from .conftest import Figure, Rounds

HERE = Path(__file__).resolve().parent
SUMMARY = """<summary>Mended.

```session-journal
tldr: One test is left.
decisions:
  - decision: Lock before the check
    rationale: A queue would need a new dependency
next:
  - Let test_pays_once wait
```
</summary>"""
EVERY = ["--progress", "Looked", "--done", "Reproduce", "--decision", "Lock first", "--rationale", "Simple"]
WORDS = {
    "log one": ["log", "--note", "Just this"],
    "log several": ["log", *EVERY, "--next", "Ship it"],
    "checkpoint": ["checkpoint", "--tldr", "Nearly there.", "--context", "The lock comes first"],
    "set": ["set", "--tag", "lock", "--role", "Tester"],
    "item": ["item", "add", "Write it down"],
    "pause": ["pause", "--note", "Lunch"],
    "close": ["close", "--complete", "--reason", "Mended"],
    "archive": ["archive", "--before", "2199-01-01"],
    "init": ["init", "second", "--goal", "Another", "--steps", "A; B"],
}
HOOKS: dict[str, dict[str, Any]] = {
    "user_prompt_submit": {"prompt": "/session-log --note typed --progress 'typed too'"},
    "pre_compact": {"trigger": "manual"},
    "post_compact": {"trigger": "manual", "compact_summary": SUMMARY},
    "session_start": {"source": "compact"},
    "session_end": {"reason": "exit"},
}
PATHS = [*WORDS, *HOOKS]
KILLED, STEPPED = ("log several", "close", "pre_compact"), ("log several", "init", "session_end")
"""Those that the short run looks at."""


def scene(workshop: Workshop, path: str) -> dict[str, Any]:
    """Set a project up for a write path and return how that is run."""
    workshop.ok("init", "ended-long-ago")
    workshop.ok("close", "--abandon", "--reason", "x", "ended-long-ago")
    workshop.ok("init", "fix-sweep", "--steps", "Reproduce; Fix it; Add a test", conversation="c1")
    workshop.ok("log", "--session", "fix-sweep", "--note", "Before", "--progress", "Begun", "--blocker", "A key")
    if path in WORDS:
        return {"words": WORDS[path], "conversation": "c1"}
    talk = Talk(workshop)
    work(talk)
    if path == "session_start":
        workshop.hook("pre_compact", {"session_id": "c1", "transcript_path": str(talk.path), "trigger": "manual"})
    payload = {"session_id": "c1", "transcript_path": str(talk.path), "cwd": str(workshop.root), **HOOKS[path]}
    return {"hook": path, "payload": payload}


def played(workshop: Workshop, path: str, **job: Any) -> tuple[list[str], dict[str, int]]:
    """Play a write path on a stage; return what went wrong, and figures."""
    run = scene(workshop, path)
    beside = workshop.root.parent
    shutil.copytree(workshop.root, beside / "scene", symlinks=True)
    given = {"scene": str(beside / "scene"), "root": str(workshop.root), "work": str(beside), "run": run, **job}
    (beside / "job.json").write_text(json.dumps(given))
    environ = workshop.environ()
    environ["PYTHONPATH"] += f":{HERE}"
    done = subprocess.run(
        [sys.executable, str(HERE / "stage.py"), str(beside / "job.json")],
        cwd=beside,
        env=environ,
        capture_output=True,
        check=False,
        text=True,
        timeout=3600,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    result = json.loads(done.stdout)
    return result["wrong"], result["figures"]


@pytest.mark.parametrize("path", PATHS)
def test_what_was_acknowledged_survives_a_kill_at_any_moment(
    empty: Workshop, path: str, rounds: Rounds, figure: Figure
) -> None:
    """Killed at random: what was acknowledged is there once, documents read, the next command heals the rest."""
    count = rounds(4 if path in KILLED else 0, 500)
    if not count:
        pytest.skip("this one is for the long run")
    wrong, figures = played(empty, path, kills=count)
    for what, count in figures.items():
        figure(f"{path}: {what}", count)
    assert wrong == []
    assert figures["kills"]


@pytest.mark.parametrize("path", PATHS)
def test_a_failure_at_any_system_call_loses_nothing(
    empty: Workshop, path: str, rounds: Rounds, figure: Figure
) -> None:
    """Each call that opens, writes, syncs, renames, links or removes fails, or is the last one, in turn."""
    every = rounds(9 if path in STEPPED else 0, 1)
    if not every:
        pytest.skip("this one is for the long run")
    wrong, figures = played(empty, path, every=every)
    for what, count in figures.items():
        figure(f"{path}: {what}", count)
    assert wrong == []
    assert figures["failures"]
