"""Reading the client's transcript: what happened, from where the last reading ended."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session_journal import transcript
from session_journal.transcript import Event, Position, Reading

SAMPLES = sorted((Path(__file__).parent / "transcripts").glob("*.jsonl"))
FIELDS = (
    *("type", "message", "content", "tool_use_id", "id", "name", "input", "text", "is_error", "timestamp", "uuid"),
    *("attachment", "prompt", "todos", "taskId", "role", "toolUseResult"),
)
CLOCK = "2026-03-02T10:00:{:02d}.000Z"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the many examples of a property share."""
    return tmp_path_factory.mktemp("place")


def line(body: dict[str, Any], second: int = 0) -> bytes:
    """Return a line as the client writes it."""
    row = {
        "parentUuid": None,
        "isSidechain": False,
        **body,
        "uuid": f"u{second}",
        "timestamp": CLOCK.format(second),
    }
    return json.dumps(row, separators=(",", ":")).encode() + b"\n"


def prompt(text: Any, second: int = 0, **more: Any) -> bytes:
    """Return the line of a prompt."""
    return line({"type": "user", "message": {"role": "user", "content": text}, **more}, second)


def said(text: str, second: int = 0) -> bytes:
    """Return the line of a statement of the agent's."""
    content = [{"type": "text", "text": text}]
    return line({"message": {"role": "assistant", "content": content}, "type": "assistant"}, second)


def use(name: str, given: dict[str, Any], ident: str = "t1", second: int = 0) -> bytes:
    """Return the line of a tool's use."""
    content = [{"type": "tool_use", "id": ident, "name": name, "input": given}]
    return line({"message": {"role": "assistant", "content": content}, "type": "assistant"}, second)


def result(text: str, ident: str = "t1", second: int = 0, *, failed: bool = False, told: object = None) -> bytes:
    """Return the line of a tool's result."""
    block = {"tool_use_id": ident, "type": "tool_result", "content": text, "is_error": failed}
    message = {"role": "user", "content": [block]}
    return line({"type": "user", "message": message, "toolUseResult": told}, second)


def read(path: Path, position: Position | None = None) -> tuple[list[Event], Reading]:
    """Return the events and the reading."""
    reading = Reading(str(path), position)
    return list(reading), reading


def kinds(events: list[Event]) -> list[str]:
    """Return the events' kinds."""
    return [event.kind for event in events]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_real_transcript_tells_what_happened(sample: Path) -> None:
    """The prompts, statements, edits, outcomes and the compaction of a real conversation, in order."""
    events, reading = read(sample)
    assert reading.state == "new"
    assert [event.text for event in events if event.kind == "prompt"] == [
        "Fix the failing test in tests/test_calc.py. Never change the test.",
        "use tasks please",
        "third",
        "fourth",
        "and on",
    ]
    assert [(event.kind, event.ok) for event in events if event.kind in ("command", "edit", "write")] == [
        ("command", False),
        ("edit", True),
        ("command", True),
        ("write", True),
    ]
    assert "Root cause: add subtracts." in [event.text for event in events if event.kind == "statement"]
    assert kinds(events).count("compaction") == 1
    raw = sample.read_bytes()
    assert all(event.uuid.encode() in raw[event.place :].split(b"\n")[0] for event in events)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@given(data=st.data())
def test_two_readings_see_what_one_sees(place: Path, sample: Path, data: st.DataObject) -> None:
    """Wherever a first reading ended, also in the middle of a line, the second goes on exactly there."""
    raw = sample.read_bytes()
    cut = data.draw(st.integers(0, len(raw)))
    path = place / "transcript.jsonl"
    path.write_bytes(raw[:cut])
    first, reading = read(path)
    kept = Position.of(json.loads(json.dumps(reading.position.data())))
    path.write_bytes(raw)
    second, again = read(path, kept)
    whole, _ = read(path)
    assert first + second == whole
    assert again.state == ("continued" if kept.offset else "new")


@given(
    st.lists(
        st.one_of(
            st.binary(max_size=200),
            st.recursive(
                st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20)),
                lambda inner: st.one_of(
                    st.lists(inner, max_size=4),
                    st.dictionaries(
                        st.sampled_from(FIELDS),
                        st.one_of(
                            inner,
                            st.sampled_from(["user", "assistant", "tool_use", "tool_result", "Bash", "TodoWrite"]),
                        ),
                        max_size=6,
                    ),
                ),
                max_leaves=20,
            ).map(lambda value: json.dumps(value).encode()),
        ),
        max_size=8,
    )
)
def test_whatever_is_in_the_file_nothing_is_raised(place: Path, lines: list[bytes]) -> None:
    """Bytes that are no JSON, and JSON that is nothing of the client's, are passed over."""
    path = place / "transcript.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n" + said("still here"))
    events, reading = read(path)
    assert [event.text for event in events][-1:] == ["still here"]
    assert all(isinstance(event.text, str) and isinstance(event.when, str) for event in events)
    assert Position.of(reading.position.data()) == reading.position


@given(st.recursive(st.one_of(st.none(), st.integers(), st.text(max_size=5)), lambda x: st.lists(x, max_size=4)))
def test_a_position_that_is_none_is_the_start(value: object) -> None:
    """Whatever stands where a position should, reading begins at the start or at a sound place."""
    assert Position.of(value) == Position()
    waiting = Position.of(
        {"offset": 1, "head": 1, "tail": 1, "inode": 1, "when": 3, "waiting": [value, ["a", "Bash", value]]}
    )
    assert all(len(use) == 3 for use in waiting.waiting)


def test_a_half_written_line_is_left_for_the_next_time(tmp_path: Path) -> None:
    """The line that the client is writing just now is read once it is whole."""
    path = tmp_path / "t.jsonl"
    whole = prompt("first") + said("second", 1)
    path.write_bytes(whole[:-10])
    events, reading = read(path)
    assert [event.text for event in events] == ["first"]
    path.write_bytes(whole)
    events, _ = read(path, reading.position)
    assert [event.text for event in events] == ["second"]


def test_a_rewritten_transcript_is_not_told_twice(tmp_path: Path) -> None:
    """A file that is not the one read before is read again; what is no newer than the last event is left out."""
    path = tmp_path / "t.jsonl"
    path.write_bytes(prompt("one", 1) + said("two", 2))
    _, reading = read(path)
    path.write_bytes(prompt("another file's line", 1) + said("two", 2) + said("three", 3))
    events, again = read(path, reading.position)
    assert again.state == "rewritten"
    assert [event.text for event in events] == ["three"]


def test_a_truncated_transcript_does_no_harm(tmp_path: Path) -> None:
    """A file shorter than what was read is taken from its start, and nothing is told twice."""
    path = tmp_path / "t.jsonl"
    path.write_bytes(prompt("one", 1) + said("two", 2))
    _, reading = read(path)
    path.write_bytes(prompt("one", 1))
    events, again = read(path, reading.position)
    assert (again.state, events) == ("rewritten", [])


def test_a_copied_transcript_goes_on(tmp_path: Path) -> None:
    """The same bytes under another inode, as after a rotation with a copy, are still known."""
    path = tmp_path / "t.jsonl"
    path.write_bytes(prompt("one", 1))
    _, reading = read(path)
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes(path.read_bytes() + said("two", 2))
    events, again = read(copy, reading.position)
    assert again.state == "continued"
    assert [event.text for event in events] == ["two"]


def test_a_deleted_transcript_is_said_to_be_gone(tmp_path: Path) -> None:
    """No file, no events, no error; the position stays what it was."""
    position = Position(offset=7, head=1, tail=2, inode=3)
    events, reading = read(tmp_path / "none.jsonl", position)
    assert (events, reading.state, reading.position) == ([], "gone", position)


def test_a_passed_deadline_leaves_the_rest(tmp_path: Path) -> None:
    """A reading that runs out of time ends at a line, and the next one reads on from there."""
    path = tmp_path / "t.jsonl"
    path.write_bytes(b"".join(said(f"number {n}", n % 60) for n in range(500)))
    reading = Reading(str(path), deadline=0.0)
    first = list(reading)
    assert not reading.complete
    second, _ = read(path, reading.position)
    assert [event.text for event in first + second] == [f"number {n}" for n in range(500)]


def test_a_line_beyond_all_bounds_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One giant line costs no memory and does not hide those behind it."""
    monkeypatch.setattr(transcript, "LONGEST_LINE", 4096)
    path = tmp_path / "t.jsonl"
    path.write_bytes(prompt("one") + said("x" * 10_000) + said("two") + said("y" * 10_000)[:-1])
    events, reading = read(path)
    assert [event.text for event in events] == ["one", "two"]
    assert path.read_bytes()[reading.position.offset :].startswith(b'{"parentUuid":null')


@pytest.mark.parametrize(
    "unheard",
    [
        prompt("the client's own note", isMeta=True),
        prompt("a subagent's prompt", isSidechain=True),
        prompt("a summary", isCompactSummary=True),
        prompt("<command-name>/compact</command-name>"),
        prompt("<local-command-stdout>Compacted</local-command-stdout>"),
        prompt("/session-log --progress x"),
        prompt("[Request interrupted by user]"),
        prompt("<system-reminder>\nnote\n</system-reminder>"),
        line({"attachment": {"type": "skill_listing", "content": "x"}, "type": "attachment"}),
        b'{"type":"file-history-snapshot","snapshot":{"type":"user","message":{"content":"x"}}}\n',
    ],
)
def test_what_nobody_typed_is_no_prompt(tmp_path: Path, unheard: bytes) -> None:
    """Notes of the client, subagents, summaries and slash commands are not what the person asked."""
    path = tmp_path / "t.jsonl"
    path.write_bytes(unheard + prompt("real"))
    assert [event.text for event in read(path)[0]] == ["real"]


def test_a_prompt_with_blocks_and_reminders_is_what_was_typed(tmp_path: Path) -> None:
    """Pictures and the client's reminders are left out; a path at the start is no command."""
    path = tmp_path / "t.jsonl"
    image = {"type": "image", "source": {"type": "base64", "data": "AAAA"}}
    typed = {"type": "text", "text": "see this\n<system-reminder>no</system-reminder>"}
    path.write_bytes(prompt([image, typed]) + prompt("/etc/hosts is wrong"))
    assert [event.text for event in read(path)[0]] == ["see this", "/etc/hosts is wrong"]


def test_what_was_typed_while_the_agent_worked_is_a_prompt(tmp_path: Path) -> None:
    """A queued prompt and the words with which a person declined a tool are heard."""
    path = tmp_path / "t.jsonl"
    queued = {"attachment": {"type": "queued_command", "prompt": "and keep it small"}, "type": "attachment"}
    declined = "The user doesn't want to proceed. To tell you how to proceed, the user said:\nnot there"
    path.write_bytes(line(queued) + use("Edit", {"file_path": "/p/a"}) + result(declined, failed=True))
    assert [(event.kind, event.text) for event in read(path)[0]] == [
        ("prompt", "and keep it small"),
        ("prompt", "not there"),
    ]


def test_outcomes_come_with_their_results(tmp_path: Path) -> None:
    """A failed edit did not happen, a background command has no outcome, an answer is what was chosen."""
    path = tmp_path / "t.jsonl"
    path.write_bytes(
        use("Edit", {"file_path": "/p/a"}, "t1")
        + result("String not found", "t1", failed=True)
        + use("Bash", {"command": "make serve"}, "t2")
        + result("Command running in background with ID: b1", "t2")
        + use("AskUserQuestion", {"questions": []}, "t3")
        + result("answered", "t3", told={"answers": {"Which database?": "Postgres"}})
        + use("TodoWrite", {"todos": [{"content": "a", "status": "pending"}]}, "t4")
        + result("ok", "t4")
    )
    events, _ = read(path)
    assert [(event.kind, event.text, event.ok, event.detail) for event in events] == [
        ("command", "make serve", None, None),
        ("answer", "Which database? Postgres", None, None),
        ("tasks", "", None, [["a", "pending"]]),
    ]


def test_a_lone_surrogate_can_be_written(tmp_path: Path) -> None:
    """Half an emoji, as JSON may hold it, becomes something that fits into a file."""
    path = tmp_path / "t.jsonl"
    path.write_bytes(said("half \ud83d an emoji"))
    assert read(path)[0][0].text.encode() == b"half ? an emoji"


def test_other_spacing_is_understood(tmp_path: Path) -> None:
    """JSON with spaces behind its colons is read like the client's own."""
    path = tmp_path / "t.jsonl"
    rows = [json.loads(row) for row in (use("Bash", {"command": "make"}) + result("ok")).splitlines()]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert kinds(read(path)[0]) == ["command"]
