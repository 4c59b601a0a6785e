"""One text, and everything that masks: shapes, names, what is told, and the person's own rules."""

from __future__ import annotations

from .named import by_name
from .pattern import compiled
from .shapes import by_shape
from .told import in_passing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .own import Rule

_HELD = "\ue000%d\ue001"
"""What stands for a text that is no secret while the others are looked for; private characters of Unicode."""

_IMAGE = r"(?<=;base64,)[A-Za-z0-9+/=]{64,}"


def masked(text: str, known: set[str], own: Sequence[Rule] = (), excepted: Sequence[Rule] = ()) -> str:
    """Return the text with each secret replaced by what it was.

    `known` holds the secrets met so far: they are masked wherever they stand, and new ones are added to it.
    """
    held: list[str] = []
    if ";base64," in text:  # in a long enough image every shape stands somewhere
        text = compiled(_IMAGE).sub(lambda found: _hold(found.group(), held), text)
    for rule in excepted:
        text = compiled(rule.pattern).sub(lambda found: _hold(found.group(), held), text)
    values: list[str] = []  # a secret found by its name is masked wherever else it stands
    for rule in own:
        text = rule.masked(text)
    text = in_passing(by_name(by_shape(text), values), values)
    found = {value for value in values if len(value) >= 6 and not value.isalpha()}
    for value in sorted(found | known, key=len, reverse=True):
        text = text.replace(value, "[redacted: secret]")
    known |= found
    for place, original in enumerate(held):
        text = text.replace(_HELD % place, original)
    return text


def _hold(text: str, held: list[str]) -> str:
    held.append(text)
    return _HELD % (len(held) - 1)
