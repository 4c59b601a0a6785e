"""Entries are sorted by the instants in their names, of whatever make, and strangers are left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session_journal.journal import Journal, instant_of

OURS = st.from_regex(
    r"20[0-9]{2}(0[0-9]|1[0-3])([0-2][0-9]|3[0-2])T([01][0-9]|2[0-4])([0-5][0-9]|60)([0-5][0-9]|6[01])"
    r"\.[0-9]{6}Z-(done|next|x-y)-[a-z0-9]{4}",
    fullmatch=True,
)
OLDER = st.from_regex(r"20[0-9]{2}-(0[1-9]|1[0-2])-[0-2][0-9]T[01][0-9]:[0-5][0-9]:00", fullmatch=True)
STRANGE = st.sampled_from(["none", "notes", "20250115T100000Z-done-abcd", "20250115T100000.5Z-next-abcd", "2025"])
NAMES = st.lists(st.one_of(OURS, OLDER, STRANGE), unique=True, max_size=8)


@given(NAMES, st.one_of(OURS, OLDER, STRANGE))
def test_the_order_is_that_of_the_instants(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], last: str
) -> None:
    """Whatever the names, they come in the order of their instants; those behind a name are the later ones."""
    folder = tmp_path_factory.mktemp("entries")
    fill(folder, names)
    dated = sorted((name for name in names if instant_of(name)), key=lambda name: (instant_of(name), name))
    journal = Journal(str(folder))
    assert journal.names() == dated
    later = [name for name in dated if (instant_of(name), name) > (instant_of(last), last)]
    assert [entry.name for entry in journal.after(last)] == later


def fill(folder: Path, names: list[str]) -> None:
    """Make an entry of each name."""
    for name in names:
        (folder / f"{name}.md").write_text("---\nkind: note\n---\n\n")


@pytest.mark.parametrize("odd", [[], ["2025-01-09T10:30:00", "20250131T100000.000000Z-done-zzzz"]])
def test_the_latest_of_many_come_first(tmp_path: Path, odd: list[str]) -> None:
    """Among thousands of names the latest come first, all of them come, and kinds are told apart."""
    kinds = ("note", "done", "next")
    made = [
        f"202501{1 + n * 7 % 28:02d}T1{n % 6}{n % 60:02d}00.{n:06d}Z-{kinds[n % 7 % 3]}-abcd" for n in range(3_000)
    ]
    fill(tmp_path, [*made, *odd])
    journal = Journal(str(tmp_path))
    dated = sorted([*made, *odd], key=lambda name: (instant_of(name), name))
    assert list(journal.latest()) == dated[::-1]
    assert journal.last() == dated[-1]
    done = [name for name in dated if "-done-" in name]
    assert [entry.name for entry in journal.newest(40, ("done",))] == done[:-41:-1]
    assert [entry.name for entry in journal.all(("done",))] == done
