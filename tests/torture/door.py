"""The hooks' own door, called in this process: bytes in, the reply out, everything about it checked."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workshop import Workshop

from session_journal import errors, events, verbs
from session_journal.errors import Problem
from session_journal.verbs.verb import Words

EVENTS = events.NAMES
SECONDS = 2.0
"""Of processor time: the longest that one input may take."""
LONGEST = 9_500
_NAMES = {"session_start": "SessionStart", "user_prompt_submit": "UserPromptSubmit"}
_KNOWN = {name for name, what in vars(errors).items() if isinstance(what, type) and issubclass(what, Problem)}


def units(text: str) -> int:
    """Return a text's length as the client counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_reply(event: str, text: str) -> None:
    """Hold what the client asks of a reply to this event (docs/client.md)."""
    if not text:
        return
    if event in ("pre_compact", "post_compact"):  # plain text: a leading { would be taken for JSON
        assert event == "post_compact" or not text.startswith("{")
        assert units(text) <= LONGEST
        return
    reply = json.loads(text)
    assert isinstance(reply, dict)
    assert set(reply) <= {"systemMessage", "hookSpecificOutput"}
    assert event != "session_end" or set(reply) <= {"systemMessage"}
    message = reply.get("systemMessage", "x")
    assert isinstance(message, str)
    assert 0 < units(message) <= LONGEST
    if "hookSpecificOutput" in reply:
        inner = reply["hookSpecificOutput"]
        assert set(inner) == {"hookEventName", "additionalContext"}
        assert inner["hookEventName"] == _NAMES[event]
        assert 0 < units(inner["additionalContext"]) <= LONGEST


class TooSlowError(AssertionError):
    """An input took longer than it may, though perhaps only because it was watched."""


class Door:
    """A project made anew from a model for each input; the environment must name it already."""

    def __init__(self, model: Workshop, place: Workshop) -> None:
        self._model, self.place = model, place
        self.slowest = 0.0

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.place.root

    def reset(self) -> None:
        """Make the project what the model is."""
        shutil.rmtree(self.root)
        shutil.copytree(self._model.root, self.root, symlinks=True)
        if not self.place.project().store.marks():  # the copy came from elsewhere until a person takes it up
            verbs.load("resume").run(self.place.project(), Words("fix-sweep-bug"))

    def ask(self, event: str, payload: bytes | Mapping[str, Any]) -> str:
        """Hand a payload to an event and hold all that must be true of the reply; return it."""
        data = payload if isinstance(payload, bytes) else json.dumps({"cwd": str(self.root), **payload}).encode()
        began = time.process_time()
        text = events.answer(event, data)
        self._took(time.process_time() - began, event)
        check_reply(event, text)
        assert f"{event} failed (" not in text, text[:500]
        assert "Traceback" not in text
        self._check_log()
        return text

    def call(self, verb: str, argument: str = "", **options: str) -> None:
        """Run a verb: it answers, or refuses with a sentence."""
        words = Words(argument, {name.replace("_", "-"): [text] for name, text in options.items()})
        refusal: Problem | None = None
        began = time.process_time()
        try:
            reply = verbs.load(verb).run(self.place.project("c1"), words)
            assert json.dumps(reply.data) and reply.text.encode("utf-8", "replace")  # noqa: PT018
        except Problem as problem:
            refusal = problem
        assert refusal is None or (refusal.exit_code in (1, 2) and str(refusal).strip())
        self._took(time.process_time() - began, verb)

    def _took(self, seconds: float, what: str) -> None:
        self.slowest = max(self.slowest, seconds)
        if seconds >= SECONDS:
            raise TooSlowError(f"{what} took {seconds:.1f} s")

    def _check_log(self) -> None:
        """Hold that nothing was swallowed but what has a sentence of its own."""
        try:
            lines = (self.root / ".sessions" / ".state" / "hooks.log").read_text(errors="replace").splitlines()
        except OSError:
            return
        for line in lines:
            assert line.split()[2:3][0] in _KNOWN, line
