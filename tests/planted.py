"""Secrets that open nothing, made from a seed: every vendor's shape in the places where people leave them.

Prefixes and bodies are put together here, so that the repository itself holds nothing that looks like a live key.
"""

from __future__ import annotations

import json
import random
import string
from collections.abc import Callable, Iterator
from typing import NamedTuple

_UPPER, _LOWER, _DIGITS = string.ascii_uppercase, string.ascii_lowercase, string.digits
_SETS = {
    "w": _UPPER + _LOWER + _DIGITS,  # letters and digits
    "u": _UPPER + _LOWER + _DIGITS + "_-",  # base64 for URLs
    "b": _UPPER + _LOWER + _DIGITS + "+/",  # base64
    "h": "0123456789abcdef",
    "H": "0123456789ABCDEF",
    "U": _UPPER + _DIGITS,
    "l": _LOWER + _DIGITS,
    "d": _DIGITS,
    "a": _UPPER + _LOWER,
    "2": _UPPER + "234567",
}

SHAPES: tuple[tuple[str, str], ...] = (
    # a kind, and its shape: text as it is, {a set of characters, and how many}
    ("github personal token", "ghp_{w36}"),
    ("github oauth token", "gho_{w36}"),
    ("github app token", "ghs_{w36}"),
    ("github refresh token", "ghr_{w76}"),
    ("github fine-grained token", "github_pat_{w22}_{w59}"),
    ("gitlab personal token", "glpat-{u20}"),
    ("gitlab deploy token", "gldt-{u20}"),
    ("gitlab runner token", "glrt-{u20}"),
    ("gitlab old runner token", "GR1348941{u20}"),
    ("gitlab trigger token", "glptt-{h40}"),
    ("gitlab agent token", "glagent-{u50}"),
    ("gitlab oauth secret", "gloas-{u64}"),
    ("gitlab mail token", "glimt-{u25}"),
    ("bitbucket token", "ATBB{w32}"),
    ("atlassian token", "ATATT3{u180}={H8}"),
    ("aws access key", "AKIA{216}"),
    ("aws temporary key", "ASIA{216}"),
    ("aws bedrock key", "ABSK{b109}="),
    ("google api key", "AIza{u35}"),
    ("google client secret", "GOCSPX-{u28}"),
    ("google access token", "ya29.{u80}"),
    ("azure client secret", "{w3}8Q~{u34}"),
    ("azure storage key", "DefaultEndpointsProtocol=https;AccountName=crm;AccountKey={b86}=="),
    ("azure shared access", "SharedAccessKeyName=root;SharedAccessKey={b43}="),
    ("azure signature", "https://crm.blob.core.windows.net/c?sv=2022-11-02&sig={w40}%3D"),
    ("alibaba key", "LTAI{w20}"),
    ("yandex key", "AQVN{u35}"),
    ("slack bot token", "xoxb-{d12}-{d12}-{w24}"),
    ("slack user token", "xoxp-{d12}-{d12}-{d12}-{h32}"),
    ("slack app token", "xapp-1-A{U10}-{d13}-{h64}"),
    ("slack webhook", "https://hooks.slack.com/services/T{U8}/B{U10}/{w24}"),
    (
        "teams webhook",
        "https://crm.webhook.office.com/webhookb2/{h8}-{h4}-{h4}-{h4}-{h12}/IncomingWebhook/{h32}/{h12}",
    ),
    ("discord bot token", "M{w23}.{u6}.{u27}"),
    ("discord webhook", "https://discord.com/api/webhooks/{d18}/{u68}"),
    ("telegram bot token", "{d10}:AA{u33}"),
    ("stripe secret key", "sk_live_{w24}"),
    ("stripe restricted key", "rk_live_{w99}"),
    ("stripe webhook secret", "whsec_{w32}"),
    ("square token", "EAAA{u60}"),
    ("square secret", "sq0csp-{u43}"),
    ("paypal braintree token", "access_token$production${l16}${h32}"),
    ("plaid token", "access-production-{h8}-{h4}-{h4}-{h4}-{h12}"),
    ("flutterwave key", "FLWSECK-{h32}-X"),
    ("shopify token", "shpat_{h32}"),
    ("shopify secret", "shpss_{h32}"),
    ("easypost key", "EZAK{w54}"),
    ("shippo token", "shippo_live_{h40}"),
    ("twilio key", "SK{h32}"),
    ("sendgrid key", "SG.{u22}.{u43}"),
    ("brevo key", "xkeysib-{h64}-{w16}"),
    ("mailgun key", "key-{h32}"),
    ("mailchimp key", "{h32}-us17"),
    ("mailersend token", "mlsn.{h64}"),
    ("resend key", "re_{w8}_{w24}"),
    ("npm token", "npm_{w36}"),
    ("pypi token", "pypi-AgEIcHlwaS5vcmc{u100}"),
    ("rubygems key", "rubygems_{h48}"),
    ("nuget key", "oy2{l43}"),
    ("crates token", "cio{w32}"),
    ("clojars token", "CLOJARS_{l60}"),
    ("docker token", "dckr_pat_{u27}"),
    ("artifactory key", "AKCp{w69}"),
    ("artifactory reference token", "cmVmdGtu{w56}"),
    ("anthropic key", "sk-ant-api03-{u93}AA"),
    ("openai key", "sk-{w20}T3BlbkFJ{w20}"),
    ("openai project key", "sk-proj-{u58}T3BlbkFJ{u58}"),
    ("openrouter key", "sk-or-v1-{h64}"),
    ("hugging face token", "hf_{a34}"),
    ("replicate token", "r8_{w37}"),
    ("groq key", "gsk_{w52}"),
    ("perplexity key", "pplx-{w48}"),
    ("xai key", "xai-{w80}"),
    ("databricks token", "dapi{h32}"),
    ("digitalocean token", "dop_v1_{h64}"),
    ("heroku key", "HRKU-AA{u58}"),
    ("cloudflare origin key", "v1.0-{h24}-{h146}"),
    ("fly token", "FlyV1 fm2_{b100}"),
    ("netlify token", "nfp_{w36}"),
    ("supabase token", "sbp_{h40}"),
    ("supabase secret key", "sb_secret_{u31}"),
    ("neon key", "napi_{l64}"),
    ("planetscale token", "pscale_tkn_{u43}"),
    ("planetscale password", "pscale_pw_{u43}"),
    ("tailscale key", "tskey-auth-{w17}-{w32}"),
    ("terraform token", "{w14}.atlasv1.{u67}"),
    ("vault token", "hvs.{u95}"),
    ("doppler token", "dp.pt.{w43}"),
    ("pulumi token", "pul-{h40}"),
    ("infracost key", "ico-{w32}"),
    ("prefect key", "pnu_{l36}"),
    ("grafana service token", "glsa_{w32}_{h8}"),
    ("grafana cloud token", "glc_{b60}=="),
    ("new relic key", "NRAK-{U27}"),
    ("new relic insert key", "NRII-{u32}"),
    ("dynatrace token", "dt0c01.{U24}.{U64}"),
    ("sentry user token", "sntryu_{h64}"),
    ("sentry organisation token", "sntrys_eyJ{w80}_{b43}"),
    ("sonarqube token", "squ_{h40}"),
    ("circleci token", "CCIPAT_{w22}_{h40}"),
    ("buildkite token", "bkua_{h40}"),
    ("launchdarkly key", "sdk-{h8}-{h4}-{h4}-{h4}-{h12}"),
    ("contentful token", "CFPAT-{u43}"),
    ("linear key", "lin_api_{w40}"),
    ("notion token", "ntn_{d11}{w35}"),
    ("notion old token", "secret_{w43}"),
    ("figma token", "figd_{u40}"),
    ("airtable token", "pat{w14}.{h64}"),
    ("postman key", "PMAK-{h24}-{h34}"),
    ("readme key", "rdme_{l70}"),
    ("typeform token", "tfp_{u59}"),
    ("frame.io token", "fio-u-{u64}"),
    ("dropbox token", "sl.{u135}"),
    ("facebook token", "EAACEdEose0cBA{w80}"),
    ("mapbox token", "sk.eyJ{w70}.{u22}"),
    ("json web token", "eyJ{w33}.eyJ{u90}.{u43}"),
    ("1password service token", "ops_eyJ{w250}"),
    ("1password secret key", "A3-{U6}-{U11}-{U5}-{U5}-{U5}"),
    ("age key", "AGE-SECRET-KEY-1{U58}"),
    ("openshift token", "sha256~{u43}"),
    ("scalingo token", "tk-us-{u48}"),
    ("octopus key", "API-{U26}"),
    ("password hash", "$2b$12${b53}"),
)
NAMED: tuple[tuple[str, str, str], ...] = (
    # a kind, the line with {} in it, the shape of what must not be seen
    ("aws secret key", "aws_secret_access_key = {}", "{b40}"),
    ("aws session token", "AWS_SESSION_TOKEN={}", "{b200}"),
    (".env password", "DB_PASSWORD={}", "{a6}{d3}!{a2}"),
    (".env secret", "SESSION_SECRET='{}'", "{h40}"),
    (".env key", "ALGOLIA_ADMIN_API_KEY={}", "{h32}"),
    (".env token", 'CODECOV_TOKEN="{}"', "{h8}-{h4}-{h4}-{h4}-{h12}"),
    ("django secret", "SECRET_KEY = 'django-insecure-{}'", "{l20}#{l20}"),
    ("rails key", "RAILS_MASTER_KEY={}", "{h32}"),
    ("heroku key in .env", "HEROKU_API_KEY={}", "{h8}-{h4}-{h4}-{h4}-{h12}"),
    ("datadog key", "DD_API_KEY={}", "{h32}"),
    ("npm registry token", "//registry.npmjs.org/:_authToken={}", "{h8}-{h4}-{h4}-{h4}-{h12}"),
    ("docker login", '"auth": "{}"', "{w40}=="),
    ("kubernetes key", "client-key-data: {}", "{b120}=="),
    ("netrc password", "machine api.crm.io login deploy password {}", "{w12}"),
    ("postgres url", "postgresql://crm:{}@db.internal:5432/crm", "{w14}"),
    ("mysql url", "mysql://root:{}@127.0.0.1/shop?ssl=true", "{a5}%40{d4}"),
    ("mongodb url", "mongodb+srv://app:{}@cluster0.ab1cd.mongodb.net/prod", "{w16}"),
    ("redis url", "rediss://default:{}@eu1-cache.io:6380/0", "{h32}"),
    ("amqp url", "amqps://svc:{}@mq.internal:5671/vhost", "{u24}"),
    ("url with a password", "https://deploy:{}@git.crm.io/team/app.git", "{a10}"),
    ("url with a token alone", "https://{}@git.crm.io/team/app.git", "{w40}"),
    ("sql server string", "Server=tcp:db;Database=crm;User ID=sa;Password={};Encrypt=true", "{a6}#{d4}"),
    ("odbc string", "DSN=crm;Uid=app;Pwd={};", "{a7}{d2}"),
    ("jdbc url", "jdbc:postgresql://db/crm?user=app&password={}&ssl=true", "{w15}"),
    ("bearer header", "Authorization: Bearer {}", "{u40}"),
    ("basic header", "Authorization: Basic {}", "{w30}=="),
    ("token header", "authorization: token {}", "{h40}"),
    ("api key header", "X-Api-Key: {}", "{w32}"),
    ("private token header", "PRIVATE-TOKEN: {}", "{u20}"),
    ("cookie", "Cookie: sessionid={}; theme=dark", "{l32}"),
    ("query token", "GET /v1/items?access_token={}&page=2", "{w36}"),
    ("query key", "https://maps.crm.io/tile?api_key={}", "{h32}"),
    ("password option", "mysql -h db --password={} crm", "{w10}"),
    ("user option", "curl -u admin:{} https://crm.io", "{w12}"),
    ("sshpass", "sshpass -p '{}' ssh deploy@host", "{a6}{d3}$"),
    ("client secret", "client_secret={}", "{u36}"),
    ("password in yaml", "  password: {}", "{a5}{d4}x"),
    ("password in json", '{{"user": "app", "password": "{}"}}', "{a6}-{d4}"),
    ("password in python", "connect(user='app', password='{}')", "{a8}{d2}"),
    ("password in xml", "<password>{}</password>", "{a6}{d4}"),
    ("ansible password", "ansible_become_pass: {}", "{a4}{d5}"),
    ("encryption key", "ENCRYPTION_KEY=base64:{}", "{b43}="),
    ("signing secret", "SLACK_SIGNING_SECRET={}", "{h32}"),
    ("passphrase", "passphrase: '{}'", "{a6} {a7} {a5} {d3}"),
    ("wireguard key", "PrivateKey = {}", "{b43}="),
)
_PEM = ("RSA ", "EC ", "OPENSSH ", "DSA ", "ENCRYPTED ", "")
_Context = Callable[[str, random.Random], str]


def _plain(text: str) -> _Context:
    return lambda secret, _: text.replace("{}", secret)


CONTEXTS: dict[str, _Context] = {
    "bare": _plain("{}"),
    "sentence": _plain("I used {} for the staging run, and it works."),
    "end of a sentence": _plain("The one that we should use is {}."),
    "quoted": _plain('He wrote "{}" on the board'),
    "in brackets": _plain("the staging one ({}) expires soon"),
    "export": _plain("$ export CRM_VALUE={}\n$ make deploy"),
    ".env": _plain("APP_ENV=production\nCRM_VALUE={}\nDEBUG=false\n"),
    "yaml": _plain("crm:\n  region: eu-west-1\n  value: {}\n  retries: 3\n"),
    "yaml quoted": _plain("- name: CRM\n  value: '{}'\n"),
    "json": lambda secret, _: json.dumps({"region": "eu", "value": secret, "n": 3}),
    "json in json": lambda secret, _: json.dumps({"body": json.dumps({"value": secret}), "ok": True}),
    "python": _plain('client = Client(\n    region="eu",\n    value="{}",\n)\n'),
    "javascript": _plain("const client = new Client({ value: `{}`, retries: 3 });"),
    "curl": _plain("curl -s -H 'X-Crm: {}' https://api.crm.io/v1/items | jq ."),
    "log": _plain("2026-02-16T17:30:01.123Z WARN [crm-7] refused value={} status=401"),
    "trace": _plain('  File "app/crm.py", line 41, in call\n    raise Refused("{}")\napp.errors.Refused: {}'),
    "fence": _plain("Then run\n\n```sh\ncrm login {}\n```\n\nand wait."),
    "windows": _plain("first line\r\nvalue={}\r\nlast line\r\n"),
    "start": _plain("{} is what it said first"),
    "end": _plain("and then came {}"),
    "table": _plain("| env | value |\n|---|---|\n| prod | {} |\n"),
    "german": _plain("Bitte nimm „{}“ für den Probelauf, danach wird es gelöscht."),
    "japanese": _plain("ステージングでは{}を使ってください。"),
    "terminal": _plain("\x1b[32m{}\x1b[0m saved"),
    "diff": _plain("-value: old\n+value: {}\n"),
}
_AS_A_LINE = ("bare", "log", "fence", "windows", "start", "end", "diff", "sentence", "trace")


class Planted(NamedTuple):
    """One text with a secret in it, and what must not be seen of it."""

    kind: str
    context: str
    text: str
    secret: str


def make(shape: str, chance: random.Random) -> str:
    """Return a random text of a shape such as `ghp_{w36}`."""
    parts = shape.split("{")
    made = parts[0]
    for part in parts[1:]:
        head, _, rest = part.partition("}")
        made += "".join(chance.choices(_SETS[head[0]], k=int(head[1:]))) + rest
    return made


def pem(kind: str, chance: random.Random) -> tuple[str, str]:
    """Return a made-up private key in its armour, and a line of its body."""
    lines = [make("{b64}", chance) for _ in range(chance.randint(4, 25))]
    text = "\n".join([f"-----BEGIN {kind}PRIVATE KEY-----", *lines, f"-----END {kind}PRIVATE KEY-----"])
    return text, chance.choice(lines)


def _keys(seed: int, each: int) -> Iterator[Planted]:
    chance = random.Random(seed)  # noqa: S311 - a corpus is to be the same each time
    armour: dict[str, _Context] = {
        "bare": _plain("{}"),
        "sentence": _plain("this is the key:\n{}\nkeep it"),
        "indented": lambda text, _: "key: |\n  " + text.replace("\n", "\n  "),
        "escaped": lambda text, _: json.dumps({"private_key": text + "\n", "id": 1}),
        "windows": lambda text, _: text.replace("\n", "\r\n"),
        "cut off": lambda text, _: text.rpartition("\n")[0],
        "quoted mail": lambda text, _: "> " + text.replace("\n", "\n> "),
    }
    for kind in _PEM:
        for place in range(each):
            name, context = list(armour.items())[place % len(armour)]
            text, body = pem(kind, chance)
            yield Planted(f"{kind.lower()}private key", name, context(text, chance), body)


def corpus(seed: int, each: int) -> list[Planted]:
    """Return `each` planted secrets of every kind."""
    chance = random.Random(seed)  # noqa: S311 - a corpus is to be the same each time
    found = []
    for kind, shape in SHAPES:
        for name in _contexts(list(CONTEXTS), each, chance):
            secret = make(shape, chance)
            found.append(Planted(kind, name, CONTEXTS[name](secret, chance), _core(secret)))
    for kind, line, shape in NAMED:
        for name in _contexts(list(_AS_A_LINE), each, chance):
            secret = make(shape, chance)
            whole = line.replace("{}", secret).replace("{{", "{").replace("}}", "}")
            found.append(Planted(kind, name, CONTEXTS[name](whole, chance), secret))
    return [*found, *_keys(seed, each)]


def _contexts(names: list[str], count: int, chance: random.Random) -> list[str]:
    """Return so many names, each as often as the others."""
    taken: list[str] = []
    while len(taken) < count:
        taken += chance.sample(names, len(names))
    return taken[:count]


def _core(secret: str) -> str:
    """Return the part of a secret that must not be seen: a webhook's host may."""
    return secret.rsplit("/", 1)[-1].rsplit(";", 1)[-1].rsplit("=", 1)[-1] if "://" in secret else secret[-16:]
