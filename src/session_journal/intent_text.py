"""A prompt as plain words: lower case, no accents, cut into sentences, clauses and tokens."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

CODE = "\0"  # the token for a path, an identifier, a call, a span in backticks
FLAG = "\1"  # the token for a command's --flag

_CODE_MARKS = frozenset("_/\\=<>{}[]$@|+%^*`\0")
_SMILEYS = " :) :-) ;) ;-) :( :-( :d :-d :p ;p xd <3 ^^ ^_^ :/ =) \\o/ o/ :-/ * "
_COMMANDS = ("/compact", "/clear")  # the client's own, of which people tell
_ENDS = frozenset(".!?;\n\r…。｡")
_ELIDED = " l d s j n m t c qu dov cos com dell all nell sull un jusqu lorsqu "
_OPENED = frozenset(("s", "n", "t", "k", "cause", "til", "em"))  # 's morgens, 't, 'n: not a quotation


# what the letters with accents of our languages are without, and the apostrophes
_BARE = str.maketrans(
    "àáâãäåçèéêëìíîïñòóôõöùúûüýÿйё’‘ʼ´？！，：",
    "aaaaaaceeeeiiiinooooouuuuyyие''''?!,:",
)
_KEPT = frozenset("¿¡«»°–—…“”„。、・「」『』")


def plain(text: str) -> str:
    """Return the text in lower case, without accents and without width variants."""
    if text.isascii():
        return text.lower()
    simple = text.casefold().translate(_BARE)
    if all(char < "\x80" or "а" <= char <= "я" or _is_plain(char) for char in simple):
        return simple
    from unicodedata import normalize  # noqa: PLC0415 - few prompts need it

    def bare(char: str) -> str:
        return normalize("NFD", char)[0]

    return "".join([_plain_char(char, bare) for char in normalize("NFC", text.casefold())])


def _is_plain(char: str) -> bool:
    """Tell whether a character is for sure its own plain form: of Chinese, Japanese, Korean, a smiley, a dash."""
    return (
        "\u3400" <= char <= "\u9fff"
        or "\uac00" <= char <= "\ud7a3"
        or "\u3041" <= char <= "\u3096"
        or "\u30a1" <= char <= "\u30fc"
        or "\U0001f000" <= char <= "\U0001faff"
        or char in _KEPT
    )


def _plain_char(char: str, bare: Callable[[str], str]) -> str:
    if char < "\x80" or "\u2e80" <= char < "\uff00":
        return char
    if char in "’‘ʼ´":
        return "'"
    if "\u0300" <= char <= "\u036f":
        return ""
    if "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    return bare(char) if char < "\u2000" else char


def split(text: str) -> list[list[list[str]]]:
    """Cut plain text into sentences of clauses of tokens; whatever looks like code becomes one token, CODE."""
    sentences: list[list[list[str]]] = [[[]]]
    for chunk in _hide_spans(text).replace("\n", " . ").replace("tl;dr", "tldr").split():
        if f" {chunk} " not in _SMILEYS:
            _add(sentences, chunk)
    cleaned = [[clause for clause in sentence if clause] for sentence in sentences]
    return [sentence for sentence in cleaned if sentence]


def _hide_spans(text: str) -> str:
    """Put CODE for what stands between backticks."""
    if "`" not in text:
        return text
    parts = text.split("`")
    return "".join([part if index % 2 == 0 else CODE for index, part in enumerate(parts)])


def _add(sentences: list[list[list[str]]], chunk: str) -> None:
    """Append a chunk without blanks to the last clause, opening new ones where its punctuation says so."""
    if chunk.startswith(_COMMANDS):
        chunk = chunk[1:]
    core = chunk.strip(".!?;,:…。｡()-~*'\"")
    if _is_abbreviation(core):
        chunk = core = core.replace(".", "")
    if _is_code(chunk, core):
        sentences[-1][-1].append(FLAG if chunk[0] == "-" else CODE)
        if chunk[-1] in _ENDS:
            sentences.append([[]])
        return
    word = ""
    for char in chunk:
        if char.isalnum():
            word += char
        elif char == "'":
            word = _elide(sentences[-1][-1], word)
        else:
            if word:
                sentences[-1][-1].append(word)
            word = ""
            _separate(sentences, char)
    if word:
        sentences[-1][-1].append(word)


def _separate(sentences: list[list[list[str]]], char: str) -> None:
    if char in _ENDS:
        sentences.append([[]])
    elif char != "-" or not sentences[-1][-1]:
        sentences[-1].append([])


def _elide(clause: list[str], word: str) -> str:
    """Cut at an apostrophe after an article (l'ultimo), join elsewhere (what's)."""
    if f" {word} " not in _ELIDED:
        return word
    clause.append(word)
    return ""


def _is_abbreviation(core: str) -> bool:
    """Tell whether a chunk is letters with dots between them: a.u.b., s.v.p."""
    return core[1:2] == "." and all(len(part) == 1 and part.isalpha() for part in core.split("."))


def _is_code(chunk: str, core: str) -> bool:
    """Tell whether a chunk is code: a path, foo.py, --flag, call(), x=1, a_b."""
    if not core:
        return False
    if not _CODE_MARKS.isdisjoint(core):
        return True
    if chunk[0] == "-" and chunk != "-":
        return True
    inner = core.find(".")
    while inner > 0:
        if core[inner - 1].isalnum() and core[inner + 1].isalnum():
            return True
        inner = core.find(".", inner + 1)
    call = chunk.find("(")
    return call > 0 and chunk[call - 1].isalnum()


def is_quoting(text: str) -> bool:
    """Tell whether something in the text stands in quotation marks: then the words are not the person's own."""
    if any(mark in text for mark in '"“”„«»‹›「」『』《》'):
        return True
    for chunk in text.split():
        if chunk[0] == "'" and len(chunk) > 1 and chunk[1].isalnum() and chunk[1:].split("'")[0] not in _OPENED:
            return True
    return False
