"""Hooks and transports of the caller that raise: a true outcome, and errors keep their class."""

import asyncio
import gzip
import json
import ssl
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import anyio
import httpx
import pytest
from campaignkit import (
    APIConnectionError,
    APITimeoutError,
    AsyncSonarly,
    CampaignKitError,
    CertificateVerificationError,
    ConflictError,
    HookError,
    NotFoundError,
    OutcomeUnknownError,
    ResponseDecodeError,
    Sonarly,
)
from campaignkit_fake import VirtualClock

from tests.client.responses import CAMPAIGN, KEY, failure, success

pytestmark = pytest.mark.expects_contract_violation("refusals and redirects are not documented")

STARTED = {"campaign": CAMPAIGN | {"status": "active"}, "instancesCreated": 1, "triggered": True}


class OddError(Exception):
    """An exception whose constructor and text are unusual."""

    def __init__(self, *, code: int) -> None:
        self.code = code

    def __str__(self) -> str:
        raise ValueError("no text")


class OddHTTPError(httpx.TransportError):
    """An exception of httpx's tree that needs a keyword."""

    def __init__(self, *, code: int) -> None:
        super().__init__(f"code {code}")


class SilentHTTPError(httpx.TransportError):
    """An exception of httpx's tree that has no text."""

    def __str__(self) -> str:
        raise ValueError("no text")


RAISED: dict[str, Exception] = {
    "ValueError": ValueError("no"),
    "KeyError": KeyError("no"),
    "OSError": OSError(5, "no"),
    "SSLError": ssl.SSLError(1, "no"),
    "RuntimeError": RuntimeError("no"),
    "StopIteration": StopIteration("no"),
    "TimeoutError": TimeoutError("no"),
    "anyio": anyio.BrokenResourceError(),
    "ReadTimeout": httpx.ReadTimeout("no"),
    "InvalidURL": httpx.InvalidURL("no"),
    "StreamConsumed": httpx.StreamConsumed(),
    "group": ExceptionGroup("no", [ValueError("no")]),
    "status": httpx.HTTPStatusError("no", request=None, response=None),  # type: ignore[arg-type]
    "unpickled": httpx.HTTPStatusError.__new__(httpx.HTTPStatusError, "no"),
    "odd": OddError(code=5),
    "odd of httpx": OddHTTPError(code=5),
    "silent of httpx": SilentHTTPError("no"),
}
if_raised = pytest.mark.parametrize("raised", RAISED.values(), ids=RAISED)
is_async_or_not = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])


class Parts(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that comes in parts and can end by an exception."""

    def __init__(self, *parts: bytes, error: Exception | None = None) -> None:
        self._parts = parts
        self._error = error

    def __iter__(self) -> Iterator[bytes]:
        yield from self._parts
        if self._error:
            raise self._error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


def streamed(status: int, body: object, **headers: str) -> httpx.Response:
    """Return a response whose body has not been read yet, as from a connection."""
    return httpx.Response(status, headers=headers, stream=Parts(json.dumps(body).encode()))


def refuse(error: Exception) -> Callable[..., Any]:
    """Return a hook or a handler that raises."""

    def handle(_: Any) -> httpx.Response:
        raise error

    return handle


def start(
    handler: Callable[[httpx.Request], httpx.Response],
    *,
    is_async: bool,
    hooks: dict[str, list[Callable[..., Any]]] | None = None,
    is_read: bool = False,
) -> Any:
    """Start a campaign, or read one: with hooks by a client of the caller, else by transport=."""

    async def run() -> Any:
        def later(hook: Callable[..., Any]) -> Callable[..., Any]:
            async def called(argument: Any) -> None:
                hook(argument)

            return called

        their = {
            name: [later(hook) for hook in functions] for name, functions in (hooks or {}).items()
        }
        transport = httpx.MockTransport(handler)
        async with httpx.AsyncClient(transport=transport, event_hooks=their) as http:
            options: Any = {"transport": transport} if hooks is None else {"http_client": http}
            client = AsyncSonarly(api_key=KEY, retries=2, settle=0, clock=VirtualClock(), **options)
            method = client.campaigns.get if is_read else client.campaigns.start
            return await method("g", "c")

    if is_async:
        return asyncio.run(run())
    transport = httpx.MockTransport(handler)
    with httpx.Client(transport=transport, event_hooks=hooks or {}) as http:
        options: Any = {"transport": transport} if hooks is None else {"http_client": http}
        client = Sonarly(api_key=KEY, retries=2, settle=0, clock=VirtualClock(), **options)
        return (client.campaigns.get if is_read else client.campaigns.start)("g", "c")


def start_error(*arguments: Any, **options: Any) -> CampaignKitError:
    """Start a campaign, and return the error; it shows no key, not even in its tracebacks."""
    with pytest.raises(CampaignKitError) as caught:
        start(*arguments, **options)
    report = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    del report.stack[:2]
    assert KEY not in "".join(report.format())
    return caught.value


@is_async_or_not
@pytest.mark.parametrize("body", [failure("BUSY"), "text"])
def test_raise_for_status(body: object, *, is_async: bool) -> None:
    """With a hook that raises for a status, the error is that of the status, with the body."""
    error = start_error(
        lambda _: streamed(409, body),
        is_async=is_async,
        hooks={"response": [httpx.Response.raise_for_status]},
    )

    assert type(error) is ConflictError
    assert (error.outcome, error.attempts) == ("rejected", 1)
    assert error.content == json.dumps(body).encode()
    assert isinstance(error.__cause__, httpx.HTTPStatusError)


@is_async_or_not
def test_hooks_are_fine(*, is_async: bool) -> None:
    """Hooks that do not raise see the response, and can read its body as the server coded it."""
    seen: list[tuple[int, bytes]] = []

    def answer(_: httpx.Request) -> httpx.Response:
        body = gzip.compress(json.dumps(success(STARTED)).encode())
        return httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=Parts(body))

    def look(response: httpx.Response) -> None:
        seen.append((response.status_code, b"".join(response.iter_bytes())))

    hooks = {"response": [] if is_async else [look], "request": [lambda _: None]}
    result = start(answer, is_async=is_async, hooks=hooks)

    assert result.triggered
    assert seen == ([] if is_async else [(200, json.dumps(success(STARTED)).encode())])


@is_async_or_not
@if_raised
def test_response_hook(raised: Exception, *, is_async: bool) -> None:
    """After an applied start, a hook that raises is reported as such, and nothing is sent again."""
    error = start_error(
        lambda _: streamed(200, success(STARTED)),
        is_async=is_async,
        hooks={"response": [refuse(raised)]},
    )

    assert type(error) is HookError
    assert (error.outcome, error.attempts, error.status_code) == ("applied", 1, 200)
    assert type(error.__cause__) in (type(raised), RuntimeError)


@is_async_or_not
@if_raised
def test_request_hook(raised: Exception, *, is_async: bool) -> None:
    """A hook that raises before the request keeps it from being sent, once and for all."""
    sent: list[httpx.Request] = []
    error = start_error(sent.append, is_async=is_async, hooks={"request": [refuse(raised)]})

    assert type(error) is HookError
    assert (error.outcome, error.attempts, sent) == ("not_sent", 1, [])


@is_async_or_not
@if_raised
@pytest.mark.parametrize("hooks", [None, {}], ids=["transport", "client"])
def test_transport(
    raised: Exception, hooks: dict[str, list[Callable[..., Any]]] | None, *, is_async: bool
) -> None:
    """Whatever a transport raises, the call may have been applied, unless it cannot have left."""
    error = start_error(refuse(raised), is_async=is_async, hooks=hooks)
    is_local = isinstance(raised, httpx.InvalidURL)

    assert isinstance(error, APIConnectionError if is_local else OutcomeUnknownError)
    assert error.outcome == ("not_sent" if is_local else "unknown")


@is_async_or_not
@if_raised
def test_body(raised: Exception, *, is_async: bool) -> None:
    """A body that ends by an exception leaves the outcome open, but not that of a refusal."""
    if isinstance(raised, StopIteration):
        return  # a generator cannot raise it

    def answer(status: int) -> Callable[[httpx.Request], httpx.Response]:
        return lambda _: httpx.Response(status, stream=Parts(b'{"succ', error=raised))

    assert start_error(answer(200), is_async=is_async).outcome in ("unknown", "not_sent")
    refused = start_error(answer(404), is_async=is_async)
    assert (type(refused), refused.outcome) == (NotFoundError, "rejected")


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit, asyncio.CancelledError])
@pytest.mark.parametrize("place", ["request", "response", "transport"])
@is_async_or_not
def test_interrupt(interrupt: type[BaseException], place: str, *, is_async: bool) -> None:
    """What ends a program or a task is no failure of a call."""

    def end(_: Any) -> httpx.Response:
        raise interrupt

    hooks = {} if place == "transport" else {place: [end]}
    handler = end if place == "transport" else lambda _: streamed(200, success(STARTED))
    with pytest.raises(interrupt):
        start(handler, is_async=is_async, hooks=hooks)


@is_async_or_not
@pytest.mark.parametrize("status", [409, 302])
def test_transport_that_raises_for_status(status: int, *, is_async: bool) -> None:
    """A transport that raises for the status of a response does not lose the response."""

    def answer(request: httpx.Request) -> httpx.Response:
        response = streamed(status, failure("BUSY"), location="/elsewhere")
        response.request = request
        return response.raise_for_status()

    error = start_error(answer, is_async=is_async)
    kind = ConflictError if status == 409 else OutcomeUnknownError

    assert (type(error), error.status_code) == (kind, status)


@is_async_or_not
def test_status_of_another_request(*, is_async: bool) -> None:
    """The refusal of another request, such as one for a token, is not that of the call."""

    def answer(request: httpx.Request) -> httpx.Response:
        token = httpx.Request("POST", "https://login.example.com/token")
        return httpx.Response(401, request=token).raise_for_status()

    error = start_error(answer, is_async=is_async)

    assert (type(error), error.outcome) == (OutcomeUnknownError, "unknown")


LOCATIONS = [
    *("localhost:8080/login", "myapp:cb", "//xn--", "http://[", "https://a:b:c", "\x00", "é"),
    *(
        "http://user:pa ss@h:99999999/",
        "https://[::1]]/",
        "//\ud83d",
        "?\x7f",
        "http://" + "a" * 300,
    ),
]


@is_async_or_not
@pytest.mark.parametrize("location", LOCATIONS)
@pytest.mark.parametrize("hooks", [None, {}], ids=["ours", "caller's"])
@pytest.mark.parametrize("status", [302, 307])
def test_redirect(
    location: str, hooks: dict[str, list[Callable[..., Any]]] | None, status: int, *, is_async: bool
) -> None:
    """A redirect is an error of ours, wherever it leads to."""
    raw = [(b"Location", location.encode("utf-8", "surrogatepass"))]
    error = start_error(
        lambda _: httpx.Response(status, headers=raw, stream=Parts(b"")),
        is_async=is_async,
        hooks=hooks,
    )

    assert (error.status_code, error.outcome) == (
        status,
        "rejected" if status == 307 else "unknown",
    )
    assert isinstance(error, ResponseDecodeError if status == 307 else OutcomeUnknownError)


@is_async_or_not
def test_bad_cookie(*, is_async: bool) -> None:
    """A cookie that is not ASCII does not end the calls through a caller's client."""
    sent: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers.get("cookie", ""))
        cookies = [(b"Set-Cookie", "node=\xe9".encode()), (b"Set-Cookie", b"zone=b")]
        return httpx.Response(404, headers=cookies, stream=Parts(b"{}"))

    async def run() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            client = AsyncSonarly(api_key=KEY, http_client=http)
            for _ in range(2):
                with pytest.raises(NotFoundError):
                    await client.campaigns.get("g", "c")

    if is_async:
        asyncio.run(run())
    else:
        with httpx.Client(transport=httpx.MockTransport(answer)) as http:
            client = Sonarly(api_key=KEY, http_client=http)
            for _ in range(2):
                with pytest.raises(NotFoundError):
                    client.campaigns.get("g", "c")

    assert sent == ["", "zone=b"]


def test_bypassed_hooks() -> None:
    """A client whose send was replaced is read all the same."""
    with httpx.Client(transport=httpx.MockTransport(lambda _: streamed(200, success()))) as http:
        original = http.send
        http.send = lambda *a, **k: original(*a, **k)  # type: ignore[method-assign]
        result = Sonarly(api_key=KEY, http_client=http).campaigns.get("g", "c")

    assert result.id == CAMPAIGN["id"]


def test_own_client_is_left_alone() -> None:
    """The caller's client has its own hooks afterwards, and sees the request that is sent."""
    seen: list[str] = []
    with httpx.Client(transport=httpx.MockTransport(lambda _: streamed(404, {}))) as http:
        http.event_hooks = {"request": [lambda request: seen.append(request.url.path)]}
        with pytest.raises(NotFoundError):
            Sonarly(api_key=KEY, http_client=http).campaigns.get("g", "c")

        assert {name: len(functions) for name, functions in http.event_hooks.items()} == {
            "request": 1,
            "response": 0,
        }
    assert seen == ["/v1/accounts/g/campaigns/c"]


def test_cause_keeps_the_callers_frames() -> None:
    """The traceback of a hook's exception leads to the hook, and not through httpx."""

    def broken_hook(_: httpx.Response) -> None:
        try:
            raise KeyError("first")
        except KeyError as error:
            raise ValueError("second") from error

    error = start_error(
        lambda _: streamed(200, success(STARTED)), is_async=False, hooks={"response": [broken_hook]}
    )
    assert error.__cause__ is not None
    frames = traceback.extract_tb(error.__cause__.__traceback__)

    assert [frame.name for frame in frames][-1:] == ["broken_hook"]
    assert not [frame for frame in frames if "httpx" in frame.filename]
    assert isinstance(error.__cause__.__cause__, KeyError)


def certificate_failure(number: int, text: str) -> httpx.ConnectError:
    """Return the failure of a TLS handshake, as httpx raises it."""
    reason = ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED]")
    reason.verify_code, reason.verify_message = number, text
    error = httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed")
    error.__cause__ = reason
    return error


@is_async_or_not
@pytest.mark.parametrize(
    ("raised", "words"),
    [
        (certificate_failure(18, "self-signed certificate"), ["self-signed", "SSL_CERT_FILE"]),
        (certificate_failure(62, "Hostname mismatch"), ["mismatch", "for another host"]),
        (ssl.SSLCertVerificationError(1, "bad"), ["api.sonarly.io:443", "verify=ssl_context"]),
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] expired"), ["expired"]),
    ],
    ids=["untrusted", "host", "raw", "text"],
)
def test_certificate(raised: Exception, words: list[str], *, is_async: bool) -> None:
    """A certificate that is refused is not asked for again, and the error says what to do."""
    calls: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        calls.append(request)
        raise raised

    error = start_error(answer, is_async=is_async)

    assert type(error) is CertificateVerificationError
    assert (error.outcome, len(calls)) == ("not_sent", 1)
    assert all(word in str(error) for word in words)
    assert "proxy" not in str(error)


def test_failure_before_another() -> None:
    """A certificate that a transport got over does not say that nothing was sent."""

    def answer(_: httpx.Request) -> httpx.Response:
        try:
            raise certificate_failure(18, "self-signed certificate")
        except httpx.ConnectError:
            raise httpx.ReadError("reset")  # noqa: B904 - as a transport with a fallback does

    assert type(start_error(answer, is_async=False)) is OutcomeUnknownError


@is_async_or_not
def test_origin(*, is_async: bool) -> None:
    """A connection error names host and port."""
    error = start_error(refuse(httpx.ConnectError("refused")), is_async=is_async)

    assert "got no usable response from api.sonarly.io:443 (ConnectError: refused)" in str(error)


@is_async_or_not
def test_timeout_of_python(*, is_async: bool) -> None:
    """A plain TimeoutError of a transport is a timeout, of which the outcome is open."""
    error = start_error(refuse(TimeoutError()), is_async=is_async, is_read=True)

    assert (type(error), error.outcome, error.attempts) == (APITimeoutError, "unknown", 3)


@is_async_or_not
def test_h2_refusal(*, is_async: bool) -> None:
    """A connection that HTTP/2 finds broken may have carried the request."""

    class ProtocolError(Exception):
        pass

    ProtocolError.__module__ = "h2.exceptions"
    raised = httpx.LocalProtocolError("Invalid input ConnectionInputs.SEND_HEADERS")
    raised.__cause__ = ProtocolError()

    assert start_error(refuse(raised), is_async=is_async).outcome == "unknown"
