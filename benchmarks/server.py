"""Fast server in its own process that responds to every GET, at once or after a delay.

The response is always the same campaign, or the rows of the requested leads.
"""

import asyncio
import os
import re
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import payloads
import workspace

_END = b"\r\n\r\n"
_BACKLOG = 1024
_IDS = re.compile(rb"[?&]leadIds=([^& ]+)")
_COMMA = re.compile(rb",|%2C", re.IGNORECASE)
_CAN_PIN = hasattr(os, "sched_setaffinity")


class _ServerProtocol(asyncio.Protocol):
    """Server side of a connection; the end of a head ends a request, because none has a body."""

    def __init__(self, respond: Callable[[bytes], bytes], seconds: float) -> None:
        self._respond = respond
        self._seconds = seconds
        self._rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        *heads, self._rest = (self._rest + data).split(_END)
        if heads and self._seconds:
            asyncio.get_running_loop().call_later(self._seconds, self._write, heads)
        elif heads:
            self._write(heads)

    def _write(self, heads: list[bytes]) -> None:
        self._transport.write(b"".join(map(self._respond, heads)))


def cores() -> list[int]:
    """Return the processor cores that this process may use."""
    return sorted(os.sched_getaffinity(0)) if _CAN_PIN else [0]


def pin(core: int) -> None:
    """Keep this process on one core, if the system supports that."""
    if _CAN_PIN:
        os.sched_setaffinity(0, {core})


@contextmanager
def served(
    core: int, kind: str = "campaign", seconds: float = 0.0, *, is_tls: bool = False
) -> Iterator[str]:
    """Yield the URL of a server that runs on one core until the block ends.

    With TLS, this process trusts the certificate of the server, in the way of OpenSSL.
    """
    scheme = "https" if is_tls else "http"
    if is_tls:
        os.environ["SSL_CERT_FILE"] = str(workspace.CERTIFICATE)
    command = [sys.executable, str(Path(__file__).resolve())]
    command += [str(core), kind, str(seconds), scheme]
    # The end of its input ends the server, also if this process is killed.
    process: Any = subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        port = int(process.stdout.readline())
        try:
            yield f"{scheme}://127.0.0.1:{port}"
        finally:
            process.stdin.close()


def _response(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    return head.encode() + _END + body


def _campaign() -> Callable[[bytes], bytes]:
    response = _response(payloads.one_campaign())
    return lambda _: response


def _leads() -> Callable[[bytes], bytes]:
    """Return a function that responds with a row for each id; the rows differ only in their ids."""
    before, between, after = payloads.around_lead_ids()

    def respond(head: bytes) -> bytes:
        # Each client writes a list into the query in its own way.
        ids = [id_ for ids in _IDS.findall(head) for id_ in _COMMA.split(ids)]
        return _response(before + between.join(ids) + after)

    return respond


def _context() -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(workspace.CERTIFICATE)
    return context


async def _serve(kind: str, seconds: float, scheme: str) -> None:
    respond = _leads() if kind == "leads" else _campaign()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: _ServerProtocol(respond, seconds),
        *("127.0.0.1", 0),
        backlog=_BACKLOG,
        ssl=_context() if scheme == "https" else None,
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    ended = asyncio.Event()
    loop.add_reader(sys.stdin, ended.set)
    await ended.wait()


if __name__ == "__main__":
    pin(int(sys.argv[1]))
    asyncio.run(_serve(sys.argv[2], float(sys.argv[3]), sys.argv[4]))
