"""Recording what was done, decided and found out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hostile import NAMED
from workshop import Workshop

from session_journal import items, timestamps

KINDS = ("progress", "done", "next", "decision", "discovery", "blocker", "note", "current")
SHOWN: dict[str, Callable[[Any], list[str]]] = {
    "progress": lambda data: data["progress"]["notes"],
    "done": lambda data: [step["text"] for step in data["progress"]["steps"] if step["done"]],
    "current": lambda data: [data["progress"]["current"]],
    "next": lambda data: data["next_steps"],
    "decision": lambda data: [decision["choice"] for decision in data["decisions"]],
    "discovery": lambda data: data["discoveries"],
    "blocker": lambda data: data["blockers"],
    "note": lambda data: data["key_context"],
}


@pytest.mark.parametrize(
    "name", ["issue", "fenced", "fence-left-open", "rule", "headings", "comment-below", "emoji"]
)
def test_every_text_arrives_through_the_shell(workshop: Workshop, name: str) -> None:
    """What a process is given is in the entry byte for byte, and `view --json` gives it back, for every option."""
    text = NAMED[name]
    workshop.ok("log", *(word for kind in KINDS for word in (f"--{kind}", text)), "--rationale", text)
    data = workshop.session("view", "--json").data
    for kind in KINDS:
        assert workshop.texts(kind) == [text]
        assert text in SHOWN[kind](data)
    assert data["decisions"][0]["rationale"] == text


def test_every_text_arrives_in_the_journal_byte_for_byte(workshop: Workshop) -> None:
    """Whatever a text holds, the entry's file ends with exactly that text, and the document can be read."""
    for place, text in enumerate(NAMED.values()):
        kind = ("progress", "next", "discovery", "blocker", "note", "decision")[place % 6]
        reason = {"rationale": text} if kind == "decision" else {}
        (recorded,) = workshop.run("log", words={kind: text, **reason}).data["recorded"]
        (path,) = workshop.sessions.glob(f"journal/*/entries/{recorded['entry']}.md")
        _, _, body = path.read_bytes().partition(b"\n---\n")
        assert body == text.strip("\n").encode() + b"\n"
        if kind == "decision":
            assert workshop.entries("decision")[-1].field("rationale") == text.strip("\n")
    assert len(workshop.entries()) == len(NAMED) + 1
    assert workshop.value.is_open


def test_a_done_step_is_checked_off(workshop: Workshop) -> None:
    """A step named exactly, by its beginning or by a part in any case is checked, and the next one is current."""
    assert "Recorded done: Reproduce (checked off)" in workshop.ok("log", "--done", "Reproduce")
    assert workshop.value.current is not None
    assert workshop.value.current[1].text == "Fix it"
    assert "(checked off)" in workshop.ok("log", "--done", "fix")
    assert "(checked off)" in workshop.ok("log", "--done", "TEST")
    assert [step.text for step in workshop.value.steps if step.done] == ["Reproduce", "Fix it", "Add a test"]
    assert workshop.value.current is None
    assert "**Current**: None" in workshop.text
    assert "### Remaining\n- None currently\n" in workshop.text
    assert "### In Progress\n- None currently\n" in workshop.text


def test_an_exact_name_goes_before_a_longer_one(empty: Workshop) -> None:
    """A step called just what was typed is meant, though others hold the same words."""
    empty.ok("init", "x", "--steps", "Fix the test; Fix; Fix again")
    empty.ok("log", "--done", "Fix")
    assert [step.text for step in empty.value.steps if step.done] == ["Fix"]


def test_an_ambiguous_step_is_refused_with_the_candidates(empty: Workshop) -> None:
    """Where several steps fit, they are listed and nothing at all is written."""
    empty.ok("init", "x", "--steps", "Write parser; Write tests; Ship")
    before = empty.bytes_of(".sessions/active", ".sessions/journal")
    outcome = empty.session("log", "--progress", "went well", "--done", "write")
    assert outcome.code == 1
    assert "'write' fits several steps: Write parser; Write tests." in outcome.err
    assert empty.bytes_of(".sessions/active", ".sessions/journal") == before


def test_something_else_done_is_added_as_completed(workshop: Workshop) -> None:
    """What no step names is one more completed step; the current one stays."""
    assert "(added as completed)" in workshop.ok("log", "--done", "Update the docs")
    assert (workshop.value.done_count, len(workshop.value.steps)) == (1, 4)
    assert workshop.value.current is not None
    assert workshop.value.current[1].text == "Reproduce"


def test_a_next_step_that_is_done_leaves_the_list(workshop: Workshop) -> None:
    """What was planned as next and is done moves from the next steps to the completed ones."""
    workshop.ok("log", "--next", "Measure twice", "--next", "Cut once")
    workshop.ok("log", "--done", "measure")
    assert workshop.value.next_steps == ("Cut once",)
    assert [step.text for step in workshop.value.steps if step.done] == ["measure"]
    workshop.ok("log", "--done", "Cut once")
    assert "## Next Steps\n- None currently\n" in workshop.text


def test_next_steps_are_numbered_on(workshop: Workshop) -> None:
    """Each next step takes the number after the highest there is."""
    workshop.ok("log", "--next", "a", "--next", "b")
    workshop.text = workshop.text.replace("2. b", "7. b")
    workshop.ok("log", "--next", "c")
    assert "1. a\n7. b\n8. c\n" in workshop.text


def test_the_mark_moves(workshop: Workshop) -> None:
    """There is one current step: one that is named, or a new one; the one before stays under way."""
    workshop.ok("log", "--current", "add a test")
    assert [(s.text, s.current) for s in workshop.value.steps] == [
        ("Reproduce", False),
        ("Add a test", True),
        ("Fix it", False),
    ]
    workshop.ok("log", "--current", "Ask around")
    assert [s.text for s in workshop.value.steps if s.current] == ["Ask around"]
    assert workshop.text.count(items.MARK) == 1
    assert "**Current**: Ask around (step 3)" in workshop.text


def test_blockers_come_and_go(workshop: Workshop) -> None:
    """A blocker is lifted by its text, a part of it or its number; the TL;DR tells the newest one."""
    workshop.ok("log", "--blocker", "Staging is down", "--blocker", "No access", "--blocker", "Third")
    assert "**Blocker**: Third (+2 more)" in workshop.text
    workshop.ok("log", "--unblock", "2")
    workshop.ok("log", "--unblock", "staging")
    assert [blocker.text for blocker in workshop.value.blockers] == ["Third"]
    assert "- [x] Staging is down (" in workshop.text
    workshop.ok("log", "--unblock", "Third")
    assert "**Blocker**: None" in workshop.text
    assert [entry.field("blocker") for entry in workshop.entries("unblock")] == [
        "No access",
        "Staging is down",
        "Third",
    ]


def test_the_first_blocker_twice_lifts_two(workshop: Workshop) -> None:
    """A number means the blocker that has it now: typed again it means the next one."""
    workshop.ok("log", "--blocker", "a", "--blocker", "b", "--blocker", "c")
    workshop.ok("log", "--unblock", "1")
    workshop.ok("log", "--unblock", "1")
    assert [blocker.text for blocker in workshop.value.blockers] == ["c"]


def test_lifting_what_does_not_block_is_refused(workshop: Workshop) -> None:
    """Where no blocker fits, the open ones are named with their numbers."""
    workshop.ok("log", "--blocker", "Staging is down")
    outcome = workshop.session("log", "--unblock", "review")
    assert outcome.code == 1
    assert "No open blocker fits 'review' (1. Staging is down)." in outcome.err


def test_a_decision_needs_its_reason(workshop: Workshop) -> None:
    """A decision without a rationale is a wrong call, and the reply is the line to type."""
    before = workshop.bytes_of(".sessions/active", ".sessions/journal")
    outcome = workshop.session("log", "--decision", "Don't lock")
    assert (outcome.code, outcome.out) == (2, "")
    assert r"""`session log --decision 'Don'\''t lock' --rationale TEXT`""" in outcome.err
    assert workshop.bytes_of(".sessions/active", ".sessions/journal") == before


def test_a_decision_is_written_with_all_that_belongs_to_it(workshop: Workshop) -> None:
    """Context, options, choice and rationale each have their line, and decisions are numbered on."""
    words = ["--context", "No refactor", "--options", "(1) a, (2) b", "--rationale", "Simplest\nby far"]
    workshop.ok("log", "--decision", "Lock before check", *words)
    workshop.ok("log", "--decision", "Second", "--rationale", "why")
    first, second = workshop.value.decisions
    assert (first.number, first.title, first.choice) == (1, "Lock before check", "Lock before check")
    assert (first.context, first.options, first.rationale) == ("No refactor", "(1) a, (2) b", "Simplest\nby far")
    assert (second.number, second.title, second.context) == (2, "Second", "")


@pytest.mark.parametrize("name", ["rationale", "context", "options"])
def test_a_reason_without_its_decision_is_a_wrong_call(workshop: Workshop, name: str) -> None:
    """What belongs to a decision cannot stand alone."""
    outcome = workshop.session("log", f"--{name}", "x", "--note", "y")
    assert outcome.code == 2
    assert f"--{name} goes with a --decision TEXT." in outcome.err
    assert workshop.entries("note") == []


def test_several_in_one_call_are_several_entries(workshop: Workshop) -> None:
    """Each option of a call is an entry of its own, and each of them is told."""
    shown = workshop.ok(
        "log", "--progress", "a", "--done", "Reproduce", "--next", "b", "--next", "c", "--note", "d"
    )
    assert [line.split(":")[0] for line in shown.splitlines()[:-1]] == [
        "Recorded done",
        "Recorded progress",
        "Recorded note",
        "Recorded next",
        "Recorded next",
    ]
    assert [entry.kind for entry in workshop.entries()][1:] == ["done", "progress", "note", "next", "next"]


def test_one_wrong_word_and_nothing_is_written(workshop: Workshop) -> None:
    """All or none: a call with one part that is refused records none of the others."""
    before = workshop.bytes_of(".sessions/active", ".sessions/journal")
    for words in (["--unblock", "nothing"], ["--decision", "x"], ["--next", " "], ["--whatever", "x"]):
        assert workshop.session("log", "--progress", "fine", *words).code in (1, 2)
    assert workshop.bytes_of(".sessions/active", ".sessions/journal") == before


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_twice_is_recorded_once(workshop: Workshop, kind: str) -> None:
    """The same text again within a minute is not recorded again, and the reply says so."""
    words = [f"--{kind}", "the very same", *(["--rationale", "r"] if kind == "decision" else [])]
    workshop.ok("log", *words)
    before = workshop.bytes_of(".sessions/active")
    shown = workshop.ok("log", *words)
    assert "Already recorded, not again: the very same" in shown
    assert len(workshop.entries(kind)) == 1
    assert workshop.bytes_of(".sessions/active") == before


def test_the_same_twice_in_one_call_is_recorded_once(workshop: Workshop) -> None:
    """A text that one call gives twice for the same option is one record."""
    workshop.ok("log", "--note", "a", "--note", "a", "--progress", "a")
    assert (workshop.texts("note"), workshop.texts("progress")) == (["a"], ["a"])


def test_the_same_later_or_with_something_between_is_recorded_again(workshop: Workshop) -> None:
    """After a minute, or after something else, the same text is a new record."""
    now = timestamps.now()
    workshop.run("log", progress="a", present=now)
    workshop.run("log", progress="a", present=now + 61 * timestamps.SECOND)
    workshop.run("log", progress="b", present=now + 62 * timestamps.SECOND)
    workshop.run("log", progress="a", present=now + 63 * timestamps.SECOND)
    assert workshop.texts("progress") == ["a", "a", "b", "a"]


def test_a_bare_text_is_progress(workshop: Workshop) -> None:
    """A text without an option is progress; text in several words is a wrong call that names the rest."""
    workshop.ok("log", "went well")
    assert workshop.texts("progress") == ["went well"]
    assert workshop.session("log", "went", "well").code == 2


def test_a_text_may_come_through_a_pipe(workshop: Workshop) -> None:
    """`-` takes the text from standard input, bytes that are not UTF-8 replaced."""
    workshop.ok("log", "--progress", "-", stdin="läuft `gut`\n\n## x\n".encode())
    workshop.ok("log", "--note", "-", stdin=b"caf\xe9")
    assert workshop.texts("progress") == ["läuft `gut`\n\n## x"]
    assert workshop.texts("note") == ["caf\ufffd"]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_an_empty_text_is_a_wrong_call(workshop: Workshop, text: str) -> None:
    """There is nothing to record in nothing."""
    outcome = workshop.session("log", "--progress", text)
    assert outcome.code == 2
    assert "--progress needs a text" in outcome.err


def test_nothing_to_log_is_a_wrong_call(workshop: Workshop) -> None:
    """`log` alone says what to type."""
    outcome = workshop.session("log")
    assert outcome.code == 2
    assert "session log --progress TEXT" in outcome.err


def test_line_ends_of_other_systems_become_newlines(workshop: Workshop) -> None:
    """A text with carriage returns is the same text with newlines: a document has no other line ends."""
    workshop.ok("log", "--note", "a\r\nb\rc\r\r\nd\r\n")
    assert workshop.texts("note") == ["a\nb\nc\n\nd"]
    assert workshop.value.key_context == ("a\nb\nc\n\nd",)


def test_bytes_that_are_no_text_are_replaced(workshop: Workshop) -> None:
    """An argument that is not UTF-8 is recorded with its odd bytes replaced, and the files stay readable."""
    workshop.ok("log", "--note", b"caf\xe9 au lait")
    assert workshop.texts("note") == ["caf? au lait"]


def test_another_session_may_be_meant(workshop: Workshop) -> None:
    """`--session REF` records elsewhere without moving the conversation there."""
    workshop.ok("init", "second", conversation="c1")
    workshop.ok("log", "--note", "there", "--session", "fix-sweep", conversation="c1")
    workshop.ok("log", "--note", "here", conversation="c1")
    texts = {path.name[:3]: path.read_text() for path in (workshop.sessions / "active").glob("*.md")}
    assert "- there (" in texts["fix"]
    assert "- here (" in texts["sec"]


def test_json_tells_what_was_recorded(workshop: Workshop) -> None:
    """With --json the entries' names, kinds and texts come as data, and what was left out."""
    data = workshop.session("log", "--note", "a\nb", "--done", "Reproduce", "--json").data
    assert [(e["kind"], e["text"]) for e in data["recorded"]] == [("done", "Reproduce"), ("note", "a\nb")]
    assert data["session"] == workshop.value.id
    assert workshop.session("log", "--note", "a\nb", "--json").data["repeated"] == [
        {"kind": "note", "text": "a\nb"}
    ]


def test_a_log_says_where_the_work_stands(workshop: Workshop) -> None:
    """The last line of the reply tells progress and the current step."""
    assert workshop.ok("log", "--done", "Reproduce").splitlines()[-1] == "fix-sweep-bug: 1/3 steps, now: Fix it"


def test_git_facts_follow_the_work(worktree: Workshop) -> None:
    """Each record brings branch and head in the document up to date."""
    worktree.git("checkout", "-q", "-b", "fix/sweep")
    head = worktree.commits()
    worktree.ok("log", "--note", "x")
    assert (worktree.value.branch, worktree.value.commit) == ("fix/sweep", head)
    assert (worktree.entries()[-1].field("branch"), worktree.entries()[-1].field("commit")) == ("fix/sweep", head)


@pytest.mark.parametrize(
    "words", ["resume", "log --note x", "checkpoint", "view", "view x", "current", "pause", "close --complete"]
)
def test_without_sessions_every_verb_says_how_to_start(empty: Workshop, words: str) -> None:
    """In a project without `.sessions/` each verb answers with one sentence, and makes nothing."""
    outcome = empty.session(*words.split())
    assert (outcome.code, outcome.out) == (1, "")
    assert "session init" in outcome.err
    assert outcome.err.count("\n") == 1
    assert not empty.sessions.exists()
