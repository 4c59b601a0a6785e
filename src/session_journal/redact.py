"""Masks secrets in a text before it is written anywhere: `[redacted: github token]`.

A rule has the literals without which it cannot match, so that ordinary text costs a few searches and no
pattern is compiled for it. Commit hashes, UUIDs, checksums and paths are not secrets and stay.
"""

from __future__ import annotations

import re
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_SHAPES: tuple[tuple[str, str, str], ...] = (
    # what it is, literals separated by spaces, pattern
    (
        "private key",
        "PRIVATE\xa0KEY",
        r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]*KEY(?: BLOCK)?-----|\Z)",
    ),
    ("age key", "AGE-SECRET-KEY-1", r"AGE-SECRET-KEY-1[0-9A-Z]{40,}"),
    (
        "github token",
        "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_",
        r"\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,})",
    ),
    (
        "gitlab token",
        "glpat- gldt- glrt- glptt- glcbt- glsoat- glft-",
        r"\bgl(?:pat|dt|rt|ptt|cbt|soat|ft)-[\w.-]{16,}",
    ),
    ("anthropic key", "sk-ant-", r"\bsk-ant-[\w-]{16,}"),
    ("openai key", "sk-", r"\bsk-(?:proj-|svcacct-|admin-|or-v1-)?(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}"),
    (
        "stripe key",
        "k_live_ k_test_ whsec_",
        r"\b(?:[rs]k_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{16,})",
    ),
    ("slack token", "xox xapp-", r"\b(?:xox[abeoprs]|xapp)(?:\.xox[bp])?-[\w-]{10,}"),
    ("slack webhook", "hooks.slack.com", r"hooks\.slack\.com/(?:services|workflows)/[\w/+-]{20,}"),
    ("discord webhook", "discord", r"discord(?:app)?\.com/api/webhooks/\d+/[\w-]{20,}"),
    ("discord token", "M N O", r"\b[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,}"),
    (
        "aws key",
        "AKIA ASIA ABIA ACCA",
        r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16,}\b(?:[\s/:,;|]{1,5}[\w/+=]{36,44}\b)?",
    ),
    ("google key", "AIza ya29. GOCSPX-", r"\b(?:AIza[\w-]{30,}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,})"),
    ("npm token", "npm_", r"\bnpm_[A-Za-z0-9]{30,}"),
    ("pypi token", "pypi-", r"\bpypi-(?=[\w-]*[A-Z])[\w-]{16,}"),
    ("rubygems key", "rubygems_", r"\brubygems_[a-f0-9]{40,}"),
    ("json web token", "eyJ", r"\b(?:[ps]k\.)?eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?"),
    ("sendgrid key", "SG.", r"\bSG\.[\w-]{16,}\.[\w-]{16,}"),
    ("mailgun key", "key-", r"\bkey-[0-9a-f]{32}\b"),
    ("mailchimp key", "-us", r"\b[0-9a-f]{32}-us\d{1,2}\b"),
    ("twilio key", "SK", r"\bSK[0-9a-f]{32}\b"),
    ("telegram token", ":AA", r"\b\d{8,10}:AA[\w-]{30,}"),
    ("digitalocean token", "_v1_", r"\bdo[oprt]_v1_[a-f0-9]{40,}"),
    ("hugging face token", "hf_", r"\bhf_[A-Za-z0-9]{30,}"),
    ("databricks token", "dapi", r"\bdapi[a-f0-9]{32}\b"),
    ("shopify token", "shpat_ shpca_ shppa_ shpss_", r"\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{30,}"),
    ("square token", "sq0 EAAA", r"\b(?:sq0[a-z]{3}-[\w-]{22,}|EAAA[\w-]{60})"),
    ("vault token", "hvs. hvb.", r"\bhv[sb]\.[\w-]{20,}"),
    ("doppler token", "dp.", r"\bdp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{30,}"),
    ("linear key", "lin_api_", r"\blin_api_[A-Za-z0-9]{30,}"),
    ("notion token", "secret_ ntn_", r"\b(?:secret_[A-Za-z0-9]{40,}|ntn_[A-Za-z0-9]{40,})"),
    ("figma token", "figd_", r"\bfigd_[\w-]{30,}"),
    ("airtable token", "pat", r"\bpat[A-Za-z0-9]{14}\.[a-f0-9]{60,}"),
    ("postman key", "PMAK-", r"\bPMAK-[a-f0-9-]{40,}"),
    ("grafana token", "glc_ glsa_", r"\bgl(?:c|sa)_[\w+/=]{30,}"),
    ("new relic key", "NRAK-", r"\bNRAK-[A-Z0-9]{20,}"),
    ("sentry token", "sntry", r"\bsntry[su]_[\w+/=]{30,}"),
    ("docker token", "dckr_", r"\bdckr_(?:pat|oat)_[\w-]{20,}"),
    ("terraform token", ".atlasv1.", r"\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,}"),
    (
        "azure key",
        "AccountKey= SharedAccessKey= sig=",
        r"\b(?:AccountKey|SharedAccessKey|sig)=[A-Za-z0-9%+/]{20,}={0,2}",
    ),
    ("supabase token", "sbp_", r"\bsbp_[a-f0-9]{40}\b"),
    ("planetscale secret", "pscale_", r"\bpscale_(?:tkn|pw|oauth)_[\w.-]{30,}"),
    ("pulumi token", "pul-", r"\bpul-[a-f0-9]{40}\b"),
    ("replicate token", "r8_", r"\br8_[A-Za-z0-9]{30,}"),
    ("groq key", "gsk_", r"\bgsk_[A-Za-z0-9]{40,}"),
    ("perplexity key", "pplx-", r"\bpplx-[A-Za-z0-9]{40,}"),
    ("xai key", "xai-", r"\bxai-[A-Za-z0-9]{40,}"),
    ("tailscale key", "tskey-", r"\btskey-[a-z]+-[\w-]{16,}"),
    ("fly token", "FlyV1 fo1_", r"\b(?:FlyV1 [\w+/=,-]{20,}|fo1_[\w-]{20,})"),
    ("atlassian token", "ATATT3", r"\bATATT3[\w=-]{50,}"),
    ("artifactory key", "AKCp", r"\bAKCp[A-Za-z0-9]{60,}"),
    ("facebook token", "EAA", r"\bEAA[A-Za-z0-9]{60,}"),
    ("1password token", "ops_eyJ", r"\bops_eyJ[\w-]{40,}"),
)
_BY_HINT = tuple(
    (hint.replace("\xa0", " "), (name, pattern)) for name, hints, pattern in _SHAPES for hint in hints.split(" ")
)
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
_compiled: dict[str, re.Pattern[str]] = {}


def redact(text: str, known: set[str] | None = None) -> str:
    """Return the text with each secret replaced by what it was.

    `known` holds the secrets met so far: they are masked wherever they stand, and new ones are added to it.
    """
    values: list[str] = []  # a secret found by its name is masked wherever else it stands
    text = _by_name(_by_shape(text), values)
    text = _in_passing(text, values)
    found = {value for value in values if len(value) >= 6 and not value.isalpha()}
    for value in sorted(found | (known or set()), key=len, reverse=True):
        text = text.replace(value, "[redacted: secret]")
    if known is not None:
        known |= found
    return text


def _by_shape(text: str) -> str:
    rules = [rule for hint, rule in _BY_HINT if hint in text]
    for name, pattern in dict.fromkeys(rules):
        text = _pattern(pattern).sub(f"[redacted: {name}]", text)
    return text


def _by_name(text: str, values: list[str]) -> str:
    low = text.lower()
    if "://" in text and "@" in text:
        text = _pattern(_USERINFO).sub(_masked("password", values), text)
    if "authorization" in low or "bearer" in low or "cookie:" in low or "x-" in low:
        text = _pattern(_HEADER).sub(_masked("authorization", values), text)
    if any(hint in low for hint in _NAMED_HINTS):
        text = _pattern(_NAMED).sub(lambda found: _assignment(found, values), text)
    if " -" in text or text.startswith("-"):
        text = _pattern(_OPTION).sub(_masked("secret", values), text)
    return text


def _in_passing(text: str, values: list[str]) -> str:
    """Mask what looks made up by a machine, and beside a word for a secret what looks like a password."""
    words = [(found.start(), found.end(), found.group(1) is not None) for found in _pattern(_TOLD).finditer(text)]

    def mask(found: re.Match[str]) -> str:
        word = found.group().strip(_AROUND)
        if len(word) < _PASSWORD_LENGTH or not (_is_random(word) or _is_told(word, found, words)):
            return found.group()
        values.append(word)
        return found.group().replace(word, "[redacted: secret]")

    return _pattern(_MIXED).sub(mask, text)


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
    for part in _pattern(r"[-_.:=/+]").split(word):
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
    if _pattern(_ORDINARY).fullmatch(word):
        return False
    if _pattern(r"[0-9a-f]+").fullmatch(word):
        return len(word) >= 24 and len(word) not in (40, 64)
    if is_next:
        return True
    digits, has_mark = sum(c.isdigit() for c in word), any(not c.isalnum() and c not in "_:" for c in word)
    if len(word) >= 16 and digits >= 4:
        return True
    has_both = word.lower() != word != word.upper()
    return not _is_plain(word) and has_both and (has_mark if is_strong else has_mark and digits >= 2)


def _pattern(pattern: str) -> re.Pattern[str]:
    if pattern not in _compiled:
        _compiled[pattern] = re.compile(pattern, re.S)
    return _compiled[pattern]


def _masked(name: str, values: list[str]) -> Callable[[re.Match[str]], str]:
    """Return what replaces the second group of a match and leaves the first."""

    def mask(found: re.Match[str]) -> str:
        before, value = (group for group in found.groups() if group)
        if _pattern(_PLACEHOLDER).match(value):
            return found.group()
        values.append(value)
        return f"{before}[redacted: {name}]"

    return mask


def _assignment(found: re.Match[str], values: list[str]) -> str:
    """Mask the value where it looks like a secret rather than like a type, a call, a word or a number."""
    name, sign, value = found.groups()
    quote = value[0] if value[0] in "\"'`" else ""
    bare = value.strip("\"'`").rstrip(".,;:?)" if not quote else "")
    if _pattern(_PLACEHOLDER).match(value) or not _is_secret(name, sign.strip(), bare, is_quoted=bool(quote)):
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
        if _pattern(r"(?i)(?:pass\w*|pwd?|kennwort|contraseña)").fullmatch(name.strip("\"'`")):
            return (is_quoted or value.count("-") > 2 or sign == ":") and len(value) >= 8
        is_variable = name.isupper() or "pass" in name.lower() or "pwd" in name.lower()
        return is_variable and sign == "=" and len(value) >= 6 and (is_quoted or not _is_identifier(value, name))
    if is_quoted and " " in value:
        return False
    if "login" in name.lower() or "zugang" in name.lower():
        return ":" in value and has_digit and has_letter
    is_mixed = has_letter and (has_digit or any(not c.isalnum() and c not in "._-/" for c in value))
    return is_mixed and not _is_plain(value)


def _is_identifier(value: str, name: str) -> bool:
    return "." in value or value.casefold() in name.casefold() or name.casefold() in value.casefold()


def _is_plain(value: str) -> bool:
    """Tell a version, a count with its unit, a UUID's or a file's name from a secret."""
    return bool(
        re.fullmatch(
            r"v?\d+(?:\.\d+)*[a-z%]{0,3}|[\w/-]+\.(?:py|js|ts|go|rs|md|json|ya?ml|toml|txt|env|pem|key|sh|rb|java|sql)(?::\d+)?"
            r"|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[a-z]+(?:_[a-z0-9]+)+|[A-Za-z]+\d{0,2}|[a-z]+(?:-[a-z0-9]+)+",
            value,
        )
    )
