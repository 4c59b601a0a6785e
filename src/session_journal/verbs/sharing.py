"""`init --shared` and `init --private`: whether the sessions of a project may be committed."""

from __future__ import annotations

from .. import modes, sharing
from ..errors import WrongCall
from .verb import UNASKED, Reply, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..sharing import Visible

_LISTED = 40
_NOT = "Not among it: .state/ and what was put aside, which are this machine's own, and messages/."
_LOOK = (
    "What looks like a secret was masked as it was recorded; that finds the usual ones, not all. Look at it first."
)


def decide(project: Project, words: Words) -> Reply | None:
    """Do what the words ask for; None where they ask for neither. Raises WrongCall, Unusable, Busy.

    Before anything is shared that is there already, the reply lists it and asks.
    """
    shared, private = words.has("shared"), words.has("private")
    if shared and private:
        raise WrongCall("--shared and --private are opposites: give one of them.")
    if words.has("yes") and not shared:
        raise WrongCall("--yes goes with --shared.")
    if private:
        return _private(project)
    return _shared(project, sure=words.has("yes")) if shared else None


def note(project: Project) -> str:
    """Return a line that says so where what is recorded now can be committed; "" where it is private."""
    if not project.store.is_shared:
        return ""
    return "The sessions of this project are shared: what is recorded can be committed (`session init --private`)."


def _shared(project: Project, *, sure: bool) -> Reply:
    store = project.store
    if not store.exists:
        sharing.begin(store)
        return _done(
            project, "Sessions of this project can be committed from now on; .state/ stays out of git.", None
        )
    seen = sharing.visible(store)
    if store.is_shared:
        return _done(project, f"The sessions are shared already.\n{_listed(seen)}", seen)
    if seen.documents and not sure:
        text = (
            f"Sharing lets git have {len(seen.files)} files ({_size(seen.size)}); committed, all who can read the "
            f"repository can read them:\n{_listed(seen)}\n{_NOT}\n{_LOOK}{UNASKED}"
            "Nothing is shared yet: `session init --shared --yes` does it, typed in the client it is "
            "/session-init --shared --yes."
        )
        return Reply(text=text, data={"shared": False, **seen.as_data()}, ask="Share all of this?")
    sharing.share(store, project.lock_seconds)
    text = f"The sessions are shared: {len(seen.files)} files can be committed, and `git status` shows them."
    return _done(
        project, f"{text} New files get the mode that your umask says. `session init --private` ends it.", seen
    )


def _done(project: Project, text: str, seen: Visible | None) -> Reply:
    if sharing.ignored_elsewhere(project.store):
        text += "\nNote: another .gitignore of this project keeps .sessions out of git all the same."
    return Reply(text=text, data={"shared": True, **(seen.as_data() if seen else {})})


def _private(project: Project) -> Reply:
    store = project.store
    if not store.exists:
        return Reply(text="Sessions are private unless you share them.", data={"shared": False})
    was = modes.lets_in(store.folder)
    if was or not modes.is_excluded(store.folder):
        sharing.keep_private(store, project.lock_seconds)
    text = "The sessions are private: git ignores .sessions." if was else "The sessions are private already."
    count = sharing.tracked(store)
    if count:
        text += (
            f"\nNote: git holds {count} files of them from before: `git rm -r --cached .sessions` leaves them out "
            "of the next commit and on your disk; earlier commits keep them."
        )
    return Reply(text=text, data={"shared": False, "tracked": count})


def _listed(seen: Visible) -> str:
    journals = {one.key: one for one in seen.journals}
    rows = []
    for path in seen.documents:
        one = journals.pop(path.removesuffix(".md")[-6:], None)
        about = "no journal" if one is None else _counted(one.entries, one.prompts, one.summaries)
        rows.append(f"- {path}: {about}")
    rows += [
        f"- .sessions/journal/{k}: {_counted(v.entries, v.prompts, v.summaries)}" for k, v in journals.items()
    ]
    rows += [f"- {path}" for path in seen.others]
    more = len(rows) - _LISTED
    return "\n".join([*rows[:_LISTED], *([f"- and {more} more (`--json` lists every file)"] if more > 0 else [])])


def _counted(entries: int, prompts: int, summaries: int) -> str:
    counts = ((entries, "entries", "entry"), (prompts, "prompts", "prompt"), (summaries, "summaries", "summary"))
    said = [f"{count} {one if count == 1 else many}" for count, many, one in counts if count]
    return ", ".join(said) + (" of a conversation" if summaries else "") if said else "nothing recorded"


def _size(size: int) -> str:
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
