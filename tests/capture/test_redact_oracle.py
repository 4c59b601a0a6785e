"""detect-secrets is the measure: what its vendors' patterns find, ours mask."""

from __future__ import annotations

import re
from typing import Any

import pytest
from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from hypothesis import given, settings
from hypothesis import strategies as st

from session_journal.redact import redact

_EXCEPTIONS = {
    "IbmCloudIamDetector": "any 44 characters behind a name; ours ask that they look made up",
    "IbmCosHmacDetector": "any 48 digits behind a name; ours ask that they look made up",
    "CloudantDetector": "any 64 digits behind a name; a checksum looks the same",
    "SoftlayerDetector": "any 64 digits behind a name; its address is held below",
    "IPPublicDetector": "an address is no secret here",
    "BasicAuthDetector": "takes one letter for a password; ours are held by the corpus",
    "NpmDetector": "takes one letter for a token; ours are held by the corpus",
    "JwtTokenDetector": "takes one letter for a part; ours want eight",
    "SlackDetector": "takes one letter for a part; ours want ten",
    "ArtifactoryDetector": "takes words in capitals, of which code is full; ours want both cases",
    "TelegramBotTokenDetector": "35 characters behind any number, as in an ETag; ours begin as the real ones do",
    "DiscordBotTokenDetector": "begins in the middle of a word; ours begin one",
    "MailchimpDetector": "begins in the middle of a word; ours begin one",
    "PrivateKeyDetector": "takes the head alone, which holds nothing; ours are held by the corpus",
    "OpenAIDetector": "takes letters alone; ours want a digit",
    "AWSKeyDetector": "its second pattern is a name; the first is held below",
    "GitLabTokenDetector": "its bounds cut longer ones; held below by shape",
}
_ALPHABET = st.characters(codec="ascii", min_codepoint=33)


def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    found = []
    plugins: list[Any] = list(get_mapping_from_secret_type_to_class().values())
    for plugin in plugins:
        denylist: Any = getattr(plugin, "denylist", ())
        if plugin.__name__ not in _EXCEPTIONS and not isinstance(denylist, property):
            found += [(plugin.__name__, pattern) for pattern in denylist]
    aws, gitlab = (
        r"(?:ABIA|ACCA|AKIA|ASIA)[0-9A-Z]{16}",
        r"(?:glpat|gldt|glft|glsoat|glrt)-[A-Za-z0-9_\-]{20,50}",
    )
    soft = r"https://api\.softlayer\.com/soap/v3(?:\.1)?/[a-z0-9]{64}"
    return [*found, ("aws", re.compile(aws)), ("gitlab", re.compile(gitlab)), ("softlayer", re.compile(soft))]


@pytest.mark.parametrize(
    ("plugin", "pattern"), [pytest.param(*one, id=f"{one[0]}-{n}") for n, one in enumerate(_patterns())]
)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_the_detector_finds_is_masked(plugin: str, pattern: re.Pattern[str], data: st.DataObject) -> None:
    """A text that fits a pattern of the detector's, as a word of a sentence, is not there any more."""
    secret = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=_ALPHABET))
    assert secret not in redact(f"look at {secret} here")


def test_every_exception_is_a_plugin() -> None:
    """An exception that the detector does not have any more is taken out of the list."""
    plugins: list[Any] = list(get_mapping_from_secret_type_to_class().values())
    names = {plugin.__name__ for plugin in plugins}
    assert set(_EXCEPTIONS) <= names
