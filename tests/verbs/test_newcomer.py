"""What somebody new to it runs into: a document deleted by hand, words that lead nowhere, replies without news."""

from __future__ import annotations

import pytest
from workshop import Workshop

from session_journal.errors import Malformed, Refused
from session_journal.redact import own
from session_journal.verbs import watch


@pytest.mark.parametrize("words", [("list",), ("list", "--all")])
def test_a_deleted_document_is_said_in_lists(workshop: Workshop, words: tuple[str, ...]) -> None:
    """Where a journal has no document, a list points to the doctor, whatever else there is to show."""
    assert "doctor" not in workshop.ok(*words)
    workshop.path.unlink()
    assert "1 session has a journal and no document any more: `session doctor`" in workshop.ok(*words)
    workshop.ok("init", "other", "--goal", "More")
    assert "1 session has a journal" in workshop.ok(*words)
    workshop.session("doctor", "--fix")
    assert "any more" not in workshop.ok(*words)


def test_a_deleted_document_is_said_where_no_session_is_current(workshop: Workshop) -> None:
    """A refusal for want of a session names the way to the one whose document is gone."""
    workshop.path.unlink()
    told = workshop.session("log", "--progress", "x")
    assert told.code == 1
    assert "`session doctor --fix` makes it anew" in told.err


def test_a_number_is_not_given_again_while_a_journal_holds_it(workshop: Workshop) -> None:
    """With the document and the remembered number gone, the next session gets the number after the journal's."""
    workshop.path.unlink()
    (workshop.sessions / ".state/last_number").unlink()
    with pytest.raises(Refused, match="document is gone"):
        workshop.run("init", "third", goal="g", number="1")
    assert "#00002" in workshop.run("init", "second", goal="g").text


def test_several_open_sessions_are_told_apart_by_what_works_there(workshop: Workshop) -> None:
    """A terminal is told of the variable that chooses, and it does; a typed line of the command that binds."""
    workshop.ok("init", "other", "--goal", "More")
    said = workshop.session("log", "--progress", "x").err
    assert "`--session NAME`" in said
    assert "`export SESSION_JOURNAL_CURRENT=NAME`" in said
    assert "resume" not in said
    assert "other" in workshop.ok("log", "--progress", "x", env={"SESSION_JOURNAL_CURRENT": "other"})
    typed = workshop.types("/session-log --progress x", conversation="c5").message
    assert "`/session-resume NAME`" in typed
    assert "export" not in typed


def test_what_was_revoked_is_said_to_be(workshop: Workshop) -> None:
    """`trust` says of a revoked session that it was revoked, until it is taken up again."""
    workshop.ok("trust", "--revoke", "fix-sweep-bug")
    assert "is one that you revoked" in workshop.ok("trust")
    workshop.ok("trust", "fix-sweep-bug")
    assert "revoked" not in workshop.ok("trust")


def test_a_refused_pattern_is_said_to_be_left_out_alone(workshop: Workshop) -> None:
    """The doctor says that the other patterns hold, and names what is wrong: nesting, not what it would mask."""
    (workshop.sessions / "config.yaml").write_text("redact:\n- one: 'abcd-[0-9]{4}'\n- two: '(a+)+'\n")
    said = workshop.session("doctor").out
    assert "repeats what repeats" in said
    assert "it alone is left out, the other patterns hold" in said
    workshop.ok("log", "--progress", "It is abcd-1234 there")
    assert "[redacted: one]" in workshop.text
    with pytest.raises(Malformed, match="could mask nearly everything"):
        own.rules([{"x": "a*"}], "c", [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("item", "strat", "x"), "Did you mean `start`?"),
        (("search", "x", "--kind", "decisions"), "Did you mean `decision`?"),
        (("search", "--", "--force"), "in quotes"),
        (("init", "fix", "parser"), "a text of several words goes in quotes"),
        (("log", "--passed", "3"), "--passed goes with a --test TEXT"),
        (("log", "--rationale", "x"), "--rationale goes with a --decision TEXT"),
        (("set",), "--goal TEXT"),
        (("view", "--entry", "e"), "fits several entries"),
    ],
)
def test_a_slip_brings_the_next_step(workshop: Workshop, words: tuple[str, ...], said: str) -> None:
    """Words that fit nothing are answered with the word or the option that would."""
    workshop.ok("log", "--progress", "One", "--note", "Two")
    outcome = workshop.session(*words)
    assert outcome.code
    assert said in outcome.err


def test_a_typed_option_that_is_none_brings_the_one_meant(workshop: Workshop) -> None:
    """`/session-log --progres` names `--progress` and not all there are; what is far from all brings the list."""
    assert workshop.types("/session-log --progres x").message.endswith(
        "no option --progres. Did you mean `--progress`?"
    )
    assert "Its options: --progress" in workshop.types("/session-log --zzzz x").message


def test_replies_in_the_client_name_its_own_commands(workshop: Workshop) -> None:
    """What a typed command tells the person to do can be typed there."""
    assert "`/session-pause fix-sweep-bug`" in workshop.types("/session-init two --goal g", "c9").message


def test_an_ended_session_names_the_way_on(workshop: Workshop) -> None:
    """Resuming or closing what has ended says how to go on from it."""
    workshop.ok("close", "--complete")
    for words in (("resume", "fix-sweep-bug"), ("close", "fix-sweep-bug", "--complete")):
        assert "`session init NAME --parent fix-sweep-bug`" in workshop.session(*words).err


def test_replies_bring_the_news(workshop: Workshop) -> None:
    """A step that `--current` added is said to be new, a checkpoint shows its TL;DR, in the journal as well."""
    assert "Dance (added, for no step is called so)" in workshop.ok("log", "--current", "Dance")
    assert "added" not in workshop.ok("log", "--current", "Reproduce")
    assert "TL;DR: Half done" in workshop.ok("checkpoint", "--tldr", "Half done")
    assert "Half done" in workshop.ok("view", "--journal")
    workshop.ok("log", "--progress", "Earlier", "--at", "yesterday")
    assert "Earlier (recorded later)" in workshop.ok("summary", "--log")
    assert "Earlier" in workshop.ok("search", "Earlier", "--since", "yesterday")


def test_a_session_that_waits_for_an_answer_is_said_not_to_be_there(workshop: Workshop) -> None:
    """`init NAME --shared` where nobody can be asked says that no session was started, and fails."""
    outcome = workshop.session("init", "share-me", "--goal", "g", "--shared")
    assert outcome.code == 1
    assert "No session was started" in outcome.out
    assert "share-me" not in workshop.ok("list")


def test_no_status_line_is_said_to_be_none(workshop: Workshop) -> None:
    """Taking out a status line where none is set does not speak of somebody else's."""
    assert "No status line is set" in workshop.ok("statusline", "--uninstall")


def test_a_watched_decision_says_why(workshop: Workshop) -> None:
    """A line of `watch` has the reason of a decision."""
    workshop.ok("log", "--decision", "Lock first", "--rationale", "Races")
    entry = (
        workshop.project().store.journal(workshop.project().store.find("fix-sweep-bug").session.key).newest(1)[0]
    )
    assert watch.row("s", entry).endswith("Lock first (because: Races)")
