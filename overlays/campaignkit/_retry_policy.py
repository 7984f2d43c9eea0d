"""Decide what follows a request, by the class of the operation and the state of the call.

The functions here are pure: they neither send, read nor wait. The HTTP method decides nothing.
docs/faults.md shows the decisions at work.
"""

from math import inf
from typing import Literal, NamedTuple

from campaignkit_runtime.operations import Idempotency

from ._deadline import MIN_CALL_SECONDS
from ._exceptions import (
    CampaignKitError,
    CertificateVerificationError,
    ConfigurationError,
    DeadlineExceeded,
    HookError,
    InternalServerError,
    InvalidArgumentError,
    ResponseDecodeError,
)

RetryDecision = Literal["resend", "read_state", "stop"]
Verdict = Literal["applied", "unapplied", "unclear", "unread"]

_THROTTLED = (429, 503)
# Errors of the client, which another attempt would repeat.
_LOCAL = (ConfigurationError, InvalidArgumentError, CertificateVerificationError, HookError)
_NOT_PROCESSED = (408, 425)  # by their RFCs the server did not process the request
_REPEATABLE = ("safe", "keyed")

# Largest difference of two equal moments, by rounding, in seconds.
_ROUNDING = 1e-6


class RetryPolicy(NamedTuple):
    """Limits of retries, waits and state reads."""

    retries: int = 2
    """How often a call is sent again at most."""
    backoff_base: float = 0.5
    backoff_max: float = 8.0
    """The bounds of the backoff, in seconds, before jitter."""
    max_retry_after: float = 60.0
    """The longest Retry-After that a call without a deadline waits for, in seconds."""
    settle: float = 10.0
    """Seconds during which the state is read after an ambiguous failure."""
    resend_after: float | None = None
    """Seconds of an unapplied state after which a call is sent once more; None is never."""
    renews_key: bool = False
    """True if a refused key can be asked for again."""

    def decide(
        self, idempotency: Idempotency, error: CampaignKitError, retries_done: int
    ) -> RetryDecision:
        """Return what follows a failed request, before any state was read."""
        if isinstance(error, _LOCAL):
            return "stop"
        is_repeatable = idempotency in _REPEATABLE
        if error.outcome == "unknown" and not is_repeatable:
            return "read_state"
        if retries_done >= self.retries:
            return "stop"
        if error.outcome == "not_sent":
            return "resend"
        if error.outcome == "rejected":
            is_requested = error.status_code in _THROTTLED
            is_requested |= is_repeatable and error.status_code in _NOT_PROCESSED
            return "resend" if is_requested else "stop"
        return "resend" if error.outcome == "unknown" and is_transient(error) else "stop"

    def backoff(self, error: CampaignKitError, retries_done: int, jitter: float) -> float:
        """Return the seconds before the next request: full jitter, or Retry-After if longer."""
        seconds = jitter * self._backoff_bound(retries_done)
        if error.retry_after is not None and error.status_code in _THROTTLED:
            return max(error.retry_after, seconds)
        return seconds

    def read_backoff(self, reads: int, jitter: float) -> float:
        """Return the seconds before the next state read, never less than half of the bound."""
        return self._backoff_bound(reads) * (1 + jitter) / 2

    def _backoff_bound(self, tries: int) -> float:
        # The exponent is bounded, because a larger power overflows a float.
        return min(self.backoff_max, self.backoff_base * 2.0 ** min(tries, 30))


class StateRead(NamedTuple):
    """Verdict of one read of the state that a call changes."""

    verdict: Verdict
    sent_at: float
    """When the read was sent, on the monotonic clock."""
    is_final: bool = False
    """True if another read would fail in the same way."""


class CallState(NamedTuple):
    """State of a call, from which its next action follows."""

    policy: RetryPolicy
    idempotency: Idempotency
    sends: int
    """How often the call was sent."""
    unconfirmed: int
    """How many of these sends may have been applied."""
    decision: RetryDecision
    """Decision of the policy about the failure of the last send."""
    is_refused: bool
    """True if the server refused the last send and would refuse the same request again."""
    failed_at: float
    """When the last send failed, on the monotonic clock."""
    reads: int
    """How often the state was read since then."""
    has_read: bool
    """True if a read of the state can show that the call was applied."""
    is_repeatable: bool
    """True if the spec says that a repeat has no second effect."""
    now: float
    remaining: float | None
    """Seconds until the deadline, if there is one."""
    jitter: float
    refused_until: float = -inf
    """Time before which the server wants no further request, on the monotonic clock."""

    @property
    def may_be_resent(self) -> bool:
        """Return True if an unapplied state allows to send the call once more."""
        has_retry = self.unconfirmed == 1 and self.sends <= self.policy.retries
        is_allowed = self.is_repeatable or self.policy.resend_after is not None
        return has_retry and is_allowed and not self.is_refused


class Finish(NamedTuple):
    """Action: end the call with the result at hand."""

    excessive_wait: float | None = None
    """Seconds that a retry would have to wait, if they prevent it."""


class Resend(NamedTuple):
    """Action: wait, then send the call again."""

    after: float


class ReadState(NamedTuple):
    """Action: wait, then read the state."""

    after: float


class GiveUp(NamedTuple):
    """Action: end the call with an unknown outcome."""


Action = Finish | Resend | ReadState | GiveUp


def next_action(state: CallState, result: CampaignKitError | StateRead) -> Action:
    """Return what follows a failed send, or a read of the state."""
    if isinstance(result, StateRead):
        return _after_read(state, result)
    return _after_failure(state, result)


def _after_failure(state: CallState, error: CampaignKitError) -> Action:
    if isinstance(error, DeadlineExceeded) or error.outcome == "applied":
        return Finish()
    if state.unconfirmed and state.idempotency not in _REPEATABLE:
        wait = _next_read(state) if state.has_read else None
        return GiveUp() if wait is None else ReadState(wait)
    if state.decision != "resend":
        return Finish()
    wait = state.policy.backoff(error, state.sends - 1, state.jitter)
    return Resend(wait) if _allows_wait(state, wait) else Finish(excessive_wait=wait)


def _after_read(state: CallState, read: StateRead) -> Action:
    if read.verdict == "applied":
        return Finish()
    if read.verdict == "unapplied" and state.may_be_resent and _is_old_enough(state, read):
        return Resend(0.0)
    wait = None if read.is_final else _next_read(state)
    return GiveUp() if wait is None else ReadState(wait)


def _is_old_enough(state: CallState, read: StateRead) -> bool:
    """Return True if the unapplied state is old enough to send the call once more."""
    period = 0.0 if state.is_repeatable else state.policy.resend_after or 0.0
    return read.sent_at + _ROUNDING >= max(state.failed_at + period, state.refused_until)


def _next_read(state: CallState) -> float | None:
    """Return the seconds until the next state read, or None.

    The last read happens at the end of the settle time, or later when the call may be sent again. A
    deadline makes it earlier. The state is read at least once.
    """
    ends, longest = [state.failed_at + state.policy.settle], state.policy.max_retry_after
    if state.may_be_resent and state.policy.resend_after is not None:
        ends.append(state.failed_at + state.policy.resend_after)
    if state.may_be_resent and state.refused_until - state.failed_at <= longest:
        ends.append(state.refused_until)
    to_come = [end - state.now for end in ends if end - state.now > _ROUNDING]
    if not to_come:
        return None if state.reads else 0.0
    wait = min(state.policy.read_backoff(state.reads, state.jitter), *to_come)
    if state.remaining is None or wait <= state.remaining - MIN_CALL_SECONDS:
        return wait
    if state.remaining - MIN_CALL_SECONDS > _ROUNDING:
        return state.remaining - MIN_CALL_SECONDS
    return None if state.reads else 0.0


def is_refused(error: CampaignKitError) -> bool:
    """Return True if the same request would be refused again."""
    is_certain = error.is_final or isinstance(error, _LOCAL)
    return is_certain or (error.outcome == "rejected" and not is_throttled(error))


def _allows_wait(state: CallState, seconds: float) -> bool:
    """Return True if a wait leaves time for a request; without a deadline the policy decides."""
    if state.remaining is None:
        return seconds <= state.policy.max_retry_after
    return seconds < state.remaining


def is_transient(error: CampaignKitError) -> bool:
    """Return True if the same request may succeed later; a schema mismatch would be repeated."""
    is_shape = isinstance(error, ResponseDecodeError) and error.expected != "JSON"
    return not is_shape or isinstance(error, InternalServerError)


def is_throttled(error: CampaignKitError) -> bool:
    """Return True if the server asks for fewer requests, or for a pause."""
    return error.status_code in _THROTTLED and error.outcome == "rejected"
