"""Answers that the matrix has no room for."""

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
from .faulty_servers import redirect, spoiled
from .injection import Clock
from .kinds import HUGE
from .leaks import shown
from .raw_server import Wire, raw
from .recorder import EVER, Vendor

Get = Callable[[str], object]


def get(base_url: str, http_client: httpx.Client | None = None) -> object:
    """The campaign of a server, by a sync client that does not try again."""
    clock = Clock()
    with Sonarly(
        api_key=KEY, base_url=base_url, http_client=http_client, retries=0, clock=clock
    ) as sonarly:
        return sonarly.campaigns.get(ID, ID)


def get_async(base_url: str, http_client: httpx.AsyncClient | None = None) -> object:
    """The same by an async one."""

    async def main() -> object:
        clock = Clock()
        async with AsyncSonarly(
            api_key=KEY, base_url=base_url, http_client=http_client, retries=0, clock=clock
        ) as sonarly:
            return await sonarly.campaigns.get(ID, ID)

    return asyncio.run(main())


def following(base_url: str) -> object:
    """The campaign by way of a caller's own client that follows redirects."""
    with httpx.Client(follow_redirects=True) as own:
        return get(base_url, own)


def following_async(base_url: str) -> object:
    """The same for asyncio."""

    async def main() -> object:
        async with httpx.AsyncClient(follow_redirects=True) as own:
            sonarly = AsyncSonarly(api_key=KEY, base_url=base_url, http_client=own, retries=0)
            return await sonarly.campaigns.get(ID, ID)

    return asyncio.run(main())


@contextmanager
def server(spoil: Callable[[str], bytes]) -> Iterator[tuple[str, Vendor]]:
    """The URL of a server that always answers so, and who is behind it."""
    vendor = Vendor(Fake(clock=Clock()), call_of("safe"), EVER)
    with Wire(vendor, spoiled(spoil, is_applied=False)) as wire:
        wire.open()
        yield wire.base_url, vendor


def padded(text: str) -> bytes:
    """A good answer of 50 MB."""
    answer = json.loads(text)
    answer["data"]["description"] = "x" * HUGE
    return raw(200, json.dumps(answer).encode(), {})


def no_http(text: str) -> bytes:
    """What nobody can take for an answer."""
    return f"{MARKER}\r\n\r\n".encode()


@pytest.mark.parametrize("get", [get, get_async])
def test_50_megabytes(get: Get) -> None:
    """A good answer of 50 MB is read, for up to 64 MB are by default."""
    with server(padded) as (base_url, _):
        campaign = get(base_url)

    assert len(str(getattr(campaign, "description", ""))) == HUGE


@pytest.mark.parametrize("get", [following, following_async])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_own_client_follows(get: Get, status: int) -> None:
    """A caller's own client that follows redirects does not do so with the key."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.setblocking(False)
        location = f"http://127.0.0.1:{other.getsockname()[1]}/"
        with server(redirect(status, location)) as (url, vendor), pytest.raises(CampaignKitError):
            get(url)

        assert len(vendor.keys) == 1
        with pytest.raises(BlockingIOError):  # nobody came
            other.accept()


@pytest.mark.parametrize("get", [get, get_async])
def test_no_http(get: Get) -> None:
    """An answer that is no HTTP does not show in the error."""
    with server(no_http) as (base_url, _), pytest.raises(CampaignKitError) as caught:
        get(base_url)
    places = shown(caught.value)

    assert [place for place, text in places.items() if MARKER in text] == []


def doubled(text: str) -> bytes:
    """A good answer, and another one that nobody asked for."""
    return raw(200, text.encode(), {}) * 2


def test_surplus() -> None:
    """What comes after the end of an answer is not taken for the answer to the next call."""
    with server(doubled) as (base_url, vendor), Sonarly(api_key=KEY, base_url=base_url) as sonarly:
        vendor.strikes = 1
        struck, good = [sonarly.campaigns.get(ID, ID).description for _ in range(2)]

    assert MARKER in str(struck)
    assert MARKER not in str(good)


def test_surplus_async() -> None:
    """The same for asyncio."""

    async def both(base_url: str) -> list[object]:
        async with AsyncSonarly(api_key=KEY, base_url=base_url) as sonarly:
            return [(await sonarly.campaigns.get(ID, ID)).description for _ in range(2)]

    with server(doubled) as (base_url, vendor):
        vendor.strikes = 1
        struck, good = asyncio.run(both(base_url))

    assert MARKER in str(struck)
    assert MARKER not in str(good)
