"""Small immutable values, without the price of `dataclasses`.

Importing `dataclasses` costs more than twice a bare interpreter's start, and hooks run at every prompt
(docs/decisions.md, "Values"). A subclass of `Value` declares its fields as annotations, with defaults where
it has them; type checkers treat it as a frozen, keyword-only dataclass.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_):
        """Stand in at run time for the decorator that only type checkers read."""
        return lambda cls: cls


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Value:
    """A frozen record: `Point(x=1, y=2)`, compared by its fields, changed with `replace`.

    Raises TypeError for a missing or unknown field, AttributeError on assignment.
    """

    _fields: tuple[str, ...] = ()
    _names: frozenset[str] = frozenset()

    def __init_subclass__(cls) -> None:
        """Collect the subclass's annotated fields after its parents'."""
        # inspect.get_annotations would import all of inspect
        declared = cls.__dict__.get("__annotations__", {})  # noqa: RUF063
        own = tuple(name for name in declared if not name.startswith("_"))
        cls._fields = tuple(name for name in cls._fields if name not in own) + own
        cls._names = frozenset(cls._fields)

    def __init__(self, **given: Any) -> None:
        values = self.__dict__
        if given.keys() == self._names:  # most are given whole
            values.update(given)
            return
        for name in self._fields:
            if name in given:
                values[name] = given.pop(name)
            elif hasattr(type(self), name):
                values[name] = getattr(type(self), name)
            else:
                raise TypeError(f"{type(self).__name__} needs {name}")
        if given:
            raise TypeError(f"{type(self).__name__} has no {', '.join(given)}")

    def __setattr__(self, name: str, _value: object) -> None:
        """Refuse: a value does not change."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be assigned; use replace()")

    def __eq__(self, other: object) -> bool:
        """Tell whether both are of one type and all their fields are equal."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        """Hash by the fields, so that equal values are equal keys."""
        return hash(tuple(self.__dict__[name] for name in self._fields))

    def __repr__(self) -> str:
        """Show the fields as they would be given."""
        return f"{type(self).__name__}({', '.join(f'{n}={self.__dict__[n]!r}' for n in self._fields)})"

    def replace(self, **changes: Any) -> Self:
        """Return a copy with some fields changed."""
        return type(self)(**{**self.__dict__, **changes})
