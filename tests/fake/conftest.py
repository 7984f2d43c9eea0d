"""A fake, and clients of it."""

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import Fake

SPEC: dict[str, Any] = json.loads(files("campaignkit_api").joinpath("openapi.json").read_bytes())

Connect = Callable[..., httpx.Client]


def judge(response: httpx.Response) -> None:
    """Validate a response at once; those of all tests are validated at their end."""
    assert packaged_validator().validate(Exchange.from_httpx(response)) == []


@pytest.fixture
def fake() -> Fake:
    """Return a fake with the default seed."""
    return Fake()


@pytest.fixture
def connect(fake: Fake) -> Iterator[Connect]:
    """Return a maker of clients: of a key, and of another fake or base URL if need be."""
    clients: list[httpx.Client] = []

    def connect(key: str = "Bearer fake-sonarly", to: Fake | str = fake) -> httpx.Client:
        client = httpx.Client(
            base_url=to if isinstance(to, str) else "https://api.invalid",
            transport=None if isinstance(to, str) else to.transport(),
            headers={"Authorization": key},
            timeout=60,
        )
        clients.append(client)
        return client

    yield connect
    for client in clients:
        client.close()


@pytest.fixture
def sonarly(connect: Connect) -> httpx.Client:
    """Return a client with Sonarly's key for everything."""
    return connect()


@pytest.fixture
def callers(connect: Connect) -> httpx.Client:
    """Return a client with the key of the first organization."""
    return connect("fake-callers")
