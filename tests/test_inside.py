"""No path leaves the store: by a name, by a link inside it, or by a key that is none."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workshop import Workshop

from session_journal import identity, inside
from session_journal.errors import Malformed, Problem
from session_journal.store import Store

HOSTILE = (
    "..", "../x", "a/../../x", "/etc/passwd", "-rf", "--json", "CON", "nul", "AUX.md", "com1", "LPT9.txt",
    ".hidden", ".", "a\nb", "~/x", "$HOME", "`id`", "\u202e..", "x" * 300, " ", "é/..", "\\..\\x", "con.", "COM¹",
)  # fmt: skip
OUTSIDE = "What lies outside"


def outside(place: Workshop) -> dict[str, bytes]:
    """Return all files beside the project and below the home, but for what is ours there."""
    base = place.root.parent
    paths = (path for path in base.rglob("*") if path.is_file() and not path.is_symlink())
    ours = (str(place.root), str(place.data))
    return {str(path): path.read_bytes() for path in paths if not str(path).startswith(ours)}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_word_of_a_command_leads_out(workshop: Workshop, name: str) -> None:
    """Names, references, kinds and templates are files' names of ours or refused; nothing appears elsewhere."""
    before = outside(workshop)
    in_project = {path.name for path in workshop.root.iterdir()}
    options = {"template": {"template": name}, "kind": {"why": "w", "impact": "i", "kind": name}}
    calls = [("init", name, {}), ("init", "x", options["template"]), ("learn", "t", options["kind"])]
    calls += [(verb, name, {}) for verb in ("resume", "view", "export", "recover", "inbox", "summary", "trust")]
    calls += [
        ("log", "", {"note": "n", "session": name}),
        ("send", "t", {"to": name}),
        ("set", "", {"parent": name}),
    ]
    calls += [("item", "add", {"session": name}), ("log", "", {"milestone": name, "deliverable": name})]
    for verb, argument, given_words in calls:
        try:
            workshop.run(verb, argument, conversation=name, words=given_words)
        except Problem:
            continue
    assert outside(workshop) == before
    assert {path.name for path in workshop.root.iterdir()} == in_project
    for path in workshop.sessions.rglob("*"):
        stem = path.name.partition(".")[0].casefold()
        assert not path.name.startswith("-")
        assert stem not in ("con", "nul", "aux", "prn", "com1", "lpt9"), path


@given(st.text(max_size=60))
def test_a_conversations_files_lie_beside_each_other(text: str) -> None:
    """Whatever the client calls a conversation, its files are named by one plain, harmless word."""
    stem = identity.file_stem(text)
    assert stem
    assert os.path.basename(stem) == stem
    assert stem[0] not in "-."
    assert "\0" not in stem
    assert stem.casefold() not in ("con", "nul", "aux", "prn", "com1", "lpt9")


@given(
    st.lists(
        st.one_of(st.sampled_from(["..", ".", "a", "a/b", "\0", "", "/", "../.."]), st.text(max_size=9)),
        max_size=4,
    )
)
def test_a_path_is_inside_or_refused(parts: list[str]) -> None:
    """Whatever the parts, a path of the store lies in its folder, or there is none."""
    try:
        path = Store("/nowhere").path(*parts)
    except Malformed:
        return
    assert os.path.normpath(path) == path
    assert path == "/nowhere/.sessions" or path.startswith("/nowhere/.sessions/")


@pytest.mark.parametrize("name", ["active", "archive", "journal", ".state", "knowledge", "templates", "messages"])
def test_a_folder_that_is_a_link_out_is_not_followed(worktree: Workshop, tmp_path: Path, name: str) -> None:
    """A link in the place of a folder of ours is written through by nothing, read by nothing, and named."""
    target = tmp_path / "target"
    target.mkdir()
    said = f"# L\n\n## {OUTSIDE} of the sweeper race\n\n- Impact: {OUTSIDE}\n- Why: w\n"
    (target / "learnings.md").write_text(said)
    folder = worktree.sessions / name
    if folder.exists():
        folder.rename(tmp_path / "before")
    folder.symlink_to(target)
    before = outside(worktree)
    heard = [worktree.starts().out, worktree.compacts().out]
    for verb, argument, words in (
        ("log", "", {"note": "x"}), ("init", "y", {"template": "learnings"}), ("view", "", {}),
        ("learn", "", {"find": "sweeper"}), ("learn", "t", {"why": "w", "impact": "i"}),
        ("send", "t", {"to": "all"}), ("close", "", {"complete": ""}),
    ):  # fmt: skip
        try:
            heard.append(worktree.run(verb, argument, conversation="c1", words=words).text)
        except Problem as problem:
            heard.append(str(problem))
    assert outside(worktree) == before
    assert OUTSIDE not in "".join(heard)
    assert inside.LEADS_OUT in "".join(heard)


@pytest.mark.parametrize("name", [".state/last_number", ".state/sessions.log", ".state/hooks.log", "config.yaml"])
def test_a_file_that_is_a_link_out_is_not_followed(worktree: Workshop, tmp_path: Path, name: str) -> None:
    """A link in the place of a file of ours leads no write to what it points at."""
    (tmp_path / "precious").write_text(OUTSIDE)
    path = worktree.sessions / name
    path.unlink(missing_ok=True)
    path.symlink_to(tmp_path / "precious")
    for words in (
        ["log", "--note", "x"],
        ["init", "y"],
        ["view"],
        ["log", "--note", "z", "--category", "planning"],
    ):
        outcome = worktree.session(*words, conversation="c1")
        assert OUTSIDE not in outcome.out + outcome.err
    worktree.starts()
    worktree.compacts()
    worktree.hook("session_end", {"session_id": "c1", "reason": "other"})
    assert (tmp_path / "precious").read_text() == OUTSIDE


def test_documents_and_entries_that_are_links_out_are_not_read(worktree: Workshop, tmp_path: Path) -> None:
    """A document, an entry or the quick context that points out is named or passed over, never read or written."""
    secret = worktree.text.replace("Fix the race in the sweeper", OUTSIDE)
    (tmp_path / "other.md").write_text(secret)
    link = worktree.sessions / "active" / "other-abcdef.md"
    link.symlink_to(tmp_path / "other.md")
    key = identity.key_of(json.loads(worktree.ok("list", "--json"))[0]["id"])
    (tmp_path / "entry.md").write_text(f"---\nkind: decision\nat: 2026-01-01T00:00:00Z\n---\n{OUTSIDE}\n")
    entry = worktree.sessions / "journal" / key / "entries" / "20990101T000000.000000Z-decision-aaaa.md"
    entry.symlink_to(tmp_path / "entry.md")
    quick = worktree.sessions / "journal" / key / "progress.md"
    quick.unlink()
    quick.symlink_to(tmp_path / "other.md")
    outcome = worktree.starts()
    assert OUTSIDE not in outcome.out
    assert OUTSIDE not in worktree.ok("view", "--journal", conversation="c1")
    assert inside.LEADS_OUT in worktree.ok("list")
    worktree.ok("log", "--note", "x", conversation="c1")
    assert (tmp_path / "other.md").read_text() == secret


def test_an_id_in_a_document_is_a_key_or_nothing(worktree: Workshop) -> None:
    """Front matter whose id or number leads elsewhere is refused, or names no file."""
    for name, value in (
        ("bad-abcdef", "../../../../etc"),
        ("worse-abcde0", "019abc12-3456-7def-8901-2345678/../.."),
    ):
        text = worktree.text_of("fix-sweep-bug")
        (worktree.sessions / "active" / f"{name}.md").write_text(text.replace(worktree_id(text), value))
    shown = worktree.ok("list")
    assert "bad-abcdef" in shown
    path = next((worktree.sessions / "active").glob("fix-sweep-bug-*.md"))
    path.write_text(path.read_text().replace('number: "00001"', "number: ../../escaped"))
    before = outside(worktree)
    worktree.session("export", "fix-sweep-bug", "--to", "out/deep/er")
    assert outside(worktree) == before
    assert not list(worktree.root.rglob("*escaped*"))


def worktree_id(text: str) -> str:
    """Return the id in a document's front matter."""
    return next(line for line in text.splitlines() if line.startswith("id: "))[4:]
