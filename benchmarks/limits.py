"""Measure how much our client uses of a limit of 20 requests a second that it must find."""

import asyncio
import json
import subprocess
import sys
import time

import httpx
from campaignkit import AsyncSonarly
from command_line import variant

RATE = 20
SECONDS = 15
_GROUP = "507f1f77bcf86cd799439011"


def main() -> None:
    """Print the used share of the limit, and the refused share of the requests."""
    variant(__doc__)
    command = [sys.executable, "-m", "campaignkit_fake", "--rate", str(RATE)]
    with subprocess.Popen(  # noqa: S603 - our own module
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None  # noqa: S101 - it is a pipe
            url = process.stdout.readline().split()[-1]
            print(json.dumps(asyncio.run(_shares(url))))
        finally:
            process.terminate()


async def _shares(url: str) -> dict[str, float]:
    statuses: list[tuple[float, int]] = []

    async def record(response: httpx.Response) -> None:
        statuses.append((time.perf_counter(), response.status_code))

    http = httpx.AsyncClient(event_hooks={"response": [record]})
    async with http, AsyncSonarly(api_key="fake-sonarly", base_url=url, http_client=http) as client:
        begin = time.perf_counter()
        ids = [f"lead-{number}" for number in range(RATE * SECONDS)]
        leads = client.campaigns.lead_status(_GROUP, _GROUP, lead_ids=ids, batch_size=1)
        async for _ in leads:
            pass
    later = [status for moment, status in statuses if moment - begin >= 1]
    seconds = statuses[-1][0] - begin - 1
    return {
        "used %": 100 * later.count(200) / (RATE * seconds),
        "refused %": 100 * later.count(429) / len(later),
    }


if __name__ == "__main__":
    main()
