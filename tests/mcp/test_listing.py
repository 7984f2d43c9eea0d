"""Lists come in parts, which together are the whole list."""

from collections.abc import Mapping
from typing import Any

import anyio
import pytest
from campaignkit_fake import SAMPLE_ID
from campaignkit_mcp.listing import Part, read_pages
from campaignkit_operations.entries import find_entry
from campaignkit_runtime.protocols import RawResponse
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


@pytest.mark.no_cover
@pytest.mark.parametrize(("tool", "arguments"), LISTS)
@pytest.mark.parametrize("size", [1, 3, 7])
@pytest.mark.grid(one_in=2)
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


def listed(pages: list[list[int]], max_items: int, cursor: str | None = None) -> tuple[Part, int]:
    """Return a part of a numbered list with these pages, and the number of requests."""
    requested: list[int] = []

    def fetch(place: Mapping[str, Any]) -> RawResponse[list[int]]:
        number = place["page"]
        requested.append(number)
        return RawResponse(200, {}, None, b"", pages[number] if number < len(pages) else [])

    part = read_pages(find_entry("callers_contacts_list"), fetch, max_items, cursor)
    return part, len(requested)


def test_short_pages() -> None:
    """Pages that are shorter than requested do not end a list; a shorter page than others does."""
    part, requests = listed([[1, 2], [3, 4], [5]], 100)

    assert (part.items, part.next_cursor) == ([1, 2, 3, 4, 5], None)
    assert requests == 3
    assert listed([[1, 2]], 100)[0].items == [1, 2]


def test_many_requests() -> None:
    """A part ends after some requests, with a cursor for the rest."""
    pages = [[number] for number in range(80)]
    part, requests = listed(pages, 1_000)
    rest, _ = listed(pages, 1_000, part.next_cursor)

    assert requests == 50
    assert part.items + rest.items == list(range(80))
