"""What a session's story holds: what happened, in its order, and how it hangs together."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop import Workshop

from report import stories
from report.stories import PRESENT, Tale
from session_journal import timestamps
from session_journal.report import chart, page, story
from session_journal.report.scale import Scale
from session_journal.report.story import Story
from session_journal.store import Store


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Return the story of a session with 5,000 records."""
    return told(tmp_path_factory.mktemp("huge"), stories.huge(5_000))


def told(root: Path, tale: Tale, present: int = PRESENT) -> Story:
    """Write a session and return its story."""
    path = tale.write(root)
    store = Store(str(root))
    return story.tell(store, store.load(str(path)), present)


def test_a_story_has_everything_in_its_order(tmp_path: Path) -> None:
    """All records are there, oldest first, grouped by days that are counted from the first."""
    found = told(tmp_path, stories.rich())
    assert len(found.moments) == len(stories.rich().entries)
    assert [one.at for one in found.moments] == sorted(one.at for one in found.moments)
    assert [(day.number, len(day.moments)) for day in found.days] == [(1, 13), (2, 13), (5, 9)]
    assert found.left_out == 0


def test_conversations_are_numbered_with_their_spans(tmp_path: Path) -> None:
    """Each conversation lasts from its first to its last record, and its moments know it."""
    found = told(tmp_path, stories.rich())
    assert [talk.number for talk in found.conversations] == [1, 2, 3, 4]
    for talk in found.conversations:
        own = [one.at for one in found.moments if one.conversation == talk.number]
        assert (talk.start, talk.end) == (min(own), max(own))


def test_a_blocker_lasts_until_it_is_resolved(tmp_path: Path) -> None:
    """A resolved blocker ends with what resolved it, an open one has no end; moments between say so."""
    found = told(tmp_path, stories.rich())
    resolved, still = found.blockers
    (unblock,) = [one for one in found.moments if one.kind == "unblock"]
    assert resolved.end == unblock.at
    assert still.end is None
    blocked = [one for one in found.moments if one.blocked]
    assert all(resolved.start <= one.at <= resolved.end or one.at >= still.start for one in blocked)
    assert len(blocked) > 8


def test_a_blocker_of_an_ended_session_ends_with_it(tmp_path: Path) -> None:
    """Nothing goes on being blocked when the session is over."""
    tale = stories.rich()
    tale.then(minutes=5).add("abandoned", "No budget")
    assert [blocker.end is None for blocker in told(tmp_path, tale).blockers] == [False, False]


def test_what_was_asked_and_sent_belongs_to_the_story(empty: Workshop) -> None:
    """Prompts from the journal and messages to the session stand among the moments."""
    empty.run("init", "one", goal="G")
    whole = '{"prompts":[{"number":1,"text":"Find the cent","when":"2026-03-09T09:30:00Z"}]}'
    path = stories.rich().add("captured", "", {"captured": whole, "of": "c1"}).write(empty.root)
    empty.run("send", "The bank rounds half to even", to=path.stem[-6:])
    store = Store(str(empty.root))
    found = story.tell(store, store.load(str(path)), timestamps.now())
    assert [one.text for one in found.moments if one.kind == "asked"] == ["Find the cent"]
    assert [one.text for one in found.moments if one.kind == "message"] == ["The bank rounds half to even"]


def test_commits_of_its_time_are_there_once(worktree: Workshop) -> None:
    """A commit that nobody recorded is found in git, and one that was recorded is there once."""
    sha = worktree.commits("b.txt")
    store = Store(str(worktree.root))
    loaded = store.load(str(worktree.path))
    commits = [
        one
        for one in story.tell(store, loaded, timestamps.now() + timestamps.MINUTE).moments
        if one.kind == "commit"
    ]
    assert [(one.text, dict(one.more)["Commit"]) for one in commits if one.text != "Begin"] == [
        ("Write b.txt", sha)
    ]


def test_what_stands_only_in_the_document_is_told_too(workshop: Workshop) -> None:
    """A decision that a person wrote into the document is in the story, once, with its reason."""
    workshop.run("log", decision="Take the lock", rationale="Simple")
    workshop.text = workshop.text.replace(
        "## Discoveries",
        "### 2. By hand (2026-03-09T10:00)\n**Choice**: By hand\n**Rationale**: Because\n\n## Discoveries",
    )
    store = Store(str(workshop.root))
    decided = [
        (one.text, dict(one.more)["Why"])
        for one in story.tell(store, store.load(str(workshop.path)), timestamps.now()).moments
        if one.kind == "decision"
    ]
    assert decided == [("By hand", "Because"), ("Take the lock", "Simple")]


def test_a_long_session_stays_small(huge: Story) -> None:
    """Of 5,000 records those that tell most are kept, the page says how many are not, and is under 3 MB."""
    found = huge
    assert (len(found.moments), found.left_out) == (story.MOST, 5_001 - story.MOST)
    assert sum(one.kind == "decision" for one in found.moments) == found.figures.kinds["decision"]
    text = page.of_story(found)
    assert len(text) < 3_000_000
    assert "3,001 records that tell least are left out" in text


def test_long_texts_share_a_bounded_room(tmp_path: Path) -> None:
    """Three hundred texts of 20,000 characters make no page of 6 MB, and each says what it lacks."""
    tale = Tale("big", "Big", "Big")
    for _ in range(300):
        tale.then(minutes=1).add("note", "word " * 4_000)
    found = told(tmp_path, tale)
    text = page.of_story(found)
    assert len(text) < 4_000_000
    assert text.count("more are in the journal") == 300


def test_silences_are_folded_and_work_is_to_scale() -> None:
    """On the line a night is a narrow stretch, and twice the time at work is twice the length."""
    minute, hour = timestamps.MINUTE, timestamps.HOUR
    scale = Scale([0, 10 * minute, 30 * minute, 30 * minute + 12 * hour, 50 * minute + 12 * hour], 1000)
    first, second = scale.at(10 * minute), scale.at(30 * minute) - scale.at(10 * minute)
    assert abs(second - 2 * first) < 1e-6
    (night,) = scale.silences
    assert night.length == 12 * hour
    assert night.end - night.start < 400
    assert scale.at(10**18) == 1000
    assert scale.at(-1) == 0


def test_marks_that_would_cover_each_other_are_one(huge: Story) -> None:
    """The chart of 5,000 records has a bounded number of marks, and they count what they stand for."""
    laid = chart.of(huge)
    assert laid is not None
    marks = [mark for lane in laid.lanes for mark in lane.marks]
    assert len(marks) < 1_200
    assert any(mark.count > 1 and " more" in mark.title for mark in marks)


def test_a_session_of_one_record_has_no_chart(tmp_path: Path) -> None:
    """A line of time needs more than one point."""
    assert chart.of(told(tmp_path, stories.empty())) is None


def test_a_compaction_is_told_once(tmp_path: Path) -> None:
    """Checkpoint, late capture, count and summary of one compaction are one moment, as in the figures."""
    tale = Tale("one", "One", "Goal").then(minutes=1, conversation="c1")
    tale.add("checkpoint", "before a compaction (auto)\n\n**Asked**: Why?", {"progress": "1/3"})
    before = tale.entries[-1].name
    tale.then(minutes=1).add("captured", "**Noted**:\n- Late words")
    tale.add("compaction", "", of=before).add("compaction", "What we did", counted="yes")
    tale.then(minutes=5).add("checkpoint", "before a compaction (manual)")
    tale.then(minutes=1).add("compaction", "Again", of=tale.entries[-1].name)
    tale.then(minutes=1).add("checkpoint", "before a compaction (auto)")
    found = told(tmp_path, tale)
    assert [one.kind for one in found.moments] == ["started", "compaction", "compaction", "checkpoint"]
    assert found.figures.compactions == 2
    first = dict(found.moments[1].more)
    assert first["The client's summary"] == "What we did"
    assert first["Captured before it"] == "**Asked**: Why?\n\n**Noted**:\n- Late words"


def test_what_is_done_is_named_in_full_and_what_is_not_is_no_step_done(tmp_path: Path) -> None:
    """A step that a part of its text checked off has its whole text; what comes next counts among the plans."""
    tale = Tale("one", "One", "Goal", steps=["Find the cause", "Fix it"])
    tale.add("done", "cause", step="Find the cause").add("next", "Write a test").add(
        "current", "fix", step="Fix it"
    )
    tale.add("item", "Ship", {"action": "add", "id": "I-1", "status": "open"})
    tale.add("item", "Ship", {"action": "done", "id": "I-1", "status": "done"})
    found = told(tmp_path, tale).moments[1:]
    assert [(one.group, one.text) for one in found] == [
        ("step", "Find the cause"),
        ("ahead", "Write a test"),
        ("ahead", "Fix it"),
        ("ahead", "I-1 open: Ship"),
        ("step", "I-1 done: Ship"),
    ]
    assert found[0].more == ()


@pytest.mark.parametrize(
    ("title", "goal", "tldr", "said"),
    [
        ("Fix the race", "Fix the race.", "", ("", "")),
        ("Fix the race", "Fix the race", "Fix  the race", ("", "")),
        ("Race", "Fix the race", "Fix the race\n", ("Fix the race", "")),
        ("Fix the race", "Fix the race", "It is a lock", ("It is a lock", "")),
        ("Race", "Fix the race", "It is a lock", ("It is a lock", "Fix the race")),
    ],
)
def test_the_goal_is_said_once(tmp_path: Path, title: str, goal: str, tldr: str, said: tuple[str, str]) -> None:
    """Of title, summary and goal none repeats another."""
    tale = Tale("one", title, goal)
    if tldr:
        tale.then(minutes=1).add("checkpoint", "", tldr=tldr)
    found = told(tmp_path, tale)
    assert (found.summary, found.goal) == said
