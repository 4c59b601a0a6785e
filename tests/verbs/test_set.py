"""Changing what a session is."""

from __future__ import annotations

import pytest
from hostile import NAMED
from workshop import Workshop


def test_attributes_are_set_in_the_front_matter(workshop: Workshop) -> None:
    """Tags, role and group go behind the standard keys; one entry of kind `set` tells of it."""
    said = workshop.ok("set", "--tag", "api, perf", "--role", "DevOps Engineer: deploy", "--group", "Q3")
    assert said == "fix-sweep-bug: tags api, perf · role DevOps Engineer: deploy · group Q3\n"
    assert '\ntags:\n  - api\n  - perf\nrole: "DevOps Engineer: deploy"\ngroup: Q3\n' in workshop.text
    (entry,) = workshop.entries("set")
    assert entry.text == "tag api, perf; role DevOps Engineer: deploy; group Q3"


def test_tags_come_and_go(workshop: Workshop) -> None:
    """A tag is there once, whatever its case; taking one away leaves the others."""
    workshop.ok("set", "--tag", "api", "--tag", "#Perf")
    workshop.ok("set", "fix-sweep-bug", "--tag", "API", "--untag", "perf", "--tag", "new")
    assert workshop.value.tags == ("api", "new")
    workshop.ok("set", "--untag", "api,new")
    assert not workshop.value.tags


def test_what_was_set_can_be_taken_away(workshop: Workshop) -> None:
    """`--unset` takes the key out of the front matter; the rest stays to the byte."""
    before = workshop.text
    workshop.ok("set", "--role", "x", "--group", "y")
    said = workshop.ok("set", "--unset", "role", "--unset", "group")
    assert said == "fix-sweep-bug: no tags, role, group or parent\n"
    same = [line for line in workshop.text.split("\n") if not line.startswith(("updated_at", "last_entry"))]
    assert same == [line for line in before.split("\n") if not line.startswith(("updated_at", "last_entry"))]


def test_what_a_person_wrote_in_the_front_matter_stays(workshop: Workshop) -> None:
    """A comment, an unknown key and tags in a form of the person's survive a change."""
    workshop.text = workshop.text.replace("\nnumber:", "\nowner: me  # for now\ntags: [one, 'two']\nnumber:")
    workshop.ok("set", "--tag", "three", "--role", "r")
    assert "\nowner: me  # for now\n" in workshop.text
    assert workshop.value.tags == ("one", "two", "three")


def test_a_new_goal_replaces_the_objective(workshop: Workshop) -> None:
    """The objective changes, the TL;DR too where it only said the goal, and nothing else of the context."""
    workshop.ok("log", "--note", "Lock order")
    workshop.ok("set", "--goal", "Fix it\n\nfor good")
    value = workshop.value
    assert (value.objective, value.tldr) == ("Fix it\n\nfor good", "Fix it\n\nfor good")
    assert value.key_context == ("Lock order",)
    workshop.ok("checkpoint", "--tldr", "Half done.")
    workshop.ok("set", "--goal", "Other")
    assert (workshop.value.objective, workshop.value.tldr) == ("Other", "Half done.")


@pytest.mark.parametrize("name", sorted(NAMED))
def test_any_text_is_a_goal_and_a_role(workshop: Workshop, name: str) -> None:
    """Whatever a text holds, the goal reads back, the role is one line of it, and the document stays one."""
    text = NAMED[name].strip(" \t\n")
    workshop.run("set", goal=text, role=text[:100])
    value = workshop.value
    expected = "" if text.casefold() in ("none", "none currently") else text
    assert value.objective.split() == expected.split()
    assert value.role.split() == "".join(c if c.isprintable() else " " for c in text[:100]).split()
    assert [step.text for step in value.steps] == ["Reproduce", "Fix it", "Add a test"]


def test_a_parent_is_another_session(workshop: Workshop) -> None:
    """Any reference names it; it is kept by its tracking ID; a chain never closes."""
    workshop.ok("init", "child", "--parent", "fix-sweep")
    above = workshop.session("view", "fix-sweep-bug", "--json").data["tracking_id"]
    assert workshop.session("view", "child", "--json").data["parent"] == above
    workshop.ok("init", "grandchild")
    workshop.ok("set", "grandchild", "--parent", "child")
    for child in ("fix-sweep-bug", "child", "grandchild"):
        refused = workshop.session("set", child, "--parent", "grandchild")
        assert (refused.code, "cannot be the parent of" in refused.err) == (1, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("--unset", "goal"), 2),
        (("--role", ""), 2),
        (("--tag", "x" * 61), 2),
        (("--parent", "nobody"), 1),
        (("--session", "nobody", "--tag", "x"), 1),
    ],
)
def test_what_cannot_be_set_is_refused(workshop: Workshop, words: tuple[str, ...], code: int) -> None:
    """A wrong call and a session that is not there change nothing."""
    before = workshop.text
    assert workshop.session("set", *words).code == code
    assert workshop.text == before


def test_an_ended_session_changes_no_more(workshop: Workshop) -> None:
    """What is archived stays as it ended."""
    workshop.ok("close", "--complete")
    refused = workshop.session("set", "fix-sweep-bug", "--tag", "x")
    assert refused.code == 1
    assert refused.err.startswith("session: ")


def test_lists_are_by_tag_and_group(workshop: Workshop) -> None:
    """Every tag asked for must be there; the listing shows tags and group, and `--json` has both."""
    workshop.ok("set", "--tag", "api,perf", "--group", "Q3")
    workshop.ok("init", "other", "--tag", "api")
    assert "fix-sweep-bug" in (both := workshop.ok("list", "--tag", "API"))
    assert "other" in both
    assert "#api #perf [Q3]" in both
    one = workshop.ok("list", "--tag", "api", "--tag", "perf", "--group", "q3")
    assert ("fix-sweep-bug" in one, "other" in one) == (True, False)
    data = workshop.session("list", "--group", "Q3", "--json").data
    assert [(row["shortname"], row["tags"], row["group"]) for row in data] == [
        ("fix-sweep-bug", ["api", "perf"], "Q3")
    ]
    assert workshop.ok("list", "--tag", "nothing").startswith("No sessions with that tag, group or parent")


def test_it_is_typed_in_the_client(workshop: Workshop) -> None:
    """A typed line does the same, quotes or none."""
    context = workshop.types('/session-set --tag api --role DevOps Engineer: "deploy" and more').context
    assert "session-journal ran /session-set" in context
    assert (workshop.value.tags, workshop.value.role) == (("api",), 'DevOps Engineer: "deploy" and more')


def test_tags_that_are_no_list_are_left_alone(workshop: Workshop) -> None:
    """What a person keeps under `tags` in a form of their own is refused, not replaced."""
    workshop.text = before = workshop.text.replace("\nnumber:", "\ntags:\n  one: two\nnumber:")
    refused = workshop.session("set", "--tag", "x")
    assert (refused.code, "`tags` of the front matter are not a list" in refused.err) == (1, True)
    assert workshop.text == before
