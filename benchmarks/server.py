"""A server in its own process that answers every GET with the same campaign, at little cost."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import payloads

_END = b"\r\n\r\n"
_BACKLOG = 1024
_CAN_PIN = hasattr(os, "sched_setaffinity")


class _Answers(asyncio.Protocol):
    """One connection: an answer for each end of a head, as no request here has a body."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer
        self._rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        *heads, self._rest = (self._rest + data).split(_END)
        if heads:
            self._transport.write(self._answer * len(heads))


def cores() -> list[int]:
    """The processor cores that this process may use."""
    return sorted(os.sched_getaffinity(0)) if _CAN_PIN else [0]


def pin(core: int) -> None:
    """Keep this process on one core, where the system can do that."""
    if _CAN_PIN:
        os.sched_setaffinity(0, {core})


@contextmanager
def served(core: int) -> Iterator[str]:
    """The URL of a server that runs on one core, until the block is left."""
    command = [sys.executable, str(Path(__file__).resolve()), str(core)]
    # The end of its input ends the server, also where this process was killed.
    process: Any = subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        port = int(process.stdout.readline())
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.stdin.close()


def _answer() -> bytes:
    body = payloads.one_campaign()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    return head.encode() + _END + body


async def _serve() -> None:
    answer = _answer()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Answers(answer), "127.0.0.1", 0, backlog=_BACKLOG)
    print(server.sockets[0].getsockname()[1], flush=True)
    ended = asyncio.Event()
    loop.add_reader(sys.stdin, ended.set)
    await ended.wait()


if __name__ == "__main__":
    pin(int(sys.argv[1]))
    asyncio.run(_serve())
