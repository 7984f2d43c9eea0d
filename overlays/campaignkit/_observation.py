"""Observation of the steps of calls, by a function of the caller and by OpenTelemetry.

The observers stand between the retry loop and the sender, so both kinds of senders share them. A
call without observers never gets here.
"""

from collections.abc import Sequence
from typing import Any, Protocol
from urllib.parse import urlencode

from campaignkit_runtime.clock import Clock
from campaignkit_runtime.operations import Call

from ._attempt_events import AttemptEvent, AttemptRequest, NextStep, OnAttempt
from ._config import Config
from ._exceptions import CampaignKitError
from ._options import Options
from ._retry_steps import Attempt, Pause, Result, RetrySteps, Step, logger


class Observer(Protocol):
    """What learns of the steps of one call."""

    def start_attempt(self, step: Attempt) -> None:
        """Learn that an attempt begins."""
        ...

    def end_attempt(self, event: AttemptEvent) -> None:
        """Learn what an attempt has led to."""
        ...

    def wait(self, seconds: float, reason: NextStep) -> None:
        """Learn that the call waits."""
        ...

    def end_call(self, result: Result | None) -> None:
        """Learn the result of the call; None if it was cancelled."""
        ...


def observe(
    steps: RetrySteps, call: Call[Any], config: Config, options: Options, clock: Clock
) -> RetrySteps:
    """Return the steps of a call, which its observers learn of."""
    observers: list[Observer] = [_Hook(options.on_attempt)] if options.on_attempt else []
    from ._telemetry import telemetry_of  # few programs need it

    if telemetry := telemetry_of():
        observers.append(telemetry.observe(call, config))
    describe = _Describer(config, options)
    return _observed(steps, observers, describe, clock) if observers else steps


def _observed(
    steps: RetrySteps, observers: Sequence[Observer], describe: "_Describer", clock: Clock
) -> RetrySteps:
    result: Result | None = None
    ended: tuple[Attempt, Result, float] | None = None
    final: Result | None = None
    try:
        while True:
            step = steps.send(result)
            if ended:
                _report(observers, describe(*ended, step))
            ended = None
            _announce(observers, step)
            start = clock.monotonic()
            result = yield step
            if isinstance(step, Attempt) and result is not None:
                ended = (step, result, clock.monotonic() - start)
    except StopIteration as end:
        final = end.value
        assert final is not None  # noqa: S101 - only a pause has no result
        if ended:
            _report(observers, describe(*ended, None))
        return final
    finally:
        for observer in observers:
            observer.end_call(final)


def _report(observers: Sequence[Observer], event: AttemptEvent) -> None:
    for observer in observers:
        observer.end_attempt(event)


def _announce(observers: Sequence[Observer], step: Step) -> None:
    for observer in observers:
        if isinstance(step, Pause):
            observer.wait(step.seconds, step.purpose)
        else:
            observer.start_attempt(step)


class _Describer:
    """Description of the attempts of a client."""

    def __init__(self, config: Config, options: Options) -> None:
        self._config = config
        self._options = options

    def __call__(
        self, attempt: Attempt, result: Result, seconds: float, following: Step | None
    ) -> AttemptEvent:
        """Return the event of an attempt.

        Args:
            attempt: The attempt.
            result: Its result.
            seconds: Its duration.
            following: The next step of the call; None if it ends.

        """
        error = result if isinstance(result, CampaignKitError) else None
        next_step: NextStep = "done"
        wait = 0.0
        if isinstance(following, Pause):
            next_step, wait = following.purpose, following.seconds
        elif following is not None:
            is_same = following.call.operation is attempt.call.operation
            next_step = "resend" if is_same else "read_state"
        return AttemptEvent(
            attempt.call.operation.id,
            attempt.number,
            self._request_of(attempt.call),
            None if isinstance(result, CampaignKitError) else result.raw(),
            error,
            seconds,
            next_step,
            wait,
        )

    def _request_of(self, call: Call[Any]) -> AttemptRequest:
        parts = [urlencode(call.options.get("params") or {}, doseq=True)]
        query = "&".join(filter(None, [*parts, call.options.get("query", "")]))
        url = f"{self._config.base_url}{call.path}" + (f"?{query}" if query else "")
        own = dict(self._options.headers)
        headers = {**self._config.headers(), **own, **call.options.get("headers", {})}
        return AttemptRequest(call.operation.method, url, headers)


class _Hook:
    """Observer that hands each attempt to a function of the caller."""

    def __init__(self, on_attempt: OnAttempt) -> None:
        self._on_attempt = on_attempt

    def start_attempt(self, step: Attempt) -> None:
        """Do nothing."""

    def end_attempt(self, event: AttemptEvent) -> None:
        """Call the function; its exception must not lose the result of a call."""
        try:
            self._on_attempt(event)
        except Exception:
            logger.exception("%s: on_attempt raised; the call goes on", event.operation)

    def wait(self, seconds: float, reason: NextStep) -> None:
        """Do nothing."""

    def end_call(self, result: Result | None) -> None:
        """Do nothing."""
