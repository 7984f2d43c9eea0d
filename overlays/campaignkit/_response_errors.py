"""Errors of responses: failures, and bodies that do not fit the spec.

Errors are returned, not raised, so that no body is in the frames of a traceback.
"""

import json
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from campaignkit_runtime.clock import retry_after
from campaignkit_runtime.decoding.items import item_id, item_index
from campaignkit_runtime.decoding.readers import SchemaMismatchError
from campaignkit_runtime.errors import HiddenResponse
from campaignkit_runtime.operations import Call, Decoder

from ._error_details import (
    NO_DETAILS,
    ErrorDetails,
    details_of,
    kept_headers,
    text_details,
    trace_id_of,
)
from ._exceptions import (
    CampaignKitError,
    InternalServerError,
    Outcome,
    ResponseDecodeError,
    error_class_for,
)
from ._redaction import excerpt, mask_path
from ._response_types import MAX_FAILURE_BYTES, BufferedResponse


def error_context(call: Call[Any], details: ErrorDetails = NO_DETAILS) -> dict[str, Any]:
    """Return the keywords of an error that say which call it is about."""
    return {
        "operation": call.operation.id,
        "method": call.operation.method,
        "path": mask_path(call.path),
        "code": details.code,
        "message": details.message,
        "details": details.details,
        "trace_id": details.trace_id,
    }


def describe_call(call: Call[Any]) -> str:
    """Return the call as messages name it, without phone numbers."""
    return f"{call.operation.method} {mask_path(call.path)}"


def recovery_hint(call: Call[Any]) -> str:
    """Return what to do about a call that may have been applied."""
    if call.operation.idempotency == "safe":
        return ""
    if call.operation.idempotency == "keyed":
        return "Repeat it with the same idempotency key, and it is done once."
    if call.verification is None:
        return "No operation shows it: look for its effect before you repeat it."
    read = call.verification().read
    return f"Read {mask_path(read.path)} ({read.operation.id}) before you repeat it."


def mismatch_error(
    call: Call[Any],
    response: BufferedResponse,
    decoder: Decoder[Any, Any],
    document: Any,
    error: SchemaMismatchError,
    secrets: Sequence[str],
) -> ResponseDecodeError:
    """Return the error of JSON that does not fit the spec."""
    where: dict[str, str | None] = {"json_path": error.path, "expected": error.expected}
    message = f"returned {response.status_code}, but its {error.path} is not what the spec says:"
    message = f"{message} expected {error.expected}."
    index = item_index(decoder.items, error.steps)
    if index is not None and decoder.items is not None:
        where["item_id"] = item_id(document, decoder.items, index)
        known = excerpt(where["item_id"] or "", 100, secrets)
        message = f"{message} The item has the id {known}." if known else message
        message = f'{message} Pass on_bad_item="skip" or "raw" to get the others.'
    envelope = document if isinstance(document, dict) else {}
    trace_id = envelope.get("traceId")
    trace_id = trace_id if isinstance(trace_id, str) else trace_id_of(response.headers)
    outcome: Outcome = "applied" if "success" in envelope else "unknown"
    details = ErrorDetails(trace_id=trace_id)
    return decode_error(call, response, message, outcome, details=details, **where)


def status_error(
    call: Call[Any], response: BufferedResponse, now: float, secrets: Sequence[str]
) -> CampaignKitError:
    kind = error_class_for(response.status_code)
    message = f"{describe_call(call)} returned {response.status_code}"
    try:
        body = _json_of_failure(response)
    except (ValueError, RecursionError):
        details = text_details(response.text, response.headers)
        words = vendor_words(details, secrets)
        message += f" without JSON ({response.content_type})"
        message += f": {words}" if words else "."
    else:
        details = details_of(body, response.headers)
        words = vendor_words(details, secrets)
        message += f". {words}" if words.startswith("Details:") else f" {words}".rstrip()
        message = message if message.endswith(".") else f"{message}."
    wait = retry_after(response.headers, now)
    # A 503 with Retry-After means that the request was not processed.
    is_refusal = response.status_code == HTTPStatus.SERVICE_UNAVAILABLE and wait is not None
    is_unclear = issubclass(kind, InternalServerError) and not is_refusal
    return kind(
        " ".join(part for part in (message, kind.hint, _trace(details)) if part),
        **_response_fields(call, response, details),
        retry_after=wait,
        outcome="unknown" if is_unclear else "rejected",
    )


def _json_of_failure(response: BufferedResponse) -> Any:
    if len(response.content) > MAX_FAILURE_BYTES:
        raise ValueError("too long to hold words only")
    try:
        return json.loads(response.content)
    except UnicodeDecodeError:  # in another charset, which only words have to be read in
        return json.loads(response.text)


def vendor_words(details: ErrorDetails, secrets: Sequence[str]) -> str:
    """Return what the vendor says of a failure, as sentences."""
    parts = [details.summary(secrets), details.details_text(secrets)]
    parts[1] = f"Details: {parts[1]}" if parts[1] else ""
    return " ".join(part if part.endswith((".", "...")) else f"{part}." for part in parts if part)


def decode_error(
    call: Call[Any],
    response: BufferedResponse,
    message: str,
    outcome: Outcome = "unknown",
    *,
    details: ErrorDetails | None = None,
    **where: str | None,
) -> ResponseDecodeError:
    details = details or ErrorDetails(trace_id=trace_id_of(response.headers))
    return ResponseDecodeError(
        " ".join(part for part in (f"{describe_call(call)} {message}", _trace(details)) if part),
        **_response_fields(call, response, details),
        outcome=outcome,
        **where,
    )


def is_error_envelope(success: object, error: object) -> bool:
    """Return whether the envelope of a success status is that of an error."""
    return success is not True or error is not None


def says_failure(content: bytes) -> bool:
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return False
    envelope = body if isinstance(body, dict) else {}
    return is_error_envelope(envelope.get("success", True), envelope.get("error"))


def _response_fields(
    call: Call[Any], response: BufferedResponse, details: ErrorDetails
) -> dict[str, Any]:
    return {
        **error_context(call, details),
        "status_code": response.status_code,
        "response_headers": kept_headers(response.headers),
        "response": HiddenResponse(response.content, response.headers),
    }


def _trace(details: ErrorDetails) -> str:
    return f"Trace {excerpt(details.trace_id, 100)}." if details.trace_id else ""
