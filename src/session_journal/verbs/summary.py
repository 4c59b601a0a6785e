"""`summary`: the story of a session so far."""

from __future__ import annotations

from .. import handover
from . import telling
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..handover import Told
    from ..project import Project

PARTS: dict[str, Callable[[Told], str]] = {
    "log": handover.work_log,
    "files": handover.files,
    "decisions": handover.decisions,
    "handoff": handover.hand_off,
}


def run(project: Project, words: Words) -> Reply:
    """Tell the story in a page, or the parts of it that were asked for."""
    told = telling.gather(project, words)
    asked = [name for name in PARTS if words.has(name)]
    texts = [PARTS[name](told) for name in asked] or [handover.summary(told)]
    text = "\n".join(texts).rstrip("\n")
    return Reply(text=text, data={"session": told.session.id, "summary": text})


VERB = Verb(
    name="summary",
    summary="Tell the story of a session so far, in a page.",
    about=(
        "Written from the document, the journal and git when you ask; no model is called. `close` keeps it "
        "beside the journal."
    ),
    run=run,
    argument="REF",
    options=(
        Option(name="log", help="Only the work log.", metavar=""),
        Option(name="files", help="Only the files.", metavar=""),
        Option(name="decisions", help="Only the decisions with all that was said of them.", metavar=""),
        Option(name="handoff", help="Only what somebody needs who goes on.", metavar=""),
        SESSION,
        JSON,
    ),
    examples=("session summary", "session summary 00003 --handoff"),
    see=("export", "report", "view"),
)
