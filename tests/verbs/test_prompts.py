"""Prompts have IDs of their own: `view --prompts` lists them, `view ID` says what was asked and done there."""

from __future__ import annotations

import pytest
from events.talk import Talk
from workshop import Workshop

from session_journal import open_store, timestamps

FIRST = "The sweeper pays twice. Find out why."


@pytest.fixture
def talk(worktree: Workshop) -> Talk:
    """Return a conversation in which three things were asked, and work was done for each."""
    talk = Talk(worktree)
    talk.starts()
    talk.asks(FIRST)
    talk.says("Root cause: the lock is taken after the check.")
    talk.runs("pytest -q", "FAILED tests/test_a.py::test_one - AssertionError", failed=True)
    talk.asks("Fix it, and never touch the wallet's API.")
    talk.writes("sweep.py")
    talk.writes("lock.py")
    talk.runs("pytest -q tests/test_lock.py", "1 passed")
    talk.asks("Write the changelog.")
    talk.writes("CHANGELOG.md")
    return talk


def listed(place: Workshop, *words: str) -> list[str]:
    """Return the IDs of a session's prompts."""
    return [prompt["id"] for prompt in place.session("view", "--prompts", "--json", *words).data["prompts"]]


def stamp(place: Workshop) -> str:
    """Return what all IDs of the one open session begin with."""
    return "S" + timestamps.to_second(place.value.created).translate(str.maketrans("", "", "-T:Z"))


def test_every_prompt_has_an_id(worktree: Workshop, talk: Talk) -> None:
    """The session's start, the number and the prompt's time of day make it."""
    talk.ends()
    out = worktree.ok("view", "--prompts")
    rows = worktree.session("view", "--prompts", "--json").data["prompts"]
    assert [row["number"] for row in rows] == [1, 2, 3]
    for row in rows:
        clock = row["at"][11:19].replace(":", "")
        assert row["id"] == f"{stamp(worktree)}-P{row['number']}-{clock}"
        assert f"- {row['id']}: {row['text']}\n" in out
    assert rows[0]["text"] == FIRST


def test_an_id_says_what_was_asked_and_done_there(worktree: Workshop, talk: Talk) -> None:
    """Its files, runs and findings are those between this prompt and the next."""
    talk.ends()
    first, second, third = listed(worktree)
    out = worktree.ok("view", first)
    assert out.startswith(f"{first} of fix-sweep-bug ({worktree.value.tracking_id})\n")
    assert FIRST in out
    assert "- `pytest -q` failed" in out
    assert "Root cause: the lock is taken after the check." in out
    assert "sweep.py" not in out
    out = worktree.ok("view", second)
    assert "## Files\n- sweep.py\n- lock.py\n" in out
    assert "- `pytest -q tests/test_lock.py` passed" in out
    assert "CHANGELOG" not in out
    assert worktree.session("view", third, "--json").data["files"] == ["CHANGELOG.md"]


def test_commits_and_entries_of_the_time_belong_to_it(worktree: Workshop, talk: Talk) -> None:
    """What was recorded and committed between two prompts is shown with the first of them, and with no other."""
    talk.ends()
    rows = worktree.session("view", "--prompts", "--json").data["prompts"]
    at = (timestamps.parse(rows[1]["at"]) or 0) + 1
    worktree.git("config", "user.name", "A")
    worktree.git("config", "user.email", "a@b")
    worktree.run("log", "Took the lock first", present=at)
    (worktree.root / "sweep.py").write_text("x\n")
    worktree.git("add", "sweep.py")
    worktree.run("commit", message="Lock before the check", present=at)
    done = worktree.session("view", rows[1]["id"], "--json").data
    head = worktree.git("rev-parse", "--short=7", "HEAD")
    assert done["commits"] == [{"commit": head, "subject": "Lock before the check"}]
    assert [entry["text"] for entry in done["entries"]] == ["Took the lock first"]
    assert f"## Commits\n- {head} Lock before the check" in worktree.ok("view", rows[1]["id"])
    assert worktree.session("view", rows[0]["id"], "--json").data["entries"] == []


def test_a_beginning_that_no_other_shares_is_enough(worktree: Workshop, talk: Talk) -> None:
    """`…-P1` is the first prompt though there is a tenth; letter case does not matter; others are refused."""
    for number in range(4, 12):
        talk.asks(f"And now number {number}, please.")
    talk.ends()
    ids = listed(worktree)
    assert len(ids) == 11
    assert worktree.ok("view", f"{stamp(worktree)}-P1").startswith(ids[0])
    assert worktree.ok("view", ids[9][:-3].lower()).startswith(ids[9])
    for wrong in (f"{stamp(worktree)}-P12", "S19990101000000-P1", f"{stamp(worktree)}-P1-999999"):
        outcome = worktree.session("view", wrong)
        assert outcome.code == 1
        assert wrong in outcome.err


def test_a_prompt_finds_its_session_among_all(worktree: Workshop, talk: Talk) -> None:
    """An ended and archived session's prompts are found from another session."""
    talk.ends()
    first = listed(worktree)[0]
    worktree.ok("close", "--complete")
    worktree.ok("archive", "--before", "2999-01-01")
    worktree.ok("init", "other")
    assert "of fix-sweep-bug (" in worktree.ok("view", first)


def test_a_conversation_that_runs_shows_its_prompts_too(worktree: Workshop, talk: Talk) -> None:
    """What was not recorded yet is read from the transcript, says so, and keeps its ID when it is."""
    worktree.run("resume", "fix-sweep-bug", conversation="c1")
    entries = worktree.entries()
    before = listed(worktree)
    assert len(before) == 3
    assert "(not recorded yet)" in worktree.ok("view", "--prompts")
    assert "## Files\n- sweep.py\n- lock.py" in worktree.ok("view", before[1])
    assert worktree.entries() == entries
    talk.ends()
    assert listed(worktree) == before
    assert "(not recorded yet)" not in worktree.ok("view", "--prompts")


def test_files_written_after_a_compaction_belong_to_the_prompt_before_it(worktree: Workshop, talk: Talk) -> None:
    """A compaction in the middle of the work parts no prompt from what is done for it."""
    talk.compacts()
    talk.writes("README.md")
    talk.asks("And a last thing.")
    talk.ends()
    third = listed(worktree)[2]
    assert worktree.session("view", third, "--json").data["files"] == ["CHANGELOG.md", "README.md"]


def test_a_long_conversation_loses_no_prompt(worktree: Workshop) -> None:
    """More prompts than the record of the whole has room for, at once and in pieces, are all there."""
    talk = Talk(worktree)
    talk.starts()
    for number in range(1, 131):
        talk.asks(f"Please do thing number {number} now.")
        talk.writes(f"file{number}.py")
        if number == 100:
            talk.compacts()
    talk.ends()
    rows = worktree.session("view", "--prompts", "--json").data["prompts"]
    assert [row["text"] for row in rows] == [f"Please do thing number {n} now." for n in range(1, 131)]
    assert [row["number"] for row in rows] == list(range(1, 131))
    assert rows[39]["files"] == ["file40.py"]
    assert len(worktree.text) < 40_000


def test_a_program_gets_them_too(worktree: Workshop, talk: Talk) -> None:
    """The Python interface gives the same IDs, and archives by the same words."""
    talk.ends()
    store = open_store(worktree.root)
    handle = store.find("fix-sweep-bug")
    assert [asked.id for asked in handle.prompts()] == listed(worktree)
    assert handle.prompts()[1].files == ("sweep.py", "lock.py")
    handle.close()
    assert store.archive("30d") == []
    assert store.archive("2999-01-01") == ["fix-sweep-bug"]
    assert len(handle.prompts()) == 3


def test_a_session_without_prompts_says_so(worktree: Workshop) -> None:
    """Nothing was captured: an empty list, not a failure."""
    assert worktree.ok("view", "--prompts") == "## Prompts\n- None currently\n"
    assert listed(worktree) == []


def test_hostile_words_in_a_prompt_show_as_text(worktree: Workshop) -> None:
    """Escape sequences and secrets in what was asked do not reach the terminal."""
    talk = Talk(worktree)
    talk.starts()
    talk.asks("Use \x1b[31mAKIAIOSFODNN7EXAMPLE\x1b[0m and password=hunter2hunter2 please \u202e")
    talk.ends()
    out = worktree.ok("view", listed(worktree)[0])
    assert "\x1b" not in out
    assert "AKIAIOSFODNN7EXAMPLE" not in out
