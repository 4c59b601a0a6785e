"""Keeping the state as it is."""

from __future__ import annotations

from workshop import Workshop


def test_a_checkpoint_holds_the_state(worktree: Workshop) -> None:
    """Branch, head, uncommitted files, progress and the current step are in the entry."""
    worktree.ok("log", "--done", "Reproduce")
    (worktree.root / "new file.txt").write_text("x")
    (worktree.root / ".gitignore").write_text("changed\n.sessions/\n")
    shown = worktree.ok("checkpoint", "--note", "before lunch")
    assert shown == "Checkpoint of fix-sweep-bug: 1/3 steps, 2 uncommitted files.\n"
    (entry,) = worktree.entries("checkpoint")
    assert entry.text == "before lunch"
    assert (entry.field("branch"), entry.field("commit")) == ("main", worktree.git("rev-parse", "HEAD")[:7])
    assert sorted(entry.field_list("uncommitted")) == [".gitignore", "new file.txt"]
    assert (entry.field("progress"), entry.field("step")) == ("1/3", "Fix it")


def test_a_fresh_tldr_takes_the_place_of_the_old(workshop: Workshop) -> None:
    """The prose of the TL;DR is replaced; the three lines below it stay and are true."""
    workshop.ok("checkpoint", "--tldr", "Root cause found.\nFix half done.")
    assert workshop.value.tldr == "Root cause found.\nFix half done."
    section = workshop.text.partition("## Context")[0]
    assert section.endswith(
        "**Progress**: 0/3 steps complete\n**Current**: Reproduce (step 1)\n**Blocker**: None\n\n"
    )
    workshop.ok("checkpoint", "--tldr", "New.")
    assert workshop.value.tldr == "New."
    assert workshop.text.count("**Progress**:") == 1


def test_context_that_must_survive_is_added_once(workshop: Workshop) -> None:
    """Key context is a list that grows; the same line is not added again."""
    words = ["--context", "Lock order: a, then b", "--context", "Port 8080\nis taken"]
    workshop.ok("checkpoint", *words)
    workshop.ok("checkpoint", *words, "--context", "third")
    assert workshop.value.key_context == ("Lock order: a, then b", "Port 8080\nis taken", "third")


def test_checkpoints_are_never_left_out(workshop: Workshop) -> None:
    """Two checkpoints in a row with the same note are two: each holds the state at its time."""
    workshop.ok("checkpoint", "--note", "x")
    workshop.ok("checkpoint", "--note", "x")
    assert workshop.texts("checkpoint") == ["x", "x"]


def test_the_quick_context_file_is_the_brief(workshop: Workshop) -> None:
    """progress.md holds the brief as last rendered, with times instead of ages."""
    workshop.ok("checkpoint", "--tldr", "Half done.")
    (path,) = workshop.sessions.glob("journal/*/progress.md")
    text = path.read_text()
    assert "Half done." in text
    assert "ago" not in text


def test_json_names_the_entry(workshop: Workshop) -> None:
    """With --json the checkpoint's entry comes as data."""
    data = workshop.session("checkpoint", "--json").data
    assert data["entry"] == workshop.entries("checkpoint")[0].name
    assert data["session"] == workshop.value.id
