"""What this machine remembers of one run of the client: its session, and what was already injected.

One JSON file a conversation under `.sessions/.state/conversations/`, written by that conversation's own hooks
and verbs alone, so it needs no lock. Losing it loses nothing but a repeated brief.
"""

from __future__ import annotations

import os

from . import files, identity, plain_json
from .errors import Problem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .store import Store


BRIEF, WORD = "", ".word"
"""What a conversation may be owed at its next prompt, as it stands behind its name in `awaiting/`."""


class Conversation(Value):
    """The state of one conversation.

    `session` is the id of the session it works on; `injected` names the document's state that the agent was
    last given; `compacting` the checkpoint written for a compaction that has not been seen to happen; `ended`
    the instant of its end, 0 while it runs; `position` where its transcript was read to (transcript.Position);
    `notice` something to tell the person at the next start.
    """

    id: str
    session: str = ""
    started: int = 0
    ended: int = 0
    injected: str = ""
    compacting: str = ""
    position: Mapping[str, Any] = {}
    notice: str = ""

    @property
    def was_read(self) -> bool:
        """Whether anything of its transcript was read before."""
        return bool(self.position.get("offset"))


def _path(store: Store, conversation_id: str) -> str:
    return store.path(".state", "conversations", f"{identity.file_stem(conversation_id)}.json")


def load(store: Store, conversation_id: str) -> Conversation:
    """Return what is remembered of a conversation; a fresh state where nothing (readable) is."""
    fresh = Conversation(id=conversation_id)
    if not conversation_id:
        return fresh
    try:
        state = plain_json.loads(files.read_text(_path(store, conversation_id), limit=100_000))
    except (OSError, ValueError, Problem):
        return fresh
    if not isinstance(state, dict):
        return fresh
    defaults = fresh.__dict__
    known = {key: state[key] for key in defaults if key != "id" and type(state.get(key)) is type(defaults[key])}
    return fresh.replace(**known)


def save(store: Store, state: Conversation) -> None:
    """Remember a conversation's state; a conversation without an id is not remembered. Raises Unusable."""
    if not state.id or not store.exists:
        return
    path = _path(store, state.id)
    files.make_folder(os.path.dirname(path))
    files.replace(path, plain_json.dumps(state.__dict__).encode(), durable=False)


def bind(store: Store, conversation_id: str, session_id: str) -> None:
    """Remember which session a conversation works on."""
    state = load(store, conversation_id)
    if state.session != session_id:
        save(store, state.replace(session=session_id, injected=""))


def set_awaiting(store: Store, conversation_id: str, awaiting: bool, what: str = BRIEF) -> None:
    """Mark a conversation that is owed something at its next prompt, or take the mark away.

    `what` is BRIEF, which may not have arrived after a compaction, or WORD, a word from another session. The marks
    are files of their own, so that the hooks' launcher can see them without reading anything.
    """
    path = _mark(store, conversation_id, what)
    if awaiting and conversation_id:
        files.make_folder(os.path.dirname(path))
        files.replace(path, b"", durable=False)
    elif not awaiting:
        files.remove(path)


def owe_nothing(store: Store, conversation_id: str) -> None:
    """Take all marks of a conversation away: it has no next prompt."""
    for what in (BRIEF, WORD):
        set_awaiting(store, conversation_id, awaiting=False, what=what)


def is_awaiting(store: Store, conversation_id: str, what: str = BRIEF) -> bool:
    """Tell whether the mark is there."""
    return os.path.exists(_mark(store, conversation_id, what))


def _mark(store: Store, conversation_id: str, what: str) -> str:
    return store.path(".state", "awaiting", identity.file_stem(conversation_id) + what)
