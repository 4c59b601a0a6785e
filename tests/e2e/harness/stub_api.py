"""A stand-in for the Messages API on loopback: scripted answers, and a record of what was asked."""

from __future__ import annotations

import itertools
import json
import threading
from collections import deque
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from .turns import Block, Turn, says

SUMMARY = "<analysis>-</analysis>\n<summary>Nothing of note.</summary>"
# how the client's own compaction prompt begins, in both versions
COMPACTION_MARK = "Your task is to create a detailed summary"


class Request:
    """One request of the client: its path and its JSON body."""

    def __init__(self, path: str, body: dict[str, Any]) -> None:
        self.path = path
        self.body = body

    def __repr__(self) -> str:
        """Show the kind and the last words, for the message of a failed assertion."""
        return f"<{self.kind} request, asks {self.asked[-200:]!r}>"

    @property
    def kind(self) -> str:
        """One of `count` (of tokens), `compaction`, `turn` (carries tools) and `side` (titles and the like)."""
        if not self.path.partition("?")[0].endswith("/v1/messages"):
            return "count"
        if COMPACTION_MARK in self.asked:
            return "compaction"
        return "turn" if self.body.get("tools") else "side"

    @property
    def asked(self) -> str:
        """The text of the last message of the user's side; the client puts its own notes before or after."""
        messages = self.body.get("messages", [])
        return next((_text(m["content"]) for m in reversed(messages) if m["role"] == "user"), "")

    @property
    def said(self) -> list[str]:
        """The text of each message, oldest first; results of tools count as text."""
        return [_text(message["content"]) for message in self.body.get("messages", [])]

    @property
    def text(self) -> str:
        """Everything the model would read but the tools' descriptions: the system prompt and all messages."""
        return "\n".join([_text(self.body.get("system", "")), *self.said])


def _text(content: str | list[Block]) -> str:
    if isinstance(content, str):
        return content
    return "\n".join(_text(block.get("text") or block.get("content") or "") for block in content)


class StubApi:
    """The model's side of a conversation, served from a thread while the `with` block runs.

    A request that carries tools takes the next scripted turn, and "done." when there is none left; a
    compaction takes `summary`; any other is told "ok". `summary`, `input_tokens` (the usage each answer
    reports) and the script may be changed at any time. `replies` go before the script: a request takes the turn
    whose key stands in one of its messages, as a subagent's does in its task.
    """

    def __init__(self, turns: Iterable[Turn] = (), *, summary: str = SUMMARY, input_tokens: int = 1000) -> None:
        self.turns = deque(turns)
        self.summary = summary
        self.input_tokens = input_tokens
        self.replies: dict[str, Turn] = {}
        self.requests: list[Request] = []
        self._ids = itertools.count(1)
        self._changed = threading.Condition()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> StubApi:
        """Start to serve."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving and give the port back."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def script(self, *turns: Turn) -> None:
        """Add turns to what is left of the script."""
        self.turns.extend(turns)

    def of_kind(self, kind: str) -> list[Request]:
        """Return the requests so far of one kind (`Request.kind`)."""
        return [request for request in list(self.requests) if request.kind == kind]

    def wait_for(self, wanted: Callable[[Request], bool], timeout: float = 60) -> Request:
        """Return the first request that is wanted, waiting for it to come; raises AssertionError."""

        def found() -> Request | None:
            return next(filter(wanted, self.requests), None)

        with self._changed:
            request = self._changed.wait_for(found, timeout)
        assert request is not None, f"no such request in {timeout} s; got {self.requests}"
        return request

    def answer(self, request: Request) -> dict[str, Any]:
        """Record a request and return the message that answers it, with ids of its own."""
        with self._changed:
            self.requests.append(request)
            blocks = self._blocks(request)
            self._changed.notify_all()
        content = [
            {**block, "id": f"toolu_{next(self._ids):06}"} if block["type"] == "tool_use" else block
            for block in blocks
        ]
        calls = any(block["type"] == "tool_use" for block in blocks)
        return {
            "id": f"msg_{next(self._ids):06}",
            "type": "message",
            "role": "assistant",
            "model": request.body.get("model", "stub"),
            "content": content,
            "stop_reason": "tool_use" if calls else "end_turn",
            "stop_sequence": None,
            "usage": {
                "input_tokens": self.input_tokens,
                "output_tokens": 20,
                "cache_creation_input_tokens": 0,
                "cache_read_input_tokens": 0,
            },
        }

    def _blocks(self, request: Request) -> Turn:
        if request.kind == "compaction":
            return [says(self.summary)]
        if request.kind == "side":
            return [says("ok")]
        for key, turn in self.replies.items():
            if any(key in text for text in request.said):
                return turn
        return self.turns.popleft() if self.turns else [says("done.")]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, api: StubApi) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.api = api

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: the client drops its idle connections when it exits."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing on stderr."""

    def do_POST(self) -> None:
        """Answer one request of the Messages API."""
        raw = self.rfile.read(int(self.headers.get("content-length", 0)))
        request = Request(self.path, json.loads(raw or b"{}"))
        if not self.path.startswith("/v1/messages"):
            return self._send(404, "application/json", "{}")
        if request.kind == "count":
            return self._send(200, "application/json", f'{{"input_tokens": {self.server.api.input_tokens}}}')
        message = self.server.api.answer(request)
        if request.body.get("stream"):
            return self._send(200, "text/event-stream", _stream(message))
        return self._send(200, "application/json", json.dumps(message))

    def do_GET(self) -> None:
        """Know nothing else."""
        self._send(404, "application/json", "{}")

    def do_HEAD(self) -> None:
        """Say that it is there, as the client asks when it starts."""
        self._send(200, "application/json", "")

    def _send(self, status: int, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _stream(message: dict[str, Any]) -> str:
    """Return a whole message as the server-sent events of the streaming API."""
    events: list[dict[str, Any]] = [
        {"type": "message_start", "message": {**message, "content": [], "stop_reason": None}}
    ]
    for index, block in enumerate(message["content"]):
        events += [{**event, "index": index} for event in _block_events(block)]
    ending = {"stop_reason": message["stop_reason"], "stop_sequence": None}
    events += [
        {"type": "message_delta", "delta": ending, "usage": {"output_tokens": 20}},
        {"type": "message_stop"},
    ]
    return "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in events)


def _block_events(block: Block) -> list[dict[str, Any]]:
    if block["type"] == "text":
        empty, delta = {**block, "text": ""}, {"type": "text_delta", "text": block["text"]}
    else:
        empty = {**block, "input": {}}
        delta = {"type": "input_json_delta", "partial_json": json.dumps(block["input"])}
    return [
        {"type": "content_block_start", "content_block": empty},
        {"type": "content_block_delta", "delta": delta},
        {"type": "content_block_stop"},
    ]
