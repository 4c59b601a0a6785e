"""`session commit --squash`: the session's own wip commits become one, and nothing else is touched."""

from __future__ import annotations

import pytest
from workshop import Outcome, Workshop

from session_journal import squash, trailers
from session_journal.errors import Refused


@pytest.fixture
def place(worktree: Workshop) -> Workshop:
    """Return a repository with a session, one commit and two wip commits of the session on top."""
    worktree.git("config", "user.name", "A")
    worktree.git("config", "user.email", "a@b")
    worktree.commits()
    wip(worktree, "reproduce it")
    wip(worktree, 'the "fix" for $5 `now`')
    return worktree


def wip(place: Workshop, text: str, name: str = "a.txt") -> str:
    """Change a file, commit it as work in progress and return the commit."""
    (place.root / name).write_text(text)
    place.git("add", name)
    place.ok("commit", "--wip", "-m", text)
    return place.git("rev-parse", "HEAD")


def refs(place: Workshop) -> str:
    """Return all references with where they stand."""
    return place.git("for-each-ref") + place.git("rev-parse", "HEAD")


def refused(place: Workshop, *words: str) -> str:
    """Squash, which must be refused and change nothing; return what was said."""
    before = refs(place), place.git("status", "--porcelain")
    outcome: Outcome = place.session("commit", "--squash", "--yes", *words)
    assert outcome.code == 1
    assert (refs(place), place.git("status", "--porcelain")) == before
    return outcome.err


def test_the_plan_comes_first(place: Workshop) -> None:
    """Without --yes it says which commits become one, and by which message, and changes nothing."""
    before = refs(place)
    out = place.ok("commit", "--squash")
    assert refs(place) == before
    head, below = place.git("rev-parse", "--short=7", "HEAD"), place.git("rev-parse", "--short=7", "HEAD~2")
    assert out.startswith("2 wip commits of fix-sweep-bug would become one:\n")
    assert f'  {head} wip: the "fix" for $5 `now`\n' in out
    assert f"by A <a@b>, {place.git('log', '-1', '--format=%aI', 'HEAD~1')}, on {below}, saying:\n" in out
    assert "  Fix the race in the sweeper\n" in out
    assert "Nothing was changed." in out


def test_the_wip_commits_become_one(place: Workshop) -> None:
    """One commit with the same tree stands on the one below them, with the first one's author and date."""
    tree, below = place.git("rev-parse", "HEAD^{tree}"), place.git("rev-parse", "HEAD~2")
    first = place.git("log", "-1", "--format=%an %ae %aI", "HEAD~1")
    place.ok("commit", "--squash", "--yes")
    assert place.git("log", "-1", "--format=%T %P") == f"{tree} {below}"
    assert place.git("log", "-1", "--format=%an %ae %aI") == first
    assert place.git("log", "-1", "--format=%B") == (
        f'Fix the race in the sweeper\n\n- reproduce it\n- the "fix" for $5 `now`\n\n{trailers.of(place.value)}'
    )
    assert place.git("symbolic-ref", "HEAD") == "refs/heads/main"
    assert place.git("status", "--porcelain") == ""
    assert place.entries("commit")[-1].field("sha") == place.git("rev-parse", "HEAD")


def test_what_it_says_undoes_it(place: Workshop) -> None:
    """The command that is named brings everything back as it was."""
    before = place.git("rev-parse", "HEAD")
    data = place.session("commit", "--squash", "--yes", "--json").data
    assert place.git("rev-parse", data["backup"]) == before
    assert data["backup"].startswith(f"refs/session-journal/backup/{place.value.key}-")
    place.git(*data["undo"].split()[1:])
    assert place.git("rev-parse", "HEAD") == before
    assert place.git("status", "--porcelain") == ""
    place.ok("commit", "--squash", "--yes")
    assert len(place.git("for-each-ref", "refs/session-journal").split("\n")) == 2


def test_the_message_can_be_given(place: Workshop) -> None:
    """With -m the new message is as typed, `#` lines too, and who took part stays named."""
    wip(place, "with help\n\nCo-authored-by: B <b@c>")
    place.ok("commit", "--squash", "-m", "Fix it\n\n# 1. the cause", "--yes")
    own = trailers.of(place.value)
    assert place.git("log", "-1", "--format=%B") == f"Fix it\n\n# 1. the cause\n\nCo-authored-by: B <b@c>\n{own}"


def test_one_wip_commit_loses_its_mark(place: Workshop) -> None:
    """A single wip commit keeps what it said, without `wip: `; on the first commit of all it works too."""
    place.git("checkout", "-q", "--orphan", "fresh")
    place.ok("commit", "--wip", "-m", "all anew")
    place.ok("commit", "--squash", "--yes")
    assert place.git("log", "-1", "--format=%P|%s") == "|all anew"


def test_pushed_commits_stay(place: Workshop) -> None:
    """What a remote-tracking branch reaches is refused, also when only the older one is pushed."""
    place.git("update-ref", "refs/remotes/origin/main", "HEAD~1")
    assert "is pushed already (origin/main)" in refused(place)


def test_commits_that_do_not_stand_alone_stay(place: Workshop) -> None:
    """A commit above or between them is named and refused, be it the session's own or another's."""
    other = place.commits("b.txt")
    assert f"do not stand alone on top: {other} Write b.txt" in refused(place)
    wip(place, "more")
    assert f"{other} Write b.txt is no wip commit" in refused(place)


def test_wip_commits_of_another_session_stay(place: Workshop) -> None:
    """A wip commit of another session among them is another's."""
    place.ok("pause")
    place.ok("init", "other")
    alien = wip(place, "not mine")
    place.ok("pause")
    place.ok("resume", "fix-sweep-bug")
    assert f"{alien[:7]} wip: not mine is no wip commit of it" in refused(place, "--session", "fix-sweep-bug")


def test_commits_of_several_people_stay(place: Workshop) -> None:
    """The work of two people is not put under the name of one."""
    place.git("config", "user.email", "c@d")
    wip(place, "by somebody else")
    assert "by several people (a@b, c@d)" in refused(place)


def test_a_merge_among_them_stays(place: Workshop) -> None:
    """Merges are not flattened."""
    place.git("checkout", "-q", "-b", "side", "HEAD~1")
    place.commits("side.txt")
    place.git("checkout", "-q", "main")
    place.git("merge", "-q", "--no-edit", "side")
    wip(place, "after the merge")
    assert "There is a merge among the wip commits" in refused(place)


@pytest.mark.parametrize("staged", [True, False])
def test_a_dirty_tree_is_refused(place: Workshop, staged: bool) -> None:
    """Changes of tracked files, staged or not, are to be put in safety first; new files are in nobody's way."""
    (place.root / "new.txt").write_text("n\n")
    (place.root / "a.txt").write_text("dirty\n")
    if staged:
        place.git("add", "a.txt")
    assert "These files differ from the last commit: a.txt" in refused(place)
    place.git("checkout", "-q", "HEAD", "a.txt")
    place.ok("commit", "--squash", "--yes")


def test_in_the_middle_of_something_it_is_refused(place: Workshop) -> None:
    """A cherry-pick under way is finished first."""
    (place.root / ".git" / "CHERRY_PICK_HEAD").write_text(place.git("rev-parse", "HEAD") + "\n")
    assert "in the middle of a cherry-pick" in refused(place)


def test_without_wip_commits_it_says_so(worktree: Workshop) -> None:
    """There is nothing to squash."""
    assert "There is no wip commit of fix-sweep-bug here" in worktree.session("commit", "--squash").err


def test_a_head_that_moved_meanwhile_is_left_alone(place: Workshop) -> None:
    """Between plan and deed somebody commits: the branch stays where they put it, and the backup is there."""
    root, present = str(place.root), place.project().present
    planned = squash.plan(root, place.value)
    place.git("config", "user.useConfigOnly", "false")
    moved = place.commits("b.txt")
    with pytest.raises(Refused, match="update-ref failed"):
        squash.carry_out(root, place.value, planned, present)
    assert place.git("rev-parse", "--short=7", "HEAD") == moved
    assert place.git("log", "-1", "--format=%s", "refs/session-journal/backup/" + backup(place)).startswith(
        "wip: "
    )


def backup(place: Workshop) -> str:
    """Return the name of the one backup."""
    return place.git("for-each-ref", "--format=%(refname)", "refs/session-journal").rsplit("/", 1)[1]


@pytest.mark.parametrize("ref", ["refs/session-journal", "refs/heads/main"])
@pytest.mark.parametrize("victim", ["us", "git"])
def test_a_crash_in_the_middle_loses_nothing(place: Workshop, ref: str, victim: str) -> None:
    """Whoever is killed, and wherever: the old commits are on the branch or named by the backup."""
    old, tree = place.git("rev-parse", "HEAD", "HEAD^{tree}").split()
    hook = place.root / ".git" / "hooks" / "reference-transaction"
    who = "$(ps -o ppid= -p $PPID)" if victim == "us" else "$PPID"
    hook.write_text(f'#!/bin/sh\n[ "$1" = prepared ] && grep -q {ref} && kill -9 {who}\nexit 0\n')
    hook.chmod(0o755)
    assert place.session("commit", "--squash", "--yes").code != 0
    hook.unlink()
    head = place.git("rev-parse", "HEAD")
    assert head == old or place.git("for-each-ref", "--format=%(objectname)", "refs/session-journal") == old
    assert place.git("rev-parse", "HEAD^{tree}") == tree
    assert place.git("status", "--porcelain") == ""
    for lock in (place.root / ".git").rglob("*.lock"):  # git's own, where git was killed
        lock.unlink()
    if head == old:
        place.ok("commit", "--squash", "--yes")
