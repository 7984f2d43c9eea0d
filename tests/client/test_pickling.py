"""Clients can be pickled; their keys are included only on request."""

import asyncio
import copy
import gc
import pickle
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import httpx
import pytest
from campaignkit import AsyncCallers, AsyncSonarly, Callers, ConfigurationError, Sonarly
from campaignkit._auth import KeyAuth
from campaignkit_fake import SAMPLE_ID, Fake

from tests.client.responses import KEY, success, transport
from tests.client.two_credentials import Guarded

ID = SAMPLE_ID
each_client = pytest.mark.parametrize("kind", [Sonarly, AsyncSonarly, Callers, AsyncCallers])


@pytest.fixture
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SONARLY_API_KEY", "fake-sonarly")
    monkeypatch.setenv("CALLERS_API_KEY", "fake-callers")


def arrived(client: Any) -> Any:
    """Return the client as another process has it."""
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
    assert (twin._state.options.limiter.state.rate, twin._state.options.limiter is None) == (
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
    """A key of the environment is not in the pickle; without one there, the error says so."""
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
    """The key is in the pickle if the caller says so, and in pickles of the copy too."""
    client = arrived(arrived(kind(api_key=KEY).with_options(pickle_key=True)))

    assert client._state.config.auths["api_key"].key == KEY


def test_secret_of_callers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What else a client is given to keep does not leave by accident either."""
    monkeypatch.setenv("CALLERS_API_KEY", KEY)
    client = Guarded(sync_secret="shh", sub_organization_id="s")
    with pytest.raises(ConfigurationError, match="explicit key cannot be pickled"):
        pickle.dumps(client)

    twin = arrived(client.with_options(pickle_key=True))
    assert twin._state.config.auths["sync_secret"].key == "shh"
    assert twin._state.options.header_options == client._state.options.header_options


@pytest.mark.usefixtures("_environment")
@pytest.mark.parametrize(
    "options", [{"transport": transport(httpx.Response(200))}, {"http_client": httpx.Client()}]
)
def test_own_connections(options: dict[str, Any]) -> None:
    """Connections of the caller's own cannot travel."""
    with pytest.raises(ConfigurationError, match="or transport= cannot be pickled"):
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
    tags: list[Any]


@dataclass
class Service:
    """A caller's own class that holds a client."""

    client: Any
    names: list[str]


def deep_copy_in_dataclass(client: Any) -> Any:
    """Return the client in the result of `dataclasses.asdict`."""
    return asdict(Service(client, ["a"]))["client"]


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, deep_copy_in_dataclass])
@each_client
def test_copy(kind: type[Sonarly], duplicate: Callable[[Any], Any]) -> None:
    """A copy in this process shares the connections, the key and the options."""
    client = kind(api_key=KEY, deadline=3)
    twin = duplicate(client)

    assert (type(twin), twin is client) == (kind, False)
    assert twin._state == client._state
    assert twin._state.config.auths["api_key"].key == KEY


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
def test_copy_works(duplicate: Callable[[Any], Any]) -> None:
    """A copy calls over the connections of the original, its own httpx client among them."""
    with httpx.Client(transport=transport(httpx.Response(200, json=success()))) as http:
        client = Sonarly(api_key=KEY, http_client=http)
        assert client.campaigns.get("g", "c").id
        twin = duplicate(client)

        assert twin.campaigns.get("g", "c").name == "Avery Stone"
    assert twin.campaigns is not client.campaigns


def test_deep_copy_of_subclass() -> None:
    """A deep copy has its own copies of what a subclass added, a shallow one shares them."""
    client = Named(api_key=KEY, base_url="http://localhost:1")
    client.tags = ["a", client]
    deep, shallow = copy.deepcopy(client), copy.copy(client)

    assert (deep.tags[0], deep.tags[1] is deep, shallow.tags is client.tags) == ("a", True, True)


@pytest.mark.usefixtures("_environment")
def test_pickle_of_credential() -> None:
    """A pickled credential leaves its key out; it does not show it either."""
    auth = KeyAuth(Sonarly.CREDENTIALS[0], KEY)
    data = pickle.dumps(auth)

    assert KEY.encode() not in data
    assert (arrived(auth).key, repr(auth)) == ("fake-sonarly", "KeyAuth(***)")


def test_copy_of_credential() -> None:
    """A copied credential keeps its key: only a pickle leaves it out."""
    auth = KeyAuth(Sonarly.CREDENTIALS[0], KEY)

    assert copy.copy(auth) is copy.deepcopy(auth) is auth


Bound = Callable[[Sonarly, AsyncSonarly], Any]
BOUND: dict[str, Bound] = {
    "SonarlyCampaigns": lambda sync, _: sync.campaigns,
    "AsyncSonarlyCampaigns": lambda _, one: one.campaigns,
    "SonarlyCampaignsWithRawResponse": lambda sync, _: sync.campaigns.with_raw_response,
    "Pager": lambda sync, _: sync.audiences.list("g"),
    "AsyncPager": lambda _, one: one.audiences.list("g"),
    "Batches": lambda sync, _: sync.campaigns.lead_status("g", "c", lead_ids=iter(["l"])),
    "AsyncBatches": lambda _, one: one.campaigns.lead_status("g", "c", lead_ids=iter(["l"])),
    "Mapped": lambda sync, _: sync.map(sync.campaigns.list, iter(["g"])),
    "AsyncMapped": lambda _, one: one.map(one.campaigns.list, iter(["g"])),
    "Sender": lambda sync, _: sync._send,
}


@pytest.mark.parametrize("name", BOUND)
def test_bound_to_connections(name: str, recwarn: pytest.WarningsRecorder) -> None:
    """It is its own copy, and its pickle is refused with what to do instead, without noise."""
    carrier = Fake().transport()
    clients = (
        Sonarly(api_key="fake-sonarly", transport=carrier),
        AsyncSonarly(api_key="fake-sonarly", transport=carrier),
    )
    bound = BOUND[name](*clients)
    with pytest.raises(ConfigurationError, match=rf"^{name} cannot be pickled: .* Pickle the cli"):
        pickle.dumps(bound)
    gc.collect()

    assert copy.copy(bound) is copy.deepcopy(bound) is bound
    assert list(recwarn) == []


def test_bound_method(recwarn: pytest.WarningsRecorder) -> None:
    """A method that is copied with its resource works; a process pool gets an error with advice."""
    client = Sonarly(api_key=KEY, transport=transport(httpx.Response(200, json=success())))
    get = copy.deepcopy(client.campaigns.get)
    with pytest.raises(ConfigurationError, match="SonarlyCampaigns cannot be pickled"):
        pickle.dumps(client.campaigns.get)
    gc.collect()

    assert get("g", "c").name == "Avery Stone"
    assert list(recwarn) == []
