"""Lists come in parts, which together are the whole list."""

from typing import Any

import anyio
import pytest
from campaignkit_fake import SAMPLE_ID
from mcp import Client

from tests.mcp.agents import Desk, call, fields

GROUP = {"account_group_id": SAMPLE_ID}
LISTS = [
    ("sonarly_campaigns_list", GROUP),
    ("sonarly_audiences_prospects", {**GROUP, "audience_id": SAMPLE_ID}),
    ("callers_contacts_list", {"campaign_id": SAMPLE_ID}),
    ("callers_calls_list_for_contact", {"campaign_id": SAMPLE_ID, "contact_id": SAMPLE_ID}),
]


async def walk(client: Client, tool: str, arguments: dict[str, Any], size: int) -> list[Any]:
    """Return all items of a list, requested in parts."""
    items: list[Any] = []
    cursor: dict[str, Any] = {}
    while True:
        result = await call(client, tool, {**arguments, "max_items": size, **cursor})
        part = fields(result)
        assert len(part["items"]) <= size
        items += part["items"]
        if "next_cursor" not in part:
            return items
        cursor = {"cursor": part["next_cursor"]}


@pytest.mark.parametrize(("tool", "arguments"), LISTS)
@pytest.mark.parametrize("size", [1, 3, 7])
def test_parts(desk: Desk, tool: str, arguments: dict[str, Any], size: int) -> None:
    """Parts of any size give each item once, in the same order."""

    async def run() -> tuple[list[Any], list[Any]]:
        async with desk.connect() as client:
            whole = await call(client, tool, {**arguments, "max_items": 1_000})
            return fields(whole)["items"], await walk(client, tool, arguments, size)

    whole, parts = anyio.run(run)

    assert parts == whole
    assert len(whole) > 1


def test_larger_pages(desk: Desk) -> None:
    """A cursor works with another size too, in the middle of a page."""

    async def run() -> None:
        async with desk.connect() as client:
            tool, arguments = LISTS[1]
            whole = fields(await call(client, tool, {**arguments, "max_items": 30}))["items"]
            first = fields(await call(client, tool, {**arguments, "max_items": 10}))
            following = {**arguments, "cursor": first["next_cursor"]}
            second = fields(await call(client, tool, {**following, "max_items": 4}))
            third = {**arguments, "cursor": second["next_cursor"], "max_items": 16}
            rest = fields(await call(client, tool, third))
            assert first["items"] + second["items"] + rest["items"] == whole

    anyio.run(run)
