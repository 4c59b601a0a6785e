"""The person's own patterns: read from `redact:` in the settings, and refused where they could hang a hook.

A settings file may come with a cloned repository. So a pattern is taken apart before it is used, and only such are
taken whose work is bounded: nothing repeated inside a repetition, no alternatives in one, no reference back, an
upper bound for each repetition but the last. A pattern must need four characters, or it would mask everything.
"""

from __future__ import annotations

import re
from typing import Any

from ..errors import Malformed
from ..value import Value
from .pattern import compiled

try:
    from re import _constants as sre  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # Python 3.10
    import sre_constants as sre
    import sre_parse as parser

KEYS = ("redact", "redact_except")
MOST = 50
_LONGEST, _BOUND, _WORK, _LEAST = 500, 1_000, 4_000, 4
WORK_OF_ALL = 8_000
"""For all patterns of a file together: each is tried from every place of a text."""
_PLAIN = (
    "please fix the login test, it fails since yesterday",
    "Wir nehmen die zweite Lösung, weil sie einfacher ist.",
    "Hay que revisar la base de datos antes del viernes.",
    "Il faut encore relire les changements du serveur.",
    "Нужно проверить кэш до выпуска.",
    "run make setup first, then go on with step 12",
    "src/session_journal/redact/own.py",
    "test_a_pattern_that_masks_ordinary_words",
    "2025-01-15T10:30:00Z",
    "https://example.org/docs/index.html",
    "3f2a9c1e7b4d5f60718293a4b5c6d7e8f9a0b1c2",
    "MAX_CONNECTIONS = 250",
)
"""What no pattern for secrets has any business with."""
_PLAIN_AT_MOST = 1
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, getattr(sre, "POSSESSIVE_REPEAT", None))


class Rule(Value):
    """A pattern of the person's own, and what its mask says."""

    name: str
    pattern: str

    def masked(self, text: str) -> str:
        """Return the text with all that fits masked."""
        return compiled(self.pattern).sub(f"[redacted: {self.name}]", text)


def rules(value: object, path: str, lines: list[str]) -> tuple[Rule, ...]:
    """Return the rules of a list as YAML gives it; raises Malformed with the line of one that is refused."""
    given = [value] if isinstance(value, str) and value else value or []
    if not isinstance(given, list) or len(given) > MOST:
        raise Malformed(
            path, 1, f"redact must be a list of at most {MOST} patterns, as `- acme token: 'acme_[a-z]{{20}}'`"
        )
    found = tuple(_rule(one, path, lines) for one in given)
    if sum(work_of(rule.pattern) for rule in found) > WORK_OF_ALL:
        raise Malformed(path, 1, "the patterns under redact have too many repetitions together")
    return found


def _rule(one: object, path: str, lines: list[str]) -> Rule:
    pairs = list(one.items()) if isinstance(one, dict) else [("secret", one)]
    name, pattern = pairs[0] if len(pairs) == 1 else ("", "")
    if not isinstance(pattern, str) or not isinstance(name, str) or not pattern or not _is_name(name):
        raise Malformed(
            path, _line(lines, str(name)), "a pattern is `- NAME: 'PATTERN'`, with a name of plain words"
        )
    reason = why_not(pattern)
    if reason:
        problem = Malformed(path, _line(lines, pattern), f"the pattern {pattern[:80]!r} {reason}")
        problem.goes_on = (
            "it alone is left out, the other patterns hold; of the other settings the defaults, until it is mended"
        )
        raise problem
    return Rule(name=name.strip(), pattern=pattern)


def _is_name(name: str) -> bool:
    return 0 < len(name.strip()) <= 40 and name.replace(" ", "").replace("-", "").replace("_", "").isalnum()


def _line(lines: list[str], text: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if text and text in line), 1)


def why_not(pattern: str) -> str:
    """Say why a pattern is not taken, "" where it is."""
    if len(pattern) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    try:
        compiled(pattern)
        parsed = parser.parse(pattern)
    except (re.error, RecursionError, OverflowError, ValueError) as error:
        return f"is no regular expression ({error})"
    try:
        work = _work(parsed.data, is_last=True)
    except _Refused as refused:
        return str(refused)
    if parsed.getwidth()[0] < _LEAST:
        return f"could mask nearly everything: it must need at least {_LEAST} characters"
    if work > _WORK:
        return "has too many repetitions in a row; give them smaller bounds"
    if sum(bool(compiled(pattern).search(text)) for text in _PLAIN) > _PLAIN_AT_MOST:
        return "masks ordinary words; name what the secret begins with"
    return ""


def work_of(pattern: str) -> int:
    """Return how many ways there are to try a pattern that is taken from one place of a text on."""
    return _work(parser.parse(pattern).data, is_last=True)


class _Refused(Exception):
    """A part of a pattern whose work has no bound."""


def _work(parts: Any, *, is_last: bool) -> int:
    """Return how many ways there are, at most, to try a sequence from one place on; raises _Refused."""
    ways = 1
    for place, (kind, what) in enumerate(parts):
        ways *= _ways(kind, what, is_last=is_last and place == len(parts) - 1)
        if ways > _WORK:
            break
    return ways


def _ways(kind: Any, what: Any, *, is_last: bool) -> int:
    if kind in _REPEATS:
        return _repeated(what, is_last=is_last)
    if kind is sre.BRANCH:
        return sum(_work(branch.data, is_last=is_last) for branch in what[1])
    if kind is sre.SUBPATTERN:
        return _work(what[3].data, is_last=is_last)
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return _work(what[1].data, is_last=False)
    if kind in (sre.GROUPREF, sre.GROUPREF_EXISTS):
        raise _Refused("refers back to a group, which can take for ever")
    if kind is getattr(sre, "ATOMIC_GROUP", None):
        return _work(what.data, is_last=is_last)
    return 1


def _repeated(what: Any, *, is_last: bool) -> int:
    low, high, inner = what
    if high == 1:
        return 1 + _work(inner.data, is_last=False)
    for kind, more in inner.data:
        plain = more[3].data if kind is sre.SUBPATTERN else ()
        if kind in (*_REPEATS, sre.BRANCH) or any(
            part[0] in (*_REPEATS, sre.BRANCH, sre.SUBPATTERN) for part in plain
        ):
            raise _Refused("repeats what repeats or has alternatives itself, which can take for ever")
    if _work(inner.data, is_last=False) > 1:
        raise _Refused("repeats what repeats or has alternatives itself, which can take for ever")
    if high > _BOUND and not is_last:
        raise _Refused(
            f"needs an upper bound for each repetition but its last: {{{max(int(low), 1)},200}} in place of + or *"
        )
    return 1 if is_last else int(high) - int(low) + 1
