"""Connection whose waits end with the call that it carries.

A timeout of httpx is for each wait, so that a server which drips bytes could hold a call for ever.
The extension `deadline` of a request is the instant of `time.monotonic()` by which it must end.
"""

import select
import socket
import ssl
import time
from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

import httpcore

from .addresses import connect

_WRITE_BYTES = 16 * 1024  # as TLS sends at once


class DeadlineConnection(httpcore.HTTPConnection):
    """Connection of httpcore that keeps to the deadline of its call until the body is read."""

    def __init__(self, origin: httpcore.Origin, tls: ssl.SSLContext | None) -> None:
        self._network = DeadlineBackend()
        super().__init__(origin, tls, network_backend=self._network)

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        self._network.extensions = request.extensions
        return super().handle_request(request)


class DeadlineBackend(httpcore.SyncBackend):
    """Network backend of one connection, which knows the extensions of the request on it."""

    def __init__(self) -> None:
        self.extensions: MutableMapping[str, Any] = {}

    @property
    def deadline(self) -> float | None:
        """The deadline of the call."""
        return self.extensions.get("deadline")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        with _errors_as(httpcore.ConnectTimeout, httpcore.ConnectError):
            seconds = remaining_timeout(self.deadline, timeout, httpcore.ConnectTimeout)
            return _Stream(connect(host, port, seconds), self)


class _Stream(httpcore.NetworkStream):
    """Socket of a connection: each wait ends in time for the call, a write marks its request."""

    def __init__(self, connected: socket.socket, network: DeadlineBackend) -> None:
        self._socket = connected
        self._network = network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _errors_as(httpcore.ReadTimeout, httpcore.ReadError):
            self._socket.settimeout(
                remaining_timeout(self._network.deadline, timeout, httpcore.ReadTimeout)
            )
            return self._socket.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._network.extensions["is_sent"] = True
        # Not `sendall`, because a wait begins again for what the socket did not take at once.
        view = memoryview(buffer)
        with _errors_as(httpcore.WriteTimeout, httpcore.WriteError):
            while view:
                seconds = remaining_timeout(self._network.deadline, timeout, httpcore.WriteTimeout)
                self._socket.settimeout(seconds)
                view = view[self._socket.send(view[:_WRITE_BYTES]) :]

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        try:
            with _errors_as(httpcore.ConnectTimeout, httpcore.ConnectError):
                seconds = remaining_timeout(
                    self._network.deadline, timeout, httpcore.ConnectTimeout
                )
                self._socket.settimeout(seconds)
                encrypted = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
        except BaseException:
            self.close()
            raise
        return _Stream(encrypted, self._network)

    def close(self) -> None:
        self._socket.close()

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            return _is_readable(self._socket)
        is_tls = isinstance(self._socket, ssl.SSLSocket)
        values = {
            "socket": lambda: self._socket,
            "ssl_object": lambda: self._socket if is_tls else None,
            "client_addr": self._socket.getsockname,
            "server_addr": self._socket.getpeername,
        }
        return values[info]() if info in values else None


def _is_readable(connected: socket.socket) -> bool:
    """Return True if bytes, an end or an error wait at a socket."""
    if connected.fileno() < 0:
        return True
    if not hasattr(select, "poll"):  # Windows
        return bool(select.select([connected], [], [], 0)[0])
    poll = select.poll()  # which unlike `select` takes descriptors above 1,023
    poll.register(connected, select.POLLIN)
    return bool(poll.poll(0))


@contextmanager
def _errors_as(
    timeout: type[httpcore.TimeoutException], other: type[httpcore.NetworkError]
) -> Iterator[None]:
    """Raise the errors of sockets as httpcore's own."""
    try:
        yield
    except TimeoutError as error:
        raise timeout(error) from error
    except OSError as error:
        raise other(error) from error


def remaining_timeout(
    deadline: float | None, timeout: float | None, error: type[httpcore.TimeoutException]
) -> float | None:
    """Return how many seconds a wait may take; raise the error if no time is left."""
    if deadline is None:
        return timeout
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise error("the time for the call is over")
    return seconds if timeout is None else min(timeout, seconds)
