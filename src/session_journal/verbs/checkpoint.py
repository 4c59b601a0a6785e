"""`checkpoint`: keep the state as it is, with a fresh TL;DR."""

from __future__ import annotations

from .. import drafts, git, items
from . import subject
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def run(project: Project, words: Words) -> Reply:
    """Write a checkpoint: git's state, progress, and what was given."""
    loaded = subject.named_session(project, words)
    note, given = words.text("note"), {"tldr": words.text("tldr"), "context": words.texts("context")}
    changed = git.uncommitted(project.root)
    recorded = subject.write(
        project, loaded, lambda value, _: [drafts.checkpoint(project.present, value, changed, note, given)]
    )
    value = recorded.loaded.session
    text = f"Checkpoint of {value.shortname}: {value.steps_told}, {files_changed(changed)}."
    text += f"\nTL;DR: {items.headline(value.tldr, 200)}" if words.has("tldr") else ""
    data = {"session": value.id, "entry": recorded.entries[0].name, "uncommitted": changed or []}
    return Reply(text=text + subject.warnings(recorded), data=data)


def files_changed(changed: list[str] | None) -> str:
    """Say how many files are uncommitted."""
    if changed is None:
        return "no git status"
    return f"{len(changed)} uncommitted file{'s' * (len(changed) != 1)}" if changed else "nothing uncommitted"


VERB = Verb(
    name="checkpoint",
    summary="Keep the state as it is, with a fresh TL;DR and key context.",
    about=(
        "Before a compaction the plugin does this by itself; do it by hand when you want the summary on top "
        "of the document to say something else. Tells which files are uncommitted."
    ),
    run=run,
    options=(
        Option(name="note", help="A note on this checkpoint."),
        Option(name="tldr", help="The new TL;DR: two to four sentences."),
        Option(name="context", help="Something that must survive; goes to the key context.", many=True),
        SESSION,
        JSON,
    ),
    examples=(
        "session checkpoint",
        "session checkpoint --tldr 'Root cause found in sweeper.go; fix half done.' --context 'Lock order: a, b'",
    ),
    see=("log", "pause", "resume"),
)
