r"""A `/session-…` line as typed in the client -> a verb and its words; nothing passes through a shell.

The client hands the line over raw, and a text arrives exactly as typed. A word `--name` that is an option of
the verb begins a value, which goes on to the next such word or the end. A value that stands in quotes as a
whole loses them (`\"` inside double quotes is a quote); any other keeps every character. Words in code spans
and fenced blocks are never options. Of a verb that takes two free texts, the first is one word.
"""

from __future__ import annotations

from ..errors import WrongCall
from . import NAMES, TYPED, load
from .verb import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .verb import Verb

LONGEST = 100_000
_MOST_OPTIONS = 200
_PREFIXES = ("/session-journal:session-", "/session-")


def split_command(prompt: str) -> tuple[str, str] | None:
    """Return the verb's name and what follows it, for a prompt that is one of our commands; else None."""
    line = prompt.lstrip()
    for prefix in _PREFIXES:
        if line.startswith(prefix):
            rest = line[len(prefix) :]
            length = next((i for i, c in enumerate(rest) if c.isspace()), len(rest))
            return (rest[:length], rest[length:].strip()) if rest[:length] in NAMES else None
    return None


def meant(word: str) -> str:
    """Return the verb that a typed word may mean which is none, "" where none comes near."""
    from . import unknown  # noqa: PLC0415 - only a slip needs it

    return unknown.meant(word)


def parse(verb: Verb, text: str) -> Words:
    """Return the words of a verb; raises WrongCall for an option that it does not have."""
    if len(text) > LONGEST:
        raise WrongCall(
            f"That line has {len(text):,} characters and {LONGEST:,} are the most; nothing was done. "
            "Record it in parts, or put it into a file and name that."
        )
    switches = {option.name for option in verb.options if not option.metavar}
    places = _options(verb, text)
    starts = [start for start, _, _ in places]
    argument = text[: starts[0]] if starts else text
    options: dict[str, list[str]] = {}
    for (_, end, name), until in zip(places, [*starts[1:], len(text)], strict=False):  # there may be no option
        value = text[end:until]
        if name in switches and value.strip():
            argument = f"{argument} {value}"
        options.setdefault(name, []).append("" if name in switches else unquoted(value))
    argument, rest = _two(argument) if verb.rest else (unquoted(argument), "")
    if argument.startswith("--"):
        _refuse(verb, argument.split()[0])
    if argument and not verb.argument:
        raise WrongCall(
            f"/session-{verb.name} takes no text of its own: {argument!r}. Its options: {_known(verb)}."
        )
    return Words(argument, options, rest)


def _two(text: str) -> tuple[str, str]:
    """Part the free text of a verb that takes two: its first word, and all that follows."""
    word = (text.split(maxsplit=1) or [""])[0]
    return unquoted(word), unquoted(text.strip()[len(word) :])


def _refuse(verb: Verb, word: str) -> None:
    from .unknown import near  # noqa: PLC0415 - only a slip needs it

    meant = near(word, [f"--{option.name}" for option in verb.options])
    raise WrongCall(f"/session-{verb.name} has no option {word}.{meant or f' Its options: {_known(verb)}.'}")


def _known(verb: Verb) -> str:
    return ", ".join(f"--{option.name}" for option in verb.options)


def _options(verb: Verb, text: str) -> list[tuple[int, int, str]]:
    """Return where each option word starts and ends (the `=` behind it included), with its name."""
    names = {f"--{option.name}": option.name for option in verb.options}
    names.update({f"-{option.short}": option.name for option in verb.options if option.short})
    hidden = _code(text)
    found: list[tuple[int, int, str]] = []
    place = 0
    while place < len(text):
        word = _option_at(text, place, names) if not hidden[place] else ""
        if not word:
            place += 1
            continue
        end = place + len(word)
        end += text[end : end + 1] == "="
        found.append((place, end, names[word]))
        if len(found) > _MOST_OPTIONS:
            raise WrongCall(
                f"/session-{verb.name} takes {_MOST_OPTIONS} options in one line at the most; nothing was done."
            )
        place = _behind_quotes(text, end, names)
    return found


def _option_at(text: str, place: int, names: Mapping[str, str]) -> str:
    """Return the option word that starts at a place, at the beginning or behind white space; else ""."""
    if text[place : place + 1] != "-" or (place and not text[place - 1].isspace()):
        return ""
    end = place + 1
    while end < len(text) and (text[end].isalnum() or text[end] == "-"):
        end += 1
    behind = text[end : end + 1]
    return text[place:end] if text[place:end] in names and (behind in ("", "=") or behind.isspace()) else ""


def _behind_quotes(text: str, start: int, names: Mapping[str, str]) -> int:
    """Return where to look for the next option: behind a quoted value, which may hold any words."""
    place = _behind_space(text, start)
    quote = text[place : place + 1]
    if quote not in ('"', "'"):
        return start
    closing = text.find(quote, place + 1)
    while closing >= 0:
        rest = _behind_space(text, closing + 1)
        ends = rest == len(text) or (rest > closing + 1 and _option_at(text, rest, names) != "")
        if ends and text[closing - 1] != "\\":
            return closing + 1
        closing = text.find(quote, closing + 1)
    return start


def _behind_space(text: str, place: int) -> int:
    """Return the place of the next character that is no white space, the text's length where there is none."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _code(text: str) -> list[bool]:
    """Tell for each character whether it stands in a code span or a fenced block.

    A span goes from a run of backticks to the next run of the same length.
    """
    inside = [False] * len(text)
    runs = _runs(text)
    following: dict[int, list[int]] = {}
    for start, width in reversed(runs):
        following.setdefault(width, []).append(start)
    place = 0
    for start, width in runs:
        following[width].pop()
        if start >= place and following[width]:
            place = following[width][-1] + width
            inside[start:place] = [True] * (place - start)
    return inside


def _runs(text: str) -> list[tuple[int, int]]:
    """Return where each run of backticks starts and how long it is."""
    found: list[tuple[int, int]] = []
    place = text.find("`")
    while place >= 0:
        end = place
        while text[end : end + 1] == "`":
            end += 1
        found.append((place, end - place))
        place = text.find("`", end)
    return found


def unquoted(value: str) -> str:
    """Take the quotes away that hold a value as a whole; keep any other value, without white space around it."""
    bare = value.strip()
    quote = bare[:1]
    if len(bare) < 2 or quote not in ('"', "'") or bare[-1] != quote or not _is_one_pair(bare, quote):
        return bare
    inner = bare[1:-1]
    return inner.replace('\\"', '"') if quote == '"' else inner


def _is_one_pair(bare: str, quote: str) -> bool:
    """Tell whether first and last quote belong together: `"a "b" c"` yes, `"a" and "b"` no."""
    for place in range(1, len(bare) - 1):
        if bare[place] == quote and bare[place - 1] != "\\":
            return bare[place - 1].isspace() or place == 1
    return True


def as_typed(text: str) -> str:
    """Return a text that names commands of a terminal with those that the client has as they are typed there."""
    for name in TYPED:
        for end in ("`", " "):
            text = text.replace(f"`session {name}{end}", f"`/session-{name}{end}")
    return text


def verb_and_words(prompt: str) -> tuple[Verb, Words] | None:
    """Return the verb and the words of a typed line, or None when the prompt is no command of ours."""
    found = split_command(prompt)
    if found is None:
        return None
    verb = load(found[0])
    return verb, parse(verb, found[1])
