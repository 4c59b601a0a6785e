"""The entries of one session: immutable files, one a record, named so that their order is their names'.

An entry file is front matter (its kind, its time, what belongs to it) and, below, the text exactly as given.
"""

from __future__ import annotations

import os
import sys

from . import files, frontmatter, timestamps
from .errors import Malformed, Problem, Unusable
from .naming import BATCH, in_order, make, of_kinds, order, portions
from .naming import instant_of as instant_of  # noqa: PLC0414 - others ask for it here
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
_SPOILT = 500
_LOOKS = 5


MOST_LINES = 110_000
"""Lines of one entry: a summary that is kept may have 100,000."""


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
    if text.count("\n") > MOST_LINES:
        raise Malformed(path, MOST_LINES, f"there are more than {MOST_LINES:,} lines")
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


def _no_link(path: str) -> str:
    """Return the path of a file of ours; raises Malformed for a link, which may lead anywhere."""
    if os.path.islink(path):
        raise Malformed(path, 0, "is a link, and an entry is a file of its own")
    return path


class Journal:
    """The folder `journal/<key>/entries` of one session; it need not exist yet."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def names(self) -> list[str]:
        """Return the entries' names in their order; hidden and foreign files are none. Raises Unusable."""
        return in_order(self._listed())

    def latest(self, kinds: Sequence[str] = ()) -> Iterator[str]:
        """Yield entries' names, newest first, the first few at little more than a listing; raises Unusable."""
        for portion in portions(self._listed()):
            yield from reversed(in_order(of_kinds(portion, kinds)))

    def last(self) -> str:
        """Return the newest entry's name, "" where there is none; raises Unusable."""
        return next(self.latest(), "")

    def _listed(self) -> list[str]:
        found = self.files()
        names = [name[:-3] for name in found if name.endswith(".md") and name[0] != "."]
        if any(name.endswith(BATCH) for name in found):
            names = list({*names, *self._batched(found)})
        return names

    def files(self) -> list[str]:
        """Return the names of all files in the folder as they are; raises Unusable."""
        try:
            return os.listdir(self.folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:  # such as a folder that belongs to somebody else
            raise Unusable(self.folder, error) from error

    def _batched(self, found: Sequence[str]) -> dict[str, bytes]:
        """Return the entries that a writer has not given their own files yet, or was killed before."""
        from . import batch  # noqa: PLC0415 - rarely there

        for _ in range(_LOOKS):
            try:
                return batch.read(self.folder, found)
            except FileNotFoundError:  # finished since the look
                found = self.files()
        return {}

    def read(self, name: str) -> Entry:
        """Read one entry; raises FileNotFoundError, Malformed."""
        path = os.path.join(self.folder, name + ".md")
        try:
            text = files.read_text(_no_link(path))
        except FileNotFoundError:
            data = self._batched(self.files()).get(name)
            text = files.read_text(path) if data is None else data.decode("utf-8", "surrogateescape")
        return load(text, name, path)

    def after(self, last: str) -> list[Entry]:
        """Return the entries behind the one called `last`; those that cannot be read are left out."""
        mark = order(last)
        later: list[str] = []
        for name in self.latest():
            if order(name) <= mark:
                break
            later.append(name)
        return list(self._readable(reversed(later)))

    def all(self, kinds: Sequence[str] = ()) -> list[Entry]:
        """Return every entry that can be read, oldest first, only of the given kinds where some are given."""
        return list(self._readable(of_kinds(self.names(), kinds)))

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
        return self.add_all([entry], not_before)[0]

    def add_all(self, entries: Sequence[Entry], not_before: int) -> list[Entry]:
        """Write new entries and return them with their names; they are on the disk then, all of them or none."""
        if not entries:
            return []
        files.make_folder(self.folder)
        instant = max(timestamps.now(), not_before + 1)
        while True:
            named = [entry.replace(name=make(entry.kind, instant + place)) for place, entry in enumerate(entries)]
            data = {entry.name: dump(entry).encode("utf-8", "surrogateescape") for entry in named}
            try:
                self._write(data)
            except FileExistsError:
                continue
            return named

    def _write(self, entries: Mapping[str, bytes]) -> None:
        if len(entries) > 1:
            from . import batch  # noqa: PLC0415 - most calls record one

            batch.write(self.folder, entries)
        for name, data in entries.items() if len(entries) == 1 else ():
            files.create(os.path.join(self.folder, name + ".md"), data)

    def finish(self) -> list[str]:
        """Finish what a writer was killed at; return the names of all files as they were before."""
        found = self.files()
        if any(name.endswith(BATCH) for name in found):
            from . import batch  # noqa: PLC0415 - rarely there

            batch.finish(self.folder, found)
        return found

    def take_back(self, entry: Entry) -> None:
        """Remove an entry that was just added and must not count, since what belongs to it failed."""
        files.remove(os.path.join(self.folder, entry.name + ".md"))
