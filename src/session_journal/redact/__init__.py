"""Masks secrets in a text before it is written anywhere: `[redacted: github token]`.

A rule has the literals without which it cannot match, so that ordinary text costs a few searches and no
pattern is compiled for it. Commit hashes, UUIDs, checksums and paths are not secrets and stay.
"""

from __future__ import annotations

import os

from .hints import may_hold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .own import Rule

_MASK = "[redacted: "


class Mask:
    """Masks secrets in texts that belong together: one that was met is masked wherever it comes again.

    `kinds` says what was masked, in its order.
    """

    def __init__(self, own: Sequence[Rule] = (), excepted: Sequence[Rule] = ()) -> None:
        """Take the person's own rules, and those that say what is no secret."""
        self._own, self._excepted = own, excepted
        self._known: set[str] = set()
        self.kinds: list[str] = []

    def __call__(self, text: str) -> str:
        """Return the text without the secrets in it."""
        if not (self._own or self._known) and not may_hold(text):
            return text
        from .masking import masked  # noqa: PLC0415 - needs `re`, which ordinary text is spared

        after = masked(text, self._known, self._own, self._excepted)
        if after != text:
            old = _kinds(text)
            new = _kinds(after)
            for kind in old:
                if kind in new:
                    new.remove(kind)
            self.kinds += new
        return after


def redact(text: str) -> str:
    """Return a text that stands alone with each secret replaced by what it was."""
    return Mask()(text)


def _kinds(text: str) -> list[str]:
    return [part.partition("]")[0] for part in text.split(_MASK)[1:]]


def mask_of(settings: str, data: str, *, is_strange: Callable[[], bool] | None = None) -> Mask:
    """Return the mask with the rules of a project's settings file and of the person's own in the data folder.

    A rule that is refused is left out, and the others hold; config.load says what is wrong with it. What is no
    secret only the person's own file may say: a repository must not open what it brings.
    Nor does it name its masks, which an agent reads: where `is_strange` tells that the settings came along, they
    say `secret`.
    """
    own = _rules(settings, "redact")
    if own and is_strange is not None and is_strange():
        own = tuple(rule.replace(name="secret") for rule in own)
    excepted: tuple[Rule, ...] = ()
    if data:
        person = os.path.join(data, "config.yaml")
        own, excepted = (*own, *_rules(person, "redact")), _rules(person, "redact_except")
    return Mask(own, excepted)


def _rules(path: str, key: str) -> tuple[Rule, ...]:
    from .. import files  # noqa: PLC0415
    from ..errors import Problem  # noqa: PLC0415

    try:
        text = files.read_text(path, limit=100_000)
    except (Problem, OSError):
        return ()
    if f"{key}:" not in text:
        return ()
    from .settings import rules_in  # noqa: PLC0415 - few have patterns of their own

    return rules_in(text, path, key)
