"""Who may read what is made: its owner alone, or whom the umask lets, where sessions are shared. On the hot path.

What is below a `.sessions` that git does not ignore as a whole is shared, but for what is this machine's own.
"""

from __future__ import annotations

import os

OPEN = -1
"""The mode that leaves it to the umask, asked for by name."""
_FOLDER = ".sessions"
_NEVER = (".state", "messages")
"""How the folders are called that are this machine's own, also those put aside: `.state-from-elsewhere`."""
_ALL = ("*", "/*", "**", "/**")


def of_file(path: str, mode: int | None = None) -> tuple[int, bool]:
    """Return a new file's mode and whether that is exact, the umask aside; None lets its place decide."""
    return _of(path, mode, 0o600, 0o666)


def of_folder(path: str, mode: int | None = None) -> tuple[int, bool]:
    """Return the same for a new folder."""
    return _of(path, mode, 0o700, 0o777)


def _of(path: str, mode: int | None, private: int, shared: int) -> tuple[int, bool]:
    if mode == OPEN or (mode is None and _is_in_shared(path)):
        return shared, False
    return (private if mode is None else mode), True


def _is_in_shared(path: str) -> bool:
    before, found, inside = f"{path}/".rpartition(f"/{_FOLDER}/")
    own = inside.partition("/")[0].startswith(_NEVER)
    return bool(found) and not own and is_shared(f"{before}/{_FOLDER}")


def is_shared(folder: str) -> bool:
    """Tell whether a `.sessions` folder is shared: whether its `.gitignore` lets anything in it be committed."""
    try:
        descriptor = os.open(
            os.path.join(folder, ".gitignore"), os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW
        )
    except OSError:
        return False
    try:
        rules = os.read(descriptor, 65536).split(b"\n")
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return not any(rule.strip().decode("utf-8", "replace") in _ALL for rule in rules)
