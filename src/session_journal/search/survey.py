"""What lies in the store now, told by the times of folders and documents: no entry is opened, few are looked at.

Entries are never changed, so a folder of them is as it was when the folder's own time is. The time meant is that
of the last change of any kind (ctime), which nobody sets. A time within the last seconds proves nothing, since a
second change may have the same: it counts as not known, and what it is of is looked at again.

In a store of few sessions, and in all open sessions, each entry is looked at too, so that one changed in its place
by hand is noticed.
"""

from __future__ import annotations

import binascii
import os
import time
from array import array

from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..store import Store

_UNSURE = 2_000_000_000
_FEW = 200
"""In a store of so many sessions each entry is looked at."""
KNOWLEDGE = "knowledge"


class Survey(Value):
    """The times by what they are of: documents by path below `.sessions`, journals by key, files of knowledge.

    A time of 0 is not known. `mark` stands for all of them, "" where one is not known.
    """

    documents: dict[str, int]
    journals: dict[str, int]
    knowledge: dict[str, int]
    mark: str

    def stamps(self) -> dict[str, int]:
        """Return all times under names that tell the three apart."""
        return {
            **{f"d/{path}": at for path, at in self.documents.items()},
            **{f"j/{key}": at for key, at in self.journals.items()},
            **{f"k/{name}": at for name, at in self.knowledge.items()},
        }


def take(store: Store) -> Survey:
    """Look at the store."""
    latest = time.time_ns() - _UNSURE
    documents: dict[str, int] = {}
    for folder in ("active", "archive"):
        _documents(store, folder, documents)
    journals = _journals(store)
    knowledge = _times(os.path.join(store.folder, KNOWLEDGE), "")
    _look_closer(store, documents, journals)
    for times in (documents, journals, knowledge):
        if times and max(times.values()) >= latest:
            times.update({name: 0 for name, at in times.items() if at >= latest})
    return Survey(
        documents=documents, journals=journals, knowledge=knowledge, mark=_mark((documents, journals, knowledge))
    )


def _mark(groups: Iterable[dict[str, int]]) -> str:
    """Return a short text that is another one when anything is new, gone or changed."""
    parts = []
    for times in groups:
        if 0 in times.values():
            return ""
        names = "\n".join(times).encode("utf-8", "surrogateescape")
        values = array("q", times.values())
        parts += [str(len(times)), f"{binascii.crc32(names):08x}", f"{binascii.crc32(values.tobytes()):08x}"]
        parts.append(f"{sum(values) % (1 << 61):x}")
    return "-".join(parts)


def _documents(store: Store, folder: str, found: dict[str, int]) -> None:
    path, years = os.path.join(store.folder, folder), [""][:0]

    def chosen(names: list[str]) -> list[str]:
        years.extend(name for name in names if name.isdigit())
        return _markdown(names)

    found.update(_changed(path, f"{folder}/", "", chosen))
    for name in years if folder == "archive" else ():
        if not os.path.islink(os.path.join(path, name)):
            found.update(_times(os.path.join(path, name), f"{folder}/{name}/"))


def _markdown(names: list[str]) -> list[str]:
    return [name for name in names if name[-3:] == ".md" and name[0] != "."]


def _times(folder: str, before: str) -> dict[str, int]:
    """Return the times of the Markdown files in a folder, by name behind `before`."""
    return _changed(folder, before, "", _markdown)


def _journals(store: Store) -> dict[str, int]:
    return _changed(os.path.join(store.folder, "journal"), "", "/entries", list)


def _changed(folder: str, before: str, below: str, chosen: Callable[[list[str]], list[str]]) -> dict[str, int]:
    """Return when each of the names in a folder that are chosen, or what is `below` it, was changed last.

    This is done tens of thousands of times in a search: nothing but the look itself is in the loop.
    """
    stat = os.stat
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return {}
    try:
        names = chosen(os.listdir(descriptor))
        try:
            times = [stat(name + below, dir_fd=descriptor).st_ctime_ns for name in names]
        except OSError:
            return {before + name: at for name in names if (at := _time(name + below, descriptor)) is not None}
    finally:
        os.close(descriptor)
    return dict(zip([before + name for name in names] if before else names, times, strict=True))


def _time(name: str, descriptor: int) -> int | None:
    try:
        return os.stat(name, dir_fd=descriptor).st_ctime_ns
    except OSError:
        return None


def _look_closer(store: Store, documents: dict[str, int], journals: dict[str, int]) -> None:
    """Have the time of a journal be that of its entry changed last, and tell of their number and sizes."""
    few = len(journals) <= _FEW
    keys = journals if few else {path[-9:-3] for path in documents if path.startswith("active/")} & set(journals)
    for key in list(keys):
        journals[key] = max(
            journals[key],
            max(_times(os.path.join(store.folder, "journal", key, "entries"), "").values(), default=0),
        )
