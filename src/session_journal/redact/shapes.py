"""The shapes of keys and tokens, as their vendors document them: what it is, literals it cannot lack, pattern."""

from __future__ import annotations

from .pattern import compiled

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


def by_shape(text: str) -> str:
    """Return the text with each secret of a known shape replaced by its kind."""
    rules = [rule for hint, rule in _BY_HINT if hint in text]
    for name, pattern in dict.fromkeys(rules):
        text = compiled(pattern).sub(f"[redacted: {name}]", text)
    return text
