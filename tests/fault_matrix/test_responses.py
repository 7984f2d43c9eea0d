"""Responses that are not a cell of the matrix."""

import asyncio
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest
from campaignkit import AsyncSonarly, CampaignKitError, Sonarly
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake

from .calls import KEY, MARKER, call_of
from .faulty_servers import corrupted, redirect
from .injection import Clock
from .kinds import HUGE
from .leaks import visible_texts
from .raw_server import RawServer, raw
from .recorder import ALWAYS, Recorder

Get = Callable[[str], object]


def get(base_url: str, http_client: httpx.Client | None = None) -> object:
    """Return the campaign of a server, read by a sync client without retries."""
    clock = Clock()
    with Sonarly(
        api_key=KEY, base_url=base_url, http_client=http_client, retries=0, clock=clock
    ) as sonarly:
        return sonarly.campaigns.get(ID, ID)


def get_async(base_url: str, http_client: httpx.AsyncClient | None = None) -> object:
    """Return the campaign of a server, read by an async client without retries."""

    async def main() -> object:
        clock = Clock()
        async with AsyncSonarly(
            api_key=KEY, base_url=base_url, http_client=http_client, retries=0, clock=clock
        ) as sonarly:
            return await sonarly.campaigns.get(ID, ID)

    return asyncio.run(main())


def get_following_redirects(base_url: str) -> object:
    """Return the campaign, read by the caller's own client that follows redirects."""
    with httpx.Client(follow_redirects=True) as own:
        return get(base_url, own)


def get_following_redirects_async(base_url: str) -> object:
    """Return the campaign like the function above, for asyncio."""

    async def main() -> object:
        async with httpx.AsyncClient(follow_redirects=True) as own:
            sonarly = AsyncSonarly(api_key=KEY, base_url=base_url, http_client=own, retries=0)
            return await sonarly.campaigns.get(ID, ID)

    return asyncio.run(main())


@contextmanager
def server(corruption: Callable[[str], bytes]) -> Iterator[tuple[str, Recorder]]:
    """Yield the URL of a server with corrupted responses, and its recorder."""
    recorder = Recorder(Fake(clock=Clock()), call_of("safe"), ALWAYS)
    with RawServer(recorder, corrupted(corruption, is_applied=False)) as server:
        server.open()
        yield server.base_url, recorder


def padded(text: str) -> bytes:
    """Return a valid response of 50 MB."""
    response = json.loads(text)
    response["data"]["description"] = "x" * HUGE
    return raw(200, json.dumps(response).encode(), {})


def not_http(text: str) -> bytes:
    """Return bytes that are not HTTP."""
    return f"{MARKER}\r\n\r\n".encode()


@pytest.mark.parametrize("get", [get, get_async])
def test_50_megabytes(get: Get) -> None:
    """A response of 50 MB is read, because the default limit is 64 MB."""
    with server(padded) as (base_url, _):
        campaign = get(base_url)

    assert len(str(getattr(campaign, "description", ""))) == HUGE


@pytest.mark.parametrize("get", [get_following_redirects, get_following_redirects_async])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_own_client_follows(get: Get, status: int) -> None:
    """The caller's own client does not follow redirects with the key."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.setblocking(False)
        location = f"http://127.0.0.1:{other.getsockname()[1]}/"
        with server(redirect(status, location)) as (url, recorder), pytest.raises(CampaignKitError):
            get(url)

        assert len(recorder.keys) == 1
        with pytest.raises(BlockingIOError):  # it got no connection
            other.accept()


@pytest.mark.parametrize("get", [get, get_async])
def test_not_http(get: Get) -> None:
    """A response that is not HTTP is not visible in the error."""
    with server(not_http) as (base_url, _), pytest.raises(CampaignKitError) as caught:
        get(base_url)
    places = visible_texts(caught.value)

    assert [place for place, text in places.items() if MARKER in text] == []


def twice(text: str) -> bytes:
    """Return a valid response twice."""
    return raw(200, text.encode(), {}) * 2


@pytest.mark.own_connections
def test_surplus() -> None:
    """Surplus bytes after a response are not the response to the next call."""
    with (
        server(twice) as (base_url, recorder),
        Sonarly(api_key=KEY, base_url=base_url) as sonarly,
    ):
        recorder.remaining_faults = 1
        first, second = [sonarly.campaigns.get(ID, ID).description for _ in range(2)]

    assert MARKER in str(first)
    assert MARKER not in str(second)


@pytest.mark.own_connections
def test_surplus_async() -> None:
    """The same holds for asyncio."""

    async def both(base_url: str) -> list[object]:
        async with AsyncSonarly(api_key=KEY, base_url=base_url) as sonarly:
            return [(await sonarly.campaigns.get(ID, ID)).description for _ in range(2)]

    with server(twice) as (base_url, recorder):
        recorder.remaining_faults = 1
        first, second = asyncio.run(both(base_url))

    assert MARKER in str(first)
    assert MARKER not in str(second)
