"""The paused sessions, for an agent or a person who asks where the work stands while nothing is active."""

from __future__ import annotations

from .. import framing, timestamps, trust
from ..session import PAUSED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..project import Project
    from ..store import Loaded, Store

_MOST = 3
_TLDR = 300


def paused(project: Project) -> list[Loaded]:
    """Return the paused sessions of this machine, the one written last first."""
    found = project.store.open_sessions().sessions  # to a hook, the own ones alone
    return [x for x in found if x.session.status == PAUSED and not trust.is_foreign(project.store, x)]


def foreign(store: Store, sessions: Sequence[Loaded]) -> str:
    """Return the person's line on sessions that are kept from the agent."""
    names = [framing.line(loaded.session.shortname[:40]) for loaded in sessions[:_MOST]]
    if len(sessions) == 1:
        key, said = sessions[0].session.key, f"{trust.why(store, sessions[0])}, so it was not given to the agent"
        how = f"read it with `session view {key}` and take it up with /session-resume {key}"
        return f"the session {names[0]} {said}; {how}"
    more = f" and {len(sessions) - _MOST} more" if len(sessions) > _MOST else ""
    kept = "were not made or taken up on this machine, so nothing of them was given to the agent"
    how = "`session trust` lists them, /session-resume NAME takes one up"
    return f"the sessions {', '.join(names)}{more} {kept}; {how}"


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
