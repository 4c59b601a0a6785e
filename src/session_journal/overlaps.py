"""Two sessions that write the same files: pointed out to both, once for each file.

What was found is kept for each pair under `.sessions/.state/overlaps/`, with who was told; losing that tells it
again.
"""

from __future__ import annotations

import os

from . import conversation, files, git, plain_json
from .errors import Problem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .session import Session
    from .store import Store
    from .who import Worker

_MOST = 200


class Overlap(Value):
    """Two sessions and the files that both wrote."""

    one: Worker
    other: Worker
    paths: tuple[str, ...]


class Pending(Value):
    """What a session is still to be told: the other session's shortname, and the files."""

    name: str
    paths: tuple[str, ...]


def among(workers: Sequence[Worker]) -> list[Overlap]:
    """Return the pairs that wrote the same files."""
    found = []
    for place, one in enumerate(workers):
        for other in workers[place + 1 :]:
            theirs = set(other.files)
            paths = tuple(path for path in one.files if path in theirs)
            if paths:
                found.append(Overlap(one=one, other=other, paths=paths))
    return found


def note(store: Store, workers: Sequence[Worker]) -> list[Overlap]:
    """Find the pairs and remember what is new; running conversations hear of it at their next prompt."""
    found = among(workers)
    for overlap in found:
        sides = (overlap.one, overlap.other)
        path = _path(store, *(side.session.key for side in sides))
        state = _read(path)
        fresh = [name for name in overlap.paths if name not in state["paths"]]
        if not fresh:
            continue
        names = {side.session.key: side.session.shortname for side in sides}
        _write(path, {"paths": [*state["paths"], *fresh][-_MOST:], "fresh": fresh, "names": names, "told": []})
        for side in sides:
            for one in side.conversations:
                conversation.set_awaiting(store, one, awaiting=True, what=conversation.WORD)
    return found


def take(store: Store, session: Session) -> list[Pending]:
    """Return what a session is still to be told, and remember that it was."""
    found = []
    for name in _names(store):
        if session.key not in name.split("-"):
            continue
        path = store.path(".state", "overlaps", f"{name}.json")
        state = _read(path)
        if session.key in state["told"] or not state["fresh"]:
            continue
        other = next((x for key, x in sorted(state["names"].items()) if key != session.key), "another session")
        found.append(Pending(name=other, paths=tuple(state["fresh"])))
        _write(path, {**state, "told": [*state["told"], session.key]})
    return [] if found and git.is_tracked(store.root, store.relative(store.path(".state", "overlaps"))) else found


def _names(store: Store) -> list[str]:
    try:
        return sorted(name[:-5] for name in os.listdir(store.path(".state", "overlaps")) if name.endswith(".json"))
    except OSError:
        return []


def _path(store: Store, *keys: str) -> str:
    return store.path(".state", "overlaps", f"{'-'.join(sorted(keys))}.json")


def _write(path: str, state: dict[str, Any]) -> None:
    files.make_folder(os.path.dirname(path))
    files.replace(path, plain_json.dumps(state).encode())


def _read(path: str) -> dict[str, Any]:
    empty: dict[str, Any] = {"paths": [], "fresh": [], "names": {}, "told": []}
    try:
        state = plain_json.loads(files.read_text(path, limit=1_000_000))
    except (OSError, ValueError, Problem):
        return empty
    if not isinstance(state, dict):
        return empty
    return {key: state[key] if type(state.get(key)) is type(empty[key]) else empty[key] for key in empty}
