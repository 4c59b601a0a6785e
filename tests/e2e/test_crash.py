"""The client is killed in the middle of work, and transcripts that are not what they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import sweeper
from .harness import Conversation, runs, says
from .workplace import Workplace, wait_for

pytestmark = pytest.mark.e2e

BROKE_OFF = "a conversation on fix-sweep broke off"
LAST_WORDS = "Root cause: the timer is read twice."


@pytest.fixture
def started(work: Workplace) -> Workplace:
    """Make the project with its bug and start a session, in which nothing else is ever logged."""
    sweeper.prepare(work)
    work.session("init", "fix-sweep", "--goal", sweeper.GOAL)
    return work


def kill_at_work(work: Workplace, talk: Conversation, transcript: Path) -> None:
    """Kill the client, and nothing but it, while a command runs that takes its time."""
    sign = work.project / "sign"
    work.api.script([says(LAST_WORDS), runs(f"echo half > lock.py; touch {sign}; sleep 2")])
    talk.send("Look at the timer. Only in March, never in April.")
    wait_for(lambda: sign.exists() and LAST_WORDS in transcript.read_text())
    talk.kill()


def killed_early(work: Workplace) -> Path:
    """Kill a client that has hardly begun; return its transcript."""
    with work.conversation() as talk:
        transcript = work.transcript(talk.say("Hello."))
        kill_at_work(work, talk, transcript)
    return transcript


def test_a_killed_client_is_caught_up_with_once(started: Workplace) -> None:
    """The next conversation has what happened before the kill; the person is told in one line, once."""
    with started.conversation() as talk:
        kill_at_work(started, talk, sweeper.work_on(started, talk))
    shown = started.prompt("hello").shown
    assert f"{BROKE_OFF} just now with 2 files uncommitted" in shown
    assert "recorded from its transcript" in shown
    brief = started.api.of_kind("turn")[-1].text
    assert [
        fact for fact in (*sweeper.FACTS, LAST_WORDS, "Only in March, never in April.") if fact not in brief
    ] == []
    (entry,) = started.recorded("fix-sweep", "recovered")
    assert entry.startswith("The conversation broke off at 20")
    assert BROKE_OFF not in started.prompt("hello again").shown
    assert len(started.recorded("fix-sweep", "recovered")) == 1


def test_a_conversation_that_started_its_session_itself_is_seen_too(work: Workplace) -> None:
    """There was no `.sessions/` when it began; the model ran `session init` itself, then it was killed."""
    sign = work.project / "sign"
    work.api.script([says(LAST_WORDS), runs(f"session init fix-sweep --goal Mend && touch {sign} && sleep 2")])
    with work.conversation() as talk:
        talk.send("Start a session.")
        wait_for(sign.exists)
        talk.kill()
    assert f"{BROKE_OFF} just now" in work.prompt("hello").shown
    assert LAST_WORDS in work.api.of_kind("turn")[-1].text


def test_a_killed_conversation_that_goes_on_is_told_so_itself(started: Workplace) -> None:
    """`claude --continue` after the kill: the person is told as well, and the journal says that it broke off."""
    killed_early(started)
    shown = started.prompt("Go on.", "--continue").shown
    assert "this conversation broke off just now with 2 files uncommitted" in shown
    assert len(started.recorded("fix-sweep", "recovered")) == 1


def test_two_that_run_are_not_taken_for_crashed(started: Workplace) -> None:
    """Conversations side by side in one project: neither says that the other broke off."""
    with started.conversation() as one:
        one.say("hello")
        with started.conversation() as other:
            assert BROKE_OFF not in other.say("hello").shown
            assert BROKE_OFF not in started.prompt("hello").shown
    assert started.recorded("fix-sweep", "recovered") == []


def test_a_transcript_that_is_gone_is_said_once(started: Workplace) -> None:
    """Killed, and the transcript deleted: said in a line at the next start, then never again."""
    killed_early(started).unlink()
    shown = started.prompt("hello").shown
    assert f"{BROKE_OFF} with 2 files uncommitted; it left no transcript" in shown
    assert "broke off" not in started.prompt("hello again").shown


def test_a_cut_transcript_does_no_harm(started: Workplace) -> None:
    """Between two compactions half of the file is lost: said once, no word of it is lost, or there twice."""
    with started.conversation() as talk:
        transcript = sweeper.work_on(started, talk)
        talk.say("/compact")
        data = transcript.read_bytes()
        transcript.write_bytes(data[: len(data) // 2])
        for prompt in ("Is there a timeout? It must be at most 30 s.", "Two.", "Three.", "Four."):
            talk.say(prompt)
        shown = talk.say("/compact").shown
        for prompt in ("Five.", "Six.", "Seven.", "Eight."):
            talk.say(prompt)
        again = talk.say("/compact").shown
    assert "the client's transcript was rewritten" in shown
    assert "transcript" not in again
    text = started.document("fix-sweep").read_text()
    for fact in (sweeper.CONSTRAINT, sweeper.DECISION, "It must be at most 30 s."):
        assert text.split("**Prompts**")[0].count(fact) == 1, text
