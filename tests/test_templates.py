"""Documents made from templates."""

from __future__ import annotations

import pytest
from hostile import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from session_journal import session, template, templates, timestamps
from session_journal.document import SECTIONS, Document
from session_journal.drafts import started
from session_journal.template import WRITTEN_LATER
from session_journal.templates import BUILT_IN, PLACEHOLDERS, Template

NOW = timestamps.parse("2026-02-16T17:31:05Z") or 0


def made(text: str, goal: str = "", steps: tuple[str, ...] = ()) -> Document:
    """Return the document that a template makes."""
    values = {**dict.fromkeys(PLACEHOLDERS, ""), "goal": goal, "name": "x", "title": "X"}
    body = templates.fill(Template(path="t.md", body=text), values, steps, NOW)
    entry = started(NOW, "x", "X", goal, steps, (), {"body": body})
    return Document.parse(template.document(entry))


@settings(max_examples=80)
@given(st.sampled_from(sorted(BUILT_IN)), texts, st.lists(texts.map(str.strip).filter(bool), max_size=3))
def test_any_goal_and_steps_fit_every_template(name: str, goal: str, steps: list[str]) -> None:
    """The document has all sections once, the steps as given, and the goal as the objective."""
    goal, steps = goal.strip(" \t\n"), [step.strip(" \t\n") for step in steps if step.strip(" \t\n")]
    document = made(BUILT_IN[name], goal, tuple(steps))
    for section in SECTIONS:
        assert (document.section(section) is None) == (section in WRITTEN_LATER)
    value = session.read(document)
    if steps:
        assert [step.text for step in value.steps] == steps
    assert value.current is not None
    assert value.current[0] == 1
    assert value.objective.split() == ([] if goal.casefold() in ("none", "none currently") else goal.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# T",
        "text alone",
        "## Progress",
        "## Progress\n- [ ] a\n- [ ] b",
        "## Progress\n### Remaining\n- [ ] a\n\n### Notes\n- [ ] b\n",
        "## Context\nprose\n\n**Key Files**:\n- `a.py`\n\n## Progress\n- [ ] a\n- [ ] b\n\n## Mine\nx",
        "## Next Steps\n1. c\n\n## Progress\n### In Progress\n- [ ] a <- CURRENT\n### Remaining\n- [ ] b",
    ],
)
def test_any_shape_of_template_becomes_a_document(text: str) -> None:
    """Steps are gathered under their headings, the first one current; prose of the template's stays."""
    value = session.read(document := made(text, "goal"))
    assert [step.text for step in value.steps] == (["a", "b"] if "[ ] a" in text else [])
    assert value.objective == "goal"
    assert (value.current is not None) == bool(value.steps)
    for line in text.split("\n"):
        if line and "[ ]" not in line:
            assert line in document.lines, document.text


def test_placeholders_are_filled_in_once() -> None:
    """A goal that looks like a placeholder is no placeholder; several on a line are all filled in."""
    document = made("{{goal}} / {{ name }} / {{title}}", "{{name}}")
    assert "{{name}} / x / X" in document.lines
