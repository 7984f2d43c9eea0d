"""A second credential: sent in the place of the key, with the operations that take it."""

import asyncio

import httpx
import pytest
from campaignkit import ConfigurationError
from campaignkit._auth import CombinedAuth, KeyAuth

from tests.client.responses import KEY, transport
from tests.client.two_credentials import CREDENTIALS, SECRET, SYNC, AsyncGuarded, Guarded

pytestmark = pytest.mark.expects_contract_violation("its operation is none of the spec")


@pytest.fixture
def sent() -> list[httpx.Request]:
    """Return the requests."""
    return []


@pytest.fixture
def carrier(sent: list[httpx.Request], monkeypatch: pytest.MonkeyPatch) -> httpx.MockTransport:
    """Return a transport that keeps requests; the environment has no credential."""
    for credential in CREDENTIALS:
        monkeypatch.delenv(credential.variable, raising=False)

    def respond(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json=[])

    return transport(respond)


def credentials_of(request: httpx.Request) -> tuple[str | None, str | None]:
    """Return the key and the secret of a request."""
    return request.headers.get("Authorization"), request.headers.get("X-Sync-Secret")


def test_each_its_own(carrier: httpx.MockTransport, sent: list[httpx.Request]) -> None:
    """The secret goes with its operation only, and the key never does."""
    client = Guarded(api_key=KEY, sync_secret=SECRET, transport=carrier)
    client._send(SYNC)
    client.campaigns.list(organization_id="o")

    assert [credentials_of(request) for request in sent] == [(None, SECRET), (KEY, None)]


def test_environment(
    carrier: httpx.MockTransport, sent: list[httpx.Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The secret is that of the environment if no other is given."""
    monkeypatch.setenv("CALLERS_SYNC_SECRET", SECRET)
    Guarded(transport=carrier)._send(SYNC)

    assert credentials_of(sent[0]) == (None, SECRET)


def test_without_secret(carrier: httpx.MockTransport, sent: list[httpx.Request]) -> None:
    """Without the secret its operation says what is missing, and sends nothing."""
    with pytest.raises(ConfigurationError, match=r"sync secret is missing\. Pass sync_secret= or"):
        Guarded(api_key=KEY, transport=carrier)._send(SYNC)

    assert sent == []


def test_without_key(carrier: httpx.MockTransport, sent: list[httpx.Request]) -> None:
    """A client with the secret alone needs no key until a call does."""
    client = Guarded(sync_secret=SECRET, transport=carrier)
    with pytest.raises(ConfigurationError, match=r"API key is missing\. Pass api_key= or set"):
        client.campaigns.list(organization_id="o")

    assert sent == []


def test_async(carrier: httpx.MockTransport, sent: list[httpx.Request]) -> None:
    """The same holds for the async client."""

    async def run() -> None:
        async with AsyncGuarded(sync_secret=SECRET, transport=carrier) as client:
            await client._send(SYNC)
            with pytest.raises(ConfigurationError, match="API key is missing"):
                await client.campaigns.list(organization_id="o")

    asyncio.run(run())

    assert [credentials_of(request) for request in sent] == [(None, SECRET)]


def test_combined() -> None:
    """Credentials that are sent together have no single header, and show no key."""
    combined = CombinedAuth([KeyAuth(CREDENTIALS[0], KEY)])

    assert (combined.header_name, combined.header_value()) == ("", "")
    assert KEY not in repr(combined)


def test_bad_secret() -> None:
    """A secret that no header can carry is refused without being shown."""
    with pytest.raises(
        ConfigurationError, match="The sync secret contains characters that"
    ) as caught:
        Guarded(api_key=KEY, sync_secret="two words")

    assert "two words" not in str(caught.value)
