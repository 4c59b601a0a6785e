"""Secrets without a shape: what looks made up by a machine, and passwords told in a sentence."""

from __future__ import annotations

from itertools import pairwise

from .named import UUID, is_plain
from .pattern import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# a password told in a sentence: a word for it, then within so many characters the thing itself
_TOLD = (
    r"(?i)\b(?:(pass(?:word|wd|phrase|code|wort)?s?|pwd?|psk|pin|otp|secret|credentials?|creds|kennwort|zugang(?:sdaten)?"
    r"|contraseña|clave|mot de passe|senha|wachtwoord|lösenord|пароль|密码|パスワード)"
    r"|token|login|log in|sign in|key|schlüssel|anmeldung|llave|clé|chave|sleutel|ключ|токен)(?!\w)"
)
_TOLD_WITHIN = 70
_NEXT_TO_IT = 9
_PASSWORD_LENGTH = 6
# CVE-2024-1, name_1, 30-day, 340ms, sha256, a figure in words
_ORDINARY = (
    r"(?:[A-Z]+-)+\d[\d-]*|[a-z]+-\d+|(?i:[a-z]+_\d*|[a-z]+_[a-z_]+\d?|\d[\d.,:]*-?[a-z%]{1,9}|"
    r"(?:utf|sha|md|aes|rsa|base|http|tls|oauth|hs|rs|es|ed|argon|pbkdf|bcrypt|p|v)-?\d\S*)"
)
_KNOWN = (
    rf"{UUID}|0x[0-9a-fA-F]+|(?:(?i:sha\d+|md5)[-:]|h1:|arn:|data:).*|v?\d+(?:\.\d+)+[\w.+-]*"
    r"|.*(?:A-Za-z|a-z0-9|0-9a-f|A-Z0-9|0-9A-F).*"
)
_RUN = r"[^\s\"'`,;<>{}\[\]]+"
_AROUND = ".,;:?()!*_"
_LONGEST = 200
_BESIDE = r"(?:^|(?<=[\s\"'`(\[{<>=|])|(?<=://)|(?<=\\[nrt])|(?<=[^\x00-\x7f]))"
_MADE_UP = _BESIDE + r"[A-Za-z0-9]{16,56}(?![A-Za-z0-9+/_=~-])"
_PRONOUNCED = r"[A-Z]?[a-z]{2,}"


def in_passing(text: str, values: list[str]) -> str:
    """Mask what looks made up by a machine, and beside a word for a secret what looks like a password."""
    found = {at.start(): at.end() for at in compiled(_MADE_UP).finditer(text) if _is_made_up(at)}
    for word in compiled(_TOLD).finditer(text):
        found.update(_beside(text, word))
    place, parts = 0, []
    for start, end in sorted(found.items()):
        if start >= place:
            values.append(text[start:end])
            parts += [text[place:start], "[redacted: secret]"]
            place = end
    return "".join([*parts, text[place:]])


def _is_made_up(found: re.Match[str]) -> bool:
    """Tell a key by its letters and digits in no order; a certificate is so too, and no secret."""
    start = found.start()
    armour = found.string.rfind("-----BEGIN", max(0, start - 10_000), start)
    is_inside = armour >= 0 and found.string.find("-----END", armour, start) < 0
    return _is_random(found.group()) and not is_inside


def _beside(text: str, word: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where a password stands that is told by a word: behind it, or right before it."""
    is_strong, start, end = word.group(1) is not None, word.start(), word.end()
    for run in compiled(_RUN).finditer(text, end, end + _TOLD_WITHIN + _LONGEST):
        behind = run.start() - end
        if behind >= _TOLD_WITHIN:
            break
        if not behind:  # the word is a part of it
            continue
        yield from _told(run, is_strong, is_next=is_strong and behind < _NEXT_TO_IT)
    first = max(0, start - _TOLD_WITHIN)
    for run in compiled(_RUN).finditer(text, first, start) if is_strong else ():
        is_cut = run.start() == first and first > 0
        if 0 < start - run.end() < _TOLD_WITHIN // 3 and not is_cut:
            yield from _told(run, is_strong, is_next=False)


def _told(run: re.Match[str], is_strong: bool, *, is_next: bool) -> Iterator[tuple[int, int]]:
    word = run.group().strip(_AROUND)
    if (
        len(word) < _PASSWORD_LENGTH
        or not any(c.isdigit() for c in word)
        or "[redacted" in run.string[run.start() - 1 : run.end()]
    ):
        return
    if _is_password(word, is_strong, is_next=is_next):
        start = run.start() + run.group().index(word)
        yield start, start + len(word)


def _is_random(word: str) -> bool:
    """Tell a key of letters and digits in no order from names, hashes and words run together."""
    kinds = [c.isdigit() * 2 + c.isupper() for c in word]
    changes = sum(a != b for a, b in pairwise(kinds))
    if kinds.count(2) < 2 or len(set(kinds)) < 3 or changes < 0.4 * len(word):
        return False
    pronounced = (part for part in compiled(_PRONOUNCED).findall(word) if any(c in "aeiouyAEIOUY" for c in part))
    return sum(map(len, pronounced)) < 0.5 * len(word)


def _is_password(word: str, is_strong: bool, *, is_next: bool) -> bool:
    """Tell a password that was told in a sentence from a name, a date, a version or a file."""
    if any(c in word for c in "=(") or "." in word.strip(".") or not any(c.isalpha() for c in word):
        return False
    if "/" in word and (not is_next or word[0] in "/~" or word.count("/") > 1):
        return False
    if compiled(_ORDINARY).fullmatch(word) or compiled(_KNOWN).fullmatch(word):
        return False
    if compiled(r"[0-9a-f]+").fullmatch(word):
        return is_strong and len(word) >= 24 and len(word) not in (40, 64)
    if is_next:
        return True
    digits, has_mark = sum(c.isdigit() for c in word), any(not c.isalnum() and c not in "_:" for c in word)
    if is_plain(word) or (len(word) >= 16 and digits >= 4):
        return not is_plain(word)
    has_both = word.lower() != word != word.upper()
    return has_both and (has_mark if is_strong else has_mark and digits >= 2)
