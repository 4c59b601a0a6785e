"""Draws docs/performance.svg from the figures in bench/figures.json, by the standard library alone.

Given two files, what `bench/run` and `bench/scale` wrote, it takes them over into bench/figures.json before.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "bench/figures.json"
PICTURE = ROOT / "docs/performance.svg"

WIDTH, LEFT, RIGHT = 760, 210, 70
ROW, BAR, TOP = 24, 12, 64
MOST = 9
"""Readings of large transcripts are bounded in milliseconds and would not fit on the axis."""
PLOT = 240
WATCHED = ("prompt, ordinary", "SessionStart (brief)", "PreCompact", "session log", "search mutex deadlock")
DASHES = ("none", "6 3", "2 3", "10 3 2 3", "1 4")

STYLE = """
svg { color-scheme: light dark; font: 13px system-ui, sans-serif }
text { fill: #1f2328 } .dim { fill: #59636e } .bar { fill: #4f7cac } .over { fill: #b4572f }
.mark { stroke: #1f2328; stroke-width: 2 } .grid { stroke: #d1d9e0; stroke-width: 1 }
.line { fill: none; stroke: #4f7cac; stroke-width: 2 } .dot { fill: #4f7cac }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .dim { fill: #9198a1 } .bar, .dot { fill: #7aa7d9 } .over { fill: #e0875c }
  .mark { stroke: #e6edf3 } .grid { stroke: #3d444d } .line { stroke: #7aa7d9 }
}
"""


def draw(figures: dict[str, Any]) -> str:
    """Return the picture."""
    rows = [row for row in figures["run"]["cases"] if row["processor_ratio"] < MOST]
    middle = TOP + len(rows) * ROW + 30
    height = middle + PLOT + 90
    facts = figures["run"]["about"]
    about = f"Python {facts['python']}, {facts['processors']} processors, load {facts['load']}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" role="img">',
        "<title>What a hook or a verb costs, and how that grows with the archive</title>",
        f"<desc>{escape(described(rows))}</desc>",
        f"<style>{STYLE}</style>",
        text(0, 18, "Processor time of whole processes, as a multiple of an interpreter that does nothing"),
        text(0, 38, f"medians; the upright mark is the aim; {about}", "dim"),
        *bars(rows),
        text(0, middle + 10, "The same in milliseconds, by the number of sessions, twenty entries in each"),
        *curves(figures["scale"]["sizes"], middle + 30),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    """Return a line of words."""
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.0f}" y="{y:.0f}"{named} text-anchor="{anchor}">{escape(words)}</text>'


def described(rows: list[dict[str, Any]]) -> str:
    """Return the bars in words."""
    return "; ".join(f"{row['name']}: {row['processor_ratio']:.2f}" for row in rows)


def bars(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield a bar a row, with the mark of its aim."""
    widest = max(max(row["processor_ratio"], row["target"]) for row in rows)
    unit = (WIDTH - LEFT - RIGHT) / widest
    for place, row in enumerate(rows):
        y = TOP + place * ROW
        over = row["target"] and row["processor_ratio"] > row["target"]
        yield text(LEFT - 10, y + BAR - 1, row["name"], anchor="end")
        kind = "over" if over else "bar"
        long = row["processor_ratio"] * unit
        yield f'<rect class="{kind}" x="{LEFT}" y="{y}" width="{long:.1f}" height="{BAR}"/>'
        end = LEFT + max(row["processor_ratio"], row["target"]) * unit
        yield text(end + 8, y + BAR - 1, f"{row['processor_ratio']:.2f}", "dim")
        if row["target"]:
            x = LEFT + row["target"] * unit
            yield f'<path class="mark" d="M{x:.1f} {y - 3}v{BAR + 6}"/>'


def curves(sizes: dict[str, Any], top: float) -> Iterator[str]:
    """Yield a line a command, both axes by powers of ten."""
    counts = [int(size) for size in sizes]
    low, high = math.log10(min(counts)), math.log10(max(counts))
    bottom = top + PLOT

    def x(count: int) -> float:
        return 50 + (math.log10(count) - low) / ((high - low) or 1) * (WIDTH - LEFT - 50)

    def y(milliseconds: float) -> float:
        return bottom - max(0.0, math.log10(milliseconds)) / 4 * PLOT

    for power in range(5):
        yield f'<path class="grid" d="M50 {y(10**power):.1f}H{WIDTH - LEFT}"/>'
        yield text(42, y(10**power) + 4, f"{10**power:,}", "dim", "end")
    for count in counts:
        yield text(x(count), bottom + 20, f"{count:,}", "dim", "middle")
    last = sizes[str(counts[-1])]
    names = [name for name in WATCHED if all(name in sizes[str(count)] for count in counts)]
    at = top - 16
    for name in sorted(names, key=lambda name: -float(last[name]["processor_ms"])):
        points = [(x(count), y(sizes[str(count)][name]["processor_ms"])) for count in counts]
        path = "L".join(f"{across:.1f} {down:.1f}" for across, down in points)
        yield f'<path class="line" d="M{path}" stroke-dasharray="{DASHES[WATCHED.index(name)]}"/>'
        yield from (f'<circle class="dot" cx="{across:.1f}" cy="{down:.1f}" r="3"/>' for across, down in points)
        at = max(at + 16, points[-1][1] + 4)
        yield text(points[-1][0] + 12, at, name)


def main(given: list[str]) -> None:
    """Take figures over where they are named, and draw."""
    if given:
        run, scale = (json.loads(Path(path).read_text()) for path in given)
        FIGURES.write_text(json.dumps({"run": run, "scale": scale}, indent=1) + "\n")
    PICTURE.write_text(draw(json.loads(FIGURES.read_text())))


if __name__ == "__main__":
    main(sys.argv[1:])
