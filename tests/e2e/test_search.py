"""Searching what was recorded: what leads the model to it, and what it is given."""

from __future__ import annotations

import pytest

from .harness import runs, says, uses
from .workplace import PLUGIN, Workplace

pytestmark = pytest.mark.e2e

ASKED = "Did we decide anything about locking?"
CHOICE = "Lock before the check in sweeper.go:245"


@pytest.fixture
def ended(work: Workplace) -> Workplace:
    """Record a decision in a session that ended, and open another one."""
    work.session("init", "fix-sweep", "--goal", "Fix the race")
    work.session("log", "--decision", CHOICE, "--rationale", "Smallest change")
    work.session("close", "--complete")
    work.session("init", "other-work", "--goal", "Something else")
    return work


def test_the_skill_leads_the_model_to_search_first(ended: Workplace) -> None:
    """The model sees when to look up, reads how with the Skill tool, and finds the decision, dated and placed."""
    ended.api.script(
        [uses("Skill", skill=f"{PLUGIN}:session-journal")],
        [runs("session search locking --kind decision")],
        [says("Yes: lock before the check.")],
    )
    ended.prompt(ASKED)
    asked, read, found = ended.api.of_kind("turn")
    assert "when the person asks what was decided" in asked.text
    assert "search before you" in read.text
    assert "session search locking --kind decision" in read.text
    result = found.text.rpartition("this comes near")[2]
    assert "fix-sweep · decision · " in result
    assert "session view fix-sweep --entry decision-" in result


@pytest.mark.parametrize("command", ["/session-search", f"/{PLUGIN}:session-search"])
def test_a_typed_search_is_answered_in_the_same_turn(ended: Workplace, command: str) -> None:
    """What a person types as a search is run by the hook, signs and all, and the model is given the hits."""
    ended.prompt(f"{command} sweeper.go:245 --kind decision")
    (request,) = ended.api.of_kind("turn")
    assert f"session-journal ran {command} as typed" in request.text
    assert "**sweeper.go:245**" in request.text
