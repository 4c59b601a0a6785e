"""What others wrote is not this person's, until they take it up: sessions, learnings, templates that came along.

A session is own when it was made or taken up here, which the record of the store's mark says (origin). The record
is in the person's data folder, where no repository can write. Learnings, templates and messages are known by their
text there. Where that was lost, what git does not track in a work tree with a mark of ours is own still. To an
agent, sessions that are not own are not there at all (store).
"""

from __future__ import annotations

import os

from . import files, git, origin
from .errors import Malformed, Problem, Refused, Unusable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .origin import Origin
    from .store import Loaded, Store

KINDS = ("knowledge", "templates")
"""Folders whose files the agent comes to see, and which are taken up text by text."""
_SESSIONS, _TAKEN, _REVOKED, _SENT = "sessions", "taken", "revoked", "messages"
_SECONDS = 2.0
OWN_FOLDERS = (".state", "messages")
"""Folders that this machine alone writes: found before there was a mark, they came from elsewhere."""
ASIDE = "-from-elsewhere"
"""What is put behind the name of a folder that is put aside."""


def is_foreign(store: Store, loaded: Loaded) -> bool:
    """Tell whether a session was neither made nor taken up on this machine, or trust in it was revoked."""
    return is_foreign_document(store, loaded.session.id, loaded.path)


def is_foreign_document(store: Store, session_id: str, path: str) -> bool:
    """Tell the same of a document by its session's id and its path."""
    return not any(_is_own(store, mark, session_id, path) for mark in store.marks())


def _is_own(store: Store, mark: Origin, session_id: str, path: str) -> bool:
    if mark.known:
        return mark.holds(_SESSIONS, session_id)
    return not git.is_tracked(store.root, store.relative(path))


def is_strange_file(store: Store, path: str) -> bool:
    """Tell of a document that cannot be read, by its name alone, whether it may be somebody else's."""
    key = os.path.basename(path)[:-3].rpartition("-")[2]
    for mark in store.marks():
        if mark.known and key and any(name.endswith(key) for name in mark.names(_SESSIONS)):
            return False
        if not mark.known and not git.is_tracked(store.root, store.relative(path)):
            return False
    return True


def why(store: Store, loaded: Loaded) -> str:
    """Say how it shows that a session is not this person's."""
    if any(mark.holds(_REVOKED, loaded.session.id) for mark in store.marks()):
        return "is one that you revoked"
    if git.is_tracked(store.root, store.relative(loaded.path)):
        return "came with this repository"
    return "was not made or taken up on this machine"


def refusal(session_key: str) -> Refused:
    """Return what an agent is told that asks for a session which is not for it: nothing out of the session."""
    return Refused(
        f"The session {session_key} was not made or taken up on this machine, so it is not for the agent yet: the "
        f"person reads it in a terminal with `session view {session_key}`, and takes it up with "
        f"/session-resume {session_key}."
    )


def take_up(store: Store, loaded: Loaded) -> str:
    """Remember that the person knows this session; return what stood in the way, "" for nothing."""
    try:
        mark = own_mark(store)
        if mark.known:
            mark.remember(f"{loaded.session.shortname}\n", _SESSIONS, loaded.session.id)
            if mark.holds(_REVOKED, loaded.session.id):
                mark.forget(_REVOKED, loaded.session.id)
            return ""
    except Problem as problem:
        return str(problem)
    if is_foreign(store, loaded):
        where = store.data or "a data folder, since HOME is not set"
        return f"That it was taken up could not be kept in {where}, so conversations will only name it."
    return ""


def revoke(store: Store, loaded: Loaded) -> None:
    """Trust a session no longer; raises Unusable where that cannot be kept."""
    _writable(store).remember(f"{loaded.session.shortname}\n", _REVOKED, loaded.session.id)
    for each in store.marks():
        each.forget(_SESSIONS, loaded.session.id)


def _writable(store: Store) -> Origin:
    mark = own_mark(store)
    if not mark.known:
        raise Unusable(store.data or "the data folder", "cannot be written, so nothing can be revoked there")
    return mark


def own_mark(store: Store) -> Origin:
    """Return the mark of a store with its record, both made where missing; raises Problem.

    Where the data folder was lost, the record begins with what is known to be own by other signs.
    """
    marks = store.marks()
    known = [mark for mark in marks if mark.known]
    if known:
        return known[0]
    if not marks:
        adopt(store)
        if not store.marks():
            raise Unusable(store.data, "cannot be written, so nothing can be kept there of what is trusted")
        return store.marks()[0]
    everything = store.whole.all_sessions().sessions
    own = [loaded for loaded in everything if not is_foreign(store, loaded)]
    texts, sent = list(_untracked(store, KINDS)), list(_untracked(store, _folders_of_messages(store)))
    mark = origin.register(marks[0])
    if mark.known:
        for loaded in own:
            mark.remember(f"{loaded.session.shortname}\n", _SESSIONS, loaded.session.id)
        for kind, _, text in texts:
            mark.remember(f"{kind}\n", _TAKEN, _digest(text))
        for _, name, text in sent:
            mark.remember(_digest(text) + "\n", _SENT, name[:-3])
    store.forget_marks()
    return mark


def _folders_of_messages(store: Store) -> list[str]:
    return [os.path.join(_SENT, name) for name in _names(store.path(_SENT))]


def _untracked(store: Store, folders: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the Markdown files in these folders that git does not track: folder, name, text."""
    for folder in folders:
        for name in _names(store.path(folder)):
            path = store.path(folder, name)
            text = (
                _text(path)
                if name.endswith(".md") and not git.is_tracked(store.root, store.relative(path))
                else None
            )
            if text is not None:
                yield folder, name, text


def _text(path: str) -> str | None:
    try:
        return files.read_text(path)
    except (OSError, Problem):
        return None


def adopt(store: Store) -> list[str]:
    """Make a store this machine's own that has no mark of ours; return lines for the person. Raises Problem.

    Nothing that lies there is trusted by that. What only this machine should have written, and did not, is put
    aside; what git tracks of it is left where it is and believed by nobody.
    """
    if store.marks():
        return []
    with store.locked(_SECONDS):
        store.forget_marks()
        if store.marks():  # somebody else did so meanwhile
            return []
        told = [_put_aside(store, name) for name in OWN_FOLDERS]
        origin.make(store)
        store.forget_marks()
    return [line for line in told if line]


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _put_aside(store: Store, name: str) -> str:
    path = store.path(name)
    if not set(_names(path)) - {"lock"} or git.is_tracked(store.root, store.relative(path)):
        return ""
    aside = next(free for free in _spellings(f"{path.rstrip('/')}{ASIDE}") if not os.path.lexists(free))
    files.move(path, aside)
    _hide(aside)
    return f"{store.relative(path)} was not written on this machine: it was put aside as {store.relative(aside)}"


def _hide(folder: str) -> None:
    """Keep a folder that was put aside out of git, whatever the store's own rules say."""
    try:
        files.replace(os.path.join(folder, ".gitignore"), b"*\n")
    except Problem:  # something of that name came along; the store's rule is left
        return


def _spellings(path: str) -> Iterator[str]:
    yield path
    number = 2
    while True:
        yield f"{path}-{number}"
        number += 1


def is_strange(store: Store, path: str) -> bool:
    """Tell whether a file in `.sessions/` that is no session may be somebody else's.

    Of what the agent comes to see, a file is own as a whole where its very text was written or taken up here.
    """
    marks = store.marks()
    if not marks or git.is_tracked(store.root, store.relative(path)):
        return True
    if os.path.relpath(path, store.folder).split(os.sep)[0] not in KINDS or not any(mark.known for mark in marks):
        return False
    text = _text(path)
    return text is None or not is_taken(store, text)


def is_taken(store: Store, text: str) -> bool:
    """Tell whether a text (a learning, a template) was written or taken up here."""
    name = _digest(text)
    return any(mark.holds(_TAKEN, name) for mark in store.marks())


def take(store: Store, kind: str, texts: Sequence[str]) -> int:
    """Remember texts of one of the `KINDS` as known here; return how many were new. Raises Problem."""
    mark = own_mark(store)
    fresh = [text for text in dict.fromkeys(texts) if not is_taken(store, text)] if mark.known else []
    for text in fresh:
        mark.remember(f"{kind}\n", _TAKEN, _digest(text))
    return len(fresh)


def drop(store: Store, kind: str) -> None:
    """Trust nothing that lies in the folder of one of the `KINDS` any longer; raises Problem."""
    _writable(store)
    for each in store.marks():
        for name in each.names(_TAKEN):
            if each.text(_TAKEN, name) == kind:
                each.forget(_TAKEN, name)


def sign(store: Store, name: str, text: str) -> None:
    """Remember that a message was written here; raises Problem, and where nothing can be kept does nothing."""
    mark = own_mark(store)
    if mark.known:
        mark.remember(_digest(text) + "\n", _SENT, name)


def signed(store: Store) -> set[str] | None:
    """Return the names of the messages that were written here; None where no record tells."""
    known = [mark for mark in store.marks() if mark.known]
    return {name for mark in known for name in mark.names(_SENT)} if known or not store.marks() else None


def is_signed(store: Store, name: str, text: str) -> bool:
    """Tell whether a message is, letter by letter, one that was written here, as far as a record tells."""
    known = [mark for mark in store.marks() if mark.known]
    return not known or any(mark.text(_SENT, name) == _digest(text) for mark in known)


def _digest(text: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - only where something was learnt or a template is used

    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def trusted_here(store: Store) -> dict[str, str]:
    """Return the sessions that are remembered as own in this project: their ids, each with its name then."""
    return {name: mark.text(_SESSIONS, name) for mark in store.marks() for name in mark.names(_SESSIONS)}


def everywhere(data: str) -> list[tuple[str, dict[str, str]]]:
    """Return what is trusted on this machine: where each mark lies, and the sessions under it with their names."""
    folder = os.path.join(data, "trusted")
    found = []
    for token in _names(folder) if data else ():
        mark = origin.Origin(token=token, path="", record=os.path.join(folder, token))
        place = mark.text(origin.PLACE)
        found.append(
            (origin.project_of(place), {name: mark.text(_SESSIONS, name) for name in mark.names(_SESSIONS)})
        )
    return found


def for_agent(store: Store, problem: Problem) -> str:
    """Return what an agent may read of a problem: nothing out of a file that came from elsewhere, nor its name."""
    path = getattr(problem, "path", "")
    if not path or not isinstance(problem, Malformed):
        return str(problem)
    whole = os.path.normpath(os.path.join(store.root, path))
    inside = whole.startswith(store.folder + os.sep)
    document = os.path.dirname(whole) in (store.path("active"), store.path("archive"))
    if not inside or not (is_strange_file(store, whole) if document else is_strange(store, whole)):
        return str(problem)
    return "a file in .sessions/ that came from elsewhere cannot be read; `session doctor` tells the person which."
