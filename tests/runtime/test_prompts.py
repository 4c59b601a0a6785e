"""Which prompts start Python, and which end in the shell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from .machine import Machine, Witness, payload

if TYPE_CHECKING:
    from pathlib import Path

LONG = "where were we " * 400


@pytest.fixture
def witness(machine: Machine) -> Witness:
    """Return the recorded interpreter's stand-in."""
    return machine.record_witness()


def submit(machine: Machine, witness: Witness, stdin: bytes, shell: str) -> bool:
    """Submit a prompt and tell whether Python was started; if so, it must have been handed the payload."""
    witness.forget()
    machine.hook("user_prompt_submit", stdin, shell)
    if witness.started:
        assert witness.stdin == stdin
    return witness.started


@pytest.mark.parametrize(
    "stdin",
    [
        payload("/session-init"),
        payload("/session-journal:session-log --done x"),
        payload("  /session-view"),
        payload("\n\t /session-view"),
        payload('/session-log --note "a `b` $(c) \\ \\\\ é"\n```\n/x\n```'),
        payload("/session-log --note " + "x" * 9000),
        json.dumps({"prompt": "/session-view", "cwd": "/x"}, indent=1).encode(),
        b'{"prompt":   "/session-view"}',
    ],
)
@pytest.mark.parametrize("sessions", [True, False])
def test_a_typed_command_starts_python(
    machine: Machine, witness: Witness, shell: str, stdin: bytes, sessions: bool
) -> None:
    """A typed command is run with or without .sessions, whatever stands before, after and around it."""
    if sessions:
        machine.open_project()
    assert submit(machine, witness, stdin, shell)


@pytest.mark.parametrize(
    "prompt",
    ["", "where were we?", "hello", "/compact", "/sessions", "see /session-init", '{"prompt":"/session-x"}', LONG],
)
def test_without_sessions_no_other_prompt_starts_python(
    machine: Machine, witness: Witness, shell: str, prompt: str
) -> None:
    """In a project that does not use sessions nothing but a typed command is ours."""
    assert not submit(machine, witness, payload(prompt), shell)


@pytest.mark.parametrize(
    ("prompt", "starts"),
    [
        ("where were we?", True),
        ("  \n where were we?\n", True),
        ('so "where were we"', True),
        ("C:/x\\\\y where were we", True),
        ("where were we \u0007", True),
        ("write a parser", False),
        ('rename "a" to "b"', False),
        ("", False),
        (LONG, False),
        ("x" * 5_000_000, False),
        ('"' * 5000, False),
        ("where were we, " + "in the parser " * 20, False),
        ("x " * 17 + "é where were we", False),
    ],
)
def test_with_sessions_a_prompt_starts_python_when_it_may_be_a_continuation(
    machine: Machine, witness: Witness, shell: str, prompt: str, starts: bool
) -> None:
    """The cues decide on a short prompt's own text; a long one is none."""
    machine.open_project()
    assert submit(machine, witness, payload(prompt), shell) is starts


@pytest.mark.parametrize(
    "stdin",
    [
        b"garbage",
        b"[1,2]",
        b'{"prompt":null}',
        b'{"prompt":["where"]}',
        b'{"prompt"  :"x"}',
        b'{"session_id":"x"}',
        b'{"a":{"prompt":"x"},"prompt":"y"}',
        b'{"prompt":"unfinished',
        b'{"prompt":"\\u0077here were we"}',
        b'{"prompt":"tab\\there"}',
        b'{"cwd":"' + b"y" * 5000 + b'","prompt":"x"}',
    ],
)
def test_what_cannot_be_told_in_the_shell_is_left_to_python(
    machine: Machine, witness: Witness, shell: str, stdin: bytes
) -> None:
    """Where the prompt is not plainly there to see, Python is asked rather than a wrong no given."""
    machine.open_project()
    assert submit(machine, witness, stdin, shell)


def test_a_brief_that_is_still_owed_starts_python_whatever_the_prompt(
    machine: Machine, witness: Witness, shell: str
) -> None:
    """After a compaction whose brief did not arrive the next prompt brings it."""
    awaiting = machine.open_project() / ".state/awaiting"
    awaiting.mkdir(parents=True)
    assert not submit(machine, witness, payload("write a parser"), shell)
    (awaiting / "0b6a3b1e").touch()
    assert submit(machine, witness, payload("write a parser"), shell)


@pytest.mark.parametrize("cues", [None, "may_continue() {", "exit 3", "may_continue() { false; }"])
def test_missing_or_damaged_cues_do_no_harm(
    machine: Machine, witness: Witness, shell: str, cues: str | None
) -> None:
    """Without a list of cues every prompt is Python's to judge; a list that breaks the shell ends in exit 0."""
    machine.open_project()
    if cues is None:
        (machine.plugin / "hooks/cues.sh").unlink()
        assert submit(machine, witness, payload("anything"), shell)
    else:
        (machine.plugin / "hooks/cues.sh").write_text(cues)
        machine.hook("user_prompt_submit", payload("anything"), shell)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    prompt=st.text(st.characters(codec="utf-8"), max_size=45)
    | st.text(st.sampled_from('"\\/ nux:{},\n\t`$()*?[]é継'), max_size=20),
    escape_all=st.booleans(),
)
@example(prompt='\\"', escape_all=False)
@example(prompt="*", escape_all=False)
@example(prompt="\\", escape_all=True)
def test_what_the_cues_are_asked_about_is_the_prompt(
    machine: Machine, witness: Witness, shell: str, prompt: str, escape_all: bool
) -> None:
    """The shell's reading of the JSON is exact, or it leaves the prompt to Python."""
    machine.open_project()
    asked = machine.folder / "cue"
    asked.unlink(missing_ok=True)
    started = submit(machine, witness, payload(prompt, escape_all=escape_all), shell)
    if asked.exists():
        assert asked.read_bytes().decode() == prompt.lstrip(" \n\t\r")
    else:
        assert started or len(prompt.lstrip().encode()) > 40


def test_the_folders_upward_are_searched(machine: Machine, witness: Witness, shell: str) -> None:
    """The nearest .sessions upward counts, from CLAUDE_PROJECT_DIR, or without it from the working folder."""
    machine.open_project()
    deep = machine.project / "a b" / "$c" / "*"
    deep.mkdir(parents=True)
    elsewhere = machine.folder
    stdin = payload("where were we?")
    places: list[tuple[str, Path, bool]] = [
        (str(deep), elsewhere, True),
        (str(machine.project) + "/", elsewhere, True),
        (str(elsewhere), deep, False),
        ("/", deep, False),
        ("/gone/far", deep, False),
        ("", deep, True),
        ("relative", deep, True),
        ("", elsewhere, False),
    ]
    for named, folder, ours in places:
        witness.forget()
        machine.hook("user_prompt_submit", stdin, shell, cwd=folder, CLAUDE_PROJECT_DIR=named)
        assert witness.started is ours, (named, folder)


@pytest.mark.parametrize(
    "event", ["session_start", "pre_compact", "post_compact", "session_end", "", "no_such_event"]
)
def test_no_event_starts_python_without_sessions(
    machine: Machine, witness: Witness, shell: str, event: str
) -> None:
    """Where there is no .sessions, and for an event that is none of ours, the hook is silent."""
    assert machine.hook(event, b'{"x":1}', shell) == ""
    assert not witness.started


@pytest.mark.parametrize("event", ["session_start", "pre_compact", "post_compact", "session_end"])
def test_other_events_start_python_where_there_are_sessions(
    machine: Machine, witness: Witness, shell: str, event: str
) -> None:
    """With .sessions, even as a plain file, each event reaches its Python file, isolated from the environment."""
    (machine.project / ".sessions").touch()
    machine.hook(event, b'{"x":1}', shell)
    assert witness.stdin == b'{"x":1}'
    cache = f"pycache_prefix={machine.data}/pycache"
    assert witness.arguments == ["-I", "-S", "-X", cache, f"{machine.plugin}/hooks/{event}.py"]
    assert f"SESSION_JOURNAL_SITE={machine.runtime}/site" in witness.environment
