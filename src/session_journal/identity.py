"""What names a session: its id (UUIDv7), key, tracking ID, number and shortname; and a conversation's files."""

from __future__ import annotations

import os

from . import timestamps

SHORTNAME_LENGTH = 40
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"))
)
"""Names that are devices on Windows, with any ending."""


def new_id(instant: int) -> str:
    """Make a UUIDv7 (RFC 9562, section 5.7) for an instant in microseconds."""
    milliseconds = (instant // 1000) & ((1 << 48) - 1)
    chance = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | 0x7 << 76 | (chance >> 68) << 64 | 0b10 << 62 | chance & ((1 << 62) - 1)
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def is_id(text: str) -> bool:
    """Tell whether the text is a UUID in its usual spelling."""
    parts = text.split("-")
    return [len(part) for part in parts] == [8, 4, 4, 4, 12] and is_hex("".join(parts))


def is_hex(text: str) -> bool:
    """Tell whether the text is lower-case hex digits and nothing else."""
    return bool(text) and not text.strip("0123456789abcdef")


def is_key(text: str) -> bool:
    """Tell whether the text is a key: six hex digits."""
    return len(text) == 6 and is_hex(text)


def is_number(text: str) -> bool:
    """Tell whether the text is a session's number: one to nine digits, zeros before them or not."""
    return text.isascii() and text.isdecimal() and len(text) <= 9


def count(text: str) -> int:
    """Return the whole number that a text is; 0 for what is none, or too long to be a count of anything."""
    return int(text) if text.isdecimal() and len(text) <= 18 else 0


def key_of(session_id: str) -> str:
    """Return a session's key: the last six hex digits of its id."""
    return session_id[-6:]


def tracking_id(session_id: str, created: int) -> str:
    """Return `SESSION-YYYYMMDD-HHMMSS-XXXX` for a session made at `created` (UTC)."""
    stamp = timestamps.to_compact(created)
    return f"SESSION-{stamp[:8]}-{stamp[9:15]}-{session_id[-4:].upper()}"


def file_stem(conversation_id: str) -> str:
    """Return the name of a conversation's files: its id, without what could lead to another folder."""
    stem = "".join(c if c.isalnum() or c == "-" else "_" for c in conversation_id)[:100]
    return f"_{stem}" if stem[:1] in ("", "-") or stem.casefold() in _DEVICES else stem


def shortname(text: str) -> str:
    """Make a file name's part from any words: lower case, letters and digits joined by `-`; "" if none."""
    if not text.isascii():
        import unicodedata  # noqa: PLC0415 - only for text that needs it

        bases = ((c, unicodedata.normalize("NFKD", c)[0]) for c in unicodedata.normalize("NFC", text))
        text = "".join(base if base.isascii() else c for c, base in bases)  # é becomes e, が stays
    spaced = "".join(c if c.isalnum() else " " for c in text.casefold())
    words: list[str] = []
    for word in spaced.split():
        if words and len("-".join(words)) + 1 + len(word) > SHORTNAME_LENGTH:
            break
        words.append(word[:SHORTNAME_LENGTH])
    return "-".join(words)
