"""The pages that people read, and what stands in them."""

from __future__ import annotations

import re

from workshop import ROOT

PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").glob("*.md")),
]


def page(name: str) -> str:
    """Return the text of a page."""
    return (ROOT / name).read_text()


def blocks(text: str, kind: str) -> list[str]:
    """Return the fenced blocks of a kind in a page."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def spans(text: str) -> list[str]:
    """Return the code spans of a page, outside its fenced blocks, each in one line."""
    bare = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    found = re.findall(r"(?<!`)(`{1,2})(?!`)(.+?)(?<!`)\1(?!`)", bare, re.DOTALL)
    return [" ".join(span.split()) for _, span in found]
