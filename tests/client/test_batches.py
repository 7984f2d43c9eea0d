"""Lead statuses of any number of ids: in batches, in order, lazily, and without losing the rest."""

import asyncio
import pickle
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextvars import ContextVar
from typing import Any, ClassVar

import httpx
import pytest
from campaignkit import (
    APIStatusError,
    AsyncBatches,
    AsyncSonarly,
    AuthenticationError,
    BatchError,
    Batches,
    ConfigurationError,
    DeadlineExceeded,
    InternalServerError,
    Sonarly,
)
from campaignkit.models import CampaignLeadStatus
from campaignkit_fake import SAMPLE_ID, Fake, Fault, VirtualClock
from campaignkit_runtime.batching import BatchSpec
from campaignkit_runtime.operations import Call, Operation

from tests.client.responses import KEY, failure, lead, leads, sonarly, success, transport

ID = SAMPLE_ID
LEAD_STATUS = "sonarly_campaigns_lead_status"
IDS = [f"lead-{number}" for number in range(1_000)]

Answer = Callable[[httpx.Request], httpx.Response]


class Server:
    """Answers for leads, refuses what it is told to, and keeps what was asked."""

    def __init__(self, refused: Callable[[list[str]], int | None] = lambda _: None) -> None:
        self.asked: list[list[str]] = []
        self._refused = refused
        self._lock = threading.Lock()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """The rows, or the status with which they are refused."""
        names = request.url.params["leadIds"].split(",")
        with self._lock:
            self.asked.append(names)
        status = self._refused(names)
        return httpx.Response(status, json=failure()) if status else leads(request)

    @property
    def sizes(self) -> list[int]:
        """How many ids each call had, the largest first."""
        return sorted(map(len, self.asked), reverse=True)


def statuses(client: Sonarly, ids: Any = IDS, **options: Any) -> list[str]:
    """The ids whose rows come, in the order in which they do."""
    return [row.lead_id for row in client.campaigns.lead_status("g", "c", lead_ids=ids, **options)]


def collected(client: Sonarly, ids: Any = IDS, **options: Any) -> tuple[list[str], BatchError]:
    """The same, and the error at the end."""
    return _collected(client.campaigns.lead_status("g", "c", lead_ids=ids, **options))


def _collected(rows: Batches[CampaignLeadStatus]) -> tuple[list[str], BatchError]:
    came: list[str] = []
    with pytest.raises(BatchError) as caught:
        came.extend(row.lead_id for row in rows)  # those before the error stay
    return came, caught.value


def walk(rows: Any, came: list[str]) -> None:
    """Add the ids whose rows come, from a sync or an async walk."""
    if isinstance(rows, AsyncBatches):
        asyncio.run(take(rows, came))
    else:
        came.extend(row.lead_id for row in rows)


@pytest.mark.parametrize("concurrency", [1, 8])
def test_any_number(concurrency: int) -> None:
    """Rows come in the order of the ids, for any number of ids and of concurrent calls."""
    server = Server()

    assert statuses(sonarly(server), concurrency=concurrency) == IDS
    assert server.sizes == [100] * 10


def test_batch_size() -> None:
    """The last call has what is left."""
    server = Server()
    statuses(sonarly(server), IDS[:70], batch_size=30)

    assert server.sizes == [30, 30, 10]


def test_nothing_asked() -> None:
    """Nothing is requested for no ids, and nothing before the first iteration."""
    server = Server()
    sonarly(server).campaigns.lead_status("g", "c", lead_ids=IDS)

    assert statuses(sonarly(server), []) == []
    assert server.asked == []


def test_duplicates() -> None:
    """Each id has its row as often as it was asked for; a call holds it once."""
    server = Server()

    assert statuses(sonarly(server), ["a", "b", "a"]) == ["a", "b", "a"]
    assert server.asked == [["a", "b"]]


def test_other_order() -> None:
    """Rows belong to their ids by name, not by place."""

    def answer(request: httpx.Request) -> httpx.Response:
        items = [lead(name) for name in reversed(request.url.params["leadIds"].split(","))]
        return httpx.Response(200, json=success({"items": items}))

    assert statuses(sonarly(answer), ["a", "b", "3"]) == ["a", "b", "3"]


@pytest.mark.expects_contract_violation("a row that is null")
@pytest.mark.parametrize("items", [[lead("b"), None], [lead("b")]], ids=["null", "none"])
def test_missing_row(items: list[Any]) -> None:
    """An id that has no row in the answer is told at the end, and its neighbours are not lost."""
    answer = httpx.Response(200, json=success({"items": items}))
    came, error = collected(sonarly(answer), ["a", "b"])

    assert (came, error.items) == (["b"], ["a"])
    assert "no row for 1 of 2 lead_ids" in str(error)


def test_taken_as_needed() -> None:
    """No id is taken before it is needed: two rounds ahead of what was looked at, at most."""
    taken = 0

    def ids() -> Iterator[str]:
        nonlocal taken
        for taken, name in enumerate(IDS, start=1):  # noqa: B007 - read outside
            yield name

    ahead = []
    rows = sonarly(Server()).campaigns.lead_status(
        "g", "c", lead_ids=ids(), batch_size=10, concurrency=4
    )
    for came, _ in enumerate(rows, start=1):
        ahead.append(taken - came)

    assert max(ahead) < (2 * 4 + 1) * 10


def test_taken_one_by_one() -> None:
    """With one call at once no id is taken for the next before the first is looked at."""
    ids = iter(IDS)
    rows = iter(sonarly(Server()).campaigns.lead_status("g", "c", lead_ids=ids, concurrency=1))
    next(rows)

    assert next(ids) == IDS[100]


def test_in_the_caller_s_thread() -> None:
    """Ids are taken in the caller's thread, as a database wants it; a single call is sent there."""
    threads: dict[str, set[int]] = {"taken": set(), "sent": set()}

    def ids(count: int) -> Iterator[str]:
        for name in IDS[:count]:
            threads["taken"].add(threading.get_ident())
            yield name

    def answer(request: httpx.Request) -> httpx.Response:
        threads["sent"].add(threading.get_ident())
        return leads(request)

    statuses(sonarly(answer), ids(100))
    assert threads["sent"] == {threading.get_ident()}

    statuses(sonarly(answer), ids(1_000))
    assert threads["taken"] == {threading.get_ident()}
    assert len(threads["sent"]) > 1


def test_context() -> None:
    """A call in another thread sees the caller's context, as tracing needs it."""
    trace: ContextVar[str] = ContextVar("trace", default="none")
    seen: set[str] = set()

    def answer(request: httpx.Request) -> httpx.Response:
        seen.add(trace.get())
        return leads(request)

    trace.set("ours")
    statuses(sonarly(answer))

    assert seen == {"ours"}


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
    """Where no id is left nothing is sent."""
    server = Server()
    came, error = collected(sonarly(server), ["", ""])

    assert (came, error.items, server.asked) == ([], ["", ""], [])


@pytest.mark.parametrize("status", [400, 413, 414])
def test_halved(status: int) -> None:
    """A batch that is refused for its number is asked in halves; later ones are of that size."""
    server = Server(lambda names: status if len(names) > 60 else None)
    client = sonarly(server)

    assert statuses(client, concurrency=1) == IDS
    assert server.sizes == [100] + [50] * 20
    server.asked.clear()
    assert statuses(client.with_options(retries=1), IDS[:200]) == IDS[:200]
    assert server.sizes == [50] * 4


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("limit", [25, 3, 1])
def test_halved_again(limit: int, is_async: bool) -> None:
    """A server that takes few ids is asked in ever smaller parts, and its size is remembered."""
    server = Server(lambda names: 400 if len(names) > limit else None)
    client: Any = async_sonarly(server) if is_async else sonarly(server)
    came: list[str] = []
    walk(client.campaigns.lead_status("g", "c", lead_ids=IDS[:200], concurrency=1), came)
    asked = len(server.asked)
    walk(client.campaigns.lead_status("g", "c", lead_ids=IDS[:200], concurrency=1), came)
    sizes = [len(names) for names in server.asked[asked:]]

    assert came == IDS[:200] * 2
    assert max(sizes) <= limit
    assert len(sizes) == -(-200 // max(sizes))
    assert asked <= 2 * 100 + 200


def test_size_remembered() -> None:
    """A later walk begins with the size that worked, though an id was refused alone meanwhile."""
    server = Server(lambda names: 400 if len(names) > 25 or "bad" in names else None)
    client = sonarly(server)
    came, error = collected(client, ["bad", *IDS[:99]])
    server.asked.clear()

    assert (came, error.items) == (IDS[:99], ["bad"])
    assert statuses(client, IDS[:100]) == IDS[:100]
    assert server.sizes == [25] * 4


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


@pytest.mark.parametrize("concurrency", [1, 8])
def test_common_cause(concurrency: int) -> None:
    """If every id is refused another argument is wrong: told once a batch, with bounded calls."""
    server = Server(lambda _: 400)
    came, error = collected(sonarly(server), concurrency=concurrency)

    assert (came, error.items, error.status_code) == ([], IDS, 400)
    assert len(server.asked) < 10 + 3 * 100
    assert max(len(failure.items) for failure in error.failures) == 100
    assert len(error.failures) < 2 * 100


def test_common_cause_of_a_batch() -> None:
    """What every id of a batch is refused for is one failure."""
    server = Server(lambda _: 400)
    _, error = collected(sonarly(server), ["a", "b", "c"])

    assert [failure.items for failure in error.failures] == [("a", "b", "c")]
    assert server.sizes == [3, 2, 1, 1, 1]


def test_url_too_long() -> None:
    """Ids that fit no URL together are asked in parts; nothing is sent before they fit."""
    server = Server()
    ids = [f"{number:03}" + "x" * 1_500 for number in range(100)]

    assert statuses(sonarly(server), ids) == ids
    assert server.sizes == [25] * 4


def test_not_halved() -> None:
    """A single id cannot be halved."""
    server = Server(lambda _: 400)
    collected(sonarly(server), ["a"])

    assert server.sizes == [1]


@pytest.mark.parametrize("concurrency", [1, 4])
def test_no_other_can_succeed(concurrency: int) -> None:
    """With a key that is refused no further call is made, and the rest is told as well."""
    server = Server(lambda _: 401)
    came, error = collected(sonarly(server), batch_size=10, concurrency=concurrency)

    assert (came, error.items) == ([], IDS)
    assert {type(failure.error) for failure in error.failures} == {AuthenticationError}
    assert len(server.asked) <= 2 * concurrency


def test_no_other_can_succeed_of_an_iterator() -> None:
    """What was not taken from an iterator then is still in it."""
    ids = iter(IDS)
    _, error = collected(sonarly(Server(lambda _: 401)), ids, concurrency=1)

    assert [*error.items, *ids] == IDS


def test_end_of_the_list() -> None:
    """The last call may be the one after which none can succeed."""
    _, error = collected(sonarly(Server(lambda _: 401)), ["a"])

    assert error.items == ["a"]


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
    came, error = _collected(
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

    def answer(request: httpx.Request) -> httpx.Response:
        if IDS[150] in request.url.params["leadIds"]:
            raise TypeError("a transport that is broken")
        return leads(request)

    came, error = collected(sonarly(answer), IDS[:300], concurrency=concurrency)

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
        """Answers with the ids."""

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


@pytest.mark.parametrize(
    ("ids", "expected"),
    [(IDS[:25], [(10, 25), (20, 25), (25, 25)]), (iter(IDS[:15]), [(10, None), (15, None)])],
    ids=["list", "iterator"],
)
def test_progress(ids: Any, expected: list[tuple[int, int | None]]) -> None:
    """Progress is told after each call, failed ones included."""
    told: list[tuple[int, int | None]] = []
    client = sonarly(Server(lambda names: 500 if IDS[0] in names else None))
    collected(client, ids, batch_size=10, on_progress=lambda *progress: told.append(progress))

    assert told == expected


def test_async_progress() -> None:
    """The async client awaits the result of `on_progress` if it is awaitable."""
    told: list[int] = []

    async def tell(done: int, _: int | None) -> None:
        await asyncio.sleep(0)
        told.append(done)

    async def run() -> None:
        rows = async_sonarly(Server()).campaigns.lead_status
        await rows("g", "c", lead_ids=IDS[:30], batch_size=10, on_progress=tell)

    asyncio.run(run())

    assert told == [10, 20, 30]


def test_left_early() -> None:
    """After an early exit nothing more is requested, and the client can still be closed."""
    server = Server()
    with sonarly(server) as client:
        for _ in client.campaigns.lead_status("g", "c", lead_ids=IDS, batch_size=1, concurrency=2):
            break

    assert len(server.asked) <= 6


def test_each_walk_anew() -> None:
    """A second walk asks again, call by call if that is wanted."""
    server = Server()
    rows = sonarly(server).campaigns.lead_status("g", "c", lead_ids=IDS[:150])

    assert [len(batch) for batch in rows.batches()] == [100, 50]
    assert len(list(rows)) == 150
    assert server.sizes == [100, 100, 50, 50]


@pytest.mark.parametrize(
    ("ids", "options", "complaint"),
    [
        ("abc", {}, "lead_ids must be a list, got str"),
        (b"abc", {}, "lead_ids must be a list, got bytes"),
        (["a"], {"batch_size": 0}, "batch_size must be an integer >= 1, got 0"),
        (["a"], {"batch_size": True}, "batch_size must be an integer >= 1, got True"),
        (["a"], {"batch_size": [KEY]}, "batch_size must be an integer >= 1, got list"),
        (["a"], {"on_progress": 5}, "on_progress must be callable, got int"),
        (["a"], {"concurrency": 1.5}, r"concurrency must be an integer >= 1, got 1\.5"),
    ],
)
def test_refused(ids: Any, options: dict[str, Any], complaint: str) -> None:
    """Arguments that cannot be meant are refused where they are given."""
    with pytest.raises(ValueError, match=complaint):
        sonarly(Server()).campaigns.lead_status("g", "c", lead_ids=ids, **options)
    with pytest.raises(ValueError, match=complaint):
        AsyncSonarly(api_key=KEY).campaigns.lead_status("g", "c", lead_ids=ids, **options)


def test_largest_batch_size() -> None:
    """A batch size beyond all lists makes one call."""
    server = Server()
    rows = sonarly(server).campaigns.lead_status(
        "g", "c", lead_ids=IDS[:5], batch_size=2**70, concurrency=2**70
    )
    assert len(list(rows)) == 5
    assert server.sizes == [5]


def test_refused_campaign() -> None:
    """An id of a campaign that no path can hold is refused at once, not once for each call."""
    with pytest.raises(ValueError, match="campaign_id"):
        sonarly(Server()).campaigns.lead_status("g", "", lead_ids=IDS)


def test_refused_kind() -> None:
    """A sync client refuses an async iterable, and every client refuses a number."""
    with pytest.raises(TypeError, match="lead_ids"):
        sonarly(Server()).campaigns.lead_status("g", "c", lead_ids=_each(IDS))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="lead_ids"):
        AsyncSonarly(api_key=KEY).campaigns.lead_status("g", "c", lead_ids=5)  # type: ignore[arg-type]


def test_raw() -> None:
    """With the raw response it stays one call."""
    server = Server()
    raw = sonarly(server).campaigns.with_raw_response.lead_status("g", "c", lead_ids=IDS[:300])

    assert (len(raw.payload), server.sizes) == (300, [300])


async def _each(ids: list[str]) -> AsyncIterator[str]:
    for name in ids:
        await asyncio.sleep(0)
        yield name


def async_sonarly(answer: Answer) -> AsyncSonarly:
    """The same client for asyncio."""
    return AsyncSonarly(api_key=KEY, transport=transport(answer), retries=0, clock=VirtualClock())


async def take(rows: AsyncBatches[CampaignLeadStatus], came: list[str]) -> None:
    """Add the ids whose rows come."""
    async for row in rows:
        came.append(row.lead_id)


@pytest.mark.parametrize("concurrency", [1, 4])
@pytest.mark.parametrize("is_async", [False, True], ids=["list", "async"])
def test_async(is_async: bool, concurrency: int) -> None:
    """The async client takes async iterables too, and does the same."""
    server = Server()

    async def run() -> list[str]:
        ids = _each(IDS[:950]) if is_async else IDS[:950]
        rows = async_sonarly(server).campaigns.lead_status(
            "g", "c", lead_ids=ids, concurrency=concurrency
        )
        return [row.lead_id async for row in rows]

    assert asyncio.run(run()) == IDS[:950]
    assert server.sizes == [100] * 9 + [50]


def test_await() -> None:
    """To await it gives a whole walk in a list."""

    async def run() -> list[str]:
        rows = await async_sonarly(Server()).campaigns.lead_status("g", "c", lead_ids=IDS)
        return [row.lead_id for row in rows]

    assert asyncio.run(run()) == IDS


@pytest.mark.parametrize("is_async", [False, True], ids=["list", "async"])
def test_async_failure(is_async: bool) -> None:
    """The async client ends with the same error, and stops where the sync one does."""
    server = Server(lambda names: 401 if IDS[100] in names else None)

    async def run() -> tuple[list[str], BatchError, list[str]]:
        ids = _each(IDS)
        came: list[str] = []
        rows = async_sonarly(server).campaigns.lead_status(
            "g", "c", lead_ids=ids if is_async else IDS, concurrency=1
        )
        with pytest.raises(BatchError) as caught:
            await take(rows, came)
        return came, caught.value, [id_ async for id_ in ids] if is_async else []

    came, error, left = asyncio.run(run())

    assert (came, error.status_code) == (IDS[:100], 401)
    assert came + error.items + left == IDS
    assert len(server.asked) == 2


def test_async_halved() -> None:
    """The async client asks in halves too."""
    server = Server(lambda names: 400 if len(names) > 60 else None)

    async def run() -> int:
        return len(await async_sonarly(server).campaigns.lead_status("g", "c", lead_ids=IDS))

    assert asyncio.run(run()) == 1_000
    assert server.sizes[-1] == 50


def test_async_bound() -> None:
    """So many calls are under way at once, and no more, also while the first one takes long."""
    under_way = most = 0

    async def run() -> list[str]:
        async def answer(request: httpx.Request) -> httpx.Response:
            nonlocal under_way, most
            under_way += 1
            most = max(most, under_way)
            is_first = IDS[0] in request.url.params["leadIds"].split(",")
            for _ in range(50 if is_first else 2):
                await asyncio.sleep(0)
            under_way -= 1
            return leads(request)

        made = AsyncSonarly(api_key=KEY, transport=httpx.MockTransport(answer), retries=0)
        rows = made.campaigns.lead_status("g", "c", lead_ids=IDS, batch_size=20, concurrency=5)
        return [row.lead_id async for row in rows]

    assert asyncio.run(run()) == IDS
    assert most == 5


def test_async_left_early() -> None:
    """An early exit leaves no task behind."""

    async def run() -> set[Any]:
        async def answer(request: httpx.Request) -> httpx.Response:
            if IDS[0] not in request.url.params["leadIds"].split(","):
                await asyncio.sleep(3_600)
            return leads(request)

        made = AsyncSonarly(api_key=KEY, transport=httpx.MockTransport(answer), retries=0)
        batches = made.campaigns.lead_status("g", "c", lead_ids=IDS).batches()
        await anext(batches)
        await batches.aclose()
        return asyncio.all_tasks() - {asyncio.current_task()}

    assert asyncio.run(run()) == set()


def test_without_asyncio() -> None:
    """In another event loop than asyncio's calls go out one after the other."""

    async def run() -> list[str]:
        rows = async_sonarly(Server()).campaigns.lead_status("g", "c", lead_ids=IDS)
        return [row.lead_id async for row in rows]

    walk = run()
    with pytest.raises(StopIteration) as ended:
        walk.send(None)

    assert ended.value.value == IDS


def test_every_status_is_an_error_of_ours() -> None:
    """A small walk fails with the same one error as a large one."""
    _, error = collected(sonarly(Server(lambda _: 404)), ["a"])

    assert isinstance(error.__cause__, APIStatusError)
    assert error.status_code == 404


@pytest.mark.parametrize("count", [2, 3])
def test_repeated_row(count: int) -> None:
    """A row that the server repeats is given once."""

    def answer(request: httpx.Request) -> httpx.Response:
        names = request.url.params["leadIds"].split(",")
        rows = [lead(name) for name in names] + [lead(names[0])] * (count - 1)
        return httpx.Response(200, json=success({"items": rows}))

    rows = sonarly(answer).campaigns.lead_status("g", "c", lead_ids=["a", "b", "c"])

    assert [row.lead_id for row in rows] == ["a", "b", "c"]
