"""The check of cursor pages finds every kind of wrong page, and nothing else."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from campaignkit_contract.stateful.check import CheckResult, StatefulCheck
from campaignkit_contract.stateful.pagination import cursor_pages_partition_list
from campaignkit_contract.targets.target import Target
from campaignkit_contract.validator import Validator

CHECK = StatefulCheck(cursor_pages_partition_list)


def parameter(name: str) -> dict[str, Any]:
    """Return an optional query parameter."""
    return {"name": name, "in": "query", "schema": {"type": "string"}}


SHOP: dict[str, Any] = {
    "openapi": "3.1.0",
    "servers": [{"url": "https://shop.invalid"}],
    "paths": {
        "/things": {
            "get": {
                "operationId": "shop_things_list",
                "tags": ["shop things"],
                "security": [{"key": []}],
                "parameters": [parameter("cursor"), parameter("limit")],
                "responses": {"200": {"description": "The things"}},
            }
        }
    },
    "components": {
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "Authorization"}}
    },
}

Page = Callable[[int, int], tuple[list[int], int | None]]


def correct(start: int, size: int) -> tuple[list[int], int | None]:
    """Return a page of seven numbers."""
    end = start + size
    return list(range(7))[start:end], end if end < 7 else None


def overlapping(start: int, size: int) -> tuple[list[int], int | None]:
    """Return a page that repeats the last item of the previous page."""
    end = start + size
    return list(range(7))[max(start - 1, 0) : end], end if end < 7 else None


def skipping(start: int, size: int) -> tuple[list[int], int | None]:
    """Return a page, and omit an item after a page of three."""
    items, end = correct(start, size)
    return items, end + 1 if end and size == 3 else end


def endless(start: int, size: int) -> tuple[list[int], int | None]:
    """Return a page; the last one leads to the first."""
    items, end = correct(start, size)
    return items, end or 0


def ignored_cursor(start: int, size: int) -> tuple[list[int], int | None]:
    """Return the first page for every cursor, with another next cursor."""
    return list(range(size)), start + 1


def unlimited(start: int, size: int) -> tuple[list[int], int | None]:
    """Return every item on one page."""
    return list(range(7)), None


def paged(page: Page, *, more: bool | None = None) -> CheckResult:
    """Return the result of the check of pages for a server with these pages."""

    def respond(request: httpx.Request) -> httpx.Response:
        query = request.url.params
        items, after = page(int(query.get("cursor", 0)), int(query.get("limit", 4)))
        cursor = None if after is None else str(after)
        has_more = cursor is not None if more is None else more
        data = {"items": items, "nextCursor": cursor, "hasMore": has_more}
        return httpx.Response(200, content=json.dumps({"data": data}))

    with httpx.Client(
        transport=httpx.MockTransport(respond), base_url="https://x.invalid"
    ) as client:
        target = Target(client, {"shop": "key"}, {}, validator=Validator(SHOP))
        return CHECK.run(target)


@pytest.mark.expects_contract_violation("its path is not in the spec")
@pytest.mark.parametrize("page", [overlapping, skipping, endless, ignored_cursor, unlimited])
def test_finds_in_pages(page: Page) -> None:
    """Pages that repeat or omit items, never end or ignore the size are findings."""
    assert paged(page).findings


@pytest.mark.expects_contract_violation("its path is not in the spec")
def test_pages() -> None:
    """Correct pages hold; a cursor without hasMore is a finding."""
    assert str(paged(correct)) == "cursor pages partition list: holds"
    assert "hasMore and nextCursor disagree" in str(paged(correct, more=False))
