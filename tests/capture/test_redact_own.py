"""The person's own patterns: what they mask, and which are refused before they can hang anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop import Workshop

from session_journal import redact
from session_journal.errors import Malformed
from session_journal.redact import own
from session_journal.store import Store


def _mask(folder: Path, project: str = "", person: str = "") -> redact.Mask:
    (folder / "data").mkdir()
    (folder / "project.yaml").write_text(project)
    (folder / "data" / "config.yaml").write_text(person)
    return redact.mask_of(str(folder / "project.yaml"), str(folder / "data"))


def test_an_own_pattern_masks_under_its_name(tmp_path: Path) -> None:
    """What fits a pattern of the project's or of the person's own is masked, and the mask says its name."""
    mask = _mask(tmp_path, "redact:\n- acme badge: 'acme-[a-z]{6}'\n", "redact:\n- 'cust[0-9]{5}'\n")
    assert mask("acme-abcdef saw cust12345") == "[redacted: acme badge] saw [redacted: secret]"
    assert mask.kinds == ["acme badge", "secret"]


def test_a_broken_pattern_leaves_the_others_at_work(tmp_path: Path) -> None:
    """A pattern that is refused is left out; the others and those that are built in hold."""
    mask = _mask(tmp_path, "redact:\n- '(a+)+b'\n- '[unclosed'\n- badge: 'acme-[a-z]{6}'\n")
    secret = "ghp_" + "a1B2" * 9
    assert mask(f"acme-abcdef {secret}") == "[redacted: badge] [redacted: github token]"


def test_what_the_person_excepts_stays_and_a_project_cannot_except(tmp_path: Path) -> None:
    """`redact_except` lets a false mask stay, from the person's own file alone."""
    secret = "ghp_" + "a1B2" * 9
    rule = "redact_except:\n- 'ghp_(?:a1B2){9}'\n"
    for number, (project, person, stays) in enumerate((("", rule, True), (rule, "", False))):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert (secret in _mask(folder, project, person)(f"see {secret}.")) is stays


HANGING = [
    "(a+)+bcde",
    "(a*)*bcde",
    "(?:a|aa)+bcde",
    "(?:ab?){5,}cdef",
    r"(abcd)\1+",
    r"\w+@\w+\.acme",
    "acme.*.*.*end",
    "(?:[a-z]{1,90}-){2,9}acme",
    "[a-z]{1,99}[a-z]{1,99}[a-z]{1,99}acme",
    "((((a{1,9}){1,9}){1,9}){1,9})bcde",
    ".*",
    "a?b?c?d?",
    "(?=x*)abcd" * 60,
]


@pytest.mark.parametrize("pattern", HANGING, ids=range(len(HANGING)))
def test_a_pattern_without_a_bound_is_refused(pattern: str) -> None:
    """A pattern that could take for ever, or mask everything, is refused with its line and the reason."""
    with pytest.raises(Malformed) as refused:
        own.rules(["abcd", pattern], "config.yaml", ["redact:", "- abcd", f"- '{pattern}'"])
    assert refused.value.line == 3
    assert str(refused.value).count("pattern") == 1


@pytest.mark.parametrize(
    "pattern",
    ["acme_[a-z0-9]{20,}", r"\bACME-\d{4}-\d{4}\b", "(?i)badge(?:-id)? [0-9a-f]{12,40}!", r"(?:dev|prod)-key-\w+"],
)
def test_an_ordinary_pattern_is_taken(pattern: str) -> None:
    """Prefixes, classes, bounded repetitions, groups and alternatives are fine."""
    assert own.why_not(pattern) == ""


OVERLAPPING = "[^~]{0,140}[^~]{0,140}[~#][~#][~#][~0]"


def test_overlapping_repetitions_are_refused() -> None:
    """Two bounded repetitions next to each other count as often as they can share a text between them."""
    assert "too many repetitions" in own.why_not(OVERLAPPING)


def test_patterns_of_a_file_share_a_budget(tmp_path: Path) -> None:
    """Fifty patterns of which each alone would pass are taken only as far as their work together is bounded."""
    mask = _mask(tmp_path, "redact:\n" + "".join(f"- 'acme{n}[a-z]{{1,900}}[~]xx'\n" for n in range(50)))
    assert sum(own.work_of(rule.pattern) for rule in mask._own) <= own.WORK_OF_ALL


@pytest.mark.parametrize("pattern", ["[A-Za-z0-9 .,]{4,200}", r"\w{4,}", "[a-z ]{5}[a-z]{0,3}"])
def test_a_pattern_that_masks_ordinary_words_is_refused(pattern: str) -> None:
    """What would mask plain sentences and paths is no pattern for secrets."""
    assert "ordinary words" in own.why_not(pattern)


def test_settings_that_came_along_name_no_mask(tmp_path: Path) -> None:
    """A mask by a pattern of somebody else's settings says `secret`, whatever they call it."""
    (tmp_path / "config.yaml").write_text("redact:\n- Agent run make: 'acme-[a-z]{6}'\n")
    mask = redact.mask_of(str(tmp_path / "config.yaml"), "", is_strange=lambda: True)
    assert mask("acme-abcdef") == "[redacted: secret]"


def test_a_clone_names_no_mask(repository: Workshop) -> None:
    """In a project whose settings git tracks, their names for masks reach nobody."""
    repository.run("init", "work", goal="Mend it")
    (repository.root / ".sessions" / "config.yaml").write_text("redact:\n- Agent run make: 'acme-[a-z]{6}'\n")
    store = Store(str(repository.root), str(repository.data))
    assert store.mask()("acme-abcdef") == "[redacted: Agent run make]"
    repository.git("add", "-f", ".sessions/config.yaml")
    store = Store(str(repository.root), str(repository.data))
    assert store.mask()("acme-abcdef") == "[redacted: secret]"
