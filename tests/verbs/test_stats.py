"""Figures on sessions."""

from __future__ import annotations

from workshop import Workshop

from session_journal import figures, timestamps

HOUR = timestamps.HOUR


def test_silences_are_no_work() -> None:
    """Time at work is the time between records, without silences of more than half an hour."""
    minute = timestamps.MINUTE
    assert figures.active_time([0, 10 * minute, 40 * minute, 3 * HOUR, 3 * HOUR + minute]) == 41 * minute
    assert figures.active_time([5]) == 0


def test_one_session(workshop: Workshop) -> None:
    """A session's figures count steps, entries by kind and conversations."""
    workshop.run("log", done="Reproduce", conversation="c1")
    workshop.run("log", note=["a", "b"], conversation="c2")
    data = workshop.session("stats", "--json").data
    assert data["items"] == {"total": 3, "done": 1, "open": 2}
    assert data["entries"] == {"done": 1, "note": 2, "started": 1}
    assert data["conversations"] == 2
    assert "3: 1 done, 2 open" in workshop.ok("stats")


def test_many_sessions(empty: Workshop) -> None:
    """Over all sessions: how many, how many completed, how long, per week."""
    start = timestamps.parse("2025-01-15T10:00:00Z") or 0
    for number, (hours, ending) in enumerate([(1, "complete"), (3, "complete"), (8, "abandon")]):
        begun = start + number * 7 * timestamps.DAY
        empty.run("init", f"s{number}", present=begun)
        words = {ending: "", **({"reason": "why"} if ending == "abandon" else {})}
        empty.run("close", f"s{number}", present=begun + hours * HOUR, words=words)
    empty.run("init", "open")
    data = empty.session("stats", "--all", "--json").data
    assert (data["sessions"], data["open"], data["ended"], data["completed"]) == (4, 1, 3, 2)
    assert (data["average_seconds"], data["median_seconds"]) == (4 * 3600, 3 * 3600)
    assert data["completion_rate"] == round(2 / 3, 4)
    assert {week: data["per_week"][week] for week in ("2025-W03", "2025-W04", "2025-W05")} == {
        "2025-W03": 1,
        "2025-W04": 1,
        "2025-W05": 1,
    }


def test_one_or_many(workshop: Workshop) -> None:
    """Asking for one session and for all at once is a wrong call."""
    outcome = workshop.session("stats", "fix-sweep-bug", "--all")
    assert (outcome.code, outcome.out) == (2, "")
    assert "one session, or for many" in outcome.err


def test_sessions_below_a_parent_and_of_a_group(empty: Workshop) -> None:
    """Lists and figures can be of the sessions below a parent, and figures count groups."""
    empty.run("init", "whole", group="Q3")
    empty.run("init", "part-a", parent="whole", group="Q3")
    empty.run("init", "part-b", parent="whole")
    empty.run("init", "other")
    names = {row["shortname"] for row in empty.session("list", "--parent", "whole", "--json").data}
    assert names == {"part-a", "part-b"}
    data = empty.session("stats", "--parent", "00001", "--json").data
    assert (data["sessions"], data["per_group"]) == (2, {"Q3": 1})
