"""Secrets without a shape: what looks made up by a machine, and passwords told in a sentence."""

from __future__ import annotations

from itertools import pairwise

from .named import is_plain
from .pattern import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

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
_MIXED = r"[^\s\"'`,;<>{}\[\]]*\d[^\s\"'`,;<>{}\[\]]*"
_AROUND = ".,;:?()!*_"


def in_passing(text: str, values: list[str]) -> str:
    """Mask what looks made up by a machine, and beside a word for a secret what looks like a password."""
    words = [(found.start(), found.end(), found.group(1) is not None) for found in compiled(_TOLD).finditer(text)]

    def mask(found: re.Match[str]) -> str:
        word = found.group().strip(_AROUND)
        if len(word) < _PASSWORD_LENGTH or not (_is_random(word) or _is_told(word, found, words)):
            return found.group()
        values.append(word)
        return found.group().replace(word, "[redacted: secret]")

    return compiled(_MIXED).sub(mask, text)


def _is_told(word: str, found: re.Match[str], words: list[tuple[int, int, bool]]) -> bool:
    """Tell whether a word for a secret stands near enough before it, or right behind it, to make it one."""
    for start, end, is_strong in words:
        behind, before = found.start() - end, start - found.end()
        is_near = 0 <= behind < _TOLD_WITHIN or (is_strong and 0 <= before < _TOLD_WITHIN // 3)
        if is_near and _is_password(word, is_strong, is_next=is_strong and 0 <= behind < _NEXT_TO_IT):
            return True
    return False


def _is_random(word: str) -> bool:
    """Tell a key of letters and digits in no order from names, hashes and words run together."""
    for part in compiled(r"[-_.:=/+]").split(word):
        kinds = [c.isdigit() * 2 + c.isupper() for c in part]
        changes = sum(a != b for a, b in pairwise(kinds))
        if len(part) >= 16 and kinds.count(2) >= 2 and len(set(kinds)) == 3 and changes >= 0.4 * len(part):
            return True
    return False


def _is_password(word: str, is_strong: bool, *, is_next: bool) -> bool:
    """Tell a password that was told in a sentence from a name, a date, a version or a file."""
    if any(c in word for c in "=(") or "." in word.strip(".") or not any(c.isalpha() for c in word):
        return False
    if "/" in word and (not is_next or word[0] in "/~" or word.count("/") > 1):
        return False
    if compiled(_ORDINARY).fullmatch(word):
        return False
    if compiled(r"[0-9a-f]+").fullmatch(word):
        return len(word) >= 24 and len(word) not in (40, 64)
    if is_next:
        return True
    digits, has_mark = sum(c.isdigit() for c in word), any(not c.isalnum() and c not in "_:" for c in word)
    if len(word) >= 16 and digits >= 4:
        return True
    has_both = word.lower() != word != word.upper()
    return not is_plain(word) and has_both and (has_mark if is_strong else has_mark and digits >= 2)
