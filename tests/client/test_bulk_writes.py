"""Bulk writes send each row once, and say what became of each."""

import asyncio
import pickle
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from campaignkit import (
    AsyncCallers,
    AsyncSonarly,
    BatchError,
    Callers,
    ConfigurationError,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    Sonarly,
    WriteReport,
)
from campaignkit.models import CallersContactBulkItem, CallersContactBulkItemData
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake, Fault

from tests.client.responses import KEY, transport

UPSERT = "callers_contacts_create_bulk"


def number(index: int) -> str:
    """Return a phone number."""
    return f"+1202555{index:04}"


def contacts(count: int) -> list[dict[str, Any]]:
    """Return so many rows."""
    return [{"name": f"n{i}", "phone_number": number(i), "data": {}} for i in range(count)]


@pytest.fixture
def callers(campaignkit_fake: Fake) -> Iterator[Callers]:
    """Yield a client of the fake that does not retry."""
    with Callers(
        api_key="fake-callers", transport=campaignkit_fake.transport(), retries=0
    ) as client:
        yield client


def calls(fake: Fake, operation: str = UPSERT) -> int:
    """Return how often an operation was requested."""
    count: int = fake.state()["requests"].get(operation, 0)
    return count


def test_upsert_many(callers: Callers, campaignkit_fake: Fake) -> None:
    """Each row has a result in its place, from as few calls as needed."""
    rows = contacts(250)
    first = list(callers.contacts.upsert_many(SAMPLE_ID, iter(rows)))
    again = list(callers.contacts.upsert_many(SAMPLE_ID, [rows[0] | {"name": "new"}]))

    assert [row.item for row in first] == rows
    assert {(row.outcome, row.result.status) for row in first if row.result} == {
        ("applied", "created")
    }
    assert [row.result.status for row in again if row.result] == ["updated"]
    assert calls(campaignkit_fake) == 3 + 1


def test_models(callers: Callers) -> None:
    """A row is a model, too; its result is found by the digits of its number."""
    model = CallersContactBulkItem("Ada", "+1-202-555-0142", CallersContactBulkItemData())
    [row] = callers.contacts.upsert_many(SAMPLE_ID, [model])

    assert row.result
    assert row.result.status == "created"


def test_lazy(callers: Callers, campaignkit_fake: Fake) -> None:
    """Nothing is sent before the iteration, and rows are taken when they are needed."""
    taken: list[int] = []

    def rows() -> Iterator[dict[str, Any]]:
        for index, row in enumerate(contacts(300)):
            taken.append(index)
            yield row

    writes = callers.contacts.upsert_many(SAMPLE_ID, rows())
    before = calls(campaignkit_fake), len(taken)
    next(iter(writes))

    assert (*before, calls(campaignkit_fake), len(taken)) == (0, 0, 1, 100)
    assert len(writes.report().applied) == 100


def test_once(callers: Callers, campaignkit_fake: Fake) -> None:
    """A second iteration is refused, because it would send the rows again."""
    writes = callers.contacts.upsert_many(SAMPLE_ID, contacts(2))
    list(writes)
    with pytest.raises(ConfigurationError, match=r"sent already.* report\(\).not_sent"):
        list(writes)

    assert calls(campaignkit_fake) == 1


def test_invalid_row(callers: Callers, campaignkit_fake: Fake) -> None:
    """A row that cannot be sent does not stop its neighbours."""
    rows: list[Any] = contacts(5)
    rows[2] = {"name": "n"}
    rows[4] = 5
    seen = list[Any]()
    with pytest.raises(BatchError, match="2 of 5 failed") as caught:
        seen.extend(callers.contacts.upsert_many(SAMPLE_ID, rows))

    # `extend` loses nothing: it takes the results one by one.
    assert [row.outcome for row in seen] == ["applied"] * 2 + ["not_sent", "applied", "not_sent"]
    assert caught.value.items == [rows[2], rows[4]]
    messages = [str(failure.error) for failure in caught.value.failures]
    assert messages[0].startswith("rows[2] must be a mapping")
    assert messages[1].startswith("rows[4] must be a CallersContactBulkItem or a mapping")
    assert calls(campaignkit_fake) == 1


def test_place_of_row(callers: Callers) -> None:
    """The error of a row names its place among all rows, also beyond the first call."""
    rows: list[Any] = contacts(150)
    rows[120] = {**rows[120], "name": 3}
    with pytest.raises(BatchError, match=r"rows\[120\]\.name must be a string, got int"):
        list(callers.contacts.upsert_many(SAMPLE_ID, iter(rows)))


def test_argument_of_all_rows(callers: Callers) -> None:
    """The error of an argument that is no row keeps its name."""
    bad: Any = 5
    with pytest.raises(BatchError, match="campaign_id must be"):
        list(callers.contacts.upsert_many(bad, contacts(1)))


def test_mappings_to_approve(campaignkit_fake: Fake) -> None:
    """A mapping needs only the fields that the call needs, with names of Python or of JSON."""
    with Sonarly(api_key="fake-sonarly", transport=campaignkit_fake.transport()) as sonarly:
        campaigns = sonarly.campaigns
        campaigns.start(SAMPLE_ID, SAMPLE_ID)
        leads = campaignkit_fake.state()["campaigns"][SAMPLE_ID]["leadIds"]
        one, other, *_ = campaigns.pending_approvals(SAMPLE_ID, SAMPLE_ID, lead_ids=leads)
        rows: list[Any] = [
            {"lead_id": one.lead_id, "workflow_instance_id": one.workflow_instance_id},
            {"leadId": other.lead_id, "workflowInstanceId": other.workflow_instance_id, "no": 1},
            {"lead_id": "a"},
            5,
        ]
        with pytest.raises(BatchError) as caught:
            list(campaigns.approve_many(SAMPLE_ID, SAMPLE_ID, rows))

    assert [str(failure.error) for failure in caught.value.failures] == [
        "rows[2] must have workflow_instance_id.",
        "rows[3] must be of CampaignLeadStatus or mappings, got int.",
    ]


def test_only_invalid_rows(callers: Callers, campaignkit_fake: Fake) -> None:
    """Without a valid row there is no call."""
    with pytest.raises(BatchError, match="1 of 1 failed"):
        list(callers.contacts.upsert_many(SAMPLE_ID, [{"name": "n"}]))

    assert calls(campaignkit_fake) == 0


def test_unknown(callers: Callers, campaignkit_fake: Fake) -> None:
    """Rows whose response was lost are unknown; the others go on."""
    campaignkit_fake.faults.add(FAULTS["applied, then dropped"].on(UPSERT))
    writes = callers.contacts.upsert_many(SAMPLE_ID, contacts(250))
    with pytest.raises(BatchError, match="100 of 250 failed"):
        list(writes)
    report = writes.report()

    assert str(report) == "150 applied, 0 rejected, 0 not sent, 100 unknown"
    assert report.unknown == tuple(contacts(250)[:100])
    assert repr(writes) == f"BulkWrites({report})"
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301 - our own bytes


def test_final_error() -> None:
    """If no further call can succeed, the rest is not sent."""
    with Callers(api_key="wrong", transport=Fake().transport()) as stranger:
        writes = stranger.contacts.upsert_many(SAMPLE_ID, contacts(250))
        with pytest.raises(BatchError, match="250 of 250 failed"):
            list(writes)

    assert str(writes.report()) == "0 applied, 100 rejected, 150 not sent, 0 unknown"


def test_crash(callers: Callers) -> None:
    """After an exception of your own code, each row is applied, not sent or unknown."""
    rows = contacts(250)
    writes = callers.contacts.upsert_many(SAMPLE_ID, rows)

    def crash() -> None:
        for row in writes:
            if row.item == rows[120]:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        crash()

    assert writes.report() == WriteReport(applied=tuple(rows[:200]), not_sent=tuple(rows[200:]))


def test_crash_within_a_call() -> None:
    """A row is unknown if the exception came while its call was under way."""

    def interrupt(request: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    rows = contacts(3)
    with Callers(api_key=KEY, transport=transport(interrupt)) as client:
        writes = client.contacts.upsert_many("c", iter(rows), batch_size=2)
        with pytest.raises(KeyboardInterrupt):
            list(writes)

    assert writes.report() == WriteReport(unknown=tuple(rows[:2]))


def test_on_send(callers: Callers) -> None:
    """The rows of a call are reported before it is sent, for a journal of your own."""
    sent: list[Any] = []
    writes = callers.contacts.upsert_many(
        SAMPLE_ID, contacts(3), batch_size=2, on_send=lambda rows: sent.append(len(rows))
    )
    for _ in writes:
        sent.append("row")

    assert sent == [2, "row", "row", 1, "row"]


@pytest.mark.parametrize("concurrency", [1, 4])
def test_on_send_async(campaignkit_fake: Fake, concurrency: int) -> None:
    """The async client awaits the report of the rows before it sends them."""
    events: list[int] = []

    async def store(rows: tuple[Any, ...]) -> None:
        await asyncio.sleep(0)
        events.append(len(rows) if calls(campaignkit_fake) < 3 else -1)

    async def run() -> None:
        async with AsyncCallers(
            api_key="fake-callers", transport=campaignkit_fake.transport()
        ) as client:
            await client.contacts.upsert_many(
                SAMPLE_ID, contacts(5), batch_size=2, on_send=store, concurrency=concurrency
            )

    asyncio.run(run())
    assert sorted(events) == [1, 2, 2]


def test_on_send_async_raises(campaignkit_fake: Fake) -> None:
    """If the journal of an async client fails, the call is not sent."""

    async def full(rows: object) -> None:
        raise OSError("the disk is full")

    async def run() -> None:
        async with AsyncCallers(
            api_key="fake-callers", transport=campaignkit_fake.transport()
        ) as client:
            writes = client.contacts.upsert_many(SAMPLE_ID, contacts(3), on_send=full)
            with pytest.raises(OSError, match="full"):
                await writes
            assert len(writes.report().not_sent) == 3

    asyncio.run(run())
    assert calls(campaignkit_fake) == 0


def test_bad_on_send(callers: Callers) -> None:
    """A report that cannot work is refused at once."""
    bad: Any = 3
    coroutine_function: Any = asyncio.sleep
    with pytest.raises(InvalidArgumentTypeError, match="on_send must be callable, got int"):
        callers.contacts.upsert_many(SAMPLE_ID, [], on_send=bad)
    with pytest.raises(InvalidArgumentTypeError, match=r"on_send .* got a coroutine function"):
        callers.contacts.upsert_many(SAMPLE_ID, [], on_send=coroutine_function)


def test_exit_in_iterator(callers: Callers) -> None:
    """Rows that were taken when Ctrl-C comes in their iterator are reported as not sent."""
    rows = contacts(4)

    def read() -> Iterator[dict[str, Any]]:
        yield from rows[:3]
        raise KeyboardInterrupt

    writes = callers.contacts.upsert_many(SAMPLE_ID, read(), batch_size=2)
    with pytest.raises(KeyboardInterrupt):
        list(writes)

    report = writes.report()
    assert (report.applied, report.not_sent) == (tuple(rows[:2]), (rows[2],))


@pytest.mark.parametrize("is_async_source", [False, True])
def test_cancelled_in_iterator(campaignkit_fake: Fake, *, is_async_source: bool) -> None:
    """Rows that were taken when a task is cancelled are reported as not sent."""
    rows = contacts(4)

    def read() -> Iterator[dict[str, Any]]:
        yield from rows[:3]
        raise asyncio.CancelledError

    async def read_async() -> AsyncIterator[dict[str, Any]]:
        for row in read():
            yield row

    async def run() -> None:
        async with AsyncCallers(
            api_key="fake-callers", transport=campaignkit_fake.transport()
        ) as client:
            source = read_async() if is_async_source else read()
            writes = client.contacts.upsert_many(SAMPLE_ID, source, batch_size=2)
            with pytest.raises(asyncio.CancelledError):
                await writes
            report = writes.report()
            assert (report.applied, report.not_sent) == (tuple(rows[:2]), (rows[2],))

    asyncio.run(run())


def test_on_send_raises(callers: Callers, campaignkit_fake: Fake) -> None:
    """If the journal fails, the call is not sent."""

    def full(rows: object) -> None:
        raise OSError("the disk is full")

    writes = callers.contacts.upsert_many(SAMPLE_ID, contacts(3), on_send=full)
    with pytest.raises(OSError, match="the disk is full"):
        list(writes)

    assert calls(campaignkit_fake) == 0
    assert writes.report() == WriteReport(not_sent=tuple(contacts(3)))


def test_too_many() -> None:
    """A call that is refused as too large is halved, and the client remembers the size."""
    sizes: list[int] = []

    def handle(request: httpx.Request) -> httpx.Response:
        size = request.content.count(b"phoneNumber")
        sizes.append(size)
        if size > 30:
            return httpx.Response(413, json={"message": "Too large"})
        counts = {"requested": size, "added": size, "modified": 0, "contactIds": []}
        return httpx.Response(200, json=counts)

    with Callers(api_key=KEY, transport=transport(handle)) as client:
        rows = list(client.contacts.upsert_many("c", contacts(150)))

    assert {(row.outcome, row.result) for row in rows} == {("applied", None)}
    assert sizes == [100, 50, 25, 25, 50, 25, 25, 25, 25]


def test_refused_row() -> None:
    """A row that the server refuses fails alone."""

    def handle(request: httpx.Request) -> httpx.Response:
        if number(3).encode() in request.content:
            return httpx.Response(400, json={"message": "Bad number"})
        counts = {"requested": 1, "added": 1, "modified": 0, "contactIds": []}
        return httpx.Response(200, json=counts)

    with Callers(api_key=KEY, transport=transport(handle)) as client:
        writes = client.contacts.upsert_many("c", contacts(5))
        with pytest.raises(BatchError, match="1 of 5 failed"):
            list(writes)

    assert writes.report().rejected == (contacts(5)[3],)
    assert len(writes.report().applied) == 4


@pytest.mark.expects_contract_violation("a response without its fields")
def test_unreadable_response() -> None:
    """Rows of a response that cannot be read are unknown, each with the error of its call."""
    response, rows = httpx.Response(200, json={"requested": "many"}), list[Any]()
    with Callers(api_key=KEY, transport=transport(response)) as client, pytest.raises(BatchError):
        rows.extend(client.contacts.upsert_many("c", contacts(2)))

    assert [(row.outcome, type(row.error).__name__) for row in rows] == [
        ("unknown", "OutcomeUnknownError")
    ] * 2


def test_archive_many(callers: Callers, campaignkit_fake: Fake) -> None:
    """IDs are archived in the same way; a result is the payload of its call."""
    ids = [contact.id for contact in callers.contacts.list(SAMPLE_ID).take(3)]
    rows = list(callers.contacts.archive_many(SAMPLE_ID, ids, batch_size=2))

    assert [row.result.archived_count for row in rows if row.result] == [2, 2, 1]
    assert calls(campaignkit_fake, "callers_contacts_archive_bulk") == 2


@pytest.mark.parametrize("concurrency", [1, 4])
def test_approve_many(campaignkit_fake: Fake, concurrency: int) -> None:
    """Leads whose content waits are approved one by one; a second approval fails alone."""
    with Sonarly(
        api_key="fake-sonarly", transport=campaignkit_fake.transport(), retries=0
    ) as sonarly:
        campaigns = sonarly.campaigns
        campaigns.start(SAMPLE_ID, SAMPLE_ID)
        leads = campaignkit_fake.state()["campaigns"][SAMPLE_ID]["leadIds"]
        waiting = list(campaigns.pending_approvals(SAMPLE_ID, SAMPLE_ID, lead_ids=leads))
        first, *others = waiting
        approved = campaigns.approve_many(
            SAMPLE_ID, SAMPLE_ID, [first, *others], concurrency=concurrency
        )
        rows = list(approved)
        again = campaigns.approve_many(SAMPLE_ID, SAMPLE_ID, iter(waiting[:2]))
        with pytest.raises(BatchError, match="2 of 2 failed"):
            list(again)
        left = list(campaigns.pending_approvals(SAMPLE_ID, SAMPLE_ID, lead_ids=leads))

    assert len(waiting) > 1
    assert [row.item for row in rows] == waiting
    assert all(row.result and row.result.action == "approved" for row in rows)
    assert len(again.report().rejected) == 2
    assert left == []


def test_discard_many(campaignkit_fake: Fake) -> None:
    """Content is discarded in the same way, also for rows of your own."""
    with Sonarly(api_key="fake-sonarly", transport=campaignkit_fake.transport()) as sonarly:
        sonarly.campaigns.start(SAMPLE_ID, SAMPLE_ID)
        leads = campaignkit_fake.state()["campaigns"][SAMPLE_ID]["leadIds"]
        [lead, *_] = sonarly.campaigns.pending_approvals(SAMPLE_ID, SAMPLE_ID, lead_ids=leads)
        unstarted = lead.to_dict() | {"workflowInstanceId": None}
        writes = sonarly.campaigns.discard_many(SAMPLE_ID, SAMPLE_ID, [lead.to_dict(), unstarted])
        with pytest.raises(BatchError, match="workflow_instance_id must be a string, got None"):
            list(writes)

    assert writes.report() == WriteReport(applied=(lead.to_dict(),), not_sent=(unstarted,))


def test_async(campaignkit_fake: Fake) -> None:
    """The async client has the same bulk writes, also for async rows."""

    async def rows() -> AsyncIterator[dict[str, Any]]:
        for row in contacts(150):
            yield row

    async def run() -> None:
        carrier = campaignkit_fake.transport()
        async with AsyncCallers(api_key="fake-callers", transport=carrier, retries=0) as callers:
            upserted = callers.contacts.upsert_many(SAMPLE_ID, rows())
            assert [row.item async for row in upserted] == contacts(150)
            with pytest.raises(ConfigurationError, match="sent already"):
                await upserted
            campaignkit_fake.faults.add(FAULTS["applied, then dropped"].on(UPSERT))
            lost = callers.contacts.upsert_many(SAMPLE_ID, contacts(3), batch_size=2)
            with pytest.raises(BatchError):
                await lost
            assert str(lost.report()) == "1 applied, 0 rejected, 0 not sent, 2 unknown"
            ids = await callers.contacts.list(SAMPLE_ID).take(2)
            archived = await callers.contacts.archive_many(SAMPLE_ID, [c.id for c in ids])
            assert [row.outcome for row in archived] == ["applied"] * 2
        async with AsyncSonarly(api_key="fake-sonarly", transport=carrier) as sonarly:
            await sonarly.campaigns.start(SAMPLE_ID, SAMPLE_ID)
            leads = campaignkit_fake.state()["campaigns"][SAMPLE_ID]["leadIds"]
            waiting = await sonarly.campaigns.pending_approvals(
                SAMPLE_ID, SAMPLE_ID, lead_ids=leads
            )
            [row] = await sonarly.campaigns.approve_many(SAMPLE_ID, SAMPLE_ID, waiting[:1])
            assert row.outcome == "applied"

    asyncio.run(run())


def test_bad_arguments(callers: Callers) -> None:
    """Arguments are checked at once."""
    with pytest.raises(InvalidArgumentTypeError, match="rows must be a list, got dict"):
        callers.contacts.upsert_many(SAMPLE_ID, contacts(1)[0])  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match="batch_size must be an integer >= 1"):
        callers.contacts.upsert_many(SAMPLE_ID, [], batch_size=0)
    assert list(callers.contacts.upsert_many(SAMPLE_ID, [])) == []


def test_retried_rejection(campaignkit_fake: Fake) -> None:
    """A call that was surely not applied is retried, and its rows are applied once."""
    campaignkit_fake.faults.add(Fault(UPSERT, status=429, retry_after="0", times=1))
    with Callers(api_key="fake-callers", transport=campaignkit_fake.transport()) as client:
        rows = list(client.contacts.upsert_many(SAMPLE_ID, contacts(2)))

    assert [row.outcome for row in rows] == ["applied"] * 2
