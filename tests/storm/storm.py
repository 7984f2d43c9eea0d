"""Send many requests to a server that misbehaves, and compare what each side has seen.

What is looked for: the response of another request, a request that was "not sent" but arrived, one
that arrived twice, a good request without a response, and connections that are lost or stay open.
"""

import asyncio
import mmap
import ssl
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Literal

from campaignkit_wire.async_pool import AsyncConnectionPool
from campaignkit_wire.connection import Origin
from campaignkit_wire.errors import ConnectionFailure
from campaignkit_wire.messages import Limits, Request
from campaignkit_wire.pool import ConnectionPool

from .server import body_of, kind_of

Mode = Literal["threads", "asyncio", "uvloop"]

CONNECTIONS = 16
_PATIENCE = 0.5  # seconds for a response that never comes
_BAD = ("reset", "reset unread", "truncated", "truncated chunks", "silent")


@dataclass
class Report:
    """What a storm came to."""

    results: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)


@contextmanager
def counting_server(size: int, certificate: Path | None) -> Iterator[tuple[Origin, mmap.mmap]]:
    """Run the server in a process of its own; give its address and its counts."""
    context = ssl.create_default_context(cafile=str(certificate)) if certificate else None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "counts")
        path.write_bytes(bytes(size))
        command = [sys.executable, "-m", "tests.storm.server", str(path), str(size)]
        command += [str(certificate)] if certificate else []
        with subprocess.Popen(  # noqa: S603 - our own server
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdin
            assert process.stdout
            try:
                port = int(process.stdout.readline())
                with path.open("r+b") as file, mmap.mmap(file.fileno(), size) as counts:
                    yield Origin("127.0.0.1", port, context), counts
            finally:
                process.stdin.close()


class Exchanges:
    """Numbered exchanges, and what each came to."""

    def __init__(self, size: int, seed: int) -> None:
        self.size = size
        self._seed = seed
        self._sent = bytearray(size)
        self._is_good = bytearray(size)
        self.report = Report()

    def limits(self, number: int) -> Limits:
        """Return the limits of an exchange, which are too short for some."""
        chance = Random(number + self._seed)  # noqa: S311 - no secret
        seconds = 0.004 if chance.random() < 0.05 else _PATIENCE
        fresh = 1.0 if chance.random() < 0.2 else None
        return Limits(deadline=time.monotonic() + seconds, max_idle=fresh)

    def request(self, number: int) -> Request:
        """Return the request with a number."""
        return Request("GET", b"GET /%d HTTP/1.1\r\nHost: storm\r\n\r\n" % number)

    def note(self, number: int, request: Request, end: bytes | BaseException) -> None:
        """Note the end of an exchange: its body, or an error."""
        self._sent[number] = request.is_sent
        if isinstance(end, bytes):
            self.report.results["response"] += 1
            self._is_good[number] = True
            if end != body_of(number):
                self.report.findings.append(f"{number}: the response of another request")
        else:
            self.report.results[type(end).__name__] += 1

    def compare(self, counts: mmap.mmap) -> None:
        """Compare what was noted with what the server has seen."""
        for number in range(self.size):
            arrived = counts[number]
            if arrived > 1:
                self.report.findings.append(f"{number}: arrived {arrived} times")
            if arrived and not self._sent[number]:
                self.report.findings.append(f"{number}: arrived, but was told as not sent")
            if self._is_good[number] and (not arrived or kind_of(number) in _BAD):
                self.report.findings.append(f"{number}: a response without a request")


def storm(
    mode: Mode, size: int, *, seed: int = 0, certificate: Path | None = None, workers: int = 24
) -> Report:
    """Send so many requests, and report what each side has seen."""
    exchanges = Exchanges(size, seed)
    with counting_server(size, certificate) as (origin, counts):
        if mode == "threads":
            before = _descriptors()
            _in_threads(exchanges, origin, workers)
        else:
            run = _runner_of(mode)
            run(asyncio.sleep(0))  # uvloop keeps descriptors of its own
            before = _descriptors()
            run(_in_tasks(exchanges, origin, workers))
        left = _descriptors() - before
        exchanges.compare(counts)
    if left > 0:
        exchanges.report.findings.append(f"{left} descriptors stay open")
    return exchanges.report


def _runner_of(mode: Mode) -> Callable[[Coroutine[Any, Any, None]], None]:
    if mode == "asyncio":
        return asyncio.run
    import uvloop

    return uvloop.run


def _descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def _in_threads(exchanges: Exchanges, origin: Origin, workers: int) -> None:
    pool = ConnectionPool(origin, max_connections=CONNECTIONS)

    def work(first: int) -> None:
        for number in range(first, exchanges.size, workers):
            request, limits = exchanges.request(number), exchanges.limits(number)
            try:
                slot = pool.send(request, limits)
                try:
                    connection = slot.connection
                    assert connection
                    parts: list[bytes] = []
                    while (more := connection.read(limits)) is not None:
                        parts += more
                finally:
                    pool.release(slot)
                exchanges.note(number, request, b"".join(parts))
            except ConnectionFailure as error:
                exchanges.note(number, request, error)

    with ThreadPoolExecutor(workers) as threads:
        list(threads.map(work, range(workers)))
    if pool._slots.qsize() != CONNECTIONS:
        exchanges.report.findings.append(f"{pool._slots.qsize()} slots are left")
    pool.close()


async def _in_tasks(exchanges: Exchanges, origin: Origin, workers: int) -> None:
    pool = AsyncConnectionPool(origin, max_connections=CONNECTIONS)

    async def exchange(number: int, request: Request, limits: Limits) -> bytes:
        slot = await pool.send(request, limits)
        try:
            connection = slot.connection
            assert connection
            parts: list[bytes] = []
            while (more := await connection.read(limits)) is not None:
                parts += more
        finally:
            pool.release(slot)
        return b"".join(parts)

    async def work(first: int) -> None:
        chance = Random(first)  # noqa: S311 - no secret
        for number in range(first, exchanges.size, workers):
            request = exchanges.request(number)
            task = asyncio.create_task(exchange(number, request, exchanges.limits(number)))
            if chance.random() < 0.05:
                asyncio.get_running_loop().call_later(chance.random() / 200, task.cancel)
            [done], _ = await asyncio.wait([task])
            cancelled = asyncio.CancelledError()
            end = cancelled if done.cancelled() else done.exception() or done.result()
            if not isinstance(end, bytes | ConnectionFailure | asyncio.CancelledError):
                raise end
            exchanges.note(number, request, end)

    await asyncio.gather(*(work(first) for first in range(workers)))
    if len(pool._slots) != CONNECTIONS:
        exchanges.report.findings.append(f"{len(pool._slots)} slots are left")
    await pool.aclose()


def main(arguments: list[str]) -> int:
    """Run all modes, and print what was found; the argument is the number of exchanges."""
    from tests.client.certificates import make_certificate

    size = int(arguments[0]) if arguments else 1_000_000
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        certificate = make_certificate(Path(folder))
        modes: list[Mode] = ["threads", "asyncio", "uvloop"]
        for mode in modes:
            for certified in (None, certificate):
                start = time.monotonic()
                report = storm(mode, size // 6, certificate=certified)
                seconds = time.monotonic() - start
                name = f"{mode}{' over TLS' if certified else ''}"
                results = ", ".join(f"{count} {end}" for end, count in report.results.most_common())
                print(f"{name}: {results} in {seconds:.0f} s")
                for finding in report.findings[:20]:
                    print(f"FOUND: {finding}")
                found += len(report.findings)
    return min(found, 1)
