"""The entries of one session: immutable files, one a record, named so that their order is their names'.

An entry file is front matter (its kind, its time, what belongs to it) and, below, the text exactly as given.
"""

from __future__ import annotations

import os
import sys

from . import files, frontmatter, timestamps
from .errors import Malformed, Problem, Unusable
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LOGGED = (
    "done",
    "current",
    "progress",
    "test",
    "discovery",
    "decision",
    "blocker",
    "unblock",
    "milestone",
    "reached",
    "deliverable",
    "note",
    "next",
)
"""The kinds that can be logged, in the order in which one call records them."""
BY_ITSELF = (
    "started",
    "captured",
    "compaction",
    "recovered",
    "paused",
    "resumed",
    "completed",
    "abandoned",
    "commit",
)
"""The kinds that come about without anybody telling what they did."""
KINDS = (*LOGGED, "item", "set", "checkpoint", *BY_ITSELF)
_MANY, _SAMPLE, _LATEST = 500, 250, 3
"""From how many names on the latest are told from the rest, and by which of how many samples."""
_SPOILT = 500
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


class Entry(Value):
    """One record.

    `name` is its file's name without `.md`, "" before it has one; `at` the instant it speaks of; `fields` what
    belongs to its kind (a decision's rationale, a checkpoint's branch): strings or lists of strings.
    """

    kind: str
    at: int
    text: str = ""
    fields: Mapping[str, str | Sequence[str]] = {}
    conversation: str = ""
    name: str = ""

    def as_data(self) -> dict[str, object]:
        """Return it as `--json` and exports show it."""
        return {
            "entry": self.name,
            "kind": self.kind,
            "at": timestamps.to_second(self.at),
            "text": self.text,
            "conversation": self.conversation,
            "fields": {key: what if isinstance(what, str) else list(what) for key, what in self.fields.items()},
        }

    def field(self, key: str) -> str:
        """Return a field that is one string; "" where it is absent."""
        value = self.fields.get(key, "")
        return value if isinstance(value, str) else "; ".join(value)

    def field_list(self, key: str) -> list[str]:
        """Return a field that is a list; empty where it is absent."""
        value = self.fields.get(key, [])
        return [value] if isinstance(value, str) else list(value)


def dump(entry: Entry) -> str:
    """Write an entry's file: the text stands below the front matter as it is."""
    front: dict[str, str | Sequence[str]] = {"kind": entry.kind, "at": timestamps.to_second(entry.at)}
    if entry.conversation:
        front["conversation"] = entry.conversation
    front.update(entry.fields)
    return "\n".join(frontmatter.render(front)) + "\n" + entry.text + "\n"


def load(text: str, name: str, path: str) -> Entry:
    """Read an entry's file; raises Malformed.

    A file of the older kind, named by its time alone and with any front matter or none, is read as well.
    """
    nul = text.find("\0")
    if nul >= 0:
        raise Malformed(path, text.count("\n", 0, nul) + 1, "there is a NUL byte")
    lines = text.split("\n")
    try:
        end = frontmatter.end_of(lines)
    except ValueError as error:
        raise Malformed(path, 1, str(error)) from None
    fields = frontmatter.read(lines[1:end], path) if end else {}
    body = "\n".join(lines[end + 1 :] if end else lines)
    at = timestamps.parse(str(fields.pop("at", ""))) or instant_of(name)
    kind = str(fields.pop("kind", "") or fields.pop("type", "") or "note")
    conversation = str(fields.pop("conversation", ""))
    return Entry(name=name, kind=kind, at=at, text=body.strip("\n"), fields=fields, conversation=conversation)


def instant_of(name: str) -> int:
    """Return the instant in an entry's name, 0 where it holds none."""
    parts = name.split("-")
    if len(parts) >= 3 and parts[0].endswith("Z"):
        return timestamps.parse(parts[0]) or 0
    return timestamps.parse(name) or 0


def _order(name: str) -> tuple[str, str]:
    """Return what entries are sorted by: the instant as it is spelt in names ("" for none), then the name.

    A journal may hold thousands, so that a name of ours is not taken apart.
    """
    clock = name[9:15]
    if (
        name[8:9] == "T"
        and name[15:16] == "."
        and name[22:23] == "Z"
        and "01" <= name[4:6] <= "12"
        and "01" <= name[6:8] <= "28"  # every month has those
        and clock[:2] < "24"
        and clock[2:4] < "60"
        and clock[4:] < "60"
        and (name[:8] + clock + name[16:22]).isdecimal()
        and name.isascii()
        and name.count("-") > 1
    ):
        return name[:22], name
    instant = instant_of(name)
    return timestamps.to_compact(instant)[:22] if instant else "", name


def _of_kinds(names: list[str], kinds: Sequence[str]) -> list[str]:
    """Return the names of entries of the given kinds, all where none is given: no file is opened for that."""
    if not kinds:
        return names
    wanted = set(kinds)
    return [name for name in names if not wanted.isdisjoint(name.split("-")[1:-1])]


def _portions(names: list[str]) -> Iterator[list[str]]:
    """Part names into the latest few and the rest, so that who wants the latest need not sort all of them.

    The bound between them is told from a sample. Names of another make sort by what they mean: no parts then.
    """
    alike = all(name[22:23] == "Z" and name[15:16] == "." and name[8:9] == "T" for name in names)
    if alike and len(names) > _MANY:
        bound = sorted(names[:: len(names) // _SAMPLE])[-_LATEST]
        yield [name for name in names if name >= bound]
        names = [name for name in names if name < bound]
    yield names


def _sorted(names: Iterable[str]) -> list[str]:
    return [name for instant, name in sorted(map(_order, names)) if instant]


class Journal:
    """The folder `journal/<key>/entries` of one session; it need not exist yet."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def names(self) -> list[str]:
        """Return the entries' names in their order; hidden and foreign files are none. Raises Unusable."""
        return _sorted(self._listed())

    def latest(self, kinds: Sequence[str] = ()) -> Iterator[str]:
        """Yield entries' names, newest first, the first few at little more than a listing; raises Unusable."""
        for portion in _portions(self._listed()):
            yield from reversed(_sorted(_of_kinds(portion, kinds)))

    def last(self) -> str:
        """Return the newest entry's name, "" where there is none; raises Unusable."""
        return next(self.latest(), "")

    def _listed(self) -> list[str]:
        try:
            return [name[:-3] for name in os.listdir(self.folder) if name.endswith(".md") and name[0] != "."]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:  # such as a folder that belongs to somebody else
            raise Unusable(self.folder, error) from error

    def read(self, name: str) -> Entry:
        """Read one entry; raises FileNotFoundError, Malformed."""
        path = os.path.join(self.folder, name + ".md")
        return load(files.read_text(path), name, path)

    def after(self, last: str) -> list[Entry]:
        """Return the entries behind the one called `last`; those that cannot be read are left out."""
        mark = _order(last)
        later: list[str] = []
        for name in self.latest():
            if _order(name) <= mark:
                break
            later.append(name)
        return list(self._readable(reversed(later)))

    def all(self, kinds: Sequence[str] = ()) -> list[Entry]:
        """Return every entry that can be read, oldest first, only of the given kinds where some are given."""
        return list(self._readable(_of_kinds(self.names(), kinds)))

    def newest(self, count: int, kinds: Sequence[str] = ()) -> list[Entry]:
        """Return the last `count` entries, newest first, only of the given kinds where some are given."""
        found: list[Entry] = []
        for entry in self.backwards(kinds):
            found.append(entry)
            if len(found) == count:
                break
        return found

    def backwards(self, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        """Yield the entries that can be read, newest first, each read when its turn comes.

        It ends early where hundreds cannot be read: whoever wants the latest has no time for a spoilt journal.
        """
        return self._readable(self.latest(kinds), _SPOILT)

    def _readable(self, names: Iterable[str], patience: int = sys.maxsize) -> Iterator[Entry]:
        for name in names:
            try:
                yield self.read(name)
            except (Problem, OSError):
                patience -= 1
                if not patience:
                    return

    def add(self, entry: Entry, not_before: int) -> Entry:
        """Write a new entry and return it with its name; it is on the disk then.

        Its name's time is later than `not_before`, so that names keep the order of writing when a clock jumps.
        """
        files.make_folder(self.folder)
        instant = max(timestamps.now(), not_before + 1)
        while True:
            chance = "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(4))
            name = f"{timestamps.to_compact(instant)}-{entry.kind}-{chance}"
            try:
                data = dump(entry).encode("utf-8", "surrogateescape")
                files.create(os.path.join(self.folder, name + ".md"), data)
            except FileExistsError:
                continue
            return entry.replace(name=name)

    def take_back(self, entries: Sequence[Entry]) -> None:
        """Remove entries that were just added and must not count, since one beside them failed."""
        for entry in entries:
            files.remove(os.path.join(self.folder, entry.name + ".md"))
