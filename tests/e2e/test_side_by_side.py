"""Two conversations of the real client in one project, each on a session of its own."""

from __future__ import annotations

import json

import pytest

from .harness import uses
from .workplace import Workplace

pytestmark = pytest.mark.e2e


@pytest.fixture
def two(work: Workplace) -> Workplace:
    """Return a project with two sessions."""
    for name in ("alpha", "beta"):
        work.session("init", name, "--goal", f"The work of {name}")
    return work


def test_an_urgent_message_reaches_the_other_conversations_next_prompt(two: Workplace) -> None:
    """What one conversation sends is in the next request of the other, once, as a quotation."""
    with two.conversation() as first, two.conversation() as second:
        first.say("/session-resume alpha")
        second.say("/session-resume beta")
        assert {one["shortname"] for one in json.loads(two.session("who", "--json"))["sessions"]} == {
            "alpha",
            "beta",
        }
        first.say("/session-send Leave sweeper.go alone --to beta --high")
        before = len(two.api.of_kind("turn"))
        second.say("Write a parser")
        second.say("And a test")
    requests = two.api.of_kind("turn")[before:]
    assert "From alpha, high priority" in requests[0].text
    assert requests[0].text.count("> Leave sweeper.go alone") == 1
    assert requests[1].text.count("> Leave sweeper.go alone") == 1  # the same one, further up in the conversation


def test_both_hear_of_a_file_that_both_write(two: Workplace) -> None:
    """Each is told once: who starts anew in the brief, the other with its next prompt."""
    path = str(two.project / "shared.py")
    (two.project / "shared.py").write_text("old\n")
    with two.conversation() as first, two.conversation() as second:
        for talk, name in ((first, "alpha"), (second, "beta")):
            talk.say(f"/session-resume {name}")
            two.api.script([uses("Read", file_path=path)], [uses("Write", file_path=path, content=name)])
            talk.say("Write it")
        assert "Same files: alpha and beta both wrote shared.py" in two.session("who")
        first.say("Go on")
        second.say("Go on")
        texts = [request.text for request in two.api.of_kind("turn")[-2:]]
    assert "The session beta works on the same files: shared.py" in texts[0]
    assert "The session alpha works on the same files: shared.py" in texts[1]
