"""Payloads of responses, and the errors of responses that have no payload.

Both kinds of body end here: Sonarly's envelope and the bare JSON of Callers.ai. Errors are
returned, not raised: a frame that is left by `return` is in no traceback, so no body shows up in
one with locals.
"""

import json
import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, Generic, TypeVar

import httpx
from campaignkit_runtime.clock import retry_after
from campaignkit_runtime.decoding.items import OnBadItem, item_id, item_index, read_body
from campaignkit_runtime.decoding.msgspec import FastDecodeError
from campaignkit_runtime.decoding.readers import SchemaMismatchError
from campaignkit_runtime.errors import HiddenResponse
from campaignkit_runtime.operations import Call, ContentDecoder, Decoder, read_bytes
from campaignkit_runtime.protocols import RawResponse

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

T = TypeVar("T")

# After these redirects the request was not processed; after the others it may have been applied.
_REDIRECT_NOT_PROCESSED = frozenset([301, 307, 308])
_REDIRECT_UNCLEAR = frozenset([302, 303])

# Of a longer body of a failure only so much is read, which bounds memory.
MAX_FAILURE_BYTES = 256 * 1024

_logger = logging.getLogger("campaignkit")
_reported: set[tuple[str, int]] = set()


class BufferedResponse:
    """A response, read to its end."""

    __slots__ = ("_headers", "content", "status_code")

    def __init__(
        self,
        status_code: int,
        headers: httpx.Headers | list[tuple[bytes, bytes]],
        content: bytes,
    ) -> None:
        self.status_code = status_code
        self.content = content
        self._headers = headers

    @property
    def headers(self) -> httpx.Headers:
        """The headers; those of a success are seldom looked at."""
        if isinstance(self._headers, list):
            self._headers = httpx.Headers(self._headers)
        return self._headers

    @property
    def content_type(self) -> str:
        """The media type of the body, as the response states it."""
        return excerpt(self.headers.get("content-type", "no content type"), 100)

    @property
    def media_type(self) -> str:
        """The media type without parameters, in lower case."""
        return str(self.headers.get("content-type", "")).partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset of the body, as the response states it; "" if it does not."""
        charset = self.headers.get("content-type", "").lower().partition("charset=")[2]
        return str(charset.partition(";")[0].strip("\"' "))

    @property
    def text(self) -> str:
        """The beginning of the body as text; what is not of its charset is replaced."""
        content = self.content[:MAX_FAILURE_BYTES]
        try:
            return content.decode(self.charset or "utf-8", "replace")
        except (LookupError, ValueError):  # a charset that Python does not have for text
            return content.decode("utf-8", "replace")


class DecodedResponse(Generic[T]):
    """The payload of a successful response."""

    __slots__ = ("payload", "response", "trace_id")

    def __init__(self, payload: T, trace_id: str | None, response: BufferedResponse) -> None:
        self.payload = payload
        self.trace_id = trace_id
        self.response = response

    def raw(self) -> RawResponse[T]:
        """Return what `with_raw_response` gives."""
        return RawResponse(
            status_code=self.response.status_code,
            headers=dict(self.response.headers),
            trace_id=self.trace_id or trace_id_of(self.response.headers),
            content=self.response.content,
            payload=self.payload,
        )


def unwrap(
    call: Call[T],
    response: BufferedResponse,
    now: float,
    secrets: Sequence[str] = (),
    on_bad_item: OnBadItem = "raise",
) -> DecodedResponse[T] | CampaignKitError:
    """Return the payload of a response, or the error that it stands for.

    Args:
        call: Call of the response.
        response: The response.
        now: The time of arrival, in seconds since the epoch.
        secrets: Texts that no error may show, such as the API key.
        on_bad_item: What happens to an item of a list that does not fit the spec.

    """
    status = response.status_code
    if decoder := call.operation.decoder(status):
        return _success(call, response, decoder, secrets, on_bad_item)
    if status >= 400:
        return _failure(call, response, now, secrets)
    if 200 <= status < 300:
        return _undocumented_success(call, response, secrets, on_bad_item)
    if status in _REDIRECT_NOT_PROCESSED | _REDIRECT_UNCLEAR and "location" in response.headers:
        what = f"redirected with {status}, which is not followed. Check base_url."
    else:
        what = f"returned {status}, but the spec documents {call.operation.documented}."
    return _decode_error(
        call, response, what, "rejected" if status in _REDIRECT_NOT_PROCESSED else "unknown"
    )


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


def _success(
    call: Call[T],
    response: BufferedResponse,
    decoder: Decoder[Any, T],
    secrets: Sequence[str],
    on_bad_item: OnBadItem,
) -> DecodedResponse[T] | CampaignKitError:
    if decoder.others:
        decoder = decoder.for_content_type(response.headers.get("content-type", ""))
    if isinstance(decoder, ContentDecoder):
        return _content(call, response, decoder)
    try:
        body = decoder.body(response.content)
    except FastDecodeError:
        return _tolerant_success(call, response, decoder, secrets, on_bad_item)
    if _is_error_envelope(getattr(body, "success", True), getattr(body, "error", None)):
        return _tolerant_success(call, response, decoder, secrets, on_bad_item)
    return DecodedResponse(decoder.payload(body), getattr(body, "trace_id", None), response)


def _content(
    call: Call[T], response: BufferedResponse, decoder: ContentDecoder[T]
) -> DecodedResponse[T] | CampaignKitError:
    """Return the payload of a body that is not JSON."""
    documented = ", ".join(decoder.media_types)
    if _is_error_page(response, decoder):
        what = f"returned {response.status_code} with {response.content_type}"
        what = f"{what}, but the spec documents {documented}."
        return _decode_error(call, response, what, expected=documented)
    try:
        payload = decoder.read(response.content, response.charset)
    except (LookupError, ValueError):
        what = f"returned {response.status_code} with a body that its charset cannot decode"
        what = f"{what} ({response.content_type})."
        return _decode_error(call, response, what, "applied", expected=documented)
    return DecodedResponse(payload, None, response)


def _is_error_page(response: BufferedResponse, decoder: ContentDecoder[Any]) -> bool:
    """Return True if the body is HTML or JSON in the place of another media type."""
    media_type = response.media_type
    if decoder.takes(media_type):
        return False
    if media_type.endswith(("/json", "+json")):
        return decoder.read is read_bytes or _says_failure(response.content)
    return media_type == "text/html"


def _undocumented_success(
    call: Call[T], response: BufferedResponse, secrets: Sequence[str], on_bad_item: OnBadItem
) -> DecodedResponse[T] | CampaignKitError:
    """Return the payload if the body fits a documented one; the call was applied in any case."""
    status = response.status_code
    results: list[CampaignKitError] = []
    for decoder in call.operation.decoders.values():
        result = _success(call, response, decoder, secrets, on_bad_item)
        if not isinstance(result, CampaignKitError):
            _report_status(call, status)
            return result
        results.append(result)
    what = f"returned {status}, but the spec documents {call.operation.documented}."
    error = results[0] if results else _decode_error(call, response, what)
    if not _says_failure(response.content):
        error.outcome = "applied"
        what = f"The spec documents {call.operation.documented}. After a 2xx, the call was applied."
        error.args = (f"{error} {what}",)
    return error


def _report_status(call: Call[Any], status: int) -> None:
    """Write an undocumented status to the log, once for each operation."""
    if (call.operation.id, status) not in _reported:
        _reported.add((call.operation.id, status))
        what = "%s: returned %d with the body that is documented for %s"
        _logger.warning(what, call.operation.id, status, call.operation.documented)


def _tolerant_success(
    call: Call[T],
    response: BufferedResponse,
    decoder: Decoder[Any, T],
    secrets: Sequence[str],
    on_bad_item: OnBadItem,
) -> DecodedResponse[T] | CampaignKitError:
    """Return the payload by way of parsed JSON: slower, but tolerant of harmless changes."""
    try:
        document = json.loads(response.content)
    except (ValueError, RecursionError):
        what = f"returned {response.status_code} with a body that is not JSON"
        what += f" ({response.content_type})."
        return _decode_error(call, response, what, expected="JSON")
    envelope = document if isinstance(document, dict) else {}
    if _is_error_envelope(envelope.get("success", True), envelope.get("error")):
        details = details_of(envelope, response.headers)
        what = f"returned {response.status_code}, but its body says that it failed:"
        what = f"{what} {_words(details, secrets)}"
        return _decode_error(call, response, what, details=details)
    trace_id = envelope.get("traceId")
    trace_id = trace_id if isinstance(trace_id, str) else None
    try:
        body, bad_items = read_body(decoder, document, on_bad_item)
        payload = decoder.payload(body)
    except SchemaMismatchError as error:
        return _mismatch(call, response, decoder, document, error, secrets)
    except AttributeError:  # a null on the way to the payload
        null = SchemaMismatchError("an object, not null").under("data")
        return _mismatch(call, response, decoder, document, null, secrets)
    if bad_items:
        what = "%s: %d items do not fit the spec (on_bad_item=%r). The first: %s: expected %s"
        first = bad_items[0]
        where = f"item {first.number}, {first.error.path}"
        facts = (call.operation.id, len(bad_items), on_bad_item, where, first.error.expected)
        _logger.warning(what, *facts)
    return DecodedResponse(payload, trace_id, response)


def _mismatch(
    call: Call[Any],
    response: BufferedResponse,
    decoder: Decoder[Any, Any],
    document: Any,
    error: SchemaMismatchError,
    secrets: Sequence[str],
) -> ResponseDecodeError:
    """Return the error of JSON that does not fit the spec."""
    where: dict[str, str | None] = {"json_path": error.path, "expected": error.expected}
    what = f"returned {response.status_code}, but its {error.path} is not what the spec says:"
    what = f"{what} expected {error.expected}."
    index = item_index(decoder.items, error.steps)
    if index is not None and decoder.items is not None:
        where["item_id"] = item_id(document, decoder.items, index)
        known = excerpt(where["item_id"] or "", 100, secrets)
        what = f"{what} The item has the id {known}." if known else what
        what = f'{what} Pass on_bad_item="skip" or "raw" to get the others.'
    envelope = document if isinstance(document, dict) else {}
    trace_id = envelope.get("traceId")
    trace_id = trace_id if isinstance(trace_id, str) else trace_id_of(response.headers)
    outcome: Outcome = "applied" if "success" in envelope else "unknown"
    details = ErrorDetails(trace_id=trace_id)
    return _decode_error(call, response, what, outcome, details=details, **where)


def _failure(
    call: Call[Any], response: BufferedResponse, now: float, secrets: Sequence[str]
) -> CampaignKitError:
    kind = error_class_for(response.status_code)
    what = f"{describe_call(call)} returned {response.status_code}"
    try:
        body = _json_of_failure(response)
    except (ValueError, RecursionError):
        details = text_details(response.text, response.headers)
        words = _words(details, secrets)
        what += f" without JSON ({response.content_type})"
        what += f": {words}" if words else "."
    else:
        details = details_of(body, response.headers)
        words = _words(details, secrets)
        what += f". {words}" if words.startswith("Details:") else f" {words}".rstrip()
        what = what if what.endswith(".") else f"{what}."
    wait = retry_after(response.headers, now)
    # A 503 with Retry-After means that the request was not processed.
    is_refusal = response.status_code == HTTPStatus.SERVICE_UNAVAILABLE and wait is not None
    is_unclear = issubclass(kind, InternalServerError) and not is_refusal
    return kind(
        " ".join(part for part in (what, kind.hint, _trace(details)) if part),
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


def _words(details: ErrorDetails, secrets: Sequence[str]) -> str:
    """Return what the vendor says of a failure, as sentences."""
    parts = [details.summary(secrets), details.details_text(secrets)]
    parts[1] = f"Details: {parts[1]}" if parts[1] else ""
    return " ".join(part if part.endswith((".", "...")) else f"{part}." for part in parts if part)


def _decode_error(
    call: Call[Any],
    response: BufferedResponse,
    what: str,
    outcome: Outcome = "unknown",
    *,
    details: ErrorDetails | None = None,
    **where: str | None,
) -> ResponseDecodeError:
    details = details or ErrorDetails(trace_id=trace_id_of(response.headers))
    return ResponseDecodeError(
        " ".join(part for part in (f"{describe_call(call)} {what}", _trace(details)) if part),
        **_response_fields(call, response, details),
        outcome=outcome,
        **where,
    )


def _is_error_envelope(success: object, error: object) -> bool:
    """Return whether the envelope of a success status is that of an error."""
    return success is not True or error is not None


def _says_failure(content: bytes) -> bool:
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return False
    envelope = body if isinstance(body, dict) else {}
    return _is_error_envelope(envelope.get("success", True), envelope.get("error"))


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


def _response_fields(
    call: Call[Any], response: BufferedResponse, details: ErrorDetails
) -> dict[str, Any]:
    return {
        **error_context(call, details),
        "status_code": response.status_code,
        "response_headers": kept_headers(response.headers),
        "response": HiddenResponse(response.content, response.headers),
    }


def describe_call(call: Call[Any]) -> str:
    """Return the call as messages name it, without phone numbers."""
    return f"{call.operation.method} {mask_path(call.path)}"


def _trace(details: ErrorDetails) -> str:
    return f"Trace {excerpt(details.trace_id, 100)}." if details.trace_id else ""
