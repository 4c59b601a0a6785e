"""A file that somebody asks for by name: it replaces only what we wrote, through no link of a repository."""

from __future__ import annotations

import os

from . import files, git
from .errors import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_START = 2_000


def check(root: str, path: str, what: str, is_ours: Callable[[bytes], bool]) -> None:
    """Raise Refused where the file is there and is not ours, is a link, or is reached by a link in the repository.

    `what` names what it should be, `is_ours` tells by its first bytes. Raises Malformed, Unusable too.
    """
    _follow_none(os.path.realpath(git.find_root(root) or root), path)
    try:
        start = files.read_start(path, _START)
    except FileNotFoundError:
        return
    if not is_ours(start):
        raise Refused(f"{path} is there and is no {what}: it was left as it is. Choose another name.")


def _follow_none(tree: str, path: str) -> None:
    """Refuse a link at the end of a path, and on the way each one that lies in the tree."""
    if os.path.islink(path):
        raise Refused(
            f"{path} is a link: nothing is written through it. Name the file that it leads to, or another."
        )
    place = os.path.dirname(path)
    while place != os.path.dirname(place):
        if os.path.islink(place) and f"{os.path.realpath(os.path.dirname(place))}/".startswith(f"{tree}/"):
            raise Refused(f"{place} is a link: nothing is written behind it. Name the folder that it leads to.")
        place = os.path.dirname(place)
