"""What the project has learnt, for all its sessions: `.sessions/knowledge/KIND.md`, one heading a learning.

People write in these files too. We add at the end and change nothing else; what is read are the headings of the
second level, or, above the first of them, the list items. A learning's `Why`, `Impact`, `Tags` and `Files` are
list items under it.
"""

from __future__ import annotations

import os

from . import files, items, markdown, timestamps, trust
from .errors import Malformed, Problem, Unusable, WrongCall
from .value import Value
from .wording import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .redact import Mask
    from .store import Store

FOLDER = "knowledge"
KINDS = ("learnings", "best-practices", "patterns", "troubleshooting")
_TITLES = {"learnings": "Learnings", "best-practices": "Best practices", "patterns": "Patterns"}
_LABELS = ("What", "Why", "Impact", "Tags", "Files", "Session")
_TRIES = 5
_MOST = 2_000_000
"""Bytes at the end of a file in which learnings are looked for."""


class Learning(Value):
    """One learning; `when` is a date, "" where none stands in its heading; `line` counts from 1."""

    kind: str
    title: str
    text: str = ""
    why: str = ""
    impact: str = ""
    tags: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    session: str = ""
    when: str = ""
    path: str = ""
    line: int = 0


def exist(store: Store) -> bool:
    """Tell whether anything was learnt in this project."""
    return os.path.isdir(store.path(FOLDER))


def draft(text: str, why: str, impact: str, kind: str, *, present: int) -> Learning:
    """Return a learning as given; raises WrongCall where it does not say what it needs."""
    if kind not in KINDS:
        raise WrongCall(f"{kind!r} is no kind of learning; the kinds are {', '.join(KINDS)}.")
    if not text.strip():
        raise WrongCall("Say what was learnt: `session learn TEXT --why TEXT --impact TEXT`.")
    for name, given in (("why", why), ("impact", impact)):
        if not given.strip():
            raise WrongCall(f"A learning needs --{name}: `session learn TEXT --why TEXT --impact TEXT`.")
    when = timestamps.to_second(present)[:10]
    return Learning(kind=kind, title=items.headline(text, 100), text=text, why=why, impact=impact, when=when)


def _masked(learning: Learning, mask: Mask) -> Learning:
    """Return the learning without the secrets in what it says."""
    said = {key: mask(str(getattr(learning, key))) for key in ("title", "text", "why", "impact", "session")}
    tags, about = tuple(map(mask, learning.tags)), tuple(map(mask, learning.files))
    return learning.replace(**said, tags=tags, files=about)


def add(store: Store, learning: Learning, seconds: float) -> tuple[Learning, bool]:
    """Add a learning at the end of its file; tell whether it was new there.

    Raises NoStore, Busy, Unusable; Malformed where a code block or comment in the file is left open.
    """
    learning = _masked(learning, store.mask())
    path = store.path(FOLDER, f"{learning.kind}.md")
    shown = store.relative(path)
    trust.adopt(store)  # so that what is written now is not taken for what was there before
    kept, before, after = _added(store, learning, path, shown, seconds)
    if not after:
        return kept, False
    is_all_own = not before or trust.is_taken(store, before)
    try:
        trust.take(store, FOLDER, [told_by(kept), *([after] if is_all_own else [])])
    except Problem:  # it is in the file, and has to be taken up again
        return kept, True
    return kept, True


def _added(store: Store, learning: Learning, path: str, shown: str, seconds: float) -> tuple[Learning, str, str]:
    """Return the learning as it stands there, the file's text, and what it is now; "" where nothing was added."""
    with store.locked(seconds):
        files.make_folder(store.path(FOLDER))
        for _ in range(_TRIES):
            data = _bytes(path)
            text = data.decode("utf-8", "surrogateescape")
            for known in parse(text, learning.kind, shown):
                if fold(known.title) == fold(learning.title) and fold(known.text) == fold(learning.text):
                    return known, text, ""
            opened = markdown.left_open(text.split("\n"))
            if opened is not None:
                raise Malformed(
                    shown, opened + 1, "a code block or comment is left open, and would hide what follows"
                )
            after = _with(text, learning)
            if files.replace(path, _encode(after), expected=data) if data else _created(path, after):
                return parse(after, learning.kind, shown)[-1], text, after
    raise Unusable(path, "is being edited")


def _bytes(path: str) -> bytes:
    try:
        return files.read(path)
    except FileNotFoundError:
        return b""


def _created(path: str, text: str) -> bool:
    try:
        files.create(path, _encode(text))
    except FileExistsError:
        return os.path.getsize(path) == 0 and files.replace(path, _encode(text), expected=b"")
    return True


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _with(text: str, learning: Learning) -> str:
    """Return a file's text with a learning behind it, in the file's own line ends."""
    newline = "\r\n" if "\r\n" in text else "\n"
    title = _TITLES.get(learning.kind, learning.kind.capitalize())
    before = text or f"# {title}{newline}"
    gap = newline if before.endswith("\n") else newline * 2
    return before + gap + newline.join(_lines(learning)) + newline


def _lines(learning: Learning) -> list[str]:
    when = f" ({learning.when})" if learning.when else ""
    given = {
        "What": learning.text if fold(learning.text) != fold(learning.title) else "",
        "Why": learning.why,
        "Impact": learning.impact,
        "Tags": ", ".join(learning.tags),
        "Files": ", ".join(learning.files),
        "Session": learning.session,
    }
    lines = [f"## {learning.title}{when}", ""]
    for label in _LABELS:
        if given[label]:
            lines += items.render("-", f"{label}: {given[label]}".replace("\r", ""))
    return lines


def read(store: Store, size: int = _MOST) -> list[Learning]:
    """Return all learnings, kind by kind as the files have them; files that cannot be read are left out."""
    found: list[Learning] = []
    try:
        names = sorted(name for name in os.listdir(store.path(FOLDER)) if name.endswith(".md") and name[0] != ".")
    except OSError:
        return []
    for name in names:
        path = store.path(FOLDER, name)
        try:
            text = files.read_text(path)
        except (Problem, OSError):
            continue
        skipped = text[:-size].count("\n") if len(text) > size else 0
        text = text[-size:] if len(text) > size else text
        found += parse(text, name[:-3], store.relative(path), skipped)
    return found


def own(store: Store, found: Sequence[Learning]) -> list[Learning]:
    """Return those that an agent may be given: written or taken up here, and not what came with the files."""
    strange = {path: trust.is_strange(store, os.path.join(store.root, path)) for path in {x.path for x in found}}
    return [x for x in found if not strange[x.path] or trust.is_taken(store, told_by(x))]


def told_by(learning: Learning) -> str:
    """Return all that a learning says, as it is known again by."""
    said = (learning.kind, learning.title, learning.text, learning.why, learning.impact)
    return "\0".join([*said, *learning.tags, "", *learning.files])


def parse(text: str, kind: str, path: str, skipped: int = 0) -> list[Learning]:
    """Read a file's learnings; `skipped` lines stand before the text."""
    lines = text.replace("\r\n", "\n").split("\n")
    heads = [heading for heading in markdown.headings(lines) if heading.level == 2]
    ends = [*(heading.line for heading in heads[1:]), len(lines)][: len(heads)]
    first = heads[0].line if heads else len(lines)
    loose = [
        _learning(kind, _plain(item.text(lines)), [], path, skipped + item.first + 1)
        for item in markdown.items(lines, 0, first)
    ]
    return loose + [
        _learning(kind, heading.text, lines[heading.line + 1 : end], path, skipped + heading.line + 1)
        for heading, end in zip(heads, ends, strict=True)
    ]


def _plain(text: str) -> str:
    return text.removeprefix("[ ] ").removeprefix("[x] ")


def _learning(kind: str, head: str, body: list[str], path: str, line: int) -> Learning:
    title, _, rest = head.partition("\n")
    title, when = _dated(title)
    fields = dict(_fields(body))
    text = fields.get("What", "") or "\n".join(part for part in (rest, fields.get("", "")) if part.strip())
    return Learning(
        kind=kind,
        title=title,
        text=text.strip() or title,
        why=fields.get("Why", ""),
        impact=fields.get("Impact", ""),
        tags=_split(fields.get("Tags", "")),
        files=_split(fields.get("Files", "")),
        session=fields.get("Session", ""),
        when=when,
        path=path,
        line=line,
    )


def _dated(title: str) -> tuple[str, str]:
    """Split `Title (2025-01-15)`, or `2025-01-15: Title` as people write it, into the title and the date."""
    bare = title.rstrip()
    if bare.endswith(")") and bare[-12:-11] == "(" and timestamps.parse(bare[-11:-1]) is not None:
        return bare[:-12].rstrip(), bare[-11:-1]
    if bare[4:5] == "-" and timestamps.parse(bare[:10]) is not None and bare[10:].lstrip(" :-–—·"):
        return bare[10:].lstrip(" :-–—·"), bare[:10]
    return bare, ""


def _fields(body: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the labelled texts of a learning's body, and under "" what has no label."""
    rest: list[str] = []
    listed = list(markdown.items(body, 0, len(body)))
    inside = {at for item in listed for at in range(item.first, item.end)}
    texts = [item.text(body) for item in listed]
    for text in [*texts, *(line for at, line in enumerate(body) if at not in inside)]:
        label, colon, value = text.partition(":")
        name = label.strip(" *").capitalize()
        if colon and name in _LABELS:
            bold_goes_on = label.startswith("**") and not label.rstrip().endswith(
                "**"
            )  # **Why:** as people write it
            yield name, (value.removeprefix("**") if bold_goes_on else value).strip()
        elif text.strip():
            rest.append(text)
    yield "", "\n".join(rest)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("`") for part in text.replace("\n", ",").split(",") if part.strip())
