"""Many processes that record at once, and people who edit meanwhile."""

from __future__ import annotations

import binascii
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from workshop import Workshop

from session_journal import rebuild
from session_journal.document import Document

from .conftest import Figure, Rounds

LOGS = """
import sys, time
from session_journal import open_store
root, shortname, writer, count = sys.argv[1:]
longest, own = 0.0, open_store(root).find(shortname)
for number in range(int(count)):
    began = time.monotonic()
    own.log("progress", f"writer {writer} record {number}")
    longest = max(longest, time.monotonic() - began)
print(longest)
"""
EDITS = """
import os, sys, time
path, count, in_place = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "in place"
number = 0
while number < count:
    text = open(path, errors="surrogateescape").read()
    after = text.replace("## Mine\\n", f"## Mine\\nedit {number}.\\n", 1)
    if after == text:
        time.sleep(0.001)
        continue
    if in_place:
        with open(path, "w") as stream:
            stream.write(after)
    else:
        with open(path + "~", "w") as stream:
            stream.write(after)
        os.rename(path + "~", path)
    number += 1
    time.sleep(0.002)
"""


def begin(workshop: Workshop, script: str, *words: str) -> subprocess.Popen[str]:
    """Start a script of the library as a process of its own."""
    command = [sys.executable, "-c", script, *words]
    return subprocess.Popen(
        command,
        cwd=workshop.root,
        env=workshop.environ(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(writers: list[subprocess.Popen[str]]) -> list[str]:
    """Wait for processes, none of which may fail; return what they printed."""
    outcomes = [(*writer.communicate(timeout=3600), writer.returncode) for writer in writers]
    assert [(err[-500:], code) for _, err, code in outcomes if code or err] == []
    return [out for out, _, _ in outcomes]


def check(workshop: Workshop, names: list[str], processes: int, records: int) -> None:
    """Check that each record is there once, in journals and documents, and that documents say what journals do."""
    wanted = {f"writer {writer} record {number}" for writer in range(processes) for number in range(records)}
    texts = workshop.texts("progress")
    assert (len(texts), set(texts)) == (len(wanted), wanted)
    for name in names:
        workshop.ok("log", "--session", name, "--note", "afterwards")
        text = workshop.text_of(name)
        document = Document.parse(text)
        key = str(document.front["id"]).replace("-", "")[-6:]
        entries = workshop.project().store.journal(key).all()
        assert rebuild.document_from(entries) == text


@pytest.mark.parametrize("sessions", [1, 10])
def test_all_of_many_writers_records_are_there(
    empty: Workshop, sessions: int, rounds: Rounds, figure: Figure
) -> None:
    """Of 64 processes that record 50 times each at once none is refused, and every record is there, once."""
    processes, records = rounds(6, 64), rounds(4, 50)
    names = [f"session-{number}" for number in range(sessions)]
    for name in names:
        empty.run("init", name)
    writers = [
        begin(empty, LOGS, str(empty.root), names[writer % sessions], str(writer), str(records))
        for writer in range(processes)
    ]
    longest = max(map(float, finish(writers)))
    check(empty, names, processes, records)
    figure("records", processes * records)
    figure("longest wait in seconds", round(longest, 2))


def test_no_command_of_many_is_refused(workshop: Workshop, rounds: Rounds, figure: Figure) -> None:
    """The same from the command line, each record a process of its own: sixty-four at a time."""
    beside, longest = rounds(4, 64), 0.0
    for number in range(rounds(2, 4)):
        words = [["log", "--progress", f"writer {writer} record {number}"] for writer in range(beside)]
        began = time.monotonic()
        finish(
            [
                begin(
                    workshop,
                    f"import sys; from session_journal import cli; sys.argv = {['session', *line]!r}; "
                    "sys.stdout = open('/dev/null', 'w'); sys.exit(cli.main())",
                )
                for line in words
            ]
        )
        longest = max(longest, time.monotonic() - began)
    check(workshop, ["fix-sweep-bug"], beside, rounds(2, 4))
    figure("seconds until the last of them was done", round(longest, 2))


@pytest.mark.parametrize("how", ["in place", "renamed"])
def test_an_editor_and_writers_lose_nothing_of_each_other(
    workshop: Workshop, how: str, rounds: Rounds, figure: Figure
) -> None:
    """Somebody saves the document again and again while others record: every edit and every record is there."""
    edits, records = rounds(40, 2000), rounds(10, 300)
    workshop.text += "\n## Mine\nBy hand.\n"
    editor = begin(workshop, EDITS, str(workshop.path), str(edits), how)
    writers = [begin(workshop, LOGS, str(workshop.root), "fix-sweep-bug", str(n), str(records)) for n in range(2)]
    finish([editor, *writers])
    workshop.ok("log", "--note", "afterwards")
    lost = [number for number in range(edits) if workshop.text.count(f"edit {number}.\n") != 1]
    assert lost == []
    noted = [note.text for note in workshop.value.notes]
    assert sorted(noted) == sorted(workshop.texts("progress"))
    assert len(set(noted)) == 2 * records
    figure(f"{how}: edits", edits)
    figure(f"{how}: records", 2 * records)


def test_what_was_saved_in_the_moment_of_a_kill_is_put_back(workshop: Workshop) -> None:
    """A version that had just changed places with ours when the writer died goes back, and gets the record."""
    path, before = workshop.path, workshop.path.read_bytes()
    workshop.ok("log", "--note", "recorded")
    ours = path.read_bytes()
    sums = f"{binascii.crc32(ours):08x}{binascii.crc32(before):08x}"
    aside = Path(path.parent / f".{path.name}.4194303-{sums}.swap")
    aside.write_bytes(before.replace(b"# Session: ", b"# Session: Saved "))
    os.utime(aside, (time.time() - 120,) * 2)
    workshop.ok("log", "--note", "later")
    assert "# Session: Saved " in workshop.text
    assert workshop.value.key_context == ("recorded", "later")
    assert [name for name in os.listdir(path.parent) if name[0] == "."] == []
