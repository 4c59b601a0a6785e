"""Measures all cases, prints a table and writes the figures as JSON: bench/run [--rounds N] [--archived N]."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import platform
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from . import cases, places
from .measure import Command, rounds

RESULTS = places.ROOT / "bench/results"
SMALL, LARGE = "with two sessions", "with an archive"
ELSEWHERE = "prompt, no .sessions here"


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("--rounds", type=int, default=40, help="runs of each command")
    parser.add_argument("--archived", type=int, default=10_000, help="ended sessions in the large project")
    parser.add_argument("--output", type=Path, help="where the figures go (default: bench/results/TIME.json)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="session-bench-") as scratch:
        figures = measure(Path(scratch), given.rounds, given.archived)
    print(table(figures))
    output: Path = given.output or RESULTS / time.strftime("%Y%m%d-%H%M%S.json")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(figures, indent=1) + "\n")
    print(f"\n{output}")


def measure(scratch: Path, count: int, archived: int) -> dict[str, Any]:
    """Make the projects, run everything and return the figures."""
    environment = clean_environment()
    python = interpreter(environment)
    small = places.make(scratch / "small", environment, 0)
    large = places.make(scratch / "large", environment, archived)
    places.bare(scratch / "elsewhere", environment)
    reading = places.make(scratch / "reading", environment, 0)
    wanted, read = cases.cases(), cases.readings(reading)
    commands = [
        *cases.floors(python, small),
        named(ELSEWHERE, cases.elsewhere(scratch / "elsewhere", small)),
        *(named(f"{case.name}|{SMALL}", case.command(small)) for case in wanted),
        *(named(f"{case.name}|{LARGE}", case.command(large)) for case in wanted),
        *(named(case.name, case.command(reading)) for case in read),
    ]
    timings = {name: timing.summary() for name, timing in rounds(commands, count, scratch).items()}
    floor = timings[cases.INTERPRETER]
    rows = [row(name, 0, timings[name], floor) for name in (cases.SHELL, cases.INTERPRETER)]
    rows.append(row(ELSEWHERE, 0.6, timings[ELSEWHERE], floor))
    for case in wanted:
        own = row(case.name, case.target, timings[f"{case.name}|{SMALL}"], floor)
        own["archived"] = row("", 0, timings[f"{case.name}|{LARGE}"], floor)
        rows.append(own)
    for case in read:
        bounds = {"at_most_ms": case.milliseconds, "at_most_mb": case.megabytes}
        rows.append({**row(case.name, 0, timings[case.name], floor), **bounds})
    return {"about": about(python, count, archived), "cases": rows}


def named(name: str, command: Command) -> Command:
    """Return the command under another name."""
    return dataclasses.replace(command, name=name)


def row(name: str, target: float, figures: dict[str, float], floor: dict[str, float]) -> dict[str, Any]:
    """Return one line of the table as data.

    `ratio` is to the bare interpreter of the same run, `processor_ratio` the same of the processor's time, which
    a busy machine changes less.
    """
    ratio, processor = (round(figures[key] / floor[key], 2) for key in ("median_ms", "processor_ms"))
    return {"name": name, "target": target, **figures, "ratio": ratio, "processor_ratio": processor}


def clean_environment() -> dict[str, str]:
    """Return the environment of a person's shell, as far as it matters."""
    kept = ("HOME", "PATH", "XDG_DATA_HOME", "LANG", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ} | {"GIT_CONFIG_GLOBAL": os.devnull}


def interpreter(environment: dict[str, str]) -> str:
    """Return the interpreter that the hooks run on, after having it set up."""
    subprocess.run(
        [str(places.ROOT / "bin/session"), "--version"], env=environment, check=True, stdout=subprocess.DEVNULL
    )
    data = environment.get("XDG_DATA_HOME") or environment["HOME"] + "/.local/share"
    lock = (places.ROOT / "requirements/runtime.txt").read_text().split()[2]
    return Path(data, "session-journal/runtimes", lock, "python").read_text().strip()


def about(python: str, count: int, archived: int) -> dict[str, Any]:
    """Return what the figures depend on."""
    version = subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout.split()[-1]
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=places.ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    return {
        "commit": commit,
        "python": version,
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "rounds": count,
        "archived": archived,
    }


def table(figures: dict[str, Any]) -> str:
    """Lay the figures out for a reader."""
    facts = figures["about"]
    lines = [
        f"Python {facts['python']}, {facts['system']}, {facts['processors']} processors, load {facts['load']}",
        f"medians of {facts['rounds']} whole processes each; × is the ratio to the bare interpreter",
        "",
        f"{'':26}{'ms':>7}{'quartiles':>14}{'×':>7}{'target':>12}{'cpu ms':>9}{'×':>8}"
        + f"  with {facts['archived']:,} archived",
    ]
    for each in figures["cases"]:
        spread = f"{each['low_ms']:.1f}-{each['high_ms']:.1f}"
        line = f"{each['name']:26}{each['median_ms']:7.1f}{spread:>14}{each['ratio']:7.2f}{_target(each):>12}"
        line += f"{each['processor_ms']:9.1f}{each['processor_ratio']:8.2f}"
        lines.append(line + _beside(each))
    return "\n".join(lines)


def _target(each: dict[str, Any]) -> str:
    """Return what was aimed at, with a mark where it was missed."""
    if each.get("at_most_ms"):
        return f"≤ {each['at_most_ms']:g} ms{_missed(each['median_ms'], each['at_most_ms'])}"
    return f"≤ {each['target']:g}{_missed(each['ratio'], each['target'])}" if each["target"] else ""


def _missed(value: float, bound: float) -> str:
    return " !" if value > bound else ""


def _beside(each: dict[str, Any]) -> str:
    """Tell how much more the same takes with the archive, on the clock and the processor; or the memory."""
    large, bound = each.get("archived"), each.get("at_most_mb")
    if bound:
        return f"  {each['memory_mb']:.0f} MB, ≤ {bound:g} MB{_missed(each['memory_mb'], bound)}"
    if not large:
        return ""
    changes = [f"{100 * (large[key] / each[key] - 1):+5.0f} %" for key in ("median_ms", "processor_ms")]
    return f"{large['median_ms']:8.1f}{changes[0]}, cpu{changes[1]}"


if __name__ == "__main__":
    main()
