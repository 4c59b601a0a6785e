"""The line in the client's corner: what it says, when it is made anew, and how it is set up and taken back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import installed
import pytest
from workshop import ROOT, Workshop

from session_journal import statusline

SHELLS = [name for name in ("dash", "bash") if shutil.which(name)]


class Corner:
    """A client that shows a status line, with the script that `--install` wrote."""

    def __init__(self, project: Workshop, folder: Path, shell: str = "sh") -> None:
        self.project, self.shell = project, shell
        self.environ = {**installed.environment(folder), "NO_COLOR": "1"}
        self.home = Path(self.environ["HOME"])
        self.settings = self.home / ".claude" / "settings.json"

    def session(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the plugin's own `session` in this home."""
        command = [str(ROOT / "bin" / "session"), *words]
        return subprocess.run(
            command, cwd=self.project.root, env=self.environ, capture_output=True, text=True, check=False
        )

    @property
    def command(self) -> str:
        """The command that the client's settings name."""
        return str(json.loads(self.settings.read_text())["statusLine"]["command"])

    def shows(self, conversation: str = "c1", **more: str) -> str:
        """Return what the client would show, asking as it does: a JSON line, through a shell."""
        payload = {"session_id": conversation, "workspace": {"project_dir": str(self.project.root)}}
        text = json.dumps(payload, separators=(",", ":"))
        command = (
            [self.shell, self.command.strip("'")] if " " in self.command else [self.shell, "-c", self.command]
        )
        done = subprocess.run(
            command, input=text, env={**self.environ, **more}, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.rstrip("\n")

    def without_python(self) -> str:
        """Return what is shown where no runtime could be found: the line that was kept, or nothing."""
        return self.shows(XDG_DATA_HOME="/nonexistent")


@pytest.fixture(params=SHELLS)
def corner(request: pytest.FixtureRequest, worktree: Workshop, tmp_path: Path) -> Corner:
    """Return a client that is set up, on a project with a session, for each shell that is here."""
    (tmp_path / "machine").mkdir()
    made = Corner(worktree, tmp_path / "machine", request.param)
    assert made.session("statusline", "--install").returncode == 0
    return made


def age(project: Workshop) -> None:
    """Make everything under the project a minute old, so that what follows is newer."""
    for folder, names, files in os.walk(project.root):
        for name in (*names, *files):
            path = Path(folder, name)
            os.utime(path, ns=(path.stat().st_mtime_ns - 60_000_000_000,) * 2, follow_symlinks=False)


def test_the_line_tells_what_matters(corner: Corner) -> None:
    """Name, steps, the current one, the blocker and the unread messages stand in the line."""
    corner.project.run("log", blocker="The staging database is down")
    corner.project.run("send", "Mind the lock", to="fix-sweep-bug")
    assert corner.shows() == ("fix-sweep-bug 0/3 · Reproduce · blocked: The staging database is down · ✉ 1 unread")


def test_a_line_that_still_holds_costs_no_python(corner: Corner) -> None:
    """As long as nothing changed the kept line is shown, also where no interpreter could be found."""
    assert corner.without_python() == ""
    age(corner.project)
    line = corner.shows()
    assert line.startswith("fix-sweep-bug 0/3")
    assert corner.without_python() == line


def log(project: Workshop) -> None:
    """Record a step as done."""
    project.run("log", done="Reproduce")


def edit(project: Workshop) -> None:
    """Change the document in place, as some editors do."""
    text = project.path.read_text().replace("Reproduce", "Rewrite!!")
    with project.path.open("r+") as stream:
        stream.write(text)


def send(project: Workshop) -> None:
    """Send a message."""
    project.run("send", "Mind the lock", to="fix-sweep-bug")


def close(project: Workshop) -> None:
    """End the session."""
    project.run("close", complete="")


def bind(project: Workshop) -> None:
    """Have the conversation take up another session."""
    project.run("init", "other", goal="Something else", conversation="c1")


def configure(project: Workshop) -> None:
    """Write settings where there were none."""
    (project.sessions / "config.yaml").write_text("capture: false\n")


def switch(project: Workshop) -> None:
    """Go to another branch."""
    project.git("switch", "-q", "-c", "other")


def lose(project: Workshop) -> None:
    """Remove everything."""
    shutil.rmtree(project.sessions)


@pytest.mark.parametrize("change", [log, edit, send, close, bind, configure, switch, lose])
def test_a_change_makes_the_kept_line_old(corner: Corner, change: Callable[[Workshop], None]) -> None:
    """Whatever the line depends on makes it be made anew, whoever changed it."""
    age(corner.project)
    assert corner.shows()
    assert corner.without_python()
    change(corner.project)
    assert corner.without_python() == ""


@pytest.mark.parametrize("change", [log, edit, send, close, bind])
def test_a_change_in_the_same_instant_is_seen(corner: Corner, change: Callable[[Workshop], None]) -> None:
    """A line made just before a change is not kept for it, however coarse a shell's clock is."""
    before = corner.shows()
    change(corner.project)
    assert corner.shows() != before


def test_a_project_without_sessions_shows_nothing(corner: Corner) -> None:
    """Where there is no `.sessions` the line is empty and nothing is written."""
    shutil.rmtree(corner.project.sessions)
    assert corner.shows() == ""
    assert not corner.project.sessions.exists()


def test_a_broken_document_shows_nothing(corner: Corner) -> None:
    """What is wrong is for the verbs to say; the corner stays empty."""
    corner.project.text = "---\nid: [\n---\n"
    assert corner.shows() == ""


def test_several_sessions_are_counted(corner: Corner) -> None:
    """Where none is current the line says how many there are to choose from."""
    corner.project.run("init", "other", goal="Something else")
    assert corner.shows("c2") == "2 sessions open, none chosen"


def test_hostile_text_cannot_drive_the_terminal(corner: Corner) -> None:
    """Escapes, other lines and direction marks in a step do not reach the terminal; long ones are cut."""
    corner.project.run("log", current="Reproduce\x1b]0;owned\x07 \u202edrawkcab\nand more " + "x" * 200)
    line = corner.shows()
    assert "\n" not in line
    assert line.isprintable()
    assert len(line) < 120


def test_colours_are_the_terminals_business(corner: Corner) -> None:
    """Without NO_COLOR the name is set off; with it there are no codes."""
    line = statusline.Line(parts=(("name", "x"), ("steps", "1/2"), ("now", "y")))
    assert statusline.render(line, colour=True) == "\033[1;36mx\033[0m \033[32m1/2\033[0m · y"
    assert statusline.render(line, colour=False) == "x 1/2 · y"
    assert "\033" not in corner.shows()


@pytest.mark.parametrize(
    "before",
    [
        "",
        "{}",
        '{"model": "opus"}\n',
        '{\n    "a": 1,\n    "statusLine": {"type": "command", "command": "echo mine; cat", "padding": 3}\n}\n',
    ],
)
def test_what_was_there_comes_back(worktree: Workshop, tmp_path: Path, before: str) -> None:
    """Setting up twice and taking back leaves the settings as they were, and nothing of ours behind."""
    (tmp_path / "machine").mkdir()
    corner = Corner(worktree, tmp_path / "machine")
    corner.settings.parent.mkdir()
    corner.settings.write_text(before)
    assert corner.session("statusline", "--install").returncode == 0
    assert "already" in corner.session("statusline", "--install").stdout
    assert "fix-sweep-bug 0/3" in corner.shows()
    assert corner.session("statusline", "--uninstall").returncode == 0
    assert json.loads(corner.settings.read_text()) == json.loads(before or "{}")
    assert list(json.loads(corner.settings.read_text())) == list(json.loads(before or "{}"))
    left = (corner.home / ".local/share/session-journal/statusline").rglob("*")
    assert [path for path in left if path.is_file()] == []


def test_the_line_that_was_there_is_shown_first(worktree: Workshop, tmp_path: Path) -> None:
    """A person's own status line goes on, with the same input, above ours."""
    (tmp_path / "machine").mkdir()
    corner = Corner(worktree, tmp_path / "machine")
    corner.settings.parent.mkdir()
    own = {"type": "command", "command": "printf 'it'\\''s %s\\n' \"$(cut -c3-12)\"", "padding": 2}
    corner.settings.write_text(json.dumps({"statusLine": own}))
    corner.session("statusline", "--install")
    assert corner.shows().split("\n") == ["it's session_id", "fix-sweep-bug 0/3 · Reproduce"]
    assert json.loads(corner.settings.read_text())["statusLine"]["padding"] == 2


@pytest.mark.parametrize("content", ["{", "[1]", '{"a": 1,}'])
def test_settings_that_are_not_understood_are_left(worktree: Workshop, tmp_path: Path, content: str) -> None:
    """Settings that are no JSON object are named and not touched."""
    (tmp_path / "machine").mkdir()
    corner = Corner(worktree, tmp_path / "machine")
    corner.settings.parent.mkdir()
    corner.settings.write_text(content)
    done = corner.session("statusline", "--install")
    assert done.returncode == 1
    assert str(corner.settings) in done.stderr
    assert corner.settings.read_text() == content


def test_a_status_line_of_somebody_else_is_not_taken_away(corner: Corner) -> None:
    """When the person has set another line since, taking ours back leaves theirs."""
    theirs = json.dumps({"statusLine": {"type": "command", "command": "date"}})
    corner.settings.write_text(theirs)
    assert "not ours" in corner.session("statusline", "--uninstall").stdout
    assert corner.settings.read_text() == theirs


def test_a_plugin_that_went_away_leaves_a_quiet_corner(corner: Corner, tmp_path: Path) -> None:
    """With the plugin's folder gone the script ends well and shows nothing."""
    script = Path(corner.command)
    script.write_text(script.read_text().replace(f"root={ROOT}", f"root={tmp_path / 'gone' / '1.0'}"))
    assert corner.shows() == ""


@pytest.mark.parametrize(("folder", "is_found"), [("plugins/cache/market/name", True), ("code", False)])
def test_an_updated_plugin_is_found_beside_the_old(
    corner: Corner, tmp_path: Path, folder: str, is_found: bool
) -> None:
    """The client names a plugin's folder by its version, and the next one is taken; no other neighbour ever is."""
    place = tmp_path / folder
    place.mkdir(parents=True)
    (place / "2.0").symlink_to(ROOT)
    script = Path(corner.command)
    script.write_text(script.read_text().replace(f"root={ROOT}", f"root={place / '1.0'}"))
    assert corner.shows().startswith("fix-sweep-bug 0/3") is is_found


def test_a_line_that_came_with_a_project_is_not_shown(corner: Corner) -> None:
    """What lies in a project cannot pass for a kept line, with or without a conversation."""
    for name in ("none", "c1", ""):
        folder = corner.project.sessions / ".state" / "statusline"
        folder.mkdir(exist_ok=True, parents=True)
        if name:
            (folder / name).write_text("\n\033]0;owned\007EVIL\n")
        assert "EVIL" not in corner.shows(name)
