"""What `bench/counts` reads out of strace's lines, and what it holds against its limits."""

from __future__ import annotations

import sys

from workshop import ROOT

sys.path.insert(0, str(ROOT / "bench"))

from speed import counts

TRACE = """\
100 execve("/bin/sh", ["/bin/sh", "-c", "run"], 0x7ffd /* 9 vars */) = 0
100 vfork( <unfinished ...>
101 execve("/plugin/hooks/run", ["/plugin/hooks/run"], 0x55 /* 9 vars */ <unfinished ...>
100 <... vfork resumed>) = 101
101 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD, child_tidptr=0x7f) = 102
101 clone3({flags=CLONE_VM|CLONE_FS|CLONE_THREAD, exit_signal=0}, 88) = 103
102 newfstatat(AT_FDCWD, "/plugin/src/session_journal/store.py", {st_mode=S_IFREG|0644, st_size=9, ...}, 0) = 0
102 stat("/plugin/src/session_journal/store.py", {st_mode=S_IFREG|0644, st_size=9, ...}) = 0
102 newfstatat(AT_FDCWD, "/plugin/src/session_journal/gone.py", 0x7ffe, 0) = -1 ENOENT (No such file or directory)
102 newfstatat(AT_FDCWD, "/usr/lib/python3.11/os.py", {st_mode=S_IFREG|0644, st_size=9, ...}, 0) = 0
102 openat(AT_FDCWD, "/plugin/hooks/session_start.py", O_RDONLY|O_CLOEXEC) = 3
102 openat(AT_FDCWD, "/data/pycache/plugin/runtime/bundle.cpython-311.pyc", O_RDONLY|O_CLOEXEC) = 3
102 openat(AT_FDCWD, "/data/pycache/plugin/none.cpython-311.pyc", O_RDONLY) = -1 ENOENT (No such file or directory)
102 openat(AT_FDCWD, "/project/.sessions/active/a.md", O_RDONLY|O_NONBLOCK|O_CLOEXEC) = 3
102 openat(AT_FDCWD, "src/module_001.py", O_RDONLY) = 4
102 openat(AT_FDCWD, "src/file.c", O_RDONLY) = 4
"""
COUNTED = {"processes": 3, "modules": 1, "libraries": 2, "compiled": 1, "files": 1}


def test_strace_is_read() -> None:
    """Processes but no threads; each module once, wherever its code is from; files that were there."""
    assert counts.counts(TRACE) == COUNTED


def test_more_than_the_limit_is_told() -> None:
    """A case is above its limits when one number is, and when nobody has set any."""
    limits = {"start": counts.with_slack(COUNTED)}
    assert counts.above({"start": COUNTED}, limits) == []
    assert counts.above({"start": {**COUNTED, "processes": 4}}, limits) == ["start"]
    assert counts.above({"start": {**COUNTED, "compiled": 40}}, limits) == ["start"]
    assert counts.above({"other": COUNTED}, limits) == ["other"]
    assert "4 ≤ 3 !" in counts.table({"start": {**COUNTED, "processes": 4}}, limits)


def test_what_starts_no_python_has_no_slack() -> None:
    """Where there is nothing that varies, one file more is too many."""
    plain = {**COUNTED, "modules": 0}
    assert counts.with_slack(plain) == plain
