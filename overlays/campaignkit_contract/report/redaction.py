"""Redaction of secrets and control characters in reports and in printed text."""

import base64
import json
from collections.abc import Collection
from html import escape
from pathlib import Path

_REPLACEMENT = "[secret]"
_MAX_LINE = 300


def redact_file(path: Path, secrets: Collection[str]) -> None:
    """Replace every secret in a file: as it is, in JSON, in HTML and in base64."""
    content = path.read_bytes()
    for secret in _longest_first(secrets):
        encoded = base64.b64encode(secret.encode()).decode()
        for spelling in {secret, json.dumps(secret)[1:-1], escape(secret), encoded}:
            content = content.replace(spelling.encode(), _REPLACEMENT.encode())
    path.write_bytes(content)


def printable_line(text: str, secrets: Collection[str] = ()) -> str:
    """Return the text as one line of at most 300 characters, without control characters."""
    for secret in _longest_first(secrets):
        # Findings contain values as JSON.
        text = text.replace(secret, _REPLACEMENT).replace(json.dumps(secret)[1:-1], _REPLACEMENT)
    text = printable(text)
    return text if len(text) <= _MAX_LINE else text[:_MAX_LINE] + "..."


def printable(text: str) -> str:
    """Return the text with control characters escaped, which XML and terminals need."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def _longest_first(secrets: Collection[str]) -> list[str]:
    return sorted(secrets, key=len, reverse=True)
