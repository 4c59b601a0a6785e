"""Test runs as notes in a document: `Tests: 12 passed, 1 failed: pytest -q`."""

from __future__ import annotations

from . import identity, items, matching
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .document import Document
    from .journal import Entry

_LEAD = "Tests: "


class TestRun(Value):
    """What ran, and how many passed and failed."""

    __test__ = False  # for pytest, which takes it for a test by its name

    command: str
    passed: int
    failed: int

    @property
    def headline(self) -> str:
        """Its counts and the first line of its command."""
        return str(self).partition("\n")[0]

    def __str__(self) -> str:
        """Say it in a line."""
        return f"{self.passed} passed, {self.failed} failed: {self.command}"


def of(entry: Entry) -> TestRun:
    """Return the run that an entry of kind `test` tells."""
    return TestRun(command=entry.text, passed=_count(entry.field("passed")), failed=_count(entry.field("failed")))


def _count(text: str) -> int:
    return int(text) if identity.is_number(text) else 0


def added(document: Document, entry: Entry) -> Document:
    """Return the document with the run as a note under way."""
    from . import editing  # noqa: PLC0415 - reading does not need it

    document, part = editing.with_subsection(document, "In Progress")
    run = of(entry.replace(text=entry.text.strip(" \t\n")))
    return editing.put(document, part, items.render("-", f"{_LEAD}{run}", items.stamp_of(entry)), entry)


def parse(note: str) -> TestRun | None:
    """Read a note back; None for a note of anything else."""
    if not note.startswith(_LEAD):
        return None
    counts, colon, command = note[len(_LEAD) :].partition(": ")
    passed, comma, failed = counts.partition(" passed, ")
    failed, ending, _ = failed.partition(" failed")
    if not (colon and comma and ending and identity.is_number(passed) and identity.is_number(failed)):
        return None
    return TestRun(command=command, passed=int(passed), failed=int(failed))


def failing(notes: Sequence[str]) -> list[TestRun]:
    """Return the last run of each command, of those whose last run had failures; oldest first."""
    last: dict[str, TestRun] = {}
    for note in notes:
        run = parse(note)
        if run is not None:
            last.pop(matching.fold(run.command), None)
            last[matching.fold(run.command)] = run
    return [run for run in last.values() if run.failed]
