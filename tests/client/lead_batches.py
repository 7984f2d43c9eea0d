"""Server of lead statuses, and calls that read them in batches."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from campaignkit import AsyncBatches, AsyncSonarly, BatchError, Batches, Sonarly
from campaignkit.models import CampaignLeadStatus
from campaignkit_fake import SAMPLE_ID, VirtualClock

from tests.client.responses import KEY, failure, leads, transport

ID = SAMPLE_ID
LEAD_STATUS = "sonarly_campaigns_lead_status"
IDS = [f"lead-{number}" for number in range(1_000)]

Answer = Callable[[httpx.Request], httpx.Response]


class Server:
    """Server of leads, which refuses some and keeps the requests."""

    def __init__(self, refused: Callable[[list[str]], int | None] = lambda _: None) -> None:
        self.asked: list[list[str]] = []
        self._refused = refused
        self._lock = threading.Lock()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the rows, or the status of the refusal."""
        names = request.url.params["leadIds"].split(",")
        with self._lock:
            self.asked.append(names)
        status = self._refused(names)
        return httpx.Response(status, json=failure()) if status else leads(request)

    @property
    def sizes(self) -> list[int]:
        """How many ids each call had, the largest first."""
        return sorted(map(len, self.asked), reverse=True)


def statuses(client: Sonarly, ids: Any = IDS, **options: Any) -> list[str]:
    """Return the ids of the rows, in the order of their arrival."""
    return [row.lead_id for row in client.campaigns.lead_status("g", "c", lead_ids=ids, **options)]


def collected(client: Sonarly, ids: Any = IDS, **options: Any) -> tuple[list[str], BatchError]:
    """Return the ids of the rows, and the error at their end."""
    return collected_rows(client.campaigns.lead_status("g", "c", lead_ids=ids, **options))


def collected_rows(rows: Batches[CampaignLeadStatus]) -> tuple[list[str], BatchError]:
    """Return the ids of the rows before the error, and the error."""
    came: list[str] = []
    with pytest.raises(BatchError) as caught:
        came.extend(row.lead_id for row in rows)
    return came, caught.value


def walk(rows: Any, came: list[str]) -> None:
    """Add the ids whose rows come, from a sync or an async walk."""
    if isinstance(rows, AsyncBatches):
        asyncio.run(take(rows, came))
    else:
        came.extend(row.lead_id for row in rows)


async def async_ids(ids: list[str]) -> AsyncIterator[str]:
    """Yield ids from an asynchronous source."""
    for name in ids:
        await asyncio.sleep(0)
        yield name


def async_sonarly(response: Answer) -> AsyncSonarly:
    """Return an async client whose every call gets the response."""
    return AsyncSonarly(api_key=KEY, transport=transport(response), retries=0, clock=VirtualClock())


async def take(rows: AsyncBatches[CampaignLeadStatus], came: list[str]) -> None:
    """Add the ids whose rows come."""
    async for row in rows:
        came.append(row.lead_id)
