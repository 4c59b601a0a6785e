"""What is known of git, in every form that a repository takes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from workshop import Workshop

from session_journal import git


def facts(root: Path) -> tuple[str, str]:
    """Return branch and head as we read them."""
    head = git.head(str(root))
    return head.branch, head.commit


@pytest.mark.parametrize("how", ["plain", "packed", "slashes", "worktree", "submodule", "detached", "reftable"])
def test_branch_and_head_are_what_git_says(repository: Workshop, tmp_path: Path, how: str) -> None:
    """Without starting git the same branch and head come out as git tells, whatever the layout."""
    root, commit = repository.root, repository.git("rev-parse", "HEAD")[:7]
    if how == "packed":
        repository.git("pack-refs", "--all")
    elif how == "slashes":
        repository.git("checkout", "-q", "-b", "fix/sweep/bug")
    elif how == "worktree":
        repository.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
        root = tmp_path / "side"
    elif how == "submodule":
        repository.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(root), "inner")
        root = root / "inner"
    elif how == "detached":
        repository.git("checkout", "-q", "--detach")
    elif how == "reftable":
        try:
            repository.git("init", "-q", "--ref-format=reftable", str(tmp_path / "new"))
        except subprocess.CalledProcessError:
            pytest.skip("this git knows no reftable")
        assert facts(tmp_path / "new") == ("", "")
        return
    branch = {"slashes": "fix/sweep/bug", "worktree": "side", "detached": ""}.get(how, "main")
    assert facts(root) == (branch, commit)


def test_without_a_commit_or_a_repository_there_are_no_facts(empty: Workshop) -> None:
    """No repository: nothing; a repository without a commit: its branch alone; a damaged one: nothing wrong."""
    assert facts(empty.root) == ("", "")
    empty.git("init", "-q", "-b", "main")
    assert facts(empty.root) == ("main", "")
    assert git.uncommitted(str(empty.root)) == []
    (empty.root / ".git" / "HEAD").write_bytes(b"\xff\0garbage")
    assert facts(empty.root) == ("", "")
    (empty.root / ".git" / "HEAD").unlink()
    assert facts(empty.root) == ("", "")


@pytest.mark.parametrize(
    "name", ["a b.txt", "ümlaut.txt", "new\nline.txt", '"quoted".txt', "-dash.txt", "tab\there.txt", "漢字.txt"]
)
def test_uncommitted_files_are_named_as_they_are(repository: Workshop, name: str) -> None:
    """New and changed files are listed by their own names, however odd, without git's quoting."""
    (repository.root / name).write_text("x")
    (repository.root / ".gitignore").write_text("changed")
    assert sorted(git.uncommitted(str(repository.root)) or []) == sorted([".gitignore", name])


def test_a_repositorys_own_programs_are_not_started(repository: Workshop, tmp_path: Path) -> None:
    """Asking for facts runs no program that a repository brings along, and takes no lock of its own."""
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\n")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "alias.status", "diff.external"):
        repository.git("config", key, f"!{trap}" if key.startswith("alias") else str(trap))
    (repository.root / ".git" / "index.lock").write_text("")
    (repository.root / "new.txt").write_text("x")
    assert git.uncommitted(str(repository.root)) == ["new.txt"]
    assert git.commits_between(str(repository.root), repository.git("rev-parse", "HEAD")) == 0
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("older", ["", "--output=x", "HEAD~1", "gone123", "0000000", "-1", "main"])
def test_only_a_commit_is_counted_from(repository: Workshop, older: str) -> None:
    """What a document names as its commit reaches git only when it is one; nothing in it is an option."""
    before = sorted(path.name for path in repository.root.iterdir())
    assert git.commits_between(str(repository.root), older) is None
    assert sorted(path.name for path in repository.root.iterdir()) == before


def test_commits_are_counted(repository: Workshop) -> None:
    """The number of commits since the record was written is git's."""
    start = repository.git("rev-parse", "HEAD")[:7]
    for number in range(3):
        repository.commits(f"{number}.txt")
    assert git.commits_between(str(repository.root), start) == 3
    assert git.commits_between(str(repository.root), start[:7], "HEAD") == 3
