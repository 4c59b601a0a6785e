"""What hooks noted when something went wrong: how often in the last week, and the last of it."""

from __future__ import annotations

from .. import files, timestamps
from ..errors import Problem
from .finding import NOTE, Finding, fine
from .place import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place

_WEEK = 7 * timestamps.DAY


def look(place: Place) -> Iterator[Finding]:
    """Read the bounded log."""
    path = place.store.path(".state", "hooks.log")
    shown = place.store.relative(path)
    try:
        lines = files.read_text(path, limit=1_000_000).splitlines()
    except FileNotFoundError:
        lines = []
    except Problem as problem:
        yield Finding(what="hooks-log", text=str(problem).rstrip("."), path=shown, severity=NOTE)
        return
    since = place.project.present - _WEEK
    recent = [line for line in lines if (timestamps.parse(line.partition(" ")[0]) or 0) > since]
    if recent:
        text = f"hooks noted {many(len(recent), 'failure')} within a week in {shown}; the last: {recent[-1][:300]}"
        yield Finding(what="hooks-failed", text=text, path=shown, line=len(lines), severity=NOTE)
    else:
        yield fine("no hook failed this week")
