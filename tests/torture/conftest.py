"""Tests that count: few rounds in the ordinary run, many with `--long`, and the figures printed at the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rounds = Callable[[int, int], int]
Figure = Callable[[str, object], None]


@pytest.fixture
def rounds(pytestconfig: pytest.Config) -> Rounds:
    """Return a function of (few, many) that picks how many rounds this run has time for."""
    is_long = bool(pytestconfig.getoption("--long"))
    return lambda few, many: many if is_long else few


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Figure:
    """Return a function of (what, value) that puts a line under the test's name at the end of the run."""
    return lambda what, value: record_property(f"figure: {what}", value)
