"""Records survive whatever interrupts their writing, and writers that come together."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest
from workshop import Workshop

from session_journal import files, journal, session, timestamps
from session_journal.document import Document
from session_journal.journal import Entry, Journal

KEPT = (
    "id",
    "shortname",
    "status",
    "steps",
    "notes",
    "blockers",
    "discoveries",
    "next_steps",
    "key_context",
    "decisions",
)


def entry_of(workshop: Workshop, kind: str, text: str, **fields: str) -> Entry:
    """Write an entry's file and nothing else, as a writer that was killed right after leaves things."""
    (folder,) = workshop.sessions.glob("journal/*/entries")
    written = Journal(str(folder))
    last = journal.instant_of(written.names()[-1])
    return written.add(Entry(kind=kind, at=timestamps.now(), text=text, fields=fields), last)


def test_a_record_the_document_lacks_is_shown_and_healed_once(workshop: Workshop) -> None:
    """After a crash between journal and document readers see the record; the next write puts it in, once."""
    before = workshop.text
    entry_of(workshop, "progress", "first")
    entry_of(workshop, "done", "Reproduce", step="Reproduce")
    entry_of(workshop, "decision", "Lock", rationale="Simple")
    data = workshop.session("view", "--json").data
    assert data["progress"]["notes"] == ["first"]
    assert data["progress"]["done"] == 1
    assert workshop.text == before
    workshop.ok("log", "--progress", "second")
    workshop.ok("log", "--progress", "third")
    assert [note.text for note in workshop.value.notes] == ["first", "second", "third"]
    assert workshop.text.count("### 1. Lock (") == 1
    assert workshop.text.count("[x] Reproduce") == 1
    assert workshop.value.last_entry == workshop.entries()[-1].name


def test_an_end_that_was_cut_off_is_finished(workshop: Workshop) -> None:
    """A session whose end is in the journal only is not open any more; the next write archives it."""
    entry_of(workshop, "completed", "")
    name = workshop.path.name
    assert workshop.session("current").code == 1
    assert workshop.ok("list").startswith("No open sessions")
    workshop.ok("init", "other")
    workshop.ok("log", "--note", "x")
    assert "status: completed" in (workshop.sessions / "archive" / name).read_text()
    assert workshop.value.shortname == "other"


def test_the_name_of_a_session_that_was_being_closed_is_free(workshop: Workshop) -> None:
    """A session that ended just before a crash does not hold its name."""
    entry_of(workshop, "abandoned", "x")
    workshop.ok("init", "fix-sweep-bug")


def test_a_document_by_hand_holds_what_its_journal_holds(workshop: Workshop) -> None:
    """A document without `last_entry` is taken to hold all there is; later records are told apart from then on."""
    workshop.ok("log", "--note", "old")
    workshop.text = "\n".join(
        line for line in workshop.text.split("\n") if not line.startswith(("last_entry", "- old"))
    )
    assert workshop.session("view", "--json").data["key_context"] == []
    workshop.ok("log", "--note", "new")
    assert workshop.value.key_context == ("new",)
    entry_of(workshop, "note", "late")
    assert workshop.session("view", "--json").data["key_context"] == ["new", "late"]


@pytest.mark.parametrize("last", ["garbage", "2025", "none of them", "~", "20250115T100000Z"])
def test_a_last_entry_that_is_none_is_as_no_last_entry(workshop: Workshop, last: str) -> None:
    """Where a person changed `last_entry` to something else, nothing is applied a second time."""
    workshop.ok("log", "--note", "once", "--done", "Reproduce")
    workshop.text = workshop.text.replace(workshop.value.last_entry, last)
    if last == "20250115T100000Z":  # long before the first entry: those after it are as good as lost
        workshop.text = workshop.text.replace("- once", "- Once")
    workshop.ok("log", "--note", "twice")
    assert workshop.value.last_entry == workshop.entries()[-1].name
    if last != "20250115T100000Z":
        assert workshop.value.key_context == ("once", "twice")


@pytest.mark.parametrize("name", ["2025-01-15T10:00:00", "2025-01-15T11:30:00Z", "20250115T120000Z"])
def test_older_journal_entries_are_read(workshop: Workshop, name: str) -> None:
    """Entries named by their time alone, with any front matter or none, are part of the journal."""
    (folder,) = workshop.sessions.glob("journal/*/entries")
    (folder / f"{name}.md").write_text("Just what happened.\n")
    (folder / "2025-01-14.md").write_text(
        "---\ntype: progress\ntimestamp: 2025-01-14T09:00:00Z\n---\n\nStarted.\n"
    )
    workshop.text = "\n".join(line for line in workshop.text.split("\n") if not line.startswith("last_entry"))
    shown = workshop.ok("view", "--journal")
    assert "note - Just what happened." in shown
    assert "2025-01-14T00:00:00Z progress - " in shown
    workshop.ok("log", "--note", "new")
    assert workshop.value.key_context == ("new",)


def test_foreign_files_in_the_journal_do_no_harm(workshop: Workshop) -> None:
    """What lies beside the entries is passed over: other names, folders, links, half-written temporary files."""
    (folder,) = workshop.sessions.glob("journal/*/entries")
    (folder / "README.md").write_text("notes")
    (folder / ".20250115T100000.000000Z-note-abcd.md.12-ab.tmp").write_bytes(b"half")
    (folder / "20990115T100000.000000Z-note-aaaa.md").mkdir()
    (folder / "20990116T100000.000000Z-note-aaaa.md").symlink_to("nowhere")
    (folder / "20990117T100000.000000Z-note-aaaa.md").write_bytes(b"\xff\xfe---\n\0")
    os.mkfifo(folder / "20990118T100000.000000Z-note-aaaa.md")
    workshop.ok("log", "--progress", "fine")
    assert [note.text for note in workshop.value.notes] == ["fine"]
    assert "progress - fine" in workshop.ok("view", "--journal")


def test_a_clock_that_was_set_back_keeps_the_order(workshop: Workshop) -> None:
    """Records keep the order of their writing when the clock jumps back; none is taken for old."""
    (folder,) = workshop.sessions.glob("journal/*/entries")
    ahead = timestamps.now() + timestamps.HOUR
    Journal(str(folder)).add(Entry(kind="note", at=ahead, text="from the future"), ahead)
    workshop.ok("log", "--progress", "one")
    workshop.ok("log", "--progress", "two")
    assert workshop.texts() == ["Fix the race in the sweeper", "from the future", "one", "two"]
    assert [note.text for note in workshop.value.notes] == ["one", "two"]
    assert workshop.value.key_context == ("from the future",)


HAND = """---
# my remarks
id: {id}
mine: [1, 2]   # keep
shortname: fix-sweep-bug
status: active
owner: "Ann # not a comment"
---
Preface without a heading.

# Session: By hand

## Next Steps
* [ ] a star
* [x] done star
## My own section

| a | b |
|---|---|

```
## Progress
```

## Blockers
none yet

## Progress
- [ ] loose step    <- CURRENT
plain text
## TL;DR
Prose.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_a_person_wrote_stays_byte_for_byte(workshop: Workshop, newline: str) -> None:
    """Own keys, comments, sections, their order, CRLF and a missing last newline survive any number of records."""
    by_hand = HAND.format(id=workshop.value.id).replace("\n", newline).removesuffix(newline)
    workshop.text = by_hand
    workshop.ok("log", "--progress", "p", "--blocker", "b", "--decision", "d", "--rationale", "r", "--next", "n")
    workshop.ok("log", "--discovery", "found", "--note", "k", "--done", "loose")
    workshop.ok("log", "--done", "something else")
    workshop.ok("checkpoint", "--tldr", "New prose.")
    text = workshop.text
    assert {line.endswith("\r") for line in text.split("\n")[:-1]} == {newline == "\r\n"}
    kept = [
        line
        for line in by_hand.split(newline)
        if line not in ("none yet", "Prose.", "- [ ] loose step    <- CURRENT")
    ]
    rest = iter(text.split(newline))
    assert [line for line in kept if line not in rest] == []
    value = workshop.value
    assert [(step.text, step.done) for step in value.steps] == [("loose step", True), ("something else", True)]
    assert (value.tldr, value.key_context, len(value.decisions)) == ("New prose.", ("k",), 1)
    assert value.next_steps == ("a star", "n")
    assert "**Progress**: 2/2 steps complete" in text


def test_edits_between_two_records_survive(workshop: Workshop) -> None:
    """A person and the plugin take turns: everything either wrote is there at the end."""
    for turn in range(3):
        workshop.ok("log", "--progress", f"record {turn}")
        workshop.text = workshop.text.replace("## Decisions\n", f"## Decisions\nby hand {turn}\n").replace(
            "updated_at", f"mine{turn}: yes # mine\nupdated_at"
        )
    workshop.ok("log", "--done", "Reproduce")
    for turn in range(3):
        assert f"- record {turn} (" in workshop.text
        assert f"\nby hand {turn}\n" in workshop.text
        assert f"\nmine{turn}: yes # mine\n" in workshop.text


def test_a_section_that_was_taken_out_comes_back_when_needed(workshop: Workshop) -> None:
    """Deleted sections are missed by nobody until something belongs in them; then they stand at their place."""
    head, _, rest = workshop.text.partition("## Decisions")
    workshop.text = head + "## Next Steps" + rest.partition("## Next Steps")[2]
    workshop.ok("log", "--note", "x")
    assert "## Blockers" not in workshop.text
    workshop.ok("log", "--blocker", "b")
    found = [line for line in workshop.text.split("\n") if line.startswith("## ")]
    assert found[-2:] == ["## Blockers", "## Next Steps"]


def test_a_document_with_only_front_matter_grows(workshop: Workshop) -> None:
    """A document that was emptied down to its front matter takes records all the same."""
    front = workshop.text.partition("\n---\n")[0] + "\n---"
    for ending in ("", "\n", "\n\n\n"):
        workshop.text = front + ending
        workshop.run("log", words={"progress": f"after {ending!r}", "discovery": "d", "note": "n", "done": "s"})
        assert workshop.text.startswith(front.partition("updated_at")[0])
        assert workshop.value.notes[-1].text == f"after {ending!r}"


def test_an_edit_at_the_moment_of_writing_wins(workshop: Workshop) -> None:
    """Where the document changed between reading and replacing, the edit stays and the record joins it."""
    path = workshop.path
    project = workshop.project()
    loaded = project.store.find("fix-sweep-bug")
    path.write_text(workshop.text.replace("# Session: ", "# Session: Edited "))
    assert not files.replace(str(path), b"lost", expected=loaded.data)
    workshop.ok("log", "--progress", "x")
    assert "# Session: Edited " in workshop.text
    assert [entry for entry in os.listdir(path.parent) if entry.endswith(".tmp")] == []


MANY = """
import sys
from session_journal import cli
for number in range(int(sys.argv[2])):
    sys.argv[1:] = [*sys.argv[1:3], *sys.argv[3:]]
    arguments = ["session", "log", "--progress", f"writer {sys.argv[1]} record {number}"]
    kept, sys.argv = sys.argv, arguments
    assert cli.main() == 0
    sys.argv = kept
"""


def test_writers_that_come_together_lose_nothing(workshop: Workshop) -> None:
    """Eight processes that log fifteen times each leave a hundred and twenty records, in the journal's order."""
    environ = workshop.environ()
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", MANY, str(writer), "15"],
            cwd=workshop.root,
            env=environ,
            stdout=subprocess.DEVNULL,
        )
        for writer in range(8)
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * 8
    texts = workshop.texts("progress")
    assert sorted(texts) == sorted(
        f"writer {writer} record {number}" for writer in range(8) for number in range(15)
    )
    assert [note.text for note in workshop.value.notes] == texts


def test_no_acknowledged_record_is_lost_to_a_kill(workshop: Workshop) -> None:
    """Writers killed at random moments: what was acknowledged is there exactly once, and the document reads."""
    chance = random.Random(20250115)  # noqa: S311
    acknowledged = []
    for number in range(40):
        writer = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "session_journal",
                "log",
                "--progress",
                f"record {number}",
                "--done",
                f"step {number}",
            ],
            cwd=workshop.root,
            env=workshop.environ(),
            stdout=subprocess.PIPE,
        )
        time.sleep(chance.uniform(0.02, 0.16))
        writer.send_signal(signal.SIGKILL)
        if b"Recorded" in writer.communicate()[0]:
            acknowledged.append(number)
        Document.parse(workshop.text, "after a kill")
    workshop.ok("log", "--note", "afterwards")
    counts = Counter(workshop.texts())
    assert [number for number in acknowledged if counts[f"record {number}"] != 1] == []
    notes, steps = Counter(n.text for n in workshop.value.notes), Counter(s.text for s in workshop.value.steps)
    for number in range(40):
        assert notes[f"record {number}"] == counts[f"record {number}"] <= 1
        assert steps[f"step {number}"] == counts[f"step {number}"] <= 1


def test_a_start_that_was_killed_leaves_nothing_in_the_way(empty: Workshop) -> None:
    """Starts killed at random moments leave a whole session or none, and the next start works."""
    chance = random.Random(7)  # noqa: S311
    for _ in range(12):
        starter = subprocess.Popen(
            [sys.executable, "-m", "session_journal", "init", "x", "--steps", "a; b"],
            cwd=empty.root,
            env=empty.environ(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.03, 0.15))
        starter.kill()
        starter.wait()
        if empty.sessions.exists() and "x " in empty.session("list").out:
            assert empty.session("init", "x").code == 1
            empty.ok("close", "x", "--complete")
    empty.ok("init", "x")
    assert empty.value.shortname == "x"


def test_a_document_is_never_half_written(workshop: Workshop) -> None:
    """A reader beside a busy writer sees a whole document every time."""
    writer = subprocess.Popen(
        [sys.executable, "-c", MANY, "0", "20"],
        cwd=workshop.root,
        env=workshop.environ(),
        stdout=subprocess.DEVNULL,
    )
    seen = set()
    while writer.poll() is None:
        value = session.read(Document.parse(workshop.text))
        seen.add(len(value.notes))
        assert (value.shortname, len(value.steps)) == ("fix-sweep-bug", 3)
    assert writer.returncode == 0
    assert len(workshop.value.notes) == 20
    assert len(seen) > 1


NEARLY_FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
from session_journal import cli
sys.exit(cli.main())
"""


def test_all_entries_of_a_call_are_taken_back_when_one_fails(workshop: Workshop) -> None:
    """Where the disk is full in the middle of a call, none of its records stays and the document is as before."""
    before = workshop.bytes_of(".sessions/active", ".sessions/journal")
    words = ["log", "--progress", "small", "--note", "x" * 5000]
    done = subprocess.run(
        [sys.executable, "-c", NEARLY_FULL, *words],
        cwd=workshop.root,
        env=workshop.environ("", {"PYTHONDONTWRITEBYTECODE": "1"}),
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert done.stderr.count("\n") == 1
    assert workshop.bytes_of(".sessions/active", ".sessions/journal") == before


def test_a_document_that_cannot_be_written_loses_no_record(workshop: Workshop) -> None:
    """Where only the document does not fit on the disk, the record counts and the reply says that it follows."""
    workshop.text += "\n## Mine\n" + "text\n" * 1000
    done = subprocess.run(
        [sys.executable, "-c", NEARLY_FULL, "log", "--progress", "kept"],
        cwd=workshop.root,
        env=workshop.environ("", {"PYTHONDONTWRITEBYTECODE": "1"}),
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Recorded; the document follows with the next record" in done.stdout
    assert workshop.texts("progress") == ["kept"]
    workshop.ok("log", "--progress", "next")
    assert [note.text for note in workshop.value.notes] == ["kept", "next"]
