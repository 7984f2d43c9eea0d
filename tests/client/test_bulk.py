"""One operation for many arguments: in order, lazily, and without losing the rest."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from decimal import Decimal
from typing import Any

import httpx
import pytest
from campaignkit import (
    AsyncMapped,
    AsyncSonarly,
    BatchError,
    Callers,
    DeadlineExceeded,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    PermissionDeniedError,
    Sonarly,
)
from campaignkit_fake import SAMPLE_ID, Fake, Fault, VirtualClock
from campaignkit_runtime.operations import Call, Operation
from campaignkit_runtime.pagination import AsyncPager, Pager, Pagination, by_cursor

from tests.client.responses import KEY, failure, sonarly, success, transport

ID = SAMPLE_ID
GROUPS = [f"group-{number}" for number in range(500)]
LIST = "sonarly_campaigns_list"


class Server:
    """Server of campaigns for each group but those that it refuses."""

    def __init__(self, refused: dict[str, int] | None = None) -> None:
        self.asked: list[str] = []
        self._refused = refused or {}

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return no campaigns, or the status for the group."""
        group = request.url.path.split("/")[3]
        self.asked.append(group)
        if status := self._refused.get(group):
            return httpx.Response(status, json=failure())
        return httpx.Response(200, json=success({"items": []}))


def async_sonarly(response: Server) -> AsyncSonarly:
    """Return an async client whose every call gets the response."""
    return AsyncSonarly(api_key=KEY, transport=transport(response), retries=0, clock=VirtualClock())


def walk(pairs: Any, came: list[Any]) -> None:
    """Add the items whose results come, from a sync or an async walk."""

    async def run() -> None:
        async for item, _ in pairs:
            came.append(item)

    if isinstance(pairs, AsyncMapped):
        asyncio.run(run())
    else:
        came.extend(item for item, _ in pairs)


def test_map() -> None:
    """The campaign lists of 500 groups are one call, in the order asked."""
    server = Server()
    client = sonarly(server)
    told: list[tuple[int, int | None]] = []
    pairs = list(client.map(client.campaigns.list, GROUPS, on_progress=lambda *e: told.append(e)))

    assert pairs == [(group, []) for group in GROUPS]
    assert sorted(server.asked) == sorted(GROUPS)
    assert told == [(number, 500) for number in range(1, 501)]


def test_failures() -> None:
    """What failed is one error at the end, which can be asked again."""
    client = sonarly(Server({"group-3": 403, "group-7": 500}))
    came: list[str] = []
    with pytest.raises(BatchError) as caught:
        came.extend(group for group, _ in client.map(client.campaigns.list, GROUPS[:10]))

    assert caught.value.items == ["group-3", "group-7"]
    assert type(caught.value.failures[0].error) is PermissionDeniedError
    assert len(came) == 8


@pytest.mark.parametrize(
    "item",
    [(ID, ID), {"account_group_id": ID, "campaign_id": ID}, ((ID,), {"campaign_id": ID})],
    ids=["tuple", "mapping", "both"],
)
def test_arguments(item: Any) -> None:
    """An item holds several arguments, by place or by name."""
    with Sonarly(api_key="fake-sonarly", transport=Fake().transport()) as client:
        [(same, campaign)] = client.map(client.campaigns.get, [item])

    assert (same, campaign.id) == (item, ID)


def test_batches() -> None:
    """What comes in batches is walked to its end within the call."""
    with Sonarly(api_key="fake-sonarly", transport=Fake().transport()) as client:
        asked = [((ID, ID), {"lead_ids": [ID, "nobody"]}), ((ID, ID), {"lead_ids": []})]
        [(_, two), (_, none)] = client.map(client.campaigns.lead_status, asked)

    assert ([row.lead_id for row in two], none) == ([ID, "nobody"], [])


TREES: Operation[list[int]] = Operation("orchard_trees_list", "GET", "safe", {})
PAGES: Pagination[list[int], int] = Pagination(
    lambda page: page, by_cursor("cursor", lambda page: page[0] + 1, lambda page: page[0] < 3)
)


def test_pages() -> None:
    """What comes in pages is walked to its end too."""

    def trees(row: str) -> Pager[list[int], int]:
        def fetch(call: Call[Any]) -> list[int]:
            return [call.options["params"].get("cursor", 1)]

        return Pager(lambda: fetch, Call(TREES, row, {"params": {}}), PAGES)

    client = sonarly(Server())

    assert list(client.map(trees, ["a", "b"])) == [("a", [1, 2, 3]), ("b", [1, 2, 3])]


def test_own_function() -> None:
    """A function of the caller's own is an operation too."""
    with Sonarly(api_key="fake-sonarly", transport=Fake().transport()) as client:
        pairs = client.map(lambda group: len(client.campaigns.list(group)), [ID])

        assert [count > 10 for _, count in pairs] == [True]


def test_mistake() -> None:
    """A call that cannot be made belongs to its item like any other failure."""
    server = Server()
    client = sonarly(server)
    items: list[Any] = [{"group": "a"}, "b", {"account_group_id": "c"}]
    came: list[Any] = []
    with pytest.raises(BatchError) as caught:
        came.extend(item for item, _ in client.map(client.campaigns.list, items))

    assert (came, caught.value.items) == (items[1:], items[:1])
    assert str(caught.value).endswith("unexpected keyword argument 'group'")
    assert sorted(server.asked) == ["b", "c"]


@pytest.mark.parametrize(
    "error",
    [TypeError("Decimal"), KeyError("id"), LookupError(), AssertionError(), StopIteration()],
    ids=lambda error: type(error).__name__,
)
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("concurrency", [1, 8])
def test_row_raises(error: Exception, is_async: bool, concurrency: int) -> None:
    """Every error of a row belongs to that row; rows that were written stay visible."""
    written: list[int] = []

    def write(row: int) -> int:
        if row == 20:
            raise error
        written.append(row)
        return row

    async def write_async(row: int) -> int:
        if row == 20 and isinstance(error, StopIteration):
            raise LookupError  # a coroutine cannot raise StopIteration
        return write(row)

    client: Any = async_sonarly(Server()) if is_async else sonarly(Server())
    pairs = client.map(write_async if is_async else write, range(60), concurrency=concurrency)
    came: list[int] = []
    with pytest.raises(BatchError) as caught:
        walk(pairs, came)

    assert came == sorted(written) == [row for row in range(60) if row != 20]
    assert (caught.value.items, caught.value.outcome) == ([20], "unknown")
    assert caught.value.__cause__ is caught.value.failures[0].error


def test_decimal() -> None:
    """A value that JSON cannot represent fails its own contact; the others are created."""
    fake = Fake()
    with Callers(api_key="fake-callers", transport=fake.transport()) as callers:
        create = callers.contacts.create
        rows: list[Any] = [
            ((ID,), {"name": "N", "phone_number": f"+1415555{number:04}", "data": {"age": "3"}})
            for number in range(30)
        ]
        rows[20][1]["data"] = {"age": Decimal(3)}
        came: list[Any] = []
        with pytest.raises(BatchError) as caught:
            came.extend(item for item, _ in callers.map(create, rows))

    assert caught.value.items == [rows[20]]
    assert came == [row for row in rows if row is not rows[20]]


@pytest.mark.parametrize("concurrency", [1, 4])
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_progress_raises(is_async: bool, concurrency: int) -> None:
    """An error of `on_progress` ends the walk, after the results of all calls that were made."""
    server = Server()
    came: list[str] = []
    told: list[int] = []

    def tell(done: int, _: int | None) -> None:
        told.append(done)
        if done == 3:
            raise KeyError("a bar that is broken")

    async def tell_async(done: int, total: int | None) -> None:
        tell(done, total)

    client: Any = async_sonarly(server) if is_async else sonarly(server)
    pairs = client.map(
        client.campaigns.list,
        GROUPS,
        concurrency=concurrency,
        on_progress=tell_async if is_async else tell,
    )
    with pytest.raises(KeyError, match="a bar that is broken") as caught:
        walk(pairs, came)

    assert told == [1, 2, 3]
    assert sorted(came) == sorted(server.asked)
    assert came == GROUPS[: len(came)]
    assert f"{len(came)} items were finished" in caught.value.__notes__[0]


def test_items_raise() -> None:
    """An error of the items comes after the results of all items before it."""

    def groups() -> Iterator[str]:
        yield from GROUPS[:11]
        raise KeyError("the file is broken")

    client = sonarly(Server())
    came: list[str] = []
    with pytest.raises(KeyError, match="the file is broken"):
        came.extend(group for group, _ in client.map(client.campaigns.list, groups()))

    assert came == GROUPS[:11]


@pytest.mark.parametrize("concurrency", [1, 4])
def test_interrupted(concurrency: int) -> None:
    """Ctrl-C and exits are not failures of a row: they pass."""
    client = sonarly(Server())

    def leave(_: str) -> None:
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        list(client.map(leave, GROUPS, concurrency=concurrency))


def test_string() -> None:
    """One string is not a list of items."""
    client = sonarly(Server())
    with pytest.raises(InvalidArgumentError, match="items must be a list, got str"):
        client.map(client.campaigns.list, ID)


def test_not_callable() -> None:
    """What cannot be called is refused at once."""
    client = sonarly(Server())
    with pytest.raises(InvalidArgumentTypeError, match="operation must be callable, got list"):
        client.map([], GROUPS)  # type: ignore[call-overload]
    with pytest.raises(InvalidArgumentTypeError, match="operation must be callable, got int"):
        async_sonarly(Server()).map(5, GROUPS)  # type: ignore[call-overload]


def test_deadline() -> None:
    """A deadline is for all calls together, that of the client whose operation it is."""
    fake = Fake(clock=VirtualClock())
    fake.faults.add(Fault(LIST, delay=2, times=10))
    client = Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock)
    brief = client.with_options(deadline=5)
    with pytest.raises(BatchError) as caught:
        list(client.map(brief.campaigns.list, [ID] * 10, concurrency=1))

    assert len(caught.value.items) == 8
    assert isinstance(caught.value.__cause__, DeadlineExceeded)


def test_deadline_within() -> None:
    """The deadline of all is that of the calls within a call, too."""
    fake = Fake(clock=VirtualClock())
    fake.faults.add(Fault(delay=2, times=10))
    client = Sonarly(
        api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock, deadline=5
    )
    asked = [((ID, ID), {"lead_ids": [ID]})] * 10
    with pytest.raises(BatchError) as caught:
        list(client.map(client.campaigns.lead_status, asked, concurrency=1))

    assert len(caught.value.items) == 8


def test_raw() -> None:
    """The twin with the raw response maps as well."""
    client = sonarly(Server())
    [(_, raw)] = client.map(client.campaigns.with_raw_response.list, ["g"])

    assert raw.status_code == 200


def test_start_once() -> None:
    """A start whose response is lost is verified by a read, and no campaign starts twice."""
    fake = Fake(clock=VirtualClock())
    fake.faults.add(Fault("sonarly_campaigns_start", drop=True, after=True, times=3))
    with Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock) as client:
        drafts = [campaign for campaign in client.campaigns.list(ID) if campaign.status == "draft"]
        asked = [(ID, draft.id) for draft in drafts if draft.selected_lead_count]
        started = list(client.map(client.campaigns.start, asked))
    starts = [start["campaignId"] for start in fake.state()["starts"]]

    assert [item for item, _ in started] == asked
    assert sorted(starts) == sorted(id_ for _, id_ in asked)


@pytest.mark.parametrize("is_async", [False, True], ids=["list", "async"])
def test_async(is_async: bool) -> None:
    """The async client does the same, and takes items from async iterables."""

    async def groups() -> AsyncIterator[str]:
        for group in GROUPS:
            yield group

    async def run() -> tuple[list[str], BatchError]:
        client = async_sonarly(Server({"group-3": 403}))
        came: list[str] = []
        with pytest.raises(BatchError) as caught:
            await take(client, groups() if is_async else GROUPS, came)
        return came, caught.value

    came, error = asyncio.run(run())

    assert came == [group for group in GROUPS if group != "group-3"]
    assert (error.items, type(error.__cause__)) == (["group-3"], PermissionDeniedError)


async def take(client: AsyncSonarly, groups: Any, came: list[str]) -> None:
    """Add the groups whose lists come."""
    async for group, _ in client.map(client.campaigns.list, groups):
        came.append(group)


def test_async_lists() -> None:
    """Pages and batches are walked to their ends within the call, and `await` gives all pairs."""

    async def run() -> tuple[Any, Any]:
        def trees(row: str) -> AsyncPager[list[int], int]:
            async def fetch(call: Call[Any]) -> list[int]:
                return [call.options["params"].get("cursor", 1)]

            return AsyncPager(lambda: fetch, Call(TREES, row, {"params": {}}), PAGES)

        async with AsyncSonarly(api_key="fake-sonarly", transport=Fake().transport()) as client:
            asked = [((ID, ID), {"lead_ids": [ID]})]
            return await client.map(trees, ["a"]), await client.map(
                client.campaigns.lead_status, asked
            )

    trees, [(_, rows)] = asyncio.run(run())

    assert trees == [("a", [1, 2, 3])]
    assert [row.lead_id for row in rows] == [ID]
