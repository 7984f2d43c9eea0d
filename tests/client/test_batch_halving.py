"""A batch that the server refuses as too large is sent in halves."""

import asyncio
from typing import Any

import pytest
from campaignkit import AuthenticationError

from tests.client.lead_batches import IDS, Server, async_sonarly, collected, statuses, walk
from tests.client.responses import sonarly


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


@pytest.mark.no_cover
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


@pytest.mark.no_cover
@pytest.mark.parametrize("concurrency", [1, 8])
def test_common_cause(concurrency: int) -> None:
    """If every id is refused, another argument is wrong: one error a batch, with bounded calls."""
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
    """After a refused key, no further call is made, and the rest is reported too."""
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


def test_async_halved() -> None:
    """The async client asks in halves too."""
    server = Server(lambda names: 400 if len(names) > 60 else None)

    async def run() -> int:
        return len(await async_sonarly(server).campaigns.lead_status("g", "c", lead_ids=IDS))

    assert asyncio.run(run()) == 1_000
    assert server.sizes[-1] == 50
