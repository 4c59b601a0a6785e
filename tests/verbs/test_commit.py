"""`session commit`: the person's own commit, its message as typed, the session in its trailers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hostile import NAMED
from workshop import Workshop

from session_journal import trailers
from session_journal.errors import Refused, WrongCall


@pytest.fixture
def place(worktree: Workshop) -> Workshop:
    """Return a repository with a session, a file and somebody to commit."""
    worktree.git("config", "user.name", "A")
    worktree.git("config", "user.email", "a@b")
    worktree.commits()
    return worktree


def changes(place: Workshop, text: str, name: str = "a.txt") -> None:
    """Change a file and stage it."""
    (place.root / name).write_text(text)
    place.git("add", name)


def message(place: Workshop, commit: str = "HEAD") -> str:
    """Return a commit's message, byte for byte."""
    command = ["git", "cat-file", "commit", commit]
    printed = subprocess.run(command, cwd=place.root, env=place.environ(), capture_output=True, check=True).stdout
    return printed.partition(b"\n\n")[2].decode()


def session_trailer(place: Workshop) -> str:
    """Return what git itself finds in the trailer of the head."""
    return place.git("log", "-1", "--format=%(trailers:key=Session,valueonly)")


def test_what_is_staged_is_committed_with_the_session_in_the_trailers(place: Workshop) -> None:
    """The commit names the session, the journal names the commit, and what was not staged stays out."""
    changes(place, "b\n")
    (place.root / ".gitignore").write_text(".sessions/\nx\n")
    out = place.ok("commit", "-m", "Hold the lock while checking")
    head = place.git("rev-parse", "HEAD")
    value = place.value
    assert session_trailer(place) == f"fix-sweep-bug ({value.tracking_id})"
    assert out.startswith(f"Committed {head[:7]} Hold the lock while checking (1 file)\n")
    (entry,) = place.entries("commit")
    assert (entry.text, entry.field("sha"), entry.field_list("files")) == (
        "Hold the lock while checking",
        head,
        ["a.txt"],
    )
    assert place.git("diff", "--name-only") == ".gitignore"


def test_any_message_arrives_as_it_was_typed(place: Workshop) -> None:
    """Quotes, dollars, newlines, `#` lines, rules, trailers and scripts of all kinds stay as they are."""
    for number, text in enumerate(NAMED.values()):
        changes(place, f"{number}\n")
        place.run("commit", message=text)
        kept = text.strip("\r\n").replace("\r\n", "\n")
        assert message(place).startswith(kept + "\n")
        assert message(place)[len(kept) :].strip("\n") == trailers.of(place.value)
        assert session_trailer(place) == trailers.of(place.value).removeprefix("Session: ")


def test_a_message_comes_through_the_shell_as_well(place: Workshop) -> None:
    """What a process hands over, and what stands on standard input, is not touched either."""
    text = 'It\'s "quoted" $HOME `id` $(id)\n\n# not a comment\n  indented  \n\n\n\nend \\'
    changes(place, "b\n")
    place.ok("commit", "-m", text)
    assert message(place).startswith(text + "\n")
    changes(place, "c\n")
    place.ok("commit", "--message", "-", stdin=text.encode())
    assert message(place).startswith(text + "\n")
    changes(place, "d\n")
    place.ok("commit", text)
    assert message(place).startswith(text + "\n")


def test_the_trailer_is_there_once(place: Workshop) -> None:
    """Other trailers stay in one block with ours, and ours is not put there twice."""
    changes(place, "b\n")
    own = trailers.of(place.value)
    place.ok("commit", "-m", f"Fix\n\nWhy.\n\nFixes: #3\n{own}")
    assert message(place) == f"Fix\n\nWhy.\n\nFixes: #3\n{own}\n"
    changes(place, "c\n")
    place.ok("commit", "-m", "Fix\n\nSigned-off-by: A <a@b>")
    assert message(place) == f"Fix\n\nSigned-off-by: A <a@b>\n{own}\n"


def test_with_nothing_staged_it_says_so(place: Workshop) -> None:
    """Nothing is committed, nothing recorded, and the way on is told."""
    (place.root / "a.txt").write_text("b\n")
    outcome = place.session("commit", "-m", "x")
    assert outcome.code == 1
    assert "Nothing is staged. 1 tracked file differs: `git add FILE` first" in outcome.err
    assert place.entries("commit") == []
    place.git("checkout", "a.txt")
    assert "Nothing to commit" in place.session("commit", "--all", "-m", "x").err


def test_all_takes_the_tracked_changes_in(place: Workshop) -> None:
    """`--all` stages what git knows, and leaves new files alone."""
    (place.root / "a.txt").write_text("b\n")
    (place.root / "new.txt").write_text("n\n")
    place.ok("commit", "--all", "-m", "x")
    assert place.git("show", "--name-only", "--format=") == "a.txt"


def test_work_in_progress_says_so_in_its_subject(place: Workshop) -> None:
    """`--wip` puts `wip: ` before the message, once."""
    changes(place, "b\n")
    place.ok("commit", "--wip", "-m", "sweeper half done")
    assert message(place).startswith("wip: sweeper half done\n")
    changes(place, "c\n")
    place.ok("commit", "--wip", "-m", "wip: more")
    assert message(place).startswith("wip: more\n")
    assert [entry.field("wip") for entry in place.entries("commit")] == ["yes", "yes"]


def test_the_hooks_of_the_repository_run(place: Workshop) -> None:
    """A hook that refuses is heard, with its words, and nothing is recorded; one that agrees is heard too."""
    hook = place.root / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho 'line 3: too long' >&2\nexit 1\n")
    hook.chmod(0o755)
    changes(place, "b\n")
    outcome = place.session("commit", "-m", "x")
    assert outcome.code == 1
    assert "git did not commit" in outcome.err
    assert "line 3: too long" in outcome.err
    assert place.entries("commit") == []
    hook.write_text("#!/bin/sh\necho 'all fine'\n")
    assert "all fine" in place.ok("commit", "-m", "x")


def test_a_hook_may_log_while_the_commit_is_made(place: Workshop) -> None:
    """No lock is held meanwhile: a hook that writes to the session does not wait for us."""
    hook = place.root / ".git" / "hooks" / "pre-commit"
    environ = " ".join(f"'{k}={v}'" for k, v in place.environ().items())
    hook.write_text(f"#!/bin/sh\nenv -i {environ} {sys.executable} -m session_journal log 'from the hook'\n")
    hook.chmod(0o755)
    changes(place, "b\n")
    place.ok("commit", "-m", "x")
    assert place.texts("progress") == ["from the hook"]


def test_a_merge_is_finished_with_it(place: Workshop) -> None:
    """The end of a merge that changes nothing can be committed."""
    place.git("checkout", "-q", "-b", "side")
    changes(place, "side\n")
    place.git("commit", "-q", "-m", "Side")
    place.git("checkout", "-q", "main")
    changes(place, "main\n")
    place.git("commit", "-q", "-m", "Main")
    place.git("merge", "-q", "--no-commit", "-s", "ours", "side")
    place.ok("commit", "-m", "Merge side")
    assert len(place.git("log", "-1", "--format=%P").split()) == 2


def test_no_command_of_the_configuration_runs_for_the_trailer(place: Workshop) -> None:
    """`trailer.….command`, external diffs and text conversion in a repository's configuration are not run."""
    trap = place.home / "ran"
    for key in ("trailer.session.command", "trailer.sess.cmd", "diff.external", "diff.x.textconv", "core.pager"):
        place.git("config", key, f"touch '{trap}'; echo")
    place.git("config", "trailer.sess.key", "Session")
    (place.root / ".gitattributes").write_text("* diff=x\n")
    changes(place, "b\n")
    place.ok("commit", "-m", "x")
    assert not trap.exists()
    assert session_trailer(place) == trailers.of(place.value).removeprefix("Session: ")


def test_a_commit_needs_a_message_a_session_and_git(place: Workshop, tmp_path: Path) -> None:
    """Each lack is told, with the code of a wrong call or of a refusal."""
    assert place.session("commit").code == 2
    assert place.session("commit", "-m", "a", "b").code == 2
    assert place.session("commit", "--yes", "-m", "b").code == 2
    place.ok("close", "--complete")
    assert "No session is active" in place.session("commit", "-m", "a").err
    bare = Workshop(tmp_path / "other")
    bare.ok("init", "x")
    assert "not in a git work tree" in bare.session("commit", "-m", "a").err


def test_it_can_be_typed_in_the_client(place: Workshop) -> None:
    """A typed line commits with its text as it is, with `-m` and without."""
    place.run("resume", conversation="c1")
    changes(place, "b\n")
    place.types('/session-commit -m It\'s "done", $5 # really')
    assert message(place).startswith('It\'s "done", $5 # really\n')
    changes(place, "c\n")
    place.types("/session-commit --wip half of it")
    assert message(place).startswith("wip: half of it\n")


def test_it_answers_as_json(place: Workshop) -> None:
    """A program reads the commit and its files."""
    changes(place, "b\n")
    data = place.session("commit", "-m", "x\n\ny", "--json").data
    assert data == {
        "session": place.value.id,
        "commit": place.git("rev-parse", "HEAD"),
        "subject": "x",
        "files": ["a.txt"],
        "wip": False,
    }


def test_a_commit_that_cannot_be_recorded_stays_made(place: Workshop) -> None:
    """Where the journal refuses, the commit is made all the same, and both is said."""
    changes(place, "b\n")
    hook = place.root / ".git" / "hooks" / "post-commit"
    hook.write_text("#!/bin/sh\nmv .sessions/active/*.md .sessions/.state/\n")
    hook.chmod(0o755)
    out = place.ok("commit", "-m", "x")
    assert "Note: the commit is made, but the session could not record it" in out


def test_refusals_are_problems_for_programs_too(place: Workshop) -> None:
    """In a process the same refusals are exceptions."""
    with pytest.raises(Refused):
        place.run("commit", message="x")
    with pytest.raises(WrongCall):
        place.run("commit", squash="", wip="")
