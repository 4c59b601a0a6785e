"""A settings file -> the rules in it that can be used."""

from __future__ import annotations

from .. import frontmatter
from ..errors import Malformed
from . import own


def rules_in(text: str, path: str, key: str) -> tuple[own.Rule, ...]:
    """Return the rules under a key, without those that are refused."""
    lines = text.split("\n")
    try:
        given = frontmatter.read(lines, path, first=0).get(key)
    except Malformed:
        return ()
    found: list[own.Rule] = []
    for one in given if isinstance(given, list) else [given]:
        try:
            found += own.rules([one] if one else [], path, lines)
        except Malformed:
            continue
    room, kept = own.WORK_OF_ALL, []
    for rule in found[: own.MOST]:
        room -= own.work_of(rule.pattern)
        if room >= 0:
            kept.append(rule)
    return tuple(kept)
