"""Secrets do not enter the files; hashes, identifiers and prose stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session_journal.redact import Mask, redact

SECRETS = [
    ("ghp_9fK2mZq7LxT4vWb1NsRc8YdE3uHjAg5oP0iQ", "use {} now"),
    ("github_pat_11ABCDEFG0abcdefghij_klmnopqrstuvwxyz", "({})"),
    ("glpat-x9Yz8Wv7Ut6Sr5Qp4On3", "token {}"),
    ("sk-ant-api03-abcDEF123456ghiJKL789", "{}"),
    ("sk-proj-abc123DEF456ghi789JKL012", "key is {}."),
    ("sk_live_51HqT9ZKx8Lm2Pq7RvW3Yb6Nd", "stripe: {}"),
    ("xoxb-123456789012-abcdefGHIJKL", "{}"),
    ("AKIAIOSFODNN7EXAMPLQ", "creds {} ok"),
    ("AIzaSyD4x9mQ2rT7vLp0WnKc3JhYbE8fGsUaZ1i", "{}"),
    ("npm_abcdefghijklmnopqrstuvwxyz0123456789", "//registry/:_authToken={}"),
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-DEF_123", "jwt {}"),
    ("Zx9QwErTyUiOpAsDfGhJkL", "pk.eyJ1Ijoibm9vciIsImEiOiJja3hhYmNkZWYifQ.{}"),
    ("Wint3rhafen!9", "postgresql://ro:{}@warehouse.internal:5432/crm"),
    ("p4ssw0rd", "redis://:{}@host:6379/0"),
    ("Gr3enL4mp!", "login is ledger:{} in case, url postgres://ledger:{}@stage/ledger"),
    ("Kr4nich-Zug-88", "passwort={} , nicht einchecken"),
    ("Lind3nbl4tt#9", "passwort ist {}"),
    ("Tr0ub4dor&3", "the password is {}."),
    ("hunter2hunter", "DB_PASSWORD={}"),
    ("abcdef123456", 'API_KEY = "{}"'),
    ("s3cretpw", "mysql --password={} -h x"),
    ("s3cr3tpw", "curl -u admin:{} https://x"),
    ("c2l3OkZqMHJkLUw0Y2h0LTk5", "Authorization: Basic {}"),
    ("abcdefghijklmnop", "-H 'Authorization: Bearer {}'"),
    ("8f14e45fceea167a", "x-api-key: {}"),
    ("MIIEowIBAAKCAQEA", "-----BEGIN RSA PRIVATE KEY-----\n{}\n-----END RSA PRIVATE KEY-----"),
    ("st-Zk83hQpLw92mVbTyRx0C", "token for the download if you need it: {}"),
    ("Tr0ut-Lantern-88", "login is svc_hl7 with the password {}. Not to be written down."),
    ("cp_live_9fK2mVx77QzLrT31bNwE", "api key für den Test: {}"),
    ("hunter-Vistula-1410", "user is report_ro, pw is {}, same on both"),
    ("hunter2", "the pw is {} ok"),
    ("Kaktus#2024", "die Zugangsdaten sind admin / {}"),
    ("correct-horse-battery-staple", "password is {}"),
    ("a8Fk2LmQ9zXc4VbN7tRy", "try {} first"),
    ("Blue-Tiger-99", "{} is the password for staging"),
    ("wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYq", "AKIAIOSFODNN7EXAMPLQ / {}"),
]

HARMLESS = [
    "The retry loop reuses an expired token.",
    "token is expired, password is wrong, the secret is missing",
    "commit 9f8e7d6c5b4a39281706f5e4d3c2b1a098765432 on main",
    "uuid 123e4567-e89b-12d3-a456-426614174000",
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "max_tokens=4096 token_count = 12",
    "password: str = None",
    "api_key = os.environ['API_KEY']",
    "token: tokens.refresh",
    "see tokens/refresh.py: token=refresh_token",
    "secret: v1.2.3",
    "token expires in 15m, token=15m",
    "const token = await getToken();",
    "http://localhost:8080/a@b",
    "postgres://user:${PASSWORD}@host/db",
    "git@github.com:owner/name.git",
    "/home/dev/project/secrets/README.md",
    "Leave the public API of billing/ alone.",
    "the key is the session cookie with the address as fallback",
    "pytest -p no:cacheprovider --pass-through",
    "login test_oauth2_flow fails on 2026-03-02 at 10:30",
    "the key CVE-2024-12345 and a token bucket of 30-day, sha256, UTF-8",
    "the login page 3 uses LoginForm2Controller and v2.3.1-beta1",
    "primary key order_id2024 in the table t_2023q4, key user:1234:cart",
    "the token p95 is 340ms, the password is case-sensitive",
]


@pytest.mark.parametrize(("secret", "sentence"), SECRETS, ids=[sentence[:24] for _, sentence in SECRETS])
def test_a_secret_is_masked(secret: str, sentence: str) -> None:
    """The secret is gone, and the text says that something was there."""
    text = redact(sentence.replace("{}", secret))
    assert secret not in text
    assert "[redacted: " in text


@pytest.mark.parametrize("text", HARMLESS, ids=[text[:24] for text in HARMLESS])
def test_what_is_no_secret_stays(text: str) -> None:
    """Prose about tokens, hashes, identifiers, types and paths is left as it is."""
    assert redact(text) == text


def test_a_secret_is_masked_wherever_it_comes_again() -> None:
    """What was told once as a secret is masked in later texts that do not call it one."""
    mask = Mask()
    mask("the password is Tr0ub4dor&3")
    assert mask("logged in with Tr0ub4dor&3 just now") == "logged in with [redacted: secret] just now"


@given(st.text(max_size=300))
def test_masking_never_raises_and_settles(text: str) -> None:
    """Any text is masked without an error, and masking again changes nothing."""
    once = redact(text)
    assert redact(once) == once
