"""Conversations: which session each works on, and what it is told when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from workshop import Workshop

from session_journal import lock


@pytest.fixture
def two(workshop: Workshop) -> Workshop:
    """Return a project with two sessions, each started by a conversation of its own."""
    workshop.ok("resume", "fix-sweep-bug", conversation="c1")
    workshop.ok("init", "second", conversation="c2")
    return workshop


def briefed(context: str) -> str:
    """Return the name of the session whose brief this is, "" for none."""
    return context.partition("\n\n")[2].partition(" (")[0] if context.startswith("# Session record: ") else ""


def test_a_start_gives_the_brief_and_shows_the_banner(workshop: Workshop) -> None:
    """The agent gets the record, the person one line with name, status, progress, age and the current step."""
    outcome = workshop.starts()
    assert (outcome.code, outcome.err) == (0, "")
    assert briefed(outcome.context) == "fix-sweep-bug"
    assert outcome.message.startswith("session-journal: fix-sweep-bug (SESSION-")
    assert outcome.message.endswith(" · active · 0/3 steps · last written just now · now: Reproduce")
    assert json.loads(outcome.out)["hookSpecificOutput"]["hookEventName"] == "SessionStart"


@pytest.mark.parametrize("source", ["startup", "resume", "clear", "compact", "fork", "", "something new"])
def test_without_sessions_every_start_is_silent(repository: Workshop, source: str) -> None:
    """A project without `.sessions/` hears nothing, and nothing is made in it."""
    assert repository.starts(source).out == ""
    assert not repository.sessions.exists()


def test_conversations_work_on_their_own_sessions(two: Workshop) -> None:
    """Each conversation is told its own session, and its records go there."""
    assert briefed(two.starts(conversation="c1").context) == "fix-sweep-bug"
    assert briefed(two.starts(conversation="c2").context) == "second"
    two.types("/session-log --note for-two", "c2")
    two.types("/session-log --note for-one", "c1")
    by_name = {path.name[:6]: path.read_text() for path in (two.sessions / "active").glob("*.md")}
    assert ("for-one" in by_name["fix-sw"], "for-two" in by_name["fix-sw"]) == (True, False)
    assert ("for-one" in by_name["second"], "for-two" in by_name["second"]) == (False, True)


def test_a_third_conversation_is_told_the_candidates(two: Workshop) -> None:
    """Where two sessions could be meant, both are named to the person and neither is given to the agent."""
    outcome = two.starts(conversation="c3")
    assert outcome.context == ""
    assert "fix-sweep-bug" in outcome.message
    assert "second" in outcome.message
    assert "session-resume NAME" in outcome.message
    two.types("/session-resume second", "c3")
    assert briefed(two.starts(conversation="c3").context) == "second"


def test_the_branch_decides_between_several(worktree: Workshop) -> None:
    """Among active sessions the only one on this git branch is meant."""
    worktree.git("checkout", "-q", "-b", "feature")
    worktree.ok("init", "second")
    assert briefed(worktree.starts(conversation="c8").context) == "second"
    worktree.git("checkout", "-q", "main")
    assert briefed(worktree.starts(conversation="c9").context) == "fix-sweep-bug"


def test_only_paused_sessions_are_named(workshop: Workshop) -> None:
    """With nothing active, person and agent are told what is paused and how to go on."""
    workshop.ok("pause")
    outcome = workshop.starts()
    assert "- fix-sweep-bug, last written" in outcome.context
    assert outcome.message == "session-journal: paused: fix-sweep-bug; go on with /session-resume fix-sweep-bug"


def test_a_resumed_conversation_is_told_only_what_changed(workshop: Workshop) -> None:
    """What a conversation was told is not told again when it goes on; a change of it is."""
    workshop.starts()
    for source in ("resume", "fork"):
        assert workshop.starts(source).context == ""
    workshop.ok("log", "--note", "from elsewhere")
    assert "from elsewhere" in workshop.starts("resume").context
    assert workshop.starts("resume").context == ""
    workshop.text = workshop.text.replace("# Session: ", "# Session: Renamed ")
    assert "Renamed" in workshop.starts("resume").context


@pytest.mark.parametrize("source", ["startup", "clear", "compact"])
def test_a_fresh_context_gets_the_whole_record(workshop: Workshop, source: str) -> None:
    """A start, a clear and a compaction leave nothing of the record, so all of it is given again."""
    workshop.starts()
    assert briefed(workshop.starts(source).context) == "fix-sweep-bug"


def test_a_compaction_shows_no_banner(workshop: Workshop) -> None:
    """In the middle of the work the person is not greeted."""
    assert workshop.starts("compact").message == ""


def test_a_continuation_gets_the_record_once(workshop: Workshop) -> None:
    """Asking where we were brings the record; asked again, a few lines say that it is unchanged."""
    first = workshop.types("where were we?").context
    again = workshop.types("where were we?").context
    assert briefed(first) == "fix-sweep-bug"
    assert briefed(again) == ""
    assert "unchanged since" in again
    assert "Current: Reproduce." in again
    assert len(again) < len(first)


@pytest.mark.parametrize(
    "prompt", ["write a parser for a resume in PDF", "", "x" * 100_000, "/compact", "/sessions", "/session-x y"]
)
def test_other_prompts_get_nothing(workshop: Workshop, prompt: str) -> None:
    """A prompt that is neither a command of ours nor a continuation is none of our business."""
    assert workshop.types(prompt).out == ""


def compacted(folder: Path, *after: Mapping[str, object]) -> str:
    """Return the path of a transcript with a compaction and some lines behind it."""
    lines = [
        {"type": "user", "message": {"content": "hello"}},
        {"type": "system", "subtype": "compact_boundary"},
        *after,
    ]
    path = folder / "transcript.jsonl"
    path.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))
    return str(path)


def prompts(
    workshop: Workshop, transcript: str, prompt: str = "go ahead with it then, please add the test"
) -> str:
    """Have a person type something in a conversation with this transcript; return what the agent is given."""
    payload = {"session_id": "c1", "prompt": prompt, "transcript_path": transcript}
    return workshop.hook("user_prompt_submit", payload).context


def test_a_brief_that_got_lost_comes_with_the_next_prompt_once(workshop: Workshop, tmp_path: Path) -> None:
    """After a compaction whose brief did not arrive the next prompt brings it, and only the next one."""
    workshop.compacts()
    workshop.starts("compact")
    transcript = compacted(tmp_path)
    assert briefed(prompts(workshop, transcript)) == "fix-sweep-bug"
    assert prompts(workshop, transcript) == ""


def test_a_brief_that_arrived_is_not_given_again(workshop: Workshop, tmp_path: Path) -> None:
    """Where the transcript shows that the client passed the brief on, the next prompt brings nothing."""
    workshop.compacts()
    context = workshop.starts("compact").context
    passed_on = {"type": "attachment", "attachment": {"type": "hook_additional_context", "content": [context]}}
    assert prompts(workshop, compacted(tmp_path, passed_on)) == ""


def test_no_compaction_no_brief(workshop: Workshop, tmp_path: Path) -> None:
    """A compaction that did not happen leaves the next prompt alone, as does a transcript that is gone."""
    workshop.compacts()
    path = tmp_path / "t.jsonl"
    path.write_text('{"type":"user"}\n')
    assert prompts(workshop, str(path)) == ""
    workshop.compacts()
    assert prompts(workshop, str(tmp_path / "gone.jsonl")) == ""


def test_compactions_are_counted_when_they_happen(workshop: Workshop) -> None:
    """Announced twice, or with nothing following, a compaction counts once or not at all."""
    workshop.compacts()
    assert workshop.value.compaction_count == 0
    workshop.compacts()
    workshop.compacts()
    workshop.starts("compact")
    assert workshop.value.compaction_count == 1
    workshop.starts("compact")
    workshop.starts("resume")
    assert workshop.value.compaction_count == 1
    workshop.compacts()
    workshop.starts("compact")
    assert workshop.value.compaction_count == 2
    assert "compaction_count: 2\n" in workshop.text
    assert len(workshop.entries("compaction")) == 2


def test_a_compaction_of_one_conversation_is_not_anothers(workshop: Workshop) -> None:
    """What one conversation announced is not counted for another's compaction."""
    workshop.compacts("c1")
    workshop.starts("compact", "c2")
    assert workshop.value.compaction_count == 0


def test_the_compactor_is_told_in_plain_text(worktree: Workshop) -> None:
    """Before a compaction the record is kept in a checkpoint and handed on as text, below the client's limit."""
    worktree.ok("log", "--decision", "Lock first", "--rationale", "Simple", "--next", "Write the lock")
    outcome = worktree.compacts()
    assert (outcome.code, outcome.err) == (0, "")
    assert not outcome.out.lstrip().startswith("{")
    assert len(outcome.out) < 10_000
    for part in ("fix-sweep-bug", "Lock first", "Write the lock", "decisions"):
        assert part in outcome.out
    (entry,) = worktree.entries("checkpoint")
    assert entry.text.startswith("before a compaction (manual)")
    assert entry.field("commit") == worktree.git("rev-parse", "HEAD")[:7]


@pytest.mark.parametrize(
    "event", ["session_start", "user_prompt_submit", "pre_compact", "post_compact", "session_end"]
)
def test_a_subagents_events_change_nothing(workshop: Workshop, event: str) -> None:
    """What happens inside a subagent is not the person's work: no reply, no byte changed."""
    before = workshop.bytes_of(".sessions")
    payload = {
        "session_id": "c1",
        "agent_id": "a1",
        "prompt": "/session-log --note x",
        "compact_summary": "s",
        "source": "compact",
    }
    assert workshop.hook(event, payload).out == ""
    assert workshop.bytes_of(".sessions") == before


def test_a_typed_start_asks_for_what_is_missing(workshop: Workshop) -> None:
    """`/session-init` alone starts nothing and tells the agent so."""
    outcome = workshop.types("/session-init", "c7")
    assert "nothing was started yet" in outcome.context
    assert len(list((workshop.sessions / "active").iterdir())) == 1


def test_a_typed_command_that_is_refused_says_why_to_both(workshop: Workshop) -> None:
    """The sentence of a refusal reaches the agent and the person; the prompt goes through."""
    outcome = workshop.types("/session-log --decision Lock first")
    assert outcome.code == 0
    for said, call in ((outcome.context, "session log"), (outcome.message, "/session-log")):
        assert f"A decision needs its reason: `{call} --decision 'Lock first' --rationale TEXT`." in said


@pytest.mark.parametrize(
    ("typed", "near"), [("/session-lgo hi", "log"), ("/session-journal:session-staus", "stats")]
)
def test_a_slip_in_a_typed_command_is_told_to_both(workshop: Workshop, typed: str, near: str) -> None:
    """A line that comes near a command is not passed on in silence, as newer clients would; nothing is done."""
    before = workshop.text
    outcome = workshop.types(typed)
    said = f"session-journal has no {typed.partition(' ')[0]}, and did nothing; `/session-{near}` comes near it."
    assert (outcome.context, outcome.message) == (said, said)
    assert workshop.text == before


def test_somebody_elses_command_is_none_of_ours(workshop: Workshop) -> None:
    """A line that comes near no command of ours gets no word."""
    assert workshop.types("/session-quux hi").out == ""


def test_a_typed_command_works_without_a_conversation_id(empty: Workshop) -> None:
    """An older client that hands over no session id can start and log all the same."""
    empty.hook("user_prompt_submit", {"prompt": "/session-init x --goal y"})
    empty.hook("user_prompt_submit", {"prompt": "/session-journal:session-log went well"})
    assert empty.texts("progress") == ["went well"]


def test_a_conversations_session_that_is_damaged_is_not_replaced_by_another(two: Workshop) -> None:
    """Where the file of a conversation's own session cannot be read, nothing is recorded anywhere else."""
    path = next((two.sessions / "active").glob("second-*.md"))
    path.write_text("<<<<<<< HEAD\n" + path.read_text())
    before = two.bytes_of(".sessions/active", ".sessions/journal")
    outcome = two.session("log", "--note", "x", conversation="c2")
    assert outcome.code == 1
    assert path.name in outcome.err
    for reply in (two.types("/session-log --note x", "c2"), two.starts(conversation="c2")):
        assert path.name in reply.message
        assert briefed(reply.context) == ""
    assert two.bytes_of(".sessions/active", ".sessions/journal") == before


def test_a_lock_that_is_held_makes_hooks_give_up(workshop: Workshop) -> None:
    """While another process writes, a hook waits a little, then says so and leaves the client in peace."""
    with lock.Lock(str(workshop.sessions / ".state" / "lock"), 1):
        outcome = workshop.types("/session-log --note x")
        assert (outcome.code, outcome.err) == (0, "")
        assert "Another process has been writing for 2 s" in outcome.message
        compaction = workshop.compacts()
        assert (compaction.code, compaction.err) == (0, "")
        start = workshop.starts("compact")
        assert briefed(start.context) == "fix-sweep-bug"
    assert workshop.texts("note") == []
