"""Reading on in a conversation's transcript: what happened since the last time."""

from __future__ import annotations

import os
import time
from math import inf

from . import digest, git, ledger
from .capture import capture
from .captured import Captured, merge, trail
from .journal import Entry
from .transcript import Position, Reading
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .journal import Journal
    from .redact import Mask


class Harvest(Value):
    """What one reading brought.

    `fresh` is what happened since the last one, `state` how the transcript was found (transcript.Reading),
    `complete` whether it was read to its end, `position` where to go on.
    """

    fresh: Captured
    position: Position
    state: str
    complete: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened that is worth keeping."""
        fresh = self.fresh
        return not (fresh.prompts or fresh.said or fresh.files or fresh.runs or fresh.tasks or fresh.failures)


def read(
    path: str, position: object, root: str, seconds: float, work: float = inf, mask: Mask | None = None
) -> Harvest:
    """Read a transcript on from a position (as `Position.data` gave it), for at most so many seconds.

    `work` bounds the processor's time as well.
    The commits made meanwhile are taken from git, not from what was said about them.
    """
    if not os.path.isfile(path):
        return Harvest(fresh=Captured(), position=Position(), state="gone", complete=True)
    reading = Reading(path, Position.of(position), deadline=time.monotonic() + seconds, work=work)
    fresh = capture(reading, os.path.realpath(root), lambda since: git.commits_since(root, since), mask)
    return Harvest(fresh=fresh, position=reading.position, state=reading.state, complete=reading.complete)


def into(entry: Entry, harvest: Harvest, journal: Journal) -> Entry:
    """Return the entry with what was harvested: readable below its text, and all that is known as data."""
    if harvest.is_empty:
        return entry
    known = ledger.known(journal)
    whole = merge(known, harvest.fresh)
    kept = {prompt.number for prompt in (*whole.prompts, *known.prompts)}
    over = tuple(prompt for prompt in trail(known, harvest.fresh) if prompt.number not in kept)
    text = "\n\n".join(part for part in (entry.text, digest.to_markdown(harvest.fresh).strip("\n")) if part)
    fields = {**entry.fields, ledger.FIELD: ledger.dump(whole)}
    if over:  # more was asked since the last time than the whole has room for
        fields[ledger.MORE] = ledger.dump(Captured(prompts=over))
    return entry.replace(text=text, fields=fields)
