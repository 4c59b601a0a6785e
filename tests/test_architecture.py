"""The shape of the library: who may import whom, who may talk to the outside, and what the hot path loads."""

from __future__ import annotations

import ast
import graphlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from workshop import ROOT, SITES, Workshop

SOURCE = ROOT / "src" / "session_journal"
TABLE = (ROOT / "docs" / "architecture.md").read_text()
LAYERS = [
    (name, re.findall(r"`(\w+)`", modules))
    for name, modules in re.findall(r"^\| ([a-z ]+) \| (`.+?) \| .+ \|$", TABLE, re.MULTILINE)
]
"""From the top down, as the page for people has them: a module imports from its own layer and those below."""
EDGES = ("doors", "events", "verbs")
MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(SOURCE.rglob("*.py"))
    if path != SOURCE / "__init__.py"
}
BANNED = """
re json typing dataclasses collections enum functools contextlib datetime pathlib subprocess yaml tempfile shutil
click rich importlib inspect logging
"""


def layer_of(module: str) -> int:
    """Return the place of a module's layer, from the top."""
    top = module.partition(".")[0]
    return next(place for place, (_, names) in enumerate(LAYERS) if top in names)


def nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs: everything but the bodies of `if TYPE_CHECKING:`."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        yield child
        yield from nodes(child)


def imported(module: str) -> set[str]:
    """Return the modules of ours that a module imports, at its top or inside a function."""
    path = MODULES[module]
    package = path.relative_to(SOURCE).parent.parts
    found: set[str] = set()
    for node in nodes(ast.parse(path.read_text())):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        base = [*package[: len(package) - node.level + 1], *(node.module or "").split(".")]
        for name in node.names:
            full = ".".join(part for part in [*base, name.name] if part)
            found.add(full if full in MODULES else full.rpartition(".")[0])
    return found & set(MODULES) - {module}


def test_every_module_has_its_layer() -> None:
    """The table names every module once, and none that is not there."""
    listed = [name for _, names in LAYERS for name in names]
    assert sorted(listed) == sorted({module.partition(".")[0] for module in MODULES})


def test_imports_point_down() -> None:
    """No module imports from a layer above its own."""
    wrong = [
        f"{module} ({LAYERS[layer_of(module)][0]}) imports {other} ({LAYERS[layer_of(other)][0]})"
        for module in MODULES
        for other in imported(module)
        if layer_of(other) < layer_of(module)
    ]
    assert wrong == []


def test_no_import_leads_back() -> None:
    """No two modules need each other, however long the way round; a package's front may load its own parts."""
    graph = {
        module: {other for other in imported(module) if not module.startswith(other + ".")} for module in MODULES
    }
    list(graphlib.TopologicalSorter(graph).static_order())


def test_verbs_know_no_events() -> None:
    """A verb is the same for the command line and for the client; events know verbs by what was typed alone."""
    for module in MODULES:
        top = module.partition(".")[0]
        known = {other.partition(".")[0]: other for other in imported(module)}
        assert not (top == "verbs" and "events" in known), module
        assert not (
            top == "events" and "verbs" in known and known["verbs"] not in ("verbs.typed", "verbs.unknown")
        ), module


def outward(module: str) -> list[str]:
    """Return where a module prints, exits, or looks at the environment, streams or arguments."""
    found = []
    for node in nodes(ast.parse(MODULES[module].read_text())):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("print", "input", "exit")
        ):
            found.append(f"{module}:{node.lineno} {node.func.id}")
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name = f"{node.value.id}.{node.attr}"
            if name in (
                "os.environ",
                "os.getenv",
                "os._exit",
                "sys.exit",
                "sys.stdout",
                "sys.stderr",
                "sys.stdin",
                "sys.argv",
            ):
                found.append(f"{module}:{node.lineno} {name}")
    return found


def test_the_library_never_talks_to_the_outside() -> None:
    """Below events and verbs nothing prints, exits or reads the environment; git gets it unread."""
    library = [module for module in MODULES if LAYERS[layer_of(module)][0] not in EDGES]
    found = [place for module in library for place in outward(module)]
    to_git = ("git:", "repository:", "trailers:")
    assert [place for place in found if not place.startswith(to_git) or "os.environ" not in place] == []


def test_verbs_leave_printing_to_the_command_line() -> None:
    """A verb returns a reply; only the command line prints it."""
    found = [place for module in MODULES if module.startswith("verbs") for place in outward(module)]
    assert [place for place in found if "os.environ" not in place] == []


def test_names_say_what_a_thing_is() -> None:
    """There is no module for odds and ends."""
    names = {part for module in MODULES for part in module.split(".")}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "core"}


def loaded(workshop: Workshop, event: str, payload: dict[str, str]) -> set[str]:
    """Run an event's program as the launcher does; return the modules it imports beyond a bare interpreter's."""
    data = json.dumps({"cwd": str(workshop.root), "session_id": "c1", **payload}).encode()
    environ = workshop.environ("", {"PYTHONPATH": None, "SESSION_JOURNAL_SITE": SITES[-1]})
    python = [sys.executable, "-X", "importtime", *workshop.hook_command(event)[1:]]
    done = subprocess.run(python, input=data, env=environ, cwd=workshop.root, capture_output=True, check=True)
    bare = subprocess.run([*python[:-1], "-c", ""], env=environ, capture_output=True, check=True)
    assert b"session_journal" in done.stderr
    return names_in(done.stderr) - names_in(bare.stderr)


def names_in(times: bytes) -> set[str]:
    """Return the modules in the output of `-X importtime`."""
    return {
        line.rpartition("|")[2].strip() for line in times.decode().splitlines() if line.startswith("import time:")
    }


@pytest.mark.parametrize("source", ["startup", "resume", "clear"])
def test_a_start_imports_next_to_nothing(worktree: Workshop, source: str) -> None:
    """SessionStart with a brief imports none of the modules that cost as much as an interpreter's start."""
    for _ in range(2):
        names = loaded(worktree, "session_start", {"source": source})
        assert sorted({name.partition(".")[0] for name in names} & set(BANNED.split())) == []


@pytest.mark.parametrize("prompt", ["please add a test for the lexer", "where were we?", "x" * 300])
def test_a_prompt_imports_next_to_nothing(worktree: Workshop, prompt: str) -> None:
    """A prompt, a continuation too, imports none of the modules that cost as much as an interpreter's start."""
    for _ in range(2):
        names = loaded(worktree, "user_prompt_submit", {"prompt": prompt})
        assert sorted({name.partition(".")[0] for name in names} & set(BANNED.split())) == []


def test_the_package_itself_imports_nothing() -> None:
    """`import session_journal` loads no other module of ours until something is asked for."""
    check = "import sys, session_journal; print([m for m in sys.modules if m.startswith('session_journal.')])"
    done = subprocess.run(
        [sys.executable, "-c", check], env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=True
    )
    assert done.stdout == b"[]\n"


def test_every_file_is_short() -> None:
    """A module is a screenful or four, so that it is about one thing."""
    lengths = {module: len(path.read_text().splitlines()) for module, path in MODULES.items()}
    assert {module: count for module, count in lengths.items() if count > 450} == {}
