"""What README and docs say is so: commands and code run, links lead somewhere, lists are complete."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from installed import ROOT, environment
from pages import PAGES, blocks, page

from session_journal import api, config, journal, manual, session, summary, verbs
from session_journal.document import Document

SOURCES = [
    path
    for folder in ("src", "hooks", "bin", "runtime", "commands", "skills", "requirements")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file() and path.suffix not in (".pyc",)
]


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    plain = re.sub(r"[^\w\- ]", "", heading.replace("`", "").strip().lower())
    return plain.replace(" ", "-")


def links(path: Path) -> list[str]:
    """Return where the links and pictures of a page lead, outside code."""
    text = re.sub(r"^(`{3,}).*?^\1$", "", path.read_text(), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "code", text))


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a machine that is set up, with an empty git project at `PWD`."""
    variables = environment(tmp_path)
    project = tmp_path / "project"
    subprocess.run(["git", "init", "-q", "-b", "main", str(project)], check=True)
    return {**variables, "PWD": str(project)}


def run(place: dict[str, str], *command: str, given: str = "") -> str:
    """Run a program in the project and return what it prints."""
    done = subprocess.run(
        command, cwd=place["PWD"], env=place, input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    """A relative link names a file that is there, and a heading that it has."""
    for link in links(path):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text(), re.MULTILINE)
            assert anchor in [slug(heading) for heading in headings], link


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_every_page_can_be_found_from_the_readme(path: Path) -> None:
    """The README links to each page of docs/."""
    assert f"docs/{path.name}" in links(ROOT / "README.md")


def test_the_pages_that_the_sources_speak_of_are_there() -> None:
    """A comment or message that names a page in docs/ names one that exists."""
    for path in SOURCES:
        for name in re.findall(r"docs/[a-z-]+\.(?:md|svg)", path.read_text(errors="replace")):
            if "bench" not in path.parts:
                assert (ROOT / name).exists(), f"{path} names {name}"


@pytest.mark.parametrize(
    "code",
    [code for path in PAGES for code in blocks(path.read_text(), "python")],
    ids=lambda code: code.splitlines()[-1],
)
def test_the_python_examples_run(place: dict[str, str], code: str) -> None:
    """Each example in Python runs in an empty project, and prints no error."""
    run({**place, "PYTHONPATH": str(ROOT / "src")}, sys.executable, "-c", code)


def test_the_typed_lines_in_the_readme_are_understood(place: dict[str, str]) -> None:
    """Each `/session-…` line of the README, typed in this order, is run by the hook."""
    lines = [line for block in blocks(page("README.md"), "text") for line in block.splitlines()]
    typed = [line for line in lines if line.startswith("/session-")]
    assert len(typed) >= 3
    for line in typed:
        payload = {"session_id": "one", "cwd": place["PWD"], "hook_event_name": "UserPromptSubmit", "prompt": line}
        answer = run(place, str(ROOT / "hooks/run"), "user_prompt_submit", given=json.dumps(payload))
        context = json.loads(answer)["hookSpecificOutput"]["additionalContext"]
        assert context.startswith(f"session-journal ran {line.split()[0]} as typed")
    assert "Lock before the check" in run(place, "session", "view", "--decisions")
    assert "until Monday" in run(place, "session", "view", "--blockers")


def test_the_banner_in_the_readme_is_the_banner(place: dict[str, str]) -> None:
    """The line that the README shows has the shape of the one that SessionStart shows."""
    run(place, "session", "init", "fix-sweep-bug", "--steps", "Reproduce it; Find the cause; Fix it")
    run(place, "session", "log", "--done", "Reproduce it", "--done", "Find the cause")
    payload = {"session_id": "two", "cwd": place["PWD"], "source": "startup"}
    answer = run(place, str(ROOT / "hooks/run"), "session_start", given=json.dumps(payload))
    shown = json.loads(answer)["systemMessage"].removeprefix("session-journal: ").splitlines()[0]
    (said,) = [line for block in blocks(page("README.md"), "text") for line in block.splitlines() if " · " in line]
    general = [re.sub(r"SESSION-[\dA-F-]+|last written [^·]+", "X", line) for line in (shown, said)]
    assert general[0] == general[1]


def test_the_two_commands_for_a_fresh_machine_are_there() -> None:
    """The README names two programs of this repository for a fresh machine, and no third."""
    _, _, after = page("README.md").partition("## Two commands")
    commands = blocks(after, "sh")[0].split("\n")[:-1]
    assert commands == ["bin/session demo", "tests/run"]
    for command in commands:
        assert (ROOT / command.split()[0]).stat().st_mode & 0o111


def test_the_readme_names_no_verb_or_option_that_there_is_not() -> None:
    """Each cell of the table of commands begins with verbs, and has their options only."""
    table = page("README.md").partition("## Commands")[2].partition("\n## ")[0]
    for cell in re.findall(r"`([a-z]+)([^`]*)`", table):
        name, rest = cell
        if name in verbs.NAMES:
            assert set(re.findall(r"--(\w+)", rest)) <= {option.name for option in verbs.load(name).options}
        assert name in (*verbs.NAMES, "bin", *manual.FURTHER, "session"), name


@pytest.mark.parametrize("name", verbs.NAMES)
def test_every_verb_is_on_its_page(name: str) -> None:
    """verbs.md has a line for each verb, and so have the README's tables."""
    assert f"`{name}`" in page("docs/verbs.md")
    table = page("README.md").partition("## Commands")[2].partition("\n## ")[0]
    assert name in re.findall(r"`([a-z]+)\b", table)


def test_completion_works_in_bash_as_the_readme_says(place: dict[str, str]) -> None:
    """The README's line for bash completes a verb and an option."""
    (line,) = re.findall(r"^(eval .*bash_source.*?)\s+#", page("README.md"), re.MULTILINE)
    completed = (
        f"{line}\nCOMP_WORDS=(session check) COMP_CWORD=1; _session_completion session; echo $COMPREPLY\n"
        "COMP_WORDS=(session log --rat) COMP_CWORD=2; COMPREPLY=(); _session_completion session; echo $COMPREPLY"
    )
    assert run(place, "bash", "-c", completed).split() == ["checkpoint", "--rationale"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completion_is_there_for_other_shells(place: dict[str, str], shell: str) -> None:
    """What the README has zsh and fish read is click's completion for this program."""
    assert f"_SESSION_COMPLETE={shell}_source session" in page("README.md")
    script = run({**place, "_SESSION_COMPLETE": f"{shell}_source"}, "session")
    assert f"_SESSION_COMPLETE={shell}_complete" in script


@pytest.mark.parametrize("message", ["needs Python 3.10 or newer with pip or venv, or uv", "not set up yet"])
def test_the_messages_of_the_launcher_are_quoted_rightly(message: str) -> None:
    """What troubleshooting says that one sees is what the launchers say."""
    assert message in page("README.md")
    assert any(message in path.read_text(errors="replace") for path in SOURCES)


@pytest.mark.parametrize("message", ["Several sessions could be meant", "the front matter is not valid YAML"])
def test_the_messages_of_the_library_are_quoted_rightly(message: str) -> None:
    """What troubleshooting says that one sees is what the library says."""
    assert message in page("README.md")
    assert any(message in path.read_text(errors="replace") for path in SOURCES)


def test_the_example_document_is_read_and_kept() -> None:
    """The document in format.md is one: it reads as it looks, and comes back byte for byte."""
    text = next(block for block in blocks(page("docs/format.md"), "markdown") if "# Session:" in block)
    document = Document.parse(text)
    value = session.read(document)
    assert document.text == text
    assert (value.done_count, len(value.steps)) == (1, 3)
    assert value.decisions[0].rationale == "Simplest fix, little cost"
    assert value.captured.startswith("**Asked**")


def test_the_example_entry_is_read() -> None:
    """The entry in format.md reads as it looks."""
    text = next(block for block in blocks(page("docs/format.md"), "markdown") if block.startswith("---\nkind:"))
    entry = journal.load(text, "20250115T121500.123456Z-decision-k3f9", "entry")
    assert (entry.kind, entry.text) == ("decision", "Lock before check")
    assert entry.field("rationale") == "Simplest fix, little cost"


@pytest.mark.parametrize("kind", journal.KINDS)
def test_every_kind_of_entry_is_described(kind: str) -> None:
    """format.md has each kind in its table."""
    assert f"`{kind}`" in page("docs/format.md").partition("## Entries")[2].partition("\n## ")[0]


def test_every_key_of_a_session_as_json_is_described(place: dict[str, str]) -> None:
    """format.md names each key that `--json` gives, at each level."""
    run(place, "session", "init", "one", "--goal", "Goal", "--steps", "a; b")
    run(place, "session", "log", "--decision", "D", "--rationale", "R")
    described = page("docs/format.md").partition("## JSON")[2]
    for command in (["view"], ["log", "--progress", "x"], ["checkpoint"], ["view", "--journal"], ["list"]):
        for key in keys(json.loads(run(place, "session", *command, "--json"))):
            assert f"`{key}`" in described or f"--{key}" in described, key


def keys(value: object) -> Iterator[str]:
    """Yield all keys of JSON data, except inside an entry's fields."""
    if isinstance(value, list):
        for item in value:
            yield from keys(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            if key != "fields":
                yield from keys(item)


def test_the_settings_are_described_with_their_defaults() -> None:
    """The example in configuration.md is all settings with their defaults, and the table has each."""
    text = page("docs/configuration.md")
    example = yaml.safe_load(blocks(text, "yaml")[0])
    defaults = {name: getattr(config.Config(), name) for name in config.Config._fields}
    assert example == {
        name: list(value) if isinstance(value, tuple) else value for name, value in defaults.items()
    }
    for name, value in example.items():
        assert f"| `{name}` | `{json.dumps(value)}` |" in text


def test_the_summary_block_is_the_one_that_is_asked_for() -> None:
    """summary-block.md shows the block of the request, word for word."""
    (asked,) = blocks(summary.request(), "session-journal")
    assert f"```session-journal\n{asked}```" in page("docs/summary-block.md")


def test_the_python_page_names_what_can_be_done() -> None:
    """python.md has every method of the interface and every kind that can be logged."""
    text = page("docs/python.md")
    for owner in (api.ProjectSessions, api.OpenSession):
        for name in vars(owner):
            if not name.startswith("_"):
                assert f"{name}(" in text, name
    assert all(f"`{kind}`" in text for kind in journal.LOGGED)


def layers() -> list[list[str]]:
    """Return the rows of the table of layers, from the top: the modules of each."""
    table = page("docs/architecture.md").partition("| layer |")[2].partition("\n\n")[0]
    return [re.findall(r"`([a-z_]+)`", row.split("|")[2]) for row in table.splitlines()[2:]]


def imports(path: Path, package: tuple[str, ...]) -> Iterator[str]:
    """Yield the modules of ours that a file imports when it runs."""
    tree = ast.parse(path.read_text())
    for_types = {
        node
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and isinstance(branch.test, ast.Name) and branch.test.id == "TYPE_CHECKING"
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node not in for_types:
            above = package[: len(package) - node.level + 1]
            names = [node.module] if node.module else [alias.name for alias in node.names]
            yield from ((*above, *name.split("."))[0] for name in names)


def test_imports_point_down_the_table_of_layers() -> None:
    """Every module is in one row, and imports only from its own row or those below."""
    rank = {name: place for place, row in enumerate(layers()) for name in row}
    assert sum(map(len, layers())) == len(rank)
    package = ROOT / "src/session_journal"
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        if parts in (("__init__",), ("__main__",)):
            continue
        assert parts[0] in rank, f"{parts[0]} is in no row of docs/architecture.md"
        for name in imports(path, parts[:-1]):
            if name in rank:
                assert rank[name] >= rank[parts[0]], f"{'.'.join(parts)} imports {name}"


def test_the_picture_shows_what_the_demo_prints(tmp_path: Path) -> None:
    """docs/demo.svg is up to date, ids and times aside; `scripts/picture` draws it anew."""
    done = subprocess.run(
        [str(ROOT / "scripts/picture"), str(tmp_path / "now.svg")], env=environment(tmp_path), check=True
    )
    assert done.returncode == 0
    drawn, now = (described(path.read_text()) for path in (ROOT / "docs/demo.svg", tmp_path / "now.svg"))
    assert drawn == now


def described(picture: str) -> str:
    """Return a picture's description without what differs from run to run."""
    text = picture.partition("<desc>")[2].partition("</desc>")[0]
    return re.sub(r"SESSION-[\dA-F-]+|\b[\da-f]{7}\b|[\d,]+ characters", "X", text)


def test_nothing_speaks_of_the_machine_it_was_written_on() -> None:
    """The pages and pictures hold no path of somebody's home or temporary folder."""
    for path in [*PAGES, *sorted((ROOT / "docs").glob("*.svg"))]:
        assert not re.search(r"/(?:home|Users|root|tmp|work)/\w", path.read_text()), path
