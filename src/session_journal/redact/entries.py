"""A record without secrets, whoever wrote it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..journal import Entry
    from . import Mask

_AS_THEY_ARE = frozenset(
    (
        "step",
        "next",
        "blocker",
        "id",
        "of",
        "over",
        "sha",
        "squashed",
        "backup",
        "commit",
        "captured",
        "more_prompts",
    )
)
"""What names something that is there already, letter by letter, and what capture has masked."""


def masked(mask: Mask, entry: Entry) -> Entry:
    """Return an entry with its text and fields masked; what capture or a summary says is so already."""
    fields = {
        key: what if key in _AS_THEY_ARE else mask(what) if isinstance(what, str) else [mask(one) for one in what]
        for key, what in entry.fields.items()
    }
    is_read = "captured" in fields or entry.kind == "compaction"
    return entry.replace(text=entry.text if is_read else mask(entry.text), fields=fields)
