"""Libraries that mock or record httpx get each call of our clients."""

import asyncio
from pathlib import Path

import pytest
import respx
from campaignkit import AsyncSonarly, NotFoundError, Sonarly
from pytest_httpx import HTTPXMock

from tests.client.responses import CAMPAIGN, KEY, failure, success
from tests.lanes import Lane

from .cassette import KEY as FAKE_KEY
from .cassette import record_and_replay

URL = "https://example.com/v1/accounts/g/campaigns/c"


def call(*, is_async: bool) -> str:
    """Return the ID of a campaign that a server far away would have."""
    if is_async:
        return asyncio.run(call_async())
    with Sonarly(api_key=KEY, base_url="https://example.com") as sonarly:
        return sonarly.campaigns.get("g", "c").id


async def call_async() -> str:
    """Make the same call in an event loop."""
    async with AsyncSonarly(api_key=KEY, base_url="https://example.com") as sonarly:
        return (await sonarly.campaigns.get("g", "c")).id


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_respx(lane: Lane, is_async: bool) -> None:
    """A router of respx responds, also with an error."""
    with respx.mock() as router:
        route = router.get(URL).respond(json=success(CAMPAIGN))
        assert call(is_async=is_async) == CAMPAIGN["id"]
        assert route.call_count == 1
        route.respond(404, json=failure())
        with pytest.raises(NotFoundError):
            call(is_async=is_async)


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_pytest_httpx(lane: Lane, httpx_mock: HTTPXMock, is_async: bool) -> None:
    """The fixture of pytest-httpx responds, and knows the requests."""
    httpx_mock.add_response(url=URL, json=success(CAMPAIGN))

    assert call(is_async=is_async) == CAMPAIGN["id"]
    [request] = httpx_mock.get_requests()
    assert KEY in request.headers[Sonarly.CREDENTIALS[0].parameter]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_vcrpy(lane: Lane, is_async: bool, tmp_path: Path) -> None:
    """A cassette of vcrpy replays a recorded call; a filter keeps the key out of it."""
    assert FAKE_KEY not in record_and_replay(tmp_path, is_async=is_async)
