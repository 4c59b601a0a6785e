"""The prompts of a session under IDs of their own, `S20260130153000-P1-153000`, and what was done after each.

An ID is the session's start, the prompt's number and its time of day (UTC): it says by itself where it belongs.
"""

from __future__ import annotations

import os

from . import conversation, ledger, running, timestamps
from .captured import Captured, trail
from .errors import Ambiguous, NotFound, Problem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .captured import Prompt, Run, Said
    from .journal import Entry
    from .store import Loaded, Store

_READ_SECONDS = 2.0
_QUIET = ("captured", "commit")


class Asked(Value):
    """A prompt of a session: its ID, when it was asked and when the next one was (0: none was, or not known).

    `recorded` is False for one of a conversation that still runs, which the journal has not got yet.
    """

    id: str
    number: int
    text: str
    at: int
    until: int
    files: tuple[str, ...]
    recorded: bool = True

    def covers(self, instant: int) -> bool:
        """Tell whether an instant lies between this prompt and the next."""
        return bool(self.at) and self.at <= instant and (not self.until or instant < self.until)


class Deeds(Value):
    """What was done between a prompt and the next: commits as (short id, subject), and the rest as recorded."""

    commits: tuple[tuple[str, str], ...]
    runs: tuple[Run, ...]
    said: tuple[Said, ...]
    entries: tuple[Entry, ...]


def of(store: Store, loaded: Loaded, present: int) -> list[Asked]:
    """Return all prompts of a session, in the order in which they were asked.

    They come from the journal, and for a conversation that runs now from its transcript too.
    """
    known = _recorded(store, loaded)
    whole = Captured(prompts=tuple(known[number] for number in sorted(known)))
    for fresh in _unrecorded(store, loaded, present):
        whole = whole.replace(prompts=trail(whole, fresh))
    stamp = _stamp(loaded)
    times = sorted(at for at in (timestamps.parse(prompt.when) for prompt in whole.prompts) if at)
    return [_asked(stamp, prompt, times, recorded=prompt.number in known) for prompt in whole.prompts]


def is_reference(ref: str) -> bool:
    """Tell whether a text is a prompt's ID, or the beginning of one that names the prompt."""
    stamp, found, rest = ref.strip().upper().partition("-P")
    return bool(found) and len(stamp) == 15 and stamp[0] == "S" and stamp[1:].isdigit() and rest[:1].isdigit()


def find(store: Store, ref: str, present: int) -> tuple[Loaded, Asked]:
    """Return the session and the prompt that an ID, or the only beginning of one, names.

    Raises NotFound, Ambiguous.
    """
    wanted = ref.strip().upper()
    found = [
        (loaded, asked)
        for loaded in store.all_sessions().sessions
        if _stamp(loaded) == wanted.partition("-")[0]
        for asked in of(store, loaded, present)
        if asked.id.startswith(wanted)
    ]
    exact = [pair for pair in found if pair[1].id == wanted or pair[1].id.startswith(f"{wanted}-")]
    found = exact or found
    if not found:
        raise NotFound(ref)
    if len(found) > 1:
        raise Ambiguous("prompt", ref, [asked.id for _, asked in found])
    return found[0]


def deeds(store: Store, loaded: Loaded, asked: Asked) -> Deeds:
    """Return what was done between a prompt and the next, as far as it was captured or recorded."""
    entries = store.journal(loaded.session.key).all()
    runs: dict[str, Run] = {}
    said: dict[str, Said] = {}
    commits: dict[str, str] = {}
    for whole in _ledgers(entries):
        runs.update({run.command: run for run in whole.runs if _within(asked, run.when)})
        said.update({one.text: one for one in whole.said if _within(asked, one.when)})
        commits.update({sha[:7]: subject for sha, subject, when in whole.commits if _within(asked, when)})
    here = [entry for entry in entries if asked.covers(entry.at)]
    commits.update({entry.field("sha")[:7]: entry.text for entry in here if entry.kind == "commit"})
    return Deeds(
        commits=tuple(commits.items()),
        runs=tuple(runs.values()),
        said=tuple(said.values()),
        entries=tuple(entry for entry in here if entry.kind not in _QUIET),
    )


def _within(asked: Asked, when: str) -> bool:
    return asked.covers(timestamps.parse(when) or 0)


def _recorded(store: Store, loaded: Loaded) -> dict[int, Prompt]:
    """Return the prompts by number as the journal has them; the last word on each counts."""
    entries = store.journal(loaded.session.key).all(ledger.KINDS)
    return {prompt.number: prompt for whole in _ledgers(entries) for prompt in whole.prompts}


def _ledgers(entries: Iterable[Entry]) -> Iterator[Captured]:
    for entry in entries:
        for field in (ledger.MORE, ledger.FIELD):
            if entry.field(field):
                yield ledger.load(entry.field(field))


def _unrecorded(store: Store, loaded: Loaded, present: int) -> Iterator[Captured]:
    """Yield what the conversations hold that run now and work on this session, beyond what was captured."""
    live = running.live(store, present)
    if not live:
        return
    from . import config, harvest  # noqa: PLC0415 - what reads transcripts is slow to import

    if not config.or_default(store).capture:
        return
    for one in live:
        state = conversation.load(store, one.conversation)
        if state.session != loaded.session.id or not os.path.isfile(one.transcript):
            continue
        try:
            yield harvest.read(one.transcript, state.position, store.root, _READ_SECONDS, mask=store.mask()).fresh
        except Problem:
            continue


def _stamp(loaded: Loaded) -> str:
    compact = timestamps.to_compact(loaded.session.created)
    return f"S{compact[:8]}{compact[9:15]}"


def _asked(stamp: str, prompt: Prompt, times: list[int], *, recorded: bool) -> Asked:
    at = timestamps.parse(prompt.when) or 0
    clock = timestamps.to_compact(at)[9:15]
    return Asked(
        id=f"{stamp}-P{prompt.number}-{clock}",
        number=prompt.number,
        text=prompt.text,
        at=at,
        until=next((later for later in times if later > at), 0),
        files=prompt.files,
        recorded=recorded,
    )
