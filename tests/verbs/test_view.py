"""Reading a session, and the lists of them."""

from __future__ import annotations

import pytest
from workshop import Workshop


@pytest.fixture
def rich(workshop: Workshop) -> Workshop:
    """Return a session with something under every heading."""
    workshop.run("log", done="Reproduce", progress="Found\nthe place", next="Write the lock")
    workshop.run(
        "log",
        decision="Lock first",
        rationale="Simple",
        discovery="Lock order: a, b",
        blocker="No access",
        note="n",
    )
    return workshop


def test_the_document_is_shown_as_it_is(rich: Workshop) -> None:
    """Without a part `view` prints the document."""
    assert rich.ok("view") == rich.text
    assert rich.ok("view", "fix-sweep") == rich.text
    assert rich.ok("view", "--session", "1") == rich.text


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (
            "progress",
            [
                "## Progress",
                "1/3 steps complete",
                "- [x] Reproduce",
                "- [ ] Fix it  <- CURRENT",
                "- [ ] Add a test",
                "- Found",
                "  the place",
            ],
        ),
        ("decisions", ["## Decisions", "1. Lock first (because: Simple)"]),
        ("discoveries", ["## Discoveries", "1. Lock order: a, b"]),
        ("blockers", ["## Blockers", "1. No access"]),
        ("next", ["## Next", "1. Write the lock"]),
    ],
)
def test_parts_are_shown_alone(rich: Workshop, part: str, lines: list[str]) -> None:
    """Each part can be asked for, as text for people and as data."""
    assert rich.ok("view", f"--{part}").splitlines() == lines
    assert list(rich.session("view", f"--{part}", "--json").data) == [part]


def test_several_parts_come_in_the_order_of_the_document(rich: Workshop) -> None:
    """Parts are shown one below the other, an empty one as such."""
    rich.ok("log", "--unblock", "1")
    shown = rich.ok("view", "--next", "--blockers")
    assert shown == "## Blockers\n- None currently\n\n## Next\n1. Write the lock\n"


def test_the_journal_is_shown_oldest_first(rich: Workshop) -> None:
    """`--journal` lists every entry with its time, its text and its reason."""
    shown = rich.ok("view", "--journal").splitlines()
    assert shown[0] == "## Journal"
    kinds = [line.split()[2] for line in shown[1:] if line.startswith("- 2")]
    assert kinds == ["started", "done", "progress", "next", "discovery", "decision", "blocker", "note"]
    assert any(line.endswith("decision - Lock first (because: Simple)") for line in shown)
    data = rich.session("view", "--journal", "--json").data["journal"]
    assert [entry["kind"] for entry in data] == kinds
    assert data[2]["text"] == "Found\nthe place"


def test_json_has_everything(rich: Workshop) -> None:
    """`--json` gives what the document says, texts exactly as they were logged."""
    data = rich.session("view", "--json").data
    assert data["progress"]["notes"] == ["Found\nthe place"]
    assert (data["progress"]["done"], data["progress"]["total"], data["progress"]["current"]) == (1, 3, "Fix it")
    assert data["decisions"][0]["rationale"] == "Simple"
    assert data["discoveries"] == ["Lock order: a, b"]
    assert data["path"] == f".sessions/active/{rich.path.name}"


def test_reading_changes_nothing(rich: Workshop) -> None:
    """No way of reading writes a byte."""
    before = rich.bytes_of()
    for words in (
        ["view"],
        ["view", "list"],
        ["list", "--all"],
        ["current"],
        ["view", "--journal"],
        ["resume", "--list"],
    ):
        rich.ok(*words)
    assert rich.bytes_of() == before


def test_what_a_terminal_would_obey_is_not_printed(workshop: Workshop) -> None:
    """Escapes and direction marks in a text do not reach the terminal; `--json` has them."""
    workshop.ok("log", "--note", "red \x1b[31m, bell \x07, mirrored \u202egnp.exe")
    shown = workshop.ok("view")
    assert not set(shown) & {"\x1b", "\x07", "\u202e"}
    assert workshop.session("view", "--json").data["key_context"] == [
        "red \x1b[31m, bell \x07, mirrored \u202egnp.exe"
    ]


def test_the_list_is_one_line_a_session(workshop: Workshop) -> None:
    """Number, name, status, progress, age and the current step, newest first; `view list` says the same."""
    workshop.ok("init", "second")
    workshop.ok("pause", "second")
    shown = workshop.ok("list")
    first, second = (line.split() for line in shown.splitlines())
    assert first[:4] == ["00002", "second", "paused", "-"]
    assert second[:4] == ["00001", "fix-sweep-bug", "active", "0/3"]
    assert second[-1] == "Reproduce"
    assert workshop.ok("view", "list") == shown
    assert [row["shortname"] for row in workshop.session("list", "--json").data] == ["second", "fix-sweep-bug"]


def test_ended_sessions_are_listed_when_asked_for(workshop: Workshop) -> None:
    """The list shows what is open; `--all` shows the archive too, and what fills it costs `list` nothing."""
    workshop.ok("close", "--complete")
    assert workshop.ok("list").startswith("No open sessions")
    assert "completed" in workshop.ok("list", "--all")
    assert workshop.session("list", "--json").data == []


def test_a_broken_document_is_skipped_and_named(workshop: Workshop) -> None:
    """One bad file does not hide the others; it is named with its line."""
    (workshop.sessions / "active" / "broken-123456.md").write_text("---\nid: x\n")
    (workshop.sessions / "archive" / "worse-123457.md").write_text("nothing")
    shown = workshop.ok("list", "--all")
    assert "fix-sweep-bug" in shown
    assert "Skipped: .sessions/active/broken-123456.md:1: the front matter is not closed" in shown
    assert "Skipped: .sessions/archive/worse-123457.md:1: " in shown


def test_a_broken_document_asked_for_by_name_is_blamed(workshop: Workshop) -> None:
    """Asking for a session whose file is broken says what is wrong with it, not that there is none."""
    (workshop.sessions / "active" / "broken-123456.md").write_text("---\nid: x\n")
    outcome = workshop.session("view", "broken")
    assert outcome.code == 1
    assert ".sessions/active/broken-123456.md:1: the front matter is not closed" in outcome.err


def test_current_shows_the_banner(workshop: Workshop) -> None:
    """`current` names the session this is, or says that there is none."""
    assert workshop.ok("current").startswith("Session fix-sweep-bug · SESSION-")
    assert workshop.session("current", "--json").data["shortname"] == "fix-sweep-bug"
    workshop.ok("pause")
    outcome = workshop.session("current")
    assert outcome.code == 1
    assert "No session is active" in outcome.err


def test_a_long_journal_is_cut_and_says_so(rich: Workshop) -> None:
    """Of more than a thousand entries the last are shown, with how to see all; a broken one is passed over."""
    (entries,) = rich.sessions.glob("journal/*/entries")
    for n in range(1_200):
        (entries / f"20250101T100000.{n:06d}Z-note-abcd.md").write_text(f"---\nkind: note\n---\nnote {n}\n")
    (entries / "20250102T100000.000000Z-note-abcd.md").symlink_to("20250102T100000.000000Z-note-abcd.md")
    lines = rich.ok("view", "--journal").splitlines()
    assert len([line for line in lines if line.startswith("- ")]) == 1_000
    assert lines[1].startswith("(the last 1,000 of ")
    assert "session view --journal --all" in lines[1]
    everything = rich.ok("view", "--journal", "--all").splitlines()
    assert len([line for line in everything if line.startswith("- ")]) == len(list(entries.iterdir())) - 1
