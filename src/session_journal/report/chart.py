"""The story of a session on one line of time: lanes with bars and marks, as numbers for the SVG template."""

from __future__ import annotations

from .. import items
from ..value import Value
from . import clock, prose
from .scale import Scale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .moments import Moment
    from .scale import Silence
    from .story import Story

LEFT, WIDTH, LANE, TOP = 128, 872, 30, 34
_DAY_LABEL = 58
_NEAR = 5.0
"""Marks of a lane that are nearer than this are drawn as one."""
_LANES = (
    ("decision", "Decisions"),
    ("milestone", "Milestones"),
    ("step", "Steps done"),
    ("commit", "Commits"),
    ("test", "Test runs"),
    ("found", "Discoveries"),
)
_SHOWN = {"step": ("done", "item"), "milestone": ("reached", "deliverable")}


class Mark(Value):
    """A mark at a place, which leads to a moment; `count` moments are drawn as one."""

    x: float
    id: str
    title: str
    kind: str
    failed: bool = False
    count: int = 1


class Bar(Value):
    """A bar; `id` is where it leads, `text` what is written in it, `tone` its colour's number."""

    x: float
    width: float
    title: str
    id: str = ""
    text: str = ""
    tone: int = 0
    open: bool = False


class Lane(Value):
    """One lane: its name, its place from the top, and what is drawn in it; `notches` cut through its bars."""

    group: str
    title: str
    y: int
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    notches: tuple[Mark, ...] = ()


class Label(Value):
    """A text at a place."""

    x: float
    text: str


class Chart(Value):
    """The whole drawing; `silences` are the stretches of time that are folded."""

    height: int
    lanes: tuple[Lane, ...]
    days: tuple[Label, ...]
    silences: tuple[Silence, ...]


def of(story: Story) -> Chart | None:
    """Lay out a story; None where there is nothing that a line of time could show."""
    timed = [one for one in story.moments if one.at]
    ends = [talk.end for talk in story.conversations] + [b.end for b in story.blockers if b.end]
    instants = [one.at for one in timed] + [talk.start for talk in story.conversations] + ends
    if len(set(instants)) < 3:
        return None
    scale = Scale(instants, WIDTH - 16)
    lanes: list[Lane] = []
    for lane in (_conversations(story, timed, scale), _blockers(story, scale), *_marked(timed, scale)):
        if lane.bars or lane.marks:
            lanes.append(lane.replace(y=TOP + LANE * len(lanes)))
    return Chart(
        height=TOP + LANE * len(lanes) + 22,
        lanes=tuple(lanes),
        days=tuple(_days(timed, scale)),
        silences=tuple(s.replace(start=_place(s.start), end=_place(s.end)) for s in scale.silences),
    )


def _place(x: float) -> float:
    return round(LEFT + 8 + x, 1)


def _conversations(story: Story, timed: Sequence[Moment], scale: Scale) -> Lane:
    bars = []
    for talk in story.conversations:
        x, end = _place(scale.at(talk.start)), _place(scale.at(talk.end))
        title = f"Conversation {talk.number}: {clock.exact(talk.start)} to {clock.exact(talk.end)}"
        width = max(6.0, round(end - x, 1))
        first = next((one.id for one in timed if one.conversation == talk.number), "")
        text = str(talk.number) if width >= 18 else ""
        bars.append(Bar(x=x, width=width, title=title, id=first, text=text, tone=talk.number % 2))
    notches = _marks([one for one in timed if one.kind == "compaction"], scale)
    return Lane(group="talk", title="Conversations", y=0, bars=tuple(bars), notches=notches)


def _blockers(story: Story, scale: Scale) -> Lane:
    bars = []
    last = max((one.at for one in story.moments), default=0)
    for blocker in story.blockers:
        x, end = _place(scale.at(blocker.start)), _place(scale.at(blocker.end or last))
        until = f"resolved {clock.exact(blocker.end)}" if blocker.end else "still open"
        title = f"{_short(blocker.text)} ({clock.exact(blocker.start)}, {until})"
        width = max(8.0, round(end - x, 1))
        bars.append(Bar(x=x, width=width, title=title, id=blocker.id, open=blocker.end is None))
    return Lane(group="blocker", title="Blocked", y=0, bars=tuple(bars))


def _marked(timed: Sequence[Moment], scale: Scale) -> Iterable[Lane]:
    for group, title in _LANES:
        found = [one for one in timed if one.group == group and one.kind in _SHOWN.get(group, (one.kind,))]
        yield Lane(group=group, title=title, y=0, marks=_marks(found, scale))


def _marks(found: Iterable[Moment], scale: Scale) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for one in found:
        x = _place(scale.at(one.at))
        title = f"{clock.exact(one.at)} · {one.label}: {_short(one.text)}".rstrip(": ")
        if marks and x - marks[-1].x < _NEAR:
            last = marks[-1]
            marks[-1] = last.replace(count=last.count + 1, failed=last.failed or one.failed)
        else:
            marks.append(Mark(x=x, id=one.id, title=title, kind=one.kind, failed=one.failed))
    return tuple(mark.replace(title=_counted(mark)) for mark in marks)


def _short(text: str) -> str:
    return items.headline(prose.plain(text), 90)


def _counted(mark: Mark) -> str:
    return mark.title + (f" and {mark.count - 1} more" if mark.count > 1 else "")


def _days(timed: Sequence[Moment], scale: Scale) -> Iterable[Label]:
    """Yield the days where they begin, as far as their names do not run into each other."""
    seen, free = "", 0.0
    for one in timed:
        day = clock.day(one.at)
        x = _place(scale.at(one.at))
        if day != seen and x >= free and x < LEFT + WIDTH - 40:
            yield Label(x=x, text=clock.short_day(one.at))
            free = x + _DAY_LABEL
        seen = day
