"""The client's events: one module each with `handle(payload, project) -> Reply`.

`run` is the one place that turns any failure into an empty answer and exit code 0: a hook must never break the
client, whatever the input, the disk or the installation.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from ..project import Project
    from .payload import Payload
    from .reply import Reply

    Handler = Callable[[Payload, Project], Reply]

NAMES = ("session_start", "user_prompt_submit", "pre_compact", "post_compact", "session_end")


def run(event: str) -> None:
    """Answer an event: payload on standard input, the reply on standard output, exit code 0."""
    try:
        _write(answer(event, _payload(sys.stdin.buffer)))
    except BaseException as error:
        _note(event, error, None)


def _payload(stream: BinaryIO) -> bytes:
    """Read the payload; one that is too long is read to its end all the same, for the client waits for that."""
    from .payload import MAX_BYTES  # noqa: PLC0415 - a broken module must not break the import of this one

    data = stream.read(MAX_BYTES + 1)
    if len(data) <= MAX_BYTES:
        return data
    while stream.read(1_000_000):
        pass
    return b""


def _write(text: str) -> None:
    data = text.encode("utf-8", "replace")
    while data:
        data = data[os.write(1, data) :]


def answer(event: str, data: bytes) -> str:
    """Return the reply to a payload, as it goes to standard output."""
    from ..errors import Problem  # noqa: PLC0415 - a broken module must not break the import of this one
    from . import payload as payloads  # noqa: PLC0415
    from .reply import Reply, render  # noqa: PLC0415

    payload = payloads.read(data)
    if payload is None or payload.agent or _is_idle(event, payload):
        return ""
    project = _project(payload)
    try:
        reply = _handler(event)(payload, project)
    except Problem as problem:
        _note(event, problem, project)
        reply = Reply(message=f"session-journal: {problem}")
    except Exception as error:
        _note(event, error, project)
        reply = Reply(message=f"session-journal: {event} failed ({type(error).__name__}); {_where(project)}")
    return render(reply, event)


def _is_idle(event: str, payload: Payload) -> bool:
    """Tell early that a prompt is neither a command nor a continuation, where the launcher saw nothing owed."""
    if event != "user_prompt_submit" or os.environ.get("SESSION_JOURNAL_OWED") != "no":
        return False
    if payload.prompt.lstrip().startswith("/session"):
        return False
    from ..intent import is_continuation  # noqa: PLC0415 - a command does not need it

    return not is_continuation(payload.prompt)


def _handler(event: str) -> Handler:
    # importlib would import warnings
    handle: Handler = __import__(f"{__name__}.{event}", fromlist=("handle",)).handle
    return handle


def _project(payload: Payload) -> Project:
    from .. import project  # noqa: PLC0415

    try:
        folder = os.getcwd()
    except OSError:  # the folder is gone
        folder = "/"
    if os.path.isdir(payload.folder):
        folder = payload.folder
    found = project.from_environment(os.environ, folder, payload.conversation, for_agent=True)
    return found.replace(hook=True)


def _where(project: Project) -> str:
    log = os.path.join(project.store.folder, ".state", "hooks.log")
    return f"{project.store.relative(log)} has the details" if project.store.exists else "nothing was changed"


def _note(event: str, error: BaseException, project: Project | None) -> None:
    """Write one line about a failure to the bounded log under `.state/`, if there is one."""
    try:
        from .. import files, timestamps  # noqa: PLC0415
        from ..redact import redact  # noqa: PLC0415

        if project is None or not os.path.isdir(project.store.path(".state")):
            return
        place = error.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}" if place else "?"
        line = f"{timestamps.to_second(timestamps.now())} {event} {type(error).__name__} at {where}: {error}"
        files.append_bounded(project.store.path(".state", "hooks.log"), redact(" ".join(line.split())[:2_000]))
    except Exception:  # noqa: S110 - the log is the last resort  # nosec B110
        pass
