"""`trust`: what this machine takes for its person's own, and what it keeps from the agent."""

from __future__ import annotations

import os

from .. import files, framing, learnings, templates, trust
from ..errors import Problem, Refused, WrongCall
from .verb import JSON, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..project import Project
    from ..store import Loaded, Store


def run(project: Project, words: Words) -> Reply:
    """List what is trusted, take something up, or revoke it."""
    if words.has("all"):
        return _everywhere(project)
    if not project.store.exists:
        raise project.store.missing()
    revoked = words.text("revoke")
    if revoked and words.argument:
        raise WrongCall("Either take up or revoke: `session trust NAME`, or `session trust --revoke NAME`.")
    if not revoked and not words.argument:
        return _here(project)
    if project.store.own_only and not project.hook:
        raise Refused(
            "What is trusted is the person's to say: in a terminal, `session trust` lists and changes it."
        )
    return _revoke(project.store.whole, revoked) if revoked else _take_up(project.store.whole, words.argument)


def _take_up(store: Store, ref: str) -> Reply:
    if ref in trust.KINDS:
        count = trust.take(store, ref, _texts(store, ref))
        text = f"Took up {count} new text{'s' * (count != 1)} in .sessions/{ref}: the agent may be given them."
        return Reply(text=text, data={"kind": ref, "trusted": True, "count": count})
    loaded = store.find(ref)
    trouble = trust.take_up(store, loaded)
    if trouble:
        raise Refused(trouble)
    text = f"{_name(loaded)} counts as your own in this project now: the agent may be given it."
    return Reply(text=text, data={"session": loaded.session.id, "trusted": True})


def _revoke(store: Store, ref: str) -> Reply:
    if ref in trust.KINDS:
        trust.drop(store, ref)
        text = f"Nothing that lies in .sessions/{ref} now is given to the agent any more."
        return Reply(text=text, data={"kind": ref, "trusted": False, "count": 0})
    loaded = store.find(ref)
    trust.revoke(store, loaded)
    text = (
        f"{_name(loaded)} is trusted no longer: nothing of it is given to the agent from now on, also in "
        "conversations that work on it. What they were told before stays in them."
    )
    return Reply(text=text, data={"session": loaded.session.id, "trusted": False})


def _name(loaded: Loaded) -> str:
    return f"{framing.line(loaded.session.shortname)} ({loaded.session.key})"


def _texts(store: Store, kind: str) -> list[str]:
    """Return the texts in a folder, as they are taken up: learnings one by one, templates as files."""
    if kind == "knowledge":
        return [learnings.told_by(learning) for learning in learnings.read(store)]
    return [text for _, text in _templates(store)]


def _templates(store: Store) -> list[tuple[str, str]]:
    found = []
    for name in templates.own_files(store):
        try:
            found.append((name, files.read_text(store.path(templates.FOLDER, name))))
        except (Problem, OSError):
            continue
    return found


def _here(project: Project) -> Reply:
    store = project.store
    listing = store.whole.all_sessions()
    foreign = [loaded for loaded in listing.sessions if trust.is_foreign(store, loaded)]
    own = [loaded for loaded in listing.sessions if loaded not in foreign]
    strange = {
        "knowledge": len(learnings.read(store)) - len(learnings.own(store, learnings.read(store))),
        "templates": sum(
            trust.is_strange(store, store.path(templates.FOLDER, name)) and not trust.is_taken(store, text)
            for name, text in _templates(store)
        ),
    }
    lines = ["Yours in this project:" if own else "Nothing in this project counts as yours."]
    lines += [f"  {_name(loaded)}" for loaded in own]
    kept = [f"  {_kept(store, loaded)}" for loaded in foreign]
    kept += [f"  {kind}: {n} text{'s' * (n != 1)} from elsewhere" for kind, n in strange.items() if n]
    lines += ["Kept from the agent:", *kept, _HOW] if kept else []
    data = {
        "trusted": [_data(store, loaded) for loaded in own],
        "foreign": [{"key": x.session.key} if store.own_only else _data(store, x) for x in foreign],
        "strange": strange,
    }
    return Reply(text="\n".join(lines), data=data)


_HOW = (
    "`session trust NAME` takes something up, `session resume NAME` too; `session trust --revoke NAME` undoes it."
)


def _kept(store: Store, loaded: Loaded) -> str:
    """Name a session that is kept from the agent; to the agent by nothing that was chosen by who wrote it."""
    return loaded.session.key if store.own_only else f"{_name(loaded)}: {trust.why(store, loaded)}"


def _data(store: Store, loaded: Loaded) -> dict[str, Any]:
    value = loaded.session
    reason = trust.why(store, loaded) if trust.is_foreign(store, loaded) else ""
    return {
        "id": value.id,
        "key": value.key,
        "shortname": value.shortname,
        "path": store.relative(loaded.path),
        "why": reason,
    }


def _everywhere(project: Project) -> Reply:
    found = [(place, sessions) for place, sessions in trust.everywhere(project.store.data) if sessions]
    lines = []
    for place, sessions in sorted(found):
        gone = "" if os.path.isdir(place) else " (not there any more)"
        lines.append(f"{place}{gone}:")
        lines += [f"  {framing.line(name)} ({key[-6:]})" for key, name in sessions.items()]
    data = [
        {"project": place, "sessions": [{"id": key, "shortname": name} for key, name in sessions.items()]}
        for place, sessions in sorted(found)
    ]
    return Reply(text="\n".join(lines) or "Nothing is trusted on this machine yet.", data={"projects": data})


VERB = Verb(
    name="trust",
    summary="Show which sessions count as your own, and which are kept from the agent; take up or revoke.",
    about=(
        "A session counts as yours where it was made on this machine or you took it up. What came with a "
        "clone, a pull or an archive is named to you and kept from Claude until then. NAME takes up that "
        "session; `knowledge` and `templates` take up those."
    ),
    run=run,
    argument="NAME",
    options=(
        Option(name="revoke", help="Trust this session no longer; or `knowledge`, `templates`.", metavar="NAME"),
        Option(name="all", help="What is trusted in all projects of this machine.", metavar=""),
        JSON,
    ),
    examples=(
        "session trust",
        "session trust fix-sweep",
        "session trust knowledge",
        "session trust --revoke fix-sweep",
        "session trust --all --json",
    ),
    see=("resume", "doctor"),
)
