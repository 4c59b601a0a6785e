"""Repositories whose configuration starts programs: none is started by what we read."""

from __future__ import annotations

import contextlib
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from workshop import Workshop

from session_journal import git, repository, verbs
from session_journal.errors import Problem

HOOKS = (  # noqa: SIM905 (words read better than a list of literals)
    "pre-commit prepare-commit-msg commit-msg post-commit post-checkout post-merge pre-rebase pre-auto-gc"
    " post-index-change reference-transaction fsmonitor-watchman post-rewrite pre-push"
).split()
PROGRAMS = (  # noqa: SIM905
    "core.fsmonitor core.pager core.editor core.sshCommand core.gitProxy core.askPass core.alternateRefsCommand"
    " sequence.editor gpg.program gpg.ssh.program gpg.x509.program diff.external diff.evil.command"
    " diff.evil.textconv merge.evil.driver interactive.diffFilter trailer.session.command trailer.session.cmd"
    " uploadpack.packObjectsHook remote.origin.uploadpack remote.origin.receivepack pager.status pager.log"
    " pager.diff pager.config pager.rev-list pager.ls-files man.viewer web.browser filter.evil.clean"
    " filter.evil.smudge filter.Odd.One.clean filter.lfs.clean filter.lfs.process"
).split()
COMMANDS = "status diff log config rev-list ls-files rev-parse for-each-ref commit-tree update-ref check-ignore"


def trap(folder: Path, name: str) -> Path:
    """Return a program that leaves its name in `sprung` and otherwise passes text on."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\necho '{name}' >> '{folder}/sprung'\nexec cat\n")
    path.chmod(0o755)
    return path


def arm(git_config: Path, folder: Path, label: str) -> None:
    """Add every setting by which git starts a program to a configuration file."""
    rows: list[str] = []
    for key in PROGRAMS:
        section, _, name = key.rpartition(".")
        part, _, sub = section.partition(".")
        rows.append(f'[{part} "{sub}"]' if sub else f"[{part}]")
        rows.append(f"\t{name} = {trap(folder, f'{label}-{key}')}")
    rows += ["[alias]", *(f"\t{name} = !{trap(folder, f'{label}-alias')}" for name in COMMANDS.split())]
    rows += [f"[credential]\n\thelper = !{trap(folder, f'{label}-credential')}"]
    rows += ["[log]\n\tshowSignature = true", '[filter "evil"]\n\trequired = true', "[color]\n\tui = always"]
    rows += ["[status]\n\tsubmoduleSummary = true", "[diff]\n\tsubmodule = log\n\tignoreSubmodules = none"]
    rows += [f'[submodule "inner"]\n\tupdate = !{trap(folder, f"{label}-update")}\n\tignore = none']
    hooks = folder / f"{label}-hooks"
    for hook in HOOKS:
        trap(folder, f"{label}-{hook}")
        hooks.mkdir(exist_ok=True)
        (hooks / hook).symlink_to(folder / f"{label}-{hook}")
    rows += [f"[core]\n\thooksPath = {hooks}\n\tuntrackedCache = true\n\tpreloadIndex = true"]
    with git_config.open("a") as stream:
        stream.write("\n".join(rows) + "\n")


@pytest.fixture
def hostile(repository: Workshop, tmp_path: Path) -> Workshop:
    """Return a repository with a session and a submodule, which starts a program wherever git would."""
    traps = tmp_path / "traps"
    inner = tmp_path / "inner"
    subprocess.run(["git", "init", "-q", "-b", "main", str(inner)], check=True)
    (inner / "file.evil").write_text("same size\n")
    identity = ["-c", "user.name=A", "-c", "user.email=a@b"]
    subprocess.run(["git", "-C", str(inner), "add", "."], check=True)
    subprocess.run(["git", "-C", str(inner), *identity, "commit", "-q", "-m", "x"], check=True)
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner), "inner")
    names = ("a.evil", "b.odd", "c.other", "d.lfs")
    for name in names:
        (repository.root / name).write_text("same size\n")
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "Begin")
    repository.run("init", "fix-sweep-bug", goal="Fix the race", steps="Reproduce; Fix it")
    signed = repository.git("cat-file", "commit", "HEAD")
    head, _, body = signed.partition("\n\n")
    seal = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQEzBAABCAAdFiEE\n -----END PGP SIGNATURE-----"
    commit = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"],
        input=f"{head}\n{seal}\n\n{body}\n",
        cwd=repository.root,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.strip()
    repository.git("reset", "-q", "--soft", commit)
    (repository.root / ".gitattributes").write_text("*.evil filter=evil diff=evil merge=evil\n*.lfs filter=lfs\n")
    (repository.root / ".git" / "info" / "attributes").write_text("*.odd filter=Odd.One\n*.other filter=other\n")
    more = tmp_path / "more-config"
    more.write_text(f'[filter "other"]\n\tclean = {trap(traps, "included")}\n')
    arm(repository.root / ".git" / "config", traps, "outer")
    with (repository.root / ".git" / "config").open("a") as stream:
        stream.write(f"[include]\n\tpath = {more}\n")
    module = repository.root / ".git" / "modules" / "inner"
    arm(module / "config", traps, "inner")
    with (module / "config").open("a") as stream:
        stream.write(f'[filter "inmost"]\n\tclean = {trap(traps, "inmost")}\n')
    (module / "info" / "attributes").write_text("*.evil filter=inmost\n")
    for name in (*names, "inner/file.evil"):
        path = repository.root / name
        path.write_text("SAME SIZE\n")  # git has to look into it
        os.utime(path, (1, 1))
    return repository


def sprung(workshop: Workshop) -> list[str]:
    """Return the names of the programs that were started."""
    marks = workshop.root.parent / "traps" / "sprung"
    return sorted(set(marks.read_text().split())) if marks.exists() else []


def test_the_traps_are_live(hostile: Workshop) -> None:
    """Plain git starts these programs: filters, the monitor, external diffs, the signature check, submodules'."""
    for words in (["status"], ["diff"], ["log", "-1"], ["submodule", "update"]):
        subprocess.run(
            ["git", *words], cwd=hostile.root, env=hostile.environ(), capture_output=True, check=False, timeout=60
        )
    assert {
        "outer-core.fsmonitor",
        "outer-filter.evil.clean",
        "outer-filter.Odd.One.clean",
        "outer-filter.lfs.process",
        "included",
        "outer-diff.external",
        "outer-gpg.program",
        "inner-core.fsmonitor",
        "inmost",
    } <= set(sprung(hostile))


ARGUMENTS: dict[str, dict[str, str]] = {
    "init": {"argument": "second", "goal": "Go on"},
    "log": {"progress": "Looked", "decision": "Lock", "rationale": "Simple"},
    "item": {"argument": "add", "rest": "Write the parser"},
    "set": {"tag": "x"},
    "checkpoint": {"tldr": "Here"},
    "send": {"argument": "hello", "to": "all"},
    "learn": {"argument": "Lock first", "why": "Races"},
    "archive": {"before": "1d"},
    "export": {"to": "out", "format": "md"},
    "guard": {},
    "commit": {"squash": ""},
}


def test_no_verb_that_reads_starts_a_program_of_the_repository(hostile: Workshop) -> None:
    """Every verb runs in a hostile repository; none of the programs in its configuration is started."""
    for name in ["guard", *verbs.NAMES, "who", "files", "resume", "files", "summary"]:
        given: dict[str, Any] = dict(ARGUMENTS.get(name, {}))
        argument, rest = given.pop("argument", ""), given.pop("rest", "")
        if name == "export":
            given["to"] = str(hostile.root.parent / "out")
        with contextlib.suppress(Problem):
            hostile.run(name, argument, rest=rest, conversation="c1", **given)
        assert sprung(hostile) == [], name
    assert "a.evil" in hostile.run("files", "fix-sweep-bug").text


def test_no_hook_starts_a_program_of_the_repository(hostile: Workshop) -> None:
    """The five hooks, as processes, in a hostile repository: no program of it is started."""
    assert "fix-sweep-bug" in hostile.starts().context
    hostile.types("where were we?")
    hostile.types('/session-log --progress "Looked"')
    hostile.types("/session-who")
    assert hostile.compacts().code == 0
    hostile.starts("compact")
    hostile.hook("post_compact", {"session_id": "c1", "trigger": "manual", "compact_summary": "## Done\n- x"})
    hostile.hook("session_end", {"session_id": "c1", "reason": "clear"})
    assert sprung(hostile) == []
    assert "a.evil" in str([entry.field_list("uncommitted") for entry in hostile.entries("checkpoint")])


@pytest.mark.parametrize("name", ["filter.a=b.clean", "filter.evil.process"])
def test_a_filter_that_cannot_be_turned_off_leaves_the_question_open(hostile: Workshop, name: str) -> None:
    """A filter whose name would part the option in the wrong place: git is not asked, rather than run it."""
    part, _, key = name.removeprefix("filter.").rpartition(".")
    with (hostile.root / ".git" / "config").open("a") as stream:
        stream.write(f'[filter "{part}"]\n\t{key} = {trap(hostile.root.parent / "traps", "late")}\n')
    (hostile.root / ".git" / "info" / "attributes").write_text(f"* filter={part}\n")
    changed = git.uncommitted(str(hostile.root))
    assert (changed is None) == ("=" in part)
    assert sprung(hostile) == []


def test_the_configuration_leads_to_no_other_work_tree(hostile: Workshop, tmp_path: Path) -> None:
    """`core.worktree` of a repository cannot make us list or take for the project a folder elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.txt").write_text("x")
    with (hostile.root / ".git" / "config").open("a") as stream:
        stream.write(f"[core]\n\tworktree = {elsewhere}\n")
    assert "secret.txt" not in (git.uncommitted(str(hostile.root)) or [])
    assert "a.evil" in (git.uncommitted(str(hostile.root)) or [])
    assert repository.read(str(hostile.root), ["rev-parse", "--show-toplevel"]).strip() == str(hostile.root)


def test_a_missing_object_is_not_fetched(hostile: Workshop) -> None:
    """A repository that says it is a partial clone starts no transport for what it lacks."""
    with (hostile.root / ".git" / "config").open("a") as stream:
        ext = trap(hostile.root.parent / "traps", "transport")
        stream.write("[extensions]\n\tpartialClone = origin\n[core]\n\trepositoryFormatVersion = 1\n")
        stream.write(f'[remote "origin"]\n\turl = ext::{ext}\n\tpromisor = true\n\tvcs = {ext}\n')
        stream.write('[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n')
    assert git.commits_between(str(hostile.root), "1" * 40) is None
    git.run(str(hostile.root), ["diff", "--name-status", "-z", "2" * 40, "--"], 10.0)
    git.run(str(hostile.root), ["log", "-1", "--format=%H", "3" * 40, "--"], 10.0)
    assert sprung(hostile) == []


@pytest.mark.parametrize("commit", ["--output=stolen", "--no-index", "-O/dev/zero", "HEAD", "--ext-diff"])
def test_a_commit_in_an_entry_is_no_option(worktree: Workshop, commit: str) -> None:
    """What an entry names as its commit reaches git only when it is a commit's id."""
    for path in worktree.sessions.glob("journal/*/entries/*-started-*.md"):
        text = path.read_text()
        kept = "\n".join(line for line in text.split("\n") if not line.startswith("commit:"))
        path.chmod(0o600)
        path.write_text(kept.replace("---\n", f"---\ncommit: {commit!r}\n", 1))
    before = sorted(path.name for path in worktree.root.iterdir())
    assert worktree.run("files").data["origin"] == "git"
    assert sorted(path.name for path in worktree.root.iterdir()) == before


def test_a_branch_that_leads_out_of_the_repository_is_none(repository: Workshop) -> None:
    """HEAD cannot name a file elsewhere; a branch in it that looks like shell or options stays a text."""
    (repository.root / "outside").write_text("abcdef0123456789\n")
    head = repository.root / ".git" / "HEAD"
    for ref in ("../outside", "refs/../../outside", "/etc/hostname", "refs/heads/../../../outside"):
        head.write_text(f"ref: {ref}\n")
        assert git.head(str(repository.root)) == git.Head()
    head.write_text("ref: refs/heads/$(touch x)`id`;--help\n")
    assert git.head(str(repository.root)).branch == "$(touch x)`id`;--help"


def test_git_gets_its_words_apart_from_names(worktree: Workshop, tmp_path: Path) -> None:
    """Every call that can take names has `--` before them, and no call goes through a shell."""
    seen = tmp_path / "seen"
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$*\" >> '{seen}'\nexec /usr/bin/git \"$@\"\n")
    program.chmod(0o755)
    env = {"PATH": f"{program.parent}:/usr/local/bin:/usr/bin:/bin"}
    worktree.commits("a.txt")
    for words in (["files"], ["summary"], ["who"], ["checkpoint"], ["guard"], ["commit", "--squash"]):
        worktree.session(*words, env=env)
    worktree.starts(env=env)
    calls = seen.read_text().splitlines()
    assert len(calls) > 5
    plain = ("rev-parse", "config", "for-each-ref")
    bare = [call for call in calls if not any(f" {name} " in call for name in plain) and " -- " not in f"{call} "]
    assert bare == []


def test_a_guard_is_not_written_out_of_the_repository(worktree: Workshop, tmp_path: Path) -> None:
    """A repository's own `core.hooksPath` that leads elsewhere gets no file from us; one inside does."""
    elsewhere = tmp_path / "elsewhere"
    for path in (str(elsewhere), "../elsewhere"):
        worktree.git("config", "core.hooksPath", path)
        with pytest.raises(Problem, match="leads out of it"):
            worktree.run("guard", install="")
        assert not elsewhere.exists()
    worktree.git("config", "core.hooksPath", ".githooks")
    worktree.run("guard", install="")
    assert (worktree.root / ".githooks" / "pre-commit").exists()
