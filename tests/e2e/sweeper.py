"""A morning's work that nobody logs: a bug, what the person rules out, a choice, and a test that really fails."""

from __future__ import annotations

import subprocess
from pathlib import Path

from .harness import Conversation, Turn, runs, says, uses
from .workplace import Workplace

GOAL = "The sweeper pays twice when two workers start together."
CONSTRAINT = "Never touch the wallet's public API, and keep Python 3.8 working."
CAUSE = "Root cause: the lock is taken after the check, so both workers pay."
DECISION = "Decision: lock before the check, because a queue would need a new dependency."
FAILING = "test_pays_once"
NEXT = "Next: let test_pays_once wait for the second worker."
FACTS = (GOAL, CONSTRAINT, CAUSE, "lock before the check", "a queue would need a new dependency", FAILING,
         "let test_pays_once wait for the second worker", "lock.py")  # fmt: skip
PROMPTS = (f"{GOAL} Find out why and mend it.", CONSTRAINT, "How did the tests go?", "And what is left?")

_TEST = """import unittest


class Sweep(unittest.TestCase):
    def test_pays_once(self):
        self.assertEqual(["worker 1", "worker 2"], ["worker 1"])
"""


def prepare(work: Workplace, branch: str = "fix/sweep") -> None:
    """Put the code and its failing test into the project, on a branch, with an empty `.sessions/`."""
    (work.project / "sweep.py").write_text("CHECK, LOCK = 1, 2\n")
    (work.project / "test_sweep.py").write_text(_TEST)
    (work.project / ".gitignore").write_text("__pycache__/\n.sessions/\n")
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for arguments in (["checkout", "-q", "-b", branch], ["add", "."], ["commit", "-q", "-m", "Add the sweeper"]):
        subprocess.run([*git, *arguments], cwd=work.project, check=True)
    (work.project / ".sessions").mkdir()


def turns(work: Workplace) -> list[Turn]:
    """Return what the model does on the prompts."""
    lock = {"file_path": str(work.project / "lock.py"), "content": "LOCK, CHECK = 1, 2\n"}
    return [
        [says("I look at the sweeper first."), runs("cat sweep.py")],
        [says(CAUSE)],
        [says(DECISION), uses("Write", **lock)],
        [says("The lock comes first now.")],
        [runs("python3 -m unittest -q test_sweep")],
        [says("One of them fails.")],
        [says(NEXT)],
    ]


def work_on(work: Workplace, talk: Conversation) -> Path:
    """Do the morning's work in a conversation; return its transcript."""
    work.api.script(*turns(work))
    return [work.transcript(talk.say(prompt)) for prompt in PROMPTS][-1]
