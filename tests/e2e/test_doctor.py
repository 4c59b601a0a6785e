"""The doctor beside the real client: what the client itself wrote is what the doctor reads."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from .harness import Client
from .workplace import PLUGIN, Workplace

pytestmark = pytest.mark.e2e


def findings(client: Client, checkout: Path, project: Path) -> dict[str, dict[str, Any]]:
    """Run the checkout's `session doctor` beside a client; return its findings by their kind."""
    variables = client.variables()
    environ = {**variables, "PATH": f"{client.executable.parent}:{variables['PATH']}"}
    done = subprocess.run(
        [str(checkout / "bin" / "session"), "doctor", "--json"],
        cwd=project, env=environ, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    found = json.loads(done.stdout)["findings"]
    return {one["what"] if one["severity"] != "ok" else one["text"]: one for one in found}


def test_the_registration_is_found(empty_client: Client, checkout: Path, project: Path, version: str) -> None:
    """Missing before, found after the two commands that install it, with its version and hooks that answer."""
    client = empty_client
    before = findings(client, checkout, project)
    assert before["plugin-missing"]["severity"] == "problem"
    for arguments in (("marketplace", "add", str(checkout)), ("install", f"{PLUGIN}@{PLUGIN}")):
        assert client.run("plugin", *arguments, cwd=project).code == 0
    after = findings(client, checkout, project)
    assert "plugin-missing" not in after
    assert {"the plugin 0.1.0 is installed and enabled", "its hooks answer", f"Claude Code {version}"} <= set(
        after
    )


def test_what_the_client_turned_off_is_found(empty_client: Client, checkout: Path, project: Path) -> None:
    """`claude plugin disable` and `uninstall` are both seen, and the way back works as it is told."""
    client = empty_client
    for arguments in (("marketplace", "add", str(checkout)), ("install", f"{PLUGIN}@{PLUGIN}")):
        assert client.run("plugin", *arguments, cwd=project).code == 0
    assert client.run("plugin", "disable", f"{PLUGIN}@{PLUGIN}", cwd=project).code == 0
    text = findings(client, checkout, project)["plugin-disabled"]["text"]
    assert f"`claude plugin enable {PLUGIN}@{PLUGIN}`" in text
    assert client.run("plugin", "enable", f"{PLUGIN}@{PLUGIN}", cwd=project).code == 0
    assert "plugin-disabled" not in findings(client, checkout, project)
    assert client.run("plugin", "uninstall", f"{PLUGIN}@{PLUGIN}", cwd=project).code == 0
    assert "plugin-missing" in findings(client, checkout, project)


def test_typed_in_the_client_the_report_reaches_the_model(work: Workplace) -> None:
    """`/session-doctor` runs before the model is asked, and finds itself installed and answering."""
    work.session("init", "fix-sweep", "--goal", "Fix the race in the sweep trigger")
    work.prompt("/session-doctor")
    (request,) = work.api.of_kind("turn")
    assert "session-journal ran /session-doctor" in request.text
    assert "is installed and enabled; " in request.text
    assert "its hooks answer" in request.text
