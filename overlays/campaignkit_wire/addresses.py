"""Connections to the first address of a host that accepts one (RFC 8305, Happy Eyeballs)."""

import os
import selectors
import socket
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, zip_longest
from math import inf
from typing import Any

# RFC 8305, section 5: the recommended delay before the next address is tried beside the others.
_ATTEMPT_DELAY = 0.25

# Of the errors of sockets there, `strerror` has no text.
_WINDOWS_ERRORS: dict[int, str] = getattr(socket, "errorTab", {})

_Address = tuple[socket.AddressFamily, Any]


def connect(host: str, port: int, timeout: float | None) -> socket.socket:
    """Return a connected socket: of all addresses of a host, the first that accepts.

    Args:
        host: Name or address, in ASCII.
        port: Number of the TCP port.
        timeout: Seconds for all addresses together; None for no bound.

    Raises:
        OSError: No address accepted, or the host has none.
        TimeoutError: No address accepted in time.

    """
    end = inf if timeout is None else time.monotonic() + timeout
    if not all(0 < len(label) < 64 for label in host.removesuffix(".").split(".")):
        raise OSError("the host has no valid name")
    # As bytes: for a text, Python loads the codec of international names, which takes 3 ms.
    found = socket.getaddrinfo(host.encode("ascii"), port, type=socket.SOCK_STREAM)
    race = _Race([(family, address) for family, _, _, _, address in found], end)
    try:
        connected = race.run()
    finally:
        race.close()
    connected.setblocking(True)
    connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connected


def interleaved(addresses: list[_Address]) -> Iterator[_Address]:
    """Yield addresses of both families alternately, beginning with the family of the first."""
    first = [address for address in addresses if address[0] == addresses[0][0]]
    others = [address for address in addresses if address[0] != addresses[0][0]]
    return (address for address in chain(*zip_longest(first, others)) if address)


class _Race:
    """Attempts to connect to several addresses, each a little later than the one before."""

    def __init__(self, addresses: list[_Address], end: float) -> None:
        self._waiting = deque(interleaved(addresses))
        self._end = end
        self._selector = selectors.DefaultSelector()  # looked up here, because gevent replaces it
        self._next_start = -inf
        self._error = OSError("no address to connect to")

    def run(self) -> socket.socket:
        """Return the first socket that is connected; all others are closed by `close`."""
        while True:
            now = time.monotonic()
            if now >= self._end:
                raise TimeoutError("timed out")
            if self._waiting and now >= self._next_start:
                self._start(*self._waiting.popleft())
                self._next_start = now + _ATTEMPT_DELAY
            if not self._selector.get_map():
                if not self._waiting:
                    raise self._error
                self._next_start = -inf
                continue
            until = min(self._end, self._next_start if self._waiting else inf)
            if connected := self._wait(None if until == inf else max(0.0, until - now)):
                return connected

    def close(self) -> None:
        """Close what did not win."""
        for key in list(self._selector.get_map().values()):
            self._unregistered(key).close()
        self._selector.close()

    def _start(self, family: socket.AddressFamily, address: Any) -> None:
        try:
            attempt = socket.socket(family, socket.SOCK_STREAM)
        except OSError as error:  # the machine has no such family
            self._error = error
            return
        try:
            attempt.setblocking(False)
            with suppress(BlockingIOError):
                attempt.connect(address)
            self._selector.register(attempt, selectors.EVENT_WRITE)
        except OSError as error:
            self._error = error
            attempt.close()
        except BaseException:
            attempt.close()
            raise

    def _wait(self, seconds: float | None) -> socket.socket | None:
        for key, _ in self._selector.select(seconds):
            attempt = self._unregistered(key)
            code = attempt.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if not code:
                return attempt
            attempt.close()
            self._error = OSError(code, _WINDOWS_ERRORS.get(code) or os.strerror(code))
            self._next_start = -inf  # RFC 8305: the next one need not wait
        return None

    def _unregistered(self, key: selectors.SelectorKey) -> socket.socket:
        attempt = key.fileobj
        assert isinstance(attempt, socket.socket)  # noqa: S101 - nothing else was registered
        self._selector.unregister(attempt)
        return attempt
