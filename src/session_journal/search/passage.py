"""What can be found: a session's entries, its document in pieces, its prompts, and what the project has learnt.

A piece of the document that an entry says already is no passage of its own: the entry knows when it was said, and
gets the line where the document has it.
"""

from __future__ import annotations

import os
import re

from .. import files, frontmatter, identity, items, journal, learnings, ledger, markdown, timestamps
from ..document import Document, is_nothing
from ..errors import Problem, Unusable
from ..session import is_state_line
from ..store import FOLDER
from ..value import Value
from .words import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..journal import Entry
    from ..store import Store

ENTRY, DOCUMENT, CAPTURED, KNOWLEDGE = "entry", "document", "captured", "knowledge"
KNOWLEDGE_KEY = "/knowledge"
_LONGEST = 50_000
_QUIET_FIELDS = ("captured", "more_prompts", "id", "of", "sha", "step", "conversation", "branch", "commit", "at")
_KINDS = (
    ("Completed", "done"),
    ("Decisions", "decision"),
    ("Discoveries", "discovery"),
    ("Blockers", "blocker"),
    ("Next Steps", "next"),
    ("Progress", "progress"),
    ("Milestones", "milestone"),
    ("Work Items", "item"),
    ("Deliverables", "deliverable"),
    ("Captured", "captured"),
)
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")
_LABEL = re.compile(r"^\*\*[^*\n]{1,60}\*\*:?[ \t]*", re.MULTILINE)
_STAMP = re.compile(r" ?\(\d{4}-\d\d-\d\dT\d\d:\d\d(?:, recorded later)?\)")


class Passage(Value):
    """A text that can be found.

    `source` is where it stands (entry, document, captured, knowledge), `name` the entry's or the prompt's; `line`
    the place in the document, or in the file of knowledge, from 1 (0: none).
    """

    source: str
    kind: str
    text: str
    name: str = ""
    at: int = 0
    line: int = 0


class About(Value):
    """What is told of a session beside a passage; `path` is its document's, as seen from the project's root."""

    key: str
    path: str = ""
    id: str = ""
    shortname: str = ""
    tracking_id: str = ""
    tags: tuple[str, ...] = ()
    number: str = ""


def of_session(store: Store, key: str, paths: Iterable[str]) -> tuple[About, list[Passage]]:
    """Return a session's passages, and what is told of it; what cannot be read is left out."""
    entries = list(_entries(store, key)) if identity.is_key(key) else []
    begun = next((entry for entry in entries if entry.kind == "started"), None)
    about = About(key=key, shortname=key)
    if begun is not None:
        about = About(key=key, shortname=begun.field("shortname") or key, id=begun.field("id"))
    told = [passage for entry in entries if (passage := of_entry(entry)).text]
    known = _known(entries)
    places: dict[str, int] = {}
    pieces: list[Passage] = []
    updated = 0
    for path in paths:
        try:
            text = _text(store.path(*path.split("/")))
        except (OSError, Problem):
            continue
        about, updated, start, lines = _head(key, path, text)
        for piece in _pieces(lines, start):
            says = _sayings(piece)
            if says and all(one in known for one in says):
                places.update({one: piece.line for one in says if one not in places})
            elif says:
                pieces.append(piece.replace(at=piece.at or updated))
        pieces.append(Passage(source=DOCUMENT, kind=DOCUMENT, text=_called(about), at=updated, line=1))
    placed = [passage.replace(line=places.get(said(passage.text.partition("\n\n")[0]), 0)) for passage in told]
    return about, [*placed, *_captured(entries, about, known), *pieces]


def key_of(store: Store, path: str, journals: Mapping[str, int]) -> str:
    """Return the key of a document: by its name where a journal is called so, else by the id inside."""
    key = path[-9:-3]
    if path[-10:-9] == "-" and key in journals:
        return key
    try:
        lines = _text(store.path(*path.split("/"))).split("\n")
        own = str(frontmatter.read(lines[1 : frontmatter.end_of(lines)], path).get("id", "")).lower()
    except (Problem, OSError, ValueError):
        own = ""
    return identity.key_of(own) if identity.is_id(own) else f"?{path}"


def _entries(store: Store, key: str) -> Iterator[Entry]:
    try:
        folder = store.journal(key)
        names = folder.names()
    except Problem:
        return
    for name in names:
        path = os.path.join(folder.folder, f"{name}.md")
        try:
            yield journal.load(_text(path), name, path)
        except (OSError, Problem):
            continue


def _text(path: str) -> str:
    """Return a file's text; of hundreds of thousands each is read into no more than it needs."""
    with files.open_regular(path, 0) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > files.MAX_BYTES:
            raise Unusable(path, "is too large")
        return (stream.read(size) or b"").decode("utf-8", "surrogateescape")


def said(text: str) -> str:
    """Return what a text says, apart from letter case, accents and punctuation."""
    return " ".join(tokens(text))


def of_entry(entry: Entry) -> Passage:
    """Return what an entry says: its text, and what belongs to it."""
    more = [entry.field(name) for name in entry.fields if name not in _QUIET_FIELDS]
    if entry.kind == "started":
        more = [*entry.field_list("steps"), *entry.field_list("task_ids")]
    text = "\n\n".join(part for part in (entry.text, *more) if part.strip() and len(part) > 1)
    return Passage(source=ENTRY, kind=entry.kind, text=text[:_LONGEST], name=entry.name, at=entry.at)


def _known(entries: Iterable[Entry]) -> set[str]:
    """Return what the entries say, folded: each text and each of their fields."""
    known: set[str] = set()
    for entry in entries:
        known.add(said(entry.text))
        for name, value in entry.fields.items():
            if name not in (ledger.FIELD, ledger.MORE):
                known.update(said(part) for part in ([value] if isinstance(value, str) else value))
    return known


def _captured(entries: Iterable[Entry], about: About, known: set[str]) -> Iterator[Passage]:
    """Yield the prompts and what was said, each once: every capture holds those before it again."""
    prompts: dict[int, Passage] = {}
    heard: dict[str, Passage] = {}
    stamp = about.tracking_id.removeprefix("SESSION-")[:15].replace("-", "")
    for entry in entries:
        for field in (ledger.MORE, ledger.FIELD):
            whole = ledger.load(entry.field(field)) if entry.field(field) else None
            for prompt in whole.prompts if whole else ():
                at = timestamps.parse(prompt.when) or 0
                name = f"S{stamp}-P{prompt.number}-{timestamps.to_compact(at)[9:15]}"
                prompts[prompt.number] = Passage(
                    source=CAPTURED, kind="prompt", text=prompt.text, name=name, at=at
                )
            for one in whole.said if whole else ():
                key = said(one.text)
                if key not in known:
                    at = timestamps.parse(one.when) or entry.at
                    heard[key] = Passage(source=CAPTURED, kind="captured", text=one.text, name=entry.name, at=at)
    yield from prompts.values()
    yield from heard.values()


def _head(key: str, path: str, text: str) -> tuple[About, int, int, list[str]]:
    """Return what a document is, when it was written, where its body starts, and its lines."""
    shown = f"{FOLDER}/{path}"
    lines = text.split("\n")
    try:
        front, body = Document.parse(text, path).front, 0
        body = next((place for place in range(1, len(lines)) if lines[place].rstrip("\r") == "---"), 0) + 1
    except Problem:
        front, body = {}, 0
    one = {name: value for name, value in front.items() if isinstance(value, str)}
    created = timestamps.parse(one.get("created_at", "")) or 0
    own = one.get("id", "").lower()
    tags = front.get("tags", ())
    about = About(
        key=key,
        path=shown,
        id=own,
        shortname=one.get("shortname") or os.path.basename(path)[:-3].removesuffix(f"-{key}"),
        tracking_id=identity.tracking_id(own, created) if identity.is_id(own) else "",
        tags=tuple(str(tag) for tag in ([tags] if isinstance(tags, str) else tags)),
        number=one.get("number", ""),
    )
    return about, timestamps.parse(one.get("updated_at", "")) or created, body, lines


def _called(about: About) -> str:
    return " · ".join(x for x in (about.shortname, about.tracking_id, about.number, *about.tags) if x)


def _pieces(lines: list[str], start: int) -> Iterator[Passage]:
    """Yield the document's pieces: list items, paragraphs, and each decision as one."""
    bare = [line.rstrip("\r") for line in lines]
    heads = {heading.line: heading for heading in markdown.headings(bare, start)}
    kind, section, first, held = DOCUMENT, "", start, [""][:0]

    def piece() -> Iterator[Passage]:
        text = "\n".join(held).strip()
        if text and not is_nothing(_ITEM.sub("", text, count=1)):
            yield Passage(source=DOCUMENT, kind=kind, text=text[:_LONGEST], at=_when(text), line=first + 1)

    for place in range(start, len(bare)):
        line = bare[place]
        head = heads.get(place)
        one_decision = kind == "decision" and held and held[0].startswith("### ")
        ends = head is not None or (not one_decision and (not line.strip() or _ITEM.match(line)))
        if ends:
            yield from piece()
            held, first = [], place
        if head is not None and head.level <= 2:
            section = head.text
        if head is not None:
            kind = _kind(section, head.text)
        if head is not None and head.level > 1 and not _is_decision(kind, head.level) and _is_ours(head.text):
            continue
        if line.strip() and not is_state_line(line):
            first = first if held else place
            held.append(line)
    yield from piece()


def _is_decision(kind: str, level: int) -> bool:
    return kind == "decision" and level == 3


def _is_ours(text: str) -> bool:
    return text.startswith(("TL;DR", "Context", "In Progress", "Remaining")) or text in dict(_KINDS)


def _kind(section: str, heading: str) -> str:
    for name, kind in _KINDS:
        if heading.startswith(name) or section.startswith(name):
            return kind
    return DOCUMENT


def _when(text: str) -> int:
    found = _STAMP.search(text)
    return timestamps.parse(found.group().strip(" ()")[:16]) or 0 if found else 0


def _sayings(piece: Passage) -> list[str]:
    """Return what a piece says, folded, apart from marks, times and labels: a decision says several things."""
    text = _ITEM.sub("", piece.text, count=1)
    if piece.kind == "decision" and text.startswith("### "):
        parts = re.split(r"\n(?=\*\*)", text)[1:] or [text]
        return [key for part in parts if (key := said(_LABEL.sub("", part, count=1)))]
    if piece.kind == "discovery":
        text = items.untitled(text)
    if text.startswith("# "):
        text = text.partition(":")[2] or text
    if text.startswith(("**Key Files**", "**Key Context**")) and "\n" not in text:
        return []
    key = said(_LABEL.sub("", _STAMP.sub("", text.replace(items.MARK, ""))))
    return [key] if key else []


def of_knowledge(store: Store) -> Iterator[tuple[str, Passage]]:
    """Yield what the project has learnt, each with its file's path as seen from the project's root."""
    for one in learnings.read(store):
        parts = [one.title, one.text if one.text != one.title else "", one.why, one.impact, ", ".join(one.tags)]
        text = "\n\n".join(part for part in [*parts, ", ".join(one.files)] if part)
        at = timestamps.parse(one.when) or 0
        yield one.path, Passage(source=KNOWLEDGE, kind=KNOWLEDGE, text=text[:_LONGEST], at=at, line=one.line)
