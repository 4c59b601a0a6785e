"""The command line: what `bin/session` starts, and `python -m session_journal`."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def main() -> int:
    """Run the command line, on the runtime that `bin/session` names where it started this."""
    site = os.environ.pop("SESSION_JOURNAL_SITE", "")  # not for the programs that are started from here
    if site:
        sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        sys.path.append(site)
    try:
        bundle = modules(os.path.dirname(sys.path[0])) if site else None
        from session_journal.cli import main as command_line  # noqa: PLC0415 # only now can it be found

        code = command_line()
        if bundle:
            bundle.keep()
        return code
    except ImportError as missing:
        if not site or (missing.name or "").startswith("session_journal"):
            raise
        return damaged(site, missing)


def modules(root: str) -> "Any":
    """Have modules come out of the bundle (`runtime/bundle.py`); return it, None where there is no such file."""
    from _frozen_importlib_external import SourceFileLoader  # noqa: PLC0415 # which is there already

    names: dict[str, Any] = {"__name__": "bundle"}
    try:
        code = SourceFileLoader("bundle", root + "/runtime/bundle.py").get_code("bundle")
    except OSError:
        return None
    exec(code or "", names)  # noqa: S102 # nosec B102
    return names["use"](root, "session")


def damaged(site: str, missing: ImportError) -> int:
    """Have the runtime looked at by the next start, and say so."""
    try:
        with open(os.path.join(os.path.dirname(site), "broken"), "w"):
            pass
        advice = "run the command again, then they are made anew"
    except OSError as failed:
        advice = f"and they cannot be made anew: {failed}"
    sys.stderr.write(f"session-journal: its libraries are damaged ({missing}); {advice}\n")
    return 1


if __name__ == "__main__":
    exit_code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(exit_code)  # which says so
    os._exit(exit_code)  # what Python would tidy up ends with the process
