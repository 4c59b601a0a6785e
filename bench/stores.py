#!/usr/bin/env python3
"""Make a project with so many sessions to measure in: `python bench/stores.py FOLDER --sessions N`.

The files are written straight in the documented format, not waiting for the disk, the same for the same numbers.
A few sessions are open, the others are in the archive; the texts are in several languages, with names of
files, functions and constants among them as people write them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

OPEN = 5
_START = 1_704_103_200  # 2024-01-01T10:00:00Z
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
_KINDS = (
    "progress",
    "progress",
    "done",
    "discovery",
    "decision",
    "note",
    "progress",
    "blocker",
    "unblock",
    "next",
)
_PARTS = "sweep lock cache token parser invoice queue retry index worker shard mutex ledger route buffer".split()  # noqa: SIM905
_DEEDS = "get set check flush merge split acquire release rotate commit render resolve drain".split()  # noqa: SIM905
_PHRASES = (
    "The {part} waits for {call}() before {name} is written",
    "Take the lock in {file}:{number} first, then call {camel}",
    "{constant} is wrong for amounts below {number} cents",
    "Nobody reads {name} after {call}() returned",
    "Moved {camel} into {file}, the tests are green again",
    "The retry in {call}() hides the error of the {part}",
    "{file} holds the connection open for {number} ms",
    "Der {part} wird erst nach {call}() freigegeben, siehe {file}:{number}",
    "Die Prüfung der Beträge übersieht {constant}",
    "Le verrou de {camel} est relâché trop tôt dans {file}",
    "La caché de {name} se vacía después de {number} segundos",
    "Блокировка снимается раньше, чем {call}() пишет {name}",
    "修复了{part}的竞争条件，原因在{file}第{number}行",
    "{file}の{camel}はロックを先に取る必要がある",
    "การล็อกของ {name} ช้าเกินไปใน {file}",
    "قفل {name} يُفتح قبل {call}()",
)
_WHY = (
    "Smallest change of those that were tried",
    "It costs nothing that could be measured",
    "Der Aufwand bleibt klein",
    "影响最小",
    "Nobody depends on the old order in {file}",
)


class Texts:
    """Sentences by chance, the same for the same seed."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def sentence(self, phrases: Sequence[str] = _PHRASES) -> str:
        """Return a sentence with names of code in it."""
        chance = self._chance
        part, deed = chance.choice(_PARTS), chance.choice(_DEEDS)
        other, number = chance.choice(_PARTS), chance.randrange(2, 900)
        return chance.choice(phrases).format(
            part=part,
            call=f"{deed}_{other}",
            name=f"{part}_{other}_{number % 40}",
            camel=f"{deed}{part.capitalize()}{other.capitalize()}",
            constant=f"{part}_{deed}_{other}".upper(),
            file=f"{part}/{deed}_{other}.go",
            number=number,
        )

    def text(self) -> str:
        """Return one sentence or two."""
        return self.sentence() + (f". {self.sentence()}" if self._chance.random() < 0.4 else "")

    def why(self) -> str:
        """Return a reason."""
        return self.sentence(_WHY)

    def hexadecimal(self, digits: int) -> str:
        """Return so many hex digits."""
        return f"{self._chance.getrandbits(digits * 4):0{digits}x}"

    def letters(self) -> str:
        """Return the four letters of chance of an entry's name."""
        return "".join(self._chance.choices(_LETTERS, k=4))


class Session:
    """One session to be written: its id, its times, its entries."""

    def __init__(self, place: int, entries: int, texts: Texts, *, is_open: bool) -> None:
        self.key = f"{(place * 2_654_435_761 + 7) % (1 << 24):06x}"  # the factor is odd: no two are the same
        self.id = f"{_START + place:012x}"[-12:]
        self.id = (
            f"{self.id[:8]}-{self.id[8:]}-7{texts.hexadecimal(3)}-8{texts.hexadecimal(3)}-{'0' * 6}{self.key}"
        )
        self.begun = _START + place * 3600 % (900 * 86400)
        self.number, self.is_open = f"{place + 1:05d}", is_open
        self.shortname = f"{texts.sentence(('{part}-{call}',)).replace('_', '-')}-{place}"
        self.goal = texts.text()
        self.conversation = f"{texts.hexadecimal(8)}-0000-4000-8000-{texts.hexadecimal(12)}"
        self.entries = list(self._entries(entries, texts))

    def _entries(self, count: int, texts: Texts) -> Iterator[tuple[str, str, dict[str, str], str]]:
        """Yield the entries as (name, kind, fields, text)."""
        for place in range(count):
            kind = _KINDS[place % len(_KINDS)]
            fields: dict[str, str] = {}
            text = texts.text()
            if place == 0:
                kind, text = "started", self.goal
                fields = {
                    "id": self.id,
                    "shortname": self.shortname,
                    "title": self.goal[:80],
                    "number": self.number,
                }
            elif place == count - 1 and not self.is_open:
                kind, text = "completed", texts.sentence()
            elif place == count - 3:
                kind, fields, text = "checkpoint", {"captured": self._captured(texts)}, ""
            elif place == count - 2:
                kind, text = "compaction", "\n\n".join(f"{n}. {texts.text()}" for n in range(1, 7))
            elif kind == "decision":
                fields = {"rationale": texts.why()}
            at = self.begun + place * 600
            yield f"{_compact(at)}.{place:06d}Z-{kind}-{texts.letters()}", kind, fields, text

    def _captured(self, texts: Texts) -> str:
        prompts = [
            {"number": n, "text": texts.sentence(), "when": _second(self.begun + n * 900)} for n in range(1, 4)
        ]
        said = [{"text": texts.sentence(), "kind": "found", "when": _second(self.begun + 1000)} for _ in range(3)]
        return json.dumps({"goal": self.goal, "prompts": prompts, "said": said}, ensure_ascii=False)

    @property
    def document(self) -> str:
        """Its document's text, as the entries would have made it."""
        last = self.entries[-1][0] if self.entries else "none"
        of_kind = {kind: [] for kind in ("done", "progress", "note", "decision", "discovery", "next")}  # type: dict[str, list[tuple[int, str, dict[str, str]]]]
        for place, (_, kind, fields, text) in enumerate(self.entries):
            if kind in of_kind:
                of_kind[kind].append((self.begun + place * 600, text, fields))
        done = [f"- [x] {text} ({_minute(at)})" for at, text, _ in of_kind["done"]]
        under_way = [f"- {text} ({_minute(at)})" for at, text, _ in (*of_kind["progress"], *of_kind["note"])]
        decisions = [
            f"### {n}. {text} ({_minute(at)})\n**Choice**: {text}\n**Rationale**: {fields['rationale']}\n"
            for n, (at, text, fields) in enumerate(of_kind["decision"], 1)
        ]
        found = [
            f"{n}. **{' '.join(text.split()[:6])}** ({_minute(at)}): {text}"
            for n, (at, text, _) in enumerate(of_kind["discovery"], 1)
        ]
        following = [f"{n}. {text}" for n, (_, text, _) in enumerate(of_kind["next"], 1)]
        nothing = ["- None currently"]
        lines = [
            "---",
            f"id: {self.id}",
            f"shortname: {self.shortname}",
            f"status: {'active' if self.is_open else 'completed'}",
            "task_ids: []",
            f"created_at: {_second(self.begun)}",
            f"updated_at: {_second(self.begun + len(self.entries) * 600)}",
            "compaction_count: 1",
            "git_branch: main",
            "git_last_commit: abc123f",
            f'number: "{self.number}"',
            "tags:",
            f"  - {('billing', 'sweeper', 'docs')[int(self.number) % 3]}",
            f"last_entry: {last}",
            "---",
            "",
            f"# Session: {self.goal[:80]}",
            "",
            "## TL;DR (Read This First)",
            self.goal,
            "",
            f"**Progress**: {len(done)}/{len(done)} steps complete",
            "**Current**: None",
            "**Blocker**: None",
            "",
            "## Context",
            f"**Objective**: {self.goal}",
            "",
            "## Progress",
            "### Completed",
            *(done or nothing),
            "",
            "### In Progress",
            *(under_way or nothing),
            "",
            "### Remaining",
            *nothing,
            "",
            "## Decisions",
            *(decisions or nothing),
            "## Discoveries",
            *(found or nothing),
            "",
            "## Blockers",
            *nothing,
            "",
            "## Next Steps",
            *(following or nothing),
        ]
        return "\n".join(lines) + "\n"

    def write(self, root: str) -> int:
        """Write its files below `.sessions`; return how many entries there are."""
        folder = os.path.join(root, "journal", self.key, "entries")
        os.makedirs(folder, mode=0o700)
        for place, (name, kind, fields, text) in enumerate(self.entries):
            head = [
                f"kind: {kind}",
                f"at: {_second(self.begun + place * 600)}",
                f"conversation: {self.conversation}",
            ]
            head += [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
            _write(os.path.join(folder, f"{name}.md"), "\n".join(["---", *head, "---", text, ""]))
        part = "active" if self.is_open else "archive"
        _write(os.path.join(root, part, f"{self.shortname}-{self.key}.md"), self.document)
        return len(self.entries)


def _write(path: str, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(descriptor, text.encode())
    os.close(descriptor)


def _second(instant: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(instant))


def _minute(instant: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M", time.gmtime(instant))


def _compact(instant: int) -> str:
    return time.strftime("%Y%m%dT%H%M%S", time.gmtime(instant))


def make(folder: Path, sessions: int, entries: int = 20, seed: int = 1) -> int:
    """Make `.sessions` in a folder, which is made too; return how many entries were written."""
    root = folder / ".sessions"
    for part in ("active", "archive", "journal", ".state"):
        (root / part).mkdir(parents=True, mode=0o700)
    (root / ".gitignore").write_text("*\n")
    texts = Texts(random.Random(seed))  # noqa: S311 - no secret hangs on it
    still_open = min(OPEN, max(1, sessions // 10))
    return sum(
        Session(place, entries, texts, is_open=place >= sessions - still_open).write(str(root))
        for place in range(sessions)
    )


def main() -> int:
    """Take the words of the command line."""
    parser = argparse.ArgumentParser(description="Make a project with so many sessions, to measure in.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sessions", type=int, default=1000)
    parser.add_argument("--entries", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begun = time.monotonic()
    count = make(given.folder, given.sessions, given.entries, given.seed)
    print(f"{given.sessions} sessions, {count} entries in {time.monotonic() - begun:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
