"""`learn`: keep what the whole project should know, and look it up."""

from __future__ import annotations

from .. import current, learnings, quotation, relevance
from ..errors import Problem, WrongCall
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..learnings import Learning
    from ..project import Project

_MOST = 20


def run(project: Project, words: Words) -> Reply:
    """Add a learning, or find some."""
    if not project.store.exists:
        raise project.store.missing()
    if words.has("find"):
        if words.argument:
            raise WrongCall(
                "Either look up or add: `session learn --find WORDS`, or `session learn TEXT --why …`."
            )
        return _find(project, words.text("find"))
    return _add(project, words)


def _find(project: Project, wanted: str) -> Reply:
    known = learnings.read(project.store)
    found = relevance.find(learnings.own(project.store, known) if project.store.own_only else known, wanted)
    texts = [_told(learning) for learning in found[:_MOST]]
    if len(found) > _MOST:
        texts.append(f"{len(found) - _MOST} more: say it in more words.")
    text = "\n\n".join(texts) or f"Nothing was learnt of {quotation.line(wanted, 80)!r} yet."
    return Reply(text=text, data=[_data(learning) for learning in found])


def _add(project: Project, words: Words) -> Reply:
    text, why, impact = words.argument, words.text("why"), words.text("impact")
    kind = words.text("kind") or learnings.KINDS[0]
    learning = learnings.draft(text, why, impact, kind, present=project.present).replace(
        tags=_several(words.texts("tag")), files=_several(words.texts("file")), session=_session(project)
    )
    kept, new = learnings.add(project.store, learning, project.lock_seconds)
    said = "Learnt" if new else "Known already, not added again"
    return Reply(
        text=f"{said} ({kind}): {quotation.line(kept.title, 100)}\n{kept.path}:{kept.line}",
        data={**_data(kept), "new": new},
    )


def _several(texts: list[str]) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for text in texts for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _session(project: Project) -> str:
    try:
        value = current.required(project).session
    except Problem:
        return ""
    return f"{value.shortname} ({value.tracking_id})"


def _told(learning: Learning) -> str:
    when = f", {learning.when}" if learning.when else ""
    lines = [f"{learning.title} ({learning.kind}{when}) {learning.path}:{learning.line}"]
    if learning.text != learning.title:
        lines.append(quotation.line(learning.text, 500))
    for label, text in (("why", learning.why), ("impact", learning.impact)):
        if text:
            lines.append(f"{label}: {quotation.line(text, 300)}")
    for label, parts in (("tags", learning.tags), ("files", learning.files)):
        if parts:
            lines.append(f"{label}: {', '.join(parts)}")
    return quotation.neutral("\n  ".join(lines))


def _data(learning: Learning) -> dict[str, Any]:
    return {
        "kind": learning.kind,
        "title": learning.title,
        "text": learning.text,
        "why": learning.why,
        "impact": learning.impact,
        "tags": list(learning.tags),
        "files": list(learning.files),
        "session": learning.session,
        "when": learning.when,
        "path": learning.path,
        "line": learning.line,
    }


VERB = Verb(
    name="learn",
    summary="Keep what the whole project should know, with its why and impact; or look it up.",
    about=(
        "Keeps it in .sessions/knowledge/, in files that you may edit; `session trust knowledge` takes up what "
        "you wrote there yourself. A new session is told of up to three learnings that speak of its files, its "
        "tags or its goal."
    ),
    run=run,
    argument="TEXT",
    options=(
        Option(name="why", help="Why it is so, or how it was found out."),
        Option(name="impact", help="What follows from it for the work."),
        Option(name="kind", help=f"One of {', '.join(learnings.KINDS)}; learnings otherwise.", metavar="KIND"),
        Option(name="tag", help="A tag; sessions with the same one are told.", metavar="TAG", many=True),
        Option(
            name="file", help="A file or folder it is about; sessions on it are told.", metavar="PATH", many=True
        ),
        Option(name="find", help="Look up learnings by words instead.", metavar="WORDS"),
        JSON,
    ),
    examples=(
        "session learn 'Take the watcher lock first' --why 'The sweeper waits for it' --impact 'No deadlocks' "
        "--kind best-practices --file sweep/sweeper.go --tag locks",
        "session learn --find 'lock order'",
    ),
    see=("search", "log"),
)
