"""A call is brought to its end: sent again, read about, or given up, and never done twice."""

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from campaignkit import (
    UNSET,
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    CampaignKitError,
    ConfigurationError,
    DeadlineExceeded,
    OutcomeUnknownError,
    RateLimitError,
    Sonarly,
)
from campaignkit_api.api.sonarly_campaigns import sonarly_campaigns_get as get_campaign
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, Fault, VirtualClock
from campaignkit_runtime.contents import ContentStream
from campaignkit_runtime.operations import Call, Operation, Verification

from tests.client.responses import CAMPAIGN, KEY, failure, success, transport

START = "sonarly_campaigns_start"
GET = "sonarly_campaigns_get"
STOP = "sonarly_campaigns_stop"
APPLIED_THEN_DROPPED = Fault(START, drop=True, after=True)

DRAFT = httpx.Response(200, json=success())
PAUSED = httpx.Response(200, json=success(CAMPAIGN | {"status": "paused"}))
ACTIVE = httpx.Response(
    200, json=success(CAMPAIGN | {"status": "active", "startedAt": "2026-05-01T12:00:01Z"})
)
STARTED = httpx.Response(
    200, json=success({"campaign": CAMPAIGN, "triggered": True, "instancesCreated": 25})
)

Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def clock() -> VirtualClock:
    """A clock on which every back-off is as long as it can be."""
    return VirtualClock(random=lambda: 1.0)


@pytest.fixture
def fake(clock: VirtualClock) -> Fake:
    """A fake on the client's clock."""
    return Fake(clock=clock)


@pytest.fixture
def sonarly(fake: Fake, clock: VirtualClock) -> Sonarly:
    """A client of the fake."""
    return Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=clock)


def script(*answers: httpx.Response | httpx.HTTPError) -> tuple[Handler, list[httpx.Request]]:
    """A handler that gives one answer after the other, the last for ever, and what it was sent."""
    sent: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        answer = answers[min(len(sent), len(answers)) - 1]
        if isinstance(answer, httpx.HTTPError):
            raise answer
        return answer

    return handle, sent


def client(handler: Handler, clock: VirtualClock, **options: Any) -> Sonarly:
    """A client whose calls the handler answers."""
    return Sonarly(api_key=KEY, transport=transport(handler), clock=clock, **options)


def keyed(key: str | None = None) -> Call[Any]:
    """A call of a keyed operation, which the spec does not have yet."""
    operation: Operation[Any] = Operation("sonarly_messages_create", "POST", "keyed", {})
    headers = {} if key is None else {"Idempotency-Key": key}
    return Call(operation, "/v1/messages", {"json": {}, "headers": headers})


def error_of(act: Callable[[], object]) -> CampaignKitError:
    """The error that an act ends with."""
    with pytest.raises(CampaignKitError) as caught:
        act()
    return caught.value


def test_applied(fake: Fake, sonarly: Sonarly) -> None:
    """A start whose answer was lost is read, not repeated; what the read cannot tell is unset."""
    fake.faults.add(APPLIED_THEN_DROPPED)
    started = sonarly.campaigns.start(ID, ID)

    assert started.campaign.status == "active"
    assert (started.triggered, started.instances_created) == (UNSET, UNSET)
    assert fake.state()["requests"] == {START: 1, GET: 1}


def test_raw(fake: Fake, sonarly: Sonarly) -> None:
    """The raw answer is then that of the read."""
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


def test_resend_after(clock: VirtualClock) -> None:
    """A caller can have the start sent once more when the state was unapplied for so long."""
    handler, sent = script(httpx.ReadTimeout("slow"), *[DRAFT] * 6, STARTED)
    started = client(handler, clock, resend_after=15).campaigns.start("g", "c")

    assert started.triggered is True
    assert [request.method for request in sent] == ["POST"] + ["GET"] * 6 + ["POST"]
    assert clock.waits == [0.5, 1.0, 2.0, 4.0, 2.5, 5.0]


def test_resend_after_within_settle(clock: VirtualClock) -> None:
    """The state is read at the moment at which the call may be sent again."""
    handler, sent = script(httpx.ReadTimeout("slow"), *[DRAFT] * 3, STARTED)
    client(handler, clock, resend_after=2).campaigns.start("g", "c")

    assert sent[-1].method == "POST"
    assert clock.waits == [0.5, 1.0, 0.5]


def test_resend_after_once(fake: Fake, sonarly: Sonarly) -> None:
    """It is sent once more, and not a third time."""
    fake.faults.add(Fault(START, drop=True, times=9))
    twice = sonarly.with_options(resend_after=1, retries=9)
    error = error_of(lambda: twice.campaigns.start(ID, ID))

    assert (type(error), error.attempts) == (OutcomeUnknownError, 2)
    assert fake.state()["requests"][START] == 2


@pytest.mark.parametrize("options", [{"retries": 0}, {"deadline": 20}, {"resend_after": None}])
def test_not_resent(clock: VirtualClock, options: dict[str, Any]) -> None:
    """Nothing is sent again without retries, beyond the deadline, or if that is switched off."""
    handler, sent = script(httpx.ReadTimeout("slow"), DRAFT)
    ours = client(handler, clock, resend_after=30).with_options(**options)
    error = error_of(lambda: ours.campaigns.start("g", "c"))

    assert isinstance(error, OutcomeUnknownError)
    assert [request.method for request in sent].count("POST") == 1


def test_unclear_is_not_resent(clock: VirtualClock) -> None:
    """A state without the outcome is not a reason to send a start again."""
    handler, sent = script(httpx.ReadError("reset"), PAUSED)
    error = error_of(lambda: client(handler, clock, resend_after=1).campaigns.start("g", "c"))

    assert "The state does not show the outcome. Read /v1/" in str(error)
    assert [request.method for request in sent].count("POST") == 1


@pytest.mark.parametrize("status", [409, 429])
def test_refusal_of_the_second(clock: VirtualClock, status: int) -> None:
    """A refusal of the second start is not taken for the fate of the first."""
    refused = httpx.Response(status, json=failure(), headers={"Retry-After": "7"})
    handler, sent = script(httpx.ReadTimeout("slow"), DRAFT, refused, ACTIVE)
    ours = client(handler, clock, resend_after=0)

    assert ours.campaigns.start("g", "c").campaign.status == "active"
    assert [request.method for request in sent] == ["POST", "GET", "POST", "GET"]


def test_second_is_throttled(clock: VirtualClock) -> None:
    """A second start that was refused for the rate goes out after another read and wait."""
    limited = httpx.Response(429, json=failure(), headers={"Retry-After": "7"})
    handler, sent = script(httpx.ReadTimeout("slow"), DRAFT, limited, DRAFT, DRAFT, STARTED)
    client(handler, clock, resend_after=0).campaigns.start("g", "c")

    assert [request.method for request in sent] == ["POST", "GET", "POST", "GET", "GET", "POST"]
    assert sum(clock.waits) >= 7


def test_refused_after_all(clock: VirtualClock) -> None:
    """A refusal after an attempt that may have been applied is no proof that nothing was done."""
    denied = httpx.Response(401, json=failure())
    handler, sent = script(httpx.ReadTimeout("slow"), DRAFT, denied)
    error = error_of(lambda: client(handler, clock, resend_after=0).campaigns.start("g", "c"))

    assert (type(error), error.outcome, error.status_code) == (OutcomeUnknownError, "unknown", 401)
    assert error.state.status == "draft"
    assert [request.method for request in sent] == ["POST", "GET", "POST", "GET"]


def test_deadline_of_the_second(clock: VirtualClock) -> None:
    """A second start that the deadline cuts leaves the outcome unknown, with the state."""

    def handle(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return DRAFT
        clock.advance(request.extensions["timeout"]["read"])
        raise httpx.ReadTimeout("slow")

    ours = client(handle, clock, resend_after=0, timeout=5, deadline=8)
    error = error_of(lambda: ours.campaigns.start("g", "c"))

    assert (type(error), error.outcome, error.attempts) == (DeadlineExceeded, "unknown", 2)
    assert error.state.status == "draft"


def test_repeatable(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """A call that cannot add an effect is sent once more after the first unapplied read."""
    sonarly.campaigns.start(ID, ID)
    fake.faults.add(Fault(STOP, drop=True))
    stopped = sonarly.campaigns.stop(ID, ID)

    assert stopped.instances_stopped is not UNSET
    assert fake.state()["requests"] == {START: 1, STOP: 2, GET: 1}
    assert clock.waits == [0.5]


def test_repeatable_once(fake: Fake, sonarly: Sonarly) -> None:
    """It is sent once more, and not a third time."""
    sonarly.campaigns.start(ID, ID)
    fake.faults.add(Fault(STOP, drop=True, times=9))
    error = error_of(lambda: sonarly.with_options(retries=9).campaigns.stop(ID, ID))

    assert (type(error), error.attempts) == (OutcomeUnknownError, 2)
    assert error.state.status == "active"
    assert fake.state()["requests"][STOP] == 2


def test_repeatable_without_retries(fake: Fake, sonarly: Sonarly) -> None:
    """Without retries it is read about, and not sent again."""
    sonarly.campaigns.start(ID, ID)
    fake.faults.add(Fault(STOP, drop=True))
    error = error_of(lambda: sonarly.with_options(retries=0).campaigns.stop(ID, ID))

    assert (type(error), error.attempts) == (OutcomeUnknownError, 1)


def test_started_before(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """A campaign that was started earlier tells nothing of this call."""
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
    answer = httpx.Response(200, json=success(CAMPAIGN | now))
    handler, _ = script(httpx.ReadError("reset"), answer)

    assert client(handler, clock).campaigns.start("g", "c").campaign.status == "active"


def test_read_fails(fake: Fake, sonarly: Sonarly) -> None:
    """Where the state cannot be read, the error says which read to make and why it failed."""
    fake.faults.add(APPLIED_THEN_DROPPED)
    fake.faults.add(Fault(GET, status=403))
    error = error_of(lambda: sonarly.campaigns.start(ID, ID))

    assert isinstance(error, OutcomeUnknownError)
    assert "The read failed (PermissionDeniedError)" in str(error)
    assert f"/campaigns/{ID} (sonarly_campaigns_get) before you repeat it" in str(error)
    assert isinstance(error.__cause__, APIConnectionError)


def test_gone(clock: VirtualClock) -> None:
    """What was to be deleted and is not found was deleted; the raw answer is that of the read."""
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
    "answer",
    [
        httpx.Response(404, text="<h1>Not Found</h1>"),
        httpx.Response(404, text="404 page not found"),
        httpx.Response(404, json="Not Found"),
        httpx.Response(404),
        DRAFT,
    ],
)
def test_not_gone(clock: VirtualClock, answer: httpx.Response) -> None:
    """What a proxy does not find was not deleted for that, and the call is not sent again."""
    handler, sent = script(httpx.ReadTimeout("slow"), answer)
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


def test_key_is_made(clock: VirtualClock) -> None:
    """A keyed call has one key for all its attempts, and its error tells it."""
    handler, sent = script(*[httpx.ReadTimeout("slow")] * 3)
    error = error_of(lambda: client(handler, clock)._send(keyed()))

    assert error.idempotency_key
    assert {request.headers["Idempotency-Key"] for request in sent} == {error.idempotency_key}
    assert (type(error), len(sent)) == (APITimeoutError, 3)
    assert "with the same idempotency key" in str(error)


def test_key_differs(clock: VirtualClock) -> None:
    """Two calls have two keys."""
    handler, sent = script(*[httpx.Response(400, json=failure())] * 2)
    ours = client(handler, clock)
    for _ in range(2):
        error_of(lambda: ours._send(keyed()))

    assert len({request.headers["Idempotency-Key"] for request in sent}) == 2


def test_key_is_given(clock: VirtualClock) -> None:
    """A caller's own key is the one that is sent."""
    handler, sent = script(httpx.Response(400, json=failure()))
    error = error_of(lambda: client(handler, clock)._send(keyed("mine")))

    assert (error.idempotency_key, sent[0].headers["Idempotency-Key"]) == ("mine", "mine")


def test_open_stays_open(clock: VirtualClock) -> None:
    """An attempt that may have been applied is not forgotten when the next cannot be sent."""
    handler, _ = script(httpx.ReadTimeout("slow"), *[httpx.ConnectError("refused")] * 2)
    error = error_of(lambda: client(handler, clock)._send(keyed()))

    assert (type(error), error.outcome) == (APIConnectionError, "unknown")


def test_refusal_of_a_keyed_call(clock: VirtualClock) -> None:
    """A refusal ends a keyed call, but its first attempt may have been applied."""
    handler, sent = script(httpx.ReadTimeout("slow"), httpx.Response(401, json=failure()))
    error = error_of(lambda: client(handler, clock)._send(keyed()))

    assert (type(error), error.outcome, len(sent)) == (AuthenticationError, "unknown", 2)


def test_back_off(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """Waits grow from attempt to attempt, and the error says how many there were."""
    fake.faults.add(Fault(GET, status=500, times=9))
    error = error_of(lambda: sonarly.with_options(retries=5).campaigns.get(ID, ID))

    assert clock.waits == [0.5, 1.0, 2.0, 4.0, 8.0]
    assert error.attempts == 6


def test_wish_within_patience(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """Without a deadline a wish of up to a minute is obeyed."""
    fake.faults.add(Fault(START, status=429, retry_after="60"))
    sonarly.campaigns.start(ID, ID)

    assert clock.waits == [60.0]


def test_wish_beyond_patience(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """Without a deadline nobody waits for a day: the error comes at once, with the wish."""
    fake.faults.add(Fault(START, status=429, retry_after="86400"))
    error = error_of(lambda: sonarly.campaigns.start(ID, ID))

    assert (type(error), error.retry_after, error.outcome) == (RateLimitError, 86_400.0, "rejected")
    assert clock.waits == []
    assert error.__notes__ == [
        "A retry after 86400 s would exceed the 60 s that a call without a deadline waits."
    ]


def test_deadline_allows_a_wish(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """Whoever allows an hour waits for ten minutes."""
    fake.faults.add(Fault(START, status=429, retry_after="600"))
    sonarly.with_options(deadline=3_600).campaigns.start(ID, ID)

    assert clock.waits == [600.0]


def test_deadline_forbids_a_wish(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """A wish beyond the deadline fails at once."""
    fake.faults.add(Fault(START, status=503, retry_after="10"))
    error = error_of(lambda: sonarly.with_options(deadline=10).campaigns.start(ID, ID))

    assert (error.status_code, error.retry_after, clock.waits) == (503, 10.0, [])
    assert "exceed its deadline of 10 s" in error.__notes__[0]


def test_deadline_ends_an_attempt(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """What is left of the deadline is the time of the next attempt."""
    fake.faults.add(Fault(GET, status=500))
    fake.faults.add(Fault(GET, delay=3_600))
    error = error_of(lambda: sonarly.with_options(deadline=5).campaigns.get(ID, ID))

    assert isinstance(error, DeadlineExceeded)
    assert isinstance(error.__cause__, APITimeoutError)
    assert clock.monotonic() == 5.0


def test_deadline_of_a_connection(clock: VirtualClock) -> None:
    """A start that could not be sent in time was not sent."""

    def handle(request: httpx.Request) -> httpx.Response:
        clock.advance(request.extensions["timeout"]["connect"])
        raise httpx.ConnectTimeout("slow")

    error = error_of(lambda: client(handle, clock, deadline=3).campaigns.start("g", "c"))

    assert (type(error), error.outcome) == (DeadlineExceeded, "not_sent")
    assert str(error).endswith("the deadline of 3 s has passed.")


def test_deadline_of_a_start(fake: Fake, sonarly: Sonarly) -> None:
    """A start that the deadline cut says what to read."""
    fake.faults.add(Fault(START, delay=3_600))
    error = error_of(lambda: sonarly.with_options(deadline=5).campaigns.start(ID, ID))

    assert (type(error), error.outcome, error.attempts) == (DeadlineExceeded, "unknown", 1)
    assert "(sonarly_campaigns_get) before you repeat it" in str(error)


def test_deadline_of_a_read(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """The read that verifies a start shares its deadline."""
    fake.faults.add(APPLIED_THEN_DROPPED)
    fake.faults.add(Fault(GET, delay=3_600))
    error = error_of(lambda: sonarly.with_options(deadline=5).campaigns.start(ID, ID))

    assert isinstance(error, OutcomeUnknownError)
    assert "The read failed (DeadlineExceeded)" in str(error)
    assert clock.monotonic() == 5.0


def test_clock_jumps(fake: Fake, clock: VirtualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wait that took longer than it should, as in a sleeping laptop, leaves no attempt."""
    fake.faults.add(Fault(GET, status=500))
    monkeypatch.setattr(clock, "sleep", lambda _: clock.advance(100))
    sonarly = Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=clock, deadline=50)
    error = error_of(lambda: sonarly.campaigns.get(ID, ID))

    assert (type(error), error.attempts, error.status_code) == (DeadlineExceeded, 1, 500)


def test_closed_meanwhile(clock: VirtualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that is closed between two attempts does not say that nothing was sent."""
    handler, _ = script(*[httpx.ReadTimeout("slow")] * 3)
    ours = client(handler, clock)
    monkeypatch.setattr(clock, "sleep", lambda _: ours.close())
    error = error_of(lambda: ours._send(keyed()))

    assert (type(error), error.outcome) == (ConfigurationError, "unknown")


def test_closed_in_a_call(clock: VirtualClock) -> None:
    """A client that is closed while it sends leaves the outcome of a write open."""

    def handle(_: httpx.Request) -> httpx.Response:
        ours.close()
        raise RuntimeError("cannot send")

    ours = client(handle, clock)
    error = error_of(lambda: ours.campaigns.start("g", "c"))

    assert isinstance(error, OutcomeUnknownError)
    assert "closed during the call" in str(error.__cause__)


def test_closed_before_it_is_sent(clock: VirtualClock) -> None:
    """A client that another thread closes just before it sends says that nothing was sent."""

    class Closing(httpx.Client):
        def send(self, *arguments: Any, **keywords: Any) -> httpx.Response:
            self.close()
            return super().send(*arguments, **keywords)

    handler, requests = script(httpx.Response(200, json=success()))
    http = Closing(transport=transport(handler))
    sonarly = Sonarly(api_key=KEY, http_client=http, retries=0, clock=clock)
    error = error_of(lambda: sonarly.campaigns.start("g", "c"))

    assert (type(error), error.outcome) == (APIConnectionError, "not_sent")
    assert not requests


def test_other_runtime_error(clock: VirtualClock) -> None:
    """A mistake in a caller's own transport is not taken for a closed client."""

    def handle(_: httpx.Request) -> httpx.Response:
        raise RuntimeError("a bug")

    with pytest.raises(APIConnectionError, match=r"\(RuntimeError\)") as caught:
        client(handle, clock).campaigns.get("g", "c")
    assert str(caught.value.__cause__) == "a bug"
