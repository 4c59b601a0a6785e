"""The work items of a document: typed IDs (`IMPL-20260216-173105-K2N4`), a status, metadata, a text.

    - [ ] IMPL-20260216-173105-K2N4: Write the parser (2026-02-16T17:31)
    - [ ] IMPL-20260216-173105-K2N4 (started; size=3; owner="Ann B"): Write the parser (2026-02-16T18:00)
    - [x] IMPL-20260216-173105-K2N4 (size=3): Write the parser (2026-02-16T19:10)
    - IMPL-20260216-173105-K2N4 (dropped; reason="Not needed"): Write the parser (2026-02-16T19:10)

The time is that of the last change; the one in the ID is when the item was added (UTC, like a tracking ID).
"""

from __future__ import annotations

import os

from . import items, matching, plain_json, timestamps
from .errors import Ambiguous, Refused
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .document import Document
    from .items import ListItem
    from .journal import Entry

SECTION = "Work Items"
OPEN, STARTED, DONE, DROPPED = "open", "started", "done", "dropped"
MOVES = {
    "start": ((OPEN,), STARTED),
    "done": ((OPEN, STARTED), DONE),
    "drop": ((OPEN, STARTED), DROPPED),
}
"""For each action, the statuses it may be taken in and the one it leads to."""
RESERVED = (STARTED, DROPPED, "reason")
"""What no metadata may be called: the words that say the status."""
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_PLAIN = "_-./#@+:"


class WorkItem(Value):
    """One work item: `when` is the time of its last change, `reason` why it was dropped."""

    id: str
    text: str
    status: str = OPEN
    meta: Mapping[str, str] = {}
    reason: str = ""
    when: int | None = None

    @property
    def type(self) -> str:
        """Its type, in lower case as the settings name it."""
        return self.id.partition("-")[0].lower()

    @property
    def added(self) -> int:
        """The instant at which it was added, as its ID says."""
        return timestamps.parse("T".join(self.id.split("-")[1:3])) or 0

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status in (OPEN, STARTED)

    @property
    def headline(self) -> str:
        """Its ID and the beginning of its text."""
        return f"{self.id} {items.headline(self.text)}"

    def as_data(self) -> dict[str, object]:
        """Return it as `--json` shows it."""
        return {
            "id": self.id,
            "type": self.type,
            "text": self.text,
            "status": self.status,
            "added_at": timestamps.to_second(self.added),
            "changed_at": timestamps.to_second(self.when) if self.when is not None else None,
            "meta": dict(self.meta),
            "reason": self.reason,
        }


def new_id(kind: str, instant: int, known: Sequence[WorkItem]) -> str:
    """Make an ID for an item of a type, one that no known item has."""
    stamp = timestamps.to_compact(instant)
    while True:
        chance = "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(4))
        made = f"{kind.upper()}-{stamp[:8]}-{stamp[9:15]}-{chance}"
        if all(one.id != made for one in known):
            return made


def is_id(text: str) -> bool:
    """Tell whether a text is the ID of a work item."""
    parts = text.split("-")
    if len(parts) != 4 or not (text.isascii() and text == text.upper()):
        return False
    kind, day, clock, chance = parts
    digits = day.isdigit() and clock.isdigit() and (len(day), len(clock), len(chance)) == (8, 6, 4)
    return digits and kind.isalnum() and chance.isalnum()


def read(document: Document) -> tuple[WorkItem, ...]:
    """Return a document's work items in their order; list items without an ID are none."""
    return tuple(found for item in items.read(document.section(SECTION)) if (found := _read(item)))


def _read(item: ListItem) -> WorkItem | None:
    place = next((at for at, c in enumerate(item.text) if c in " :"), len(item.text))
    name, rest = item.text[:place], item.text[place:]
    if not is_id(name):
        return None
    meta: dict[str, str] = {}
    if rest.startswith(" ("):
        found = _parts(rest, 2)
        if found is None:
            return None
        meta, rest = found
    status = next((word for word in (STARTED, DROPPED) if meta.pop(word, None) == ""), OPEN)
    status = DONE if item.done else status
    reason = meta.pop("reason", "") if status == DROPPED else ""
    text = rest.removeprefix(":").removeprefix(" ")
    return WorkItem(id=name, text=text, status=status, meta=meta, reason=reason, when=item.when)


def _parts(text: str, place: int) -> tuple[dict[str, str], str] | None:
    """Read `started; key="value")` from a place on: the parts and what follows; None where it is not so."""
    parts: dict[str, str] = {}
    while True:
        end = _first_of("=;)", text, place)
        key, value = text[place:end].strip(" "), ""
        if text[end : end + 2] == '="':
            place, end = end + 1, _closing_quote(text, end + 2)
            value = _unquoted(text[place:end])
        elif text[end : end + 1] == "=":
            place, end = end + 1, _first_of(";)", text, end + 1)
            value = text[place:end].strip(" ")
        if end >= len(text) or text[end] not in ";)" or not key:
            return None
        parts[key] = value
        place = end + 1
        if text[end] == ")":
            return parts, text[place:]


def _first_of(signs: str, text: str, place: int) -> int:
    return next((at for at in range(place, len(text)) if text[at] in signs), len(text))


def _closing_quote(text: str, place: int) -> int:
    """Return the index behind the quote that closes a string opened before `place`."""
    while place < len(text) and text[place] != '"':
        place += 2 if text[place] == "\\" else 1
    return place + 1


def _unquoted(text: str) -> str:
    try:
        return str(plain_json.loads(text))
    except ValueError:
        return text


def find(ref: str, known: Sequence[WorkItem]) -> WorkItem:
    """Return the item that a part of its ID, or else of its text, names; raises Refused, Ambiguous."""
    texts = [[one.id for one in known], [one.text for one in known]]
    places = next((found for names in texts if (found := matching.matches(ref, names))), [])
    if len(places) > 1 and len(still := [place for place in places if known[place].is_open]) == 1:
        places = still
    if len(places) > 1:
        raise Ambiguous("work item", items.headline(ref), [known[place].headline for place in places])
    if not places:
        raise Refused(f"No work item fits {items.headline(ref)!r}: `session item list` shows them.")
    return known[places[0]]


def move(one: WorkItem, action: str) -> str:
    """Return the status that an action leads to; raises Refused where the item's own does not allow it."""
    allowed, status = MOVES[action]
    if one.status not in allowed:
        raise Refused(f"{one.headline} is {one.status} already.")
    return status


def counted(known: Sequence[WorkItem]) -> str:
    """Say how many items there are in each status: `2 started, 3 open, 5 done`."""
    counts = ((status, sum(one.status == status for one in known)) for status in (STARTED, OPEN, DONE, DROPPED))
    return ", ".join(f"{count} {status}" for status, count in counts if count) or "no work items"


def changed(document: Document, entry: Entry) -> Document:
    """Return the document with a work item added, or moved as its entry says; unchanged where it is gone."""
    from . import editing  # noqa: PLC0415 - reading does not need it

    if entry.field("action") == "add":
        document = document.with_section(SECTION)
        meta = dict(pair.partition("=")[::2] for pair in entry.field_list("meta"))
        one = WorkItem(id=entry.field("id"), text=entry.text, meta=meta, when=entry.at)
        return editing.append(document, editing.existing(document, SECTION), _render(one))
    for item in items.read(document.section(SECTION)):
        one_or_none = _read(item)
        if one_or_none is not None and one_or_none.id == entry.field("id"):
            one = one_or_none.replace(status=entry.field("status"), reason=entry.field("reason"), when=entry.at)
            return document.with_lines(item.place.first, item.place.end, _render(one))
    return document


def _render(one: WorkItem) -> list[str]:
    parts = [one.status] if one.status in (STARTED, DROPPED) else []
    parts += [f"{key}={_value(value)}" for key, value in one.meta.items()]
    parts += [f"reason={_value(one.reason)}"] if one.reason else []
    about = f" ({'; '.join(parts)})" if parts else ""
    box = {DONE: "x", DROPPED: ""}.get(one.status, " ")
    text = f"{one.id}{about}: {one.text.strip(chr(10) + chr(9) + ' ')}"
    return items.render("-", text, items.stamp(one.when or 0), box=box)


def _value(text: str) -> str:
    plain = text and all(c.isalnum() or c in _PLAIN for c in text)
    if plain:
        return text
    spelled = "".join(c if c.isprintable() and c not in '"\\' else plain_json.dumps(c)[1:-1] for c in text)
    return f'"{spelled}"'
