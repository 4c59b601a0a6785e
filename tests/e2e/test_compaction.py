"""A compaction: what the plugin says to the compactor, and what the model has afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .workplace import Workplace

pytestmark = pytest.mark.e2e

GOAL = "Fix the race in the sweep trigger"
DECISION = "Lock before the check"
WINDOW = 100_000
NEARLY_FULL = 97_000


@pytest.fixture
def started(work: Workplace) -> Workplace:
    """Start a session with a decision in the project."""
    work.session("init", "fix-sweep", "--goal", GOAL)
    work.session("log", "--decision", DECISION, "--rationale", "Smallest change")
    return work


def test_a_compaction_by_hand_carries_the_session_over(started: Workplace) -> None:
    """`/compact` takes the session to the compactor; the summary keeps nothing, and the next request has it."""
    with started.conversation() as talk:
        for prompt in ("One.", "Two.", "Three.", "Four."):
            talk.say(prompt)
        talk.say("/compact Keep the teapot.")
        talk.say("Go and look at the parser.")
    assert_carried_over(started)


def test_an_automatic_compaction_carries_the_session_over(started: Workplace) -> None:
    """The client compacts by itself as the window fills; nobody asked, and the session is carried over too."""
    variables = {"CLAUDE_CODE_AUTO_COMPACT_WINDOW": str(WINDOW), "CLAUDE_AUTOCOMPACT_PCT_OVERRIDE": "50"}
    client = replace(started.client, environment={**started.client.environment, **variables})
    work = Workplace(client, started.project)
    with work.conversation() as talk:
        for prompt in ("One.", "Two.", "Three.", "Four."):
            talk.say(prompt)
        work.api.input_tokens = NEARLY_FULL
        talk.say("Five.")
        work.api.input_tokens = 1000
        talk.say("Go and look at the parser.")
    assert_carried_over(work)


def assert_carried_over(work: Workplace) -> None:
    """Check the compaction's request, the one that follows it, and the count in the document."""
    (compaction,) = work.api.of_kind("compaction")
    assert "Additional Instructions" in compaction.asked
    instructions = compaction.asked.split("Additional Instructions", 1)[1]
    assert GOAL in instructions
    assert DECISION in instructions
    after = work.api.requests[work.api.requests.index(compaction) + 1 :]
    (next_turn,) = [request for request in after if request.kind == "turn"]
    (brief,) = next_turn.text.split("SessionStart hook additional context:")[1:]
    assert GOAL in brief
    assert DECISION in brief
    assert "compaction_count: 1" in work.document("fix-sweep").read_text()
