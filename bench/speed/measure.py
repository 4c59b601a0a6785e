"""Timing of whole processes, one round of all after another, so that a busy machine is unfair to none."""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Command:
    """One thing to measure: what is run, and what is done before each run, outside the clock.

    `given` makes the text for standard input afresh for every run; `before` puts back what a run changes.
    """

    name: str
    arguments: list[str]
    environment: Mapping[str, str]
    folder: Path
    given: Callable[[], str] = str
    before: Callable[[], None] | None = None


@dataclass
class Timing:
    """The runs of one command: seconds on the clock, seconds of processor, and the largest memory in bytes."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    memory: int = 0

    def summary(self) -> dict[str, float]:
        """Return the figures that are kept, in milliseconds and megabytes."""
        low, median, high = (1000 * value for value in statistics.quantiles(self.wall, n=4))
        return {
            "median_ms": round(median, 2),
            "low_ms": round(low, 2),
            "high_ms": round(high, 2),
            "processor_ms": round(1000 * statistics.median(self.processor), 2),
            "memory_mb": round(self.memory / 1e6, 1),
        }


def rounds(commands: Sequence[Command], count: int, scratch: Path, warm: int = 3) -> dict[str, Timing]:
    """Run every command once a round, in a new order each; the first rounds only warm up."""
    timings = {command.name: Timing() for command in commands}
    for number in range(warm + count):
        _progress(number, warm + count)
        for command in random.sample(list(commands), len(commands)):
            once(command, scratch / "stdin", timings[command.name] if number >= warm else None)
    _progress(0, 0)
    return timings


def once(command: Command, stdin: Path, timing: Timing | None = None) -> None:
    """Run a command once and add what it took; raises RuntimeError when it fails."""
    timing = timing or Timing()
    if command.before:
        command.before()
    stdin.write_text(command.given())
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, str(stdin), os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    ]
    here = Path.cwd()
    os.chdir(command.folder)
    began = time.perf_counter()
    child = os.posix_spawn(
        command.arguments[0], command.arguments, dict(command.environment), file_actions=actions
    )
    _, status, used = os.wait4(child, 0)
    timing.wall.append(time.perf_counter() - began)
    os.chdir(here)
    timing.processor.append(used.ru_utime + used.ru_stime)
    timing.memory = max(timing.memory, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
    if status:
        raise RuntimeError(f"{command.name} ended with {os.waitstatus_to_exitcode(status)}")


def _progress(number: int, total: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{number}/{total} rounds " if total else "\r\x1b[K")
        sys.stderr.flush()
