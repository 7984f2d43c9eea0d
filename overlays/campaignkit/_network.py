"""A connection whose waits end with the call that it carries.

A timeout of httpx is for each wait, so that a server which drips bytes could hold a call for ever.
The extension `deadline` of a request is the instant of `time.monotonic()` by which it must end.
"""

import socket
import ssl
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import Any

import httpcore

_WRITE_BYTES = 16 * 1024  # as TLS sends at once


class Connection(httpcore.HTTPConnection):
    """A connection of httpcore that keeps to the deadline of its call until the body is read."""

    def __init__(self, origin: httpcore.Origin, tls: ssl.SSLContext | None) -> None:
        self._network = Network()
        super().__init__(origin, tls, network_backend=self._network)

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        self._network.deadline = request.extensions.get("deadline")
        return super().handle_request(request)


class Network(httpcore.SyncBackend):
    """Connects one connection, and knows by when the call on it must be over."""

    deadline: float | None = None

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        connect = partial(
            super().connect_tcp,
            port=port,
            local_address=local_address,
            socket_options=socket_options,
        )
        # Each address of a name may take the whole timeout, but all together not more than is left.
        *others, last = [host] if self.deadline is None else _addresses(host, port)
        for address in others:
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                seconds = left(self.deadline, timeout, httpcore.ConnectTimeout)
                return _Stream(connect(address, timeout=seconds), self)
        seconds = left(self.deadline, timeout, httpcore.ConnectTimeout)
        return _Stream(connect(last, timeout=seconds), self)


def _addresses(host: str, port: int) -> list[str]:
    numeric = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return [socket.getnameinfo(address, numeric)[0] for *_, address in found]
    except OSError as error:
        raise httpcore.ConnectError(error) from error


class _Stream(httpcore.NetworkStream):
    """What a connection reads and writes; each wait ends in time for the call."""

    def __init__(self, stream: httpcore.NetworkStream, network: Network) -> None:
        self._stream = stream
        self._network = network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        deadline = self._network.deadline
        if deadline is not None:
            timeout = left(deadline, timeout, httpcore.ReadTimeout)
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        deadline = self._network.deadline
        if deadline is None:
            self._stream.write(buffer, timeout)
            return
        # httpcore waits anew for whatever the socket did not take at once.
        for start in range(0, len(buffer), _WRITE_BYTES):
            seconds = left(deadline, timeout, httpcore.WriteTimeout)
            self._stream.write(buffer[start : start + _WRITE_BYTES], seconds)

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        try:
            seconds = left(self._network.deadline, timeout, httpcore.ConnectTimeout)
        except httpcore.ConnectTimeout:
            self.close()  # as httpcore does where it fails
            raise
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._network)

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def left(
    deadline: float | None, timeout: float | None, error: type[httpcore.TimeoutException]
) -> float | None:
    """How many seconds a wait may take; the error where there are none."""
    if deadline is None:
        return timeout
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise error("the time for the call is over")
    return seconds if timeout is None else min(timeout, seconds)
