"""Telling a session to others: summary, export, the overview of all sessions, the event log."""

from __future__ import annotations

import csv
import json
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile import NAMED
from workshop import Workshop

from session_journal import overview


def worked(place: Workshop) -> None:
    """Record a bit of everything."""
    place.ok("log", "--done", "Reproduce", "--next", "Write the test", "--blocker", "CI is down")
    place.ok("log", "--decision", "Lock first", "--rationale", "Smallest change", "--context", "No refactor now")
    place.ok("log", "--discovery", "Lock ordering: watcher before sweeper", "--note", "Ask Ines in October")


def test_a_summary_tells_the_story(worktree: Workshop) -> None:
    """The summary holds state, decisions with reasons, steps, blockers, next steps, log and files."""
    worked(worktree)
    (worktree.root / "new.py").write_text("x = 1\n")
    text = worktree.ok("summary")
    for part in (
        "# Hand-off: Fix the race in the sweeper",
        "1 of 3 steps are done.",
        "- 1. Lock first (because: Smallest change)",
        "- [ ] Fix it",
        "- CI is down",
        "- Write the test",
        "- Ask Ines in October",
        "## Work log",
        "decision: Lock first (because: Smallest change)",
        "created   uncommitted new.py",
    ):
        assert part in text
    assert worktree.ok("summary", "--decisions").count("**Context**: No refactor now") == 1


def test_a_summary_tells_what_was_planned_and_delivered(worktree: Workshop) -> None:
    """Open milestones and work items are handed over with their IDs, and the log says what became of them."""
    worktree.ok("log", "--milestone", "The test is red", "--milestone", "Shipped")
    worktree.ok("log", "--deliverable", "A fixed sweeper")
    worktree.ok("log", "--reached", "M1", "--test", "pytest -q", "--passed", "3", "--failed", "1")
    item = worktree.session("item", "add", "Write the parser", "--json").data["id"]
    text = worktree.ok("summary")
    assert "## Milestones ahead\n\n- [ ] M2: Shipped\n" in text
    assert f"## Work items\n\n- open: {item} Write the parser\n" in text
    assert "## Deliverables\n\n- A fixed sweeper\n" in text
    assert "reached: M1: The test is red\n" in text
    assert "test: 3 passed, 1 failed: pytest -q\n" in text
    assert f"item: {item} open: Write the parser\n" in text


def test_an_export_writes_four_documents(worktree: Workshop) -> None:
    """`export --to` writes log, files, decisions and hand-off, named by number; again, over the old ones."""
    worked(worktree)
    for _ in range(2):
        worktree.ok("export", "--to", "out put")
    folder = worktree.root / "out put"
    assert sorted(path.name for path in folder.iterdir()) == [
        "SESSION-00001-DECISIONS.md",
        "SESSION-00001-FILES.txt",
        "SESSION-00001-HANDOFF.md",
        "SESSION-00001-LOG.md",
    ]
    assert "Lock first" in (folder / "SESSION-00001-DECISIONS.md").read_text()


def test_an_ended_session_keeps_its_summary(worktree: Workshop) -> None:
    """Closing writes the summary beside the journal and says where."""
    worked(worktree)
    key = worktree.value.key
    shown = worktree.ok("close", "--complete")
    assert f"Summary: .sessions/journal/{key}/summary.md" in shown
    assert "Lock first" in (worktree.sessions / "journal" / key / "summary.md").read_text()


@pytest.mark.parametrize("text", NAMED.values(), ids=NAMED.keys())
def test_tables_and_pages_hold_any_text(empty: Workshop, text: str) -> None:
    """CSV and JSON give a text back exactly, and no text becomes a tag of the page or a formula of a sheet."""
    empty.run("init", "x")
    empty.run("log", note=[text])
    said = empty.texts("note")[0]
    for kind in ("csv", "json", "html"):
        empty.run("export", to="out", format=kind)
    with (empty.root / "out" / "SESSION-00001-ENTRIES.csv").open(newline="") as stream:
        cells = [row["text"] for row in csv.DictReader(stream) if row["kind"] == "note"]
    assert [cell.removeprefix("'") if said[:1] in "=+-@\t" else cell for cell in cells] == [said]
    assert cells[0][:1] not in ("=", "+", "-", "@")
    data = json.loads((empty.root / "out" / "SESSION-00001.json").read_text())
    assert said in [entry["text"] for entry in data["entries"]]
    assert scripts_in((empty.root / "out" / "SESSION-00001.html").read_text()) == []


def scripts_in(page: str) -> list[str]:
    """Return the tags and attributes of a page through which it could run something or call out."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag in ("script", "img", "iframe", "object", "link", "svg", "base", "form"):
                found.append(tag)
            found.extend(name for name, value in attrs if name.startswith("on") or "javascript:" in (value or ""))

    Reader().feed(page)
    return found


def test_a_page_runs_nothing(empty: Workshop) -> None:
    """A session whose texts are HTML shows them as text."""
    empty.run("init", "x", goal="<script>alert(1)</script><img src=x onerror=alert(1)>")
    empty.run("log", note=["[a](javascript:alert(1)) ![b](http://127.0.0.1/x)"])
    empty.run("export", to="out", format="html")
    assert scripts_in((empty.root / "out" / "SESSION-00001.html").read_text()) == []


def test_wrong_exports_are_refused(workshop: Workshop) -> None:
    """An unknown format, or no folder, is a wrong call that writes nothing."""
    assert "md, csv, json, html" in workshop.session("export", "--to", "o", "--format", "doc").err
    assert workshop.session("export").code == 2
    assert not (workshop.root / "o").exists()


def test_the_overview_lists_all_and_leaves_what_people_wrote(empty: Workshop) -> None:
    """JOURNAL.md lists all sessions, newest first, and is made anew only between its marks."""
    empty.ok("init", "first", "--goal", "One | pipe")
    empty.ok("close", "--complete")
    empty.ok("init", "second", "--goal", "Two")
    empty.ok("journal")
    path = empty.sessions / "JOURNAL.md"
    text = path.read_text()
    assert text.index("### #00002 Two") < text.index("### #00001 One | pipe")
    assert "**By name**: `first`, `second`" in text
    path.write_text(f"My own words.\n\n{text}\nMore of mine.\n")
    empty.ok("init", "third", "--goal", "Three")
    empty.ok("journal")
    anew = path.read_text()
    assert anew.startswith("My own words.\n\n")
    assert anew.endswith("\nMore of mine.\n")
    assert anew.count(overview.BEGIN) == anew.count(overview.END) == 1
    assert "### #00003 Three" in anew


def test_every_record_is_an_event(workshop: Workshop) -> None:
    """The event log has a line for each record, four columns each, and can be made anew from the journals."""
    workshop.ok("log", "--progress", "a | b\nsecond line", "--done", "Reproduce")
    path = workshop.sessions / ".state" / "sessions.log"
    lines = path.read_text().splitlines()
    tracking = workshop.value.tracking_id
    assert [line.split(" | ")[1:] for line in lines] == [
        [tracking, "STARTED", "Fix the race in the sweeper"],
        [tracking, "DONE", "Reproduce"],
        [tracking, "PROGRESS", "a / b"],
    ]
    path.write_text("damaged")
    assert workshop.ok("events", "--rebuild") == "Made the event log anew: 3 lines.\n"
    assert path.read_text().splitlines() == lines
    assert [row["event"] for row in workshop.session("events", "--last", "2", "--json").data] == [
        "DONE",
        "PROGRESS",
    ]


def test_the_event_log_has_many_writers(workshop: Workshop) -> None:
    """Lines of writers at the same time do not mix."""
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda n: workshop.ok("log", "--note", f"note {n}"), range(18)))
    lines = (workshop.sessions / ".state" / "sessions.log").read_text().splitlines()
    assert sorted(line.split(" | ")[3] for line in lines[1:]) == sorted(f"note {n}" for n in range(18))


@pytest.mark.parametrize("kind", ["md", "csv", "json", "html"])
def test_an_export_replaces_its_own_files_alone(workshop: Workshop, tmp_path: Path, kind: str) -> None:
    """A second export replaces the first; a file that is no export, and any link, stays and is named."""
    folder = tmp_path / "out"
    workshop.ok("export", "--to", str(folder), "--format", kind)
    workshop.ok("export", "--to", str(folder), "--format", kind)
    first = sorted(folder.iterdir())[0]
    whole = first.read_bytes()
    first.write_text("my own words\n")
    refused = workshop.session("export", "--to", str(folder), "--format", kind)
    assert (refused.code, "is no export" in refused.err, first.read_text()) == (1, True, "my own words\n")
    for there in (True, False):
        first.unlink()
        target = tmp_path / f"target-{there}"
        if there:
            target.write_bytes(whole)
        first.symlink_to(target)
        refused = workshop.session("export", "--to", str(folder), "--format", kind)
        assert (refused.code, "is a link" in refused.err, target.exists()) == (1, True, there)


def test_no_linked_folder_of_a_repository_is_written_to(repository: Workshop, tmp_path: Path) -> None:
    """A folder in the project that is a link gets neither an export nor a report, also on the way further in."""
    repository.ok("init", "foo", "--goal", "g")
    outside = tmp_path / "outside"
    (outside / "in").mkdir(parents=True)
    (repository.root / "handover").symlink_to(outside)
    for name in ("handover", "handover/in", "handover/new/deep", "handover/../out"):
        refused = repository.session("export", "--to", name)
        assert (refused.code, "is a link" in refused.err) == (1, True), name
    (repository.root / "page.html").symlink_to(outside / "page.html")
    for name in ("handover/page.html", "page.html"):
        refused = repository.session("report", "--output", name)
        assert (refused.code, "is a link" in refused.err) == (1, True), name
    assert sorted(path.name for path in outside.rglob("*")) == ["in"]
