"""A document that was restored from an old copy, with thousands of entries that it does not hold."""

from __future__ import annotations

import time

from workshop import Workshop

from session_journal import recorder, timestamps
from session_journal.journal import Entry
from session_journal.store import Store

from .conftest import Figure, Rounds


def record(store: Store, session_id: str, drafts: list[Entry]) -> None:
    """Record entries in one call."""
    recorder.record(store, session_id, lambda _value, _document: drafts, conversation="", seconds=10)


KINDS = ("progress", "discovery", "note", "decision", "next", "blocker")


def test_a_document_from_an_old_copy_gets_all_that_it_lacks(
    workshop: Workshop, rounds: Rounds, figure: Figure
) -> None:
    """The next start tells what was recorded since the copy was made, and the next record puts it in, once."""
    before, late = workshop.text, rounds(240, 2000)
    store = workshop.project().store
    (loaded,) = store.open_sessions().sessions
    for start in range(0, late, 200):
        drafts = [
            Entry(kind=KINDS[number % len(KINDS)], at=timestamps.now(), text=f"number {number}.")
            for number in range(start, min(start + 200, late))
        ]
        record(store, loaded.session.id, drafts)
    whole = workshop.text
    workshop.text = before
    began = time.perf_counter()
    told = workshop.starts()
    figure("late entries", late)
    figure("seconds until a start had told of them", round(time.perf_counter() - began, 2))
    assert (told.code, told.err) == (0, "")
    assert any(f"number {late - place}." in told.context for place in range(1, 12)), told
    workshop.ok("log", "--test", "x", "--passed", "1")
    lost = [
        number
        for number in range(late)
        if f"number {number}." in whole and f"number {number}." not in workshop.text
    ]
    assert lost == []
    assert len(workshop.value.notes) == len([number for number in range(late) if number % len(KINDS) == 0]) + 1
