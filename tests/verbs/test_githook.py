"""`session guard --install` and `--uninstall`: the guard in git's own hook, beside whatever is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from workshop import ROOT, SITES, Workshop, made

AUTHOR = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@b",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@b",
}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the plugin in a folder whose name needs quoting, with a `session` that starts at once."""
    folder = tmp_path_factory.mktemp("plugins") / 'it\'s a "$HOME" `x`'
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "bin").mkdir()
    program = folder / "bin" / "session"
    program.write_text(
        '#!/bin/sh\nhere=$(cd "$(dirname "$0")/.." && pwd)\n'
        f'PYTHONPATH="$here/src:{":".join(SITES)}" exec {sys.executable} -m session_journal "$@"\n'
    )
    program.chmod(0o755)
    return folder


@pytest.fixture
def place(worktree: Workshop) -> Workshop:
    """Return a repository with a session in which nothing was logged."""
    return worktree


def guard(place: Workshop, checkout: Path, *words: str, cwd: Path | None = None) -> str:
    """Run `session guard WORDS…` of the copy, which must succeed; return what it printed."""
    command = [str(checkout / "bin" / "session"), "guard", *words]
    outcome = made(
        subprocess.run(command, cwd=cwd or place.root, env=place.environ(), capture_output=True, check=False)
    )
    assert (outcome.code, outcome.err) == (0, ""), outcome
    return outcome.out


def commit(place: Workshop, *words: str, cwd: Path | None = None) -> tuple[bool, str]:
    """Make an empty commit; tell whether it was made, and what git and its hooks said."""
    command = ["git", "commit", "-q", "--allow-empty", "-m", "x", *words]
    environ = place.environ("", {**AUTHOR, "PYTHONPATH": None})
    outcome = made(subprocess.run(command, cwd=cwd or place.root, env=environ, capture_output=True, check=False))
    return outcome.code == 0, outcome.out + outcome.err


def hooks(place: Workshop) -> dict[str, tuple[str, int, bytes]]:
    """Return every file of the hooks' folder: what a link points at, the mode, the bytes."""
    found = sorted((place.root / ".git" / "hooks").iterdir())
    return {
        path.name: (str(path.readlink()) if path.is_symlink() else "", path.lstat().st_mode, path.read_bytes())
        for path in found
        if not path.name.endswith(".sample")
    }


def writes_hook(place: Workshop, text: bytes, mode: int = 0o755) -> Path:
    """Write a hook of the person's own."""
    hook = place.root / ".git" / "hooks" / "pre-commit"
    hook.write_bytes(text)
    hook.chmod(mode)
    return hook


def test_git_asks_the_guard(place: Workshop, checkout: Path) -> None:
    """A commit that left no trace is refused with the way to mend it; `--no-verify` and a log let it pass."""
    assert "The guard is in" in guard(place, checkout, "--install")
    passed, said = commit(place)
    assert not passed
    assert "Nothing was logged in fix-sweep-bug" in said
    assert commit(place, "--no-verify") == (True, "")
    place.ok("log", "did it")
    assert commit(place) == (True, "")
    assert guard(place, checkout, "--uninstall").startswith("The guard is gone")
    assert hooks(place) == {}
    assert commit(place) == (True, "")


def test_our_own_commit_is_guarded_too(place: Workshop, checkout: Path) -> None:
    """`session commit` goes through the hook like any other."""
    place.git("config", "user.name", "A")
    place.git("config", "user.email", "a@b")
    guard(place, checkout, "--install")
    (place.root / "a.txt").write_text("a\n")
    place.git("add", "a.txt")
    assert "Nothing was logged" in place.session("commit", "-m", "x").err
    place.ok("log", "did it")
    place.ok("commit", "-m", "x")


@pytest.mark.parametrize("shebang", ["#!/bin/sh", "#!/usr/bin/env bash", "#! /bin/bash -e"])
def test_a_shell_hook_keeps_its_name_and_runs_after(place: Workshop, checkout: Path, shebang: str) -> None:
    """It still runs as `pre-commit`, with its exit code; taken out, every byte and the mode are as before."""
    text = f'{shebang}\n\necho "as $(basename "$0") $#"\n[ ! -e stop ]'
    writes_hook(place, text.encode(), 0o750)
    before = hooks(place)
    guard(place, checkout, "--install")
    assert "as pre-commit" not in commit(place)[1]
    place.ok("log", "x")
    assert commit(place) == (True, "as pre-commit 0\n")
    place.ok("log", "y")
    (place.root / "stop").touch()
    assert commit(place) == (False, "as pre-commit 0\n")
    guard(place, checkout, "--uninstall")
    assert hooks(place) == before


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (f"#!{sys.executable}\nimport sys\nprint('mine', sys.argv[1:])".encode(), 0o755),
        (b"echo mine []", 0o755),
        (b"#!/bin/sh\necho mine []\n", 0o644),
        (b"#!/bin/sh", 0o755),
        (b"#!/bin/sh\r\n\xff\xfe\r\n", 0o644),
        (b"", 0o755),
    ],
)
def test_any_other_hook_is_set_aside_and_called(place: Workshop, checkout: Path, text: bytes, mode: int) -> None:
    """A hook in another language runs after the guard; one that git would not run does not run now either."""
    writes_hook(place, text, mode)
    before = hooks(place)
    guard(place, checkout, "--install")
    assert hooks(place)["pre-commit.session-journal-kept"] == before["pre-commit"]
    assert not commit(place)[0]
    place.ok("log", "x")
    runs = b"mine" in text and mode & 0o100 and text.startswith(b"#!")
    passed, said = commit(place)
    assert passed or text in (b"", b"echo mine []", b"#!/bin/sh")
    assert ("mine []" in said) == bool(runs) or text == b"echo mine []"
    guard(place, checkout, "--uninstall")
    assert hooks(place) == before


def test_a_linked_hook_stays_a_link(place: Workshop, checkout: Path) -> None:
    """What a link points at, perhaps a file of the repository, is not written to."""
    script = place.root / "check.sh"
    script.write_text("#!/bin/sh\necho linked\n")
    script.chmod(0o755)
    (place.root / ".git" / "hooks" / "pre-commit").symlink_to("../../check.sh")
    before = hooks(place)
    guard(place, checkout, "--install")
    assert script.read_text() == "#!/bin/sh\necho linked\n"
    place.ok("log", "x")
    assert commit(place) == (True, "linked\n")
    guard(place, checkout, "--uninstall")
    assert hooks(place) == before


def test_twice_is_once(place: Workshop, checkout: Path) -> None:
    """Installing and uninstalling again change nothing."""
    writes_hook(place, b"#!/bin/sh\necho mine\n")
    before = hooks(place)
    guard(place, checkout, "--install")
    once = hooks(place)
    assert "already" in guard(place, checkout, "--install")
    assert hooks(place) == once
    guard(place, checkout, "--uninstall")
    assert "is not in" in guard(place, checkout, "--uninstall")
    assert hooks(place) == before


def test_edits_made_meanwhile_stay(place: Workshop, checkout: Path) -> None:
    """What the person changed in the hook while the guard was in it is not lost."""
    hook = writes_hook(place, b"#!/bin/sh\necho mine\n")
    guard(place, checkout, "--install")
    hook.write_bytes(hook.read_bytes() + b"echo more\n")
    guard(place, checkout, "--uninstall")
    assert hook.read_bytes() == b"#!/bin/sh\necho mine\necho more\n"


def test_an_installation_cut_off_is_mended(place: Workshop, checkout: Path) -> None:
    """A crash between setting the old hook aside and writing ours loses neither."""
    hook = writes_hook(place, b"echo mine\n")
    before = hooks(place)
    kept = hook.with_name("pre-commit.session-journal-kept")
    hook.rename(kept)
    guard(place, checkout, "--install")
    assert b"kept=" in hook.read_bytes()
    hook.unlink()
    guard(place, checkout, "--uninstall")
    assert hooks(place) == before


def test_a_plugin_that_is_gone_lets_commits_pass(place: Workshop, checkout: Path, tmp_path: Path) -> None:
    """The hook says so on each commit, and installing again names the new place."""
    moved = tmp_path / "moved"
    shutil.copytree(checkout, moved)
    guard(place, moved, "--install")
    moved.rename(tmp_path / "elsewhere")
    passed, said = commit(place)
    assert passed
    assert f"{moved}/bin/session is gone, so this commit passes unguarded" in said
    assert "is up to date now" in guard(place, checkout, "--install")
    assert not commit(place)[0]


def test_work_trees_share_the_hook(place: Workshop, checkout: Path, tmp_path: Path) -> None:
    """Installed from a linked work tree it holds in all, and each is judged by its own sessions."""
    place.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    side = tmp_path / "side"
    guard(place, checkout, "--install", cwd=side)
    assert "pre-commit" in hooks(place)
    assert "No session" in commit(place, cwd=side)[1]
    place.ok("init", "side", cwd=side)
    place.ok("log", "x", cwd=side)
    assert commit(place, cwd=side) == (True, "")
    assert not commit(place)[0]


def test_a_folder_for_hooks_is_respected(place: Workshop, checkout: Path) -> None:
    """Where core.hooksPath names a folder of the repository, the hook goes there."""
    place.git("config", "core.hooksPath", ".githooks")
    guard(place, checkout, "--install", cwd=place.sessions)
    assert os.access(place.root / ".githooks" / "pre-commit", os.X_OK)
    assert hooks(place) == {}
    assert not commit(place)[0]
    guard(place, checkout, "--uninstall")
    assert list((place.root / ".githooks").iterdir()) == []


def test_a_folder_that_git_keeps_is_told(place: Workshop, checkout: Path) -> None:
    """Hooks that are committed reach others, who do not have this plugin: that is said."""
    place.git("config", "core.hooksPath", ".githooks")
    (place.root / ".githooks").mkdir()
    (place.root / ".githooks" / "pre-push").write_text("#!/bin/sh\n")
    place.git("add", ".githooks")
    assert "Git keeps that folder" in guard(place, checkout, "--install")


def test_a_folder_for_all_repositories_is_left_alone(place: Workshop) -> None:
    """A core.hooksPath of the person's own settings would guard every repository: that is refused."""
    (place.home / ".gitconfig").write_text(f"[core]\n\thooksPath = {place.home}/hooks\n")
    outcome = place.session("guard", "--install")
    assert outcome.code == 1
    assert "set for all your repositories" in outcome.err
    assert not (place.home / "hooks").exists()


def test_a_rebase_and_a_merge_go_through(place: Workshop, checkout: Path) -> None:
    """With the guard in place, git's own commits are not held up."""
    guard(place, checkout, "--install")
    place.git("checkout", "-q", "-b", "side")
    (place.root / "a.txt").write_text("side\n")
    place.git("add", "a.txt")
    place.git("commit", "-q", "--no-verify", "-m", "Side")
    place.git("checkout", "-q", "main")
    (place.root / "b.txt").write_text("main\n")
    place.git("add", "b.txt")
    place.git("commit", "-q", "--no-verify", "-m", "Main")
    place.git("merge", "-q", "--no-commit", "side")
    place.git("commit", "-q", "--no-edit")
    place.git("checkout", "-q", "side")
    place.git("rebase", "-q", "main")
    assert place.git("log", "--format=%s", "-1", "main").startswith("Merge branch")


def test_without_git_it_says_so(workshop: Workshop) -> None:
    """There is no hook to install."""
    outcome = workshop.session("guard", "--install")
    assert outcome.code == 1
    assert "not in a git work tree" in outcome.err
    assert workshop.session("guard", "--install", "--uninstall").code == 2
