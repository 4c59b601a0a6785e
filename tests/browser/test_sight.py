"""Pages for all eyes and all places: contrast, narrow windows, zoom, paper."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import Look

CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = text => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
  };
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const light = c => {
    const [r, g, b] = c.slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = element => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, style = getComputedStyle(element);
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (element.closest('script, style, title, .sr')) continue;
    const svg = element instanceof SVGElement;
    let below = ground(element);
    const bar = svg && element.classList.contains('in') && element.parentElement.querySelector('.span');
    if (bar) below = over(rgba(getComputedStyle(bar).fill), below);
    const ink = over(rgba(svg ? style.fill : style.color), below);
    const [a, b] = [light(ink), light(below)].sort((x, y) => y - x);
    found.push([(a + .05) / (b + .05), walker.currentNode.data.trim().slice(0, 40), style.font]);
  }
  return found;
}"""
FIXED_WIDTHS = (320, 390, 768)


def show_everything(page: Any) -> None:
    """Open whatever is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["rich", "tiny", "whole"])
def test_all_text_can_be_read(look: Look, request: pytest.FixtureRequest, name: str, scheme: str) -> None:
    """Every text has a contrast of 4.5 to 1 to what is under it (WCAG 2, level AA), in both schemes."""
    page = look(color_scheme=scheme, reduced_motion="reduce").open(request.getfixturevalue(name))
    show_everything(page)
    for state in ("", "picked"):
        if state and page.locator(".chip").count():
            page.locator(".chip").nth(1).click()
        found = page.evaluate(CONTRAST)
        assert len(found) > 10
        assert [row for row in found if row[0] < 4.5] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_schemes_differ(look: Look, rich: Path, scheme: str) -> None:
    """The paper is light in the one and dark in the other."""
    page = look(color_scheme=scheme).open(rich)
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    brightness = sum(map(int, re.findall(r"\d+", colour)[:3]))
    assert brightness > 700 if scheme == "light" else brightness < 100


@pytest.mark.parametrize("width", FIXED_WIDTHS)
@pytest.mark.parametrize("name", ["rich", "tiny", "whole"])
def test_a_narrow_window_does_not_scroll_sideways(
    look: Look, request: pytest.FixtureRequest, name: str, width: int
) -> None:
    """At the width of a phone nothing is cut off: wide drawings scroll in a box of their own."""
    page = look(viewport={"width": width, "height": 700}).open(request.getfixturevalue(name))
    show_everything(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = page.eval_on_selector_all(
        "main *",
        "all => all.filter(e => e.checkVisibility() && !e.closest('.scroll, .sr, svg')"
        " && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120))",
    )
    assert outside == []


@pytest.mark.parametrize("name", ["rich", "whole"])
def test_twice_the_size_still_fits(look: Look, request: pytest.FixtureRequest, name: str) -> None:
    """At a zoom of 200 % in a window of 1,280 pixels nothing scrolls sideways."""
    page = look(viewport={"width": 640, "height": 450}, device_scale_factor=2).open(request.getfixturevalue(name))
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert page.locator("#search").is_visible()


@pytest.mark.parametrize("name", ["rich", "whole"])
def test_it_prints_on_white(look: Look, request: pytest.FixtureRequest, name: str) -> None:
    """Printed from the dark scheme it is a PDF of few pages with dark text on white, and nothing folded."""
    page = look(color_scheme="dark").open(request.getfixturevalue(name))
    pdf = page.pdf(format="A4", print_background=True)
    assert pdf.startswith(b"%PDF")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 8
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator(".tools").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert [row for row in page.evaluate(CONTRAST) if row[0] < 4.5] == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 0


@pytest.mark.parametrize("name", ["rich", "whole"])
def test_everything_has_a_name(look: Look, request: pytest.FixtureRequest, name: str) -> None:
    """Each control has a name for those who hear the page, ids are unique, headings descend one by one."""
    page = look().open(request.getfixturevalue(name))
    unnamed = page.evaluate(
        "[...document.querySelectorAll('button, input, a[href]:not([tabindex]), [role=region], [role=img]')]"
        ".filter(e => !(e.innerText?.trim() || e.ariaLabel || e.labels?.length || e.matches('[aria-labelledby]')))"
        ".map(e => e.outerHTML.slice(0, 120))"
    )
    assert unnamed == []
    ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))
    levels = page.eval_on_selector_all("h1, h2, h3", "all => all.map(e => Number(e.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.evaluate("document.documentElement.lang") == "en"
