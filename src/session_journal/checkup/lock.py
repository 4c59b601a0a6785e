"""The writers' lock: who holds it for longer than a moment, and whether that process is stopped."""

from __future__ import annotations

import fcntl
import os
import stat
import time

from .finding import Finding, fine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place

_PATIENCE = 1.5
_TICKS = "SC_CLK_TCK"


def look(place: Place) -> Iterator[Finding]:
    """Try the lock as a writer does, for a moment."""
    path = place.store.path(".state", "lock")
    shown = place.store.relative(path)
    try:
        facts = os.lstat(path)
    except OSError:
        yield fine("the lock is free")
        return
    if not stat.S_ISREG(facts.st_mode):
        text = (
            f"{shown} is not a regular file, so nothing can be written: remove it, the next record makes a new one"
        )
        yield Finding(what="lock-odd", text=text, path=shown)
        return
    try:
        free = _gets_free(path)
    except OSError as error:
        text = f"{shown} cannot be opened ({error.strerror}), so nothing can be written: mend its owner and mode"
        yield Finding(what="lock-unusable", text=text, path=shown)
        return
    yield fine("the lock is free") if free else _held(shown, facts.st_ino, path)


def _gets_free(path: str) -> bool:
    until = time.monotonic() + _PATIENCE
    while True:
        if _is_free(path):
            return True
        if time.monotonic() > until:
            return False
        time.sleep(0.05)


def _is_free(path: str) -> bool:
    descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def _held(shown: str, inode: int, path: str) -> Finding:
    holder = _holder(inode, path)
    if not holder:
        text = (
            f"{shown} has been held for {_PATIENCE:g} s by a process that cannot be seen from here: look "
            "for a `session` or an editor's plugin that hangs"
        )
        return Finding(what="lock-held", text=text, path=shown)
    name, state, age = _process(holder)
    who = f"{shown} is held by process {holder} ({name}), which was started {age} ago"
    if state in ("T", "t"):
        text = (
            f"{who} and is stopped: `kill -CONT {holder}` lets it go on, `kill -KILL {holder}` ends it; "
            "what it had acknowledged is safe"
        )
        return Finding(what="lock-stopped", text=text, path=shown)
    return Finding(what="lock-held", text=f"{who}: wait for it, or end it if it hangs", path=shown)


def _holder(inode: int, path: str) -> int:
    """Return the process that holds a lock on a file (proc(5), /proc/locks), 0 where that cannot be told."""
    try:
        with open("/proc/locks", encoding="ascii", errors="replace") as stream:
            rows = [line.split() for line in stream.read(1_000_000).splitlines()]
    except OSError:
        return 0
    for row in rows:
        ours = len(row) > 5 and row[1] == "FLOCK" and row[5].endswith(f":{inode}") and row[4].isdecimal()
        if ours and _has_open(int(row[4]), path):
            return int(row[4])
    return 0


def _has_open(process: int, path: str) -> bool:
    """Tell whether a process has a file open: an inode's number alone may be of another file system."""
    try:
        wanted = os.stat(path)
        for name in os.listdir(f"/proc/{process}/fd"):
            facts = os.stat(f"/proc/{process}/fd/{name}")
            if (facts.st_dev, facts.st_ino) == (wanted.st_dev, wanted.st_ino):
                return True
    except OSError:
        return False
    return False


def _process(process: int) -> tuple[str, str, str]:
    """Return a process's name, its state's letter and its age in words."""
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as stream:
            text = stream.read(4096)
        with open("/proc/uptime", encoding="ascii") as stream:
            uptime = float(stream.read().split()[0])
        name = text.partition("(")[2].rpartition(")")[0]
        fields = text.rpartition(")")[2].split()
        seconds = max(0, int(uptime - int(fields[19]) / os.sysconf(_TICKS)))
    except (OSError, ValueError, IndexError):
        return "unknown", "?", "some time"
    return "".join(c for c in name if c.isprintable()), fields[0], _age(seconds)


def _age(seconds: int) -> str:
    for size, unit in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}s"
    return f"{seconds} second{'' if seconds == 1 else 's'}"
