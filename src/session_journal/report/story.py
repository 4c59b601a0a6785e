"""A session -> its story: everything that happened, in its order, with the state that it led to."""

from __future__ import annotations

from .. import figures, git, handover, identity, items, matching, messages, prompts, timestamps
from ..value import Value
from . import clock, kinds, moments
from .moments import Moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..figures import Figures
    from ..journal import Entry
    from ..session import Session
    from ..store import Loaded, Store
    from ..worktree import Changes

MOST = 2_000
"""The most records on a page; of more, those that tell least are left out."""
_TEXTS = 1_500_000
"""About how many characters all texts of a page may have together."""
_TEXT = 6_000
_COMMITS = 500
_GIT_SECONDS = 5.0


class Conversation(Value):
    """One conversation: its number in the session, the client's id, its first and last record."""

    number: int
    id: str
    start: int
    end: int
    records: int


class Blocker(Value):
    """Something that the work waited for; `end` is None while it still does."""

    text: str
    start: int
    end: int | None
    id: str


class Day(Value):
    """The moments of one local day; `number` counts from the session's first, 0 for moments without a time."""

    title: str
    number: int
    active: int
    moments: tuple[Moment, ...]


class Story(Value):
    """A session with all that its page shows; `left_out` counts moments for which there was no room."""

    session: Session
    figures: Figures
    moments: tuple[Moment, ...]
    conversations: tuple[Conversation, ...]
    blockers: tuple[Blocker, ...]
    changes: Changes
    path: str
    present: int
    left_out: int = 0

    @property
    def summary(self) -> str:
        """What sums the session up: its TL;DR, or its goal; "" where that says what the title says."""
        text = self.session.tldr or self.session.objective
        return "" if _same(text, self.session.title) else text

    @property
    def goal(self) -> str:
        """The goal, where neither the title nor the summary says it."""
        text = self.session.objective
        return "" if _same(text, self.session.title) or _same(text, self.summary) else text

    @property
    def days(self) -> tuple[Day, ...]:
        """The moments by their days, those without a time last."""
        found: dict[str, list[Moment]] = {}
        for one in self.moments:
            found.setdefault(clock.day(one.at), []).append(one)
        first = clock.ordinal(self.moments[0].at) if self.moments else 0
        return tuple(_day(day, first) for _, day in sorted(found.items(), key=lambda pair: pair[0] or "~"))


def tell(store: Store, loaded: Loaded, present: int) -> Story:
    """Gather the story of a session from its journal, its document, git, the prompts and the messages to it."""
    told = handover.gather(store, loaded)
    value = told.session
    talks = _conversations(told.entries)
    numbers = {talk.id: talk.number for talk in talks}
    found = moments.of_entries(told.entries, numbers)
    found += _unrecorded(value, told.entries)
    found += _commits(store.root, value, told.captured.commits, found, present)
    found += _asked(store, loaded, present)
    found += _messages(store, value)
    kept = _bounded(found)
    blockers = _blockers(value, told.entries)
    return Story(
        session=value,
        figures=figures.of_session(value, told.entries),
        moments=tuple(_marked(kept, talks, blockers)),
        conversations=talks,
        blockers=blockers,
        changes=told.changes,
        path=told.path,
        present=present,
        left_out=len(found) - len(kept),
    )


def _same(one: str, other: str) -> bool:
    """Tell whether two texts say the same, case, white space and a full stop aside."""
    return matching.fold(one).rstrip(".") == matching.fold(other).rstrip(".")


def _conversations(entries: Sequence[Entry]) -> tuple[Conversation, ...]:
    found: dict[str, list[int]] = {}
    for entry in sorted(entries, key=lambda entry: entry.at):
        if entry.conversation:
            found.setdefault(entry.conversation, []).append(entry.at)
    return tuple(
        Conversation(number=number, id=name, start=times[0], end=times[-1], records=len(times))
        for number, (name, times) in enumerate(found.items(), 1)
    )


def _unrecorded(value: Session, entries: Sequence[Entry]) -> Iterator[Moment]:
    """Yield the decisions and discoveries that only the document tells, written there by hand."""
    known = {" ".join(entry.text.split()) for entry in entries}
    for d in value.decisions:
        if {" ".join(text.split()) for text in (d.choice, d.title) if text} & known:
            continue
        more = (("Why", d.rationale), ("Context", d.context), ("Options", d.options))
        yield Moment(
            id=f"decision-{d.number}",
            kind="decision",
            at=d.when or 0,
            text=d.choice or d.title,
            more=tuple(pair for pair in more if pair[1]),
        )
    for number, raw in enumerate(value.discoveries, 1):
        text = items.untitled(raw)
        if " ".join(text.split()) not in known:
            at = items.split_stamp(raw.partition("):")[0] + ")")[1] or 0
            yield Moment(id=f"discovery-{number}", kind="discovery", at=at, text=text)


def _commits(
    root: str,
    value: Session,
    captured: Iterable[tuple[str, str, str]],
    found: Sequence[Moment],
    present: int,
) -> list[Moment]:
    """Return the commits of the session's time that its journal does not name."""
    known = {dict(one.more).get("Commit", "")[:7] for one in found if one.kind == "commit"}
    until = present if value.is_open else value.updated + timestamps.MINUTE
    since = timestamps.to_second(value.created) if value.created else ""
    commits = []
    for sha, subject, when in [*captured, *git.commits_since(root, since, _COMMITS, _GIT_SECONDS)]:
        at = timestamps.parse(when) or 0
        if sha[:7] in known or at > until:
            continue
        known.add(sha[:7])
        commits.append(Moment(id=f"commit-{sha}", kind="commit", at=at, text=subject, more=(("Commit", sha),)))
    return commits


def _asked(store: Store, loaded: Loaded, present: int) -> list[Moment]:
    return [
        Moment(
            id=one.id,
            kind="asked",
            at=one.at,
            text=one.text,
            more=(("Files", "\n".join(one.files)),) if one.files else (),
        )
        for one in prompts.of(store, loaded, present)
    ]


def _messages(store: Store, value: Session) -> list[Moment]:
    inbox = messages.Inbox(store, value)
    found = inbox.read(inbox.names())
    return [
        Moment(
            id=f"message-{one.name}", kind="message", at=one.at, text=one.text, more=(("From", one.sender_name),)
        )
        for one in found
    ]


def _bounded(found: Sequence[Moment]) -> list[Moment]:
    """Keep what tells most where there is too much, and of each text what there is room for; in its order."""
    kept = sorted(found, key=lambda one: (kinds.rank(one.kind), -one.at))[:MOST]
    longest = max(200, min(_TEXT, _TEXTS // max(1, len(kept))))
    return sorted((_cut(one, longest) for one in kept), key=lambda one: (not one.at, one.at, one.id))


def _cut(one: Moment, longest: int) -> Moment:
    texts = [one.text, *(text for _, text in one.more)]
    if max(map(len, texts)) <= longest:
        return one
    more = tuple((label, text[:longest]) for label, text in one.more)
    lost = sum(max(0, len(text) - longest) for text in texts)
    return one.replace(text=one.text[:longest], more=more, cut=lost)


def _blockers(value: Session, entries: Sequence[Entry]) -> tuple[Blocker, ...]:
    """Return the blockers in the order in which they came up, each with its end where it has one."""
    still = {blocker.text.strip(" \t\n") for blocker in value.blockers}
    gone = [entry for entry in entries if entry.kind == "unblock"]
    found = []
    for entry in entries:
        if entry.kind != "blocker":
            continue
        text = entry.text.strip(" \t\n")
        ends = [one.at for one in gone if one.field("blocker").strip(" \t\n") == text and one.at >= entry.at]
        end = None if text in still and value.is_open else min(ends, default=value.updated)
        found.append(Blocker(text=text, start=entry.at, end=end, id=entry.name))
    return tuple(found)


def _marked(
    found: Sequence[Moment], talks: Sequence[Conversation], blockers: Sequence[Blocker]
) -> Iterator[Moment]:
    """Say of each moment in which conversation it was and whether the work was blocked then."""
    for one in found:
        number = one.conversation or next(
            (talk.number for talk in reversed(talks) if talk.start <= one.at <= talk.end), 0
        )
        blocked = bool(one.at) and any(b.start <= one.at and (b.end is None or one.at <= b.end) for b in blockers)
        yield one.replace(conversation=number, blocked=blocked)


def _day(found: Sequence[Moment], first: int) -> Day:
    at = found[0].at
    return Day(
        title=clock.long_day(at) if at else "At a time not known",
        number=clock.ordinal(at) - first + 1 if at else 0,
        active=figures.active_time([one.at for one in found]),
        moments=tuple(found),
    )


def file_name(shortname: str, key: str) -> str:
    """Return the name of a session's page: its shortname as far as it can be one, and its key."""
    return "-".join(part for part in (identity.shortname(shortname)[:60], key) if part) + ".html"
