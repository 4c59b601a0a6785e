"""Text without what cannot be seen: control characters, terminal escapes, direction marks, invisible ones.

What writing needs stays: joiners between letters of the scripts that use them and within emoji. On the hot path.
"""

from __future__ import annotations

_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
_BLANK = "\r\x0b\x0c\x85\u2028\u2029\u2800"
_HIDDEN = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0\U00016fe4\U0001d159"
    + "".join(map(chr, range(0xFE00, 0xFE0E)))
    + "".join(map(chr, range(0xE0100, 0xE01F0)))
)
"""What shows nothing, though Unicode counts it as a letter, a mark or a symbol."""
_ASCII = {**dict.fromkeys([*range(32), 127]), **dict.fromkeys(map(ord, "\r\x0b\x0c"), " "), 9: "\t", 10: "\n"}
_JOINING = ((0x0600, 0x0DFF), (0x0F00, 0x109F), (0x1780, 0x18AF), (0x1A20, 0x1CFF), (0xA800, 0xABFF))
_JOINING_BEYOND = (0x10A00, 0x11FFF)
_EMOJI = (0x1F000, 0x1FAFF)


def clear(text: str) -> str:
    """Return the text with nothing in it that a reader or a terminal would not show; newlines and tabs stay."""
    if "\x1b" in text or "\x9b" in text:
        text = _without_sequences(text)
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    return text.translate(_ASCII) if text.isascii() else _clear(text)


def _clear(text: str) -> str:
    found = set(text)
    odd = {c: _instead(c) for c in found if c not in _JOINERS and (not c.isprintable() or c in _HIDDEN)}
    odd.update({c: " " for c in _BLANK if c in found})
    changed = {ord(c): instead for c, instead in odd.items() if instead != c}
    if changed:
        text = text.translate(changed)
    return _joined(text) if any(c in found for c in _JOINERS) else text


def _instead(c: str) -> str:
    """Return what stands for a character that cannot be printed: a space for a space, else nothing."""
    if c in "\n\t":
        return c
    import unicodedata  # noqa: PLC0415 - few texts need it

    kind = unicodedata.category(c)
    if kind == "Cn" and _EMOJI[0] <= ord(c) <= _EMOJI[1]:  # younger than this Python
        return c
    return " " if kind == "Zs" else ""


def _joined(text: str) -> str:
    """Keep the joiners and variation selectors that do something to what stands around them."""
    kept: list[str] = []
    before = ""
    for place, c in enumerate(text):
        if c in _JOINERS and not _belongs(c, before, text[place + 1 : place + 2]):
            continue
        kept.append(c)
        before = c
    return "".join(kept)


def _belongs(c: str, before: str, behind: str) -> bool:
    if c in "\ufe0e\ufe0f":
        return _is_symbol(before) or (before in tuple("#*0123456789") and behind == "\u20e3")
    if c == "\u200d" and (before == "\ufe0f" or _is_symbol(before)):
        return _is_symbol(behind)
    return _is_joining(before) and (c == "\u200d" or _is_joining(behind))


def _is_symbol(c: str) -> bool:
    """Tell whether a character can be an emoji, or a part of one."""
    if not c or c.isascii():
        return False
    import unicodedata  # noqa: PLC0415 - few texts need it

    young = _EMOJI[0] <= ord(c) <= _EMOJI[1]
    return young or unicodedata.category(c) in ("So", "Sm") or c in "\u203c\u2049\u2139\u3030"


def _is_joining(c: str) -> bool:
    """Tell whether a character belongs to a script whose letters joiners part and tie."""
    return bool(c) and any(low <= ord(c) <= high for low, high in (*_JOINING, _JOINING_BEYOND))


def _without_sequences(text: str) -> str:
    """Take out the escapes that colour text or move a cursor; of others only the escape character goes."""
    first, *rest = text.replace("\x9b", "\x1b[").split("\x1b")
    return first + "".join(_behind(part) for part in rest)


def _behind(part: str) -> str:
    """Return what follows an escape character, without the sequence that it begins."""
    if not part.startswith("["):
        return part
    end = next((place for place, c in enumerate(part[1:64], 1) if not " " <= c <= "?"), len(part))
    return part[end + 1 :] if "@" <= part[end : end + 1] <= "~" else part
