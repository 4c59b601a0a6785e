"""The project's settings, `.sessions/config.yaml`: a few keys, checked; docs/configuration.md lists them."""

from __future__ import annotations

from . import files, frontmatter
from .errors import Malformed, Problem
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .store import Store

NAME = "config.yaml"
MOST_CHARACTERS = 9_000
_SWITCH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class Config(Value):
    """The settings.

    `auto_start` starts a session at a compaction where none is active; `capture` reads the client's transcript;
    `brief_characters` bounds what is injected.
    """

    auto_start: bool = True
    capture: bool = True
    brief_characters: int = 6_000


def load(store: Store) -> Config:
    """Return the settings, the defaults where there is no file; raises Malformed with the line of a wrong one."""
    path = store.path(NAME)
    try:
        text = files.read_text(path, limit=100_000)
    except FileNotFoundError:
        return Config()
    shown = store.relative(path)
    lines = text.split("\n")
    given = frontmatter.read(lines, shown, first=0)
    checked: dict[str, Any] = {key: _checked(key, value, shown, _line(lines, key)) for key, value in given.items()}
    return Config(**checked)


def or_default(store: Store) -> Config:
    """Return the settings; the defaults where they are wrong, which SessionStart says."""
    try:
        return load(store)
    except Problem:
        return Config()


def _line(lines: list[str], key: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if line.startswith(key)), 1)


def _checked(key: str, value: object, path: str, line: int) -> bool | int:
    """Return a setting's value; raises Malformed for an unknown key or a value of the wrong kind."""
    if key not in Config._fields:
        raise Malformed(path, line, f"there is no setting {key!r}; the settings are {', '.join(Config._fields)}")
    text = value.strip().casefold() if isinstance(value, str) else ""
    if key == "brief_characters":
        if text.isdecimal() and 500 <= int(text) <= MOST_CHARACTERS:
            return int(text)
        raise Malformed(path, line, f"{key} must be a number from 500 to {MOST_CHARACTERS}")
    if text not in _SWITCH:
        raise Malformed(path, line, f"{key} must be true or false")
    return _SWITCH[text]
