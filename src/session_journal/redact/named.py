"""Secrets that stand behind their name: assignments, headers, options, URLs with a password."""

from __future__ import annotations

from .pattern import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_USERINFO = r"(\b[A-Za-z][A-Za-z0-9+.-]*://[^\s:/@\"'`]*:)(?!\d+/)([^\s@\"'`]*[^\s@\"'`/][^\s\"'`@]*)(?=@[\w\[])"
_HEADER = (
    r"(?i)(\b(?:proxy-)?authorization\b[\"']?\s*[:=]\s*[\"']?(?:(?:bearer|basic|token|digest|apikey)\s+)?|\bbearer\s+"
    r"|\b(?:set-)?cookie:\s*[\w.-]+=|\bx-[\w-]*(?:key|token|secret)\b[\"']?\s*:\s*[\"']?)([\w.~+/=%-]{8,})"
)
_OPTION = (
    r"(?i)((?:^|\s)--?(?:password|passwd|passphrase|secret|token|api-?key|access-?key|auth-?token|client-?secret|pass)"
    r"(?:\s+|=)[\"']?)([^\s\"'-][^\s\"']{3,})|((?:^|\s)(?:-u|--user)[\s=]+[\"']?[\w.@-]+:)([^\s\"']{4,})"
)
_NAMED = (
    r"(?i)((?:pass(?:word|wd|phrase|code|wort)?|pwd?|passwor[dt]|kennwort|contraseña|mot de passe|senha"
    r"|wachtwoord|пароль|密码|secret|token|login|zugang\w*|credentials?|creds"
    r"|(?:api|access|private|account|signing|encryption)[ _-]?key)"
    r"[\w-]*[\"'`]?)"
    r"(\s*(?:=>|:=|==?|:|：)\s*|\s+(?:is|ist|lautet|es|est|is now|war|was)(?::|\s)\s*)"
    r"(\"[^\"\n]{4,200}\"|'[^'\n]{4,200}'|`[^`\n]{4,200}`|[^\s\"'`,;]{4,200})"
)
_NAMED_HINTS = (
    "pass pwd kennwort contraseña senha wachtwoord пароль 密码 secret key token cred login zugang".split()  # noqa: SIM905
)
_PLACEHOLDER = (
    r"(?i)^(?:[\"'`]?(?:\$|<|\{|%|\*{2,}|x{3,}|\.{3}|…|\[redacted|os\.|process\.|env\.|env\[|config|settings|self\.|this\.|args\."
    r"|opts\.|options\.|options\[|params|request\.|req\.|ctx\.|secrets?\.|vault|var\.|local\.|data\.|module\.|getenv|get_|read_|load_"
    r"|input\(|prompt|none|null|nil|true|false|undefined|required|optional|string|str\b|int\b|bool|bytes|any\b|changeme|example"
    r"|redacted|masked|hidden|empty|missing|invalid|expired|wrong|your[-_ ])|[\"'`]*$)"
)


def by_name(text: str, values: list[str]) -> str:
    """Return the text without the secrets behind a name; they are added to `values`."""
    low = text.lower()
    if "://" in text and "@" in text:
        text = compiled(_USERINFO).sub(_masked("password", values), text)
    if "authorization" in low or "bearer" in low or "cookie:" in low or "x-" in low:
        text = compiled(_HEADER).sub(_masked("authorization", values), text)
    if any(hint in low for hint in _NAMED_HINTS):
        text = compiled(_NAMED).sub(lambda found: _assignment(found, values), text)
    if " -" in text or text.startswith("-"):
        text = compiled(_OPTION).sub(_masked("secret", values), text)
    return text


def _masked(name: str, values: list[str]) -> Callable[[re.Match[str]], str]:
    """Return what replaces the second group of a match and leaves the first."""

    def mask(found: re.Match[str]) -> str:
        before, value = (group for group in found.groups() if group)
        if compiled(_PLACEHOLDER).match(value):
            return found.group()
        values.append(value)
        return f"{before}[redacted: {name}]"

    return mask


def _assignment(found: re.Match[str], values: list[str]) -> str:
    """Mask the value where it looks like a secret rather than like a type, a call, a word or a number."""
    name, sign, value = found.groups()
    quote = value[0] if value[0] in "\"'`" else ""
    bare = value.strip("\"'`").rstrip(".,;:?)" if not quote else "")
    if compiled(_PLACEHOLDER).match(value) or not _is_secret(name, sign.strip(), bare, is_quoted=bool(quote)):
        return found.group()
    values.append(bare)
    return f"{name}{sign}{quote}[redacted: secret]{quote or value[len(bare) :]}"


def _is_secret(name: str, sign: str, value: str, *, is_quoted: bool) -> bool:
    if (
        len(value) < 5
        or value.isdigit()
        or "(" in value
        or value.startswith(("/", "./", "~/", "http://", "https://"))
    ):
        return False
    has_digit = any(c.isdigit() for c in value)
    has_letter = any(c.isalpha() for c in value)
    is_word = value.replace("_", "").replace("-", "").replace(".", "").isalpha()
    if is_word:
        if compiled(r"(?i)(?:pass\w*|pwd?|kennwort|contraseña)").fullmatch(name.strip("\"'`")):
            return (is_quoted or value.count("-") > 2 or sign == ":") and len(value) >= 8
        is_variable = name.isupper() or "pass" in name.lower() or "pwd" in name.lower()
        return is_variable and sign == "=" and len(value) >= 6 and (is_quoted or not _is_identifier(value, name))
    if is_quoted and " " in value:
        return False
    if "login" in name.lower() or "zugang" in name.lower():
        return ":" in value and has_digit and has_letter
    is_mixed = has_letter and (has_digit or any(not c.isalnum() and c not in "._-/" for c in value))
    return is_mixed and not is_plain(value)


def _is_identifier(value: str, name: str) -> bool:
    return "." in value or value.casefold() in name.casefold() or name.casefold() in value.casefold()


def is_plain(value: str) -> bool:
    """Tell a version, a count with its unit, a UUID's or a file's name from a secret."""
    return bool(
        compiled(
            r"v?\d+(?:\.\d+)*[a-z%]{0,3}|[\w/-]+\.(?:py|js|ts|go|rs|md|json|ya?ml|toml|txt|env|pem|key|sh|rb|java|sql)(?::\d+)?"
            r"|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[a-z]+(?:_[a-z0-9]+)+|[A-Za-z]+\d{0,2}|[a-z]+(?:-[a-z0-9]+)+",
        ).fullmatch(value)
    )
