"""No text takes long to read, however it repeats itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from workshop import ROOT, SITES, Workshop

from session_journal import capture, export, items
from session_journal.errors import WrongCall
from session_journal.transcript import Event, Reading
from session_journal.verbs import typed

HERE = Path(__file__).parent
ENTRIES = (
    *("summary", "block", "headings", "sentences", "redact"),
    *("statement", "prompt", "command", "output", "search"),
)


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_text_takes_long_to_read(entry: str) -> None:
    """What reads summaries, transcripts and commands' output takes no 2 s of CPU for 100 kB of any repetition."""
    done = subprocess.run(
        [sys.executable, str(HERE / "slow_texts.py"), entry],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *SITES])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{entry} at {done.stdout.splitlines()[-1:]}: {done.stderr[-500:]}"


def test_a_transcript_that_cannot_be_read_counts_as_gone(workshop: Workshop) -> None:
    """A path that opens and gives no bytes fails no hook: a conversation gets its brief all the same."""
    reading = Reading("/proc/self/mem")
    assert (list(reading), reading.state) == ([], "gone")
    payload = {"session_id": "c1", "transcript_path": "/proc/self/mem", "source": "startup", "trigger": "auto"}
    outcome = workshop.hook("session_start", payload)
    for event in ("pre_compact", "session_end", "session_start"):
        outcome = workshop.hook(event, payload)
        assert (outcome.code, "failed" in outcome.out) == (0, False)
    assert "fix-sweep-bug" in outcome.out


@pytest.mark.parametrize(
    "line", ["--note a " * 300, "--note " + "x" * 200_000, "--note " + "AKIA password= " * 60_000]
)
def test_an_endless_typed_line_is_refused(line: str) -> None:
    """A line of too many characters or options is refused at once, and the refusal is short."""
    with pytest.raises(WrongCall, match="most; nothing was done") as refused:
        typed.verb_and_words(f"/session-log {line}")
    assert len(str(refused.value)) < 300


def test_a_search_for_endless_words_is_refused(workshop: Workshop) -> None:
    """More words than a search takes are refused in a sentence."""
    with pytest.raises(WrongCall, match="at most 50 words"):
        workshop.run("search", "x y " * 40)


@pytest.mark.parametrize("sign", list("=+-@\t\r\uff1d\uff0b\uff0d\uff20"))
def test_no_cell_of_a_table_is_a_formula(sign: str) -> None:
    """A cell that a spreadsheet could take for a formula begins with an apostrophe, full-width signs included."""
    assert export._table(("text",), [(f"{sign}1+1",)]).splitlines()[1].lstrip('"').startswith("'")


def test_a_title_is_not_cut_inside_of_a_mask() -> None:
    """A long goal with a mask at its beginning keeps the whole mask in the title."""
    assert items.headline("[redacted: github token] is what the job has used since last week, alas").startswith(
        "[redacted: github token]"
    )


def test_a_session_that_could_not_be_read_is_not_made(empty: Workshop) -> None:
    """More steps than a document can hold are refused before anything is written."""
    with pytest.raises(WrongCall, match="nothing was made"):
        empty.run("init", "work", goal="Mend it", steps="a; " * 100_000)
    assert not (empty.root / ".sessions").exists()


def test_a_secret_in_a_files_name_is_masked() -> None:
    """What a file is called is captured without the token in its name."""
    token = "ghp_" + "a1B2" * 9
    event = Event(kind="write", text=f"/x/notes/{token}/a.md", ok=True)
    assert token not in str(capture.capture([event], "/x").data())
    assert "[redacted: github token]" in str(capture.capture([event], "/x").files)
