"""Server of the storm: `python -m tests.storm.server COUNTS SIZE [CERTIFICATE]`.

The path of a request is its number. The number decides how the server behaves; the file COUNTS has
a byte for each number, which says how often the request arrived.
"""

import asyncio
import mmap
import ssl
import sys
from pathlib import Path
from random import Random

KINDS = (
    *["good"] * 40,
    *("chunked", "chunked", "pieces", "close", "closed later", "surplus", "silent"),
    *("reset", "reset unread", "truncated", "truncated chunks", "slow", "early hints"),
)


def kind_of(number: int) -> str:
    """Return the behaviour of the server for a request."""
    return Random(number).choice(KINDS)  # noqa: S311 - no secret


def body_of(number: int) -> bytes:
    """Return the body of the response to a request."""
    return b"%d;" % number * (1 + number % 50)


class Connection(asyncio.Protocol):
    """One connection of the server."""

    def __init__(self, counts: mmap.mmap) -> None:
        self._counts = counts
        self._received = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the transport."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Respond to each request as soon as its head is there."""
        self._received += data
        while b"\r\n\r\n" in self._received:
            head, _, self._received = self._received.partition(b"\r\n\r\n")
            number = int(head.split(b" ", 2)[1][1:])
            kind = kind_of(number)
            if kind == "reset unread":
                self._transport.abort()
                return
            self._counts[number] += 1
            self._answer(number, kind)

    def _answer(self, number: int, kind: str) -> None:
        body = body_of(number)
        good = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n" % len(body)
        chunks = b"".join(
            b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:7], body[7:]) if part
        )
        chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
        match kind:
            case "good" | "closed later":
                self._write(good + b"\r\n" + body)
            case "chunked":
                self._write(chunked + b"0\r\n\r\n")
            case "pieces":
                self._later([good + b"\r", b"\n" + body[:5], body[5:]])
            case "slow":
                self._later([b"", b"", good + b"\r\n" + body])
            case "close":
                self._write(good + b"Connection: close\r\n\r\n" + body)
            case "surplus":
                self._write(
                    good + b"\r\n" + body + b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstray"
                )
            case "truncated":
                self._write(good + b"\r\n" + body[:-1])
            case "truncated chunks":
                self._write(chunked)
            case "early hints":
                self._write(b"HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + good + b"\r\n" + body)
            case "reset":
                self._transport.abort()
        if kind in ("close", "truncated", "truncated chunks"):
            self._transport.close()
        if kind == "closed later":
            asyncio.get_running_loop().call_later(0.001, self._transport.close)

    def _later(self, parts: list[bytes]) -> None:
        loop = asyncio.get_running_loop()
        for index, part in enumerate(parts):
            loop.call_later(0.002 * (index + 1), self._write, part)

    def _write(self, data: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(data)


async def serve(path: Path, size: int, certificate: str) -> None:
    """Serve until the process that started the server closes its standard input."""
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    with path.open("r+b") as file, mmap.mmap(file.fileno(), size) as counts:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: Connection(counts), "127.0.0.1", 0, backlog=1_000, ssl=context
        )
        sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)
        server.close()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]), "".join(sys.argv[3:])))
