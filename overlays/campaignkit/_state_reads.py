"""Evaluation of the state reads that follow a lost response."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from campaignkit_runtime.clock import http_date
from campaignkit_runtime.operations import Verification
from httpx import Headers

from ._exceptions import CampaignKitError, NotFoundError
from ._redaction import redact
from ._response_types import BufferedResponse, DecodedResponse
from ._retry_policy import StateRead, is_transient

# The clock of resource times may differ by so much from the clock of the `Date` header. A change
# within the first period before the call counts as its effect. A resource that was created within
# the second period may be its effect.
_CLOCK_SKEW = timedelta(seconds=1)
_CREATION_SKEW = timedelta(seconds=60)

_NEVER = datetime.min.replace(tzinfo=UTC)

_NAMED_CANDIDATES = 5
_NAME_LENGTH = 60


class Evaluation(NamedTuple):
    """Verdict of a state read, and its consequences for the caller."""

    read: StateRead
    result: DecodedResponse[Any] | None = None
    """The result of the call, if the state shows that it was applied."""
    state: Any = None
    """The payload of the read."""
    reason: str = ""
    """Reason why the outcome is still unknown, as a sentence."""


class StateReader:
    """Evaluation of the reads that follow one call."""

    def __init__(self, rule: Verification[Any, Any], called_at: float) -> None:
        self._rule = rule
        self._called_at = called_at  # in seconds since 1970 by our clock

    def evaluate(
        self, found: DecodedResponse[Any] | CampaignKitError, sent_at: float, now: float
    ) -> Evaluation:
        """Return the evaluation of a read.

        Args:
            found: The result of the read.
            sent_at: When the read was sent, on the monotonic clock.
            now: Seconds since 1970 by our clock.
        """
        if self._rule.is_gone and _is_not_found(found):
            response = BufferedResponse(404, Headers(), b"")
            payload = self._rule.result(None, _NEVER)
            result = DecodedResponse(payload, found.trace_id, response, "read")
            return Evaluation(StateRead("applied", sent_at), result)
        if isinstance(found, CampaignKitError):
            is_final = found.outcome == "rejected" or found.is_final or not is_transient(found)
            read = StateRead("unread", sent_at, is_final)
            return Evaluation(read, reason=f"The read failed ({type(found).__name__}).")
        try:
            return self._judge(found, sent_at, now)
        except (AttributeError, TypeError):  # a null where the spec has none
            reason = "The state does not fit the spec."
            return Evaluation(StateRead("unclear", sent_at), state=found.payload, reason=reason)

    def _judge(self, found: DecodedResponse[Any], sent_at: float, now: float) -> Evaluation:
        payload, since = found.payload, self._since(found, now)
        if self._rule.applied(payload, since):
            rebuilt = self._rule.result(payload, since)
            result = DecodedResponse(rebuilt, found.trace_id, found.response, "read")
            return Evaluation(StateRead("applied", sent_at), result, payload)
        earliest = self._earliest_creation(found, since)
        if self._rule.unapplied(payload, earliest):
            reason = "The state does not show the call, but it may still be applied."
            return Evaluation(StateRead("unapplied", sent_at), state=payload, reason=reason)
        reason = f"The state does not show the outcome.{self._name_candidates(payload, earliest)}"
        return Evaluation(StateRead("unclear", sent_at), state=payload, reason=reason)

    def _since(self, found: DecodedResponse[Any], now: float) -> datetime:
        """Return the start of the call by the server's clock, or a slightly earlier time."""
        server = _server_time(found)
        ahead = 0.0 if server is None else server - now
        return datetime.fromtimestamp(self._called_at + ahead, UTC) - _CLOCK_SKEW

    def _earliest_creation(self, found: DecodedResponse[Any], since: datetime) -> datetime:
        """Return the earliest creation time that an effect of the call can have."""
        if _server_time(found) is None:  # our clock may differ by any amount
            return _NEVER
        return since - _CREATION_SKEW

    def _name_candidates(self, payload: Any, earliest: datetime) -> str:
        """Name the resources that the call may have created, as the end of a sentence."""
        if self._rule.candidates is None:
            return ""
        found = self._rule.candidates(payload, earliest)
        named = ", ".join(map(_describe, found[:_NAMED_CANDIDATES]))
        more = len(found) - _NAMED_CANDIDATES
        rest = f" and {more} more" if more > 0 else ""
        return f" It may have created {named}{rest}." if found else ""


def _is_not_found(found: DecodedResponse[Any] | CampaignKitError) -> bool:
    """Return True for a 404 of the vendor; the 404 page of a proxy proves nothing."""
    if not isinstance(found, NotFoundError) or (found.code or found.message) is None:
        return False
    try:
        return isinstance(json.loads(found.content or b""), dict)
    except ValueError:
        return False


def _server_time(found: DecodedResponse[Any]) -> float | None:
    return http_date(found.response.headers.get("date", ""))


def _describe(candidate: Sequence[object]) -> str:
    identifier, name = candidate
    text = redact(str(name))
    short = text if len(text) <= _NAME_LENGTH else f"{text[:_NAME_LENGTH]}..."
    return f"{identifier} ({short!r})"
