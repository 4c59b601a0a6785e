"""The interactive client, as a person sees it."""

from __future__ import annotations

import os
import shutil

import pytest

from .harness import Terminal
from .workplace import Workplace

pytestmark = pytest.mark.e2e

TEXT = 'done! it `works` $(echo x) "quotes"'
NO_TMUX = shutil.which("tmux") is None and not os.environ.get("CI")


@pytest.mark.skipif(NO_TMUX, reason="tmux is not on the PATH")
def test_a_day_in_the_terminal(work: Workplace) -> None:
    """A session is started and logged to by slash commands; a restarted client greets with its banner."""
    with Terminal(work.client, work.project) as terminal:
        terminal.type("/session-init fix-sweep --goal Fix the race in the sweep trigger")
        terminal.wait_for("SESSION-")
        terminal.type(f"/session-log --progress {TEXT}")
        work.api.wait_for(lambda request: "session-journal ran /session-log as typed" in request.text)
        terminal.quit()
    assert work.recorded("fix-sweep", "progress") == [TEXT]
    with Terminal(work.client, work.project) as terminal:
        assert "fix-sweep" in terminal.wait_for("SessionStart:startup says:")
        terminal.quit()
