"""What is made of a conversation: the telling sentences, the facts of the work, and how they add up."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session_journal.capture import capture, merge
from session_journal.captured import Captured, Prompt, Said
from session_journal.digest import WORTH
from session_journal.transcript import Event

PROJECT = "/home/dev/project"
FAILED = (
    "Exit code 1\nFAILED tests/test_a.py::test_one - AssertionError: 3 != 4\nE   AssertionError: 3 != 4\n1 failed"
)


def asks(text: str, second: int = 0) -> Event:
    """Return a prompt."""
    return Event(kind="prompt", text=text, when=f"2026-03-02T10:00:{second:02d}Z", place=second)


def says(text: str, second: int = 0) -> Event:
    """Return a statement."""
    return Event(kind="statement", text=text, when=f"2026-03-02T10:00:{second:02d}Z", place=second)


def edits(path: str) -> Event:
    """Return an edit."""
    return Event(kind="edit", text=path, ok=True)


def runs(command: str, output: str = "", *, ok: bool = True) -> Event:
    """Return a command with its outcome."""
    return Event(kind="command", text=command, ok=ok, output=output)


def texts(captured: Captured, kind: str) -> list[str]:
    """Return the sentences of a kind."""
    return [said.text for said in captured.of_kind(kind)]


def test_sentences_are_kept_as_they_were_said() -> None:
    """Each kind holds the whole sentence, with who said it and where."""
    captured = capture(
        [
            asks("Users get logged out. Leave the public API of billing/ alone."),
            says("Root cause: the retry loop reuses an expired token.", 2),
            says("Going with a jitter in RetryPolicy because the callers stay as they are.", 3),
            says("Waiting for Maren to approve the new scope.", 4),
            says("Next I would add a metric for refreshes.", 5),
        ]
    )
    assert texts(captured, "constraint") == ["Leave the public API of billing/ alone."]
    assert texts(captured, "found") == ["Root cause: the retry loop reuses an expired token."]
    assert texts(captured, "decided") == [
        "Going with a jitter in RetryPolicy because the callers stay as they are."
    ]
    assert texts(captured, "blocked") == ["Waiting for Maren to approve the new scope."]
    assert texts(captured, "next") == ["Next I would add a metric for refreshes."]
    cause = captured.of_kind("found")[0]
    assert (cause.by, cause.place) == ("agent", 2)


def test_prompts_make_a_numbered_trail() -> None:
    """The first prompt is the goal, the last one the latest request, all are numbered."""
    captured = capture([asks("Fix the parser."), says("ok"), asks("And document it.", 1)])
    assert (captured.goal, captured.latest) == ("Fix the parser.", "And document it.")
    assert [(prompt.number, prompt.text) for prompt in captured.prompts] == [
        (1, "Fix the parser."),
        (2, "And document it."),
    ]


def test_what_only_keeps_the_work_going_is_no_request() -> None:
    """A continuation and a typed command are no prompts of the trail; a nudge is not the latest request."""
    asked = [
        "where were we?",
        "Fix the parser.",
        "/session-log --progress x",
        "continue",
        "keep b.py out of it",
        "ok sure",
    ]
    captured = capture(
        [event for number, text in enumerate(asked) for event in (asks(text, number), says("done."))]
    )
    assert (captured.goal, captured.latest) == ("Fix the parser.", "keep b.py out of it")
    assert [prompt.text for prompt in captured.prompts] == ["Fix the parser.", "keep b.py out of it", "ok sure"]
    assert not {"ok sure", "done.", "continue"} & {said.text for said in captured.said if said.score >= WORTH}


def test_files_are_relative_and_counted() -> None:
    """Files of the project lose its path, scratch files are left out, a redirection counts as writing."""
    captured = capture(
        [
            edits(f"{PROJECT}/src/a.py"),
            edits(f"{PROJECT}/src/a.py"),
            edits("/tmp/scratch.py"),  # noqa: S108
            runs("sed -i s/a/b/ docs/b.md && echo done > notes/c.txt"),
        ],
        PROJECT,
    )
    assert captured.files == (("src/a.py", 2), ("docs/b.md", 1), ("notes/c.txt", 1))


def test_the_last_failure_stays_until_its_command_succeeds() -> None:
    """A failing test is held with its name and error line, and let go by the same or a wider success."""
    failing = [runs("cd x && python -m pytest -q tests/test_a.py 2>&1 | tail -5", FAILED, ok=False)]
    failure = capture(failing).failures[0]
    assert failure.command == "python -m pytest -q tests/test_a.py"
    assert failure.tests == ("tests/test_a.py::test_one",)
    assert failure.error == "AssertionError: 3 != 4"
    assert capture([*failing, runs("python -m pytest -q", "5 passed")]).failures == ()
    assert capture([*failing, runs("npm test", "5 passed")]).failures != ()


def test_a_failure_behind_a_pipe_is_seen() -> None:
    """The pipe's exit code hides it, the output does not."""
    captured = capture([runs("pytest | tail -3", FAILED, ok=True)])
    assert [run.ok for run in captured.runs] == [False]


@pytest.mark.parametrize(
    ("command", "output", "test", "error"),
    [
        (
            "go test ./...",
            "--- FAIL: TestLoop (0.01s)\n    a_test.go:4: want 3\nFAIL\tx\t0.1s",
            "TestLoop",
            "FAIL",
        ),
        (
            "cargo test",
            "test joiner ... FAILED\n\nthread 'joiner' panicked at src/a.rs:5:1:\nspan end before start\n",
            "joiner",
            "span end before start",
        ),
        (
            "npx jest",
            "  ● Map › keeps the legend\n\n    Expected: 12\nTests: 1 failed",
            "Map › keeps the legend",
            "Expected",
        ),
        (
            "python -m unittest",
            "FAIL: test_x (a.T)\nAssertionError: 1 != 2",
            "test_x (a.T)",
            "AssertionError: 1 != 2",
        ),
        ("nginx -t", "nginx: [emerg] zero size shared memory zone\ntest failed", "", "test failed"),
    ],
)
def test_failures_of_many_tools_are_named(command: str, output: str, test: str, error: str) -> None:
    """Which test and which line, for the runners that people use."""
    failure = capture([runs(command, output, ok=False)]).failures[0]
    assert ", ".join(failure.tests) == test
    assert error in failure.error


def test_looking_around_is_no_failure() -> None:
    """A grep without a match and a line of code tried out leave nothing behind."""
    looks = ["grep -rn x src", "ls nothere", "git diff --exit-code", "python -c 'import x'"]
    assert capture([runs(command, "", ok=False) for command in looks[:2] + looks[3:]]).failures == ()


def test_tasks_follow_their_changes() -> None:
    """Tasks are created, renamed and completed; a todo list replaces the one before."""
    captured = capture(
        [
            Event(kind="task", text="Write tests", detail=["1", "pending"]),
            Event(kind="task", text="Ship", detail=["2", "pending"]),
            Event(kind="task", text="", detail=["1", "completed"]),
        ]
    )
    assert captured.tasks == (("1", "Write tests", "completed"), ("2", "Ship", "pending"))


def test_the_later_word_wins() -> None:
    """What a plain correction replaces is gone, what it says is kept."""
    captured = capture(
        [
            asks("We need a cache."),
            says("I'll use Redis since it is already in docker-compose."),
            asks("no, drop redis. use sqlite instead", 1),
            says("SQLite then.", 2),
        ]
    )
    every = " ".join(said.text for said in captured.said)
    assert "sqlite instead" in every
    assert "since it is already in docker-compose" not in every


def test_no_new_table_is_no_correction() -> None:
    """A sentence that only begins with "no" replaces nothing."""
    captured = capture([asks("Go."), says("Decision: the new index carries it."), asks("no new table please", 1)])
    assert texts(captured, "decided") == ["Decision: the new index carries it."]


@pytest.mark.parametrize(
    ("language", "prompt", "kind"),
    [
        ("de", "Die Nummernkreise dürfen nicht angefasst werden.", "constraint"),
        ("es", "El cálculo de reservas no se toca, nunca.", "constraint"),
        ("fr", "Il ne faut jamais toucher aux tarifs.", "constraint"),
        ("zh", "不要改公共接口。", "constraint"),
        ("ja", "公開APIは変更しないで。", "constraint"),
        ("ru", "Нельзя менять публичный API.", "constraint"),
    ],
)
def test_other_languages_have_cues_too(language: str, prompt: str, kind: str) -> None:
    """What must not be done is known in the languages that have a list."""
    assert texts(capture([asks("Start."), asks(prompt, 1)]), kind) == [prompt]


def test_a_language_without_cues_keeps_its_structure() -> None:
    """The goal, the last statement, the files and the failure need no words that we know."""
    captured = capture(
        [
            asks("Korjaa kirjautuminen sovelluksessa."),
            edits(f"{PROJECT}/auth.py"),
            runs("pytest", FAILED, ok=False),
            says("Viimeinen testi kaatuu yhä vanhaan avaimeen.", 9),
        ],
        PROJECT,
    )
    assert captured.goal == "Korjaa kirjautuminen sovelluksessa."
    assert captured.said[0].text in ("Viimeinen testi kaatuu yhä vanhaan avaimeen.", captured.goal)
    assert captured.files == (("auth.py", 1),)
    assert captured.failures[0].tests == ("tests/test_a.py::test_one",)


def test_secrets_do_not_enter() -> None:
    """A token in a prompt, a command, a failure or a statement is masked everywhere."""
    token = "ghp_9fK2mZq7LxT4vWb1NsRc8YdE3uHjAg5oP0iQ"  # noqa: S105
    captured = capture(
        [
            asks(f"Use {token} and never store it."),
            says(f"Decision: I'll use {token} because it is there."),
            runs(f"make deploy TOKEN={token}", f"error: {token} refused", ok=False),
        ],
        commits_since=lambda _since: [("abc", f"Add {token}", "")],
    )
    assert token not in json.dumps(captured.data())


def test_a_key_over_many_lines_does_not_enter() -> None:
    """A private key that a statement quotes is masked as a whole, not sentence by sentence."""
    key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow must IBAAKCAQEA.\nnever b2b\n-----END RSA PRIVATE KEY-----"
    captured = capture([asks(f"Keep this: {key}"), says(f"Root cause: {key}", 1)])
    assert "IBAAKCAQEA" not in json.dumps(captured.data())


def test_increments_add_up() -> None:
    """A morning and an afternoon, captured apart, make one: numbered on, counted together, resolved."""
    morning = capture(
        [asks("Fix it.", 1), edits("a.py"), runs("pytest", FAILED, ok=False), says("Decision: B.", 2)]
    )
    evening = capture(
        [asks("And ship it.", 30), edits("a.py"), runs("pytest", "3 passed"), says("Decision: b!", 31)]
    )
    both = merge(morning, evening)
    assert (both.goal, both.latest) == ("Fix it.", "And ship it.")
    assert [prompt.number for prompt in both.prompts] == [1, 2]
    assert dict(both.files) == {"a.py": 2}
    assert both.failures == ()
    assert [(run.ok, run.times) for run in both.runs] == [(True, 2)]
    assert len([said for said in both.said if said.text.startswith("Decision")]) == 1


def test_merging_stays_within_bounds() -> None:
    """A hundred increments are not a hundred times as large."""
    total = Captured()
    for number in range(100):
        words = [f"Decision {number}.{part}: take the {part} road because of it." for part in range(30)]
        total = merge(total, capture([asks(f"Step {number}."), says(" ".join(words)), edits(f"f{number}.py")]))
    assert len(total.said) <= 120
    assert len(total.prompts) <= 60
    assert total.prompts[-1].number == 100
    assert len(total.files) <= 80
    assert len(json.dumps(total.data())) < 100_000


JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["said", "prompts", "text", "kind", "score", "files", "goal"]), inner, max_size=4
        ),
    ),
)


@given(JUNK)
def test_data_that_is_none_is_left_out(junk: object) -> None:
    """Whatever a damaged journal holds, reading it back raises nothing and yields a sound value."""
    captured = Captured.of(junk)
    assert merge(captured, captured).data() is not None


def test_data_comes_back_as_it_was() -> None:
    """What is written as JSON is read back equal."""
    captured = capture(
        [
            asks("Fix it. Never touch b.py."),
            edits("a.py"),
            runs("pytest", FAILED, ok=False),
            says("Root cause: x."),
        ],
        commits_since=lambda _since: [("abc123", "Fix", "2026-03-02T10:00:00Z")],
    )
    assert Captured.of(json.loads(json.dumps(captured.data()))) == captured
    when = "2026-03-02T10:00:00Z"
    assert captured.prompts[0] == Prompt(number=1, text="Fix it. Never touch b.py.", when=when, files=("a.py",))
    assert isinstance(captured.said[0], Said)
