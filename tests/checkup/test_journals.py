"""What the doctor says of journals, and how it mends them."""

from __future__ import annotations

from pathlib import Path

import pytest
from examining import examined, found, kinds, mended, place
from workshop import Workshop

from session_journal import batch, checkup


def entries(workshop: Workshop) -> Path:
    """Return the folder of the one session's entries."""
    return workshop.sessions / "journal" / workshop.path.stem[-6:] / "entries"


DAMAGED = {
    "empty": (b"", "is empty"),
    "nul": (b"---\nkind: note\n---\na\0b\n", "there is a NUL byte"),
    "cut-off": b"---\nkind: note\nat: 2025".ljust(30),
    "yaml": b"---\nkind: [note\n---\ntext\n",
    "kind": (b"---\nkind: surprise\n---\ntext\n", "of a kind that is not known here, 'surprise'"),
}


@pytest.mark.parametrize("how", DAMAGED)
def test_a_damaged_entry_is_named(workshop: Workshop, how: str) -> None:
    """Its path stands there, what is wrong with it, and that what it said is left out; it stays as it is."""
    case = DAMAGED[how]
    data, reason = case if isinstance(case, tuple) else (case, "")
    path = entries(workshop) / "20250115T100000.000000Z-note-aaaa.md"
    path.write_bytes(data)
    finding = found(workshop, "entry-damaged")
    assert str(path.relative_to(workshop.root)) in finding.text
    assert reason in finding.text
    assert "restore it from a backup, or move it away" in finding.text
    assert finding.mend is None
    assert path.read_bytes() == data


def test_a_file_that_is_no_entry_is_noted(workshop: Workshop) -> None:
    """A name that holds no time is not read, and the finding names it and counts the others."""
    for name in ("notes.txt", "later.md", ".hidden"):
        (entries(workshop) / name).write_text("x")
    assert "entries holds .hidden and 2 more, which is no entry's name" in found(workshop, "entry-foreign").text


def test_entries_of_the_older_kind_are_no_strangers(workshop: Workshop) -> None:
    """A file named by its time alone is an entry."""
    (entries(workshop) / "2025-01-15T10:00:00.md").write_text("an old note\n")
    assert kinds(workshop) == set()


def test_a_folder_that_is_no_journal_is_noted(workshop: Workshop) -> None:
    """What lies under `journal/` and has no session's key, or is a link, is named."""
    (workshop.sessions / "journal" / "my notes").mkdir()
    (workshop.sessions / "journal" / "aaaaaa").symlink_to(workshop.root)
    assert "is not named by a session's key" in found(workshop, "journal-foreign").text
    assert "journal/aaaaaa is a link" in found(workshop, "journal-unreadable").text


def test_a_journal_without_a_beginning_is_named(workshop: Workshop) -> None:
    """Entries without a document and without a `started` entry are for a person to look at."""
    folder = workshop.sessions / "journal" / "aaaaaa" / "entries"
    folder.mkdir(parents=True)
    (folder / "20250115T100000.000000Z-note-aaaa.md").write_text("---\nkind: note\n---\nx\n")
    finding = found(workshop, "journal-orphan")
    assert "no document and no `started` entry to make one from" in finding.text
    assert finding.mend is None


@pytest.mark.parametrize("text", [None, "something older\n"])
def test_a_brief_that_is_missing_or_old_is_written_anew(workshop: Workshop, text: str | None) -> None:
    """progress.md comes back as the last record left it."""
    path = entries(workshop).parent / "progress.md"
    before = path.read_bytes()
    path.unlink()
    if text:
        path.write_text(text)
    assert found(workshop, "brief-stale").text.endswith("is missing" if text is None else "by hand")
    mended(workshop, "brief-stale")
    assert path.read_bytes() == before


def test_a_hundred_damaged_entries_are_told_in_a_dozen_lines(workshop: Workshop) -> None:
    """A person is shown ten of a kind and how many more there are; the data has them all."""
    for number in range(100):
        (entries(workshop) / f"20250115T100000.{number:06d}Z-note-aaaa.md").write_bytes(b"")
    shown = workshop.session("doctor").out
    assert shown.count("is empty; what it said is left out") == 10
    assert "Problem: 90 more like that (entry-damaged)." in shown
    assert len([one for one in examined(workshop).findings if one.what == "entry-damaged"]) == 100


def test_entries_that_a_killed_writer_left_in_a_batch_get_their_files(workshop: Workshop) -> None:
    """They count before and after, each in a file of its own then; a batch that cannot be read is told as such."""
    workshop.run("log", note="Mind the lock")
    (path,) = entries(workshop).glob("*-note-*.md")
    data = path.read_bytes()
    before = workshop.entries()
    path.unlink()
    (entries(workshop) / f"{path.stem}.batch").write_bytes(batch.dump({path.stem: data}))
    mended(workshop, "entries-unfinished")
    assert path.read_bytes() == data
    assert workshop.entries() == before
    (entries(workshop) / "20250115T100000.000000Z-note-aaaa.batch").write_bytes(b"what?")
    (failed,) = checkup.mend(place(workshop)).failed
    assert "cannot be read: look into it and put it away" in failed.text
