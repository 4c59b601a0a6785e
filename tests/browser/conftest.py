"""A real Chromium, the pages in it, and a record of everything that it tried."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from report import stories
from report.stories import Tale

from session_journal.report import page, story, work
from session_journal.store import Store


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests here: they need what tests/run does not install."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Sight:
    """A page as somebody sees it, with what it asked for, complained of and did."""

    def __init__(self, context: Any) -> None:
        self.context = context
        self.page = context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        context.route("**/*", self._route)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("popup", lambda _popup: self.complaints.append("popup"))

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _route(self, route: Any) -> None:
        if route.request.is_navigation_request() and route.request.url.startswith("file://") and not self.requests:
            self.requests.append("the page itself")
            route.continue_()
            return
        self.requests.append(route.request.url)
        route.abort()

    def open(self, path: Path, anchor: str = "") -> Any:
        """Open a file; return the browser's page."""
        self.requests.clear()
        self.page.goto(path.as_uri() + anchor)
        return self.page


Look = Callable[..., Sight]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Start the system's Chromium."""
    from playwright import sync_api  # not in the lock of the other tests

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "there is no chromium: `apt-get install chromium`"
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture
def look(chromium: Any) -> Iterator[Look]:
    """Return what opens a new window: `look(color_scheme="dark", viewport={…})`."""
    contexts: list[Any] = []

    def new(**options: Any) -> Sight:
        given = {"viewport": {"width": 1200, "height": 900}, "locale": "en-GB", **options}
        contexts.append(chromium.new_context(**given))
        return Sight(contexts[-1])

    yield new
    for context in contexts:
        context.close()


@pytest.fixture(scope="session", autouse=True)
def utc() -> None:
    """Make pages with the times of a known place."""
    os.environ["TZ"] = "UTC"
    time.tzset()


def written(folder: Path, tale: Tale) -> Path:
    """Write the page of a session; return its file."""
    document = tale.write(folder)
    store = Store(str(folder))
    path = folder / "story.html"
    path.write_text(page.of_story(story.tell(store, store.load(str(document)), stories.PRESENT)))
    return path


def written_of_all(folder: Path) -> Path:
    """Write the page of all sessions of a project; return its file."""
    path = folder / "all.html"
    path.write_text(page.of_work(work.gather(Store(str(folder)), stories.PRESENT)))
    return path


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the rich session."""
    return written(tmp_path_factory.mktemp("rich"), stories.rich())


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of a session that has just begun."""
    return written(tmp_path_factory.mktemp("tiny"), stories.empty())


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of sixty sessions, one of them rich."""
    folder = tmp_path_factory.mktemp("whole")
    stories.many(folder, 60)
    stories.rich().write(folder)
    return written_of_all(folder)
