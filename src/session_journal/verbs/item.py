"""`item`: work items with typed IDs."""

from __future__ import annotations

from .. import config, drafts, timestamps, workitems
from ..errors import WrongCall
from . import subject
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..project import Project
    from ..recorder import Recorded
    from ..workitems import WorkItem

_ACTIONS = ("add", *workitems.MOVES, "list")
_BELONGS = {"type": "add", "meta": "add", "reason": "drop"}


def run(project: Project, words: Words) -> Reply:
    """Add a work item, move one, or list them."""
    action = words.argument
    if action not in _ACTIONS:
        from .unknown import near  # noqa: PLC0415 - only a slip needs it

        meant = near(action, _ACTIONS) if action else ""
        raise WrongCall(f"Say what to do with a work item: `session item {'|'.join(_ACTIONS)}`.{meant}")
    for name, whose in _BELONGS.items():
        if words.has(name) and action != whose:
            raise WrongCall(f"--{name} goes with `session item {whose}`.")
    if action == "list":
        return _list(project, words)
    if not words.rest:
        raise WrongCall(f"Say which: `session item {action} {'TEXT' if action == 'add' else 'ID'}`.")
    return _add(project, words) if action == "add" else _move(project, words)


def _add(project: Project, words: Words) -> Reply:
    types, meta = config.load(project.store).all_item_types, _meta(words.texts("meta"))
    kind = words.text("type")
    loaded = subject.named_session(project, words)
    recorded = subject.write(
        project,
        loaded,
        lambda value, _: [drafts.item_added(project.present, value, kind, words.rest, meta, types)],
    )
    return _reply(recorded)


def _meta(given: Sequence[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    for key, sign, _ in pairs:
        if not sign:
            raise WrongCall(f"--meta takes KEY=VALUE, and {key!r} has no `=`.")
    return {key.strip(): value.strip() for key, _, value in pairs}


def _move(project: Project, words: Words) -> Reply:
    reason = words.text("reason")
    if words.argument == "drop" and not reason:
        raise WrongCall("Say why it is dropped: `session item drop ID --reason TEXT`.")
    loaded = subject.named_session(project, words)
    recorded = subject.write(
        project,
        loaded,
        lambda value, _: [drafts.item_moved(project.present, value, words.argument, words.rest, reason)],
    )
    return _reply(recorded)


def _reply(recorded: Recorded) -> Reply:
    value = recorded.loaded.session
    wanted = recorded.entries[0].field("id")
    one = next((one for one in value.work_items if one.id == wanted), None)
    if one is None:  # the document could not be written yet, or the section was taken out by hand
        return Reply(text=wanted + subject.warnings(recorded), data={"id": wanted})
    text = f"{line(one)}\n{value.shortname}: {workitems.counted(value.work_items)}"
    return Reply(text=text + subject.warnings(recorded), data=one.as_data())


def _list(project: Project, words: Words) -> Reply:
    if words.rest:
        raise WrongCall("`session item list` takes no text.")
    value = subject.named_session(project, words).session
    found = value.work_items
    text = "\n".join([*(line(one) for one in found), f"{value.shortname}: {workitems.counted(found)}"])
    nothing = f"{value.shortname} has no work items: add one with `session item add TEXT`."
    return Reply(text=text if found else nothing, data=[one.as_data() for one in found])


def line(one: WorkItem) -> str:
    """Return an item in a line: its ID, status, text and what belongs to it."""
    when = f" {timestamps.to_minute(one.when)}Z" if one.when is not None and one.status != "open" else ""
    meta = "".join(f" {key}={value}" for key, value in one.meta.items())
    reason = f" (because: {one.reason})" if one.reason else ""
    return f"{one.id}  {one.status}{when}  {one.text}{meta and ' ·'}{meta}{reason}"


VERB = Verb(
    name="item",
    summary="Work items with typed IDs: add, start, done, drop, list.",
    about=(
        "ACTION is add, start, done, drop or list. Adding gives the item an ID such as "
        "IMPL-20250115-103105-K2N4; later on the last four letters will do, where no other item shares them."
    ),
    run=run,
    argument="ACTION",
    rest="TEXT|ID",
    options=(
        Option(name="type", help="Its type, which begins its ID: task, impl, test, bug, docs, …", metavar="WORD"),
        Option(name="meta", help="Something to keep with it.", metavar="KEY=VALUE", many=True),
        Option(name="reason", help="Why it is dropped."),
        SESSION,
        JSON,
    ),
    examples=(
        "session item add 'Write the parser' --type impl --meta size=3",
        "session item start K2N4",
        "session item done K2N4",
        "session item drop K2N4 --reason 'The library does it'",
        "session item list --json",
    ),
    see=("log", "view"),
)
