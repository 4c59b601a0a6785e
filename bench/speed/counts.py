"""Counts what a hook starts, imports and opens, which a busy machine does not change: bench/counts [--check].

A time cannot be a gate on a machine that others use; these can. The limits are in `bench/limits.json`, a little
above what is counted with the oldest Python, which opens the most files; `--keep` writes them anew.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from . import cases, places
from .__main__ import ELSEWHERE, clean_environment, interpreter, named
from .measure import Command, once

LIMITS = places.ROOT / "bench/limits.json"
SLACK = {"processes": 0, "modules": 1, "libraries": 4, "compiled": 1, "files": 6}
"""How far above what was counted a limit is kept: a Python opens a few files more than another."""
_BEGUN = re.compile(
    r"^\d+ +(?:clone3?|v?fork)\(.*\) += \d+|^\d+ +<\.\.\. (?:clone3?|v?fork) resumed>.* = \d+", re.M
)
_LOOKED_AT = re.compile(r'^\d+ +(?:newfstatat|statx?|openat|open)\((?:AT_FDCWD, )?"(/[^"]*\.py)".*\) += \d+', re.M)
_OPENED = re.compile(r'^\d+ +open(?:at)?\((?:AT_FDCWD, )?"([^"]*)".*\) += \d+', re.M)


def main(arguments: Sequence[str] | None = None) -> int:
    """Count, print, and compare with the limits or write them; return the exit code."""
    parser = argparse.ArgumentParser(prog="bench/counts", description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail where more is counted than the limits allow")
    parser.add_argument("--keep", action="store_true", help="make what is counted the new limits")
    given = parser.parse_args(arguments)
    if shutil.which("strace") is None:
        print("strace is missing; on Debian: apt install strace", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="session-counts-") as scratch:
        counted = count(Path(scratch))
    limits = json.loads(LIMITS.read_text()) if LIMITS.exists() else {}
    print(table(counted, limits))
    if given.keep:
        LIMITS.write_text(json.dumps({name: with_slack(row) for name, row in counted.items()}, indent=1) + "\n")
    return 1 if given.check and above(counted, limits) else 0


def with_slack(row: dict[str, int]) -> dict[str, int]:
    """Return the limits to what was counted; where no Python starts there is nothing to vary."""
    return {what: number + (SLACK[what] if row["modules"] else 0) for what, number in row.items()}


def above(counted: dict[str, dict[str, int]], limits: dict[str, dict[str, int]]) -> list[str]:
    """Return the names of the cases that have no limits or are above them."""
    none = dict.fromkeys(SLACK, -1)
    return [
        name for name, row in counted.items() if any(row[what] > limits.get(name, none)[what] for what in SLACK)
    ]


def count(scratch: Path) -> dict[str, dict[str, int]]:
    """Run each case once to warm up and once to count."""
    environment = clean_environment()
    interpreter(environment)
    place = places.make(scratch / "project", environment, 0)
    places.bare(scratch / "elsewhere", environment)
    commands = [
        named(ELSEWHERE, cases.elsewhere(scratch / "elsewhere", place)),
        *(named(case.name, case.command(place)) for case in cases.cases()),
    ]
    counted = {}
    for command in commands:
        once(command, scratch / "stdin")
        counted[command.name] = count_one(command, scratch)
    return counted


def count_one(command: Command, scratch: Path) -> dict[str, int]:
    """Run a command under strace; return its processes, modules of ours and others, `.pyc` files, other files."""
    if command.before:
        command.before()
    log = scratch / "strace"
    calls = "trace=execve,open,openat,?stat,?newfstatat,?statx,clone,clone3,fork,vfork"
    subprocess.run(
        ["strace", "-f", "-qq", "-o", str(log), "-e", calls, *command.arguments],
        cwd=command.folder,
        env=dict(command.environment),
        input=command.given().encode(),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return counts(log.read_text(errors="replace"))


def counts(trace: str) -> dict[str, int]:
    """Return what strace's lines come to; who loads a module looks at its source, wherever the code is from."""
    # git opens the project's files, as many as there are, by relative paths
    opened = [path for path in _OPENED.findall(trace) if path.startswith("/")]
    modules = set(_LOOKED_AT.findall(trace))
    ours = {path for path in modules if "/session_journal/" in path}
    begun = [line for line in _BEGUN.findall(trace) if "CLONE_THREAD" not in line]
    return {
        "processes": 1 + len(begun),
        "modules": len(ours),
        "libraries": len(modules - ours),
        "compiled": len([path for path in opened if path.endswith(".pyc")]),
        "files": len([path for path in opened if not path.endswith((".py", ".pyc"))]),
    }


def table(counted: dict[str, dict[str, int]], limits: dict[str, dict[str, int]]) -> str:
    """Lay the counts out with their limits."""
    lines = [f"{'':26}" + "".join(f"{what:>16}" for what in SLACK)]
    for name, row in counted.items():
        limit = limits.get(name, {})
        cells = [f"{row[what]} ≤ {limit.get(what, '?')}{mark(row[what], limit.get(what))}" for what in SLACK]
        lines.append(f"{name:26}" + "".join(f"{cell:>16}" for cell in cells))
    return "\n".join(lines)


def mark(number: int, limit: int | None) -> str:
    """Return what marks a number above its limit."""
    return " !" if limit is None or number > limit else ""


if __name__ == "__main__":
    sys.exit(main())
