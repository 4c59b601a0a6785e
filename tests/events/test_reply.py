"""The forms in which the client takes a hook's answer."""

from __future__ import annotations

import json

import pytest

from session_journal.events.reply import LONGEST, Reply, render


@pytest.mark.parametrize("letter", ["x", "ä", "漢", "🎉", "\u0301", "x\n"])
@pytest.mark.parametrize("count", [10, 4_000, 4_751, 9_500, 50_000])
def test_no_text_exceeds_what_the_client_takes(letter: str, count: int) -> None:
    """The client counts UTF-16 units and replaces what is above 10,000 by a preview: so nothing is."""
    text = letter * count
    reply = json.loads(render(Reply(context=text, message=text), "session_start"))
    context = reply["hookSpecificOutput"]["additionalContext"]
    for shown, limit in (
        (context, LONGEST),
        (reply["systemMessage"], 2_000),
        (render(Reply(plain=text), "pre_compact"), LONGEST),
    ):
        assert len(shown.encode("utf-16-le")) // 2 <= limit
        assert shown == text or "[cut here for length" in shown


def test_nothing_is_said_in_nothing() -> None:
    """An empty reply is no output at all, for every event."""
    assert {
        render(Reply(), event)
        for event in ("session_start", "user_prompt_submit", "pre_compact", "post_compact", "session_end")
    } == {""}


def test_plain_text_is_never_taken_for_json() -> None:
    """A text for the compactor that begins with a brace would be read as JSON: it begins with a space."""
    assert render(Reply(plain='{"a": 1}'), "pre_compact") == ' {"a": 1}'


@pytest.mark.parametrize("event", ["pre_compact", "post_compact", "session_end"])
def test_events_without_a_context_get_none(event: str) -> None:
    """Only SessionStart and UserPromptSubmit have a context; the client refuses it elsewhere."""
    assert "hookSpecificOutput" not in render(Reply(context="x", message="y"), event)
