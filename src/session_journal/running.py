"""Which conversations are running now: one small file each under `.sessions/.state/running/`.

SessionStart writes it and SessionEnd takes it away, so a file whose client is no longer there is a conversation
that broke off. The client is known by its process id and, where the system tells it, the start of the process.
"""

from __future__ import annotations

import os

from . import files, git, identity, plain_json, timestamps
from .errors import Problem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .store import Store

_SHELLS = ("sh", "dash", "bash", "zsh", "ash", "busybox")
_ENDED = -1
_QUIET = 15 * timestamps.MINUTE
"""A conversation whose process cannot be seen counts as running while its transcript is younger than this."""


class Running(Value):
    """A conversation believed to run: the client's process (0: unknown), its start, machine and transcript.

    `mark` is the store's, which nobody else knows: a note without it was not written here.
    """

    conversation: str
    process: int = 0
    started: str = ""
    machine: str = ""
    transcript: str = ""
    mark: str = ""


def _path(store: Store, conversation_id: str) -> str:
    return store.path(".state", "running", f"{identity.file_stem(conversation_id)}.json")


def note(store: Store, conversation_id: str, transcript: str, parent: int) -> None:
    """Remember that a conversation runs; `parent` is a process below the client or the client itself."""
    if not conversation_id or not store.exists:
        return
    process = _client_of(parent)
    state = {
        "conversation": conversation_id,
        "process": process,
        "started": _start_of(process),
        "machine": _machine(),
        "transcript": transcript,
        "mark": next((mark.token for mark in store.marks()), ""),
    }
    path = _path(store, conversation_id)
    files.make_folder(os.path.dirname(path))
    files.replace(path, plain_json.dumps(state).encode(), durable=False)


def release(store: Store, conversation_id: str) -> None:
    """Note that a conversation has ended with its transcript not read to the end, though its client may go on."""
    path = _path(store, conversation_id)
    noted = _read(path)
    if noted is not None:
        files.replace(path, plain_json.dumps({**noted.__dict__, "process": _ENDED}).encode(), durable=False)


def forget(store: Store, conversation_id: str) -> None:
    """Take the note away."""
    files.remove(_path(store, conversation_id))


def broken_off(store: Store, present: int) -> list[Running]:
    """Return the conversations that are noted and run no more."""
    return _own(store, [one for one in _noted(store) if not _is_alive(one, present)])


def live(store: Store, present: int) -> list[Running]:
    """Return the conversations that are noted and run."""
    return _own(store, [one for one in _noted(store) if _is_alive(one, present)])


def is_alone(store: Store, but: str) -> bool:
    """Tell, without reading a file, that there is nothing beside what the conversation `but` works on.

    That is: no other conversation, no messages, nothing learnt, and no files in common to tell of.
    """
    own = os.path.basename(_path(store, but))
    if any(name.endswith(".json") and name != own for name in _names(store)):
        return False
    try:
        places = (store.path("messages"), store.path("knowledge"), store.path(".state", "overlaps"))
    except Problem:  # a link that leads out: who looks there says so
        return False
    return not any(map(os.path.exists, places))


def since(store: Store, conversation_id: str) -> int:
    """Return the instant at which a conversation was noted last, 0 where it is not."""
    try:
        return os.stat(_path(store, conversation_id)).st_mtime_ns // 1000
    except OSError:
        return 0


def _names(store: Store) -> list[str]:
    try:
        return sorted(os.listdir(store.path(".state", "running")))
    except OSError:
        return []


def _noted(store: Store) -> list[Running]:
    if not store.marks():  # nothing here was written by this machine
        return []
    folder = store.path(".state", "running")
    read = (_read(os.path.join(folder, name)) for name in _names(store) if name.endswith(".json"))
    tokens = [mark.token for mark in store.marks()]
    return [one for one in read if one and one.mark in tokens]


def _own(store: Store, found: list[Running]) -> list[Running]:
    """Leave out all where git tracks the notes: those came with the repository, and name files to read."""
    came = found and git.is_tracked(store.root, store.relative(store.path(".state", "running")))
    return [] if came else found


def _read(path: str) -> Running | None:
    try:
        state = plain_json.loads(files.read_text(path, limit=10_000))
    except (OSError, ValueError, Problem):
        return None
    if not isinstance(state, dict) or not isinstance(state.get("conversation"), str):
        return None
    fields = {"conversation": str, "process": int, "started": str, "machine": str, "transcript": str, "mark": str}
    return Running(**{key: state[key] for key, kind in fields.items() if type(state.get(key)) is kind})


def _is_alive(one: Running, present: int) -> bool:
    if one.process == _ENDED:
        return False
    if one.process and one.machine == _machine():
        try:
            os.kill(one.process, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True  # somebody else's process: it exists
        return not one.started or _start_of(one.process) == one.started
    try:
        changed = os.stat(one.transcript).st_mtime_ns // 1000
    except OSError:
        return False
    return present - changed < _QUIET


def _machine() -> str:
    """Name this machine, or the container: a process elsewhere that shares the folder cannot be seen from here."""
    return os.uname().nodename


def _client_of(process: int) -> int:
    """Climb over the shells that the client starts hooks with; where that cannot be seen, trust the process."""
    for _ in range(4):
        name, parent, _started = _facts(process)
        if name not in _SHELLS or parent <= 1:
            return process
        process = parent
    return process


def _start_of(process: int) -> str:
    return _facts(process)[2]


def _facts(process: int) -> tuple[str, int, str]:
    """Return a process's name, parent and start in clock ticks (proc(5)); ("", 0, "") where there is no /proc.

    One that is dead and only waits for its parent to see that has no start.
    """
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as stream:
            text = stream.read()
    except OSError:
        return "", 0, ""
    name, _, rest = text.partition("(")[2].rpartition(")")
    fields = rest.split()
    return name, int(fields[1]), fields[19] if fields[0] not in ("Z", "X") else ""
