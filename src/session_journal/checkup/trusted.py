"""Sessions that came with the repository and were not taken up here yet, and what was put aside of it."""

from __future__ import annotations

import os

from .. import trust
from ..errors import Problem
from .finding import NOTE, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place


def look(place: Place) -> Iterator[Finding]:
    """Name the open sessions that are not this machine's, and the folders that were put aside."""
    yield from _aside(place)
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


def _aside(place: Place) -> Iterator[Finding]:
    try:
        names = sorted(os.listdir(place.store.folder))
    except OSError:
        return
    folder = place.store.relative(place.store.folder)
    found = [
        os.path.join(folder, name) for name in names if trust.ASIDE in name and name.startswith(trust.OWN_FOLDERS)
    ]
    if found:
        are, them = ("is", "it") if len(found) == 1 else ("are", "them")
        text = (
            f"{' and '.join(found)} {are} from elsewhere, so put aside and read by nobody: delete {them} when "
            "you need nothing of it"
        )
        yield Finding(what="put-aside", text=text, path=found[0], severity=NOTE)
