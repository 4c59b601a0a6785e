"""What the doctor says of a project's folder, its settings, git, and the clock."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from examining import found, kinds, mended, place
from workshop import Workshop

from session_journal import checkup, timestamps


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("capture: maybe\n", 1, "capture must be true or false"),
        ("# mine\ncolour: red\n", 2, "no setting 'colour'"),
    ],
)
def test_wrong_settings_are_named_with_their_line(workshop: Workshop, text: str, line: int, said: str) -> None:
    """The line, what is wrong, and that the defaults hold meanwhile."""
    (workshop.sessions / "config.yaml").write_text(text)
    finding = found(workshop, "config-wrong")
    assert finding.line == line
    assert said in finding.text
    assert "the defaults hold until it is mended" in finding.text


def test_an_entry_of_the_future_points_to_the_clock(workshop: Workshop) -> None:
    """A newest entry from tomorrow is noted; the order of entries is safe."""
    folder = workshop.sessions / "journal" / workshop.path.stem[-6:] / "entries"
    name = timestamps.to_compact(timestamps.now() + timestamps.DAY)
    (folder / f"{name}-note-aaaa.md").write_text("---\nkind: note\n---\nx\n")
    assert "look at this machine's clock" in found(workshop, "clock-behind").text


def test_without_git_the_rest_goes_on(workshop: Workshop, tmp_path: Path) -> None:
    """A machine without git is told what it lacks, and everything else is checked."""
    (tmp_path / "bin").mkdir()
    kinds_found = kinds(workshop, {"PATH": str(tmp_path / "bin")})
    assert kinds_found == {"git-missing"}


def test_private_sessions_that_git_tracks_are_named(worktree: Workshop) -> None:
    """Files that were added by force are counted, with the command that takes them out of git alone."""
    worktree.git("add", "-f", ".sessions/active")
    text = found(worktree, "private-tracked").text
    assert "git tracks 1 file in .sessions though it is private" in text
    assert "`git rm -r --cached .sessions`" in text


def test_a_missing_gitignore_is_written_again(worktree: Workshop) -> None:
    """Where nothing else keeps sessions out of git, the private one comes back."""
    (worktree.root / ".git" / "info" / "exclude").write_text("")
    (worktree.root / ".gitignore").unlink()
    path = worktree.sessions / ".gitignore"
    before = path.read_bytes()
    path.unlink()
    mended(worktree, "ignore-missing")
    assert path.read_bytes() == before
    assert worktree.git("status", "--porcelain", "--", ".sessions") == ""


def test_a_missing_gitignore_of_shared_sessions_hides_only_the_state(worktree: Workshop) -> None:
    """Where sessions are committed, what is written leaves out this machine's part and nothing else."""
    (worktree.root / ".git" / "info" / "exclude").write_text("")
    (worktree.root / ".gitignore").unlink()
    (worktree.sessions / ".gitignore").unlink()
    worktree.git("add", ".sessions/active")
    mended(worktree, "ignore-missing")
    assert (worktree.sessions / ".gitignore").read_text().endswith("\n.state*/\n")


def test_shared_sessions_are_told_from_private_ones(worktree: Workshop) -> None:
    """The state must be left out, must not be tracked, and another rule must not hide what is to be shared."""
    (worktree.root / ".git" / "info" / "exclude").write_text("")
    path = worktree.sessions / ".gitignore"
    path.write_text("# ours\n*.bak")
    assert "another .gitignore keeps .sessions out of git all the same" in found(worktree, "shared-ignored").text
    (worktree.root / ".gitignore").unlink()
    worktree.git("add", ".sessions/active", ".sessions/.state")
    assert "of this machine's own" in found(worktree, "state-tracked").text
    mended(worktree, "state-visible")
    assert path.read_text() == "# ours\n*.bak\n.state*/\n"
    worktree.git("rm", "-rq", "--cached", ".sessions/.state")
    assert kinds(worktree) & {"state-tracked", "state-visible", "shared-ignored", "private-tracked"} == set()


def test_a_private_folder_that_others_can_enter_is_closed(workshop: Workshop) -> None:
    """The mode that it had is said, and that of a shared one is left alone."""
    workshop.sessions.chmod(0o755)
    assert "(mode 755)" in found(workshop, "folder-open").text
    assert "its mode was 755" in mended(workshop, "folder-open").text
    assert workshop.sessions.stat().st_mode & 0o777 == 0o700
    workshop.sessions.chmod(0o755)
    (workshop.sessions / ".gitignore").write_text(".state/\n")
    assert "folder-open" not in kinds(workshop)


def test_a_file_in_the_place_of_a_folder_is_named(workshop: Workshop) -> None:
    """`archive` as a file is named; nothing is done about it."""
    (workshop.sessions / "archive").rmdir()
    (workshop.sessions / "archive").write_text("mine")
    assert ".sessions/archive is a file" in found(workshop, "folder-missing").text


def test_sessions_as_a_file_are_named(empty: Workshop) -> None:
    """`.sessions` as a file is the one thing said of the project."""
    empty.sessions.write_text("mine")
    assert kinds(empty) == {"folder-missing"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_entered_is_named(workshop: Workshop) -> None:
    """A folder of somebody else's is named with the command that takes it back."""
    (workshop.sessions / "active").chmod(0)
    try:
        assert "`chmod u+rwx .sessions/active`" in found(workshop, "folder-unusable").text
    finally:
        (workshop.sessions / "active").chmod(0o700)


def test_a_session_of_a_clone_is_noted(worktree: Workshop, tmp_path: Path) -> None:
    """What came with the repository is named with the command that takes it up."""
    (worktree.root / ".git" / "info" / "exclude").write_text("")
    (worktree.root / ".gitignore").unlink()
    (worktree.sessions / ".gitignore").write_text(".state/\n")
    worktree.git("add", ".sessions")
    worktree.git("commit", "-qam", "Share")
    clone = Workshop(tmp_path / "clone")
    clone.root.rmdir()
    worktree.git("clone", "-q", str(worktree.root), str(clone.root))
    text = found(clone, "session-foreign").text
    assert "came with this repository and is not given to Claude" in text
    assert "`session resume fix-sweep-bug`" in text


def test_no_sessions_is_no_trouble(empty: Workshop) -> None:
    """A folder without `.sessions` has nothing wrong with it, and none is made."""
    assert kinds(empty) == set()
    assert not empty.sessions.exists()


@pytest.mark.parametrize("name", ["active", "archive", "journal", ".state"])
def test_a_folder_that_leads_out_is_named_and_nothing_goes_through_it(workshop: Workshop, name: str) -> None:
    """A link out of the store is told; what it leads to is neither read nor changed, also with `--fix`."""
    outside = workshop.root / "outside"
    (workshop.sessions / name).rename(outside)
    (workshop.sessions / name).symlink_to(outside)
    (outside / ".x.md.99999999-0123abcd.tmp").write_text("mine")
    os.utime(outside / ".x.md.99999999-0123abcd.tmp", (0, 0))
    before = workshop.bytes_of("outside")
    assert f".sessions/{name} is a link that leads out of .sessions" in found(workshop, "folder-link").text
    checkup.mend(place(workshop))
    assert workshop.bytes_of("outside") == before
