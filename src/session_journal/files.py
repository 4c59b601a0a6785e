"""Files written so that a crash, a second writer or a full disk loses nothing; knows no sessions.

A created file appears whole or not at all and never replaces another; a replaced file keeps its mode.
Both are on the disk (fsync) when the call returns, but for what can be made again. The lock is the kernel's: it
dies with its holder.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time

from .errors import Busy, Malformed, Problem, Unusable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import BinaryIO

MAX_BYTES = 8_000_000
"""A document or entry above this size is refused rather than read into memory."""


def read(path: str, limit: int = MAX_BYTES) -> bytes:
    """Return a regular file's bytes.

    Raises FileNotFoundError; Malformed for a folder, FIFO, device or a file above `limit` bytes; Unusable for
    what the file system refuses.
    """
    with open_regular(path) as stream:
        if os.fstat(stream.fileno()).st_size > limit:
            raise Malformed(path, 0, f"is larger than {_size(limit)}")
        return _within(path, stream.read, limit + 1)


def read_start(path: str, count: int) -> bytes:
    """Return a regular file's first bytes; raises as `read` does."""
    with open_regular(path) as stream:
        return _within(path, stream.read, count)


def open_regular(path: str, buffering: int = -1) -> BinaryIO:
    """Open a regular file for reading; raises as `read` does."""
    return open(_descriptor(path, os.O_RDONLY), "rb", buffering)


def open_log(path: str) -> BinaryIO:
    """Open a regular file for adding to its end, made where missing; raises Malformed, Unusable."""
    return open(_descriptor(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), "ab")


def _descriptor(path: str, flags: int) -> int:
    """Open a regular file; neither a FIFO nor a device is waited for."""
    try:
        # O_NONBLOCK: opening a FIFO must not wait for its other end
        descriptor = os.open(path, flags | os.O_NONBLOCK | os.O_CLOEXEC, 0o600)
    except FileNotFoundError:
        raise
    except ValueError:
        raise Unusable(path, "no file can be called that") from None
    except OSError as error:
        raise Unusable(path, error) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Malformed(path, 0, "is not a regular file")
    return descriptor


def _within(path: str, call: Callable[[int], bytes], count: int) -> bytes:
    try:
        return call(count)
    except OSError as error:  # such as a disk that fails
        raise Unusable(path, error) from error


def _size(limit: int) -> str:
    return f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit // 1_000} kB"


def read_text(path: str, limit: int = MAX_BYTES) -> str:
    """Return a file's text; bytes that are not UTF-8 come back as they were when it is written again."""
    return read(path, limit).decode("utf-8", "surrogateescape")


def make_folder(path: str, mode: int = 0o700) -> None:
    """Make a folder and its parents where missing, each with this mode; raises Unusable."""
    try:
        os.mkdir(path, mode)
    except FileExistsError:
        if not os.path.isdir(path):
            raise Unusable(path, "is not a folder") from None
    except FileNotFoundError as error:
        if os.path.isdir(os.path.dirname(path)):  # nothing can be made there, as in /proc
            raise Unusable(path, error) from error
        make_folder(os.path.dirname(path), mode)
        make_folder(path, mode)
    except OSError as error:
        raise Unusable(path, error) from error


def _sync_folder(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # file systems that cannot sync a folder
            raise
    finally:
        os.close(descriptor)


def _write_temporary(path: str, data: bytes, mode: int, *, durable: bool = True) -> str:
    """Write `data` to a new hidden file beside `path`, synced where it is to be durable; return its path."""
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name[:60]}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def create(path: str, data: bytes, mode: int = 0o600) -> None:
    """Make a new file that appears whole; raises FileExistsError, or Unusable."""
    folder = os.path.dirname(path)
    try:
        temporary = _write_temporary(path, data, mode)
        try:
            os.link(temporary, path)
        finally:
            os.unlink(temporary)
        _sync_folder(folder)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK):
            _create_without_links(path, data, mode)
            return
        raise Unusable(path, error) from error


def _create_without_links(path: str, data: bytes, mode: int) -> None:
    """Create on a file system without hard links: exclusive, removed again when the writing fails."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
        try:
            with open(descriptor, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        except BaseException:
            os.unlink(path)
            raise
        _sync_folder(os.path.dirname(path))
    except FileExistsError:
        raise
    except OSError as error:
        raise Unusable(path, error) from error


def replace(
    path: str, data: bytes, *, expected: bytes | None = None, mode: int = 0o600, durable: bool = True
) -> bool:
    """Put `data` in the place of the file at once, keeping its mode (`mode` for a new one).

    With `expected`, nothing is written and False returned when the file no longer holds those bytes: somebody
    else changed it meanwhile. What is not `durable` may be lost with the power, which saves waiting for the disk
    where the file can be made again. Raises Unusable.
    """
    target = os.path.realpath(path)
    try:
        with_mode = _mode_of(target, mode)
        temporary = _write_temporary(target, data, with_mode, durable=durable)
        try:
            os.chmod(temporary, with_mode)  # the umask took bits away
            if expected is not None and read(target) != expected:
                os.unlink(temporary)
                return False
            os.replace(temporary, target)
        except BaseException:
            _forget(temporary)
            raise
        if durable:
            _sync_folder(os.path.dirname(target))
    except OSError as error:
        raise Unusable(path, error) from error
    return True


def _mode_of(path: str, otherwise: int) -> int:
    """Return the mode of the file that is to be replaced; raises Unusable for what is no regular file."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return otherwise
    if not stat.S_ISREG(mode):  # a device must not be renamed over, whoever may do that
        raise Unusable(path, "is not a regular file")
    return stat.S_IMODE(mode)


def _forget(path: str) -> None:
    """Remove a file of ours if it is still there."""
    try:
        os.unlink(path)
    except OSError:
        return


def remove(path: str) -> None:
    """Remove a file of ours if it is there; raises Unusable."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise Unusable(path, error) from error


def move(source: str, target: str) -> None:
    """Rename a file within one file system, synced; raises Unusable, also when the target is there."""
    try:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "is already there")
        os.rename(source, target)
        _sync_folder(os.path.dirname(target))
        _sync_folder(os.path.dirname(source))
    except OSError as error:
        raise Unusable(target, error) from error


def append_bounded(path: str, line: str, limit: int = 64_000) -> None:
    """Add a line to a log that keeps its newer half when it grows above `limit` bytes; never raises."""
    try:
        with open_log(path) as stream:
            stream.write(line.encode("utf-8", "replace") + b"\n")
            size = stream.tell()
        if size > limit:
            with open_regular(path) as stream:
                stream.seek(-limit // 2, os.SEEK_END)
                kept = stream.read(limit).partition(b"\n")[2]
            replace(path, kept)
    except (OSError, Problem):
        return


class Lock:
    """The store's one writer lock: `with Lock(path, seconds=2): …`; raises Busy after that time.

    The kernel's `flock`, so a killed holder frees it. Waiting polls with short, growing pauses.
    """

    def __init__(self, path: str, seconds: float) -> None:
        self._path, self._seconds, self._descriptor = path, seconds, -1

    def __enter__(self) -> Lock:
        """Take the lock, waiting at most the given seconds."""
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK
            self._descriptor = os.open(self._path, flags, 0o600)
        except OSError as error:
            raise Unusable(self._path, error) from error
        deadline, pause = time.monotonic() + self._seconds, 0.001
        while True:
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return self
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.EACCES, errno.EINTR):
                    os.close(self._descriptor)
                    raise Unusable(self._path, error) from error
            if time.monotonic() >= deadline:
                os.close(self._descriptor)
                raise Busy(self._path, self._seconds)
            time.sleep(pause)
            pause = min(pause * 1.5, 0.02)

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Free the lock."""
        os.close(self._descriptor)
