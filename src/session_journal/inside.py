"""No path leaves a folder: neither by a name such as `..` nor by a link that leads out of it."""

from __future__ import annotations

import os

from .errors import Malformed, Unusable

LEADS_OUT = "is a link that leads out of .sessions, and is not followed"


def join(folder: str, parts: tuple[str, ...], known: set[str]) -> str:
    """Return the path of something in a folder; raises Malformed for what is no name, Unusable for such a link.

    The folder may be a link itself. `known` are folders that were looked at before.
    """
    path = folder
    for number, part in enumerate(parts, 1):
        if not part:  # the folder itself
            continue
        if part in (".", "..") or "/" in part or "\0" in part:
            raise Malformed(os.path.join(path, repr(part)), 0, "is no name for a file")
        path = f"{path}/{part}"
        if path not in known:
            check(folder, path)
            if number < len(parts):
                known.add(path)
    return path


def check(folder: str, path: str) -> None:
    """Raise Unusable where a path is a link that leads out of the folder."""
    if os.path.islink(path) and not _holds(os.path.realpath(folder), os.path.realpath(path)):
        raise Unusable(path, LEADS_OUT)


def _holds(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
