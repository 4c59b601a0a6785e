"""Every command that a page shows: run where it can be, and understood by the real verbs everywhere."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import click
import pytest
from installed import ROOT, environment
from pages import PAGES, blocks, spans

from session_journal import cli, verbs
from session_journal.verbs import typed

NOT_RUN = {
    "claude plugin": "needs the client; tests/e2e/test_install.py does it",
    "bin/session demo": "tests/test_demo.py plays it",
    "tests/run": "is what runs this",
    "make torture": "takes minutes",
    "bench/": "takes minutes; bench has tests of its own",
    "python -m bench": "takes minutes; bench has tests of its own",
    "export PATH": "the PATH here has the folder",
    'eval "$(_SESSION_COMPLETE=': "tests/test_docs.py asks each shell's script",
    "_SESSION_COMPLETE=fish": "tests/test_docs.py asks each shell's script",
}
"""How lines begin that are not run, and why."""

NO_CALLS = (
    "session VERB",  # a verb stands there
    "session …",
    "session:*",  # a permission of the client's
    "session lgo",  # a slip, on purpose
)
SETUP = """
git init -q -b main && git config user.name Ada && git config user.email ada@example.org
echo 'check()' > sweeper.go && printf 'include {root}/make/session-journal.mk\\n' > Makefile
git add . && git commit -q -m Begin
{start}
"""


def runnable(block: str) -> str:
    """Return the lines of a block that are run."""
    return "".join(f"{line}\n" for line in block.splitlines() if not line.startswith(tuple(NOT_RUN)))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name if path.parent == ROOT else f"docs-{path.name}")
def test_what_a_page_has_one_run_runs(path: Path, tmp_path: Path) -> None:
    """The blocks of a page, from its top, are run by a shell in a small project, and none of them fails."""
    script = "\n".join(runnable(block) for block in blocks(path.read_text(), "sh"))
    if not script.strip():
        return
    start = "" if "init fix-sweep-bug" in script else "session init fix-sweep-bug --goal 'Fix the race' >/dev/null"
    project = tmp_path / "project"
    project.mkdir()
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", SETUP.format(root=ROOT, start=start) + "set -v\n" + script],
        cwd=project, env=environment(tmp_path), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("why", NOT_RUN.values())
def test_what_is_not_run_is_still_shown(why: str) -> None:
    """No exception outlives the line that it was made for."""
    lines = [line for path in PAGES for block in blocks(path.read_text(), "sh") for line in block.splitlines()]
    assert all(any(line.startswith(begin) for line in lines) for begin, reason in NOT_RUN.items() if reason == why)


CALLS = sorted(
    {span for path in PAGES for span in spans(path.read_text()) if re.match(r"(bin/)?session [a-z…-]", span)}
)
TYPED = sorted({span for path in PAGES for span in spans(path.read_text()) if span.startswith("/session-")})


@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_is_shown_is_a_right_one(call: str) -> None:
    """`session VERB …` in a text is taken by that verb: its options are there, and so is a place for its words."""
    if call.startswith(NO_CALLS):
        return
    _, name, *words = shlex.split(call)
    if name.startswith("-"):
        assert name in ("--help", "--version")
        return
    command = cli.group.get_command(click.Context(cli.group), name)
    assert command is not None, name
    if "--help" not in words:
        command.make_context(name, words)


@pytest.mark.parametrize("line", TYPED)
def test_a_typed_line_that_is_shown_is_a_right_one(line: str) -> None:
    """`/session-VERB …` in a text is one that the client has, and is taken apart without a complaint."""
    if line.startswith(("/session-VERB", "/session-…", "/session-lgo", "/session-journal:session-VERB")):
        return
    found = typed.verb_and_words(line)
    assert found is not None
    assert found[0].name in verbs.TYPED


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name if path.parent == ROOT else f"docs-{path.name}")
def test_options_that_are_shown_belong_to_their_verb(path: Path) -> None:
    """Where a span of a table begins with a verb, each `--word` in it is an option of that verb."""
    rows = "\n".join(line for line in path.read_text().splitlines() if line.startswith("|"))
    for span in spans(rows):
        name, _, rest = span.partition(" ")
        if name in verbs.NAMES:
            known = {option.name for option in verbs.load(name).options}
            assert set(re.findall(r"(?<!\S)--([a-z-]+)", rest)) <= known, span
