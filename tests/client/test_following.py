"""Leads of a campaign are followed until nothing moves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import httpx
import pytest
from campaignkit import (
    AsyncSonarly,
    CampaignKitError,
    Change,
    DeadlineExceeded,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    Sonarly,
)
from campaignkit.models import CampaignLeadStatus
from campaignkit_fake import SAMPLE_ID, Fake, VirtualClock

from tests.client.responses import failure, success

STATUSES = ["not_started", "waiting", "waiting", "completed"]


def lead(lead_id: str, status: str) -> dict[str, Any]:
    """Return a lead as the vendor does."""
    return {
        "leadId": lead_id,
        "workflowStatus": status,
        "workflowInstanceId": None,
        "latestStep": None,
        "workflowStopReason": None,
        "hasPendingApproval": False,
    }


class Vendor:
    """Vendor whose lead `b` moves through the statuses, one a read."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.reads = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the statuses of one read."""
        status = STATUSES[min(self.reads, len(STATUSES) - 1)]
        self.reads += 1
        return httpx.Response(
            200, json=success({"items": [lead("a", "completed"), lead("b", status)]})
        )

    def options(self) -> dict[str, Any]:
        """Return the arguments of a client."""
        return {"api_key": "k", "transport": httpx.MockTransport(self), "clock": self.clock}


def described(change: Change[Any]) -> tuple[str, str | None, str]:
    """Return a change in short."""
    before = None if change.before is None else str(change.before.workflow_status)
    return change.after.lead_id, before, str(change.after.workflow_status)


CHANGES = [
    ("a", None, "completed"),
    ("b", None, "not_started"),
    ("b", "not_started", "waiting"),
    ("b", "waiting", "completed"),
]


def test_follow() -> None:
    """All leads come first, then each change; it ends after idle reads."""
    vendor = Vendor()
    with Sonarly(**vendor.options()) as sonarly:
        follow = sonarly.campaigns.follow("g", "c", lead_ids=iter(["a", "b"]), every=5, idle=3)
        changes = [described(change) for change in follow]

    assert changes == CHANGES
    assert vendor.reads == 4 + 3
    assert vendor.clock.waits == [5.0] * 6


def test_follow_async() -> None:
    """The async client follows in the same way, also async IDs."""
    vendor = Vendor()

    async def ids() -> AsyncIterator[str]:
        for name in ("a", "b"):
            yield name

    async def run() -> list[Any]:
        async with AsyncSonarly(**vendor.options()) as sonarly:
            follow = sonarly.campaigns.follow("g", "c", lead_ids=ids(), every=5, idle=3)
            listed = sonarly.campaigns.follow("g", "c", lead_ids=["a"], idle=1)
            changes = [described(change) async for change in follow]
            assert [described(change) async for change in listed] == CHANGES[:1]
            return changes

    assert asyncio.run(run()) == CHANGES
    assert vendor.clock.waits[:6] == [5.0] * 6


@pytest.mark.parametrize("is_async", [False, True])
def test_until(*, is_async: bool) -> None:
    """It ends at once when every lead has reached its end."""
    vendor = Vendor()

    def is_done(row: CampaignLeadStatus) -> bool:
        return row.workflow_status == "completed"

    async def run() -> list[Any]:
        async with AsyncSonarly(**vendor.options()) as sonarly:
            follow = sonarly.campaigns.follow("g", "c", lead_ids=["a", "b"], until=is_done)
            return [described(change) async for change in follow]

    if is_async:
        changes = asyncio.run(run())
    else:
        with Sonarly(**vendor.options()) as sonarly:
            follow = sonarly.campaigns.follow("g", "c", lead_ids=["a", "b"], until=is_done)
            changes = [described(change) for change in follow]

    assert (changes, vendor.reads) == (CHANGES, 4)


def test_again() -> None:
    """Each iteration starts again."""
    with Sonarly(**Vendor().options()) as sonarly:
        follow = sonarly.campaigns.follow("g", "c", lead_ids=["a"], idle=1)

        assert len(list(follow)) == len(list(follow)) == 1


def test_no_leads(campaignkit_fake: Fake) -> None:
    """Without leads it ends at once."""
    with Sonarly(api_key="fake-sonarly", transport=campaignkit_fake.transport()) as sonarly:
        assert list(sonarly.campaigns.follow(SAMPLE_ID, SAMPLE_ID, lead_ids=[])) == []


@pytest.mark.no_cover
def test_started_campaign(campaignkit_fake: Fake, campaignkit_clock: VirtualClock) -> None:
    """A campaign of the fake is followed on its clock until it rests."""
    with Sonarly(
        api_key="fake-sonarly", transport=campaignkit_fake.transport(), clock=campaignkit_clock
    ) as sonarly:
        sonarly.campaigns.start(SAMPLE_ID, SAMPLE_ID)
        leads = campaignkit_fake.state()["campaigns"][SAMPLE_ID]["leadIds"]
        changes = list(sonarly.campaigns.follow(SAMPLE_ID, SAMPLE_ID, lead_ids=leads, every=60))

    assert [change.after.lead_id for change in changes[: len(leads)]] == leads
    assert all(change.before is None for change in changes[: len(leads)])
    assert all(change.before != change.after for change in changes)


@pytest.mark.parametrize("is_async", [False, True])
def test_deadline(*, is_async: bool) -> None:
    """A deadline ends it with its error, after the changes before."""
    vendor, seen = Vendor(), list[Any]()

    def sync() -> None:
        with Sonarly(**vendor.options()) as sonarly:
            options: dict[str, Any] = {"every": 5, "deadline": 12}
            for change in sonarly.campaigns.follow("g", "c", lead_ids=["a", "b"], **options):
                seen.append(described(change))

    async def run() -> None:
        async with AsyncSonarly(**vendor.options()) as sonarly:
            follow = sonarly.campaigns.follow("g", "c", lead_ids=["a", "b"], every=5, deadline=12)
            async for change in follow:
                seen.append(described(change))

    with pytest.raises(DeadlineExceeded):
        asyncio.run(run()) if is_async else sync()

    assert seen == CHANGES


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"every": -1}, "every must be seconds >= 0, got -1"),
        ({"every": float("inf")}, "every must be seconds >= 0, got inf"),
        ({"every": "5"}, "every must be a number of seconds, got str"),
        ({"every": True}, "every must be a number of seconds, got bool"),
        ({"until": "completed"}, "until must be callable, got str"),
        ({"until": asyncio.sleep}, "until must be a function, got a coroutine function"),
        ({"idle": 0}, "idle must be an integer >= 1, got 0"),
    ],
)
def test_bad_options(options: dict[str, Any], complaint: str) -> None:
    """Options are checked at once."""
    with Sonarly(**Vendor().options()) as sonarly:
        with pytest.raises(InvalidArgumentError, match=complaint):
            sonarly.campaigns.follow("g", "c", lead_ids=["a"], **options)
        with pytest.raises(InvalidArgumentTypeError, match="lead_ids must be a list, got str"):
            sonarly.campaigns.follow("g", "c", lead_ids="abc")


@pytest.mark.expects_contract_violation("a row that does not fit the spec")
def test_bad_item() -> None:
    """A row that stays parsed JSON is not followed."""
    rows = [lead("a", "completed"), {"leadId": "b"}]

    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=success({"items": rows}))

    clock = VirtualClock()
    with Sonarly(
        api_key="k", transport=httpx.MockTransport(handle), on_bad_item="raw", clock=clock
    ) as sonarly:
        follow = sonarly.campaigns.follow("g", "c", lead_ids=["a", "b"], idle=1)
        assert [change.after.lead_id for change in follow] == ["a"]
        pending = sonarly.campaigns.pending_approvals("g", "c", lead_ids=["a", "b"])
        assert list(pending) == []


class Unsteady(Vendor):
    """Vendor whose reads fail for a while, with a status."""

    def __init__(self, status: int, failing: range) -> None:
        super().__init__()
        self._status = status
        self._failing = failing
        self._requests = -1

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the statuses of one read, or fail."""
        self._requests += 1
        if self._requests in self._failing:
            return httpx.Response(self._status, json=failure())
        return super().__call__(request)


def follow_all(vendor: Vendor, mode: str, idle: int) -> list[Change[CampaignLeadStatus]]:
    """Return the changes until it ends or raises."""
    options: dict[str, Any] = {"lead_ids": ["a", "b"], "every": 5, "idle": idle}
    found: list[Change[CampaignLeadStatus]] = []

    async def run() -> None:
        async with AsyncSonarly(**vendor.options(), retries=0) as client:
            async for change in client.campaigns.follow("g", "c", **options):
                found.append(change)

    with suppress(CampaignKitError):
        if mode == "async":
            asyncio.run(run())
        else:
            with Sonarly(**vendor.options(), retries=0) as sonarly:
                for change in sonarly.campaigns.follow("g", "c", **options):
                    found.append(change)
    return found


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("status", [502, 429])
def test_passing_failure(mode: str, status: int, caplog: pytest.LogCaptureFixture) -> None:
    """Reads that fail for a while are repeated, and no change is lost or reported twice."""
    vendor = Unsteady(status, range(2, 4))

    assert [described(change) for change in follow_all(vendor, mode, 3)] == CHANGES
    assert sum("is repeated later" in record.message for record in caplog.records) == 2


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize(("status", "sent"), [(502, 5), (404, 3)])
def test_lasting_failure(mode: str, status: int, sent: int) -> None:
    """A lasting failure is raised: at once if a repeat cannot help, else after idle reads."""
    vendor = Unsteady(status, range(2, 99))

    assert [described(change) for change in follow_all(vendor, mode, 3)] == CHANGES[:3]
    assert vendor._requests + 1 == sent
