"""A call whose response was lost is not repeated: the state is read instead."""

import copy
import pickle
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from campaignkit import UNSET, APIConnectionError, OutcomeUnknownError, Sonarly
from campaignkit_api.api.sonarly_campaigns import sonarly_campaigns_get as get_campaign
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, Fault, VirtualClock
from campaignkit_runtime.contents import ContentStream
from campaignkit_runtime.operations import Call, Operation, Verification

from tests.client.responses import CAMPAIGN, failure, success
from tests.client.retry_loop.calls import (
    ACTIVE,
    APPLIED_THEN_DROPPED,
    DRAFT,
    GET,
    PAUSED,
    START,
    client,
    error_of,
    script,
)


def test_applied(fake: Fake, sonarly: Sonarly) -> None:
    """A start whose response was lost is read, not repeated; what no read shows is unset."""
    fake.faults.add(APPLIED_THEN_DROPPED)
    started = sonarly.campaigns.start(ID, ID)

    assert started.campaign.status == "active"
    assert (started.triggered, started.instances_created) == (UNSET, UNSET)
    assert fake.state()["requests"] == {START: 1, GET: 1}


def test_raw(fake: Fake, sonarly: Sonarly) -> None:
    """The raw response is then that of the read."""
    fake.faults.add(APPLIED_THEN_DROPPED)
    raw = sonarly.campaigns.with_raw_response.start(ID, ID)

    assert b'"selectedLeadCount"' in raw.content
    assert raw.evidence == "read"
    assert sonarly.campaigns.with_raw_response.get(ID, ID).evidence == "response"


def test_not_applied(fake: Fake, sonarly: Sonarly) -> None:
    """A start that did not arrive is not sent again; the error carries the state."""
    fake.faults.add(Fault(START, drop=True))
    error = error_of(lambda: sonarly.with_options(retries=9).campaigns.start(ID, ID))

    assert (type(error), error.outcome, error.attempts) == (OutcomeUnknownError, "unknown", 1)
    assert error.state.status == "draft"
    assert error.read_at == datetime(2026, 5, 1, 12, 0, 10, tzinfo=UTC)
    assert "read 5 times within 10 s. The state does not show the call" in str(error)
    assert fake.state()["requests"] == {START: 1, GET: 5}


@pytest.mark.parametrize("status", [500, 502, 503, 504, 520])
def test_gateway(fake: Fake, sonarly: Sonarly, status: int) -> None:
    """An error of a server or a gateway is ambiguous: the start is sent once."""
    fake.faults.add(Fault(START, status=status, times=9))
    error = error_of(lambda: sonarly.campaigns.start(ID, ID))

    assert (type(error), error.status_code) == (OutcomeUnknownError, status)
    assert fake.state()["requests"][START] == 1


def test_late(clock: VirtualClock) -> None:
    """A start that is applied only after two reads is returned."""
    handler, sent = script(httpx.ReadTimeout("slow"), DRAFT, DRAFT, ACTIVE)

    assert client(handler, clock).campaigns.start("g", "c").campaign.status == "active"
    assert [request.method for request in sent] == ["POST", "GET", "GET", "GET"]
    assert clock.waits == [0.5, 1.0, 2.0]


@pytest.mark.parametrize(
    ("options", "waits"),
    [
        ({"settle": 0}, []),
        ({"settle": 0.2}, [0.2]),
        ({"settle": 3}, [0.5, 1.0, 1.5]),
        ({"settle": 20}, [0.5, 1.0, 2.0, 4.0, 8.0, 4.5]),
        ({"retries": 0}, [0.5, 1.0, 2.0, 4.0, 2.5]),
        ({"deadline": 5}, [0.5, 1.0, 2.0, 0.5]),
        ({"deadline": 60}, [0.5, 1.0, 2.0, 4.0, 2.5]),
        ({"deadline": 0.4}, []),
    ],
    ids=str,
)
def test_settle(clock: VirtualClock, options: dict[str, float], waits: list[float]) -> None:
    """The state is read until the settle time or the deadline is over, and at least once."""
    handler, sent = script(httpx.ReadError("reset"), DRAFT)
    error = error_of(lambda: client(handler, clock, **options).campaigns.start("g", "c"))

    assert (type(error), error.state.status) == (OutcomeUnknownError, "draft")
    assert clock.waits == waits
    assert [request.method for request in sent] == ["POST"] + ["GET"] * max(1, len(waits))


def test_settle_with_jitter() -> None:
    """The waits between reads are never less than half of the backoff."""
    clock = VirtualClock(random=lambda: 0.0)
    handler, _ = script(httpx.ReadError("reset"), DRAFT)
    error_of(lambda: client(handler, clock).campaigns.start("g", "c"))

    assert clock.waits == [0.25, 0.5, 1.0, 2.0, 4.0, 2.25]


def test_settle_by_call(clock: VirtualClock) -> None:
    """A call can have a settle time of its own."""
    handler, _ = script(httpx.ReadError("reset"), DRAFT)
    error_of(lambda: client(handler, clock).with_options(settle=1).campaigns.start("g", "c"))

    assert clock.waits == [0.5, 0.5]


def test_last_state(clock: VirtualClock) -> None:
    """The error carries the state that was read last, also if a later read failed."""
    handler, _ = script(
        *(httpx.ReadTimeout("slow"), DRAFT, PAUSED, httpx.Response(403, json=failure()))
    )
    error = error_of(lambda: client(handler, clock).campaigns.start("g", "c"))

    assert (error.state.status, error.read_at) == (
        "paused",
        datetime(2026, 5, 1, 12, 0, 1, 500000, UTC),
    )
    assert "The read failed (PermissionDeniedError)" in str(error)


def test_read_recovers(clock: VirtualClock) -> None:
    """A read that fails is repeated, by its own retries and by the next read."""
    failed = httpx.Response(502, json=failure())
    handler, sent = script(httpx.ReadTimeout("slow"), *[failed] * 4, ACTIVE)

    assert client(handler, clock).campaigns.start("g", "c").campaign.status == "active"
    assert [request.method for request in sent] == ["POST"] + ["GET"] * 5


def test_copies(clock: VirtualClock) -> None:
    """The error keeps the state when it is pickled or copied."""
    handler, _ = script(httpx.ReadTimeout("slow"), DRAFT)
    error = error_of(lambda: client(handler, clock).campaigns.start("g", "c"))
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301
        assert (twin.state, twin.read_at) == (error.state, error.read_at)


def test_started_before(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """A campaign that was started earlier says nothing about this call."""
    sonarly.campaigns.start(ID, ID)
    clock.advance(60)
    fake.faults.add(APPLIED_THEN_DROPPED)
    error = error_of(lambda: sonarly.campaigns.start(ID, ID))

    assert isinstance(error, OutcomeUnknownError)
    assert "The state does not show the outcome. Read /v1/" in str(error)
    assert len(fake.state()["starts"]) == 1


@pytest.mark.parametrize("ahead", [-86_400.0, 0.0, 86_400.0])
def test_server_clock(clock: VirtualClock, ahead: float) -> None:
    """The vendor's clock may be a day off: its own `Date` says when the call was sent."""
    theirs = VirtualClock()
    theirs.advance(86_400 + ahead)
    clock.advance(86_400)
    fake = Fake(clock=theirs)
    fake.faults.add(APPLIED_THEN_DROPPED)
    sonarly = Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=clock)

    assert sonarly.campaigns.start(ID, ID).campaign.status == "active"


def test_server_without_clock(clock: VirtualClock) -> None:
    """Without a `Date` the moment of the start is held to our own clock."""
    now = {"status": "active", "startedAt": "2026-05-01T12:00:00Z"}
    response = httpx.Response(200, json=success(CAMPAIGN | now))
    handler, _ = script(httpx.ReadError("reset"), response)

    assert client(handler, clock).campaigns.start("g", "c").campaign.status == "active"


def test_read_fails(fake: Fake, sonarly: Sonarly) -> None:
    """If the state cannot be read, the error says which read to make and why it failed."""
    fake.faults.add(APPLIED_THEN_DROPPED)
    fake.faults.add(Fault(GET, status=403))
    error = error_of(lambda: sonarly.campaigns.start(ID, ID))

    assert isinstance(error, OutcomeUnknownError)
    assert "The read failed (PermissionDeniedError)" in str(error)
    assert f"/campaigns/{ID} (sonarly_campaigns_get) before you repeat it" in str(error)
    assert isinstance(error.__cause__, APIConnectionError)


def test_gone(clock: VirtualClock) -> None:
    """A deleted item that is not found was deleted; the raw response is that of the read."""
    handler, _ = script(httpx.ReadTimeout("slow"), httpx.Response(404, json=failure()))
    operation: Operation[str] = Operation("sonarly_campaigns_delete", "DELETE", "verify", {})
    rule = Verification(
        get_campaign.call("g", "c"),
        applied=lambda found, since: False,
        unapplied=lambda found, since: True,
        result=lambda found, since: "deleted",
        is_gone=True,
    )
    raw = client(handler, clock)._send.raw(Call(operation, "/v1/c", {}, lambda: rule))

    assert (raw.payload, raw.status_code, raw.trace_id) == ("deleted", 404, "trace-2")


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(404, text="<h1>Not Found</h1>"),
        httpx.Response(404, text="404 page not found"),
        httpx.Response(404, json="Not Found"),
        httpx.Response(404),
        DRAFT,
    ],
)
def test_not_gone(clock: VirtualClock, response: httpx.Response) -> None:
    """What a proxy does not find was not deleted for that, and the call is not sent again."""
    handler, sent = script(httpx.ReadTimeout("slow"), response)
    ours = client(handler, clock, retries=0)
    error = error_of(lambda: ours.campaigns.delete("g", "c"))

    assert (type(error), error.outcome) == (OutcomeUnknownError, "unknown")
    assert [request.method for request in sent].count("DELETE") == 1


def test_consumed_body(clock: VirtualClock) -> None:
    """A body that was consumed is not sent again, also if a read would allow it."""
    handler, sent = script(httpx.ReadTimeout("slow"), DRAFT)
    operation: Operation[str] = Operation("sonarly_campaigns_import", "POST", "verify", {})
    rule = Verification(
        get_campaign.call("g", "c"),
        applied=lambda found, since: False,
        unapplied=lambda found, since: True,
        result=lambda found, since: "imported",
        is_repeatable=True,
    )
    body = {"content": ContentStream(part for part in [b"a"])}
    error = error_of(
        lambda: client(handler, clock)._send(Call(operation, "/v1/c", body, lambda: rule))
    )

    assert type(error) is OutcomeUnknownError
    assert [request.method for request in sent].count("POST") == 1


def test_never(clock: VirtualClock) -> None:
    """A call that nothing can verify is sent once, and the error says so."""
    operation: Operation[Any] = Operation("sonarly_folders_create", "POST", "never", {})
    handler, sent = script(httpx.ReadTimeout("slow"))
    error = error_of(lambda: client(handler, clock)._send(Call(operation, "/v1/folders", {})))

    assert (type(error), error.outcome, len(sent)) == (OutcomeUnknownError, "unknown", 1)
    assert "No operation shows it" in str(error)
