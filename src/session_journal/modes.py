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
EXCLUDED = (
    b"# Written by session-journal: private, whatever .gitignore a commit brings; `session init --shared` ends it"
)
"""The line before our rule in git's `info/exclude`."""
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
    """Tell whether a `.sessions` folder is shared: whether its `.gitignore` lets anything in it be committed.

    Not so where git's `info/exclude` has our line: then that `.gitignore` is not this person's (exclusion).
    """
    return lets_in(folder) and not is_excluded(folder)


def lets_in(folder: str) -> bool:
    """Tell whether there is a `.gitignore` in the folder by which anything in it could be committed."""
    rules = _lines(os.path.join(folder, ".gitignore"))
    return rules is not None and not any(rule.strip().decode("utf-8", "replace") in _ALL for rule in rules)


def is_excluded(folder: str) -> bool:
    """Tell whether git's list of what it ignores here has our line for the folder."""
    found = exclude_of(folder)
    rows = (_lines(found[0]) or []) if found else []
    return found is not None and any(rows[at : at + 2] == [EXCLUDED, found[1]] for at in range(len(rows)))


def exclude_of(folder: str) -> tuple[str, bytes] | None:
    """Return the list of a work tree that holds the folder, and the rule that names the folder in it."""
    tree = os.path.dirname(folder)
    while not os.path.lexists(os.path.join(tree, ".git")):
        above = os.path.dirname(tree)
        if above == tree:
            return None
        tree = above
    rule = os.fsencode(os.path.join("/", os.path.relpath(folder, tree)))
    for sign in (b"\\", b"*", b"?", b"["):
        rule = rule.replace(sign, b"\\" + sign)
    return (os.path.join(_common(tree), "info", "exclude"), rule) if b"\n" not in rule else None


def _common(tree: str) -> str:
    """Return git's folder for a work tree, that of all its work trees where there are several."""
    git = os.path.join(tree, ".git")
    if os.path.isdir(git):
        return git
    own = os.path.join(tree, _word(git).removeprefix("gitdir: "))
    return os.path.join(own, _word(os.path.join(own, "commondir")) or ".")


def _word(path: str) -> str:
    return os.fsdecode((_lines(path) or [b""])[0].strip()).replace("\0", "")


def _lines(path: str) -> list[bytes] | None:
    """Return the lines of a small file that is no link, None where there is none."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        return os.read(descriptor, 1_000_000 if path.endswith("exclude") else 65536).split(b"\n")
    except OSError:
        return None
    finally:
        os.close(descriptor)
