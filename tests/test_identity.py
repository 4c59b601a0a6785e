"""What names a session."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session_journal import identity, timestamps


@given(st.integers(0, 2**47))
def test_an_id_is_a_version_7_uuid_of_its_time(millisecond: int) -> None:
    """An id is a UUIDv7 as RFC 9562 says, with the time in its first 48 bits; ids of later times sort later."""
    made = identity.new_id(millisecond * 1000 + 999)
    parsed = uuid.UUID(made)
    assert identity.is_id(made)
    assert (parsed.version, parsed.variant, str(parsed)) == (7, uuid.RFC_4122, made)
    assert parsed.int >> 80 == millisecond
    assert identity.new_id((millisecond + 1) * 1000) > made


def test_ids_of_one_moment_differ() -> None:
    """A thousand sessions started in one microsecond have a thousand ids."""
    assert len({identity.new_id(0) for _ in range(1000)}) == 1000


def test_a_tracking_id_is_derived() -> None:
    """The tracking ID holds the creation time and the end of the id."""
    created = timestamps.parse("2025-01-15T10:00:00Z") or 0
    session_id = "019abc12-3456-7def-8901-234567890abc"
    assert identity.tracking_id(session_id, created) == "SESSION-20250115-100000-0ABC"
    assert identity.key_of(session_id) == "890abc"


@pytest.mark.parametrize(
    "text",
    ["", "x", "019ABC12-3456-7def-8901-234567890abc", "019abc1234567def8901234567890abc", "g" * 36, "-" * 36],
)
def test_what_is_no_id(text: str) -> None:
    """Only the usual spelling in lower case is an id."""
    assert not identity.is_id(text)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Fix the Sweep Bug!", "fix-the-sweep-bug"),
        ("fix/sweep_trigger", "fix-sweep-trigger"),
        ("Über Straße, café", "uber-strasse-cafe"),
        ("修复 竞争", "修复-竞争"),
        ("データを移す", "データを移す"),
        ("  ../../etc/passwd ", "etc-passwd"),
        ("a" * 100, "a" * 40),
        ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
        ("🎉", ""),
        ("...", ""),
        ("#123", "123"),
        ("-rf", "rf"),
    ],
)
def test_names_are_made_of_words(words: str, name: str) -> None:
    """A shortname is letters and digits joined by dashes, whatever it is made from."""
    assert identity.shortname(words) == name


@given(st.text(max_size=80))
def test_a_shortname_is_a_safe_file_name(text: str) -> None:
    """No shortname leaves its folder, hides itself, or is too long for a file name; making it again keeps it."""
    name = identity.shortname(text)
    assert not set(name) & set('/\\:*?"<>| .\0\n\t')
    assert not name.startswith("-")
    assert len(name) <= identity.SHORTNAME_LENGTH
    assert len(name.encode()) < 200
    assert identity.shortname(name) == name
