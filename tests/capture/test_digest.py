"""What is captured, as text: within its budget, the most telling first, nothing twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from session_journal.captured import Captured, Said, Unsettled
from session_journal.digest import brief, to_markdown

SOURCES = Path(__file__).parents[2] / "src"
RICH = Captured(
    goal="Fix the parser.",
    latest="And now?",
    said=(
        Said(text="Never touch b.py.", kind="constraint", by="person", score=6.0),
        Said(text="Root cause: the cursor runs past the end.", kind="found", score=5.0),
        Said(text="It has a nice name.", kind="noted", score=0.4),
    ),
    files=(("a.py", 3),),
    failures=(Unsettled(command="pytest", tests=("t::one",), error="boom"),),
    commits=(("abc1234def", "Fix it", ""),),
)


def test_the_brief_says_what_matters() -> None:
    """The goal, the failure, the constraint and the cause are there, the idle sentence is not."""
    text = brief(RICH)
    for words in (
        "Fix the parser.",
        "`pytest` — t::one — boom",
        "Never touch b.py.",
        "past the end",
        "a.py ×3",
        "abc1234 Fix",
    ):
        assert words in text
    assert "nice name" not in text


def test_what_the_brief_holds_already_is_not_said_again() -> None:
    """A text that a person logged stands in the brief already."""
    assert "Never touch" not in brief(RICH, known=["never touch B.py"])


@given(st.integers(150, 3000), st.integers(0, 60))
def test_the_budget_holds(budget: int, count: int) -> None:
    """However much there is, the block is no longer than allowed and says how much it left out."""
    said = tuple(
        Said(text=f"Sentence {n} about a thing that matters.", kind="found", score=9.0) for n in range(count)
    )
    text = brief(RICH.replace(said=said), budget)
    assert len(text) <= budget
    shown = text.count("about a thing that matters")
    assert shown == count or f"({count - shown} more of what was said" in text


def test_lines_come_in_their_order() -> None:
    """The goal is first, failures stand before what was said."""
    labels = [line[2:].partition("**")[0] for line in brief(RICH).splitlines() if line.startswith("**")]
    assert labels[:2] == ["Asked", "Failing"]


def test_the_section_has_no_headings() -> None:
    """The document's section is bold labels and lists, so that it nests under any heading."""
    text = to_markdown(RICH)
    assert "#" not in text
    assert "- Never touch b.py." in text.splitlines()
    assert to_markdown(Captured()) == ""


def test_the_brief_costs_no_imports() -> None:
    """SessionStart makes the block without a module that a bare interpreter has not loaded."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); before = set(sys.modules);"
        "import session_journal.digest; print(*sorted(m for m in set(sys.modules) - before if 'session' not in m))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program, str(SOURCES)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() in ([], ["__future__"])
