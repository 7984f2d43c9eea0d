"""Clients travel to other processes, and their keys only where that was asked for."""

import asyncio
import copy
import pickle
import traceback
from typing import Any

import httpx
import pytest
from answers import KEY, success, transport
from campaignkit import AsyncCallers, AsyncSonarly, Callers, ConfigurationError, Sonarly
from campaignkit_fake import DOCUMENTED_ID
from guarded import Guarded

ID = DOCUMENTED_ID
each_client = pytest.mark.parametrize("kind", [Sonarly, AsyncSonarly, Callers, AsyncCallers])


@pytest.fixture
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SONARLY_API_KEY", "fake-sonarly")
    monkeypatch.setenv("CALLERS_API_KEY", "fake-callers")


def arrived(client: Any) -> Any:
    """The client as another process has it."""
    return pickle.loads(pickle.dumps(client))  # noqa: S301 - our own bytes


@pytest.mark.usefixtures("_environment")
def test_same_settings(campaignkit_fake_url: str) -> None:
    """A client arrives with the same settings, and works with the key of its environment."""
    client = Sonarly(base_url=campaignkit_fake_url, deadline=60, retries=5, timeout=7, rate=500)
    with arrived(client) as twin:
        assert twin.campaigns.get(ID, ID).id == ID

    assert repr(twin) == repr(client)
    assert twin._state.options._replace(limiter=None) == client._state.options._replace(
        limiter=None
    )
    assert (twin._state.options.limiter.pace.rate, twin._state.options.limiter is None) == (
        500,
        False,
    )


@pytest.mark.usefixtures("_environment")
def test_async(campaignkit_fake_url: str) -> None:
    """An async client does too."""

    async def run() -> str:
        async with arrived(AsyncSonarly(base_url=campaignkit_fake_url)) as twin:
            campaign_id: str = (await twin.campaigns.get(ID, ID)).id
            return campaign_id

    assert asyncio.run(run()) == ID


@pytest.mark.usefixtures("_environment")
@each_client
def test_no_key(kind: type[Sonarly]) -> None:
    """The key of the environment is not in the pickle; where there is none, that is told."""
    data = pickle.dumps(kind())

    assert b"fake-" not in data


@each_client
def test_no_key_on_arrival(kind: type[Sonarly], monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without a key in its environment says so when the client arrives."""
    variable = "SONARLY_API_KEY" if "Sonarly" in kind.__name__ else "CALLERS_API_KEY"
    monkeypatch.setenv(variable, KEY)
    data = pickle.dumps(kind())
    monkeypatch.delenv(variable)

    with pytest.raises(ConfigurationError, match=f"set {variable}"):
        pickle.loads(data)  # noqa: S301 - our own bytes


@pytest.mark.usefixtures("_environment")
def test_settings() -> None:
    """Settings by themselves never hold a key."""
    data = pickle.dumps(Sonarly(api_key=KEY)._state.config)
    settings = pickle.loads(data)  # noqa: S301 - our own bytes

    assert KEY.encode() not in data
    assert settings.auths["api_key"].key == "fake-sonarly"


@each_client
def test_own_key(kind: type[Sonarly]) -> None:
    """A key that the caller gave does not leave by accident, nor show in the error."""
    with pytest.raises(ConfigurationError, match=r"with_options\(pickle_key=True\)") as caught:
        pickle.dumps(kind(api_key=KEY))
    report = traceback.TracebackException.from_exception(caught.value, capture_locals=True)

    assert KEY not in "".join(report.format())


@each_client
def test_own_key_on_request(kind: type[Sonarly], monkeypatch: pytest.MonkeyPatch) -> None:
    """It leaves where the caller says so, and from there on as well."""
    client = arrived(arrived(kind(api_key=KEY).with_options(pickle_key=True)))

    assert client._state.config.auths["api_key"].key == KEY


def test_secret_of_callers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What else a client is given to keep does not leave by accident either."""
    monkeypatch.setenv("CALLERS_API_KEY", KEY)
    client = Guarded(sync_secret="shh", sub_organization_id="s")
    with pytest.raises(ConfigurationError, match="a key that was given"):
        pickle.dumps(client)

    twin = arrived(client.with_options(pickle_key=True))
    assert twin._state.config.auths["sync_secret"].key == "shh"
    assert twin._state.options.headers == client._state.options.headers


@pytest.mark.usefixtures("_environment")
@pytest.mark.parametrize(
    "options", [{"transport": transport(httpx.Response(200))}, {"http_client": httpx.Client()}]
)
def test_own_connections(options: dict[str, Any]) -> None:
    """Connections of the caller's own cannot travel."""
    with pytest.raises(ConfigurationError, match=r"http_client= or transport= does not pickle"):
        pickle.dumps(Sonarly(**options))


@pytest.mark.usefixtures("_environment")
def test_used(campaignkit_fake_url: str) -> None:
    """A client that is in use, with areas that were used, leaves its connections here."""
    with Sonarly(base_url=campaignkit_fake_url) as client:
        client.campaigns.get(ID, ID)
        twin = arrived(client)

    assert twin.campaigns.get(ID, ID).id == ID
    twin.close()


@pytest.mark.usefixtures("_environment")
def test_subclass() -> None:
    """What a caller's own subclass has travels with it."""
    client = Named(base_url="http://localhost:1")
    client.name = "ours"

    assert arrived(client).name == "ours"


class Named(Sonarly):
    """A client with something of the caller's."""

    name = ""


def test_copy() -> None:
    """A copy in this process is a twin that shares the connections, whoever gave the key."""
    client = Sonarly(api_key=KEY, transport=transport(httpx.Response(200, json=success())))
    twin = copy.copy(client)

    assert twin.campaigns.get("g", "c").name == "Avery Stone"
    assert twin._state.line is client._state.line
