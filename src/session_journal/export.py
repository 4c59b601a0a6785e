"""A session in the formats that other people and programs read; pure: names of files -> their text."""

from __future__ import annotations

import csv
import html
import io
import json

from markdown_it import MarkdownIt

from . import handover, identity, timestamps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .handover import Told

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; }
h2 { margin-top: 2rem; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
code { font-size: 0.92em; } pre { overflow-x: auto; }
@media print {
  body { font-size: 11pt; margin: 0; max-width: none; }
  h2 { break-after: avoid; }
  li { break-inside: avoid; }
}
"""


_BEGINS_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet takes for a formula's beginning, also as full-width signs."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def _stem(told: Told) -> str:
    number = told.session.number
    return f"SESSION-{number if identity.is_number(number) else told.session.key}"


def as_markdown(told: Told) -> dict[str, str]:
    """Return the four documents of a hand-over."""
    stem = _stem(told)
    return {
        f"{stem}-LOG.md": handover.work_log(told),
        f"{stem}-FILES.txt": handover.files(told),
        f"{stem}-DECISIONS.md": handover.decisions(told),
        f"{stem}-HANDOFF.md": handover.hand_off(told),
    }


def as_csv(told: Told) -> dict[str, str]:
    """Return the entries and the files as tables (RFC 4180)."""
    entries = [
        (timestamps.to_second(e.at), e.kind, e.field("category"), e.text, e.field("rationale"), e.conversation)
        for e in told.entries
    ]
    changes = [
        (c.path, c.change, c.source, {True: "yes", False: "no", None: ""}[c.committed]) for c in told.changes.files
    ]
    return {
        f"{_stem(told)}-ENTRIES.csv": _table(
            ("at", "kind", "category", "text", "rationale", "conversation"), entries
        ),
        f"{_stem(told)}-FILES.csv": _table(("path", "change", "source", "committed"), changes),
    }


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([[_inert(cell) for cell in row] for row in rows])
    return text.getvalue()


def _inert(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return "'" + cell if cell[:1] in _BEGINS_FORMULA else cell


def as_json(told: Told) -> dict[str, str]:
    """Return everything as one JSON document."""
    value = told.session
    data = {
        "id": value.id,
        "tracking_id": value.tracking_id,
        "number": value.number,
        "shortname": value.shortname,
        "title": value.title,
        "status": value.status,
        "entries": [entry.as_data() for entry in told.entries],
        "files": told.changes.as_data(),
    }
    return {f"{_stem(told)}.json": json.dumps(data, ensure_ascii=False, indent=2) + "\n"}


def as_html(told: Told) -> dict[str, str]:
    """Return the summary as one page that needs nothing from elsewhere and prints well."""
    body = (
        MarkdownIt("commonmark", {"html": False})
        .disable(["image", "link", "autolink"])
        .render(handover.summary(told))
    )
    title = html.escape(told.session.title)
    page = (
        f"<!doctype html>\n<html><head><meta charset='utf-8'>"
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
    )
    return {f"{_stem(told)}.html": f"{page}\n<body>\n{body}</body></html>\n"}


FORMATS: dict[str, Callable[[Told], dict[str, str]]] = {
    "md": as_markdown,
    "csv": as_csv,
    "json": as_json,
    "html": as_html,
}

_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "md": (b"# Work log: ", b"# Files of ", b"# Decisions: ", b"# Hand-off: "),
    "csv": (b"at,kind,category,text,rationale,conversation\r\n", b"path,change,source,committed\r\n"),
    "json": (b'{\n  "id": "',),
    "html": (b"<!doctype html>\n<html><head><meta charset='utf-8'>",),
}


def is_ours(kind: str, start: bytes) -> bool:
    """Tell by how a file begins whether it may be an export in one of the `FORMATS`."""
    return start.startswith(_BEGINNINGS[kind])
