"""Whether a commit left its trace in the session: somebody works on one, said something, and gave reasons."""

from __future__ import annotations

from . import current, drafts, git, items, repository, timestamps
from .errors import NoneCurrent, NoStore, Problem
from .journal import BY_ITSELF, instant_of
from .session import ACTIVE
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .journal import Entry
    from .project import Project
    from .session import Decision, Session
    from .store import Loaded

_NO_REASON = ("", "-", "?", "none", "n/a", "tbd", "todo", "none currently", "…")
_LOOK_BACK = 500
_ALL_THE_SAME = "(`git commit --no-verify` commits all the same.)"


class Verdict(Value):
    """Whether a commit may be made: the reasons against it, or what lets it pass."""

    passes: str = ""
    reasons: tuple[str, ...] = ()


def judge(project: Project) -> Verdict:
    """Look at the session that is current here; what git does by itself (a merge, a rebase, …) passes."""
    if git.find_root(project.root) is not None:
        doing = repository.under_way(project.root)
        if doing:
            return Verdict(passes=f"git is in the middle of {doing}")
    try:
        loaded = _current(project)
    except (NoneCurrent, NoStore) as problem:
        return Verdict(reasons=(str(problem),))
    reasons = [*_silence(project, loaded), *_unreasoned(project, loaded)]
    return Verdict(passes="" if reasons else f"{loaded.session.shortname} tells of it", reasons=tuple(reasons))


def _current(project: Project) -> Loaded:
    loaded = current.required(project)
    if loaded.session.status != ACTIVE:
        raise NoneCurrent([])
    return loaded


def _silence(project: Project, loaded: Loaded) -> list[str]:
    """Return the complaint that nothing was logged since the last commit, if that is so."""
    last = _last_commit(project)
    entries = project.store.journal(loaded.session.key).newest(_LOOK_BACK)
    if any(_is_told(entry) and _is_after(entry, *last) for entry in entries):
        return []
    since = f" since {last[0][:7]}" if last[0] else ""
    name = loaded.session.shortname
    return [f"Nothing was logged in {name}{since}: `session log --progress TEXT` (or --done, --discovery, …)."]


def _last_commit(project: Project) -> tuple[str, int]:
    """Return the head's id and its instant; ("", 0) before the first commit and without git."""
    output = git.run(
        project.root,
        ["log", "-1", "--format=%H %ct", "HEAD", "--"],
        repository.READ_SECONDS,
    )
    commit, _, seconds = (output or "").strip().partition(" ")
    return commit, int(seconds) * timestamps.SECOND if seconds.isdecimal() else 0


def _is_told(entry: Entry) -> bool:
    """Tell whether somebody wrote the entry: an automatic checkpoint carries what was captured."""
    automatic = entry.kind == "checkpoint" and (
        entry.field("captured") or entry.text.startswith(drafts.BEFORE_COMPACTION)
    )
    return entry.kind not in BY_ITSELF and not automatic


def _is_after(entry: Entry, commit: str, made: int) -> bool:
    """Tell whether an entry was written on this head, or after it."""
    if not commit:
        return True
    known = entry.field("commit")
    # git counts seconds: what was written within the head's own may have come before it
    return (len(known) >= 7 and commit.startswith(known)) or instant_of(entry.name) >= made + timestamps.SECOND


def _unreasoned(project: Project, loaded: Loaded) -> list[str]:
    """Return a complaint for the decisions that lack their rationale."""
    lacking = without_reason(loaded.session)
    if not lacking:
        return []
    named = "; ".join(f"{d.number}. {items.headline(d.title, 60)}" for d in lacking)
    path = project.store.relative(loaded.path)
    return [f"Without a rationale: decision {named}. Write `**Rationale**: …` below in {path}."]


def without_reason(session: Session) -> list[Decision]:
    """Return the decisions of a session that say no reason, or only that one is to come."""
    return [d for d in session.decisions if d.rationale.strip().strip(".").casefold() in _NO_REASON]


def refusal(verdict: Verdict) -> Problem:
    """Return the reasons as one problem."""
    return Problem(f"Not committed. {' '.join(verdict.reasons)} {_ALL_THE_SAME}")
