"""Opening of async connections."""

import asyncio
import socket
import time

from .async_connection import AsyncConnection
from .connection import Origin, log_failure
from .errors import ConnectError, ConnectionFailure, ConnectTimeout, NothingWrittenError
from .messages import Limits, Request, seconds_left
from .proxies import check_tunnel, tunnel_error

_ATTEMPT_DELAY = 0.25  # of the next address, as RFC 8305 recommends


async def open_async_connection(origin: Origin, limits: Limits) -> AsyncConnection:
    """Return a new connection, with TLS if the origin has it.

    Raises:
        ConnectError: The server cannot be reached, or its certificate was refused.
        ConnectTimeout: The limits were reached before.
    """
    start = time.monotonic()
    end = None if limits.connect is None else start + limits.connect
    end = limits.deadline if end is None else min(end, limits.deadline or end)
    seconds = seconds_left(end, None, ConnectTimeout)
    try:
        async with asyncio.timeout(seconds):
            connection = await _connect(*origin.peer)
            try:
                if origin.proxy is not None:
                    await _open_tunnel(connection, origin.proxy.request(origin.host, origin.port))
                if origin.tls is not None:
                    await connection.start_tls(origin.tls, origin.host)
            except BaseException:
                connection.close()
                raise
    except TimeoutError as error:
        log_failure(origin, error)
        raise ConnectTimeout(str(error) or "timed out") from error
    except OSError as error:
        log_failure(origin, error)
        raise ConnectError(str(error)) from error
    return connection


async def _connect(host: str, port: int) -> AsyncConnection:
    import aiohappyeyeballs

    loop = asyncio.get_running_loop()
    addresses = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    connected = await aiohappyeyeballs.start_connection(
        addresses, happy_eyeballs_delay=_ATTEMPT_DELAY, interleave=1, loop=loop
    )
    try:
        _, connection = await loop.create_connection(AsyncConnection, sock=connected)
    except BaseException:
        connected.close()
        raise
    return connection


async def _open_tunnel(connection: AsyncConnection, request: Request) -> None:
    try:
        await connection.write(request, Limits())
        check_tunnel(await connection.read_head(Limits()), connection.parser.parts)
    except (ConnectionFailure, NothingWrittenError) as error:
        raise tunnel_error(error) from error
    connection.begin_tunnel()
