"""`.sessions-example/` is what a real folder looks like, and it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import structure
from workshop import ROOT

from session_journal import brief, journal
from session_journal.document import Document
from session_journal.journal import Entry
from session_journal.store import Loaded, Store

EXAMPLE = ROOT / ".sessions-example"


@pytest.fixture
def store() -> Store:
    """Return a store that reads the example in its place."""
    store = Store(str(ROOT))
    store.folder = str(EXAMPLE)
    return store


def everything(store: Store) -> list[Loaded]:
    """Return the example's sessions, the open one first."""
    return [store.load(path) for path in (*store.active_paths(), *store.archive_paths())]


def entries_of(store: Store, loaded: Loaded) -> list[Entry]:
    """Return a session's entries, oldest first, each of which must be readable."""
    written = store.journal(loaded.session.key)
    return [written.read(name) for name in written.names()]


def test_it_shows_an_open_and_an_ended_session(store: Store) -> None:
    """Documents lie where their status says, under names that end in their keys."""
    found = everything(store)
    assert [(x.session.shortname, x.session.status) for x in found] == [
        ("fix-sweep-bug", "active"),
        ("implement-rbf", "completed"),
    ]
    assert all(Path(x.path).stem == f"{x.session.shortname}-{x.session.key}" for x in found)


def test_documents_hold_what_their_journals_hold(store: Store) -> None:
    """Each document names its journal's last entry; every entry is of a kind that is known."""
    for loaded in everything(store):
        entries = entries_of(store, loaded)
        assert loaded.session.last_entry == entries[-1].name
        assert entries[0].kind == "started"
        assert {entry.kind for entry in entries} <= set(journal.KINDS)
        assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
        assert loaded.session.compaction_count == sum(entry.kind == "compaction" for entry in entries)
        assert len(loaded.session.decisions) == sum(entry.kind == "decision" for entry in entries)
        assert loaded.session.done_count == sum(entry.kind == "done" for entry in entries)


def test_the_quick_context_files_are_the_briefs(store: Store) -> None:
    """progress.md is the brief of what the document says."""
    for loaded in everything(store):
        written = store.journal(loaded.session.key)
        text = (EXAMPLE / "journal" / loaded.session.key / "progress.md").read_text()
        assert text.startswith(f"# Session record: {loaded.session.title}\n")
        assert f"{loaded.session.done_count}/{len(loaded.session.steps)} steps complete" in text
        assert len(text) <= brief.BUDGET
        assert written.names()


def test_the_open_one_has_the_documented_shape() -> None:
    """The open document has exactly the sections of the documented one, in their order."""
    (path,) = (EXAMPLE / "active").glob("*.md")
    shape = Document.parse((ROOT / "tests" / "data" / "document.md").read_text())
    assert structure(Document.parse(path.read_text())) == structure(shape)


def test_nothing_of_one_machine_is_in_it() -> None:
    """It is shared as docs/format.md says: only this machine's own state stays out of the repository."""
    assert not (EXAMPLE / ".state").exists()
    assert ".state/" in (EXAMPLE / ".gitignore").read_text().split()
    assert all(b"/home/" not in path.read_bytes() for path in EXAMPLE.rglob("*") if path.is_file())
