"""The client: which one is on the PATH, and whether tests hold the plugin against its version. No network."""

from __future__ import annotations

import os

from . import programs
from .finding import NOTE, Finding, fine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place

OLDEST, NEWEST = (2, 1, 197), (2, 1, 329)
"""The versions that the tests drive."""


def look(place: Place) -> Iterator[Finding]:
    """Ask `claude` for its version, unless it is a program of the project's own."""
    path = programs.find("claude", place.environ)
    if not path:
        yield fine("`claude` is not on the PATH")
        return
    if os.path.realpath(path).startswith(os.path.realpath(place.store.root).rstrip("/") + "/"):
        text = (
            f"{path}, the `claude` on the PATH, is part of this project and was not run: call the one you "
            "installed"
        )
        yield Finding(what="client-inside", text=text, path=path, severity=NOTE)
        return
    quiet = {"DISABLE_AUTOUPDATER": "1", "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1"}
    said = programs.ask([path, "--version"], {**place.environ, **quiet}, seconds=15)
    version = programs.version(said.first_line) if said and not said.code else ()
    if not version:
        shown = said.first_line if said else "nothing"
        text = (
            f"{path} --version says {shown or 'nothing'!r} and no version: install Claude Code again if "
            "it does not start"
        )
        yield Finding(what="client-unknown", text=text, path=path, severity=NOTE)
    elif version < OLDEST:
        text = (
            f"Claude Code {programs.dotted(version)} ({path}) is older than what the plugin is tested with, "
            f"{programs.dotted(OLDEST)}; it may lack PostCompact or the short `/session-…`: update it"
        )
        yield Finding(what="client-old", text=text, path=path, severity=NOTE)
    else:
        newer = f", newer than the tests' {programs.dotted(NEWEST)}" if version > NEWEST else ""
        yield fine(f"Claude Code {programs.dotted(version)}{newer}")
