"""Templates for new sessions: the person's own in `.sessions/templates/*.md`, and three that come with the plugin.

A template is the body of a document with placeholders (`{{goal}}`); front matter in it may give tags, a role and
a group. What comes of it goes into the session's first entry as a whole, so a template that changes later changes
no session.
"""

from __future__ import annotations

import os

from . import attributes, editing, files, frontmatter, items, steps, timestamps, tldr, trust
from .document import NOTHING, SECTIONS, Document
from .errors import Malformed, Refused, WrongCall
from .template import JUST_STARTED, WRITTEN_LATER
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .store import Store

FOLDER = "templates"
PLACEHOLDERS = ("goal", "name", "title", "date", "branch", "role", "group", "tags", "tasks", "parent")
_LARGEST = 200_000
_FRONT = ("tags", "role", "group")
_STAND_IN = "---\nid: 00000000-0000-7000-8000-000000000000\nstatus: active\n---"
"""Front matter for a document that is still being made."""

_BUG = """\
# Session: {{title}}

## TL;DR (Read This First)
{{goal}}

## Context
**Objective**: {{goal}}

**Symptom**: not described yet

**Expected**: not described yet

**Key Files**:
- None currently

**Key Context** (survives compaction):
- None currently

## Progress
### Remaining
- [ ] Reproduce the bug in a test
- [ ] Find the cause
- [ ] Fix it
- [ ] Check that the test passes, and the others still do

## Decisions
- None currently
"""
_FEATURE = """\
# Session: {{title}}

## TL;DR (Read This First)
{{goal}}

## Context
**Objective**: {{goal}}

**Done when**: not said yet

**Key Files**:
- None currently

**Key Context** (survives compaction):
- None currently

## Progress
### Remaining
- [ ] Agree on what it does and what it does not
- [ ] Design it
- [ ] Build it
- [ ] Test it
- [ ] Document it
"""
_RESEARCH = """\
# Session: {{title}}

## TL;DR (Read This First)
{{goal}}

## Context
**Objective**: {{goal}}

**Known so far**: nothing yet

**Key Files**:
- None currently

**Key Context** (survives compaction):
- None currently

## Progress
### Remaining
- [ ] Write the question down
- [ ] Gather what is known
- [ ] Try the candidates
- [ ] Conclude, and record the decision
"""
BUILT_IN = {"bug": _BUG, "feature": _FEATURE, "research": _RESEARCH}


class Template(Value):
    """A template: where it comes from (for messages), its body from line `first` on, and its front matter."""

    path: str
    body: str
    first: int = 1
    tags: tuple[str, ...] = ()
    role: str = ""
    group: str = ""


def names(store: Store) -> list[str]:
    """Return the templates there are, the person's own first."""
    files_here = [name for name in own_files(store) if not trust.is_strange(store, store.path(FOLDER, name))]
    own = sorted(name[:-3] for name in files_here)
    return [*own, *(name for name in BUILT_IN if name not in own)]


def own_files(store: Store) -> list[str]:
    """Return the names of the files with the person's own templates."""
    try:
        return [name for name in os.listdir(store.path(FOLDER)) if name.endswith(".md") and name[0] != "."]
    except (FileNotFoundError, NotADirectoryError):
        return []


def load(store: Store, name: str) -> Template:
    """Read a template, the person's own before a built-in one; raises WrongCall with the list, Malformed."""
    if f"{name}.md" in own_files(store):
        path = store.path(FOLDER, f"{name}.md")
        text = files.read_text(path, limit=_LARGEST)
        if trust.is_strange(store, path) and not trust.is_taken(store, text):
            raise Refused(
                f"The template {store.relative(path)} was not taken up here as it stands now, and would be given "
                "to the agent: read it, then take it up with `session trust templates`."
            )
        return _parse(text, store.relative(path))
    if name in BUILT_IN:
        return Template(path=f"the template {name}", body=BUILT_IN[name])
    raise WrongCall(f"There is no template {name!r}; there are {', '.join(names(store))}.")


def _parse(text: str, path: str) -> Template:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    try:
        end = frontmatter.end_of(lines)
    except ValueError as error:
        raise Malformed(path, 1, str(error)) from None
    front = frontmatter.read(lines[1:end], path) if end else {}
    foreign = [key for key in front if key not in _FRONT]
    if foreign:
        raise Malformed(path, 2, f"a template's front matter may give {', '.join(_FRONT)}, not {foreign[0]!r}")
    tags = front.get("tags", [])
    named = {key: attributes.one_line(key, str(front[key])) for key in ("role", "group") if front.get(key)}
    return Template(
        path=path,
        body="\n".join(lines[end + 1 if end else 0 :]).rstrip("\n"),
        first=end + 2 if end else 1,
        tags=tuple(attributes.tags([tags] if isinstance(tags, str) else [str(tag) for tag in tags])),
        **named,
    )


def applied(
    store: Store,
    name: str,
    given: Mapping[str, str | Sequence[str]],
    about: Mapping[str, str],
    own_steps: Sequence[str],
    instant: int,
) -> dict[str, str | Sequence[str]]:
    """Return what was given for a new session, what the template gives beside it, and the body made from it.

    `about` tells its goal, name, title, tasks and branch. Raises WrongCall for an unknown template, Malformed.
    """
    template = load(store, name)
    more = _with_defaults(template, given)
    told = {key: what if isinstance(what, str) else ", ".join(what) for key, what in more.items()}
    values = {**dict.fromkeys(PLACEHOLDERS, ""), **told, **about, "date": timestamps.to_second(instant)[:10]}
    return {**more, "template": name, "body": fill(template, values, own_steps, instant)}


def _with_defaults(template: Template, given: Mapping[str, str | Sequence[str]]) -> dict[str, str | Sequence[str]]:
    tags = list(dict.fromkeys((*template.tags, *given.get("tags", ()))))
    named = {"role": given.get("role") or template.role, "group": given.get("group") or template.group}
    return {**given, "tags": tags, **named}


def fill(template: Template, values: Mapping[str, str], own_steps: Sequence[str], instant: int) -> str:
    """Return the body of a new document: placeholders filled in, all sections there, the first step current.

    `own_steps` take the place of the template's. Raises Malformed for what cannot be a document's body.
    """
    body: list[str] = []
    for place, line in enumerate(template.body.split("\n"), template.first):
        body += _filled(line, values, template.path, place)
    if not any(line.startswith("# ") for line in body):
        body = [f"# Session: {values['title']}", "", *body]
    try:
        return _completed("\n".join([_STAND_IN, "", *body]), values["goal"], own_steps, instant)
    except Malformed as problem:
        raise Malformed(template.path, 0, problem.what) from None


def _completed(text: str, goal: str, own_steps: Sequence[str], instant: int) -> str:
    document = _with_goal(Document.parse(text), goal)
    for section in SECTIONS:
        document = document if section in WRITTEN_LATER else document.with_section(section)
    document = tldr.refresh(_with_steps(document, own_steps, instant))
    return document.text.removeprefix(_STAND_IN).strip("\n")


def _filled(line: str, values: Mapping[str, str], path: str, place: int) -> list[str]:
    """Fill a line's placeholders in; a value of several lines stays inside the paragraph or item it stands in."""
    alone = line.strip()
    if alone.startswith("{{") and alone.endswith("}}") and alone.count("{{") == 1:
        value = _value(alone[2:-2], values, path, place)
        return editing.tame(value.split("\n")) if value else []
    done, rest = "", line
    while (start := rest.find("{{")) >= 0 and (end := rest.find("}}", start)) >= 0:
        name = rest[start + 2 : end]
        value = _value(name, values, path, place) or ("None currently" if name.strip() == "goal" else "")
        done += rest[:start] + value.replace("\n", "\n    ")
        rest = rest[end + 2 :]
    return (done + rest).split("\n")


def _value(name: str, values: Mapping[str, str], path: str, place: int) -> str:
    if name.strip() not in PLACEHOLDERS:
        known = ", ".join("{{%s}}" % known for known in PLACEHOLDERS)
        raise Malformed(path, place, f"there is no placeholder {{{{{name}}}}}; there are {known}")
    return values[name.strip()]


def _with_goal(document: Document, goal: str) -> Document:
    """Say the goal where the template left no place for it."""
    if document.section("TL;DR") is None or not editing.existing(document, "TL;DR").text():
        document = tldr.with_prose(document, goal or JUST_STARTED)
    if document.labelled("Context", "Objective") is None:
        document = document.with_section("Context")
        part = editing.existing(document, "Context")
        block = editing.labelled("Objective", goal or "None currently")
        labels = (at for at in range(part.start, part.end) if document.lines[at].startswith("**"))
        if part.text() == NOTHING:
            return document.with_lines(part.start, editing.last_line(document, part), block)
        place = next(labels, None)  # prose above the labels is no part of the objective
        if place is not None:
            return document.with_lines(place, place, [*block, ""])
        end = editing.last_line(document, part)
        return document.with_lines(end, end, ["", *block] if end > part.start else block)
    return document


def _with_steps(document: Document, own: Sequence[str], instant: int) -> Document:
    """Put the steps where steps belong, the first one current; the template's own unless others are given."""
    known = [item.text for item in _open_items(document)]
    if own or any(not _place_of(document, item) for item in _open_items(document)):
        while found := _open_items(document):
            document = _without(document, found[0])
    else:
        known = []
    for name in editing.SUBSECTIONS:
        document, _ = editing.with_subsection(document, name)
    for text in own or known:
        document, part = editing.with_subsection(document, "Remaining")
        document = editing.append(document, part, items.render_step(text, instant, current=False))
    return steps.with_current(document)


def _open_items(document: Document) -> list[items.ListItem]:
    """Return the open steps anywhere under Progress."""
    return [item for item in items.read(document.section("Progress")) if item.box == " "]


def _place_of(document: Document, item: items.ListItem) -> str:
    """Return the subsection of steps that an item stands in; "" for none of them."""
    parts = ((name, document.subsection("Progress", name)) for name in editing.SUBSECTIONS)
    return next((name for name, part in parts if part and part.start <= item.place.first < part.end), "")


def _without(document: Document, item: items.ListItem) -> Document:
    name = _place_of(document, item)
    if name:
        return editing.remove(document, item, editing.in_progress(name))
    return document.with_lines(item.place.first, item.place.end, [])
