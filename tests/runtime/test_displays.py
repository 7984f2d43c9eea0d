"""Models show what matters, in a console and in a notebook."""

import asyncio
import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import attrs
import pytest
from campaignkit import AsyncSonarly, Callers, Sonarly
from campaignkit.models import (
    AudienceCreate,
    AudienceKind,
    CallersContactBulkItem,
    CallersContactBulkItemData,
    Campaign,
    CampaignApprovalResult,
    CampaignLeadStatus,
    ProspectingJobStart,
)
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_runtime import displays
from campaignkit_runtime.decoding.items import ModelList
from campaignkit_runtime.models import to_json


@pytest.fixture
def sonarly(campaignkit_fake: Fake) -> Sonarly:
    """Return a client of the fake."""
    return Sonarly(api_key="fake-sonarly", transport=campaignkit_fake.transport())


@pytest.fixture
def campaign(sonarly: Sonarly) -> Campaign:
    """Return a campaign."""
    return sonarly.campaigns.get(SAMPLE_ID, SAMPLE_ID)


def test_repr(campaign: Campaign) -> None:
    """A date-time is ISO 8601, an ID is whole, and a status is its text."""
    long = attrs.evolve(campaign, id="i" * 100, name="n" * 100)
    shown = repr(campaign)

    assert f"id={campaign.id!r}" in shown
    assert "status='draft'" in shown
    assert f"created_at={campaign.created_at:%Y-%m-%dT%H:%M}" in shown
    assert "datetime" not in shown
    assert "i" * 100 in repr(long)
    assert "n" * 100 not in repr(long)


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (datetime(2026, 4, 28, 15, 30, tzinfo=UTC), "2026-04-28T15:30:00Z"),
        (datetime(2026, 4, 28, tzinfo=timezone(timedelta(hours=2))), "2026-04-28T00:00:00+02:00"),
        (datetime(2026, 4, 28, 15, 30), "2026-04-28T15:30:00"),
        (date(2026, 4, 28), "2026-04-28"),
    ],
)
def test_moments(campaign: Campaign, moment: Any, shown: str) -> None:
    """Any moment is shown, also one that cannot be sent."""
    assert f"started_at={shown}," in repr(attrs.evolve(campaign, started_at=moment))


def test_nested_repr() -> None:
    """A nested model shows its ID and name, and a list its first items."""
    lead = CampaignLeadStatus("lead", "pending", "w", None, None, has_pending_approval=False)  # type: ignore[arg-type]
    result = CampaignApprovalResult(
        action="approved",  # type: ignore[arg-type]
        workflow_instance_id="w",
        lead_status=lead,
    )
    named = ProspectingJobStart(additional_properties={"people": [AudienceCreate("n", "x")] * 3})  # type: ignore[arg-type]
    data = CallersContactBulkItemData({"a": "b"})
    contact = CallersContactBulkItem("Ada", "+1", data, phone_numbers=["1", "2", "3"])

    assert "lead_status=CampaignLeadStatus(lead_id='lead')" in repr(result)
    assert "data=CallersContactBulkItemData(...)" in repr(contact)
    assert "phone_numbers=['1', '2', 1 more]" in repr(contact)
    assert repr(data) == "CallersContactBulkItemData(additional_properties={'a': 'b'})"
    assert repr(AudienceCreate("n", AudienceKind("x"))) == "AudienceCreate(name='n', type_='x')"
    assert repr(named).startswith("ProspectingJobStart(additional_properties=")


def test_to_json(campaign: Campaign) -> None:
    """JSON has the names of the vendor and plain values only."""
    values = campaign.to_dict()

    assert json.loads(campaign.to_json()) == values
    assert campaign.to_json(indent=2).startswith('{\n  "id"')
    assert type(values["status"]) is str
    assert "ü" in attrs.evolve(campaign, name="ü").to_json()


def test_plain_values() -> None:
    """Each value becomes one of JSON's, at any depth."""
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    uuid = UUID("12345678-1234-5678-1234-567812345678")
    values = {"a": (AudienceKind("x"), moment), "b": {"c": date(2026, 1, 2)}, "d": uuid}
    plain = to_json(values)

    assert json.loads(json.dumps(plain)) == plain
    assert type(plain["a"][0]) is str
    assert plain["b"] == {"c": "2026-01-02"}
    assert to_json(5j) == 5j  # no value of a model


def test_evolve(campaign: Campaign) -> None:
    """A changed copy is made by attrs; the model stays."""
    renamed = attrs.evolve(campaign, name="Renamed")

    assert (renamed.name, renamed.id) == ("Renamed", campaign.id)
    assert campaign.name != "Renamed"


def test_html_of_model(campaign: Campaign) -> None:
    """A notebook shows the fields of a model as a table, and its markup as text."""
    html = attrs.evolve(campaign, name="<b>")._repr_html_()

    assert html.startswith("<table><caption>Campaign</caption>")
    assert "<td>&lt;b&gt;</td>" in html
    assert f"<td>{campaign.id}</td>" in html


def test_html_of_list(sonarly: Sonarly) -> None:
    """A list is a table with a column for each field, and at most twenty rows."""
    campaigns = sonarly.campaigns.list(SAMPLE_ID)
    assert isinstance(campaigns, ModelList)
    html = campaigns._repr_html_()

    assert f"<caption>{len(campaigns)} x Campaign</caption>" in html
    assert "<th>selected_lead_count</th>" in html
    assert html.count("<tr>") == 1 + 20
    assert isinstance(sonarly.audiences.list(SAMPLE_ID).take(2), ModelList)
    [page, *_] = sonarly.audiences.list(SAMPLE_ID, limit=2).pages()
    assert "<caption>2 x Audience</caption>" in page._repr_html_()


def test_html_of_values(campaign: Campaign) -> None:
    """A list of other values, or of several classes, is shown as text."""
    assert displays.html_of_list(["<a>"]) == "<pre>[&#x27;&lt;a&gt;&#x27;]</pre>"
    assert displays.html_of_list([]) == "<pre>[]</pre>"
    assert displays.html_of_list([campaign, 5]).startswith("<pre>")
    assert "x" * 60 + "...</td>" in attrs.evolve(campaign, name="x" * 80)._repr_html_()


def test_html_of_lazy(sonarly: Sonarly, campaignkit_fake: Fake) -> None:
    """A lazy result shows what it is, and requests nothing."""
    pager = sonarly.audiences.list(SAMPLE_ID)
    batches = sonarly.campaigns.lead_status(SAMPLE_ID, SAMPLE_ID, lead_ids=["a", "b"])
    endless = sonarly.campaigns.lead_status(SAMPLE_ID, SAMPLE_ID, lead_ids=iter(["a"]))

    assert "Pager(&#x27;sonarly_audiences_list&#x27;)" in pager._repr_html_()
    assert "call take(20)" in pager._repr_html_()
    assert batches._repr_html_().startswith("<code>Batches(lead_ids=2 items)</code>")
    assert repr(endless) == "Batches(lead_ids=...)"
    follow = sonarly.campaigns.follow(SAMPLE_ID, SAMPLE_ID, lead_ids=["a"], every=5)
    assert repr(follow) == "Follow(Batches(lead_ids=1 items), every=5, idle=20)"
    assert follow._repr_html_().startswith("<code>Follow(")
    assert campaignkit_fake.state()["requests"] == {}


def test_async(campaignkit_fake: Fake) -> None:
    """Lists and lazy results of async clients are shown in the same way."""

    async def run() -> None:
        async with AsyncSonarly(
            api_key="fake-sonarly", transport=campaignkit_fake.transport()
        ) as client:
            assert isinstance(await client.campaigns.list(SAMPLE_ID), ModelList)
            assert "AsyncPager" in client.audiences.list(SAMPLE_ID)._repr_html_()

    asyncio.run(run())


def test_empty_payload(campaignkit_fake: Fake) -> None:
    """A payload that is no list stays as it is."""
    with Callers(api_key="fake-callers", transport=campaignkit_fake.transport()) as callers:
        assert callers.campaigns.get(SAMPLE_ID).id == SAMPLE_ID
