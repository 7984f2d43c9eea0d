"""What to do after a failed attempt: one table, decided by what the documents say of the operation.

No HTTP method decides here, and nothing is sent or slept. docs/faults.md shows the table at work.
"""

from typing import Literal, NamedTuple

from campaignkit_runtime.operations import Idempotency

from ._errors import (
    CampaignKitError,
    CertificateVerificationError,
    ConfigurationError,
    HookError,
    InternalServerError,
    InvalidArgumentError,
    ResponseDecodeError,
)

Step = Literal["resend", "verify", "stop"]

_ASKED_TO_WAIT = (429, 503)
# Errors on this side of the connection, which another attempt would meet again.
_COMES_AGAIN = (
    ConfigurationError,
    InvalidArgumentError,
    CertificateVerificationError,
    HookError,
)
_ASKED_TO_REPEAT = (408, 425)  # the server says that it did not look at the request


class Policy(NamedTuple):
    """When a call is sent again, and after how many seconds."""

    retries: int = 2
    """How often a call is sent again at most."""
    shortest: float = 0.5
    longest: float = 8.0
    """The bounds of the back-off, in seconds, before chance takes its part."""
    patience: float = 60.0
    """The longest Retry-After that is waited for by a call without a deadline."""
    settle: float = 10.0
    """Seconds during which the state is read after an ambiguous failure."""
    resend_after: float | None = None
    """Seconds of an unapplied state after which a call is sent once more; None is never."""

    def step(self, idempotency: Idempotency, error: CampaignKitError, resends: int) -> Step:
        """What comes after an attempt that failed, given how often the call was sent again."""
        if isinstance(error, _COMES_AGAIN):
            return "stop"
        is_repeatable = idempotency in ("safe", "keyed")
        if error.outcome == "unknown" and not is_repeatable:
            return "verify"
        if resends >= self.retries:
            return "stop"
        if error.outcome == "not_sent":
            return "resend"
        if error.outcome == "rejected":
            is_asked = error.status_code in _ASKED_TO_WAIT
            is_asked |= is_repeatable and error.status_code in _ASKED_TO_REPEAT
            return "resend" if is_asked else "stop"
        return "resend" if error.outcome == "unknown" and _is_chance(error) else "stop"

    def seconds(self, error: CampaignKitError, resends: int, fraction: float) -> float:
        """How long to wait before sending again: what the server asked for, else full jitter."""
        if error.retry_after is not None and error.status_code in _ASKED_TO_WAIT:
            return error.retry_after
        # The exponent is bounded, for a float is too.
        return fraction * min(self.longest, self.shortest * 2.0 ** min(resends, 30))


def _is_chance(error: CampaignKitError) -> bool:
    """Whether the same request may fare better: an answer in an unknown shape comes again."""
    is_shape = isinstance(error, ResponseDecodeError) and error.expected != "JSON"
    return not is_shape or isinstance(error, InternalServerError)


def is_refusal(error: CampaignKitError) -> bool:
    """Whether the server wants fewer calls, or none for a while."""
    return error.status_code in _ASKED_TO_WAIT and error.outcome == "rejected"
