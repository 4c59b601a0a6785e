"""Small typing errors: a letter changed, missing, doubled or swapped, or a blank that is missing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def nearest(token: str, text: str, knows: Callable[[str], bool]) -> str:
    """Return the word between bars in the text that the token is a slip of; else the token.

    It shares two letters with the token at the beginning or at the end.
    """
    drawn = token.rstrip(token[-1]) + token[-1]
    if len(token) - len(drawn) > 1 and knows(drawn):
        return drawn
    short = _nearest_short(token, knows) if 2 < len(token) < 6 else ""
    if short or len(token) < 4:
        return short or token
    return _slipped(token, "|" + token[:2], text) or _slipped(token, token[-2:] + "|", text) or token


def _nearest_short(token: str, knows: Callable[[str], bool]) -> str:
    """Return the known word of which a letter is swapped or doubled in the token."""
    for at in range(len(token) - 1):
        swapped = token[:at] + token[at + 1] + token[at] + token[at + 2 :]
        if swapped != token and knows(swapped):
            return swapped
        single = token[:at] + token[at + 1 :]
        if len(token) > 4 and token[at] == token[at + 1] and knows(single):
            return single
    return ""


def _slipped(token: str, part: str, text: str) -> str:
    """Return the first word with the part at its beginning or end that the token is a slip of."""
    at = text.find(part)
    while at >= 0:
        if part[0] == "|":
            end = text.find("|", at + 1)
            word = text[at + 1 : end]
        else:
            end = at + 2
            word = text[text.rfind("|", 0, end) + 1 : end]
        if len(word) > 3 and -2 < len(word) - len(token) < 2 and is_slip(token, word):
            return word
        at = text.find(part, end)
    return ""


def parts(letters: str, most: int, knows: Callable[[str], bool]) -> list[str]:
    """Return the letters as known words, the longest ones first, at most so many; or nothing."""
    if knows(letters):
        return [letters]
    for at in range(len(letters) - 2, 1, -1) if most > 1 else ():
        if knows(letters[:at]):
            rest = parts(letters[at:], most - 1, knows)
            if rest:
                return [letters[:at], *rest]
    return []


def is_slip(token: str, word: str) -> bool:
    """Tell whether the token is the word with a letter changed, missing, added or swapped; no inflection.

    In a word of four letters only a letter doubled or swapped is a slip: so short, the others are words as well.
    """
    if token[:-1] == word:
        return token[-1] == word[-1]
    if token[:-1] == word[:-1]:
        return False
    head = 0
    shorter = min(len(token), len(word))
    while head < shorter and token[head] == word[head]:
        head += 1
    if len(token) == len(word):
        swapped = token[head : head + 2] == word[head : head + 2][::-1] and token[head + 2 :] == word[head + 2 :]
        return swapped or (len(word) > 4 and token[head + 1 :] == word[head + 1 :])
    if len(token) < len(word):
        return len(word) > 4 and token[head:] == word[head + 1 :]
    return token[head + 1 :] == word[head:] and (len(word) > 4 or token[head] == word[head - 1])
