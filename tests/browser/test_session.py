"""The page of a session as a person sees and uses it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from report import stories

from browser.conftest import Look, written


def visible(page: Any, selector: str) -> list[str]:
    """Return the texts of the elements that can be seen."""
    texts: list[str] = page.eval_on_selector_all(
        selector, "all => all.filter(e => e.checkVisibility()).map(e => e.innerText.replace(/\\s+/g, ' ').trim())"
    )
    return texts


def test_the_state_is_on_top(look: Look, rich: Path) -> None:
    """Name, summary, progress, current step, open blocker and next steps are seen without scrolling."""
    sight = look()
    page = sight.open(rich)
    for text in (
        "Make checkout totals add up",
        "Every amount is rounded once",
        "of 6 steps",
        "Recompute the open invoices",
        "Accounting has to say on which account",
        "Ask Ines which account takes the difference",
    ):
        box = page.get_by_text(text).first.bounding_box()
        assert box is not None, text
        assert box["y"] + box["height"] <= 900, text
    assert page.get_by_role("img", name="4 of 6 steps are done").is_visible()
    assert sight.complaints == []


def test_the_story_is_told_by_days(look: Look, rich: Path) -> None:
    """Three days with their records: decisions, commits, compactions, what blocked and what resolved it."""
    page = look().open(rich)
    assert [text.split(" 2026")[0] for text in visible(page, ".day h3 > span:first-child")] == [
        "Monday, 9 March",
        "Tuesday, 10 March",
        "Friday, 13 March",
    ]
    assert len(visible(page, "li.m")) == 35
    said = visible(page, ".label")
    for label in (
        "Decided",
        "Done",
        "Commit",
        "Compacted",
        "Blocked",
        "Unblocked",
        "Milestone reached",
        "Found out",
    ):
        assert label in said, label
    assert visible(page, "li.m .talk") == [f"Conversation {n}" for n in range(1, 5)]
    assert visible(page, ".in-blocker .label")[0] == "Blocked"


def test_the_line_of_time_has_bars_notches_and_marks(look: Look, rich: Path) -> None:
    """Four conversations, two compactions cut into them, two blockers of which one is open; marks lead down."""
    page = look().open(rich)
    count = page.locator
    assert count(".chart .k-talk .span").count() == 4
    assert count(".chart .notch").count() == 2
    assert (count(".chart .k-blocker .span").count(), count(".chart .k-blocker .span.open").count()) == (2, 1)
    assert count(".chart .k-decision .mark").count() == 2
    page.locator(".chart .k-decision a").first.click()
    target = page.locator("li.m:target")
    assert "Round once per line" in target.inner_text()
    assert target.locator("details").first.get_attribute("open") is not None


def test_why_is_told_when_asked(look: Look, rich: Path) -> None:
    """The reason for a decision is folded away and opens from the keyboard."""
    page = look().open(rich)
    reason = page.get_by_text("The sum of the lines is then the total by construction")
    assert not reason.is_visible()
    page.locator(".k-decision summary").first.focus()
    page.keyboard.press("Enter")
    assert reason.is_visible()
    assert page.get_by_text("Decimal everywhere, round at the edge").is_visible()


def test_all_can_be_done_from_the_keyboard(look: Look, rich: Path) -> None:
    """From the top: skip link, then search; the chips in their order; Enter and Space pick, Escape takes back."""
    page = look().open(rich)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#story"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("cents")
    assert 0 < len(visible(page, "li.m")) < 10
    found = page.eval_on_selector_all("li.m:not([hidden])", "all => all.map(e => e.textContent.toLowerCase())")
    assert all("cents" in text for text in found)
    assert page.locator("#shown").inner_text().endswith(" of 35 records")
    page.keyboard.press("Escape")
    assert len(visible(page, "li.m")) == 35
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert visible(page, "li.m .label") == ["Decided", "Decided"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert visible(page, "li.m .label") == ["Decided", "Blocked", "Decided", "Unblocked", "Blocked"]
    pressed = page.locator(".chip[aria-pressed=true]").all_inner_texts()
    assert [text.split()[0] for text in pressed] == ["Decisions", "Blockers"]
    assert len(visible(page, ".day")) == 3
    page.keyboard.press("/")
    page.keyboard.type("no such words anywhere")
    assert visible(page, "#nothing")[0].startswith("Nothing fits.")
    page.keyboard.press("Escape")
    assert len(visible(page, "li.m")) == 35


def test_focus_can_be_seen(look: Look, rich: Path) -> None:
    """Whatever has the focus by keyboard has an outline of at least two pixels."""
    page = look().open(rich)
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        tag, width = page.evaluate(
            "(e => [e.tagName, parseFloat(getComputedStyle(e).outlineWidth)])(document.activeElement)"
        )
        seen.add(tag)
        assert width >= 2, tag
    assert {"A", "INPUT", "BUTTON", "SUMMARY", "DIV"} <= seen


def test_a_link_leads_to_a_record_through_a_filter(look: Look, rich: Path) -> None:
    """A deep link shows its record, also when a filter had hidden it."""
    entry = next(one for one in stories.rich().entries if one.kind == "decision")
    sight = look()
    page = sight.open(rich, f"#{entry.name}")
    assert page.locator("li.m:target").is_visible()
    page.get_by_role("button", name="Commits").click()
    assert not page.locator(f"[id='{entry.name}']").is_visible()
    page.evaluate(f"location.hash = ''; location.hash = '{entry.name}'")
    page.wait_for_function("document.querySelector('li.m:target').checkVisibility()")


def test_it_can_be_read_without_the_script(look: Look, rich: Path) -> None:
    """With scripts turned off everything is there but the search and the filters."""
    page = look(java_script_enabled=False).open(rich)
    assert page.locator("li.k-decision", has_text="Round once per line").is_visible()
    assert page.locator("li.m").count() == 35
    assert not page.locator(".tools").is_visible()


def test_the_smallest_session_looks_whole(look: Look, tiny: Path) -> None:
    """A session that has just begun has its name and its first record, and no complaint in the console."""
    sight = look()
    page = sight.open(tiny)
    assert visible(page, "h1") == ["look-into-it"]
    assert visible(page, "li.m .label") == ["Started"]
    assert sight.complaints == []
    assert sight.requests == ["the page itself"]


def test_a_huge_session_stays_usable(look: Look, tmp_path: Path) -> None:
    """With 5,000 records the page opens, says what it leaves out, and a search answers."""
    page = look().open(written(tmp_path, stories.huge(5_000)))
    assert "3,001 records that tell least are left out" in page.inner_text(".left-out")
    page.keyboard.press("/")
    page.keyboard.type("Record 37 ")
    assert page.locator("#shown").inner_text().endswith("of 2,000 records")
    assert 0 < page.locator("li.m:not([hidden])").count() < 200


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_those_who_want_that(look: Look, rich: Path, motion: str) -> None:
    """Under reduced motion there is no smooth scrolling and no transition."""
    page = look(reduced_motion=motion).open(rich)
    still = page.evaluate(
        "getComputedStyle(document.documentElement).scrollBehavior === 'auto' && "
        "[...document.querySelectorAll('*')].every(e => parseFloat(getComputedStyle(e).transitionDuration) === 0)"
    )
    assert still is (motion == "reduce")


def test_what_was_captured_is_laid_out(look: Look, tmp_path: Path) -> None:
    """Captured words have bold labels and lists, folded to a beginning, and one compaction is one record."""
    captured = "**Asked**: Why `x`?\n\n**Found**:\n- The <b>cause</b>\n- More\n\n**Noted**:\n- Late"
    tale = stories.Tale("caught", "Caught", "Goal").then(minutes=1, conversation="c1")
    tale.add("checkpoint", f"before a compaction (auto)\n\n{captured}")
    tale.then(minutes=1).add("compaction", "", of=tale.entries[-1].name).add("compaction", "Sum", counted="yes")
    tale.then(minutes=1).add("captured", captured).add("next", "Write a test").add("done", "x", step="Fix x").add(
        "note", "N"
    )
    page = look().open(written(tmp_path, tale))
    assert visible(page, ".label") == [
        "Started",
        "Compacted",
        "Caught up from the transcript",
        "Next",
        "Done",
        "Note",
    ]
    assert page.locator(".chip", has_text="Compactions").inner_text().split() == ["Compactions", "1"]
    told = page.locator("li.m", has_text="Caught up")
    assert "**" not in page.locator("main").inner_text()
    beginning = told.locator("summary .text")
    assert beginning.is_visible()
    told.locator("summary").click()
    assert not beginning.is_visible()
    assert told.locator(".whole b").all_inner_texts() == ["Asked", "Found", "Noted"]
    assert told.locator(".whole .item").all_inner_texts() == ["The <b>cause</b>", "More", "Late"]
    marks = [page.locator("li.m", has_text=text).locator("use").get_attribute("href") for text in ("Next", "Done")]
    assert marks == ["#i-ahead", "#i-step"]
