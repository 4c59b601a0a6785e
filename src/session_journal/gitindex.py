"""What git's index tracks: asked of the index's bytes, versions 2 to 4. What cannot be told counts as tracked.

In versions 2 and 3 each name stands there whole, so it is searched for and what stands around it is looked at:
the length before it and the end behind it. Version 4 leaves out what a name shares with the one before, so its
entries are read in their order up to where the name would be. A split index has its names in another file.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER, _FIXED = 12, 40
_ID_SIZES = (20, 32)
"""Bytes of an object's id, and of the checksum at the index's end: SHA-1, SHA-256."""
_LONG = 0xFFF
"""The length that an entry gives for a name of as many bytes or more."""
_MOST_ENTRIES = 200_000


def tracks(index: bytes, name: bytes) -> bool:
    """Tell whether an index has a file of this name or below it, or may have one."""
    if index[:4] != b"DIRC" or index[4:7] != b"\0\0\0" or index[7] not in (2, 3, 4):
        return True
    if _has_extension(index, b"link"):
        return True
    if index[7] == 4:
        return _is_among(index, name)
    folders = _folders(name) if _has_extension(index, b"sdir") else ()
    return _stands_in(index, name) or any(_stands_in(index, folder, b"\0") for folder in folders)


def _folders(name: bytes) -> Iterator[bytes]:
    """Yield the folders above a name: in a sparse index one of them may stand for all below it."""
    at = name.find(b"/")
    while at >= 0:
        yield name[: at + 1]
        at = name.find(b"/", at + 1)


def _stands_in(index: bytes, name: bytes, ends: bytes = b"\0/") -> bool:
    at = index.find(name, _HEADER)
    while at >= 0:
        if index[at + len(name) : at + len(name) + 1] in {ends[:1], ends[1:]} and _begins_at(index, at):
            return True
        at = index.find(name, at + 1)
    return False


def _begins_at(index: bytes, at: int) -> bool:
    """Tell whether an entry's name begins here: its length stands before it, or before more flags."""
    length = min(index.find(b"\0", at) - at, _LONG)
    return length in (_number(index, at - 2) & _LONG, _number(index, at - 4) & _LONG)


def _number(index: bytes, at: int) -> int:
    return int.from_bytes(index[at : at + 2], "big")


def _has_extension(index: bytes, signature: bytes) -> bool:
    """Tell whether the index ends with this extension, or with it and others, up to the checksum."""
    at = index.rfind(signature)
    while at >= 0:
        if _leads_to_the_end(index, at):
            return True
        at = index.rfind(signature, 0, at + len(signature) - 1)
    return False


def _leads_to_the_end(index: bytes, at: int) -> bool:
    ends = [len(index) - size for size in _ID_SIZES]
    while at < ends[0] and index[at : at + 4].isalpha():
        at += 8 + int.from_bytes(index[at + 4 : at + 8], "big")
        if at in ends:
            return True
    return False


def _is_among(index: bytes, name: bytes) -> bool:
    """Read the entries of version 4 up to where a name would stand; True where that is not to be found out."""
    known = b""
    try:
        for known in _names(index):
            if known == name or known.startswith(name + b"/") or (known[-1:] == b"/" and name.startswith(known)):
                return True
            if known > name + b"0":  # behind all that begin with the name and a slash
                return False
    except (IndexError, ValueError):
        return True
    return False


def _names(index: bytes) -> Iterator[bytes]:
    """Yield the names of a version 4 index; raises ValueError, IndexError where they cannot be read."""
    count = int.from_bytes(index[8:12], "big")
    name = b""
    at = _HEADER
    for number in range(count):
        flags = at + _FIXED + _ID_SIZES[0]
        start = flags + (4 if index[flags] & 0x40 else 2)
        dropped, start = _varint(index, start)
        end = index.index(b"\0", start)
        if dropped > len(name) or number >= _MOST_ENTRIES:
            raise ValueError
        name = name[: len(name) - dropped] + index[start:end]
        if min(len(name), _LONG) != _number(index, flags) & _LONG:  # other ids, or damaged
            raise ValueError
        yield name
        at = end + 1


def _varint(index: bytes, at: int) -> tuple[int, int]:
    """Return a number in git's encoding of variable length, and where it ends."""
    byte = index[at]
    value = byte & 127
    while byte & 128:
        at += 1
        byte = index[at]
        value = ((value + 1) << 7) + (byte & 127)
    return value, at + 1
