"""Text that is shown cannot step out of its frame, and what people write stays as they wrote it."""

from __future__ import annotations

import framed
import pytest
from hypothesis import given
from hypothesis import strategies as st

from session_journal import framing


@pytest.mark.parametrize("text", framed.FRAGMENTS, ids=ascii)
def test_what_tries_to_get_out_is_harmless(text: str) -> None:
    """Every trick by itself, at the beginning and in the middle of a text."""
    for whole in (text, f"before {text} behind", f"- {text.strip()}"):
        shown = framing.visible(whole)
        assert framed.unseen(shown) == []
        assert framed.live(shown) == []


@pytest.mark.parametrize("text", framed.ORDINARY)
def test_what_people_write_stays(text: str) -> None:
    """Code with angle brackets, emoji of several parts, Persian, Arabic and Indic words are shown as written."""
    assert framing.visible(text) == text
    assert framing.item(text).replace("\n  ", "\n") == text


@given(st.one_of(framed.texts, framed.anything))
def test_nothing_gets_out(text: str) -> None:
    """Whatever a text is put together of: nothing unseen, no live tag or turn, and twice is as once."""
    shown = framing.visible(text)
    assert framed.unseen(shown) == []
    assert framed.live(shown) == []
    assert framing.visible(shown) == shown


@given(st.one_of(framed.texts, framed.anything))
def test_no_item_looks_like_what_is_around_it(text: str) -> None:
    """In an item's text no line is a heading of ours or underlines one, and no fence stays open behind it."""
    for shown in (framing.item(text), framing.item(f"- {text}"), framing.item(text, "")):
        rows = shown.split("\n")
        fence = ""
        for place, row in enumerate(rows):
            bare = row.strip() if place else row.lstrip("-+*0123456789.[]x ")
            mark = next((bare[: len(bare) - len(bare.lstrip(m))] for m in "`~" if bare.startswith(m * 3)), "")
            if fence:
                fence = "" if mark.startswith(fence) and not bare.strip(mark[0]) else fence
            elif mark:
                fence = mark
            elif not row.startswith("- "):
                assert not framed.headings(row), rows
                assert not (bare and set(bare) in ({"="}, {"-"}) and place), rows
            assert not framed.headings(row) or not row.strip().lower().startswith("# session record")
        assert fence == "", rows
        assert "\n" not in framing.line(text)


def test_many_brackets_cost_little() -> None:
    """A text of a hundred thousand brackets, or of fences in every length, is done in no time worth measuring."""
    for text in ("<" * 100_000, "&amp;" * 20_000, "<system" * 5_000, "\x1b[" * 50_000, "\u200d" * 100_000):
        assert len(framing.visible(text)) <= len(text)
    fences = "\n".join("`" * (3 + n % 900) for n in range(2_000))
    assert framing.item(fences)
