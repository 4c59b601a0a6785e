"""Journals whose document is nowhere, as after a slip of `rm`: nothing is lost, but no list shows them."""

from __future__ import annotations

import os

from . import identity
from .errors import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .store import Store


def keys(store: Store) -> list[str]:
    """Return the keys of the sessions that have entries and no document."""
    paths = [*store.active_paths(), *store.archive_paths()]
    named = {os.path.basename(path)[:-3].rpartition("-")[2]: path for path in paths}
    without = [key for key in _journals(store) if key not in named and store.journal(key).names()]
    return [key for key in without if key not in _otherwise_named(store, paths)] if without else []


def _journals(store: Store) -> list[str]:
    try:
        names = os.listdir(store.path("journal"))
    except (OSError, Problem):
        return []
    return sorted(name for name in names if identity.is_key(name))


def _otherwise_named(store: Store, paths: list[str]) -> set[str]:
    """Return the keys of documents that a person gave a name of their own."""
    found = set()
    for path in paths:
        if not identity.is_key(os.path.basename(path)[:-3].rpartition("-")[2]):
            try:
                found.add(store.load(path).session.key)
            except (Problem, OSError):
                continue
    return found


def numbers(store: Store) -> set[int]:
    """Return the numbers of those sessions, as their beginnings say."""
    started = [entry for key in keys(store) for entry in store.journal(key).all(("started",))]
    return {int(number) for entry in started if identity.is_number(number := entry.field("number"))}


def note(store: Store) -> str:
    """Say that there are such journals, and the way to their documents; "" where there are none."""
    try:
        count = len(keys(store))
    except Problem:
        return ""
    if not count:
        return ""
    whose = (
        "1 session has a journal and no document any more"
        if count == 1
        else (f"{count:,} sessions have journals and no documents any more")
    )
    return f"{whose}: `session doctor` names {'it' if count == 1 else 'them'}, `session doctor --fix` makes " + (
        "it anew." if count == 1 else "them anew."
    )
