"""The trailer that ties a commit to its session: `Session: fix-sweep-bug (SESSION-20250115-100000-ABCD)`."""

from __future__ import annotations

import os
import subprocess

from .errors import Refused
from .session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

KEY = "Session"
_NO_CONFIGURATION = {
    "GIT_DIR": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "HOME": "/nonexistent",
    "LC_ALL": "C.UTF-8",
}
_COMMENT_MARKS = "\x01\x02\x03\x04\x05\x06#;@!$%^&|:"


def of(session: Session) -> str:
    """Return the trailer's line for a session."""
    name = " ".join(session.shortname.split())
    return f"{KEY}: {name} ({session.tracking_id})"


def names(message: str, session: Session) -> bool:
    """Tell whether a commit's message holds the trailer of a session, under whatever shortname it then had."""
    mark = f"({session.tracking_id})"
    return any(line.startswith(f"{KEY}: ") and line.rstrip().endswith(mark) for line in message.split("\n"))


def added(message: str, lines: Sequence[str]) -> str:
    """Return the message with trailers added where git puts them; one that is there is not put there again.

    The message keeps every character. No configuration is read: a `trailer.….command` in it would be run.
    """
    mark = next(c for c in _COMMENT_MARKS if not any(line.startswith(c) for line in message.split("\n")))
    wanted = [word for line in lines for word in ("--trailer", line)]
    command = ["git", "-c", f"core.commentChar={mark}", "-c", "trailer.separators=:", "interpret-trailers"]
    options = ["--no-divider", "--where", "end", "--if-exists", "addIfDifferent", "--if-missing", "add"]
    given = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the message goes through standard input
            [*command, *options, *wanted],
            input=(message.rstrip("\n") + "\n").encode("utf-8", "surrogateescape"),
            capture_output=True,
            env={**given, **_NO_CONFIGURATION},
            cwd="/",
            check=False,
        )
    except FileNotFoundError:
        raise Refused("There is no git here: install it, or commit elsewhere.") from None
    if done.returncode:
        raise Refused(f"git interpret-trailers failed ({done.stderr.decode('utf-8', 'replace').strip()}).")
    return done.stdout.decode("utf-8", "surrogateescape")
