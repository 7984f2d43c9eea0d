"""Secrets and personal data, masked in texts of errors and logs."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

MASK = "***"

# So much of a text is looked at: a vendor's text can have any length, and so can its lines.
_MAX_CHARACTERS = 4_000

# Patterns are texts, which `re` compiles at the first use: that takes a millisecond of an import.
_NAMES = r"(?:api|access|private|signing)[_-]?key|secret|password|passwd|token|authorization|cookie"
_SECRETS = (
    r"(?ai)"
    r"(?P<scheme>\b(?:bearer|basic|digest)\s+)[\w.~+/=:-]{6,}"
    rf"|(?P<name>[\w-]*(?:{_NAMES})[\w-]*[\"']?\s*[:=]\s*[\"']?)"
    r"(?:(?:bearer|basic|digest)\s+)?[^\s\"',;&}\]]+"
    r"|(?P<login>://)[^/\s:@]+:[^/\s@]+(?=@)"
    r"|\b(?:sk|pk|rk|key|whsec|ghp|gho|xox[abp])[-_][\w-]{8,}"
    r"|\beyJ[\w-]+(?:\.[\w-]*){0,4}"
)
_LONG_TOKENS = r"(?a)(?<![\w+/=-])[\w+/=-]{40,}(?![\w+/=-])"
_EMAILS = r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"

# Digits with the punctuation of phone numbers; neither a date nor an IPv4 address.
_PHONES = (
    r"(?ai)"
    r"(?<![\w.-])(?!\d{4}-\d\d-\d\d(?!\d))(?!\d{1,3}(?:\.\d{1,3}){3}(?![\d.]))"
    r"(?:(?:\+|%2B)\d|\(?\d)[\d ()./-]{5,22}\d(?![\w-])"
)
_MIN_DIGITS, _MIN_DIGITS_WITHOUT_PLUS = 7, 9

# A segment of a path that is a phone number as a whole, however it is written.
_PHONE_SEGMENT = r"(?i)(?:tel:|sip:)?\s*\+?[\d\s().\-/*#,;]+(?:(?:ext|x)\.?\s*=?\d*)?"


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """Return the text with keys, tokens, phone numbers and email addresses masked.

    Args:
        text: Text to show; only its first 4,000 characters are kept.
        secrets: Values to mask everywhere, such as the API key.

    """
    text = text[:_MAX_CHARACTERS]
    for secret in secrets:
        text = text.replace(secret, MASK)
    text = re.sub(_SECRETS, _mask_secret, text)
    text = re.sub(_LONG_TOKENS, MASK, text)
    text = re.sub(_EMAILS, MASK, text)
    return re.sub(_PHONES, _mask_if_phone, text)


def excerpt(text: str, max_characters: int, secrets: Iterable[str] = ()) -> str:
    """Return the beginning of a redacted text, on one line and without control characters."""
    shown = " ".join(redact(text, secrets).split())
    shown = "".join(character if character.isprintable() else "?" for character in shown)
    return shown if len(shown) <= max_characters else shown[: max_characters - 3].rstrip() + "..."


def mask_path(path: str) -> str:
    """Return a path whose phone numbers and email addresses are masked."""
    return "/".join(_mask_segment(segment) for segment in path.split("/"))


def _mask_segment(segment: str) -> str:
    text = unquote(segment)
    if re.fullmatch(_PHONE_SEGMENT, text) and sum(map(str.isdigit, text)) >= _MIN_DIGITS:
        return _mask_phone(text)
    return MASK if re.search(_EMAILS, text) else segment


def _mask_secret(match: re.Match[str]) -> str:
    kept = match["scheme"] or match["name"] or match["login"] or ""
    return f"{kept}{MASK}"


def _mask_if_phone(match: re.Match[str]) -> str:
    text = match[0]
    needed = _MIN_DIGITS if text[0] in "+%" else _MIN_DIGITS_WITHOUT_PLUS
    return _mask_phone(text) if sum(map(str.isdigit, text)) >= needed else text


def _mask_phone(text: str) -> str:
    """Return a mask with the last two digits, by which a caller can recognise the number."""
    digits = [character for character in text if character.isdigit()]
    return MASK + "".join(digits[-2:])
