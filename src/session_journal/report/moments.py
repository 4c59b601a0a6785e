"""What happened, one thing after another: entries -> moments, those of one compaction as one."""

from __future__ import annotations

from .. import drafts, entryline, timestamps, workitems
from ..value import Value
from . import kinds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..journal import Entry


class Moment(Value):
    """Something that happened: `at` is 0 where nobody knows when, `conversation` its number, 0 for none.

    `more` are labelled texts that belong to it; `ahead` marks a work item that is not done, `later` what was
    recorded after the fact, `blocked` what happened while a blocker was open.
    """

    id: str
    kind: str
    at: int
    text: str = ""
    more: tuple[tuple[str, str], ...] = ()
    conversation: int = 0
    ahead: bool = False
    later: bool = False
    failed: bool = False
    blocked: bool = False
    cut: int = 0

    @property
    def group(self) -> str:
        """What it is shown and filtered as."""
        return kinds.group(self.kind, ahead=self.ahead)

    @property
    def label(self) -> str:
        """The word in front of it."""
        return kinds.label(self.kind)

    def as_data(self) -> dict[str, object]:
        """Return it as `--json` shows it."""
        return {
            "id": self.id,
            "kind": self.kind,
            "group": self.group,
            "at": timestamps.to_second(self.at) if self.at else None,
            "text": self.text,
            "more": dict(self.more),
            "conversation": self.conversation,
            "recorded_later": self.later,
        }


def of_entries(entries: Sequence[Entry], numbers: Mapping[str, int]) -> list[Moment]:
    """Return the moments of entries; `numbers` are those of their conversations."""
    compactions = _compactions(entries)
    parts = {entry.name for found in compactions.values() for entry in found}
    moments = [_moment(entry, numbers) for entry in entries if entry.name not in parts]
    return [*moments, *(_compaction(found, numbers) for found in compactions.values())]


def _moment(entry: Entry, numbers: Mapping[str, int]) -> Moment:
    return Moment(
        id=entry.name,
        kind=entry.kind,
        at=entry.at,
        text=_said(entry),
        more=tuple(kinds.more(entry)),
        conversation=numbers.get(entry.conversation, 0),
        ahead=entry.kind == "item" and entry.field("status") != workitems.DONE,
        later=bool(entry.field("recorded_at")),
        failed=entry.kind == "test" and entry.field("failed") not in ("", "0"),
    )


def _said(entry: Entry) -> str:
    if entry.kind == "checkpoint" and not entry.text:
        return f"{entry.field('progress')} steps done" if entry.field("progress") else ""
    return entryline.about(entry) + entryline.said(entry)


def _compactions(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return what was recorded of each compaction, by the checkpoint before it or by its own name.

    That is up to four entries: the checkpoint, what the client wrote too late for it, the count, and the client's
    summary, which may come before the count and then is one with it.
    """
    found: dict[str, list[Entry]] = {}
    named: dict[str, Entry] = {}
    latest: dict[str, str] = {}
    for entry in sorted(entries, key=lambda entry: (entry.at, entry.name)):
        if entry.kind == "checkpoint":
            named[entry.name] = entry
        elif entry.kind == "captured":
            named[f"{entry.conversation} {entry.at}"] = entry
        elif entry.kind == "compaction":
            place = entry.field("of") or entry.name
            if entry.field("counted") and not _summary(found.get(latest.get(entry.conversation, ""), [entry])):
                place = latest[entry.conversation]
            before = [named.get(name) for name in (place, f"{entry.conversation} {entry.at}")]
            found.setdefault(place, [one for one in before if one]).append(entry)
            latest[entry.conversation] = place
    return found


def _summary(found: Iterable[Entry]) -> str:
    return "\n\n".join(entry.text for entry in found if entry.kind == "compaction" and entry.text)


def _compaction(found: Sequence[Entry], numbers: Mapping[str, int]) -> Moment:
    """Return one moment for all that was recorded of a compaction, at the time at which it was counted."""
    first = next(entry for entry in found if entry.kind == "compaction")
    told = [("The client's summary", _summary(found)), ("Captured before it", _captured(found))]
    told += [pair for entry in found for pair in kinds.more(entry)]
    return Moment(
        id=first.name,
        kind=first.kind,
        at=first.at,
        more=tuple(pair for pair in told if pair[1]),
        conversation=numbers.get(first.conversation, 0),
    )


def _captured(found: Iterable[Entry]) -> str:
    texts = [entry.text for entry in found if entry.kind != "compaction"]
    return "\n\n".join(
        text.partition("\n")[2].strip("\n") if text.startswith(drafts.BEFORE_COMPACTION) else text
        for text in texts
    ).strip("\n")
