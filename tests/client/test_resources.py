"""The documented operations against the fake, sync and async."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from campaignkit import (
    AsyncCallers,
    AsyncSonarly,
    Callers,
    ConflictError,
    RawResponse,
    Sonarly,
)
from campaignkit.models import CallersCampaign, Campaign, CampaignLeadStatus, StartedCampaign
from campaignkit_fake import SAMPLE_ID, Fake

from tests.client.responses import CAMPAIGN, callers, leads, sonarly, success

ID = SAMPLE_ID


def test_list() -> None:
    """Campaigns come without the envelope, as a list of models."""
    with Sonarly(api_key="fake-sonarly", transport=Fake().transport()) as client:
        campaigns = client.campaigns.list(ID)

    assert len(campaigns) > 10
    assert {type(campaign) for campaign in campaigns} == {Campaign}


def test_get() -> None:
    """One campaign comes as a model with aware times."""
    with Sonarly(api_key="fake-sonarly", transport=Fake().transport()) as client:
        campaign = client.campaigns.get(ID, ID)

    assert (campaign.id, campaign.status, campaign.started_at) == (ID, "draft", None)
    assert campaign.created_at.tzinfo == UTC


def test_start() -> None:
    """A start says what it set off, and is seen by the next read."""
    with Sonarly(api_key="fake-sonarly", transport=Fake().transport()) as client:
        started = client.campaigns.start(ID, ID)
        read = client.campaigns.get(ID, ID)

    assert isinstance(started, StartedCampaign)
    assert started.campaign == read
    assert isinstance(read.started_at, datetime)


def test_start_twice() -> None:
    """The second start is an error, and no person is called twice."""
    fake = Fake()
    with Sonarly(api_key="fake-sonarly", transport=fake.transport()) as client:
        client.campaigns.start(ID, ID)
        with pytest.raises(ConflictError):
            client.campaigns.start(ID, ID)

    assert len(fake.state()["starts"]) == 1


def test_lead_status() -> None:
    """Each requested lead has a row, in the order of the request."""
    with Sonarly(api_key="fake-sonarly", transport=Fake().transport()) as client:
        rows = list(client.campaigns.lead_status(ID, ID, lead_ids=["nobody", ID]))

    assert {type(row) for row in rows} == {CampaignLeadStatus}
    assert [(row.lead_id, row.workflow_status) for row in rows] == [
        ("nobody", "not_in_campaign"),
        (ID, "not_started"),
    ]


def test_callers_list() -> None:
    """A bare list comes as a list of models."""
    with Callers(api_key="fake-callers", transport=Fake().transport()) as client:
        campaigns = client.campaigns.list(organization_id=ID)

    assert {type(campaign) for campaign in campaigns} == {CallersCampaign}


def test_callers_filter() -> None:
    """The campaign group narrows the list."""
    with Callers(api_key="fake-callers", transport=Fake().transport()) as client:
        every = client.campaigns.list(organization_id=ID)
        group = next(c.campaign_group_id for c in every if c.campaign_group_id)
        assert isinstance(group, str)
        some = client.campaigns.list(organization_id=ID, campaign_group_id=group)

    assert some == [campaign for campaign in every if campaign.campaign_group_id == group]


def test_async() -> None:
    """The async clients do the same under the same names."""

    async def run(fake: Fake) -> tuple[int, str, int, int]:
        async with AsyncSonarly(api_key="fake-sonarly", transport=fake.transport()) as client:
            campaigns = await client.campaigns.list(ID)
            started = await client.campaigns.start(ID, ID)
            rows = await client.campaigns.lead_status(ID, ID, lead_ids=[ID, "nobody"])
        async with AsyncCallers(api_key="fake-callers", transport=fake.transport()) as other:
            calling = await other.campaigns.list(organization_id=ID)
        return len(campaigns), started.campaign.status, len(rows), len(calling)

    campaigns, status, rows, calling = asyncio.run(run(Fake()))

    assert (campaigns > 10, status, rows, calling > 5) == (True, "active", 2, True)


def test_async_error() -> None:
    """The async clients raise the same errors."""

    async def run(fake: Fake) -> None:
        async with AsyncSonarly(api_key="fake-sonarly", transport=fake.transport()) as client:
            await client.campaigns.start(ID, ID)
            await client.campaigns.start(ID, ID)

    with pytest.raises(ConflictError):
        asyncio.run(run(Fake()))


def test_over_http() -> None:
    """The same client works over a socket."""
    fake = Fake()
    with fake.serve() as base_url, Sonarly(api_key="fake-sonarly", base_url=base_url) as client:
        started = client.campaigns.start(ID, ID)

    assert started.campaign.id == ID


def test_no_proxy_to_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment does not get the key of a call to loopback."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    fake = Fake()
    with fake.serve() as base_url, Sonarly(api_key="fake-sonarly", base_url=base_url) as client:
        assert client.campaigns.get(ID, ID).id == ID


def test_no_proxy_to_loopback_async(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same holds for the async client."""
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    async def run(base_url: str) -> str:
        async with AsyncSonarly(api_key="fake-sonarly", base_url=base_url) as client:
            return (await client.campaigns.get(ID, ID)).id

    with Fake().serve() as base_url:
        assert asyncio.run(run(base_url)) == ID


@pytest.mark.parametrize("name", ["Avery Stone", None], ids=["in C", "by from_dict"])
def test_additions(name: str | None) -> None:
    """A field and a status that the vendor adds decode; the field is in the raw response."""
    added = CAMPAIGN | {"status": "archived", "mood": "good", "name": name}
    client = sonarly(httpx.Response(200, json=success(added)))
    raw = client.campaigns.with_raw_response.get("g", "c")

    assert (raw.payload.status, raw.payload.status.is_known) == ("archived", False)
    assert json.loads(raw.content)["data"]["mood"] == "good"


def test_raw_response() -> None:
    """The raw method returns the response as received, with the same payload."""
    response = httpx.Response(200, json=success(), headers={"X-Served-By": "seven"})
    client = sonarly(response)
    raw = client.campaigns.with_raw_response.get("g", "c")

    assert (raw.status_code, raw.trace_id, raw.content) == (200, "trace-1", response.content)
    assert raw.headers["x-served-by"] == "seven"
    assert raw.payload == client.campaigns.get("g", "c")


def test_raw_error() -> None:
    """The raw twin raises what the method raises."""
    with pytest.raises(ConflictError):
        sonarly(httpx.Response(409)).campaigns.with_raw_response.start("g", "c")


def test_raw_async() -> None:
    """The async clients have the twin too, also without an envelope."""

    async def run() -> RawResponse[list[CallersCampaign]]:
        async with AsyncCallers(api_key="fake-callers", transport=Fake().transport()) as client:
            return await client.campaigns.with_raw_response.list(organization_id=ID)

    raw = asyncio.run(run())

    assert (raw.status_code, raw.trace_id) == (200, None)
    assert len(json.loads(raw.content)) == len(raw.payload)


def test_comma_joined() -> None:
    """Lead ids travel in one value."""
    asked: list[httpx.URL] = []

    def respond(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        return leads(request)

    list(sonarly(respond).campaigns.lead_status("g", "c", lead_ids=["a", "b"]))

    assert asked[0].params.multi_items() == [("leadIds", "a,b")]


def test_too_many_ids() -> None:
    """More ids than a URL can hold are refused before anything is sent."""
    raw = sonarly(httpx.Response(500)).campaigns.with_raw_response
    with pytest.raises(ValueError, match="Pass fewer at once"):
        raw.lead_status("g", "c", lead_ids=[ID] * 5_000)


def test_header_parameter() -> None:
    """A header parameter is sent when given, and only then."""
    seen: list[str | None] = []

    def respond(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("x-sub-organization-id"))
        return httpx.Response(200, json=[])

    client = callers(respond)
    client.campaigns.list(organization_id="o")
    client.campaigns.list(organization_id="o", sub_organization_id="s")

    assert seen == [None, "s"]


def test_quoted_path() -> None:
    """An id is one segment of the path, whatever it holds."""
    paths: list[bytes] = []

    def respond(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.raw_path)
        return httpx.Response(200, json=success())

    sonarly(respond).campaigns.get("a/b", "ü?x=1#%2e")

    assert paths == [b"/v1/accounts/a%2Fb/campaigns/%C3%BC%3Fx%3D1%23%252e"]


@pytest.mark.parametrize("id_", ["", " ", ".", "..", None])
def test_no_segment(id_: Any) -> None:
    """An id that would change the path is refused before anything is sent."""
    with pytest.raises(ValueError, match="campaign_id"):
        sonarly(httpx.Response(500)).campaigns.start("g", id_)


@pytest.mark.parametrize(
    "lead_ids", [[], [""], [None], "abc", ["a,b"]], ids=["none", "empty", "None", "text", "comma"]
)
def test_no_lead_ids(lead_ids: Any) -> None:
    """Lead ids that would ask for something else are refused before anything is sent."""
    raw = sonarly(httpx.Response(500)).campaigns.with_raw_response
    with pytest.raises(ValueError, match="lead_ids"):
        raw.lead_status("g", "c", lead_ids=lead_ids)
