"""The folders themselves: there, writable, this person's own, and closed to others where sessions are private."""

from __future__ import annotations

import os
import stat

from .. import inside
from ..errors import Refused, Unusable
from .finding import NOTE, Finding, Mend

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place

_FOLDERS = ("", "active", "archive", "journal", ".state")


def look(place: Place) -> Iterator[Finding]:
    """Look at `.sessions` and the folders in it, not at what they hold."""
    for name in _FOLDERS:
        path = os.path.join(place.store.folder, name).rstrip("/")
        try:
            inside.check(place.store.folder, path) if name else None
            facts = os.stat(path)
        except (FileNotFoundError, NotADirectoryError):
            if os.path.islink(path):
                text = f"{place.store.relative(path)} is a link that leads nowhere: remove it"
                yield Finding(what="folder-link", text=text, path=place.store.relative(path))
            continue
        except Unusable:
            text = f"{place.store.relative(path)} {inside.LEADS_OUT}: put a folder of that name in its place"
            yield Finding(what="folder-link", text=text, path=place.store.relative(path))
            continue
        except OSError as error:
            text = f"{place.store.relative(path)} cannot be looked at ({error.strerror}): mend that by hand"
            yield Finding(what="folder-unusable", text=text, path=place.store.relative(path))
            continue
        yield from _folder(place, path, facts)
    yield from _open_to_others(place)


def _folder(place: Place, path: str, facts: os.stat_result) -> Iterator[Finding]:
    shown = place.store.relative(path)
    if not stat.S_ISDIR(facts.st_mode):
        text = f"{shown} is a file, and sessions need a folder of that name: move it away"
        yield Finding(what="folder-missing", text=text, path=shown)
    elif not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        text = f"{shown} cannot be read and written by you: `chmod u+rwx {shown}`, or take it back with chown"
        yield Finding(what="folder-unusable", text=text, path=shown)
    elif facts.st_uid != os.geteuid() and os.geteuid() == 0:
        text = f"{shown} is user {facts.st_uid}'s and you are root: what you record now can be closed to them"
        yield Finding(what="folder-other", text=text, path=shown, severity=NOTE)


def _open_to_others(place: Place) -> Iterator[Finding]:
    """Compare the mode of `.sessions` with its being private: nothing in a closed folder can be reached."""
    folder = place.store.folder
    try:
        facts = os.lstat(folder)
    except OSError:
        return
    private = not place.store.is_shared and os.path.lexists(os.path.join(folder, ".gitignore"))
    mode = stat.S_IMODE(facts.st_mode)
    if private and stat.S_ISDIR(facts.st_mode) and mode & 0o077 and facts.st_uid == os.geteuid():
        text = f".sessions is private, and other users of this machine can look into it (mode {mode:03o})"
        mend = Mend(does="close it to them (mode 700)", do=lambda: _close(folder))
        yield Finding(what="folder-open", text=text, path=".sessions", severity=NOTE, mend=mend)


def _close(folder: str) -> str:
    before = stat.S_IMODE(os.lstat(folder).st_mode)
    if os.path.islink(folder):
        raise Refused(f"{folder} is a link; it was left as it is.")
    os.chmod(folder, before & 0o7700)
    return f"Closed .sessions to other users (its mode was {before:03o})"
