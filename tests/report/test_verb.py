"""`session report`: where the page goes, what is refused, what a program is told."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
from workshop import Workshop

from session_journal.errors import Refused


def page_of(workshop: Workshop) -> Path:
    """Return where the page of the one session goes by itself."""
    return workshop.sessions / ".state" / "reports" / f"{workshop.path.stem}.html"


def test_the_page_goes_where_git_does_not_look(worktree: Workshop) -> None:
    """It is written into .sessions/.state/reports, readable by its owner alone, and its path is said."""
    said = worktree.ok("report")
    path = page_of(worktree)
    assert said == f"Wrote {path}\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.read_text().startswith("<!doctype html>")
    assert "Fix the race in the sweeper" in path.read_text()
    assert worktree.git("status", "--porcelain") == ""


def test_all_sessions_have_a_page_of_their_own(workshop: Workshop) -> None:
    """--all writes another file, with every session in it."""
    workshop.run("init", "another", goal="Another goal")
    workshop.ok("report", "--all")
    text = (workshop.sessions / ".state/reports/all.html").read_text()
    assert "fix-sweep-bug" in text
    assert "another" in text


def test_a_page_replaces_an_older_one_and_nothing_else(workshop: Workshop) -> None:
    """--output writes a page over a page, and refuses to write over a file that is none."""
    workshop.ok("report", "--output", "story.html")
    workshop.run("log", note="Later")
    workshop.ok("report", "--output", "story.html")
    assert "Later" in (workshop.root / "story.html").read_text()
    (workshop.root / "notes.md").write_text("mine")
    refused = workshop.session("report", "--output", "notes.md")
    assert (refused.code, (workshop.root / "notes.md").read_text()) == (1, "mine")
    assert "is no report" in refused.err


def test_a_missing_folder_is_refused(workshop: Workshop) -> None:
    """A page is not written into a folder that is not there; the sentence names it."""
    outcome = workshop.session("report", "--output", "nowhere/story.html")
    assert outcome.code == 1
    assert "nowhere/story.html" in outcome.err
    assert not (workshop.root / "nowhere").exists()


@pytest.mark.parametrize("linked", ["reports", "page"])
def test_no_link_leads_the_page_out(workshop: Workshop, tmp_path: Path, linked: str) -> None:
    """A link in the place of the folder or the page is refused, and what it leads to stays as it was."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "victim").write_text("mine")
    path = page_of(workshop)
    if linked == "reports":
        path.parent.symlink_to(outside)
    else:
        path.parent.mkdir()
        path.symlink_to(outside / "victim")
    outcome = workshop.session("report")
    assert outcome.code == 1
    assert "is a link that leads out of .sessions" in outcome.err
    assert [(each.name, each.read_text()) for each in outside.iterdir()] == [("victim", "mine")]


def test_the_page_can_be_printed(workshop: Workshop) -> None:
    """`--output -` prints the page byte for byte, for a pipe; with --json or --open it is refused."""
    text = workshop.ok("report", "--output", "-")
    assert text.startswith("<!doctype html>")
    assert text.endswith("</html>\n")
    assert "<script>" in text
    assert not (workshop.sessions / ".state/reports").exists()
    assert workshop.session("report", "--output", "-", "--json").code == 2


def test_a_typed_line_does_not_print_the_page(workshop: Workshop) -> None:
    """In the client the page is named, never put into the conversation."""
    context = workshop.types("/session-report").context
    assert f"Wrote {page_of(workshop)}" in context
    assert "doctype" not in workshop.types("/session-report --output -").context


def opener(folder: Path, code: int) -> Path:
    """Make a system's opener that notes what it was given."""
    folder.mkdir()
    for name in ("xdg-open", "open"):
        (folder / name).write_text(f'#!/bin/sh\nprintf "%s|" "$@" >"{folder}/opened"\nexit {code}\n')
        (folder / name).chmod(0o755)
    return folder / "opened"


def test_the_page_is_opened_without_a_shell(empty: Workshop, tmp_path: Path) -> None:
    """--open hands the path to the system's opener as one word, whatever stands in it."""
    folder = empty.root / "a $(touch pwned) 'b"
    folder.mkdir()
    empty.ok("init", "one", cwd=folder)
    opened = opener(tmp_path / "bin", 0)
    env = {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "DISPLAY": ":9"}
    said = empty.ok("report", "--open", "--output", "a b.html", cwd=folder, env=env)
    assert opened.read_text() == f"{folder}/a b.html|"
    assert said.endswith("Opened it.\n")
    assert not (folder / "pwned").exists()


@pytest.mark.parametrize("there", [True, False])
def test_where_nothing_opens_pages_it_is_said(workshop: Workshop, tmp_path: Path, there: bool) -> None:
    """Without an opener, or with one that fails, the page is there and the sentence says what to do."""
    opener(tmp_path / "bin", 3)
    path = str(tmp_path / "bin") if there else "/nonexistent"
    outcome = workshop.session("report", "--open", env={"PATH": path, "WAYLAND_DISPLAY": "wayland-0"})
    assert outcome.code == 1
    assert "open it in a browser" in outcome.err
    assert page_of(workshop).exists()


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac has a display")
def test_without_a_display_nothing_is_opened(workshop: Workshop, tmp_path: Path) -> None:
    """Where no window can be shown the opener is not asked and it is said, unless the person names a browser."""
    opened = opener(tmp_path / "bin", 0)
    env = {"PATH": str(tmp_path / "bin"), "DISPLAY": "", "WAYLAND_DISPLAY": "", "BROWSER": ""}
    outcome = workshop.session("report", "--open", env=env)
    assert (outcome.code, opened.exists(), page_of(workshop).exists()) == (1, False, True)
    assert "there is no display here" in outcome.err
    assert "Opened" not in outcome.out + outcome.err
    assert workshop.ok("report", "--open", env={**env, "BROWSER": "lynx"}).endswith("Opened it.\n")


def test_the_page_of_all_leads_to_those_of_its_sessions(workshop: Workshop) -> None:
    """A session's name is a link where its page, and no other file, lies beside; else it is said how."""
    own = page_of(workshop).name
    workshop.run("init", "another", goal="Another goal")
    folder = workshop.sessions / ".state" / "reports"
    key = next(path.stem for path in (workshop.sessions / "active").glob("another-*.md"))
    workshop.ok("report", "--all")
    text = (folder / "all.html").read_text()
    assert "No session has a page of its own beside this one yet." in text
    assert ".html" not in text
    workshop.ok("report", "fix-sweep-bug")
    (folder / f"{key}.html").write_text("somebody else's")
    workshop.ok("report", "--all")
    links = re.findall(r'href="([^"#]+)"', (folder / "all.html").read_text())
    assert links == [own]
    workshop.ok("report", "another", "--output", "another.html")
    workshop.ok("report", "--all", "--output", "all.html")
    assert ".html" not in (workshop.root / "all.html").read_text()


def test_programs_get_the_data_of_the_page(workshop: Workshop) -> None:
    """--json tells the path, the figures and the timeline; for all, the rows."""
    workshop.run("log", decision="Lock", rationale="Cheap")
    data = json.loads(workshop.ok("report", "--json"))
    assert data["path"] == str(page_of(workshop))
    assert [one["kind"] for one in data["timeline"]] == ["started", "decision"]
    assert data["timeline"][1]["more"]["Why"] == "Cheap"
    assert (data["figures"]["items"], data["left_out"]) == ({"total": 3, "done": 0, "open": 3}, 0)
    everything = json.loads(workshop.ok("report", "--all", "--json"))
    assert [(row["shortname"], row["decisions"]) for row in everything["sessions"]] == [("fix-sweep-bug", 1)]
    assert everything["figures"]["sessions"] == 1


def test_one_or_all(workshop: Workshop) -> None:
    """A name and --all together are a wrong call; no session is a refusal."""
    assert workshop.session("report", "fix-sweep-bug", "--all").code == 2
    assert workshop.session("report", "nothing-like-it").code == 1


def test_a_hook_refuses_to_print(workshop: Workshop) -> None:
    """The verb itself knows where it runs."""
    from session_journal import verbs
    from session_journal.verbs.verb import Words

    project = workshop.project().replace(hook=True)
    with pytest.raises(Refused, match="in a terminal only"):
        verbs.load("report").run(project, Words("", {"output": ["-"]}))
