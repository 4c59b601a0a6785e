"""Every test has a project and a home of its own; one that forgets its own fails loudly."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from workshop import STEPS, Workshop

# the same examples in every run: a gate must not fail by chance; `--hypothesis-profile=default` looks further
settings.register_profile(
    "modest",
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("modest")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what `make torture` asks for."""
    parser.addoption("--long", action="store_true", help="as many rounds as the guarantees speak of: minutes")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the figures that tests recorded, under the name of each, where the run is a long one."""
    if not config.getoption("--long"):
        return
    terminalreporter.section("figures")
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        figures = [(key, value) for key, value in report.user_properties if key.startswith("figure: ")]
        if figures:
            terminalreporter.write_line(f"{report.nodeid}  {report.outcome}")
        for key, value in figures:
            terminalreporter.write_line(f"    {key.removeprefix('figure: ')}: {value}")


@pytest.fixture(autouse=True)
def no_real_environment(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Take away whatever could lead out of the test's own folder: the home, the client's and git's variables."""
    if {"e2e", "runtime"} & set(request.path.parts):  # these make whole environments of their own
        return
    for name in os.environ:
        if name.startswith(("CLAUDE_", "SESSION_JOURNAL_", "GIT_", "XDG_")) or name == "CURRENT_SESSION":
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", "/nonexistent/home-of-no-test")
    monkeypatch.chdir(tmp_path_factory.getbasetemp())


@pytest.fixture
def empty(tmp_path: Path) -> Workshop:
    """Return a project without sessions and without git."""
    return Workshop(tmp_path)


@pytest.fixture
def repository(empty: Workshop) -> Workshop:
    """Return a git repository with one commit on `main` and no sessions."""
    empty.git("init", "-q", "-b", "main")
    (empty.root / ".gitignore").write_text(".sessions/\n")
    empty.git("add", ".gitignore")
    empty.git("commit", "-q", "-m", "Begin")
    return empty


@pytest.fixture
def workshop(empty: Workshop) -> Workshop:
    """Return a project (without git) with one active session of three steps, the first one current."""
    empty.run("init", "fix-sweep-bug", goal="Fix the race in the sweeper", steps=STEPS)
    return empty


@pytest.fixture
def worktree(repository: Workshop) -> Workshop:
    """Return a git repository with one active session of three steps."""
    repository.run("init", "fix-sweep-bug", goal="Fix the race in the sweeper", steps=STEPS)
    return repository
