"""Entries that count together or not at all: first one file with all of them, then a file each.

`NAME.batch`, called after its first entry, stands among the entries. With it they are there, all at once; then
each gets its own file, and the batch goes. Where a crash came between, readers take what is missing from it, and
the next writer goes on. Inside stands for each entry a line `NAME LENGTH`, its bytes and a newline.
"""

from __future__ import annotations

import os

from . import files
from .errors import Malformed, Problem
from .naming import BATCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LARGEST = 8 * files.MAX_BYTES


def dump(entries: Mapping[str, bytes]) -> bytes:
    """Return a batch's bytes, from the bytes of its entries by their names."""
    parts = [b"%s %d\n%s\n" % (name.encode(), len(data), data) for name, data in entries.items()]
    return b"".join(parts)


def load(data: bytes, path: str) -> dict[str, bytes]:
    """Return the bytes of a batch's entries by their names; raises Malformed."""
    found: dict[str, bytes] = {}
    place = 0
    while place < len(data):
        head, newline, _ = data[place : place + 300].partition(b"\n")
        name, space, length = head.decode("ascii", "replace").rpartition(" ")
        start = place + len(head) + 1
        end = start + int(length) if length.isascii() and length.isdecimal() and len(length) < 10 else -1
        if not (newline and space and _is_name(name)) or end < start or data[end : end + 1] != b"\n":
            raise Malformed(path, 0, "is no batch of entries")
        found[name] = data[start:end]
        place = end + 1
    return found


def _is_name(name: str) -> bool:
    """Tell whether it can be an entry's name and leads nowhere else."""
    return name.isascii() and name[:1].isdecimal() and not name.strip(_LETTERS)


_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"


def read(folder: str, names: Iterable[str]) -> dict[str, bytes]:
    """Return the entries of the batches among a folder's names; FileNotFoundError where one is gone by now."""
    found: dict[str, bytes] = {}
    for name in names:
        if name.endswith(BATCH) and name[0] != ".":
            path = os.path.join(folder, name)
            try:
                found |= load(files.read(path, _LARGEST), path)
            except Problem:
                continue
    return found


def write(folder: str, entries: Mapping[str, bytes]) -> None:
    """Write entries so that all of them count or none; raises Unusable, and none counts then."""
    path = os.path.join(folder, next(iter(entries)) + BATCH)
    files.create(path, dump(entries))
    finish(folder, [os.path.basename(path)])


def finish(folder: str, names: Sequence[str]) -> None:
    """Give each entry of the batches among the names its file; what cannot be done now is left to the next."""
    for name in names:
        if not name.endswith(BATCH) or name[0] == ".":
            continue
        path = os.path.join(folder, name)
        try:
            for entry, data in load(files.read(path, _LARGEST), path).items():
                _unpack(os.path.join(folder, entry + ".md"), data)
            files.sync_folder(folder)
            files.remove(path)
        except (Problem, OSError):
            continue


def _unpack(path: str, data: bytes) -> None:
    try:
        files.create(path, data, settled=False)
    except FileExistsError:  # the crash came later
        return
