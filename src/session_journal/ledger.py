"""All that was captured for a session until now, as the entries of its journal carry it."""

from __future__ import annotations

from . import plain_json
from .captured import Captured

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .journal import Journal

FIELD = "captured"
"""The field of an entry that holds all that was captured until then, as JSON on one line."""
MORE = "more_prompts"
"""The field of an entry that holds the prompts that the whole had no room for."""
KINDS = ("checkpoint", "captured", "recovered")
_LOOK_BACK = 200


def known(journal: Journal) -> Captured:
    """Return what was captured until now, from the newest entry that carries it; nothing where none does."""
    for _, entry in zip(range(_LOOK_BACK), journal.backwards(KINDS), strict=False):
        if entry.field(FIELD):
            return load(entry.field(FIELD))
    return Captured()


def load(text: str) -> Captured:
    """Read what `dump` wrote; nothing where it cannot be read."""
    try:
        return Captured.of(plain_json.loads(text))
    except ValueError:
        return Captured()


def dump(whole: Captured) -> str:
    """Return it as one line of JSON."""
    return plain_json.dumps(whole.data())
