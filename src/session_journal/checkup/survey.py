"""The documents and journals of a project, each looked at once; of each only the few facts that checks need."""

from __future__ import annotations

import os
import stat

from .. import files, identity, session
from ..document import Document
from ..errors import Malformed, Problem
from ..journal import Journal, instant_of
from ..naming import BATCH
from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..store import Store


_OURS = (BATCH, ".tmp", ".swap")
"""The ends of names that writers give to what they have not finished."""


class Seen(Value):
    """A file where documents lie, as it is on the disk.

    `key` is the one in its name ("" where it has none). What the document says stands in `id` to `last_entry`,
    all "" where it cannot be read: `problem` is why then, or `destroyed`, in words, where nothing is left of it
    to mend by hand. `leads_to` is where a link leads, if that is outside of the store; `alien` the first line
    that is not UTF-8; `late` how many entries it lacks; `updated` the instant of its last record.
    """

    path: str
    key: str = ""
    id: str = ""
    shortname: str = ""
    status: str = ""
    number: str = ""
    last_entry: str = ""
    updated: int = 0
    problem: Problem | None = None
    destroyed: str = ""
    alien: int = 0
    late: int = 0
    leads_to: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it says that its session is active or paused."""
        return self.status in session.OPEN


class Records(Value):
    """The folder `journal/KEY`: how many entries lie there, the newest's name, and whether it has a beginning."""

    name: str
    path: str
    count: int = 0
    newest: str = ""
    started: bool = False
    others: tuple[str, ...] = ()
    batches: tuple[str, ...] = ()
    empty: bool = False
    has_brief: bool = False
    problem: str = ""

    @property
    def is_key(self) -> bool:
        """Whether the folder is named as a journal is."""
        return identity.is_key(self.name)


class Survey:
    """What lies in a store's folders; `look` is done once, when first asked for.

    `tell` is called now and then with a line for a person who waits.
    """

    def __init__(self, store: Store, tell: Callable[[str], None] | None = None) -> None:
        self._store, self._tell = store, tell
        self._journals: dict[str, Records] | None = None
        self._documents: list[Seen] | None = None
        self.trouble = ""
        """Why the documents could not be listed, "" where they could."""

    def forget(self) -> None:
        """Look again when asked next: something was mended."""
        self._journals, self._documents, self.trouble = None, None, ""

    @property
    def journals(self) -> dict[str, Records]:
        """The folders under `journal/`, by name."""
        if self._journals is None:
            self._journals = {os.path.basename(path): records(path) for path in self._folders()}
        return self._journals

    def _folders(self) -> list[str]:
        try:
            folder = self._store.path("journal")
        except Problem:  # it leads out of the store, as the check of folders says
            return []
        return [os.path.join(folder, name) for name in _names(folder)]

    @property
    def documents(self) -> list[Seen]:
        """The files where documents lie, those under `active/` first."""
        if self._documents is None:
            self._documents = list(self._look())
        return self._documents

    @property
    def keys(self) -> set[str]:
        """The keys that documents have, by their ids or by their names."""
        return {key for seen in self.documents for key in (seen.key, identity.key_of(seen.id)) if key}

    def _look(self) -> Iterator[Seen]:
        try:
            paths = [*self._store.active_paths(), *self._store.archive_paths()]
        except (Problem, OSError) as error:
            paths, self.trouble = [], str(error).partition(". ")[0].rstrip(".")
        for count, path in enumerate(paths):
            if self._tell and count and not count % 200:
                self._tell(f"{count:,} of {len(paths):,} documents read")
            seen = look(path, self._store.relative(path), os.path.realpath(self._store.folder))
            yield self._with_late(seen)

    def _with_late(self, seen: Seen) -> Seen:
        """Count the entries that a document does not hold yet; one that names none was written by hand."""
        found = self.journals.get(identity.key_of(seen.id)) if seen.id else None
        marked = seen.last_entry == "none" or instant_of(seen.last_entry) > 0
        if found is None or not marked or found.newest == seen.last_entry:
            return seen
        journal = self._store.journal(found.name)
        return seen.replace(late=len(journal.after(seen.last_entry)))


def look(path: str, shown: str, folder: str) -> Seen:
    """Return what one file is; one that a link leads to outside of the folder is not opened."""
    key = os.path.basename(path)[:-3].rpartition("-")[2]
    seen = Seen(path=path, key=key if identity.is_key(key) else "")
    try:
        if stat.S_ISLNK(os.lstat(path).st_mode):
            leads_to = os.path.realpath(path)
            if not leads_to.startswith(folder + os.sep):
                return seen.replace(leads_to=leads_to)
        data = files.read(path)
    except Malformed as problem:
        return seen.replace(problem=Malformed(shown, problem.line, problem.what))
    except Problem as problem:
        return seen.replace(problem=problem)
    except (OSError, ValueError) as error:
        return seen.replace(problem=Malformed(shown, 0, f"cannot be read ({error})"))
    return _read(seen, data, shown)


def _read(seen: Seen, data: bytes, shown: str) -> Seen:
    lost = destruction(data)
    if lost:
        return seen.replace(destroyed=lost)
    try:
        value = session.read(Document.parse(data.decode("utf-8", "surrogateescape"), shown))
    except Problem as problem:
        return seen.replace(problem=problem)
    return seen.replace(
        id=value.id,
        shortname=value.shortname,
        status=value.status,
        number=value.number,
        last_entry=value.last_entry,
        updated=value.updated,
        alien=_first_alien_line(data),
    )


def destruction(data: bytes) -> str:
    """Tell, in words, whether nothing of a document is left that somebody could mend by hand; "" otherwise."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return "is empty"
    if data.count(b"\0") * 2 > len(data) or data[:1] == b"\0":
        return "holds NUL bytes in place of its text"
    lines = data.removeprefix(b"\xef\xbb\xbf").splitlines()
    fences = [place for place, line in enumerate(lines) if line.rstrip() == b"---"]
    has_id = any(line.startswith(b"id:") for line in lines[:60])
    if not fences or fences[0]:
        return "" if has_id else "holds something else than a session's document"
    if len(fences) == 1:
        return "is cut off inside its front matter" if len(lines) < 40 else ""
    return "" if any(line.strip() for line in lines[fences[1] + 1 :]) else "has nothing below its front matter"


def _first_alien_line(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 0


def records(path: str) -> Records:
    """Return what one folder under `journal/` holds; no entry is opened for that."""
    found = Records(name=os.path.basename(path), path=path)
    if os.path.islink(path) or not os.path.isdir(path):
        return found.replace(problem="is a link" if os.path.islink(path) else "is not a folder")
    folder = os.path.join(path, "entries")
    if os.path.lexists(folder) and (os.path.islink(folder) or not os.path.isdir(folder)):
        return found.replace(problem="has no folder of its own for its entries")
    present, names = _names(folder), _entries(folder)
    known = set(names)
    others = [name for name in present if name[-3:] != ".md" or name[:-3] not in known]
    return found.replace(
        count=len(names),
        newest=names[-1] if names else "",
        started=any("-started-" in name for name in names[:100]),
        others=tuple(name for name in others if not name.endswith(_OURS))[:100],
        batches=tuple(name for name in others if name.endswith(BATCH) and name[0] != "."),
        empty=not present and not any(name != "entries" for name in _names(path)),
        has_brief=os.path.isfile(os.path.join(path, "progress.md")),
        problem=_refusal(folder),
    )


def _entries(folder: str) -> list[str]:
    try:
        return Journal(folder).names()
    except Problem:
        return []


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _refusal(folder: str) -> str:
    """Tell why a folder cannot be listed; "" where it can, or is not there."""
    try:
        with os.scandir(folder):
            return ""
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"cannot be listed ({error.strerror})"
