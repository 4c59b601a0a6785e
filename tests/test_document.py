"""Documents: lossless, whatever they hold, and changed only where a change is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import odd_lines
from hypothesis import assume, given
from hypothesis import strategies as st

from session_journal import markdown, session
from session_journal.document import SECTIONS, Document
from session_journal.errors import Malformed

SAMPLE = (Path(__file__).parent / "data" / "document.md").read_text()
FRONT = "---\nid: 019abc12-3456-7def-8901-234567890abc\nstatus: active\n---\n"
ends = st.sampled_from(["\n", "\r\n"])
bodies = st.lists(
    st.one_of(odd_lines, st.sampled_from(["## Progress", "# x", "- a", "```", "<!--", "-->", "---"])), max_size=10
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Make the bytes of a file with front matter: any line ends, a BOM or none, any last line, any bytes."""
    text = draw(st.sampled_from(["", "\ufeff"])) + FRONT + "".join(line + draw(ends) for line in draw(bodies))
    if draw(st.booleans()):
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return (text + draw(odd_lines)).encode("utf-8", "surrogateescape" if _is_bytes(text) else "replace")


def _is_bytes(text: str) -> bool:
    """Tell whether the text can stand for bytes: no half surrogates but those that stand for one."""
    try:
        return bool(text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        return False


def read(data: bytes) -> Document:
    """Return the document in a file's bytes."""
    return Document.parse(data.decode("utf-8", "surrogateescape"), "some.md")


def written(document: Document) -> bytes:
    """Return the bytes of a document's file."""
    return document.text.encode("utf-8", "surrogateescape")


@given(files())
def test_a_document_is_given_back_byte_for_byte(data: bytes) -> None:
    """Parsing and writing loses nothing: line ends, byte-order mark, odd separators, bytes that are not UTF-8."""
    assert written(read(data)) == data


@given(files(), st.sampled_from([b"status", b"number", b"compaction_count"]))
def test_setting_a_key_changes_no_other_byte(data: bytes, key: bytes) -> None:
    """A document whose key is set differs from the old one in that key's line alone."""
    changed = written(read(data).with_key(key.decode(), "7"))
    at = changed.index(key + b": 7")
    end = changed.index(b"\n", at) + 1
    old = data[at : data.index(b"\n", at) + 1] if data[at:].startswith(key) else b""
    assert changed == data[:at] + changed[at:end] + data[at + len(old) :]
    assert changed[at:end].endswith(b"\r\n") == data[: data.index(b"\n")].endswith(b"\r")


@given(files(), st.sampled_from(SECTIONS))
def test_adding_a_section_keeps_all_lines(data: bytes, name: str) -> None:
    """A missing section is added with nothing in it; every line that was there stays, in its order."""
    document = read(data)
    assume(markdown.left_open(document.lines) is None)
    changed = document.with_section(name)
    assert changed.section(name) is not None
    rest = iter(line.rstrip("\r") for line in changed.lines)
    assert all(line.rstrip("\r") in rest for line in document.lines if line.strip())


def test_missing_sections_take_their_places() -> None:
    """Sections that are added stand in the documented order, a person's own stay where they are."""
    document = Document.parse(FRONT + "\n# Session: X\n\n## Decisions\n- None currently\n\n## My own\ntext\n")
    for name in reversed(SECTIONS):
        document = document.with_section(name)
    found = [line[3:] for line in document.lines if line.startswith("## ")]
    assert [name for name in found if name != "My own"] == list(SECTIONS)
    assert document.text.endswith("\n")


def test_a_section_is_found_by_its_first_words() -> None:
    """What stands in parentheses behind a heading may be left out, and letter case does not matter."""
    document = Document.parse(FRONT + "## tl;dr\na\n## Context (mine)\nb\n")
    assert [
        part.text() for name in ("TL;DR (Read This First)", "Context") if (part := document.section(name))
    ] == ["a", "b"]


def test_the_sample_says_what_it_says() -> None:
    """Every part of a document in the documented shape is read."""
    value = session.read(Document.parse(SAMPLE, "document.md"))
    assert (value.shortname, value.key, value.title) == ("fix-sweep-bug", "890abc", "Fix Sweep Trigger Bug")
    assert value.tracking_id == "SESSION-20250115-100000-0ABC"
    assert value.tldr.startswith("Fixing race condition in sweep trigger. Found root")
    assert value.tldr.endswith("add tests.")
    assert value.objective == "Fix race condition causing intermittent sweep failures"
    assert value.key_files == ("`sweep/sweeper.go` - Main sweeper logic",)
    assert value.key_context == ("Lock ordering: chain_watcher -> sweeper (not reverse!)",)
    assert [(step.text, step.done) for step in value.steps] == [
        ("Reproduce bug in test", True),
        ("Implement fix", False),
        ("Add regression test", False),
    ]
    assert value.current is not None
    assert (value.current[0], value.current[1].text) == (2, "Implement fix")
    (decision,) = value.decisions
    assert (decision.number, decision.title, decision.choice) == (1, "Lock-first approach", "Lock before check")
    assert decision.options == "(1) Lock before check, (2) Atomic state, (3) Separate mutex"
    assert decision.rationale == "Simplest fix, performance impact minimal"
    assert value.blockers == ()
    assert value.next_steps == ("Complete mutex implementation in sweeper.go",)
    assert (value.task_ids, value.compaction_count) == (("019def45-6789-7abc-0123-456789abcdef",), 2)
    assert (value.branch, value.commit) == ("fix/sweep-trigger", "abc123f")


@pytest.mark.parametrize("name", ["crlf", "bom", "both"])
def test_line_ends_and_a_mark_change_nothing_of_what_is_read(name: str) -> None:
    """A document from Windows says the same as one from elsewhere."""
    text = SAMPLE if name == "bom" else SAMPLE.replace("\n", "\r\n")
    text = text if name == "crlf" else "\ufeff" + text
    assert session.read(Document.parse(text)) == session.read(Document.parse(SAMPLE))


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "no front matter"),
        ("# Session: x\n", 1, "no front matter"),
        ("---\nid: x\n\n# Session\n", 1, "not closed"),
        (SAMPLE.replace("shortname:", "short\0name:"), 3, "NUL"),
        (SAMPLE.replace("## Context\n", "<<<<<<< HEAD\n## Context\n=======\n>>>>>>> other\n"), 24, "conflict"),
        (
            SAMPLE.replace("status: active", "<<<<<<< HEAD\nstatus: active\n=======\nstatus: paused\n>>>>>>> x"),
            4,
            "conflict",
        ),
        (SAMPLE.replace("status: active", "status: [active"), 4, "YAML"),
        (SAMPLE.replace("status: active", "status: active\nstatus: paused"), 5, "twice"),
        (SAMPLE.replace("status: active", "status: sleeping"), 4, "'sleeping'"),
        (SAMPLE.replace("status: active\n", ""), 2, "''"),
        (SAMPLE.replace("id: 019abc12", "id: 19abc12"), 2, "UUID"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text: str, line: int, what: str) -> None:
    """A malformed document is refused in one sentence with path, line and what is wrong."""
    with pytest.raises(Malformed, match=what) as caught:
        session.read(Document.parse(text, "some.md"))
    assert str(caught.value).startswith(f"some.md:{line}: ")
    assert "\n" not in str(caught.value)


def test_talk_of_conflicts_is_no_conflict() -> None:
    """A document that shows conflict markers in an item or a code block is read."""
    shown = "- <<<<<<< HEAD\n  =======\n  >>>>>>> other\n"
    assert session.read(Document.parse(SAMPLE.replace("## Blockers\n", "## Blockers\n" + shown))).blockers


@pytest.mark.parametrize("opening", ["```", "~~~ text", "<!-- open", "```\n## Blockers"])
def test_a_block_that_swallows_the_rest_is_named(opening: str) -> None:
    """Where a code block or comment is never closed and a section is missing for that, its line is named."""
    text = SAMPLE.replace("## Blockers", f"{opening}\n## Blockers")
    with pytest.raises(Malformed, match="nothing closes") as caught:
        Document.parse(text, "some.md").with_section("Blockers")
    assert caught.value.line == text[: text.index(opening)].count("\n") + 1
