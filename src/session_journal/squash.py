"""Making the work-in-progress commits of a session one commit: first a plan, then the deed, and a way back."""

from __future__ import annotations

from . import items, repository, timestamps, trailers
from .errors import Refused
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .session import Session

WIP = "wip: "
BACKUPS = "refs/session-journal/backup"
_FIELDS = "%H%x1f%P%x1f%T%x1f%an%x1f%ae%x1f%aI%x1f%B%x1f%(trailers:only,unfold)"


class Commit(Value):
    """A commit as git tells it: `parents` are full ids, `message` as it was written, `trailers` its own."""

    id: str
    parents: tuple[str, ...]
    tree: str
    author: str
    email: str
    date: str
    message: str
    trailers: tuple[str, ...]

    @property
    def subject(self) -> str:
        """The first line of the message."""
        return self.message.split("\n", 1)[0]

    @property
    def line(self) -> str:
        """The commit as people name it."""
        return f"{self.id[:7]} {items.headline(self.subject, 72)}"


class Plan(Value):
    """What would become one: the commits, newest first, the new message, and the commit below them ("": none)."""

    commits: tuple[Commit, ...]
    message: str
    below: str


def plan(root: str, session: Session, message: str = "") -> Plan:
    """Return what a squash would do, or refuse: it has to be this session's own, unpushed and undisturbed."""
    doing = repository.under_way(root)
    if doing:
        raise Refused(f"git is in the middle of {doing}: finish it first.")
    found = _own(root, session)
    commits = tuple(commit for commit in found if _is_wip(commit, session))
    if not commits:
        raise Refused(f"There is no wip commit of {session.shortname} here: `session commit --wip -m TEXT`.")
    _check_place(found, commits, session)
    _check_pushed(root, commits[-1])
    dirty = repository.changed(root)
    if dirty:
        named = ", ".join(dirty[:5]) + (", …" if len(dirty) > 5 else "")
        raise Refused(f"These files differ from the last commit: {named}. Commit or put them aside first.")
    return Plan(
        commits=commits,
        message=trailers.added(message or _message(session, commits), _kept_trailers(session, commits)),
        below="".join(commits[-1].parents),
    )


def carry_out(root: str, session: Session, planned: Plan, present: int) -> tuple[str, str]:
    """Do it; return the new commit's id and the backup's name.

    The old head is named by the backup before anything moves, and the branch moves only if it still stands
    there: whatever happens in between loses nothing.
    """
    first, head = planned.commits[-1], planned.commits[0].id
    author = {"GIT_AUTHOR_NAME": first.author, "GIT_AUTHOR_EMAIL": first.email, "GIT_AUTHOR_DATE": first.date}
    parents = ["-p", planned.below] if planned.below else []
    command = [*repository.UTF8, "commit-tree", *_signing(root), *parents, "-F", "-", planned.commits[0].tree]
    made = repository.must(root, command, planned.message, author).strip()
    backup = f"{BACKUPS}/{session.key}-{timestamps.to_compact(present)}"
    repository.must(root, ["update-ref", backup, head, "0" * len(head)])
    why = f"session commit --squash: {len(planned.commits)} wip commits of {session.shortname}"
    repository.must(root, ["update-ref", "-m", why, "HEAD", made, head])
    return made, backup


def _own(root: str, session: Session) -> list[Commit]:
    """Return the commits from the head back to the session's oldest wip commit, newest first."""
    since = timestamps.to_second(max(0, session.created - timestamps.DAY))
    pattern = ["--fixed-strings", f"--grep=({session.tracking_id})", f"--since={since}"]
    listed = repository.read(root, ["log", "--format=%H", *pattern, "HEAD", "--"]).split()
    wip = [commit for commit in _commits(root, ["--no-walk=unsorted", *listed]) if _is_wip(commit, session)]
    if not wip:
        return []
    oldest = wip[-1]
    below = [f"^{parent}" for parent in oldest.parents]
    return _commits(root, ["--topo-order", "HEAD", *below])


def _commits(root: str, wanted: Sequence[str]) -> list[Commit]:
    if wanted == ["--no-walk=unsorted"]:
        return []
    command = ["log", "-z", "--encoding=UTF-8", "--no-mailmap", f"--format={_FIELDS}"]
    rows = repository.read(root, [*command, *wanted, "--"]).split("\0")
    return [_commit(row.split("\x1f")) for row in rows if row.count("\x1f") >= 7]


def _commit(fields: list[str]) -> Commit:
    commit_id, parents, tree, author, email, date = fields[:6]
    return Commit(
        id=commit_id,
        parents=tuple(parents.split()),
        tree=tree,
        author=author,
        email=email,
        date=date,
        message="\x1f".join(fields[6:-1]),
        trailers=tuple(line for line in fields[-1].split("\n") if line.strip()),
    )


def _is_wip(commit: Commit, session: Session) -> bool:
    return commit.subject.startswith(WIP) and trailers.names("\n".join(commit.trailers), session)


def _check_place(found: Sequence[Commit], wip: Sequence[Commit], session: Session) -> None:
    """Refuse unless the wip commits are all there is between the oldest of them and the head."""
    merges = [commit for commit in found if len(commit.parents) > 1]
    if merges:
        raise Refused(f"There is a merge among the wip commits ({merges[0].line}): `git rebase -i` can take it.")
    others = [commit for commit in found if commit not in wip]
    if others:
        raise Refused(
            f"The wip commits of {session.shortname} do not stand alone on top: {others[0].line} is no wip commit "
            f"of it and lies above or between them. `git rebase -i {wip[-1].id[:7]}~` can order them."
        )
    authors = {commit.email for commit in wip}
    if len(authors) > 1:
        raise Refused(f"The wip commits are by several people ({', '.join(sorted(authors))}): they stay theirs.")


def _check_pushed(root: str, oldest: Commit) -> None:
    command = ["for-each-ref", "--format=%(refname:short)", f"--contains={oldest.id}", "refs/remotes"]
    branches = repository.read(root, command).split()
    if branches:
        raise Refused(f"{oldest.line} is pushed already ({branches[0]}): what others may have stays as it is.")


def _signing(root: str) -> list[str]:
    """Sign where the person signs their commits: `commit-tree` does not look at that setting by itself."""
    asked = repository.command(root, ["config", "--type=bool", "--get", "commit.gpgSign"])
    return ["-S"] if asked.out.strip() == "true" else []


def _message(session: Session, commits: Sequence[Commit]) -> str:
    """Return a message made of the session's title and what the wip commits say, oldest first."""
    told = [commit.subject.removeprefix(WIP).strip() for commit in reversed(commits)]
    if len(told) == 1:
        return told[0]
    subject = items.headline(" ".join(session.title.split()) or session.shortname, 72)
    return "\n".join([subject, "", *(f"- {text}" for text in dict.fromkeys(told))])


def _kept_trailers(session: Session, commits: Sequence[Commit]) -> list[str]:
    """Return the trailers of the new commit: who took part, each once, and the session."""
    own = f"{trailers.KEY}: "
    kept = [line for commit in reversed(commits) for line in commit.trailers if not line.startswith(own)]
    return [*dict.fromkeys(kept), trailers.of(session)]
