"""The project's settings, `.sessions/config.yaml`: a few keys, checked; docs/configuration.md lists them."""

from __future__ import annotations

from . import brief, files, frontmatter, identity
from .errors import Malformed, Problem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .redact.own import Rule
    from .store import Store

NAME = "config.yaml"
MOST_CHARACTERS = 9_000
CATEGORIES = ("implementation", "testing", "planning", "bugfix", "refactor", "documentation")
ITEM_TYPES = ("task", "impl", "test", "bug", "docs", "research", "review")
_SWITCH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class Config(Value):
    """The settings.

    `auto_start` starts a session at a compaction where none is active; `capture` reads the client's transcript;
    `brief_characters` bounds what is injected. `categories` and `item_types` are the project's own beside those
    that are always there; `redact` masks what is secret here (redact.own), and `redact_except` belongs elsewhere.
    """

    auto_start: bool = True
    capture: bool = True
    brief_characters: int = brief.BUDGET
    categories: tuple[str, ...] = ()
    item_types: tuple[str, ...] = ()
    redact: tuple[Rule, ...] = ()

    @property
    def all_categories(self) -> tuple[str, ...]:
        """The categories that `log` takes: those that are always there, then the project's own."""
        return tuple(dict.fromkeys((*CATEGORIES, *self.categories)))

    @property
    def all_item_types(self) -> tuple[str, ...]:
        """The types that work items may have; the first one is taken where none is given."""
        return tuple(dict.fromkeys((*ITEM_TYPES, *self.item_types)))


def load(store: Store) -> Config:
    """Return the settings, the defaults where there is no file; raises Malformed with the line of a wrong one."""
    path = store.path(NAME)
    try:
        text = files.read_text(path, limit=100_000)
    except FileNotFoundError:
        return Config()
    shown = store.relative(path)
    lines = text.split("\n")
    try:
        given = frontmatter.read(lines, shown, first=0)
    except Malformed as problem:
        what = problem.what.replace("the front matter", "the file")
        raise Malformed(problem.path, problem.line, what) from problem
    checked: dict[str, Any] = {
        key: _checked(key, value, shown, _line(lines, key))
        for key, value in given.items()
        if not key.startswith("redact")
    }
    for key in ("redact", "redact_except"):
        if key in given:
            checked[key] = _patterns(key, given[key], shown, lines)
    return Config(**checked)


def _patterns(key: str, value: object, path: str, lines: list[str]) -> tuple[Rule, ...]:
    """Return patterns of the person's own; what is no secret a file of the project must not say."""
    if key == "redact_except":
        what = "redact_except stands in your own config.yaml in the data folder, not in the project's"
        raise Malformed(path, _line(lines, key), what)
    from .redact import own  # noqa: PLC0415 - few have patterns of their own

    return own.rules(value, path, lines)


def or_default(store: Store) -> Config:
    """Return the settings; the defaults where they are wrong, which SessionStart says."""
    try:
        return load(store)
    except Problem:
        return Config()


def _line(lines: list[str], key: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if line.startswith(key)), 1)


def _checked(key: str, value: object, path: str, line: int) -> bool | int | tuple[str, ...]:
    """Return a setting's value; raises Malformed for an unknown key or a value of the wrong kind."""
    if key not in Config._fields:
        raise Malformed(path, line, f"there is no setting {key!r}; the settings are {', '.join(Config._fields)}")
    if key in ("categories", "item_types"):
        return _words(key, value, path, line)
    text = value.strip().casefold() if isinstance(value, str) else ""
    if key == "brief_characters":
        if 500 <= identity.count(text) <= MOST_CHARACTERS:
            return int(text)
        raise Malformed(path, line, f"{key} must be a number from 500 to {MOST_CHARACTERS}")
    if text not in _SWITCH:
        raise Malformed(path, line, f"{key} must be true or false")
    return _SWITCH[text]


def _words(key: str, value: object, path: str, line: int) -> tuple[str, ...]:
    """Return a list of single words, in lower case; an item type begins IDs, so it is plain letters and digits."""
    words = [value] if isinstance(value, str) and value else value or []
    found = [word.strip().casefold() for word in words] if isinstance(words, list) else [""]
    for word in found:
        plain = word.replace("-", "").replace("_", "") if key == "categories" else word if word.isascii() else ""
        if not plain.isalnum() or len(word) > 30:
            kind = "letters, digits and hyphens" if key == "categories" else "ASCII letters and digits"
            raise Malformed(path, line, f"{key} must be a list of single words of {kind}")
    return tuple(found)
