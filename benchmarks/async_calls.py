"""Measure the GETs a second of one asyncio client, with 8, 32 and 256 of them in flight."""

import asyncio
import json
import time

from clients import AsyncGet, async_getter, check
from command_line import variant
from server import cores, pin, served

_LEVELS = (8, 32, 256)
_WARM_UP_SECONDS = 0.4
_SECONDS = 1.5


def main() -> None:
    """Print the calls a second for each number in flight."""
    name = variant(__doc__)
    available = cores()
    with served(available[0]) as url:
        pin(available[-1])
        rates = {f"{level} in flight /s": asyncio.run(_rate(name, url, level)) for level in _LEVELS}
    print(json.dumps(rates))


async def _rate(name: str, url: str, in_flight: int) -> float:
    """Return the calls a second of a new client after its connections are open."""
    async with async_getter(name, url) as get:
        check(name, await get())
        await _calls(get, in_flight, _WARM_UP_SECONDS)
        begin = time.perf_counter()
        count = await _calls(get, in_flight, _SECONDS)
        return count / (time.perf_counter() - begin)


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
    main()
