"""What people and the agent read of a session with milestones, items and the rest, against a golden copy."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from workshop import SITES, Workshop

from session_journal import brief, timestamps

GOLDEN = Path(__file__).parent / "data" / "recorded"
NOON = timestamps.parse("2026-02-16T12:00:00Z") or 0
DEAR = ("re", "json", "typing", "dataclasses", "collections", "enum", "functools", "datetime", "pathlib", "yaml")


@pytest.fixture
def busy(empty: Workshop) -> Workshop:
    """Return a project with a session in which everything was recorded that there is a place for."""

    def run(minute: int, verb: str, argument: str = "", rest: str = "", **words: str | list[str]) -> str:
        present = NOON + minute * timestamps.MINUTE
        reply = empty.run(verb, argument, rest=rest, present=present, **words)  # type: ignore[arg-type]
        return str(reply.data.get("id", ""))

    run(0, "init", "Slow login", goal="Make it fast", steps="Measure; Fix", tag="auth", role="Backend: logins")
    run(1, "log", milestone=["Measured", "Twice as fast"], progress="Set up a benchmark", category="planning")
    first = run(2, "item", "add", "Write the benchmark", type="test", meta=["size=3", "owner=Ann B"])
    second = run(2, "item", "add", "Cache the sessions", type="impl")
    third = run(2, "item", "add", "Rewrite it all")
    run(3, "item", "start", first)
    run(4, "item", "done", first)
    run(5, "item", "start", second)
    run(6, "item", "drop", third, reason="Not needed")
    run(7, "log", done="Measure", reached="M1", deliverable="The benchmark", at="2026-02-16T12:04Z")
    run(8, "log", test=["make test", "make lint"], passed=["40", "1"], failed=["2", "0"])
    run(9, "set", group="Q1", tag="perf")
    return empty


def neutral(text: str) -> str:
    """Return a text with what differs from run to run made the same."""
    text = re.sub(r"\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}\b", "ID", text)
    text = re.sub(r"(SESSION-\d{8}-\d{6}-)[0-9A-F]{4}", r"\1XXXX", text)
    text = re.sub(r"\b([A-Z]+-\d{8}-\d{6}-)[A-Z2-9]{4}\b", r"\1XXXX", text)
    return re.sub(r"slow-login-[0-9a-f]{6}|last_entry: .*", "NAME", text)


@pytest.mark.parametrize("name", ["document.md", "brief.md", "journal.txt", "items.txt"])
def test_what_is_read_is_as_it_was(busy: Workshop, name: str) -> None:
    """The document, the brief, the journal and the list of items are those of the golden copy."""
    present = NOON + timestamps.HOUR
    shown = {
        "document.md": lambda: busy.text,
        "brief.md": lambda: busy.run("resume", present=present).text + "\n",
        "journal.txt": lambda: busy.run("view", journal="", milestones="", deliverables="").text + "\n",
        "items.txt": lambda: busy.run("item", "list", present=present).text + "\n",
    }
    text = neutral(shown[name]())
    if os.environ.get("GOLDEN"):  # write it anew, and read the difference
        (GOLDEN / name).write_text(text)
    assert text == (GOLDEN / name).read_text()


def test_the_brief_grows_by_a_few_lines_at_most(busy: Workshop) -> None:
    """With fifty milestones and items, all that they add to the brief are two bounded lines."""
    plain = busy.run("resume").text
    for number in range(50):
        busy.run("item", "add", rest=f"Item {number} " + "x" * 300)
        busy.run("item", "start", rest=f"Item {number} ")
    busy.run("log", milestone=[f"Milestone {number} " + "y" * 300 for number in range(50)])
    busy.run("log", "Planned")
    whole = busy.run("resume").text
    assert len(whole) - len(plain) < 400
    assert whole.partition("## Where")[0].count("\n") == plain.partition("## Where")[0].count("\n")
    assert len(whole) <= brief.BUDGET


def test_the_start_of_a_conversation_imports_nothing_dear(busy: Workshop) -> None:
    """Neither milestones, items nor test runs bring a module into SessionStart that costs."""
    command = [*busy.hook_command("session_start")]
    command[1:1] = ["-X", "importtime"]
    payload = f'{{"session_id": "c1", "source": "startup", "cwd": "{busy.root}"}}'.encode()
    environ = busy.environ("", {"PYTHONPATH": None, "SESSION_JOURNAL_SITE": SITES[-1]})
    done = subprocess.run(
        command, input=payload, env=environ, cwd=busy.root, capture_output=True, check=True, timeout=60
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    assert b"Milestones: 1/2 reached" in done.stdout
    assert {"session_journal.workitems", "session_journal.brief"} <= imported
    assert not imported & set(DEAR)
