"""Nobody logs a thing: what happened survives a compaction, whose own summary writes the journal."""

from __future__ import annotations

import pytest

from . import sweeper
from .harness import says, uses
from .workplace import Workplace

pytestmark = pytest.mark.e2e

STARTED = "no session was active, so fix-sweep was started to keep this work"
PLANTED = "AKIAIOSFODNN7EXAMPLQ"
MORE = ("And the rounding?", "And the log?", "And the names?", "And the docs?")
BLOCK = """<analysis>-</analysis>
<summary>
1. Primary Request and Intent:
   The sweeper pays twice.

```session-journal
tldr: The sweeper pays twice; the lock comes first now, one test is left.
decisions:
  - decision: Lock before the check
    rationale: A queue would need a new dependency
discoveries:
  - The lock was taken after the check
blockers:
  - The wallet team has to agree to the timeout
next:
  - Let test_pays_once wait for the second worker
```
</summary>"""
HEADINGS = """<analysis>-</analysis>
<summary>
1. Primary Request and Intent:
   The sweeper pays twice.

4. Errors and fixes:
   - The lock was taken after the check

7. Pending Tasks:
   - Let test_pays_once wait for the second worker
</summary>"""
BROKEN = """<summary>
The sweeper pays twice, and the kettle is on.

```session-journal
decisions: [{decision: Lock before the check, rationale: "A queue would
 : - need: a: new dependency]]
discoveries:
  * The lock was taken after the check
next:
\t- Rename test_pays_once
</summary>"""


@pytest.fixture
def project_at_work(work: Workplace) -> Workplace:
    """Make the project with its bug; there is a `.sessions/`, and nothing in it."""
    sweeper.prepare(work)
    return work


def compact(work: Workplace, summary: str = "", *prompts: str) -> str:
    """Do the morning's work, compact with a summary, say more; return what was shown at the compaction."""
    with work.conversation() as talk:
        sweeper.work_on(work, talk)
        work.api.summary = summary or work.api.summary
        shown = talk.say("/compact").shown
        for prompt in prompts:
            talk.say(prompt)
    return shown


def test_what_nobody_logged_survives_a_summary_that_keeps_nothing(project_at_work: Workplace) -> None:
    """A session is started by itself and said; the compactor and the next request have all that matters."""
    work = project_at_work
    shown = compact(work, "", "Go and look at the parser.")
    assert STARTED in shown
    (compaction,) = work.api.of_kind("compaction")
    brief = work.api.of_kind("turn")[-1].text.split("SessionStart hook additional context:")[1]
    for text in (compaction.asked.rpartition("Additional Instructions")[2], brief):
        assert [fact for fact in sweeper.FACTS if fact not in text] == []
    assert "```session-journal" in compaction.asked
    assert work.recorded("fix-sweep", "started") == [f"{sweeper.GOAL} Find out why and mend it."]
    assert "compaction_count: 1" in work.document("fix-sweep").read_text()


def test_the_summarys_block_is_filed_once(project_at_work: Workplace) -> None:
    """All items of the block are in the document after PostCompact; a second compaction does not double them."""
    work = project_at_work
    compact(work, BLOCK, *MORE, "/compact")
    assert len(work.api.of_kind("compaction")) == 2
    text = work.document("fix-sweep").read_text().split("## Captured")[0]
    for once in (
        "The sweeper pays twice; the lock comes first now, one test is left.",
        "**Choice**: Lock before the check",
        "**Rationale**: A queue would need a new dependency",
        "1. **The lock was taken after the check**",
        "- The wallet team has to agree to the timeout",
        ". Let test_pays_once wait for the second worker",
    ):
        assert text.count(once) == 1, f"{once!r} in\n{text}"
    assert work.recorded("fix-sweep", "compaction").count(BLOCK) == 2
    assert "compaction_count: 2" in text


def test_any_summary_is_kept_whole_and_read_as_far_as_it_goes(project_at_work: Workplace) -> None:
    """Without the block its headings are read; a broken one loses nothing; the whole of each is in the journal."""
    work = project_at_work
    with work.conversation() as talk:
        sweeper.work_on(work, talk)
        for summary in (HEADINGS, BROKEN):
            work.api.summary = summary
            talk.say("/compact")
            for prompt in MORE:
                talk.say(prompt)
    kept = work.recorded("fix-sweep", "compaction")
    assert [summary for summary in (HEADINGS, BROKEN) if summary not in kept] == []
    assert "The lock was taken after the check" in work.recorded("fix-sweep", "discovery")
    planned = work.recorded("fix-sweep", "next")
    assert planned == ["Let test_pays_once wait for the second worker", "Rename test_pays_once"]


def test_the_end_of_a_run_is_captured(project_at_work: Workplace) -> None:
    """`claude -p` ends; what was said and done is in the session, and the next one is told nothing of a crash."""
    work = project_at_work
    work.session("init", "fix-sweep", "--goal", sweeper.GOAL)
    work.api.script(*sweeper.turns(work)[:5])
    work.prompt(f"{sweeper.CONSTRAINT} Run the tests, key {PLANTED}.")
    assert len(work.recorded("fix-sweep", "captured")) == 1
    text = work.document("fix-sweep").read_text().split("## Captured")[1]
    for fact in (sweeper.CONSTRAINT, sweeper.CAUSE):
        assert fact in text
    assert "broke off" not in work.prompt("hello").shown
    assert PLANTED not in "".join(
        path.read_text() for path in work.project.glob(".sessions/**/*") if path.is_file()
    )


def test_a_subagents_work_is_not_the_persons(project_at_work: Workplace) -> None:
    """What a subagent was told and what it said are not captured; what came of it is the agent's to say."""
    work = project_at_work
    work.session("init", "fix-sweep", "--goal", sweeper.GOAL)
    task = "Never mention the teapot; always be brief."
    tool = "Task" if "2.1.197" in str(work.client.executable) else "Agent"
    call = uses(tool, description="Look", prompt=task, subagent_type="general-purpose")
    work.api.replies[task] = [says("Decision: use the kettle because it is hot.")]
    work.api.script([call], [says("I asked a helper for the logs.")])
    work.prompt("Have a helper look.")
    assert any(task in request.asked for request in work.api.of_kind("turn"))
    text = work.document("fix-sweep").read_text()
    assert "I asked a helper" in text
    assert "teapot" not in text
    assert "kettle" not in text
