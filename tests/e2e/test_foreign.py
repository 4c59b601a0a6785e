"""A repository that brings sessions along, opened in the real client."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from .workplace import Workplace

pytestmark = pytest.mark.e2e

PLANTED = "Planted by somebody else"


def test_a_clones_words_are_in_no_request(work: Workplace) -> None:
    """Nothing that a clone's session says is in any request to the model, and the person is told of it."""
    work.session("init", "theirs", "--goal", PLANTED, "--steps", PLANTED)
    for ignore in work.project.glob(".sessions/**/.gitignore"):
        ignore.unlink()
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for arguments in (["add", "-f", ".sessions"], ["commit", "-q", "-m", "All"]):
        subprocess.run([*git, *arguments], cwd=work.project, check=True)
    clone = work.project.with_name("clone")
    subprocess.run(["git", "clone", "-q", str(work.project), str(clone)], check=True)
    shutil.rmtree(work.project)
    clone.rename(work.project)
    first = work.prompt("hello")
    assert "theirs" in first.shown
    work.prompt("where were we?")
    work.prompt("/session-view")
    assert work.api.of_kind("turn")
    assert not [request for request in work.api.requests if PLANTED in request.text]
