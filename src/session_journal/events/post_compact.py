"""PostCompact: the client's own summary, which is kept and read for what it says."""

from __future__ import annotations

from .. import conversation, current, editing, items, journal, recorder, summary, template, tldr
from ..journal import Entry
from ..store import HOOK_LOCK_SECONDS
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import Document
    from ..project import Project
    from ..session import Session
    from .payload import Payload

_LONGEST = 200_000


def handle(payload: Payload, project: Project) -> Reply:
    """Keep the summary in the journal and file what it says, each thing once."""
    if not project.store.exists or not payload.summary.strip():
        return Reply()
    found = current.of(project)
    if found.session is None:
        return Reply()
    state = conversation.load(project.store, project.conversation)
    mask = project.store.mask()
    text, read = mask(payload.summary)[:_LONGEST].strip("\n"), summary.read(payload.summary, mask)
    written = project.store.journal(found.session.session.key)

    def plan(value: Session, document: Document) -> list[Entry]:
        fields = {"of": state.compacting} if state.compacting else {"counted": "yes"}
        if read.tldr:
            fields.update(tldr=read.tldr, over=_written_before(written))
        kept = Entry(kind="compaction", at=project.present, text=text, fields=fields)
        return [kept, *_entries(project.present, value, document, read)]

    recorded = recorder.record(
        project.store,
        found.session.session.id,
        plan,
        conversation=project.conversation,
        seconds=HOOK_LOCK_SECONDS,
    )
    conversation.save(project.store, state.replace(compacting=""))
    count = len(recorded.entries) - 1
    if count <= 0:
        return Reply(message="session-journal: kept the summary in the journal")
    return Reply(message=f"session-journal: kept the summary, {count} new item{'s' * (count != 1)} from it")


def _written_before(written: journal.Journal) -> str:
    """Return the TL;DR that was last written on purpose, in the form in which the document holds it."""
    for entry in written.newest(400, ("checkpoint", "compaction", "started")):
        first = entry.text or template.JUST_STARTED if entry.kind == "started" else ""
        text = entry.field("tldr") or first
        if text:
            return "\n".join(editing.tame(tldr.prose(text))).strip("\n")
    return ""


def _entries(present: int, value: Session, document: Document, read: summary.Items) -> Iterator[Entry]:
    """Yield an entry for each item that the session does not say yet; what was resolved does not come back."""
    resolved = [blocker.text for blocker in items.read(document.section("Blockers")) if blocker.done]
    said = [*value.said(), *resolved, *(text.rpartition(" (")[0] for text in resolved)]
    for decision, rationale in read.decisions:
        if not _is_said(decision, said):
            fields = {"rationale": rationale} if rationale else {}
            yield Entry(kind="decision", at=present, text=decision, fields={**fields, "source": "summary"})
    for kind, texts in (("discovery", read.discoveries), ("blocker", read.blockers), ("next", read.next)):
        for text in texts:
            if not _is_said(text, said):
                yield Entry(kind=kind, at=present, text=text, fields={"source": "summary"})


def _is_said(text: str, said: Sequence[str]) -> bool:
    return any(summary.same(text, known) for known in said)
