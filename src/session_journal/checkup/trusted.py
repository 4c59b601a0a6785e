"""Sessions that came with the repository and were not taken up here yet."""

from __future__ import annotations

from .. import trust
from ..errors import Problem
from .finding import NOTE, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place


def look(place: Place) -> Iterator[Finding]:
    """Name the open sessions that are not this machine's."""
    for seen in place.survey.documents:
        if not seen.is_open:
            continue
        try:
            loaded = place.store.load(seen.path)
            foreign = trust.is_foreign(place.store, loaded)
        except (Problem, OSError):
            continue
        if foreign:
            shown = place.store.relative(seen.path)
            text = (
                f"{shown} {trust.why(place.store, loaded)} and is not given to Claude: read it, "
                f"then `session resume {seen.shortname}` takes it up"
            )
            yield Finding(what="session-foreign", text=text, path=shown, severity=NOTE)
