"""A session in outline: what a list of thousands needs of each, without its texts."""

from __future__ import annotations

from . import identity, session
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .session import Session


class Outline(Value):
    """A session as lists and figures need it: the fields of `Session` of the same names, and where it lies.

    `what` is the step it was on, else its title; `done` of `total` steps are done.
    """

    path: str
    id: str
    shortname: str
    status: str
    number: str
    created: int
    updated: int
    tags: tuple[str, ...]
    group: str
    parent: str
    done: int
    total: int
    what: str

    @property
    def key(self) -> str:
        """The six hex digits that name its files."""
        return identity.key_of(self.id)

    @property
    def is_open(self) -> bool:
        """Whether work on it may go on."""
        return self.status in session.OPEN


def of(value: Session, path: str) -> Outline:
    """Return the outline of a session whose document lies at a path."""
    return Outline(
        path=path,
        id=value.id,
        shortname=value.shortname,
        status=value.status,
        number=value.number,
        created=value.created,
        updated=value.updated,
        tags=value.tags,
        group=value.group,
        parent=value.parent,
        done=value.done_count,
        total=len(value.steps),
        what=value.current[1].headline if value.current else value.title,
    )
