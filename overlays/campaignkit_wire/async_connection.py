"""Connection of async calls: a protocol of asyncio, and the parser of what arrives on it."""

import asyncio
import ssl
from math import inf
from typing import Any, cast

from .connection import READ_BYTES
from .errors import (
    ConnectionFailure,
    NothingWrittenError,
    ReadError,
    ReadTimeout,
    RemoteProtocolError,
    WriteError,
    WriteTimeout,
)
from .messages import Limits, Request, ResponseHead, seconds_left
from .parser import ResponseParser
from .readability import readability_check
from .tls_channel import TlsChannel

_MAX_BUFFERED = 4 * READ_BYTES
"""Bytes that may wait for the reader before the socket is not read any more."""


class AsyncConnection(asyncio.Protocol):
    """Connection that carries one exchange after the other in one event loop.

    It has one timer, which is moved on only when it fires too early.
    """

    __slots__ = (
        *("_buffered", "_error", "_expires_at", "_is_busy", "_is_lost", "_is_paused", "_loop"),
        *("_lost", "_poll", "_timer", "_timer_at", "_tls", "_transport", "_waiter"),
        *("_write_paused", "parser"),
    )

    def __init__(self) -> None:
        self.parser = ResponseParser()
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport
        self._tls: TlsChannel | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = self._expires_at = inf
        self._error: ConnectionFailure | None = None
        self._is_busy = False
        self._is_lost = False
        self._lost: asyncio.Future[None] | None = None
        self._is_paused = False
        self._write_paused = False
        self._buffered = 0
        self._poll: Any = None

    @property
    def is_reusable(self) -> bool:
        """True if the response is complete, and another request can follow."""
        return self.parser.is_reusable and self._error is None and not self._transport.is_closing()

    def is_usable(self) -> bool:
        """Return True if an idle connection has received nothing: neither bytes nor an end."""
        # The loop may not have run since they came, so the socket itself is asked.
        return not (self._error or self._transport.is_closing() or self._is_readable())

    async def start_tls(self, context: ssl.SSLContext, host: str) -> None:
        """Begin TLS; raise OSError if that fails."""
        tls = self._tls = TlsChannel(context, host)
        try:
            while not tls.handshake():
                self._flush_tls()
                await self._wait(None)
                if self._error:
                    raise ConnectionResetError(str(self._error)) from self._error.__cause__
        finally:
            self._flush_tls()

    def begin_tunnel(self) -> None:
        """Forget the response of a proxy: what follows is from the server."""
        self.finish()
        self.parser.close()
        self.parser = ResponseParser()

    async def write(self, request: Request, limits: Limits) -> None:
        """Write a request.

        Raises:
            NothingWrittenError: The connection had ended before; no byte was taken.
            WriteError: The connection broke later.
            WriteTimeout: The limits were reached.
        """
        self.parser.begin(request.method)
        self._is_busy = True
        if request.is_async:
            async for part in request.parts_async():
                await self._write_part(part, request, limits)
            return
        for part in request.parts():
            await self._write_part(part, request, limits)

    async def read_head(self, limits: Limits) -> ResponseHead:
        """Read until the head of the final response has arrived; return it."""
        parser = self.parser
        while parser.head is None:
            if self._error:
                raise self._error
            await self._wait(seconds_left(limits.deadline, limits.read, ReadTimeout))
        return parser.head

    async def read(self, limits: Limits) -> list[bytes] | None:
        """Return the next parts of the body; None at its end."""
        parser = self.parser
        while not parser.parts:
            if parser.is_complete:
                return None
            if self._error:
                raise self._error
            await self._wait(seconds_left(limits.deadline, limits.read, ReadTimeout))
        parts, parser.parts = parser.parts, []
        self._buffered = 0
        if self._is_paused:
            self._is_paused = False
            self._transport.resume_reading()
        return parts

    def finish(self) -> None:
        """Note that the exchange is over: what arrives now was not asked for."""
        self._is_busy = False

    def close(self) -> None:
        """Close the connection at once."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._fail(ReadError("the connection was closed"))

    async def wait_closed(self) -> None:
        """Wait until the loop has closed the socket."""
        if not self._is_lost:
            self._lost = self._lost or self._loop.create_future()
            await asyncio.shield(self._lost)

    # The callbacks of asyncio.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the transport."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Take received bytes."""
        if self._tls is not None:
            self._tls.receive(data)
            if not self._tls.is_established:
                self._wake()
                return
            try:
                data = self._tls.decrypted()
            except ssl.SSLError as error:
                self._flush_tls()
                self._fail(ReadError(str(error)), error)
                return
            self._flush_tls()
        if data:
            self._take(data)
        if self._tls is not None and self._tls.is_ended:
            self.eof_received()
            self._transport.close()

    def eof_received(self) -> bool:
        """Take the end of the connection."""
        if self._is_busy:
            try:
                self.parser.feed_eof()
            except RemoteProtocolError as error:
                self._fail(error)
            self._wake()
        else:
            self._fail(ReadError("the server closed the connection"))
        return False

    def connection_lost(self, error: Exception | None) -> None:
        """Take the end of the socket."""
        self._is_lost = True
        if self._lost is not None and not self._lost.done():
            self._lost.set_result(None)
        if not self.parser.is_complete:
            self._fail(ReadError(str(error or "the connection was closed")), error)
        self._write_paused = False
        self._wake()
        self.parser.close()

    def pause_writing(self) -> None:
        """Wait with further bytes until those before have left."""
        self._write_paused = True

    def resume_writing(self) -> None:
        """Go on with writing."""
        self._write_paused = False
        self._wake()

    def _take(self, data: bytes) -> None:
        if not self._is_busy:
            self._fail(ReadError("the server sent what was not asked for"))
            return
        parser = self.parser
        try:
            parser.feed(data)
        except RemoteProtocolError as error:
            self._fail(error)
            return
        if parser.parts:
            self._buffered += len(data)
            if self._buffered > _MAX_BUFFERED and not self._is_paused:
                self._is_paused = True
                self._transport.pause_reading()
        if parser.head is not None:
            self._wake()

    async def _write_part(self, part: memoryview, request: Request, limits: Limits) -> None:
        for start in range(0, len(part), READ_BYTES):
            self._write(part[start : start + READ_BYTES], request)
            while self._write_paused:
                seconds = seconds_left(limits.deadline, limits.write, WriteTimeout)
                await self._wait(seconds, WriteTimeout)
                if self._error:
                    raise WriteError(str(self._error))

    def _write(self, data: memoryview, request: Request) -> None:
        transport = self._transport
        if self._error or transport.is_closing():
            kind = WriteError if request.is_sent else NothingWrittenError
            raise kind("the connection was closed")
        if self._tls is None:
            transport.write(data)
        else:
            self._tls.encrypt(data)
            self._flush_tls()
        # asyncio writes at once. If that fails on the first bytes, the kernel took none.
        if not request.is_sent:
            if transport.is_closing():
                raise NothingWrittenError("the connection was closed")
            request.is_sent = True

    def _flush_tls(self) -> None:
        assert self._tls is not None  # noqa: S101 - only called with TLS
        if (data := self._tls.to_send()) and not self._transport.is_closing():
            self._transport.write(data)

    def _fail(self, error: ConnectionFailure, cause: Exception | None = None) -> None:
        if self._error is None:
            error.__cause__ = cause
            self._error = error
        self._transport.abort()
        self._wake()

    async def _wait(
        self, seconds: float | None, error: type[ConnectionFailure] = ReadTimeout
    ) -> None:
        """Wait until something has happened; raise the error if it takes too long."""
        waiter = self._waiter = self._loop.create_future()
        self._expires_at = inf
        if seconds is not None:
            self._expires_at = self._loop.time() + seconds
            if self._timer is None or self._timer_at > self._expires_at:
                self._set_timer(self._expires_at)
        try:
            await waiter
        except TimeoutError:
            raise error("timed out") from None
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _set_timer(self, instant: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        # Kept here, because a timer of uvloop whose time has come does not show it.
        self._timer_at = instant
        self._timer = self._loop.call_at(instant, self._on_timer)

    def _on_timer(self) -> None:
        self._timer = None
        if self._waiter is None or self._expires_at == inf:
            return
        if self._loop.time() < self._expires_at:
            self._set_timer(self._expires_at)
        elif not self._waiter.done():
            self._waiter.set_exception(TimeoutError())

    def _is_readable(self) -> bool:
        if self._poll is None:
            self._poll = readability_check(self._transport.get_extra_info("socket"))
        return bool(self._poll())
