"""Values: immutable, compared by their fields, made by name."""

from __future__ import annotations

from typing import Any

import pytest

from session_journal.value import Value


class Point(Value):
    """A value with a default."""

    x: int
    y: int = 2


class Named(Point):
    """A value that adds to another's fields and gives one a default."""

    x: int = 0
    name: str


def test_a_value_is_made_by_names_and_defaults() -> None:
    """Fields are given by name; those left out take their defaults, also a parent's."""
    assert (Point(x=1).x, Point(x=1).y) == (1, 2)
    named = Named(name="a", y=3)
    assert (named.x, named.y, named.name) == (0, 3, "a")


@pytest.mark.parametrize("given", [{}, {"x": 1, "z": 2}, {"y": 1}])
def test_missing_and_unknown_fields_are_refused(given: dict[str, Any]) -> None:
    """A value with a field too few or too many is a programming error and says so."""
    with pytest.raises(TypeError, match="Point"):
        Point(**given)


def test_a_value_does_not_change() -> None:
    """A field cannot be assigned; `replace` gives a changed copy and checks its names."""
    point = Point(x=1)
    with pytest.raises(AttributeError, match="replace"):
        point.x = 5  # type: ignore[misc]
    assert (point.replace(x=5), point) == (Point(x=5), Point(x=1))
    with pytest.raises(TypeError):
        point.replace(z=1)


def test_equal_values_are_equal_keys() -> None:
    """Values of one type with equal fields are equal and hash alike; others are not equal."""
    assert {Point(x=1): "a"}[Point(x=1, y=2)] == "a"
    assert Point(x=1) != Named(x=1, name="a")
    assert Point(x=1) != (1, 2)
    assert repr(Point(x=1)) == "Point(x=1, y=2)"
