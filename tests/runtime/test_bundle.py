"""The compiled modules in one file: as good as Python's own search, and never in the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from workshop import ROOT, SITES

PROMPT = {"prompt": "/session-view", "session_id": "c1"}


class Plugin:
    """A copy of what the hooks run on, with a project and a folder for what is compiled."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "plugin"
        self.caches = folder / "caches"
        self.project = folder / "project"
        self.first = ""
        self.project.mkdir(parents=True)
        for name in ("hooks", "runtime", "src"):
            shutil.copytree(ROOT / name, self.root / name, ignore=shutil.ignore_patterns("__pycache__"))

    @property
    def bundle(self) -> Path:
        """Where the modules of the hooks are kept for this Python."""
        return Path(f"{self.caches}{self.root}/hooks.{sys.implementation.cache_tag}.modules")

    def start(self, event: str = "user_prompt_submit", python: str = sys.executable) -> subprocess.Popen[bytes]:
        """Start the program of an event."""
        options = ["-I", "-S", "-X", f"pycache_prefix={self.caches}", "-X", "importtime"]
        return subprocess.Popen(
            [python, *options, str(self.root / "hooks" / f"{event}.py")],
            env={"SESSION_JOURNAL_SITE": SITES[-1], "HOME": str(self.project.parent)},
            cwd=self.project,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, **more: str) -> str:
        """Run the program on a typed command; return what it says to the client."""
        process = self.start(**more)
        out, err = process.communicate(json.dumps({"cwd": str(self.project), **PROMPT}).encode(), timeout=60)
        assert process.returncode == 0, err
        assert b"Traceback" not in err
        return out.decode()

    def holds_all(self) -> bool:
        """Tell whether a run finds all of its modules in the bundle: none is compiled beside it."""
        beside = Path(f"{self.caches}{self.root}/src")
        shutil.rmtree(beside)
        assert self.run() == self.first
        return not beside.exists()


@pytest.fixture
def plugin(tmp_path: Path) -> Plugin:
    """Return a plugin that has run once."""
    made = Plugin(tmp_path)
    made.first = made.run()
    return made


def test_the_first_run_makes_it_and_the_next_uses_it(plugin: Plugin) -> None:
    """The file is private, and what the next run says is the same; without a change it is left as it is."""
    before = plugin.bundle.stat()
    assert before.st_mode & 0o777 == 0o600
    assert plugin.holds_all()
    assert plugin.bundle.stat().st_mtime_ns == before.st_mtime_ns


def test_an_edit_counts_at_once(plugin: Plugin) -> None:
    """A source that was changed, or put in place by an update, is what runs; so is one that is taken away."""
    path = plugin.root / "src/session_journal/events/reply.py"
    text = path.read_text()
    for word in ("first", "second"):
        path.write_text(f'{text}\n\ndef render(reply: object, event: str) -> str:\n    return "{word} edit"\n')
        os.utime(path, (time.time(), 1_700_000_000 + len(word)))
        assert plugin.run() == f"{word} edit"
        assert plugin.run() == f"{word} edit"
    path.write_text(text)
    os.utime(path, (time.time(), 1_600_000_000))
    assert plugin.run() == plugin.first


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "cut in the index": lambda data: data[:60],
    "other": lambda data: b"\0" * len(data),
    "a byte of the index": lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:],
    "a byte of a module": lambda data: data[:-2000] + bytes([data[-2000] ^ 1]) + data[-1999:],
    "a length without end": lambda data: data[:33] + b"\xff" * 8 + data[41:],
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_made_anew(plugin: Plugin, damage: str) -> None:
    """Whatever stands in it, the answer is the same and the file is whole after it."""
    whole = plugin.bundle.read_bytes()
    plugin.bundle.write_bytes(DAMAGE[damage](whole))
    for _ in range(2):  # the second run knows what the first could not use
        assert plugin.run() == plugin.first
    assert plugin.holds_all()


@pytest.mark.parametrize("kind", ["others may write it", "link", "folder", "pipe", "of another Python"])
def test_a_file_that_is_not_ours_is_not_used(plugin: Plugin, tmp_path: Path, kind: str) -> None:
    """What others may have written, and what another Python made, is no code of ours."""
    whole = plugin.bundle.read_bytes()
    evil = whole.replace(b"session-journal", b"SESSION-JOURNAL")
    plugin.bundle.unlink()
    if kind == "others may write it":
        plugin.bundle.write_bytes(whole)
        plugin.bundle.chmod(0o666)
    elif kind == "link":
        (tmp_path / "elsewhere").write_bytes(whole)
        plugin.bundle.symlink_to(tmp_path / "elsewhere")
    elif kind == "folder":
        plugin.bundle.mkdir()
    elif kind == "pipe":
        os.mkfifo(plugin.bundle)
    else:
        plugin.bundle.write_bytes(evil)
    assert plugin.run() == plugin.first
    if kind != "folder":
        assert plugin.bundle.is_file()
        assert not plugin.bundle.is_symlink()
        assert plugin.bundle.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(plugin: Plugin) -> None:
    """Where nothing can be kept, here for a file where the folder should be, the answer is the same."""
    shutil.rmtree(plugin.caches)
    plugin.caches.write_text("")
    assert plugin.run() == plugin.first


def test_many_at_once_make_one(plugin: Plugin) -> None:
    """Several first runs at the same moment all answer, and leave one whole file and nothing else."""
    plugin.bundle.unlink()
    runs = [plugin.start() for _ in range(6)]
    data = json.dumps({"cwd": str(plugin.project), **PROMPT}).encode()
    said = [run.communicate(data, timeout=60)[0].decode() for run in runs]
    assert said == [plugin.first] * 6
    assert [path.name for path in plugin.bundle.parent.glob("*.modules*")] == [plugin.bundle.name]
    assert plugin.run() == plugin.first


def test_one_that_ended_while_making_it_is_in_nobodys_way(plugin: Plugin) -> None:
    """A half-made file is left alone while somebody may be at it, and taken away after that."""
    plugin.bundle.unlink()
    half = plugin.bundle.with_name(plugin.bundle.name + ".new")
    half.write_bytes(b"half")
    assert plugin.run() == plugin.first
    assert not plugin.bundle.exists()
    os.utime(half, (1, 1))
    for _ in range(2):
        assert plugin.run() == plugin.first
    assert plugin.bundle.is_file()
    assert not half.exists()


def test_a_kill_at_any_moment_leaves_what_can_be_used(plugin: Plugin) -> None:
    """Killed while it starts, works or makes the file: the next run answers as ever."""
    data = json.dumps({"cwd": str(plugin.project), **PROMPT}).encode()
    for step in range(12):
        plugin.bundle.unlink(missing_ok=True)
        run = plugin.start()
        assert run.stdin is not None
        run.stdin.write(data)
        run.stdin.close()
        time.sleep(0.01 * step)
        run.send_signal(signal.SIGKILL)
        run.wait()
        for stream in (run.stdout, run.stderr):
            assert stream is not None
            stream.close()
    assert plugin.run() == plugin.first


def test_modules_are_as_python_makes_them() -> None:
    """What a module knows of itself is the same whether it came from the bundle or not."""
    script = """
import sys, os
folder, root, site = sys.argv[1:]
sys.path.insert(0, root + "/src"); sys.path.append(site)
from _frozen_importlib_external import SourceFileLoader
modules = {"__name__": "bundle"}
exec(SourceFileLoader("bundle", root + "/runtime/bundle.py").get_code("bundle"), modules)
bundle = modules["use"](root, "test")
import session_journal.events.session_start, session_journal.redact, yaml, json, _json
ours = ("session_journal", "yaml", "json", "_json")
for module in [sys.modules[name] for name in sorted(sys.modules) if name.startswith(ours)]:
    spec = module.__spec__
    print(module.__name__, module.__file__, module.__package__)
    print(getattr(module, "__cached__", None), getattr(module, "__path__", None), spec.origin, spec.parent)
    print(spec.has_location, spec.submodule_search_locations, isinstance(spec.loader, SourceFileLoader))
    if isinstance(spec.loader, SourceFileLoader):
        assert spec.loader.get_source(module.__name__) == open(module.__file__, encoding="utf-8").read()
bundle.keep()
sys.stderr.write(str(len(bundle.served)))
"""
    folder = ROOT / "build" / "bundle-test"
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-I", "-S", "-X", f"pycache_prefix={folder}", "-c", script]
    runs = [
        subprocess.run([*command, str(folder), str(ROOT), SITES[-1]], capture_output=True, check=True)
        for _ in range(2)
    ]
    shutil.rmtree(folder)
    assert runs[0].stdout == runs[1].stdout
    assert (runs[0].stderr, int(runs[1].stderr) > 40) == (b"0", True)
