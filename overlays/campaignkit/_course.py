"""The course of a call: attempts, pauses and reads, until there is an answer or no more to try.

A generator that says what to do next and is sent what came of it. It sends nothing and waits for
nothing, so the sync and the async sender share every decision.
"""

import logging
from collections.abc import Generator
from datetime import UTC, datetime
from math import inf
from typing import Any, NamedTuple

from campaignkit_runtime.clock import Clock, http_date
from campaignkit_runtime.operations import Call
from campaignkit_runtime.rate_limiter import RateLimiter
from httpx import Headers

from ._envelope import Answer, Received, about, advice, named
from ._errors import (
    APITimeoutError,
    CampaignKitError,
    DeadlineExceeded,
    NotFoundError,
    OutcomeUnknownError,
    facts_of,
)
from ._policy import Policy, is_refusal

Result = Answer[Any] | CampaignKitError

logger = logging.getLogger("campaignkit")

IDEMPOTENCY_KEY = "Idempotency-Key"

# The vendor's machines may differ by so many seconds from the one that wrote the `Date`.
_SLACK = 1.0

# What a wait between calls that share a deadline leaves for the last of them.
_LAST_CALL = 1.0


class Attempt(NamedTuple):
    """To do: send the call, and have its answer within so many seconds."""

    call: Call[Any]
    number: int
    seconds: float | None


class Pause(NamedTuple):
    """To do: wait."""

    seconds: float


Steps = Generator[Attempt | Pause, Result | None, Result]
Verdict = Generator[Attempt | Pause, Result | None, Result | None]


class Timer:
    """What is left of the time for a call."""

    def __init__(self, clock: Clock, deadline: float | None) -> None:
        self.clock = clock
        self.deadline = deadline
        self.end = inf if deadline is None else clock.monotonic() + deadline

    def left(self) -> float | None:
        """The seconds that are left; None where there is no deadline."""
        return None if self.deadline is None else self.end - self.clock.monotonic()

    def is_over(self) -> bool:
        """Whether no time is left."""
        left = self.left()
        return left is not None and left <= 0

    def allows(self, seconds: float, patience: float) -> bool:
        """Whether a wait leaves time for an attempt; without a deadline patience decides."""
        left = self.left()
        return seconds <= patience if left is None else seconds < left

    def shortened(self, seconds: float) -> float:
        """The wait, or as much of it as leaves time for a call; a DeadlineExceeded without any."""
        if self.allows(seconds, seconds):
            return seconds
        left = (self.left() or 0) - _LAST_CALL
        if left <= 0:
            raise DeadlineExceeded(f"the deadline of {self.deadline:g} s leaves no time to wait")
        return left

    def bound(self, patience: float) -> str:
        """What it is that does not allow a wait."""
        if self.deadline is None:
            return f"the {patience:g} s that a call without a deadline waits"
        return f"its deadline of {self.deadline:g} s"


def course(
    call: Call[Any], policy: Policy, timer: Timer, limiters: tuple[RateLimiter, ...]
) -> Steps:
    """The steps of a call; it ends with the answer, or with the error to raise.

    Each of the limiters says when an attempt may go out, and the last is told what came of it.
    """
    return _Course(call, policy, timer, limiters).steps()


class _Course:
    """One call under way."""

    def __init__(
        self, call: Call[Any], policy: Policy, timer: Timer, limiters: tuple[RateLimiter, ...]
    ) -> None:
        self._class = call.operation.idempotency
        self._key = _key_of(call) if self._class == "keyed" else None
        self._call = call.with_headers({IDEMPOTENCY_KEY: self._key}) if self._key else call
        self._policy = policy
        self._timer = timer
        self._limiters = limiters
        self._sent = 0.0  # when the last attempt was
        self._began = timer.clock.time()
        self._attempts = 0
        self._last: CampaignKitError | None = None
        self._is_open = False  # whether an attempt may have been applied

    def steps(self) -> Steps:
        """Attempt the call until the policy, the time or a read says that it is over."""
        is_resent = False  # after a read that said that it was not applied
        result = yield from self._attempt()
        while isinstance(result, CampaignKitError):
            step = self._policy.step(self._class, result, self._attempts - 1)
            error = self._completed(result)
            if isinstance(error, DeadlineExceeded):
                return error
            if step == "verify" or (step == "stop" and self._is_open and self._class == "verify"):
                is_last = is_resent or step == "stop" or self._attempts > self._policy.retries
                verdict = yield from self._verdict(error, is_last=is_last)
                if verdict is not None:
                    return verdict
                is_resent = True
            elif step == "stop" or not (yield from self._pause(error, "sending it again")):
                return error
            result = yield from self._attempt()
        return result

    def _attempt(self) -> Steps:
        for limiter in self._limiters:
            if not limiter.is_unlimited and not (yield from self._has_turn(limiter)):
                return self._too_late(self._last)
        if self._timer.is_over():
            return self._too_late(self._last)
        self._attempts += 1
        self._sent = self._timer.clock.monotonic()
        result = yield Attempt(self._call, self._attempts, self._timer.left())
        assert result is not None  # noqa: S101 - only a pause has no result
        if isinstance(result, CampaignKitError) and is_refusal(result):
            self._report_throttled(result.retry_after or 0.0)
        elif not isinstance(result, CampaignKitError) or result.outcome != "not_sent":
            self._limiters[-1].on_success(self._sent)
        if isinstance(result, APITimeoutError) and self._timer.is_over():
            return self._too_late(result)
        return result

    def _has_turn(self, limiter: RateLimiter) -> Generator[Pause, None, bool]:
        """Wait until an attempt may go out; whether there is time for that."""
        for seconds in limiter.delays(self._timer.clock.monotonic):
            if not self._timer.allows(seconds, seconds):
                return False
            yield Pause(seconds)
        return True

    def _report_throttled(self, seconds: float) -> None:
        """Tell the rate limiter that an attempt was refused, and what the server asks to wait."""
        now = self._timer.clock.monotonic()
        self._limiters[-1].on_throttled(self._sent, now, min(seconds, self._policy.patience))

    def _completed(self, error: CampaignKitError) -> CampaignKitError:
        """The error with what the call knows beyond its last attempt."""
        error.attempts = self._attempts
        error.idempotency_key = self._key
        self._last = error
        self._is_open |= error.outcome == "unknown"
        # A safe call that was rejected at last changed nothing before either, but it was sent.
        is_settled = error.outcome == "applied" or (
            self._class == "safe" and error.outcome == "rejected"
        )
        if self._is_open and not is_settled:
            error.outcome = "unknown"
        return error

    def _too_late(self, cause: CampaignKitError | None) -> DeadlineExceeded:
        what = f"{named(self._call)}: the deadline of {self._timer.deadline:g} s is over."
        facts = facts_of(cause) if cause else about(self._call)
        if cause and cause.outcome == "unknown":
            what = f"{what} {advice(self._call)}".rstrip()
        error = DeadlineExceeded(what, **facts)
        error.__cause__ = cause
        return error

    def _pause(self, error: CampaignKitError, then: str) -> Generator[Pause, None, bool]:
        """Wait for what comes next; whether there is time for it."""
        fraction = self._timer.clock.random()
        seconds = self._policy.seconds(error, self._attempts - 1, fraction)
        if is_refusal(error) and error.retry_after is None:
            self._limiters[-1].extend_hold(self._timer.clock.monotonic() + seconds)
        if not self._timer.allows(seconds, self._policy.patience):
            bound = self._timer.bound(self._policy.patience)
            error.add_note(f"To wait {seconds:g} s before {then} is beyond {bound}.")
            return False
        what = f"{type(error).__name__} {error.status_code or ''}".rstrip()
        logger.info(
            "%s: attempt %d failed (%s), %s in %.3g s",
            *(self._call.operation.id, self._attempts, what, then, seconds),
        )
        yield Pause(seconds)
        return True

    def _verdict(self, error: CampaignKitError, *, is_last: bool) -> Verdict:
        """What a read makes of an open outcome; None where the call is to be sent once more."""
        rule = self._call.verification() if self._call.verification else None
        if rule is None or not (yield from self._pause(error, "reading the state")):
            return self._unknown(error)
        found = yield from course(rule.read, self._policy, self._timer, self._limiters)
        if rule.is_gone and isinstance(found, NotFoundError):
            found = Answer(None, found.trace_id, Received(404, Headers(), b""))
        if isinstance(found, CampaignKitError):
            return self._unknown(error, f" The read failed ({type(found).__name__}).")
        began = self._began_for(found)
        if found.payload is None or rule.applied(found.payload, began):
            logger.info("%s: applied, says %s", self._call.operation.id, rule.read.operation.id)
            return Answer(rule.result(found.payload, began), found.trace_id, found.response)
        if not rule.unapplied(found.payload, began):
            return self._unknown(error, " The state does not tell.")
        if not is_last:
            logger.info("%s: not applied, sending it once more", self._call.operation.id)
            return None
        return self._unknown(error, " When its state was read, it had not been.")

    def _began_for(self, found: Answer[Any]) -> datetime:
        """When the call began by the clock of the server, not later than it did."""
        now = self._timer.clock.time()
        server = http_date(found.response.headers.get("date", ""))
        ahead = 0.0 if server is None else server - now
        return datetime.fromtimestamp(self._began + ahead - _SLACK, UTC)

    def _unknown(self, error: CampaignKitError, why: str = "") -> OutcomeUnknownError:
        what = f"{named(self._call)} may have been applied or not ({type(error).__name__}).{why}"
        result = OutcomeUnknownError(f"{what} {advice(self._call)}", **facts_of(error))
        result.__cause__ = error
        return result


def log_attempt(step: Attempt, result: Result, seconds: float) -> None:
    """Write down what was sent and what came of it, without what it carried."""
    if logger.isEnabledFor(logging.DEBUG):
        answer = result if isinstance(result, CampaignKitError) else result.response
        logger.debug(
            "%s: attempt %d, %s, %.0f ms, trace %s",
            step.call.operation.id,
            step.number,
            answer.status_code or type(result).__name__,
            seconds * 1_000,
            result.trace_id,
        )


def _key_of(call: Call[Any]) -> str:
    """The key that the caller gave, or a new one."""
    if given := call.options.get("headers", {}).get(IDEMPOTENCY_KEY):
        return str(given)
    import uuid  # a millisecond that only these calls need

    return str(uuid.uuid4())
