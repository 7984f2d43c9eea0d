"""Errors that end a retry loop without a result."""

from typing import Any

from campaignkit_runtime.operations import Call

from ._deadline import Deadline
from ._exceptions import CampaignKitError, DeadlineExceeded, OutcomeUnknownError, error_fields
from ._response_errors import describe_call, error_context, recovery_hint


def deadline_exceeded(
    call: Call[Any], deadline: Deadline, cause: CampaignKitError | None
) -> DeadlineExceeded:
    """Return the error for a deadline that has passed; `cause` is the last failure."""
    message = f"{describe_call(call)}: the deadline of {deadline.seconds:g} s has passed."
    if cause and cause.outcome == "unknown":
        message = f"{message} {recovery_hint(call)}".rstrip()
    error = DeadlineExceeded(message, **(error_fields(cause) if cause else error_context(call)))
    error.__cause__ = cause
    return error


def outcome_unknown(call: Call[Any], cause: CampaignKitError, reads: str) -> OutcomeUnknownError:
    """Return the error for a call that may have been applied; `reads` describes its reads."""
    parts = (
        f"{describe_call(call)} may have been applied ({type(cause).__name__}).",
        reads,
        recovery_hint(call),
    )
    error = OutcomeUnknownError(" ".join(filter(None, parts)), **error_fields(cause))
    error.__cause__ = cause
    return error
