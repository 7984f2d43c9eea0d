"""Errors of calls whose response did not arrive, or not wholly."""

import re
import socket
import ssl
from contextlib import suppress
from types import TracebackType
from typing import Any, TypeVar

import httpx
from campaignkit_runtime.operations import Call

from ._exceptions import (
    APIConnectionError,
    APITimeoutError,
    CampaignKitError,
    CertificateVerificationError,
    HookError,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    Outcome,
    ResponseDecodeError,
)
from ._http_libraries import library_of
from ._redaction import excerpt
from ._response_body import (
    ACCEPT_ENCODING,
    ResponseTooLargeError,
    UnsupportedCodingError,
)
from ._response_errors import describe_call, error_context, recovery_hint

E = TypeVar("E", bound=CampaignKitError)

# Failures before the request was written.
_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
    ConnectionRefusedError,
    socket.gaierror,
    ssl.SSLCertVerificationError,
)

# What Python says about a host that no name server can know, before httpx connects.
_NO_NAME = "'idna' codec"

# What httpx says before it sends anything.
_CLOSED = "Cannot send a request, as the client has been closed."

# How the text for a response begins that breaks off, which any client would say.
_ENDED = ("Server disconnected", "peer closed")

# Texts of h11 for a request that it refuses after the head has left.
_CONTENT_LENGTH = ("too much data", "too little data")

# After these, the text of a protocol error can quote the response or the value of a header.
_QUOTE = re.compile(r":| value b['\"]")

# How h11 begins the text for a part of the request that it would refuse again.
_ILLEGAL = "illegal "

# Packages whose frames hold the headers of a request, and with them the key.
_LIBRARIES = frozenset(
    [
        *(
            "httpx",
            "httpx2",
            "httpcore",
            "httpcore2",
            "h11",
            "h2",
            "hpack",
            "anyio",
            "asyncio",
            "ssl",
        ),
        *("campaignkit_wire", __package__),
    ]
)

_MAX_CAUSE = 300


def connection_error(
    call: Call[Any], error: Exception, origin: str, *, is_sent: bool = True
) -> CampaignKitError:
    """Return the error of a call that got no response, or only a part of it.

    Args:
        call: The call.
        error: The exception of the HTTP library or of a transport.
        origin: Host and port that the call went to.
        is_sent: False if it is known that no byte of the request was written.

    """
    if isinstance(error, UnicodeError) and _NO_NAME in _text(error):
        error = httpx.ConnectError("the host has no valid name")
    if failure := _certificate_failure(error):
        return _certificate_error(call, error, failure, origin)
    outcome: Outcome = "not_sent" if not is_sent or _is_not_sent(error) else "unknown"
    kind: type[CampaignKitError] = APIConnectionError
    hint = "Check base_url, the network and any proxy."
    facts = error_context(call) | {"outcome": outcome}
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        kind, hint = APITimeoutError, "Allow more time with timeout=."
    elif isinstance(error, httpx.DecodingError):
        kind, hint = ResponseDecodeError, "Its content coding cannot be undone."
        facts["expected"] = "JSON"
    elif isinstance(error, httpx.LocalProtocolError):
        hint = "The HTTP library refused the request. Check the arguments and the hooks."
        is_illegal = outcome == "not_sent" and _text(error).lower().startswith(_ILLEGAL)
        kind = InvalidArgumentError if is_illegal else kind
    elif isinstance(error, ssl.SSLError):
        hint = "The server ended TLS. Check whether it requires a client certificate."
    elif isinstance(error, httpx.RemoteProtocolError) and not _text(error).startswith(_ENDED):
        hint = 'The server does not keep to HTTP. With transport="httpx" it may be understood.'
    elif not isinstance(error, httpx.HTTPError | httpx.InvalidURL | OSError):
        hint = "Check the transport of the client."
    if outcome == "unknown" and call.operation.idempotency != "safe":
        hint = f"It may have been applied. {recovery_hint(call)}"
    message = (
        f"{describe_call(call)} got no usable response from {origin} ({_describe(error)}). {hint}"
    )
    return _caused(kind(message, **facts), error)


def request_error(call: Call[Any], error: Exception) -> InvalidArgumentError:
    """Return the error of arguments of which no request can be made; nothing was sent."""
    kind: type[InvalidArgumentError] = InvalidArgumentError
    if isinstance(error, httpx.InvalidURL):
        message = f"{call.operation.id}: no URL can hold the arguments ({error})."
        message = f"{message} Pass fewer at once."
    else:
        message = f"{call.operation.id}: no request can hold the arguments"
        message = f"{message} ({type(error).__name__}). Check their types and characters."
        kind = InvalidArgumentTypeError if isinstance(error, TypeError) else kind
    return kind(message, operation=call.operation.id, method=call.operation.method)


def client_closed_error(call: Call[Any], error: RuntimeError) -> APIConnectionError:
    """Return the error of a call whose client was closed by another thread or task."""
    if _text(error) == _CLOSED:
        message = f"{describe_call(call)}: the client was closed before the request was sent."
        return APIConnectionError(message, **error_context(call), outcome="not_sent")
    message = f"{describe_call(call)}: its client was closed during the call. {recovery_hint(call)}"
    return APIConnectionError(message.rstrip(), **error_context(call), outcome="unknown")


def body_error(call: Call[Any], status: int, error: Exception, max_bytes: int) -> CampaignKitError:
    """Return the error of a successful response whose body cannot be read."""
    facts = error_context(call) | {"status_code": status, "outcome": "unknown"}
    message = f"{describe_call(call)} returned {status}"
    if isinstance(error, ResponseTooLargeError):
        message = (
            f"{message} with more than {max_bytes} bytes. Allow more with max_response_bytes=."
        )
        return ResponseDecodeError(message, **facts, expected=f"at most {max_bytes} bytes")
    # A coding that is broken can be a body that broke off: it is worth another attempt.
    is_unsupported = isinstance(error, UnsupportedCodingError)
    expected = f"at most one content coding: {ACCEPT_ENCODING}" if is_unsupported else "JSON"
    return ResponseDecodeError(f"{message}, but {error}.", **facts, expected=expected)


def hook_error(call: Call[Any], error: Exception, status: int | None) -> HookError:
    """Return the error of a hook that raised: before the request, or after a good response."""
    name, raised = describe_call(call), f"hook of http_client raised {type(error).__name__}."
    if status is None:
        message = f"{name}: a request {raised} Nothing was sent."
        return _caused(HookError(message, **error_context(call), outcome="not_sent"), error)
    message = f"{name} returned {status}, but a response {raised} The call was applied."
    context = error_context(call) | {"status_code": status, "outcome": "applied"}
    return _caused(HookError(message, **context), error)


def safe_cause(error: BaseException, depth: int = 5) -> BaseException:
    """Return the exception as a cause that shows neither the key nor a body.

    An exception of httpx holds the request, so a new one takes its place. Another one stays the
    object that it is, without the frames of the HTTP libraries in its traceback.
    """
    if error.__cause__ is not None and library_of(error.__cause__) not in (None, httpx):
        error = error.__cause__  # the caller knows httpx2, not what was made of its exception
    if library := library_of(error):
        if isinstance(error, library.HTTPStatusError):
            with suppress(Exception):  # one that was unpickled has neither request nor response
                return _bare_status_error(error, library)
        text = _text(error)
        text = _QUOTE.split(text)[0] if isinstance(error, library.ProtocolError) else text
        return _renewed(error, excerpt(text, _MAX_CAUSE))
    error.__traceback__ = _without_libraries(error.__traceback__)
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    is_shown = cause is not None and depth > 0
    error.__cause__ = safe_cause(cause, depth - 1) if is_shown and cause is not None else None
    error.__context__ = None
    return error


def _bare_status_error(error: Any, library: Any) -> BaseException:
    response = library.Response(error.response.status_code)
    request = library.Request(error.request.method, error.request.url.copy_with(path="/"))
    text = f"{response.status_code} {response.reason_phrase}".rstrip()
    bare: BaseException = library.HTTPStatusError(text, request=request, response=response)
    return bare


def _renewed(error: BaseException, text: str) -> BaseException:
    """Return a new exception of the same class, also if its constructor takes other arguments."""
    try:
        return type(error)(text)
    except Exception:  # a class with other arguments
        bare = type(error).__new__(type(error), text)
        return bare if _text(bare) else APIConnectionError(f"{type(error).__name__}: {text}")


def _caused(result: E, error: Exception) -> E:
    result.__cause__ = safe_cause(error)
    return result


def _without_libraries(traceback: TracebackType | None) -> TracebackType | None:
    """Return a traceback with the frames of the caller's code only."""
    if traceback is None:
        return None
    rest = _without_libraries(traceback.tb_next)
    package = str(traceback.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
    if package in _LIBRARIES:
        return rest
    return TracebackType(rest, traceback.tb_frame, traceback.tb_lasti, traceback.tb_lineno)


def _is_not_sent(error: Exception) -> bool:
    if not isinstance(error, httpx.LocalProtocolError):
        return isinstance(error, _NOT_SENT)
    # h11 refuses a head before it is written. h2 also reports a connection that has ended so.
    is_h2 = any(type(cause).__module__.partition(".")[0] == "h2" for cause in _chain(error))
    return not is_h2 and not _text(error).lower().startswith(_CONTENT_LENGTH)


def _certificate_failure(error: Exception) -> BaseException | None:
    """Return the exception that says why a certificate was refused, if one was."""
    if not isinstance(error, httpx.ConnectError | ssl.SSLCertVerificationError):
        return None
    for cause in _chain(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause
    return error if "CERTIFICATE_VERIFY_FAILED" in _text(error) else None


def _certificate_error(
    call: Call[Any], error: Exception, failure: BaseException, origin: str
) -> CertificateVerificationError:
    reason = getattr(failure, "verify_message", "") or _text(failure)
    is_other_host = getattr(failure, "verify_code", None) in (62, 63, 64) or "mismatch" in reason
    hint = (
        "Check base_url: the certificate is for another host."
        if is_other_host
        else "If you trust its CA, set SSL_CERT_FILE to the PEM file of that CA, or pass"
        " http_client=httpx.Client(verify=ssl_context)."
    )
    message = f"{describe_call(call)}: the TLS certificate of {origin} was refused"
    message = f"{message} ({excerpt(reason, _MAX_CAUSE).rstrip('.')}). Nothing was sent. {hint}"
    facts = error_context(call) | {"outcome": "not_sent"}
    return _caused(CertificateVerificationError(message, **facts), error)


def _chain(error: BaseException) -> list[BaseException]:
    """Return the exception, its explicit causes, and the exceptions that these were made of."""
    chain: list[BaseException] = []
    pending: list[BaseException] = [error]
    while pending and len(chain) < 20:
        cause = pending.pop(0)
        chain.append(cause)
        pending += [cause.__cause__] if cause.__cause__ else []
        pending += [argument for argument in cause.args if isinstance(argument, BaseException)]
    return chain


def _describe(error: Exception) -> str:
    """Return class and text of an exception; of one that is not a library's, only the class."""
    if not isinstance(error, httpx.HTTPError | httpx.InvalidURL | OSError):
        return type(error).__name__
    text = _text(error)
    text = _QUOTE.split(text)[0] if isinstance(error, httpx.ProtocolError) else text
    text = excerpt(text, _MAX_CAUSE)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # a class whose text fails
        return ""
