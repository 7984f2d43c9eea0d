"""Base URL of a server, to which keys are sent over https, or only within this machine."""

import ipaddress

import httpx

from ..options import setting_name

_LOOPBACK = "localhost"


def validate_base_url(base_url: str, *, is_called: bool = True) -> str:
    """Return the URL without a trailing slash.

    Args:
        base_url: The URL.
        is_called: False if it only names a server, to which no key is sent.

    Raises:
        ValueError: The URL is not valid, or a key must not be sent to it.
    """
    name = setting_name("BASE_URL")
    try:
        url = httpx.URL(base_url)
        host = url.host  # decoded here, which can fail
    except (httpx.InvalidURL, ValueError) as error:
        raise ValueError(f"{name} must be a valid URL: {error}") from None
    if not host or url.scheme not in ("http", "https"):
        raise ValueError(f"{name} must be a URL such as https://api.example.com, got {base_url}")
    if is_called and url.scheme == "http" and not _is_loopback(host):
        raise ValueError(
            f"{name} must be an https URL, or http to this machine, got {base_url}. A key must not"
            " be sent unencrypted"
        )
    if url.userinfo or url.query or url.fragment:
        raise ValueError(f"{name} must not contain credentials, a query or a fragment")
    return base_url.rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == _LOOPBACK
