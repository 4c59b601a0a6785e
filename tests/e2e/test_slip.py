"""A slash command with a slip in it."""

from __future__ import annotations

import pytest

from .workplace import Workplace

pytestmark = pytest.mark.e2e


def test_a_slip_in_a_command_is_not_taken_for_a_prompt_in_silence(work: Workplace) -> None:
    """Either the client names the command that is meant, or the plugin does, to the model; nothing is recorded."""
    work.session("init", "fix-sweep", "--goal", "Fix the race")
    run = work.prompt("/session-lgo --progress It compiles")
    asked = work.api.of_kind("turn")
    if asked:
        assert (
            "session-journal has no /session-lgo, and did nothing; `/session-log` comes near it" in asked[0].text
        )
    else:
        assert "Did you mean /session-log?" in run.out
    assert work.recorded("fix-sweep", "progress") == []
