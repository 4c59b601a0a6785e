"""`doctor`: looks whether everything is in order, says what is not, and mends what can be mended safely."""

from __future__ import annotations

import os

from .. import checkup
from ..checkup import place as places
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from ..checkup import Finding, Report
    from ..project import Project

_ALIKE = 10
"""Findings of one kind that are shown to a person; `--json` has them all."""
_LABELS = {checkup.PROBLEM: "Problem", checkup.NOTE: "Note"}


def run(project: Project, words: Words) -> Reply:
    """Check everything, mend it where asked, and say what is left; the exit code is 1 while a problem is."""
    place = places.of(project, os.environ)
    report = checkup.mend(place) if words.has("fix") else checkup.examine(place)
    return Reply(text="\n".join(_lines(report)), data=_data(report), code=0 if report.is_well else 1)


def _lines(report: Report) -> list[str]:
    lines = [f"Fixed: {_one_line(done.text)}." for done in report.done]
    lines += [f"Not fixed: {_one_line(failed.text)}." for failed in report.failed]
    for group in dict.fromkeys(check.group for check in checkup.CHECKS):
        names = [check.name for check in checkup.CHECKS if check.group == group]
        found = [finding for finding in report.findings if finding.check in names]
        lines += _found(found)
        well = "; ".join(finding.text for finding in found if finding.severity == checkup.OK)
        lines += [f"Fine: {group}: {_one_line(well)}."] if well else []
    return [*lines, _verdict(report)]


def _found(found: Sequence[Finding]) -> list[str]:
    """Return what is wrong, the problems first, with a bounded number of one kind."""
    lines = []
    for severity, label in _LABELS.items():
        counts: dict[str, int] = {}
        for finding in found:
            if finding.severity == severity:
                counts[finding.what] = counts.get(finding.what, 0) + 1
                if counts[finding.what] <= _ALIKE:
                    lines.append(f"{label}: {_sentence(finding)}")
        lines += [f"{label}: {n - _ALIKE:,} more like that ({what})." for what, n in counts.items() if n > _ALIKE]
    return lines


def _sentence(finding: Finding) -> str:
    mend = f"; `session doctor --fix` can {finding.mend.does}" if finding.mend else ""
    return f"{_one_line(finding.text)}{mend}."


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _verdict(report: Report) -> str:
    problems, notes = len(report.of(checkup.PROBLEM)), len(report.of(checkup.NOTE))
    if not problems and not notes:
        return "All is well."
    left = f"{places.many(problems, 'problem')}, {places.many(notes, 'note')}"
    return f"{left}." if problems else f"No problem, {places.many(notes, 'note')}."


def _data(report: Report) -> dict[str, Any]:
    return {
        "well": report.is_well,
        "problems": len(report.of(checkup.PROBLEM)),
        "notes": len(report.of(checkup.NOTE)),
        "findings": [_as_data(finding) for finding in report.findings],
        "fixed": [{**_as_data(done.finding), "done": done.text} for done in report.done],
        "not_fixed": [{**_as_data(failed.finding), "why": failed.text} for failed in report.failed],
    }


def _as_data(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "what": finding.what,
        "severity": finding.severity,
        "text": finding.text,
        "path": finding.path or None,
        "line": finding.line or None,
        "fix": finding.mend.does if finding.mend else None,
    }


VERB = Verb(
    name="doctor",
    summary="Check that everything is in order; mend what is not.",
    about=(
        "Looks at documents, journals, the lock, the runtime, the plugin in the client and git, and says each "
        "finding in a sentence. With --fix it mends what is safe; whatever it replaces is kept beside it."
    ),
    run=run,
    options=(
        Option(name="fix", help="Mend what can be mended safely, and say what was done and kept.", metavar=""),
        JSON,
    ),
    examples=("session doctor", "session doctor --fix", "session doctor --json"),
    see=("recover", "trust"),
    exits="0 in order, 1 a problem is left, 2 a wrong call",
)
