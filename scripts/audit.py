"""Looks for known holes in the locked libraries, and for locks that do not hold.

`python scripts/audit.py [--must-ask]` asks the package index for advisories through pip-audit. Where none can be
asked, this says so and checks the locks alone; `--must-ask` makes that a failure. Exit code 1 when
something was found.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements"
PINNED = re.compile(r"[\w.\[\]-]+==[^\s;\\]+")


def main(arguments: list[str]) -> int:
    """Check every lock; return the exit code."""
    found = 0
    for lock in sorted(REQUIREMENTS.glob("*.txt")):
        loose = unpinned(lock.read_text())
        holes, unasked = advisories(lock)
        for line in loose + holes:
            print(f"{lock.name}: {line}")
        found += len(loose) + len(holes)
        if unasked:
            print(f"{lock.name}: {unasked}; its pins and hashes were checked, not the advisories")
            found += "--must-ask" in arguments
        elif not holes:
            print(f"{lock.name}: no known holes")
    return 1 if found else 0


def unpinned(text: str) -> list[str]:
    """Return what is wrong with a lock: a requirement without version or hash, a line that names an index."""
    body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return [
        f"not pinned by version and hash: {requirement[:80]}"
        for requirement in re.sub(r"\\\n\s*", " ", body).splitlines()
        if not PINNED.match(requirement) or "--hash=sha256:" not in requirement
    ]


def advisories(lock: Path) -> tuple[list[str], str]:
    """Return the known holes of a lock's libraries, and why they could not be asked for."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"]
    asked = subprocess.run(
        [*command, "--disable-pip", "--require-hashes", "-r", str(lock)],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        libraries = json.loads(asked.stdout)["dependencies"]
    except (ValueError, KeyError):
        reason = (asked.stderr.strip().splitlines() or ["no answer"])[-1]
        return [], f"the advisories could not be reached ({reason[:120]})"
    holes = [
        f"{library['name']} {library['version']}: {hole['id']}, mended in {' '.join(hole['fix_versions']) or '-'}"
        for library in libraries
        for hole in library.get("vulns", ())
    ]
    skipped = [library["name"] for library in libraries if "skip_reason" in library]
    if len(skipped) == len(libraries):
        return holes, "the advisories could not be reached"
    return holes + [f"{name}: the advisories do not know it" for name in skipped], ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
