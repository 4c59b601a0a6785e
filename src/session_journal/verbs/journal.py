"""`journal`: one page over all sessions, for people."""

from __future__ import annotations

from .. import files, overview
from ..errors import Refused
from . import subject
from .verb import JSON, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def run(project: Project, words: Words) -> Reply:  # noqa: ARG001 - it takes no words but --json
    """Write `.sessions/JOURNAL.md` anew between its marks."""
    store = project.store
    with store.locked(project.lock_seconds):
        listing = store.all_sessions()
        sessions = [(x.session, x.path[len(store.folder) + 1 :]) for x in listing.sessions]
        path = store.path(overview.NAME)
        try:
            before = files.read(path)
        except FileNotFoundError:
            before = b""
        text = overview.into(before.decode("utf-8", "surrogateescape"), overview.render(sessions))
        if not files.replace(path, text.encode("utf-8", "surrogateescape"), expected=before if before else None):
            raise Refused(f"{store.relative(path)} is being edited: save it and run the command again.")
    shown = store.relative(path)
    text = f"Wrote {shown}: {len(sessions)} session{'s' * (len(sessions) != 1)}, newest first."
    return Reply(text=text + subject.unreadable(listing.problems), data={"path": shown, "sessions": len(sessions)})


VERB = Verb(
    name="journal",
    summary="Write .sessions/JOURNAL.md: all sessions, newest first, with an index.",
    about="Writes one page over all sessions. What you write around its marks in that file stays.",
    run=run,
    options=(JSON,),
    examples=("session journal",),
    see=("summary", "report", "events"),
)
