"""The audit of the locks: what it finds, what it could not ask, and what that does to its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from workshop import ROOT

HASH = "--hash=sha256:" + "0" * 64
GOOD = f"# lock: 0123456789ab\nclick==8.5.1 \\\n    {HASH}\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a folder with the script, one good lock, and a stand-in for what asks the advisories."""
    for folder in ("scripts", "requirements", "site/pip_audit"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "scripts/audit.py").write_bytes((ROOT / "scripts/audit.py").read_bytes())
    (tmp_path / "requirements/runtime.txt").write_text(GOOD)
    return tmp_path


def audit(checkout: Path, answer: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the audit with what the advisories answer."""
    (checkout / "site/pip_audit/__init__.py").touch()
    (checkout / "site/pip_audit/__main__.py").write_text(f"print({answer!r})")
    command = [sys.executable, str(checkout / "scripts/audit.py"), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(checkout / "site")}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def answer(**library: object) -> str:
    """Return what pip-audit prints about one library."""
    return json.dumps({"dependencies": [{"name": "click", "version": "8.5.1", **library}]})


def test_a_known_hole_fails_and_is_named(checkout: Path) -> None:
    """A library with an advisory is named with it and the version that mends it."""
    done = audit(checkout, answer(vulns=[{"id": "PYSEC-2026-1", "fix_versions": ["8.5.2"]}]))
    assert done.returncode == 1
    assert "click 8.5.1: PYSEC-2026-1, mended in 8.5.2" in done.stdout


def test_no_known_hole_passes(checkout: Path) -> None:
    """A lock without advisories passes."""
    done = audit(checkout, answer(vulns=[]))
    assert (done.returncode, done.stdout) == (0, "runtime.txt: no known holes\n")


@pytest.mark.parametrize("given", ["", "no JSON", answer(skip_reason="not found")])
def test_what_could_not_be_asked_is_said(checkout: Path, given: str) -> None:
    """Advisories out of reach are said to be, and fail where they must be asked."""
    done = audit(checkout, given)
    assert (done.returncode, "could not be reached" in done.stdout) == (0, True)
    assert audit(checkout, given, "--must-ask").returncode == 1


@pytest.mark.parametrize("line", ["rich==15.0.0\n", f"rich>=15 {HASH}\n", "--index-url https://example.org/\n"])
def test_a_lock_that_does_not_hold_fails(checkout: Path, line: str) -> None:
    """A requirement without version or hash, or a line that names an index, is no lock."""
    (checkout / "requirements/dev.txt").write_text(GOOD + line)
    done = audit(checkout, answer(vulns=[]))
    assert done.returncode == 1
    assert "dev.txt: not pinned by version and hash" in done.stdout
