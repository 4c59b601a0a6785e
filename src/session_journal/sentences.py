"""Texts as people and agents write them in Markdown, cut into sentences."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.M | re.S)
_PASTED = re.compile(r"<(pasted_content|pasted-content)\b[^>]*>.*?(?:</\1>|\Z)", re.S)
_BULLET = re.compile(r"^\s*(?:[-*+•]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+|>\s?)+")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$|^\s*\|")
_MARKS = re.compile(r"\*\*(?=\S)(.{1,400}?)(?<=\S)\*\*(?!\w)|(?<![\w*])\*(?=[^\s*])([^*]{1,400})(?<=\S)\*(?!\w)")
_MONTHS = ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
_END = re.compile(r"(?:(?<![.!?…])[.!?…]+[\"'”’»)\]*_`]*\s+|[。！？]+[」』”]?\s*|\n)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|incl|no|nr|fig|sec|dr|mr|mrs|ms|prof|st|z\.\s?b|d\.\s?h|u\.\s?a|bzw|ca|ggf"
    r"|evtl|usw|inkl|vgl|p\.\s?ej|ej|sr|sra|aprox|p\.\s?ex|env|bijv|o\.\s?ä|v|ver|art|abs)\.|\b\d{1,2}\.)\s+$",
    re.I,
)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, without code blocks, tables, headings and marks of emphasis."""
    for paragraph in _paragraphs(text):
        yield from _split(paragraph)


def _paragraphs(text: str) -> Iterator[str]:
    """Yield paragraphs and list items, each on one line."""
    if "```" in text or "~~~" in text:
        text = _FENCE.sub("\n\n", text)
    if "<pasted" in text:
        text = _PASTED.sub("\n\n", text)
    lines: list[str] = []
    for line in text.splitlines():
        bullet = _BULLET.match(line)
        if not line.strip() or bullet or _HEADING.match(line) or _RULE.match(line):
            if lines:
                yield " ".join(lines)
            lines = []
            if bullet:
                lines = [line[bullet.end() :].strip()]
        else:
            lines.append(line.strip())
    if lines:
        yield " ".join(lines)


def _split(paragraph: str) -> Iterator[str]:
    if "*" in paragraph:
        paragraph = _MARKS.sub(lambda mark: mark.group(1) or mark.group(2), paragraph)
    start = 0
    for end in _END.finditer(paragraph):
        if end.group()[0] == "." and _goes_on(paragraph, start, end):
            continue
        yield from _kept(paragraph[start : end.end()])
        start = end.end()
    yield from _kept(paragraph[start:])


def _goes_on(paragraph: str, start: int, end: re.Match[str]) -> bool:
    """Tell whether the full stop belongs to an abbreviation or a date."""
    abbreviation = _ABBREVIATION.search(paragraph, max(start, end.start() - 12), end.end())
    if not abbreviation:
        return False
    return not abbreviation.group()[0].isdigit() or paragraph.startswith(_MONTHS, end.end())


def _kept(sentence: str) -> Iterator[str]:
    sentence = sentence.strip()
    if any(c.isalnum() for c in sentence):
        yield sentence
