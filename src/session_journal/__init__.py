"""Keeps a project's work sessions: documents, journals and briefs in `.sessions/`.

The Python interface (docs/python.md): `open_store(path)` gives the sessions of a project; `Session` is what a
document says, `Entry` one record, `Problem` anything that goes wrong.
"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["Entry", "Problem", "Session", "open_store"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .api import open_store
    from .errors import Problem
    from .journal import Entry
    from .session import Session

_HOMES = {"Entry": "journal", "Problem": "errors", "Session": "session", "open_store": "api"}


def __getattr__(name: str) -> object:
    """Import what is asked for only then: the hooks import this package at every prompt."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
