"""What the agent is told of the session, and what it was told already."""

from __future__ import annotations

import binascii

from .. import brief, conversation, git, ledger
from ..conversation import Conversation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..store import Loaded


def state_of(loaded: Loaded) -> str:
    """Name the state of a document, so that a later change of it can be told."""
    return f"{loaded.session.key}-{binascii.crc32(loaded.document.text.encode('utf-8', 'surrogateescape')):08x}"


def full(project: Project, loaded: Loaded, budget: int = brief.BUDGET) -> str:
    """Return the brief with what is true at this moment, and what was captured in the room that is left."""
    head = project.head()
    moved = bool(head.commit) and head.commit != loaded.session.commit[: len(head.commit)]
    ahead = git.commits_between(project.root, loaded.session.commit) if moved else None
    facts = brief.Facts(
        path=project.store.relative(loaded.path),
        present=project.present,
        branch=head.branch,
        commit=head.commit,
        ahead=ahead,
    )
    journal = project.store.journal(loaded.session.key)
    captured = ledger.known(journal)
    return brief.render(loaded.session, journal.newest(brief.RECENT), facts, budget, captured)


def unchanged(loaded: Loaded) -> str:
    """Return what reminds the agent of the brief that it already has in this conversation."""
    value = loaded.session
    lines = [
        f"The session record of {value.shortname} given earlier in this conversation is unchanged since.",
        f"Progress: {value.done_count}/{len(value.steps)} steps complete.",
    ]
    if value.current:
        lines.append(f"Current: {value.current[1].headline}.")
    if value.blockers:
        lines.append("Blocked: " + "; ".join(blocker.headline for blocker in value.blockers) + ".")
    if value.next_steps:
        lines.append("Next steps: " + "; ".join(text.partition("\n")[0] for text in value.next_steps[:3]) + ".")
    return brief.visible("\n".join(lines))


def remember(project: Project, state: Conversation, loaded: Loaded) -> None:
    """Bind the conversation to the session and remember that it was told this state."""
    conversation.save(
        project.store,
        state.replace(
            session=loaded.session.id, injected=state_of(loaded), started=state.started or project.present, ended=0
        ),
    )
