"""The folder of sessions: finding, listing and belonging."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from workshop import Workshop

from session_journal import project
from session_journal.errors import Ambiguous, NotFound
from session_journal.store import Store


def test_an_open_session_goes_before_an_ended_one(workshop: Workshop) -> None:
    """Where an open and an ended session fit, the open one is meant; by its key the ended one is found."""
    key = workshop.value.key
    workshop.run("close", complete="")
    workshop.run("init", "fix-sweep-bug")
    store = Store(str(workshop.root))
    assert store.find("fix-sweep-bug").session.status == "active"
    assert store.find(key).session.status == "completed"
    assert store.find("1").session.status == "completed"


def test_two_ended_ones_of_one_name_are_ambiguous(workshop: Workshop) -> None:
    """Two archived sessions of one name are listed with their keys."""
    workshop.run("close", complete="")
    workshop.run("init", "fix-sweep-bug")
    workshop.run("close", complete="")
    with pytest.raises(Ambiguous) as caught:
        Store(str(workshop.root)).find("fix-sweep-bug")
    assert len(set(caught.value.candidates)) == 2


@pytest.mark.parametrize(
    "ref", ["", " ", "-", "nothing", "../x", "*", "\0", "é", "0", "#", "999999", "SESSION-", "a" * 5_000]
)
def test_odd_references_name_nothing(workshop: Workshop, ref: str) -> None:
    """What is no reference is not found, and no file outside the folder is looked at."""
    workshop.run("init", "second")
    with pytest.raises((NotFound, Ambiguous)):
        Store(str(workshop.root)).find(ref)


def test_a_renamed_document_is_still_found(workshop: Workshop) -> None:
    """A file that a person renamed is the same session, by every reference and for its conversation."""
    workshop.run("resume", conversation="c1")
    workshop.path.rename(workshop.path.with_name("My notes.md"))
    assert Store(str(workshop.root)).find("fix-sweep").session.number == "00001"
    workshop.run("log", note="x", conversation="c1")
    assert workshop.path.name == "My notes.md"
    assert workshop.value.key_context == ("x",)
    workshop.run("close", complete="", conversation="c1")
    assert (workshop.sessions / "archive" / "My notes.md").exists()


def test_a_document_moved_to_another_key_keeps_its_journal(workshop: Workshop) -> None:
    """The journal belongs to the id in the document, not to the file's name."""
    workshop.path.rename(workshop.path.with_name("fix-sweep-bug-ffffff.md"))
    workshop.run("log", note="x")
    assert {path.parent.parent.name for path in workshop.sessions.glob("journal/*/entries/*.md")} == {
        workshop.value.key
    }


def test_an_ended_document_left_in_active_is_not_open(workshop: Workshop) -> None:
    """A status set by hand counts wherever the file lies; the next write files it away."""
    workshop.text = workshop.text.replace("status: active", "status: completed")
    store = Store(str(workshop.root))
    assert store.open_sessions().sessions == ()
    assert [loaded.session.status for loaded in store.ended_sessions().sessions] == ["completed"]
    name = workshop.path.name
    workshop.run("init", "other")
    workshop.run("log", note="x")
    assert (workshop.sessions / "archive" / name).exists()


def test_other_files_in_the_folder_are_left_alone(workshop: Workshop) -> None:
    """Editors' files and links that lead nowhere are passed over; what only looks like a document is named."""
    active, own = workshop.sessions / "active", workshop.path.name
    for name in (".fix.md.swp", "notes.txt", "fix.md~", "#fix.md#", ".hidden.md"):
        (active / name).write_text("mine")
    (active / "folder.md").mkdir()
    (active / "dangling.md").symlink_to("nowhere")
    os.mkfifo(active / "fifo.md")
    before = workshop.bytes_of(".sessions/active")
    listing = Store(str(workshop.root)).open_sessions()
    assert [loaded.session.shortname for loaded in listing.sessions] == ["fix-sweep-bug"]
    assert [os.path.basename(str(problem).partition(":")[0]) for problem in listing.problems] == [
        "fifo.md",
        "folder.md",
    ]
    workshop.run("pause")
    after = workshop.bytes_of(".sessions/active")
    assert {name for name in before if before[name] != after[name]} == {f".sessions/active/{own}"}


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("repo", "repo"),
        ("repo/src/deep", "repo"),
        ("repo/inner", "repo/inner"),
        ("repo/inner/x", "repo/inner"),
        ("repo/kept", "repo/kept"),
        ("repo/kept/below", "repo/kept"),
        ("plain", "plain"),
        ("plain/below", "plain/below"),
    ],
)
def test_a_project_is_found_from_any_folder_in_it(tmp_path: Path, start: str, found: str) -> None:
    """The nearest `.sessions/` upward within the work tree, else the work tree's root, else the folder itself."""
    for name in (
        "repo/.git",
        "repo/src/deep",
        "repo/inner/.git",
        "repo/inner/x",
        "repo/kept/.sessions",
        "repo/kept/below",
        "plain/below",
        ".sessions",
    ):
        (tmp_path / name).mkdir(parents=True)
    expected = tmp_path if start.startswith("plain") else tmp_path / found
    assert project.find_root(str(tmp_path / start)) == str(expected)


def test_the_environment_names_the_project(tmp_path: Path) -> None:
    """`CLAUDE_PROJECT_DIR` goes before the working directory, where it is an absolute path of a folder."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b" / "c").mkdir(parents=True)
    named = {"CLAUDE_PROJECT_DIR": str(tmp_path / "b" / "c")}
    assert project.from_environment(named, str(tmp_path / "a")).root == str(tmp_path / "b" / "c")
    for wrong in ("", "b/c", str(tmp_path / "gone"), "\0"):
        assert project.from_environment({"CLAUDE_PROJECT_DIR": wrong}, str(tmp_path / "a")).root == str(
            tmp_path / "a"
        )


def test_ten_thousand_ended_sessions_are_not_looked_at(workshop: Workshop) -> None:
    """Reading and writing an open session opens no file of the archive."""
    archive = workshop.sessions / "archive"
    archive.rmdir()
    archive.write_text("a file that cannot be listed")
    workshop.ok("log", "--note", "x")
    workshop.ok("view")
    workshop.ok("list")
    assert workshop.starts().context
    assert archive.read_text() == "a file that cannot be listed"


def test_copies_of_a_document_are_told_from_it(workshop: Workshop) -> None:
    """A copy beside a document, as a synchronising program leaves it, is named and stands in nobody's way."""
    copies = ["fix-sweep-bug (conflicted copy).md", "a-backup.md"]
    for name in copies:
        (workshop.sessions / "active" / name).write_text(workshop.text_of("fix-sweep-bug"))
    assert [x.session.shortname for x in Store(str(workshop.root)).open_sessions().sessions] == ["fix-sweep-bug"]
    workshop.run("log", note="x")
    assert "- x (" in workshop.text_of("fix-sweep-bug")
    shown = workshop.ok("list")
    assert all(f"Skipped: .sessions/active/{name}: is a copy of " in shown for name in copies)
    assert all("- x (" not in (workshop.sessions / "active" / name).read_text() for name in copies)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_another_users_sessions_are_not_picked_up() -> None:
    """In a shared folder such as /tmp another user's `.sessions` above is not taken for one's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o711)
        (folder / ".sessions").mkdir()
        (folder / "mine").mkdir()
        os.chown(folder / ".sessions", 4711, 4711)
        found: list[str] = []
        for user in (4711, 4712):
            os.seteuid(user)
            try:
                found.append(project.find_root(str(folder / "mine")))
            finally:
                os.seteuid(0)
        assert found == [str(folder), str(folder / "mine")]
