"""Lead statuses of any number of ids: in batches, in order, lazily, and without losing the rest."""

import threading
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

import httpx
import pytest
from campaignkit import AsyncSonarly

from tests.client.lead_batches import IDS, Server, async_ids, collected, statuses
from tests.client.responses import KEY, lead, leads, sonarly, success


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

    def respond(request: httpx.Request) -> httpx.Response:
        items = [lead(name) for name in reversed(request.url.params["leadIds"].split(","))]
        return httpx.Response(200, json=success({"items": items}))

    assert statuses(sonarly(respond), ["a", "b", "3"]) == ["a", "b", "3"]


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

    def respond(request: httpx.Request) -> httpx.Response:
        threads["sent"].add(threading.get_ident())
        return leads(request)

    statuses(sonarly(respond), ids(100))
    assert threads["sent"] == {threading.get_ident()}

    statuses(sonarly(respond), ids(1_000))
    assert threads["taken"] == {threading.get_ident()}
    assert len(threads["sent"]) > 1


def test_context() -> None:
    """A call in another thread sees the caller's context, as tracing needs it."""
    trace: ContextVar[str] = ContextVar("trace", default="none")
    seen: set[str] = set()

    def respond(request: httpx.Request) -> httpx.Response:
        seen.add(trace.get())
        return leads(request)

    trace.set("ours")
    statuses(sonarly(respond))

    assert seen == {"ours"}


@pytest.mark.parametrize(
    ("ids", "expected"),
    [(IDS[:25], [(10, 25), (20, 25), (25, 25)]), (iter(IDS[:15]), [(10, None), (15, None)])],
    ids=["list", "iterator"],
)
def test_progress(ids: Any, expected: list[tuple[int, int | None]]) -> None:
    """Progress is reported after each call, also after a failed one."""
    told: list[tuple[int, int | None]] = []
    client = sonarly(Server(lambda names: 500 if IDS[0] in names else None))
    collected(client, ids, batch_size=10, on_progress=lambda *progress: told.append(progress))

    assert told == expected


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
    """Arguments without a meaning are refused at once."""
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
        sonarly(Server()).campaigns.lead_status("g", "c", lead_ids=async_ids(IDS))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="lead_ids"):
        AsyncSonarly(api_key=KEY).campaigns.lead_status("g", "c", lead_ids=5)  # type: ignore[arg-type]


def test_raw() -> None:
    """With the raw response it stays one call."""
    server = Server()
    raw = sonarly(server).campaigns.with_raw_response.lead_status("g", "c", lead_ids=IDS[:300])

    assert (len(raw.payload), server.sizes) == (300, [300])
