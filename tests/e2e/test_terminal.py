"""The interactive client, as a person sees it."""

from __future__ import annotations

import os
import shutil

import pytest

from . import sweeper
from .harness import Terminal, says
from .workplace import Workplace

pytestmark = pytest.mark.e2e

TEXT = 'done! it `works` $(echo x) "quotes"'
SUMMARY = """<summary>
```session-journal
decisions:
  - decision: Lock before the check
    rationale: A queue would need a new dependency
```
</summary>"""
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


@pytest.mark.skipif(NO_TMUX, reason="tmux is not on the PATH")
def test_a_compaction_and_a_crash_in_the_terminal(work: Workplace) -> None:
    """The person reads in plain words what a compaction brought and, after a kill, when it broke off."""
    sweeper.prepare(work)
    (work.project / "half.py").write_text("x =\n")
    work.api.summary = SUMMARY
    with Terminal(work.client, work.project) as terminal:
        for number, prompt in enumerate((*sweeper.PROMPTS, "And the docs?")):
            work.api.script([says(f"Answer {number}.")])
            terminal.type(prompt)
            terminal.wait_for(f"Answer {number}.")
        terminal.type("/compact")
        terminal.wait_for("completed successfully: session-journal: kept the summary, 1 new item from it")
        terminal.wait_for(
            "SessionStart:compact says: session-journal: no session was active, so fix-sweep was started"
        )
        assert "systemMessage" not in terminal.screen
        terminal.kill()
    with Terminal(work.client, work.project) as terminal:
        terminal.wait_for(
            "session-journal: a conversation on fix-sweep broke off just now with 1 file uncommitted;"
        )
        terminal.quit()
