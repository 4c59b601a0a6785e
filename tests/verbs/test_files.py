"""What changed since a session began."""

from __future__ import annotations

from workshop import Workshop


def rows(place: Workshop) -> dict[str, tuple[str, str, bool | None]]:
    """Return the files by path: what happened, from where, whether it is committed."""
    data = place.session("files", "--json").data
    return {row["path"]: (row["change"], row["source"], row["committed"]) for row in data["files"]}


def test_git_tells_every_kind_of_change(repository: Workshop) -> None:
    """Created, modified, deleted and renamed files are told, committed or not."""
    for name in ("kept.txt", "gone.txt", "old name.txt", "edited.txt"):
        repository.commits(name, f"{name}\n" * 20)
    repository.ok("init", "x")
    repository.commits("committed.txt")
    repository.git("rm", "-q", "gone.txt")
    repository.git("mv", "old name.txt", "new näme.txt")
    (repository.root / "edited.txt").write_text("other\n")
    (repository.root / "loose.txt").write_text("new\n")
    assert rows(repository) == {
        "committed.txt": ("created", "", True),
        "edited.txt": ("modified", "", False),
        "gone.txt": ("deleted", "", False),
        "loose.txt": ("created", "", False),
        "new näme.txt": ("renamed", "old name.txt", False),
    }


def test_a_session_before_the_first_commit_counts_from_nothing(empty: Workshop) -> None:
    """In a repository that had no commit, every file is one that the session created."""
    empty.git("init", "-q", "-b", "main")
    empty.ok("init", "x")
    empty.commits("first.txt")
    assert rows(empty) == {"first.txt": ("created", "", True)}


def test_without_git_capture_tells_and_says_so(workshop: Workshop) -> None:
    """Where there is no git, the answer says that it comes from what was captured."""
    data = workshop.session("files", "--json").data
    assert (data["origin"], data["files"]) == ("capture", [])
    assert "from what was captured, since there is no git here" in workshop.ok("files")


def test_a_lost_beginning_is_named(worktree: Workshop) -> None:
    """When git no longer knows the commit that the session began at, the answer says so."""
    first = worktree.sessions / "journal" / worktree.value.id[-6:] / "entries"
    (path,) = first.glob("*-started-*.md")
    text = path.read_text()
    begun = next(line for line in text.splitlines() if line.startswith("commit:"))
    path.write_text(text.replace(begun, 'commit: "0123456"'))
    assert "git does not know 0123456" in worktree.ok("files")
