"""Measure the GETs of one asyncio client, with 8, 32 and 256 of them in flight."""

import asyncio
import json
import time
from collections.abc import Sequence

from clients import AsyncGet, async_getter, check
from command_line import variant
from server import cores, pin, served

_WARM_UP_SECONDS = 0.4
_SECONDS = 1.5


def main(
    description: str | None, levels: Sequence[int], *, seconds: float = 0.0, is_tls: bool = False
) -> None:
    """Print the client's CPU time for a call and the calls a second, for each number in flight."""
    name = variant(description)
    available = cores()
    with served(available[0], seconds=seconds, is_tls=is_tls) as url:
        pin(available[-1])
        measured: dict[str, float] = {}
        for level in levels:
            measured |= asyncio.run(_measure(name, url, level))
    print(json.dumps(measured))


async def _measure(name: str, url: str, in_flight: int) -> dict[str, float]:
    """Return what calls of a new client take after its connections are open."""
    async with async_getter(name, url) as get:
        check(name, await get())
        await _calls(get, in_flight, _WARM_UP_SECONDS)
        cpu, begin = time.process_time(), time.perf_counter()
        count = await _calls(get, in_flight, _SECONDS)
        seconds = time.perf_counter() - begin
        cpu = time.process_time() - cpu
        return {
            f"{in_flight} in flight CPU us": cpu / count * 1e6,
            f"{in_flight} in flight /s": count / seconds,
        }


async def _calls(get: AsyncGet, in_flight: int, seconds: float) -> int:
    """Keep so many calls in flight for a time; return how many were made."""
    end = time.perf_counter() + seconds

    async def call_repeatedly() -> int:
        count = 0
        while time.perf_counter() < end:
            await get()
            count += 1
        return count

    return sum(await asyncio.gather(*(call_repeatedly() for _ in range(in_flight))))


if __name__ == "__main__":
    main(__doc__, (8, 32, 256))
