r"""The shapes of keys and tokens of services: talk, mail, money, tasks.

What it is, literals of which it cannot lack all (between spaces; a hard space stands for one of theirs), pattern.
"""

from __future__ import annotations

SHAPES: tuple[tuple[str, str, str], ...] = (
    (
        "stripe key",
        "k_live_ k_test_ whsec_",
        r"\b(?:[rs]k_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{16,})",
    ),
    ("slack token", "xox XOX xapp-", r"\b(?i:xox[abeoprs]|xapp)(?:\.xox[bp])?-[\w-]{10,}"),
    ("slack webhook", "hooks.slack.com", r"hooks\.slack\.com/(?:services|workflows|triggers)/[\w/+-]{20,}"),
    ("discord webhook", "discord", r"discord(?:app)?\.com/api/webhooks/\d+/[\w-]{20,}"),
    ("discord token", "M N O", r"\b[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,}"),
    ("sendgrid key", "SG.", r"\bSG\.[\w-]{16,64}\.[\w-]{16,}"),
    ("mailgun key", "key-", r"\bkey-[0-9a-f]{32}\b"),
    ("mailchimp key", "-us", r"\b[0-9a-z]{32}-us\d{1,2}\b"),
    ("twilio key", "SK AC", r"\b(?:SK|AC)[0-9a-z]{32}(?![0-9a-z])"),
    ("telegram token", ":AA", r"\b\d{8,10}:AA[\w-]{30,}"),
    ("shopify token", "shpat_ shpca_ shppa_ shpss_", r"\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{30,}"),
    ("square token", "sq0 EAAA", r"\b(?:sq0[a-z]{3}-[\w\\-]{22,}|EAAA[\w-]{60})"),
    ("doppler token", "dp.", r"\bdp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{30,}"),
    ("linear key", "lin_api_", r"\blin_api_[A-Za-z0-9]{30,}"),
    ("notion token", "secret_ ntn_", r"\b(?:secret_(?=[A-Za-z]{0,40}\d)[A-Za-z0-9]{40,}|ntn_[A-Za-z0-9]{40,})"),
    ("figma token", "figd_", r"\bfigd_[\w-]{30,}"),
    ("airtable token", "pat", r"\bpat[A-Za-z0-9]{14}\.[a-f0-9]{60,}"),
    ("postman key", "PMAK-", r"\bPMAK-[a-f0-9-]{40,}"),
    ("atlassian token", "ATATT3 ATBB ATCTT3", r"\b(?:AT[AC]TT3[\w=-]{50,}|ATBB[A-Za-z0-9]{24,})"),
    ("facebook token", "EAA", r"\bEAA[A-Za-z0-9]{60,}"),
    ("1password token", "ops_eyJ", r"\bops_eyJ[\w-]{40,}"),
    ("teams webhook", "webhook.office.com", r"\bwebhook\.office\.com/webhookb2/[\w@/-]{60,}"),
    (
        "plaid token",
        "access-",
        r"\baccess-(?:sandbox|development|production)-[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
    ),
    ("braintree token", "access_token$", r"\baccess_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}"),
    ("flutterwave key", "FLWSECK", r"\bFLWSECK(?:_TEST)?-[0-9A-Za-z]{12,}(?:-X)?"),
    ("shippo token", "shippo_", r"\bshippo_(?:live|test)_[a-fA-F0-9]{40}"),
    ("easypost key", "EZAK EZTK", r"\bEZ[AT]K[A-Za-z0-9]{50,}"),
    ("adyen key", "AQE", r"\bAQE[A-Za-z0-9]{6,}[\w+/=.-]{60,}"),
    ("lob key", "live_pub test_pub", r"\b(?:live|test)_pub_[a-f0-9]{31}"),
    ("duffel token", "duffel_", r"\bduffel_(?:live|test)_[\w=-]{40,}"),
    ("brevo key", "xkeysib- xsmtpsib-", r"\bx(?:key|smtp)sib-[a-f0-9]{64}-[A-Za-z0-9]{16}"),
    ("mailersend token", "mlsn.", r"\bmlsn\.[a-f0-9]{60,}"),
    ("resend key", "re_", r"\bre_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,}"),
    ("contentful token", "CFPAT-", r"\bCFPAT-[\w-]{40,}"),
    ("readme key", "rdme_", r"\brdme_[a-z0-9]{70}"),
    ("typeform token", "tfp_", r"\btfp_[\w.=-]{50,}"),
    ("frame.io token", "fio-u-", r"\bfio-u-[\w=-]{60,}"),
    ("dropbox token", "sl.", r"\bsl\.(?:u\.)?[\w-]{100,}"),
    (
        "1password key",
        "A3-",
        r"\bA3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
    ),
)
