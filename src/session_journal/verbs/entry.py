"""One entry of a session as `view --entry` shows it: all that its file says."""

from __future__ import annotations

from .. import framing, timestamps
from ..errors import Ambiguous, Refused
from .verb import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..store import Loaded


def show(project: Project, loaded: Loaded, ref: str) -> Reply:
    """Show the entry that a part of its name names; raises Refused, Ambiguous."""
    journal = project.store.journal(loaded.session.key)
    names = journal.names()
    found = [name for name in names if name == ref.removesuffix(".md")] or [name for name in names if ref in name]
    if not found:
        name = loaded.session.shortname
        raise Refused(f"No entry of {name} is called {ref!r}: `session view {name} --journal --json` names them.")
    if len(found) > 1:
        raise Ambiguous("entry", ref, found[:10])
    entry = journal.read(found[0])
    fields = [f"{name}: {entry.field(name)}" for name in entry.fields if name not in ("captured", "more_prompts")]
    head = f"{entry.kind} of {loaded.session.shortname}, {timestamps.to_second(entry.at)} ({entry.name})"
    text = "\n\n".join(part for part in (head, entry.text, "\n".join(fields)) if part)
    return Reply(text=framing.visible(text), data=entry.as_data())
