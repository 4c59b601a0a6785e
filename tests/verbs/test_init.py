"""Starting a session."""

from __future__ import annotations

import re

import pytest
from workshop import Workshop

from session_journal import identity


def test_a_session_starts_with_its_banner(repository: Workshop) -> None:
    """The reply names the session, its tracking ID, number, start, status, branch and file."""
    shown = repository.ok("init", "fix-sweep-bug", "--goal", "Fix the race in the sweeper")
    first, second, path = shown.splitlines()
    assert re.fullmatch(r"Session fix-sweep-bug · SESSION-\d{8}-\d{6}-[0-9A-F]{4} · #00001", first)
    assert re.fullmatch(r"Started \S+Z \(just now\) · active · branch main", second)
    assert repository.root / path == repository.path
    value = repository.value
    assert (value.title, value.objective) == ("Fix the race in the sweeper", "Fix the race in the sweeper")
    assert (value.number, value.branch, value.commit) == ("00001", "main", repository.git("rev-parse", "HEAD")[:7])
    assert repository.path.name == f"fix-sweep-bug-{identity.key_of(value.id)}.md"


def test_steps_are_listed_with_the_first_one_current(empty: Workshop) -> None:
    """Steps come separated by semicolons or lines; the first is under way and marked."""
    empty.ok("init", "x", "--steps", "Reproduce;  Fix it ;\nAdd a test;;")
    assert [(step.text, step.current) for step in empty.value.steps] == [
        ("Reproduce", True),
        ("Fix it", False),
        ("Add a test", False),
    ]
    assert "**Current**: Reproduce (step 1)" in empty.text
    assert "**Progress**: 0/3 steps complete" in empty.text


@pytest.mark.parametrize(
    ("words", "branch", "name"),
    [
        (["--goal", "Move billing to the new API"], "main", "move-billing-to-the-new-api"),
        ([], "fix/sweep-trigger", "fix-sweep-trigger"),
        (["--task", "ABC-7"], "", "abc-7"),
        (["--name", "Fix It", "--goal", "x"], "main", "fix-it"),
        (["Fix It Now"], "main", "fix-it-now"),
    ],
)
def test_a_name_is_made_where_none_is_given(empty: Workshop, words: list[str], branch: str, name: str) -> None:
    """Without a name one is made from the goal, else the branch, else the task."""
    if branch:
        empty.git("init", "-q", "-b", branch)
    empty.ok("init", *words)
    assert empty.value.shortname == name


def test_nothing_to_name_it_after_is_a_wrong_call(empty: Workshop) -> None:
    """With no name, goal, branch or task the reply says what to type, and no folder is made."""
    outcome = empty.session("init")
    assert (outcome.code, outcome.out) == (2, "")
    assert "session init NAME --goal TEXT" in outcome.err
    assert not empty.sessions.exists()


def test_a_name_without_letters_is_a_wrong_call(empty: Workshop) -> None:
    """A name that no file can bear is refused before anything is made."""
    outcome = empty.session("init", "🎉", "--goal", "Party")
    assert outcome.code == 2
    assert "use letters or digits" in outcome.err
    assert not empty.sessions.exists()


def test_an_open_session_of_that_name_is_in_the_way(workshop: Workshop) -> None:
    """The same name again is refused with how to go on, whatever its letter case; a paused one counts too."""
    before = workshop.bytes_of(".sessions/active", ".sessions/journal")
    for _ in range(2):
        outcome = workshop.session("init", "Fix Sweep Bug")
        assert (outcome.code, outcome.out) == (1, "")
        assert "session resume fix-sweep-bug" in outcome.err
        assert workshop.bytes_of(".sessions/active", ".sessions/journal") == before
        workshop.ok("pause", "fix-sweep-bug")
        before = workshop.bytes_of(".sessions/active", ".sessions/journal")


def test_a_name_is_free_again_when_its_session_has_ended(workshop: Workshop) -> None:
    """A name may be used again after a close; the numbers go on."""
    workshop.ok("close", "--complete")
    shown = workshop.ok("init", "fix-sweep-bug")
    assert "#00002" in shown
    assert len(list((workshop.sessions / "archive").glob("fix-sweep-bug-*.md"))) == 1


def test_others_active_on_this_branch_are_named(worktree: Workshop) -> None:
    """The reply names other active sessions on the branch and how to pause them; both go on side by side."""
    shown = worktree.ok("init", "second", conversation="c2")
    assert "Also active here: fix-sweep-bug (pause it with `session pause fix-sweep-bug`)." in shown
    assert "This conversation works on second" in shown
    worktree.git("checkout", "-q", "-b", "other")
    assert "Also active" not in worktree.ok("init", "third")
    worktree.ok("pause", "fix-sweep-bug")
    worktree.git("checkout", "-q", "main")
    shown = worktree.ok("init", "fourth")
    assert "Also active here: second" in shown
    assert "fix-sweep-bug" not in shown


def test_a_new_session_is_this_conversations(workshop: Workshop) -> None:
    """The conversation that starts a session works on it; another conversation does not."""
    workshop.ok("init", "second", conversation="c2")
    workshop.ok("log", "--note", "mine", conversation="c2")
    (entry,) = workshop.entries("note")
    assert entry.conversation == "c2"
    assert "mine" in next((workshop.sessions / "active").glob("second-*.md")).read_text()
    assert workshop.session("log", "--note", "whose?", conversation="c3").code == 1


@pytest.mark.parametrize(
    "ref", ["019def45-6789-7abc-0123-456789abcdef", "sweep-task", "0007-sweep", "0007-sweep.md"]
)
def test_a_task_file_brings_its_title(empty: Workshop, ref: str) -> None:
    """A task is found by id, shortname or file name, anywhere under `.tasks/`; its title becomes the goal."""
    folder = empty.root / ".tasks" / "active"
    folder.mkdir(parents=True)
    front = "---\nid: 019def45-6789-7abc-0123-456789abcdef\nshortname: sweep-task\n---\n"
    (folder / "0007-sweep.md").write_text(front + "\n# Task: Stop the sweep race\n")
    empty.ok("init", "--task", ref)
    assert (empty.value.objective, empty.value.shortname) == ("Stop the sweep race", "stop-the-sweep-race")
    assert empty.value.task_ids == (ref,)


def test_other_task_ids_are_kept_as_they_are(empty: Workshop) -> None:
    """Ticket keys of any spelling are kept, in their order, each once."""
    empty.ok("init", "x", "--task", "#123", "--task", "ABC-7", "--tasks", "ABC-7, 00001,gh/owner#5 ,,")
    assert empty.value.task_ids == ("#123", "ABC-7", "00001", "gh/owner#5")


def test_broken_task_files_do_no_harm(empty: Workshop) -> None:
    """Unreadable task files, odd titles and folders in place of files are passed over."""
    folder = empty.root / ".tasks"
    folder.mkdir()
    (folder / "a.md").write_text("---\nid: [x\n---\n")
    (folder / "b.md").write_bytes(b"\xff\xfe\0---")
    (folder / "c.md").write_text("---\nid: T-1\n")
    (folder / "d.md").mkdir()
    (folder / "e.md").symlink_to("nowhere")
    (folder / "f.md").write_text("---\nid: T-1\ntitle: [a, b]\n---\n# Real title\n")
    empty.ok("init", "x", "--task", "T-1")
    assert empty.value.task_ids == ("T-1",)


def test_a_goal_of_several_lines_is_kept_whole(empty: Workshop) -> None:
    """A long goal is the objective to the last line; headings and blocks in it stay text."""
    goal = (
        "Fix `it`\n\n## Not a section\n```\ncode\n# no heading\n\n**Progress**: 9/9 steps complete\n- [ ] no step"
    )
    empty.ok("init", "x", "--goal", goal, "--steps", "One")
    assert empty.value.objective == goal
    assert [step.text for step in empty.value.steps] == ["One"]
    empty.ok("log", "--done", "One")
    assert empty.value.done_count == 1
    assert "\n**Progress**: 1/1 steps complete\n" in empty.text


def test_private_by_default(empty: Workshop) -> None:
    """The new folder keeps itself out of git, and nobody else on the machine can read it."""
    empty.git("init", "-q")
    empty.ok("init", "x")
    assert empty.git("status", "--porcelain") == ""
    assert all(path.stat().st_mode & 0o077 == 0 for path in [empty.sessions, empty.path])


def test_numbers_go_on_without_their_memory(workshop: Workshop) -> None:
    """Where the machine's own folder was lost, the next number is still one that no session has."""
    workshop.ok("close", "--complete")
    for path in (workshop.sessions / ".state").rglob("*"):
        if path.is_file():
            path.unlink()
    assert "#00002" in workshop.ok("init", "next")
    (workshop.sessions / ".state" / "last_number").write_text("garbage")
    assert "#00003" in workshop.ok("init", "after")


def test_a_number_that_came_with_a_document_is_not_given_again(workshop: Workshop) -> None:
    """A document that arrived from elsewhere with the next number keeps it for itself."""
    workshop.path.with_name("other-abc123.md").write_text(
        workshop.text.replace("fix-sweep-bug", "other").replace('"00001"', '"00002"').replace("id: 0", "id: 1")
    )
    assert "#00003" in workshop.ok("init", "third")


def test_init_below_the_root_uses_the_roots_folder(repository: Workshop) -> None:
    """A session started in a subfolder belongs to the git work tree, not to the subfolder."""
    below = repository.root / "src" / "deep"
    below.mkdir(parents=True)
    repository.ok("init", "x", cwd=below)
    assert repository.path.exists()
    assert not (below / ".sessions").exists()


def test_json_has_what_the_banner_has(empty: Workshop) -> None:
    """With --json the new session's facts come as data."""
    data = empty.session("init", "x", "--goal", "Go", "--json").data
    assert (data["shortname"], data["status"], data["number"], data["objective"]) == ("x", "active", "00001", "Go")
    assert (empty.root / data["path"]).exists()
