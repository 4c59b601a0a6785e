"""The command line itself: help, examples, versions, colours."""

from __future__ import annotations

import os
import pty
import shlex
import subprocess
import sys

import click
import golden
import pytest
from workshop import ROOT, Workshop

from session_journal import __version__, cli, verbs
from session_journal.verbs import typed


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"]])
def test_help_lists_every_verb(empty: Workshop, words: list[str]) -> None:
    """`session` alone and with --help lists the verbs with a line each, and examples."""
    shown = empty.ok(*words)
    assert all(f"\n  {name} " in shown for name in verbs.NAMES)
    assert "Examples:\n  session init" in shown


@pytest.mark.parametrize("name", verbs.NAMES)
def test_every_verb_has_help_with_examples(name: str) -> None:
    """Each verb tells what it does, its options with a sentence each, and examples."""
    verb = verbs.load(name)
    group = click.Context(cli.group, info_name="session")
    command = cli.group.get_command(group, name)
    assert command is not None
    shown = command.get_help(click.Context(command, info_name=name, parent=group))
    assert verb.summary in " ".join(shown.split())
    assert f"Examples:\n  session {name}" in shown
    assert all(f"--{option.name}" in shown and option.help.endswith((".", "…")) for option in verb.options)
    assert verb.about.endswith(".")
    assert " ".join(verb.about.split()) in " ".join(shown.split())
    assert verb.see
    assert set(verb.see) <= set(verbs.NAMES) - {name}


def test_the_help_of_the_program(empty: Workshop) -> None:
    """The page over all verbs: by what they are for, with REF, exit codes, environment and files."""
    golden.check("help.txt", empty.ok("--help"))


def test_the_verbs_that_help_marks_are_those_of_the_client() -> None:
    """A verb is marked as one to be typed in the client exactly where commands/ has a file for it."""
    files = {path.stem.removeprefix("session-") for path in (ROOT / "commands").glob("session-*.md")}
    assert files == set(verbs.TYPED)


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("lgo", "log"),
        ("resum", "resume"),
        ("Log", "log"),
        ("status", "current"),
        ("find", "search"),
        ("tuor", "tour"),
    ],
)
def test_a_word_that_is_no_verb_brings_the_one_that_is_meant(empty: Workshop, typo: str, meant: str) -> None:
    """A slip of the fingers or of habit is answered with the verb, and nothing is done."""
    outcome = empty.session(typo, "x")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"No verb `{typo}`; did you mean `{meant}`?" in outcome.err


def test_a_word_that_resembles_nothing_is_refused_with_where_to_look(empty: Workshop) -> None:
    """Where no verb comes near, none is guessed."""
    assert "No verb `xyzzy`; `session --help` has them all" in empty.session("xyzzy").err


def test_an_option_that_there_is_not_brings_the_one_that_is_meant(empty: Workshop) -> None:
    """A slip in an option is answered with the option and the help of that verb."""
    said = empty.session("log", "--progres", "x").err
    assert "--progress" in said
    assert "`session log --help`" in said


@pytest.mark.parametrize("name", ["init", "resume", "log", "checkpoint", "view", "pause", "close"])
def test_the_help_of_the_main_verbs(name: str, empty: Workshop) -> None:
    """The help that people read most."""
    golden.check(f"help-{name}.txt", empty.ok(name, "--help"))


@pytest.mark.parametrize("name", verbs.NAMES)
def test_every_example_is_a_right_call(name: str) -> None:
    """Each example of a verb's help is understood, on the command line and typed in the client."""
    verb = verbs.load(name)
    assert verb.examples
    for example in verb.examples:
        program, called, *words = shlex.split(example.partition(" < ")[0].partition(" | ")[0])
        assert (program, called) == ("session", name)
        command = cli.group.get_command(click.Context(cli.group), name)
        assert command is not None
        command.make_context(name, words)
        assert typed.parse(verb, example.partition(name)[2].strip()) is not None


def test_the_version_is_the_packages(empty: Workshop) -> None:
    """`--version` names the plugin and its version."""
    assert empty.ok("--version") == f"session-journal, version {__version__}\n"


def on_a_terminal(workshop: Workshop, *words: str, **env: str) -> str:
    """Run `session WORDS…` on a terminal of its own and return what it shows."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "session_journal", *words]
    environ = workshop.environ("", {"TERM": "xterm-256color", **env})
    with subprocess.Popen(command, cwd=workshop.root, env=environ, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        shown = b""
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            shown += chunk
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_same_words_in_colour(workshop: Workshop) -> None:
    """On a terminal replies are coloured; the words are those of a pipe, and NO_COLOR takes the colours away."""
    workshop.ok("log", "--note", "keep [bold]this[/bold] and `code` and :smile:")
    plain = workshop.ok("view")
    shown = on_a_terminal(workshop, "view")
    assert "\x1b[" in shown
    assert "keep [bold]this[/bold] and " in shown
    assert on_a_terminal(workshop, "view", NO_COLOR="1") == plain


def test_wrong_settings_are_said_to_a_person(workshop: Workshop) -> None:
    """On a terminal any verb says that the defaults hold, with the line; a program sees nothing of it."""
    (workshop.sessions / "config.yaml").write_text("capture: perhaps\n")
    shown = " ".join(on_a_terminal(workshop, "log", "--progress", "On", NO_COLOR="1").split())
    assert "Recorded progress: On" in shown
    assert "Note: the defaults hold: .sessions/config.yaml:1: capture must be true or false" in shown
    assert "defaults" not in on_a_terminal(workshop, "view", "--json")
    assert workshop.ok("log", "--progress", "Off")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(empty: Workshop, shell: str) -> None:
    """Completion by click, which the documentation names, gives a script for each shell."""
    outcome = empty.session(env={"_SESSION_COMPLETE": f"{shell}_source"})
    assert (outcome.code, outcome.err) == (0, "")
    assert "_SESSION_COMPLETE" in outcome.out


def test_no_reply_can_command_the_terminal(workshop: Workshop) -> None:
    """Escapes in names, titles, steps and errors, from whatever document, never reach the terminal as such."""
    evil = "\x1b]0;owned\x07\x1b[31m\x9b31m\u202e"
    workshop.text = workshop.text.replace("Reproduce", f"Repro{evil}duce").replace(
        "# Session: ", f"# Session: {evil}"
    )
    calls = (
        ["list"],
        ["current"],
        ["view"],
        ["resume"],
        ["log", "--note", evil + "x"],
        ["log", "--done", "e"],
        ["resume", evil],
        ["view", "--json"],
    )
    for words in calls:
        outcome = workshop.session(*words)
        assert not set(outcome.out + outcome.err) & set("\x1b\x07") or words == ["view", "--json"], words
        assert "\u202e" not in outcome.out + outcome.err or words == ["view", "--json"], words
