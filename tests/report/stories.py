"""Sessions with a past of their own: entries at given times, written as the files that they are."""

from __future__ import annotations

import random
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from session_journal import identity, journal, rebuild, timestamps
from session_journal.journal import Entry

PRESENT = timestamps.parse("2026-03-13T16:20:00Z") or 0
BEGUN = timestamps.parse("2026-03-09T09:05:00Z") or 0
MINUTE, HOUR, DAY = timestamps.MINUTE, timestamps.HOUR, timestamps.DAY
Fields = Mapping[str, str | Sequence[str]]


class Tale:
    """A session to be told: `at` is where the clock stands, moved by `then`."""

    def __init__(
        self,
        shortname: str,
        title: str,
        goal: str = "",
        *,
        steps: Sequence[str] = (),
        begun: int = BEGUN,
        place: int = 0,
        **fields: str | Sequence[str],
    ) -> None:
        self.at, self.conversation = begun, ""
        place = place or zlib.crc32(shortname.encode())
        self.id = f"{begun // 1000:012x}"
        self.id = f"{self.id[:8]}-{self.id[8:]}-7000-8000-{place * 2_654_435_761 % (1 << 48):012x}"
        self.entries: list[Entry] = []
        given: dict[str, str | Sequence[str]] = {"id": self.id, "shortname": shortname, "title": title}
        self.shortname = shortname
        self.add("started", goal, {**given, "task_ids": [], "steps": list(steps), **fields})

    def then(self, *, minutes: float = 0, hours: float = 0, conversation: str | None = None) -> Tale:
        """Move the clock on, and into another conversation where one is given."""
        self.at += round(minutes * MINUTE + hours * HOUR)
        self.conversation = self.conversation if conversation is None else conversation
        return self

    def add(self, kind: str, text: str, fields: Fields | None = None, **more: str) -> Tale:
        """Record something, now."""
        place = len(self.entries)
        name = f"{timestamps.to_compact(self.at + place)}-{kind}-{place:04d}"
        entry = Entry(
            kind=kind,
            at=self.at,
            text=text,
            fields={**(fields or {}), **more},
            conversation=self.conversation,
            name=name,
        )
        self.entries.append(entry)
        return self

    def write(self, root: Path) -> Path:
        """Write the session into a project as its files; return the document's path."""
        key = identity.key_of(self.id)
        folder = root / ".sessions" / "journal" / key / "entries"
        folder.mkdir(parents=True)
        for entry in self.entries:
            (folder / f"{entry.name}.md").write_text(
                journal.dump(entry), encoding="utf-8", errors="surrogateescape"
            )
        text = rebuild.document_from(self.entries)
        ended = any(entry.kind in ("completed", "abandoned") for entry in self.entries)
        place = root / ".sessions" / ("archive" if ended else "active") / f"{self.shortname}-{key}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", errors="surrogateescape")
        return place


def rich() -> Tale:
    """Return a session with something of everything: three days, four conversations, two compactions."""
    tale = Tale(
        "checkout-totals",
        "Make checkout totals add up",
        "Invoices are a cent off now and then, and the accountants have noticed. Find out where the cent goes, "
        "and make the sum of the lines equal to the total, always.",
        steps=[
            "Reproduce the missing cent in a test",
            "Find every place that rounds",
            "Choose one way to round and one place for it",
            "Move `cents()` into `money.py`",
            "Recompute the open invoices",
            "Tell accounting what changes",
        ],
        number="00042",
        tags=["billing", "correctness"],
        branch="fix/rounding",
        commit="9f31c2a",
    )
    _monday(tale)
    _tuesday(tale)
    _friday(tale)
    return tale


def _monday(tale: Tale) -> None:
    tale.then(minutes=4, conversation="6f0d2a10-monday").add(
        "current", "Reproduce the missing cent in a test", step="Reproduce the missing cent in a test"
    )
    tale.then(minutes=16).add("test", "pytest tests/test_invoice.py", passed="11", failed="1")
    tale.then(minutes=3).add(
        "done", "Reproduce the missing cent in a test", step="Reproduce the missing cent in a test"
    )
    tale.then(minutes=2).add("commit", "Show the missing cent in a test", sha="9f31c2a")
    tale.then(minutes=12).add(
        "discovery", "Two roundings: `line_total()` rounds half up, `invoice.sum()` rounds half to even"
    )
    tale.then(minutes=9).add("discovery", "The PDF: it formats from floats, so it can differ from both")
    tale.then(minutes=11).add("done", "Find every place that rounds", step="Find every place that rounds")
    tale.then(minutes=14).add(
        "decision",
        "Round once per line, half to even, in integer cents",
        {
            "rationale": "The sum of the lines is then the total by construction, and half to even is what the "
            "bank does. Rounding the total would leave lines that do not add up to it.",
            "context": "Rounding happens in three places, twice in floats",
            "options": [
                "Round the total only",
                "Round once per line in cents",
                "Decimal everywhere, round at the edge",
            ],
        },
    )
    tale.then(minutes=6).add("milestone", "No float left in money", id="M1")
    tale.then(minutes=21).add(
        "compaction",
        "The user reported invoices that are a cent off. We reproduced it and found three "
        "places that round. We decided to round once per line, half to even, in integer cents.",
    )
    tale.then(minutes=8).add("progress", "`cents()` has its tests; the callers are next")
    tale.then(minutes=18).add(
        "checkpoint",
        "",
        {
            "progress": "2/6",
            "step": "Choose one way to round and one place for it",
            "tldr": "The cent is lost where a line is rounded twice. Rounding once per line, in cents, mends it.",
        },
    )


def _tuesday(tale: Tale) -> None:
    tale.then(hours=20, conversation="b1c77e42-tuesday").add("resumed", "")
    tale.then(minutes=12).add(
        "done", "Choose one way to round and one place for it", step="Choose one way to round and one place for it"
    )
    tale.then(minutes=9).add("blocker", "The staging database is down, and the old invoices are there")
    tale.then(minutes=15).add("commit", "Round in one place, money.cents()", sha="41be770")
    tale.then(minutes=18).add("test", "pytest -q", passed="214", failed="0")
    tale.then(minutes=5).add("done", "Move `cents()` into `money.py`", step="Move `cents()` into `money.py`")
    tale.then(minutes=17).add("reached", "No float left in money", id="M1")
    tale.then(minutes=9).add("commit", "Take the floats out of the PDF", sha="c03d519")
    tale.then(minutes=14).add(
        "decision",
        "Keep issued invoices as they are",
        rationale="They are legal documents. What differs is booked as a rounding difference, once.",
    )
    tale.then(hours=3, minutes=10, conversation="0a9f5d33-afternoon").add(
        "unblock", "Operations restored it", blocker="The staging database is down, and the old invoices are there"
    )
    tale.then(minutes=22).add("discovery", "Only 19 of 8,412 open invoices differ, each by one cent")
    tale.then(minutes=19).add(
        "compaction", "We moved all rounding into money.cents() and found that 19 open invoices differ."
    )
    tale.then(minutes=12).add("commit", "Recompute open invoices, dry run first", sha="7d20aa8")


def _friday(tale: Tale) -> None:
    tale.then(hours=68, conversation="e2b8c905-friday").add("resumed", "")
    tale.then(minutes=14).add("test", "pytest -q", passed="221", failed="0")
    tale.then(minutes=11).add("blocker", "Accounting has to say on which account a rounding difference is booked")
    tale.then(minutes=9).add("next", "Ask Ines which account takes the difference")
    tale.then(minutes=1).add("next", "Run `recompute --apply` on Sunday night")
    tale.then(minutes=13).add("note", "The dry run takes four minutes on the full copy")
    tale.then(minutes=8).add("deliverable", "docs/rounding.md, one page for accounting")
    tale.then(minutes=2).add("milestone", "Totals add up in production", id="M2")
    tale.then(minutes=7).add(
        "checkpoint",
        "",
        {
            "progress": "4/6",
            "tldr": "Every amount is rounded once, per line, in integer cents, so lines and totals agree. The "
            "code is done and tested; 19 open invoices still have to be recomputed, which waits for an account to "
            "book the difference on.",
        },
    )


def empty() -> Tale:
    """Return a session of which only the name is known."""
    return Tale("look-into-it", "look-into-it", begun=PRESENT - MINUTE)


def huge(count: int) -> Tale:
    """Return a session with so many records."""
    chance = random.Random(5)  # noqa: S311 - no secret
    tale = Tale(
        "long-haul",
        "Port the scheduler",
        "Port all of it",
        steps=[f"Port module {n}" for n in range(1, 121)],
        begun=PRESENT - 90 * DAY,
    )
    kinds = (
        "progress",
        "note",
        "discovery",
        "progress",
        "decision",
        "progress",
        "commit",
        "test",
        "progress",
        "blocker",
        "unblock",
    )
    stuck = ""
    for place in range(count):
        kind = kinds[place % len(kinds)]
        if place % 140 == 0:
            tale.then(hours=20, conversation=f"conversation-{place}")
        text = (
            f"Record {place} on `module_{place % 120}.py`: "
            + "what was seen there, in words. " * chance.randrange(1, 4)
        )
        text = text.strip()
        if kind == "decision":
            tale.add(kind, text, rationale=f"Because of {place}")
        elif kind == "commit":
            tale.add(kind, text, sha=f"{place:07x}")
        elif kind == "test":
            tale.add(kind, "make check", passed=str(place), failed=str(place % 3))
        elif kind == "unblock":
            tale.add(kind, "Solved", blocker=stuck)
        else:
            stuck = text if kind == "blocker" else stuck
            tale.add(kind, text)
        tale.then(minutes=chance.randrange(1, 25))
    return tale


_WORDS = ("sweep", "lock", "cache", "token", "parser", "invoice", "queue", "retry", "index", "worker", "ledger")


def many(root: Path, count: int, days: int = 420) -> None:
    """Write so many small sessions over so many days."""
    chance = random.Random(11)  # noqa: S311 - no secret
    for place in range(count):
        first, second = chance.sample(_WORDS, 2)
        ahead = round((1 - (place + chance.random()) / count) * days * DAY)
        begun = PRESENT - max(HOUR, ahead)
        begun += (9 + chance.randrange(8) - begun // HOUR % 24) * HOUR
        begun = min(begun, PRESENT - HOUR)
        steps = [f"Step {n}" for n in range(1, chance.randrange(2, 9))]
        tale = Tale(
            f"{first}-{second}-{place}",
            f"Mend the {first} of the {second}",
            begun=begun,
            place=place + 1,
            steps=steps,
            number=f"{place + 1:05d}",
            tags=chance.sample(["backend", "docs", "ops", "billing"], chance.randrange(3)),
        )
        tale.conversation = f"conversation-{place}"
        for step in steps[: chance.randrange(len(steps) + 1)]:
            for _ in range(chance.randrange(1, 6)):
                tale.then(minutes=chance.randrange(3, 29)).add("progress", f"Went on with {step}")
            tale.then(minutes=6).add("done", step, step=step)
        for _ in range(chance.randrange(4)):
            tale.then(minutes=7).add("decision", f"Keep the {first}", rationale="It works")
        tale.at = min(tale.at, PRESENT)
        if place < count - 4:
            tale.then(minutes=2).add(chance.choice(["completed"] * 5 + ["abandoned"]), "")
        tale.write(root)
