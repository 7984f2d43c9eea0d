"""Payloads of responses, and the errors of responses that have no payload.

Bodies have two formats: Sonarly's envelope and the bare JSON of Callers.ai. Errors are returned,
not raised. So no frame that holds a body is in a traceback with locals.
"""

import json
import logging
from collections.abc import Callable
from typing import Any, TypeVar

from campaignkit_runtime.decoding.items import OnBadItem, read_body
from campaignkit_runtime.decoding.msgspec import FastDecodeError
from campaignkit_runtime.decoding.readers import SchemaMismatchError
from campaignkit_runtime.operations import Call, ContentDecoder, Decoder, read_bytes

from ._auth import CallAuth
from ._error_details import details_of
from ._exceptions import CampaignKitError
from ._response_errors import (
    decode_error,
    is_error_envelope,
    mismatch_error,
    says_failure,
    status_error,
    vendor_words,
)
from ._response_types import BufferedResponse, DecodedResponse

T = TypeVar("T")

# After these redirects the request was not processed; after the others it may have been applied.
_REDIRECT_NOT_PROCESSED = frozenset([301, 307, 308])
_REDIRECT_UNCLEAR = frozenset([302, 303])

_logger = logging.getLogger("campaignkit")
_reported: set[tuple[str, int]] = set()


def unwrap(
    call: Call[T],
    response: BufferedResponse,
    now: Callable[[], float],
    auth: CallAuth,
    on_bad_item: OnBadItem = "raise",
) -> DecodedResponse[T] | CampaignKitError:
    """Return the payload of a response, or its error.

    Args:
        call: Call of the response.
        response: The response.
        now: Returns the time, in seconds since the epoch.
        auth: Credentials of the call, which no error may show.
        on_bad_item: What happens to an item of a list that does not fit the spec.

    """
    status = response.status_code
    if decoder := call.operation.decoder(status):
        return _success(call, response, decoder, auth, on_bad_item)
    if status >= 400:
        return status_error(call, response, now(), auth.secrets)
    if 200 <= status < 300:
        return _undocumented_success(call, response, auth, on_bad_item)
    if status in _REDIRECT_NOT_PROCESSED | _REDIRECT_UNCLEAR and "location" in response.headers:
        message = f"redirected with {status}, which is not followed. Check base_url."
    else:
        message = f"returned {status}, but the spec documents {call.operation.documented}."
    return decode_error(
        call, response, message, "rejected" if status in _REDIRECT_NOT_PROCESSED else "unknown"
    )


def _success(
    call: Call[T],
    response: BufferedResponse,
    decoder: Decoder[Any, T],
    auth: CallAuth,
    on_bad_item: OnBadItem,
) -> DecodedResponse[T] | CampaignKitError:
    if decoder.others:
        decoder = decoder.for_content_type(response.headers.get("content-type", ""))
    if isinstance(decoder, ContentDecoder):
        return _content(call, response, decoder)
    try:
        body = decoder.body(response.content)
    except FastDecodeError:
        return _tolerant_success(call, response, decoder, auth, on_bad_item)
    if decoder.has_envelope and is_error_envelope(
        getattr(body, "success", True), getattr(body, "error", None)
    ):
        return _tolerant_success(call, response, decoder, auth, on_bad_item)
    return DecodedResponse(decoder.payload(body), getattr(body, "trace_id", None), response)


def _content(
    call: Call[T], response: BufferedResponse, decoder: ContentDecoder[T]
) -> DecodedResponse[T] | CampaignKitError:
    """Return the payload of a body that is not JSON."""
    documented = ", ".join(decoder.media_types)
    if _is_error_page(response, decoder):
        message = f"returned {response.status_code} with {response.content_type}"
        message = f"{message}, but the spec documents {documented}."
        return decode_error(call, response, message, expected=documented)
    try:
        payload = decoder.read(response.content, response.charset)
    except (LookupError, ValueError):
        message = f"returned {response.status_code} with a body that its charset cannot decode"
        message = f"{message} ({response.content_type})."
        return decode_error(call, response, message, "applied", expected=documented)
    return DecodedResponse(payload, None, response)


def _is_error_page(response: BufferedResponse, decoder: ContentDecoder[Any]) -> bool:
    """Return True if the body is HTML or JSON in the place of another media type."""
    media_type = response.media_type
    if decoder.takes(media_type):
        return False
    if media_type.endswith(("/json", "+json")):
        return decoder.read is read_bytes or says_failure(response.content)
    return media_type == "text/html"


def _undocumented_success(
    call: Call[T], response: BufferedResponse, auth: CallAuth, on_bad_item: OnBadItem
) -> DecodedResponse[T] | CampaignKitError:
    """Return the payload if the body fits a documented one; the call was applied in any case."""
    status = response.status_code
    results: list[CampaignKitError] = []
    for decoder in call.operation.decoders.values():
        result = _success(call, response, decoder, auth, on_bad_item)
        if not isinstance(result, CampaignKitError):
            _report_status(call, status)
            return result
        results.append(result)
    message = f"returned {status}, but the spec documents {call.operation.documented}."
    error = results[0] if results else decode_error(call, response, message)
    if not says_failure(response.content):
        error.outcome = "applied"
        message = (
            f"The spec documents {call.operation.documented}. After a 2xx, the call was applied."
        )
        error.args = (f"{error} {message}",)
    return error


def _report_status(call: Call[Any], status: int) -> None:
    """Write an undocumented status to the log, once for each operation."""
    if (call.operation.id, status) not in _reported:
        _reported.add((call.operation.id, status))
        message = "%s: returned %d with the body that is documented for %s"
        _logger.warning(message, call.operation.id, status, call.operation.documented)


def _tolerant_success(
    call: Call[T],
    response: BufferedResponse,
    decoder: Decoder[Any, T],
    auth: CallAuth,
    on_bad_item: OnBadItem,
) -> DecodedResponse[T] | CampaignKitError:
    """Return the payload by way of parsed JSON: slower, but tolerant of harmless changes."""
    try:
        document = json.loads(response.content)
    except (ValueError, RecursionError):
        message = f"returned {response.status_code} with a body that is not JSON"
        message += f" ({response.content_type})."
        return decode_error(call, response, message, expected="JSON")
    envelope = document if isinstance(document, dict) else {}
    if decoder.has_envelope and is_error_envelope(
        envelope.get("success", True), envelope.get("error")
    ):
        details = details_of(envelope, response.headers)
        message = f"returned {response.status_code}, but its body says that it failed:"
        message = f"{message} {vendor_words(details, auth.secrets)}"
        return decode_error(call, response, message, details=details)
    trace_id = envelope.get("traceId")
    trace_id = trace_id if isinstance(trace_id, str) else None
    try:
        body, bad_items = read_body(decoder, document, on_bad_item)
        payload = decoder.payload(body)
    except SchemaMismatchError as error:
        return mismatch_error(call, response, decoder, document, error, auth.secrets)
    except AttributeError:  # a null on the way to the payload
        null = SchemaMismatchError("an object, not null").under("data")
        return mismatch_error(call, response, decoder, document, null, auth.secrets)
    if bad_items:
        message = "%s: %d items do not fit the spec (on_bad_item=%r). The first: %s: expected %s"
        first = bad_items[0]
        where = f"item {first.number}, {first.error.path}"
        facts = (call.operation.id, len(bad_items), on_bad_item, where, first.error.expected)
        _logger.warning(message, *facts)
    return DecodedResponse(payload, trace_id, response)
