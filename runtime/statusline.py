"""Makes the status line anew, shows and keeps it. Started by runtime/statusline."""

import os
import sys
import time

status = 1
try:
    began = time.time_ns()
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + "/src")
    sys.path.append(os.environ["SESSION_JOURNAL_SITE"])
    from session_journal import project, statusline
    from session_journal.errors import Problem

    here = project.from_environment(os.environ, os.getcwd())
    try:
        line = statusline.of(here)
        text = statusline.render(line, colour=not os.environ.get("NO_COLOR"))
        statusline.keep(sys.argv[1], os.environ["CLAUDE_PROJECT_DIR"], here.conversation, line, text, began)
    except Problem:  # a line in the corner is no place for it: SessionStart and the verbs say what is wrong
        text = ""
    if text:
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
        sys.stdout.flush()
    status = 0
finally:
    os._exit(status)  # whatever happened: no traceback, no waiting for anything
