"""`set`: change what a session is."""

from __future__ import annotations

from .. import attributes, drafts, items, kinship
from ..errors import Refused, WrongCall
from . import subject
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Document
    from ..journal import Entry
    from ..project import Project
    from ..session import Session

_LISTS = ("tag", "untag", "unset")


def run(project: Project, words: Words) -> Reply:
    """Record the attributes given in one entry, and say what the session is then."""
    given: dict[str, str | Sequence[str]] = {name: words.texts(name) for name in _LISTS if words.has(name)}
    given |= {name: words.text(name) for name in (*attributes.SINGLE, "goal") if words.has(name)}
    if not given:
        raise WrongCall(
            "Say what to set: `session set --tag TAG --role TEXT --group NAME --parent REF --goal TEXT`."
        )
    loaded = subject.named_session(project, words, words.argument)

    def plan(value: Session, _document: Document) -> list[Entry]:
        if not value.is_open:
            raise Refused(f"{value.shortname} is {value.status} and changes no more.")
        parent = words.text("parent")
        known = {"parent": kinship.parent(project.store, parent, value)} if parent else {}
        return [drafts.changed(project.present, value, {**given, **known})]

    recorded = subject.write(project, loaded, plan)
    value = recorded.loaded.session
    told = [f"goal {items.headline(value.objective, 100)}"] if words.has("goal") else []
    told += [subject.attributes_line(value)] if subject.attributes_line(value) else []
    text = f"{value.shortname}: {' · '.join(told) or 'no tags, role, group or parent'}"
    return Reply(text=text + subject.warnings(recorded), data=subject.as_data(value))


VERB = Verb(
    name="set",
    summary="Change what a session is: its tags, role, group, parent, goal.",
    about=(
        "Changes what a session is, not what was done in it; each change is an entry of the journal. Tags, "
        "group and parent are what `list` and `stats` select by."
    ),
    run=run,
    argument="REF",
    options=(
        Option(name="tag", help="A tag to add.", many=True),
        Option(name="untag", help="A tag to take away.", many=True),
        Option(name="role", help="Who works on it, as what."),
        Option(name="group", help="The group of sessions it belongs to.", metavar="NAME"),
        Option(name="parent", help="The session it is a part of.", metavar="REF"),
        Option(name="goal", help="A new goal: replaces the objective."),
        Option(name="unset", help="Take role, group or parent away.", metavar="WORD", many=True),
        SESSION,
        JSON,
    ),
    examples=(
        "session set --tag billing --group 'Q3 migration'",
        "session set fix-sweep --role 'DevOps Engineer: deploy and maintain services'",
        "session set --parent 00002 --untag draft",
    ),
    see=("init", "list", "stats"),
)
