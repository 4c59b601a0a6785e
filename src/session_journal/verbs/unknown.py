"""A word that is no verb: which one may be meant, by its letters or by its sense."""

from __future__ import annotations

from . import NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_SENSES = {
    "abandon": "close",
    "complete": "close",
    "continue": "resume",
    "create": "init",
    "dashboard": "report",
    "decide": "log",
    "decision": "log",
    "done": "log",
    "edit": "set",
    "end": "close",
    "find": "search",
    "finish": "close",
    "fix": "doctor",
    "grep": "search",
    "handoff": "summary",
    "help": "--help",
    "history": "view",
    "ls": "list",
    "message": "send",
    "new": "init",
    "note": "log",
    "progress": "log",
    "save": "checkpoint",
    "show": "view",
    "start": "init",
    "status": "current",
    "stop": "pause",
    "switch": "resume",
    "task": "item",
    "todo": "item",
    "version": "--version",
}
"""Words that other tools have made a habit of -> the word here."""


def meant(word: str, *more: str) -> str:
    """Return the verb, or one of `more`, that a word which is none may mean; else ""."""
    plain = word.lower().removeprefix("session-")
    names = (*NAMES, *more)
    if plain in names:
        return plain
    if plain in _SENSES:
        return _SENSES[plain]
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and only a slip needs it

    near = get_close_matches(plain, names, n=1, cutoff=0.5)
    begun = [name for name in names if len(plain) > 1 and name.startswith(plain)]
    return (begun[:1] if len(begun) == 1 else near)[0] if begun or near else ""


def near(word: str, among: Iterable[str]) -> str:
    """Return a question that names the word which another may mean, with a space before; "" for none."""
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and only a slip needs it

    found = get_close_matches(word, list(among), n=1, cutoff=0.6)
    return f" Did you mean `{found[0]}`?" if found else ""
