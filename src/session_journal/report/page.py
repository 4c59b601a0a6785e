"""A story or all work -> one HTML file that needs nothing from elsewhere; the templates are under `pages/`.

Everything is escaped where it is put in, and a content security policy allows our one style and our one script by
their hashes and nothing else: no picture, no font, no request, no handler in an attribute.
"""

from __future__ import annotations

import base64
import hashlib
import os
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .. import __version__, characters, timestamps
from . import calendar, chart, clock, kinds, prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Any

    from .story import Story
    from .work import Work

GENERATOR = "session-journal report"
"""What the pages say that made them, and what tells one from a file of somebody else's."""
PAGES = os.path.join(os.path.dirname(__file__), "pages")


def of_story(story: Story) -> str:
    """Return the page of one session."""
    shown = {one.group for one in story.moments}
    groups = [(name, title) for name, title, _ in kinds.GROUPS if name in shown]
    counts = {name: sum(one.group == name for one in story.moments) for name in shown}
    return _render(
        "session.html",
        story=story,
        s=story.session,
        groups=groups,
        counts=counts,
        chart=chart.of(story),
        measures=chart,
        quiet=kinds.QUIET,
        present=story.present,
    )


def of_work(work: Work, beside: Container[str] = ()) -> str:
    """Return the page of all sessions, with links to those of their pages that are `beside` it."""
    return _render(
        "all.html",
        work=work,
        calendar=calendar.of(work),
        bins=calendar.bins(work.lengths),
        links={row.key: quote(row.page) for row in work.rows if row.page in beside},
        present=work.present,
    )


def is_ours(head: bytes) -> bool:
    """Tell from a file's first bytes whether it is a page of ours."""
    return f'<meta name="generator" content="{GENERATOR} '.encode() in head


def _render(name: str, **given: Any) -> str:
    style, script = _read("page.css"), _read("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
    template = _environment().get_template(name)
    return template.render(
        generator=f"{GENERATOR} {__version__}",
        policy=policy,
        style=Markup(style),  # noqa: S704 - our own files  # nosec B704
        script=Markup(script),  # noqa: S704  # nosec B704
        **given,
    )


def _read(name: str) -> str:
    with open(os.path.join(PAGES, name), encoding="utf-8") as stream:
        return "\n" + stream.read()


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters.update(
        prose=prose.html,
        lead=prose.lead,
        anchor=anchor,
        counted=calendar.counted,
        number=lambda count: f"{count:,}",
        length=clock.length,
        roughly=clock.roughly,
        worked=clock.worked,
        exact=clock.exact,
        dated=clock.dated,
        clock=clock.clock,
        zone=clock.zone,
        iso=timestamps.to_second,
    )
    environment.globals["ago"] = timestamps.ago
    return environment


def _finalize(value: Any) -> Any:
    """Leave out of every text what no page may hold: control characters, direction overrides, lone surrogates."""
    return characters.clear(value) if type(value) is str else value


def anchor(name: str) -> str:
    """Return an entry's name as the target of a link: without white space, which none may hold."""
    return "_".join(name.split())
