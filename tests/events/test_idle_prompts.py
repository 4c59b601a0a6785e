"""A prompt that is none of our business, which got past the launcher's first look."""

from __future__ import annotations

import json
import subprocess

from workshop import ROOT, Workshop

PROMPT = "the Continue link is grey"


def loaded_modules(place: Workshop, owed: str) -> str:
    """Return what the interpreter imported for the prompt."""
    payload = {"session_id": "c1", "cwd": str(place.root), "prompt": PROMPT}
    command = [*place.hook_command("user_prompt_submit")]
    command[1:1] = ["-X", "importtime"]
    done = subprocess.run(
        command,
        input=json.dumps(payload).encode(),
        env=place.environ(
            "", {"PYTHONPATH": None, "SESSION_JOURNAL_OWED": owed, "SESSION_JOURNAL_SITE": "/nowhere"}
        ),
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert done.stdout == b""
    return done.stderr.decode()


def test_nothing_is_loaded_for_it(workshop: Workshop) -> None:
    """Where the launcher saw nothing owed, such a prompt costs the detector and no more of the library."""
    modules = loaded_modules(workshop, "no")
    assert "session_journal.intent" in modules
    assert "session_journal.store" not in modules


def test_what_is_owed_is_looked_at(workshop: Workshop) -> None:
    """Without the launcher's word, the library looks for itself."""
    assert "session_journal.store" in loaded_modules(workshop, "")
