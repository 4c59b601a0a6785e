"""Two files that change places in one step, where the kernel offers that.

Python's `os` does not: the C function is called through `_ctypes`, which costs a fifth of what `ctypes` does.
"""

from __future__ import annotations

import binascii
import os
import stat
import sys

_FLAG = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
_HERE = -100  # AT_FDCWD


def exchange(one: str, other: str) -> bool:
    """Let two paths' files change places; tell whether they did. Nothing happened where not."""
    try:
        import _ctypes  # noqa: PLC0415 - only where a document is written

        own = _ctypes.dlopen(None, os.RTLD_NOW)  # type: ignore[arg-type]  # this process itself
        first, second = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            result = _ctypes.call_cdeclfunction(_ctypes.dlsym(own, "renamex_np"), (first, second, _FLAG))
        else:
            function = _ctypes.dlsym(own, "renameat2")
            result = _ctypes.call_cdeclfunction(function, (_HERE, first, _HERE, second, _FLAG))
    except (ImportError, AttributeError, OSError, ValueError):  # another platform, a C library from before 2018
        return False
    return bool(result == 0)


def what_came_out(aside: str, target: str, data: bytes, expected: bytes) -> bool:
    """Look at what stood in the place that ours was put in; remove nothing that is not known."""
    if _holds(aside, expected):
        os.unlink(aside)
        return True
    if exchange(aside, target):
        if _holds(aside, data):
            os.unlink(aside)
        else:  # saved once more, upon ours: what is newest stays, what came before waits for `leftovers`
            exchange(aside, target)
    return False


def swap_path(target: str, data: bytes, expected: bytes) -> str:
    """Return the path of a file that is to change places with `target`; `leftovers` reads the two checksums."""
    folder, name = os.path.split(target)
    sums = f"{binascii.crc32(data):08x}{binascii.crc32(expected):08x}"
    return os.path.join(folder, f".{name[:200]}.{os.getpid()}-{sums}.swap")


def _holds(path: str, expected: bytes) -> bool:
    """Tell whether a file is a regular one with these bytes."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as stream:
            facts = os.fstat(descriptor)
            return stat.S_ISREG(facts.st_mode) and stream.read(len(expected) + 1) == expected
    except OSError:
        return False
