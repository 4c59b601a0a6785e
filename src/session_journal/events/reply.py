"""What a hook answers, in the form that its event understands."""

from __future__ import annotations

from .. import plain_json
from ..framing import visible
from ..value import Value

LONGEST = 9_500
"""Characters of one text; above 10,000 the client keeps only a preview."""
_WITH_CONTEXT = {"session_start": "SessionStart", "user_prompt_submit": "UserPromptSubmit"}


class Reply(Value):
    """Nothing by default: `context` is for the agent, `message` for the person, `plain` for the compactor."""

    context: str = ""
    message: str = ""
    plain: str = ""


def bounded(text: str, limit: int = LONGEST) -> str:
    """Return the text, cut at a line's end with a word on it where it is too long.

    The client counts UTF-16 units, of which an emoji is two.
    """
    if len(text) <= limit // 2 or len(units := text.encode("utf-16-le", "replace")) <= limit * 2:
        return text
    kept = units[: (limit - 120) * 2].decode("utf-16-le", "ignore")
    return kept[: kept.rfind("\n") + 1 or len(kept)] + "\n[cut here for length: `session view` shows all of it]\n"


def shown(text: str, limit: int = LONGEST) -> str:
    """Return the text as it may be shown: what would be cut off is not looked at first."""
    room = limit * 4
    return bounded(visible(text if len(text) <= room else text[:room] + "\n…"), limit)


def render(reply: Reply, event: str) -> str:
    """Return what goes to standard output, "" for nothing at all.

    All that goes to the agent and to the person passes here, and nothing in it steps out of its frame.
    """
    if event == "pre_compact":
        plain = shown(reply.plain)
        return " " + plain if plain.startswith("{") else plain  # the client takes a leading { for JSON
    if event == "post_compact":  # shown as it is, JSON too
        return shown(reply.message, 2_000)
    answer: dict[str, object] = {}
    if reply.message:
        answer["systemMessage"] = shown(reply.message, 2_000)
    if reply.context and event in _WITH_CONTEXT:
        name = _WITH_CONTEXT[event]
        context = shown(reply.context)
        answer["hookSpecificOutput"] = {"hookEventName": name, "additionalContext": context}
    return plain_json.dumps(answer) if answer else ""
