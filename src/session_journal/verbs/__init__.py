"""The verbs: one module each, the same for the command line and for a line typed in the client."""

from __future__ import annotations

import importlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .verb import Verb

NAMES = ("init", "resume", "log", "checkpoint", "view", "list", "current", "pause", "close")
"""Every verb, in the order in which help shows them."""


def load(name: str) -> Verb:
    """Import a verb's module and return the verb; raises KeyError for a name that is none."""
    if name not in NAMES:
        raise KeyError(name)
    verb: Verb = importlib.import_module(f"{__name__}.{name}").VERB
    return verb
