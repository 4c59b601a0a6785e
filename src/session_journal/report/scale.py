"""Instants -> places along a line on which time at work is drawn to scale and long silences are folded."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from .. import timestamps
from ..figures import GAP
from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDED_SHARE = 0.35
"""The most of the line that all silences together may take."""


class Silence(Value):
    """A folded stretch: where it begins and ends on the line, and how long it was."""

    start: float
    end: float
    length: int


class Scale:
    """Places from 0 to `width` for the instants between the first and the last of those given."""

    def __init__(self, instants: Iterable[int], width: float) -> None:
        """Lay the line out."""
        self._times = sorted(set(instants)) or [0]
        steps = [later - earlier for earlier, later in pairwise(self._times)]
        worked = sum(step for step in steps if step <= GAP) or timestamps.MINUTE
        quiet = sum(step > GAP for step in steps)
        room = worked * _FOLDED_SHARE / (1 - _FOLDED_SHARE)
        fold = min(max(GAP // 4, worked // 30), room / quiet) if quiet else 0
        drawn = [step if step <= GAP else fold for step in steps]
        factor = width / (sum(drawn) or 1)
        self._places, self.silences = [0.0], []
        for step, size in zip(steps, drawn, strict=True):
            place = self._places[-1]
            self._places.append(place + size * factor)
            if step > GAP:
                self.silences.append(Silence(start=place, end=self._places[-1], length=step))

    def at(self, instant: int) -> float:
        """Return the place of an instant; those beyond the ends are at the ends."""
        index = bisect_right(self._times, instant) - 1
        if index < 0:
            return 0.0
        if index + 1 >= len(self._times):
            return self._places[-1]
        share = (instant - self._times[index]) / (self._times[index + 1] - self._times[index])
        return self._places[index] + share * (self._places[index + 1] - self._places[index])
