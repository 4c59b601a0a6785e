"""Texts and queries as the tokens that the index holds: folded words, also those inside identifiers.

Letter case and accents do not count. Scripts that set no spaces between words (Chinese, Japanese, Thai and some
others) are held character by character, and a run of them is looked for as a phrase, so that any part is found.
Tokens hold letters and digits alone: nothing in a query can be taken for syntax.
"""

from __future__ import annotations

import re
import unicodedata

from ..value import Value

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff]+"
)
_TOKEN = re.compile(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+")
_ASCII_TOKEN = re.compile(r"[a-z0-9]+")
_NAME = re.compile(r"[A-Za-z0-9]+")
_CAMEL = re.compile(r"[a-z0-9][A-Z]|[A-Z][A-Z][a-z]")
_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_PHRASE = re.compile(r'"([^"]+)"|(\S+)')
_MOST_TERMS = 24
_MOST_TOKENS = 64
_STEM = 3
"""So many letters may be cut off a word when nothing has it as typed: endings, in whichever language."""


class Term(Value):
    """One word of a query, or several in quotes: its tokens, which must follow one another."""

    tokens: tuple[str, ...]

    @property
    def begins(self) -> bool:
        """Whether the last token may be the beginning of a longer one: one letter of a word may not."""
        return len(self.tokens[-1]) > 1

    @property
    def cut(self) -> Term:
        """The same without what may be an ending."""
        last = self.tokens[-1]
        return Term(tokens=(*self.tokens[:-1], last[: max(4, len(last) - _STEM)] if len(last) > 4 else last))


def fold(text: str) -> str:
    """Return the text in lower case without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return _ACCENTS.sub("", apart).casefold()


def tokens(text: str) -> list[str]:
    """Return the words of a text as the index holds them."""
    if text.isascii():
        return _ASCII_TOKEN.findall(text.lower())
    return _TOKEN.findall(fold(text))


def pieces(text: str) -> list[str]:
    """Return the parts of names in camelCase, which are no tokens by themselves."""
    return [piece.lower() for name in _NAME.findall(text) if _CAMEL.search(name) for piece in _PIECE.findall(name)]


def terms(query: str) -> list[Term]:
    """Return what a query asks for, word by word; words without a letter or digit ask for nothing."""
    found = []
    for quoted, word in _PHRASE.findall(query):
        own = tokens(quoted or word)[:_MOST_TOKENS]
        if own:
            found.append(Term(tokens=tuple(own)))
    return list(dict.fromkeys(found))[:_MOST_TERMS]


def match(term: Term) -> str:
    """Return a term as the index is asked for it."""
    star = "*" if term.begins else ""
    return f'"{" ".join(term.tokens)}"{star}'


def marks(text: str, wanted: list[Term]) -> list[tuple[int, int]]:
    """Return where a text says what is wanted, as ranges in order that do not overlap.

    A term that begins no word of the text is marked inside of words.
    """
    plain, places = _mapped(text)
    found: list[tuple[int, int]] = []
    for term in wanted:
        inner = r"[\W_]*".join(re.escape(token) for token in term.tokens)
        end = "" if term.begins or _is_unspaced(term.tokens[-1]) else r"(?![^\W_])"
        own = [m.span() for m in re.finditer(r"(?<![^\W_])" + inner + end, plain)]
        own = own or [m.span() for m in re.finditer(inner, plain)]
        found += [(places[start], places[end - 1] + 1) for start, end in own]
    return _joined(found)


def _is_unspaced(token: str) -> bool:
    return re.match(f"[{_UNSPACED}]", token) is not None


def _mapped(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, where that comes from."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    plain: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        folded = fold(character)
        plain.append(folded)
        places += [place] * len(folded)
    return "".join(plain), places


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    whole: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if whole and start <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return whole
