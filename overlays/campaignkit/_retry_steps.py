"""Steps of a call: attempts and waits, which a sender executes."""

import logging
from collections.abc import Generator
from typing import Any, NamedTuple

from campaignkit_runtime.operations import Call

from ._attempt_events import NextStep
from ._exceptions import CampaignKitError
from ._response_types import DecodedResponse

Result = DecodedResponse[Any] | CampaignKitError

logger = logging.getLogger("campaignkit")


class Attempt(NamedTuple):
    """Step: send the call; `seconds` is its time limit, None for no limit."""

    call: Call[Any]
    number: int
    seconds: float | None
    renews_key: bool = False
    """True if the key must be asked for again, because the server has refused it."""


class Pause(NamedTuple):
    """Step: wait."""

    seconds: float
    purpose: NextStep = "wait"


Step = Attempt | Pause
RetrySteps = Generator[Step, Result | None, Result]


def log_attempt(step: Attempt, result: Result, seconds: float) -> None:
    """Log an attempt and its result, without any content."""
    outcome = result if isinstance(result, CampaignKitError) else result.response
    logger.debug(
        "%s: attempt %d, %s, %.0f ms, trace %s",
        step.call.operation.id,
        step.number,
        outcome.status_code or type(result).__name__,
        seconds * 1_000,
        result.trace_id,
    )
