"""Which session a verb is about, and the one way in which verbs write to it."""

from __future__ import annotations

from .. import conversation, current, items, recorder, session, timestamps
from ..errors import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..errors import Problem
    from ..outline import Outline
    from ..project import Project
    from ..recorder import Plan, Recorded
    from ..session import Session
    from ..store import Loaded
    from .verb import Words


def named_session(project: Project, words: Words, ref: str = "") -> Loaded:
    """Return the session that the words name, else the current one."""
    ref = ref or words.text("session")
    return project.store.find(ref) if ref else current.required(project)


def write(project: Project, loaded: Loaded, plan: Plan) -> Recorded:
    """Record in a session on behalf of a person or the agent; what a conversation records, it knows."""
    if not loaded.session.is_open:
        name = loaded.session.shortname
        raise Refused(
            f"{name} is {loaded.session.status} and takes no more records: go on in a new one, "
            f"`session init NAME --parent {name}`."
        )
    recorded = recorder.record(
        project.store,
        loaded.session.id,
        plan,
        conversation=project.conversation,
        seconds=project.lock_seconds,
    )
    state = conversation.load(project.store, project.conversation)
    if session.is_same_state(state.injected, session.state_of(loaded.session)):
        state = state.replace(injected=session.state_of(recorded.loaded.session))
        conversation.save(project.store, state)
    return _with_pause(recorded)


def _with_pause(recorded: Recorded) -> Recorded:
    """Say that the session is paused, where a record came after the pause; it belongs there all the same."""
    value = recorded.loaded.session
    if value.status != session.PAUSED or any(entry.kind == "paused" for entry in recorded.entries):
        return recorded
    note = f"{value.shortname} is paused; `session resume {value.shortname}` makes it active again"
    return recorded.replace(warnings=(*recorded.warnings, note))


def warnings(recorded: Recorded) -> str:
    """Return the warnings as lines to put behind a reply."""
    return "".join(f"\nNote: {warning}" for warning in recorded.warnings)


def unreadable(problems: tuple[Problem, ...]) -> str:
    """Return the files that were skipped as lines to put behind a listing."""
    return "".join(f"\nSkipped: {problem}" for problem in problems)


def as_row(value: Outline, present: int) -> tuple[str, str, str, str, str]:
    """Return a session as the cells of a list: number, name, status, progress, when and what."""
    progress = f"{value.done}/{value.total}" if value.total else "-"
    about = [f"#{tag}" for tag in value.tags] + ([f"[{value.group}]"] if value.group else [])
    what = " ".join([value.what, *about])
    when = timestamps.ago(value.updated, present)
    return value.number or value.key, value.shortname, value.status, progress, f"{when} · {what}"


def attributes_line(value: Session) -> str:
    """Say a session's tags, role, group and parent in a line, those that it has."""
    said = [f"tags {', '.join(value.tags)}"] if value.tags else []
    named = (("role", value.role), ("group", value.group), ("parent", value.parent))
    return " · ".join([*said, *(f"{name} {what}" for name, what in named if what)])


def as_data(value: Session) -> dict[str, Any]:
    """Return a session as `--json` shows it (docs/format.md lists the keys; they stay)."""
    return {
        "id": value.id,
        "key": value.key,
        "shortname": value.shortname,
        "tracking_id": value.tracking_id,
        "number": value.number,
        "title": value.title,
        "status": value.status,
        "task_ids": list(value.task_ids),
        "tags": list(value.tags),
        "role": value.role,
        "group": value.group,
        "parent": value.parent,
        "created_at": timestamps.to_second(value.created),
        "updated_at": timestamps.to_second(value.updated),
        "compaction_count": value.compaction_count,
        "git_branch": value.branch,
        "git_last_commit": value.commit,
        "tldr": value.tldr,
        "objective": value.objective,
        "key_files": list(value.key_files),
        "key_context": list(value.key_context),
        "progress": progress_data(value),
        "decisions": decisions_data(value),
        "discoveries": [items.untitled(text) for text in value.discoveries],
        "blockers": [blocker.text for blocker in value.blockers],
        "next_steps": list(value.next_steps),
        "milestones": milestones_data(value),
        "work_items": [one.as_data() for one in value.work_items],
        "deliverables": list(value.deliverables),
    }


def milestones_data(value: Session) -> list[dict[str, Any]]:
    """Return the milestones of a session as data."""
    return [
        {
            "id": one.id,
            "text": one.text,
            "reached": one.reached,
            "at": timestamps.to_second(one.when) if one.when is not None else None,
        }
        for one in value.milestones
    ]


def progress_data(value: Session) -> dict[str, Any]:
    """Return the steps and notes of a session as data."""
    return {
        "done": value.done_count,
        "total": len(value.steps),
        "current": value.current[1].text if value.current else None,
        "steps": [{"text": s.text, "done": s.done, "current": s.current} for s in value.steps],
        "notes": [note.text for note in value.notes],
    }


def decisions_data(value: Session) -> list[dict[str, Any]]:
    """Return the decisions of a session as data."""
    return [
        {
            "number": d.number,
            "title": d.title,
            "at": timestamps.to_second(d.when) if d.when else None,
            "context": d.context,
            "options": d.options,
            "choice": d.choice,
            "rationale": d.rationale,
        }
        for d in value.decisions
    ]
