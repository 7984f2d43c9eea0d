"""Measure the time per lead status in lists of a thousand and a million, on loopback."""

import asyncio
import importlib
import json
import resource
import time
from collections.abc import Iterator
from typing import Any

from command_line import variant
from server import cores, pin, served

FEW, MANY = 1_000, 1_000_000
_TIMES = 100  # reads of a thousand, because one takes only a few hundredths of a second


def main() -> None:
    """Print the time per row in both cases, and the extra memory for the million."""
    variant(__doc__)
    available = cores()
    with served(available[0], "leads") as url:
        pin(available[-1])
        print(json.dumps(asyncio.run(_costs(url))))


async def _costs(url: str) -> dict[str, float]:
    made = importlib.import_module("campaignkit").AsyncSonarly(api_key="k", base_url=url)
    async with made as client:
        await _read_all(client, 10 * FEW)
        begin = time.perf_counter()
        for _ in range(_TIMES):
            await _read_all(client, FEW)
        middle, memory = time.perf_counter(), _peak()
        await _read_all(client, MANY)
        end = time.perf_counter()
        return {
            f"us at {FEW:,}": (middle - begin) / (_TIMES * FEW) * 1e6,
            f"us at {MANY:,}": (end - middle) / MANY * 1e6,
            "more MB": _peak() - memory,
        }


async def _read_all(client: Any, count: int) -> None:
    found = 0
    async for _ in client.campaigns.lead_status("g", "c", lead_ids=_ids(count), concurrency=10):
        found += 1
    if found != count:
        raise ValueError(f"{found} rows")


def _ids(count: int) -> Iterator[str]:
    return (f"1e{number:022x}" for number in range(count))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024 / 1e6


if __name__ == "__main__":
    main()
