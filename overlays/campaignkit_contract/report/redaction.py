"""Redaction: secrets, personal data and control characters in reports and in printed text."""

import base64
import json
import re
from collections.abc import Collection
from html import escape
from pathlib import Path
from typing import Any

MASK = "***"

_REPLACEMENT = "[secret]"
_MAX_LINE = 1_000
_MAX_BODY = 600  # characters

# The client has other patterns. What judges a server shares no code with the client.
# Fields whose texts are about a person, or were written by one.
_PERSONAL_FIELD = re.compile(
    r"(?i)name$|email|phone|linkedin|headline|title$|location$|address|avatar|photo|url$"
    r"|publicidentifier|subject$|^(?:about|signature|text|body|content|message|note)s?$"
    r"|^(?:transcript|summary|description)s?$"
)
_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PHONE_NUMBER = re.compile(r"(?<![\w.-])(?:\+|%2B)?\d[\d ()./-]{7,20}\d(?![\w.-])")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d")


def redact_file(path: Path, secrets: Collection[str]) -> None:
    """Replace every secret in a file: as it is, in JSON, in HTML and in base64."""
    content = path.read_bytes()
    for secret in _longest_first(secrets):
        encoded = base64.b64encode(secret.encode()).decode()
        for spelling in {secret, json.dumps(secret)[1:-1], escape(secret), encoded}:
            content = content.replace(spelling.encode(), _REPLACEMENT.encode())
    path.write_bytes(content)


def mask_personal(value: Any) -> Any:
    """Return JSON with the texts about people masked. Ids, enumerations and moments stay."""
    if isinstance(value, dict):
        return {name: _masked_field(name, field) for name, field in value.items()}
    if isinstance(value, list):
        return [mask_personal(item) for item in value]
    return mask_text(value) if isinstance(value, str) else value


def mask_text(text: str) -> str:
    """Return a text with email addresses and phone numbers masked."""
    return _PHONE_NUMBER.sub(_mask_unless_moment, _EMAIL.sub(MASK, text))


def body_excerpt(body: bytes | None) -> str:
    """Return the beginning of a body, with personal data masked."""
    if body is None:
        return "(not recorded)"
    try:
        text = json.dumps(mask_personal(json.loads(body)), ensure_ascii=False)
    except (ValueError, RecursionError):
        text = mask_text(body[: 2 * _MAX_BODY].decode(errors="replace"))
    text = printable(text)
    return text if len(text) <= _MAX_BODY else f"{text[:_MAX_BODY]}..."


def printable_line(text: str, secrets: Collection[str] = ()) -> str:
    """Return the text as one line of at most 1,000 characters, without control characters."""
    for secret in _longest_first(secrets):
        # Findings contain values as JSON.
        text = text.replace(secret, _REPLACEMENT).replace(json.dumps(secret)[1:-1], _REPLACEMENT)
    text = printable(text)
    return text if len(text) <= _MAX_LINE else text[:_MAX_LINE] + "..."


def printable(text: str) -> str:
    """Return the text with control characters escaped, which XML and terminals need."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def _masked_field(name: str, value: Any) -> Any:
    if name == "error" and isinstance(value, dict):  # the vendor's words, about the request
        return {key: mask_text(str(text)) for key, text in value.items()}
    if _PERSONAL_FIELD.search(name) and isinstance(value, str):
        return MASK
    return mask_personal(value)


def _mask_unless_moment(match: re.Match[str]) -> str:
    return match[0] if _MOMENT.match(match[0]) else MASK


def _longest_first(secrets: Collection[str]) -> list[str]:
    return sorted(secrets, key=len, reverse=True)
