"""Secrets that stand behind their name: assignments, headers, options, URLs with a password."""

from __future__ import annotations

from .pattern import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_USERINFO = (
    r"((?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\s:/@\"'`]{0,200}:)(?!\d+/)"
    r"([^\s@\"'`]{0,300}[^\s@\"'`/])(?=@[\w\[])"
)
_HEADER = (
    r"(?i)(\b(?:proxy-)?authorization\b[\"']?\s{0,20}[:=]\s{0,20}[\"']?(?:(?:bearer|basic|token|digest|apikey)\s{1,20})?"
    r"|\bbearer\s{1,20}|\b(?:set-)?cookie:\s{0,20}[\w.-]{1,60}="
    r"|\bx-[\w-]{0,40}?(?:key|token|secret)\b[\"']?\s{0,20}:\s{0,20}[\"']?"
    r"|\bclient-key-data\\?[\"']?:\s{1,20}|[\"']auth\\?[\"']\s{0,5}:\s{0,5}\\?[\"'])([\w.~+/=%-]{8,})"
)
_OPTION = (
    r"(?i)((?:^|\s)--?(?:password|passwd|passphrase|secret|token|api-?key|access-?key|auth-?token|client-?secret|pass)"
    r"(?:\s{1,20}|=)[\"']?)([^\s\"'-][^\s\"']{3,})"
    r"|((?:^|\s)(?:-u|--user)[\s=]{1,20}[\"']?[\w.@-]{1,60}:)([^\s\"']{4,})"
    r"|(\bsshpass\s{1,5}-p\s{0,5}[\"']?)([^\s\"']{4,})|(\blogin\s{1,5}[^\s]{1,60}\s{1,5}password\s{1,5})(\S{4,})"
)
UUID = r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
_NAMED_UUID = (
    r"((?:\b[A-Z][A-Z0-9_]{0,60}_(?:TOKEN|SECRET|PASSWORD|API_?KEY|ACCESS_KEY)|_authToken)[\"']?\s{0,5}[=:]\s{0,5}[\"']?)"
    rf"({UUID})"
)
_NAMED = (
    r"(?i)((?:pass(?:word|wd|phrase|code|wort)?|pwd?|passwor[dt]|kennwort|contraseña|mot de passe|senha"
    r"|wachtwoord|пароль|密码|secret|token|login|zugang\w{0,20}|credentials?|creds"
    r"|(?:api|access|private|account|signing|encryption|master|admin|auth|deploy|storage|service)[ _-]?key)"
    r"[\w-]{0,40}[\"'`]?)"
    r"(\s{0,20}(?:=>|:=|==?|:|：)\s{0,20}|\s{1,20}(?:is|ist|lautet|es|est|is now|war|was)(?::|\s)\s{0,20})"
    r"(\"[^\"\n]{4,200}\"|'[^'\n]{4,200}'|`[^`\n]{4,200}`|[^\s\"'`,;]{4,200})"
)
_ABOUT = (
    r"(?i)[\w-]*[_-](?:headers?|names?|ur[il]|endpoint|paths?|files?|dir|ttl|len(?:gth)?|count|types?|ids?|prefix|suffix"
    r"|fields?|seconds|minutes|days|size|limit|version|expir\w*|class|format|policy|rules?|ref|arn|label|placeholder)"
)
"""Names of what is known about a secret, and is none."""
_NAMED_HINTS = (
    "pass pwd kennwort contraseña senha wachtwoord пароль 密码 secret key token cred login zugang".split()  # noqa: SIM905
)
_PLACEHOLDER = (
    r"(?i)^(?:[\"'`]?(?:\$|<|\{|%|\*{2,}|x{3,}|\.{3}|…|\[redacted|os\.|process\.|env\.|env\[|config|settings|self\.|this\.|args\."
    r"|opts\.|options\.|options\[|params|request\.|req\.|ctx\.|secrets?\.|vault|var\.|local\.|data\.|module\.|getenv|get_|read_|load_"
    r"|input\(|prompt|none|null|nil|true|false|undefined|required|optional|string|str\b|int\b|bool|bytes|any\b|changeme|example"
    r"|redacted|masked|hidden|empty|missing|invalid|expired|wrong|your[-_ ])|[\"'`]*$)"
)


_NAMES_ONE = r"(?i)(?:[\w-]*[_-])?(?:pass(?:word|wd|phrase|code|wort)?|pwd?|kennwort|contraseña)"
_FORTY = r"(?=.*\d)(?=.*[A-Z])(?:[A-Za-z0-9/+]{40}|[A-Za-z0-9/+]{42,86}={1,2})"
_USER_ALONE = r"(://)([A-Za-z0-9_]{24,200})(?=@[\w\[])"
_FILE = (
    r"[\w/.-]+\.(?:py|js|ts|tsx|go|rs|md|json|ya?ml|toml|txt|env|pem|key|sh|rb|java|sql)(?::\d+)?"
    r"|v?\d+(?:\.\d+)+(?:[.+-]?[a-z]+[\w.+-]*)?"
)
_PLAIN = (
    r"v?\d+(?:\.\d+)*[a-z%]{0,3}|0x[0-9a-fA-F]+|(?:(?i:sha\d+|md5)[-:]|h1:|arn:|data:).*|[A-Za-z]+\d{0,2}"
    rf"|{UUID}|[a-z]+(?:_[a-z0-9]+)+|[a-z]+(?:-[a-z0-9]+)+"
    r"|(?:cus|pi|evt|price|prod|sub|msg|toolu|req|ch|in|acct|card|run|thread|asst|si|seti|cs|pm|src|tok)_[\w]+"
)
"""What is no secret wherever it stands; the last are the identifiers of things, not the keys to them."""


def by_name(text: str, values: list[str]) -> str:
    """Return the text without the secrets behind a name; they are added to `values`."""
    low = text.lower()
    if "://" in text and "@" in text:
        text = compiled(_USERINFO).sub(_masked("password", values), text)
        text = compiled(_USER_ALONE).sub(_masked("token", values), text)
    if "auth" in low or "bearer" in low or "cookie:" in low or "x-" in low or "key-data" in low:
        text = compiled(_HEADER).sub(_masked("authorization", values), text)
    if "_authToken" in text or "_TOKEN" in text or "_SECRET" in text or "KEY" in text or "_PASSWORD" in text:
        text = compiled(_NAMED_UUID).sub(_masked("secret", values), text)
    if any(hint in low for hint in _NAMED_HINTS):
        text = compiled(_NAMED).sub(lambda found: _assignment(found, values), text)
    if " -" in text or text.startswith("-") or "\n-" in text or ("login" in low and "password" in low):
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
    if (
        _is_about(found)
        or compiled(_PLACEHOLDER).match(value)
        or not _is_secret(name, sign.strip(), bare, is_quoted=bool(quote))
    ):
        return found.group()
    values.append(bare)
    return f"{name}{sign}{quote}[redacted: secret]{quote or value[len(bare) :]}"


def _is_about(found: re.Match[str]) -> bool:
    """Tell whether this names something about a secret, or stands in the name of a cloud's resource."""
    if compiled(_ABOUT).fullmatch(found[1].strip("\"'`")):
        return True
    start = found.start()
    begin = max(found.string.rfind(gap, max(0, start - 200), start) for gap in " \n\"'=(")
    return found.string.startswith("arn:", begin + 1)


def _is_secret(name: str, sign: str, value: str, *, is_quoted: bool) -> bool:
    if ("secret" in name.lower() or "key" in name.lower()) and compiled(_FORTY).fullmatch(value):
        return True
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
        if compiled(_NAMES_ONE).fullmatch(name.strip("\"'`")):
            return (is_quoted or value.count("-") > 2 or sign == ":") and len(value) >= 8
        is_variable = name.isupper() or "pass" in name.lower() or "pwd" in name.lower()
        return is_variable and sign == "=" and len(value) >= 6 and (is_quoted or not _is_identifier(value, name))
    if is_quoted and " " in value:
        return has_digit and "passphrase" in name.lower()
    if compiled(_NAMES_ONE).fullmatch(name.strip("\"'`")) and sign in ("=", ":") and has_digit and has_letter:
        return len(value) >= 8 and not compiled(_FILE).fullmatch(value)
    if "login" in name.lower() or "zugang" in name.lower():
        return ":" in value and has_digit and has_letter
    is_mixed = has_letter and (has_digit or any(not c.isalnum() and c not in "._-/" for c in value))
    return is_mixed and not is_plain(value)


def _is_identifier(value: str, name: str) -> bool:
    return "." in value or value.casefold() in name.casefold() or name.casefold() in value.casefold()


def is_plain(value: str) -> bool:
    """Tell a version, a count with its unit, a UUID, a checksum or a file's name from a secret."""
    return bool(compiled(_PLAIN).fullmatch(value) or compiled(_FILE).fullmatch(value))
