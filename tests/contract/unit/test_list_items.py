"""Reading a whole list ends on every server, also on one that ignores cursors and pages."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from campaignkit_contract.targets.listing import items
from campaignkit_contract.targets.target import CheckFailed, SkipCheck, Target
from campaignkit_contract.validator import Validator

from .test_cursor_pages import SHOP, parameter

pytestmark = pytest.mark.expects_contract_violation("its path is not in the spec")

Respond = Callable[[int, httpx.QueryParams], Any]


def read_list(respond: Respond, *names: str) -> tuple[list[Any], int]:
    """Return the items of a list with these query parameters, and the number of requests."""
    operation = {**SHOP["paths"]["/things"]["get"], "parameters": [parameter(n) for n in names]}
    spec = {**SHOP, "paths": {"/things": {"get": operation}}}
    requests: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json=respond(len(requests), request.url.params))

    transport = httpx.MockTransport(handle)
    with httpx.Client(transport=transport, base_url="https://shop.invalid") as client:
        target = Target(client, {"shop": "key"}, {}, validator=Validator(spec))
        return items(target, "shop_things_list"), len(requests)


def page(cursor: str | None, *ids: int) -> Any:
    """Return a page in an envelope."""
    return {"data": {"items": [{"id": id_} for id_ in ids], "nextCursor": cursor}}


def test_cursors() -> None:
    """Every page is read once."""
    pages = {None: page("a", 1, 2), "a": page(None, 3)}

    assert read_list(lambda _, query: pages[query.get("cursor")], "cursor") == (
        [{"id": 1}, {"id": 2}, {"id": 3}],
        2,
    )


def test_numbers() -> None:
    """Numbered pages are read up to the first empty one."""
    pages = {"0": [{"id": 1}], "1": [{"id": 2}], "2": []}

    assert read_list(lambda _, query: pages[query.get("page", "0")], "page") == (
        [{"id": 1}, {"id": 2}],
        3,
    )


@pytest.mark.parametrize(
    ("respond", "name", "message"),
    [
        (lambda number, _: page("a", number), "cursor", "repeats a cursor"),
        (lambda number, _: page(str(number), 1), "cursor", "repeats a page"),
        (lambda *_: [{"id": 1}], "page", "repeats a page"),
    ],
    ids=["one cursor", "ignored cursor", "ignored page"],
)
def test_repeats(respond: Respond, name: str, message: str) -> None:
    """A list that does not end is a finding after two or three requests."""
    with pytest.raises(CheckFailed, match=f"shop_things_list {message}"):
        read_list(respond, name)


def test_long() -> None:
    """A list of more than 10,000 items skips the check."""
    rows = [{"id": number} for number in range(5_001)]

    with pytest.raises(SkipCheck, match="more than 10000 items"):
        read_list(lambda number, _: [{**row, "page": number} for row in rows], "page")
