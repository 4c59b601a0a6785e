"""The verbs: one module each, the same for the command line and for a line typed in the client."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .verb import Verb

GROUPS = (
    ("Working", ("init", "resume", "log", "checkpoint", "item", "set", "pause", "close", "recover")),
    ("Reading", ("view", "search", "list", "current", "summary", "files", "stats", "report", "export")),
    ("In the corner of the eye", ("statusline", "watch")),
    ("In git", ("commit", "guard")),
    ("With others", ("who", "send", "inbox", "learn")),
    ("The house", ("doctor", "trust", "archive", "journal", "events")),
)
"""The verbs by what they are for, as help shows them."""

NAMES = tuple([name for _, names in GROUPS for name in names])
"""Every verb, in that order."""

TYPED = (
    *("init", "resume", "log", "item", "set", "checkpoint", "view", "search", "pause", "close"),
    *("list", "doctor", "report", "who", "send", "inbox", "learn"),
)
"""The verbs that the client offers as `/session-VERB`: those with a file in commands/."""


def load(name: str) -> Verb:
    """Import a verb's module and return the verb; raises KeyError for a name that is none."""
    if name not in NAMES:
        raise KeyError(name)
    verb: Verb = __import__(f"{__name__}.{name}", fromlist=("VERB",)).VERB  # importlib would import warnings
    from .masked import guarded  # noqa: PLC0415 - it imports this package

    return guarded(verb)
