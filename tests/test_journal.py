"""Entries: files that are written once and sort by their names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import NAMED
from hypothesis import given
from hypothesis import strategies as st

from session_journal import journal, timestamps
from session_journal.errors import Malformed
from session_journal.journal import KINDS, Entry, Journal

plain = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=60)
keys = st.sampled_from(["rationale", "context", "branch", "step", "of"])


@given(
    st.sampled_from(KINDS),
    st.integers(1, 4 * 10**9).map(lambda second: second * timestamps.SECOND),
    plain.map(lambda text: text.strip("\n")),
    st.dictionaries(keys, st.one_of(plain, st.lists(plain, min_size=1, max_size=3)), max_size=3),
    st.sampled_from(["", "c1"]),
)
def test_an_entry_is_read_as_it_was_written(
    kind: str, at: int, text: str, fields: dict[str, str | list[str]], conversation: str
) -> None:
    """Kind, time, text and all that belongs to an entry come back from its file."""
    entry = Entry(kind=kind, at=at, text=text, fields=fields, conversation=conversation, name="n")
    assert journal.load(journal.dump(entry), "n", "n.md") == entry


@pytest.mark.parametrize("name", NAMED)
def test_the_text_stands_in_the_file_as_it_is(name: str) -> None:
    """Below the front matter an entry's file is the text and a newline, nothing more."""
    text = NAMED[name].strip("\n")
    dumped = journal.dump(Entry(kind="note", at=0, text=text))
    assert dumped.partition("\n---\n")[2] == text + "\n"
    assert journal.load(dumped, "n", "n.md").text == text


def test_names_keep_the_order_of_writing(tmp_path: Path) -> None:
    """Entries written in one microsecond, or with the clock set back, sort as they were written."""
    written = Journal(str(tmp_path / "entries"))
    last, names = 0, []
    for number in range(50):
        entry = written.add(Entry(kind=KINDS[number % len(KINDS)], at=10**15 - number), last)
        last = journal.instant_of(entry.name)
        names.append(entry.name)
    assert written.names() == names
    assert names == sorted(names)
    assert [entry.name for entry in written.newest(3)] == names[:-4:-1]
    assert [entry.name for entry in written.after(names[10])] == names[11:]


def test_the_newest_of_some_kinds(tmp_path: Path) -> None:
    """Asked for kinds, only entries of those are read."""
    written = Journal(str(tmp_path / "entries"))
    for kind in ("note", "progress", "checkpoint", "note"):
        written.add(Entry(kind=kind, at=0, text=kind), journal.instant_of((written.names() or [""])[-1]))
    assert [entry.kind for entry in written.newest(5, ("note", "checkpoint"))] == ["note", "checkpoint", "note"]
    assert Journal(str(tmp_path / "gone")).newest(5) == []


@pytest.mark.parametrize("text", ["---\nkind: note\nno end", "---\n- a\n---\nx", "---\nkind: [a\n---\nx", "a\0b"])
def test_a_damaged_entry_is_named(text: str) -> None:
    """What cannot be read as an entry is refused with its path."""
    with pytest.raises(Malformed, match="some/path"):
        journal.load(text, "n", "some/path")


@pytest.mark.parametrize(
    ("name", "instant"),
    [
        ("20250115T100000.123456Z-decision-k3f9", "2025-01-15T10:00:00.123456Z"),
        ("2025-01-15T10:00:00", "2025-01-15T10:00:00Z"),
        ("2025-01-15", "2025-01-15T00:00:00Z"),
        ("README", ""),
        ("", ""),
        ("note-2025-01-15", ""),
    ],
)
def test_the_time_in_a_name(name: str, instant: str) -> None:
    """Our names and the older ones tell their time; other files' names tell none."""
    assert journal.instant_of(name) == (timestamps.parse(instant) or 0)
