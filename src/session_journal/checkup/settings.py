"""What the project and the machine bring: `config.yaml`, git's version, the clock."""

from __future__ import annotations

from .. import config, timestamps
from ..errors import Malformed, Problem
from . import programs
from .finding import NOTE, Finding, fine
from .journals import is_ahead, newest_instant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .place import Place


def look(place: Place) -> Iterator[Finding]:
    """Read the settings and ask git for its version."""
    try:
        config.load(place.store)
        yield fine("the settings are fine")
    except Malformed as problem:
        where = f"{problem.path}:{problem.line}" if problem.line else problem.path
        text = f"{where}: {problem.what}; {problem.goes_on or 'the defaults hold until it is mended'}"
        yield Finding(what="config-wrong", text=text, path=problem.path, line=problem.line)
    except Problem as problem:
        yield Finding(what="config-wrong", text=str(problem).rstrip("."), path=f".sessions/{config.NAME}")
    if is_ahead(place):
        when = timestamps.to_second(newest_instant(place))
        text = (
            f"the newest entry was written in the future, at {when}: look at this machine's clock; the "
            "order of entries holds"
        )
        yield Finding(what="clock-behind", text=text, severity=NOTE)
    yield _git(place)


def _git(place: Place) -> Finding:
    path = programs.find("git", place.environ)
    said = programs.ask([path, "--version"], place.environ) if path else None
    version = programs.version(said.first_line) if said and not said.code else ()
    if version:
        return fine(f"git {programs.dotted(version[:3])}")
    text = "git is not there or does not start, so branch, commits and changed files are not recorded"
    return Finding(what="git-missing", text=text, severity=NOTE)
