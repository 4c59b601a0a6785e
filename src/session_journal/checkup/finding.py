"""What a check finds: one sentence for a person, and how `--fix` can mend it where that is safe."""

from __future__ import annotations

from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

OK, NOTE, PROBLEM = "ok", "note", "problem"
"""All is as it should be; worth knowing; something does not work or will not."""


class Mend(Value):
    """How something can be mended safely.

    `does` says it in a phrase ("make it anew from its journal"). `do` does it and returns what was done and what
    was kept, without a full stop; it raises Problem or OSError, and nothing is half done then.
    """

    does: str
    do: Callable[[], str]


class Finding(Value):
    """One thing found.

    `what` is a short name that stays ("document-gone"), `text` one sentence without its full stop: what, where,
    what to do. `path` is the file's as seen from the project's root (or absolute outside it), `line` counts from 1
    (0: none). `check` is filled in by whoever runs the checks.
    """

    what: str
    text: str
    severity: str = PROBLEM
    path: str = ""
    line: int = 0
    mend: Mend | None = None
    check: str = ""

    @property
    def name(self) -> tuple[str, str, str]:
        """What tells it from others in one run."""
        return self.what, self.path, self.text


def fine(text: str) -> Finding:
    """Return the finding that all is well, with the facts in a few words."""
    return Finding(what="fine", text=text, severity=OK)
