"""SessionEnd: what is left to record. Started by hooks/run."""

import os
import sys

status = 1
try:
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + "/src")
    sys.path.append(os.environ["SESSION_JOURNAL_SITE"])
    from session_journal.events import run

    run("session_end")
    sys.stdout.flush()
    status = 0
finally:
    os._exit(status)  # whatever happened: no traceback, no waiting for anything
