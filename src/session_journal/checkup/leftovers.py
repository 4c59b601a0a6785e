"""What killed programs left behind: temporary files, notes on conversations, damaged state, unread messages."""

from __future__ import annotations

import os
import time

from .. import eventlog, files, identity, plain_json, recovery, running
from .. import leftovers as sweeping
from ..errors import Problem
from .finding import NOTE, Finding, Mend, fine
from .place import many, stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place

_OLD = 300
_MOST = 400_000
"""Names looked at for temporary files; a store that holds more has them looked for in its newest part alone."""
_CATCHING_UP = 20.0
_STATE = ("conversations", "running", "overlaps")


def look(place: Place) -> Iterator[Finding]:
    """Look below `.sessions` for what nobody will come back for."""
    yield from _temporary(place)
    yield from _broken_off(place)
    yield from _damaged(place)
    yield from _vanished(place)
    yield from _unread(place)
    yield from _log(place)
    yield fine("nothing is left over")


def _temporary(place: Place) -> Iterator[Finding]:
    left = [path for path in _walk(place.store.folder) if _is_left(path)]
    if not left:
        return
    size = sum(_size(path) for path in left)
    text = (
        f"{many(len(left), 'temporary file')} of killed writers in .sessions, {size:,} bytes, none of it "
        "acknowledged"
    )
    mend = Mend(does="remove them", do=lambda: _remove(place, left))
    first = place.store.relative(left[0])
    yield Finding(
        what="temporary-files", text=f"{text}; the first is {first}", path=first, severity=NOTE, mend=mend
    )


def _walk(folder: str) -> Iterator[str]:
    """Yield the paths of temporary files of ours, a bounded number of names deep; links are not followed."""
    room, folders = _MOST, [folder]
    while folders and room > 0:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    room -= 1
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    elif entry.name[0] == "." and entry.name.endswith((".tmp", ".swap")):
                        yield entry.path
        except OSError:
            continue


def _is_left(path: str) -> bool:
    """Tell whether a file is `.NAME.PID-HEX.tmp` or `.swap` of a process that is gone, some minutes old."""
    stem = os.path.basename(path).rpartition(".")[0]
    process, dash, chance = stem.rpartition(".")[2].partition("-")
    if not dash or not process.isdecimal() or len(chance) not in (8, 16) or not identity.is_hex(chance):
        return False
    try:
        if time.time() - os.lstat(path).st_mtime < _OLD:
            return False
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False
    return time.time() - os.lstat(path).st_mtime > 86_400  # the number is another process's by now


def _size(path: str) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0


def _remove(place: Place, paths: list[str]) -> str:
    """Do what the next writer would: what somebody saved in the moment of a crash is put aside, not removed."""
    kept = []
    with place.store.locked(place.project.lock_seconds):
        for folder in dict.fromkeys(os.path.dirname(path) for path in paths):
            for path in sweeping.sweep(folder):
                target = place.store.path(".state", "kept", os.path.basename(path).lstrip("."))
                files.make_folder(os.path.dirname(target))
                files.move(path, target)
                kept.append(place.store.relative(target))
    aside = f"; kept is what somebody saved meanwhile: {', '.join(kept)}" if kept else ""
    return f"Removed {many(len(paths) - len(kept), 'temporary file')} that killed writers had left{aside}"


def _broken_off(place: Place) -> Iterator[Finding]:
    found = running.broken_off(place.store, place.project.present)
    if found:
        text = (
            f"{many(len(found), 'conversation')} broke off without a goodbye; the next start takes in "
            "what happened in it"
        )
        mend = Mend(does="take it in now", do=lambda: _catch_up(place))
        shown = place.store.relative(place.store.path(".state", "running"))
        yield Finding(
            what="broken-off",
            text=text.replace("in it", "in them") if len(found) > 1 else text,
            path=shown,
            severity=NOTE,
            mend=mend,
        )


def _catch_up(place: Place) -> str:
    told = recovery.catch_up(place.project, _CATCHING_UP)
    return "Caught up with what had broken off" + "".join(f"; {line}" for line in told[:3])


def _damaged(place: Place) -> Iterator[Finding]:
    """Yield state files that say nothing: such a file spares a repeated brief at most, so it can be put away."""
    for folder in _STATE:
        above = place.store.path(".state", folder)
        for name in _names(above):
            path = os.path.join(above, name)
            if name.endswith(".json") and not isinstance(_json(path), dict):
                yield _broken(place, path)
    path = place.store.path(".state", "last_number")
    try:
        text = files.read_text(path, limit=100).strip()
    except FileNotFoundError:
        return
    except Problem:
        text = ""
    if not text.isdecimal():
        yield _broken(place, path)


def _broken(place: Place, path: str) -> Finding:
    shown = place.store.relative(path)
    mend = Mend(does="rename it, so that a new one is made", do=lambda: _put_away(place, path))
    return Finding(what="state-damaged", text=f"{shown} cannot be read", path=shown, severity=NOTE, mend=mend)


def _put_away(place: Place, path: str) -> str:
    kept = f"{path}.damaged-{stamp(place.project.present)}"
    files.move(path, kept)
    return f"Put {place.store.relative(path)} away as {place.store.relative(kept)}"


def _json(path: str) -> object:
    try:
        return plain_json.loads(files.read_text(path, limit=200_000))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, Problem):
        return None


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))[:10_000]
    except OSError:
        return []


def _vanished(place: Place) -> Iterator[Finding]:
    """Yield the notes on conversations whose session has neither a document nor a journal any more."""
    known = place.survey.keys | set(place.survey.journals)
    left = []
    above = place.store.path(".state", "conversations")
    for name in _names(above):
        state = _json(os.path.join(above, name)) if name.endswith(".json") else None
        session = state.get("session") if isinstance(state, dict) else None
        if isinstance(session, str) and session and session[-6:] not in known:
            left.append(os.path.join(above, name))
    if left:
        text = f"{many(len(left), 'conversation')} noted under .sessions/.state for sessions that are gone"
        mend = Mend(does="rename the notes", do=lambda: [_put_away(place, path) for path in left][-1])
        shown = place.store.relative(left[0])
        yield Finding(what="session-vanished", text=text, path=shown, severity=NOTE, mend=mend)


def _unread(place: Place) -> Iterator[Finding]:
    known = place.survey.keys | set(place.survey.journals)
    above = place.store.path("messages")
    for name in _names(above):
        path = os.path.join(above, name)
        if name in known or name in ("all", ".gitignore") or not os.path.isdir(path):
            continue
        count = sum(one.endswith(".md") for one in _names(path))
        if count:
            shown = place.store.relative(path)
            text = (
                f"{shown} holds {many(count, 'message')} to a session that is gone: read them there, then "
                "put them away"
            )
            yield Finding(what="message-stranded", text=text, path=shown, severity=NOTE)


def _log(place: Place) -> Iterator[Finding]:
    path = eventlog.path(place.store)
    shown = place.store.relative(path)
    if os.path.lexists(path) and not os.path.isfile(path):
        text = f"{shown} is not a regular file: remove it, `session events --rebuild` makes it anew"
        yield Finding(what="log-odd", text=text, path=shown)
    elif _size(path) > 2 * eventlog.LIMIT:
        text = f"{shown} has grown to {_size(path):,} bytes: `session events --rebuild` makes it anew"
        yield Finding(what="log-large", text=text, path=shown, severity=NOTE)
