"""Further headers of a client, and timeouts by phase."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from campaignkit import AsyncSonarly, Callers, ConfigurationError, Sonarly
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, VirtualClock

from tests.client.responses import KEY, success, transport
from tests.client.test_options import GOOD, sonarly, timeouts

SEARCH = "https://www.linkedin.com/sales/search/people?query=1"
MODES = pytest.mark.parametrize("mode", ["sync", "async"])


def test_added() -> None:
    """A client's headers are those of each call, and its options change them by name."""
    sent: list[httpx.Request] = []
    client = sonarly(GOOD, sent, headers={"X-Team": "a b", "User-Agent": "mine/1"})
    client.campaigns.get(ID, ID)
    client.with_options(headers={"x-team": "c", "X-More": "d"}).campaigns.get(ID, ID)
    client.with_options(headers={"x-TEAM": None}).campaigns.get(ID, ID)
    client.with_options(headers=None).campaigns.get(ID, ID)

    named = [[request.headers.get(name) for name in ("x-team", "x-more")] for request in sent]
    assert named == [["a b", None], ["c", "d"], [None, None], ["a b", None]]
    assert {request.headers["user-agent"] for request in sent} == {"mine/1"}
    assert {request.headers["authorization"] for request in sent} == {f"Bearer {KEY}"}


@MODES
@pytest.mark.parametrize("options", [{}, {"transport": "httpx"}], ids=["own", "httpx"])
def test_sent(mode: str, options: dict[str, Any]) -> None:
    """Every kind of connection carries the headers, once."""
    seen: list[str] = []

    class Seeing(Fake):
        def __call__(self, environ: Any, start_response: Any) -> Any:
            seen.append(f"{environ.get('HTTP_X_TEAM')} {environ.get('HTTP_USER_AGENT')}")
            return super().__call__(environ, start_response)

    async def run(base_url: str) -> None:
        own = {"base_url": base_url, "headers": {"X-Team": "a", "user-agent": "b"}, **options}
        async with AsyncSonarly(api_key="fake-sonarly", **own) as client:
            await client.campaigns.get(ID, ID)

    with Seeing().serve() as base_url:
        if mode == "async":
            asyncio.run(run(base_url))
        else:
            own: Any = {"base_url": base_url, "headers": {"X-Team": "a", "user-agent": "b"}}
            with Sonarly(api_key="fake-sonarly", **own, **options) as client:
                client.campaigns.get(ID, ID)
    assert seen == ["a b"]


def names_of_teams(handle: Callable[[Sonarly], object]) -> set[str | None]:
    """Return the header of all requests that a function sends with the options of one call."""
    fake, seen = Fake(), set[str | None]()
    inner = fake.transport()

    def forward(request: httpx.Request) -> httpx.Response:
        seen.add(request.headers.get("x-team"))
        return inner.handle_request(request)

    clock = VirtualClock()
    with Sonarly(
        api_key="fake-sonarly", transport=httpx.MockTransport(forward), clock=clock
    ) as client:
        handle(client.with_options(headers={"X-Team": "a"}))
    return seen


@pytest.mark.httpx_only
@pytest.mark.parametrize(
    "handle",
    [
        lambda client: client.campaigns.with_raw_response.get(ID, ID),
        lambda client: list(client.campaigns.lead_status(ID, ID, lead_ids=["a"] * 250)),
        lambda client: list(client.campaigns.follow(ID, ID, lead_ids=[ID], idle=1)),
        lambda client: list(client.audiences.prospects(ID, ID)),
        lambda client: client.prospecting.start(ID, search_url=SEARCH).wait(deadline=600),
        lambda client: client.prospecting.resume(ID, "b00000000000000000000001").read(),
        lambda client: list(client.map(client.campaigns.list, [ID])),
        lambda client: client.request("GET", "/v1/accounts"),
        lambda client: client.campaigns.start(ID, ID),
    ],
    ids=["raw", "batch", "follow", "pages", "job", "resumed", "map", "request", "single"],
)
def test_options_of_one_call(handle: Callable[[Any], object]) -> None:
    """The options of `with_options` hold for each form of a call, and for each of its requests."""
    assert names_of_teams(handle) == {"a"}


def test_header_of_a_call() -> None:
    """A header of the call wins."""
    sent: list[httpx.Request] = []
    client = sonarly(httpx.Response(200, json=success()), sent, headers={"ACCEPT": "text/plain"})
    client.campaigns.get(ID, ID)
    assert sent[0].headers.get_list("accept") == ["text/plain"]


@pytest.mark.parametrize(
    ("headers", "complaint"),
    [
        ([("a", "b")], "headers must be a mapping of names to values"),
        ({"": "b"}, "headers must have names of HTTP, got ''"),
        ({"a b": "c"}, "headers must have names of HTTP, got 'a b'"),
        ({1: "c"}, "headers must have names of HTTP, got 1"),
        ({"authorization": "secret"}, "must not contain authorization. Pass api_key=."),
        ({"Idempotency-Key": "secret"}, "Pass idempotency_key= to the call"),
        ({"HOST": "secret"}, "Pass base_url="),
        ({"A": "secret\n"}, "value of the header A must be printable ASCII"),
        ({"A": "sécret"}, "value of the header A must be printable ASCII"),
        ({"A": " secret"}, "must not begin or end with a blank"),
        ({"A": 5}, "value of the header A must be printable ASCII"),
    ],
)
def test_refused(headers: Any, complaint: str) -> None:
    """A header that cannot be sent, or that others decide, is refused without its value."""
    with pytest.raises(ConfigurationError, match=complaint) as caught:
        Sonarly(api_key=KEY, headers=headers)
    assert "secret" not in str(caught.value)


def test_refused_option() -> None:
    """A header that an option of the client sends is set by that option."""
    with pytest.raises(ConfigurationError, match="Pass sub_organization_id="):
        Callers(api_key=KEY, headers={"X-Sub-Organization-Id": "a"})


def test_phases() -> None:
    """A timeout of httpx sets each phase."""
    sent: list[httpx.Request] = []
    sonarly(GOOD, sent, timeout=httpx.Timeout(7, connect=2, pool=None)).campaigns.get(ID, ID)
    assert timeouts(sent) == {"connect": 2, "read": 7, "write": 7, "pool": None}


def test_refused_phase() -> None:
    """A phase has the bounds of a timeout."""
    with pytest.raises(ConfigurationError, match=r"timeout.read must be a number of seconds"):
        Sonarly(api_key=KEY, timeout=httpx.Timeout(7, read=-1), transport=transport(GOOD))
