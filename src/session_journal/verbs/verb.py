"""What a verb is: its words, and a function from a project and the words given to a reply."""

from __future__ import annotations

from ..errors import WrongCall
from ..value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from ..project import Project


class Option(Value):
    """An option of a verb: `--name TEXT`, or a switch where `metavar` is "".

    `many` allows it several times; `short` is a letter for `-x`, where other tools have made a habit of it.
    """

    name: str
    help: str
    metavar: str = "TEXT"
    many: bool = False
    short: str = ""


UNASKED = "\n\n"
"""What parts, in a reply with a question, what is said anyhow from what somebody needs who cannot be asked."""


class Reply(Value):
    """What a verb answers: the text for a reader, and the same as data for `--json` (None: it has none).

    `code` is the exit code of the command line where it says something: 1 for trouble that was found. `more`
    brings further replies as they come about; on the command line each is printed then, as JSON a line each.
    `ask` is a question for a person at a terminal: after a yes the verb is run again with `--yes`.
    """

    text: str
    data: Any = None
    code: int = 0
    ask: str = ""
    as_is: bool = False
    """Whether the text is a file to be printed as it is."""
    more: Iterable[Reply] = ()
    marks: Sequence[tuple[int, int]] = ()
    """Where the text marks a match, as `**match**`: a terminal shows it in colour instead."""

    def whole(self) -> str:
        """Return the text with that of the replies behind it; never for one that follows something."""
        return "\n".join(text for text in (self.text, *(later.text for later in self.more)) if text)


class Words:
    """The words given to a verb: its argument, the rest behind that, and its options, already told apart."""

    def __init__(
        self, argument: str = "", options: Mapping[str, Sequence[str]] | None = None, rest: str = ""
    ) -> None:
        """Take the free texts and, for each option given, its values (a switch has one, "")."""
        if "\0" in argument + rest:
            raise WrongCall("The text holds a NUL byte; leave it out.")
        self.argument, self.rest = _writable(argument.strip()), _writable(rest.strip())
        self._options = dict(options or {})

    def has(self, name: str) -> bool:
        """Tell whether an option was given."""
        return name in self._options

    @property
    def options(self) -> Mapping[str, Sequence[str]]:
        """The options given with their values as they were typed."""
        return self._options

    @property
    def empty(self) -> bool:
        """Whether no word was given at all."""
        return not self.argument and not self.rest and not self._options

    def texts(self, name: str) -> list[str]:
        """Return all values of an option, as typed but for empty lines around; refuses an empty one."""
        values = [value.strip("\r\n") for value in self._options.get(name, ())]
        for value in values:
            if not value.strip():
                raise WrongCall(f"--{name} needs a text: `--{name} TEXT`.")
            if "\0" in value:
                raise WrongCall(f"The text of --{name} holds a NUL byte; leave it out.")
        return [_writable(value) for value in values]

    def text(self, name: str) -> str:
        """Return the one value of an option, "" when it was not given."""
        values = self.texts(name)
        if len(values) > 1:
            raise WrongCall(f"--{name} can be given once.")
        return values[0] if values else ""


def _writable(text: str) -> str:
    """Bring line ends to newlines and replace what cannot be written as UTF-8 (half a surrogate pair)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text


class Verb(Value):
    """One verb of the command line, typed in the client as `/session-NAME` too.

    `argument` names its free argument ("" for none), which may be `several` words with no quotes around them. With
    `rest`, it is a single word, and `rest` names the text behind it: `session item add TEXT`. `examples` are whole
    command lines; `about` says in a few sentences what `summary` leaves open, `exits` what its exit codes say
    where that is more than with the others, `see` which verbs are near it.
    """

    name: str
    summary: str
    run: Callable[[Project, Words], Reply]
    about: str = ""
    argument: str = ""
    several: bool = False
    rest: str = ""
    options: tuple[Option, ...] = ()
    examples: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    exits: str = ""


JSON = Option(name="json", help="Print the answer as JSON (docs/format.md describes it).", metavar="")
SESSION = Option(name="session", help="The session meant, where it is not the current one.", metavar="REF")
