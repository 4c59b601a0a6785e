"""The store's one writer lock: the kernel's `flock`, which dies with its holder; knows no sessions.

Who finds it taken stands in the kernel's own line, so that the first to come is the first to write and waiting
costs nothing: a thread waits, since only that can be given up after a time without touching the process's signals.
The file holds a word from the last holder, who may have been killed, to the next.
"""

from __future__ import annotations

import _thread
import errno
import fcntl
import os
import time

from .errors import Busy, Unusable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

_PAUSE = 0.01
_LONGEST = 16
_PATIENT, _LONG_LINE = 10.0, 6


class Lock:
    """`with Lock(path, seconds=2): …`; raises Busy after that time, Unusable where there can be none.

    Ten seconds and more begin anew, a few times, where somebody had his turn: the line is long, not stuck.
    """

    def __init__(self, path: str, seconds: float) -> None:
        self._path, self._seconds, self._descriptor = path, seconds, -1

    def __enter__(self) -> Lock:
        """Take the lock, waiting at most the given seconds."""
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK
            self._descriptor = os.open(self._path, flags, 0o600)
            taken = _take(self._descriptor)
        except OSError as error:
            self._close()
            raise Unusable(self._path, error) from error
        if taken:
            return self
        try:
            taken = self._wait()
        except RuntimeError:  # no thread can be started
            taken = self._poll()
        if not taken:
            self._descriptor = -1  # whoever waits there closes it
            raise Busy(self._path, self._seconds)
        return self

    def word(self) -> str:
        """Return what the last holder left, "" for nothing."""
        try:
            return os.pread(self._descriptor, _LONGEST, 0).decode("ascii", "replace").strip()
        except OSError:  # a FIFO in its place
            return ""

    def leave(self, word: str) -> None:
        """Leave a short word to the next holder."""
        try:
            os.pwrite(self._descriptor, word.ljust(_LONGEST).encode("ascii", "replace"), 0)
        except OSError:  # no space: it saves the next one nothing but a search
            return

    def _wait(self) -> bool:
        if self._seconds <= 0:
            return _given_up(self._descriptor)
        place = _Place(self._descriptor)
        for _ in range(_LONG_LINE if self._seconds >= _PATIENT else 1):
            before = os.fstat(self._descriptor).st_mtime_ns  # of the last word
            if place.wait(self._seconds):
                return True
            if os.fstat(self._descriptor).st_mtime_ns == before:
                break
        return not place.give_up()

    def _poll(self) -> bool:
        deadline = time.monotonic() + self._seconds
        while not _take(self._descriptor):
            if time.monotonic() >= deadline:
                return _given_up(self._descriptor)
            time.sleep(_PAUSE)
        return True

    def _close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Free the lock."""
        self._close()


def _take(descriptor: int) -> bool:
    """Take the lock if it is free."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EAGAIN, errno.EACCES, errno.EINTR):
            raise
        return False
    return True


def _given_up(descriptor: int) -> bool:
    os.close(descriptor)
    return False


class _Place:
    """A place in the line: a thread that waits in the kernel, and hands over or, given up, lets go."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._is_given_up = False
        self._mine = _thread.allocate_lock()  # over the two facts beside it
        self._turn = _thread.allocate_lock()
        self._turn.acquire()
        _thread.start_new_thread(self._stand, ())

    def _stand(self) -> None:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        except OSError:  # it is not handed over then, and the time runs out
            return
        with self._mine:
            if self._is_given_up:
                os.close(self._descriptor)
            else:
                self._turn.release()

    def wait(self, seconds: float) -> bool:
        """Wait for the turn; tell whether it came."""
        return self._turn.acquire(timeout=seconds)

    def give_up(self) -> bool:
        """Leave the line, unless the turn came just now; the descriptor is the thread's to close then."""
        with self._mine:
            self._is_given_up = not self._turn.acquire(blocking=False)
        return self._is_given_up
