"""Measure the search: how fast an index is made and asked, how large it is, how much memory that takes."""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import stores

from session_journal import search
from session_journal.search import index, survey
from session_journal.store import Store

ROOT = Path(__file__).resolve().parent.parent
QUERIES = (
    "lock",
    "watcher lock order",
    "sweep/get_lock.go:245",
    "PARSER_DRAIN_INVOICE",
    "rotateWorkerToken",
    "竞争条件",
    "Prüfung Beträge",
    "Блокировка снимается",
)
PARTS = ("utexLed", "eitung")


def milliseconds(begun: float) -> float:
    """Return how long ago something began."""
    return (time.perf_counter() - begun) * 1000


def inside(store: Store, rounds: int) -> None:
    """Print what a search takes in a process that runs already."""
    for name, queries in (("words", QUERIES), ("parts inside of words", PARTS)):
        times = []
        for query in queries * rounds:
            begun = time.perf_counter()
            search.find(store, search.Wanted(text=query, limit=10))
            times.append(milliseconds(begun))
        print(f"{name:<24} median {statistics.median(times):6.1f} ms, slowest {max(times):6.1f} ms")
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        survey.take(store)
        times.append(milliseconds(begun))
    print(f"{'of that, what is new?':<24} median {statistics.median(times):6.1f} ms")


def whole(root: Path, rounds: int) -> None:
    """Print what the command takes as a process, beside an interpreter that does nothing, one of each in turn."""
    environ = {**os.environ, "HOME": str(root), "CLAUDE_CODE_SESSION_ID": ""}
    bare: list[float] = []
    full: list[float] = []
    for query in QUERIES * rounds:
        for times, words in (
            (bare, ["-I", "-S", "-c", "pass"]),
            (full, ["-m", "session_journal", "search", query]),
        ):
            begun = time.perf_counter()
            subprocess.run([sys.executable, *words], cwd=root, env=environ, stdout=subprocess.DEVNULL, check=True)
            times.append(milliseconds(begun))
    start, median = statistics.median(bare), statistics.median(full)
    print(f"{'session search':<24} median {median:6.1f} ms, {median - start:.1f} ms beyond a bare start")


def main() -> int:
    """Take the words of the command line."""
    parser = argparse.ArgumentParser(description="Measure the search in a store of so many sessions.")
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        entries = stores.make(root, given.sessions)
        time.sleep(2.1)  # what changed just now is looked at again
        store = Store(str(root))
        begun, work = time.perf_counter(), time.process_time()
        made = index.Index(store)
        made.refresh(5)
        made.close()
        took, worked = milliseconds(begun) / 1000, time.process_time() - work
        size = os.path.getsize(made.path) / 1e6
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{given.sessions} sessions, {entries} entries")
        print(
            f"indexing                 {took:.1f} s, {entries / took:.0f} entries/s ({worked:.1f} s of processor)"
        )
        print(f"index                    {size:.0f} MB; memory at most {memory:.0f} MB")
        inside(store, given.rounds)
        whole(root, given.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
