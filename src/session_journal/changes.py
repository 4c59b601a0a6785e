"""What an entry changes in its session's document: pure, one function a kind of entry.

Applying an entry to the document that holds all entries before it gives the document with it; that is how a
record arrives, how a crash is healed and how a destroyed document is rebuilt.
"""

from __future__ import annotations

from . import document as documents
from . import items, matching, session, timestamps
from .document import NOTHING, Document, Part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .items import ListItem
    from .journal import Entry

SUBSECTIONS = ("Completed", "In Progress", "Remaining")
LATEST = "Latest, from the last compaction's summary:"


def apply(document: Document, entry: Entry) -> Document:
    """Return the document with one entry applied, its facts, state lines and `last_entry` brought up to date."""
    change = _CHANGES.get(entry.kind)
    if change is not None:
        document = change(document, entry)
    for key, field in (("git_branch", "branch"), ("git_last_commit", "commit")):
        if entry.field(field):
            document = document.with_key(key, entry.field(field))
    updated = timestamps.parse(str(document.front.get("updated_at", ""))) or 0
    if entry.at > updated:
        document = document.with_key("updated_at", timestamps.to_second(entry.at))
    if entry.name:
        document = document.with_key("last_entry", entry.name)
    return refresh(document)


def refresh(document: Document) -> Document:
    """Return the document with the three state lines of its TL;DR true."""
    value = session.read(document)
    states = {
        "Progress": f"{value.done_count}/{len(value.steps)} steps complete",
        "Current": f"{value.current[1].headline} (step {value.current[0]})" if value.current else "None",
        "Blocker": _blocker_line(value),
    }
    document = document.with_section("TL;DR")
    for label in session.STATE_LABELS:
        document = _with_state(document, label, f"**{label}**: {states[label]}")
    return document


def _blocker_line(value: session.Session) -> str:
    if not value.blockers:
        return "None"
    more = f" (+{len(value.blockers) - 1} more)" if len(value.blockers) > 1 else ""
    return value.blockers[-1].headline + more


def _with_state(document: Document, label: str, line: str) -> Document:
    part = _existing(document, "TL;DR")
    for index in range(part.start, part.end):
        if document.lines[index].startswith(f"**{label}**:"):
            if document.lines[index].rstrip() == line.rstrip():
                return document
            return document.with_lines(index, index + 1, [line])
    end = _last_line(document, part)
    above = document.lines[end - 1]
    gap = [""] if end > part.start and not session.is_state_line(above) else []
    return document.with_lines(end, end, [*gap, line])


def _last_line(document: Document, part: Part) -> int:
    """Return the index behind the last line of a part that says anything; its start when none does."""
    end = part.end
    while end > part.start and not document.lines[end - 1].strip():
        end -= 1
    return end


def _existing(document: Document, section: str) -> Part:
    part = document.section(section)
    if part is None:
        raise AssertionError(f"{section} was just added")
    return part


def _append(document: Document, part: Part, block: Sequence[str]) -> Document:
    """Return the document with an item's lines put behind the last item of a part."""
    found = part.all_items()
    said = [item for item in found if not documents.is_nothing(item.text(part.lines))]
    if said:
        return document.with_lines(said[-1].end, said[-1].end, block)
    if found:
        return document.with_lines(found[0].first, found[0].end, block)
    place = max(_last_line(document, part), part.start)
    return document.with_lines(place, place, block)


def _remove(document: Document, item: ListItem, find: Callable[[Document], Part | None]) -> Document:
    """Return the document without an item's lines; a part that has no item left says so."""
    place = item.place
    before = find(document)
    alone = before is not None and len(before.all_items()) == 1
    return document.with_lines(place.first, place.end, [NOTHING] if alone else [])


def _in_section(name: str) -> Callable[[Document], Part | None]:
    return lambda document: document.section(name)


def _in_progress(name: str) -> Callable[[Document], Part | None]:
    return lambda document: document.subsection("Progress", name)


def _with_subsection(document: Document, name: str) -> tuple[Document, Part]:
    """Return the document with `### name` under Progress, and that part."""
    document = document.with_section("Progress")
    part = document.subsection("Progress", name)
    if part is None:
        outer = _existing(document, "Progress")
        later = SUBSECTIONS[SUBSECTIONS.index(name) + 1 :]
        following = [sub for text, sub in document.subheadings("Progress") if text in later]
        place = following[0].start - 1 if following else _last_line(document, outer)
        if not following and outer.text() == NOTHING:  # the section was empty until now
            document = document.with_lines(outer.start, place, [f"### {name}", NOTHING])
        else:
            block = [f"### {name}", NOTHING, ""] if following else ["", f"### {name}", NOTHING]
            document = document.with_lines(place, place, block)
        part = document.subsection("Progress", name)
    if part is None:
        raise AssertionError(f"{name} was just added")
    return document, part


def _with_label(document: Document, label: str) -> tuple[Document, Part]:
    """Return the document with a block `**label**` under Context, and that part."""
    document = document.with_section("Context")
    part = document.labelled("Context", label)
    if part is None:
        outer = _existing(document, "Context")
        place = _last_line(document, outer)
        start = outer.start if outer.text() == NOTHING else place
        gap = [""] if start == place and place > outer.start else []
        behind = " (survives compaction)" if label == "Key Context" else ""
        document = document.with_lines(start, place, [*gap, f"**{label}**{behind}:"])
        part = document.labelled("Context", label)
    if part is None:
        raise AssertionError(f"{label} was just added")
    return document, part


def _next_number(part: Part) -> int:
    numbers = [int(item.marker[:-1]) for item in part.items() if item.marker[:-1].isdecimal()]
    return max(numbers, default=0) + 1


def steps_of(document: Document) -> list[ListItem]:
    """Return the open steps, those under way first, then the remaining ones."""
    found = []
    for name in ("In Progress", "Remaining", "Completed"):
        found += [item for item in items.read(document.subsection("Progress", name)) if item.box == " "]
    return found


def _step(document: Document, text: str) -> tuple[ListItem, str] | None:
    """Return the open step with exactly this text, and the subsection it stands in."""
    for name in ("In Progress", "Remaining", "Completed"):
        for item in items.read(document.subsection("Progress", name)):
            if item.box == " " and item.text == text:
                return item, name
    return None


def _lines_of(document: Document, item: ListItem) -> list[str]:
    return [line.rstrip("\r") for line in document.lines[item.place.first : item.place.end]]


def _progressed(document: Document, entry: Entry) -> Document:
    document, part = _with_subsection(document, "In Progress")
    return _append(document, part, items.render("-", entry.text, items.stamp(entry.at)))


def _done(document: Document, entry: Entry) -> Document:
    step = _step(document, entry.field("step")) if entry.field("step") else None
    if step is None:
        document = _without_next(document, entry.field("next"))
        block = items.render("-", f"[x] {entry.text}", items.stamp(entry.at))
    else:
        item, where = step
        block = items.checked(_lines_of(document, item), entry.at)
        document = _remove(document, item, _in_progress(where))
    document, part = _with_subsection(document, "Completed")
    document = _append(document, part, block)
    return _promote(document) if step and step[0].current else document


def _promote(document: Document) -> Document:
    """Give the mark to the first step under way, else to the first remaining one."""
    for name in ("In Progress", "Remaining"):
        for item in items.read(document.subsection("Progress", name)):
            if item.box == " ":
                return _make_current(document, item, name)
    return document


def _make_current(document: Document, item: ListItem, where: str) -> Document:
    block = items.marked(_lines_of(document, item), current=True)
    if where == "In Progress":
        return document.with_lines(item.place.first, item.place.end, block)
    document = _remove(document, item, _in_progress(where))
    document, part = _with_subsection(document, "In Progress")
    return _append(document, part, block)


def _unmarked(document: Document) -> Document:
    for name in SUBSECTIONS:
        for item in items.read(document.subsection("Progress", name)):
            if item.current:
                block = items.marked(_lines_of(document, item), current=False)
                return _unmarked(document.with_lines(item.place.first, item.place.end, block))
    return document


def _current(document: Document, entry: Entry) -> Document:
    document = _unmarked(document)
    step = _step(document, entry.field("step")) if entry.field("step") else None
    if step is not None:
        return _make_current(document, *step)
    document, part = _with_subsection(document, "In Progress")
    return _append(document, part, items.render_step(entry.text, current=True))


def _next(document: Document, entry: Entry) -> Document:
    document = document.with_section("Next Steps")
    part = _existing(document, "Next Steps")
    return _append(document, part, items.render(f"{_next_number(part)}.", entry.text))


def _without_next(document: Document, text: str) -> Document:
    for item in items.read(document.section("Next Steps")) if text else []:
        if item.text == text:
            return _remove(document, item, _in_section("Next Steps"))
    return document


def _decided(document: Document, entry: Entry) -> Document:
    document = document.with_section("Decisions")
    part = _existing(document, "Decisions")
    known = [text.partition(".")[0] for text, _ in document.subheadings("Decisions")]
    number = max((int(text) for text in known if text.isdecimal()), default=0) + 1
    block = [f"### {number}. {_inline(items.headline(entry.text))}{items.stamp(entry.at)}"]
    values = (entry.field("context"), entry.field("options"), entry.text, entry.field("rationale"))
    for label, value in zip(session.DECISION_FIELDS, values, strict=True):
        if value:
            block += _paragraph(label, value)
    if part.text() == NOTHING:
        nothing = part.all_items()[0]
        return document.with_lines(nothing.first, nothing.end, block)
    place = _last_line(document, part)
    return document.with_lines(place, place, ["", *block] if place > part.start else block)


def _inline(title: str) -> str:
    """Keep a title's trailing `#`s from being taken for the end of the heading."""
    return title.rstrip("# ") or "Decision"


def _paragraph(label: str, text: str) -> list[str]:
    """Write `**Label**: text`; four spaces before further lines keep them from being anything but text."""
    first, *rest = text.split("\n")
    return [f"**{label}**: {first}", *("    " + line if line else "" for line in rest)]


def _discovered(document: Document, entry: Entry) -> Document:
    document = document.with_section("Discoveries")
    part = _existing(document, "Discoveries")
    title, body = items.titled(entry.text)
    head = f"**{title}**{items.stamp(entry.at)}" + (f": {body}" if body else "")
    return _append(document, part, items.render(f"{_next_number(part)}.", head))


def _blocked(document: Document, entry: Entry) -> Document:
    document = document.with_section("Blockers")
    part = _existing(document, "Blockers")
    return _append(document, part, items.render("-", entry.text, items.stamp(entry.at)))


def _unblocked(document: Document, entry: Entry) -> Document:
    for item in items.read(document.section("Blockers")):
        if not item.done and item.text == entry.field("blocker"):
            since = f"{timestamps.to_minute(item.when)}, " if item.when else ""
            behind = f" ({since}resolved {timestamps.to_minute(entry.at)})"
            block = items.render("-", f"[x] {item.text}", behind)
            return document.with_lines(item.place.first, item.place.end, block)
    return document


def _noted(document: Document, entry: Entry) -> Document:
    document, part = _with_label(document, "Key Context")
    return _append(document, part, items.render("-", entry.text, items.stamp(entry.at)))


def _checkpointed(document: Document, entry: Entry) -> Document:
    if entry.field("captured"):
        document = _with_captured(document, entry.field("captured"))
    if entry.field("tldr"):
        document = _with_tldr(document, entry.field("tldr"))
    for text in entry.field_list("context"):
        document, part = _with_label(document, "Key Context")
        if all(known.text != text for known in items.read(part)):
            document = _append(document, part, items.render("-", text))
    return document


def _with_captured(document: Document, data: str) -> Document:
    """Return the document with its `Captured` section made anew; what the person logged is not said there too."""
    from . import digest, ledger  # noqa: PLC0415 - only where a transcript was read

    known = {matching.fold(text) for text in session.read(document).said()}
    whole = ledger.load(data)
    whole = whole.replace(said=tuple(said for said in whole.said if matching.fold(said.text) not in known))
    text = digest.to_markdown(whole).strip("\n")
    document = document.with_section("Captured")
    part = _existing(document, "Captured")
    return document.with_lines(
        part.start, _last_line(document, part), tame(text.split("\n")) if text else [NOTHING]
    )


def _with_tldr(document: Document, text: str) -> Document:
    """Return the document with the prose of its TL;DR replaced; the state lines below stay."""
    document = document.with_section("TL;DR")
    part = _existing(document, "TL;DR")
    end = part.start
    while end < part.end and not session.is_state_line(document.lines[end]):
        end += 1
    return document.with_lines(part.start, end, [*tame(prose(text)), ""])


def prose(text: str) -> list[str]:
    """Return the lines of a TL;DR without the three that the plugin writes itself."""
    return [line for line in text.strip("\n").split("\n") if not session.is_state_line(line)]


def tame(lines: Sequence[str]) -> list[str]:
    """Return prose lines that cannot begin a heading, a rule, a comment or an open fence at the top level."""
    from .markdown import fence_left_open  # noqa: PLC0415 - rarely needed

    safe = []
    for line in lines:
        bare = line.lstrip(" ")
        rule = bool(bare.strip()) and not bare.strip(" -=\t\r")
        risky = bare.startswith(("#", "<!--")) or rule
        safe.append("\\" + bare if risky and len(line) - len(bare) < 4 else line)
    fence = fence_left_open("\n".join(safe))
    return [*safe, fence] if fence else safe


def _moved(document: Document, entry: Entry) -> Document:
    return document.with_key("status", session.move(session.read(document), entry.kind))


def _compacted(document: Document, entry: Entry) -> Document:
    if entry.field("tldr"):
        document = _with_summary(document, entry.field("tldr"), entry.field("over"))
    if entry.field("counted"):
        return document
    count = session.read(document).compaction_count
    return document.with_key("compaction_count", str(count + 1))


def _with_summary(document: Document, text: str, over: str) -> Document:
    """Put a summary's TL;DR in the place of `over`, what the plugin itself had written there.

    Prose that a person wrote since stays; the summary's words then stand below it, marked as such.
    """
    present = session.read(document).tldr
    if present in ("", over):
        return _with_tldr(document, text)
    kept = [paragraph for paragraph in present.split("\n\n") if not paragraph.startswith(LATEST)]
    return _with_tldr(document, "\n\n".join([*kept, f"{LATEST} {text}"]))


_CHANGES: dict[str, Callable[[Document, Entry], Document]] = {
    "progress": _progressed,
    "done": _done,
    "next": _next,
    "current": _current,
    "decision": _decided,
    "discovery": _discovered,
    "blocker": _blocked,
    "unblock": _unblocked,
    "note": _noted,
    "checkpoint": _checkpointed,
    "captured": _checkpointed,
    "recovered": _checkpointed,
    "compaction": _compacted,
    "paused": _moved,
    "resumed": _moved,
    "completed": _moved,
    "abandoned": _moved,
}
