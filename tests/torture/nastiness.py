"""What can stand where a file of ours should be, and each file of ours that can be replaced so."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from workshop import Workshop

MEGABYTE = 1_000_000
Nasty = Callable[[Path], None]


class Kind(NamedTuple):
    """A kind of file: its path in a project, and what stands around YAML in it (None: it holds no YAML)."""

    path: str
    around: tuple[str, str] | None = None


FRONT = ("---\n", "\n---\n# x\n\n## Progress\n- [ ] x\n")
KINDS: Mapping[str, Kind] = {
    "document": Kind(".sessions/active/other-abc123.md", FRONT),
    "entry": Kind(".sessions/journal/*/entries/20990101T000000.000000Z-decision-abcd.md", FRONT),
    "config": Kind(".sessions/config.yaml", ("", "\n")),
    "template": Kind(".sessions/templates/mine.md", FRONT),
    "task": Kind(".tasks/t.md", FRONT),
    "knowledge": Kind(".sessions/knowledge/learnings.md"),
    "message": Kind(".sessions/messages/all/20990101T000000.000000Z-high-abc123-abcdef.md", FRONT),
    "transcript": Kind("transcript.jsonl"),
    "conversation": Kind(".sessions/.state/conversations/c1.json"),
    "running": Kind(".sessions/.state/running/c9.json"),
    "overlap": Kind(".sessions/.state/overlaps/abc123-def456.json"),
    "mark": Kind(".sessions/.state/awaiting/c1"),
    "number": Kind(".sessions/.state/last_number"),
    "lock": Kind(".sessions/.state/lock"),
    "log of hooks": Kind(".sessions/.state/hooks.log"),
    "log of events": Kind(".sessions/.state/sessions.log"),
    "brief": Kind(".sessions/journal/*/progress.md"),
    "git's head": Kind(".git/HEAD"),
    "git's refs": Kind(".git/packed-refs"),
    "git's index": Kind(".git/index"),
    "git's folder": Kind(".git"),
}


def place(kind: Kind, root: Path) -> Path:
    """Return where a file of this kind stands, with its folders made and what was there taken away."""
    before, star, after = kind.path.partition("*")
    if star:
        folders = [path for path in (root / before).iterdir() if path.is_dir()]
        path = folders[0] / after.lstrip("/")
    else:
        path = root / kind.path
    if kind.path.startswith(".git/"):
        (root / ".git" / "refs").mkdir(parents=True, exist_ok=True)
        (root / ".git" / "objects").mkdir(exist_ok=True)
        (root / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file():
        path.unlink()
    return path


def _socket(path: Path) -> None:
    place_before = Path.cwd()
    os.chdir(path.parent)  # a socket's path may have 107 bytes
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(place_before)


def _device(number: int) -> Nasty:
    def make(path: Path) -> None:
        if os.geteuid() == 0:  # not the system's own: who is root could harm it
            os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, number))
        else:
            path.symlink_to({5: "/dev/zero", 7: "/dev/full"}[number])

    return make


def _unreadable(path: Path) -> None:
    path.write_text("x")
    path.chmod(0)


def _sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 10_000 * MEGABYTE)


def _filled(unit: bytes, size: int = 100 * MEGABYTE) -> Nasty:
    return lambda path: _write(path, unit * (size // len(unit)))


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _just(data: bytes) -> Nasty:
    return lambda path: _write(path, data)


SHAPES: Mapping[str, Nasty] = {
    "FIFO": os.mkfifo,
    "socket": _socket,
    "endless device": _device(5),
    "full device": _device(7),
    "folder": Path.mkdir,
    "unreadable": _unreadable,
    "dangling link": lambda path: path.symlink_to("nowhere"),
    "link loop": lambda path: path.symlink_to(path.name),
    "link to a loop of folders": lambda path: path.symlink_to(".."),
    "10 GB": _sparse,
    "100 MB of zeros": _filled(b"\0" * MEGABYTE),
    "100 MB in a line": _filled(b"x" * MEGABYTE),
    "100 MB of Markdown": _filled(
        b"---\nid: x\n---\n# x\n\n## Progress\n- [ ] step\n- [x] done (2025-01-15T10:30)\n"
    ),
    "7.9 MB of Markdown": _filled(b"## Progress\n- [ ] step\n", 7_900_000),
    "7.9 MB in a line": _filled(b"x", 7_900_000),
    "1,000,000 lines": _filled(b"line\n", 5_000_000),
    "nothing": _just(b""),
    "half a character": _just(b"---\nid: x\nshortname: \xc3"),
    "UTF-16": _just("---\nid: x\n---\n".encode("utf-16")),
    "NULs": _just(b"---\nid: x\0\0\n---\n\0"),
    "deep JSON": _just(b"[" * 100_000),
    "odd JSON": _just(
        b'{"session": [1], "process": -1e999, "names": {"a": null}, "offset": 99999999999999999999999}'
    ),
}

ID = "id: 019abc12-3456-7def-8901-234567abc123\nshortname: other\nstatus: active\n"
YAML: Mapping[str, str] = {
    "deep lists": ID + "x: " + "[" * 5_000,
    "deep maps": ID + "\n".join(" " * n + "a:" for n in range(1_000)),
    "aliases that explode": ID + "a: &a [x, x]\n" + "\n".join(f"k{n}: &k{n} [*a, *a, *a]" for n in range(30)),
    "an anchor in itself": ID + "a: &a [*a]",
    "a Python tag": ID + "a: !!python/object/apply:os.system ['touch harmed']",
    "another Python tag": ID + "a: !!python/name:os.system x",
    "doubled keys": ID + "id: b\nid: c",
    "a number as key": ID + "1: x\n2.5: y",
    "a date as key": ID + "2025-01-15: x",
    "a list as key": ID + "? [a, b]\n: x",
    "nothing as key": ID + "~: x\n: y",
    "merged keys": ID + "<<: {status: completed}\nb: x",
    "a huge number": ID + "compaction_count: " + "9" * 100_000,
    "100,000 items": ID + "tags:\n" + "  - x\n" * 100_000,
    "100,000 items in a row": ID + "tags: [" + "x, " * 100_000 + "]",
    "100,000 keys": ID + "\n".join(f"key{n}: x" for n in range(100_000)),
    "100,000 odd keys": ID + "\n".join(f"'key{n}' : x" for n in range(100_000)),
    "a block scalar": ID + "a: |\n" + "  text\n" * 100_000,
    "a directive": "%YAML 9.9\n---\n" + ID,
    "tabs": ID + "\ta:\tb",
}


def cases() -> list[tuple[str, str]]:
    """Return every kind with everything that can stand in its place."""
    return [
        (kind, name)
        for kind, what in KINDS.items()
        for name in (*SHAPES, *(YAML if what.around is not None else ()))
    ]


def spoil(workshop: Workshop, kind: str, name: str) -> Path:
    """Put something nasty in the place of a file; return its path."""
    what = KINDS[kind]
    path = place(what, workshop.root)
    if kind == "git's folder" and path.is_dir():
        path.rename(path.with_name("was-git"))
    if name in SHAPES:
        SHAPES[name](path)
    else:
        assert what.around is not None
        path.write_text(f"{YAML[name]}".join(what.around))
    return path
