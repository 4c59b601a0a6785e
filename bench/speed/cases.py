"""What is measured: the events of a conversation and the verbs, with the ratio to a bare interpreter aimed at."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from . import transcripts
from .measure import Command, once
from .places import CONVERSATION, ROOT, Place

INTERPRETER = "python -I -S -c pass"
SHELL = "sh -c :"
_SUMMARY = "<summary>All is well.</summary>"
ORDINARY = "Write a parser for the PDF of an invoice; its tests are in tests/test_pdf.py and fail for now."
CUED = "Write a parser for a resume in PDF and continue on errors"
_PASTED = "Why does this fail?\n" + "\n".join(f'  File "src/module_{n:03d}.py", line {n}' for n in range(120))


@dataclass(frozen=True)
class Case:
    """A case: its name, its command, and what it should cost at most, 0 where there is no target.

    `target` counts bare interpreters, `milliseconds` and `megabytes` bound the whole process.
    """

    name: str
    target: float
    command: Callable[[Place], Command]
    milliseconds: float = 0
    megabytes: float = 0


def floors(python: str, place: Place) -> list[Command]:
    """Return what a process costs that does nothing: the interpreter of the runtime, and the shell."""
    return [
        Command(INTERPRETER, [python, "-I", "-S", "-c", "pass"], place.environment, place.folder),
        Command(SHELL, ["/bin/sh", "-c", ":"], place.environment, place.folder),
    ]


def elsewhere(folder: Path, place: Place) -> Command:
    """Return the case of a project that has no sessions at all."""
    return _hook("UserPromptSubmit", Place(folder, place.environment), prompt=ORDINARY, restore=False)


def cases() -> list[Case]:
    """Return the cases in a project with sessions."""
    fresh = _fresh_conversation
    return [
        Case("prompt, ordinary", 0.6, lambda p: _hook("UserPromptSubmit", p, prompt=ORDINARY, restore=False)),
        Case("prompt, 4 KB pasted", 0.6, lambda p: _hook("UserPromptSubmit", p, prompt=_PASTED, restore=False)),
        Case("prompt, with a cue in it", 0, lambda p: _hook("UserPromptSubmit", p, prompt=CUED, restore=False)),
        Case("where were we? (brief)", 3, lambda p: _hook("UserPromptSubmit", p, fresh, prompt="where were we?")),
        Case("/session-view --next", 3, lambda p: _hook("UserPromptSubmit", p, prompt="/session-view --next")),
        Case(
            "/session-log",
            3,
            lambda p: _hook("UserPromptSubmit", p, prompt='/session-log --progress "done! it `works`"'),
        ),
        Case("SessionStart (brief)", 2.5, lambda p: _hook("SessionStart", p, fresh, source="startup")),
        Case("PreCompact", 8, lambda p: _hook("PreCompact", p, trigger="auto")),
        Case("session log", 10, lambda p: _verb(p, "log", "--progress", "The mutex is in and its test passes")),
        Case("session view", 0, lambda p: _verb(p, "view", "--decisions")),
        Case("session resume", 0, lambda p: _verb(p, "resume")),
        *_if_hooked("SessionEnd", lambda p: _hook("SessionEnd", p, reason="other")),
        *_if_hooked("PostCompact", lambda p: _hook("PostCompact", p, trigger="auto", compact_summary=_SUMMARY)),
    ]


def readings(place: Place) -> list[Case]:
    """Make transcripts beside a project, and return the cases that read them."""
    long, some, more = (place.folder.with_name(f"{name}.jsonl") for name in ("long", "some", "more"))
    transcripts.write(long, 100, place.folder)
    for path, megabytes in ((some, 1), (more, 5)):
        transcripts.write(path, 20, place.folder)
        until_now = _hook("PreCompact", place, path.stem.__str__, transcript=path, restore=False)
        once(until_now, place.folder.with_name("stdin"))
        transcripts.write(path, megabytes, place.folder, seed=8)
    place.keep()
    return [
        Case("PreCompact, 100 MB unseen", 0, lambda p: _hook("PreCompact", p, transcript=long), 1500, 150),
        Case("PreCompact, 1 MB new", 0, lambda p: _hook("PreCompact", p, lambda: "some", transcript=some), 100),
        Case("SessionEnd, 5 MB new", 0, lambda p: _hook("SessionEnd", p, lambda: "more", transcript=more), 300),
    ]


def _if_hooked(event: str, command: Callable[[Place], Command]) -> Iterator[Case]:
    if event in _hooks():
        yield Case(event, 0, command)


def _fresh_conversation() -> str:
    return str(uuid.uuid4())


def _hooks() -> dict[str, str]:
    """Return the command of each event, as hooks.json has it."""
    events = json.loads((ROOT / "hooks/hooks.json").read_text())["hooks"]
    return {event: groups[0]["hooks"][0]["command"] for event, groups in events.items()}


def _hook(
    event: str,
    place: Place,
    conversation: Callable[[], str] = lambda: CONVERSATION,
    *,
    restore: bool = True,
    transcript: Path | None = None,
    **payload: str,
) -> Command:
    """Return an event's hook, started by the shell as the client does."""

    def given() -> str:
        common = {
            "session_id": conversation(),
            "transcript_path": str(transcript or place.folder / "none.jsonl"),
            "cwd": str(place.folder),
            "permission_mode": "default",
            "hook_event_name": event,
        }
        return json.dumps({**common, **payload}) + "\n"  # as the client does

    environment = {"CLAUDE_PLUGIN_ROOT": str(ROOT), "CLAUDE_PROJECT_DIR": str(place.folder)}
    return Command(
        event,
        ["/bin/sh", "-c", _hooks()[event]],
        {**place.environment, **environment},
        place.folder,
        given,
        place.restore if restore else None,
    )


def _verb(place: Place, *arguments: str) -> Command:
    """Return a verb of the command line, as the agent's Bash tool finds it."""
    environment = {**place.environment, "CLAUDE_CODE_SESSION_ID": CONVERSATION}
    command = str(ROOT / "bin/session")
    return Command("session", [command, *arguments], environment, place.folder, before=place.restore)
