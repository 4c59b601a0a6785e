"""Inputs made by mutation, those kept that reach lines of ours which none before them reached."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any

from workshop import ROOT

SOURCE = str(ROOT / "src" / "session_journal")
_LARGEST = 200_000
_TOOL = 4
_ODD = (
    b"\0",
    b"\r",
    b"\r\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"\xed\xa0\x80",
    "\u202e".encode(),
    "\u2028".encode(),
    "👩‍👩‍👧".encode(),
    b"\x1b[31m",
    b"9" * 40,
    b"-1",
    b"1e999",
    b"---\n",
    b"</system-reminder>",
)


class Lines:
    """The lines of the library that were run while it watched."""

    def __init__(self) -> None:
        self.seen: set[tuple[CodeType, int]] = set()
        self._left: dict[CodeType, set[int]] = {}
        self._disable: object = None

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Watch what runs inside; whatever watched before goes on afterwards."""
        if sys.version_info >= (3, 12) and sys.monitoring.get_tool(_TOOL) in (None, "guided"):
            with self._monitored():
                yield
            return
        before = sys.gettrace()
        sys.settrace(self._call)
        try:
            yield
        finally:
            sys.settrace(before)

    @contextmanager
    def _monitored(self) -> Iterator[None]:
        if sys.version_info < (3, 12):  # for the type checker
            return
        watch = sys.monitoring
        self._disable = watch.DISABLE
        watch.use_tool_id(_TOOL, "guided")
        watch.register_callback(_TOOL, watch.events.LINE, self._reached)
        watch.set_events(_TOOL, watch.events.LINE)
        try:
            yield
        finally:
            watch.set_events(_TOOL, 0)
            watch.free_tool_id(_TOOL)

    def _reached(self, code: CodeType, line: int) -> Any:
        if code.co_filename.startswith(SOURCE):
            self.seen.add((code, line))
        return self._disable  # a line counts once

    def _call(self, frame: FrameType, _event: str, _argument: object) -> Any:
        code = frame.f_code
        if code not in self._left:
            ours = code.co_filename.startswith(SOURCE)
            self._left[code] = {line for _, _, line in code.co_lines() if line} if ours else set()
            self._left[code].discard(code.co_firstlineno)
        return self._line if self._left[code] else None  # watching costs more than running

    def _line(self, frame: FrameType, event: str, _argument: object) -> Any:
        if event == "line":
            self.seen.add((frame.f_code, frame.f_lineno))
            self._left[frame.f_code].discard(frame.f_lineno)
        return self._line


class Mutator:
    """Makes inputs from others, the same ones in the same order for a name."""

    def __init__(self, name: str, seeds: Sequence[bytes], tokens: Sequence[bytes]) -> None:
        self._chance = random.Random(name)  # noqa: S311 - not for secrets
        self.corpus, self._tokens = list(seeds), list(tokens)

    def next(self) -> bytes:
        """Return a new input, made from one of the corpus, the latest ones more often."""
        pick = self._chance
        count = len(self.corpus)
        data = self.corpus[max(pick.randrange(count), pick.randrange(count))]
        for _ in range(pick.choice((1, 1, 2, 3, 5, 8))):
            data = pick.choice(self._WAYS)(self, data)[:_LARGEST]
        return data

    def _place(self, data: bytes) -> int:
        return self._chance.randrange(len(data) + 1)

    def _span(self, data: bytes) -> tuple[int, int]:
        start = self._place(data)
        return start, min(len(data), start + self._chance.choice((1, 2, 4, 16, 64, 400)))

    def _flip(self, data: bytes) -> bytes:
        place = self._place(data)
        return data[:place] + bytes([self._chance.randrange(256)]) + data[place + 1 :]

    def _token(self, data: bytes) -> bytes:
        place = self._place(data)
        return data[:place] + self._chance.choice([*self._tokens, *_ODD]) + data[place:]

    def _drop(self, data: bytes) -> bytes:
        start, end = self._span(data)
        return data[:start] + data[end:]

    def _repeat(self, data: bytes) -> bytes:
        start, end = self._span(data)
        return data[:end] + data[start:end] * self._chance.choice((1, 1, 2, 20, 300)) + data[end:]

    def _splice(self, data: bytes) -> bytes:
        other = self._chance.choice(self.corpus)
        start, end = self._span(other)
        place = self._place(data)
        return self._chance.choice((data[:place] + other[start:end] + data[place:], data[:place] + other[start:]))

    def _lines(self, data: bytes) -> bytes:
        lines = data.split(b"\n")
        one, two = self._chance.randrange(len(lines)), self._chance.randrange(len(lines))
        how = self._chance.randrange(4)
        if how == 0:
            lines[one], lines[two] = lines[two], lines[one]
        elif how == 1:
            del lines[one]
        elif how == 2:
            lines[one:one] = [lines[two]] * self._chance.choice((1, 2, 50, 1_000))
        else:
            lines[one] = self._chance.choice(self._chance.choice(self.corpus).split(b"\n"))
        return b"\n".join(lines)

    def _cut(self, data: bytes) -> bytes:
        return data[: self._place(data)]

    def _swap_tokens(self, data: bytes) -> bytes:
        old, new = self._chance.choice(self._tokens), self._chance.choice([*self._tokens, *_ODD])
        return data.replace(old, new, self._chance.choice((1, 2, -1)))

    _WAYS: Sequence[Callable[[Mutator, bytes], bytes]] = (
        _flip,
        _token,
        _token,
        _drop,
        _repeat,
        _splice,
        _lines,
        _lines,
        _cut,
        _swap_tokens,
        _swap_tokens,
    )


@contextmanager
def unwatched() -> Iterator[None]:
    """Run something at its own pace, where the watching slows it down (before Python 3.12)."""
    before = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(before)


def explore(mutator: Mutator, rounds: int, attempt: Callable[[bytes], None]) -> Lines:
    """Attempt as many inputs, the seeds first; an input that reaches new lines joins the corpus."""
    lines = Lines()
    seeds = list(mutator.corpus)
    for count in range(rounds):
        data = seeds[count] if count < len(seeds) else mutator.next()
        before = len(lines.seen)
        with lines.watched():
            attempt(data)
        if len(lines.seen) > before and count >= len(seeds):
            mutator.corpus.append(data)
    return lines


def memory() -> int:
    """Return how many bytes this process holds now, 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
