"""The make include: sessions driven by real make, and texts that arrive as they are."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hostile import NAMED
from workshop import ROOT, Outcome, Workshop, made

INCLUDE = ROOT / "make" / "session-journal.mk"

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="no make here")


@pytest.fixture
def place(empty: Workshop) -> Workshop:
    """Return a project with a Makefile of its own that takes the include in, and `session` on the PATH."""
    shutil.copy(INCLUDE, empty.root / "session-journal.mk")
    own = 'other:\n\t@echo "name=$$NAME leaked=$$SESSION_JOURNAL_MSG"\n\ninclude session-journal.mk\n'
    (empty.root / "Makefile").write_text(own)
    programs = empty.home / "bin"
    programs.mkdir()
    (programs / "session").write_text(f'#!/bin/sh\nexec {sys.executable} -m session_journal "$@"\n')
    (programs / "session").chmod(0o755)
    return empty


def make(place: Workshop, *words: str, **variables: str) -> Outcome:
    """Run make in the project, with variables in its environment."""
    environ = place.environ("", {"PATH": f"{place.home}/bin:/usr/local/bin:/usr/bin:/bin", **variables})
    return made(
        subprocess.run(["make", *words], cwd=place.root, env=environ, capture_output=True, check=False, timeout=60)
    )


def test_a_session_from_beginning_to_end(place: Workshop) -> None:
    """Start, log, decide, sum up and end: each is one target."""
    assert make(place, "track-init", "NAME=fix-sweep", "GOAL=Fix the race").code == 0
    assert (place.value.shortname, place.value.objective) == ("fix-sweep", "Fix the race")
    assert make(place, "track-log", "MSG=Reproduced it").code == 0
    assert make(place, "track-decision", "MSG=Lock first", "WHY=Smallest change").code == 0
    (decision,) = place.value.decisions
    assert (decision.title, decision.rationale) == ("Lock first", "Smallest change")
    summary = make(place, "track-summary")
    assert summary.code == 0
    assert "Smallest change" in summary.out
    assert make(place, "track-end").code == 0
    assert list((place.sessions / "active").iterdir()) == []


def test_a_category_goes_with_the_log(place: Workshop) -> None:
    """What kind of work it was is recorded; an unknown kind is refused."""
    make(place, "track-init", "NAME=fix-sweep")
    assert make(place, "track-log", "MSG=Wrote the test", "CATEGORY=testing").code == 0
    assert [entry.field("category") for entry in place.entries("progress")] == ["testing"]
    assert make(place, "track-log", "MSG=x", "CATEGORY=gardening").code == 2


@pytest.mark.parametrize("way", ["command line", "environment"])
def test_texts_arrive_as_they_are(place: Workshop, way: str) -> None:
    """Quotes, dollars, backticks, hashes and newlines: neither make nor the shell expands them."""
    make(place, "track-init", "NAME=fix-sweep")
    trap = place.home / "ran"
    text = (
        'It\'s "quoted", costs $5 or $$6, $(HOME) ${HOME} `touch ran` $(shell touch ' + str(trap) + ")\n"
        "# not a comment, 100% \\ and a backslash at the end \\"
    )
    if way == "environment":
        outcome = make(place, "track-log", MSG=text)
    else:
        outcome = make(place, "track-log", f"MSG={text}")
    assert outcome.code == 0, outcome
    assert place.texts("progress") == [text]
    assert not trap.exists()
    assert not (place.root / "ran").exists()


@pytest.mark.parametrize("name", ["quotes", "substitution", "fenced", "hashes", "emoji", "percent", "backslashes"])
def test_hostile_texts_arrive_in_every_place(place: Workshop, name: str) -> None:
    """Names aside, each variable takes any text."""
    text = NAMED[name]
    assert make(place, "track-init", "NAME=fix-sweep", f"GOAL={text}").code == 0
    assert make(place, "track-decision", f"MSG={text}", f"WHY={text}").code == 0
    (entry,) = place.entries("decision")
    assert (entry.text, entry.field("rationale")) == (text, text)
    assert place.texts("started") == [text]


def test_what_is_missing_is_said(place: Workshop) -> None:
    """A target without its text says how it is called, and fails."""
    for target, needed in (("track-init", "NAME="), ("track-log", "MSG="), ("track-decision", "WHY=")):
        outcome = make(place, target)
        assert outcome.code == 2
        assert f"usage: make {target}" in outcome.err
        assert needed in outcome.err


def test_what_the_session_refuses_fails_in_make(place: Workshop) -> None:
    """The sentence is shown and the code is not lost."""
    outcome = make(place, "track-log", "MSG=x")
    assert outcome.code == 2
    assert "No sessions in" in outcome.err


def test_the_next_session_puts_the_current_one_aside(place: Workshop) -> None:
    """One that cannot be started leaves the current one current."""
    assert make(place, "new-session", "NAME=one").code == 0
    assert make(place, "new-session", "GOAL=The other thing").code == 0
    assert {s["shortname"]: s["status"] for s in place.session("list", "--json").data} == {
        "one": "paused",
        "the-other-thing": "active",
    }
    assert make(place, "new-session", "NAME=the-other-thing").code == 2
    assert place.session("current", "--json").data["shortname"] == "the-other-thing"


def test_other_targets_see_nothing_of_it(place: Workshop) -> None:
    """A project's own variables of the same names reach its own targets as before."""
    assert make(place, "other", "NAME=mine", "MSG=x").out == "name=mine leaked=\n"


def test_another_program_can_be_named(place: Workshop) -> None:
    """`SESSION_JOURNAL` says where `session` lies, where it is not on the PATH."""
    program = place.home / "bin" / "session"
    elsewhere = program.rename(place.home / "elsewhere")
    assert make(place, "track-init", "NAME=x").code == 2
    assert make(place, "track-init", "NAME=x", f"SESSION_JOURNAL={elsewhere}").code == 0
    assert Path(place.path).exists()
