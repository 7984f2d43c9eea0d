"""Retry loop: the sends, waits and state reads of a call until it has a result.

The loop is a generator that yields its next step and receives the result. It does no I/O, so the
sync and the async sender share all decisions.
"""

from collections.abc import Generator
from datetime import UTC, datetime
from http import HTTPStatus
from math import inf
from typing import Any

from campaignkit_runtime.operations import Call
from campaignkit_runtime.rate_limiter import RateLimiter

from ._attempt_events import NextStep
from ._deadline import Deadline
from ._exceptions import APITimeoutError, CampaignKitError, DeadlineExceeded, OutcomeUnknownError
from ._retry_errors import deadline_exceeded, outcome_unknown
from ._retry_policy import (
    CallState,
    GiveUp,
    ReadState,
    Resend,
    RetryDecision,
    RetryPolicy,
    is_refused,
    is_throttled,
    next_action,
)
from ._retry_steps import Attempt, Pause, Result, RetrySteps, Step, logger
from ._state_reads import Evaluation, StateReader

IDEMPOTENCY_KEY = "Idempotency-Key"

_UNAUTHORIZED = HTTPStatus.UNAUTHORIZED.value
_PURPOSES: dict[NextStep, str] = {"read_state": "reading the state", "resend": "sending it again"}


def retry_steps(
    call: Call[Any], policy: RetryPolicy, deadline: Deadline, limiters: tuple[RateLimiter, ...]
) -> RetrySteps:
    """Yield the steps of a call; return its response, or the error to raise.

    Every limiter can delay a request. The last limiter receives the results.
    """
    return _RetryLoop(call, policy, deadline, limiters).steps()


class _RetryLoop:
    """One call under way."""

    _sends = 0
    _renewals = 0
    """Number of sends that a refused key led to; they are not retries."""
    _sent_at = 0.0
    _failed_at = 0.0
    _refused_until = -inf
    _unconfirmed = 0
    """Number of sends that may have been applied."""
    _jitter = 0.0
    _last_error: CampaignKitError | None = None
    _decision: RetryDecision = "stop"
    _is_refused = False
    _reads = 0
    """Number of reads of the state since the last send."""
    _state: Any = None
    """Payload of the last of these reads."""
    _read_at: datetime | None = None

    def __init__(
        self,
        call: Call[Any],
        policy: RetryPolicy,
        deadline: Deadline,
        limiters: tuple[RateLimiter, ...],
    ) -> None:
        self._idempotency = call.operation.idempotency
        self._idempotency_key = _key_of(call) if self._idempotency == "keyed" else None
        key = self._idempotency_key
        self._call = call.with_headers({IDEMPOTENCY_KEY: key}) if key else call
        self._policy = policy
        self._deadline = deadline
        self._clock = deadline.clock
        self._limiters = limiters
        self._started_at = deadline.clock.time() if call.verification else 0.0

    def steps(self) -> RetrySteps:
        """Send the call, then execute the actions of `next_action`."""
        result = yield from self._send()
        evaluation: Evaluation | None = None  # of the last read since the last send
        while isinstance(result, CampaignKitError):
            state = self._call_state()
            action = next_action(state, evaluation.read if evaluation else result)
            if isinstance(action, ReadState):
                yield from self._wait(result, action.after, "read_state")
                evaluation = yield from self._read_state()
            elif isinstance(action, Resend) and self._call.is_spent:
                return self._not_sent_again(result, evaluation)
            elif isinstance(action, Resend):
                yield from self._wait(result, action.after, "resend")
                result, evaluation = (yield from self._send()), None
            elif isinstance(action, GiveUp):
                return self._outcome_unknown(result, evaluation)
            elif evaluation and evaluation.result:
                return evaluation.result
            else:
                return self._annotate(result, action.excessive_wait)
        return result

    def _not_sent_again(
        self, error: CampaignKitError, evaluation: Evaluation | None
    ) -> CampaignKitError:
        """Return the error of a call whose body was an iterator, which cannot be sent again."""
        if evaluation or (self._unconfirmed and self._idempotency not in ("safe", "keyed")):
            return self._outcome_unknown(error, evaluation)
        error.add_note(
            "Not sent again, because its body is an iterator that was consumed. Pass bytes, a file"
            " or a list of parts."
        )
        return self._annotate(error)

    def _call_state(self) -> CallState:
        """Return the present state of the call."""
        rule = self._call.verification
        return CallState(
            policy=self._policy,
            idempotency=self._idempotency,
            sends=self._sends - self._renewals,
            unconfirmed=self._unconfirmed,
            decision=self._decision,
            is_refused=self._is_refused,
            failed_at=self._failed_at,
            reads=self._reads,
            has_read=rule is not None,
            is_repeatable=rule is not None and rule().is_repeatable,
            now=self._clock.monotonic(),
            remaining=self._deadline.remaining(),
            jitter=self._jitter,
            refused_until=self._refused_until,
        )

    def _send(self) -> RetrySteps:
        for limiter in self._limiters:
            if not limiter.is_unlimited and not (yield from self._wait_for_rate_limit(limiter)):
                return self._deadline_exceeded(self._last_error)
        remaining = self._deadline.remaining()
        if remaining is not None and remaining <= 0:
            return self._deadline_exceeded(self._last_error)
        self._sends += 1
        self._sent_at = self._clock.monotonic()
        result = yield Attempt(self._call, self._sends, remaining)
        assert result is not None  # noqa: S101 - only a pause has no result
        if isinstance(result, CampaignKitError):
            may_renew_key = self._policy.renews_key and not self._renewals
            if may_renew_key and result.status_code == _UNAUTHORIZED:
                return (yield from self._send_with_new_key(result))
            return self._note_failure(result)
        self._limiters[-1].on_success(self._sent_at)
        return result

    def _send_with_new_key(self, refusal: CampaignKitError) -> RetrySteps:
        """Send the call once more, of any class: what a 401 refuses was not carried out."""
        remaining = self._deadline.remaining()
        if self._call.is_spent or (remaining is not None and remaining <= 0):
            return self._note_failure(refusal)
        logger.info("%s: 401, sending it again with a new key", self._call.operation.id)
        self._sends += 1
        self._renewals += 1
        result = yield Attempt(self._call, self._sends, remaining, renews_key=True)
        assert result is not None  # noqa: S101 - only a pause has no result
        return self._note_failure(result) if isinstance(result, CampaignKitError) else result

    def _note_failure(self, error: CampaignKitError) -> CampaignKitError:
        """Record a failed send; return its error, or DeadlineExceeded after the deadline."""
        self._last_error = error
        self._failed_at = self._clock.monotonic()
        self._jitter = self._clock.random()
        self._reads = 0
        self._unconfirmed += error.outcome == "unknown"
        retries = self._sends - 1 - self._renewals
        self._decision = self._policy.decide(self._idempotency, error, retries)
        self._is_refused = is_refused(error)
        self._refused_until = -inf
        if is_throttled(error):
            backoff = self._policy.backoff(error, retries, self._jitter)
            self._refused_until = self._failed_at + backoff
            self._report_throttled(error)
        elif error.outcome != "not_sent":
            self._limiters[-1].on_success(self._sent_at)
        self._annotate(error)
        if isinstance(error, APITimeoutError) and self._deadline.is_expired():
            return self._deadline_exceeded(error)
        return error

    def _read_state(self) -> Generator[Step, Result | None, Evaluation]:
        """Read the state that the call changes."""
        assert self._call.verification is not None  # noqa: S101 - else there is nothing to read
        rule = self._call.verification()
        sent_at = self._clock.monotonic()
        found = yield from retry_steps(rule.read, self._policy, self._deadline, self._limiters)
        now = self._clock.time()
        evaluation = StateReader(rule, self._started_at).evaluate(found, sent_at, now)
        logger.info(
            *("%s: %s, according to %s", self._call.operation.id),
            *(evaluation.read.verdict, rule.read.operation.id),
        )
        self._reads += 1
        self._jitter = self._clock.random()
        if evaluation.state is not None:
            self._state, self._read_at = evaluation.state, datetime.fromtimestamp(now, UTC)
        return evaluation

    def _wait_for_rate_limit(self, limiter: RateLimiter) -> Generator[Step, Result | None, bool]:
        """Wait until a request may be sent; return False if the deadline leaves no time for it."""
        for seconds in limiter.delays(self._clock.monotonic):
            remaining = self._deadline.remaining()
            if remaining is not None and seconds >= remaining:
                return False
            yield Pause(seconds)
        return True

    def _report_throttled(self, error: CampaignKitError) -> None:
        """Report a refused request to the rate limiter, and how long this call waits."""
        now, longest = self._clock.monotonic(), self._policy.max_retry_after
        self._limiters[-1].on_throttled(self._sent_at, now, min(error.retry_after or 0.0, longest))
        self._limiters[-1].extend_hold(min(self._refused_until, now + longest))

    def _wait(
        self, error: CampaignKitError, seconds: float, purpose: NextStep
    ) -> Generator[Step, Result | None, None]:
        failure = f"{type(error).__name__} {error.status_code or ''}".rstrip()
        logger.info(
            "%s: attempt %d failed (%s), %s in %.3g s",
            *(self._call.operation.id, self._sends, failure, _PURPOSES[purpose], seconds),
        )
        if seconds > 0:
            yield Pause(seconds, purpose)

    def _annotate(
        self, error: CampaignKitError, excessive_wait: float | None = None
    ) -> CampaignKitError:
        """Return the error with the facts of the whole call."""
        error.attempts = self._sends
        error.idempotency_key = self._idempotency_key
        error.state, error.read_at = self._state, self._read_at
        # A safe call changes nothing, so a rejected last attempt settles it.
        is_settled = error.outcome == "applied" or (
            self._idempotency == "safe" and error.outcome == "rejected"
        )
        if self._unconfirmed and not is_settled:
            error.outcome = "unknown"
        if excessive_wait is not None:
            limit = self._describe_limit()
            error.add_note(f"A retry after {excessive_wait:g} s would exceed {limit}.")
        return error

    def _describe_limit(self) -> str:
        if self._deadline.seconds is None:
            return f"the {self._policy.max_retry_after:g} s that a call without a deadline waits"
        return f"its deadline of {self._deadline.seconds:g} s"

    def _deadline_exceeded(self, cause: CampaignKitError | None) -> DeadlineExceeded:
        return deadline_exceeded(self._call, self._deadline, cause)

    def _outcome_unknown(
        self, error: CampaignKitError, evaluation: Evaluation | None
    ) -> OutcomeUnknownError:
        reads = ""
        if evaluation:
            seconds = self._clock.monotonic() - self._failed_at
            times = "once" if self._reads == 1 else f"{self._reads} times"
            reads = f"Its state was read {times} within {seconds:.3g} s. {evaluation.reason}"
        return outcome_unknown(self._call, self._annotate(error), reads)


def _key_of(call: Call[Any]) -> str:
    """Return the key of the caller, or a new key."""
    if given := call.options.get("headers", {}).get(IDEMPOTENCY_KEY):
        return str(given)
    import uuid  # a millisecond that only these calls need

    return str(uuid.uuid4())
