"""By how much a passage counts for what it is and how old it is, and what the kinds that are asked for mean."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_WEIGHTS = {
    "decision": 1.7,
    "discovery": 1.5,
    "knowledge": 1.6,
    "blocker": 1.2,
    "unblock": 1.1,
    "started": 1.2,
    "milestone": 1.1,
    "prompt": 0.8,
    "captured": 0.6,
    "compaction": 0.7,
    "checkpoint": 0.8,
    "commit": 0.9,
}
_HALF_LIFE = 90 * 86_400_000_000
_ALIASES = {"summary": ("compaction",), "learning": ("knowledge",)}
_SOURCES = ("document", "knowledge")


def weight(kind: str, at: int, present: int) -> float:
    """Return by how much a passage counts for what it is and how long ago it was."""
    return _WEIGHTS.get(kind, 1.0) * (1 + 0.4 / (1 + max(0, present - at) / _HALF_LIFE) if at else 1.0)


def of_kinds(kinds: Iterable[str]) -> list[tuple[str, str]]:
    """Return kinds as typed as (facet letter, value): `document` and `knowledge` are places, `summary` a kind."""
    found = []
    for kind in kinds:
        found += [("o" if name in _SOURCES else "k", name) for name in _ALIASES.get(kind, (kind,))]
    return found
