"""How a text of a record becomes HTML: what is laid out, and that nothing gets through unescaped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.hostile_story import ALL
from session_journal.report import prose


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a `<b>` c", "a <code>&lt;b&gt;</code> c"),
        ("a `<b> c", "a `&lt;b&gt; c"),
        ("```\n<b>\n- **x**\n```", "```\n&lt;b&gt;\n- **x**\n```"),
        ("**Asked**: <why>", "<b>Asked</b>: &lt;why&gt;"),
        ("**<i>** `**x**`", "<b>&lt;i&gt;</b> <code>**x**</code>"),
        ("2**8**3, ** a ** and **open", "2**8**3, ** a ** and **open"),
        (
            "**Noted**:\n- one\n  - two\nthree\nfour",
            '<b>Noted</b>:<span class="item">one</span><span class="item in">two</span>three\nfour',
        ),
        ("-5 and --\n-", "-5 and --\n-"),
        ("one\n\n\ntwo", 'one<span class="gap"></span>two'),
        ("", ""),
        ('- " onclick=x', '<span class="item">&#34; onclick=x</span>'),
    ],
)
def test_the_small_markdown_of_records_is_laid_out(text: str, html: str) -> None:
    """Code, bold words and list lines become elements, all of it escaped; what is none of it stands as it is."""
    assert prose.html(text) == html


@given(st.text(alphabet="ab<>&\"' *`-\n", max_size=80) | st.sampled_from([ALL]))
def test_no_text_makes_an_element_of_its_own(text: str) -> None:
    """Whatever the text, without our few elements no angle bracket and no quotation mark is left."""
    html = str(prose.html(text))
    for own in (
        "<b>",
        "</b>",
        "<code>",
        "</code>",
        '<span class="item">',
        '<span class="item in">',
        '<span class="gap">',
        "</span>",
    ):
        html = html.replace(own, "")
    assert not set("<>\"'") & set(html)


def test_a_beginning_never_ends_within_bold_words() -> None:
    """Where a long text is cut in its bold words, no lone asterisks are left."""
    lead = prose.lead("word " * 58 + "**bold words that go on** " + "word " * 60)
    assert "bold" in lead
    assert "*" not in lead
