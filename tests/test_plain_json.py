"""JSON without the standard library's `json`, held to it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session_journal import plain_json

NOT_JSON = object()
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=())),
)
values: st.SearchStrategy[Any] = st.recursive(
    scalars, lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)), max_leaves=10
)
pieces = st.sampled_from(
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"',
        '"a"',
        "1",
        "-",
        "1e5",
        "null",
        "true",
        "nul",
        " ",
        "\n",
        "\\",
        "\\u12",
        "NaN",
    ]
)


def read(text: str) -> Any:
    """Return what we read of a text, or that it is no JSON."""
    try:
        return plain_json.loads(text)
    except ValueError:
        return NOT_JSON


@given(values)
def test_what_is_written_is_read_by_both(value: Any) -> None:
    """Any value comes back, from what we write as from what `json` writes."""
    written = plain_json.dumps(value)
    assert plain_json.loads(written) == value == json.loads(written)
    for ascii_only in (True, False):
        assert plain_json.loads(json.dumps(value, ensure_ascii=ascii_only)) == value
    assert written.isascii()


@given(st.one_of(st.text(max_size=20), st.lists(pieces, max_size=8).map("".join)))
def test_what_is_no_json_is_refused_alike(text: str) -> None:
    """A text is JSON for us exactly when it is for `json`, but for its NaN and Infinity, which are none."""
    try:
        expected = json.loads(text, strict=False, parse_constant=int)
    except ValueError:
        expected = NOT_JSON
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "NaN", "[Infinity]", "{} {}", "[" * 200_000, '{"a":' * 100_000, "\ufeff{}"]
)
def test_odd_texts_are_refused_without_harm(text: str) -> None:
    """Nothing, constants that are no JSON, two values and absurd depths are no JSON."""
    assert read(text) is NOT_JSON
