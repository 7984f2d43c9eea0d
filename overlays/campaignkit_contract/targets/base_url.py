"""Base URL of a server, to which keys are sent over https, or only within this machine.

The client has the same rule, and a test compares the two. What judges a server shares no code with
it.
"""

import ipaddress
import re

import httpx

from ..options import UsageError, setting_name

_LOOPBACK = "localhost"
_USER = re.compile(r"^([a-z]*://)?.*@", re.IGNORECASE | re.DOTALL)
_QUERY = re.compile(r"[?#].*", re.DOTALL)
_NOT_IN_BASE = re.compile(r"[?#\s]")
_MAX_PORT = 65_535


def validate_base_url(base_url: str, *, is_called: bool = True) -> str:
    """Return the URL in its usual form, without a trailing slash.

    Args:
        base_url: The URL.
        is_called: False if it only names a server, to which no key is sent.

    Raises:
        UsageError: The URL is not valid, or a key must not be sent to it.
    """
    shown = _QUERY.sub("?***", _USER.sub(r"\1***@", base_url))
    authority = base_url.partition("//")[2].partition("/")[0]
    if "@" in authority:
        raise _error("not contain credentials", shown, "Keys are environment variables")
    if _NOT_IN_BASE.search(base_url):
        hint = "Leave out what follows the path"
        raise _error("not contain a query, a fragment or white space", shown, hint)
    try:
        url = httpx.URL(base_url)
        host, port = url.host, url.port  # decoded here, which can fail
    except (httpx.InvalidURL, ValueError) as error:
        # The error can have a part of a password.
        raise _error("be a valid URL", shown, "" if "@" in base_url else str(error)) from None
    if not host or url.scheme not in ("http", "https"):
        raise _error("be a URL such as https://api.example.com", shown, "Begin with https://")
    if port is not None and not 0 < port <= _MAX_PORT:
        raise _error(f"have a port from 1 to {_MAX_PORT}", shown, "Leave it out for the usual port")
    if is_called and url.scheme == "http" and not _is_loopback(host):
        hint = "A key must not be sent unencrypted"
        raise _error("be an https URL, or http to this machine", shown, hint)
    return str(url).rstrip("/")


def _error(rule: str, shown: str, hint: str) -> UsageError:
    end = f". {hint.rstrip('.')}" if hint else ""
    return UsageError(f"{setting_name('BASE_URL')} must {rule}, got {shown!r}{end}")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == _LOOPBACK
