"""What a commit brings in the place of a private `.sessions`: the loss is told, and nothing of it is followed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from workshop import Workshop


@pytest.fixture
def cloned(tmp_path: Path) -> tuple[Workshop, Workshop]:
    """Return another's repository and a clone of it, in which a private session was started."""
    theirs, mine = Workshop(tmp_path / "theirs"), Workshop(tmp_path / "mine")
    theirs.git("init", "-q", "-b", "main")
    theirs.commits()
    mine.git("clone", "-q", str(theirs.root), ".")
    mine.ok("init", "foo", "--goal", "Mine alone")
    mine.ok("learn", "Lock first", "--why", "Races", "--impact", "None")
    return theirs, mine


def brings(theirs: Workshop, **files: str) -> None:
    """Commit files of a `.sessions`."""
    for name, text in files.items():
        path = theirs.sessions / name.replace("__", "/").replace("DOT", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    theirs.git("add", "-f", "-A")
    theirs.git("commit", "-q", "-m", "Sessions")


def is_told(mine: Workshop) -> None:
    """Hold that the start of a conversation, the lists and doctor say that the folder is gone, and what to do."""
    outcome = mine.starts()
    assert (outcome.context, "is gone" in outcome.message) == ("", True), outcome
    assert "rm .git/session-journal" in outcome.message
    assert "is gone" in mine.session("list").err
    assert "is gone" in mine.session("search", "lock").err
    assert "is gone" in mine.session("doctor").out


@pytest.mark.parametrize("target", ["docs", "a.txt", "."])
def test_a_branch_that_takes_the_folders_place_is_told_of(cloned: tuple[Workshop, Workshop], target: str) -> None:
    """Git deletes an ignored folder for a link of its name: told while it is there, and after it is left again."""
    theirs, mine = cloned
    theirs.git("checkout", "-q", "-b", "pr")
    theirs.sessions.symlink_to(target)
    theirs.git("add", "-f", "-A")
    theirs.git("commit", "-q", "-m", "pr")
    mine.git("fetch", "-q")
    mine.git("checkout", "-q", "pr")
    assert "came with this repository" in mine.starts().message + mine.session("doctor").out
    assert "is gone" in mine.starts().message
    mine.git("checkout", "-q", "main")
    assert not os.path.lexists(mine.sessions)
    is_told(mine)
    mine.ok("init", "again", "--goal", "Anew")
    assert "is gone" not in mine.starts().message
    shutil.rmtree(mine.sessions)
    (mine.root / ".git" / "session-journal").unlink()
    assert mine.starts().out == ""


def test_a_worktree_or_another_project_lost_nothing(cloned: tuple[Workshop, Workshop], tmp_path: Path) -> None:
    """A work tree that never had sessions, one beside it and a copy that is not ours are told of no loss."""
    _, mine = cloned
    mine.git("worktree", "add", "-q", str(tmp_path / "beside"))
    shutil.copytree(mine.root / ".git", tmp_path / "copy" / ".git")
    for name in ("beside", "copy"):
        mine.root = tmp_path / name
        assert (mine.starts().out, "is gone" in mine.session("list").err) == ("", False)


def test_a_pull_neither_shares_nor_opens_what_is_private(cloned: tuple[Workshop, Workshop]) -> None:
    """Where upstream brings a shared `.sessions`, one's own stays out of git and closed, and is told once."""
    theirs, mine = cloned
    brings(theirs, DOTgitignore="# hi\n", knowledge__more="x")
    mine.git("pull", "-q")
    assert mine.git("status", "--porcelain").strip() == ""
    mine.git("add", "-A")
    assert mine.git("status", "--porcelain").strip() == ""
    mine.ok("log", "--note", "after the pull")
    modes = {oct(path.stat().st_mode & 0o777) for path in mine.sessions.glob("journal/*/entries/*")}
    assert modes == {"0o600"}
    first, second = mine.starts().message, mine.starts(conversation="c2").message
    assert ("brings a .sessions" in first, "brings a .sessions" in second) == (True, False)
    assert "yours are private" in " ".join(mine.session("doctor").out.split())


def test_a_rule_that_lets_the_folder_in_again_is_told_of(cloned: tuple[Workshop, Workshop]) -> None:
    """A `.gitignore` above that overrides one's own list is a problem that doctor names."""
    theirs, mine = cloned
    (theirs.root / ".gitignore").write_text("!.sessions\n")
    brings(theirs, DOTgitignore="# hi\n")
    mine.git("pull", "-q")
    assert "another .gitignore lets git have them" in " ".join(mine.session("doctor").out.split())


def test_sharing_takes_the_line_out_and_privacy_puts_it_back(cloned: tuple[Workshop, Workshop]) -> None:
    """`init --shared` ends what `info/exclude` says, `init --private` says it again; the person's lines stay."""
    _, mine = cloned
    path = mine.root / ".git" / "info" / "exclude"
    assert path.read_text().endswith("\n/.sessions\n")
    path.write_text("*.swp\n" + path.read_text() + "*.bak\n")
    mine.ok("init", "--shared", "--yes")
    assert "/.sessions" not in path.read_text()
    assert ".sessions/" in mine.git("status", "--porcelain")
    mine.ok("init", "--private")
    assert mine.git("status", "--porcelain").strip() == ""
    text = path.read_text()
    assert (text.startswith("*.swp\n"), "*.bak\n" in text, text.count("/.sessions\n")) == (True, True, 1)
    mine.ok("init", "--private")
    mine.ok("init", "more", "--goal", "Another")
    assert path.read_text() == text


def test_the_line_is_written_through_no_link(tmp_path: Path) -> None:
    """An archive whose `.git/info/exclude`, or a folder to it, is a link gets no line of ours anywhere."""
    outside = tmp_path / "outside"
    outside.mkdir()
    for name, part in (("file", ".git/info/exclude"), ("folder", ".git/info"), ("all", ".git")):
        place = Workshop(tmp_path / name)
        place.git("init", "-q")
        target = outside / name
        shutil.move(place.root / part, target)
        (place.root / part).symlink_to(target)
        place.ok("init", "foo", "--goal", "g")
    texts = [
        path.read_text() for path in outside.rglob("*") if path.is_file() and path.name in ("file", "exclude")
    ]
    assert len(texts) == 3
    assert not any("/.sessions" in text for text in texts)


def test_the_line_lies_where_git_looks(cloned: tuple[Workshop, Workshop], tmp_path: Path) -> None:
    """Private sessions in a linked work tree, and in a folder of one with an odd name, are in the list for it."""
    _, mine = cloned
    mine.git("worktree", "add", "-q", str(tmp_path / "beside"))
    mine.root = tmp_path / "beside"
    inner = mine.root / "a [b]*"
    (inner / ".sessions").mkdir(parents=True)
    mine.ok("init", "deep", "--goal", "g", cwd=inner)
    mine.ok("init", "foo", "--goal", "Beside")
    for folder in (mine.root, inner):
        (folder / ".sessions" / ".gitignore").write_text("# hi\n")
    assert mine.git("status", "--porcelain") == ""


def outside_of(tmp_path: Path) -> tuple[Path, list[str]]:
    """Return a folder of the person's that looks a little like a `.sessions`, and what is in it."""
    mail = tmp_path / "Mail"
    for name in ("messages/all", ".state/running", "active"):
        (mail / name).mkdir(parents=True)
        (mail / name / "letter").write_text("dear")
    return mail, listed(mail)


def listed(folder: Path) -> list[str]:
    """Return everything below a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("how", ["archive", "tracked", "untracked"])
def test_nothing_is_touched_behind_a_link_that_nobody_made_here(tmp_path: Path, how: str) -> None:
    """An archive's or a repository's link of that name is named; what it leads to is neither read nor written."""
    mail, before = outside_of(tmp_path)
    place = Workshop(tmp_path / "unpacked")
    place.sessions.symlink_to(mail)
    if how != "archive":
        place.git("init", "-q")
    if how == "tracked":
        place.git("add", "-f", "-A")
        place.git("commit", "-q", "-m", "All")
    outcome = place.starts()
    assert (outcome.context, "is a link" in outcome.message) == ("", True), outcome
    assert "is a link" in place.types("/session-init foo --goal g").message
    for words in (["init", "foo", "--goal", "g"], ["list"], ["init", "--shared"], ["learn", "a", "--why", "b"]):
        refused = place.session(*words)
        assert (refused.code, "is a link" in refused.err) == (1, True), words
    place.compacts()
    place.hook("session_end", {"session_id": "c1", "reason": "clear"})
    assert "is a link" in place.session("doctor").out
    assert listed(mail) == before
    followed = place.session("init", "foo", "--goal", "g", "--follow", conversation="c1")
    assert followed.code == 1
    assert listed(mail) == before


@pytest.mark.parametrize("in_git", [True, False])
def test_a_link_that_the_person_made_is_followed_when_they_say_so(tmp_path: Path, in_git: bool) -> None:
    """After `init --follow` the sessions behind one's own link are used like any others."""
    (tmp_path / "notes").mkdir()
    place = Workshop(tmp_path / "work")
    if in_git:
        place.git("init", "-q")
    place.sessions.symlink_to(tmp_path / "notes")
    assert place.session("init", "foo", "--goal", "Behind a link").code == 1
    place.ok("init", "foo", "--goal", "Behind a link", "--follow")
    assert "Behind a link" in place.starts().context
    place.ok("log", "--note", "as before")
