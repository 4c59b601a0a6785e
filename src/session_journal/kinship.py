"""Parents: a session names the one it belongs to by tracking ID; a chain of them never closes."""

from __future__ import annotations

from .errors import NotFound, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .session import Session
    from .store import Store


def parent(store: Store, ref: str, child: Session | None = None) -> str:
    """Return the tracking ID of the session that is to be a parent.

    Raises NotFound, Ambiguous, and Refused where it is the child itself or comes down from it.
    """
    found = value = store.find(ref).session
    seen: set[str] = set()
    while child is not None and value.id not in seen:
        if value.id == child.id:
            raise Refused(
                f"{found.shortname} cannot be the parent of {child.shortname}: it is itself or below it."
            )
        seen.add(value.id)
        if not value.parent:
            break
        try:
            value = store.find(value.parent).session
        except NotFound:  # it was deleted
            break
    return found.tracking_id
