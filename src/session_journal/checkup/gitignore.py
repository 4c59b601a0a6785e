"""Git: what it has of `.sessions`, and whether that is what was intended."""

from __future__ import annotations

import os

from .. import files, git, sharing, trust
from ..errors import Refused
from ..store import FOLDER, PRIVATE
from .finding import NOTE, Finding, Mend, fine
from .place import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place

_SECONDS = 5.0
_RULE = b".state*/\n"


def look(place: Place) -> Iterator[Finding]:
    """Compare what git tracks and ignores with what `.sessions/.gitignore` says."""
    if git.find_root(place.store.root) is None:
        yield fine("not in git")
        return
    tracked = _tracked(place)
    if tracked is None:
        text = (
            "git does not answer for this folder, so what it has of .sessions cannot be told: `git "
            "status` says why"
        )
        yield Finding(what="git-silent", text=text, severity=NOTE)
        return
    if sharing.brought(place.store):
        yield _brought(place, tracked)
    elif not os.path.lexists(place.store.path(".gitignore")):
        yield _unguarded(place, tracked)
    elif not place.store.is_shared:
        yield from _private(tracked)
    else:
        yield from _shared(place, tracked)


def _tracked(place: Place) -> list[str] | None:
    """Return what git tracks below `.sessions`, None where git does not say."""
    output = git.run(place.store.root, ["ls-files", "-z", "--", FOLDER], _SECONDS)
    return None if output is None else [path for path in output.split("\0") if path]


def _brought(place: Place, tracked: list[str]) -> Finding:
    """Return that the repository shares what is private here; another rule may even let git have it."""
    shown = place.store.relative(place.store.path(".gitignore"))
    text = (
        f"{shown} shares the sessions and came with the repository ({many(len(tracked), 'file')} in git), "
        "yours are private: `session init --private` leaves it so, `session init --shared` shares yours"
    )
    if not _is_ignored(place, "active", "x.md"):
        text += "; another .gitignore lets git have them all the same: see `git check-ignore -v .sessions/x`"
        return Finding(what="private-visible", text=text, path=shown)
    return Finding(what="private-shared", text=text, path=shown, severity=NOTE)


def _is_ignored(place: Place, *parts: str) -> bool:
    path = os.path.join(FOLDER, *parts)
    return bool(git.run(place.store.root, ["check-ignore", "--no-index", "--", path], _SECONDS))


def _unguarded(place: Place, tracked: list[str]) -> Finding:
    """Return what a missing `.gitignore` means; while nothing is tracked, sessions are meant to be private."""
    if _is_ignored(place, "active", "x.md"):
        return fine("git ignores .sessions")
    text, rules, part = PRIVATE, "that keeps it private", ""
    if tracked:
        text, rules, part = sharing.SHARED, "that leaves out .state/", "this machine's part of "
    path = place.store.path(".gitignore")
    mend = Mend(does=f"write a .sessions/.gitignore {rules}", do=lambda: _write(place, path, text))
    said = f"nothing keeps {part}.sessions out of git: .sessions/.gitignore is missing"
    return Finding(what="ignore-missing", text=said, path=place.store.relative(path), mend=mend)


def _write(place: Place, path: str, text: str) -> str:
    if os.path.lexists(path):
        raise Refused(f"{place.store.relative(path)} is there again; it was left as it is.")
    files.replace(path, text.encode())
    return f"Wrote {place.store.relative(path)}"


def _private(tracked: list[str]) -> Iterator[Finding]:
    if tracked:
        text = (
            f"git tracks {many(len(tracked), 'file')} in .sessions though it is private, such as {tracked[0]}: "
            f"`git rm -r --cached {FOLDER}` takes them out of git and leaves them here, "
            "`session init --shared` shares them"
        )
        yield Finding(what="private-tracked", text=text, path=tracked[0])
    else:
        yield fine(".sessions is private")


def _shared(place: Place, tracked: list[str]) -> Iterator[Finding]:
    state = [path for path in tracked if path.startswith(f"{FOLDER}/.state")]
    if state:
        text = (
            f"git tracks {many(len(state), 'file')} of this machine's own, such as {state[0]}: "
            f"`git rm -r --cached {FOLDER}/.state*` takes them out of git and leaves them here"
        )
        yield Finding(what="state-tracked", text=text, path=state[0])
    path = place.store.path(".gitignore")
    shown = place.store.relative(path)
    if not _is_ignored(place, ".state", "lock") or not _is_ignored(place, f".state{trust.ASIDE}", "lock"):
        mend = Mend(does="add the rule `.state*/`", do=lambda: _append(place, path))
        text = f"{shown} does not leave out .state/, which is this machine's own"
        yield Finding(what="state-visible", text=text, path=shown, mend=mend)
    if not tracked and _is_ignored(place, "active", "x.md"):
        text = (
            f"{shown} says that sessions are shared, and another .gitignore keeps .sessions out of git "
            "all the same"
        )
        yield Finding(what="shared-ignored", text=text, path=shown, severity=NOTE)
    elif not state:
        yield fine(f".sessions is shared{'' if tracked else ', nothing of it committed yet'}")


def _append(place: Place, path: str) -> str:
    before = files.read(path)
    rule = (b"" if before.endswith(b"\n") or not before else b"\n") + _RULE
    if not files.replace(path, before + rule, expected=before):
        raise Refused(f"{place.store.relative(path)} is being edited; it was left as it is.")
    return f"Added the rule `.state*/` to {place.store.relative(path)}"
