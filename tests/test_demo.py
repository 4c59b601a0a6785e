"""`session demo` plays a compaction and the next morning with the real hooks, and leaves nothing behind."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest
from installed import ROOT, environment


def demo(
    tmp_path: Path, *options: str, command: str = "demo", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the demo from a checkout as on a machine that is set up."""
    return subprocess.run(
        [str(ROOT / "bin/session"), command, *options],
        env={**environment(tmp_path), "COLUMNS": "100", **variables},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what one run of the demo prints."""
    done = demo(tmp_path_factory.mktemp("demo"))
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def scene(played: str, word: str) -> str:
    """Return the scene whose heading holds a word."""
    scenes = played.split("\n\n")
    return next(text for text in scenes if word in text.partition("\n")[0])


def words(text: str) -> str:
    """Return a text without its line breaks and indentation."""
    return " ".join(text.split())


def test_what_was_recorded_in_the_evening_is_given_after_the_compaction(played: str) -> None:
    """The brief behind the compaction holds the decision with its reason."""
    brief = words(scene(played, "compacted").partition("Claude gets")[2])
    assert "Half-open nights" in brief
    assert "No migration" in brief


def test_what_nobody_recorded_is_given_too(played: str) -> None:
    """The constraint, the cause and the failing test were only said; the brief behind the compaction has them."""
    brief = words(scene(played, "compacted").partition("Claude gets")[2])
    for fact in ("leave prices.py alone", "Root cause", "test_clock_change"):
        assert fact in brief


def test_the_compactor_is_told_what_must_survive(played: str) -> None:
    """The text for the summary is shown as the hook printed it."""
    wish = words(scene(played, "compacted").partition("compactor gets")[2].partition("Claude gets")[0])
    assert "keep in the summary" in wish
    assert "decisions with their reasons" in wish


def test_what_the_summary_says_is_filed(played: str) -> None:
    """The item in the summary's block becomes a record, and the person is told."""
    assert "kept the summary, 1 new item" in words(scene(played, "compacted"))


def test_the_morning_begins_with_the_banner_and_says_how_old_the_record_is(played: str) -> None:
    """The person sees the session's line; the agent learns when it was written and where git has gone since."""
    morning = words(scene(played, "morning"))
    assert "midnight-orders (SESSION-" in morning.partition("you see")[2].partition("Claude gets")[0]
    assert "last written 14 hours ago" in morning
    assert "HEAD is now" in morning
    assert "Ask Ines about October" in morning


def test_a_continuation_is_answered(played: str) -> None:
    """`where were we?` brings the session's state in the same turn."""
    answer = scene(played, "morning").partition("where were we?")[2]
    assert "Progress: 3/4 steps complete" in answer


def test_it_is_read_in_a_minute_and_says_what_to_do_next(played: str) -> None:
    """Some seventy lines of at most 100 columns, the last of them the commands that install the plugin."""
    lines = played.splitlines()
    assert len(lines) <= 75
    assert max(map(len, lines)) <= 100
    assert any(line.strip().startswith("claude plugin marketplace add ") for line in lines[-5:])
    assert any(line.strip() == "claude plugin install session-journal@session-journal" for line in lines[-5:])


def test_the_tour_is_the_demo_where_nobody_presses_enter(played: str, tmp_path: Path) -> None:
    """Without a terminal `session tour` plays all scenes at once."""
    done = demo(tmp_path, command="tour")
    assert done.returncode == 0
    assert [line for line in done.stdout.splitlines() if line.endswith("──")] == [
        line for line in played.splitlines() if line.endswith("──")
    ]


def test_the_tour_waits_at_each_scene(tmp_path: Path) -> None:
    """On a terminal it goes on when Enter is pressed, and ends quietly, leaving nothing, when it is stopped."""
    ours, theirs = pty.openpty()
    command = [str(ROOT / "bin/session"), "tour"]
    environ = {**environment(tmp_path), "COLUMNS": "100"}
    with subprocess.Popen(command, cwd=tmp_path, env=environ, stdin=theirs, stdout=theirs, stderr=theirs) as tour:
        os.close(theirs)
        shown = until(ours, "Ctrl-C")
        assert "Monday evening" in shown
        assert "you type" not in shown
        os.write(ours, b"\n")
        shown = until(ours, "Ctrl-C")
        assert "/session-init midnight-orders" in shown
        assert "/compact" not in shown
        os.write(ours, b"\x04")
        assert tour.wait(30) == 130
    os.close(ours)
    assert not list(tmp_path.glob("session-demo-*"))


def until(terminal: int, word: str) -> str:
    """Read from a terminal until a word has come."""
    shown = b""
    while word.encode() not in shown:
        shown += os.read(terminal, 65536)
    return shown.decode()


def test_it_is_plain_where_nobody_looks_at_it(played: str) -> None:
    """In a pipe there is no escape sequence and no white space at the end of a line."""
    assert "\x1b" not in played
    assert all(line == line.rstrip() for line in played.splitlines())


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """The scratch project is gone afterwards, and nothing of it is in the person's own folder."""
    assert demo(tmp_path).returncode == 0
    assert not list(tmp_path.glob("session-demo-*"))
    data = tmp_path / "home/.local/share/session-journal"
    assert {path.name for path in data.iterdir()} <= {"runtimes", "pycache"}


def test_the_project_can_be_kept(tmp_path: Path) -> None:
    """With --keep the project stays, is named, and its session can be worked on."""
    done = demo(tmp_path, "--keep")
    (project,) = tmp_path.glob("session-demo-*/bakery")
    assert done.stdout.rstrip().endswith(f"cd {project}")
    listed = subprocess.run(
        [str(ROOT / "bin/session"), "list"],
        cwd=project, env=environment(tmp_path / "again"), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "midnight-orders" in listed.stdout


def test_a_conversation_around_it_is_not_touched(tmp_path: Path) -> None:
    """Run by the agent in a project of the person's, it binds nothing and records nothing there."""
    project = tmp_path / "theirs"
    (project / ".sessions").mkdir(parents=True)
    done = demo(tmp_path, CLAUDE_PROJECT_DIR=str(project), CLAUDE_CODE_SESSION_ID="c", SESSION_JOURNAL_CURRENT="x")
    assert done.returncode == 0
    assert list((project / ".sessions").iterdir()) == []


def test_without_git_it_is_played_all_the_same(tmp_path: Path) -> None:
    """A machine without git sees the demo without git's facts."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "cat", "head", "dirname", "readlink", "date", "mkdir", "id"):
        found = next(Path(folder) / name for folder in ("/usr/bin", "/bin") if (Path(folder) / name).exists())
        (tools / name).symlink_to(found)
    done = demo(tmp_path, PATH=str(tools))
    assert (done.returncode, done.stderr) == (0, "")
    assert "last written 14 hours ago" in words(done.stdout)


def test_a_library_without_the_plugin_says_what_to_do(tmp_path: Path) -> None:
    """Where only the package is installed, the demo names what it needs in one line."""
    copy = tmp_path / "copy" / "one" / "two"
    copy.mkdir(parents=True)
    subprocess.run(["cp", "-R", str(ROOT / "src/session_journal"), str(copy)], check=True)
    variables = environment(tmp_path)
    runtime = next(Path(variables["HOME"]).glob(".local/share/session-journal/runtimes/*"))
    done = subprocess.run(
        [(runtime / "python").read_text().strip(), "-S", "-m", "session_journal", "demo"],
        env={**variables, "PYTHONPATH": f"{copy}:{runtime / 'site'}"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "checkout" in done.stderr
    assert len(done.stderr.splitlines()) == 1
