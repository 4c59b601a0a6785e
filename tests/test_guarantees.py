"""Every promise of docs/guarantees.md names a test that is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from workshop import ROOT

PAGE = (ROOT / "docs" / "guarantees.md").read_text()
SHOWN = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading, row by row."""
    part = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def promises() -> list[list[str]]:
    """Return the rows of all tables but the last, which lists places in the code."""
    headings = re.findall(r"(?m)^## (.+)$", PAGE)[:-1]
    return [row for heading in headings for row in rows(heading)]


def functions(path: Path) -> set[str]:
    """Return the names of the functions in a file, methods too."""
    return {node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)}


def test_every_promise_is_one_sentence_with_a_test() -> None:
    """A row says one sentence and names at least one test."""
    for promise, shown in promises():
        assert promise.endswith("."), promise
        assert SHOWN.search(shown), promise


def test_every_named_test_is_there() -> None:
    """A test that a promise leans on exists in the file that it names."""
    for path, name in SHOWN.findall(PAGE):
        assert name in functions(ROOT / path), f"{path}::{name}"


def test_every_place_that_reads_untrusted_bytes_is_a_module_of_ours() -> None:
    """The list of readers names modules that exist."""
    for _, by, _ in rows("Where untrusted bytes are read"):
        for name in re.findall(r"`([\w./]+)`", by):
            found = [
                ROOT / "src" / "session_journal" / f"{name}.py",
                ROOT / name,
                ROOT / "src" / "session_journal" / name,
            ]
            assert any(path.exists() for path in found), name


READS = {
    "files": {"read", "read_text", "read_start", "open_regular"},
    "git": {"run"},
    "json": {"load", "loads"},
    "os": {"open", "read", "listdir", "scandir", "readlink", "environ"},
    "plain_json": {"loads"},
    "repository": {"run"},
    "subprocess": {"run", "Popen"},
    "sys": {"stdin"},
    "yaml": {"load", "scan", "BaseLoader"},
}
"""What reads bytes that somebody else may have written: names in modules."""


def reads_bytes(path: Path) -> bool:
    """Tell whether a module opens, lists, parses or asks for anything from outside."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    dotted = [n for n in nodes if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)]
    calls = [n.func.id for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    return "open" in calls or any(
        isinstance(node.value, ast.Name) and node.attr in READS.get(node.value.id, ()) for node in dotted
    )


def test_every_module_that_reads_bytes_is_listed() -> None:
    """Whichever module of the library reads what others may have written is in the last table."""
    listed = {
        name for _, by, _ in rows("Where untrusted bytes are read") for name in re.findall(r"`([\w./]+)`", by)
    }
    folder = ROOT / "src" / "session_journal"
    modules = {path.relative_to(folder).with_suffix("").as_posix(): path for path in folder.rglob("*.py")}
    missing = {name for name, path in modules.items() if reads_bytes(path)} - listed
    assert not missing
    assert listed & set(modules)
