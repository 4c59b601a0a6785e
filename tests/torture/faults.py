"""Failures in the place of system calls, for a process that is told at which one it fails or dies."""

from __future__ import annotations

import _ctypes
import builtins
import errno
import fcntl
import io
import os
import signal
from collections.abc import Callable
from typing import Any

WRITING = ("open", "write", "fsync", "replace", "rename", "link", "unlink", "mkdir", "rmdir", "close", "chmod")
CALLS = (*WRITING, "listdir", "scandir", "utime", "posix_spawn")
ERRORS = ("EIO", "ENOSPC", "EACCES", "EMFILE", "EDQUOT", "EROFS")


class Faults:
    """Counts the calls from `arm` on; at the one meant it raises an error, or kills the process before or after.

    `how` is the name of an error, "before" or "after"; `at` counts from 1, 0 is never.
    """

    def __init__(self, how: str = "", at: int = 0) -> None:
        self.how, self.at, self.count = how, at, 0
        self.struck = ""

    def arm(self) -> None:
        """Put itself in front of all calls that a write consists of."""
        for name in CALLS:
            setattr(os, name, self._around(name, getattr(os, name)))
        fcntl.flock = self._around("flock", fcntl.flock)
        _ctypes.call_cdeclfunction = self._around("exchange", _ctypes.call_cdeclfunction)
        real = builtins.open

        def opened(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
            if "b" in mode and "r" not in mode and isinstance(file, int):
                return Written(file)
            return real(file, mode, *rest, **more)

        builtins.open = opened

    def _around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def faulty(*given: Any, **named: Any) -> Any:
            self.count += 1
            if self.count != self.at:
                return call(*given, **named)
            self.struck = f"{name} {given[0] if given else ''}"
            if self.how == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            if self.how == "after":
                call(*given, **named)
                os.kill(os.getpid(), signal.SIGKILL)
            if name == "close":  # the descriptor is gone, whatever it says
                call(*given, **named)
            if name == "exchange":
                return -1
            number = getattr(errno, self.how)
            raise OSError(number, os.strerror(number), *given[:1] if isinstance(given[0], str) else ())

        return faulty


class Written(io.RawIOBase):
    """A file that is written through the calls of `os`, so that these can fail."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor

    def fileno(self) -> int:
        """Return the descriptor."""
        return self._descriptor

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def write(self, data: Any) -> int:
        """Write all of it."""
        left = memoryview(data)
        while left:
            left = left[os.write(self._descriptor, left) :]
        return len(data)

    def tell(self) -> int:
        """Return the place of the next byte."""
        return os.lseek(self._descriptor, 0, os.SEEK_CUR)

    def close(self) -> None:
        """Close the descriptor, once."""
        if not self.closed:
            super().close()
            os.close(self._descriptor)
