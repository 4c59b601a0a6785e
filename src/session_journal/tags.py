"""Fake tags and turns: what the client or a model could take for structure of theirs is taken apart.

A tag's opening bracket becomes `‹`, in whatever disguise it comes: in capitals, with spaces, encoded, in
look-alike letters. Tags of code that people write about (`<div>`, `Vec<T>`) stay as they are.
"""

from __future__ import annotations

MARK = "‹"
TURN = "› "
OPENERS = "<＜﹤‹〈〈⟨《«˂ᐸ❬❮❰⧼≺⪻𝈶"
_LONGEST = 60
_BEGINNINGS = (  # noqa: SIM905 (words read better than a list of literals)
    "systemreminder systemprompt systemmessage systeminstruction systemwarning functioncall functionresult"
    " tooluse toolresult toolcall tooloutput commandname commandmessage commandargs commandcontents"
    " localcommand bashinput bashstdout bashstderr pastedcontent userpromptsubmit usermemory userinput"
    " sessionstarthook precompacthook sessionjournal antml imstart imend startheader endofturn newdiagnostics"
    " tasknotification endoftext"
).split()
"""Tags begin like these, whatever follows; what is no letter or digit counts for nothing."""
_WHOLE = frozenset(
    (  # noqa: SIM905
        "system human user assistant invoke parameter function functions tool tools thinking analysis summary"
        " instruction instructions reminder hook prompt context important antthinking environment claude"
    ).split()
)
"""Tags that are called so and nothing else."""
_SPEAKERS = ("human", "assistant", "system")
_LOOKS = str.maketrans(
    "авекмнорстухѕіјԁԛԝһӏгпиѵьαβεηικμνορτχγωσϲϳᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢıɡɑ",
    "abekmhopctyxsijdqwhlrnuvbabenikuvoptxywocjabcdefghijklmnoprstuvwyziga",
)


def taken_apart(text: str) -> str:
    """Return the text with every fake tag's bracket replaced and every fake turn set behind a mark."""
    parts, done = [], 0
    for start, end in _brackets(text):
        if start >= done and _is_reserved(text[end : end + _LONGEST * 2]):
            parts += [text[done:start], MARK]
            done = end
    text = "".join(parts) + text[done:]
    return "\n".join(map(_turned, text.split("\n")))


def _brackets(text: str) -> list[tuple[int, int]]:
    """Return where what opens a tag begins and ends, in the order of the text."""
    found = [(place, place + 1) for opener in OPENERS for place in _places(text, opener)]
    found += [(place, end) for sign in "&%\\" for place in _places(text, sign) if (end := _encoded(text, place))]
    return sorted(found)


def _places(text: str, sign: str) -> list[int]:
    places, place = [], text.find(sign)
    while place >= 0:
        places.append(place)
        place = text.find(sign, place + 1)
    return places


def _encoded(text: str, place: int) -> int:
    """Return where an encoded `<` that begins at a place ends (`&lt;`, `&#x3c;`, `%3C`, …); 0 for none."""
    bare = text[place : place + 40].lower()
    for code in ("%3c", "\\u003c", "\\x3c", "\\u{3c}"):
        if bare.startswith(code):
            return place + len(code)
    at = 1
    while bare.startswith("amp;", at):
        at += 4
    at = _reference(bare, at) if bare.startswith("&") else 0
    return place + at + bare.startswith(";", at) if at else 0


def _reference(bare: str, at: int) -> int:
    """Return where a character reference for `<` ends, its semicolon aside; 0 for none."""
    if bare.startswith("lt", at):
        return at + 2
    number, base = (at + 2, 16) if bare.startswith("#x", at) else (at + 1, 10)
    end = number
    while bare[end : end + 1] and bare[end] in "0123456789abcdef"[:base]:
        end += 1
    is_it = bare.startswith("#", at) and end > number and int(bare[number:end], base) == ord("<")
    return end if is_it else 0


def _is_reserved(behind: str) -> bool:
    """Tell whether what stands behind a bracket names a tag that means something to the client or a model."""
    if behind[:1] in ("", "<", "=", "-", "&") and not behind.startswith("&#"):
        return False
    if "&" in behind:
        from html import unescape  # noqa: PLC0415 - only for what is disguised twice

        behind = unescape(unescape(behind))
    bare = _folded(behind.lower().replace("%2f", "/")[:_LONGEST])
    start = 0
    while start < len(bare) and not bare[start].isalnum() and bare[start] not in "-=<>,;:+?":
        start += 1
    start += bare.startswith("?", start) and not bare[start + 1 : start + 2].isspace()
    bare = bare[start:]
    end = next((at for at, c in enumerate(bare) if not (c.isalnum() or c in "-_:.*")), len(bare))
    squeezed = "".join(c for c in bare if c.isalnum() or c == "*")
    return any(_fits(word, squeezed[: len(word)]) for word in _BEGINNINGS) or any(
        _fits(word, bare[:end].strip("-_:.")) for word in _WHOLE
    )


def _fits(word: str, given: str) -> bool:
    """Tell whether a text is a word, letters that are not known (`*`) aside; few may be."""
    if len(word) != len(given) or given.count("*") * 3 > len(word):
        return False
    return all(theirs in (mine, "*") for mine, theirs in zip(word, given, strict=True))


def _folded(text: str) -> str:
    """Return a text in plain small letters: look-alikes as what they look like, `*` for letters not known."""
    if not text.isascii():
        import unicodedata  # noqa: PLC0415 - seldom needed, and a library of its own

        text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold()).translate(_LOOKS)
        text = "".join(c for c in text if not unicodedata.combining(c))
    return "".join("*" if c.isdigit() or (c.isalpha() and not c.isascii()) else c for c in text)


def _turned(line: str) -> str:
    """Set a line that looks like the beginning of somebody's turn behind a mark."""
    head = line.lstrip()[:24]
    if not head or not any(c in head for c in ":：﹕꞉∶"):
        return line
    name, colon, _ = _folded(head).replace("꞉", ":").replace("∶", ":").partition(":")
    is_one = colon and any(_fits(word, name.strip(" *_").casefold()) for word in _SPEAKERS)
    return line[: len(line) - len(line.lstrip())] + TURN + line.lstrip() if is_one else line
