"""Score the scenarios: `python -m bench.recall [--verbose] [--budget N] [--seeds N] [--json FILE] [FOLDER…]`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from typing import Any

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src"))

from session_journal import digest
from session_journal.capture import capture
from session_journal.transcript import Reading

from . import scenario as scenarios
from . import synth

PROJECT = "/home/dev/project"


def injected(scenario: scenarios.Scenario, budget: int) -> str:
    """Return the block that the capture alone would inject for a scenario."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "transcript.jsonl")
        commits = synth.write(scenario, path, PROJECT)
        captured = capture(Reading(path), PROJECT, commits)
    return digest.brief(captured, budget)


def score(scenario: scenarios.Scenario, text: str) -> dict[str, Any]:
    """Return which facts the text holds, and what it should not."""
    folded = text.casefold()
    missed = [fact.name for fact in scenario.facts if not all(need.casefold() in folded for need in fact.need)]
    found = len(scenario.facts) - len(missed)
    return {
        "name": scenario.name,
        "facts": len(scenario.facts),
        "found": found,
        "share": round(found / len(scenario.facts), 3),
        "characters": len(text),
        "per_1000": round(1000 * found / max(1, len(text)), 2),
        "missed": missed,
        "leaked": [secret for secret in scenario.secrets if secret in text],
        "stale": [words for words in scenario.stale if words.casefold() in folded],
    }


def total(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the sums of all rows."""
    facts, found = sum(row["facts"] for row in rows), sum(row["found"] for row in rows)
    characters = sum(row["characters"] for row in rows)
    return {
        "facts": facts,
        "found": found,
        "share": round(found / max(1, facts), 3),
        "characters": round(characters / max(1, len(rows))),
        "per_1000": round(1000 * found / max(1, characters), 2),
        "leaked": sum(len(row["leaked"]) for row in rows),
        "stale": sum(len(row["stale"]) for row in rows),
    }


def main() -> None:
    """Print a row per scenario and the total."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=["scenarios"])
    parser.add_argument("--budget", type=int, default=4000)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--show", help="print the block injected for the scenario of this name")
    parser.add_argument("--json")
    options = parser.parse_args()
    rows = []
    for folder in options.folders:
        for path in scenarios.names(folder):
            for seed in range(options.seeds):
                scenario = scenarios.load(path, seed)
                text = injected(scenario, options.budget)
                rows.append(score(scenario, text))
                _print_row(rows[-1], options.verbose)
                if options.show == scenario.name:
                    print(text)
    summary = total(rows)
    print(f"{'all':<22} {summary['share']:.3f}  {summary['characters']:>5} characters  {summary}")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"budget": options.budget, "total": summary, "scenarios": rows}, file, indent=1)


def _print_row(row: dict[str, Any], verbose: bool) -> None:
    print(
        f"{row['name']:<22} {row['share']:.3f}  {row['characters']:>5} characters  {row['per_1000']:>5} per 1,000"
        + (f"  missed: {', '.join(row['missed'])}" if verbose and row["missed"] else "")
        + (f"  LEAKED {row['leaked']}" if row["leaked"] else "")
        + (f"  STALE {row['stale']}" if row["stale"] else "")
    )


if __name__ == "__main__":
    main()
