"""The Python interface: open a project's store, start a session, log to it, read it, end it.

Everything here goes the same way as the command line: under the store's lock, journal first. Problems are
raised as `session_journal.Problem`, whose `str()` is a sentence for a person.
"""

from __future__ import annotations

import os
from contextlib import closing

from . import (
    archiving,
    attributes,
    config,
    drafts,
    figures,
    git,
    handover,
    identity,
    items,
    kinship,
    learnings,
    messages,
    moment,
    neighbours,
    prompts,
    recorder,
    relevance,
    search,
    session,
    templates,
    timestamps,
    trust,
    who,
    workitems,
    worktree,
)
from .errors import WrongCall
from .everything import Everything
from .journal import Entry
from .project import data_folder, find_root
from .session import Session
from .store import LOCK_SECONDS, Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .figures import Figures, Totals
    from .learnings import Learning
    from .messages import Message
    from .milestones import Milestone
    from .prompts import Asked
    from .who import Worker
    from .workitems import WorkItem
    from .worktree import Changes


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
        return self._store.journal(identity.key_of(self.id)).all()

    def log(self, kind: str, text: str, *, category: str = "", at: str = "", **fields: str | int) -> Entry:
        """Record a text of a kind (`journal.LOGGED`) and return its entry, which is on the disk then.

        A decision takes `rationale` (needed), `context` and `options`; a test run `passed` and `failed`. `at` is
        a time of the past, as `2026-02-16T17:30` (local) or with a zone. The same text twice within a minute is
        recorded once: the second call returns an entry without a name.
        """
        present, text = timestamps.now(), self._store.mask()(text)
        if not text.strip():
            raise WrongCall("There is no text to record.")
        known = config.load(self._store).all_categories if category else ()
        instant = moment.past(at, present) if at else present
        own = {key: str(what) for key, what in fields.items()}
        own |= drafts.marks(drafts.category(category, known), instant, present)
        recorded = self._record(lambda value, document: [drafts.logged(kind, text, instant, value, document, own)])
        return (*recorded.entries, *recorded.repeated)[0]

    def add_item(self, text: str, *, kind: str = "", meta: Mapping[str, str] | None = None) -> WorkItem:
        """Add a work item of a type (the first of the settings' where none is given) with metadata."""
        if not text.strip():
            raise WrongCall("There is no text to record.")
        present, types = timestamps.now(), config.load(self._store).all_item_types
        return self._item(lambda value: drafts.item_added(present, value, kind, text, meta or {}, types))

    def start_item(self, ref: str) -> WorkItem:
        """Start the work item that a part of its ID or text names; raises Refused, Ambiguous."""
        return self._item(lambda value: drafts.item_moved(timestamps.now(), value, "start", ref))

    def complete_item(self, ref: str) -> WorkItem:
        """Complete a work item."""
        return self._item(lambda value: drafts.item_moved(timestamps.now(), value, "done", ref))

    def drop_item(self, ref: str, reason: str) -> WorkItem:
        """Give a work item up, and say why."""
        if not reason.strip():
            raise WrongCall("Say why the item is dropped.")
        return self._item(lambda value: drafts.item_moved(timestamps.now(), value, "drop", ref, reason))

    def items(self) -> tuple[WorkItem, ...]:
        """Return its work items in the order in which they were added."""
        return self.read().work_items

    def milestones(self) -> tuple[Milestone, ...]:
        """Return its milestones; `log("milestone", …)` adds one, `log("reached", …)` checks one."""
        return self.read().milestones

    def set(
        self,
        *,
        tag: Sequence[str] = (),
        untag: Sequence[str] = (),
        role: str = "",
        group: str = "",
        parent: str = "",
        goal: str = "",
        unset: Sequence[str] = (),
    ) -> Session:
        """Add and take away tags, set role, group, parent (any reference) and goal; `unset` names what goes."""
        lists = {"tag": list(tag), "untag": list(untag), "unset": list(unset)}

        def plan(value: Session, _document: object) -> list[Entry]:
            above = kinship.parent(self._store, parent, value) if parent else ""
            named = {"role": role, "group": group, "parent": above, "goal": goal}
            return [drafts.changed(timestamps.now(), value, {**lists, **named})]

        return self._record(plan).loaded.session

    def prompts(self) -> list[Asked]:
        """Return what was asked in the session's conversations, each with its ID and the files written for it."""
        return prompts.of(self._store, self._store.find(self.id), timestamps.now())

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

    def send(self, text: str, to: str, *, high: bool = False) -> Message:
        """Send a message to another session, named as `find` takes it, or to `all` that are open."""
        return _send(self._store, text, to, self.read(), high=high)

    def inbox(self, *, everything: bool = False) -> list[Message]:
        """Return the messages that this session has not read yet, oldest first, and mark them read.

        With `everything` those that it read before as well. They are other people's words.
        """
        inbox = messages.Inbox(self._store, self.read())
        unread = inbox.unread()
        inbox.mark(inbox.read(unread))
        return inbox.read(inbox.names() if everything else unread)

    def figures(self) -> Figures:
        """Return how long it took, how much of that was work, and what it came to."""
        return figures.of_session(self.read(), self.journal())

    def files(self) -> Changes:
        """Return what changed in the project's files since it began, and where that is known from."""
        return worktree.since_start(self._store.root, self._store.journal(identity.key_of(self.id)))

    def summary(self) -> str:
        """Return the story so far as Markdown."""
        return handover.summary(handover.gather(self._store, self._store.find(self.id)))

    def _item(self, draft: Callable[[Session], Entry]) -> WorkItem:
        recorded = self._record(lambda value, _: [draft(value)])
        wanted = recorded.entries[0].field("id")
        found = [one for one in recorded.loaded.session.work_items if one.id == wanted]
        return found[0] if found else workitems.WorkItem(id=wanted, text=recorded.entries[0].text)

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
        self.store = Store(root, data_folder(os.environ))

    def start(  # noqa: PLR0913 - each may be given by its name
        self,
        name: str,
        *,
        goal: str = "",
        steps: Sequence[str] = (),
        task_ids: Sequence[str] = (),
        number: int = 0,
        tags: Sequence[str] = (),
        role: str = "",
        group: str = "",
        parent: str = "",
        template: str = "",
    ) -> OpenSession:
        """Start a session; raises Refused when an open one has its name, or any has its number.

        `number` 0 is the next one; `parent` any reference; `template` `bug`, `feature`, `research` or a name of
        one in `.sessions/templates/`.
        """
        mask = self.store.mask()
        name, goal = mask(name), mask(goal)
        shortname = identity.shortname(name)
        if not shortname:
            raise WrongCall(f"No file can be named after {name!r}: use letters or digits in the name.")
        title, present = items.headline(goal or name, 100), timestamps.now()
        more: dict[str, str | Sequence[str]] = {
            "number": str(number) if number > 0 else "",
            "tags": attributes.tags(tags),
            "role": attributes.one_line("role", role) if role else "",
            "group": attributes.one_line("group", group) if group else "",
            "parent": kinship.parent(self.store, parent) if parent else "",
        }
        if template:
            about = {"goal": goal, "name": shortname, "title": title, "tasks": ", ".join(task_ids)}
            about["branch"] = git.head(self.store.root).branch
            more = templates.applied(self.store, template, more, about, steps, present)
        entry = drafts.started(present, shortname, title, goal, steps, task_ids, more)
        self.store.create()
        trust.adopt(self.store)
        trust.take_up(self.store, recorder.start(self.store, entry, seconds=LOCK_SECONDS).loaded)
        return OpenSession(self.store, entry.field("id"))

    def find(self, ref: str) -> OpenSession:
        """Return the session with an id, key, shortname, tracking ID, number or unique beginning of one."""
        return OpenSession(self.store, self.store.find(ref).session.id)

    def open_sessions(self) -> list[Session]:
        """Return the active and paused sessions, the one written last first."""
        return [loaded.session for loaded in self.store.open_sessions().sessions]

    def totals(self, *, tag: str = "", group: str = "") -> Totals:
        """Return figures over all sessions, or those with a tag or of a group; this reads the whole archive."""
        tags = attributes.tags([tag])
        with closing(Everything(self.store)) as found:
            return figures.of_many(one for one in found.outlines() if attributes.fits(one, tags, group))

    def archive(self, before: str) -> list[str]:
        """Move the sessions that ended before a date (or `30d` ago) to `archive/YYYY/`; return their names."""
        bound = archiving.before(before, timestamps.now())
        return [one.shortname for one in archiving.archive(self.store, bound, LOCK_SECONDS).moved]

    def send(self, text: str, to: str, *, high: bool = False) -> Message:
        """Send a message that comes from a person and from no session; see `OpenSession.send`."""
        return _send(self.store, text, to, None, high=high)

    def who(self) -> list[Worker]:
        """Return the sessions that a running conversation works on, with what each is on and what it wrote."""
        return list(who.look(self.store, timestamps.now()).workers)

    def learn(
        self,
        text: str,
        *,
        why: str,
        impact: str,
        kind: str = "learnings",
        tags: Sequence[str] = (),
        files: Sequence[str] = (),
    ) -> Learning:
        """Keep what the whole project should know and return it as kept; the kinds are `learnings.KINDS`.

        What the file has already is not added again.
        """
        given = {"tags": tuple(tags), "files": tuple(files)}
        learning = learnings.draft(text, why, impact, kind, present=timestamps.now()).replace(**given)
        return learnings.add(self.store, learning, LOCK_SECONDS)[0]

    def search(
        self,
        words: str,
        *,
        kinds: Sequence[str] = (),
        since: str = "",
        until: str = "",
        tags: Sequence[str] = (),
        sessions: Sequence[str] = (),
        limit: int = 20,
    ) -> search.Results:
        """Find what was recorded, the best first; `since` and `until` are dates, or `3d` or `2w` ago.

        `kinds` are kinds of entry, or `document`, `prompt`, `summary`, `captured`, `knowledge`.
        """
        present = timestamps.now()
        wanted = search.Wanted(
            text=words,
            kinds=tuple(kinds),
            since=archiving.before(since, present) if since else 0,
            until=archiving.before(until, present) if until else 0,
            tags=tuple(attributes.tags(tags)),
            keys=tuple(self.store.find(ref).session.key for ref in sessions) if sessions else None,
            limit=limit,
        )
        return search.find(self.store, wanted)

    def find_learnings(self, words: str) -> list[Learning]:
        """Return the learnings that hold any of the words, those that hold most of them first."""
        return relevance.find(learnings.read(self.store), words)


def _send(store: Store, text: str, to: str, sender: Session | None, *, high: bool) -> Message:
    present = timestamps.now()
    sent = messages.send(
        store,
        text,
        to=None if to.casefold() == messages.ALL else store.find(to).session,
        sender=sender,
        high=high,
        present=present,
        seconds=LOCK_SECONDS,
    )
    neighbours.remind(store, sent.message, present)
    return sent.message


def open_store(path: str | os.PathLike[str] = ".") -> ProjectSessions:
    """Open the sessions of the project that holds `path`."""
    return ProjectSessions(find_root(os.path.abspath(os.fspath(path))))
