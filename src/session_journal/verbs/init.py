"""`init`: start a session."""

from __future__ import annotations

import os

from .. import (
    attributes,
    brief,
    conversation,
    displaced,
    drafts,
    identity,
    items,
    kinship,
    recorder,
    tasks,
    trust,
)
from ..errors import Refused, WrongCall
from ..session import ACTIVE
from . import presence, sharing, subject
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..project import Project
    from ..store import Loaded


_CALL = "`session init NAME --goal TEXT`"
_MOST_STEPS, _LONGEST = 1_000, 1_000_000
_EVERYBODYS = ("main", "master", "trunk", "develop", "development", "dev")
"""Branches after which no piece of work is named."""


def run(project: Project, words: Words) -> Reply:
    """Start a session; share the sessions of the project or keep them private, where that is asked for."""
    if words.has("follow"):
        _follow(project)
    decided = sharing.decide(project, words)
    if decided is not None and decided.ask and _asks_for_one(words):
        return decided.replace(text=f"{decided.text}\nNo session was started: the answer comes first.", code=1)
    if decided is not None and (decided.ask or not _asks_for_one(words)):
        return decided
    reply = _start(project, words)
    told = decided.text if decided is not None else sharing.note(project)
    return reply.replace(text=f"{reply.text}\n{told}") if told else reply


def _follow(project: Project) -> None:
    """Use a `.sessions` that is a link, as the person says; raises Refused."""
    if project.store.own_only and not project.hook:
        raise Refused("Whether a link is theirs is the person's to say: they type `session init NAME --follow`.")
    project.store.follow()


def _asks_for_one(words: Words) -> bool:
    others = ("shared", "private", "yes", "follow", "json")
    return bool(words.argument) or any(words.has(one.name) for one in VERB.options if one.name not in others)


def _start(project: Project, words: Words) -> Reply:
    """Start a session, bind it to this conversation and show its banner."""
    linked = _task_ids(words)
    found = [task for task in (tasks.find(project.root, task_id) for task_id in linked) if task]
    name = words.text("name") or words.argument
    goal = words.text("goal") or (found[0].title if found else "")
    shortname, title = _names(project, name, goal, linked)
    steps, more = _steps(words.text("steps")), _more(project, words)
    if len(steps) > _MOST_STEPS or max(len(goal), sum(map(len, steps))) > _LONGEST:
        raise WrongCall(
            f"A session takes at most {_MOST_STEPS:,} steps, and {_LONGEST:,} characters of "
            "steps or goal; nothing was made."
        )
    if words.has("template"):
        about = {"goal": goal, "name": shortname, "title": title, "tasks": ", ".join(linked)}
        more = _from_template(project, words.text("template"), more, about, steps)
    entry = drafts.started(project.present, shortname, title, goal, steps, linked, more)
    entry = entry.replace(conversation=project.conversation)
    project.store.create()
    aside = trust.adopt(project.store)
    displaced.note(project.store)
    recorded = recorder.start(project.store.whole, entry, seconds=project.lock_seconds)
    kept = trust.take_up(project.store, recorded.loaded)
    conversation.bind(project.store, project.conversation, recorded.loaded.session.id)
    presence.note(project)
    loaded = recorded.loaded
    path = project.store.relative(loaded.path)
    text = brief.banner(loaded.session, path, project.present) + "\n" + _about_others(project, loaded)
    text = "\n".join([text.rstrip("\n"), *_learnt(project, loaded)])
    data = {**subject.as_data(loaded.session), "path": path}
    noted = "".join(f"\nNote: {note}" for note in (*aside, kept) if note) + subject.warnings(recorded)
    return Reply(text=text.rstrip("\n") + noted, data=data)


def _more(project: Project, words: Words) -> dict[str, str | Sequence[str]]:
    """Return the number, tags, role, group and parent that were given; raises WrongCall, NotFound."""
    number, parent = words.text("number").strip().lstrip("#"), words.text("parent")
    if words.has("number") and (not identity.is_number(number) or not int(number)):
        raise WrongCall(f"--number takes a number like 00003, and {words.text('number')!r} is none.")
    named = {key: attributes.one_line(key, words.text(key)) for key in ("role", "group") if words.has(key)}
    return {
        "number": number,
        "tags": attributes.tags(words.texts("tag")),
        **named,
        "parent": kinship.parent(project.store, parent) if parent else "",
    }


def _from_template(
    project: Project,
    name: str,
    more: Mapping[str, str | Sequence[str]],
    about: Mapping[str, str],
    steps: Sequence[str],
) -> dict[str, str | Sequence[str]]:
    from .. import templates  # noqa: PLC0415 - few ask for one

    about = {**about, "branch": project.head().branch}
    return templates.applied(project.store, name, more, about, steps, project.present)


def _task_ids(words: Words) -> list[str]:
    several = [part.strip() for text in words.texts("tasks") for part in text.split(",")]
    given = [*(text.strip() for text in words.texts("task")), *several]
    return list(dict.fromkeys(task_id for task_id in given if task_id))


def _names(project: Project, name: str, goal: str, linked: Sequence[str]) -> tuple[str, str]:
    """Return the shortname and the title: from the name given, else the goal, the branch or the task."""
    branch = project.head().branch
    if not (name or goal or linked) and branch in _EVERYBODYS:
        raise WrongCall(f"A session needs a name or a goal, and {branch} says neither: {_CALL}.")
    for source, wanted in ((name, goal or name), (goal, goal), (branch, branch), (" ".join(linked[:1]), "")):
        shortname = identity.shortname(source)
        if shortname:
            return shortname, items.headline(_title(wanted or source, shortname, wanted in ("", source)), 100)
        if source == name and name:
            raise WrongCall(f"No file can be named after {name!r}: use letters or digits in the name.")
    raise WrongCall(f"A session needs a name or a goal: {_CALL}.")


def _title(text: str, shortname: str, is_name: bool) -> str:
    return shortname.replace("-", " ").capitalize() if is_name and " " not in text else text


def _steps(text: str) -> list[str]:
    """Return the steps of a text: parted by lines and by semicolons, but for those in code."""
    return [step.strip() for line in text.split("\n") for step in _parted(line) if step.strip()]


def _parted(line: str) -> list[str]:
    steps = [""]
    for place, part in enumerate(line.split("`")):
        is_code = place % 2 == 1 and place < line.count("`")
        first, *others = [part] if is_code else part.split(";")
        steps[-1] += "`" * (place > 0) + first
        steps += others
    return steps


def _about_others(project: Project, own: Loaded) -> str:
    """Name the other active sessions on this branch, and how to pause them."""
    lines = []
    for loaded in project.store.open_sessions().sessions:
        value = loaded.session
        same_branch = value.branch == own.session.branch
        if value.id != own.session.id and value.status == ACTIVE and same_branch:
            lines.append(f"Also active here: {value.shortname} (pause it with `session pause {value.shortname}`).")
    if lines and project.conversation:
        lines.append(f"This conversation works on {own.session.shortname}; both can go on side by side.")
    return "\n".join(lines)


def _learnt(project: Project, loaded: Loaded) -> list[str]:
    """Name what the project has learnt that speaks of this session."""
    if not os.path.exists(project.store.path("knowledge")):
        return []
    from .. import neighbours  # noqa: PLC0415 - most projects have no such folder

    return neighbours.learnt(project.store, loaded.session)


VERB = Verb(
    name="init",
    summary="Start a session and bind it to this conversation.",
    about=(
        "Makes the document under .sessions/active/ and the first entry of its journal, and binds the "
        "conversation in which it runs. Without a name, the session is named after the goal, the git branch "
        "or the task. Other sessions stay as they are; several can be open side by side."
    ),
    run=run,
    argument="NAME",
    options=(
        Option(name="name", help="Its name, where it is not given as NAME.", metavar="NAME"),
        Option(name="goal", help="What it is for; becomes the objective."),
        Option(
            name="task",
            help="A task it belongs to: an id under .tasks/, or any ticket key.",
            metavar="ID",
            many=True,
        ),
        Option(name="tasks", help="Several tasks, separated by commas.", metavar="ID1,ID2"),
        Option(name="steps", help="Its steps, separated by semicolons or lines.", metavar='"A; B; C"'),
        Option(name="number", help="Its number, where it is not to be the next.", metavar="N"),
        Option(name="tag", help="A tag.", many=True),
        Option(name="template", help="bug, feature, research, or one of .sessions/templates.", metavar="NAME"),
        Option(name="group", help="The group of sessions it belongs to.", metavar="NAME"),
        Option(name="parent", help="The session it is a part of.", metavar="REF"),
        Option(name="role", help="Who works on it, as what."),
        Option(
            name="shared", help="Let git have the project's sessions; lists what that shows, and asks.", metavar=""
        ),
        Option(name="private", help="Have git ignore the project's sessions again, as at first.", metavar=""),
        Option(name="yes", help="With --shared: do it without asking.", metavar=""),
        Option(
            name="follow", help="Use a .sessions that is a link; say so only where you made the link.", metavar=""
        ),
        JSON,
    ),
    examples=(
        "session init fix-sweep-bug --goal 'Fix race condition in the sweeper'",
        "session init --goal 'Move billing to the new API' --steps 'Write adapter; Switch callers; Remove old'",
        "session init --task '#123'",
        "session init slow-login --template bug --tag auth --group 'Q3 fixes'",
        "session init --shared",
    ),
    see=("resume", "set", "close"),
)
