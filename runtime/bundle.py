"""The compiled modules of earlier runs in one file, which spares the search for each of them and its opening.

Loaded by the hooks and the command line before anything else of ours, so it imports nothing that an interpreter
has not got already. Every module is looked up by its source's time and size, as Python does that for a `.pyc`: an
edit counts at once, and what does not fit or is not there is found by Python as ever. The file lies beside the
`.pyc` files, is made of them and is never needed: damaged, somebody else's or of another Python, it is made anew.
"""

import _imp
import gc
import marshal
import os
import stat
import sys
import time
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, ExtensionFileLoader, SourceFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType

    Entry = tuple[str, str, bool, int, int, int, int, bytes]
    """Source, `.pyc` ("" for a module in C), whether it is a package, time and size; offset, length and sum."""

TITLE = b"session-journal modules 1\n"
_HEAD = len(TITLE) + 8 + 8  # the title, the index's sum and its length
_AT_ONCE = 65_536
_MOST = 32_000_000
_PATIENCE = 60
"""Seconds after which a half-made file belongs to nobody any longer."""


class Bundle:
    """A finder for `sys.meta_path` over one file; `index` is empty where there is none that can be used."""

    def __init__(self, path: str, stamp: tuple[str | int, ...]) -> None:
        self.path = path
        self.stamp = stamp
        self.index: dict[str, Entry] = {}
        self.served: set[str] = set()
        self._before = frozenset(sys.modules)
        self._descriptor = -1
        self._begin = 0

    def open(self) -> None:
        """Read the index; raises OSError, ValueError, EOFError or TypeError where the file is not one of ours."""
        descriptor = os.open(self.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        self._descriptor = descriptor
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode) or facts.st_uid != os.geteuid() or facts.st_mode & 0o022:
            raise ValueError(self.path)
        head = os.pread(descriptor, _AT_ONCE, 0)
        self._begin = _HEAD + int.from_bytes(head[_HEAD - 8 : _HEAD], "little")
        if not head.startswith(TITLE) or self._begin > facts.st_size:
            raise ValueError(self.path)
        data = head[_HEAD : self._begin]
        if self._begin > len(head):
            data += os.pread(descriptor, self._begin - len(head), len(head))
        if sum_of(data) != head[len(TITLE) : _HEAD - 8]:
            raise ValueError(self.path)
        stamp, index = marshal.loads(data)  # noqa: S302 # as it was written, by us  # nosec B302
        if stamp == self.stamp:
            self.index = index

    def piece(self, entry: "Entry") -> bytes | None:
        """Return a module's compiled code; None where it is not what was written."""
        try:
            data = os.pread(self._descriptor, entry[6], self._begin + entry[5])
        except OSError:
            return None
        return data if sum_of(data) == entry[7] else None

    def find_spec(
        self, name: str, _path: "Sequence[str] | None" = None, _target: "ModuleType | None" = None
    ) -> ModuleSpec | None:
        """Return how a module is loaded that is here and whose source is as it was."""
        entry = self.index.get(name)
        if entry is None or not is_current(entry):
            return None
        self.served.add(name)
        loader = Bundled(self, entry, name) if entry[1] else ExtensionFileLoader(name, entry[0])
        spec = ModuleSpec(name, loader, origin=entry[0], is_package=entry[2])
        spec.has_location = True
        spec.cached = entry[1] or None
        if entry[2] and spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(entry[0]))
        return spec

    def keep(self) -> None:
        """Add what this run has loaded from elsewhere, for the next one; whatever is in the way is left there."""
        try:
            loaded = [name for name in list(sys.modules) if name not in self._before and name not in self.served]
            found = {name: fresh for name in loaded if (fresh := compiled(sys.modules[name]))}
            if found:
                self._write(found)
        except (OSError, ValueError):
            pass

    def _write(self, found: "dict[str, tuple[Entry, bytes]]") -> None:
        for name, entry in self.index.items():
            data = self.piece(entry) if name not in found and is_current(entry) else None
            if data is not None:
                found[name] = (entry, data)
        index, pieces, offset = {}, [], 0
        for name, (entry, data) in found.items():
            index[name] = (*entry[:5], offset, len(data), sum_of(data))
            pieces.append(data)
            offset += len(data)
        listed = marshal.dumps((self.stamp, index))
        head = TITLE + sum_of(listed) + len(listed).to_bytes(8, "little")
        if offset < _MOST:
            replace(self.path, b"".join((head, listed, *pieces)))


class Bundled(SourceFileLoader):
    """Python's own loader of a source, but for where the compiled code comes from."""

    def __init__(self, bundle: Bundle, entry: "Entry", name: str) -> None:
        self.name = name
        self.path = entry[0]
        self._bundle = bundle
        self._entry = entry

    def get_code(self, fullname: str) -> "CodeType | None":
        """Return the module's code."""
        data = self._bundle.piece(self._entry)
        if data is None:
            self._bundle.served.discard(fullname)  # so that it is written anew
            return super().get_code(fullname)
        code: CodeType = marshal.loads(data)  # noqa: S302 # as it was written, by us  # nosec B302
        return code


def sum_of(data: bytes) -> bytes:
    """Return eight bytes that tell whether data is what was written."""
    return _imp.source_hash(1, data)


def is_current(entry: "Entry") -> bool:
    """Tell whether a module's source has the time and size that it had."""
    try:
        facts = os.stat(entry[0])
    except OSError:
        return False
    return int(facts.st_mtime) & 0xFFFFFFFF == entry[3] and facts.st_size & 0xFFFFFFFF == entry[4]


def compiled(module: "ModuleType") -> "tuple[Entry, bytes] | None":
    """Return a module's entry and code out of its `.pyc`; None for one that came from the bundle or has none."""
    spec = getattr(module, "__spec__", None)
    if spec is None or not spec.origin:
        return None
    if isinstance(spec.loader, ExtensionFileLoader):
        facts = os.stat(spec.origin)
        size = facts.st_size & 0xFFFFFFFF
        return (spec.origin, "", False, int(facts.st_mtime) & 0xFFFFFFFF, size, 0, 0, b""), b""
    if not isinstance(spec.loader, SourceFileLoader) or not spec.cached:
        return None
    try:
        with open(spec.cached, "rb", 0) as stream:
            data = stream.read()
    except OSError:
        return None
    if data[:8] != MAGIC_NUMBER + b"\0\0\0\0":  # the other kind goes by the source's hash
        return None
    mtime, size = int.from_bytes(data[8:12], "little"), int.from_bytes(data[12:16], "little")
    package = spec.submodule_search_locations is not None
    return (spec.origin, spec.cached, package, mtime, size, 0, 0, b""), data[16:]


def replace(path: str, data: bytes) -> None:
    """Put a file in place whole; raises OSError, as it does while another process is at it."""
    half = path + ".new"
    try:
        descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        if time.time() - os.lstat(half).st_mtime > _PATIENCE:
            os.unlink(half)
        raise
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
        os.rename(half, path)
    except BaseException:
        os.unlink(half)
        raise


def use(root: str, kind: str) -> Bundle:
    """Have what is imported from now on come out of the bundle of a kind of program, as far as it is there."""
    gc.set_threshold(50_000)  # most end long before there is anything to collect
    site = sys.path[-1]
    prefix = sys.pycache_prefix or os.devnull
    bundle = Bundle(
        f"{prefix}{root}/{kind}.{sys.implementation.cache_tag}.modules",
        (sys.version, root, site, os.__file__, sys.flags.optimize),
    )
    try:
        bundle.open()
    except (OSError, ValueError, EOFError, TypeError):
        bundle.index = {}
    sys.meta_path.insert(0, bundle)
    return bundle


def hook(file: str, event: str) -> None:
    """Answer an event: what the files in `hooks/` do, whose source is compiled anew each time."""
    status = 1
    try:
        root = os.path.dirname(os.path.dirname(os.path.abspath(file)))
        sys.path.insert(0, root + "/src")
        sys.path.append(os.environ["SESSION_JOURNAL_SITE"])
        bundle = use(root, "hooks")
        from session_journal.events import run  # noqa: PLC0415 # only now can it be found

        run(event)
        status = 0
        if sys.stdout is not None:
            sys.stdout.flush()
        bundle.keep()
    finally:
        os._exit(status)  # whatever happened: no traceback, no waiting for anything
