"""How fast one asyncio client reads 100,000 lead statuses, in calls of 100 to a server 50 ms away.

Ours gives the rows one by one in the order of the ids, as people ask for them. Of a peer all calls
are gathered, with a bound on those in flight, and then looked at. Each is run with several bounds,
every one in a process of its own, and the best counts.
"""

import asyncio
import importlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from clients import openapi_generator_api, stock_client
from command_line import level_and_variant
from server import cores, pin, served

COUNT = 100_000
SIZE = 100
SECONDS = 0.05
LEVELS = {"stock": (32, 64, 128), "openapi-generator": (64, 128, 256), "ours": (64, 96, 128)}

IDS = [f"1e{number:022x}" for number in range(COUNT)]

Count = Callable[[str, list[str], int], Coroutine[Any, Any, int]]
"""Look at the lead statuses of a server, with so many calls in flight; how many there are."""


def main() -> None:
    """Print the best rate, the calls in flight that it takes, and the memory at its peak."""
    level, name = level_and_variant(__doc__)
    if level is None:
        runs = [_fresh(name, each) for each in LEVELS[name]]
        print(json.dumps(max(runs, key=lambda run: run["leads k/s"])))
        return
    available = cores()
    with served(available[0], "leads", SECONDS) as url:
        pin(available[-1])
        count = _COUNTS[name]
        asyncio.run(count(url, IDS[:SIZE], level))  # loads what is needed
        before = _peak()
        begin = time.perf_counter()
        found = asyncio.run(count(url, IDS, level))
        seconds = time.perf_counter() - begin
    if found != COUNT:
        raise ValueError(f"{name}: {found} rows")
    measured = {"leads k/s": COUNT / seconds / 1e3, "in flight": level, "peak MB": _peak() - before}
    print(json.dumps(measured))


def _fresh(name: str, level: int) -> dict[str, float]:
    command = [sys.executable, str(Path(__file__).resolve()), "--variant", name]
    done = subprocess.run(  # noqa: S603
        [*command, "--level", str(level)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    run: dict[str, float] = json.loads(done.stdout)
    return run


def _peak() -> float:
    """The most memory that was held until now, in megabytes; Linux counts in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024 / 1e6


async def _ours(url: str, ids: list[str], in_flight: int) -> int:
    made = importlib.import_module("campaignkit").AsyncSonarly(api_key="k", base_url=url)
    found = 0
    async with made as client:
        leads = client.campaigns.lead_status("g", "c", lead_ids=ids, concurrency=in_flight)
        async for lead in leads:
            found += lead.has_pending_approval is not None
    return found


async def _stock(url: str, ids: list[str], in_flight: int) -> int:
    module, made = stock_client(url, "sonarly_campaigns_lead_status")
    async with made as client:
        return await _gathered(
            lambda some: module.asyncio("g", "c", client=client, lead_ids=some), ids, in_flight
        )


async def _openapi_generator(url: str, ids: list[str], in_flight: int) -> int:
    package = importlib.import_module("peer_asyncio")
    api = openapi_generator_api(package, url, connection_pool_maxsize=in_flight)
    async with api.api_client:
        return await _gathered(
            lambda some: api.sonarly_campaigns_lead_status("g", "c", lead_ids=some), ids, in_flight
        )


async def _gathered(
    ask: Callable[[list[str]], Awaitable[Any]], ids: list[str], in_flight: int
) -> int:
    bound = asyncio.Semaphore(in_flight)

    async def part(first: int) -> Any:
        async with bound:
            return (await ask(ids[first : first + SIZE])).data.items

    found = 0
    for leads in await asyncio.gather(*(part(first) for first in range(0, len(ids), SIZE))):
        for lead in leads:
            found += lead.has_pending_approval is not None
    return found


_COUNTS: Mapping[str, Count] = {
    "ours": _ours,
    "stock": _stock,
    "openapi-generator": _openapi_generator,
}

if __name__ == "__main__":
    main()
