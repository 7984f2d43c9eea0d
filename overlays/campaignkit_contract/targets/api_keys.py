"""API keys of a live run, which only environment variables hold. No message contains a key."""

import re
from collections.abc import Mapping

from ..options import UsageError, setting_name

KEY_VARIABLES = {"sonarly": "SONARLY_API_KEY", "callers": "CALLERS_API_KEY"}
"""By vendor, the variable of its key."""

SYNC_SECRET = "CALLERS_SYNC_SECRET"  # noqa: S105 - the name of a variable
OTHER_KEYS = ("READER_KEY_ENV", "STRANGER_KEY_ENV")
"""Settings that name variables with further keys."""

_DEFAULT_VENDOR = "sonarly"
_USUAL_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,49}")
_UNUSABLE = re.compile(r"[^\x21-\x7e]")


def check_key(values: Mapping[str, str], variable: str) -> None:
    """Raise UsageError if a variable holds what an HTTP header cannot send as a key."""
    key = values.get(variable) or ""
    if found := _UNUSABLE.search(key):
        raise UsageError(
            f"{variable} must be a key without spaces, line breaks and other characters that an "
            f"HTTP header cannot have; its character {found.start() + 1} of {len(key)} is one"
        )


def missing_key(values: Mapping[str, str], variable: str) -> str:
    """Return why a variable holds no key."""
    return f"{variable} is {'empty' if variable in values else 'not set'}"


def named_keys(values: Mapping[str, str], setting: str, items: list[str]) -> dict[str, str]:
    """Return keys by vendor from the variables that a setting names, by default for Sonarly.

    Raises:
        UsageError: An item names another vendor, or a variable without a key.
    """
    keys: dict[str, str] = {}
    for item in items:
        vendor, sign, variable = (text.strip() for text in item.partition("="))
        vendor, variable = (vendor.lower(), variable) if sign else (_DEFAULT_VENDOR, vendor)
        if vendor not in KEY_VARIABLES or not variable:
            raise UsageError(
                f"{setting_name(setting)} must have items like sonarly=READER_KEY, "
                f"got {_shown(item)}; the vendors are {', '.join(KEY_VARIABLES)}"
            )
        if vendor in keys:
            raise UsageError(f"{setting_name(setting)} must name one variable for {vendor}")
        if not values.get(variable):
            problem = missing_key(values, variable) if _USUAL_NAME.fullmatch(variable) else ""
            raise UsageError(
                f"{setting_name(setting)} must name a variable with a key for {vendor}"
                f"{f', and {problem}' if problem else ', not the key itself'}"
            )
        check_key(values, variable)
        if values[variable] == values.get(KEY_VARIABLES[vendor]):
            raise UsageError(
                f"{setting_name(setting)} must name another key than {KEY_VARIABLES[vendor]}, "
                f"and {variable} holds the same"
            )
        keys[vendor] = values[variable]
    return keys


def _shown(item: str) -> str:
    """Return an item for a message, unless a part of it may be a key."""
    parts = [text.strip() for text in item.split("=")]
    is_name = all(_USUAL_NAME.fullmatch(part.upper()) for part in parts if part)
    return repr(item) if is_name and len(item) < 30 else "something else"
