"""The client's transcript: one JSON object a line, read from where the last reading ended.

The format belongs to the client and changes, so a line that is not understood is passed over. A file may
be hundreds of megabytes, most of it tool output, so lines are told apart by their first bytes and only
those that say something are parsed; no more than one line is in memory at a time.
"""

from __future__ import annotations

import json
import os
import re
from binascii import crc32
from math import inf
from time import monotonic, process_time

from . import files
from .errors import Problem
from .redact import redact
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

LONGEST_LINE = 16 * 1024 * 1024
LONGEST_OUTPUT = 1024 * 1024  # a command's result line longer than this tells only whether it failed
LONGEST_TEXT = 200_000
WAITING_AT_MOST = 100  # tool uses whose result is still to come
_BUFFER = 1024 * 1024
_HEAD = 400
_CLOCK_EVERY = 64  # lines between two looks at the clock, or so many bytes
_CLOCK_BYTES = 256 * 1024

FILE_TOOLS = dict.fromkeys(("Edit", "MultiEdit", "Write"), "file_path") | {"NotebookEdit": "notebook_path"}
NOT_TYPED = ("<command-", "<local-command-", "<bash-", "[Request interrupted", "Caveat: ")
_USES = re.compile(
    rb'"name": ?"(?:Bash|Edit|MultiEdit|Write|NotebookEdit|TaskCreate|TaskUpdate|TodoWrite'
    rb'|AskUserQuestion|ExitPlanMode)"'
)
REJECTED = "the user said:\n"


class Event(Value):
    """One thing that happened, in the order of the transcript.

    `kind` is prompt, statement, plan, answer, edit, write, command, task, tasks or compaction. `text` is what
    was said, the file's path, the command line or the task's subject; `output` is what a command printed;
    `ok` is None where the outcome is unknown; `detail` is a task's id or `[[subject, status], …]`.
    `place` is the byte offset of the line.
    """

    kind: str
    text: str = ""
    when: str = ""
    uuid: str = ""
    place: int = 0
    ok: bool | None = None
    output: str = ""
    detail: Any = None


class Position(Value):
    """Where a reading ended, and what tells that the bytes before it are still the same."""

    offset: int = 0
    head: int = 0
    tail: int = 0
    inode: int = 0
    when: str = ""
    waiting: tuple[tuple[str, str, Any], ...] = ()

    def data(self) -> dict[str, Any]:
        """Return it as plain data for JSON, without the secrets that a command may hold."""
        return {
            "offset": self.offset,
            "head": self.head,
            "tail": self.tail,
            "inode": self.inode,
            "when": self.when,
            "waiting": [[use, name, _masked(info)] for use, name, info in self.waiting],
        }

    @classmethod
    def of(cls, data: object) -> Position:
        """Read what `data` gave; anything that is not that is the start of the file."""
        if not isinstance(data, dict):
            return cls()
        numbers: dict[str, Any] = {name: data.get(name) for name in ("offset", "head", "tail", "inode")}
        if not all(type(n) is int and n >= 0 for n in numbers.values()):
            return cls()
        waiting = data.get("waiting")
        uses = [tuple(use) for use in waiting if _is_use(use)] if isinstance(waiting, list) else []
        return cls(**numbers, when=_text(data.get("when")), waiting=tuple(uses[-WAITING_AT_MOST:]))


class Reading:
    """One pass over a transcript: iterate it for events, then remember its `position`.

    `state` is new, continued, rewritten (what was read before is no longer there: it is read again, and
    events not newer than the last one seen are left out) or gone. It ends early at `deadline` (on the
    monotonic clock) or after so much `work` (seconds of processor time), with `complete` False; the rest is left
    for the next reading. Never raises for what is in the file.
    """

    def __init__(
        self, path: str, position: Position | None = None, *, deadline: float | None = None, work: float = inf
    ) -> None:
        self.path = path
        self.state = "gone"
        self.complete = True
        self.position = position or Position()
        self._deadline = deadline
        self._work = process_time() + work
        self._waiting = {use[0]: (use[1], use[2]) for use in self.position.waiting}
        self._after = ""
        self._newest = self.position.when

    def __iter__(self) -> Iterator[Event]:
        """Yield the events since the position; the position moves along once it is through."""
        try:
            file = files.open_regular(self.path, buffering=_BUFFER)
        except (OSError, Problem):  # gone, or none at all
            return
        with file:
            try:
                yield from self._read(file)
            except OSError:  # opened, and cannot be read: as good as gone
                self.state = "gone"

    def _read(self, file: BinaryIO) -> Iterator[Event]:
        offset = self._begin(file)
        start = last = offset
        for line, place in self._lines(file, offset):
            last = place + len(line) if line else place
            for event in self._events(line, place) if is_telling(line) else ():
                if self._after and event.when <= self._after:
                    continue
                self._newest = max(self._newest, event.when)
                yield event
        if last != start or self.state != "continued":
            self._end(file, last)

    def _begin(self, file: BinaryIO) -> int:
        was = self.position
        if not was.offset:
            self.state = "new"
        elif fingerprint(file, was.offset) == (was.head, was.tail):
            self.state = "continued"
            return was.offset
        else:
            self.state = "rewritten"
            self._after = was.when
            self._waiting = {}
        self.position = Position(when=was.when)
        return 0

    def _end(self, file: BinaryIO, offset: int) -> None:
        head, tail = fingerprint(file, offset) or (0, 0)
        waiting = tuple((use, name, info) for use, (name, info) in self._waiting.items())
        self.position = self.position.replace(
            offset=offset,
            head=head,
            tail=tail,
            inode=os.fstat(file.fileno()).st_ino,
            when=self._newest,
            waiting=waiting[-WAITING_AT_MOST:],
        )

    def _lines(self, file: BinaryIO, offset: int) -> Iterator[tuple[bytes, int]]:
        """Yield each whole line with its offset; an overlong one as b"" with the offset behind it."""
        file.seek(offset)
        count, looked = 0, offset
        while True:
            count += 1
            if count % _CLOCK_EVERY == 0 or offset - looked > _CLOCK_BYTES:
                looked = offset
                if self._is_late():
                    return
            line = file.readline(LONGEST_LINE)
            if line.endswith(b"\n"):
                yield line, offset
                offset += len(line)
                continue
            rest = self._skip_line(file) if len(line) == LONGEST_LINE else None
            if rest is None:
                return  # half written: it is read when it is whole
            offset += len(line) + rest
            yield b"", offset
            if not self.complete:
                return

    def _is_late(self) -> bool:
        if self._deadline is not None and (monotonic() > self._deadline or process_time() > self._work):
            self.complete = False
        return not self.complete

    def _skip_line(self, file: BinaryIO) -> int | None:
        """Pass over the rest of a line, or as much as there is time for; return its length.

        None where its end is not there yet.
        """
        length = 0
        while True:
            part = file.readline(_BUFFER)
            length += len(part)
            if part.endswith(b"\n") or (part and self._is_late()):
                return length
            if not part:
                return None

    def _events(self, line: bytes, place: int) -> list[Event]:
        if b'"tool_result"' in line:
            if not self._wants(line):
                return []
        elif b'"tool_use"' in line and b'"text"' not in line and not _USES.search(line):
            return []  # a tool that only looks
        try:
            row = json.loads(line.decode("utf-8", "replace"))
            if not isinstance(row, dict) or row.get("isSidechain") or row.get("isMeta"):
                return []
            events = self._understand(row, place)
        except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
            return []
        return [_writable(event) for event in events] if b"\\ud" in line.lower() else events

    def _wants(self, line: bytes) -> bool:
        """Tell whether a tool's result matters, and settle the large ones without parsing them."""
        start = line.find(b'"', line.find(b'"tool_use_id"') + 13) + 1
        use = line[start : line.find(b'"', start)].decode("ascii", "replace")
        if use not in self._waiting:
            return b"the user said:" in line[:4096] and len(line) < LONGEST_OUTPUT
        if len(line) < LONGEST_OUTPUT:
            return True
        self._waiting.pop(use)
        return False

    def _understand(self, row: dict[str, Any], place: int) -> list[Event]:
        kind = row.get("type")
        base: dict[str, Any] = {
            "when": _text(row.get("timestamp")),
            "uuid": _text(row.get("uuid")),
            "place": place,
        }
        if kind == "system":
            is_boundary = row.get("subtype") == "compact_boundary"
            return [Event(kind="compaction", **base)] if is_boundary else []
        if kind == "attachment":
            text = _text_of((row.get("attachment") or {}).get("prompt"))
            return _prompt(text, base)
        if row.get("isCompactSummary") or row.get("isApiErrorMessage") or kind not in ("user", "assistant"):
            return []
        message = row.get("message") or {}
        content = message.get("content")
        if kind == "assistant":
            return [] if message.get("model") == "<synthetic>" else self._said(content, base)
        if isinstance(content, list) and any(_type(block) == "tool_result" for block in content):
            return self._results(content, row.get("toolUseResult"), base)
        return _prompt(_text_of(content), base)

    def _said(self, content: object, base: dict[str, Any]) -> list[Event]:
        if isinstance(content, str):
            content = [{"type": "text", "text": content}]
        events = []
        for block in content if isinstance(content, list) else []:
            if _type(block) == "text" and _text(block.get("text")).strip():
                events.append(Event(kind="statement", text=block["text"][:LONGEST_TEXT], **base))
            elif _type(block) == "tool_use":
                events += self._use(block, base)
        return events

    def _use(self, block: dict[str, Any], base: dict[str, Any]) -> list[Event]:
        name, given = _text(block.get("name")), block.get("input")
        if not isinstance(given, dict):
            return []
        if name == "ExitPlanMode":
            plan = _text(given.get("plan"))
            return [Event(kind="plan", text=plan[:LONGEST_TEXT], **base)] if plan else []
        info = _info(name, given)
        if info:
            self._waiting[_text(block.get("id"))] = (name, info)
            while len(self._waiting) > WAITING_AT_MOST:
                del self._waiting[next(iter(self._waiting))]
        return []

    def _results(self, content: list[Any], result: object, base: dict[str, Any]) -> list[Event]:
        events = []
        for block in content:
            if _type(block) != "tool_result":
                continue
            output, failed = _text_of(block.get("content")), bool(block.get("is_error"))
            name, info = self._waiting.pop(_text(block.get("tool_use_id")), ("", ""))
            if failed and REJECTED in output:
                events += _prompt(output.split(REJECTED, 1)[1], base)
            elif name:
                events += _outcome(name, info, failed, output, result, base)
        return events


def _masked(info: Any) -> Any:
    return [_masked(part) for part in info] if isinstance(info, list) else redact(info)


def is_telling(line: bytes) -> bool:
    """Tell by its first bytes whether a line may hold something that happened."""
    if not line:
        return False
    head = line[:_HEAD]
    if b'": ' in head:
        head = head.replace(b'": ', b'":')
    if head.startswith(b'{"type":"'):
        return head.startswith((b'user"', b'assistant"', b'system"'), 9) and b'"isSidechain":true' not in head
    if b'"attachment":{' in head:
        return b'"attachment":{"type":"queued_command"' in head
    return b'"isSidechain":true' not in head


def fingerprint(file: BinaryIO, offset: int) -> tuple[int, int] | None:
    """Return checks over the file's first bytes and those before `offset`; None if it is shorter."""
    if os.fstat(file.fileno()).st_size < offset:
        return None
    file.seek(0)
    head = file.read(min(offset, 1024))
    file.seek(max(0, offset - 4096))
    return crc32(head), crc32(file.read(min(offset, 4096)))


def _info(name: str, given: dict[str, Any]) -> Any:
    """Return what must be remembered of a tool use until its result comes; nothing if it does not matter."""
    if name == "Bash":
        return _text(given.get("command"))[:2000]
    if name in FILE_TOOLS:
        return _text(given.get(FILE_TOOLS[name]))[:1000]
    if name == "TaskCreate":
        return _text(given.get("subject"))[:300]
    if name == "TaskUpdate":
        return [
            str(given.get("taskId", ""))[:40],
            _text(given.get("status"))[:40],
            _text(given.get("subject"))[:300],
        ]
    if name == "TodoWrite":
        todos = given.get("todos")
        return [
            [_text(todo.get("content"))[:300], _text(todo.get("status"))[:40]]
            for todo in (todos if isinstance(todos, list) else [])[:100]
            if isinstance(todo, dict)
        ]
    return "asked" if name == "AskUserQuestion" else ""


def _outcome(name: str, info: Any, failed: bool, output: str, result: object, base: dict[str, Any]) -> list[Event]:
    """Return the events of a tool that has come back."""
    if name == "Bash":
        is_open = "running in background" in output[:200]
        ok = None if is_open else not failed
        return [Event(kind="command", text=info, ok=ok, output=_ends(output), **base)]
    if failed:
        return []
    if name in FILE_TOOLS:
        return [Event(kind="write" if name == "Write" else "edit", text=info, ok=True, **base)]
    if name == "TaskCreate":
        task = result.get("task") if isinstance(result, dict) else None
        number = str(task.get("id", "")) if isinstance(task, dict) else ""
        return [Event(kind="task", text=info, detail=[number, "pending"], **base)]
    if name == "TaskUpdate":
        return [Event(kind="task", text=info[2], detail=[info[0], info[1]], **base)]
    if name == "TodoWrite":
        return [Event(kind="tasks", detail=info, **base)]
    return _answers(result, base)


def _answers(result: object, base: dict[str, Any]) -> list[Event]:
    """Return what the person chose when the agent asked."""
    answers = result.get("answers") if isinstance(result, dict) else None
    if not isinstance(answers, dict):
        return []
    return [
        Event(kind="answer", text=f"{_text(asked)} {chosen}".strip()[:600], **base)
        for asked, chosen in answers.items()
        if isinstance(chosen, str) and chosen
    ]


def _prompt(text: str, base: dict[str, Any]) -> list[Event]:
    """Return what the person typed, without what the client put around it; nothing for its own notes."""
    text = _without_reminders(text).strip()
    if not text or text.startswith(NOT_TYPED) or _is_command(text):
        return []
    return [Event(kind="prompt", text=text[:LONGEST_TEXT], **base)]


def _is_command(text: str) -> bool:
    """Tell a slash command from a prompt that begins with a path."""
    first = text.split(None, 1)[0]
    return first.startswith("/") and len(first) > 1 and "/" not in first[1:] and "." not in first


def _without_reminders(text: str) -> str:
    """Cut out the notes that the client and hooks put into a prompt."""
    for tag in ("system-reminder", "user-prompt-submit-hook", "task-notification"):
        before, *noted = text.split(f"<{tag}>")
        text = before + "".join(part.partition(f"</{tag}>")[2] for part in noted)
    return text


def _text_of(content: object) -> str:
    """Return the text in a message's content: a string, or blocks of which some are text."""
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        return ""
    return "\n".join(_text(block.get("text")) for block in content if _type(block) == "text")


def _ends(output: str) -> str:
    """Keep the start and the end of a long output: failures stand in one of them."""
    return output if len(output) <= 40_000 else f"{output[:8_000]}\n[…]\n{output[-32_000:]}"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _type(block: object) -> object:
    return block.get("type") if isinstance(block, dict) else None


def _writable(event: Event) -> Event:
    """Replace halves of surrogate pairs, which JSON may hold and no file takes."""
    return event.replace(
        text=event.text.encode("utf-8", "replace").decode(),
        output=event.output.encode("utf-8", "replace").decode(),
    )


def _is_use(use: object) -> bool:
    """Tell whether this is a remembered tool use: `[id, name, info]` with the info that `_info` makes."""
    if not (isinstance(use, list) and len(use) == 3 and isinstance(use[0], str)):
        return False
    _, name, info = use
    if name == "TodoWrite":
        return isinstance(info, list) and all(_are_texts(todo, 2) for todo in info)
    return _are_texts(info, 3) if name == "TaskUpdate" else isinstance(name, str) and isinstance(info, str)


def _are_texts(value: object, count: int) -> bool:
    return isinstance(value, list) and len(value) == count and all(isinstance(text, str) for text in value)
