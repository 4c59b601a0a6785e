"""Measures hooks and verbs in ever larger projects and prints how they grow: bench/scale [--sizes …]."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from . import cases, places
from .__main__ import RESULTS, about, clean_environment, interpreter, named
from .measure import Command, Timing, once, rounds
from .places import CONVERSATION, Place

SIZES = (100, 1_000, 10_000, 100_000)
STEADY, GROWING = "does not grow", "grows"
MEGABYTES = 100
"""The most memory that anything may take."""
_MAKER = places.ROOT / "bench/stores.py"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="bench/scale", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many sessions, 20 entries each")
    parser.add_argument("--rounds", type=int, default=7, help="runs of each command; of those that grow, three")
    parser.add_argument(
        "--output", type=Path, help="where the figures go (default: bench/results/TIME-scale.json)"
    )
    given = parser.parse_args(arguments)
    environment = clean_environment()
    python = interpreter(environment)
    figures: dict[str, Any] = {"about": about(python, given.rounds, max(given.sizes)), "sizes": {}}
    for size in given.sizes:
        with tempfile.TemporaryDirectory(prefix="session-scale-") as scratch:
            figures["sizes"][str(size)] = measure(Path(scratch), environment, python, size, given.rounds)
    print(table(figures))
    output: Path = given.output or RESULTS / time.strftime("%Y%m%d-%H%M%S-scale.json")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(figures, indent=1) + "\n")
    print(f"\n{output}")


def measure(
    scratch: Path, environment: dict[str, str], python: str, size: int, count: int
) -> dict[str, dict[str, Any]]:
    """Make a project of so many sessions and return the figures of each command."""
    place = make(scratch / "project", environment, size)
    steady = [named(case.name, case.command(place)) for case in cases.cases() if case.name in WATCHED]
    steady += [verb(place, *words.split()) for words in ("current", "list")]
    timings = rounds([*cases.floors(python, place), *steady], count, scratch)
    found = {name: {"kind": STEADY, **timing.summary()} for name, timing in timings.items()}
    for words in ("list --all", "stats --all", "search mutex deadlock"):
        command, first, timing = verb(place, *words.split()), Timing(), Timing()
        once(command, scratch / "stdin", first)
        for _ in range(3):
            once(command, scratch / "stdin", timing)
        figures = {**timing.summary(), "memory_mb": max(timing.memory, first.memory) / 1e6}
        found[words] = {"kind": GROWING, **figures, "first_ms": 1000 * first.wall[0]}
    return found


WATCHED = ("prompt, ordinary", "where were we? (brief)", "SessionStart (brief)", "PreCompact", "session log")


def make(folder: Path, environment: dict[str, str], size: int) -> Place:
    """Make a project with so many sessions, one of which the conversation works on."""
    places.bare(folder, environment)
    command = [sys.executable, str(_MAKER), str(folder), "--sessions", str(size), "--entries", "20"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    place = Place(folder, environment)
    name = min((folder / ".sessions/active").glob("*.md")).stem.rpartition("-")[0]
    person = [str(places.ROOT / "bin/session"), "resume", name]  # takes it up: it was not made here
    subprocess.run(person, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    place.session("resume", name)
    place.keep()
    return place


def verb(place: Place, *words: str) -> Command:
    """Return a verb as a person runs it."""
    environment = {**place.environment, "SESSION_JOURNAL_CURRENT": "", "CLAUDE_CODE_SESSION_ID": CONVERSATION}
    return Command(" ".join(words), [str(places.ROOT / "bin/session"), *words], environment, place.folder)


def table(figures: dict[str, Any]) -> str:
    """Lay the curve out: a line a command, a column a size."""
    sizes = list(figures["sizes"])
    lines = [f"{'ms (MB)':28}" + "".join(f"{int(size):>20,}" for size in sizes)]
    for name in figures["sizes"][sizes[0]]:
        cells = [figures["sizes"][size][name] for size in sizes]
        lines.append(f"{name:28}" + "".join(f"{cell(each):>20}" for each in cells))
    lines.append("\nmedians of whole processes; in front of the arrow the first run, which makes what is kept")
    return "\n".join(lines)


def cell(figures: dict[str, Any]) -> str:
    """Return a command's figures at one size; `!` where it takes more memory than it may."""
    first = f"{figures['first_ms']:,.0f} → " if "first_ms" in figures else ""
    mark = "!" if figures["memory_mb"] > MEGABYTES else ""
    return f"{first}{figures['median_ms']:,.1f} ({figures['memory_mb']:.0f}){mark}"


if __name__ == "__main__":
    main()
