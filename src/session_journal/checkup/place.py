"""Where the checks look: the project, the plugin's folder, this person's folders and the client's."""

from __future__ import annotations

import os

from .. import timestamps
from ..value import Value
from .survey import Survey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..project import Project
    from ..store import Store

OWN = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
"""The folder above `src/`: the plugin's, unless the library was installed by itself."""


class Place(Value):
    """What the checks are given.

    `environ` is for the programs that are started and the folders that it names. `survey` has read the
    documents and journals once for all checks.
    """

    project: Project
    environ: Mapping[str, str]
    survey: Survey
    plugin: str = ""

    @property
    def store(self) -> Store:
        """The project's sessions."""
        return self.project.store

    @property
    def data(self) -> str:
        """This person's own folder for the plugin's data; "" where there is no telling."""
        return self.store.data

    @property
    def home(self) -> str:
        """The home folder; "" where there is none."""
        home = self.environ.get("HOME", "")
        return home if os.path.isabs(home) else ""

    @property
    def client(self) -> str:
        """The folder in which the client keeps its settings; "" where there is no telling."""
        given = self.environ.get("CLAUDE_CONFIG_DIR", "")
        if os.path.isabs(given):
            return given
        return os.path.join(self.home, ".claude") if self.home else ""

    def shown(self, path: str) -> str:
        """Return a path as people see it: from the project's root, else whole."""
        inside = path.startswith(self.store.root.rstrip("/") + "/")
        return self.store.relative(path) if inside else path


def of(project: Project, environ: Mapping[str, str]) -> Place:
    """Return what there is to check for a project."""
    is_plugin = os.path.isfile(os.path.join(OWN, ".claude-plugin", "plugin.json"))
    return Place(
        project=project,
        environ=environ,
        survey=Survey(project.store, project.tell),
        plugin=OWN if is_plugin else "",
    )


def stamp(present: int) -> str:
    """Return an instant as it stands in the names of files that are kept."""
    return timestamps.to_compact(present)[:15] + "Z"


def many(count: int, noun: str) -> str:
    """Return a count with its noun: `1 entry` needs `entr|y|ies`, most need only the word."""
    stem, _, endings = noun.partition("|")
    if endings:
        one, _, more = endings.partition("|")
        return f"{count:,} {stem}{one if count == 1 else more}"
    return f"{count:,} {stem}{'' if count == 1 else 's'}"
