"""`doctor` as a person and a script call it: its words, its exit code, its data."""

from __future__ import annotations

import os
import re
from pathlib import Path

import golden
from workshop import Workshop


def unwell(workshop: Workshop) -> None:
    """Bring one fault of each kind of sentence into a project."""
    workshop.run("log", done="Reproduce")
    workshop.path.write_bytes(b"")
    workshop.run("init", "second", goal="Another")
    (second,) = workshop.sessions.glob("active/second-*.md")
    second.write_text(second.read_text().replace("status: active", "status: [active", 1))
    (workshop.sessions / "journal" / "aaaaaa" / "entries").mkdir(parents=True)
    (workshop.sessions / "config.yaml").write_text("capture: maybe\n")
    (workshop.sessions / ".state" / "hooks.log").write_text("2020-01-01T00:00:00Z past\n")


def general(workshop: Workshop, text: str) -> str:
    """Return a report without what differs from run to run."""
    text = text.replace(str(workshop.home), "HOME")
    text = re.sub(r"(sweep-bug|second)-[0-9a-f]{6}", r"\1-KEY", text)
    text = re.sub(r"destroyed-\d{8}T\d{6}Z", "destroyed-TIME", text)
    text = re.sub(r"runtime [0-9a-f]{12}", "runtime LOCK", text)
    return re.sub(r"(git|Python) [\d.]+", r"\1 VERSION", text)


def doctor(workshop: Workshop, *words: str) -> tuple[int, str]:
    """Run the verb on a machine without a client."""
    done = workshop.session("doctor", *words, env={"PATH": "/usr/bin:/bin"})
    assert done.err == ""
    return done.code, general(workshop, done.out)


def test_an_unwell_project_reads_like_this(workshop: Workshop) -> None:
    """Before, while it is mended, and a second time: the words are held to files."""
    unwell(workshop)
    code, text = doctor(workshop)
    golden.check("doctor.txt", text)
    assert code == 1
    code, text = doctor(workshop, "--fix")
    golden.check("doctor-fix.txt", text)
    assert code == 1
    assert not any(line.startswith("Fixed") for line in doctor(workshop, "--fix")[1].splitlines())


def test_the_data_says_the_same(workshop: Workshop) -> None:
    """`--json` has every finding with the same keys, and what was mended."""
    unwell(workshop)
    keys = {"check", "what", "severity", "text", "path", "line", "fix"}
    data = workshop.session("doctor", "--json", env={"PATH": "/usr/bin:/bin"}).data
    assert set(data) == {"well", "problems", "notes", "findings", "fixed", "not_fixed"}
    assert all(set(one) == keys for one in data["findings"])
    assert data["problems"] == sum(one["severity"] == "problem" for one in data["findings"])
    assert not data["well"]
    (broken,) = [one for one in data["findings"] if one["what"] == "document-unreadable"]
    assert broken["line"] == 4
    assert broken["path"].startswith(".sessions/active/second-")
    mended = workshop.session("doctor", "--fix", "--json", env={"PATH": "/usr/bin:/bin"}).data
    assert {one["what"] for one in mended["fixed"]} == {"document-destroyed", "journal-empty"}
    assert all(set(one) == {*keys, "done"} for one in mended["fixed"])


def test_what_cannot_be_mended_is_told_and_the_rest_goes_on(workshop: Workshop) -> None:
    """A journal whose beginning cannot be read makes no document; the reason is said, and the next is mended."""
    workshop.run("init", "second", goal="Another")
    for path in workshop.sessions.glob("active/*.md"):
        path.unlink()
    (started,) = workshop.sessions.glob(f"journal/{workshop_key(workshop)}/entries/*-started-*.md")
    started.write_bytes(b"\0")
    code, text = doctor(workshop, "--fix")
    assert code == 1
    assert text.count("Not fixed: The journal has no `started` entry") == 1
    assert text.count("Fixed: Made ") == 1


def workshop_key(workshop: Workshop) -> str:
    """Return the key of the first journal by name."""
    return sorted(path.name for path in (workshop.sessions / "journal").iterdir())[0]


def test_names_of_files_cannot_command_the_terminal(workshop: Workshop) -> None:
    """A file whose name holds escapes, a newline and a direction mark is told in one line without them."""
    name = "evil\x1b[2J\u202e\nFine: all.md"
    (workshop.sessions / "active" / name).write_bytes(b"not a document")
    _, text = doctor(workshop)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert not any(line.startswith("Fine: all") for line in text.splitlines())
    assert "evil" in text


def test_it_works_where_there_is_nothing(empty: Workshop) -> None:
    """No sessions, no git, no client: a few lines, and no trouble of the project's."""
    code, text = doctor(empty)
    assert "Fine: Project: no sessions here yet (`session init NAME` starts one)." in text
    assert code == 1  # the machine of this test has no runtime
    assert not empty.sessions.exists()


def test_typed_in_the_client_it_gives_the_same_report(workshop: Workshop) -> None:
    """`/session-doctor` is run by the hook, and the report reaches the conversation."""
    workshop.path.write_bytes(b"")
    context = workshop.types("/session-doctor").context
    assert "is empty; its journal holds 1 entry to make it from" in context
    assert "Fixed: Made .sessions/active/" in workshop.types("/session-doctor --fix").context


def test_hundreds_of_archived_sessions_are_looked_at(workshop: Workshop, tmp_path: Path) -> None:
    """Every one of the archive is read, and one that is destroyed among them is found."""
    workshop.run("close", complete="")
    (path,) = workshop.sessions.glob("archive/*.md")
    text, key = path.read_text(), path.stem[-6:]
    folder = path.parent / "2025"
    folder.mkdir()
    for number in range(300):
        new = f"{number:06x}"
        other = text.replace(f"{key}\n", f"{new}\n", 1).replace('"00001"', f'"{number + 2:05d}"')
        (folder / f"fix-sweep-bug-{new}.md").write_text(other)
    (folder / "fix-sweep-bug-000007.md").write_bytes(b"")
    data = workshop.session("doctor", "--json", env={"PATH": "/usr/bin:/bin"}).data
    named = [one["path"] for one in data["findings"] if one["check"] == "documents"]
    assert named == [".sessions/archive/2025/fix-sweep-bug-000007.md"]
    assert os.path.exists(folder / "fix-sweep-bug-000007.md")
