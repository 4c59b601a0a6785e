"""Titles made of texts, and the parts of a list item."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session_journal import items, timestamps
from session_journal.markdown import Item


@pytest.mark.parametrize(
    ("text", "limit", "title"),
    [
        ("Fix it", 60, "Fix it"),
        ("Fix it.", 60, "Fix it"),
        ("  two   spaces \nsecond line", 60, "two spaces"),
        ("The sweeper sleeps: it waits for the lock", 25, "The sweeper sleeps"),
        ("word " * 20, 30, "word word word word word word"),
        ("x" * 100, 30, "x" * 30),
        ("", 60, ""),
    ],
)
def test_a_headline_is_short_and_ends_at_a_clause_or_a_word(text: str, limit: int, title: str) -> None:
    """A long text's title is its first line, cut where a clause or a word ends."""
    assert items.headline(text, limit) == title


@given(st.text(max_size=200), st.integers(10, 100))
def test_a_headline_is_one_line_within_its_limit(text: str, limit: int) -> None:
    """Whatever the text, its headline fits and holds no line end."""
    title = items.headline(text, limit)
    assert len(title) <= limit
    assert "\n" not in title


@given(st.text(max_size=40).map(lambda text: text.replace("\n", " ").rstrip()), st.integers(0, 10**9))
def test_a_time_behind_a_text_is_split_off(text: str, minute: int) -> None:
    """The time that was put behind a text comes off again, and nothing else."""
    instant = minute * timestamps.MINUTE
    assert items.split_stamp(text + items.stamp(instant)) == (text, instant)


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "",
        "(2025-01-15)",
        "x (2025-13-15T10:30)",
        "x (2025-01-15T10:30) y",
        "(2025-01-15X10:30)",
        "x 2025-01-15T10:30",
    ],
)
def test_what_is_no_time_stays(text: str) -> None:
    """Parentheses that hold no time belong to the text."""
    assert items.split_stamp(text) == (text, None)


PLACE = Item(first=0, end=1, offset=2, marker="-")


@pytest.mark.parametrize(
    ("raw", "text", "box", "current"),
    [
        ("[ ] Fix it          <- CURRENT", "Fix it", " ", True),
        ("[ ] Fix it <- CURRENT", "Fix it", " ", True),
        ("[ ] Fix it<- CURRENT  ", "Fix it", " ", True),
        ("[X] done (2025-01-15T10:30)", "done", "x", False),
        ("[x]", "", "x", False),
        ("[y] no box", "[y] no box", "", False),
        ("[x]no box", "[x]no box", "", False),
        ("\\[x] no box", "[x] no box", "", False),
        ("\\---", "---", "", False),
        ("\\word", "\\word", "", False),
        ("a\nb <- CURRENT", "a\nb <- CURRENT", "", False),
    ],
)
def test_the_parts_of_an_item_are_told_apart(raw: str, text: str, box: str, current: bool) -> None:
    """Box, mark and time are read as people write them too; all else is the item's text."""
    item = items._read(raw, PLACE)
    assert (item.text, item.box, item.current) == (text, box, current)
