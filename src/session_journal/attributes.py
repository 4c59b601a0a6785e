"""What a session is beside its work: its tags, role, group and parent; and the goal, which may change."""

from __future__ import annotations

from . import editing, session, tldr
from .errors import Malformed, WrongCall
from .template import JUST_STARTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .document import Document
    from .journal import Entry
    from .outline import Outline
    from .session import Session

SINGLE = ("role", "group", "parent")
"""Those that a session has one of, each a key of the front matter."""
_LONGEST = {"tag": 60, "group": 100, "role": 300}


def one_line(what: str, text: str) -> str:
    """Return a text for the front matter, on one line; raises WrongCall where it is too long or empty."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    longest = _LONGEST.get(what, 300)
    if not line or len(line) > longest:
        raise WrongCall(f"--{what} takes 1 to {longest} characters, and this has {len(line)}.")
    return line


def tags(given: Sequence[str]) -> list[str]:
    """Return the tags in texts that may hold several, separated by commas; each once, a leading `#` left out."""
    parts = [part.strip().lstrip("#") for text in given for part in text.split(",")]
    return list(dict.fromkeys(one_line("tag", part) for part in parts if part))


def fits(value: Session | Outline, tags: Sequence[str], group: str, parent: str = "") -> bool:
    """Tell whether a session has all of the tags, is of the group and below the parent ("": any of them).

    Letter case does not matter; the parent is a tracking ID.
    """
    has = {tag.casefold() for tag in value.tags}
    of_group = group.casefold() in ("", value.group.casefold())
    return of_group and parent in ("", value.parent) and all(tag.casefold() in has for tag in tags)


def changed(document: Document, entry: Entry) -> Document:
    """Return the document with the attributes that an entry of kind `set` changes."""
    present = document.front.get("tags") or []
    if not isinstance(present, (str, list)):
        raise Malformed(document.path, 0, "the `tags` of the front matter are not a list")
    known = [present] if isinstance(present, str) else [tag for tag in present if isinstance(tag, str)]
    out = {tag.casefold() for tag in entry.field_list("untag")}
    kept = [tag for tag in known if tag.casefold() not in out]
    fresh = [tag for tag in entry.field_list("tag") if tag.casefold() not in {one.casefold() for one in kept}]
    if kept + fresh != known:
        document = document.with_key("tags", kept + fresh)
    for key in SINGLE:
        if entry.field(key):
            document = document.with_key(key, entry.field(key))
    for key in entry.field_list("unset"):
        document = document.without_key(key) if key in SINGLE else document
    return _with_goal(document, entry.field("goal")) if entry.field("goal") else document


def _with_goal(document: Document, goal: str) -> Document:
    """Change the objective, and the TL;DR where it says nothing but the goal as it was."""
    value = session.read(document)
    if value.tldr in (value.objective, JUST_STARTED):
        document = tldr.with_prose(document, goal)
    document = document.with_section("Context")
    part = document.labelled("Context", "Objective")
    block = editing.labelled("Objective", goal)
    if part is None:
        start = editing.existing(document, "Context").start
        return document.with_lines(start, start, [*block, ""])
    return document.with_lines(part.start, editing.last_line(document, part), block)


def told(fields: Mapping[str, str | Sequence[str]]) -> str:
    """Say in a line what an entry of kind `set` changes."""
    said = [f"{key} {', '.join(fields[key])}" for key in ("tag", "untag", "unset") if fields.get(key)]
    said += [f"{key} {fields[key]}" for key in (*SINGLE, "goal") if fields.get(key)]
    return "; ".join(said)
