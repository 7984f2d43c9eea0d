"""Connection of sync calls: a socket, and the parser of what arrives on it."""

import logging
import select
import socket
import ssl
import time
from collections.abc import Callable
from math import ceil
from typing import Any, Final, NamedTuple

from .addresses import connect
from .errors import (
    ConnectError,
    ConnectionFailure,
    ConnectTimeout,
    NothingWrittenError,
    ReadError,
    ReadTimeout,
    WriteError,
    WriteTimeout,
)
from .messages import Limits, Request, ResponseHead, seconds_left
from .parser import ResponseParser
from .proxies import Proxy, check_tunnel, tunnel_error

_logger = logging.getLogger("campaignkit_wire")

READ_BYTES: Final = 64 * 1024
WRITE_BYTES: Final = 16 * 1024
"""Bytes that are written at once, as many as TLS puts into a record."""

_MAX_WAIT_MS = 2**31 - 1  # of `poll`

# A plain number on Windows, whose `select` module has no such names.
_READABLE: Final = getattr(select, "POLLIN", 1)
_WRITABLE: Final = getattr(select, "POLLOUT", 4)

_WOULD_BLOCK = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)


class Origin(NamedTuple):
    """Server that connections go to."""

    host: str
    port: int
    tls: ssl.SSLContext | None = None
    proxy: Proxy | None = None

    @property
    def peer(self) -> tuple[str, int]:
        """Host and port that a socket connects to."""
        return (self.host, self.port) if self.proxy is None else self.proxy[:2]


def open_connection(origin: Origin, limits: Limits) -> "Connection":
    """Return a new connection, with TLS if the origin has it.

    Raises:
        ConnectError: The server cannot be reached, or its certificate was refused.
        ConnectTimeout: The limits were reached before.
    """
    start = time.monotonic()
    end = None if limits.connect is None else start + limits.connect
    end = limits.deadline if end is None else min(end, limits.deadline or end)
    plain: socket.socket | None = None
    try:
        plain = connect(*origin.peer, seconds_left(end, None, ConnectTimeout))
        plain.setblocking(False)
        if origin.proxy is not None:
            _open_tunnel(plain, origin.proxy.request(origin.host, origin.port), end)
        if origin.tls is None:
            return Connection(plain)
        secure = origin.tls.wrap_socket(
            plain, server_hostname=origin.host.encode("ascii"), do_handshake_on_connect=False
        )
        plain = secure
        connection = Connection(secure)
        connection.retry(secure.do_handshake, end, None, ConnectTimeout)
    except TimeoutError as error:
        _close(plain)
        log_failure(origin, error)
        raise ConnectTimeout(str(error)) from error
    except OSError as error:
        _close(plain)
        log_failure(origin, error)
        raise ConnectError(str(error)) from error
    except BaseException:
        _close(plain)
        raise
    return connection


def _open_tunnel(plain: socket.socket, request: Request, end: float | None) -> None:
    connection = Connection(plain)
    limits = Limits(deadline=end)
    try:
        connection.write(request, limits)
        check_tunnel(connection.read_head(limits), connection.parser.parts)
    except (ConnectionFailure, NothingWrittenError) as error:
        raise tunnel_error(error) from error
    finally:
        connection.parser.close()


def log_failure(origin: Origin, error: OSError) -> None:
    """Write to the log that a connection was not made."""
    _logger.debug("no connection to %s:%d (%s)", *origin.peer, error)


def _close(opened: socket.socket | None) -> None:
    if opened is not None:
        opened.close()


class Connection:
    """Connection that carries one exchange after the other, each by one thread.

    The socket does not block: every wait is one of `poll`, so that it ends in time.
    """

    __slots__ = ("_is_encrypted", "_poll", "_poll_factory", "_socket", "parser")

    def __init__(self, connected: socket.socket) -> None:
        self._socket: Any = connected
        self._is_encrypted = isinstance(connected, ssl.SSLSocket)
        self._poll: Any = None
        self._poll_factory: Callable[[], Any] | None = None
        self.parser = ResponseParser()

    @property
    def is_reusable(self) -> bool:
        """True if the response is complete, and another request can follow."""
        return self.parser.is_reusable

    def is_usable(self) -> bool:
        """Return True if an idle connection has received nothing: neither bytes nor an end."""
        is_pending = self._is_encrypted and self._socket.pending()
        return not (is_pending or self._is_ready(_READABLE, 0))

    def write(self, request: Request, limits: Limits) -> None:
        """Write a request.

        Raises:
            NothingWrittenError: The connection had ended before; no byte was taken.
            WriteError: The connection broke later.
            WriteTimeout: The limits were reached.
        """
        self.parser.begin(request.method)
        for part in request.parts():
            self._write(part, request, limits)

    def read_head(self, limits: Limits) -> ResponseHead:
        """Read until the head of the final response has arrived; return it."""
        parser = self.parser
        while parser.head is None:
            self._receive(limits)
        return parser.head

    def read(self, limits: Limits) -> list[bytes] | None:
        """Return the next parts of the body; None at its end."""
        parser = self.parser
        while not parser.parts:
            if parser.is_complete:
                return None
            self._receive(limits)
        parts, parser.parts = parser.parts, []
        return parts

    def retry(
        self,
        action: Callable[..., Any],
        end: float | None,
        seconds: float | None,
        error: type[ConnectionFailure],
        *arguments: Any,
    ) -> Any:
        """Return what an action on the socket returns, as soon as it does not block.

        Args:
            action: Method of the socket.
            end: Instant at which the wait must be over, if there is one.
            seconds: Seconds for each wait.
            error: What is raised if a wait takes too long.
            *arguments: Arguments of the action.
        """
        while True:
            try:
                return action(*arguments)
            except ssl.SSLWantReadError:
                event = _READABLE
            except (ssl.SSLWantWriteError, BlockingIOError):
                event = _WRITABLE
            self._wait(event, end, seconds, error)

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()
        self.parser.close()

    def _write(self, data: memoryview, request: Request, limits: Limits) -> None:
        if not request.is_sent:
            try:
                sent = self._socket.send(data if len(data) <= WRITE_BYTES else data[:WRITE_BYTES])
            except _WOULD_BLOCK:
                sent = 0
            except OSError as error:
                raise NothingWrittenError from error
            request.is_sent = True  # also if it would block: TLS may have written a part
            if sent == len(data):
                return
            data = data[sent:]
        try:
            while data:
                data = data[self._send(data[:WRITE_BYTES], limits) :]
        except OSError as error:
            raise WriteError(str(error)) from error

    def _send(self, data: memoryview, limits: Limits) -> int:
        sent: int = self.retry(self._socket.send, limits.deadline, limits.write, WriteTimeout, data)
        return sent

    def _receive(self, limits: Limits) -> None:
        sock = self._socket
        # What TLS has decrypted already is not to be seen at the socket.
        if not self._is_encrypted or not sock.pending():
            self._wait(_READABLE, limits.deadline, limits.read, ReadTimeout)
        else:
            seconds_left(limits.deadline, limits.read, ReadTimeout)
        try:
            data = sock.recv(READ_BYTES)
        except _WOULD_BLOCK:
            return
        except OSError as error:
            raise ReadError(str(error)) from error
        if data:
            self.parser.feed(data)
        else:
            self.parser.feed_eof()

    def _wait(
        self,
        event: int,
        end: float | None,
        seconds: float | None,
        error: type[ConnectionFailure],
    ) -> None:
        seconds = seconds_left(end, seconds, error)
        if not self._is_ready(event, seconds):
            raise error("timed out")

    def _is_ready(self, event: int, seconds: float | None) -> bool:
        """Wait until an event, an end or an error has come; return False if none came in time."""
        factory = getattr(select, "poll", None)
        if factory is None:  # Windows
            reads, writes = ([self._socket], []) if event == _READABLE else ([], [self._socket])
            return any(select.select(reads, writes, writes, seconds))
        if self._poll is None or factory is not self._poll_factory or event != _READABLE:
            # `poll`, because `select` takes no descriptor above 1,023. It is looked up here because
            # gevent replaces it, perhaps after this module was imported.
            poll = factory()
            poll.register(self._socket, event)
            if event == _READABLE:
                self._poll, self._poll_factory = poll, factory
        else:
            poll = self._poll
        wait = seconds and min(ceil(seconds * 1_000), _MAX_WAIT_MS)
        return bool(poll.poll(wait))
