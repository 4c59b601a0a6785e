"""The Python interface: open a project's store, start a session, log to it, read it, end it.

Everything here goes the same way as the command line: under the store's lock, journal first. Problems are
raised as `session_journal.Problem`, whose `str()` is a sentence for a person.
"""

from __future__ import annotations

import os

from . import drafts, identity, items, recorder, session, timestamps
from .errors import WrongCall
from .journal import Entry
from .project import find_root
from .session import Session
from .store import LOCK_SECONDS, Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class OpenSession:
    """A handle on one session; what it says is read anew at every call."""

    def __init__(self, store: Store, session_id: str) -> None:
        """Take the store and the session's id (UUID)."""
        self._store = store
        self.id = session_id

    def read(self) -> Session:
        """Return what the session's document says now; raises Problem."""
        return self._store.find(self.id).session

    def journal(self) -> list[Entry]:
        """Return all its entries, oldest first."""
        return list(reversed(self._store.journal(identity.key_of(self.id)).newest(1_000_000)))

    def log(self, kind: str, text: str, **fields: str) -> Entry:
        """Record a text of a kind (`drafts.LOGGED`) and return its entry, which is on the disk then.

        A decision takes `rationale` (needed), `context` and `options`. The same text twice within a minute is
        recorded once: the second call returns an entry without a name.
        """
        present = timestamps.now()
        if not text.strip():
            raise WrongCall("There is no text to record.")
        recorded = self._record(
            lambda value, document: [drafts.logged(kind, text, present, value, document, fields)]
        )
        return (*recorded.entries, *recorded.repeated)[0]

    def checkpoint(self, note: str = "", *, tldr: str = "", context: Sequence[str] = ()) -> Entry:
        """Keep the state as it is, with a new TL;DR and further key context where given."""
        present, given = timestamps.now(), {"tldr": tldr, "context": list(context)}
        recorded = self._record(lambda value, _: [drafts.checkpoint(present, value, (), note, given)])
        return recorded.entries[0]

    def pause(self, note: str = "") -> Session:
        """Put the session aside; `resume` makes it active again."""
        return self._move("paused", note)

    def resume(self) -> Session:
        """Make a paused session active again."""
        return self._move("resumed", "")

    def close(self, *, reason: str = "", abandon: bool = False) -> Session:
        """End the session, completed or abandoned (then with a reason), and archive its document."""
        if abandon and not reason:
            raise WrongCall("Say why the session is abandoned.")
        return self._move("abandoned" if abandon else "completed", reason)

    def _move(self, kind: str, text: str) -> Session:
        def plan(value: Session, _document: object) -> list[Entry]:
            session.move(value, kind)
            return [Entry(kind=kind, at=timestamps.now(), text=text)]

        return self._record(plan).loaded.session

    def _record(self, plan: recorder.Plan) -> recorder.Recorded:
        return recorder.record(self._store, self.id, plan, conversation="", seconds=LOCK_SECONDS)


class ProjectSessions:
    """The sessions of one project; the folder `.sessions/` is made by the first `start`."""

    def __init__(self, root: str) -> None:
        """Take the project's root folder."""
        self.store = Store(root)

    def start(
        self, name: str, *, goal: str = "", steps: Sequence[str] = (), task_ids: Sequence[str] = ()
    ) -> OpenSession:
        """Start a session; raises Refused when an open one has its name."""
        shortname = identity.shortname(name)
        if not shortname:
            raise WrongCall(f"No file can be named after {name!r}: use letters or digits in the name.")
        title = items.headline(goal or name, 100)
        entry = drafts.started(timestamps.now(), shortname, title, goal, steps, task_ids)
        recorder.start(self.store, entry, seconds=LOCK_SECONDS)
        return OpenSession(self.store, entry.field("id"))

    def find(self, ref: str) -> OpenSession:
        """Return the session with an id, key, shortname, tracking ID, number or unique beginning of one."""
        return OpenSession(self.store, self.store.find(ref).session.id)

    def open_sessions(self) -> list[Session]:
        """Return the active and paused sessions, the one written last first."""
        return [loaded.session for loaded in self.store.open_sessions().sessions]


def open_store(path: str | os.PathLike[str] = ".") -> ProjectSessions:
    """Open the sessions of the project that holds `path`."""
    return ProjectSessions(find_root(os.path.abspath(os.fspath(path))))
