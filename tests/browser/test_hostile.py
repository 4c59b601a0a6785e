"""A hostile session does nothing in a browser but be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from report import hostile_story, stories
from workshop import Workshop

from browser.conftest import Look, written_of_all
from session_journal.report import page, story
from session_journal.store import Store

WATCH = "window.did = []; window.pwned = what => { window.did.push(what); alert(what) }"
ODD = """() => [...document.querySelectorAll('*')].filter(e =>
    e.matches('img, iframe, object, embed, link, base, form, math, foreignObject, audio, video')
    || [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'style' || a.name === 'src'
        || (a.name.endsWith('href') && !a.value.startsWith('#')))
).map(e => e.outerHTML.slice(0, 200))"""


@pytest.fixture
def pages(empty: Workshop) -> list[Path]:
    """Return both pages of a hostile project."""
    document = hostile_story.project(empty)
    store = Store(str(empty.root))
    path = empty.root / "story.html"
    path.write_text(page.of_story(story.tell(store, store.load(str(document)), stories.PRESENT)))
    return [path, written_of_all(empty.root)]


@pytest.mark.parametrize("guarded", [True, False], ids=["as it is", "without its policy"])
def test_nothing_runs_and_nothing_is_fetched(look: Look, pages: list[Path], guarded: bool) -> None:
    """No payload runs, asks the network or leaves the page, by escaping alone and with the policy over it.

    Everything is opened, searched, filtered, hovered and clicked at.
    """
    for path in pages:
        if not guarded:
            text = path.read_text()
            path.write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text))
        sight = look()
        sight.context.add_init_script(WATCH)
        seen = sight.open(path)
        seen.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        for link in seen.locator("a[href]").all()[:60]:
            link.dispatch_event("click")
            link.dispatch_event("mouseover")
            link.dispatch_event("focus")
        for chip in seen.locator(".chip").all():
            chip.click()
        seen.fill("#search", hostile_story.PAYLOADS[1]) if seen.locator("#search").count() else None
        seen.emulate_media(media="print")
        seen.wait_for_timeout(300)
        assert seen.evaluate("window.did") == []
        assert seen.evaluate(ODD) == []
        assert sight.complaints == []
        assert sight.requests == ["the page itself"]
        assert seen.url.startswith(path.as_uri())
        assert seen.evaluate("[document.scripts.length, document.styleSheets.length]") == [1, 1]


def test_the_policy_stops_what_gets_in(look: Look, rich: Path, tmp_path: Path) -> None:
    """Were an element to slip in, the policy would neither run it nor fetch for it."""
    slipped = (
        "<script>pwned('script')</script><img src='http://evil.example/i' onerror=\"pwned('img')\">"
        "<p style='background:url(http://evil.example/b)' onclick=\"pwned('p')\" id=slipped>x</p>"
        "<iframe src='http://evil.example/f'></iframe>"
        "<form action='http://evil.example/'><button id=send>s</button></form>"
    )
    path = tmp_path / "slipped.html"
    path.write_text(rich.read_text().replace("<main>", f"<main>{slipped}"))
    sight = look()
    sight.context.add_init_script(WATCH)
    seen = sight.open(path)
    seen.locator("#slipped").click()
    seen.locator("#send").dispatch_event("click")
    seen.wait_for_timeout(300)
    assert seen.evaluate("window.did") == []
    assert sight.requests == ["the page itself"]
    assert any("Content Security Policy" in line for line in sight.complaints)


def test_hostile_texts_are_read_as_they_are(look: Look, pages: list[Path]) -> None:
    """A payload is shown as text, letter for letter."""
    seen = look().open(pages[0])
    shown = seen.evaluate("document.querySelector('main').textContent")
    for payload in (hostile_story.PAYLOADS[0], hostile_story.PAYLOADS[1], "{{7*7}} {% raw %} ${7*7} <%= 7*7 %>"):
        assert payload in shown
    assert seen.title().startswith(hostile_story.PAYLOADS[0])
