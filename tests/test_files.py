"""Files are written whole or not at all, and nobody's are replaced by mistake."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from workshop import ROOT

from session_journal import files, lock
from session_journal.errors import Busy, Malformed, Unusable


def test_a_new_file_replaces_none(tmp_path: Path) -> None:
    """Creating a file that is there fails and leaves it; nothing else stays behind."""
    path = tmp_path / "a"
    files.create(str(path), b"first")
    with pytest.raises(FileExistsError):
        files.create(str(path), b"second")
    assert path.read_bytes() == b"first"
    assert os.listdir(tmp_path) == ["a"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_nlink == 1


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_a_replaced_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    """Whoever may read a file may read it afterwards."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    assert files.replace(str(path), b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", mode)
    assert os.listdir(tmp_path) == ["a"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Replacing through a link changes the file that it leads to."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real/a")
    assert files.replace(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "a").read_bytes() == b"new"


def test_what_somebody_else_wrote_is_not_replaced(tmp_path: Path) -> None:
    """With the bytes that were read, a file that changed since is left alone; one that is gone is not made."""
    path = tmp_path / "a"
    path.write_bytes(b"theirs")
    assert not files.replace(str(path), b"ours", expected=b"before")
    assert path.read_bytes() == b"theirs"
    path.unlink()
    with pytest.raises((Unusable, FileNotFoundError)):
        files.replace(str(path), b"ours", expected=b"before")
    assert os.listdir(tmp_path) == []


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A folder, a FIFO, a device and what is too large are refused at once, never waited for."""
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "large").write_bytes(b"x" * 101)
    for path in (tmp_path, tmp_path / "fifo", Path("/dev/zero"), tmp_path / "large"):
        with pytest.raises((Malformed, Unusable)):
            files.read(str(path), limit=100)
    with pytest.raises(FileNotFoundError):
        files.read(str(tmp_path / "gone"))


def test_folders_are_private_all_the_way(tmp_path: Path) -> None:
    """A folder and its parents are made for their owner alone; a file in the way is named."""
    files.make_folder(str(tmp_path / "a" / "b" / "c"))
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/b", "a/b/c")} == {0o700}
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "dangling").symlink_to("nowhere")
    for name in ("file", "file/below", "dangling", "dangling/below"):
        with pytest.raises(Unusable):
            files.make_folder(str(tmp_path / name))
    with pytest.raises(Unusable):
        files.make_folder("/proc/nothing/below")


def test_a_move_takes_nobodys_place(tmp_path: Path) -> None:
    """A file is not moved onto another."""
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    with pytest.raises(Unusable, match="already there"):
        files.move(str(tmp_path / "a"), str(tmp_path / "b"))
    assert (tmp_path / "b").read_bytes() == b"b"


def test_a_log_keeps_its_newer_half(tmp_path: Path) -> None:
    """A log never grows beyond its bound and keeps whole lines, the newest."""
    path = tmp_path / "log"
    for number in range(300):
        files.append_bounded(str(path), f"line {number}", limit=1_000)
        assert path.stat().st_size <= 1_020
    lines = path.read_text().splitlines()
    assert lines[-1] == "line 299"
    assert all(line.startswith("line ") for line in lines)
    files.append_bounded(str(tmp_path / "gone" / "log"), "no harm")


def test_a_lock_is_held_once_and_dies_with_its_holder(tmp_path: Path) -> None:
    """While one process holds the lock another gives up after its time; a killed holder frees it."""
    path = str(tmp_path / "lock")
    hold = "import sys, time; from session_journal import lock\n"
    hold += "with lock.Lock(sys.argv[1], 1):\n print(1, flush=True); time.sleep(60)"
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, path], stdout=subprocess.PIPE, env={"PYTHONPATH": str(ROOT / "src")}
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"1\n"
    with pytest.raises(Busy, match=r"0\.05 s"), lock.Lock(path, 0.05):
        pass
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with lock.Lock(path, 0.05), pytest.raises(Busy), lock.Lock(path, 0):
        pass


def test_a_lock_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A folder in the lock's place is named, not waited for."""
    with pytest.raises(Unusable), lock.Lock(str(tmp_path), 5):
        pass


def test_a_disk_that_is_full_loses_nothing(tmp_path: Path) -> None:
    """Where writing fails in the middle, the old file is whole and no half-written one stays."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    script = (
        "import resource, signal, sys; from session_journal import errors, files\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "for write in (files.replace, files.create):\n"
        "    try:\n        write(sys.argv[1] + ('' if write is files.replace else 'new'), b'x' * 5000)\n"
        "    except errors.Unusable as error:\n        print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.count("File too large") == 2
    assert (os.listdir(tmp_path), path.read_bytes()) == (["a"], b"old")


def test_the_last_holder_leaves_a_word(tmp_path: Path) -> None:
    """What a holder leaves is there for the next, also after a kill; a shorter word leaves nothing of a longer."""
    path = str(tmp_path / "lock")
    for word in ("abc123", "ab", ""):
        with lock.Lock(path, 0) as held:
            held.leave(word)
        with lock.Lock(path, 0) as held:
            assert held.word() == word


def test_the_first_in_line_is_the_next(tmp_path: Path) -> None:
    """Of two that wait in threads both get their turn, and who gives up leaves no lock behind."""
    path = str(tmp_path / "lock")
    with lock.Lock(path, 0), pytest.raises(Busy), lock.Lock(path, 0.05):
        pass
    with lock.Lock(path, 1), pytest.raises(Busy), lock.Lock(path, 0.01):
        pass
    with lock.Lock(path, 1):
        pass
