"""The `.sessions` folder of a project <-> its sessions. Reading takes no lock; `locked` is for writers."""

from __future__ import annotations

import os

from . import files, git, identity, inside, lock, modes, origin, redact, session, trust
from .document import Document
from .errors import Ambiguous, Malformed, NoStore, NotFound, Problem, Refused, Unusable
from .journal import Entry, Journal, instant_of
from .session import Session
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

FOLDER = ".sessions"
LOCK_SECONDS = 10.0
HOOK_LOCK_SECONDS = 2.0
PRIVATE = (
    "# Written by session-journal: sessions stay on this machine. docs/format.md says how to share them.\n*\n"
)


class Loaded(Value):
    """A session as read: its file, the file's bytes, the document (with late entries applied) and the value."""

    path: str
    data: bytes
    document: Document
    session: Session


class Listing(Value):
    """Sessions that could be read, and the problems with those that could not.

    `foreign` and `strange` are those sessions and problems that are kept from an agent (trust).
    """

    sessions: tuple[Loaded, ...]
    problems: tuple[Problem, ...]
    foreign: tuple[Loaded, ...] = ()
    strange: tuple[Problem, ...] = ()


class Store:
    """The sessions of the project at `root`; the folder is made by `create`.

    `data` is this person's own folder for what must lie outside the repository; "" for none. With `own_only`, for
    a reader that is an agent, there are only sessions that were made or taken up on this machine.
    """

    def __init__(self, root: str, data: str = "", *, own_only: bool = False) -> None:
        self.root, self.data, self.own_only = root, data, own_only
        self.folder = os.path.join(root, FOLDER)
        self._known: set[str] = set()
        self._marks: list[origin.Origin] | None = None
        self._trouble: str | None = None

    @property
    def whole(self) -> Store:
        """The same store with all its sessions, for the person."""
        return Store(self.root, self.data) if self.own_only else self

    def mask(self) -> redact.Mask:
        """Return what masks secrets here, with the patterns of the project's settings and the person's own."""
        try:
            path = self.path("config.yaml")
        except Problem:  # a link that leads out: what it says counts for nothing
            path = ""

        def is_strange() -> bool:
            return not self.marks() or git.is_tracked(self.root, self.relative(path))

        return redact.mask_of(path, self.data, is_strange=is_strange)

    def marks(self) -> list[origin.Origin]:
        """Return what tells that this store is one's own; looked for once."""
        if self._marks is None:
            self._marks = origin.found(self)
        return self._marks

    def forget_marks(self) -> None:
        """Have the marks looked for anew, since they were changed."""
        self._marks = None

    def path(self, *parts: str) -> str:
        """Return a path inside the folder; raises Malformed, and Unusable where a link leads out of it.

        Raises Refused where the folder is itself a link that is not followed.
        """
        if self.trouble:
            raise Refused(self.trouble)
        return inside.join(self.folder, parts, self._known)

    def relative(self, path: str) -> str:
        """Return a path as seen from the project's root."""
        return os.path.relpath(path, self.root)

    @property
    def trouble(self) -> str:
        """Why the folder is not used though it is there, a link not known to be one's own; "" for nothing."""
        if self._trouble is None:
            self._trouble = ""  # finding out asks for paths
            if os.path.islink(self.folder):
                self._trouble = str(_displaced().link(self))
        return self._trouble

    def follow(self) -> None:
        """Take a `.sessions` that is a link for the person's own from now on, but for one that git tracks."""
        self._trouble = str(_displaced().link(self, chosen=True))

    @property
    def exists(self) -> bool:
        """Whether there is a `.sessions` folder."""
        return os.path.isdir(self.folder) and not self.trouble

    def missing(self) -> Problem:
        """Return what to say where there is no such folder: that there is none yet, or what became of it."""
        said = self.trouble or _displaced().loss(self)
        return Refused(said) if said else NoStore(self.root)

    @property
    def is_shared(self) -> bool:
        """Whether git may have the sessions: the person's decision, in `.sessions/.gitignore`."""
        return modes.is_shared(self.folder)

    def create(self) -> None:
        """Make the folder with its parts where missing; raises Unusable.

        A folder without sessions, made by hand, is kept private as a new one is.
        """
        if self.trouble:
            raise Refused(self.trouble)
        if os.path.lexists(self.folder) and not self.exists:
            raise Unusable(self.folder, "is a file, and sessions need a folder of that name")
        ours = ("active", "archive", "journal", ".gitignore")
        new = not any(os.path.lexists(self.path(name)) for name in ours)
        for part in ("active", "archive", "journal", ".state"):
            files.make_folder(self.path(part))
        if new:
            files.replace(self.path(".gitignore"), PRIVATE.encode())
        if os.path.lexists(self.path(".gitignore")) and not modes.lets_in(self.folder):
            from . import exclusion  # noqa: PLC0415 - only a session that begins needs it

            exclusion.keep_out(self)

    def locked(self, seconds: float = LOCK_SECONDS) -> lock.Lock:
        """Return the writers' lock; raises NoStore, and Busy when it is not free within that time."""
        if not self.exists:
            if os.path.lexists(self.folder) and not self.trouble:
                raise Unusable(self.folder, "is a file, and sessions need a folder of that name")
            raise self.missing()
        files.make_folder(self.path(".state"))
        return lock.Lock(self.path(".state", "lock"), seconds)

    def journal(self, key: str) -> Journal:
        """Return the journal of the session with this key."""
        if not identity.is_key(key):
            raise Malformed(self.path("journal", key), 0, "is not named by a session's key")
        return Journal(self.path("journal", key, "entries"))

    def load(self, path: str) -> Loaded:
        """Read a document and apply what its journal holds beyond it; raises Malformed, FileNotFoundError."""
        inside.check(self.folder, path)
        data = files.read(path) or files.read_soon(path)
        document = Document.parse(data.decode("utf-8", "surrogateescape"), self.relative(path))
        value = session.read(document)
        late = self.late(value)
        if late:
            from . import changes  # noqa: PLC0415 - a crash left something to apply, or the document is new

            document = changes.apply_all(document, late)
            value = session.read(document)
        return Loaded(path=path, data=data, document=document, session=value)

    def late(self, value: Session) -> list[Entry]:
        """Return the entries that the document does not hold yet.

        A document that names no entry was written by hand: it is taken to hold all that there are.
        """
        return self.journal(value.key).after(value.last_entry) if self.is_marked(value) else []

    def is_marked(self, value: Session) -> bool:
        """Tell whether a document names the last entry that it holds."""
        return value.last_entry == "none" or instant_of(value.last_entry) > 0

    def active_paths(self) -> list[str]:
        """Return the paths of the documents in `active/`; raises NoStore, Unusable."""
        folder = self.path("active")
        try:
            names = os.listdir(folder)
        except FileNotFoundError:
            if self.exists:
                return []
            raise self.missing() from None
        except OSError as error:
            broken = "is a file, and sessions need a folder of that name"
            raise Unusable(self.folder, error if os.path.isdir(self.folder) else broken) from error
        return sorted(os.path.join(folder, name) for name in names if _is_document(name))

    def open_sessions(self) -> Listing:
        """Return the active and paused sessions; what cannot be read is among the problems."""
        return self._listing(self.active_paths(), lambda loaded: loaded.session.is_open)

    def ended_sessions(self) -> Listing:
        """Return the completed and abandoned sessions, newest first: this reads the whole archive."""
        return self._listing(
            [*self.archive_paths(), *self.active_paths()], lambda loaded: not loaded.session.is_open
        )

    def all_sessions(self) -> Listing:
        """Return the open sessions and then the ended ones, each newest first: this reads the whole archive."""
        opened, ended = self.open_sessions(), self.ended_sessions()
        problems = {str(problem): problem for problem in (*opened.problems, *ended.problems)}
        return Listing(
            sessions=(*opened.sessions, *ended.sessions),
            problems=tuple(problems.values()),
            foreign=(*opened.foreign, *ended.foreign),
        )

    def _listing(self, paths: list[str], wanted: Callable[[Loaded], bool]) -> Listing:
        sessions: list[Loaded] = []
        problems: list[Problem] = []
        for path in paths:
            try:
                loaded = self.load(path)
            except FileNotFoundError:
                continue  # moved while we looked
            except Problem as problem:
                problems.append(problem)
                continue
            if wanted(loaded):
                sessions.append(loaded)
        if len({loaded.session.id for loaded in sessions}) < len(sessions):
            sessions = self._originals(sessions, problems)
        sessions.sort(key=_age, reverse=True)
        return self._shown(sessions, problems)

    def _shown(self, sessions: list[Loaded], problems: list[Problem]) -> Listing:
        """Return a listing, for an agent without what is not its person's own."""
        if not self.own_only:
            return Listing(sessions=tuple(sessions), problems=tuple(problems))
        foreign = tuple(loaded for loaded in sessions if trust.is_foreign(self, loaded))
        strange = tuple(problem for problem in problems if trust.for_agent(self, problem) != str(problem))
        return Listing(
            sessions=tuple(loaded for loaded in sessions if loaded not in foreign),
            problems=tuple(problem for problem in problems if problem not in strange),
            foreign=foreign,
            strange=strange,
        )

    def _originals(self, sessions: list[Loaded], problems: list[Problem]) -> list[Loaded]:
        """Leave out copies of documents, as synchronising programs make them; they are among the problems."""
        kept: dict[str, Loaded] = {}
        for loaded in sorted(sessions, key=lambda x: not x.path.endswith(f"-{x.session.key}.md")):
            original = kept.setdefault(loaded.session.id, loaded)
            if original is not loaded:
                what = f"is a copy of {self.relative(original.path)} with the same id"
                problems.append(Malformed(self.relative(loaded.path), 0, what))
        return list(kept.values())

    def archive_paths(self) -> list[str]:
        """Return the paths of the documents in `archive/`, those in its folders a level down too."""
        found: list[str] = []
        try:
            with os.scandir(self.path("archive")) as entries:
                for entry in entries:
                    if _is_document(entry.name):
                        found.append(entry.path)
                    elif entry.name.isdigit() and entry.is_dir(follow_symlinks=False):
                        found += [e.path for e in os.scandir(entry.path) if _is_document(e.name)]
        except (FileNotFoundError, NotADirectoryError):
            return []
        return sorted(found)

    def find(self, ref: str) -> Loaded:
        """Return the session that a reference names, open ones before ended ones.

        A reference is an id, key, shortname, tracking ID or number, or the beginning of one that no other
        shares. Raises NotFound, Ambiguous; Refused for one that an agent may not read.
        """
        listing = self.open_sessions()
        for same in (_is_named, _begins):
            found = [loaded for loaded in listing.sessions if same(loaded.session, ref)]
            if found:
                return self._only(found, ref)
            found = [loaded for loaded in self._archived_like(ref) if same(loaded.session, ref)]
            if found:
                return self._only(found, ref)
        self._blame(listing.problems, ref)
        raise self._kept_back(ref) if self.own_only else NotFound(ref)

    def _kept_back(self, ref: str) -> Problem:
        """Return what an agent is told of a reference that names no session, or one that is not for it."""
        try:
            return trust.refusal(self.whole.find(ref).session.key)
        except Problem:
            return NotFound(ref)

    def _blame(self, problems: tuple[Problem, ...], ref: str) -> None:
        """Raise the problem of the file whose name fits a reference, rather than say there is none."""
        for problem in problems:
            if isinstance(problem, Malformed) and os.path.basename(problem.path).startswith(ref):
                raise problem

    def _archived_like(self, ref: str) -> Iterator[Loaded]:
        """Yield the archived sessions whose file name may fit, and for a number those that have it."""
        wanted = ref.casefold()
        numbered = self._archived_as(ref.lstrip("#"))
        for path in self.archive_paths():
            stem = os.path.basename(path)[:-3].casefold()
            key = stem.rpartition("-")[2]
            by_id = wanted.replace("-", "").endswith(key) or wanted.rpartition("-")[2] in key[-4:]
            if path in numbered or stem.startswith(wanted) or key.startswith(wanted) or by_id:
                try:
                    loaded = self.load(path)
                except (Problem, FileNotFoundError):
                    continue
                if not self.own_only or not trust.is_foreign(self, loaded):
                    yield loaded

    def _archived_as(self, number: str) -> set[str]:
        """Return the paths of the ended sessions with a number, none where it is no number."""
        if not identity.is_number(number):
            return set()
        from .catalogue import Catalogue  # noqa: PLC0415 - sqlite3 takes as long as a whole hook

        catalogue = Catalogue(self)
        try:
            same = (one for one in catalogue.ended() if identity.is_number(one.number))
            return {one.path for one in same if int(one.number) == int(number)}
        finally:
            catalogue.close()

    def _only(self, found: list[Loaded], ref: str) -> Loaded:
        if len(found) == 1:
            return found[0]
        raise Ambiguous("session", ref, [f"{x.session.shortname} ({x.session.key})" for x in found])

    def by_id(self, session_id: str) -> Loaded | None:
        """Return the open session with an id, or None; looks for its key in the file names first.

        Raises Malformed where the file of that name cannot be read: its work belongs into no other session.
        """
        key = identity.key_of(session_id)
        paths = self.active_paths()
        likely = [path for path in paths if path.endswith(f"-{key}.md")]
        listing = self._listing(likely or paths, lambda loaded: loaded.session.is_open)
        for loaded in listing.sessions:
            if loaded.session.id == session_id:
                return loaded
        if likely and listing.problems:
            raise listing.problems[0]
        return None


def _displaced() -> ModuleType:
    from . import displaced  # noqa: PLC0415 - mostly the folder is there, and is one

    return displaced


def _age(loaded: Loaded) -> tuple[int, int]:
    """Order sessions by when they were written; within a second by their last entries, which know more."""
    return loaded.session.updated, instant_of(loaded.session.last_entry)


def _is_document(name: str) -> bool:
    return name.endswith(".md") and not name.startswith(".")


def _is_named(value: Session, ref: str) -> bool:
    wanted = ref.casefold()
    number = wanted.lstrip("#")
    exact = (value.id, value.key, value.shortname.casefold(), value.tracking_id.casefold())
    return wanted in exact or (
        identity.is_number(number) and identity.is_number(value.number) and int(number) == int(value.number)
    )


def _begins(value: Session, ref: str) -> bool:
    wanted = ref.casefold()
    names = (value.id, value.key, value.shortname.casefold(), value.tracking_id.casefold())
    return bool(wanted) and any(name.startswith(wanted) for name in names)
