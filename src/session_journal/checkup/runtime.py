"""The runtime: the recorded interpreter, its libraries, what half and former set-ups left, and their folder."""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
import time

from .. import files
from ..errors import Problem, Refused
from . import installations, programs
from .finding import NOTE, Finding, Mend, fine
from .place import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place

LIBRARIES = "click, jinja2, markdown_it, rich.table, yaml"
"""What `runtime/build.py` loads to see that a runtime is complete."""
_LOADS = f"import sys; sys.path.append(sys.argv[1]); import {LIBRARIES}; print(sys.version)"
_AGAIN = "`session --version` sets it up again"
_HOUR, _DAY = 3_600, 86_400
_LARGE = 200_000_000


def look(place: Place) -> Iterator[Finding]:
    """Look at this person's folder for the plugin's data, and at the runtime in it."""
    yield from _folder(place)
    runtimes = os.path.join(place.data, "runtimes") if place.data else ""
    if runtimes and os.path.isdir(runtimes):
        yield from _half(runtimes)
        yield from _former(place, runtimes)
        yield from _cache(os.path.join(place.data, "pycache"))
    python = f"Python {sys.version_info[0]}.{sys.version_info[1]}.{sys.version_info[2]}"
    known = bool(place.plugin and place.data)
    found = fault(place, place.plugin) if known else None
    yield found or fine(f"{python}, {'its libraries are complete' if known else 'installed without the plugin'}")


def _folder(place: Place) -> Iterator[Finding]:
    if not place.data:
        text = (
            "neither HOME nor XDG_DATA_HOME names a folder, so nothing can be set up or remembered: set "
            "one of them"
        )
        yield Finding(what="home-unknown", text=text)
        return
    above = place.data
    while not os.path.lexists(above):
        above = os.path.dirname(above)
    if not os.path.isdir(above) or not os.access(above, os.W_OK | os.X_OK):
        text = (
            f"{above} cannot be written, so nothing can be set up or remembered: mend its owner or mode, "
            "or set XDG_DATA_HOME"
        )
        yield Finding(what="home-unwritable", text=text, path=above)


def fault(place: Place, plugin: str) -> Finding | None:
    """Return what is wrong with the runtime that a copy of the plugin asks for, None where it works."""
    lock = installations.lock_of(plugin)
    folder = os.path.join(place.data, "runtimes", lock)
    if not lock or not place.data or not os.path.isdir(folder):
        return _unusable(folder, f"the runtime {lock} is not set up on this machine")
    try:
        python = files.read_text(os.path.join(folder, "python"), limit=10_000).partition("\n")[0]
    except (OSError, Problem):
        return _unusable(folder, f"{folder}/python does not name an interpreter")
    if not os.access(python, os.X_OK):
        return _unusable(folder, f"{python}, the interpreter that {folder} was made for, is gone")
    if os.path.exists(os.path.join(folder, "broken")):
        return _unusable(folder, f"a hook found that {folder} does not start")
    environ = {name: value for name, value in place.environ.items() if not name.startswith("PYTHON")}
    said = programs.ask([python, "-I", "-S", "-c", _LOADS, os.path.join(folder, "site")], environ, seconds=20)
    if said is None or said.code:
        return _unusable(folder, f"the libraries in {folder}/site cannot be loaded by {python}")
    if programs.version(said.first_line)[:2] < (3, 10):
        return _unusable(folder, f"{python} is older than Python 3.10")
    return None


def _unusable(folder: str, why: str) -> Finding:
    return Finding(what="runtime-unusable", text=f"{why}: {_AGAIN}", path=folder)


def _half(runtimes: str) -> Iterator[Finding]:
    left = [
        os.path.join(runtimes, name)
        for name in _names(runtimes)
        if name.startswith((".new-", ".old-")) and _age(os.path.join(runtimes, name)) > _HOUR
    ]
    if left:
        size = sum(map(_size, left))
        text = f"{many(len(left), 'set-up')} in {runtimes} broke off and left {_megabytes(size)}"
        mend = Mend(does="remove what is left", do=lambda: _remove(runtimes, left))
        yield Finding(what="runtime-half", text=text, path=left[0], severity=NOTE, mend=mend)


def _former(place: Place, runtimes: str) -> Iterator[Finding]:
    """Yield the runtimes that no copy of the plugin on this machine asks for and no process runs on."""
    wanted = {installations.lock_of(folder) for folder in (place.plugin, *installations.copies(place)) if folder}
    for name in _names(runtimes):
        folder = os.path.join(runtimes, name)
        former = name.isalnum() and len(name) == 12 and name not in wanted and os.path.isdir(folder)
        if former and wanted and not os.path.islink(folder) and _age(folder) > _DAY and not _runs(folder):
            text = f"{folder} is a runtime of a former version, {_megabytes(_size(folder))}, and nothing uses it"
            mend = Mend(does="remove it", do=lambda path=folder: _remove(runtimes, [path]))  # type: ignore[misc]
            yield Finding(what="runtime-former", text=text, path=folder, severity=NOTE, mend=mend)


def _runs(folder: str) -> bool:
    """Tell whether a process that can be seen was started on a runtime."""
    wanted = b"SESSION_JOURNAL_SITE=" + os.fsencode(os.path.join(folder, "site")) + b"\0"
    for name in _names("/proc"):
        if name.isdecimal():
            try:
                with open(f"/proc/{name}/environ", "rb") as stream:
                    if wanted in stream.read(1_000_000) + b"\0":
                        return True
            except OSError:
                continue
    return False


def _cache(folder: str) -> Iterator[Finding]:
    if os.path.isdir(folder) and not os.access(folder, os.W_OK | os.X_OK):
        text = f"{folder} cannot be written, so every start compiles anew: mend its owner or mode"
        yield Finding(what="cache-unwritable", text=text, path=folder, severity=NOTE)
    elif os.path.isdir(folder) and _size(folder) > _LARGE:
        text = f"{folder} holds {_megabytes(_size(folder))} of byte code"
        mend = Mend(does="remove it; it is made again", do=lambda: _remove("", [folder]))
        yield Finding(what="cache-large", text=text, path=folder, severity=NOTE, mend=mend)


def _remove(runtimes: str, folders: list[str]) -> str:
    """Remove folders that can be made again, unless a set-up is at work beside them."""
    size = sum(map(_size, folders))
    with open(os.path.join(runtimes, ".lock") if runtimes else os.devnull, "a") as lock:
        try:
            if runtimes:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused("A set-up is at work there just now: try again in a moment.") from None
        for folder in folders:
            shutil.rmtree(folder)
    return f"Removed {', '.join(folders)} ({_megabytes(size)})"


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _age(path: str) -> float:
    try:
        return time.time() - os.lstat(path).st_mtime
    except OSError:
        return 0.0


def _size(folder: str) -> int:
    """Return the bytes below a folder, counting so many files at most."""
    total, room = 0, 50_000
    for above, _, names in os.walk(folder):
        for name in names[:room]:
            room -= 1
            try:
                total += os.lstat(os.path.join(above, name)).st_size
            except OSError:
                continue
        if room <= 0:
            break
    return total


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
