"""Reports of attempts, for a function of the caller."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from campaignkit_runtime.protocols import RawResponse

from ._exceptions import CampaignKitError

NextStep = Literal["done", "resend", "read_state", "wait"]


class AttemptRequest(NamedTuple):
    """Request of an attempt, without its key and its body."""

    method: str
    url: str
    headers: Mapping[str, str]


class AttemptEvent(NamedTuple):
    """One attempt of a call, and what follows it."""

    operation: str
    """ID of the operation; that of the read if the state is read after a lost response."""
    attempt: int
    """Number of the attempt, from 1."""
    request: AttemptRequest
    response: RawResponse[Any] | None
    """The response of a success."""
    error: CampaignKitError | None
    """The error of a failure; it has the status, the trace ID and the outcome."""
    seconds: float
    """Duration of the attempt."""
    next_step: NextStep
    """`done` if the call ends, with the response or an error. `wait` is for the rate limit."""
    next_wait: float
    """Seconds before the next step."""


OnAttempt: TypeAlias = Callable[[AttemptEvent], object]
