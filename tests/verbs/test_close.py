"""Pausing and ending a session."""

from __future__ import annotations

import os

import golden
import pytest
from workshop import Workshop

from session_journal import timestamps


def test_a_pause_is_a_checkpoint_and_a_status(worktree: Workshop) -> None:
    """Pausing keeps the state in an entry, sets the status, and says how to go on."""
    (worktree.root / "new.txt").write_text("x")
    shown = worktree.ok("pause", "--note", "Waiting for the review")
    assert shown == "Paused fix-sweep-bug (1 uncommitted file); go on with `session resume fix-sweep-bug`.\n"
    assert worktree.value.status == "paused"
    assert [entry.kind for entry in worktree.entries()] == ["started", "checkpoint", "paused"]
    assert worktree.texts("paused") == ["Waiting for the review"]
    assert worktree.entries("checkpoint")[0].field_list("uncommitted") == ["new.txt"]
    shown = worktree.ok("resume")
    assert "paused - Waiting for the review" in shown
    assert worktree.value.status == "active"


def test_completing_archives_and_sums_up(workshop: Workshop) -> None:
    """The document moves to the archive; the reply tells duration, progress, decisions, discoveries and tasks."""
    workshop.run("log", done="Reproduce", discovery="x", decision="d", rationale="r")
    name = workshop.path.name
    shown = workshop.ok("close", "--complete", "--reason", "Shipped").splitlines()
    assert shown[0].startswith("fix-sweep-bug (SESSION-")
    assert shown[0].endswith(") completed: Shipped")
    assert shown[1].startswith("Duration: ")
    assert shown[1].endswith(", 0 compactions")
    assert shown[2:5] == [
        "Progress: 1/3 steps; 2 steps left open",
        "Decisions: 1, discoveries: 1",
        f"Archived: .sessions/archive/{name}",
    ]
    assert list((workshop.sessions / "active").iterdir()) == []
    assert "status: completed" in (workshop.sessions / "archive" / name).read_text()


def test_no_open_steps_no_word_of_them(workshop: Workshop) -> None:
    """Where all steps are done nothing is said to be left."""
    workshop.run("log", done=["Reproduce", "Fix it", "Add a test"])
    assert "Progress: 3/3 steps\n" in workshop.ok("close", "--complete")


def test_abandoning_needs_a_reason(workshop: Workshop) -> None:
    """An abandoned session says why, in the reply, the journal and the data."""
    before = workshop.bytes_of(".sessions")
    outcome = workshop.session("close", "--abandon")
    assert outcome.code == 2
    assert "session close --abandon --reason TEXT" in outcome.err
    assert workshop.bytes_of(".sessions") == before
    data = workshop.session("close", "--abandon", "--reason", "Superseded", "--json").data
    assert (data["status"], data["reason"]) == ("abandoned", "Superseded")
    assert workshop.texts("abandoned") == ["Superseded"]


@pytest.mark.parametrize("words", [[], ["--complete", "--abandon", "--reason", "x"]])
def test_the_way_it_ends_must_be_said(workshop: Workshop, words: list[str]) -> None:
    """Neither or both ways is a wrong call."""
    outcome = workshop.session("close", *words)
    assert outcome.code == 2
    assert "Say how it ends" in outcome.err
    assert workshop.value.is_open


def test_an_ended_session_is_not_current(workshop: Workshop) -> None:
    """After the end the conversation has no session, and a second close says so."""
    workshop.ok("init", "mine", conversation="c1")
    workshop.ok("close", "--complete", conversation="c1")
    workshop.ok("pause", "fix-sweep-bug")
    outcome = workshop.session("close", "--complete", conversation="c1")
    assert outcome.code == 1
    assert "No session is active" in outcome.err


def test_another_session_can_be_ended_by_name(workshop: Workshop) -> None:
    """A reference ends that session and leaves the current one."""
    workshop.ok("init", "second", conversation="c1")
    workshop.ok("close", "fix-sweep", "--complete", conversation="c1")
    assert workshop.value.shortname == "second"


TASKS = {
    "crlf.md": "---\r\nid: T-1\r\nstatus: open # mine\r\nowner: ann\r\n---\r\n# Task: A\r\n\r\nkeep  \r\n",
    "bare.md": "---\nid: T-2\n---\n\n# B\n\nno final newline",
    "odd.md": "---\nshortname: T-3\n# a comment\nstatus: 'in-progress'\ntags: [a, b]\n---\n---\nstatus: active\n",
}


@pytest.mark.parametrize("name", TASKS)
def test_a_linked_task_file_is_marked_completed(empty: Workshop, name: str) -> None:
    """On --complete the task's status is set in its front matter; every other byte and the mode stay."""
    folder = empty.root / ".tasks"
    folder.mkdir()
    path = folder / name
    path.write_bytes(TASKS[name].encode())
    path.chmod(0o664)
    empty.ok("init", "x", "--task", {"crlf.md": "T-1", "bare.md": "T-2", "odd.md": "T-3"}[name])
    shown = empty.ok("close", "--complete")
    assert f"Marked completed: .tasks/{name}" in shown
    after = path.read_bytes().decode()
    assert after in (
        TASKS[name].replace("status: open", "status: completed"),
        TASKS[name].replace("status: 'in-progress'", "status: completed"),
        TASKS[name].replace("id: T-2\n", "id: T-2\nstatus: completed\n"),
    )
    assert path.stat().st_mode & 0o777 == 0o664
    assert not [other for other in os.listdir(folder) if other != name]


def test_tasks_of_an_abandoned_session_are_left_alone(empty: Workshop) -> None:
    """Abandoning marks no task; nor does completing touch a task that was not linked."""
    folder = empty.root / ".tasks"
    folder.mkdir()
    (folder / "a.md").write_text("---\nid: T-1\nstatus: open\n---\n")
    (folder / "b.md").write_text("---\nid: T-2\nstatus: open\n---\n")
    empty.ok("init", "x", "--task", "T-1")
    empty.ok("close", "--abandon", "--reason", "no")
    assert "Tasks: T-2" in (empty.ok("init", "y", "--task", "T-2") and empty.ok("close", "--complete"))
    assert (folder / "a.md").read_text() == "---\nid: T-1\nstatus: open\n---\n"


def test_a_task_that_cannot_be_marked_is_said(empty: Workshop) -> None:
    """Where the task file cannot be changed the session is closed all the same, and the reply says so."""
    folder = empty.root / ".tasks"
    folder.mkdir()
    (folder / "a.md").write_text("---\nid: T-1\nstatus: {a: b}\n---\n")
    (folder / "b.md").write_text("no front matter")
    empty.ok("init", "x", "--task", "T-1", "--task", "b", "--task", "ABC-1")
    shown = empty.ok("close", "--complete")
    assert "Tasks: T-1, b, ABC-1" in shown
    assert (folder / "b.md").read_text() == "no front matter"
    assert "Marked completed: .tasks/b.md" not in shown


def test_the_duration_is_from_start_to_end(workshop: Workshop) -> None:
    """The summary's duration runs from the start to the close, however long nothing was recorded."""
    start = workshop.value.created
    text = workshop.run("close", complete="", present=start + 26 * timestamps.HOUR).text
    assert "Duration: 1 day, 0 compactions" in text


def test_the_summary(workshop: Workshop) -> None:
    """The whole reply of a close, as a person reads it."""
    workshop.run("log", done=["Reproduce"], discovery="x", decision="d", rationale="r")
    value = workshop.value
    text = workshop.run("close", complete="", reason="Shipped", present=value.created + 3 * timestamps.HOUR).text
    golden.check("close.txt", text.replace(value.tracking_id, "<tracking id>").replace(value.key, "<key>") + "\n")
