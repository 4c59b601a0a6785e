"""What the client hands to a hook on standard input, read without trust in any part of it."""

from __future__ import annotations

from .. import plain_json
from ..value import Value

MAX_BYTES = 16_000_000


class Payload(Value):
    """The fields that we use; "" where the client gave none, or something that is not text.

    Source: the client's hooks reference; docs/client.md says what was seen to differ.
    """

    conversation: str = ""
    transcript: str = ""
    folder: str = ""
    source: str = ""
    prompt: str = ""
    trigger: str = ""
    summary: str = ""
    reason: str = ""
    agent: str = ""


_FIELDS = {
    "conversation": "session_id",
    "transcript": "transcript_path",
    "folder": "cwd",
    "source": "source",
    "prompt": "prompt",
    "trigger": "trigger",
    "summary": "compact_summary",
    "reason": "reason",
    "agent": "agent_id",
}


def read(data: bytes) -> Payload | None:
    """Return the payload, or None when the bytes are not one JSON object."""
    try:
        value = plain_json.loads(data.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    texts = {ours: value.get(theirs) for ours, theirs in _FIELDS.items()}
    return Payload(**{name: text for name, text in texts.items() if isinstance(text, str)})
