"""The names of entries: when, of which kind, and four letters of chance; their order is that of writing."""

from __future__ import annotations

import os

from . import timestamps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BATCH = ".batch"
"""How the name of a file ends that holds several entries for a moment (see `batch`)."""
_MANY, _SAMPLE, _LATEST = 500, 250, 3
"""From how many names on the latest are told from the rest, and by which of how many samples."""
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def make(kind: str, instant: int) -> str:
    """Return a new entry's name."""
    chance = "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(4))
    return f"{timestamps.to_compact(instant)}-{kind}-{chance}"


def instant_of(name: str) -> int:
    """Return the instant in an entry's name, 0 where it holds none."""
    parts = name.split("-")
    if len(parts) >= 3 and parts[0].endswith("Z"):
        return timestamps.parse(parts[0]) or 0
    return timestamps.parse(name) or 0


def order(name: str) -> tuple[str, str]:
    """Return what entries are sorted by: the instant as it is spelt in names ("" for none), then the name.

    A journal may hold thousands, so that a name of ours is not taken apart.
    """
    clock = name[9:15]
    if (
        name[8:9] == "T"
        and name[15:16] == "."
        and name[22:23] == "Z"
        and "01" <= name[4:6] <= "12"
        and "01" <= name[6:8] <= "28"  # every month has those
        and clock[:2] < "24"
        and clock[2:4] < "60"
        and clock[4:] < "60"
        and (name[:8] + clock + name[16:22]).isdecimal()
        and name.isascii()
        and name.count("-") > 1
    ):
        return name[:22], name
    instant = instant_of(name)
    return timestamps.to_compact(instant)[:22] if instant else "", name


def of_kinds(names: list[str], kinds: Sequence[str]) -> list[str]:
    """Return the names of entries of the given kinds, all where none is given: no file is opened for that."""
    if not kinds:
        return names
    wanted = set(kinds)
    return [name for name in names if not wanted.isdisjoint(name.split("-")[1:-1])]


def portions(names: list[str]) -> Iterator[list[str]]:
    """Part names into the latest few and the rest, so that who wants the latest need not sort all of them.

    The bound between them is told from a sample. Names of another make sort by what they mean: no parts then.
    """
    alike = all(name[22:23] == "Z" and name[15:16] == "." and name[8:9] == "T" for name in names)
    if alike and len(names) > _MANY:
        bound = sorted(names[:: len(names) // _SAMPLE])[-_LATEST]
        yield [name for name in names if name >= bound]
        names = [name for name in names if name < bound]
    yield names


def in_order(names: Iterable[str]) -> list[str]:
    """Return the names of entries among these, in the order of writing."""
    return [name for instant, name in sorted(map(order, names)) if instant]
