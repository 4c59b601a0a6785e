"""What is made up, with real examples to begin from, and where in a project it is put."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from workshop import ROOT

EXAMPLE = ROOT / ".sessions-example"
CAPTURE = ROOT / "tests" / "capture"
ASKING: dict[str, Any] = {
    "session_id": "c1",
    "source": "startup",
    "trigger": "auto",
    "reason": "other",
    "prompt": "where were we?",
    "compact_summary": (CAPTURE / "summaries" / "plain.md").read_text(),
}
Call = tuple[str, str, dict[str, str]]


class Target(NamedTuple):
    """A file, by its path in a project (`*` for the one that is there), or a field of the payload.

    `fixed` files are never written by us; `calls` are the verbs that read it, beside those that all try; `many` is
    how many inputs a long run makes.
    """

    name: str
    path: str
    seeds: Sequence[bytes]
    tokens: Sequence[bytes]
    payload: Mapping[str, Any] = MappingProxyType({})
    fixed: bool = True
    calls: Sequence[Call] = ()
    many: int = 2_000


def _words(text: str) -> list[bytes]:
    return [word.encode() for word in text.split(" ")]


def _files(pattern: str, folder: Path = EXAMPLE) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob(pattern))]


def _rows(*rows: object) -> list[bytes]:
    return [json.dumps(row).encode() for row in rows]


_YAML = [
    *_words("--- : - &a *a [ ] { } | > ' \" !!python/object/apply:os.system <<: ? # %YAML !!int ~ null true 0x1f"),
    b"\n",
    b"\n  - ",
    b"id: ",
    b"key: value\n",
    b"&a [*a, *a]",
    b"? [a]\n: b\n",
    b"1: 2\n",
    b"2025-01-15: x\n",
    b"{" * 60,
    b"[" * 60,
    b"\t",
]
_MARKDOWN = [
    *_words("## ### # ``` ~~~ <!-- --> - * 1. [x] [ ] ** > | <div> <pre> === --- \\ (2025-01-15T10:30)"),
    b"\n",
    b"\n\n",
    b"    ",
    b"<- CURRENT",
    b"- None currently",
    b"## Decisions\n",
    b"### Completed\n",
    b"**Choice**: ",
    b"- task-20250115T101500-ab12: x",
    b"<<<<<<< HEAD\n",
    b"=======\n",
    b">>>>>>> x\n",
]
_DOCUMENT = [
    *_words("id: shortname: status: active paused completed number: last_entry: none tags: parent:"),
    *_YAML,
]
_JSON = [
    *_words('{ } [ ] " : , null true false 0 -1 1e999 NaN \\ud800 \\u0000 {} [] "" "\\""'),
    b"[" * 200,
    b'{"a":' * 100,
    b'"type":',
    b'"message":',
    b'"content":',
    b'"tool_use"',
    b'"tool_result"',
    b'"toolUseResult":',
]
_TYPED = [
    *_words(
        "/session- /session-journal:session- log init resume view set item checkpoint close pause who send learn"
    ),
    *_words(" --done --next --decision --note --goal --steps --json --at --category --session --task --template"),
]
_PROMPTS = [
    "where were we?",
    "wo waren wir?",
    "continue",
    "/session-log --done Reproduce --next 'and more' --decision x --rationale y",
    "/session-init second --goal x --steps a; b --tag t --number 9",
    "/session-item add write it --type task",
    "/session-set --tag a --role b --goal c",
    "/session-send hello --to all --priority high",
    "/session-learn x --why y --impact z",
    "/session-view --decisions --journal",
    "/session-close --abandon --reason x",
]
_STATE = {
    "session": "019abc12-3456-7def-8901-234567890abc",
    "started": 1,
    "ended": 0,
    "injected": "x:y",
    "compacting": "20250115T100000.000000Z-checkpoint-abcd",
    "position": {"offset": 10, "head": 1, "tail": 2, "inode": 3, "when": "x", "waiting": [["a", "b", "c"]]},
    "notice": "a\nb",
}
_RUNNING = {"conversation": "c9", "process": 999_999_999, "started": "1", "machine": "x", "transcript": "/x.jsonl"}
_OVERLAP = {"paths": ["a"], "fresh": ["b"], "names": {"abc123": "x"}, "told": []}
_LOG: Call = ("log", "", {"note": "x"})
_VIEW: Call = ("view", "", {"journal": ""})


def payloads(event: str) -> Target:
    """Return the target of an event's standard input."""
    more = [{"prompt": prompt} for prompt in _PROMPTS] if event == "user_prompt_submit" else []
    more += (
        [{"source": source} for source in ("resume", "clear", "compact", "fork")]
        if event == "session_start"
        else []
    )
    more += [{"agent_id": "a"}, {"compact_summary": ""}, {"transcript_path": "transcript.jsonl"}]
    seeds = _rows(ASKING, *({**ASKING, **one} for one in more), [], 7, "x", None)
    return Target(event, "", seeds, [*_JSON, *_TYPED, *(f'"{name}":'.encode() for name in ASKING)])


def files(
    name: str, path: str, seeds: Sequence[bytes], tokens: Sequence[bytes], *calls: Call, many: int = 2_000
) -> Target:
    """Return the target of a file that we only read."""
    return Target(name, path, seeds, tokens, calls=calls, many=many)


HEAD = [b"ref: refs/heads/main\n", b"a" * 40 + b"\n", b"ref: refs/heads/.invalid\n"]
_TRANSCRIPTS = [b"".join(data.splitlines(keepends=True)[:40]) for data in _files("transcripts/*.jsonl", CAPTURE)]
TARGETS: Sequence[Target] = (
    *map(
        payloads, EVENTS := ("session_start", "user_prompt_submit", "pre_compact", "post_compact", "session_end")
    ),
    Target(
        "document",
        ".sessions/active/*",
        _files("*/*.md"),
        [*_MARKDOWN, *_DOCUMENT],
        fixed=False,
        calls=[_LOG, _VIEW],
    ),
    files(
        "entry",
        ".sessions/journal/*/entries/20990101T000000.000000Z-decision-abcd.md",
        _files("journal/*/entries/*.md"),
        [
            *_words("kind: at: done decision milestone reached unblock item set started completed next"),
            *_YAML,
            *_MARKDOWN,
        ],
        _LOG,
        _VIEW,
    ),
    Target("transcript", "transcript.jsonl", [*_TRANSCRIPTS, *_rows({"type": "user"})], _JSON, many=10_000),
    Target(
        "summary",
        "",
        _files("summaries/*.md", CAPTURE),
        [b"```session-journal\n", b"decisions:", b"next:", b"tldr:", *_YAML, *_MARKDOWN],
        payload={"compact_summary": ""},
        many=10_000,
    ),
    files(
        "config",
        ".sessions/config.yaml",
        [
            b"auto_start: false\ncapture: true\nbrief_characters: 700\ncategories:\n  - ops\nitem_types: [rfc]\n",
            b"",
        ],
        [b"auto_start", b"capture", b"brief_characters", b"categories", b"no", b"600", *_YAML],
        ("log", "", {"note": "x", "category": "ops"}),
        many=10_000,
    ),
    files(
        "template",
        ".sessions/templates/mine.md",
        [
            b"---\ntags: [a]\nrole: x\n---\n# Session: {{title}}\n\n## Progress\n- [ ] {{goal}}\n",
            *_files("active/*.md"),
        ],
        [b"{{goal}}", b"{{", b"}}", b"{{tags}}", *_MARKDOWN, *_YAML],
        ("init", "third", {"template": "mine", "goal": "x"}),
    ),
    Target(
        "task",
        ".tasks/t.md",
        [b"---\nid: T-1\nstatus: open\n---\n# Task: Fix it\n", b"# x\n"],
        [b"id: ", b"status: ", b"title: ", *_YAML, *_MARKDOWN],
        fixed=False,
        calls=[("init", "third", {"task": "T-1"}), ("close", "third", {"complete": ""})],
        many=10_000,
    ),
    files(
        "knowledge",
        ".sessions/knowledge/learnings.md",
        [b"# Learnings\n\n## Lock first (2025-01-15)\n\n- Why: x\n- Impact: y\n- Files: a.py, b\n", b"- loose\n"],
        [b"- Why: ", b"- Files: ", b"- Tags: ", *_MARKDOWN],
        ("learn", "", {"find": "lock"}),
    ),
    Target(
        "message",
        ".sessions/messages/all/20990101T000000.000000Z-high-abc123-abcdef.md",
        [b"---\nkind: message\nat: 2099-01-01T00:00:00Z\nfrom: abc123\nsender: x\nto: all\n---\nhello\n"],
        [b"from: ", b"sender: ", *_YAML, *_MARKDOWN],
        fixed=False,
        calls=[("inbox", "", {})],
    ),
    Target("conversation", ".sessions/.state/conversations/c1.json", _rows(_STATE, {}), _JSON, fixed=False),
    Target(
        "running", ".sessions/.state/running/c9.json", _rows(_RUNNING), _JSON, fixed=False, calls=[("who", "", {})]
    ),
    Target(
        "overlap",
        ".sessions/.state/overlaps/abc123-def456.json",
        _rows(_OVERLAP),
        _JSON,
        fixed=False,
        calls=[("who", "", {})],
    ),
    Target("ledger", ".sessions/journal/*/entries/20990101T000000.000000Z-captured-abcd.md", [], _JSON),
    Target("number", ".sessions/.state/last_number", [b"1", b"00009"], _words("0 9 -1 1e5 ٣"), fixed=False),
    files("git HEAD", ".git/HEAD", HEAD, _words("ref: refs/heads/ .. / \n main a")),
    files(
        "git refs",
        ".git/packed-refs",
        [b"# pack-refs\n" + b"a" * 40 + b" refs/heads/main\n"],
        _words("refs/ ^ \n a"),
    ),
    files(
        "git index", ".git/index", [b"DIRC\0\0\0\2\0\0\0\1.sessions/active/x.md\0"], [b".sessions", b"\0\0\0\4"]
    ),
    files("git folder", ".git", [b"gitdir: ../.git2\n", b"gitdir: .git2"], _words("gitdir: .. / \n")),
)
