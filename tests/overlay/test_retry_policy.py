"""The table of the design: what follows a failure is decided by the class of the operation."""

import dataclasses
from typing import get_args

import pytest
from campaignkit import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    CampaignKitError,
    ConfigurationError,
    InternalServerError,
    RateLimitError,
    ResponseDecodeError,
    UnregisteredStatusError,
)
from campaignkit._retry_policy import RetryDecision, RetryPolicy
from campaignkit_runtime.operations import Idempotency

REFUSED = APIConnectionError("", outcome="not_sent")
TIMED_OUT = APITimeoutError("", outcome="unknown")
LIMITED = RateLimitError("", status_code=429, outcome="rejected")
BUSY = InternalServerError("", status_code=503, outcome="rejected", retry_after=3.0)
FAILED = InternalServerError("", status_code=500, outcome="unknown")
ODD = UnregisteredStatusError("", status_code=520, outcome="unknown")
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
    """A read that tells what became of a call is made although no retry is left."""
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
