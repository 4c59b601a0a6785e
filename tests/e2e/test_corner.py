"""The session in the corner of the real client's screen."""

from __future__ import annotations

import json
import os
import shutil

import pytest

from .harness import Terminal
from .workplace import Workplace

pytestmark = pytest.mark.e2e

NO_TMUX = shutil.which("tmux") is None and not os.environ.get("CI")


@pytest.mark.skipif(NO_TMUX, reason="tmux is not on the PATH")
def test_the_status_line_shows_the_session_and_goes_again(work: Workplace) -> None:
    """Set up by one command the client shows the session beneath what it showed before; taken back, as before."""
    settings = work.client.config / "settings.json"
    given = json.loads(settings.read_text()) if settings.exists() else {}
    given["statusLine"] = {"type": "command", "command": "echo my own line"}
    settings.write_text(json.dumps(given))
    work.session("init", "fix-sweep", "--goal", "Fix the race", "--steps", "Reproduce it; Fix it")
    work.session("statusline", "--install")
    with Terminal(work.client, work.project) as terminal:
        screen = terminal.wait_for("fix-sweep 0/2 · Reproduce it")
        assert screen.index("my own line") < screen.index("fix-sweep 0/2")
        terminal.type("/session-log --done Reproduce it --blocker The staging database is down")
        terminal.wait_for("fix-sweep 1/2 · Fix it · blocked: The staging database is down")
        terminal.quit()
    work.session("statusline", "--uninstall")
    assert json.loads(settings.read_text()) == given
