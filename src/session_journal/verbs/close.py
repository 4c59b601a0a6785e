"""`close`: end a session."""

from __future__ import annotations

from .. import items, session, tasks, timestamps
from ..errors import Problem, WrongCall
from ..journal import Entry
from . import subject, telling
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..document import Document
    from ..project import Project
    from ..session import Session


def run(project: Project, words: Words) -> Reply:
    """End a session, archive its document and say what it came to."""
    kind, reason = _ending(words)
    loaded = subject.named_session(project, words, words.argument)

    def plan(value: Session, _document: Document) -> list[Entry]:
        session.move(value, kind)
        return [Entry(kind=kind, at=project.present, text=reason)]

    recorded = subject.write(project, loaded, plan)
    value = recorded.loaded.session
    notes = _complete_tasks(project, value) if kind == "completed" else []
    path = project.store.relative(recorded.loaded.path)
    kept = telling.keep_summary(project, recorded.loaded)
    text = "\n".join([*_summary(value, kind, reason), f"Archived: {path}", f"Summary: {kept}", *notes])
    data = {**subject.as_data(value), "path": path, "reason": reason}
    return Reply(text=text + subject.warnings(recorded), data=data)


def _ending(words: Words) -> tuple[str, str]:
    complete, abandon, reason = words.has("complete"), words.has("abandon"), words.text("reason")
    call = f"session close {words.argument}".rstrip()
    if complete == abandon:
        raise WrongCall(f"Say how it ends: `{call} --complete`, or `{call} --abandon --reason TEXT`.")
    if abandon and not reason:
        raise WrongCall(f"Say why it is abandoned: `{call} --abandon --reason TEXT`.")
    return ("completed" if complete else "abandoned"), reason


def _summary(value: Session, kind: str, reason: str) -> list[str]:
    left = len(value.steps) - value.done_count
    compactions = f"{value.compaction_count} compaction{'s' * (value.compaction_count != 1)}"
    lines = [
        f"{value.shortname} ({value.tracking_id}) {kind}" + (f": {items.headline(reason, 200)}" if reason else ""),
        f"Duration: {timestamps.span(value.updated - value.created)}, {compactions}",
        f"Progress: {value.steps_told}" + (f"; {left} step{'s' * (left != 1)} left open" if left else ""),
        f"Decisions: {len(value.decisions)}, discoveries: {len(value.discoveries)}",
    ]
    if value.task_ids:
        lines.append(f"Tasks: {', '.join(value.task_ids)}")
    return lines


def _complete_tasks(project: Project, value: Session) -> list[str]:
    """Mark the linked task files completed; say which, and which could not be."""
    lines = []
    for task_id in value.task_ids:
        task = tasks.find(project.root, task_id)
        if task is None:
            continue
        path = project.store.relative(task.path)
        try:
            tasks.complete(task)
            lines.append(f"Marked completed: {path}")
        except (Problem, ValueError, OSError) as problem:
            lines.append(f"Note: {path} could not be marked completed ({problem})")
    return lines


VERB = Verb(
    name="close",
    summary="End a session: completed, or abandoned with a reason.",
    about=(
        "Writes a summary beside the journal and moves the document to .sessions/archive/. Nothing is "
        "deleted, and the session is still found by every verb that reads."
    ),
    run=run,
    argument="REF",
    options=(
        Option(name="complete", help="It is done; linked task files are marked completed.", metavar=""),
        Option(name="abandon", help="It will not be finished; needs --reason.", metavar=""),
        Option(name="reason", help="Why."),
        SESSION,
        JSON,
    ),
    examples=("session close --complete", "session close --abandon --reason 'Superseded by the new API'"),
    see=("pause", "summary", "archive"),
)
