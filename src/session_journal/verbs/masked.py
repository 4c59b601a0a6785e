"""What a person writes on purpose: masked before a verb sees it, and the reply says so."""

from __future__ import annotations

from .verb import Verb, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..project import Project
    from ..redact import Mask
    from .verb import Reply

_NO_TEXTS = ("", "REF", "N", "TIME", "WHEN", "DATE", "DIR", "FILE", "FORMAT", "PATH", "WORDS", "WORD", "KIND")
"""What options take that is only looked up or checked."""


def guarded(verb: Verb) -> Verb:
    """Return the verb with its texts masked before it runs."""
    kept = {option.name for option in verb.options if option.metavar in _NO_TEXTS}
    is_text = verb.argument in ("TEXT", "NAME")

    def run(project: Project, words: Words) -> Reply:
        mask = project.store.mask()
        reply = verb.run(project, _masked(words, mask, kept, is_text=is_text))
        if not mask.kinds:
            return reply
        data = {**reply.data, "masked": mask.kinds} if isinstance(reply.data, dict) else reply.data
        return reply.replace(text=f"{reply.text}\n{told(mask.kinds)}", data=data)

    return verb.replace(run=run)


def _masked(words: Words, mask: Mask, kept: set[str], *, is_text: bool) -> Words:
    options = {
        name: [value if name in kept and " " not in value else mask(value) for value in values]
        for name, values in words.options.items()
    }
    return Words(mask(words.argument) if is_text else words.argument, options, mask(words.rest))


def told(kinds: Sequence[str]) -> str:
    """Say what was masked, and what to do."""
    several = len(kinds) > 1
    named = ", ".join(f"[redacted: {kind}]" for kind in dict.fromkeys(kinds))
    were = "s were masked before they were" if several else " was masked before it was"
    return (
        f"{len(kinds)} secret{were} written: {named}. "
        f"Keep {'them' if several else 'it'} where secrets belong, and log the name under which it is there; "
        "if it is none, `redact_except` says so (docs/configuration.md)."
    )
