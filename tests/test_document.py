"""Documents: lossless, whatever they hold, and changed only where a change is meant."""

from __future__ import annotations

import pytest
from hostile import NAMED, odd_lines
from hypothesis import given
from hypothesis import strategies as st

from session_journal.document import KEYS, NOTHING, SECTIONS, Document, Part
from session_journal.errors import Malformed

FRONT = "---\nid: 019abc12-3456-7def-8901-234567890abc\nstatus: active\n---\n"
ends = st.sampled_from(["\n", "\r\n"])
bodies = st.lists(
    st.one_of(odd_lines, st.sampled_from(["## Progress", "# x", "- a", "```", "<!--", "-->", "---"])), max_size=10
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Make the bytes of a file with front matter: any line ends, a BOM or none, any last line, any bytes."""
    start = draw(st.sampled_from(["", "\ufeff"])) + FRONT
    text = "".join(line + "\n" for line in start.splitlines()) + "".join(
        line + draw(ends) for line in draw(bodies)
    )
    if draw(st.booleans()):
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    text += draw(odd_lines)
    return (
        text.encode("utf-8", "surrogatepass" if False else "surrogateescape") if _escapes(text) else FRONT.encode()
    )


def _escapes(text: str) -> bool:
    """Tell whether the text can stand for bytes: no half surrogates but those that stand for a byte."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape") == text
    except UnicodeEncodeError:
        return False


@given(files())
def test_a_document_is_given_back_byte_for_byte(data: bytes) -> None:
    """Parsing and writing loses nothing: line ends, byte-order mark, odd separators, bytes that are not UTF-8."""
    assert Document.parse(data.decode("utf-8", "surrogateescape")).text.encode("utf-8", "surrogateescape") == data
