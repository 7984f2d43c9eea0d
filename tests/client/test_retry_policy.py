"""The table of the design: what follows a failure is decided by the class of the operation."""

import dataclasses
from typing import Any, get_args

import pytest
from campaignkit import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    CampaignKitError,
    ConfigurationError,
    DeadlineExceeded,
    InternalServerError,
    NonStandardStatusError,
    RateLimitError,
    ResponseDecodeError,
)
from campaignkit._retry_policy import (
    Action,
    CallState,
    Finish,
    GiveUp,
    ReadState,
    Resend,
    RetryDecision,
    RetryPolicy,
    StateRead,
    next_action,
)
from campaignkit_runtime.operations import Idempotency

REFUSED = APIConnectionError("", outcome="not_sent")
TIMED_OUT = APITimeoutError("", outcome="unknown")
LIMITED = RateLimitError("", status_code=429, outcome="rejected")
BUSY = InternalServerError("", status_code=503, outcome="rejected", retry_after=3.0)
FAILED = InternalServerError("", status_code=500, outcome="unknown")
ODD = NonStandardStatusError("", status_code=520, outcome="unknown")
EARLY = APIStatusError("", status_code=425, outcome="rejected")
CONFLICT = APIStatusError("", status_code=409, outcome="rejected")
HTML = ResponseDecodeError("", status_code=200, expected="JSON", outcome="unknown")
SHAPE = ResponseDecodeError("", status_code=200, expected="text", outcome="unknown")
APPLIED = ResponseDecodeError("", status_code=200, expected="text", outcome="applied")
CLOSED = ConfigurationError("")

Row = tuple[RetryDecision, RetryDecision, RetryDecision, RetryDecision]

TABLE: list[tuple[str, CampaignKitError, Row]] = [
    # safe, keyed, verify, never; for never, verify finds no read
    ("refused", REFUSED, ("resend", "resend", "resend", "resend")),
    ("timed out", TIMED_OUT, ("resend", "resend", "read_state", "read_state")),
    ("429", LIMITED, ("resend", "resend", "resend", "resend")),
    ("503 with Retry-After", BUSY, ("resend", "resend", "resend", "resend")),
    ("500", FAILED, ("resend", "resend", "read_state", "read_state")),
    ("520", ODD, ("resend", "resend", "read_state", "read_state")),
    ("425", EARLY, ("resend", "resend", "stop", "stop")),
    ("409", CONFLICT, ("stop", "stop", "stop", "stop")),
    ("HTML", HTML, ("resend", "resend", "read_state", "read_state")),
    ("other shape", SHAPE, ("stop", "stop", "read_state", "read_state")),
    ("applied", APPLIED, ("stop", "stop", "stop", "stop")),
    ("closed", CLOSED, ("stop", "stop", "stop", "stop")),
]


@pytest.mark.parametrize(
    ("idempotency", "error", "decision"),
    [
        pytest.param(idempotency, error, decision, id=f"{name}-{idempotency}")
        for name, error, row in TABLE
        for idempotency, decision in zip(get_args(Idempotency), row, strict=True)
    ],
)
def test_decide(idempotency: Idempotency, error: CampaignKitError, decision: RetryDecision) -> None:
    """Each class of operation decides on its own after each failure."""
    assert RetryPolicy().decide(idempotency, error, retries_done=0) == decision


@pytest.mark.parametrize(("retries_done", "decision"), [(0, "resend"), (1, "resend"), (2, "stop")])
def test_retries(retries_done: int, decision: RetryDecision) -> None:
    """A call is sent again twice by default."""
    assert RetryPolicy().decide("safe", FAILED, retries_done) == decision


def test_read_is_no_retry() -> None:
    """A read that verifies a call is sent although no retry is left."""
    assert RetryPolicy(retries=0).decide("verify", TIMED_OUT, retries_done=0) == "read_state"


@pytest.mark.parametrize(
    ("retries_done", "longest"), [(0, 0.5), (1, 1.0), (3, 4.0), (4, 8.0), (5, 8.0), (5_000, 8.0)]
)
def test_back_off(retries_done: int, longest: float) -> None:
    """The wait is any fraction of a bound that doubles from 0.5 s to 8 s."""
    policy = RetryPolicy()

    assert policy.backoff(FAILED, retries_done, jitter=1.0) == longest
    assert policy.backoff(FAILED, retries_done, jitter=0.25) == longest / 4
    assert policy.backoff(FAILED, retries_done, jitter=0.0) == 0.0


def test_wish() -> None:
    """The wait is the longer of Retry-After and the backoff."""
    assert RetryPolicy().backoff(BUSY, retries_done=0, jitter=0.1) == 3.0
    assert RetryPolicy().backoff(BUSY, retries_done=4, jitter=0.5) == 4.0


def test_wish_of_others() -> None:
    """A Retry-After beside a status that is no refusal does not stretch the wait."""
    error = InternalServerError("", status_code=500, outcome="unknown", retry_after=3_600.0)

    assert RetryPolicy().backoff(error, retries_done=0, jitter=1.0) == 0.5


def test_frozen() -> None:
    """A policy is a value: nothing of a call can be kept on it."""
    with pytest.raises((AttributeError, dataclasses.FrozenInstanceError)):
        RetryPolicy().retries = 3  # type: ignore[misc]


def state(**changes: Any) -> CallState:
    """Return the state of a verified call whose only send failed ambiguously now."""
    known = CallState(
        policy=RetryPolicy(),
        idempotency="verify",
        sends=1,
        unconfirmed=1,
        decision="read_state",
        is_refused=False,
        failed_at=100.0,
        reads=0,
        has_read=True,
        is_repeatable=False,
        now=100.0,
        remaining=None,
        jitter=1.0,
    )
    return known._replace(**changes)


RESEND_AFTER = RetryPolicy(resend_after=5.0)
UNAPPLIED = StateRead("unapplied", sent_at=104.0)
EXPIRED = DeadlineExceeded("", outcome="unknown")

ACTIONS: dict[str, tuple[CallState, CampaignKitError | StateRead, Action]] = {
    "ambiguous": (state(), TIMED_OUT, ReadState(0.5)),
    "ambiguous without a read": (state(has_read=False), TIMED_OUT, GiveUp()),
    "ambiguous never": (state(idempotency="never", has_read=False), TIMED_OUT, GiveUp()),
    "ambiguous at the deadline": (state(remaining=0.5), TIMED_OUT, ReadState(0.0)),
    "ambiguous near the deadline": (state(remaining=1.25), TIMED_OUT, ReadState(0.25)),
    "ambiguous without settle time": (
        state(policy=RetryPolicy(settle=0)),
        TIMED_OUT,
        ReadState(0.0),
    ),
    "ambiguous, then refused": (state(sends=2, is_refused=True), CONFLICT, ReadState(0.5)),
    "ambiguous, then not sent": (state(sends=2, decision="resend"), REFUSED, ReadState(0.5)),
    "not sent": (state(unconfirmed=0, decision="resend"), REFUSED, Resend(0.5)),
    "throttled": (state(unconfirmed=0, decision="resend"), BUSY, Resend(3.0)),
    "throttled beyond the deadline": (
        state(unconfirmed=0, decision="resend", remaining=3.0),
        BUSY,
        Finish(3.0),
    ),
    "refused": (state(unconfirmed=0, decision="stop"), CONFLICT, Finish()),
    "unreadable success": (state(unconfirmed=0, decision="stop"), APPLIED, Finish()),
    "deadline": (state(), EXPIRED, Finish()),
    "ambiguous safe": (state(idempotency="safe", decision="resend"), TIMED_OUT, Resend(0.5)),
    "ambiguous keyed": (state(idempotency="keyed", decision="resend"), TIMED_OUT, Resend(0.5)),
    "read: applied": (state(reads=1), StateRead("applied", 100.5), Finish()),
    "read: unapplied": (state(reads=1, now=100.5), UNAPPLIED, ReadState(1.0)),
    "read: unclear": (state(reads=1, now=100.5), StateRead("unclear", 100.5), ReadState(1.0)),
    "read: failed": (state(reads=1, now=100.5), StateRead("unread", 100.5), ReadState(1.0)),
    "read: failed for good": (
        state(reads=1, now=100.5),
        StateRead("unread", 100.5, is_final=True),
        GiveUp(),
    ),
    "read: last": (state(reads=5, now=110.0), UNAPPLIED, GiveUp()),
    "read: before the last": (state(reads=4, now=107.5), UNAPPLIED, ReadState(2.5)),
    "read: last before the deadline": (
        state(reads=2, now=103.0, remaining=1.0),
        UNAPPLIED,
        GiveUp(),
    ),
    "repeatable": (state(is_repeatable=True, reads=1, now=100.5), UNAPPLIED, Resend(0.0)),
    "repeatable, second send": (
        state(is_repeatable=True, unconfirmed=2, sends=2, reads=1, now=100.5),
        UNAPPLIED,
        ReadState(1.0),
    ),
    "repeatable, refused": (
        state(is_repeatable=True, is_refused=True, reads=1, now=100.5),
        UNAPPLIED,
        ReadState(1.0),
    ),
    "repeatable, no retries": (
        state(policy=RetryPolicy(retries=0), is_repeatable=True, reads=1, now=100.5),
        UNAPPLIED,
        ReadState(1.0),
    ),
    "repeatable, unclear": (
        state(is_repeatable=True, reads=1, now=100.5),
        StateRead("unclear", 100.5),
        ReadState(1.0),
    ),
    "repeatable, throttled": (
        state(is_repeatable=True, sends=2, refused_until=106.0, reads=3, now=104.0),
        UNAPPLIED,
        ReadState(2.0),
    ),
    "repeatable, no longer throttled": (
        state(is_repeatable=True, sends=2, refused_until=106.0, reads=4, now=106.0),
        StateRead("unapplied", sent_at=106.0),
        Resend(0.0),
    ),
    "repeatable, throttled after the settle time": (
        state(is_repeatable=True, sends=2, refused_until=120.0, reads=9, now=110.0),
        UNAPPLIED,
        ReadState(8.0),
    ),
    "repeatable, throttled for too long": (
        state(is_repeatable=True, sends=2, refused_until=161.0, reads=9, now=110.0),
        UNAPPLIED,
        GiveUp(),
    ),
    "too early to resend": (
        state(policy=RESEND_AFTER, reads=3, now=104.0),
        UNAPPLIED,
        ReadState(1.0),
    ),
    "time to resend": (
        state(policy=RESEND_AFTER, reads=4, now=105.0),
        StateRead("unapplied", sent_at=105.0),
        Resend(0.0),
    ),
}


@pytest.mark.parametrize(("known", "result", "action"), ACTIONS.values(), ids=ACTIONS)
def test_next_action(
    known: CallState, result: CampaignKitError | StateRead, action: Action
) -> None:
    """What follows a send or a read is decided by what is known, and by nothing else."""
    assert next_action(known, result) == action
    assert type(next_action(known, result)) is type(action)
