r"""The shapes of keys and tokens by which things are built and run: hosts, clouds, models, registries.

What it is, literals of which it cannot lack all (between spaces; a hard space stands for one of theirs), pattern.
A pattern that begins with `\b` begins a word. Only its last part may be without an upper bound: so it never
takes longer than the text is long, whatever the text.
"""

from __future__ import annotations

SHAPES: tuple[tuple[str, str, str], ...] = (
    (
        "private key",
        "PRIVATE\xa0KEY",
        r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
        r"(?:.{0,20000}?-----END [A-Z0-9 ]{0,40}KEY(?: BLOCK)?-----"
        r"|(?:(?:\s|\\[nr]|[>|\x22'#*,+-]){0,12}(?:[A-Za-z0-9+/=]{20,}|(?:Proc-Type|DEK-Info|Version"
        r"|Comment):[^\n]{0,80}))*)",
    ),
    ("age key", "AGE-SECRET-KEY-1", r"AGE-SECRET-KEY-1[0-9A-Z]{40,}"),
    (
        "github token",
        "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_",
        r"\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,})",
    ),
    (
        "gitlab token",
        "glpat- gldt- glrt- glptt- glcbt- glsoat- glft- glimt- glagent- gloas- glffct- GR1348941",
        r"\b(?:gl(?:pat|dt|rt|ptt|cbt|soat|ft|imt|agent|oas|ffct)-[\w.-]{16,}|GR1348941[\w-]{20,})",
    ),
    ("anthropic key", "sk-ant-", r"\bsk-ant-[\w-]{16,}"),
    (
        "openai key",
        "sk-",
        r"\bsk-(?:proj-|svcacct-|admin-|or-v1-)?(?=[\w-]{0,60}\d)(?=[\w-]{0,60}[A-Za-z])[\w-]{20,}",
    ),
    (
        "aws key",
        "AKIA ASIA ABIA ACCA A3T ABSK",
        r"\b(?:(?![ACGTUN]+\b)(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16,}\b(?:[\s/:,;"
        r"|]{1,5}[\w/+=]{36,44}(?![\w/+=]))?|ABSK[A-Za-z0-9+/]{100,}={0,2})",
    ),
    ("google key", "AIza ya29. GOCSPX-", r"\b(?:AIza[\w-]{30,}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,})"),
    ("npm token", "npm_", r"\bnpm_[A-Za-z0-9]{30,}"),
    ("pypi token", "pypi-", r"\bpypi-(?=[\w-]{0,40}[A-Z])[\w-]{16,}"),
    ("rubygems key", "rubygems_", r"\brubygems_[a-f0-9]{40,}"),
    ("json web token", "eyJ", r"\b(?:[ps]k\.)?eyJ[\w=-]{8,4000}\.[\w=-]{8,}(?:\.[\w=-]*)?"),
    ("digitalocean token", "_v1_", r"\bdo[oprt]_v1_[a-f0-9]{40,}"),
    ("hugging face token", "hf_", r"\bhf_[A-Za-z0-9]{30,}"),
    ("databricks token", "dapi", r"\bdapi[a-f0-9]{32}\b"),
    ("vault token", "hvs. hvb.", r"\bhv[sb]\.[\w-]{20,}"),
    ("grafana token", "glc_ glsa_", r"\bgl(?:c|sa)_[\w+/=]{30,}"),
    ("new relic key", "NRAK- NRII- NRJS- NRRA-", r"\bNR(?:AK|II|JS|RA)-[\w-]{19,}"),
    ("sentry token", "sntry", r"\bsntry[su]_[\w+/=]{30,}"),
    ("docker token", "dckr_", r"\bdckr_(?:pat|oat)_[\w-]{20,}"),
    ("terraform token", ".atlasv1.", r"\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,}"),
    (
        "azure key",
        "AccountKey= SharedAccessKey= sig= Q~",
        r"\b(?:(?:AccountKey|SharedAccessKey|sig)=[A-Za-z0-9%+/=]{20,}"
        r"|[\w~.]{3}\dQ~[\w~.-]{31,34}(?![\w~-]))",
    ),
    ("supabase token", "sbp_ sb_secret_", r"\b(?:sbp_[a-f0-9]{40}\b|sb_secret_[\w-]{20,})"),
    ("planetscale token", "pscale_", r"\bpscale_(?:tkn|pw|oauth)_[\w.-]{30,}"),
    ("pulumi token", "pul-", r"\bpul-[a-f0-9]{40}\b"),
    ("replicate token", "r8_", r"\br8_[A-Za-z0-9]{30,}"),
    ("groq key", "gsk_", r"\bgsk_[A-Za-z0-9]{40,}"),
    ("perplexity key", "pplx-", r"\bpplx-[A-Za-z0-9]{40,}"),
    ("xai key", "xai-", r"\bxai-[A-Za-z0-9]{40,}"),
    ("tailscale key", "tskey-", r"\btskey-[a-z]+-[\w-]{16,}"),
    ("fly token", "FlyV1 fo1_ fm1 fm2_", r"\b(?:FlyV1 [\w+/=,-]{20,}|f(?:o1|m1[ar]|m2)_[\w+/=-]{20,})"),
    (
        "artifactory key",
        "AKC cmVmdGtu AP",
        r"\b(?:AKC(?=[A-Za-z0-9]{0,60}\d)(?=[A-Za-z0-9]{0,60}[a-z])[A-Za-z0-9]{10,}"
        r"|cmVmdGtu[A-Za-z0-9]{50,}"
        r"|AP[\dA-F](?=[A-Za-z0-9]{0,60}\d)(?=[A-Za-z0-9]{0,60}[a-z])[A-Za-z0-9]{30,})",
    ),
    ("nuget key", "oy2", r"\boy2[a-z0-9]{43}\b"),
    ("crates token", "cio", r"\bcio[A-Za-z0-9]{32}\b"),
    ("clojars token", "CLOJARS_", r"\bCLOJARS_[A-Za-z0-9]{40,}"),
    ("heroku key", "HRKU-", r"\bHRKU-[\w-]{30,}"),
    ("cloudflare key", "v1.0-", r"\bv1\.0-[a-f0-9]{24}-[a-f0-9]{100,}"),
    ("netlify token", "nfp_ nfc_", r"\bnf[pc]_[A-Za-z0-9]{30,}"),
    ("neon key", "napi_", r"\bnapi_[a-z0-9]{60,}"),
    ("vercel token", "vcp_ vca_ vck_", r"\bvc[pak]_[A-Za-z0-9]{24,}"),
    ("infracost key", "ico-", r"\bico-[A-Za-z0-9]{32}\b"),
    ("prefect key", "pnu_", r"\bpnu_[A-Za-z0-9]{36}\b"),
    ("dynatrace token", "dt0c01.", r"\bdt0c01\.[A-Z0-9]{24}\.[A-Z0-9]{64}"),
    ("sonarqube token", "squ_ sqp_ sqa_", r"\bsq[upa]_[a-f0-9]{40}\b"),
    ("circleci token", "CCIPAT_ CCIPRJ_", r"\bCCIP(?:AT|RJ)_[A-Za-z0-9]{20,24}_[a-f0-9]{40}"),
    ("buildkite token", "bkua_ bkat_ bkct_", r"\bbk(?:ua|at|ct)_[A-Za-z0-9]{40,}"),
    (
        "launchdarkly key",
        "sdk- mob- api-",
        r"\b(?:sdk|mob|api)-[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
    ),
    ("openshift token", "sha256~", r"\bsha256~[\w-]{43}"),
    ("scalingo token", "tk-us-", r"\btk-us-[\w-]{48}"),
    ("octopus key", "API-", r"\bAPI-[A-Z0-9]{26}\b"),
    ("alibaba key", "LTAI", r"\bLTAI[A-Za-z0-9]{12,24}\b"),
    ("tencent key", "AKID", r"\bAKID(?=[A-Za-z0-9]{0,32}\d)[A-Za-z0-9]{32}\b"),
    ("yandex key", "AQVN y0_", r"\b(?:AQVN[\w-]{35,38}|y0_[\w-]{50,})"),
    ("harness token", "pat. sat.", r"\b[ps]at\.[\w-]{22}\.[a-f0-9]{24}\.[A-Za-z0-9]{20}"),
    (
        "model host key",
        "shptka_ tvly- nvapi- jina_ fw_",
        r"\b(?:shptka_[a-f0-9]{30,}|tvly-[A-Za-z0-9-]{30,}|nvapi-[\w-]{60,}|jina_[\w]{60,}"
        r"|fw_[A-Za-z0-9]{22,24}\b)",
    ),
    (
        "password hash",
        "$2 $6$ $5$ $argon2",
        r"(?:\$2[aby]\$\d\d\$[A-Za-z0-9./+]{50,}"
        r"|\$[56]\$(?:rounds=\d+\$)?[A-Za-z0-9./]{1,16}\$[A-Za-z0-9./]{40,}|\$argon2(?:id?"
        r"|d)\$v=\d+\$[\w=,]{5,60}\$[A-Za-z0-9+/]{8,}\$[A-Za-z0-9+/]{20,})",
    ),
    (
        "putty key",
        "PuTTY-User-Key-File-",
        r"PuTTY-User-Key-File-\d:.{0,8000}?(?:Private-MAC:[ \t]*[0-9a-f]{20,}|\Z)",
    ),
    (
        "private key",
        "BEGIN\xa0SSH2",
        r"---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----.{0,20000}?(?:---- END SSH2 ENCRYPTED PRIVATE KEY ----"
        r"|\Z)",
    ),
    ("softlayer key", "softlayer.com/soap/", r"(?i)softlayer\.com/soap/v3(?:\.1)?/[a-z0-9]{64}"),
)
