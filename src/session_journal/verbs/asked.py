"""The prompts of a session as `view` shows them: the list, and one with what was done after it."""

from __future__ import annotations

from .. import entryline, framing, prompts, timestamps
from .verb import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from ..project import Project
    from ..prompts import Asked, Deeds
    from ..store import Loaded


def lines(found: Sequence[Asked]) -> list[str]:
    """Return the prompts of a session, a line each."""
    return [f"- {one.id}: {one.text}" + ("" if one.recorded else " (not recorded yet)") for one in found]


def data(found: Sequence[Asked]) -> list[dict[str, Any]]:
    """Return the prompts of a session as `--json` shows them."""
    return [as_data(one) for one in found]


def as_data(one: Asked) -> dict[str, Any]:
    """Return a prompt as data."""
    return {
        "id": one.id,
        "number": one.number,
        "at": timestamps.to_second(one.at) if one.at else None,
        "until": timestamps.to_second(one.until) if one.until else None,
        "text": one.text,
        "files": list(one.files),
        "recorded": one.recorded,
    }


def show(project: Project, ref: str) -> Reply:
    """Show what was asked in a prompt and what was done until the next."""
    loaded, one = prompts.find(project.store, ref, project.present)
    done = prompts.deeds(project.store, loaded, one)
    parts = [_head(loaded, one), *_parts(one, done)]
    whole = {
        **as_data(one),
        "session": loaded.session.id,
        "shortname": loaded.session.shortname,
        "commits": [{"commit": sha, "subject": subject} for sha, subject in done.commits],
        "runs": [{"command": run.command, "ok": run.ok} for run in done.runs],
        "said": [{"text": said.text, "kind": said.kind, "by": said.by} for said in done.said],
        "entries": [{"entry": e.name, "kind": e.kind, "text": e.text} for e in done.entries],
    }
    return Reply(text="\n\n".join(parts), data=whole)


def _head(loaded: Loaded, one: Asked) -> str:
    value = loaded.session
    asked = timestamps.to_second(one.at) if one.at else "at a time not known"
    until = f", the next one {timestamps.to_second(one.until)}" if one.until else ", the last one"
    text = framing.item(one.text, "")
    return f"{one.id} of {value.shortname} ({value.tracking_id})\nAsked {asked}{until}:\n\n{text}"


def _parts(one: Asked, done: Deeds) -> list[str]:
    found = {
        "Files": [f"- {path}" for path in one.files],
        "Commits": [f"- {sha} {subject}" for sha, subject in done.commits],
        "Runs": [f"- `{run.command}` {'passed' if run.ok else 'failed'}" for run in done.runs],
        "Recorded": [f"- {timestamps.to_second(e.at)[11:]} {entryline.of(e)}" for e in done.entries],
        "Said": [f"- {said.text}" for said in done.said if said.text not in one.text],
    }
    shown = ["\n".join([f"## {name}", *map(framing.item, rows)]) for name, rows in found.items() if rows]
    return shown or ["Nothing is known to have been done there."]
