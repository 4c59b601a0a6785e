"""A session in which every field tries to break out of the page."""

from __future__ import annotations

import json
from pathlib import Path

from workshop import Workshop

from report.stories import Tale

PAYLOADS = (
    "<script>pwned('script')</script>",
    "\"><img src=x onerror=pwned('img')>",
    "'><svg onload=pwned('svg')><foreignObject><iframe src='http://evil.example/f'></iframe></foreignObject></svg>",
    "</style><style>*{background:url(http://evil.example/css)}</style>",
    "</script><!-- <script>pwned('comment')</script>",
    "</title></textarea></details><script>pwned('end')</script>",
    "javascript:pwned('link') [a](javascript:pwned('md')) <a href=\"javascript:pwned('a')\">a</a>",
    "{{7*7}} {% raw %} ${7*7} <%= 7*7 %> &lt;b&gt; &#60;script&#62;",
    "line\u2028paragraph\u2029<script>pwned('u2028')</script>",
    'x" style="background:url(http://evil.example/a)" onclick="pwned(\'a\')" autofocus onfocus="pwned(\'f\')"',
    "<meta http-equiv=refresh content='0;url=http://evil.example/'><base href='http://evil.example/'>",
    "<link rel=stylesheet href=http://evil.example/s><object data=http://evil.example/o></object>",
    "`<script>pwned('code')</script>` and `\"><img src=http://evil.example/i onerror=pwned('code')>`",
    "<math><mi//xlink:href=\"data:x,<script>pwned('math')</script>\">",
    "]]><![CDATA[<script>pwned('cdata')</script>",
)
ALL = "\n".join(PAYLOADS)
ONE_LINE = " ".join(payload.replace("\u2028", " ").replace("\u2029", " ") for payload in PAYLOADS)
KINDS = (
    *("progress", "discovery", "blocker", "note", "next", "deliverable", "checkpoint", "compaction", "recovered"),
    *("paused", "resumed", "captured", "set", "<script>kind", "\"><img src=x onerror=pwned('kind')>"),
)


def hostile() -> Tale:
    """Return a session whose every text, field and name is hostile."""
    tale = Tale(
        "x-img-src-onerror", ONE_LINE, ALL, steps=[ONE_LINE, *PAYLOADS], tags=list(PAYLOADS), number="00001"
    )
    tale.conversation = f"c1{ONE_LINE}"
    more = {"branch": ONE_LINE, "commit": "abc1234", "category": ONE_LINE, "uncommitted": list(PAYLOADS)}
    for kind in KINDS:
        tale.then(minutes=3).add(kind, ALL, {**more, "tldr": ALL, "context": list(PAYLOADS), "progress": ONE_LINE})
    decided = {"rationale": ALL, "context": ALL, "options": list(PAYLOADS), **more}
    tale.then(minutes=3).add("decision", ALL, decided)
    tale.add("commit", ONE_LINE, {"sha": PAYLOADS[1], "files": list(PAYLOADS)})
    tale.add("test", ALL, {"passed": PAYLOADS[0], "failed": PAYLOADS[1]})
    tale.add("milestone", ALL, {"id": "M1"})
    tale.add("item", ALL, {"action": "add", "id": "IMPL-20260309-100000-AAAA", "status": "open"})
    tale.add("unblock", ALL, {"blocker": ALL})
    prompts = [{"number": 1, "text": ALL, "when": "2026-03-09T09:30:00Z", "files": list(PAYLOADS)}]
    whole = {
        "prompts": prompts,
        "commits": [["deadbee", ONE_LINE, "2026-03-09T09:31:00Z"]],
        "files": [[ONE_LINE, 1]],
    }
    tale.then(minutes=3).add("captured", "", {"captured": json.dumps(whole), "of": ONE_LINE})
    return tale


def project(workshop: Workshop) -> Path:
    """Write the hostile session into a git work tree with hostile names; return the document."""
    workshop.git("init", "-q", "-b", "a<script>pwned('branch')</script>")
    (workshop.root / ".gitignore").write_text(".sessions/\n")
    workshop.git("add", ".gitignore")
    workshop.git("commit", "-q", "-m", "<script>pwned('subject')</script>")
    name = "\"><img src=x onerror=pwned('file')>.py"
    (workshop.root / name).write_text("x")
    path = hostile().write(workshop.root)
    folder = path.parent.parent / "journal" / path.stem[-6:] / "entries"
    odd = folder / "20260309T120000.000000Z-note-\"><img src=x onerror=pwned('name')>.md"
    odd.write_text("---\nkind: note\n---\n" + PAYLOADS[1])
    workshop.ok("send", ALL, "--to", path.stem[-6:])
    return path
