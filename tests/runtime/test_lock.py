"""The locked requirements: complete, named by their content, with the hash of every file."""

from __future__ import annotations

import hashlib
import re

import pytest

from .machine import CHECKOUT

LOCKS = ("runtime", "dev")


@pytest.mark.parametrize("name", LOCKS)
def test_the_first_line_names_the_content(name: str) -> None:
    """The lock's name is the hash of what follows: changed libraries mean another runtime."""
    first, _, rest = (CHECKOUT / f"requirements/{name}.txt").read_text().partition("\n")
    assert first == f"# lock: {hashlib.sha256(rest.encode()).hexdigest()[:12]}"


@pytest.mark.parametrize("name", LOCKS)
def test_every_library_is_pinned_and_hashed(name: str) -> None:
    """Nothing is installed that is not one version with known hashes."""
    text = (CHECKOUT / f"requirements/{name}.txt").read_text().replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert entries
    assert [
        entry for entry in entries if not re.search(r"^[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry)
    ] == []


@pytest.mark.parametrize("name", LOCKS)
def test_everything_asked_for_is_locked(name: str) -> None:
    """Each library in the .in file has its line in the lock."""
    wanted = re.findall(r"^([\w.-]+)>=", (CHECKOUT / f"requirements/{name}.in").read_text(), re.MULTILINE)
    locked = re.findall(r"^([\w.-]+)==", (CHECKOUT / f"requirements/{name}.txt").read_text(), re.MULTILINE)
    assert {library.lower() for library in wanted} <= set(locked)


def test_the_checks_use_the_libraries_that_run() -> None:
    """What the tests see is what people get: both locks agree on what they share."""
    runtime, dev = (
        set(re.findall(r"^[\w.-]+==\S+", (CHECKOUT / f"requirements/{name}.txt").read_text(), re.MULTILINE))
        for name in LOCKS
    )
    assert runtime <= dev


def test_a_build_checks_every_library_that_was_asked_for() -> None:
    """build.py imports what requirements/runtime.in asks for before a runtime counts as made."""
    wanted = re.findall(r"^([\w.-]+)>=", (CHECKOUT / "requirements/runtime.in").read_text(), re.MULTILINE)
    loads = re.search(r"^LOADS = (.*)$", (CHECKOUT / "runtime/build.py").read_text(), re.MULTILINE)
    assert loads
    modules = {"PyYAML": "yaml", "markdown-it-py": "markdown_it"}
    assert [name for name in wanted if modules.get(name, name) not in loads[1]] == []
