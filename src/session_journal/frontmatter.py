"""YAML front matter: reading it, and changing single keys while every other byte stays.

Keys of the plain shapes that we write ourselves (`key: value`, quoted strings, lists of them) are read here;
anything else in the block hands the whole block to PyYAML, whose import costs twice a hook's start. Both give
the same: strings, lists and dicts of strings, with no conversion to numbers or dates (a test holds them equal).
"""

from __future__ import annotations

from .errors import Malformed
from .plain_json import dumps, loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

FENCE = "---"
_DEEPEST = 30
_MOST_YAML = 64_000
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`~=<"
_NO_LIST, _ANY = -2, -1
"""Where a list may go on, instead of a number of spaces: nowhere, and anywhere since it has no item yet."""


class _NotPlain(Exception):
    """The block holds YAML beyond the plain shapes."""


def end_of(lines: Sequence[str]) -> int:
    """Return the index of the line that closes the front matter; 0 when there is no front matter.

    Raises ValueError when it is opened and never closed.
    """
    if not lines or lines[0].lstrip("\ufeff").rstrip() != FENCE:
        return 0
    for index in range(1, len(lines)):
        if lines[index].rstrip() == FENCE:
            return index
    raise ValueError("the front matter is not closed: a line `---` is missing after it")


def read(lines: Sequence[str], path: str, first: int = 1) -> dict[str, Any]:
    """Read the lines between the fences; `first` is how many lines stand before them in the file.

    Raises Malformed for broken YAML, a doubled key, aliases, or anything but a mapping.
    """
    try:
        return _read_plain([line.rstrip(" \r") for line in lines])
    except _NotPlain:
        return _read_yaml("\n".join(line.rstrip("\r") for line in lines), path, first)


def _read_plain(lines: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    key, depth = "", _NO_LIST
    for line in lines:
        text = line.lstrip(" ")
        if not text or text[0] == "#":
            continue
        if text.startswith("- ") and depth in (_ANY, len(line) - len(text)):
            found[key] = found[key] or []
            found[key].append(_scalar(text[2:].lstrip(" ")))
            depth = len(line) - len(text)
            continue
        name, colon, rest = line.partition(":")
        if not colon or not _is_plain_key(name) or name in found or (rest and rest[0] != " "):
            raise _NotPlain
        key, value = name, rest.strip(" ")
        depth = _NO_LIST if value and value[0] != "#" else _ANY
        found[key] = "" if depth == _ANY else [] if value == "[]" else _scalar(value)
    return found


def _is_plain_key(name: str) -> bool:
    return name.isascii() and name.replace("_", "").replace("-", "").isalnum() and name[0].isalpha()


def _scalar(text: str) -> str:
    """Read a plain or quoted scalar that stands alone on its line; raises _NotPlain for any other."""
    if not text.isprintable():
        raise _NotPlain
    if text[:1] == '"':
        if "\\ud" in text.casefold():  # a pair of surrogates is one character in JSON, two in YAML
            raise _NotPlain
        try:
            value = loads(text)
        except ValueError:
            raise _NotPlain from None
        return str(value)
    if not text or text[0] in _INDICATORS or ": " in text or " #" in text or text[-1] == ":":
        raise _NotPlain
    return text


def _read_yaml(text: str, path: str, first: int) -> dict[str, Any]:
    if len(text) > _MOST_YAML:
        what = f"the front matter is YAML of more than {_MOST_YAML // 1000} kB, which takes too long to read"
        raise Malformed(path, first + 1, what)
    import yaml  # noqa: PLC0415 - only for what the plain reader leaves

    # BaseLoader builds nothing but str, list and dict, whatever tags the text holds
    loader = None
    try:
        loader = yaml.BaseLoader(text)
        _refuse_bombs(text, path, first)
        node = loader.get_single_node()
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            raise Malformed(path, first + 1, "the front matter is not `key: value` lines")
        _refuse_doubles(node, path, first)
        value: dict[str, Any] = loader.construct_document(node)
    except yaml.YAMLError as error:
        began = "flow" in str(getattr(error, "context", "")) or "quoted" in str(getattr(error, "context", ""))
        mark = getattr(error, "context_mark" if began else "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
        line = first + 1 + (mark.line if mark else 0)
        raise Malformed(path, line, f"the front matter is not valid YAML ({problem})") from error
    except (RecursionError, ValueError) as error:
        raise Malformed(path, first + 1, "the front matter is not valid YAML") from error
    finally:
        if loader is not None:
            loader.dispose()
    return value


def _refuse_bombs(text: str, path: str, first: int) -> None:
    """Refuse aliases, a few lines of which can stand for gigabytes, and nesting that takes minutes to read."""
    import yaml  # noqa: PLC0415

    opening = (
        yaml.FlowSequenceStartToken,
        yaml.FlowMappingStartToken,
        yaml.BlockSequenceStartToken,
        yaml.BlockMappingStartToken,
    )
    closing = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken, yaml.BlockEndToken)
    depth = 0
    for token in yaml.scan(text, Loader=yaml.BaseLoader):
        depth += isinstance(token, opening) - isinstance(token, closing)
        line = first + 1 + token.start_mark.line
        if isinstance(token, yaml.AliasToken):
            raise Malformed(path, line, "the front matter uses a YAML alias, which is not supported")
        if depth > _DEEPEST:
            raise Malformed(path, line, f"the front matter is nested more than {_DEEPEST} levels deep")


def _refuse_doubles(node: Any, path: str, first: int) -> None:
    seen: set[str] = set()
    for key, _ in node.value:
        name = str(key.value)
        if name in seen:
            line = first + 1 + key.start_mark.line
            raise Malformed(path, line, f"the front matter has the key {name!r} twice")
        seen.add(name)


def spell(value: str) -> str:
    """Spell a string as a YAML scalar on one line: plain where that means the same, else double-quoted."""
    try:
        if _scalar(value) == value and value.strip(" ") == value and value.isascii() and _stays_text(value):
            return value
    except _NotPlain:
        pass
    return _readable(value)


def _stays_text(value: str) -> bool:
    """Tell whether other YAML readers take a plain value for what it is: `00001` and `12e3` they do not."""
    if value.casefold() in ("true", "false", "yes", "no", "on", "off", "null", "y", "n", "inf", "nan"):
        return False
    mantissa, exponent, digits = value.casefold().partition("e")
    if exponent and mantissa.isdecimal() and digits.isdecimal():
        return False
    clock = ":" in value and value.replace(":", "").isdecimal()
    return not clock and not (len(value) > 1 and value[0] == "0" and value.replace("_", "").isalnum())


def _readable(value: str) -> str:
    """Quote as JSON, letting printable characters of any language stand as they are."""
    if value.isascii() and value.isprintable():
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else _escaped(c) for c in value) + '"'


def _escaped(character: str) -> str:
    r"""Escape for a double-quoted scalar; above `\uffff` YAML has an escape of its own and JSON a pair."""
    return dumps(character)[1:-1] if character <= "\uffff" else "\\U%08x" % ord(character)


def render(values: Mapping[str, str | Sequence[str]]) -> list[str]:
    """Write a whole block, fences included, one `key: value` or list a key, in the order given."""
    lines = [FENCE]
    for key, value in values.items():
        lines += _key_lines(key, value)
    return [*lines, FENCE]


def _key_lines(key: str, value: str | Sequence[str]) -> list[str]:
    if isinstance(value, str):
        return [f"{key}: {spell(value)}"]
    return [f"{key}:", *(f"  - {spell(item)}" for item in value)] if value else [f"{key}: []"]


def patch(
    lines: Sequence[str], key: str, value: str | Sequence[str], order: Sequence[str], newline: str = ""
) -> list[str]:
    r"""Return the lines between the fences with one key set; the others stay as they are, to the byte.

    A comment behind the old value stays. A key that is not there yet goes behind its nearest predecessor in
    `order`. `newline` is what each new line ends with before its `\n` ("\r" in a CRLF file).
    """
    fresh = [line + newline for line in _key_lines(key, value)]
    start = _line_of(lines, key)
    if start is None:
        place = _place_for(lines, key, order)
        return [*lines[:place], *fresh, *lines[place:]]
    end = _end_of_value(lines, start)
    comment = _comment_in(lines[start].partition(":")[2].rstrip())
    if comment:
        fresh[0] = f"{fresh[0].rstrip()}{comment}{newline}"
    return [*lines[:start], *fresh, *lines[end:]]


def drop(lines: Sequence[str], key: str) -> list[str]:
    """Return the lines between the fences without a key and its value."""
    start = _line_of(lines, key)
    return list(lines) if start is None else [*lines[:start], *lines[_end_of_value(lines, start) :]]


def _line_of(lines: Sequence[str], key: str) -> int | None:
    for index, line in enumerate(lines):
        name, colon, _ = line.partition(":")
        if colon and name.rstrip(" ") in (key, f'"{key}"', f"'{key}'"):
            return index
    return None


def _end_of_value(lines: Sequence[str], start: int) -> int:
    """Return the index behind the last line that belongs to the key at `start`."""
    end = start + 1
    for index in range(start + 1, len(lines)):
        line = lines[index].rstrip()
        if line.startswith((" ", "- ", "\t")) and not line.lstrip().startswith("#"):
            end = index + 1
        elif line and not line.startswith((" ", "#")):
            break
    return end


def _place_for(lines: Sequence[str], key: str, order: Sequence[str]) -> int:
    before = order[: order.index(key)] if key in order else order
    for earlier in reversed(before):
        start = _line_of(lines, earlier)
        if start is not None:
            return _end_of_value(lines, start)
    return len(lines)


def _comment_in(value: str) -> str:
    """Return the ` # comment` behind a value on its first line, with the space before it; "" if none."""
    text = value.lstrip()
    if text[:1] in ("'", '"'):
        closing = text.rfind(text[0])
        text = text[closing + 1 :]
    place = text.find(" #")
    if text.startswith("#"):
        return " " + text
    return text[place:] if place >= 0 else ""
