"""The start of a conversation: what the model is given and what the person sees."""

from __future__ import annotations

import pytest

from .workplace import Workplace

pytestmark = pytest.mark.e2e

GOAL = "Fix the race in the sweep trigger"


def test_the_brief_reaches_the_model_and_the_banner_the_person(work: Workplace) -> None:
    """The next morning's conversation begins with the session in the request and its name in the stream."""
    work.session("init", "fix-sweep", "--goal", GOAL, "--steps", "Reproduce it; Fix it")
    work.session("log", "--decision", "Lock before the check", "--rationale", "Smallest change")
    run = work.prompt("hello")
    (request,) = work.api.of_kind("turn")
    for text in (GOAL, "Reproduce it", "Lock before the check", "Smallest change"):
        assert text in request.text
    assert "fix-sweep" in run.shown


def test_a_second_conversation_binds_on_its_own(work: Workplace) -> None:
    """Two conversations in one project start a session each, and each goes on with its own."""
    first = work.prompt("/session-init alpha --goal The first piece of work").conversation
    second = work.prompt("/session-init beta --goal The second piece of work").conversation
    assert first != second
    work.prompt("/session-log --progress Said in the first", "--resume", first)
    work.prompt("/session-log --progress Said in the second", "--resume", second)
    assert work.recorded("alpha", "progress") == ["Said in the first"]
    assert work.recorded("beta", "progress") == ["Said in the second"]


@pytest.mark.parametrize(
    ("prompt", "injected"),
    [("where were we?", True), ("write a parser for a resume in PDF", False)],
    ids=["continuation", "other work"],
)
def test_a_continuation_gets_the_brief(work: Workplace, prompt: str, injected: bool) -> None:
    """Asked where it was, the model is given the session again; a word of the same spelling gives nothing.

    The session is started by another hand while the conversation runs, so its start had nothing to tell.
    """
    with work.conversation() as talk:
        talk.say("hello")
        work.session("init", "fix-sweep", "--goal", GOAL)
        talk.say(prompt)
    assert GOAL not in work.api.of_kind("turn")[0].text
    assert (GOAL in work.api.of_kind("turn")[1].text) is injected
