"""Sessions are private until somebody decides to share them, having seen what that shows."""

from __future__ import annotations

import os
import pty
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from examining import found, kinds
from workshop import Workshop

from session_journal.errors import WrongCall

NEVER = (".state", "messages")


@pytest.fixture(params=[0o022, 0o077, 0o002, 0o000], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Set a person's umask for a test."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def modes_of(folder: Path) -> dict[str, int]:
    """Return the permissions of everything below a folder, by path; folders end in a slash."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder)) + ("/" if path.is_dir() else "")
        found[name] = stat.S_IMODE(path.lstat().st_mode)
    return found


def write_everything(workshop: Workshop) -> None:
    """Have a file of every kind written, as verbs and hooks do."""
    workshop.starts()
    workshop.run("log", progress="Looked", decision="Lock", rationale="Simple", conversation="c1")
    workshop.run("learn", "Lock first", why="Races", impact="None left")
    workshop.run("send", "hello", to="all")
    workshop.run("checkpoint", tldr="Here")
    workshop.run("journal")
    workshop.compacts()
    workshop.hook("post_compact", {"session_id": "c1", "compact_summary": "## Decisions\n- Keep the lock"})
    workshop.hook("session_end", {"session_id": "c1", "reason": "clear"})
    workshop.run("init", "other", goal="Something else")
    workshop.run("close", "other", complete="")
    workshop.run("archive", before="2999-01-01")
    workshop.run("export", "fix-sweep-bug", to=str(workshop.root / "out"))


def test_what_is_made_is_the_persons_alone(repository: Workshop, umask: int) -> None:
    """Files 0600 and folders 0700 whatever the umask: documents, journals, state, knowledge, messages, exports."""
    repository.ok("init", "fix-sweep-bug", "--goal", "Fix it", conversation="c1")
    write_everything(repository)
    found = {**modes_of(repository.sessions), ".sessions/": stat.S_IMODE(repository.sessions.stat().st_mode)}
    found |= {f"out/{name}": mode for name, mode in modes_of(repository.root / "out").items()}
    found |= {f"~/{name}": mode for name, mode in modes_of(repository.home).items()}
    assert {name.partition("/")[0] for name in found} >= {
        "active",
        "archive",
        "journal",
        "knowledge",
        "messages",
        "out",
    }
    wrong = {name: oct(mode) for name, mode in found.items() if mode != (0o700 if name.endswith("/") else 0o600)}
    assert wrong == {}, oct(umask)


def test_what_is_made_in_a_shared_store_is_as_the_umask_says(repository: Workshop, umask: int) -> None:
    """Shared sessions are made with the person's umask; this machine's own part stays closed."""
    repository.ok("init", "fix-sweep-bug", "--goal", "Fix it", "--shared", conversation="c1")
    write_everything(repository)
    wrong = {}
    for name, mode in modes_of(repository.sessions).items():
        closed = name.startswith(NEVER)
        wanted = (
            (0o700 if closed else 0o777 & ~umask) if name.endswith("/") else 0o600 if closed else 0o666 & ~umask
        )
        if mode != wanted:
            wrong[name] = oct(mode)
    assert wrong == {}, oct(umask)


def test_a_file_keeps_the_mode_that_it_has(worktree: Workshop) -> None:
    """Turning sharing on or off changes no mode of what is there, and a later write keeps it."""
    worktree.path.chmod(0o640)
    worktree.run("init", shared="", yes="")
    worktree.run("log", progress="Looked")
    assert stat.S_IMODE(worktree.path.stat().st_mode) == 0o640
    worktree.run("init", private="")
    worktree.run("log", progress="Looked again")
    assert stat.S_IMODE(worktree.path.stat().st_mode) == 0o640


def seen_by_git(workshop: Workshop) -> list[str]:
    """Return the files of `.sessions` that git would take."""
    (workshop.root / ".gitignore").write_text("")
    output = workshop.git("ls-files", "--others", "--exclude-standard", "--", ".sessions")
    return sorted(output.splitlines())


def test_sharing_lists_exactly_what_git_would_take(worktree: Workshop) -> None:
    """Nothing is shared before a yes; the list holds every file that git then takes, and no other."""
    write_everything(worktree)
    (worktree.sessions / "config.yaml").write_text("capture: true\n")
    (worktree.sessions / "active" / "ümlaut \x1b[31m.md").write_text("no session")
    (worktree.sessions / "link").symlink_to("/etc")
    assert seen_by_git(worktree) == []
    reply = worktree.run("init", shared="")
    assert "Nothing is shared yet" in reply.text
    assert reply.ask
    assert seen_by_git(worktree) == []
    listed = {f'"{p}"' if not p.isascii() else p for p in reply.data["files"]}
    worktree.run("init", shared="", yes="")
    taken = worktree.git(
        "-c", "core.quotePath=false", "ls-files", "-z", "-o", "--exclude-standard", "--", ".sessions"
    )
    assert sorted(reply.data["files"]) == sorted(filter(None, taken.split("\0")))
    assert not any(".state" in path or "messages/" in path for path in listed)
    document = worktree.path if len(list((worktree.sessions / "active").glob("fix*.md"))) > 1 else None
    assert document is None
    counts = {one["key"]: one["entries"] for one in reply.data["journals"]}
    on_disk = {p.parent.name: len(list(p.iterdir())) for p in worktree.sessions.glob("journal/*/entries")}
    assert counts == on_disk
    assert "entries" in reply.text
    assert "1 summary" in reply.text
    assert "knowledge/learnings.md" in reply.text


@pytest.mark.parametrize("rules", ["*\n", ".state/\n"])
def test_what_was_put_aside_is_said_and_never_shared(worktree: Workshop, tmp_path: Path, rules: str) -> None:
    """A copied project's state is put aside with a word, stays closed, and git takes nothing of it."""
    write_everything(worktree)
    (worktree.sessions / ".gitignore").write_text(rules)
    copy = Workshop(tmp_path / "copy")
    shutil.copytree(worktree.root, copy.root, dirs_exist_ok=True, symlinks=True)
    shutil.rmtree(copy.root / ".git")
    copy.git("init", "-q", "-b", "main")
    (copy.root / ".gitignore").write_text("")
    assert "was put aside as .sessions/.state-from-elsewhere" in copy.ok("resume", "fix-sweep-bug")
    assert "put aside" in found(copy, "put-aside").text
    listed = copy.ok("init", "--shared", "--json")
    copy.ok("init", "--shared", "--yes")
    copy.git("add", "-A")
    assert "elsewhere" not in listed + copy.git("ls-files")
    assert "state-visible" not in kinds(copy) or rules == ".state/\n"
    assert ".sessions/.state" not in copy.git("ls-files")


def test_there_is_a_way_back(worktree: Workshop) -> None:
    """Private again: git ignores everything, is told to forget what it has, and the person's own rules stay."""
    worktree.run("init", shared="", yes="")
    ignore = worktree.sessions / ".gitignore"
    ignore.write_text(ignore.read_text() + "drafts-*\n")
    (worktree.root / ".gitignore").write_text("")
    worktree.git("add", ".sessions")
    text = worktree.run("init", private="").text
    assert "git rm -r --cached .sessions" in text
    assert ignore.read_text() == "drafts-*\n*\n"
    assert not worktree.run("init", private="").text.startswith("The sessions are private:")
    worktree.run("init", shared="", yes="")
    assert ignore.read_text() == "drafts-*\n.state*/\n"


def test_another_rule_that_keeps_them_out_is_named(worktree: Workshop) -> None:
    """Where the project's own .gitignore names `.sessions/`, sharing says that it changes nothing yet."""
    assert "another .gitignore" in worktree.run("init", shared="", yes="").text


def test_a_new_store_can_be_shared_from_its_beginning(repository: Workshop) -> None:
    """`init NAME --shared` starts the session and shares the store; nothing was there to be shown."""
    text = repository.run("init", "first", goal="Go", shared="").text
    assert "Session first" in text
    assert "can be committed" in text
    assert (repository.sessions / ".gitignore").read_text().endswith("\n.state*/\n")
    assert "can be committed" in repository.run("init", "second", goal="Go on").text


def test_a_session_is_not_started_before_the_answer(worktree: Workshop) -> None:
    """With a name and `--shared` in a store that has sessions, nothing happens until it is confirmed."""
    reply = worktree.run("init", "second", goal="Go on", shared="")
    assert reply.ask
    assert len(list((worktree.sessions / "active").glob("*.md"))) == 1
    assert "Session second" in worktree.run("init", "second", goal="Go on", shared="", yes="").text


@pytest.mark.parametrize("given", [{"shared": "", "private": ""}, {"yes": ""}, {"private": "", "yes": ""}])
def test_words_that_do_not_go_together_are_refused(worktree: Workshop, given: dict[str, str]) -> None:
    """Both at once, or a yes to nothing, is a wrong call."""
    with pytest.raises(WrongCall):
        worktree.run("init", words=given)


@pytest.mark.parametrize(("answer", "shared"), [(b"y\n", True), (b"n\n", False), (b"\x04", False)])
def test_a_terminal_is_asked(worktree: Workshop, answer: bytes, shared: bool) -> None:
    """At a terminal the list is followed by a question; without one, nothing is shared without `--yes`."""
    assert "Nothing is shared yet" in worktree.ok("init", "--shared")
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "session_journal", "init", "--shared"]
    with subprocess.Popen(
        command, cwd=worktree.root, env=worktree.environ(), stdin=child, stdout=child, stderr=child
    ) as process:
        os.close(child)
        told = b""
        try:
            while chunk := os.read(parent, 4096):
                told += chunk
                if b"[y/N]" in told and answer:
                    os.write(parent, answer)
                    answer = b""
        except OSError:  # the terminal is gone with the program
            pass
        process.wait(60)
    os.close(parent)
    assert b"Share all of this? [y/N]" in told
    assert worktree.project().store.is_shared == shared


def test_typed_in_the_client_it_lists_and_says_how(worktree: Workshop) -> None:
    """A typed `/session-init --shared` shows the list to agent and person and shares nothing."""
    told = worktree.types("/session-init --shared")
    assert "/session-init --shared --yes" in told.context
    assert not worktree.project().store.is_shared
    assert "can be committed" in worktree.types("/session-init --shared --yes").context
    assert worktree.project().store.is_shared
