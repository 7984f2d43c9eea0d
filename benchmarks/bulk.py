"""Measure how one asyncio client reads 100,000 lead statuses from a server 50 ms away.

A call reads 100 of them. Our client yields the rows of one call after the other, in the order of
the ids. For a peer all calls are gathered, with a bound on the calls in flight. A variant runs with
several bounds, in one process each, and the fastest run counts.
"""

import asyncio
import importlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from clients import openapi_generator_api, our_operation, stock_client
from command_line import level_and_variant
from server import cores, pin, served

COUNT = 100_000
SIZE = 100
SECONDS = 0.05
LEVELS = {"stock": (32, 64, 128)}
_OTHER_LEVELS = (64, 128, 256)

IDS = [f"1e{number:022x}" for number in range(COUNT)]

Count = Callable[[str, list[str], int], Coroutine[Any, Any, int]]
"""Function that reads lead statuses with so many calls in flight, and returns their number."""


def main(
    description: str | None, levels: Sequence[int] | None = None, *, is_tls: bool = False
) -> None:
    """Print the best rate, its calls in flight, its CPU time, and its memory."""
    level, name = level_and_variant(description)
    if level is None:
        bounds = levels or LEVELS.get(name, _OTHER_LEVELS)
        runs = [_run_alone(name, bound) for bound in bounds]
        print(json.dumps(max(runs, key=lambda run: run["leads k/s"])))
        return
    available = cores()
    with served(available[0], "leads", SECONDS, is_tls=is_tls) as url:
        pin(available[-1])
        count = _COUNTS[name]
        asyncio.run(count(url, IDS[:SIZE], level))  # imports the modules
        before = _peak()
        cpu, begin = time.process_time(), time.perf_counter()
        found = asyncio.run(count(url, IDS, level))
        seconds = time.perf_counter() - begin
        cpu = time.process_time() - cpu
    if found != COUNT:
        raise ValueError(f"{name}: {found} rows")
    measured = {"CPU s": cpu, "leads k/s": COUNT / seconds / 1e3, "in flight": level}
    print(json.dumps({**measured, "peak MB": _peak() - before}))


def _run_alone(name: str, level: int) -> dict[str, float]:
    command = [sys.executable, str(Path(sys.argv[0]).resolve()), "--variant", name]
    done = subprocess.run(  # noqa: S603
        [*command, "--level", str(level)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    run: dict[str, float] = json.loads(done.stdout)
    return run


def _peak() -> float:
    """Return the largest memory of the process until now, in megabytes."""
    # Linux counts in kilobytes.
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

        async def fetch(batch: list[str]) -> Any:
            return (await module.asyncio("g", "c", client=client, lead_ids=batch)).data.items

        return await _gathered(fetch, ids, in_flight)


async def _openapi_generator(url: str, ids: list[str], in_flight: int) -> int:
    api = openapi_generator_api(importlib.import_module("peer_asyncio"), url, in_flight)
    async with api.api_client:

        async def fetch(batch: list[str]) -> Any:
            found = await api.sonarly_campaigns_lead_status("g", "c", lead_ids=batch)
            return found.data.items

        return await _gathered(fetch, ids, in_flight)


async def _aiohttp_with_decoder(url: str, ids: list[str], in_flight: int) -> int:
    aiohttp, encoded = importlib.import_module("aiohttp"), importlib.import_module("yarl").URL
    decoder = our_operation("sonarly_campaigns_lead_status").decoders[200]
    path = f"{url}/v1/accounts/g/campaigns/c/leads/status?leadIds="
    connector = aiohttp.TCPConnector(limit=in_flight)
    headers = {"Authorization": "Bearer k"}
    async with aiohttp.ClientSession(headers=headers, connector=connector) as session:

        async def fetch(batch: list[str]) -> Any:
            target = encoded(path + quote(",".join(batch)), encoded=True)
            async with session.get(target) as response:
                return decoder.payload(decoder.body(await response.read()))

        return await _gathered(fetch, ids, in_flight)


async def _gathered(
    fetch: Callable[[list[str]], Awaitable[Any]], ids: list[str], in_flight: int
) -> int:
    bound = asyncio.Semaphore(in_flight)

    async def fetch_batch(first: int) -> Any:
        async with bound:
            return await fetch(ids[first : first + SIZE])

    found = 0
    for leads in await asyncio.gather(*(fetch_batch(first) for first in range(0, len(ids), SIZE))):
        for lead in leads:
            found += lead.has_pending_approval is not None
    return found


_COUNTS: Mapping[str, Count] = {
    "ours": _ours,
    "stock": _stock,
    "openapi-generator": _openapi_generator,
    "aiohttp-decoder": _aiohttp_with_decoder,
}

if __name__ == "__main__":
    main(__doc__)
