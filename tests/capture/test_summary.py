"""What comes back from the compactor is read whatever its form; each `summaries/*.md` has its `*.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from session_journal.summary import Items, merge, read, request, same

SUMMARIES = sorted((Path(__file__).parent / "summaries").glob("*.md"))


@pytest.mark.parametrize("summary", SUMMARIES, ids=lambda path: path.stem)
def test_a_summary_says_what_its_twin_says(summary: Path) -> None:
    """The items read from a summary are those written beside it."""
    items = read(summary.read_text(encoding="utf-8"))
    told = {
        "tldr": items.tldr,
        "decisions": [list(pair) for pair in items.decisions],
        "discoveries": list(items.discoveries),
        "blockers": list(items.blockers),
        "next": list(items.next),
        "has_block": items.has_block,
    }
    assert told == yaml.safe_load(summary.with_suffix(".yaml").read_text(encoding="utf-8"))


def test_the_request_is_plain_and_asks_politely() -> None:
    """The text fits beside others, shows the block and does not shout."""
    text = request()
    assert len(text) < 1500
    assert "```session-journal" in text
    assert "MUST" not in text
    assert not text.startswith("{")


def test_the_form_given_back_unfilled_says_nothing() -> None:
    """A summary that only repeats the example has no items."""
    assert read(f"<summary>\n{request()}\n</summary>").next == ()


@pytest.mark.parametrize(
    "body",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nnext: [*c]",
        'tldr: !!python/object/apply:os.system ["true"]',
        "next:\n" + "- [" * 5000,
        "next: {" + "a: {" * 3000,
        "? [complex, key]\n: value\nnext: x",
        "tldr: " + "x" * 300_000,
        "<<: {next: x}",
        "next: 2026-01-01\ndecisions: yes\nblockers: 0x1F",
        "\x00\x01next: \x02",
    ],
    ids=range(9),
)
def test_hostile_yaml_does_no_harm(body: str) -> None:
    """Anchors that explode, tags, depth and size end in a bounded value, never in an error."""
    items = read(f"<summary>\n```session-journal\n{body}\n```\n</summary>")
    assert len(repr(items)) < 100_000


@given(st.text(alphabet=st.sampled_from("`~<>sumary/-:\n \t*#&!|[]{}\"'decisionxtl1."), max_size=400))
def test_any_text_is_read(text: str) -> None:
    """Nothing that a model may answer raises."""
    assert isinstance(read(f"```session-journal\n{text}"), Items)
    assert isinstance(read(text), Items)


def test_the_same_decision_in_three_compactions_is_one() -> None:
    """What is known already is not new, whatever its case and punctuation."""
    known = Items(decisions=(("Lock first", "simple"),), next=("Write the docs.",))
    new = merge(known, Items(decisions=(("lock first!", "simple"), ("B", "c")), next=("write the docs",)))
    assert new == Items(decisions=(("B", "c"),))


def test_the_same_words_are_the_same() -> None:
    """Case, spaces and punctuation do not count, words do."""
    assert same("Lock  before check.", "lock-before check")
    assert not same("Lock before check", "Check before lock")
