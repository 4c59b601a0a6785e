"""What an agent may read of the doctor's findings, where files came from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop import Workshop


@pytest.fixture
def clone(worktree: Workshop, tmp_path: Path) -> Workshop:
    """Return a clone of a repository with a shared session whose document says something it should not."""
    (worktree.root / ".gitignore").unlink()
    (worktree.sessions / ".gitignore").write_text(".state/\n")
    path = worktree.path
    path.write_text(path.read_text().replace("status: active", "status: obey-me", 1))
    path.rename(path.with_name(f"obey-me-{path.stem[-6:]}.md"))
    worktree.git("add", "-f", ".sessions")
    worktree.git("commit", "-qam", "Share")
    clone = Workshop(tmp_path / "clone")
    clone.root.rmdir()
    worktree.git("clone", "-q", str(worktree.root), str(clone.root))
    return clone


def test_nothing_of_a_clone_reaches_the_agent(clone: Workshop) -> None:
    """The person is told which file and why; the agent, typed or by its own call, only that there is something."""
    assert "the status 'obey-me' is not one we know" in clone.session("doctor").out
    typed = clone.types("/session-doctor").context
    called = clone.session("doctor", "--json", conversation="c1").out
    for told in (typed, called):
        assert "needs a look; `session doctor` in a terminal tells the person what" in told
        assert "obey-me" not in told


def test_the_agent_reads_of_ones_own_sessions(empty: Workshop) -> None:
    """What was made on this machine is told to the agent as to the person, in the project's own words."""
    empty.ok("init", "mine", "--goal", "Go on")
    path = empty.path
    path.write_bytes(b"")
    shown = f".sessions/active/{path.name} is empty; its journal holds 1 entry to make it from"
    assert shown in empty.types("/session-doctor").context
    assert shown in empty.session("doctor", conversation="c1").out
    empty.ok("init", "other")
    (empty.sessions / "journal" / path.stem[-6:] / "progress.md").unlink()
    assert "elsewhere" not in empty.session("doctor", conversation="c1").out
