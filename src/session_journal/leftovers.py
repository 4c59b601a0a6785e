"""What killed writers leave beside the files that they were writing: swept, or put where it belongs.

`.NAME.PID-HEX.tmp` is half of a file that nobody waits for. `.NAME.PID-SUMS.swap` is whole and was about to change
places with NAME, or just had: it is ours where its checksum is one of the two in its name. Any other content was
saved by somebody in that very moment, and goes back to its place.
"""

from __future__ import annotations

import binascii
import os
import time

from . import files
from .errors import Problem
from .exchange import exchange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_FRESH = 60.0
"""Seconds during which a file may belong to a writer whose process cannot be seen from here."""
_OLD = 86_400.0


def sweep(folder: str, names: Iterable[str] | None = None) -> list[str]:
    """Remove what dead writers left in a folder and put right what they were at; return what is kept aside.

    `names` saves listing the folder where that was done. Called where nobody else writes in it; never raises.
    """
    try:
        found = os.listdir(folder) if names is None else names
        left = [name for name in found if name[:1] == "." and name.endswith((".tmp", ".swap"))]
        return [path for name in left if (path := _settle(folder, name))]
    except OSError:
        return []


def _settle(folder: str, name: str) -> str:
    path = os.path.join(folder, name)
    stem, dot, mark = name[1:].rpartition(".")[0].rpartition(".")
    process, dash, sums = mark.partition("-")
    if not (dot and dash and process.isdecimal() and _is_hex(sums)) or _is_at_work(path, int(process)):
        return ""
    if name.endswith(".tmp"):
        files.forget(path)
        return ""
    return _put_right(path, os.path.join(folder, stem), sums)


def _is_hex(text: str) -> bool:
    return len(text) in (8, 16) and not text.strip("0123456789abcdef")


def _is_at_work(path: str, process: int) -> bool:
    """Tell whether a file may still be somebody's: its writer lives, or could live where we cannot see it."""
    age = time.time() - os.lstat(path).st_mtime
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return 0 <= age < _FRESH
    except (OSError, OverflowError):  # it is another person's
        pass
    return 0 <= age < _OLD


def _put_right(path: str, target: str, sums: str) -> str:
    """Remove a file that changed places with another, or put it back; return its path where it must be kept."""
    own = _sum(path)
    if own in (sums[:8], sums[8:]):
        files.forget(path)
        return ""
    if own and _sum(target) == sums[:8] and exchange(path, target):
        files.forget(path)
        return ""
    return path


def _sum(path: str) -> str:
    try:
        return f"{binascii.crc32(files.read(path)):08x}"
    except (OSError, Problem):
        return ""
