"""What is written on purpose is masked too, and the reply says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import session_journal

SECRET = "ghp_" + "a1B2" * 9
MASK = "[redacted: github token]"
SOURCE = Path(session_journal.__file__).parent / "__main__.py"


class Place:
    """A project in a git work tree, and the command line in it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self.root.mkdir()
        self.env = {"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")}
        self.env["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        for words in (["init", "-q"], ["config", "user.name", "A"], ["config", "user.email", "a@b.c"]):
            subprocess.run(["git", *words], cwd=self.root, env=self.env, check=True)

    def session(self, *words: str) -> str:
        """Run the command line and return what it printed."""
        done = subprocess.run(
            [sys.executable, str(SOURCE), *words],
            cwd=self.root,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def leaks(self) -> list[str]:
        """Return the files, and git's log, that hold the secret."""
        found = [
            str(path) for path in self.root.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()
        ]
        log = subprocess.run(
            ["git", "log", "--all"], cwd=self.root, env=self.env, capture_output=True, text=True, check=False
        )
        return found + ["git log"] * (SECRET in log.stdout)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return a project with one session."""
    place = Place(tmp_path)
    place.session("init", "one", "--goal", "Keep it", "--steps", "First; Second")
    return place


CALLS = {
    "log": ["log", f"used {SECRET}"],
    "decision": ["log", "--decision", "Take it", "--rationale", f"{SECRET} works"],
    "checkpoint": ["checkpoint", "--tldr", f"With {SECRET}", "--context", "none"],
    "init": ["init", "two", "--goal", f"Rotate {SECRET}", "--steps", f"Drop {SECRET}; Go"],
    "item": ["item", "add", f"Rotate {SECRET}", "--meta", f"value={SECRET}"],
    "set": ["set", "--goal", f"Rotate {SECRET}", "--role", f"Holder of {SECRET}"],
    "send": ["send", f"take {SECRET}", "--to", "other"],
    "learn": ["learn", f"{SECRET} is old", "--why", "seen", "--impact", f"not {SECRET}"],
    "pause": ["pause", "--note", f"waits for {SECRET}"],
    "close": ["close", "--complete", "--reason", f"done with {SECRET}"],
    "recover": ["recover", "--note", f"lost {SECRET}"],
}


@pytest.mark.parametrize("call", CALLS)
def test_a_secret_typed_on_purpose_is_masked_and_said(place: Place, call: str) -> None:
    """No file of the project holds the secret afterwards, and the reply names its kind and what to do."""
    if call == "send":
        place.session("init", "other", "--goal", "Hear it")
        CALLS[call] += ["--session", "one"] if "--session" not in CALLS[call] else []
    said = place.session(*CALLS[call])
    assert MASK in said
    assert "masked before " in said
    assert " written: " in said
    assert SECRET not in said
    assert place.leaks() == []


def test_a_commit_message_is_masked(place: Place) -> None:
    """A secret in a message does not reach git's history."""
    (place.root / "a.txt").write_text("a\n")
    subprocess.run(["git", "add", "a.txt"], cwd=place.root, env=place.env, check=True)
    assert MASK in place.session("commit", "-m", f"Use {SECRET}")
    assert place.leaks() == []


def test_the_data_says_what_was_masked(place: Place) -> None:
    """`--json` has the kinds, and has no such key where nothing was masked."""
    assert json.loads(place.session("log", f"used {SECRET}", "--json"))["masked"] == ["github token"]
    assert "masked" not in json.loads(place.session("log", "nothing", "--json"))


def test_a_masked_step_is_checked_off_by_the_words_it_was_given_with(place: Place) -> None:
    """Who names a step with the secret in it means the step that was masked."""
    place.session("log", "--next", "later")
    place.session("init", "three", "--goal", "Go", "--steps", f"Rotate {SECRET}; Ship")
    assert "checked off" in place.session("log", "--done", f"Rotate {SECRET}", "--session", "three")


def test_the_python_interface_masks_as_well(place: Place) -> None:
    """What a program records is masked, the session's name and messages too."""
    project = session_journal.open_store(place.root)
    work = project.start(f"use {SECRET}", goal=f"Rotate {SECRET}")
    assert work.log("note", f"it was {SECRET}").text == f"it was {MASK}"
    assert MASK in project.send(f"see {SECRET}", "one").text
    assert project.learn(f"{SECRET} is old", why="x", impact="y").text == f"{MASK} is old"
    assert place.leaks() == []


def test_an_own_pattern_that_is_wrong_is_named_and_stops_nothing(place: Place) -> None:
    """The record is written, masked by the other rules; the settings say file, line and reason."""
    (place.root / ".sessions" / "config.yaml").write_text("redact:\n- badge: 'acme-[a-z]{6}'\n- '(a+)+bcde'\n")
    assert "[redacted: badge]" in place.session("log", "acme-abcdef came in")
    with pytest.raises(session_journal.Problem, match=r"config.yaml:3: the pattern .* repeats"):
        session_journal.open_store(place.root).find("one").log("note", "x", category="testing")
