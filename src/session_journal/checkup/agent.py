"""What an agent may read of a finding: nothing out of files that came from elsewhere, nor their names."""

from __future__ import annotations

import os

from .. import trust

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .finding import Finding
    from .place import Place

_SEVERAL = ("same-id", "same-shortname", "same-number", "temporary-files", "message-stranded")
"""Findings that name more files than the one in `path`."""


def told(place: Place, finding: Finding) -> Finding:
    """Return a finding as an agent may see it; a person sees it whole, in a terminal."""
    if not place.store.own_only or not _is_strange(place, finding):
        return finding
    text = (
        "something in .sessions that came from elsewhere needs a look; "
        f"`session doctor` in a terminal tells the person what ({finding.what})"
    )
    return finding.replace(text=text, path="", line=0, mend=None)


def _is_strange(place: Place, finding: Finding) -> bool:
    if finding.what in _SEVERAL:
        return any(_came(place, seen.path) for seen in place.survey.documents)
    whole = os.path.normpath(os.path.join(place.store.root, finding.path))
    return bool(finding.path) and whole.startswith(place.store.folder + os.sep) and _came(place, whole)


def _came(place: Place, path: str) -> bool:
    """Tell whether a file may be somebody else's; a journal is its document's."""
    inside = os.path.relpath(path, place.store.folder).split(os.sep)
    if inside[0] == "journal" and len(inside) > 1:
        return trust.is_strange_file(place.store, place.store.path("active", f"x-{inside[1]}.md"))
    if inside[0] in ("active", "archive"):
        return trust.is_strange_file(place.store, path)
    return trust.is_strange(place.store, path)
