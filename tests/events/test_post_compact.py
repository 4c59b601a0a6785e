"""PostCompact: the client's summary is kept, and what it says is filed, each thing once."""

from __future__ import annotations

import pytest
from workshop import Workshop

from .talk import Talk, work

BLOCK = """<analysis>Long thoughts.</analysis>
<summary>
1. Primary Request and Intent:
   Mend the sweeper.

```session-journal
tldr: {tldr}
decisions:
  - decision: Lock before the check
    rationale: A queue would need a new dependency
discoveries:
  - The lock was taken after the check
blockers:
  - The wallet team has to agree to the timeout
next:
  - Let test_pays_once wait
```
</summary>"""
TLDR = "The lock comes first now; one test is left."


@pytest.fixture
def talk(worktree: Workshop) -> Talk:
    """Return a conversation that is about to be compacted."""
    talk = Talk(worktree)
    talk.starts()
    work(talk)
    talk.compacts()
    return talk


def again(talk: Talk, tldr: str) -> None:
    """Compact once more."""
    talk.compacts()
    talk.summarised(BLOCK.format(tldr=tldr))


def test_each_item_is_filed_in_its_section(worktree: Workshop, talk: Talk) -> None:
    """The block's items are entries of their kinds and stand in the document; the person is told how many."""
    reply = talk.summarised(BLOCK.format(tldr=TLDR))
    value = worktree.value
    assert [(d.choice, d.rationale) for d in value.decisions] == [
        ("Lock before the check", "A queue would need a new dependency")
    ]
    assert "The lock was taken after the check" in value.discoveries[0]
    assert [blocker.text for blocker in value.blockers] == ["The wallet team has to agree to the timeout"]
    assert list(value.next_steps) == ["Let test_pays_once wait"]
    assert value.tldr == TLDR
    assert worktree.texts("compaction")[-1] == BLOCK.format(tldr=TLDR)
    assert reply.out == "session-journal: kept the summary, 4 new items from it"


def test_the_same_in_three_compactions_is_filed_once(worktree: Workshop, talk: Talk) -> None:
    """The compactor repeats itself, with other letters and dots: the document has each thing once."""
    talk.summarised(BLOCK.format(tldr=TLDR))
    again(talk, TLDR)
    talk.compacts()
    talk.summarised(BLOCK.format(tldr=TLDR).replace("the check", "the CHECK!").replace("agree to", "agree  to"))
    kinds = [entry.kind for entry in worktree.entries("decision", "discovery", "blocker", "next")]
    assert kinds == ["decision", "discovery", "blocker", "next"]
    assert worktree.value.compaction_count == 3


def test_what_was_logged_is_not_filed_again(worktree: Workshop, talk: Talk) -> None:
    """What a person logged in the same words stays theirs alone."""
    worktree.run("log", decision="Lock before the check", rationale="Smallest change")
    worktree.run("log", blocker="The wallet team has to agree to the timeout.")
    talk.summarised(BLOCK.format(tldr=TLDR))
    assert [d.rationale for d in worktree.value.decisions] == ["Smallest change"]
    assert len(worktree.value.blockers) == 1


def test_what_was_resolved_does_not_come_back(worktree: Workshop, talk: Talk) -> None:
    """A blocker that was resolved and a step that is done are named by a later summary: they stay as they are."""
    talk.summarised(BLOCK.format(tldr=TLDR))
    worktree.run("log", unblock="wallet team")
    worktree.run("log", done="Let test_pays_once wait")
    again(talk, TLDR)
    assert worktree.value.blockers == ()
    assert worktree.value.next_steps == ()


def test_a_tldr_that_a_person_wrote_stays(worktree: Workshop, talk: Talk) -> None:
    """Edited by hand, it keeps the person's words; the summary's stand below, and the next ones replace those."""
    talk.summarised(BLOCK.format(tldr=TLDR))
    worktree.text = worktree.text.replace(TLDR, "My own words.\n\nMore of them.")
    again(talk, "A second state.")
    assert worktree.value.tldr.startswith("My own words.\n\nMore of them.\n\n")
    assert "A second state." in worktree.value.tldr
    again(talk, "A third state.")
    assert worktree.value.tldr.startswith("My own words.\n\nMore of them.\n\n")
    assert worktree.value.tldr.count("state.") == 1
    assert "A third state." in worktree.value.tldr


def test_a_tldr_that_a_checkpoint_wrote_is_followed_by_the_summarys(worktree: Workshop, talk: Talk) -> None:
    """What was written with `checkpoint --tldr` is older than the summary, which takes its place."""
    worktree.run("checkpoint", tldr="Half done.")
    talk.summarised(BLOCK.format(tldr=TLDR))
    assert worktree.value.tldr == TLDR


@pytest.mark.parametrize(
    "summary",
    [
        "",
        "   \n",
        "<summary></summary>",
        "```session-journal",
        "```session-journal\n: : :\n  - [\n```",
        "<summary>```session-journal\nnext:\n- &a *a\n- !!python/object:os.system x\n```</summary>",
        "\0\x1b[31m\u202e" * 100,
        "[" * 100_000,
        "a: " * 200_000,
        "---\n" * 1000,
    ],
    ids=["empty", "blank", "tags", "open", "broken", "yaml tricks", "controls", "deep", "huge", "rules"],
)
def test_any_summary_does_no_harm(worktree: Workshop, talk: Talk, summary: str) -> None:
    """Whatever the compactor says, the hook ends well and the session can still be read and written."""
    talk.summarised(summary)
    worktree.run("log", progress="Went on")
    assert [note.text for note in worktree.value.notes] == ["Went on"]
    assert worktree.value.compaction_count == 1


def test_a_broken_block_is_kept_whole(worktree: Workshop, talk: Talk) -> None:
    """What cannot be read as YAML is read line by line; the summary is in the journal as it came."""
    broken = '```session-journal\ndecisions:\n  - "Lock: first", because: it works\nnext:\n\t* Wait: for it\n```'
    talk.summarised(broken)
    assert worktree.texts("compaction")[-1] == broken
    assert list(worktree.value.next_steps) == ["Wait: for it"]


def test_without_a_session_nothing_is_written(repository: Workshop) -> None:
    """A summary arrives where no session is open: nothing is said and nothing is made."""
    repository.sessions.mkdir()
    talk = Talk(repository)
    reply = talk.hook("post_compact", trigger="manual", compact_summary=BLOCK.format(tldr=TLDR))
    assert reply.out == ""
    assert list(repository.sessions.iterdir()) == []
