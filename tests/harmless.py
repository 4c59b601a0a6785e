# ruff: noqa: E501 - lines of code that others wrote are long
"""What looks like a secret and is none, made from a seed: hashes, identifiers, paths, code, talk about secrets."""

from __future__ import annotations

import base64
import random
import string
import uuid
from collections.abc import Callable

_HEX, _WORD = "0123456789abcdef", string.ascii_letters + string.digits
_B64 = _WORD + "+/"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PARTS = [
    "user",
    "account",
    "token",
    "secret",
    "password",
    "key",
    "auth",
    "session",
    "login",
    "customer",
    "order",
    "invoice",
    "payment",
    "parser",
    "index",
    "cache",
    "sweep",
    "lock",
    "watcher",
    "queue",
    "worker",
    "billing",
    "report",
    "export",
    "import",
    "schema",
    "table",
    "column",
    "field",
    "filter",
    "handler",
    "factory",
    "builder",
    "request",
    "response",
    "client",
    "server",
    "config",
    "option",
    "default",
    "value",
    "result",
    "error",
    "retry",
    "timeout",
    "socket",
    "buffer",
]
_Chance = random.Random


def _of(letters: str, count: int, chance: _Chance) -> str:
    return "".join(chance.choices(letters, k=count))


def _hex(count: int) -> Callable[[_Chance], str]:
    return lambda chance: _of(_HEX, count, chance)


def _words(chance: _Chance, low: int = 2, high: int = 6) -> list[str]:
    return chance.choices(_PARTS, k=chance.randint(low, high))


def _snake(chance: _Chance) -> str:
    return "_".join(_words(chance))


def _kebab(chance: _Chance) -> str:
    return "-".join(_words(chance))


def _camel(chance: _Chance) -> str:
    first, *rest = _words(chance)
    return first + "".join(part.capitalize() for part in rest)


def _pascal(chance: _Chance) -> str:
    return "".join(part.capitalize() for part in _words(chance))


def _java(chance: _Chance) -> str:
    return f"com.crm.{'.'.join(_words(chance, 2, 3))}.{_pascal(chance)}{chance.randint(1, 9)}Impl"


def _path(chance: _Chance) -> str:
    folders = "/".join(chance.choice((_snake, _kebab, _camel))(chance) for _ in range(chance.randint(1, 4)))
    start = chance.choice(("", "/", "src/", "/home/dev/work/", "~/", "./", "C:\\Users\\dev\\"))
    return f"{start}{folders}/{_snake(chance)}{chance.randint(0, 99)}.{chance.choice(('py', 'ts', 'go', 'java', 'tsx'))}"


def _uuid(chance: _Chance) -> str:
    version = chance.choice((1, 3, 4, 5, 6, 7))
    value = str(uuid.UUID(int=chance.getrandbits(128), version=version if version < 6 else 4))
    value = f"{value[:14]}{version}{value[15:]}"
    return chance.choice((value, value.upper(), value.replace("-", ""), f"{{{value}}}"))


def _b64(count: int) -> Callable[[_Chance], str]:
    return lambda chance: base64.b64encode(chance.randbytes(count)).decode()


def _image(chance: _Chance) -> str:
    data = base64.b64encode(b"\x89PNG\r\n\x1a\n" + chance.randbytes(chance.randint(100, 4000))).decode()
    return f"data:image/{chance.choice(('png', 'webp', 'jpeg'))};base64,{data}"


def _version(chance: _Chance) -> str:
    numbers = ".".join(str(chance.randint(0, 40)) for _ in range(3))
    return numbers + chance.choice(("", "-beta.1", "rc2", "+build.2024", ".dev3", "-alpha1"))


def _date(chance: _Chance) -> str:
    return f"20{chance.randint(10, 30)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _dna(chance: _Chance) -> str:
    return _of("ACGT", chance.randint(20, 80), chance)


def _css(chance: _Chance) -> str:
    part = chance.choice(_PARTS).capitalize()
    return f".{part}_{chance.choice(_PARTS)}__{_of(_WORD, 5, chance)} .css-{_of(_HEX, 7, chance)} {{ color: #{_of(_HEX, 6, chance)} }}"


def _ulid(chance: _Chance) -> str:
    return "01" + _of(_CROCKFORD, 24, chance)


def _minified(chance: _Chance) -> str:
    a, b, c = (_of(string.ascii_lowercase, 1, chance) for _ in range(3))
    return f'!function({a},{b}){{"use strict";var {c}={a}.exports={{}};{c}.key=function({a}){{return {b}[{a}]||{c}}};{a}.token="{_camel(chance)}"}}(e,t);'


def _regex(chance: _Chance) -> str:
    return f"re.compile(r'^(?:[A-Za-z0-9_-]{{{chance.randint(2, 30)},40}})\\.{chance.choice(_PARTS)}\\d+$')"


MADE: dict[str, tuple[Callable[[_Chance], str], str]] = {
    # what it is: a maker, and the text around it
    "sha": (_hex(40), "commit {} fixes the sweeper"),
    "short sha": (lambda c: _of(_HEX, c.randint(7, 12), c), "cherry-picked {} onto main"),
    "sha256": (_hex(64), "{}  dist/crm-1.2.tar.gz"),
    "md5": (_hex(32), "md5: {}"),
    "digest": (_hex(64), "image: crm/api@sha256:{}"),
    "pip hash": (_hex(64), "    --hash=sha256:{} \\"),
    "sha512": (_hex(128), "sha512={}"),
    "integrity": (_b64(64), '"integrity": "sha512-{}"'),
    "integrity sha1": (_b64(20), '      "integrity": "sha1-{}",'),
    "go.sum": (_b64(32), "github.com/crm/sweep v1.4.2 h1:{}"),
    "cargo lock": (_hex(64), 'checksum = "{}"'),
    "uv lock": (
        _hex(64),
        'sdist = {{ url = "https://files.pythonhosted.org/packages/aa/bb/x.tar.gz", hash = "sha256:{}" }}',
    ),
    "yarn lock": (_hex(40), 'resolved "https://registry.yarnpkg.com/left-pad/-/left-pad-1.3.0.tgz#{}"'),
    "yarn berry": (_hex(128), "  checksum: 10c0/{}"),
    "nix path": (lambda c: _of("0123456789abcdfghijklmnpqrsvwxyz", 32, c), "/nix/store/{}-openssl-3.0.13/lib"),
    "nix hash": (_b64(32), 'hash = "sha256-{}";'),
    "uuid": (_uuid, "request {} took 340 ms"),
    "uuid of a key": (_uuid, "the primary key is {}"),
    "uuid of a session": (_uuid, '"session_id": "{}"'),
    "ulid": (_ulid, "event {} was handled"),
    "image": (_image, '<img src="{}">'),
    "font": (_b64(600), "src: url(data:font/woff2;base64,{}) format('woff2')"),
    "source map": (_b64(300), "//# sourceMappingURL=data:application/json;base64,{}"),
    "path": (_path, "edited {}"),
    "path of secrets": (_path, "the secret is read from {}"),
    "snake": (_snake, "the function {} is too long"),
    "snake behind token": (_snake, "token = {}(request)"),
    "camel": (_camel, "const {} = await load();"),
    "camel assigned": (_camel, "password = {}"),
    "pascal": (_pascal, "raise {}Error"),
    "java": (_java, "at {}.handle(Sweep.java:41)"),
    "kebab": (_kebab, "kubectl get secret {}"),
    "long identifier": (lambda c: "_".join(_words(c, 8, 14)), "test_{}"),
    "test id": (
        lambda c: f"{_snake(c)}[{_snake(c)}-{c.randint(0, 999)}-None]",
        "tests/auth/test_token.py::test_{} PASSED",
    ),
    "etag": (_hex(32), 'ETag: W/"{}"'),
    "etag of a multipart": (_hex(32), 'ETag: "{}-12"'),
    "pod": (
        lambda c: (
            f"{_kebab(c)}-{_of('bcdfghjklmnpqrstvwxz2456789', 10, c)}-{_of('bcdfghjklmnpqrstvwxz2456789', 5, c)}"
        ),
        "pod/{} is Running",
    ),
    "container": (_hex(12), "docker logs {}"),
    "container id": (_hex(64), "Started container {}"),
    "build": (lambda c: str(c.randint(10**6, 10**11)), "build #{} is green"),
    "phone": (lambda c: f"+49 {c.randint(100, 999)} {c.randint(10**6, 10**7)}", "call {} about the login"),
    "date": (_date, "the password policy of {} holds"),
    "time": (lambda c: f"{_date(c)}T{c.randint(0, 23):02}:04:05.{c.randint(0, 999):03}Z", "token expired at {}"),
    "version": (_version, "the token library is at v{}"),
    "version of auth": (_version, "auth-token=={}"),
    "colour": (_hex(6), "--key-color: #{};"),
    "locale": (
        lambda c: c.choice(("en-US", "de-DE", "pt-BR", "zh-Hans-CN", "sr-Latn-RS")),
        "the login page in {}",
    ),
    "regex": (_regex, "{}"),
    "minified": (_minified, "{}"),
    "css": (_css, "{}"),
    "dna": (_dna, ">seq1\n{}"),
    "mac": (lambda c: ":".join(_of(_HEX, 2, c) for _ in range(6)), "link/ether {} brd"),
    "ip": (lambda c: ".".join(str(c.randint(1, 254)) for _ in range(4)), "login from {}:8443"),
    "ip6": (lambda c: ":".join(_of(_HEX, 4, c) for _ in range(8)), "listening on [{}]:443"),
    "diff index": (lambda c: f"{_of(_HEX, 7, c)}..{_of(_HEX, 7, c)}", "index {} 100644"),
    "diff full index": (lambda c: f"{_of(_HEX, 40, c)}..{_of(_HEX, 40, c)}", "index {} 100644"),
    "terraform": (
        lambda c: f"module.{_snake(c)}.aws_instance.{_snake(c)}[{c.randint(0, 9)}]",
        "{}: Refreshing state...",
    ),
    "arn": (lambda c: f"arn:aws:iam::{c.randint(10**11, 10**12 - 1)}:role/{_kebab(c)}", "assume {}"),
    "arn of a secret": (
        lambda c: (
            f"arn:aws:secretsmanager:eu-west-1:{c.randint(10**11, 10**12 - 1)}:secret:{_kebab(c)}-{_of(_WORD, 6, c)}"
        ),
        "reads {}",
    ),
    "instance": (_hex(17), "i-{} is stopped"),
    "network": (_hex(17), "vpc-{} and subnet-0a1b2c3d"),
    "role id": (lambda c: "AROA" + _of(string.ascii_uppercase + "234567", 17, c), '"RoleId": "{}"'),
    "stripe customer": (lambda c: "cus_" + _of(_WORD, 14, c), "customer {} paid twice"),
    "stripe intent": (lambda c: "pi_" + _of(_WORD, 24, c), "intent {} succeeded"),
    "stripe event": (lambda c: "evt_" + _of(_WORD, 24, c), "webhook {} came late"),
    "stripe price": (lambda c: "price_" + _of(_WORD, 24, c), "price: {}"),
    "slack channel": (
        lambda c: c.choice("CDUGT") + _of(string.ascii_uppercase + string.digits, 10, c),
        "posted to {}",
    ),
    "youtube": (lambda c: _of(_WORD + "_-", 11, c), "https://www.youtube.com/watch?v={}"),
    "s3 key": (
        lambda c: f"{_date(c).replace('-', '/')}/{_kebab(c)}-{_of(_HEX, 8, c)}.parquet",
        "s3://crm-data/{}",
    ),
    "dotted": (lambda c: ".".join(_words(c, 3, 3)), "the setting {} is new"),
    "dotted camel": (lambda c: f"{_camel(c)}.{_camel(c)}.{_camel(c)}", "call {}()"),
    "call": (_snake, "token = get_{}()"),
    "attribute": (_snake, "password=self.{}"),
    "environment": (lambda c: _snake(c).upper(), "secret = os.environ['{}']"),
    "constant": (lambda c: _snake(c).upper(), "PASSWORD_{}_MIN_LENGTH=12"),
    "interpolated": (lambda c: _snake(c).upper(), "TOKEN=${{{}}}"),
    "interpolated url": (lambda c: _snake(c).upper(), "postgres://app:${{{}}}@db:5432/crm"),
    "github secret": (lambda c: _snake(c).upper(), "token: ${{{{ secrets.{} }}}}"),
    "typed": (_pascal, "def login(token: {}, password: str) -> None:"),
    "typed in ts": (_pascal, "interface Login {{ password: string; token: {} }}"),
    "sql": (_snake, "ALTER TABLE login ADD COLUMN {} varchar(64) NOT NULL"),
    "branch": (lambda c: f"feature/CRM-{c.randint(1, 9999)}-{_kebab(c)}", "on branch {}"),
    "ticket": (lambda c: f"CRM-{c.randint(1, 99999)}", "the token bug is {}"),
    "git url": (_kebab, "git@github.com:crm/{}.git"),
    "permalink": (_hex(40), "https://github.com/crm/sweep/blob/{}/src/token.py#L12-L40"),
    "chunk": (lambda c: f"{_kebab(c)}.{_of(_HEX, 8, c)}.chunk.js", "static/js/{}"),
    "vite chunk": (lambda c: f"{_pascal(c)}-{_of(_WORD, 8, c)}.js", "dist/assets/{}  14.2 kB"),
    "public key": (_b64(51), "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5{} dev@crm"),
    "fingerprint": (lambda c: _of(_B64, 43, c), "256 SHA256:{} dev@crm (ED25519)"),
    "certificate": (
        lambda c: "\n".join(_of(_B64, 64, c) for _ in range(8)),
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----",
    ),
    "trace id": (lambda c: f"00-{_of(_HEX, 32, c)}-{_of(_HEX, 16, c)}-01", "traceparent: {}"),
    "address": (_hex(12), "segfault at 0x{} ip 00007f"),
    "object": (_hex(12), "<Token object at 0x7f{}>"),
    "object id": (_hex(24), 'ObjectId("{}")'),
    "machine word": (_hex(16), "key=0x{}"),
    "figure": (lambda c: f"{c.random() * 10**6:.6f}", "token rate {} per second"),
    "tool use": (lambda c: "toolu_01" + _of(_WORD, 22, c), "result of {}"),
    "message": (lambda c: "msg_01" + _of(_WORD, 22, c), "answer {}"),
    "isbn": (lambda c: f"978-3-{c.randint(10000, 99999)}-{c.randint(100, 999)}-{c.randint(0, 9)}", "ISBN {}"),
    "session key": (_hex(6), ".sessions/active/fix-login-{}.md"),
    "entry": (
        lambda c: (
            f"{_date(c).replace('-', '')}T101500.{c.randint(0, 999999):06}Z-decision-{_of(string.ascii_lowercase, 4, c)}"
        ),
        "journal/{}.md",
    ),
}

TALK = (
    "The secret is to lock first, then to check.",
    "password: str",
    "password: Optional[str] = None",
    "PASSWORD_MIN_LENGTH=12",
    "token = get_token()",
    "token = <your-token>",
    "api_key = '<API_KEY>'",
    "API_KEY=xxxxxxxxxxxxxxxx",
    "password: changeme",
    "password=****************",
    "TOKEN=...",
    "Authorization: Bearer ${TOKEN}",
    "Authorization: Bearer <token>",
    "Authorization: Bearer $GITHUB_TOKEN",
    'curl -H "Authorization: Bearer $(cat token.txt)" https://crm.io',
    "the key thing is that the token bucket refills",
    "the key insight: tokens are cached for 15 minutes",
    "max_tokens: 4096, total_tokens: 120394",
    "The login form asks for a password twice.",
    "Passwords are hashed with argon2id, never with md5.",
    "We pass the token in a header, not in the query.",
    "key: value pairs are read line by line",
    "sort by key=lambda item: item.created_at",
    "primary key (order_id, line_number)",
    "the foreign key fk_orders_customers_2024 is gone",
    "public_key = load_public_key(path)",
    "if token.is_expired(): refresh()",
    "assert response.json()['token'] == expected_token",
    "secret_name: crm-database-credentials",
    "secretKeyRef: {name: crm-db, key: password}",
    "kubectl create secret generic crm-db --from-file=password.txt",
    "docker login -u $USER --password-stdin",
    "mysql -u root -p",
    "git config credential.helper store",
    "the password is required",
    "the password is stored in the vault under crm/db",
    "the token is invalid after logout",
    "password must be at least 12 characters",
    "Keyboard shortcut: Ctrl+Shift+K opens the key map",
    "tokens/sec went from 41.2 to 97.8",
    "redis://localhost:6379/0 and postgres://localhost/crm",
    "https://user@crm.io/path and mailto:dev@crm.io",
    "http://localhost:8080/login?next=/orders/2024",
    "https://crm.io/reset?token={token}",
    "https://crm.io/search?key=value&page=2",
    "CSRF token missing or incorrect",
    "TokenExpiredError: jwt expired at 2026-02-16T17:30:00Z",
    "secrets.token_urlsafe(32)",
    "process.env.STRIPE_SECRET_KEY",
    "settings.SECRET_KEY",
    "SECRET_KEY = env('SECRET_KEY')",
    "the auth middleware reads x-api-key: it is optional",
    "x-request-id: 7f3a, x-token-count: 12",
    "Das Passwort ist falsch, der Schlüssel fehlt.",
    "El token no es válido, la clave no existe.",
    "Le mot de passe est trop court.",
    "パスワードは八文字以上です。",
    "sk-learn, sk-toolkit and sk-something-else",
    "the npm_config_registry variable and hf_hub_download",
    "ghp_ is the prefix of a token",
    "use sk-ant-… as the key",
    "AKIA… keys are masked",
    "-----BEGIN PUBLIC KEY-----",
    "The header begins with `-----BEGIN`",
    "rename pat_index to path_index",
    "dapi and dop_v1 are prefixes",
    "key-value store, key-2, key-ring",
    "TOKEN_TTL_SECONDS=3600",
    "AUTH_TOKEN_HEADER=X-Auth-Token",
    "password_reset_token_generator = PasswordResetTokenGenerator()",
    "signing_key=signing_key, verify_key=verify_key",
    "token=token, user=user",
    "secret: null, token: undefined, password: ''",
    "credentials: 'include'",
    "credentials=service_account.Credentials",
    "type Token = { kind: 'word' | 'number'; text: string }",
    "enum TokenKind { Identifier, StringLiteral, NumericLiteral }",
    "lexer emits Token(kind=IDENT, text='foo', line=12)",
    "pytest --token-file tests/data/token.txt -k password",
    "SSH_AUTH_SOCK=/tmp/ssh-XXXX/agent.1234",
    "passwd: files systemd",
    "passthrough: true, bypass: false, compass: north",
    "monkeypatch.setenv('API_TOKEN', 'test')",
)


def corpus(seed: int, each: int) -> list[tuple[str, str]]:
    """Return (what it is, text) pairs, `each` of every maker, and the talk about secrets."""
    chance = random.Random(seed)  # noqa: S311 - a corpus is to be the same each time
    made = [
        (
            name,
            text.replace("{{", "\1")
            .replace("}}", "\2")
            .replace("{}", maker(chance))
            .replace("\1", "{")
            .replace("\2", "}"),
        )
        for name, (maker, text) in MADE.items()
        for _ in range(each)
    ]
    return [*made, *(("talk", text) for text in TALK)]
