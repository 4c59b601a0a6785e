"""Headings and list items, held to what a full CommonMark parser finds.

Not compared, since documents of ours never hold it and a document by hand hardly does: a heading indented below
a line that lazily continues an item or a quotation, and blocks of HTML other than comments.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from session_journal import markdown

COMMONMARK = MarkdownIt("commonmark")
indents = st.sampled_from(["", "", "", " ", "   ", "    ", "\t", " \t"])
fences = st.sampled_from(["```", "~~~", "````", "``` x", "~~~ `y`", "```a`b"])
spans = st.sampled_from(
    [
        "text",
        "# a",
        "## b ##",
        "### c #",
        "#",
        "#x",
        "####### no",
        "\\# no",
        "---",
        "===",
        "- - -",
        "***",
        "<!-- a -->",
        "`code",
        "- a",
        "1. b",
        "2. c",
        "10) d",
        "-",
        "*",
        "- [ ] e",
        "- ```",
        "1. ~~~",
        "\u2028# z",
        "a <!-- b",
    ]
)
line = st.builds("{}{}".format, indents, spans)


def _item(marker: str, first: str, rest: list[str]) -> str:
    inner = [" " * (len(marker) + 1) + text for text in rest]
    return "\n".join([f"{marker} {first}", *inner])


blocks = st.one_of(
    line,
    st.builds("{}{}\n{}\n{}".format, indents, fences, line, fences),
    st.builds("{}<!--\n{}\n-->".format, st.sampled_from(["", "  "]), line),
    st.builds(
        "{} {} {}".format,
        st.sampled_from(["#", "##", "   ###"]),
        st.sampled_from(["a", "b #", "c ##"]),
        st.sampled_from(["", "#"]),
    ),
    st.builds(
        _item,
        st.sampled_from(["-", "1.", "12)"]),
        st.one_of(line, fences),
        st.lists(st.one_of(line, fences), max_size=3),
    ),
    fences,
    st.just("<!-- open"),
)
apart = st.lists(blocks, max_size=7).map("\n\n".join)
close = st.lists(line.filter(lambda text: text[0] not in " \t"), max_size=8).map("\n".join)
documents = apart | close


def headings_by_commonmark(text: str) -> list[tuple[int, int, str]]:
    """Return level, line and text of the top-level headings with hashes."""
    tokens = COMMONMARK.parse(text)
    return [
        (int(token.tag[1]), token.map[0], tokens[place + 1].content)
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0 and token.markup[0] == "#" and token.map
    ]


def headings_by_us(text: str) -> list[tuple[int, int, str]]:
    """Return the same as we find it."""
    return [(heading.level, heading.line, heading.text) for heading in markdown.headings(text.split("\n"))]


@settings(max_examples=200)
@given(documents)
@example("-\n\n  # a")
@example("text\n2. x\n   # a")
@example("- a\n\t# b\n# c")
@example("\t# a")
@example("- # a")
@example("```\n# a\n````\n# b")
def test_headings_are_where_commonmark_finds_them(text: str) -> None:
    """Level, line and text of every top-level heading are CommonMark's, whatever stands around them."""
    assert headings_by_us(text) == headings_by_commonmark(text)


@given(documents)
def test_line_ends_make_no_difference(text: str) -> None:
    """A document with CRLF has the same headings as with LF."""
    assert headings_by_us(text.replace("\n", "\r\n")) == headings_by_us(text)


@given(apart)
def test_items_are_lists_of_commonmark(text: str) -> None:
    """Every item we find starts on a line where CommonMark has a list item at the top level."""
    lines = text.split("\n")
    starts = {
        token.map[0]
        for token in COMMONMARK.parse(text)
        if token.type == "list_item_open" and token.level == 1 and token.map
    }
    assert {item.first for item in markdown.items(lines, 0, len(lines))} == starts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- a\n  more\n\n  still\n\nno\n- b", ["a\nmore\n\nstill", "b"]),
        ("1. a\n   - b\n2. c", ["a\n- b", "c"]),
        ("12. a\n    b", ["a\nb"]),
        ("-   a\n    b", ["a\nb"]),
        ("-\ta\n\tb", ["a\nb"]),
        ("- a\n\n\n- b\n", ["a", "b"]),
        ("- ```\n  - no item\n  ```\n- b", ["```\n- no item\n```", "b"]),
        ("---\n- - -\n* * *", []),
        ("a - b\n2.x\n-x", []),
    ],
)
def test_an_items_text_is_what_stands_in_it(text: str, found: list[str]) -> None:
    """An item's text is its lines without their indentation, up to the next item or what stands outside."""
    lines = text.split("\n")
    assert [item.text(lines) for item in markdown.items(lines, 0, len(lines))] == found
