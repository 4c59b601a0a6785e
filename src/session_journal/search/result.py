"""What a search gives: hits with their snippets, and what must be said about them."""

from __future__ import annotations

from .. import quotation
from ..value import Value
from . import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .passage import About
    from .words import Term

SNIPPET = 220
_AHEAD = 60


class Wanted(Value):
    """What is looked for.

    `kinds` are kinds of entry, or document, prompt, summary, captured, knowledge; `keys` are sessions' keys (None:
    all); `since` and `until` instants (0: no bound); `foreign` says whether what came from elsewhere and was not
    taken up is told, or left out and counted.
    """

    text: str
    kinds: tuple[str, ...] = ()
    since: int = 0
    until: int = 0
    tags: tuple[str, ...] = ()
    keys: tuple[str, ...] | None = None
    limit: int = 20
    foreign: bool = True

    @property
    def filters(self) -> list[str]:
        """The names of the filters that are in force."""
        given = (("kind", self.kinds), ("since", self.since), ("until", self.until), ("tag", self.tags))
        return [name for name, value in given if value] + (["session"] if self.keys is not None else [])


class Hit(Value):
    """One passage that was found.

    `session` is the shortname ("" for knowledge), `kind` as it was recorded, `at` an instant (0: not known),
    `snippet` the part of the text around the first match, harmless to show, `marks` where in it the matches are.
    `path` and `line` say where it stands, as seen from the project's root (line 0: the whole file); `name` is the
    entry's or the prompt's. `foreign` tells that it came with the repository and was not taken up.
    """

    session: str
    key: str
    tracking_id: str
    source: str
    kind: str
    at: int
    text: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    path: str
    line: int
    name: str
    foreign: bool = False

    @property
    def open_with(self) -> str:
        """The command that shows it whole, "" where it is read in its file."""
        ref = self.session or self.key
        if self.source == "entry":
            return f"session view {ref} --entry {self.name.partition('-')[2] or self.name}"
        if self.kind == "prompt":
            return f"session view {self.name}"
        return f"session view {ref}" if self.source == "captured" else ""


class Results(Value):
    """What was found, the best first.

    `more` tells that there are more, `nearest` that nothing has the words as typed and these come near;
    `left_out` counts hits in sessions that came with the repository; `notes` are sentences for the person.
    """

    hits: tuple[Hit, ...] = ()
    more: bool = False
    nearest: bool = False
    left_out: int = 0
    notes: tuple[str, ...] = ()


class Row(Value):
    """A passage as the index has it, with how well it fits."""

    score: float
    key: str
    source: str
    kind: str
    name: str
    at: int
    line: int
    text: str


def hit(about: About, row: Row, path: str, terms: list[Term], *, foreign: bool) -> Hit:
    """Make a hit of a passage and its session."""
    snippet, marks = snippet_of(row.text, terms)
    return Hit(
        session=quotation.line(about.shortname, 80) if row.source != "knowledge" else "",
        key=about.key,
        tracking_id=about.tracking_id,
        source=row.source,
        kind="summary" if row.kind == "compaction" else row.kind,
        at=row.at,
        text=quotation.neutral(row.text),
        snippet=snippet,
        marks=tuple(marks),
        path=path,
        line=row.line,
        name=row.name if row.source != "knowledge" else "",
        foreign=foreign,
    )


def snippet_of(text: str, terms: list[Term]) -> tuple[str, list[tuple[int, int]]]:
    """Return the part of a text with the matches on one line, and where they are in it."""
    found = words.marks(text[:20_000], terms)
    start = max(0, found[0][0] - _AHEAD) if found and found[0][0] > SNIPPET - _AHEAD else 0
    if start:
        behind = text.find(" ", start, found[0][0])
        start = behind + 1 if behind >= 0 else start
    bare = quotation.line(text[start : start + SNIPPET * 3], SNIPPET)
    bare = "…" + bare if start else bare
    return bare, words.marks(bare, terms)
