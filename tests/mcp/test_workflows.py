"""Workflow tools make several reads."""

import csv
import io
from typing import Any

import anyio
import pytest
from campaignkit_fake import SAMPLE_ID, Fault
from mcp_types import ResourceLink, TextResourceContents

from tests.mcp.agents import CAMPAIGN, MODES, START, Desk, Mode, User, call, fields, texts

GROUP = {"account_group_id": SAMPLE_ID}
FOLLOW, PENDING = "sonarly_follow_campaign", "sonarly_pending_approvals"
EXPORT, SUMMARY = "sonarly_export_leads", "sonarly_group_summary"


@pytest.mark.parametrize("mode", MODES)
def test_follow(desk: Desk, mode: Mode) -> None:
    """A started campaign is followed with progress, until no lead moves any more."""
    seen: list[tuple[float, float | None, str | None]] = []

    async def report(progress: float, total: float | None, message: str | None) -> None:
        seen.append((progress, total, message))
        if len(seen) == 1:
            desk.make_client("sonarly").campaigns.stop(SAMPLE_ID, SAMPLE_ID)

    async def run() -> dict[str, Any]:
        async with desk.connect(mode, User(), can_write=True) as client:
            await call(client, START, CAMPAIGN)
            result = await client.call_tool(
                FOLLOW, {**CAMPAIGN, "seconds": 600}, progress_callback=report
            )
            return fields(result)

    followed = anyio.run(run)

    assert followed["campaign"] == "Q4: recruiters, Berlin"
    assert followed["leads"] == sum(followed["statuses"].values()) == 25
    assert len(seen) == 2
    assert seen[1][:2] == (25, 25)
    assert "stopped" in str(seen[1][2])


def test_follow_without_leads(desk: Desk) -> None:
    """If no lead is found, the result says what to name."""
    result = desk.call(FOLLOW, {**CAMPAIGN, "audience_id": desk.other_audience(), "seconds": 0})

    assert fields(result)["leads"] == 0
    assert "Name its audience" in texts(result)


def test_follow_for_a_time(desk: Desk) -> None:
    """A draft does not move, so it is followed for the given time."""
    before = desk.clock.monotonic()
    result = desk.call(FOLLOW, {**CAMPAIGN, "seconds": 600})

    assert fields(result)["statuses"] == {"not_started": 25}
    assert desk.clock.monotonic() - before == 600


def test_pending(desk: Desk) -> None:
    """What waits is listed in parts, and the result says that its text is elsewhere."""
    desk.call(START, CAMPAIGN, can_write=True, confirmed_tools=frozenset({START}))
    desk.clock.advance(86_400 * 3)
    whole = desk.call(PENDING, {**CAMPAIGN, "max_items": 1_000})
    items = fields(whole)["items"]
    of_group = fields(desk.call(PENDING, {**GROUP, "max_items": 1_000}))["items"]
    parts: list[Any] = []
    cursor: dict[str, Any] = {}
    while True:
        part = fields(desk.call(PENDING, {**CAMPAIGN, "max_items": 2, **cursor}))
        parts += part["items"]
        if "next_cursor" not in part:
            break
        cursor = {"cursor": part["next_cursor"]}

    assert parts == items
    assert len(of_group) > len(items)
    assert len(items) > 2
    assert items[0]["campaign"] == "Q4: recruiters, Berlin"
    assert "does not show the text" in texts(whole)


@pytest.mark.parametrize("mode", MODES)
def test_export(desk: Desk, mode: Mode) -> None:
    """An export is a resource with a row for each lead of the campaign."""

    async def run() -> None:
        async with desk.connect(mode) as client:
            result = await call(client, EXPORT, CAMPAIGN)
            link = result.content[-1]
            assert isinstance(link, ResourceLink)
            [content] = (await client.read_resource(link.uri)).contents
            assert isinstance(content, TextResourceContents)
            rows = list(csv.DictReader(io.StringIO(content.text)))
            assert len(rows) == fields(result)["leads"] == 25
            assert rows[0]["workflowStatus"] == "not_started"
            listed = {resource.uri for resource in (await client.list_resources()).resources}
            assert link.uri in listed

    anyio.run(run)


def test_dropped_exports(desk: Desk) -> None:
    """Only the last exports are kept."""

    async def run() -> None:
        async with desk.connect() as client:
            uris = [
                fields(await call(client, EXPORT, {**CAMPAIGN, "audience_id": SAMPLE_ID}))["uri"]
                for _ in range(21)
            ]
            assert len(set(uris)) == 21
            kept = {resource.uri for resource in (await client.list_resources()).resources}
            assert set(uris) - kept == {uris[0]}

    anyio.run(run)


def test_summary(desk: Desk) -> None:
    """A summary counts the campaigns and audiences of an account group."""
    desk.call(START, CAMPAIGN, can_write=True, confirmed_tools=frozenset({START}))
    summary = fields(desk.call(SUMMARY, GROUP))

    assert summary["name"] == "Zürich Growth"
    assert summary["active"][0] == {
        "id": SAMPLE_ID,
        "name": "Q4: recruiters, Berlin",
        "leads": 25,
    }
    assert summary["campaigns"]["active"] == len(summary["active"]) < 50
    assert summary["prospects"] > summary["audiences"] > 0


def test_failure(desk: Desk) -> None:
    """A read that fails is the failure of the workflow."""
    desk.fake.faults.add(Fault("sonarly_campaigns_list", status=403))
    result = desk.call(SUMMARY, GROUP)

    assert fields(result)["class"] == "PermissionDeniedError"
    assert fields(result)["status"] == 403
    assert desk.audit[-1]["outcome"] == "failed"
