"""From an answer to the payload, or to the error that says why there is none.

Both kinds of body end here: Sonarly's envelope and the bare JSON of Callers.ai. Errors are
returned, not raised: a frame that is left by `return` is in no traceback, so no body shows up in
one with locals.
"""

import json
from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

import httpx
from campaignkit_api.acceleration import Refused
from campaignkit_api.client import Call, RawResponse
from campaignkit_api.reading import Mismatch

from ._errors import (
    APIConnectionError,
    APITimeoutError,
    CampaignKitError,
    InternalServerError,
    Outcome,
    ResponseDecodeError,
    class_of,
)

T = TypeVar("T")

# Failures after which the request cannot have arrived: it was not, or not wholly, on its way.
_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)

_MESSAGE_LENGTH = 300


class _Problem(NamedTuple):
    """What a vendor says of a failure, in whichever of the two forms."""

    code: str | None = None
    message: str | None = None
    details: Any = None
    trace_id: str | None = None

    @classmethod
    def of(cls, body: object) -> "_Problem":
        if not isinstance(body, dict):
            return cls()
        error = body.get("error")
        if not isinstance(error, dict) and "success" not in body:  # Callers.ai
            error = {"message": body.get("message"), "details": body.get("data")}
        elif not isinstance(error, dict):
            error = {}
        return cls(
            _text(error.get("code")),
            _text(error.get("message")),
            error.get("details"),
            _text(body.get("traceId")),
        )

    def __str__(self) -> str:
        message = self.message[:_MESSAGE_LENGTH] if self.message else None
        return ": ".join(part for part in (self.code, message) if part)


_NO_PROBLEM = _Problem()


class Answer(Generic[T]):
    """What a good answer holds."""

    __slots__ = ("payload", "response", "trace_id")

    def __init__(self, payload: T, trace_id: str | None, response: httpx.Response) -> None:
        self.payload = payload
        self.trace_id = trace_id
        self.response = response

    def raw(self) -> RawResponse[T]:
        """The same as callers see it who asked for the answer as it came."""
        return RawResponse(
            status_code=self.response.status_code,
            headers=dict(self.response.headers),
            trace_id=self.trace_id,
            content=self.response.content,
            payload=self.payload,
        )


def unwrap(call: Call[T], response: httpx.Response) -> Answer[T] | CampaignKitError:
    """The payload of an answer, or the error that it amounts to."""
    status = response.status_code
    if status in call.operation.decoders:
        return _success(call, response)
    if status >= 400:
        return _failure(call, response)
    if response.has_redirect_location:
        what = f"redirected with {status}, which is not followed. Check base_url."
    else:
        documented = ", ".join(str(code) for code in call.operation.decoders)
        what = f"answered {status} where the spec documents {documented}."
    return _undecodable(call, response, what)


def no_answer(call: Call[Any], error: httpx.HTTPError) -> CampaignKitError:
    """The error for a call that httpx could not bring to an answer."""
    cause = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    kind: type[CampaignKitError] = APIConnectionError
    advice = "Check base_url, the network and any proxy."
    if isinstance(error, httpx.TimeoutException):
        kind, advice = APITimeoutError, "Allow more time with timeout=."
    if isinstance(error, httpx.DecodingError):
        kind, advice = ResponseDecodeError, "Its content encoding cannot be undone."
    outcome: Outcome = "not_sent" if isinstance(error, _NOT_SENT) else "unknown"
    if outcome == "unknown" and call.operation.idempotency != "safe":
        advice = "It may have been applied: read the state before you repeat it."
    result = kind(
        f"{_named(call)} got no usable answer ({cause}). {advice}",
        **_about(call),
        outcome=outcome,
    )
    # A new exception of the same kind: the first one holds the request, and with it the key.
    result.__cause__ = type(error)(str(error))
    return result


def _success(call: Call[T], response: httpx.Response) -> Answer[T] | CampaignKitError:
    decoder = call.operation.decoders[response.status_code]
    try:
        body = decoder.body(response.content)
    except Refused:
        return _tolerant_success(call, response)
    if _is_contradiction(getattr(body, "success", True), getattr(body, "error", None)):
        return _tolerant_success(call, response)
    return Answer(decoder.payload(body), getattr(body, "trace_id", None), response)


def _tolerant_success(call: Call[T], response: httpx.Response) -> Answer[T] | CampaignKitError:
    """The same by way of parsed JSON: slower, but it forgives what may be forgiven."""
    try:
        document = json.loads(response.content)
    except (ValueError, RecursionError):
        kind = response.headers.get("content-type", "no content type")
        what = f"answered {response.status_code} with a body that is not JSON ({kind})."
        return _undecodable(call, response, what)
    envelope = document if isinstance(document, dict) else {}
    if _is_contradiction(envelope.get("success", True), envelope.get("error")):
        problem = _Problem.of(envelope)
        what = f"answered {response.status_code}, but its body says that it failed: {problem}."
        return _undecodable(call, response, what, problem)
    decoder = call.operation.decoders[response.status_code]
    trace_id = _text(envelope.get("traceId"))
    try:
        return Answer(decoder.payload(decoder.tolerant_body(document)), trace_id, response)
    except Mismatch as mismatch:
        where = {"json_path": mismatch.path, "expected": mismatch.expected}
    what = (
        f"answered {response.status_code}, but its {where['json_path']} is not what the spec says"
    )
    what += f": expected {where['expected']}."
    outcome: Outcome = "applied" if "success" in envelope else "unknown"
    return _undecodable(call, response, what, _Problem(trace_id=trace_id), outcome, **where)


def _failure(call: Call[Any], response: httpx.Response) -> CampaignKitError:
    try:
        body = json.loads(response.content)
    except (ValueError, RecursionError):
        body = None
    problem = _Problem.of(body)
    kind = class_of(response.status_code)
    what = f"{_named(call)} answered {response.status_code}"
    if str(problem):
        what += f" {problem}"
    if body is None:
        what += f" without JSON ({response.headers.get('content-type', 'no content type')})"
    is_unclear = issubclass(kind, InternalServerError)
    return kind(
        " ".join(part for part in (f"{what.rstrip('.')}.", kind.advice, _trace(problem)) if part),
        **_about(call, problem),
        status_code=response.status_code,
        retry_after=_retry_after(response.headers),
        outcome="unknown" if is_unclear else "rejected",
    )


def _undecodable(
    call: Call[Any],
    response: httpx.Response,
    what: str,
    problem: _Problem = _NO_PROBLEM,
    outcome: Outcome = "unknown",
    **where: str,
) -> ResponseDecodeError:
    return ResponseDecodeError(
        " ".join(part for part in (f"{_named(call)} {what}", _trace(problem)) if part),
        **_about(call, problem),
        status_code=response.status_code,
        outcome=outcome,
        **where,
    )


def _is_contradiction(success: object, error: object) -> bool:
    """Whether a success status carries an envelope that is not one of success."""
    return success is not True or error is not None


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Retry-After in seconds, where it is given as a number of them."""
    text = headers.get("retry-after", "")
    return float(text) if text.isascii() and text.isdigit() else None


def _about(call: Call[Any], problem: _Problem = _NO_PROBLEM) -> dict[str, Any]:
    return {
        "operation": call.operation.id,
        "method": call.operation.method,
        "path": call.path,
        "code": problem.code,
        "message": problem.message,
        "details": problem.details,
        "trace_id": problem.trace_id,
        "attempts": 1,
    }


def _named(call: Call[Any]) -> str:
    return f"{call.operation.method} {call.path}"


def _trace(problem: _Problem) -> str:
    return f"Trace {problem.trace_id}." if problem.trace_id else ""


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
