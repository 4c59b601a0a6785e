"""JSON without importing `json`, which brings in `re` and costs more than a bare interpreter's start.

It uses the C scanner and the C string encoder that the standard library's `json` is itself built on
(CPython's `_json`, the same calls from 3.10 to 3.13); an interpreter without them gets `json`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

try:
    from _json import encode_basestring_ascii, make_scanner
except ImportError:  # another implementation than CPython
    import json

    encode_basestring_ascii = json.dumps

    def loads(text: str) -> Any:
        """Read one JSON value; raises ValueError for anything else."""
        return json.loads(text)

else:

    def _constant(name: str) -> Any:
        raise ValueError(f"{name} is not JSON")

    class _Settings:
        """What the C scanner reads its options from."""

        strict = False
        object_hook = None
        object_pairs_hook = None
        parse_float = float
        parse_int = int
        parse_constant = staticmethod(_constant)

    _scan: Any = make_scanner(_Settings)  # type: ignore[arg-type]  # it reads attributes of any object

    def loads(text: str) -> Any:
        """Read one JSON value; raises ValueError for anything else."""
        start = len(text) - len(text.lstrip(" \t\r\n"))
        try:
            value, end = _scan(text, start)
        except (StopIteration, RecursionError, SystemError) as error:
            # up to 3.11 the scanner finds no words for an error where json.decoder was not imported: SystemError
            raise ValueError("not JSON") from error
        if text[end:].strip(" \t\r\n"):
            raise ValueError("more than one JSON value")
        return value


def dumps(value: Any) -> str:
    """Write None, booleans, integers, floats, strings, lists and dicts with string keys as ASCII JSON."""
    if isinstance(value, str):
        return str(encode_basestring_ascii(value))
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict):
        pairs = (f"{encode_basestring_ascii(str(key))}: {dumps(item)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(dumps(item) for item in value) + "]"
    return repr(value)
