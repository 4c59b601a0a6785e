"""What a person or the agent says -> entries ready to be recorded; looks up the step or blocker they name."""

from __future__ import annotations

from . import attributes, identity, items, matching, milestones, steps, timestamps, workitems
from .errors import Ambiguous, Refused, WrongCall
from .journal import LOGGED, Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .document import Document
    from .session import Session

DECISION_FIELDS = ("rationale", "context", "options")
TEST_FIELDS = ("passed", "failed")
BEFORE_COMPACTION = "before a compaction"
"""How the note of a checkpoint begins that nobody asked for."""
NUMBERED = ("milestone", "reached")
"""The kinds whose next entry in the same call must be drafted with the document that holds the one before."""
_MARKS = ("category", "recorded_at")
"""What may belong to an entry of any kind."""


def logged(
    kind: str, text: str, present: int, value: Session, document: Document, fields: Mapping[str, str]
) -> Entry:
    """Return the entry for a logged text.

    Raises Ambiguous where it names several steps, blockers or milestones, Refused where it unblocks or reaches
    none, WrongCall for an unknown kind, a decision without its rationale or a test run without counts.
    """
    if kind not in LOGGED:
        raise WrongCall(f"{kind!r} cannot be logged; the kinds are {', '.join(LOGGED)}.")
    if kind == "decision" and not fields.get("rationale", "").strip():
        quoted = "'" + items.headline(text, 80).replace("'", "'\\''") + "'"
        raise WrongCall(f"A decision needs its reason: `session log --decision {quoted} --rationale TEXT`.")
    own = {key: fields[key] for key in _MARKS if key in fields}
    if kind in ("done", "current"):
        own |= _step_named(kind, text, value, document)
    elif kind == "unblock":
        blocker = _blocker_named(text, value, document)
        own, text = {**own, "blocker": blocker}, blocker if identity.is_number(text.strip()) else text
    elif kind == "milestone":
        own |= {"id": milestones.next_id(value.milestones)}
    elif kind == "reached":
        one = milestones.find(text, value.milestones)
        own, text = {**own, "id": one.id}, one.text
    elif kind == "test":
        own |= _counts(fields)
    else:
        own = dict(fields)
    return Entry(kind=kind, at=present, text=text, fields=own)


def _counts(fields: Mapping[str, str]) -> dict[str, str]:
    given = {name: fields.get(name, "").strip() for name in TEST_FIELDS}
    if not any(given.values()):
        raise WrongCall("Say how the tests went: `session log --test COMMAND --passed 12 --failed 0`.")
    for name, count in given.items():
        if count and not identity.is_number(count):
            raise WrongCall(f"--{name} takes a number, and {count!r} is none.")
    return {name: str(int(count or "0")) for name, count in given.items()}


def category(text: str, known: Sequence[str]) -> str:
    """Return a category as the settings spell it; raises WrongCall with the list for another."""
    wanted = text.strip().casefold()
    if wanted and wanted not in known:
        raise WrongCall(f"There is no category {wanted!r}; the categories are {', '.join(known)}.")
    return wanted


def marks(kind_of_work: str, instant: int, present: int) -> dict[str, str]:
    """Return what marks an entry of any kind: its category, and when it was recorded if that was later."""
    found = {"category": kind_of_work} if kind_of_work else {}
    return {**found, "recorded_at": timestamps.to_second(present)} if instant != present else found


def item_added(
    present: int, value: Session, kind: str, text: str, meta: Mapping[str, str], types: Sequence[str]
) -> Entry:
    """Return the entry that adds a work item of a type ("": the first one); raises WrongCall for another."""
    kind = kind.strip().casefold() or types[0]
    if kind not in types:
        raise WrongCall(f"There is no item type {kind!r}; the types are {', '.join(types)}.")
    for key, what in meta.items():
        plain = key.replace("_", "").replace("-", "").replace(".", "")
        if not plain.isalnum() or key in workitems.RESERVED:
            raise WrongCall(
                f"--meta takes KEY=VALUE with a key of letters, digits, `_`, `-`, and {key!r} is none."
            )
        if "\n" in what:
            raise WrongCall(f"The value of --meta {key} must stand on one line.")
    fields: dict[str, str | Sequence[str]] = {
        "action": "add",
        "id": workitems.new_id(kind, present, value.work_items),
        "status": workitems.OPEN,
    }
    if meta:
        fields["meta"] = [f"{key}={what}" for key, what in meta.items()]
    return Entry(kind="item", at=present, text=text, fields=fields)


def item_moved(present: int, value: Session, action: str, ref: str, reason: str = "") -> Entry:
    """Return the entry that starts, completes (`done`) or drops a work item; raises Refused, Ambiguous."""
    one = workitems.find(ref, value.work_items)
    fields = {"action": action, "id": one.id, "status": workitems.move(one, action)}
    return Entry(kind="item", at=present, text=one.text, fields={**fields, "reason": reason} if reason else fields)


def changed(present: int, value: Session, given: Mapping[str, str | Sequence[str]]) -> Entry:
    """Return the entry of kind `set` for new attributes (`tag`, `untag`, `unset`: lists); raises WrongCall."""
    fields: dict[str, str | Sequence[str]] = {}
    for key, what in given.items():
        if not what:
            continue
        if key in ("tag", "untag"):
            fields[key] = attributes.tags([what] if isinstance(what, str) else what)
        elif isinstance(what, str):
            fields[key] = what if key in ("goal", "parent") else attributes.one_line(key, what)
        else:
            fields[key] = list(what)
    wrong = [key for key in fields.get("unset", ()) if key not in attributes.SINGLE]
    if wrong:
        raise WrongCall(f"--unset takes {', '.join(attributes.SINGLE)}, and not {wrong[0]!r}.")
    if fields.get("parent") == value.tracking_id:
        raise Refused(f"{value.shortname} cannot be its own parent.")
    return Entry(kind="set", at=present, text=attributes.told(fields), fields=fields)


def _step_named(kind: str, text: str, value: Session, document: Document) -> dict[str, str]:
    found = _one("step", text, [step.text for step in steps.open_steps(document)])
    if found is not None:
        return {"step": found}
    planned = _one("next step", text, value.next_steps) if kind == "done" else None
    return {"next": planned} if planned is not None else {}


def _blocker_named(text: str, value: Session, document: Document) -> str:
    """Return the open blocker that a text or a number names, else one that is resolved already."""
    texts = [blocker.text for blocker in value.blockers]
    if 1 <= identity.count(text.strip()) <= len(texts):
        return texts[int(text) - 1]
    found = _one("blocker", text, texts)
    if found is None:
        found = _resolved(text, document)
    if found is None:
        known = "; ".join(f"{n}. {items.headline(t)}" for n, t in enumerate(texts, 1)) or "there are none"
        raise Refused(f"No open blocker fits {items.headline(text)!r} ({known}).")
    return found


def _resolved(text: str, document: Document) -> str | None:
    """Return the resolved blocker with this text: behind it stands when it was."""
    resolved = [item.text for item in items.read(document.section("Blockers")) if item.done]
    wanted = matching.fold(text)
    return next((text for one in resolved if matching.fold(one).startswith(f"{wanted} (")), None)


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
    present: int,
    shortname: str,
    title: str,
    goal: str,
    steps: Sequence[str],
    task_ids: Sequence[str],
    more: Mapping[str, str | Sequence[str]] | None = None,
) -> Entry:
    """Return the entry that a new session is made from; its id is made here.

    `more` are its number, tags, role, group and parent and the body made from a template, where there are any.
    """
    fields = {
        "id": identity.new_id(present),
        "shortname": shortname,
        "title": title,
        "task_ids": list(task_ids),
        "steps": [step for step in steps if step.strip()],
        **{key: what for key, what in (more or {}).items() if what},
    }
    return Entry(kind="started", at=present, text=goal, fields=fields)
