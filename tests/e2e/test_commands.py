"""The slash commands, typed by a person and used by the model; texts arrive exactly."""

from __future__ import annotations

import shlex

import pytest

from .harness import runs, says, uses
from .workplace import PLUGIN, Workplace, holds

pytestmark = pytest.mark.e2e

RAN = "UserPromptSubmit hook additional context: session-journal ran"
REFUSED = "UserPromptSubmit hook additional context: session-journal could not run"
TEXT = """done! it `works` $(echo x) "quotes"

```sh
ls | grep '!' > $HOME/x \\
  && echo "it's \\"done\\""
```"""


@pytest.fixture
def started(work: Workplace) -> Workplace:
    """Start a session in the project."""
    work.session("init", "fix-sweep", "--goal", "Fix the race in the sweep trigger")
    return work


@pytest.mark.parametrize("command", ["/session-log", f"/{PLUGIN}:session-log"])
def test_a_typed_text_arrives_exactly(started: Workplace, command: str) -> None:
    """What a person types is recorded byte for byte, and the model is told that it was."""
    started.prompt(f"{command} --progress {TEXT}")
    assert started.recorded("fix-sweep", "progress") == [TEXT]
    assert holds(started.document("fix-sweep"), TEXT)
    (request,) = started.api.of_kind("turn")
    assert f"{RAN} {command} as typed" in request.text


def test_the_models_text_arrives_exactly(started: Workplace) -> None:
    """What the model records with the Bash tool, in the quoting that the command shows, is the same text."""
    quoted = f"\"$(cat <<'EOF'\n{TEXT}\nEOF\n)\""
    started.api.script(
        [runs(f"session log --progress {quoted}")], [runs(f"session log --note {shlex.quote(TEXT)}")]
    )
    started.prompt("Record it.")
    assert started.recorded("fix-sweep", "progress") == [TEXT]
    assert started.recorded("fix-sweep", "note") == [TEXT]
    assert holds(started.document("fix-sweep"), TEXT)


def test_the_models_own_command_leads_it_to_the_command_line(started: Workplace) -> None:
    """Invoked with the Skill tool nothing has run yet: the markdown says so and names `session log`."""
    started.api.script(
        [uses("Skill", skill=f"{PLUGIN}:session-log", args="--progress It compiles")],
        [runs("session log --progress 'It compiles'")],
        [says("Recorded.")],
    )
    started.prompt("Record that it compiles.")
    after_skill = started.api.of_kind("turn")[1]
    assert "nothing was recorded yet" in after_skill.text
    assert RAN not in after_skill.text
    assert started.recorded("fix-sweep", "progress") == ["It compiles"]


def test_the_model_may_run_the_command_line_after_a_typed_command(started: Workplace) -> None:
    """A typed checkpoint lets the model pass its summary, in the documented quoting, without being asked."""
    summary = '$(cat <<\'EOF\'\nIt\'s the lock: `check` comes first.\n# {"not": "a comment"}\nEOF\n)'
    started.api.script([runs(f"session checkpoint --tldr \"{summary}\" --context 'Lock order: a -> b'")])
    client = started.client
    run = client.run(
        "-p", "/session-checkpoint", "--output-format", "stream-json", "--verbose",
        "--permission-mode", "default", cwd=started.project,
    )  # fmt: skip
    assert run.code == 0, run.err
    text = started.document("fix-sweep").read_text()
    assert "It's the lock: `check` comes first." in text
    assert "Lock order: a -> b" in text


def test_init_alone_has_the_agent_ask(work: Workplace) -> None:
    """`/session-init` with nothing starts no session; the markdown has the model ask for goal and steps."""
    work.prompt("/session-init")
    (request,) = work.api.of_kind("turn")
    assert "ask for the goal" in request.text
    assert not list(work.project.glob(".sessions/active/*.md"))


def test_a_refusal_reaches_the_model(started: Workplace) -> None:
    """A decision without its reason is refused in a sentence that the model is given."""
    started.prompt("/session-log --decision Use B")
    (request,) = started.api.of_kind("turn")
    assert "--rationale" in request.text.rsplit(REFUSED, 1)[1]
    assert started.recorded("fix-sweep", "decision") == []
