"""How many of the facts are in the text that the plugin injects: `python -m bench.recall [FOLDER…]`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src"))

from session_journal import digest, salience
from session_journal.capture import capture
from session_journal.transcript import Reading

from . import client, synth
from . import scenario as scenarios

PROJECT = "/home/dev/project"
AROUND = 1_050
"""Characters that the rest of the brief takes in a project where nothing was logged."""
GROUPS = {
    "repetition": ("rare", "fresh", "mould"),
    "the person's words": ("person",),
    "ties to the other side, commits, tests": ("tied",),
    "turns with an edit, a commit, a failure": ("works", "edits", "fails"),
    "position": ("first", "latest", "final"),
    "figures and measures": ("figure", "measure"),
    "people, days, places": ("name",),
    "identifiers": ("named",),
    "cues": ("constraint", "decided", "found", "blocked", "next"),
    "reading, self, idle phrases": ("reads", "me", "idle"),
    "nudges, requests to look, questions": ("nudge", "look", "asks"),
    "length": ("short",),
}


def synthesised(scenario: scenarios.Scenario, budget: int) -> Iterator[tuple[str, str]]:
    """Yield what the capture alone would inject for a transcript that is written rather than played."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "transcript.jsonl")
        commits = synth.write(scenario, path, PROJECT)
        captured = capture(Reading(path), PROJECT, lambda _since: commits)
    yield "synthesised", digest.brief(captured, budget - AROUND)


def played(scenario: scenarios.Scenario, budget: int) -> Iterator[tuple[str, str]]:
    """Yield what the plugin injected into a conversation of the real client."""
    result = client.play(scenario, budget)
    yield "compacted", result.compacted
    yield "morning", result.morning


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
        "most_characters": max((row["characters"] for row in rows), default=0),
        "per_1000": round(1000 * found / max(1, characters), 2),
        "leaked": sum(len(row["leaked"]) for row in rows),
        "stale": sum(len(row["stale"]) for row in rows),
    }


def main() -> None:
    """Print a row per scenario and the total, or the table of what each sign is worth."""
    options = _options()
    for name in [sign for group in options.without for sign in GROUPS.get(group, (group,))]:
        salience.WEIGHTS[name] = 0.0
    if options.ablate:
        _ablate(options)
        return
    rows = _score_all(options)
    print(f"{'all':<36}{_figures(total(rows))}  at most {total(rows)['most_characters']}")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            how = {name: getattr(options, name) for name in ("budget", "mixed", "without", "synthesised")}
            json.dump({**how, "total": total(rows), "scenarios": rows}, file, indent=1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.recall", description=__doc__)
    parser.add_argument("folders", nargs="*", default=["scenarios"], help="scenarios, held_out, blind, later, …")
    parser.add_argument("--synthesised", action="store_true", help="write the transcripts, without the client")
    parser.add_argument("--budget", type=int, default=6000, help="characters of all that is injected")
    parser.add_argument("--mixed", action="store_true", help="idle talk of all styles, so that little comes twice")
    parser.add_argument("--without", action="append", default=[], help="a sign, or a group of them, to do without")
    parser.add_argument("--ablate", action="store_true", help="the share without each group of signs in turn")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--only", help="the scenario of this name")
    parser.add_argument("--verbose", action="store_true", help="name the facts that were missed")
    parser.add_argument("--show", action="store_true", help="print the injected text")
    parser.add_argument("--json", help="a file for the figures")
    options = parser.parse_args()
    options.synthesised = options.synthesised or options.ablate or bool(options.without)
    return options


def _score_all(options: argparse.Namespace, *, quiet: bool = False) -> list[dict[str, Any]]:
    rows = []
    inject = synthesised if options.synthesised else played
    for scenario in _scenarios(options):
        for moment, text in inject(scenario, options.budget):
            row = {**score(scenario, text), "moment": moment}
            rows.append(row)
            if not quiet:
                _print(row, options)
            if options.show:
                print(text)
    return rows


def _scenarios(options: argparse.Namespace) -> Iterator[scenarios.Scenario]:
    for folder in options.folders:
        for path in scenarios.names(folder):
            for seed in range(options.seeds):
                scenario = scenarios.load(path, seed, mixed=options.mixed)
                if options.only in (None, scenario.name):
                    yield scenario


def _ablate(options: argparse.Namespace) -> None:
    """Print the share without each group: in ordinary talk, in mixed talk, with repetition off as well."""
    weights = dict(salience.WEIGHTS)
    repetition = GROUPS["repetition"]
    for group, signs in {"": (), **GROUPS}.items():
        shares = []
        for mixed, also in ((False, ()), (True, ()), (False, repetition)):
            options.mixed = mixed
            salience.WEIGHTS.update(dict.fromkeys((*signs, *also), 0.0))
            shares.append(total(_score_all(options, quiet=True))["share"])
            salience.WEIGHTS.update(weights)
        print(
            f"| {group or 'all signs':<40} | " + " | ".join(f"{share:.3f}" for share in shares) + " |", flush=True
        )


def _figures(row: dict[str, Any]) -> str:
    return f"{row['share']:.3f} {row['characters']:>6} characters {row['per_1000']:>6} per 1,000"


def _print(row: dict[str, Any], options: argparse.Namespace) -> None:
    print(
        f"{row['name']:<22}{row['moment']:<14}{_figures(row)}"
        + (f"  missed: {', '.join(row['missed'])}" if options.verbose and row["missed"] else "")
        + (f"  LEAKED {row['leaked']}" if row["leaked"] else "")
        + (f"  STALE {row['stale']}" if row["stale"] else ""),
        flush=True,
    )


if __name__ == "__main__":
    main()
