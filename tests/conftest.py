"""What every test gets: no way out of this machine, and a judge of every exchange."""

import ipaddress
import sys
from typing import Any

pytest_plugins = ["campaignkit_fake.pytest_plugin", "judging", "orchard", "pytester", "reaching"]

_CONNECTING = {"socket.connect", "socket.sendto", "socket.getaddrinfo"}


def _is_loopback(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    text = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text).is_loopback
    except ValueError:
        return False


def _refuse_other_hosts(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in _CONNECTING:
        return
    address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
    host = address[0] if isinstance(address, tuple) else address
    # A plain string that is no address is the path of a Unix socket.
    if event != "socket.getaddrinfo" and not isinstance(address, tuple):
        return
    if not _is_loopback(host):
        raise ConnectionError(f"tests reach this machine only, not {host!r}")


# An audit hook sees every connection of the interpreter, whichever library makes it.
sys.addaudithook(_refuse_other_hosts)
