"""Batches of leads that fail: the other rows come, and the error names what is missing."""

import asyncio
import pickle
from collections.abc import AsyncIterator, Iterator
from typing import Any, ClassVar

import httpx
import pytest
from campaignkit import (
    APIStatusError,
    AsyncBatches,
    BatchError,
    Batches,
    ConfigurationError,
    DeadlineExceeded,
    InternalServerError,
    Sonarly,
)
from campaignkit_fake import Fake, Fault, VirtualClock
from campaignkit_runtime.batching import BatchSpec
from campaignkit_runtime.operations import Call, Operation

from tests.client.lead_batches import (
    ID,
    IDS,
    LEAD_STATUS,
    Server,
    async_sonarly,
    collected,
    collected_rows,
    statuses,
    take,
    walk,
)
from tests.client.responses import lead, leads, sonarly, success


@pytest.mark.expects_contract_violation("a row that is null")
@pytest.mark.parametrize("items", [[lead("b"), None], [lead("b")]], ids=["null", "none"])
def test_missing_row(items: list[Any]) -> None:
    """An id without a row is reported at the end, and the other rows are not lost."""
    response = httpx.Response(200, json=success({"items": items}))
    came, error = collected(sonarly(response), ["a", "b"])

    assert (came, error.items) == (["b"], ["a"])
    assert "no row for 1 of 2 lead_ids" in str(error)


@pytest.mark.parametrize("concurrency", [1, 8])
def test_failure(concurrency: int) -> None:
    """Calls that fail lose no other rows; one error at the end holds the ids to repeat."""
    client = sonarly(Server(lambda names: 500 if IDS[150] in names or IDS[850] in names else None))
    came, error = collected(client, concurrency=concurrency)

    assert came == IDS[:100] + IDS[200:800] + IDS[900:]
    assert error.items == IDS[100:200] + IDS[800:900]
    assert [type(failure.error) for failure in error.failures] == [InternalServerError] * 2
    assert str(error).startswith("200 of 1000 failed, in 2 calls. The first: GET /v1/accounts/g")


def test_asked_again() -> None:
    """What failed is asked again as it stands, and a pickle of the error holds it too."""
    fake = Fake()
    fake.faults.add(Fault(LEAD_STATUS, status=500))
    with Sonarly(api_key="fake-sonarly", transport=fake.transport(), retries=0) as client:
        with pytest.raises(BatchError) as caught:
            list(client.campaigns.lead_status(ID, ID, lead_ids=[ID, "nobody"]))
        again = pickle.loads(pickle.dumps(caught.value)).items  # noqa: S301 - our own bytes
        rows = list(client.campaigns.lead_status(ID, ID, lead_ids=again))

    assert [row.lead_id for row in rows] == [ID, "nobody"]


def test_common_facts() -> None:
    """The error knows what its failures have in common, and its cause is the first."""
    _, same = collected(sonarly(Server(lambda _: 403)))
    _, other = collected(sonarly(Server(lambda names: 403 if IDS[0] in names else 500)))

    assert (same.status_code, same.outcome, same.operation) == (403, "rejected", LEAD_STATUS)
    assert (other.status_code, other.outcome, other.operation) == (None, "unknown", LEAD_STATUS)
    assert other.__cause__ is other.failures[0].error


@pytest.mark.parametrize("bad", ["", None, "a,b"], ids=str)
def test_bad_id(bad: Any) -> None:
    """An id that no call can hold spoils its own row only."""
    server = Server()
    came, error = collected(sonarly(server), ["a", bad, "b"])

    assert (came, error.items, server.asked) == (["a", "b"], [bad], [["a", "b"]])
    assert isinstance(error.failures[0].error, ValueError)
    assert (error.status_code, error.outcome) == (None, "not_sent")


def test_nothing_but_bad_ids() -> None:
    """Without ids, nothing is sent."""
    server = Server()
    came, error = collected(sonarly(server), ["", ""])

    assert (came, error.items, server.asked) == ([], ["", ""], [])


def test_bad_ids_alone() -> None:
    """An id that is refused alone fails alone, wherever it stands; no size is remembered of it."""
    bad = {IDS[0], IDS[42], IDS[43], IDS[99]}
    server = Server(lambda names: 400 if bad & {*names} else None)
    client = sonarly(server)
    came, error = collected(client, IDS[:100])
    server.asked.clear()

    assert came == [name for name in IDS[:100] if name not in bad]
    assert [failure.items for failure in error.failures] == [(name,) for name in sorted(bad)]
    assert statuses(client, IDS[100:200]) == IDS[100:200]
    assert server.sizes == [100]


def test_closed() -> None:
    """A closed client ends it at once."""
    client = sonarly(Server())
    client.close()
    _, error = collected(client)

    assert (error.items, type(error.__cause__)) == (IDS, ConfigurationError)


def test_deadline() -> None:
    """A deadline is for all of a walk, and what it has no time for is to be asked again."""
    fake = Fake(clock=VirtualClock())
    fake.faults.add(Fault(LEAD_STATUS, delay=2, times=10))
    client = Sonarly(
        api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock, deadline=5
    )
    came, error = collected_rows(
        client.campaigns.lead_status(ID, ID, lead_ids=IDS, concurrency=1),
    )

    assert came + error.items == IDS
    assert len(came) == 200
    assert isinstance(error.__cause__, DeadlineExceeded)


def test_retries() -> None:
    """Each call is sent again as any other is."""
    fake = Fake(clock=VirtualClock())
    fake.faults.add(Fault(LEAD_STATUS, status=429, retry_after="2"))
    with Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock) as client:
        rows = list(client.campaigns.lead_status(ID, ID, lead_ids=IDS))

    assert len(rows) == 1_000
    assert fake.state()["requests"] == {LEAD_STATUS: 11}


@pytest.mark.parametrize("concurrency", [1, 8])
def test_other_error(concurrency: int) -> None:
    """An error of another kind belongs to the ids of its call, and its outcome is open."""

    def respond(request: httpx.Request) -> httpx.Response:
        if IDS[150] in request.url.params["leadIds"]:
            raise TypeError("a transport that is broken")
        return leads(request)

    came, error = collected(sonarly(respond), IDS[:300], concurrency=concurrency)

    assert (came, error.items) == (IDS[:100] + IDS[200:300], IDS[100:200])
    assert error.outcome == "unknown"


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_unreadable_row(is_async: bool) -> None:
    """A row that does not say what it is for spoils its own call only."""
    operation: Operation[list[str]] = Operation("orchard_trees_list", "GET", "safe", {})
    batch = BatchSpec[str]("orchard_trees_list", "ids", lambda row: {"a": "a", "b": "b"}[row])

    def call(ids: list[Any]) -> Call[list[str]]:
        return Call(operation, "/trees", {"ids": ids})

    class Echo:
        """Server whose response has the ids."""

        batch_size_limits: ClassVar[dict[str, int]] = {}
        make_batch_error = staticmethod(BatchError.from_failures)

        def with_shared_deadline(self) -> Any:
            return self

        def reserve(self, calls: int) -> None:
            """Do nothing: there are no connections."""

        def __call__(self, call: Call[list[str]]) -> Any:
            ids = call.options["ids"]
            return self._later(ids) if is_async else ids

        async def _later(self, ids: list[str]) -> list[str]:
            return ids

    kind: Any = AsyncBatches if is_async else Batches
    rows: Any = kind(Echo(), ["a", "?", "b"], call, batch, 1, 2, None)
    came: list[str] = []

    async def run() -> None:
        async for row in rows:
            came.append(row)

    with pytest.raises(BatchError) as caught:
        asyncio.run(run()) if is_async else came.extend(rows)

    assert (came, caught.value.items) == (["a", "b"], ["?"])


@pytest.mark.parametrize("bad", [{"id": "a", "b": 1}, ["a", "b"]], ids=["dict", "list"])
def test_unhashable_id(bad: Any) -> None:
    """An id that is not hashable does not spoil the walk; with its error it can be pickled."""
    came, error = collected(sonarly(Server()), ["a", bad, "b"])

    assert (came, error.items, error.outcome) == (["a", "b"], [bad], "not_sent")
    assert pickle.loads(pickle.dumps(error)).items == error.items  # noqa: S301 - our own bytes


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("concurrency", [1, 4])
def test_broken_source(concurrency: int, is_async: bool) -> None:
    """If the source of ids raises an error, the rows of all ids before it come first."""

    def ids() -> Iterator[str]:
        yield from IDS[:250]
        raise KeyError("the cursor is gone")

    client: Any = async_sonarly(Server()) if is_async else sonarly(Server())
    rows = client.campaigns.lead_status("g", "c", lead_ids=ids(), concurrency=concurrency)
    came: list[str] = []
    with pytest.raises(KeyError, match="the cursor is gone") as caught:
        walk(rows, came)

    assert came == IDS[:250]
    assert "250 items were finished" in caught.value.__notes__[0]


def test_broken_async_source() -> None:
    """An async source that raises an error does the same."""

    async def ids() -> AsyncIterator[str]:
        for name in IDS[:250]:
            yield name
        raise KeyError("the cursor is gone")

    came: list[str] = []

    async def run() -> None:
        ask = async_sonarly(Server()).campaigns.lead_status
        await take(ask("g", "c", lead_ids=ids(), concurrency=2), came)

    with pytest.raises(KeyError):
        asyncio.run(run())
    assert came == IDS[:250]


def test_broken_source_and_failures() -> None:
    """The failures before that error are its context, and its notes count them."""

    def ids() -> Iterator[str]:
        yield from IDS[:200]
        raise KeyError("the cursor is gone")

    client = sonarly(Server(lambda names: 403 if IDS[0] in names else None))
    with pytest.raises(KeyError) as caught:
        statuses(client, ids())
    failed = caught.value.__context__

    assert isinstance(failed, BatchError)
    assert failed.items == IDS[:100]
    assert "100 of 200 failed" in caught.value.__notes__[1]


def test_every_status_is_an_error_of_ours() -> None:
    """A small walk fails with the same one error as a large one."""
    _, error = collected(sonarly(Server(lambda _: 404)), ["a"])

    assert isinstance(error.__cause__, APIStatusError)
    assert error.status_code == 404


@pytest.mark.parametrize("count", [2, 3])
def test_repeated_row(count: int) -> None:
    """A row that the server repeats is given once."""

    def respond(request: httpx.Request) -> httpx.Response:
        names = request.url.params["leadIds"].split(",")
        rows = [lead(name) for name in names] + [lead(names[0])] * (count - 1)
        return httpx.Response(200, json=success({"items": rows}))

    rows = sonarly(respond).campaigns.lead_status("g", "c", lead_ids=["a", "b", "c"])

    assert [row.lead_id for row in rows] == ["a", "b", "c"]
