"""Run as a program: each entry point on texts that repeat themselves; the system ends what takes too long."""

from __future__ import annotations

import json
import signal
import sys
import tempfile
from collections.abc import Callable

from session_journal import capture, redact, sentences, summary
from session_journal.search import words
from session_journal.transcript import Reading

SIZE, SECONDS = 100_000, 2.0
WHEN = "2025-01-01T00:00:00Z"
SHAPES = (
    *(
        "*",
        ".",
        "1.",
        "1",
        " ,",
        "a",
        "A",
        "aA1_",
        "```yaml\n",
        "```",
        "- ",
        "- x\n",
        "\n",
        " \n",
        "\r\n",
        " ",
        "\t",
    ),
    *(
        "((",
        '"',
        "'",
        "`",
        "!?",
        "…",
        "# ",
        "# A\n",
        "_",
        "--",
        "=",
        "a=",
        ": ",
        "|",
        "<",
        "://",
        "a@",
        "\\",
        "** ",
    ),
    *(
        "because ",
        "token ",
        "password: ",
        "AKIA password= ",
        "1 failed ",
        "::",
        "Error: ",
        "; ",
        "<summary>",
        "<a ",
    ),
    *("<system-reminder>", "<system-reminder></system-reminder>", "sed -i ", "a/", "<<a ", "[", "&a "),
)


def _row(kind: str, content: object) -> dict[str, object]:
    return {"type": kind, "timestamp": WHEN, "message": {"content": content}}


def _captured(*rows: dict[str, object]) -> None:
    with tempfile.NamedTemporaryFile("w") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        capture.capture(Reading(file.name), "/x")


def _ran(command: str, output: str) -> None:
    use = {"type": "tool_use", "id": "u1", "name": "Bash", "input": {"command": command}}
    result = {"type": "tool_result", "tool_use_id": "u1", "is_error": True, "content": f"{output}\nerror failed"}
    _captured(_row("assistant", [use]), _row("user", [result]))


ENTRIES: dict[str, Callable[[str], object]] = {
    "summary": lambda text: summary.read(f"<summary>{text}"),
    "block": lambda text: summary.read(f"<summary>x\n```session-journal\ndecisions:\n  - x{text}\n```"),
    "headings": lambda text: summary.read(f"## Next Steps\n{text}"),
    "sentences": lambda text: list(sentences.sentences(text)),
    "redact": lambda text: redact.redact(f"password key token login {text} =: https://a@ -p AKIA auth x-"),
    "statement": lambda text: _captured(_row("assistant", [{"type": "text", "text": text}])),
    "prompt": lambda text: _captured(_row("user", text)),
    "command": lambda text: _ran(text, text),
    "output": lambda text: _ran("pytest -q", text),
    "search": lambda text: (words.tokens(text), words.pieces(text), words.terms(text)),
}


def main(entry: str) -> None:
    """Run one entry point on each shape; the name of the one under way is printed before it."""
    run = ENTRIES[entry]
    run("warm up")
    for shape in SHAPES:
        sys.stdout.write(f"{shape!r}\n")
        sys.stdout.flush()
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # processor time; its signal ends the process
        run(shape * (SIZE // len(shape)))
        signal.setitimer(signal.ITIMER_PROF, 0)


if __name__ == "__main__":
    main(sys.argv[1])
