"""`who`: the sessions that are worked on now."""

from __future__ import annotations

from .. import framing, git, items, overlaps, timestamps, who
from ..errors import Problem
from .verb import JSON, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..overlaps import Overlap
    from ..project import Project
    from ..who import Worker

_SHOWN = 5


def run(project: Project, words: Words) -> Reply:  # noqa: ARG001 - it takes no words but --json
    """Tell who works on what, since when, and who touches the same files."""
    if not project.store.exists:
        raise project.store.missing()
    found = who.look(project.store, project.present)
    shared = _noted(project, found.workers)
    parts = [_told(worker, project) for worker in found.workers]
    changed = frozenset(git.uncommitted(project.root) or ()) if shared else frozenset()
    parts += [_shared(overlap, changed) for overlap in shared]
    if not found.workers:
        parts.append("No session has a running conversation: `session list` shows which are open.")
    if found.unbound:
        parts.append(f"Running conversations on no session: {found.unbound}.")
    data = {
        "sessions": [_data(worker, project) for worker in found.workers],
        "same_files": [
            {
                "sessions": _names(overlap),
                "files": list(overlap.paths),
                "uncommitted": [path for path in overlap.paths if path in changed],
            }
            for overlap in shared
        ],
        "unbound_conversations": found.unbound,
    }
    return Reply(text=framing.visible("\n".join(parts)), data=data)


def _noted(project: Project, workers: tuple[Worker, ...]) -> list[Overlap]:
    """Have both sides of each pair told, except the one that reads it here; read-only folders are looked at."""
    try:
        found = overlaps.note(project.store, workers)
        for worker in workers:
            if project.conversation and project.conversation in worker.conversations:
                overlaps.take(project.store, worker.session)
    except Problem:
        return overlaps.among(workers)
    return found


def _told(worker: Worker, project: Project) -> str:
    value = worker.session
    own = " (this conversation)" if project.conversation and project.conversation in worker.conversations else ""
    lines = [f"{value.shortname} ({value.tracking_id}) · {_state(worker)}{own}"]
    if value.role:
        lines.append(f"role: {items.headline(value.role, 160)}")
    lines.append(f"now: {value.current[1].headline if value.current else value.title}")
    if value.blockers:
        lines.append(f"blocked: {value.blockers[-1].headline}")
    lines.append(f"since: {timestamps.ago(worker.since, project.present)}, in {_conversations(worker)}")
    for label, texts in (
        ("completed today", worker.completed),
        ("deliverables", [items.headline(text, 160) for text in value.deliverables]),
    ):
        if texts:
            more = f" and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else ""
            lines.append(f"{label}: {'; '.join(texts[-_SHOWN:])}{more}")
    return "\n  ".join(lines)


def _state(worker: Worker) -> str:
    value = worker.session
    if worker.percent is None:
        return value.status
    return f"{value.status} · {worker.percent}% ({value.done_count}/{len(value.steps)} steps)"


def _conversations(worker: Worker) -> str:
    named = ", ".join(one[:8] for one in worker.conversations)
    return f"conversation{'s' * (len(worker.conversations) != 1)} {named}"


def _shared(overlap: Overlap, changed: frozenset[str]) -> str:
    """Tell of a pair and its files, those that are not committed first."""
    paths = sorted(overlap.paths, key=lambda path: path not in changed)
    named = ", ".join(f"{path} (uncommitted)" if path in changed else path for path in paths[:_SHOWN])
    more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    return f"Same files: {' and '.join(_names(overlap))} both wrote {named}{more}"


def _names(overlap: Overlap) -> list[str]:
    return sorted((overlap.one.session.shortname, overlap.other.session.shortname))


def _data(worker: Worker, project: Project) -> dict[str, Any]:
    value = worker.session
    return {
        "id": value.id,
        "key": value.key,
        "shortname": value.shortname,
        "tracking_id": value.tracking_id,
        "title": value.title,
        "status": value.status,
        "role": value.role,
        "current": value.current[1].text if value.current else None,
        "done": value.done_count,
        "total": len(value.steps),
        "percent": worker.percent,
        "blockers": [blocker.text for blocker in value.blockers],
        "completed_today": list(worker.completed),
        "deliverables": list(value.deliverables),
        "since": timestamps.to_second(worker.since),
        "conversations": list(worker.conversations),
        "own": bool(project.conversation) and project.conversation in worker.conversations,
        "files": list(worker.files),
    }


VERB = Verb(
    name="who",
    summary="Show which sessions are worked on now, on what, and who touches the same files.",
    about=(
        "Shows the sessions that a running conversation works on: role, step, percent, what was completed "
        "today; and the files that two of them have both written."
    ),
    run=run,
    options=(JSON,),
    examples=("session who", "session who --json"),
    see=("send", "inbox", "watch"),
)
