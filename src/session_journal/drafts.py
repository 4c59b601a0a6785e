"""What a person or the agent says -> entries ready to be recorded; looks up the step or blocker they name."""

from __future__ import annotations

from . import identity, items, matching, steps
from .errors import Ambiguous, Refused, WrongCall
from .journal import Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .document import Document
    from .session import Session

LOGGED = ("done", "current", "progress", "discovery", "decision", "blocker", "unblock", "note", "next")
"""The kinds that can be logged, in the order in which one call records them."""
DECISION_FIELDS = ("rationale", "context", "options")


def logged(
    kind: str, text: str, present: int, value: Session, document: Document, fields: Mapping[str, str]
) -> Entry:
    """Return the entry for a logged text.

    Raises Ambiguous where it names several steps or blockers, Refused where it unblocks none, WrongCall for an
    unknown kind or a decision without its rationale.
    """
    if kind not in LOGGED:
        raise WrongCall(f"{kind!r} cannot be logged; the kinds are {', '.join(LOGGED)}.")
    if kind == "decision" and not fields.get("rationale", "").strip():
        quoted = "'" + items.headline(text, 80).replace("'", "'\\''") + "'"
        raise WrongCall(f"A decision needs its reason: `session log --decision {quoted} --rationale TEXT`.")
    if kind in ("done", "current"):
        fields = _step_named(kind, text, value, document)
    elif kind == "unblock":
        fields = {"blocker": _blocker_named(text, value)}
    return Entry(kind=kind, at=present, text=text, fields=dict(fields))


def _step_named(kind: str, text: str, value: Session, document: Document) -> dict[str, str]:
    found = _one("step", text, [step.text for step in steps.open_steps(document)])
    if found is not None:
        return {"step": found}
    planned = _one("next step", text, value.next_steps) if kind == "done" else None
    return {"next": planned} if planned is not None else {}


def _blocker_named(text: str, value: Session) -> str:
    texts = [blocker.text for blocker in value.blockers]
    if text.strip().isdecimal() and 1 <= int(text) <= len(texts):
        return texts[int(text) - 1]
    found = _one("blocker", text, texts)
    if found is None:
        known = "; ".join(f"{n}. {items.headline(t)}" for n, t in enumerate(texts, 1)) or "there are none"
        raise Refused(f"No open blocker fits {items.headline(text)!r} ({known}).")
    return found


def _one(what: str, text: str, texts: Sequence[str]) -> str | None:
    found = matching.matches(text, texts)
    if len({texts[place] for place in found}) > 1:
        raise Ambiguous(what, items.headline(text), [items.headline(texts[place]) for place in found])
    return texts[found[0]] if found else None


def checkpoint(
    present: int,
    value: Session,
    changed: Sequence[str] | None,
    note: str,
    given: Mapping[str, str | Sequence[str]],
) -> Entry:
    """Return a checkpoint of a session's state; `changed` are uncommitted paths, `given` a tldr or context."""
    fields: dict[str, str | Sequence[str]] = {"progress": f"{value.done_count}/{len(value.steps)}"}
    if value.current:
        fields["step"] = value.current[1].text
    if changed:
        fields["uncommitted"] = changed[:50]
    fields.update({key: what for key, what in given.items() if what})
    return Entry(kind="checkpoint", at=present, text=note, fields=fields)


def started(
    present: int, shortname: str, title: str, goal: str, steps: Sequence[str], task_ids: Sequence[str]
) -> Entry:
    """Return the entry that a new session is made from; its id is made here."""
    fields = {
        "id": identity.new_id(present),
        "shortname": shortname,
        "title": title,
        "task_ids": list(task_ids),
        "steps": list(steps),
    }
    return Entry(kind="started", at=present, text=goal, fields=fields)
