#!/usr/bin/env python3
"""Draws docs/report.png: the page of `session report` for a made-up story, as a browser shows it.

scripts/report_picture.py [FILE], with an environment made from requirements/browser.txt and a Chromium.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from playwright.sync_api import sync_playwright  # noqa: E402
from report import stories  # noqa: E402

from session_journal.report import page, story  # noqa: E402
from session_journal.store import Store  # noqa: E402

WIDTH, HEIGHT = 1120, 1350


def main() -> None:
    """Write the story, make its page and take a picture of the upper part of it."""
    target = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "docs" / "report.png")
    os.environ["TZ"] = "UTC"
    time.tzset()
    with tempfile.TemporaryDirectory() as folder:
        document = stories.rich().write(Path(folder))
        store = Store(folder)
        path = Path(folder) / "story.html"
        path.write_text(page.of_story(story.tell(store, store.load(str(document)), stories.PRESENT)))
        photograph(path, target)
    print(f"{target}: {os.path.getsize(target):,} bytes")


def photograph(path: Path, target: str) -> None:
    """Take the picture, at the time of the story."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=sandbox)
        view = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        view.clock.set_fixed_time(stories.PRESENT // 1_000_000)
        view.goto(path.as_uri())
        view.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    main()
