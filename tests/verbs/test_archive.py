"""`session archive`: sessions that ended long ago go into a folder for their year, and are still found."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop import Workshop

from session_journal import archiving, timestamps
from session_journal.errors import WrongCall


def at(text: str) -> int:
    """Return the instant of a date."""
    instant = timestamps.parse(text)
    assert instant is not None
    return instant


@pytest.fixture
def place(empty: Workshop) -> Workshop:
    """Return a project with sessions that ended in 2023, 2024 and 2025, and an open one."""
    for year in (2023, 2024, 2025):
        empty.run("init", f"work-{year}", present=at(f"{year}-01-01"))
        if year == 2024:
            empty.run("close", "work-2024", present=at("2024-06-01"), abandon="", reason="superseded")
        else:
            empty.run("close", f"work-{year}", present=at(f"{year}-06-01"), complete="")
    empty.run("init", "open")
    return empty


def archived(place: Workshop) -> dict[str, str]:
    """Return the folder of each archived document below `archive`, by its shortname."""
    folder = place.sessions / "archive"
    paths = [path for path in folder.rglob("*.md") if path.is_file()]
    return {path.stem.rpartition("-")[0]: str(path.parent.relative_to(folder)) for path in paths}


def test_what_ended_before_the_date_moves_into_its_year(place: Workshop) -> None:
    """Completed and abandoned ones move with their bytes; later ones and the open one stay."""
    before = {path.name: path.read_bytes() for path in (place.sessions / "archive").glob("*.md")}
    out = place.ok("archive", "--before", "2025-01-01")
    assert archived(place) == {"work-2023": "2023", "work-2024": "2024", "work-2025": "."}
    assert {path.name: path.read_bytes() for path in (place.sessions / "archive").rglob("*.md")} == before
    assert out.startswith("Moved 2 sessions that ended before 2025-01-01:\nwork-2023, ended 2023-06-01: ")
    assert place.value.shortname == "open"


def test_moved_sessions_are_still_found(place: Workshop) -> None:
    """By name, key, number and tracking ID, in the list, and with their journal; the brief names the new path."""
    place.ok("archive", "--before", "2999-01-01")
    data = place.session("view", "work-2024", "--json").data
    assert data["path"] == f".sessions/archive/2024/work-2024-{data['key']}.md"
    for ref in (data["key"], data["number"], data["tracking_id"], data["id"], "work-2024"):
        assert place.session("view", ref, "--json").data["id"] == data["id"]
    assert "superseded" in place.ok("view", "work-2024", "--journal")
    assert {row["shortname"] for row in place.session("list", "--all", "--json").data} >= {
        "work-2023",
        "work-2025",
    }
    assert data["path"] in (place.sessions / "journal" / data["key"] / "progress.md").read_text()


def test_numbers_go_on_after_archiving(place: Workshop) -> None:
    """A number in a year's folder is taken, also when the counter was lost."""
    place.ok("archive", "--before", "2999-01-01")
    (place.sessions / ".state" / "last_number").unlink()
    place.ok("init", "next")
    assert place.session("view", "next", "--json").data["number"] == "00005"


def test_a_dry_run_only_tells(place: Workshop) -> None:
    """The same is said and nothing is written."""
    before = place.bytes_of(".sessions")
    out = place.ok("archive", "--before", "2025-01-01", "--dry-run")
    assert out.startswith("Would move 2 sessions")
    assert place.bytes_of(".sessions") == before
    data = place.session("archive", "--before", "2025-01-01", "--dry-run", "--json").data
    assert (data["dry_run"], [row["shortname"] for row in data["moved"]]) == (True, ["work-2023", "work-2024"])


def test_twice_is_once(place: Workshop) -> None:
    """What is in a year's folder stays there."""
    place.ok("archive", "--before", "30d")
    before = place.bytes_of(".sessions")
    assert place.ok("archive", "--before", "30d").startswith("Moved 0 sessions")
    assert place.bytes_of(".sessions") == before


def test_a_time_ago_is_a_date_too() -> None:
    """Days and weeks count back from now; anything else that is no date is refused."""
    present = at("2026-03-31T12:00:00")
    assert archiving.before("30d", present) == at("2026-03-01T12:00:00")
    assert archiving.before("4w", present) == at("2026-03-03T12:00:00")
    assert archiving.before("2026-01-31", present) == at("2026-01-31")
    for wrong in ("", "soon", "d", "-1d", "1y", "30", "2026-13-01", "\u0663d"):
        with pytest.raises(WrongCall):
            archiving.before(wrong, present)


def test_a_wrong_call_is_told(place: Workshop) -> None:
    """Without a date, with none that is one, and without sessions."""
    assert place.session("archive").code == 2
    assert place.session("archive", "--before", "some day").code == 2
    outcome = place.session("archive", "--before", "30d", cwd=place.home)
    assert outcome.code == 1
    assert "No sessions" in outcome.err


def test_what_is_in_the_way_is_left_and_told(place: Workshop) -> None:
    """A file where one would go is not replaced, a broken one is skipped, and the others move."""
    folder = place.sessions / "archive"
    (document,) = folder.glob("work-2023-*.md")
    (folder / "2023").mkdir()
    (folder / "2023" / document.name).write_text("mine\n")
    (folder / "broken-abcdef.md").write_text("---\nid: nothing\n---\n")
    out = place.ok("archive", "--before", "2999-01-01")
    assert out.count("Skipped: ") >= 2
    assert "is already there" in out
    assert document.exists()
    assert (folder / "2023" / document.name).read_text() == "mine\n"
    assert (folder / "broken-abcdef.md").exists()
    assert archived(place)["work-2025"] == "2025"


def test_an_ended_session_that_a_crash_left_among_the_open_moves_too(place: Workshop) -> None:
    """Its document goes from where it lies."""
    (document,) = (place.sessions / "archive").glob("work-2023-*.md")
    document.rename(place.sessions / "active" / document.name)
    place.ok("archive", "--before", "2024-01-01")
    assert Path(place.sessions / "archive" / "2023" / document.name).exists()
