"""Several processes record in one session at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from workshop import Workshop


def test_no_id_is_given_twice(workshop: Workshop) -> None:
    """Milestones and items that come at once get IDs of their own, and none is lost."""
    texts = [f"Number {number}" for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda text: workshop.ok("log", "--milestone", text), texts))
        list(pool.map(lambda text: workshop.ok("item", "add", text), texts))
    value = workshop.value
    assert [one.id for one in value.milestones] == ["M1", "M2", "M3", "M4", "M5", "M6"]
    assert sorted(one.text for one in value.milestones) == texts
    assert sorted(one.text for one in value.work_items) == texts
    assert len({one.id for one in value.work_items}) == 6


def test_no_number_is_given_twice(empty: Workshop) -> None:
    """Of those who ask for one number at once, one gets it; the others are refused and change nothing."""
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda name: empty.session("init", name, "--number", "5"), "abcd"))
    assert sorted(outcome.code for outcome in made) == [0, 1, 1, 1]
    assert len(list((empty.sessions / "active").glob("*.md"))) == 1
    assert len(empty.entries("started")) == 1
