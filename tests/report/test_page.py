"""What a page is made of: one file, every text escaped, nothing allowed but its own style and script."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from workshop import ROOT, Workshop

from report import hostile_story, stories
from session_journal.report import page, story, work
from session_journal.store import Store

TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "script",
        "body",
        "main",
        "header",
        "footer",
        "section",
        "div",
        "p",
    ),
    *("h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "span", "a", "b", "code", "kbd", "time", "details"),
    *("summary", "label", "input", "button", "table", "thead", "tbody", "tr", "th", "td"),
    *("svg", "symbol", "path", "circle", "use", "g", "rect", "line", "text"),
}


class Elements(HTMLParser):
    """Collects every element with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))


def page_of(root: Path, path: Path) -> str:
    """Return the page of a session."""
    store = Store(str(root))
    return page.of_story(story.tell(store, store.load(str(path)), stories.PRESENT))


def page_of_all(root: Path) -> str:
    """Return the page of all sessions."""
    return page.of_work(work.gather(Store(str(root)), stories.PRESENT))


@pytest.fixture
def hostile(empty: Workshop) -> list[str]:
    """Return both pages of a project in which everything is hostile."""
    path = hostile_story.project(empty)
    (path.parent / "broken-<script>pwned('path')<.md".replace("/", "")).write_text("no front matter")
    return [page_of(empty.root, path), page_of_all(empty.root)]


def test_every_text_is_escaped(hostile: list[str]) -> None:
    """No text makes an element, a handler, a style or a link that leads out of the page."""
    for text in hostile:
        elements = Elements(text).found
        assert {tag for tag, _ in elements} <= TAGS
        assert [tag for tag, _ in elements].count("script") == 1
        assert [tag for tag, _ in elements].count("style") == 1
        for tag, attributes in elements:
            assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "action")]
            assert tag == "meta" or "http-equiv" not in attributes
            assert (attributes.get("href") or "#").startswith("#")
        assert "{{7*7}}" in text


@pytest.mark.parametrize("of_all", [False, True])
def test_the_policy_allows_the_one_style_and_the_one_script(tmp_path: Path, of_all: bool) -> None:
    """The policy denies everything but what has the hashes of the style and the script in the page."""
    path = stories.rich().write(tmp_path)
    text = page_of_all(tmp_path) if of_all else page_of(tmp_path, path)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    policy = policy.replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "http://" not in text
    assert "https://" not in text


def test_what_cannot_be_seen_is_left_out(tmp_path: Path) -> None:
    """Control characters, direction overrides and lone surrogates do not get into a page."""
    path = stories.Tale("odd", "A\u202eB\x07C", "x\udc80y\u2066z").write(tmp_path)
    text = page_of(tmp_path, path)
    assert not set("\u202e\x07\udc80\u2066") & set(text)
    text.encode()


def test_a_page_of_the_smallest_session_says_so(tmp_path: Path) -> None:
    """A session of which only the name is known has a page without empty boxes or tools."""
    text = page_of(tmp_path, stories.empty().write(tmp_path))
    assert "No steps were planned." in text
    for absent in ("At a glance", 'type="search"', "Blocked by", "Files changed"):
        assert absent not in text


def test_the_package_carries_its_templates() -> None:
    """The templates, the style and the script lie in the package's folder, of which the wheel takes all."""
    names = {path.name for path in (ROOT / "src/session_journal/report/pages").iterdir()}
    assert names == {
        *(
            "base.html",
            "session.html",
            "all.html",
            "parts.html",
            "chart.html",
            "marks.html",
            "page.css",
            "page.js",
        ),
    }
    built = (ROOT / "pyproject.toml").read_text()
    assert 'packages = ["src/session_journal"]' in built
    assert "exclude" not in built.partition("[tool.hatch")[2].partition("[tool.ruff")[0]
