"""What is kept of the archive for lists and figures is what the documents say, whatever happened to either."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from workshop import ROOT, Workshop

from session_journal.catalogue import NAME, Catalogue
from session_journal.outline import Outline


@pytest.fixture
def archive(workshop: Workshop) -> Workshop:
    """Return a project with three ended sessions and an open one."""
    for name in ("one", "two", "three"):
        workshop.run("init", name, goal=f"The goal of {name}", tag=["billing"] if name == "two" else [])
        workshop.run("close", name, complete="")
    return workshop


def outlines(workshop: Workshop) -> list[Outline]:
    """Return what the catalogue yields."""
    with closing(Catalogue(workshop.project().store)) as catalogue:
        return list(catalogue.ended())


def names(workshop: Workshop) -> list[str]:
    """Return the shortnames of what the catalogue yields."""
    return [one.shortname for one in outlines(workshop)]


def document(workshop: Workshop, name: str) -> Path:
    """Return the path of an archived document."""
    (path,) = (workshop.sessions / "archive").glob(f"{name}-*.md")
    return path


def database(workshop: Workshop) -> Path:
    """Return where the catalogue is kept."""
    return workshop.sessions / ".state" / NAME


def test_it_yields_what_the_documents_say(archive: Workshop) -> None:
    """Each ended session is outlined with what its document says, the one written last first."""
    store = archive.project().store
    read = store.ended_sessions().sessions
    assert [one.shortname for one in outlines(archive)] == [x.session.shortname for x in read]
    for one, loaded in zip(outlines(archive), read, strict=True):
        value = loaded.session
        for field in ("id", "shortname", "status", "number", "created", "updated", "tags", "group", "parent"):
            assert getattr(one, field) == getattr(value, field)
        assert (one.path, one.done, one.total) == (loaded.path, value.done_count, len(value.steps))


def test_a_second_look_reads_no_document(archive: Workshop) -> None:
    """What has not changed is not read again: it is listed although it cannot be read any more."""
    before = names(archive)
    for path in (archive.sessions / "archive").glob("*.md"):
        content = path.read_bytes()
        times = (path.stat().st_atime_ns, path.stat().st_mtime_ns)
        path.write_bytes(b"\0" * len(content))  # as large and as old as before
        os.utime(path, ns=times)
    assert names(archive) == before


def test_changes_by_hand_are_seen(archive: Workshop) -> None:
    """An edit in place, a new file, a removed and a renamed one are seen at the next look."""
    assert sorted(names(archive)) == ["one", "three", "two"]
    path = document(archive, "two")
    path.write_text(path.read_text().replace("shortname: two", "shortname: edited"))
    assert sorted(names(archive)) == ["edited", "one", "three"]
    document(archive, "one").unlink()
    assert sorted(names(archive)) == ["edited", "three"]
    path.rename(path.with_name("other" + path.name[3:]))
    assert sorted(names(archive)) == ["edited", "three"]
    archive.run("init", "four", goal="x")
    archive.run("close", "four", complete="")
    assert sorted(names(archive)) == ["edited", "four", "three"]


def test_a_document_that_cannot_be_read_is_named_each_time(archive: Workshop) -> None:
    """A broken document is a problem of every list, and the others are listed."""
    document(archive, "two").write_text("---\nid: [\n---\n")
    for _ in range(2):
        shown = archive.run("list", all="").whole()
        assert "Skipped: .sessions/archive/two-" in shown
        assert "three" in shown


def test_copies_are_listed_once(archive: Workshop) -> None:
    """Of documents with the same id the one named by its key is listed; the copy is named."""
    path = document(archive, "two")
    shutil.copyfile(path, path.with_name("two (copy).md"))
    assert sorted(names(archive)) == ["one", "three", "two"]
    assert "two (copy).md: is a copy of" in archive.run("list", all="").whole()


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"no database"),
        lambda path: path.write_bytes(path.read_bytes()[:1000]),
        lambda path: path.write_bytes(os.urandom(5000)),
        lambda path: path.write_bytes(b""),
        lambda path: path.unlink(),
        lambda path: path.unlink() or path.mkdir(),
        lambda path: path.unlink() or path.symlink_to("/dev/zero"),
        lambda path: (path.unlink(), os.mkfifo(path)),  # type: ignore[func-returns-value]
        lambda path: path.chmod(0o666),
    ],
)
def test_a_damaged_catalogue_is_made_anew(archive: Workshop, damage: object) -> None:
    """Whatever lies in its place, the list is right, now and the next time."""
    before = outlines(archive)
    damage(database(archive))  # type: ignore[operator]
    assert outlines(archive) == before
    assert outlines(archive) == before


def test_one_of_another_version_is_made_anew(archive: Workshop) -> None:
    """A catalogue that a later version wrote is not trusted."""
    before = outlines(archive)
    with closing(sqlite3.connect(database(archive))) as connection, connection:
        connection.execute("UPDATE rows SET facts = '{}'")
        connection.execute("PRAGMA user_version = 99")
    assert outlines(archive) == before


def test_rows_that_make_no_sense_are_made_anew(archive: Workshop) -> None:
    """Rows that hold something else than ours do not end the list."""
    before = outlines(archive)
    with closing(sqlite3.connect(database(archive))) as connection, connection:
        connection.execute("UPDATE rows SET facts = '[]'")
    assert outlines(archive) == before


def test_a_forged_one_is_not_believed(archive: Workshop) -> None:
    """A catalogue with more in it than ours, or one made elsewhere, tells nobody anything."""
    before = outlines(archive)
    trigger = (
        """CREATE TRIGGER t AFTER INSERT ON rows BEGIN UPDATE rows SET facts = '{"id": "/etc/passwd"}'; END"""
    )
    with closing(sqlite3.connect(database(archive))) as connection, connection:
        connection.execute(trigger)
        connection.execute("DELETE FROM rows")
    assert outlines(archive) == before
    copy = database(archive).with_name("copy")
    with closing(sqlite3.connect(database(archive))) as connection, connection:
        connection.execute("UPDATE rows SET facts = replace(facts, 'two', 'EVIL')")
    shutil.copyfile(database(archive), copy)
    copy.chmod(0o600)
    database(archive).unlink()
    copy.rename(database(archive))
    assert outlines(archive) == before


def test_an_id_that_is_none_is_not_believed(archive: Workshop) -> None:
    """A row whose id could lead somewhere is read from its document instead."""
    before = outlines(archive)
    with closing(sqlite3.connect(database(archive))) as connection, connection:
        (facts,) = connection.execute("SELECT facts FROM rows LIMIT 1").fetchone()
        forged = json.dumps({**json.loads(facts), "id": "/etc/passwd", "shortname": "EVIL"})
        connection.execute("UPDATE rows SET facts = ?", (forged,))
    assert outlines(archive) == before


def test_it_is_private(archive: Workshop) -> None:
    """What is kept can be read by its owner alone."""
    outlines(archive)
    assert database(archive).stat().st_mode & 0o777 == 0o600


def test_a_locked_one_is_done_without(archive: Workshop) -> None:
    """While another process holds it the list is made without it."""
    before = outlines(archive)
    with closing(sqlite3.connect(database(archive), isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        document(archive, "two").touch()
        assert outlines(archive) == before


def test_many_at_once(archive: Workshop) -> None:
    """Processes that list at the same time all list everything."""
    command = [sys.executable, "-m", "session_journal", "list", "--all", "--json"]
    running = [
        subprocess.Popen(command, cwd=archive.root, env=archive.environ(), stdout=subprocess.PIPE)
        for _ in range(6)
    ]
    for process in running:
        out, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        assert len(json.loads(out)) == 4


def test_beyond_a_page_the_columns_stay_in_line(tmp_path: Path) -> None:
    """A list of thousands is printed in one table, all of it, as text and as data."""
    maker = ROOT / "bench" / "stores.py"
    shop = Workshop(tmp_path)
    subprocess.run(
        [sys.executable, str(maker), str(shop.root), "--sessions", "2100", "--entries", "1"],
        check=True,
        capture_output=True,
    )
    lines = shop.ok("list", "--all").splitlines()
    assert len(lines) == 2100
    assert len({line.index("  ", 7) for line in lines if len(line.split()[1]) == 20}) <= 1
    assert len(json.loads(shop.ok("list", "--all", "--json"))) == 2100
    assert json.loads(shop.ok("stats", "--all", "--json"))["sessions"] == 2100
