"""Files written so that a crash, a second writer or a full disk loses nothing; knows no sessions.

A created file appears whole or not at all and never replaces another; a replaced file keeps its mode.
Both are on the disk (fsync) when the call returns, but for what can be made again.
"""

from __future__ import annotations

import errno
import os
import stat
import time

from . import modes
from .errors import Malformed, Problem, Unusable
from .exchange import exchange, swap_path, what_came_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

MAX_BYTES = 8_000_000
"""A document or entry above this size is refused rather than read into memory."""


def read(path: str, limit: int = MAX_BYTES) -> bytes:
    """Return a regular file's bytes.

    Raises FileNotFoundError; Malformed for a folder, FIFO, device or a file above `limit` bytes; Unusable for
    what the file system refuses.
    """
    descriptor = _descriptor(path, os.O_RDONLY)
    try:
        size = os.fstat(descriptor).st_size
        if size > limit:
            raise Malformed(path, 0, f"is larger than {_size(limit)}")
        # asking for the limit would have that much memory made ready for each little file
        data = os.read(descriptor, size + 1)
        if len(data) == size and size:
            return data
        while len(data) <= limit and (more := os.read(descriptor, min(65_536, limit + 1 - len(data)))):
            data += more  # it is growing, or its size is not told before
        return data
    except OSError as error:  # such as a disk that fails
        raise Unusable(path, error) from error
    finally:
        os.close(descriptor)


def read_soon(path: str) -> bytes:
    """Return a file's bytes as soon as there are some: many editors empty a file and then write it."""
    for _ in range(10):
        time.sleep(0.005)
        data = read(path)
        if data:
            return data
    return b""


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


def make_folder(path: str, mode: int | None = None) -> None:
    """Make a folder and its parents where missing, each with this mode (`modes` for None); raises Unusable."""
    bits, exact = modes.of_folder(path, mode)
    try:
        os.mkdir(path, bits)
        if exact:
            os.chmod(path, bits)  # the umask took bits away
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


def sync_folder(path: str) -> None:
    """Wait until a folder's names are on the disk; raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # file systems that cannot sync a folder
            raise
    finally:
        os.close(descriptor)


def _write_temporary(path: str, data: bytes, mode: int | None, *, durable: bool = True) -> str:
    """Write `data` to a new hidden file beside `path`, synced where it is to be durable; return its path."""
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name[:60]}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    bits, exact = modes.of_file(path, mode)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, bits)
    try:
        with open(descriptor, "wb") as stream:
            if exact:
                os.fchmod(descriptor, bits)  # the umask took bits away
            stream.write(data)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
    except BaseException:
        forget(temporary)
        raise
    return temporary


def create(path: str, data: bytes, mode: int | None = None, *, settled: bool = True) -> None:
    """Make a new file that appears whole; raises FileExistsError, or Unusable, and there is no such file then.

    Where not `settled`, its name is on the disk only after `sync_folder`.
    """
    try:
        temporary = _write_temporary(path, data, mode)
        try:
            os.link(temporary, path)
        finally:
            forget(temporary)
        if settled:
            _settle(path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK):
            _create_without_links(path, data, mode)
            return
        raise Unusable(path, error) from error


def _settle(path: str) -> None:
    """Wait for a new name; a file that may be gone tomorrow does not count, and is taken away."""
    try:
        sync_folder(os.path.dirname(path))
    except BaseException:
        forget(path)
        raise


def _create_without_links(path: str, data: bytes, mode: int | None) -> None:
    """Create on a file system without hard links: exclusive, removed again when the writing fails."""
    try:
        bits, exact = modes.of_file(path, mode)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, bits)
        try:
            with open(descriptor, "wb") as stream:
                if exact:
                    os.fchmod(descriptor, bits)
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        except BaseException:
            forget(path)
            raise
        _settle(path)
    except FileExistsError:
        raise
    except OSError as error:
        raise Unusable(path, error) from error


def replace(
    path: str, data: bytes, *, expected: bytes | None = None, mode: int | None = None, durable: bool = True
) -> bool:
    """Put `data` in the place of the file at once, keeping its mode (a new one gets `mode`, or what `modes` says).

    With `expected`, nothing is written and False returned when the file no longer holds those bytes: somebody
    else changed it meanwhile. What is not `durable` may be lost with the power, which saves waiting for the disk
    where the file can be made again. Raises Unusable.
    """
    target = os.path.realpath(path)
    try:
        with_mode = _mode_of(target, mode)
        temporary = _write_temporary(target, data, with_mode, durable=durable)
        try:
            if expected is None:
                os.replace(temporary, target)
            elif not _replace_unchanged(target, temporary, data, expected):
                return False
        finally:
            forget(temporary)
        if durable:
            sync_folder(os.path.dirname(target))
    except OSError as error:
        raise Unusable(path, error) from error
    return True


def _replace_unchanged(target: str, temporary: str, data: bytes, expected: bytes) -> bool:
    """Put a temporary file in a file's place where that still holds what is expected; else remove it.

    Between the look and the replacing somebody may save: so the two change places, and what came out is looked at
    again, and put back if it is not what was expected. Until then its name tells what it may hold (`leftovers`).
    Where files cannot change places that short while stays.
    """
    aside = swap_path(target, data, expected)
    os.rename(temporary, aside)
    try:
        is_expected = read(target) == expected
    except BaseException:
        forget(aside)
        raise
    if not is_expected:
        forget(aside)
    elif not exchange(aside, target):
        os.replace(aside, target)
    else:
        return what_came_out(aside, target, data, expected)
    return is_expected


def _mode_of(path: str, otherwise: int | None) -> int | None:
    """Return the mode of the file that is to be replaced; raises Unusable for what is no regular file."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return otherwise
    if not stat.S_ISREG(mode):  # a device must not be renamed over, whoever may do that
        raise Unusable(path, "is not a regular file")
    return stat.S_IMODE(mode)


def forget(path: str) -> None:
    """Remove a file of ours if it is still there; never raises."""
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
        sync_folder(os.path.dirname(target))
        sync_folder(os.path.dirname(source))
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
