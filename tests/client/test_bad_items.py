"""One item that does not fit the spec hides neither the others nor the bytes."""

import asyncio
import copy
import json
import logging
import pickle
import sys
from collections.abc import Callable
from typing import Any

import campaignkit
import httpx
import pytest
from campaignkit import (
    AsyncSonarly,
    BatchError,
    ConfigurationError,
    NotFoundError,
    OutcomeUnknownError,
    ResponseDecodeError,
    Sonarly,
)
from campaignkit_fake import VirtualClock
from campaignkit_runtime.decoding.items import PartialList

from tests.client.responses import CAMPAIGN, KEY, callers, lead, sonarly, success, transport

pytestmark = pytest.mark.expects_contract_violation("items lack what is required")

GOOD = [CAMPAIGN | {"id": f"c{number}"} for number in range(5)]
BAD = {"id": "c9", "name": "private"}
MIXED = [GOOD[0], BAD, GOOD[1], GOOD[2], BAD | {"id": "c8"}]


@pytest.fixture(params=["C", "Python"])
def decoder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Decode with and without msgspec."""
    if request.param == "Python":
        monkeypatch.setitem(sys.modules, "msgspec", None)
    return str(request.param)


def listed(items: list[Any]) -> httpx.Response:
    """Return the response of a list of campaigns."""
    return httpx.Response(200, json=success({"items": items}), headers={"X-Request-Id": "r1"})


def campaigns(items: list[Any], on_bad_item: Any, *, is_async: bool = False) -> list[Any]:
    """List the campaigns."""
    options: dict[str, Any] = {"api_key": KEY, "transport": transport(listed(items))}

    async def run() -> list[Any]:
        async with AsyncSonarly(**options, on_bad_item=on_bad_item) as client:
            return await client.campaigns.list("g")

    if is_async:
        return asyncio.run(run())
    return Sonarly(**options).with_options(on_bad_item=on_bad_item).campaigns.list("g")


@pytest.mark.usefixtures("decoder")
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_skip(*, is_async: bool, caplog: pytest.LogCaptureFixture) -> None:
    """With "skip", the others come, the bad ones are kept aside, and one warning says so."""
    result = campaigns(MIXED, "skip", is_async=is_async)

    assert [campaign.id for campaign in result] == ["c0", "c1", "c2"]
    assert isinstance(result, PartialList)
    assert [item["id"] for item in result.skipped] == ["c9", "c8"]
    [record] = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert record.getMessage() == (
        "sonarly_campaigns_list: 2 items do not fit the spec (on_bad_item='skip'). The first: "
        "item 1, $.data.items[1].description: expected a value, but the field is missing"
    )


@pytest.mark.usefixtures("decoder")
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_raw(*, is_async: bool) -> None:
    """With "raw", a bad item stands in its place as parsed JSON."""
    result = campaigns(MIXED, "raw", is_async=is_async)

    assert [item if isinstance(item, dict) else item.id for item in result] == [
        *("c0", BAD, "c1", "c2"),
        BAD | {"id": "c8"},
    ]


@pytest.mark.parametrize("rule", ["skip", "raw"])
@pytest.mark.parametrize("items", [[], GOOD, [BAD], [5, None, "text", [BAD]]], ids=str)
def test_any_items(rule: str, items: list[Any]) -> None:
    """Any list of items can be read; a null stays, as everywhere."""
    result = campaigns(items, rule)
    good = [item for item in items if item in GOOD or item is None]

    assert len(result) == (len(items) if rule == "raw" else len(good))


@pytest.mark.usefixtures("decoder")
def test_error_names_the_item() -> None:
    """The error of a list leads to the value, and names the item by its id."""
    with pytest.raises(ResponseDecodeError) as caught:
        campaigns(MIXED, "raise")
    error = caught.value

    assert (error.json_path, error.item_id) == ("$.data.items[1].description", "c9")
    assert "The item has the id c9. Pass on_bad_item=" in str(error)
    assert json.loads(error.content or b"")["data"]["items"] == MIXED
    assert "private" not in str(error) + repr(error) + repr(vars(error))


@pytest.mark.parametrize(
    ("item", "item_id"),
    [({"leadId": 7}, "7"), ({"_id": "a"}, "a"), ({"name": "b"}, None), ("text", None), ([], None)],
    ids=str,
)
def test_item_id(item: object, item_id: str | None) -> None:
    """An id has many names, and some items have none."""
    with pytest.raises(ResponseDecodeError) as caught:
        campaigns([item], "raise")

    assert caught.value.item_id == item_id


def test_content_of_copies() -> None:
    """A copy of an error has the bytes; a pickle, which may be stored, has not."""
    with pytest.raises(ResponseDecodeError) as caught:
        campaigns(MIXED, "raise")
    error = caught.value

    assert copy.copy(error).content == copy.deepcopy(error).content == error.content
    assert pickle.loads(pickle.dumps(error)).content is None  # noqa: S301 - our own bytes
    assert b"private" not in pickle.dumps(error)


@pytest.mark.parametrize("rule", ["skip", "raw"])
def test_rest_of_the_body(rule: str) -> None:
    """What does not fit outside of items is an error in any case."""
    client = sonarly(httpx.Response(200, json={"success": True, "data": {"items": 5}}))
    with pytest.raises(ResponseDecodeError, match=r"\$\.data\.items is not"):
        client.with_options(on_bad_item=rule).campaigns.list("g")  # type: ignore[arg-type]
    body = success({"items": [BAD, CAMPAIGN]}) | {"traceId": 5}
    with pytest.raises(ResponseDecodeError, match=r"\$\.traceId"):
        sonarly(httpx.Response(200, json=body)).with_options(
            on_bad_item=rule  # type: ignore[arg-type]
        ).campaigns.list("g")
    with pytest.raises(ResponseDecodeError, match=r"\$\.data\.description"):
        sonarly(httpx.Response(200, json=success(BAD))).with_options(
            on_bad_item=rule  # type: ignore[arg-type]
        ).campaigns.get("g", "c")


@pytest.mark.parametrize("rule", ["skip", "raw"])
def test_bare_list(rule: Any) -> None:
    """A body that is the list itself is read in the same way."""
    client = callers(httpx.Response(200, json=[BAD])).with_options(on_bad_item=rule)
    result: list[Any] = [*client.campaigns.list(organization_id="o")]

    assert result == ([BAD] if rule == "raw" else [])


def page(names: list[Any], cursor: str | None) -> dict[str, Any]:
    """Return a page of audiences."""
    fields = {"name": "n", "leadCount": 1, "createdAt": "2026-04-28T15:30:00.000Z"}
    items = [{"id": name, **fields} if isinstance(name, str) else name for name in names]
    return success({"items": items, "nextCursor": cursor, "hasMore": cursor is not None})


@pytest.mark.parametrize("rule", ["skip", "raw"])
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_pages(rule: Any, *, is_async: bool) -> None:
    """A pager goes on behind a page with bad items, also behind one with no good item."""
    pages: list[list[Any]] = [[{"id": "bad"}], [{"id": "worse"}, 5]]

    def respond(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("cursor", 0))
        body = page(pages[number], str(number + 1) if number == 0 else None)
        return httpx.Response(200, json=body)

    options: Any = {"api_key": KEY, "transport": transport(respond), "on_bad_item": rule}

    async def run() -> list[Any]:
        async with AsyncSonarly(**options) as client:
            return [item async for item in client.audiences.list("g")]

    items = asyncio.run(run()) if is_async else list(Sonarly(**options).audiences.list("g"))

    assert items == ([{"id": "bad"}, {"id": "worse"}, 5] if rule == "raw" else [])


def test_numbered_pages() -> None:
    """A full page with bad items is not taken for the last one."""
    asked: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.params.get("page", ""))
        items = [{"bad": len(asked)}] * 2 if len(asked) < 3 else []
        return httpx.Response(200, json=items)

    client = callers(respond).with_options(on_bad_item="skip")
    assert list(client.contacts.list("c", per_page=2)) == []
    assert len(asked) == 3


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("rule", ["skip", "raw"])
def test_batches(rule: Any, *, is_async: bool) -> None:
    """A row that does not fit is skipped or raw; an id without any row is still reported."""
    bad = {"leadId": "b", "workflowStatus": 5}

    def respond(request: httpx.Request) -> httpx.Response:
        names = request.url.params["leadIds"].split(",")
        rows = [bad if name == "b" else lead(name) for name in names if name != "gone"]
        return httpx.Response(200, json=success({"items": rows}))

    options: Any = {"api_key": KEY, "transport": transport(respond), "on_bad_item": rule}

    async def run(ids: list[str]) -> list[Any]:
        async with AsyncSonarly(**options) as client:
            return await client.campaigns.lead_status("g", "c", lead_ids=ids)

    def statuses(ids: list[str]) -> list[Any]:
        if is_async:
            return asyncio.run(run(ids))
        return list(Sonarly(**options).campaigns.lead_status("g", "c", lead_ids=ids))

    rows = statuses(["a", "b", "c"])
    assert [row if isinstance(row, dict) else row.lead_id for row in rows] == (
        ["a", bad, "c"] if rule == "raw" else ["a", "c"]
    )
    with pytest.raises(BatchError) as caught:
        statuses(["a", "b", "gone"])
    assert caught.value.items == ["gone"]


def test_raw_response() -> None:
    """The raw twin gives status, headers and bytes, and the payload or the error."""
    raw = sonarly(listed(MIXED)).campaigns.with_raw_response.list("g")

    assert (raw.status_code, raw.headers["x-request-id"]) == (200, "r1")
    assert json.loads(raw.content)["data"]["items"] == MIXED
    assert isinstance(raw.error, ResponseDecodeError)
    with pytest.raises(ResponseDecodeError, match=r"items\[1\]"):
        raw.payload  # noqa: B018 - it raises
    assert sonarly(listed(GOOD)).campaigns.with_raw_response.list("g").error is None


def test_raw_response_async() -> None:
    """The same from an async client; no JSON at all makes no difference."""

    async def run() -> Any:
        handler = transport(httpx.Response(200, html="<h1>Sign in</h1>"))
        async with AsyncSonarly(api_key=KEY, transport=handler, retries=0) as client:
            return await client.campaigns.with_raw_response.get("g", "c")

    raw = asyncio.run(run())

    assert (raw.content, raw.trace_id) == (b"<h1>Sign in</h1>", None)
    assert "not JSON" in str(raw.error)


@pytest.mark.parametrize(
    ("response", "kind"),
    [(httpx.Response(404, json={}), NotFoundError), (httpx.Response(302), ResponseDecodeError)],
    ids=["404", "302"],
)
def test_raw_response_of_a_refusal(response: httpx.Response, kind: type[Exception]) -> None:
    """A response that is no success raises its error, which has the bytes."""
    with pytest.raises(kind) as caught:
        sonarly(response).campaigns.with_raw_response.get("g", "c")
    assert isinstance(caught.value, campaignkit.CampaignKitError)
    assert caught.value.content == response.content


def test_raw_response_of_no_response() -> None:
    """Without a response, the raw twin raises as the method does."""

    def respond(_: httpx.Request) -> httpx.Response:
        raise httpx.DecodingError("no")

    with pytest.raises(ResponseDecodeError):
        sonarly(respond).campaigns.with_raw_response.get("g", "c")


@pytest.mark.parametrize("rule", ["skip", "raw"])
def test_verifying_read(rule: Any) -> None:
    """A read that verifies a lost create looks at every item: one it cannot read leaves it open."""

    def respond(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            raise httpx.ReadError("reset")
        return listed([BAD])

    client = Sonarly(api_key=KEY, transport=transport(respond), clock=VirtualClock(), settle=0)
    with pytest.raises(OutcomeUnknownError):
        client.with_options(on_bad_item=rule).campaigns.create(
            "g", starter_template_id="s", name="private", audience_id="a"
        )


@pytest.mark.parametrize("rule", ["ignore", None, 5, ["raw"]], ids=str)
def test_no_rule(rule: Any) -> None:
    """What is no rule is refused when the client is made."""
    make: Callable[..., Any] = Sonarly
    with pytest.raises(ConfigurationError, match='on_bad_item must be "raise", "skip" or "raw"'):
        make(api_key=KEY, on_bad_item=rule)
