"""What a document says, as a value: the session, its steps, decisions and the rest; and its legal moves."""

from __future__ import annotations

import binascii

from . import identity, items, timestamps
from .errors import Malformed, Refused
from .items import ListItem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .document import Document
    from .milestones import Milestone
    from .workitems import WorkItem

ACTIVE, PAUSED, COMPLETED, ABANDONED = "active", "paused", "completed", "abandoned"
OPEN = (ACTIVE, PAUSED)
MOVES = {
    ("resumed", PAUSED): ACTIVE,
    ("resumed", ACTIVE): ACTIVE,
    ("paused", ACTIVE): PAUSED,
    ("paused", PAUSED): PAUSED,
    ("completed", ACTIVE): COMPLETED,
    ("completed", PAUSED): COMPLETED,
    ("abandoned", ACTIVE): ABANDONED,
    ("abandoned", PAUSED): ABANDONED,
}
STATE_LABELS = ("Progress", "Current", "Blocker")
DECISION_FIELDS = ("Context", "Options", "Choice", "Rationale")


class Decision(Value):
    """One decision as the document tells it; `when` is None where no time stands in its heading."""

    number: int
    title: str
    when: int | None = None
    context: str = ""
    options: str = ""
    choice: str = ""
    rationale: str = ""


class Session(Value):
    """Everything that a document says about one effort of work.

    `created` and `updated` are instants (0 where the document has none that can be read); `steps` are all
    check-box items under Progress in their order, `notes` its other items; `blockers` are the open ones.
    """

    id: str
    shortname: str
    status: str
    title: str
    number: str
    task_ids: tuple[str, ...]
    tags: tuple[str, ...]
    created: int
    updated: int
    compaction_count: int
    branch: str
    commit: str
    last_entry: str
    tldr: str
    objective: str
    key_files: tuple[str, ...]
    key_context: tuple[str, ...]
    steps: tuple[ListItem, ...]
    notes: tuple[ListItem, ...]
    decisions: tuple[Decision, ...]
    discoveries: tuple[str, ...]
    blockers: tuple[ListItem, ...]
    next_steps: tuple[str, ...]
    captured: str
    role: str = ""
    group: str = ""
    parent: str = ""
    milestones: tuple[Milestone, ...] = ()
    work_items: tuple[WorkItem, ...] = ()
    deliverables: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The six hex digits that name its files."""
        return identity.key_of(self.id)

    @property
    def tracking_id(self) -> str:
        """Its `SESSION-…` spelling."""
        return identity.tracking_id(self.id, self.created)

    @property
    def is_open(self) -> bool:
        """Whether work on it may go on."""
        return self.status in OPEN

    @property
    def current(self) -> tuple[int, ListItem] | None:
        """The step with the mark and its position from 1, else the first one under way; None when none is."""
        undone = [(place, step) for place, step in enumerate(self.steps, 1) if not step.done]
        marked = [pair for pair in undone if pair[1].current]
        return marked[0] if marked else None

    def said(self) -> list[str]:
        """Return every text that a person or the agent recorded, for telling what is already there."""
        decided = [text for d in self.decisions for text in (d.title, d.choice, d.rationale) if text]
        listed = [step.text for step in self.steps] + [note.text for note in self.notes]
        found = [items.untitled(text) for text in self.discoveries]
        blockers = [blocker.text for blocker in self.blockers]
        planned = [one.text for one in self.milestones] + [one.text for one in self.work_items]
        told = [*found, *self.key_context, *blockers, *self.next_steps, *planned, *self.deliverables]
        return [self.objective, *decided, *listed, *told]

    @property
    def references(self) -> tuple[str, ...]:
        """What names this session, each in full."""
        return tuple(one for one in (self.shortname, self.key, self.id, self.number, self.tracking_id) if one)

    @property
    def steps_told(self) -> str:
        """How far it is, for people."""
        return f"{self.done_count}/{len(self.steps)} steps" if self.steps else "no steps"

    @property
    def done_count(self) -> int:
        """How many steps are checked."""
        return sum(step.done for step in self.steps)


def state_of(session: Session) -> str:
    """Name what a session says, as `fingerprint:last entry`, so that a later change of it can be told.

    What the plugin captures by itself does not count: the conversation that it came from knows it.
    """
    steps = [(step.text, step.box, step.current) for step in session.steps]
    lists = [[item.text for item in found] for found in (session.notes, session.blockers)]
    texts = (
        session.status,
        session.title,
        session.tldr,
        session.objective,
        session.key_files,
        session.key_context,
    )
    told = (session.decisions, session.discoveries, session.next_steps)
    kept = (session.role, session.milestones, session.work_items, session.deliverables)
    said = repr((session.id, texts, steps, lists, *told, *(kept if any(kept) else ())))
    return f"{binascii.crc32(said.encode('utf-8', 'surrogateescape')):08x}:{session.last_entry}"


def is_same_state(one: str, other: str) -> bool:
    """Tell whether two names from `state_of` stand for the same state."""
    return bool(one) and one.partition(":")[0] == other.partition(":")[0]


def move(session: Session, verb: str) -> str:
    """Return the status that a move (`paused`, `resumed`, `completed`, `abandoned`) leads to, or refuse."""
    status = MOVES.get((verb, session.status))
    if status is None:
        raise Refused(
            f"{session.shortname} is {session.status} and cannot be {verb}: go on in a new one, "
            f"`session init NAME --parent {session.shortname}`; `session view {session.shortname}` shows this one."
        )
    return status


def read(document: Document) -> Session:
    """Read a document; raises Malformed where what identifies the session is missing or wrong."""
    front = document.front
    session_id = _text(document, "id")
    if not identity.is_id(session_id.lower()):
        raise Malformed(document.path, 2, "the front matter has no `id` that is a UUID")
    status = _text(document, "status")
    if status not in (*OPEN, COMPLETED, ABANDONED):
        raise Malformed(document.path, _line(document, "status"), f"the status {status!r} is not one we know")
    steps, notes = _progress(document)
    return Session(
        id=session_id.lower(),
        shortname=_text(document, "shortname") or identity.shortname(document.title) or session_id[-6:],
        status=status,
        title=document.title or _text(document, "shortname"),
        number=_text(document, "number"),
        task_ids=_texts(front.get("task_ids")),
        tags=_texts(front.get("tags")),
        created=timestamps.parse(_text(document, "created_at")) or 0,
        updated=timestamps.parse(_text(document, "updated_at")) or 0,
        compaction_count=identity.count(_text(document, "compaction_count")),
        branch=_text(document, "git_branch"),
        commit=_text(document, "git_last_commit"),
        last_entry=_text(document, "last_entry"),
        tldr=_tldr(document),
        objective=_labelled(document, "Objective"),
        key_files=_item_texts(document, "Key Files"),
        key_context=_item_texts(document, "Key Context"),
        steps=steps,
        notes=notes,
        decisions=tuple(_decisions(document)),
        discoveries=tuple(_raw_items(document, "Discoveries")),
        blockers=tuple(item for item in items.read(document.section("Blockers")) if not item.done),
        next_steps=tuple(item.text for item in items.read(document.section("Next Steps")) if not item.done),
        captured=_section_text(document, "Captured"),
        role=_text(document, "role"),
        group=_text(document, "group"),
        parent=_text(document, "parent"),
        milestones=_milestones(document),
        work_items=_work_items(document),
        deliverables=tuple(item.text for item in items.read(document.section("Deliverables"))),
    )


def _milestones(document: Document) -> tuple[Milestone, ...]:
    if document.section("Milestones") is None:
        return ()
    from . import milestones  # noqa: PLC0415 - only where a document has some

    return milestones.read(document)


def _work_items(document: Document) -> tuple[WorkItem, ...]:
    if document.section("Work Items") is None:
        return ()
    from . import workitems  # noqa: PLC0415 - only where a document has some

    return workitems.read(document)


def _text(document: Document, key: str) -> str:
    value = document.front.get(key, "")
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(item for item in value if isinstance(item, str))
    return (value,) if isinstance(value, str) and value else ()


def _line(document: Document, key: str) -> int:
    return next((place for place, line in enumerate(document.lines, 1) if line.startswith(key + ":")), 2)


def _section_text(document: Document, name: str) -> str:
    part = document.section(name)
    return part.text() if part is not None and part.text() != "- None currently" else ""


def _progress(document: Document) -> tuple[tuple[ListItem, ...], tuple[ListItem, ...]]:
    found = [item for _, part in document.parts("Progress") for item in items.read(part)]
    return tuple(i for i in found if i.box), tuple(i for i in found if not i.box)


def _tldr(document: Document) -> str:
    lines = _section_text(document, "TL;DR").split("\n")
    return "\n".join(line for line in lines if not is_state_line(line)).strip("\n")


def is_state_line(line: str) -> bool:
    """Tell whether a line of the TL;DR is one of the three that are kept true for the person."""
    return any(line.startswith(f"**{label}**:") for label in STATE_LABELS)


def _labelled(document: Document, label: str) -> str:
    part = document.labelled("Context", label)
    if part is None:
        return ""
    text = part.text().partition("**" + label + "**")[2].lstrip(":").strip()
    return undent(text) if text.casefold() not in ("none currently", "none") else ""


def undent(text: str) -> str:
    """Take the four spaces away with which a labelled text's further lines are indented."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(line.removeprefix("    ") for line in rest)])


def _raw_items(document: Document, section: str) -> list[str]:
    part = document.section(section)
    return [item.text(part.lines) for item in part.items()] if part is not None else []


def _item_texts(document: Document, label: str) -> tuple[str, ...]:
    return tuple(item.text for item in items.read(document.labelled("Context", label)))


def _decisions(document: Document) -> list[Decision]:
    found = []
    for heading, part in document.subheadings("Decisions"):
        number, dot, title = heading.partition(".")
        if not dot or not number.isdecimal():
            number, title = "0", heading
        title, when = items.split_stamp(title.strip())
        fields = _fields(part.text().split("\n"))
        found.append(
            Decision(
                number=identity.count(number),
                title=title,
                when=when,
                context=fields.get("Context", ""),
                options=fields.get("Options", ""),
                choice=fields.get("Choice", ""),
                rationale=fields.get("Rationale", ""),
            )
        )
    return found


def _fields(lines: Sequence[str]) -> dict[str, str]:
    """Read `**Label**: text` paragraphs; a text goes on until the next of the known labels."""
    fields: dict[str, str] = {}
    label = ""
    for line in lines:
        name, found, rest = line.removeprefix("**").partition("**:")
        if line.startswith("**") and found and name in DECISION_FIELDS:
            label = name
            fields[label] = rest.lstrip(" ")
        elif label:
            fields[label] += "\n" + line.removeprefix("    ")
    return {name: text.rstrip() for name, text in fields.items()}
