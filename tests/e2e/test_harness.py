"""The harness itself: what the other tests and the benchmarks take for granted about it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .harness import Client, StubApi, runs, says

pytestmark = pytest.mark.e2e


def test_scripted_turns_really_run(empty_client: Client, api: StubApi, project: Path) -> None:
    """A scripted tool call is carried out in the project, and its result is in the next request."""
    api.script([says("A look."), runs("echo 4 > four && cat README")], [says("It is a project.")])
    run = empty_client.prompt("What is here?", project)
    assert (project / "four").read_text() == "4\n"
    assert "A project." in api.of_kind("turn")[1].asked
    assert run.of_type("result")[0]["result"] == "It is a project."


def test_many_prompts_make_one_transcript(empty_client: Client, api: StubApi, project: Path) -> None:
    """Each prompt of a conversation is answered before the next one is sent; all are in one transcript."""
    prompts = [f"Question {number}?" for number in range(6)]
    api.script(*([says(f"Answer {number}.")] for number in range(6)))
    with empty_client.conversation(project) as talk:
        answers = [talk.say(prompt).of_type("result")[0]["result"] for prompt in prompts]
    assert answers == [f"Answer {number}." for number in range(6)]
    (transcript,) = empty_client.transcripts()
    rows = [json.loads(line) for line in transcript.read_text().splitlines()]
    assert [row["message"]["content"] for row in rows if row["type"] == "user"] == prompts


def test_a_compaction_gets_the_summary(empty_client: Client, project: Path, api: StubApi) -> None:
    """`/compact` asks the model for a summary; what the stub answers stands in the next request."""
    api.summary = "<analysis>-</analysis><summary>Only the teapot matters.</summary>"
    with empty_client.conversation(project) as talk:
        for prompt in ("One.", "Two.", "Three.", "Four.", "/compact", "Five."):
            talk.say(prompt)
    assert len(api.of_kind("compaction")) == 1
    assert "Only the teapot matters." in api.of_kind("turn")[-1].text
