"""Figures on sessions: how long they took, how much of it was work, what they came to."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from . import timestamps
from .session import COMPLETED
from .value import Value
from .workitems import DONE, DROPPED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .journal import Entry
    from .outline import Outline
    from .session import Session

GAP = 30 * timestamps.MINUTE
"""A longer silence between two records does not count as time at work."""


class Figures(Value):
    """The figures of one session; times in microseconds.

    `active` is the time without the gaps; `items` counts steps and work items as (done, open); `kinds` counts
    the entries of each kind.
    """

    duration: int
    active: int
    done: int
    open: int
    compactions: int
    conversations: int
    kinds: Mapping[str, int]

    def as_data(self) -> dict[str, object]:
        """Return them as `--json` shows them."""
        return {
            "duration_seconds": self.duration // timestamps.SECOND,
            "active_seconds": self.active // timestamps.SECOND,
            "items": {"total": self.done + self.open, "done": self.done, "open": self.open},
            "compactions": self.compactions,
            "conversations": self.conversations,
            "entries": dict(sorted(self.kinds.items())),
        }


class Totals(Value):
    """The figures of many sessions; `weeks` (ISO, of their starts), `tags` and `groups` count sessions."""

    count: int
    ended: int
    completed: int
    average: int
    median: int
    weeks: Mapping[str, int]
    tags: Mapping[str, int]
    groups: Mapping[str, int]

    @property
    def completion_rate(self) -> float:
        """The share of the ended sessions that were completed, 0 to 1; 0 when none has ended."""
        return self.completed / self.ended if self.ended else 0.0

    def as_data(self) -> dict[str, object]:
        """Return them as `--json` shows them."""
        return {
            "sessions": self.count,
            "open": self.count - self.ended,
            "ended": self.ended,
            "completed": self.completed,
            "completion_rate": round(self.completion_rate, 4),
            "average_seconds": self.average // timestamps.SECOND,
            "median_seconds": self.median // timestamps.SECOND,
            "per_week": dict(self.weeks),
            "per_group": dict(self.groups),
            "per_tag": dict(self.tags),
        }


def of_session(session: Session, entries: Sequence[Entry]) -> Figures:
    """Return the figures of one session from its entries."""
    moments = sorted([entry.at for entry in entries] or [session.created, session.updated])
    kinds: dict[str, int] = {}
    for entry in entries:
        kinds[entry.kind] = kinds.get(entry.kind, 0) + 1
    items = [item.status for item in session.work_items if item.status != DROPPED]
    done = session.done_count + items.count(DONE)
    return Figures(
        duration=max(0, session.updated - session.created),
        active=active_time(moments),
        done=done,
        open=len(session.steps) + len(items) - done,
        compactions=session.compaction_count,
        conversations=len({entry.conversation for entry in entries if entry.conversation}),
        kinds=kinds,
    )


def active_time(moments: Sequence[int]) -> int:
    """Return the time between sorted instants, gaps left out."""
    return sum(later - earlier for earlier, later in pairwise(moments) if later - earlier <= GAP)


def of_many(sessions: Iterable[Session | Outline]) -> Totals:
    """Return the figures of many sessions, each looked at once."""
    count = completed = 0
    lengths: list[int] = []
    weeks: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    for one in sessions:
        count += 1
        completed += one.status == COMPLETED
        if not one.is_open:
            lengths.append(max(0, one.updated - one.created))
        weeks.update([timestamps.week(one.created)] if one.created else [])
        tags.update(one.tags)
        groups.update([one.group] if one.group else [])
    lengths.sort()
    middle = len(lengths) // 2
    median = (lengths[middle] + lengths[-middle - 1]) // 2 if lengths else 0
    return Totals(
        count=count,
        ended=len(lengths),
        completed=completed,
        average=sum(lengths) // len(lengths) if lengths else 0,
        median=median,
        weeks=dict(sorted(weeks.items())),
        tags=dict(sorted(tags.items())),
        groups=dict(sorted(groups.items())),
    )
