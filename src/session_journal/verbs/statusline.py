"""`statusline`: the session in the corner of the client's eye."""

from __future__ import annotations

import os

from .. import corner, statusline
from ..errors import Refused, WrongCall
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def run(project: Project, words: Words) -> Reply:
    """Show the line, or have the client show it, or no longer."""
    if words.has("install") and words.has("uninstall"):
        raise WrongCall("Say one of --install and --uninstall.")
    if words.has("install"):
        return Reply(text=corner.install(_corner(project)) + " It appears with the next prompt.")
    if words.has("uninstall"):
        return Reply(text=corner.uninstall(_corner(project)))
    line = statusline.of(project)
    text = statusline.render(line, colour=False)
    return Reply(text=text or "Nothing to show: no session is current here.", data=dict(line.parts))


def _corner(project: Project) -> corner.Corner:
    plugin = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
    if not os.path.isfile(os.path.join(plugin, "runtime", "statusline")):
        raise Refused(
            "The status line is part of the plugin: run bin/session of a checkout, or have Claude run it."
        )
    if not project.store.data:
        raise Refused("There is no home folder to keep the status line's script in: set HOME.")
    config = os.environ.get("CLAUDE_CONFIG_DIR") or os.path.join(os.path.expanduser("~"), ".claude")
    return corner.place(os.path.abspath(config), project.store.data, plugin)


VERB = Verb(
    name="statusline",
    summary="Show the session in one line, and set it up as the client's status line.",
    about=(
        "Name, steps, current step, blocker and unread messages, in one line. A status line that you have "
        "already is kept and shown first."
    ),
    run=run,
    options=(
        Option(name="install", help="Have the client show it, beneath what it shows already.", metavar=""),
        Option(name="uninstall", help="Put back what the client showed before.", metavar=""),
        JSON,
    ),
    examples=("session statusline --install", "session statusline --uninstall", "session statusline"),
    see=("current", "watch"),
)
