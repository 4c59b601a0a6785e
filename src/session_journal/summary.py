"""The compactor's summary: what is asked of it, and what is read back from it.

The compaction's own model call writes the journal: its summary is asked to end with a block in a fixed form
(docs/summary-block.md), and whatever comes back is read forgivingly. Nothing in a summary is trusted to be
well formed, small or true.
"""

from __future__ import annotations

import re

from .redact import Mask
from .value import Value
from .wording import clean, fold, same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Items", "merge", "read", "request", "same"]

BLOCK_AT_MOST = 24_000
SUMMARY_AT_MOST = 400_000
ITEMS_AT_MOST = 30
ITEM_AT_MOST = 500
_FENCES_AT_MOST = 24
"""Blocks without our name that are looked into, from the end."""

_REQUEST = """\
session-journal keeps a record of this work beside the conversation and reads the finished summary back. Please \
end the summary with one block in the form below, so that nothing of it has to be guessed. It is YAML: one short \
sentence an item, in the language of the conversation, and what does not apply is left out.

```session-journal
tldr: what the work is about, where it stands and what comes next, in one or two sentences
decisions:
  - decision: what was chosen
    rationale: why it was chosen
discoveries:
  - what was found out
blockers:
  - what is waiting, and on whom or what
next:
  - what is to be done next
```
"""
_NOTHING = frozenset(
    ["", "none", "n a", "na", "nothing", "none currently", "no blockers", "null", "tbd", "keine", "nada"]
)
_KEYS = {
    "tldr": ("tldr", "tl dr", "summary", "state"),
    "decisions": ("decisions", "decision", "decided", "key decisions"),
    "discoveries": (
        "discoveries",
        "discovery",
        "findings",
        "finding",
        "found",
        "learned",
        "learnings",
        "insights",
    ),
    "blockers": (
        "blockers",
        "blocker",
        "blocked",
        "blocked on",
        "blocked by",
        "waiting",
        "waiting for",
        "waiting on",
    ),
    "next": ("next", "next steps", "next step", "todo", "to do", "remaining", "pending", "pending tasks"),
}
_SECTION = {key: section for section, keys in _KEYS.items() for key in keys}
_CHOICE = ("decision", "choice", "what", "chosen", "title", "text", "name", "item")
_REASON = ("rationale", "reason", "why", "because", "context")
_HEADINGS = {
    "pending tasks": "next",
    "optional next step": "next",
    "next step": "next",
    "next steps": "next",
    "current work": "tldr",
    "errors and fixes": "discoveries",
    "problem solving": "discoveries",
    "decisions": "decisions",
    "key decisions": "decisions",
    "blockers": "blockers",
}

_OPEN = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*(?:ya?ml)?[ \t:{.=]*session[-_ ]journal\b[^\n]*$", re.M | re.I
)
_YAML = re.compile(r"^[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*(?:ya?ml|session)?[ \t]*$", re.M | re.I)
_BARE = re.compile(r"^[ \t>*#]*session[-_ ]journal[*]*[ \t]*:?[*]*[ \t]*$", re.M | re.I)
_BECAUSE = re.compile(
    r"^(.{3,}?)[\s,;(—–-]{1,9}(?:because(?! of)|rationale:|reason:|since|weil|porque)\s+(.{3,}?)\)?$", re.I | re.S
)
_KEY = re.compile(r"^\s*(?:[-*•]\s+)?[*_`\"']*([A-Za-z][A-Za-z ;/_-]{0,24}?)[*_`\"']*\s*:[*_]*(?:\s+(.*)|\s*)$")
_ITEM = re.compile(r"^\s*(?:[-*•+]|\d{1,2}[.)])\s+(.*)$")
_HEADING = re.compile(
    r"^\s{0,3}(?:#{1,6}\s{0,9})?\*{0,4}(?:\d{1,2}[.)]\s{0,9})?\*{0,4}([A-Z][A-Za-z/ -]{3,40}?)\*{0,4}\s{0,9}"
    r":?\*{0,4}\s{0,9}(?:$|:\s{0,9}(.*)$)",
    re.M,
)


class Items(Value):
    """What a summary says, each thing once; `decisions` are pairs of a decision and its rationale."""

    tldr: str = ""
    decisions: tuple[tuple[str, str], ...] = ()
    discoveries: tuple[str, ...] = ()
    blockers: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    has_block: bool = False


def request() -> str:
    """Return the text for the compactor that asks for the block."""
    return _REQUEST


def read(compact_summary: str, mask: Mask | None = None) -> Items:
    """Return what a summary says, masked: its block, else what its headings say. Never raises."""
    mask = mask or Mask()
    text = re.sub(r"<analysis>.*?(?:</analysis>|\Z)", "", compact_summary[:SUMMARY_AT_MOST], flags=re.S)
    inside = _summary(text)
    for part in dict.fromkeys((inside, text)):
        block = _block(part)
        if block is not None:
            items = _items(_parsed(block), mask, has_block=True)
            if items != Items(has_block=True):
                return items
    return _items(_headed(inside), mask, has_block=False)


def merge(known: Items, new: Items) -> Items:
    """Return what is new: the items of `new` that `known` does not say already."""
    decisions = {fold(decision) for decision, _ in known.decisions}
    return new.replace(
        decisions=tuple(pair for pair in new.decisions if fold(pair[0]) not in decisions),
        discoveries=_without(new.discoveries, known.discoveries),
        blockers=_without(new.blockers, known.blockers),
        next=_without(new.next, known.next),
    )


def _without(texts: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    folded = {fold(text) for text in known}
    return tuple(text for text in texts if fold(text) not in folded)


def _summary(text: str) -> str:
    """Return what stands between the summary tags; the whole text where they are missing."""
    start = text.rfind("<summary>")
    return text[start + len("<summary>") :].partition("</summary>")[0] if start >= 0 else text


def _block(text: str) -> str | None:
    """Return the body of the last block that is ours, without its fence and indentation."""
    opened = list(_OPEN.finditer(text))
    if opened:
        return _body(text, opened[-1].end(), opened[-1]["fence"])
    for fence in reversed(list(_YAML.finditer(text))[-_FENCES_AT_MOST:]):
        body = _body(text, fence.end(), fence["fence"])
        sections = {_section(key.group(1)) for key in map(_KEY.match, body.splitlines()) if key}
        if len(sections - {""}) >= 2:
            return body
    bare = list(_BARE.finditer(text))
    return _body(text, bare[-1].end(), "```") if bare else None


def _body(text: str, start: int, fence: str) -> str:
    body = text[start : start + BLOCK_AT_MOST]
    end = re.search(rf"^[ \t>]*{re.escape(fence[:3])}[`~]*[ \t]*$", body, re.M)
    body = body[: end.start()] if end else body.split("</summary>")[0]
    lines = [line.expandtabs(2) for line in re.sub(r"(?m)^[ \t]*>[ ]?", "", body).splitlines()]
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[margin:].rstrip() for line in lines).strip("\n")


def _section(key: str) -> str:
    return _SECTION.get(fold(key), "")


def _parsed(block: str) -> Iterator[tuple[str, str, str]]:
    """Yield (section, text, reason) for each item of the block."""
    data = _loaded(block)
    rows = list(_walked(data)) if data else []
    return iter(rows or list(_lines(block)))


def _loaded(block: str) -> dict[object, object] | None:
    """Return the block as YAML, all of it strings; None where it is not a mapping of ours, or is broken."""
    import yaml  # noqa: PLC0415 (10 ms, and only after a compaction)

    if re.search(r"(?m)(?:^|[\s:,\[{-])[&*][A-Za-z_]", block):
        return None  # anchors and aliases, or bullets drawn with a star
    try:
        # BaseLoader makes strings, lists and dicts of anything and never looks at tags
        data = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506  # nosec B506
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        return None
    if isinstance(data, dict) and len(data) == 1 and fold(str(next(iter(data)))) == "session journal":
        data = next(iter(data.values()))
    if not isinstance(data, dict) or not any(_section(str(key)) for key in data):
        return None
    return data


def _walked(data: dict[object, object]) -> Iterator[tuple[str, str, str]]:
    for key, value in data.items():
        section = _section(str(key))
        if section:
            for item in value if isinstance(value, list) else [value]:
                for text, reason in _said(item):
                    is_split = reason and section != "decisions"
                    yield section, f"{text}: {reason}" if is_split else text, "" if is_split else reason


def _said(item: object) -> Iterator[tuple[str, str]]:
    """Yield (text, reason) of one item, whatever its form."""
    if isinstance(item, str):
        yield item, ""
    elif isinstance(item, list):
        yield " ".join(part for part in item if isinstance(part, str)), ""
    elif isinstance(item, dict):
        texts = {fold(str(key)): _flat(value) for key, value in item.items()}
        choice = next((texts[key] for key in _CHOICE if key in texts), None)
        if choice is not None:
            yield choice, next((texts[key] for key in _REASON if texts.get(key)), "")
        elif len(item) == 1:
            (key, value), *_ = item.items()
            yield (str(key), _flat(value)) if isinstance(value, str) and value else (str(key), "")


def _flat(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def _lines(block: str) -> Iterator[tuple[str, str, str]]:
    """Read the block line by line, where it is no YAML: a colon that is not quoted, stars for bullets."""
    section = ""
    rows: list[list[str]] = []
    for line in block.splitlines():
        key = _KEY.match(line)
        name = fold(key.group(1)) if key else ""
        rest = (key.group(2) or "").strip() if key else ""
        item = _ITEM.match(line)
        if key and _section(name) and not (item and name in _CHOICE):
            section = _section(name)
            if rest.strip("|>-+[]{} "):
                rows.append([section, rest, ""])
        elif key and name in _REASON and rows and rows[-1][0] == "decisions":
            rows[-1][2] = rest
        elif key and name in _CHOICE and section:
            rows.append([section, rest, ""])
        elif item and section:
            rows.append([section, item.group(1), ""])
        elif line.strip() and rows and line[:1] in (" ", "\t"):
            rows[-1][2 if rows[-1][2] else 1] += f" {line.strip()}"
    for section, text, reason in rows:
        yield section, text.strip().strip("\"'"), reason.strip().strip("\"'")


def _headed(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield what stands under the headings of the client's own summary."""
    headings = list(_HEADING.finditer(text))
    for at, heading in enumerate(headings):
        section = _HEADINGS.get(fold(heading.group(1)), "")
        if not section:
            continue
        end = headings[at + 1].start() if at + 1 < len(headings) else len(text)
        body = f"{heading.group(2) or ''}\n{text[heading.end() : end]}"
        for item in _bullets(body):
            yield section, item, ""


def _bullets(body: str) -> Iterator[str]:
    """Yield the outermost list items, or the paragraphs where there is no list."""
    lines = [line for line in re.sub(r"(?s)```.*?(?:```|\Z)", "", body).splitlines() if line.strip()]
    items = [line for line in lines if _ITEM.match(line)]
    if not items:
        yield from (" ".join(part.split()) for part in re.split(r"\n\s*\n", body) if part.strip())
        return
    margin = min(len(line) - len(line.lstrip()) for line in items)
    for line in items:
        found = _ITEM.match(line)
        if found and len(line) - len(line.lstrip()) == margin:
            yield re.sub(r"\*\*", "", found.group(1)).strip().rstrip(":")


def _items(rows: Iterable[tuple[str, str, str]], mask: Mask, *, has_block: bool) -> Items:
    """Return the rows as items, each thing once, bounded, without secrets and without what says nothing."""
    sections: dict[str, dict[str, tuple[str, str]]] = {section: {} for section in _KEYS}
    asked = {fold(line.split(": ", 1)[-1].lstrip("- ")) for line in _REQUEST.splitlines()}
    for section, text, reason in rows:
        if section == "decisions" and not reason:
            found = _BECAUSE.match(text[: 4 * ITEM_AT_MOST])
            text, reason = (found.group(1), found.group(2)) if found else (text, reason)  # noqa: PLW2901
        folded = fold(text)
        if folded in _NOTHING or folded in asked or len(sections[section]) >= ITEMS_AT_MOST:
            continue
        pair = clean(mask(text), ITEM_AT_MOST), clean(mask(reason), ITEM_AT_MOST)
        was = sections[section].get(folded)
        sections[section][folded] = was if was and (was[1] or not pair[1]) else pair
    texts = {section: tuple(text for text, _ in pairs.values()) for section, pairs in sections.items()}
    return Items(
        tldr=clean(" ".join(texts["tldr"]), ITEM_AT_MOST),
        decisions=tuple(sections["decisions"].values()),
        discoveries=texts["discoveries"],
        blockers=texts["blockers"],
        next=texts["next"],
        has_block=has_block,
    )
