"""Front matter: read as YAML reads it, changed one key at a time."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from session_journal import frontmatter
from session_journal.errors import Malformed

pieces = st.sampled_from(
    [
        "key",
        "id",
        "a-b",
        "_x",
        "1",
        ":",
        ": ",
        " ",
        "  ",
        "- ",
        "-",
        "#",
        " #",
        "# c",
        '"',
        "'",
        "\\",
        "\\n",
        "\\u00e9",
        "\\ud83d",
        "\\/",
        "\\x41",
        "[]",
        "[a, b]",
        "{",
        "}",
        "&a",
        "*a",
        "!!int",
        "|",
        ">",
        "%",
        "@",
        "?",
        "? ",
        "~",
        "null",
        "true",
        "00001",
        "1e3",
        "0x1f",
        "2025-01-15T10:00:00Z",
        "é",
        "漢",
        "🎉",
        "\t",
        "\x85",
        "\u2028",
        "\xa0",
        "\x07",
        "\x7f",
        "\ufeff",
        "\udc80",
        "...",
        "---",
        "=",
        "<",
        "<<",
        ",",
        "value",
        "two words",
    ]
)
wild = st.lists(pieces, max_size=7).map("".join)
keys = st.sampled_from(["id", "status", "a-b", "x_1", "key"])
scalars = st.one_of(
    wild, st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=10)
)
pairs = st.builds("{}: {}".format, keys, scalars)
items = st.builds("{}- {}".format, st.sampled_from(["", " ", "  ", "    "]), scalars)
blocks = st.lists(st.one_of(pairs, items, wild, st.just("")), max_size=6)


def as_yaml(lines: list[str]) -> object:
    """Return what PyYAML's string-only loader makes of the lines."""
    return yaml.load("\n".join(lines), yaml.BaseLoader)  # noqa: S506 - it builds nothing but strings


@given(blocks)
@example(["key: a\xa0"])
@example(['key: "\\ud83d\\ude00"'])
@example(["key:", "  - a", "- b"])
@example(['key: ""', "- b"])
def test_the_plain_reader_agrees_with_yaml(lines: list[str]) -> None:
    """Wherever the quick reader does not hand over, PyYAML reads the same."""
    try:
        found = frontmatter._read_plain(lines)
    except frontmatter._NotPlain:
        return
    assert found == (as_yaml(lines) or {})


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
@example("")
@example("00001")
@example("\U000e0001")
@example("#123")
@example("a\\ud83d")
@example("yes")
def test_any_text_is_spelled_so_that_it_is_read_back(text: str) -> None:
    """A value that we write is read back as it was, by the quick reader and by YAML, alone and in a list."""
    lines = frontmatter.render({"key": text, "list": [text, text]})[1:-1]
    wanted = {"key": text, "list": [text, text]}
    assert frontmatter.read(lines, "x.md") == wanted
    assert as_yaml(lines) == wanted


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=20))
def test_a_value_is_one_line(text: str) -> None:
    """Whatever a value holds, it stays on its line, also for programs that know more line ends than we do."""
    assert len(frontmatter.render({"key": text})) == 3
    assert len("".join(frontmatter.render({"key": text + "\u2028\x0b\x85"})).splitlines()) == 1


@pytest.mark.parametrize(
    "value", ["00001", "0x1f", "12:30", "yes", "null", "1e5", "~", "*a", "@x", "a: b", "a #b", "#123", ""]
)
def test_what_other_readers_would_convert_is_quoted(value: str) -> None:
    """A text that YAML would take for a number, a boolean or a comment stays a text for every YAML reader."""
    (line,) = frontmatter.render({"key": value})[1:-1]
    assert yaml.safe_load(line) == {"key": value}


values = st.one_of(
    scalars.map(lambda text: [f" {text}"]),
    st.just([""]),
    st.just([" []"]),
    st.just([" |", "  a", "  # b", "", "  c"]),
    st.just([' "a', '  b"']),
    st.just(["", "  - a", "", "  # c", "  - b"]),
    st.just(["", "- a"]),
    st.just(["", "  nested: x", "  more:", "    - y"]),
    st.just([" a # why"]),
    st.just([" 'it''s' # why"]),
)


@given(
    st.lists(values, min_size=3, max_size=3),
    st.sampled_from(["", "\r"]),
    st.sampled_from(["new", "a: b", ["x", "y"], []]),
)
def test_setting_one_key_leaves_the_other_lines(
    found: list[list[str]], newline: str, value: str | list[str]
) -> None:
    """The lines of other keys, comments between them and their line ends are the same after a key is set."""
    parts = [[f"key{place}:{first}", *rest, "# between"] for place, (first, *rest) in enumerate(found)]
    lines = [line + newline for part in parts for line in part]
    try:
        before = frontmatter.read(lines, "x.md")
    except Malformed:
        return
    after = frontmatter.patch(lines, "key1", value, ["key0", "key1", "key2"], newline)
    assert after[: len(parts[0])] == lines[: len(parts[0])]
    assert after[len(after) - len(parts[2]) :] == lines[len(lines) - len(parts[2]) :]
    assert all(line.endswith(newline) for line in after)
    assert frontmatter.read(after, "x.md") == {**before, "key1": value}


def test_a_comment_behind_a_value_stays() -> None:
    """A person's remark behind a value survives a new value, also behind a quoted one that holds a `#`."""
    assert frontmatter.patch(["status: active # since May"], "status", "paused", ["status"]) == [
        "status: paused # since May"
    ]
    assert frontmatter.patch(["a: 'x # y' # z"], "a", "b", ["a"]) == ["a: b # z"]
    assert frontmatter.patch(["tags: # mine", "  - a"], "tags", ["b"], ["tags"]) == ["tags: # mine", "  - b"]


def test_a_new_key_goes_to_its_place() -> None:
    """A key that was not there goes behind its nearest predecessor, else to the end."""
    order = ["id", "status", "number"]
    assert frontmatter.patch(["id: x", "mine: y"], "status", "active", order) == [
        "id: x",
        "status: active",
        "mine: y",
    ]
    assert frontmatter.patch(["mine: y"], "status", "active", order) == ["mine: y", "status: active"]
    lines = ["id: x", "status:", "  - a", "", "mine: y"]
    assert frontmatter.patch(lines, "number", "1", order)[3] == "number: 1"


@pytest.mark.parametrize(
    ("lines", "line", "what"),
    [
        (["id: x", "status: [a"], 0, "not valid YAML"),
        (["id: x", "key: 'a"], 0, "not valid YAML"),
        (["id: x", "id: y"], 3, "twice"),
        (["- a", "- b"], 2, "not `key: value`"),
        (["just words"], 2, "not `key: value`"),
        (["a: &x b", "c: *x"], 3, "alias"),
        (["id: x", "\tstatus: active"], 0, "not valid YAML"),
        (["id: a\x07b"], 0, "not valid YAML"),
        (["a: " + "[" * 5000], 2, "nested more than 30 levels"),
        (["? [a, b]", ": c"], 0, "not valid YAML"),
    ],
)
def test_broken_front_matter_is_named_with_its_line(lines: list[str], line: int, what: str) -> None:
    """What is no YAML mapping of plain keys is refused with its file, the line and what is wrong."""
    with pytest.raises(Malformed, match=what) as caught:
        frontmatter.read(lines, "some.md")
    assert caught.value.path == "some.md"
    assert line in (0, caught.value.line)


def test_a_quoted_key_is_the_same_key() -> None:
    """A key that a person wrote in quotes or with a space before its colon is changed, not doubled."""
    for line in ('"status": active', "'status': active", "status : active"):
        patched = frontmatter.patch([line], "status", "paused", ["status"])
        assert frontmatter.read(patched, "x.md") == {"status": "paused"}


def test_deep_nesting_is_refused_at_once() -> None:
    """Front matter nested thousands of levels deep is named with its line instead of being read for minutes."""
    with pytest.raises(Malformed, match=r"a\.md:2: .*nested more than 30 levels"):
        frontmatter.read(["zz: " + "[" * 20_000], "a.md")
