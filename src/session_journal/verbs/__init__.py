"""The verbs: one module each, the same for the command line and for a line typed in the client."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .verb import Verb

NAMES = (
    "init",
    "resume",
    "log",
    "item",
    "set",
    "checkpoint",
    "view",
    "search",
    "list",
    "current",
    "pause",
    "close",
    "recover",
    "doctor",
    "files",
    "stats",
    "summary",
    "export",
    "report",
    "who",
    "send",
    "inbox",
    "learn",
    "journal",
    "events",
    "trust",
    "commit",
    "guard",
    "archive",
    "statusline",
    "watch",
)
"""Every verb, in the order in which help shows them."""


def load(name: str) -> Verb:
    """Import a verb's module and return the verb; raises KeyError for a name that is none."""
    if name not in NAMES:
        raise KeyError(name)
    verb: Verb = __import__(f"{__name__}.{name}", fromlist=("VERB",)).VERB  # importlib would import warnings
    from .masked import guarded  # noqa: PLC0415 - it imports this package

    return guarded(verb)
