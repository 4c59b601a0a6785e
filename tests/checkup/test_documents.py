"""What the doctor says of documents, and how it mends them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from examining import examined, found, kinds, mended
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import said
from workshop import Workshop

from session_journal.checkup import OK
from session_journal.checkup.survey import destruction

DESTROYED = {
    "emptied": b"",
    "zeroes": b"\0" * 4096,
    "blank": b"\n \n\n",
    "overwritten": b"GIF89a and whatever follows it\n",
    "cut-off": b"---\nid: 019a",
    "body-gone": b"---\nid: 019abc12-3456-7def-8901-234567890abc\nstatus: active\n---\n\n",
}


def test_nothing_is_wrong_with_a_new_session(workshop: Workshop) -> None:
    """A project that was just started has no finding at all, and the counts are right."""
    assert kinds(workshop) == set()
    texts = [one.text for one in examined(workshop).findings if one.severity == OK]
    assert "1 document, 1 open session" in texts
    assert "1 entry in 1 journal" in texts


@pytest.mark.parametrize("how", DESTROYED)
def test_a_destroyed_document_is_made_anew(workshop: Workshop, how: str) -> None:
    """It comes back byte for byte from its journal; what lay in its place is kept beside it by a clear name."""
    workshop.run(
        "log", done="Reproduce", decision="Lock first", rationale="It is the smallest", note="Do not touch the API"
    )
    path, before = workshop.path, workshop.text
    path.write_bytes(DESTROYED[how])
    done = mended(workshop, "document-destroyed")
    assert workshop.text == before
    (kept,) = path.parent.glob("*.destroyed-*")
    assert kept.read_bytes() == DESTROYED[how]
    assert f"Made .sessions/active/{path.name} anew from 4 entries of its journal" in done.text
    assert kept.name in done.text


def test_a_deleted_document_is_made_anew(workshop: Workshop) -> None:
    """A document that is nowhere comes back from its journal, without anything to keep."""
    workshop.run("log", done="Reproduce")
    path, before = workshop.path, workshop.text
    path.unlink()
    finding = found(workshop, "document-gone")
    assert "holds 2 entries of a session whose document is gone" in finding.text
    mended(workshop, "document-gone")
    assert (workshop.path, workshop.text) == (path, before)


def test_an_ended_session_comes_back_into_the_archive(workshop: Workshop) -> None:
    """A deleted document of a completed session is made anew where ended sessions lie."""
    workshop.run("close", complete="")
    (path,) = workshop.sessions.glob("archive/*.md")
    before = path.read_bytes()
    path.unlink()
    mended(workshop, "document-gone")
    assert path.read_bytes() == before
    assert not list(workshop.sessions.glob("active/*.md"))


def test_an_init_that_was_killed_in_between_is_finished(empty: Workshop) -> None:
    """A journal that holds a beginning and nothing else is named as such, and gets its document."""
    empty.run("init", "cut-short", goal="Go on")
    path = empty.path
    path.unlink()
    (path.parents[1] / "journal" / path.stem[-6:] / "progress.md").unlink()
    assert "the start of a session whose document was never written" in found(empty, "document-gone").text
    mended(empty, "document-gone")
    assert empty.value.objective == "Go on"


def test_an_empty_journal_of_a_killed_init_is_removed(workshop: Workshop) -> None:
    """A folder that holds nothing goes; one that holds anything stays."""
    for key in ("aaaaaa", "bbbbbb"):
        (workshop.sessions / "journal" / key / "entries").mkdir(parents=True)
    (workshop.sessions / "journal" / "bbbbbb" / "mine.txt").write_text("mine")
    mended(workshop, "journal-empty")
    assert not (workshop.sessions / "journal" / "aaaaaa").exists()
    assert (workshop.sessions / "journal" / "bbbbbb" / "mine.txt").exists()


def test_a_document_without_a_journal_is_not_made_up(workshop: Workshop) -> None:
    """Where nothing is left to make it from, the sentence says so and the file stays."""
    path = workshop.path
    path.with_name("other-aaaaaa.md").write_bytes(b"")
    finding = found(workshop, "document-destroyed")
    assert finding.mend is None
    assert "no journal to make it from: restore it from a backup" in finding.text


UNREADABLE = {
    "conflict": ("## Decisions", "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n## Decisions", "conflict markers"),
    "yaml": ("status: active", "status: [active", "not valid YAML"),
    "twice": ("status: active", "status: active\nstatus: active", "twice"),
    "status": ("status: active", "status: nearly", "the status 'nearly' is not one we know"),
    "no-id": ("id: 0", "identity: 0", "has no `id` that is a UUID"),
}


@pytest.mark.parametrize("how", UNREADABLE)
def test_a_document_that_a_person_can_mend_is_named_with_its_line(workshop: Workshop, how: str) -> None:
    """What is wrong stands there with path, line and both ways out; `--fix` leaves the file as it is."""
    old, new, reason = UNREADABLE[how]
    workshop.text = workshop.text.replace(old, new, 1)
    before = workshop.path.read_bytes()
    finding = found(workshop, "document-unreadable")
    assert f".sessions/active/{workshop.path.name}:" in finding.text
    assert finding.line > 0
    assert reason in finding.text or (how == "twice" and "double" in finding.text), finding.text
    assert "mend it by hand, or move it away and let `session doctor --fix` make it anew" in finding.text
    assert finding.mend is None
    assert workshop.path.read_bytes() == before


def test_moving_an_unreadable_document_away_lets_it_be_made_anew(workshop: Workshop) -> None:
    """The way out that the sentence names works."""
    before, path = workshop.text, workshop.path
    workshop.text = before.replace("status: active", "status: [", 1)
    path.rename(workshop.root / "away.md")
    mended(workshop, "document-gone")
    assert workshop.text == before


def test_odd_files_in_the_place_of_documents_are_named(workshop: Workshop) -> None:
    """A FIFO, a folder, a link out of the store and a huge file are named, and nobody waits for them."""
    active = workshop.sessions / "active"
    (workshop.root / "outside.md").write_text(workshop.text.replace("id: 0", "id: 1", 1))
    os.mkfifo(active / "fifo-aaaaaa.md")
    (active / "folder-bbbbbb.md").mkdir()
    (active / "link-cccccc.md").symlink_to(workshop.root / "outside.md")
    with (active / "huge-dddddd.md").open("wb") as stream:
        stream.truncate(9_000_000)
    texts = [one.text for one in examined(workshop).findings if one.check == "documents"]
    for name in ("fifo-aaaaaa", "folder-bbbbbb", "huge-dddddd"):
        assert sum(name in text for text in texts) == 1, texts
    assert any("link-cccccc.md is a link that leads out of .sessions" in text for text in texts)
    assert any("is not a regular file" in text for text in texts)
    assert any("is larger than 8 MB" in text for text in texts)


def test_bytes_that_are_not_utf8_are_noted_with_their_line(workshop: Workshop) -> None:
    """The line is named, and nothing is changed."""
    data = workshop.path.read_bytes() + b"caf\xe9\n"
    workshop.path.write_bytes(data)
    assert found(workshop, "document-not-utf8").line == data.count(b"\n")
    assert workshop.path.read_bytes() == data


def test_two_documents_with_one_id_are_both_named(workshop: Workshop) -> None:
    """A copy, as a synchronising program makes it, is named beside its original; neither is touched."""
    copy = workshop.path.with_name("fix-sweep-bug (conflicted copy).md")
    copy.write_bytes(workshop.path.read_bytes())
    finding = found(workshop, "same-id")
    assert copy.name in finding.text
    assert "have one id" in finding.text
    assert finding.mend is None


def test_shared_names_and_numbers_are_noted(workshop: Workshop) -> None:
    """Two open sessions of one name, and two sessions of one number, are named with what to do."""
    workshop.run("init", "other", goal="Something else")
    (other,) = workshop.sessions.glob("active/other-*.md")
    text = other.read_text().replace("shortname: other", "shortname: fix-sweep-bug").replace("00002", "00001")
    other.write_text(text)
    assert "are both called fix-sweep-bug: say " in found(workshop, "same-shortname").text
    assert "have one number, 00001" in found(workshop, "same-number").text


@pytest.mark.parametrize("start", ["active", "archive"])
def test_a_document_in_the_wrong_folder_is_moved(workshop: Workshop, start: str) -> None:
    """Its status decides: an ended session goes to the archive, an open one comes back."""
    if start == "active":
        workshop.run("close", complete="")
        (path,) = workshop.sessions.glob("archive/*.md")
        here, there = workshop.sessions / "active" / path.name, path
    else:
        path = workshop.path
        here, there = workshop.sessions / "archive" / path.name, path
    before = path.read_bytes()
    path.rename(here)
    done = mended(workshop, "document-misplaced")
    assert there.read_bytes() == before
    assert not here.exists()
    assert f"to .sessions/{there.parent.name}/{there.name}" in done.text


def test_a_document_with_a_wrong_key_in_its_name_is_renamed(workshop: Workshop) -> None:
    """The id decides; a journal under the name's key would keep it from being renamed."""
    path, before = workshop.path, workshop.text
    wrong = path.rename(path.with_name("fix-sweep-bug-aaaaaa.md"))
    mended(workshop, "document-misnamed")
    assert workshop.path == path
    assert workshop.text == before
    path.rename(wrong)
    (workshop.sessions / "journal" / "aaaaaa").mkdir()
    assert found(workshop, "document-misnamed").mend is None


def test_entries_that_a_crash_kept_from_the_document_are_written_into_it(workshop: Workshop) -> None:
    """A document that is behind its journal gets what it lacks, as every reader sees it already."""
    old = workshop.path.read_bytes()
    workshop.run("log", done="Reproduce", note="Mind the lock")
    new = workshop.text
    workshop.path.write_bytes(old)
    assert "lacks 2 entries of its journal" in found(workshop, "document-behind").text
    mended(workshop, "document-behind")
    assert workshop.text == new


def test_a_document_that_is_being_written_to_meanwhile_is_left_alone(workshop: Workshop) -> None:
    """A destroyed document that somebody mended after the look is not replaced."""
    before = workshop.path.read_bytes()
    workshop.path.write_bytes(b"")
    mend = found(workshop, "document-destroyed").mend
    assert mend is not None
    workshop.path.write_bytes(before)
    with pytest.raises(Exception, match="was changed meanwhile"):
        mend.do()
    assert workshop.path.read_bytes() == before


KIND = st.sampled_from(["progress", "done", "next", "decision", "discovery", "blocker", "note", "milestone"])
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)


@settings(max_examples=8)
@given(records=st.lists(st.tuples(KIND, TEXT), min_size=1, max_size=6, unique_by=lambda pair: pair[1].strip()))
def test_what_is_made_anew_says_what_the_lost_one_said(
    tmp_path_factory: pytest.TempPathFactory, records: list[tuple[str, str]]
) -> None:
    """Whatever was recorded: after the document is destroyed and made anew, every part says the same."""
    workshop = Workshop(tmp_path_factory.mktemp("any"))
    workshop.run("init", "any", goal="Anything", steps="One; Two")
    for kind, text in records:
        workshop.run("log", words={kind: text, **({"rationale": "Why not"} if kind == "decision" else {})})
    before = workshop.value
    workshop.path.write_bytes(b"")
    mended(workshop, "document-destroyed")
    assert said(workshop.value) == said(before)
    assert workshop.value.last_entry == before.last_entry


def test_a_document_with_anything_left_is_not_called_destroyed() -> None:
    """What a person could mend is theirs: front matter with a mistake, a first line lost, a NUL in a text."""
    whole = b"---\nid: 0\nstatus: active\n---\n# T\n\ntext\n"
    for left in (whole, whole[4:], whole.replace(b"text", b"te\0xt"), whole.replace(b"status:", b"status: [")):
        assert destruction(left) == ""
    assert destruction(whole[:12]) == "is cut off inside its front matter"


def test_ten_thousand_names_cost_no_reading(workshop: Workshop, tmp_path: Path) -> None:
    """Entries of a journal beyond the newest thousand are counted by their names, not opened."""
    entries = workshop.sessions / "journal" / workshop.path.stem[-6:] / "entries"
    (first,) = entries.iterdir()
    for number in range(1_500):
        damaged = entries / f"20200101T000000.{number:06d}Z-note-aaaa.md"
        os.link(first, damaged)
    (entries / "20200101T000000.000000Z-note-bbbb.md").write_bytes(b"")  # older than the newest thousand
    texts = {one.what: one.text for one in examined(workshop).findings}
    assert "entry-damaged" not in texts
