"""Draws docs/demo.svg: a terminal with the compaction and the next morning of `session demo`.

Started by scripts/picture. The same text stands in the picture's description, for readers who do not see it and
for the test that tells whether the picture is still true.
"""

from __future__ import annotations

import io
import os
import sys
from xml.sax.saxutils import escape

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(ROOT, "src")]
sys.path.append(os.environ.pop("SESSION_JOURNAL_SITE"))

from rich.ansi import AnsiDecoder  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.style import Style  # noqa: E402
from rich.text import Text  # noqa: E402

from session_journal.demo import play  # noqa: E402

PICTURE = os.path.join(ROOT, "docs", "demo.svg")
COLUMNS = 92
CHARACTER, LINE, MARGIN, BAR = 7.83, 18, 18, 40
COLOURS = {1: "#ff7b72", 2: "#7ee787", 3: "#e3b341", 4: "#79c0ff", 5: "#d2a8ff", 6: "#56d4dd"}
FOREGROUND, DIM = "#d1d7e0", "#8b949e"
SHAPE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"
  role="img">
<title>What session demo prints: a compaction, and the next morning</title>
<desc>
{description}
</desc>
<style>text {{ font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; \
fill: {foreground}; white-space: pre }}</style>
<rect x="1" y="1" width="{inner_width}" height="{inner_height}" rx="9" fill="#10151d" stroke="#3d444d"/>
<circle cx="22" cy="21" r="6" fill="#ff5f57"/><circle cx="42" cy="21" r="6" fill="#febc2e"/>\
<circle cx="62" cy="21" r="6" fill="#28c840"/>
{lines}
</svg>
"""


def main() -> None:
    """Play the demo and draw two of its scenes."""
    lines = [Text.assemble(("$ ", "green"), "session demo"), Text("⋮", "dim"), *scenes()]
    drawn = [draw(line, place) for place, line in enumerate(lines)]
    width, height = round(2 * MARGIN + COLUMNS * CHARACTER), BAR + LINE * len(lines) + MARGIN
    with open(sys.argv[1] if len(sys.argv) > 1 else PICTURE, "w", encoding="utf-8") as stream:
        stream.write(
            SHAPE.format(
                width=width,
                height=height,
                inner_width=width - 2,
                inner_height=height - 2,
                foreground=FOREGROUND,
                description=escape("\n".join(line.plain.rstrip() for line in lines)),
                lines="\n".join(line for line in drawn if line),
            )
        )


def scenes() -> list[Text]:
    """Return the lines of the second and the third scene, as styled on a terminal."""
    os.environ.pop("NO_COLOR", None)
    printed = io.StringIO()
    play(
        Console(file=printed, force_terminal=True, color_system="standard", width=COLUMNS, highlight=False),
        keep=False,
    )
    lines = list(AnsiDecoder().decode(printed.getvalue()))
    blank = [place for place, line in enumerate(lines) if not line.plain.strip()]
    return lines[blank[1] : blank[3]]


def draw(line: Text, place: int) -> str:
    """Return a line as an SVG text at its place."""
    if not line.plain.strip():
        return ""
    spans = "".join(span(segment.text, segment.style) for segment in line.render(Console()))
    return f'<text x="{MARGIN}" y="{BAR + LINE * place + 13}" xml:space="preserve">{spans}</text>'


def span(text: str, style: Style | None) -> str:
    """Return a stretch of one style."""
    if style is None or not style:
        return escape(text)
    number = style.color.number if style.color else None
    colour = COLOURS.get(number % 8, FOREGROUND) if number is not None else DIM if style.dim else FOREGROUND
    weight = ' font-weight="bold"' if style.bold else ""
    slant = ' font-style="italic"' if style.italic else ""
    return f'<tspan fill="{colour}"{weight}{slant}>{escape(text)}</tspan>'


if __name__ == "__main__":
    main()
