"""Whether the sessions of a project may be committed, as `.sessions/.gitignore` says, and what that would show."""

from __future__ import annotations

import os

from . import exclusion, files, git, identity, ledger, modes
from .errors import Problem
from .store import FOLDER, PRIVATE
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .store import Store

SHARED = "# Written by session-journal: sessions can be committed; this machine's own part cannot.\n.state*/\n"
_OURS = ("*", "/*", "**", "/**", ".state", ".state/", "/.state", "/.state/", ".state*/")
_SECONDS = 5.0


class Journal(Value):
    """What is kept of one session beside its document: entries, and what in them quotes a conversation."""

    key: str
    entries: int
    prompts: int
    summaries: int


class Visible(Value):
    """What others would see: the documents, the journals, and all files (paths from the project's root).

    `size` is in bytes.
    """

    documents: tuple[str, ...]
    journals: tuple[Journal, ...]
    others: tuple[str, ...]
    files: tuple[str, ...]
    size: int

    def as_data(self) -> dict[str, object]:
        """Return it as `--json` shows it."""
        return {
            "documents": list(self.documents),
            "journals": [dict(one.__dict__) for one in self.journals],
            "others": list(self.others),
            "files": list(self.files),
            "bytes": self.size,
        }


def visible(store: Store) -> Visible:
    """Return what could be committed if the sessions were shared."""
    found = sorted(_walk(store.folder))
    shown = [store.relative(path) for path, _ in found]
    parts = [path.split("/")[1:] for path in shown]
    pairs = list(zip(shown, parts, strict=True))
    keys = sorted(
        {part[1] for _, part in pairs if part[0] == "journal" and len(part) > 2 and identity.is_key(part[1])}
    )
    documents = [path for path, part in pairs if part[0] in ("active", "archive") and path.endswith(".md")]
    others = [
        path for path, part in pairs if path not in documents and not (part[0] == "journal" and part[1] in keys)
    ]
    return Visible(
        documents=tuple(documents),
        journals=tuple(_journal(store, key) for key in keys),
        others=tuple(others),
        files=tuple(shown),
        size=sum(size for _, size in found),
    )


def _walk(folder: str) -> Iterator[tuple[str, int]]:
    """Yield path and size of each file that git would take; links are taken as links, not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith(".state") and not _hides_itself(entry.path):
                    yield from _walk(entry.path)
            else:
                yield entry.path, entry.stat(follow_symlinks=False).st_size


def _hides_itself(folder: str) -> bool:
    try:
        return b"*" in files.read(os.path.join(folder, ".gitignore"), 100_000).split()
    except (OSError, Problem):
        return False


def _journal(store: Store, key: str) -> Journal:
    journal = store.journal(key)
    names = journal.names()
    try:
        prompts = len(ledger.known(journal).prompts)
    except Problem:
        prompts = 0
    summaries = sum("-compaction-" in name for name in names)
    return Journal(key=key, entries=len(names), prompts=prompts, summaries=summaries)


def begin(store: Store) -> None:
    """Make the folder of a store that is shared from its beginning; raises Unusable."""
    files.make_folder(store.folder, modes.OPEN)
    files.replace(store.path(".gitignore"), SHARED.encode(), mode=modes.OPEN)
    exclusion.let_in(store)


def share(store: Store, seconds: float) -> None:
    """Let git have the sessions, but for `.state/` and what was put aside; raises Unusable, Busy."""
    _write(store, SHARED, ".state*/", seconds)
    exclusion.let_in(store)


def keep_private(store: Store, seconds: float) -> None:
    """Have git ignore all of the folder; raises Unusable, Busy."""
    _write(store, PRIVATE, "*", seconds)
    exclusion.keep_out(store)


def brought(store: Store) -> bool:
    """Tell whether the repository brought a `.gitignore` that shares what the person keeps private."""
    return modes.lets_in(store.folder) and modes.is_excluded(store.folder)


def _write(store: Store, whole: str, rule: str, seconds: float) -> None:
    """Put our rule into the `.gitignore`, last, where it counts; the person's own rules stay."""
    path = store.path(".gitignore")
    with store.locked(seconds):
        try:
            before = files.read(path, 1_000_000)
        except FileNotFoundError:
            files.replace(path, whole.encode())
            return
        rows = before.decode("utf-8", "surrogateescape").splitlines()
        known = {*PRIVATE.splitlines(), *SHARED.splitlines(), *_OURS}
        own = [row for row in rows if row.strip() not in known]
        text = "\n".join([*own, rule, ""]) if any(row.strip() for row in own) else whole
        files.replace(path, text.encode("utf-8", "surrogateescape"))


def ignored_elsewhere(store: Store) -> bool:
    """Tell whether git ignores shared sessions all the same, by a rule outside of `.sessions`."""
    path = os.path.join(FOLDER, "active", "a.md")
    return store.is_shared and bool(git.run(store.root, ["check-ignore", "--no-index", "--", path], _SECONDS))


def tracked(store: Store) -> int:
    """Return how many files of the sessions git holds already."""
    output = git.run(store.root, ["ls-files", "-z", "--", FOLDER], _SECONDS)
    return len([path for path in (output or "").split("\0") if path])
