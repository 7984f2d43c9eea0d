"""The tests themselves cannot reach anything but this machine."""

import socket

import httpx
import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_address(host: str) -> None:
    """A connection to another machine fails before a packet leaves."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as other, pytest.raises(ConnectionError, match="this machine only"):
        other.connect((host, 443))


def test_name() -> None:
    """Nor is a name of another machine looked up."""
    with pytest.raises(Exception, match="this machine only"):
        httpx.get("https://api.sonarly.io")
