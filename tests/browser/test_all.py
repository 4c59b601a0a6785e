"""The page of all sessions as a person sees and uses it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from report import stories

from browser.conftest import Look, written_of_all
from session_journal.report import page as page_of
from session_journal.report import story, work
from session_journal.store import Store


def names(page: Any) -> list[str]:
    """Return the names in the table, as far as they are shown, in their order."""
    shown: list[str] = page.eval_on_selector_all(
        "table.sessions tbody tr:not([hidden]) .name", "all => all.map(e => e.innerText)"
    )
    return shown


def column(page: Any, place: int) -> list[float]:
    """Return the values of a column that it is sorted by."""
    values: list[float] = page.eval_on_selector_all(
        "table.sessions tbody tr", f"all => all.map(row => Number(row.cells[{place}].dataset.value))"
    )
    return values


def test_the_figures_are_there(look: Look, whole: Path) -> None:
    """Calendar, lengths, outcomes and a row for each session are seen, and nothing complains."""
    sight = look()
    page = sight.open(whole)
    assert page.locator(".calendar .scroll rect").count() > 360
    assert page.locator(".calendar .scroll rect:not(.q0)").count() > 20
    assert sum(int(text) for text in page.locator(".bars td.n").all_inner_texts()) == 61
    assert len(names(page)) == 61
    assert "checkout-totals" in names(page)
    assert sight.complaints == []
    assert sight.requests == ["the page itself"]


def test_a_day_says_what_was_done(look: Look, whole: Path) -> None:
    """A day of the calendar has its length of work in words, and the table of months adds up."""
    page = look().open(whole)
    titles = page.eval_on_selector_all(".calendar rect.q4 title", "all => all.map(e => e.textContent)")
    assert titles
    assert all(" at work, " in title for title in titles)
    page.get_by_text("The same by months").click()
    days = sum(int(text) for text in page.locator("table.plain td:nth-of-type(1)").all_inner_texts())
    assert days == page.locator(".calendar .scroll rect:not(.q0)").count()


def test_columns_sort_from_the_keyboard(look: Look, whole: Path) -> None:
    """Enter on a column's head sorts by it and again the other way round, and says so to a screen reader."""
    page = look().open(whole)
    head = page.get_by_role("button", name="At work")
    head.focus()
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort]").evaluate("e => [e.innerText.trim(), e.ariaSort]") == [
        "At work",
        "descending",
    ]
    assert column(page, 3) == sorted(column(page, 3), reverse=True)
    page.keyboard.press("Space")
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    assert column(page, 3) == sorted(column(page, 3))
    page.get_by_role("button", name="Session", exact=True).press("Enter")
    assert names(page) == sorted(
        names(page), key=lambda name: [part.zfill(9) if part.isdigit() else part for part in name.split("-")]
    )
    assert page.locator("th[aria-sort]").count() == 1


def test_the_table_is_searched_and_filtered(look: Look, whole: Path) -> None:
    """Words are looked for in names, titles, tags and IDs; a status narrows it further."""
    page = look().open(whole)
    page.keyboard.press("/")
    page.keyboard.type("correctness")
    assert names(page) == ["checkout-totals"]
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Abandoned").press("Space")
    shown = names(page)
    assert 0 < len(shown) < 30
    assert page.locator("#shown").inner_text() == f"{len(shown)} of 61 sessions"
    page.get_by_role("button", name="Every status").press("Enter")
    assert len(names(page)) == 61


def test_a_thousand_sessions_stay_usable(look: Look, tmp_path: Path) -> None:
    """A page of a thousand sessions opens, sorts and searches; its size is bounded."""
    stories.many(tmp_path, 1_000)
    path = written_of_all(tmp_path)
    assert path.stat().st_size < 3_000_000
    page = look().open(path)
    page.get_by_role("button", name="Decisions").press("Enter")
    assert column(page, 5) == sorted(column(page, 5), reverse=True)
    page.keyboard.press("/")
    page.keyboard.type("-999")
    assert len(names(page)) == 1


def test_a_name_leads_to_the_page_of_its_session(look: Look, tmp_path: Path) -> None:
    """A session whose page lies beside is a link that can be followed; the others are none."""
    stories.many(tmp_path, 4)
    document = stories.rich().write(tmp_path)
    store = Store(str(tmp_path))
    found = work.gather(store, stories.PRESENT)
    name = next(row.page for row in found.rows if row.name == "checkout-totals")
    (tmp_path / name).write_text(page_of.of_story(story.tell(store, store.load(str(document)), stories.PRESENT)))
    (tmp_path / "all.html").write_text(page_of.of_work(found, {name}))
    sight = look()
    page = sight.open(tmp_path / "all.html")
    assert page.locator("tbody a").all_inner_texts() == ["checkout-totals"]
    sight.context.unroute_all()
    page.get_by_role("link", name="checkout-totals").click()
    assert page.locator("h1").inner_text() == "Make checkout totals add up"
