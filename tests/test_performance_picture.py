"""docs/performance.svg shows the figures that are kept, and what it shows is right."""

from __future__ import annotations

import importlib.util
import json
from types import ModuleType
from xml.etree import ElementTree

import pytest
from workshop import ROOT


@pytest.fixture
def picture() -> ModuleType:
    """Return the script as a module."""
    spec = importlib.util.spec_from_file_location("picture", ROOT / "scripts/performance_picture.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_is_that_of_the_figures(picture: ModuleType) -> None:
    """docs/performance.svg is what the script draws of bench/figures.json."""
    figures = json.loads((ROOT / "bench/figures.json").read_text())
    assert (ROOT / "docs/performance.svg").read_text() == picture.draw(figures)


def test_what_is_above_its_aim_looks_so(picture: ModuleType) -> None:
    """A bar beyond its mark has the other colour, and its length goes by its figure."""
    rows = [
        {"name": "good", "processor_ratio": 2.0, "target": 2.5},
        {"name": "<bad>", "processor_ratio": 4.0, "target": 3},
    ]
    size = {"PreCompact": {"processor_ms": 40.0}}
    about = {"python": "3", "processors": 2, "load": 1.0}
    drawn = picture.draw({"run": {"about": about, "cases": rows}, "scale": {"sizes": {"100": size, "1000": size}}})
    bars = [each.attrib for each in ElementTree.fromstring(drawn).iter("{http://www.w3.org/2000/svg}rect")]  # noqa: S314
    assert [bar["class"] for bar in bars] == ["bar", "over"]
    assert float(bars[1]["width"]) == pytest.approx(2 * float(bars[0]["width"]))
