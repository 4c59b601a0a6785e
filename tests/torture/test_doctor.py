"""The doctor on projects in which anything may be broken: it comes to its end, and nothing gets lost by it."""

from __future__ import annotations

import random
from pathlib import Path

from examining import place
from workshop import Workshop

from session_journal import checkup

from .conftest import Figure, Rounds

GARBAGE = (
    b"",
    b"\0" * 500,
    b"---\n",
    b"\xff\xfe\x00",
    b"<<<<<<< a\n=======\n>>>>>>> b\n",
    b"{",
    b"---\nid: x\n---\n",
)
OWN = ("progress.md", ".state/", ".gitignore")
"""What can be made again, and is."""


def broken(chance: random.Random, workshop: Workshop) -> None:
    """Break a few files of a project, each in one of the ways in which files break."""
    paths = sorted(path for path in workshop.sessions.rglob("*") if path.is_file())
    for path in chance.sample(paths, chance.randint(1, 4)):
        how = chance.randrange(6)
        data = path.read_bytes()
        if how == 0:
            path.unlink()
        elif how == 1:
            path.write_bytes(chance.choice(GARBAGE))
        elif how == 2:
            path.write_bytes(data[: chance.randrange(len(data) + 1)])
        elif how == 3:
            spot = chance.randrange(len(data) + 1)
            path.write_bytes(data[:spot] + chance.randbytes(5) + data[spot:])
        elif how == 4:
            path.rename(path.with_name(chance.choice(["x", "x.md", "x-aaaaaa.md", path.name + "~"])))
        else:
            path.with_name("copy of " + path.name).write_bytes(data)


def kept(workshop: Workshop) -> set[bytes]:
    """Return what the files say, but for those that can be made again."""
    found: set[bytes] = set()
    for path in workshop.sessions.rglob("*"):
        name = str(path.relative_to(workshop.sessions))
        if path.is_file() and path.name not in OWN and not name.startswith(OWN):
            found.add(path.read_bytes())
    return found


def entries(workshop: Workshop) -> dict[str, bytes]:
    """Return all that lies in journals beside the briefs, by its path."""
    paths = workshop.sessions.glob("journal/*/entries/*")
    return {str(path): path.read_bytes() for path in paths if path.is_file()}


def test_nothing_is_lost_whatever_is_broken(tmp_path: Path, rounds: Rounds, figure: Figure) -> None:
    """No check fails, no entry is touched, what lay in a document lies there still or beside it; twice is once."""
    count, mended, seen = rounds(10, 300), 0, set()
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 - the same in every run
        workshop = Workshop(tmp_path / str(number))
        for name in ("one", "two"):
            workshop.run("init", name, goal="Go on", steps="a; b")
            workshop.run("log", note="Mind the lock", done="a", words={"session": name})
        workshop.run("close", words={"session": "two", "complete": ""})
        broken(chance, workshop)
        before, journals = kept(workshop), entries(workshop)
        report = checkup.mend(place(workshop))
        seen |= {one.what for one in (*report.findings, *(done.finding for done in report.done))}
        assert "check-failed" not in seen, (number, report)
        assert entries(workshop) == journals, number
        behind = {one.finding.path for one in report.done if one.finding.what == "document-behind"}
        assert before <= kept(workshop) or behind, (number, report.done)
        again = checkup.mend(place(workshop))
        assert again.done == (), (number, again.done)
        mended += len(report.done)
    assert mended
    figure("projects broken at random", count)
    figure("mended", mended)
    figure("kinds of findings seen", len(seen))
