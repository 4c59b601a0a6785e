"""The copies of the plugin that the client has on record, as its own files tell (docs/client.md)."""

from __future__ import annotations

import json
import os

from .. import files
from ..errors import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .place import Place

PLUGIN = "session-journal"


def copies(place: Place) -> list[str]:
    """Return the folders of the plugin that the client has on record, those that are there."""
    installed = [str(one.get("installPath", "")) for _, one in recorded(place)]
    known = json_of(os.path.join(place.client, "plugins", "known_marketplaces.json")) if place.client else {}
    market = known.get(PLUGIN, {}) if isinstance(known, dict) else {}
    source = market.get("source") if isinstance(market, dict) else None
    if (
        isinstance(source, dict) and source.get("source") == "directory"
    ):  # the client runs such a plugin from there
        installed.append(str(market.get("installLocation", "")))
    return [folder for folder in dict.fromkeys(installed) if os.path.isabs(folder) and os.path.isdir(folder)]


def recorded(place: Place) -> list[tuple[str, dict[str, Any]]]:
    """Return (name@marketplace, record) of each installation; older files have one record, newer ones a list."""
    state = json_of(os.path.join(place.client, "plugins", "installed_plugins.json")) if place.client else {}
    plugins = state.get("plugins") if isinstance(state, dict) else {}
    found = []
    for name, records in plugins.items() if isinstance(plugins, dict) else ():
        if name.partition("@")[0] == PLUGIN:
            rows = records if isinstance(records, list) else [records]
            found += [(name, row) for row in rows if isinstance(row, dict)]
    return found


def json_of(path: str) -> Any:
    """Return what a file of the client's says; {} where it is not there, None where it cannot be read."""
    try:
        return json.loads(files.read(path, limit=5_000_000))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, RecursionError, Problem):
        return None


def lock_of(plugin: str) -> str:
    """Return the name of the lock that a copy of the plugin asks for; "" where it names none."""
    try:
        words = files.read_start(os.path.join(plugin, "requirements", "runtime.txt"), 200).split()
    except (OSError, Problem):
        return ""
    lock = words[2].decode("ascii", "replace") if len(words) > 2 else ""
    return lock if lock.isalnum() else ""
