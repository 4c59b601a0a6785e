"""A machine on which the plugin's runtime is set up already, with the libraries that these tests run on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent


def environment(folder: Path) -> dict[str, str]:
    """Return an environment whose home is a new folder in `folder`, with the runtime in place."""
    home = folder / "home"
    lock = (ROOT / "requirements/runtime.txt").read_text().split()[2]
    runtime = home / ".local/share/session-journal/runtimes" / lock
    runtime.mkdir(parents=True)
    (runtime / "python").write_text(os.path.realpath(sys.executable) + "\n")
    (runtime / "site").symlink_to(Path(click.__file__).parent.parent)
    return {
        "HOME": str(home),
        "PATH": f"{ROOT / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
    }
