"""The milestones of a document: `- [ ] M1: text`, checked with the time when one is reached."""

from __future__ import annotations

from . import identity, items, matching
from .errors import Ambiguous, Refused
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .document import Document
    from .items import ListItem
    from .journal import Entry

SECTION = "Milestones"


class Milestone(Value):
    """One milestone: its id (`M1`), what it says, whether it is reached, and when (None where no time stands)."""

    id: str
    text: str
    reached: bool = False
    when: int | None = None

    @property
    def headline(self) -> str:
        """Its id and the first line of its text."""
        return f"{self.id}: {items.headline(self.text)}"


def read(document: Document) -> tuple[Milestone, ...]:
    """Return a document's milestones in their order; items without an id are none."""
    return tuple(found for item in items.read(document.section(SECTION)) if (found := _read(item)))


def _read(item: ListItem) -> Milestone | None:
    name, colon, text = item.text.partition(":")
    number = name[1:]
    if not colon or name[:1] not in ("M", "m") or not identity.is_number(number):
        return None
    when = item.when if item.done else None
    return Milestone(id=f"M{int(number)}", text=text.removeprefix(" "), reached=item.done, when=when)


def next_id(known: Sequence[Milestone]) -> str:
    """Return the id that the next milestone takes."""
    return f"M{max((int(one.id[1:]) for one in known), default=0) + 1}"


def find(ref: str, known: Sequence[Milestone]) -> Milestone:
    """Return the milestone not yet reached that an id or a part of its text names; raises Refused, Ambiguous."""
    wanted = ref.strip().upper()
    for one in known:
        if one.id == wanted and one.reached:
            raise Refused(f"{one.headline} is reached already.")
    ahead = [one for one in known if not one.reached]
    found = [one for one in ahead if one.id == wanted]
    found = found or [ahead[place] for place in matching.matches(ref, [one.text for one in ahead])]
    if len(found) > 1:
        raise Ambiguous("milestone", items.headline(ref), [one.headline for one in found])
    if not found:
        names = "; ".join(one.headline for one in ahead) or "there are none"
        raise Refused(
            f"No milestone ahead fits {items.headline(ref)!r} ({names}): `session log --milestone TEXT`."
        )
    return found[0]


def added(document: Document, entry: Entry) -> Document:
    """Return the document with the milestone that an entry adds, under the id that it names."""
    from . import editing  # noqa: PLC0415 - reading does not need it

    document = document.with_section(SECTION)
    text = entry.text.strip(" \t\n")
    block = items.render("-", f"{entry.field('id')}: {text}", items.guard(text, entry.at), box=" ")
    return editing.append(document, editing.existing(document, SECTION), block)


def reached(document: Document, entry: Entry) -> Document:
    """Return the document with the milestone that an entry names checked; unchanged where it is gone."""
    from . import editing  # noqa: PLC0415 - reading does not need it

    for item in items.read(document.section(SECTION)):
        one = _read(item)
        if one is not None and one.id == entry.field("id") and not one.reached:
            block = items.checked(editing.lines_of(document, item), items.stamp_of(entry))
            return document.with_lines(item.place.first, item.place.end, block)
    return document
