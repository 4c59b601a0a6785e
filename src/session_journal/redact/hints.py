"""Could a text hold a secret at all? Told without patterns, so that an ordinary record costs next to nothing."""

from __future__ import annotations

_LONG = 16
"""No key or token of a known shape is shorter as a word."""
_WORDS = (
    *(
        "pass",
        "pwd",
        "pw ",
        "psk",
        "pin",
        "otp",
        "kennwort",
        "zugang",
        "contraseña",
        "clave",
        "mot de passe",
        "senha",
    ),
    *(
        "wachtwoord",
        "lösenord",
        "пароль",
        "密码",
        "パスワード",
        "secret",
        "token",
        "login",
        "log in",
        "sign in",
        "key",
    ),
    *("schlüssel", "anmeldung", "llave", "clé", "chave", "sleutel", "ключ", "токен", "cred", "auth", "bearer"),
    *("cookie", "-u ", "--user", "x-"),
)
_SIGNS = "=:：0123456789"


def may_hold(text: str) -> bool:
    """Tell whether a text needs to be looked at with patterns."""
    if "://" in text or any(len(word) >= _LONG for word in text.split()):
        return True
    low = text.casefold() if not text.isascii() else text.lower()
    is_signed = any(sign in text for sign in _SIGNS) or " -" in text or ("login" in low and "password" in low)
    return is_signed and any(word in low for word in _WORDS)
