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
from campaignkit._policy import Policy, Step
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

TABLE: list[tuple[str, CampaignKitError, tuple[Step, Step, Step, Step]]] = [
    # safe, keyed, verify, never; for never, verify finds no read
    ("refused", REFUSED, ("resend", "resend", "resend", "resend")),
    ("timed out", TIMED_OUT, ("resend", "resend", "verify", "verify")),
    ("429", LIMITED, ("resend", "resend", "resend", "resend")),
    ("503 with Retry-After", BUSY, ("resend", "resend", "resend", "resend")),
    ("500", FAILED, ("resend", "resend", "verify", "verify")),
    ("520", ODD, ("resend", "resend", "verify", "verify")),
    ("425", EARLY, ("resend", "resend", "stop", "stop")),
    ("409", CONFLICT, ("stop", "stop", "stop", "stop")),
    ("HTML", HTML, ("resend", "resend", "verify", "verify")),
    ("other shape", SHAPE, ("stop", "stop", "verify", "verify")),
    ("applied", APPLIED, ("stop", "stop", "stop", "stop")),
    ("closed", CLOSED, ("stop", "stop", "stop", "stop")),
]


@pytest.mark.parametrize(
    ("idempotency", "error", "step"),
    [
        pytest.param(idempotency, error, step, id=f"{name}-{idempotency}")
        for name, error, row in TABLE
        for idempotency, step in zip(get_args(Idempotency), row, strict=True)
    ],
)
def test_step(idempotency: Idempotency, error: CampaignKitError, step: Step) -> None:
    """Each class of operation takes its own step after each failure."""
    assert Policy().step(idempotency, error, resends=0) == step


@pytest.mark.parametrize(("resends", "step"), [(0, "resend"), (1, "resend"), (2, "stop")])
def test_retries(resends: int, step: Step) -> None:
    """A call is sent again twice by default."""
    assert Policy().step("safe", FAILED, resends) == step


def test_read_is_no_retry() -> None:
    """A read that tells what became of a call is made although no retry is left."""
    assert Policy(retries=0).step("verify", TIMED_OUT, resends=0) == "verify"


@pytest.mark.parametrize(
    ("resends", "longest"), [(0, 0.5), (1, 1.0), (3, 4.0), (4, 8.0), (5, 8.0), (5_000, 8.0)]
)
def test_back_off(resends: int, longest: float) -> None:
    """The wait is any fraction of a bound that doubles from 0.5 s to 8 s."""
    policy = Policy()

    assert policy.seconds(FAILED, resends, fraction=1.0) == longest
    assert policy.seconds(FAILED, resends, fraction=0.25) == longest / 4
    assert policy.seconds(FAILED, resends, fraction=0.0) == 0.0


def test_wish() -> None:
    """A server that says when to come back is obeyed to the second."""
    assert Policy().seconds(BUSY, resends=0, fraction=0.1) == 3.0


def test_wish_of_others() -> None:
    """A Retry-After beside a status that is no refusal does not stretch the wait."""
    error = InternalServerError("", status_code=500, outcome="unknown", retry_after=3_600.0)

    assert Policy().seconds(error, resends=0, fraction=1.0) == 0.5


def test_frozen() -> None:
    """A policy is a value: nothing of a call can be kept on it."""
    with pytest.raises((AttributeError, dataclasses.FrozenInstanceError)):
        Policy().retries = 3  # type: ignore[misc]
