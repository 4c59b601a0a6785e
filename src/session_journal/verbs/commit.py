"""`commit`: commit with the session in the trailers; wip commits, and making them one at the end."""

from __future__ import annotations

from .. import items, repository, squash, trailers
from ..errors import Problem, Refused, WrongCall
from ..journal import Entry
from . import subject
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from ..session import Session
    from ..store import Loaded

_FILES_AT_MOST = 50


def run(project: Project, words: Words) -> Reply:
    """Commit what is staged, or squash the wip commits."""
    message = _message(words)
    loaded = subject.named_session(project, words)
    repository.require(project.root)
    if words.has("squash"):
        return _squash(project, words, loaded, message)
    if words.has("yes"):
        raise WrongCall("--yes goes with --squash.")
    if not message:
        raise WrongCall("A commit needs its message: `session commit -m TEXT`.")
    return _commit(project, words, loaded, message)


def _message(words: Words) -> str:
    given = [text for text in (words.text("message"), words.argument) if text]
    if len(given) > 1:
        raise WrongCall("The message was given twice: with -m and without it.")
    return given[0] if given else ""


def _commit(project: Project, words: Words, loaded: Loaded, message: str) -> Reply:
    wip = words.has("wip")
    if wip and not message.startswith(squash.WIP):
        message = squash.WIP + message
    files = _files(project.root, everything=words.has("all"))
    text = trailers.added(message, [trailers.of(loaded.session)])
    flags = ["-a"] if words.has("all") else []
    answer = repository.command(
        project.root, [*repository.UTF8, "commit", "--quiet", *flags, "--cleanup=verbatim", "-F", "-"], text
    )
    if answer.code:
        raise Refused(f"git did not commit; nothing was recorded. It said:\n{answer.said or answer.code}")
    made = repository.read(project.root, ["rev-parse", "HEAD"]).strip()
    fields = {"sha": made, "files": files[:_FILES_AT_MOST], **({"wip": "yes"} if wip else {})}
    notes = _recorded(
        project, loaded, Entry(kind="commit", at=project.present, text=_first(message), fields=fields)
    )
    count = f"{len(files)} file{'s' * (len(files) != 1)}"
    told = [f"Committed {made[:7]} {items.headline(message, 72)} ({count})", trailers.of(loaded.session)]
    data = {"session": loaded.session.id, "commit": made, "subject": _first(message), "files": files, "wip": wip}
    return Reply(text="\n".join([*told, *notes, *([answer.said] if answer.said else [])]), data=data)


def _first(message: str) -> str:
    return message.split("\n", 1)[0]


def _files(root: str, *, everything: bool) -> list[str]:
    """Return what the commit will hold; refuse where that is nothing, but for the end of a merge."""
    files = repository.changed(root) if everything else repository.staged(root)
    if files or repository.under_way(root):
        return files
    if everything:
        raise Refused(
            "Nothing to commit: no tracked file differs from the last commit (`git add` takes in new ones)."
        )
    left = len(repository.changed(root))
    more = f" {left} tracked file{'s differ' if left != 1 else ' differs'}:" if left else ""
    raise Refused(f"Nothing is staged.{more} `git add FILE` first, or `session commit --all -m TEXT`.")


def _recorded(project: Project, loaded: Loaded, entry: Entry) -> list[str]:
    """Record what was done in git; what is done stays done where that fails."""
    try:
        recorded = subject.write(project, loaded, lambda _value, _document: [entry])
    except Problem as problem:
        return [f"Note: the commit is made, but the session could not record it ({problem})"]
    return [f"Note: {warning}" for warning in recorded.warnings]


def _squash(project: Project, words: Words, loaded: Loaded, message: str) -> Reply:
    for name in ("wip", "all"):
        if words.has(name):
            raise WrongCall(f"--{name} does not go with --squash.")
    plan = squash.plan(project.root, loaded.session, message)
    data = {
        "session": loaded.session.id,
        "commits": [{"commit": commit.id, "subject": commit.subject} for commit in plan.commits],
        "message": plan.message,
        "done": words.has("yes"),
    }
    if not words.has("yes"):
        return Reply(text=_plan(plan, loaded.session), data=data)
    made, backup = squash.carry_out(project.root, loaded.session, plan, project.present)
    fields = {"sha": made, "squashed": [commit.id for commit in plan.commits], "backup": backup}
    notes = _recorded(
        project, loaded, Entry(kind="commit", at=project.present, text=_first(plan.message), fields=fields)
    )
    undo = f"git reset --soft {backup}"
    count = len(plan.commits)
    many = f"{count} wip commit{'s are' if count != 1 else ' is'}"
    told = [
        f"{many} now one: {made[:7]} {items.headline(plan.message, 72)}",
        f"Kept: {backup}",
        f"Undo: {undo}",
    ]
    return Reply(text="\n".join([*told, *notes]), data={**data, "commit": made, "backup": backup, "undo": undo})


def _plan(plan: squash.Plan, session: Session) -> str:
    count, first = len(plan.commits), plan.commits[-1]
    lines = [f"{count} wip commit{'s' * (count != 1)} of {session.shortname} would become one:"]
    lines += [f"  {commit.line}" for commit in plan.commits]
    lines += [
        "",
        f"by {first.author} <{first.email}>, {first.date}, on {plan.below[:7] or 'nothing'}, saying:",
        "",
    ]
    lines += [f"  {line}".rstrip() for line in plan.message.rstrip("\n").split("\n")]
    return "\n".join([*lines, "", "Nothing was changed. The same again with --yes does it; the old head is kept."])


VERB = Verb(
    name="commit",
    summary="Commit with the session in the trailers.",
    about=(
        "Commits what is staged, like `git commit`, hooks and all, and puts the session's name and tracking "
        "ID below the message. The message stays as typed."
    ),
    run=run,
    argument="TEXT",
    options=(
        Option(name="message", help="The message, kept as typed (a bare TEXT means the same).", short="m"),
        Option(name="all", help="Stage the changes of all tracked files first.", metavar=""),
        Option(name="wip", help="Work in progress: the subject begins with `wip: `.", metavar=""),
        Option(
            name="squash",
            help="Make the session's wip commits on top of the branch one commit; shows the plan. "
            "The repository's hooks are not run, for nothing in the tree changes.",
            metavar="",
        ),
        Option(name="yes", help="Carry the plan of --squash out.", metavar=""),
        SESSION,
        JSON,
    ),
    examples=(
        "session commit -m 'Hold the lock while checking'",
        "session commit --all --wip -m 'Sweeper half done'",
        "session commit --squash",
        "session commit --squash -m 'Fix the race in the sweeper' --yes",
    ),
    see=("guard", "files"),
    exits="0 committed, 1 nothing to commit or refused",
)
