"""The paused sessions, for an agent or a person who asks where the work stands while nothing is active."""

from __future__ import annotations

from .. import framing, timestamps, trust
from ..session import PAUSED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..store import Loaded

_MOST = 3
_TLDR = 300


def paused(project: Project) -> list[Loaded]:
    """Return the paused sessions of this machine, the one written last first."""
    found = project.store.open_sessions().sessions
    return [x for x in found if x.session.status == PAUSED and not trust.is_foreign(project.store, x)]


def told(project: Project, sessions: list[Loaded]) -> str:
    """Return what the agent should know of them: their names, where each stands and how one is taken up."""
    if not sessions:
        return ""
    lines = ["No session is active in this project; these are paused (a record, kept by session-journal):"]
    for loaded in sessions[:_MOST]:
        value = loaded.session
        progress = f", {value.done_count}/{len(value.steps)} steps" if value.steps else ""
        ago = timestamps.ago(value.updated, project.present)
        lines.append(f"- {framing.line(value.shortname)}, last written {ago}{progress}")
        for label, text in (("it is about", " ".join(value.tldr.split())[:_TLDR]), ("next", value.next_steps[:1])):
            said = text if isinstance(text, str) else "".join(text)
            if said:
                lines.append(f"  {label}: {framing.line(said)}")
    more = f" and {len(sessions) - _MOST} more (`session list`)" if len(sessions) > _MOST else ""
    lines.append(f"The person takes one up with /session-resume NAME, or `session resume NAME` does{more}.")
    return "\n".join(lines)
