"""`guard`: refuse a commit that left no trace in the session."""

from __future__ import annotations

from .. import githook, guard
from ..errors import WrongCall
from .verb import Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def run(project: Project, words: Words) -> Reply:
    """Judge the commit that is about to be made, or put the guard into git's hook or take it out."""
    if words.has("install") and words.has("uninstall"):
        raise WrongCall("Say one of --install and --uninstall.")
    if words.has("install"):
        return Reply(text=githook.install(project.root).sentence)
    if words.has("uninstall"):
        return Reply(text=githook.uninstall(project.root).sentence)
    verdict = guard.judge(project)
    if verdict.reasons:
        raise guard.refusal(verdict)
    return Reply(text=f"The commit may be made: {verdict.passes}.")


VERB = Verb(
    name="guard",
    summary="Refuse a commit that left no trace in the session.",
    about=(
        "Refuses when no session is active, when nothing was logged since the last commit, or when a decision "
        "lacks its reason, and says what to do. `git commit --no-verify` commits all the same."
    ),
    run=run,
    options=(
        Option(name="install", help="Have git ask the guard before each commit.", metavar=""),
        Option(name="uninstall", help="Take the guard out of git's hook again.", metavar=""),
    ),
    examples=("session guard", "session guard --install", "session guard --uninstall"),
    see=("commit", "log"),
    exits="0 the commit may go on, 1 it may not",
)
