"""The index: right after every change of the files, whatever happened to it, and with others at work."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from workshop import ROOT, Workshop

from session_journal import search
from session_journal.store import Store

sys.path.insert(0, str(ROOT / "bench"))
import stores


def found(root: Path, text: str, limit: int = 50) -> list[str]:
    """Return what hits say; nothing may stand in the way."""
    results = search.find(Store(str(root)), search.Wanted(text=text, limit=limit))
    assert results.notes == ()
    return [hit.text for hit in results.hits]


def index_of(root: Path) -> Path:
    """Return where the index is."""
    return root / ".sessions" / ".state" / "search.db"


def test_hand_edits_and_deletions_show_at_once(workshop: Workshop) -> None:
    """A document or an entry edited in its place or deleted, a document moved or gone: the next search knows."""
    workshop.run("log", note="The marmot sleeps", discovery="A marmot whistles")
    assert len(found(workshop.root, "marmot")) == 2
    workshop.text = workshop.text + "\n## Mine\nMarmots dig\n"
    assert any("Marmots dig" in text for text in found(workshop.root, "marmot"))
    (note,) = workshop.sessions.glob("journal/*/entries/*-note-*.md")
    note.write_text(note.read_text().replace("The marmot sleeps", "The ocelot sleeps"))
    assert "The ocelot sleeps" in found(workshop.root, "ocelot")
    note.unlink()
    workshop.text = workshop.text.replace("The marmot sleeps", "It")
    assert found(workshop.root, "ocelot") == []
    (discovery,) = workshop.sessions.glob("journal/*/entries/*-discovery-*.md")
    discovery.unlink()
    assert any("marmot whistles" in text for text in found(workshop.root, "marmot whistles"))
    path = workshop.path
    moved = workshop.sessions / "archive" / "2025" / path.name
    moved.parent.mkdir(parents=True)
    path.rename(moved)
    hits = search.find(Store(str(workshop.root)), search.Wanted(text="Marmots dig")).hits
    assert [hit.path for hit in hits] == [f".sessions/archive/2025/{path.name}"]
    moved.unlink()
    assert found(workshop.root, "Marmots dig") == []


def test_what_was_edited_back_in_time_shows_too(workshop: Workshop) -> None:
    """A file whose time of change was set back is read again: the times that count cannot be set."""
    assert found(workshop.root, "pangolin") == []
    before = workshop.path.stat()
    workshop.text = workshop.text + "\nA pangolin\n"
    os.utime(workshop.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert any("A pangolin" in text for text in found(workshop.root, "pangolin"))


def test_parts_of_words_that_come_later_are_found(workshop: Workshop) -> None:
    """The inside of a word, of one in quotes and of a name, is found when its first entry came after the index."""
    workshop.run("log", note="The marmot sleeps")
    assert found(workshop.root, "ocelo") == []
    workshop.run("log", note="An ocelot guards drainOldCanoe in marmot_burrow.go")
    for part in ("celot", '"celot guards"', "ldCano", "urrow.go"):
        assert found(workshop.root, part) == ["An ocelot guards drainOldCanoe in marmot_burrow.go"], part


def damages() -> dict[str, object]:
    """Return ways to damage an index."""

    def truncated(path: Path) -> None:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    def scribbled(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[5000:9000] = os.urandom(4000)
        path.write_bytes(data)

    def old(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA user_version = 0")
        connection.close()
        os.utime(path, ns=(0, 0))

    def open_to_all(path: Path) -> None:
        path.chmod(0o666)

    def copied(path: Path) -> None:
        data, there = path.read_bytes(), path.stat()
        path.unlink()
        path.write_bytes(data)
        path.chmod(0o600)
        os.utime(path, ns=(there.st_atime_ns, there.st_mtime_ns))

    def planted(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.execute("UPDATE passages SET text = 'a planted text'")
        connection.commit()
        connection.close()

    def linked(path: Path) -> None:
        path.rename(path.with_name("elsewhere.db"))
        path.symlink_to("elsewhere.db")

    ways = (truncated, scribbled, old, open_to_all, copied, planted, linked)
    return {
        "empty": lambda path: path.write_bytes(b""),
        "text": lambda path: path.write_text("x" * 9000),
        "journal": lambda path: path.with_name("search.db-journal").write_bytes(os.urandom(3000)),
        **{way.__name__: way for way in ways},
    }


@pytest.mark.parametrize("way", damages())
def test_a_damaged_index_is_made_anew(workshop: Workshop, way: str) -> None:
    """Whatever was done to the file, the next search is right, says nothing of it, and leaves a private file."""
    workshop.run("log", note="The marmot sleeps")
    assert len(found(workshop.root, "marmot")) == 1
    damage = damages()[way]
    assert callable(damage)
    damage(index_of(workshop.root))
    workshop.run("log", note="Another marmot")
    assert len(found(workshop.root, "marmot")) == 2
    assert found(workshop.root, "planted") == []
    assert index_of(workshop.root).stat().st_mode & 0o177 == 0


@pytest.mark.parametrize("way", ["folder in its place", "no folder", "read-only"])
def test_without_an_index_all_files_are_read(workshop: Workshop, way: str) -> None:
    """Where there can be no index, the search answers the same, and says in a sentence why it is slow."""
    workshop.run("log", decision="The marmot sleeps in sweeper.go:245", rationale="Winter")
    state = workshop.sessions / ".state"
    if way == "folder in its place":
        (state / "search.db").mkdir()
    else:
        state.rename(workshop.sessions / ".gone")
        state.write_text("") if way == "no folder" else state.symlink_to("/proc")
    for asked in ("marmot", "weeper.go:245", "armo", "sleeps marm"):
        results = search.find(Store(str(workshop.root)), search.Wanted(text=asked))
        assert [hit.kind for hit in results.hits] == ["decision"]
        (note,) = results.notes
        assert "all files were read instead" in note


def test_without_sqlite_all_files_are_read(workshop: Workshop) -> None:
    """A Python without SQLite answers as well, and names what is missing."""
    workshop.run("log", note="The marmot sleeps")
    program = (
        "import sys; sys.modules['sqlite3'] = None; from session_journal.__main__ import main; "
        "sys.argv = ['session', 'search', 'marmot']; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=workshop.root, env=workshop.environ(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert "**marmot**" in done.stdout, done.stderr
    assert "This Python has no SQLite" in done.stdout


def test_no_hook_knows_the_index(workshop: Workshop) -> None:
    """Neither a start, a prompt, a compaction nor an end makes or touches an index, or imports SQLite."""
    workshop.starts()
    workshop.types("where were we?")
    workshop.compacts()
    workshop.hook("session_end", {"session_id": "c1", "reason": "other"})
    assert not index_of(workshop.root).exists()


def test_a_killed_indexing_leaves_nothing_wrong(tmp_path: Path) -> None:
    """A process killed at any moment of its indexing leaves a store in which the next search is right."""
    stores.make(tmp_path, 60)
    program = (
        "import sys; from session_journal import search; from session_journal.store import Store; "
        f"print('go', flush=True); search.find(Store({str(tmp_path)!r}), search.Wanted(text='lock'))"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    for moment in (0.0, 0.02, 0.05, 0.1, 0.2):
        with subprocess.Popen([sys.executable, "-c", program], env=environ, stdout=subprocess.PIPE) as child:
            assert child.stdout
            child.stdout.readline()
            time.sleep(moment)
            child.send_signal(signal.SIGKILL)
        (entry,) = list((tmp_path / ".sessions" / "journal").iterdir())[:1]
        path = entry / "entries" / f"20260101T100000.{int(moment * 1000):06d}Z-note-aaaa.md"
        path.write_text(f"---\nkind: note\n---\nmarmot{int(moment * 1000)}\n")
    words = {f"marmot{number}" for number in (0, 20, 50, 100, 200)}
    assert {text for text in found(tmp_path, "marmot") if text in words} == words
    state = index_of(tmp_path).parent
    assert [path.name for path in state.iterdir() if path.name.endswith(".tmp")] == []


def test_many_search_and_record_at_once(workshop: Workshop) -> None:
    """Eight processes that record and search at the same time each find what they recorded themselves."""
    program = (
        "import sys; from session_journal import search, api; from session_journal.store import Store; "
        "root, me = sys.argv[1:]; work = api.open_store(root).find('fix-sweep-bug')\n"
        "for n in range(3):\n"
        "    work.log('note', f'marmot{me}x{n} sleeps')\n"
        "    wanted = search.Wanted(text=f'marmot{me}x{n}')\n"
        "    got = search.find(Store(root), wanted, effort=search.Effort(lock=60.0))\n"
        "    assert len(got.hits) == 1 and not got.notes, got\n"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", program, str(workshop.root)]
    children = [
        subprocess.Popen([*command, str(me)], env=environ, stderr=subprocess.PIPE, text=True) for me in range(8)
    ]
    for child in children:
        _, err = child.communicate(timeout=120)
        assert child.returncode == 0, err
    assert len(found(workshop.root, "marmot")) == 24


def test_what_came_from_elsewhere_is_not_for_the_agent(empty: Workshop) -> None:
    """Sessions and learnings that were not made here are found and marked in a terminal, and only counted else."""
    stores.make(empty.root, 10)
    (empty.sessions / "knowledge").mkdir()
    (empty.sessions / "knowledge" / "patterns.md").write_text("## Lock the marmot\n\n- Why: lock\n")
    (document,) = list(empty.sessions.glob("archive/*.md"))[:1]
    document.write_text("broken lock\n")
    list(empty.sessions.glob("archive/*.md"))[1].unlink()
    told = empty.ok("search", "lock", "--limit", "200")
    assert told.count(" · from elsewhere, not taken up here") > 30
    assert "Lock** the marmot" in told
    for kept in (empty.ok("search", "lock", conversation="c1"), empty.types("/session-search lock").context):
        assert "left out" in kept
        assert "**lock**" not in kept.lower()


def test_a_store_to_measure_in_is_read_without_problems(tmp_path: Path) -> None:
    """What bench/stores.py makes is a store whose sessions and entries can be read, the same each time."""
    assert stores.make(tmp_path / "one", 30, seed=5) == 600
    stores.make(tmp_path / "two", 30, seed=5)
    store = Store(str(tmp_path / "one"))
    listing = store.all_sessions()
    assert listing.problems == ()
    assert len(listing.sessions) == 30
    assert len(store.open_sessions().sessions) == 3
    for loaded in listing.sessions:
        journal = store.journal(loaded.session.key)
        assert len(journal.all()) == 20
        assert loaded.session.last_entry == journal.names()[-1]
        assert loaded.session.decisions
    files = [
        {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.md")}
        for root in (tmp_path / "one", tmp_path / "two")
    ]
    assert files[0] == files[1]
