"""A session's document as text with front matter and sections, changed in places and lossless elsewhere.

A document is held as its lines without their newlines (a CRLF file's lines keep their carriage return), so
joining them gives the file back byte for byte. Every change returns a new document.
"""

from __future__ import annotations

from . import frontmatter, identity, markdown
from .errors import Malformed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

KEYS = (
    "id",
    "shortname",
    "status",
    "task_ids",
    "created_at",
    "updated_at",
    "compaction_count",
    "git_branch",
    "git_last_commit",
    "number",
    "tags",
    "role",
    "group",
    "parent",
    "last_entry",
)
SECTIONS = (
    "TL;DR (Read This First)",
    "Context",
    "Progress",
    "Milestones",
    "Work Items",
    "Deliverables",
    "Decisions",
    "Discoveries",
    "Blockers",
    "Next Steps",
    "Captured",
)
MOST_LINES = 60_000
"""Lines of one document: reading more takes seconds, for which no hook has the time."""
NOTHING = "- None currently"
_NOTHINGS = ("none currently", "none", "none yet", "(none)", "nothing", "nothing currently")
_CONFLICT = ("<<<<<<< ", ">>>>>>> ")


class Part:
    """A stretch of a document: a section, a subsection or a labelled block, its own heading excluded.

    `anchors` is what the document remembers of its parts: by a part's start, where its last item that says
    something begins, and the highest number among its items up to there. It saves walking thousands of items.
    """

    def __init__(
        self, lines: Sequence[str], start: int, end: int, anchors: dict[int, tuple[int, int]] | None = None
    ) -> None:
        """Take the whole document's lines and where the part starts and ends in them."""
        self.start, self.end = start, end
        self.lines = lines
        self._anchors = {} if anchors is None else anchors

    def items(self) -> list[markdown.Item]:
        """Return the top-level list items that say something (`- None currently` does not)."""
        return [item for item in self.all_items() if not is_nothing(item.text(self.lines))]

    def all_items(self) -> list[markdown.Item]:
        """Return the top-level list items."""
        return list(markdown.items(self.lines, self.start, self.end))

    def tail(self) -> tuple[list[markdown.Item], int]:
        """Return its last items, the last one that says something surely among them, and the highest number.

        Without such an item, it is all items.
        """
        first, highest = self._anchors.get(self.start, (self.start, 0))
        found = list(markdown.items(self.lines, first, self.end))
        for item in found:
            if not is_nothing(item.text(self.lines)):
                number = item.marker[:-1]
                highest = max(highest, identity.count(number))
                self._anchors[self.start] = item.first, highest
        return found, highest

    def text(self) -> str:
        """Return the part's text without the empty lines around it."""
        return "\n".join(line.rstrip("\r") for line in self.lines[self.start : self.end]).strip("\n")


def is_nothing(text: str) -> bool:
    """Tell whether an item's text only says that there is none."""
    return text.strip(" .*_").casefold() in _NOTHINGS


class Document:
    """A parsed document; equal documents have equal text.

    `front` holds the front matter (strings and lists of strings), `path` only serves error messages.
    """

    def __init__(self, lines: Sequence[str], path: str = "") -> None:
        self.path = path
        self.lines = list(lines)
        try:
            self._body = frontmatter.end_of(self.lines)
        except ValueError as error:
            raise Malformed(path, 1, str(error)) from None
        if not self._body:
            raise Malformed(path, 1, "there is no front matter: the first line is not `---`")
        self._refuse_conflicts()
        self.front: Mapping[str, Any] = frontmatter.read(self.lines[1 : self._body], path)
        self._headings = list(markdown.headings(self.lines, self._body + 1))
        self._anchors: dict[int, tuple[int, int]] = {}
        self.newline = "\r" if self.lines[0].endswith("\r") else ""

    @classmethod
    def parse(cls, text: str, path: str = "") -> Document:
        """Read a document's text; raises Malformed with the line of what is wrong."""
        nul = text.find("\0")
        if nul >= 0:
            raise Malformed(path, text.count("\n", 0, nul) + 1, "there is a NUL byte")
        if text.count("\n") > MOST_LINES:
            raise Malformed(path, MOST_LINES, f"there are more than {MOST_LINES:,} lines")
        return cls(text.split("\n"), path)

    def _refuse_conflicts(self) -> None:
        marks = [i for i, line in enumerate(self.lines) if line.startswith(_CONFLICT)]
        if len(marks) > 1 and any(line.rstrip() == "=======" for line in self.lines[marks[0] : marks[-1]]):
            raise Malformed(self.path, marks[0] + 1, "there are merge conflict markers")

    @property
    def text(self) -> str:
        """The whole text, as it goes to the file."""
        return "\n".join(self.lines)

    @property
    def title(self) -> str:
        """What the first heading says, without `Session:`."""
        for heading in self._headings:
            if heading.level == 1:
                before, colon, after = heading.text.partition(":")
                return after.strip() if colon and before.strip().casefold() == "session" else heading.text
        return ""

    def section(self, name: str) -> Part | None:
        """Return the part under `## name` (the first words are enough: "TL;DR"), or None."""
        for place, heading in enumerate(self._headings):
            if heading.level == 2 and _names(heading.text, name):
                return self._part_under(place)
        return None

    def subsection(self, section: str, name: str) -> Part | None:
        """Return the part under `### name` inside `## section`, or None."""
        outer = self.section(section)
        for place, heading in enumerate(self._headings):
            inside = outer is not None and outer.start <= heading.line < outer.end
            if inside and heading.level == 3 and _names(heading.text, name):
                return self._part_under(place)
        return None

    def subheadings(self, section: str) -> list[tuple[str, Part]]:
        """Return the `###` headings inside a section with their parts."""
        outer = self.section(section)
        if outer is None:
            return []
        return [
            (heading.text, self._part_under(place))
            for place, heading in enumerate(self._headings)
            if heading.level == 3 and outer.start <= heading.line < outer.end
        ]

    def parts(self, section: str) -> list[tuple[str, Part]]:
        """Return what stands above the first `###` of a section, as "", and then its subheadings' parts."""
        outer, below = self.section(section), self.subheadings(section)
        if outer is None:
            return []
        return [("", Part(self.lines, outer.start, below[0][1].start - 1 if below else outer.end)), *below]

    def labelled(self, section: str, label: str) -> Part | None:
        """Return the block behind a line `**label**…` inside a section: that line to before the next label."""
        outer = self.section(section)
        if outer is None:
            return None
        start = None
        for index in range(outer.start, outer.end):
            if self.lines[index].startswith("**"):
                if start is not None:
                    return Part(self.lines, start, index, self._anchors)
                if self.lines[index].startswith(f"**{label}**"):
                    start = index
        return None if start is None else Part(self.lines, start, outer.end, self._anchors)

    def _part_under(self, place: int) -> Part:
        heading = self._headings[place]
        for later in range(place + 1, len(self._headings)):
            following = self._headings[later]
            if following.level <= heading.level:
                return Part(self.lines, heading.line + 1, following.line, self._anchors)
        return Part(self.lines, heading.line + 1, len(self.lines), self._anchors)

    def with_key(self, key: str, value: str | Sequence[str]) -> Document:
        """Return the document with one front-matter key set; unchanged where it says that already."""
        if self.front.get(key) == (value if isinstance(value, str) else list(value)):
            return self
        return self._with_front(frontmatter.patch(self.lines[1 : self._body], key, value, KEYS, self.newline))

    def without_key(self, key: str) -> Document:
        """Return the document without a front-matter key; unchanged where it has none."""
        return self._with_front(frontmatter.drop(self.lines[1 : self._body], key))

    def _with_front(self, inner: Sequence[str]) -> Document:
        """Return the document with the lines between the fences replaced; what is below only moves."""
        fresh = self._like([self.lines[0], *inner, *self.lines[self._body :]])
        by = len(inner) + 1 - self._body
        fresh._body = self._body + by
        if frontmatter.end_of(fresh.lines) != fresh._body:  # no value of ours looks like a fence
            return Document(fresh.lines, self.path)
        fresh.front = frontmatter.read(inner, self.path)
        fresh._headings = markdown.shifted(self._headings, by)
        fresh._anchors = {start + by: (at + by, highest) for start, (at, highest) in self._anchors.items()}
        return fresh

    def _like(self, lines: list[str]) -> Document:
        """Return a document of other lines that knows what this one knows."""
        fresh = Document.__new__(Document)
        fresh.__dict__.update(self.__dict__)
        fresh.lines = lines
        return fresh

    def with_lines(self, start: int, end: int, fresh: Sequence[str]) -> Document:
        """Return the document with the lines from `start` to before `end` replaced."""
        lines = [*self.lines[:start], *(line + self.newline for line in fresh), *self.lines[end:]]
        if self.newline and end == len(self.lines):  # what was last is so no more, and the new last line is
            lines[start - 1 : start] = [lines[start - 1].removesuffix("\r") + "\r"]
            lines[-1] = lines[-1].removesuffix("\r")
        if start <= self._body or any(line.startswith(_CONFLICT) for line in fresh):
            return Document(lines, self.path)
        by = len(fresh) - (end - start)
        changed = self._like(lines)
        changed._headings = self._headings_after(lines, start, end, by)
        changed._anchors = {
            part + by * (part >= end): (at + by * (at >= end), highest)
            for part, (at, highest) in self._anchors.items()
            if part >= end or at < start  # its last item may have changed, where that lies between
        }
        return changed

    def _headings_after(self, lines: Sequence[str], start: int, end: int, by: int) -> list[markdown.Heading]:
        """Return the headings of the new lines, where those from `start` to before `end` became `by` more.

        A heading ends whatever stood open, and so does an item right below one: the walk begins at the last of
        those above the change and ends at the first heading below it that is still one.
        """
        above = [heading for heading in self._headings if heading.line < start]
        below = {heading.line + by: place for place, heading in enumerate(self._headings) if heading.line >= end}
        begin = above[-1].line + 1 if above else self._body + 1
        item, _ = self._anchors.get(begin, (begin, 0))
        for heading in markdown.headings(lines, item if item < start else begin):
            place = below.get(heading.line)
            if place is not None:
                return above + markdown.shifted(self._headings[place:], by)
            above.append(heading)
        return above

    def with_section(self, name: str) -> Document:
        """Return the document with an empty section `name` added at its place where it is missing."""
        if self.section(name) is not None:
            return self
        self.refuse_open_block()
        full = next((known for known in SECTIONS if _names(known, name)), name)
        place = self._before_later_section(full)
        if place is not None:
            gap = [""] if self.lines[place - 1].strip() else []
            return self.with_lines(place, place, [*gap, f"## {full}", NOTHING, ""])
        place = len(self.lines)
        while not self.lines[place - 1].strip():
            place -= 1
        return self.with_lines(place, place, ["", f"## {full}", NOTHING])

    def refuse_open_block(self) -> None:
        """Refuse to add behind a fenced block or a comment that swallows the rest of the document."""
        line = markdown.left_open(self.lines[self._body + 1 :])
        if line is not None:
            place = self._body + line + 2
            raise Malformed(self.path, place, "a code block or comment begins here that nothing closes")

    def _before_later_section(self, full: str) -> int | None:
        """Return the line of the first section that comes after `full` in the order of sections."""
        later = SECTIONS[SECTIONS.index(full) + 1 :] if full in SECTIONS else ()
        for heading in self._headings:
            if heading.level == 2 and any(_names(heading.text, known) for known in later):
                return heading.line
        return None


def _names(heading: str, name: str) -> bool:
    """Tell whether a heading is the one called `name`; both may leave out what stands in parentheses."""
    return heading.partition(" (")[0].casefold() == name.partition(" (")[0].casefold()
