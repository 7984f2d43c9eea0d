"""From an answer to the payload, or to the error that says why there is none.

Both kinds of body end here: Sonarly's envelope and the bare JSON of Callers.ai. Errors are
returned, not raised: a frame that is left by `return` is in no traceback, so no body shows up in
one with locals.
"""

import json
from http import HTTPStatus
from typing import Any, Generic, NamedTuple, TypeVar

import httpx
from campaignkit_runtime.clock import retry_after
from campaignkit_runtime.decoding.msgspec import FastDecodeError
from campaignkit_runtime.decoding.readers import SchemaMismatchError
from campaignkit_runtime.operations import Call
from campaignkit_runtime.protocols import RawResponse

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

# Redirects that say that the request was not looked at; after the others it may have been applied.
_MOVED = frozenset([301, 307, 308])
_SEEN_ELSEWHERE = frozenset([302, 303])

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


class Received(NamedTuple):
    """An answer, read to its end."""

    status_code: int
    headers: httpx.Headers
    content: bytes

    @property
    def content_type(self) -> str:
        """What the answer says that its body is."""
        kind: str = self.headers.get("content-type", "no content type")
        return kind


class Answer(Generic[T]):
    """What a good answer holds."""

    __slots__ = ("payload", "response", "trace_id")

    def __init__(self, payload: T, trace_id: str | None, response: Received) -> None:
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


def unwrap(call: Call[T], response: Received, now: float) -> Answer[T] | CampaignKitError:
    """The payload of an answer, or the error that it amounts to, as of `now`."""
    status = response.status_code
    if status in call.operation.decoders:
        return _success(call, response)
    if status >= 400:
        return _failure(call, response, now)
    if status in _MOVED | _SEEN_ELSEWHERE and "location" in response.headers:
        what = f"redirected with {status}, which is not followed. Check base_url."
    else:
        documented = ", ".join(str(code) for code in call.operation.decoders)
        what = f"answered {status} where the spec documents {documented}."
    return _undecodable(call, response, what, "rejected" if status in _MOVED else "unknown")


def no_answer(call: Call[Any], error: httpx.HTTPError) -> CampaignKitError:
    """The error for a call that httpx could not bring to an answer."""
    text = str(error)
    if isinstance(error, httpx.ProtocolError):
        text = text.partition(":")[0]  # behind it can stand what was received
    cause = f"{type(error).__name__}: {text}" if text else type(error).__name__
    kind: type[CampaignKitError] = APIConnectionError
    hint = "Check base_url, the network and any proxy."
    facts = about(call)
    if isinstance(error, httpx.TimeoutException):
        kind, hint = APITimeoutError, "Allow more time with timeout=."
    if isinstance(error, httpx.DecodingError):
        kind, hint = ResponseDecodeError, "Its content encoding cannot be undone."
        facts["expected"] = "JSON"
    facts["outcome"] = "not_sent" if isinstance(error, _NOT_SENT) else "unknown"
    if facts["outcome"] == "unknown" and call.operation.idempotency != "safe":
        hint = f"It may have been applied. {advice(call)}"
    result = kind(f"{named(call)} got no usable answer ({cause}). {hint}", **facts)
    # A new exception of the same kind: the first one holds the request, and with it the key.
    result.__cause__ = type(error)(text)
    return result


def closed_meanwhile(call: Call[Any]) -> APIConnectionError:
    """The error for a call whose client was closed by somebody else."""
    what = f"{named(call)}: its client was closed during the call. {advice(call)}"
    return APIConnectionError(what.rstrip(), **about(call), outcome="unknown")


def too_large(call: Call[Any], status: int, most: int) -> ResponseDecodeError:
    """The error for an answer that was not read to its end."""
    what = f"{named(call)} answered {status} with more than {most} bytes."
    facts = about(call) | {"status_code": status, "outcome": "unknown"}
    return ResponseDecodeError(
        f"{what} Allow more with max_response_bytes=.", **facts, expected=f"at most {most} bytes"
    )


def advice(call: Call[Any]) -> str:
    """What to do about a call that may have been applied."""
    if call.operation.idempotency == "safe":
        return ""
    if call.operation.idempotency == "keyed":
        return "Repeat it with the same idempotency key, and it is done once."
    if call.verification is None:
        return "No operation tells: look for its effect before you repeat it."
    read = call.verification().read
    return f"Read {read.path} ({read.operation.id}) before you repeat it."


def _success(call: Call[T], response: Received) -> Answer[T] | CampaignKitError:
    decoder = call.operation.decoders[response.status_code]
    try:
        body = decoder.body(response.content)
    except FastDecodeError:
        return _tolerant_success(call, response)
    if _is_contradiction(getattr(body, "success", True), getattr(body, "error", None)):
        return _tolerant_success(call, response)
    return Answer(decoder.payload(body), getattr(body, "trace_id", None), response)


def _tolerant_success(call: Call[T], response: Received) -> Answer[T] | CampaignKitError:
    """The same by way of parsed JSON: slower, but it forgives what may be forgiven."""
    try:
        document = json.loads(response.content)
    except (ValueError, RecursionError):
        what = f"answered {response.status_code} with a body that is not JSON"
        what += f" ({response.content_type})."
        return _undecodable(call, response, what, expected="JSON")
    envelope = document if isinstance(document, dict) else {}
    if _is_contradiction(envelope.get("success", True), envelope.get("error")):
        problem = _Problem.of(envelope)
        what = f"answered {response.status_code}, but its body says that it failed: {problem}."
        return _undecodable(call, response, what, problem=problem)
    decoder = call.operation.decoders[response.status_code]
    trace_id = _text(envelope.get("traceId"))
    try:
        return Answer(decoder.payload(decoder.tolerant_body(document)), trace_id, response)
    except SchemaMismatchError as mismatch:
        where = {"json_path": mismatch.path, "expected": mismatch.expected}
    what = (
        f"answered {response.status_code}, but its {where['json_path']} is not what the spec says"
    )
    what += f": expected {where['expected']}."
    outcome: Outcome = "applied" if "success" in envelope else "unknown"
    problem = _Problem(trace_id=trace_id)
    return _undecodable(call, response, what, outcome, problem=problem, **where)


def _failure(call: Call[Any], response: Received, now: float) -> CampaignKitError:
    try:
        body = json.loads(response.content)
    except (ValueError, RecursionError):
        body = None
    problem = _Problem.of(body)
    kind = class_of(response.status_code)
    what = f"{named(call)} answered {response.status_code}"
    if str(problem):
        what += f" {problem}"
    if body is None:
        what += f" without JSON ({response.content_type})"
    wish = retry_after(response.headers, now)
    # A 503 that says when to come back says with it that nothing was done.
    is_refusal = response.status_code == HTTPStatus.SERVICE_UNAVAILABLE and wish is not None
    is_unclear = issubclass(kind, InternalServerError) and not is_refusal
    return kind(
        " ".join(part for part in (f"{what.rstrip('.')}.", kind.advice, _trace(problem)) if part),
        **about(call, problem),
        status_code=response.status_code,
        retry_after=wish,
        outcome="unknown" if is_unclear else "rejected",
    )


def _undecodable(
    call: Call[Any],
    response: Received,
    what: str,
    outcome: Outcome = "unknown",
    *,
    problem: _Problem = _NO_PROBLEM,
    **where: str,
) -> ResponseDecodeError:
    return ResponseDecodeError(
        " ".join(part for part in (f"{named(call)} {what}", _trace(problem)) if part),
        **about(call, problem),
        status_code=response.status_code,
        outcome=outcome,
        **where,
    )


def _is_contradiction(success: object, error: object) -> bool:
    """Whether a success status carries an envelope that is not one of success."""
    return success is not True or error is not None


def about(call: Call[Any], problem: _Problem = _NO_PROBLEM) -> dict[str, Any]:
    """The keywords of an error that say which call it is about."""
    return {
        "operation": call.operation.id,
        "method": call.operation.method,
        "path": call.path,
        "code": problem.code,
        "message": problem.message,
        "details": problem.details,
        "trace_id": problem.trace_id,
    }


def named(call: Call[Any]) -> str:
    """The call as messages name it."""
    return f"{call.operation.method} {call.path}"


def _trace(problem: _Problem) -> str:
    return f"Trace {problem.trace_id}." if problem.trace_id else ""


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
