"""Records with a category, records of what was earlier, test runs, milestones and deliverables."""

from __future__ import annotations

import pytest
from hostile import NAMED
from workshop import Workshop

from session_journal import timestamps

NOON = timestamps.parse("2026-02-16T12:00:00Z") or 0


def test_a_record_has_the_category_given(workshop: Workshop) -> None:
    """The category stands in the entry and in the journal as shown; all records of a call have it."""
    workshop.ok("log", "--done", "Reproduce", "--progress", "More", "--category", "Testing")
    assert [entry.field("category") for entry in workshop.entries("done", "progress")] == ["testing", "testing"]
    shown = workshop.ok("view", "--journal")
    assert " [testing] done - Reproduce" in shown
    data = workshop.session("view", "--journal", "--json").data
    assert data["journal"][-1]["fields"]["category"] == "testing"


def test_an_unknown_category_is_refused_with_the_list(workshop: Workshop) -> None:
    """The six are named, nothing is recorded, and it is a wrong call."""
    before = workshop.bytes_of(".sessions")
    refused = workshop.session("log", "--progress", "x", "--category", "fun")
    assert (refused.code, refused.err) == (
        2,
        "session: There is no category 'fun'; the categories are "
        "implementation, testing, planning, bugfix, refactor, documentation.\n",
    )
    assert workshop.bytes_of(".sessions") == before


@pytest.mark.parametrize(
    "listed", ["categories: [Security, ops]", "categories:\n  - security\n", "categories: security"]
)
def test_a_project_adds_categories(workshop: Workshop, listed: str) -> None:
    """A category of the settings is taken beside those that are always there."""
    (workshop.sessions / "config.yaml").write_text(listed + "\n")
    workshop.ok("log", "x", "--category", "security")
    assert "documentation, security" in workshop.session("log", "y", "--category", "fun").err


@pytest.mark.parametrize("listed", ["categories: [two words]", "categories: {a: b}", "categories: ['']"])
def test_wrong_categories_in_the_settings_are_named(workshop: Workshop, listed: str) -> None:
    """A list of anything but single words is refused with the file and the line."""
    (workshop.sessions / "config.yaml").write_text(f"capture: true\n{listed}\n")
    refused = workshop.session("log", "x", "--category", "testing")
    assert (refused.code, ".sessions/config.yaml:2: categories must be" in refused.err) == (1, True)


def test_what_was_earlier_goes_to_its_place_in_time(workshop: Workshop) -> None:
    """It has the time given, is marked as recorded later, and stands before what followed."""
    workshop.run("log", "Second", present=NOON)
    said = workshop.run("log", "First", present=NOON + timestamps.MINUTE, at="2026-02-16T10:30Z").text
    assert said.startswith("Recorded progress: First (2026-02-16T10:30Z, recorded later)")
    entry = workshop.entries("progress")[-1]
    assert timestamps.to_second(entry.at) == "2026-02-16T10:30:00Z"
    assert entry.field("recorded_at") == "2026-02-16T12:01:00Z"
    assert "- First (2026-02-16T10:30, recorded later)\n- Second (2026-02-16T12:00)\n" in workshop.text, (
        workshop.text
    )
    assert [note.text for note in workshop.value.notes] == ["First", "Second"]
    shown = workshop.ok("view", "--journal")
    assert "- 2026-02-16T10:30:00Z progress - First (recorded later)\n- 2026-02-16T12:00:00Z" in shown


def test_every_kind_can_be_recorded_later(workshop: Workshop) -> None:
    """All that a call records has its time, and reads back as it was said."""
    workshop.run(
        "log", present=NOON, at="2026-02-16T09:00Z", done="Reproduce", decision="Lock", rationale="Small",
        discovery="Order: a before b", blocker="CI", milestone="Half", deliverable="Patch",
        test="make", passed="1",
    )  # fmt: skip
    value = workshop.value
    assert value.decisions[0].title == "Lock"
    assert value.decisions[0].when == timestamps.parse("2026-02-16T09:00Z")
    data = workshop.session("view", "--json").data
    assert data["discoveries"] == ["Order: a before b"]
    assert (data["blockers"], data["deliverables"]) == (["CI"], ["Patch"])
    assert workshop.text.count("(2026-02-16T09:00, recorded later)") == 6


@pytest.mark.parametrize(
    ("zone", "text", "instant"),
    [
        ("Europe/Berlin", "2026-02-16T17:30", "2026-02-16T16:30:00Z"),
        ("Europe/Berlin", "2026-07-16 17:30", "2026-07-16T15:30:00Z"),
        ("Europe/Berlin", "2026-02-16T17:30Z", "2026-02-16T17:30:00Z"),
        ("America/New_York", "2026-02-16T17:30:15+05:30", "2026-02-16T12:00:15Z"),
        ("America/New_York", "2026-02-16", "2026-02-16T05:00:00Z"),
    ],
)
def test_a_time_is_local_unless_it_names_a_zone(workshop: Workshop, zone: str, text: str, instant: str) -> None:
    """The person's clock is the machine's; a zone in the text goes before it."""
    workshop.ok("log", "x", "--at", text, env={"TZ": zone})
    assert timestamps.to_second(workshop.entries("progress")[-1].at) == instant


def test_a_clock_time_is_todays(workshop: Workshop) -> None:
    """Midnight of today has always been already."""
    workshop.ok("log", "x", "--at", "00:00", env={"TZ": "UTC"})
    at = workshop.entries("progress")[-1].at
    assert timestamps.to_second(at)[11:] == "00:00:00Z"
    assert 0 <= timestamps.now() - at < timestamps.DAY + timestamps.MINUTE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2999-01-01T00:00", "is in the future"),
        ("2026-02-30T10:00", "is no time"),
        ("25:00", "is no time"),
        ("tomorrow", "is no time"),
        ("1345", "is no time"),
        ("13:45pm", "is no time"),
        ("2026-02-16T1", "is no time"),
    ],
)
def test_a_time_that_cannot_have_been_is_refused(workshop: Workshop, text: str, said: str) -> None:
    """The future and what is no time are wrong calls, and nothing is recorded."""
    refused = workshop.session("log", "x", "--at", text)
    assert (refused.code, said in refused.err) == (2, True), refused.err
    assert workshop.entries("progress") == []


def test_a_test_run_is_a_record(workshop: Workshop) -> None:
    """What ran, passed and failed is in the entry, in the document as a note, and in the brief while it fails."""
    said = workshop.ok("log", "--test", "pytest -q", "--passed", "12", "--failed", "1")
    assert said.startswith("Recorded test: 12 passed, 1 failed: pytest -q\n")
    (entry,) = workshop.entries("test")
    assert (entry.text, entry.field("passed"), entry.field("failed")) == ("pytest -q", "12", "1")
    in_progress = workshop.text.partition("### In Progress\n")[2].partition("###")[0]
    assert "- Tests: 12 passed, 1 failed: pytest -q (" in in_progress
    assert "\nFailing: 12 passed, 1 failed: pytest -q\n" in workshop.ok("resume")
    workshop.ok("log", "--test", "pytest  -Q", "--passed", "13")
    assert "pytest" not in workshop.ok("resume").partition("## TL;DR")[2].partition("## ")[0]


@pytest.mark.parametrize(
    "words",
    [
        ("--test", "make"),
        ("--test", "make", "--passed", "many"),
        ("--test", "make", "--failed=-1"),
        ("--passed", "1"),
        ("--test", "make", "--passed", "1", "--passed", "2"),
    ],
)
def test_a_test_run_needs_its_counts(workshop: Workshop, words: tuple[str, ...]) -> None:
    """Without counts, with words for them, or with counts of nothing, it is a wrong call."""
    assert workshop.session("log", *words).code == 2
    assert workshop.entries("test") == []


def test_milestones_are_numbered_and_reached(workshop: Workshop) -> None:
    """The section comes with the first one, behind Progress; an id or a part of the text checks one."""
    assert "## Milestones" not in workshop.text
    said = workshop.ok("log", "--milestone", "Reproduced in CI", "--milestone", "Fix released", "--reached", "m1")
    assert "Recorded milestone: M2: Fix released" in said
    assert "Recorded reached: M1: Reproduced in CI" in said
    text = workshop.text
    assert text.index("## Progress") < text.index("## Milestones") < text.index("## Decisions")
    assert "- [x] M1: Reproduced in CI (20" in text
    assert "\n- [ ] M2: Fix released\n" in text
    workshop.ok("log", "--reached", "released")
    assert [one.reached for one in workshop.value.milestones] == [True, True]
    shown = workshop.ok("view", "--milestones")
    assert shown.startswith("## Milestones\n- [x] M1: Reproduced in CI (20")
    data = workshop.session("view", "--milestones", "--json").data["milestones"]
    assert [(one["id"], one["text"], one["reached"]) for one in data] == [
        ("M1", "Reproduced in CI", True),
        ("M2", "Fix released", True),
    ]


def test_a_milestone_ahead_is_in_the_brief(workshop: Workshop) -> None:
    """The brief says in one line how far it is, and which one comes next."""
    workshop.ok("log", "--milestone", "Reproduced", "--milestone", "Released", "--reached", "M1")
    assert "\nMilestones: 1/2 reached; next M2: Released\n" in workshop.ok("resume")


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("M1", "M1: One is reached already"),
        ("M7", "No milestone ahead fits 'M7'"),
        ("T", "fits several milestones"),
    ],
)
def test_a_milestone_that_cannot_be_meant_is_refused(workshop: Workshop, ref: str, said: str) -> None:
    """One reached, unknown or ambiguous changes nothing; those ahead are named."""
    workshop.ok(
        "log", *(word for text in ("One", "Two", "Three") for word in ("--milestone", text)), "--reached", "M1"
    )
    before = workshop.text
    refused = workshop.session("log", "--reached", ref)
    assert (refused.code, said in refused.err) == (1, True), refused.err
    assert workshop.text == before


def test_milestones_by_hand_count(workshop: Workshop) -> None:
    """A milestone that a person wrote or checked in the document is one; the next number follows it."""
    workshop.ok("log", "--milestone", "One")
    workshop.text = workshop.text.replace("- [ ] M1: One", "- [X] M1: One\n- [ ] M5: by hand\n- [ ] no number")
    workshop.ok("log", "--milestone", "Six", "--reached", "M5")
    assert [(one.id, one.reached) for one in workshop.value.milestones] == [
        ("M1", True),
        ("M5", True),
        ("M6", False),
    ]
    assert "- [ ] no number\n" in workshop.text


@pytest.mark.parametrize("name", sorted(NAMED))
def test_any_text_is_a_milestone_a_deliverable_and_a_test(workshop: Workshop, name: str) -> None:
    """Whatever a text holds, it reads back, is reached, and leaves the other sections as they were."""
    text = NAMED[name].strip(" \t\n")
    sections = [line for line in workshop.text.split("\n") if line.startswith("#")]
    workshop.run("log", milestone=text, deliverable=text, test=text, passed="1", failed="2")
    workshop.run("log", reached="M1")
    value = workshop.value
    assert [(one.text, one.reached) for one in value.milestones] == [(text, True)]
    assert value.deliverables == (text,)
    assert value.notes[-1].text == f"Tests: 1 passed, 2 failed: {text}"
    for section in sections:
        assert f"\n{section}\n" in workshop.text


def test_numbers_beyond_all_measure_are_text(workshop: Workshop) -> None:
    """A milestone or a test note with thousands of digits, by hand, breaks nothing."""
    digits = "9" * 5000
    workshop.ok("log", "--milestone", "One", "--test", "make", "--failed", "1")
    workshop.text = workshop.text.replace("- [ ] M1:", f"- [ ] M{digits}: x\n- [ ] M1:").replace(
        "- Tests: 0", f"- Tests: {digits} passed, 0 failed: y\n- Tests: 0"
    )
    assert "Milestones: 0/1 reached" in workshop.ok("resume")
    workshop.ok("log", "--milestone", "Two")
    assert [one.id for one in workshop.value.milestones] == ["M1", "M2"]
