"""What a session can be given at its start: a number, tags, a role, a group, a parent, a template."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop import Workshop

OWN = """\
---
tags: [ops]
role: On call
---
# {{name}} of {{date}}

{{goal}}

## Runbook
Ask before you restart {{group}}.

## Progress
- [ ] Look at {{name}}
- [ ] Tell {{role}}
"""


def template(workshop: Workshop, text: str, name: str = "incident") -> Path:
    """Write a template of the person's own, and take it up."""
    path = workshop.sessions / "templates" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    workshop.run("trust", "templates")
    return path


@pytest.mark.parametrize("number", ["3", "00003", "#3"])
def test_a_number_can_be_chosen_and_the_next_follows_it(empty: Workshop, number: str) -> None:
    """The number is the one given, however it is spelled, and counting goes on behind it."""
    assert "· #00003" in empty.ok("init", "a", "--number", number)
    assert "· #00004" in empty.ok("init", "b")
    assert "· #00001" in empty.ok("init", "c", "--number", "1")
    assert "· #00005" in empty.ok("init", "d")


def test_a_number_that_exists_is_refused_with_both_ways_on(empty: Workshop) -> None:
    """The refusal names the session to continue and the next free number, and changes nothing."""
    empty.ok("init", "a", "--number", "3")
    before = empty.bytes_of(".sessions")
    refused = empty.session("init", "b", "--number", "00003")
    assert refused.code == 1
    assert refused.err == (
        "session: Session 00003 exists, a: continue it with `session resume 00003`, "
        "or take the next one: `session init --number 00004`.\n"
    )
    assert empty.bytes_of(".sessions") == before
    assert empty.session("resume", "00003").code == 0


def test_the_number_of_an_ended_session_is_taken_as_well(empty: Workshop) -> None:
    """An archived session keeps its number; the refusal does not offer to continue it."""
    empty.ok("init", "a", "--number", "3")
    empty.ok("close", "--complete")
    refused = empty.session("init", "b", "--number", "3")
    assert refused.code == 1
    assert "it is completed" in refused.err
    assert "resume" not in refused.err


@pytest.mark.parametrize("number", ["x", "0", "-1", "1.5", "٣", "1234567890"])
def test_a_number_that_is_none_is_a_wrong_call(empty: Workshop, number: str) -> None:
    """Only plain digits make a number, and nothing is started for any other."""
    refused = empty.session("init", "a", f"--number={number}")
    assert (refused.code, "--number takes a number like 00003" in refused.err) == (2, True)
    assert not empty.sessions.exists()


def test_attributes_stand_in_the_front_matter_and_in_json(empty: Workshop) -> None:
    """Tags, role, group and parent come behind the standard keys, only where given, and `--json` has them."""
    empty.ok("init", "whole")
    plain = empty.text
    assert not any(f"\n{key}:" in plain for key in ("tags", "role", "group", "parent"))
    data = empty.session(
        "init", "part", "--tag", "api,#billing", "--tag", "api", "--group", 'Q3: "fast" #1', "--parent", "1",
        "--role", "DevOps Engineer: deploy\nand maintain", "--json",
    ).data  # fmt: skip
    assert data["tags"] == ["api", "billing"]
    assert (data["group"], data["role"]) == ('Q3: "fast" #1', "DevOps Engineer: deploy and maintain")
    assert data["parent"] == empty.session("view", "whole", "--json").data["tracking_id"]
    head = (empty.root / data["path"]).read_text().split("---\n")[1]
    keys = [line.partition(":")[0] for line in head.splitlines() if not line.startswith(" ")]
    assert keys[-6:] == ["number", "tags", "role", "group", "parent", "last_entry"]


def test_a_parent_that_is_not_there_is_refused(empty: Workshop) -> None:
    """A parent must be a session; nothing is started without it."""
    empty.ok("init", "a")
    assert empty.session("init", "b", "--parent", "nobody").code == 1
    assert "b" not in empty.ok("list").split()


@pytest.mark.parametrize("name", ["bug", "feature", "research"])
def test_a_built_in_template_brings_steps(empty: Workshop, name: str) -> None:
    """Each of the three starts a session with the goal in its place, all sections and a first step under way."""
    empty.ok("init", "x", "--template", name, "--goal", "Make {{name}} fast\n# really")
    value = empty.value
    assert len(value.steps) >= 4
    assert value.current is not None
    assert value.objective == "Make {{name}} fast\n# really"
    assert value.tldr == "Make {{name}} fast\n\\# really"
    assert f"**Progress**: 0/{len(value.steps)} steps complete" in empty.text
    for section in ("Decisions", "Discoveries", "Blockers", "Next Steps"):
        assert f"\n## {section}\n- None currently\n" in empty.text


def test_a_template_of_ones_own_is_filled_in(empty: Workshop) -> None:
    """Placeholders are replaced once, sections of the person's stay, steps go where steps belong."""
    empty.ok("init", "first")
    template(empty, OWN)
    empty.ok("init", "pager", "--template", "incident", "--goal", "Why {{role}}?", "--group", "db", "--tag", "p1")
    path = empty.root / empty.session("view", "pager", "--json").data["path"]
    text = path.read_text()
    assert "\n# pager of 20" in text
    assert "\n\nWhy {{role}}?\n" in text
    assert "\n## Runbook\nAsk before you restart db.\n" in text
    assert "### In Progress\n- [ ] Look at pager          <- CURRENT\n" in text
    assert "### Remaining\n- [ ] Tell On call\n" in text
    assert "\ntags:\n  - ops\n  - p1\n" in text
    assert "\nrole: On call\n" in text


def test_steps_given_take_the_place_of_the_templates(empty: Workshop) -> None:
    """Somebody who names the steps means these, and none of the template's."""
    empty.ok("init", "x", "--template", "bug", "--steps", "One; Two")
    assert [(step.text, step.current) for step in empty.value.steps] == [("One", True), ("Two", False)]


def test_a_changed_template_changes_no_session(workshop: Workshop) -> None:
    """What came of a template is in the first entry as a whole, so the document can be rebuilt without it."""
    path = template(workshop, OWN)
    workshop.ok("close", "--complete")
    workshop.ok("init", "pager", "--template", "incident", "--goal", "g")
    path.unlink()
    (entry,) = [entry for entry in workshop.entries("started") if entry.field("shortname") == "pager"]
    assert entry.field("template") == "incident"
    assert workshop.text.endswith(f"{entry.field('body')}\n")


@pytest.mark.parametrize("name", ["nothing", "../config", "bug.md", "/etc/passwd", ".hidden"])
def test_an_unknown_template_is_refused_with_the_list(empty: Workshop, name: str) -> None:
    """Only names of templates are taken, never paths; the refusal lists them, and nothing is started."""
    refused = empty.session("init", "x", "--template", name)
    assert refused.code == 2
    assert "there are bug, feature, research" in refused.err
    assert not empty.sessions.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# T\n{{goals}}\n", "incident.md:2: there is no placeholder {{goals}}"),
        ("---\nstatus: x\n---\n# T\n", "may give tags, role, group, not 'status'"),
        ("---\ntags: x\n# T\n", "the front matter is not closed"),
        ("# T\n\n## Progress\n```\nleft open\n", "a code block or comment begins here"),
        ("# T\n\0", "NUL"),
    ],
)
def test_a_template_that_cannot_be_used_is_named(workshop: Workshop, text: str, said: str) -> None:
    """The refusal names the template's file and what is wrong with it; nothing is started."""
    template(workshop, text)
    refused = workshop.session("init", "x", "--template", "incident")
    assert (refused.code, said in refused.err) == (1, True), refused.err
    assert ".sessions/templates/incident.md" in refused.err
    assert workshop.path.name.startswith("fix-sweep-bug-")


def test_an_own_template_goes_before_a_built_in_one(empty: Workshop) -> None:
    """A project may have a `bug` of its own, with CRLF line ends and without sections."""
    empty.run("init", "before")
    empty.run("close", complete="")
    template(empty, "Hello {{name}}\r\n", name="bug")
    empty.ok("init", "x", "--template", "bug", "--goal", "g")
    assert "# Session: g\n\nHello x\n\n## TL;DR" in empty.text
    assert (empty.value.objective, empty.value.tldr) == ("g", "g")
