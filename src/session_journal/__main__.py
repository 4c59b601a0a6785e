"""The command line: what `bin/session` starts, and `python -m session_journal`."""

import os
import sys


def main() -> int:
    """Run the command line, on the runtime that `bin/session` names where it started this."""
    site = os.environ.pop("SESSION_JOURNAL_SITE", "")  # not for the programs that are started from here
    if site:
        sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        sys.path.append(site)
    try:
        from session_journal.cli import main as command_line  # noqa: PLC0415 # only now can it be found

        return command_line()
    except ImportError as missing:
        if not site or (missing.name or "").startswith("session_journal"):
            raise
        return damaged(site, missing)


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
    sys.exit(main())
