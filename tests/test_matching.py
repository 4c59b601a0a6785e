"""Finding what a person means by a part of its text."""

from __future__ import annotations

import pytest

from session_journal import matching


@pytest.mark.parametrize(
    ("wanted", "texts", "found"),
    [
        ("Fix", ["Fix it", "Fix"], [1]),
        ("fix", ["Fix it", "Fix"], [1]),
        ("fix", ["Fix it", "Prefix"], [0]),
        ("test", ["Add a test", "Write"], [0]),
        ("a", ["ab", "ac"], [0, 1]),
        ("  FIX   it ", ["fix it"], [0]),
        ("STRASSE", ["straße"], [0]),
        ("nothing", ["a"], []),
        ("", ["a"], []),
        ("  ", ["a"], []),
    ],
)
def test_the_closest_kind_of_match_counts(wanted: str, texts: list[str], found: list[int]) -> None:
    """Exact, then alike but for case and spaces, then a beginning, then a part: the first kind that has any."""
    assert matching.matches(wanted, texts) == found
