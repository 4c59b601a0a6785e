"""A hostile `.sessions/`, in every way in which one arrives: the agent gets nothing, the person is told."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from workshop import Workshop

from session_journal import git
from session_journal.errors import Problem
from session_journal.identity import key_of

PLANTED = "PLANTED lock"
SUMMARY = f"<summary>{PLANTED}\n- Decision: {PLANTED} it\n</summary>"


@pytest.fixture
def hostile(tmp_path: Path) -> Workshop:
    """Return another's repository that tracks sessions, knowledge, templates, settings, messages and a state."""
    place = Workshop(tmp_path / "author")
    place.git("init", "-q", "-b", "main")
    place.ok("init", "planted-work", "--goal", f"Goal {PLANTED}", "--steps", f"a {PLANTED}; b {PLANTED}")
    place.ok("log", "--decision", PLANTED, "--rationale", PLANTED, "--blocker", PLANTED, "--next", PLANTED)
    place.ok("init", "planted-rest", "--goal", f"Rest {PLANTED}", "--steps", PLANTED)
    place.ok("pause", "--session", "planted-rest", "--note", PLANTED)
    place.ok("init", "planted-past", "--goal", PLANTED)
    place.ok("close", "planted-past", "--complete")
    place.ok("learn", PLANTED, "--why", PLANTED, "--impact", PLANTED)
    place.ok("send", PLANTED, "--to", "planted-work", "--high")
    write(place, "templates/planted.md", f"# {{{{name}}}}\n{PLANTED}\n")
    write(place, "templates/bug.md", f"# {{{{name}}}}\n{PLANTED}\n")
    write(place, "config.yaml", "brief_characters: 7000\nplanted: PLANTED lock\n")
    write(place, "active/planted-broken-abcdef.md", f"---\nid: {PLANTED}\n---\n{PLANTED}\n")
    transcript = place.root / "said.jsonl"
    said = {"type": "user", "uuid": "u", "timestamp": "2025-01-15T10:00:00Z"}
    transcript.write_text(json.dumps({**said, "message": {"role": "user", "content": f"Never {PLANTED}"}}) + "\n")
    key = key_of(named(place, "planted-work"))
    for conversation in ("c1", "gone"):
        state = {"session": named(place, "planted-work"), "notice": "", "injected": ""}
        write(place, f".state/conversations/{conversation}.json", json.dumps(state))
        note = {"conversation": conversation, "process": -1, "transcript": "said.jsonl"}
        write(place, f".state/running/{conversation}.json", json.dumps(note))
    overlap = {"paths": [PLANTED], "fresh": [PLANTED], "names": {key: PLANTED, "000000": PLANTED}, "told": []}
    write(place, f".state/overlaps/{key}-000000.json", json.dumps(overlap))
    write(place, ".state/sessions.log", f"2025-01-15T10:00:00Z | SESSION | NOTE | {PLANTED}\n")
    write(place, ".state/origin", f"{'a' * 32} 1\n")
    for ignore in place.sessions.rglob(".gitignore"):
        ignore.unlink()
    place.git("add", "-f", "-A")
    place.git("commit", "-q", "-m", "All")
    return place


def write(place: Workshop, name: str, text: str) -> None:
    """Write a file in `.sessions/`."""
    path = place.sessions / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def named(place: Workshop, shortname: str) -> str:
    """Return the id of the session called so."""
    rows = json.loads(place.ok("list", "--all", "--json"))
    return str(next(row["id"] for row in rows if row["shortname"] == shortname))


def arrived(hostile: Workshop, folder: Path, how: str) -> Workshop:
    """Bring the repository to another person's machine."""
    place = Workshop(folder)
    if how in ("clone", "worktree"):
        place.git("clone", "-q", str(hostile.root), ".")
    else:
        shutil.copytree(hostile.root, place.root, ignore=shutil.ignore_patterns(".git"), dirs_exist_ok=True)
    if how == "worktree":
        place.git("worktree", "add", "-q", str(folder / "beside"))
        place.root = folder / "beside"
    if how == "zip, then git init":
        place.git("init", "-q", "-b", "main")
    return place


def hears(place: Workshop, key: str, conversation: str = "c1") -> str:
    """Return all that an agent is given by every hook, by what is typed and by what it asks for itself."""
    heard = [place.starts(source, conversation).context for source in ("startup", "resume", "clear", "compact")]
    typed = ["where were we?", "/session-list --all", "/session-view", f"/session-view {key}", "/session-resume"]
    typed += ["/session-init x --template bug", "/session-search lock"]
    heard += [place.types(line, conversation).context for line in typed]
    for verb in (
        "list",
        "view",
        "resume",
        "who",
        "inbox",
        "events",
        "summary",
        "files",
        "stats",
        "current",
        "trust",
    ):
        for ref in ("", key) if verb not in ("list", "who", "events", "current") else ("",):
            heard.append(answer(place, verb, ref, conversation))
    heard += [answer(place, verb, "", conversation, all="") for verb in ("list", "stats", "inbox")]
    heard += [answer(place, "search", "lock", conversation), answer(place, "learn", "", conversation, find="lock")]
    heard += [answer(place, "log", "", conversation, note="x", session=key)]
    heard += [
        answer(place, "export", key, conversation, to="out"),
        place.session("view", key, conversation="c1").err,
    ]
    heard.append(place.compacts(conversation).out)
    summary = {"session_id": conversation, "trigger": "manual", "compact_summary": "<summary>Nothing</summary>"}
    heard.append(place.hook("post_compact", summary).out)
    heard.append(place.hook("session_end", {"session_id": conversation, "reason": "other"}).out)
    heard += [place.starts("startup", conversation).context, place.types("where were we?", conversation).context]
    return "\n".join(heard)


def answer(place: Workshop, verb: str, argument: str, conversation: str, **options: str) -> str:
    """Return what a verb says in a conversation, to a reader and as data, or why it refuses."""
    try:
        reply = place.run(verb, argument, conversation=conversation, words=options)
    except Problem as problem:
        return str(problem)
    return f"{reply.text}\n{json.dumps(reply.data, default=list)}"


def test_every_file_is_marked(hostile: Workshop) -> None:
    """The repository that the tests below stand on has its words in each of its files that can hold any."""
    empty = (".gitignore", "origin", "lock", "last_number", "said.jsonl", ".json")
    silent = [
        name
        for name, data in hostile.bytes_of(".sessions").items()
        if b"planted" not in data.lower() and not name.endswith(empty) and data and "-completed-" not in name
    ]
    assert silent == []


@pytest.mark.parametrize("how", ["clone", "worktree", "archive", "zip, then git init"])
def test_nothing_of_it_reaches_the_agent_until_it_is_taken_up(hostile: Workshop, tmp_path: Path, how: str) -> None:
    """No hook, typed command or verb in a conversation gives a word of it; the banner names it to the person."""
    place = arrived(hostile, tmp_path / "mine", how)
    key = key_of(named(place, "planted-work"))
    banner = place.starts(conversation="first").message
    assert "planted-work" in banner
    assert "planted-rest" in banner
    assert "planted" not in hears(place, key).casefold()
    assert PLANTED in place.ok("view", key)
    assert f"Goal {PLANTED}" in place.types(f"/session-resume {key}", "c2").context
    assert f"Goal {PLANTED}" in place.starts(conversation="c3").context


def test_trust_elsewhere_is_no_trust_here(hostile: Workshop, tmp_path: Path) -> None:
    """A session whose id counts as one's own in another store, as in a first clone, is foreign in a second."""
    first = arrived(hostile, tmp_path / "mine", "clone")
    key = key_of(named(first, "planted-work"))
    first.ok("resume", "planted-work")
    assert PLANTED in first.starts().context
    second = Workshop(tmp_path / "again")
    second.home = first.home
    second.git("clone", "-q", str(hostile.root), ".")
    assert "planted" not in hears(second, key).casefold()
    assert PLANTED in first.starts(conversation="c9").context


@pytest.mark.parametrize("git", [True, False])
def test_a_forged_mark_counts_for_nothing(tmp_path: Path, git: bool) -> None:
    """An archive with the very mark and ids of a project that is still in its place is foreign, as a copy is."""
    mine = Workshop(tmp_path / "mine")
    if git:
        mine.git("init", "-q", "-b", "main")
    mine.ok("init", "own", "--goal", PLANTED, conversation="c1")
    copy = Workshop(tmp_path / "copy")
    copy.home = mine.home
    shutil.copytree(mine.root, copy.root, dirs_exist_ok=True)
    assert PLANTED not in copy.starts().out
    assert PLANTED not in copy.types("where were we?").out
    assert PLANTED in mine.starts().context


@pytest.mark.parametrize("git", [True, False])
def test_trust_survives_renames(tmp_path: Path, git: bool) -> None:
    """A project that moves and a document that is renamed stay one's own."""
    mine = Workshop(tmp_path / "mine")
    if git:
        mine.git("init", "-q", "-b", "main")
    mine.ok("init", "own", "--goal", PLANTED)
    mine.root = mine.root.rename(tmp_path / "elsewhere")
    assert PLANTED in mine.starts().context
    mine.path.rename(mine.path.with_name(mine.path.name.replace("own", "other")))
    assert PLANTED in mine.starts(conversation="c2").context


def test_what_was_made_in_one_work_tree_is_own_in_all(tmp_path: Path) -> None:
    """A session that is shared with a repository is its person's in the repository's other work trees, too."""
    mine = Workshop(tmp_path / "mine")
    mine.git("init", "-q", "-b", "main")
    mine.ok("init", "own", "--goal", PLANTED)
    (mine.sessions / ".gitignore").write_text(".state/\n")
    mine.git("add", "-f", "-A")
    mine.git("commit", "-q", "-m", "Share")
    mine.git("worktree", "add", "-q", str(tmp_path / "beside"))
    mine.root = tmp_path / "beside"
    assert PLANTED in mine.starts().context


def test_what_a_pull_brings_is_foreign(hostile: Workshop, tmp_path: Path) -> None:
    """In a store of one's own, another's session that comes with a pull is kept back, and one's own goes on."""
    mine = Workshop(tmp_path / "mine")
    mine.git("init", "-q", "-b", "main")
    mine.ok("init", "own", "--goal", "My own goal")
    hostile.git("rm", "-q", "-r", "--cached", ".sessions/.state")
    hostile.git("commit", "-q", "-m", "Without a state, which git would not put over one's own")
    mine.git("pull", "-q", "--no-rebase", str(hostile.root), "main")
    outcome = mine.starts()
    assert "My own goal" in outcome.context
    assert "planted" not in outcome.context.casefold()
    key = key_of(next(row["id"] for row in json.loads(mine.ok("list", "--json")) if row["shortname"] != "own"))
    assert "planted" not in hears(mine, key, "c5").casefold()


def test_a_lost_data_folder_makes_no_strangers_in_git(tmp_path: Path) -> None:
    """In a container with a new home every day, one's own private sessions stay one's own, all of them."""
    mine = Workshop(tmp_path / "mine")
    mine.git("init", "-q", "-b", "main")
    for name in ("first", "second"):
        mine.ok("init", name, "--goal", f"Goal of {name}")
    mine.ok("pause", "second")
    shutil.rmtree(mine.home / ".local")
    assert "Goal of first" in mine.starts().context
    mine.ok("init", "third", conversation="c2")
    shown = mine.ok("list", conversation="c2")
    assert all(name in shown for name in ("first", "second", "third"))


def test_revoking_ends_it_in_every_conversation(hostile: Workshop, tmp_path: Path) -> None:
    """After a revocation nothing of the session reaches the agent, also where a conversation works on it."""
    place = arrived(hostile, tmp_path / "mine", "clone")
    key = key_of(named(place, "planted-work"))
    place.types("/session-resume planted-work", "c1")
    assert PLANTED in place.starts("compact").context
    refused = place.session("trust", "--revoke", key, conversation="c1")
    assert (refused.code, "person's to say" in refused.err) == (1, True)
    said = place.ok("trust", "--revoke", "planted-work")
    assert "trusted no longer" in said
    assert "planted" not in hears(place, key).casefold()
    assert PLANTED in place.ok("view", key)


def test_trust_lists_what_counts_and_what_does_not(hostile: Workshop, tmp_path: Path) -> None:
    """The list has one's own, what is kept back with the reason, and with `--all` every project."""
    place = arrived(hostile, tmp_path / "mine", "clone")
    place.ok("init", "mine", "--goal", "x")
    data = json.loads(place.ok("trust", "--json"))
    assert [row["shortname"] for row in data["trusted"]] == ["mine"]
    assert {row["why"] for row in data["foreign"]} == {"came with this repository"}
    assert data["strange"] == {"knowledge": 1, "templates": 2}
    text = place.ok("trust")
    assert "planted-work (" in text
    assert "knowledge: 1 text from elsewhere" in text
    (project,) = json.loads(place.ok("trust", "--all", "--json"))["projects"]
    assert (project["project"], [x["shortname"] for x in project["sessions"]]) == (str(place.root), ["mine"])
    place.ok("trust", "planted-rest")
    assert "planted-rest" in [row["shortname"] for row in json.loads(place.ok("trust", "--json"))["trusted"]]


def test_learnings_and_templates_are_taken_up_on_their_own(hostile: Workshop, tmp_path: Path) -> None:
    """One's own learning in a foreign file is given, the others once they were taken up and until revoked."""
    place = arrived(hostile, tmp_path / "mine", "clone")
    place.ok("init", "lock-order", "--goal", "Mend the lock order")
    place.ok("learn", "Take the lock first", "--why", "w", "--impact", "My own impact")
    outcome = place.starts()
    assert "My own impact" in outcome.context
    assert PLANTED not in outcome.context
    assert "1 learning in .sessions/knowledge from elsewhere" in outcome.message
    assert place.session("init", "y", "--template", "bug").code == 1
    assert "Took up 1 new text" in place.ok("trust", "knowledge")
    assert "Took up 1 new text in .sessions/templates" in place.ok("trust", "templates")
    assert PLANTED in place.ok("learn", "--find", "lock", conversation="c1")
    place.ok("init", "y", "--template", "bug")
    place.ok("trust", "--revoke", "knowledge")
    assert PLANTED not in place.ok("learn", "--find", "lock", conversation="c1")


def test_what_an_agent_sends_and_learns_stays_its_own(tmp_path: Path) -> None:
    """Where nothing was there before, what is written counts as own at once, without git as well."""
    mine = Workshop(tmp_path / "mine")
    mine.ok("init", "alpha", conversation="c1")
    mine.ok("init", "beta", conversation="c2")
    mine.ok("send", "Heard", "--to", "beta", conversation="c1")
    mine.ok("learn", "A lock", "--why", "w", "--impact", "i", conversation="c1")
    assert "Heard" in mine.ok("inbox", conversation="c2")
    assert "A lock" in mine.ok("learn", "--find", "lock", conversation="c2")


def test_a_state_from_elsewhere_is_put_aside_and_said(hostile: Workshop, tmp_path: Path) -> None:
    """An archive's state and messages are kept under another name, not believed, and the person is told once."""
    place = arrived(hostile, tmp_path / "mine", "archive")
    message = place.starts(conversation="c7").message
    assert ".sessions/.state was not written on this machine: it was put aside as" in message
    assert (place.sessions / ".state-from-elsewhere" / "running" / "gone.json").exists()
    assert sorted(os.listdir(place.sessions / ".state" / "running")) == ["c7.json"]
    assert "put aside" not in place.starts(conversation="c7").message


def plant(place: Workshop) -> None:
    """Put a learning, a message to all and the note of a broken conversation into a store, as an archive would."""
    write(place, "knowledge/learnings.md", f"# L\n\n## {PLANTED}\n\n- Why: {PLANTED}\n- Impact: {PLANTED}\n")
    message = f"---\nat: 2100-01-15T10:30:00.000Z\nkind: message\npriority: high\n---\n{PLANTED}\n"
    write(place, "messages/all/20990115T103000000000-high-000000-abcdef.md", message)
    write(place, "templates/bug.md", f"# {{{{name}}}}\n{PLANTED}\n")
    transcript = place.root / "said.jsonl"
    said = {"type": "user", "uuid": "u", "timestamp": "2025-01-15T10:00:00Z"}
    transcript.write_text(json.dumps({**said, "message": {"role": "user", "content": f"Never {PLANTED}"}}) + "\n")
    note = {"conversation": "gone", "process": -1, "transcript": str(transcript)}
    write(place, ".state/running/gone.json", json.dumps(note))


def is_silent(place: Workshop) -> None:
    """Hold that a session about the lock is told of nothing that was planted."""
    heard = [place.types("/session-init lock-work --goal 'Mend the lock'", "c1").context]
    heard += [place.starts(conversation=name).context for name in ("c1", "c2")]
    heard += [place.types("/session-inbox", "c1").context, answer(place, "learn", "", "c1", find="lock")]
    heard += [answer(place, "inbox", "", "c1", all=""), answer(place, "init", "x", "c3", template="bug")]
    assert "Mend the lock" in "".join(heard)
    assert "PLANTED" not in "".join(heard)


def test_a_mark_speaks_for_its_own_store_alone(tmp_path: Path) -> None:
    """What an archive brings into a folder below a project with a mark has none: it is put aside, not believed."""
    outer = Workshop(tmp_path / "outer")
    outer.git("init", "-q", "-b", "main")
    outer.ok("init", "mine", "--goal", "x")
    outer.root = outer.root / "dl" / "evil"
    outer.root.mkdir(parents=True)
    plant(outer)
    assert "put aside" in outer.starts(conversation="first").message
    is_silent(outer)
    assert "lock-work" in outer.ok("trust")
    assert str(outer.root) in outer.ok("trust", "--all")
    assert (outer.root.parents[1] / ".git" / "session-journal-dl%2Fevil").is_file()


@pytest.mark.parametrize("how", ["an archive over it", "a pull taken back", "taken out of the index"])
def test_what_git_does_not_track_is_not_own_for_that(hostile: Workshop, tmp_path: Path, how: str) -> None:
    """In a store with a mark, files that git does not track are believed only as they were written here."""
    mine = Workshop(tmp_path / "mine")
    mine.git("clone", "-q", str(hostile.root), ".")
    mine.git("checkout", "-q", "-b", "work")
    mine.git("rm", "-q", "-r", ".sessions")
    mine.git("commit", "-q", "-m", "Without")
    mine.ok("init", "own", "--goal", "x")
    if how == "a pull taken back":
        (mine.sessions / ".gitignore").write_text("/.state/\n")
        mine.git(
            "checkout", "-q", "main", "--", ".sessions/knowledge", ".sessions/messages", ".sessions/templates"
        )
        mine.git("commit", "-q", "-m", "Theirs")
        mine.git("reset", "-q", "HEAD~1")
    plant(mine)
    if how == "taken out of the index":
        mine.git("add", "-f", ".sessions")
        mine.git("rm", "-q", "-r", "--cached", ".sessions")
    assert not git.is_tracked(str(mine.root), ".sessions/knowledge/learnings.md")
    is_silent(mine)
    assert "broke off" not in mine.starts(conversation="c4").message


def test_a_message_that_was_changed_is_not_read(workshop: Workshop) -> None:
    """A message is read letter by letter as it was sent, or not at all."""
    workshop.ok("init", "other")
    workshop.ok("send", "Heard", "--to", "other")
    (path,) = workshop.sessions.glob("messages/*/*.md")
    assert "Heard" in workshop.ok("inbox", "--session", "other", "--all")
    path.write_text(path.read_text().replace("Heard", PLANTED))
    assert PLANTED not in workshop.ok("inbox", "--session", "other", "--all")


def test_a_lost_data_folder_loses_no_learning_and_no_message(tmp_path: Path) -> None:
    """With a new home, what was learnt and sent is known still, and what is learnt then beside it."""
    mine = Workshop(tmp_path / "mine")
    mine.git("init", "-q", "-b", "main")
    mine.ok("init", "first", "--goal", "x")
    mine.ok("init", "second", "--goal", "x")
    mine.ok("learn", "A lock", "--why", "w", "--impact", "i")
    mine.ok("send", "Heard", "--to", "first")
    shutil.rmtree(mine.home / ".local")
    mine.ok("learn", "Another lock", "--why", "w", "--impact", "i")
    assert "Heard" in mine.ok("inbox", "--session", "first", "--all")
    told = mine.ok("learn", "--find", "lock", conversation="c1")
    assert ("A lock" in told, "Another lock" in told) == (True, True)


@pytest.mark.parametrize("how", ["file", "file to a work tree", "link", "hard link"])
def test_no_mark_is_borrowed_from_another_project(tmp_path: Path, how: str) -> None:
    """An archive whose git folder leads to another project's mark, of the person's own, has none by that."""
    other = Workshop(tmp_path / "one")
    other.git("init", "-q", "-b", "main")
    other.commits()
    other.ok("init", "theirs", "--goal", "x")
    mark = other.root / ".git" / "session-journal"
    before = mark.read_bytes()
    evil = Workshop(tmp_path / "two")
    evil.home = other.home
    if how.startswith("file"):
        link = os.path.relpath(other.root / ".git", evil.root / ".g")
        (evil.root / ".git").write_text("gitdir: .g\n")
        (evil.root / ".g").mkdir()
        names = {"gitdir": ".git", "commondir": link, "HEAD": "ref: refs/heads/main"}
        if how == "file to a work tree":
            (evil.root / ".git").write_text(f"gitdir: {evil.root}/.g\n")
            names["gitdir"] = str(evil.root / ".git")
        for name, text in names.items():
            (evil.root / ".g" / name).write_text(text + "\n")
    else:
        evil.git("init", "-q", "-b", "main")
        place = evil.root / ".git" / "session-journal"
        place.symlink_to(os.path.relpath(mark, place.parent)) if how == "link" else place.hardlink_to(mark)
    plant(evil)
    assert "put aside" in evil.starts(conversation="first").message
    is_silent(evil)
    assert mark.read_bytes() == before
    assert "theirs" in other.ok("trust")


@pytest.mark.parametrize("version", ["2", "3", "4", "split", "sparse", "sha256", "damaged"])
def test_an_index_of_every_version_tells_what_it_tracks(tmp_path: Path, version: str) -> None:
    """What git tracks is found in each form of its index; where the names are in another file, all counts so."""
    place = Workshop(tmp_path / "place")
    place.git("init", "-q", "-b", "main", *(["--object-format=sha256"] if version == "sha256" else []))
    names = ["a.txt", ".sessions/knowledge/learn.md", ".sessions/knowledge/learnings.md"]
    for name in names:
        (place.root / name).parent.mkdir(parents=True, exist_ok=True)
        (place.root / name).write_text("x")
    place.git("add", "-A", "-f")
    place.git("commit", "-q", "-m", "x")
    if version in ("2", "4"):
        place.git("update-index", "--index-version", version)
    if version == "3":
        (place.root / "later").write_text("x")
        place.git("add", "-N", "later")
    if version == "split":
        place.git("update-index", "--split-index")
    if version == "sparse":
        place.git("sparse-checkout", "set", "--cone", "--sparse-index", "nothing")
    if version == "damaged":
        (place.root / ".git" / "index").write_bytes(b"DIRC\0\0\0\4\0\0\0\7" + b"x" * 90)
    tracked = [name for name in names if git.is_tracked(str(place.root), name)]
    assert tracked == names
    assert git.is_tracked(str(place.root), ".sessions/knowledge")
    untracked = ["b.txt", ".sessions/knowledge/lea", ".session", "learn.md", ".sessions/knowledge/learnings.md/x"]
    told = [name for name in untracked if git.is_tracked(str(place.root), name)]
    if version not in ("split", "damaged"):
        assert [name for name in told if version != "sparse" or ".sessions/" not in name] == []
