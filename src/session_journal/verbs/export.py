"""`export`: a session as files to hand over."""

from __future__ import annotations

import os

from .. import destination, export, files, modes
from ..errors import WrongCall
from . import telling
from .verb import JSON, SESSION, Option, Reply, Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def run(project: Project, words: Words) -> Reply:
    """Write the files of a format into a folder; those of an earlier export are replaced, and no others."""
    kind = words.text("format") or "md"
    if kind not in export.FORMATS:
        raise WrongCall(f"--format is one of {', '.join(export.FORMATS)}, not {kind!r}.")
    if not words.text("to"):
        raise WrongCall("Say where the files go: `session export --to DIR`.")
    told = telling.gather(project, words)
    folder = os.path.join(project.folder, os.path.expanduser(words.text("to")))
    made = export.FORMATS[kind](told)
    for name in made:
        path = os.path.join(folder, name)
        destination.check(project.root, path, "export", lambda start: export.is_ours(kind, start))
    mode = modes.OPEN if project.store.is_shared else None
    files.make_folder(folder, mode)
    written = []
    for name, text in made.items():
        path = os.path.join(folder, name)
        files.replace(path, text.encode("utf-8", "replace"), mode=mode)
        written.append(path)
    return Reply(text="\n".join(f"Wrote {path}" for path in written), data={"files": written})


VERB = Verb(
    name="export",
    summary="Write a session as files to hand over.",
    about=(
        "Writes log, files, decisions and hand-off as Markdown, or everything as CSV, JSON or a page to "
        "print. What an earlier export wrote is replaced; any other file is left alone, and no link is followed."
    ),
    run=run,
    argument="REF",
    options=(
        Option(name="to", help="The folder; it is made where missing.", metavar="DIR"),
        Option(name="format", help="md (log, files, decisions, hand-off), csv, json or html.", metavar="FORMAT"),
        SESSION,
        JSON,
    ),
    examples=("session export --to handover", "session export 00003 --to out --format csv"),
    see=("summary", "report"),
)
