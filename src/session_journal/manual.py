"""`--help` as a manual: what a verb is for, its words one under the other, examples, exit codes, what is near."""

from __future__ import annotations

import click

from . import verbs
from .errors import WrongCall
from .verbs.verb import Verb

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ABOUT = (
    "Keep this project's work sessions: what was done, decided and found out, in readable files under .sessions/, "
    "through compactions, crashes and weekends."
)
FURTHER = {"demo": "a compaction and the next morning, played in a minute", "tour": "the same, step by step"}
"""The commands that need no session, and what they are."""

_EXAMPLES = (
    "session init fix-sweep-bug --goal 'Fix the race in the sweeper'",
    "session log --done 'Reproduce the bug' --next 'Write the fix'",
    "session resume",
)
_REF = (
    "A session's shortname, key, id, number or tracking ID, or the beginning of one that no other session shares: "
    "fix-sweep-bug, fix-s, 4ee2cb, 00003, SESSION-20250115-100000-90AB. Where none is named, the current session "
    "is meant; `session current` tells which that is, and `session list --all` shows all."
)
_EXITS = (
    ("0", "done"),
    ("1", "refused, with nothing changed, or a problem was found; one sentence on standard error says what to do"),
    ("2", "a wrong call"),
)
_ENVIRONMENT = (
    ("SESSION_JOURNAL_CURRENT", "the session to work on, where the conversation is not bound to one"),
    ("XDG_DATA_HOME", "where the runtime is and what counts as yours (~/.local/share)"),
    ("NO_COLOR", "no colours on a terminal"),
)
_FILES = (
    (".sessions/active/, archive/", "the documents of open and of ended sessions; Markdown, yours to edit"),
    (".sessions/journal/KEY/", "the entries of a session, one file each; never changed"),
    (".sessions/knowledge/", "what the project has learnt; yours to edit"),
    (".sessions/config.yaml", "settings, where you want any"),
)
_MORE = (
    "`session VERB --help` has each verb's words and examples. In Claude Code the verbs marked with / are typed "
    "as /session-VERB. The pages are in the docs/ folder of the plugin; README.md names them."
)


class Manual(click.Group):
    """The help of the program itself: the verbs by what they are for, and what holds for all of them."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the page."""
        formatter.write_usage(ctx.command_path, "VERB [WORDS]... [OPTIONS]")
        formatter.write_paragraph()
        _paragraph(formatter, ABOUT)
        _examples(formatter, _EXAMPLES)
        for title, names in verbs.GROUPS:
            _table(formatter, title, [(_slashed(name), verbs.load(name).summary) for name in names])
        _table(
            formatter,
            "To see it work",
            [(name.ljust(12), f"{what[:1].upper()}{what[1:]}.") for name, what in FURTHER.items()],
        )
        with formatter.section("REF, wherever a session is asked for"):
            formatter.write_text(_REF)
        _table(formatter, "Exit codes", _EXITS)
        _table(formatter, "Environment", _ENVIRONMENT)
        _table(formatter, "Files", _FILES)
        with formatter.section("More"):
            formatter.write_text(_MORE)


class Page(click.Command):
    """The help of one verb."""

    verb: Verb

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the page."""
        verb = self.verb
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        _paragraph(formatter, f"{verb.summary} {verb.about}".strip())
        if any("REF" in word for word in (verb.argument, *(option.metavar for option in verb.options))):
            formatter.write_paragraph()
            _paragraph(formatter, f"REF is {_REF[:1].lower()}{_REF[1:].partition(': ')[0]}.")
        _examples(formatter, verb.examples)
        self.format_options(ctx, formatter)
        if verb.exits:
            with formatter.section("Exit codes"):
                formatter.write_text(verb.exits + ".")
        near = [("terminal", ", ".join(f"session {name}" for name in verb.see))]
        typed = [("Claude Code", f"/session-{verb.name} does the same")] if verb.name in verbs.TYPED else []
        _table(formatter, "See also", [*near, *typed])


def no_verb(word: str) -> WrongCall:
    """Return the refusal of a word that is no verb, with the one that may be meant."""
    from .verbs import unknown  # noqa: PLC0415 - only a slip needs it

    near = unknown.meant(word, *FURTHER)
    advice = f"did you mean `{near}`? `session --help` has them all" if near else "`session --help` has them all"
    return WrongCall(f"No verb `{word}`; {advice}.")


def _slashed(name: str) -> str:
    """Return a verb as it stands in the list, all in columns of one width."""
    return (f"{name} /" if name in verbs.TYPED else name).ljust(12)


def _paragraph(formatter: click.HelpFormatter, text: str) -> None:
    with formatter.indentation():
        formatter.write_text(text)


def _examples(formatter: click.HelpFormatter, lines: Iterable[str]) -> None:
    with formatter.section("Examples"):
        formatter.write("".join(f"  {line}\n" for line in lines))  # not wrapped, to be copied


def _table(formatter: click.HelpFormatter, title: str, rows: Sequence[tuple[str, str]]) -> None:
    with formatter.section(title):
        formatter.write_dl(rows)
