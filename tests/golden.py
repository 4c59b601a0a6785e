"""Texts that people read, held to files: a change of wording is a change of a file, to be looked at."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "golden"


def check(name: str, text: str) -> None:
    """Hold a text to `tests/data/golden/NAME`; REWRITE_GOLDEN=1 in the environment writes the file instead."""
    path = FOLDER / name
    if os.environ.get("REWRITE_GOLDEN"):
        path.write_text(text)
    assert text == path.read_text()
