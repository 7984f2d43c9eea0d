"""A response becomes its payload, or an error."""

import gzip
import json
from typing import Any

import campaignkit
import httpx
import pytest
from campaignkit import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    InternalServerError,
    InvalidArgumentError,
    NonStandardStatusError,
    OutcomeUnknownError,
    RateLimitError,
    ResponseDecodeError,
)

from tests.client.responses import CAMPAIGN, callers, failure, sonarly, success

JSON = {"content-type": "application/json"}


def get(response: httpx.Response) -> object:
    """Return a campaign, read from a response."""
    return sonarly(response).campaigns.get("g", "c")


def get_error(response: httpx.Response) -> campaignkit.CampaignKitError:
    """Return the error of a read of a campaign."""
    with pytest.raises(campaignkit.CampaignKitError) as caught:
        get(response)
    return caught.value


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (418, "APIStatusError"),
        (499, "APIStatusError"),
        (500, "InternalServerError"),
        (502, "InternalServerError"),
        (503, "InternalServerError"),
        (520, "NonStandardStatusError"),
        (599, "NonStandardStatusError"),
    ],
)
def test_status(status: int, name: str) -> None:
    """Every failing status has its class, documented or not."""
    error = get_error(httpx.Response(status, json=failure()))

    assert (type(error).__name__, error.status_code) == (name, status)


def test_fields() -> None:
    """An error carries what a caller acts on."""
    error = get_error(httpx.Response(409, json=failure("BUSY")))

    assert vars(error) | {"_response": error.content and json.loads(error.content)} == {
        "operation": "sonarly_campaigns_get",
        "method": "GET",
        "path": "/v1/accounts/g/campaigns/c",
        "status_code": 409,
        "code": "BUSY",
        "message": "It did not work.",
        "details": {"field": "name"},
        "trace_id": "trace-2",
        "retry_after": None,
        "attempts": 1,
        "idempotency_key": None,
        "state": None,
        "read_at": None,
        "response_headers": {"content-type": "application/json"},
        "_response": failure("BUSY"),
        "outcome": "rejected",
    }


@pytest.mark.filterwarnings("ignore:.* is null, which the spec does not say")
def test_repr_of_raw_response() -> None:
    """A raw response shows its status and its trace, and no content."""
    raw = sonarly(httpx.Response(200, json=success())).campaigns.with_raw_response.get("g", "c")

    assert repr(raw) == "RawResponse(200, trace_id='trace-1')"


def test_null_data() -> None:
    """A null in the place of the envelope's data is a decode error of ours."""
    with pytest.raises(ResponseDecodeError, match="an object, not null") as caught:
        sonarly(httpx.Response(200, json=success() | {"data": None})).campaigns.list("g")

    assert caught.value.json_path == "$.data"


def test_summary() -> None:
    """An error reads as what happened, to what, why, and what to do."""
    error = get_error(httpx.Response(409, json=failure("BUSY")))

    assert str(error) == (
        "GET /v1/accounts/g/campaigns/c returned 409 BUSY: It did not work. "
        'Details: {"field": "name"}. '
        "Read the resource to see its state. Trace trace-2."
    )


def test_callers_fields() -> None:
    """The other vendor's error body fills the same fields."""
    body = {"status": "error", "message": "No such organization.", "data": [{"path": "id"}]}
    with pytest.raises(campaignkit.BadRequestError) as caught:
        callers(httpx.Response(400, json=body)).campaigns.list(organization_id="o")
    error = caught.value

    assert (error.code, error.message) == (None, "No such organization.")
    assert (error.details, error.trace_id) == ([{"path": "id"}], None)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b'{"error"',
        b"[]",
        b"null",
        b'{"success": false, "error": {"code": 5, "message": null}, "traceId": 7}',
        b"[" * 100_000,
    ],
    ids=["empty", "HTML", "cut", "list", "null", "other types", "deep"],
)
def test_unusual_error_body(body: bytes) -> None:
    """Whatever the body of a failure is, the status decides."""
    error = get_error(httpx.Response(502, content=body))

    assert type(error) is InternalServerError
    assert (error.code, error.message, error.trace_id) == (None, None, None)


def test_html_error_names_its_kind() -> None:
    """A page of a proxy is recognised by its content type."""
    error = get_error(httpx.Response(502, html="<h1>Bad gateway</h1>"))

    assert "returned 502 without JSON (text/html; charset=utf-8)" in str(error)


def test_long_message() -> None:
    """A long message of the vendor is whole in the field and short in the text."""
    body = failure()
    body["error"]["message"] = "x" * 5_000
    error = get_error(httpx.Response(400, json=body))

    assert len(error.message or "") == 5_000
    assert len(str(error)) < 500


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(400, "rejected"), (404, "rejected"), (429, "rejected"), (500, "unknown"), (520, "unknown")],
)
def test_outcome(status: int, outcome: str) -> None:
    """A 4xx was refused; after a 5xx the call may have been applied."""
    assert get_error(httpx.Response(status)).outcome == outcome


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("7", 7.0), ("0", 0.0), ("soon", None), ("-1", None), ("", None)],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    """The wait that the server asks for is kept."""
    error = get_error(httpx.Response(429, headers={"Retry-After": value}))

    assert isinstance(error, RateLimitError)
    assert error.retry_after == seconds


@pytest.mark.parametrize(
    ("response", "complaint"),
    [
        (httpx.Response(200, html="<h1>Sign in</h1>"), "not JSON (text/html"),
        (httpx.Response(200), "not JSON (no content type)"),
        (httpx.Response(200, content=b'{"success": tr', headers=JSON), "not JSON"),
        (httpx.Response(200, content=b"[" * 100_000), "not JSON"),
        (httpx.Response(200, content=b"\xff", headers=JSON), "not JSON"),
        (httpx.Response(200, json=[]), "its $ is not what the spec says: expected an object."),
        (httpx.Response(200, content=b"null"), "its $ is not what the spec says"),
        (httpx.Response(200, json={"success": True}), "its $.data is not"),
        (httpx.Response(200, json=success({"id": "1"})), "$.data.name is not what the spec says"),
        (httpx.Response(200, json=success({"id": "1"})), "expected a value, but the field is miss"),
        (httpx.Response(200, json=success(CAMPAIGN | {"createdAt": "now"})), "$.data.createdAt is"),
        (
            httpx.Response(200, json=success(CAMPAIGN | {"createdAt": "now"})),
            "expected a date-time",
        ),
        (httpx.Response(200, json=success(CAMPAIGN | {"id": 5})), "$.data.id is not what"),
        (httpx.Response(200, json=success("text")), "its $.data is not what the spec says"),
        (httpx.Response(200, json=failure()), "its body says that it failed: VALIDATION_ERROR"),
        (httpx.Response(200, json=success() | {"error": {}}), "its body says that it failed"),
        (httpx.Response(200, json=success() | {"success": "true"}), "says that it failed"),
        (httpx.Response(200, json=success() | {"success": False}), "says that it failed"),
        (httpx.Response(202), "not JSON (no content type). The spec documents 200. After a 2xx"),
        (httpx.Response(299, json=[]), "expected an object. The spec documents 200."),
        (httpx.Response(304), "returned 304, but the spec documents 200"),
        (httpx.Response(302, headers={"Location": "https://other.example"}), "redirected with 302"),
    ],
)
def test_not_the_spec(response: httpx.Response, complaint: str) -> None:
    """What is not what the spec says is one error, which says in which way."""
    error = get_error(response)

    assert type(error) is ResponseDecodeError
    assert complaint in str(error)


@pytest.mark.parametrize("body", [{}, {"items": []}, "text", None], ids=str)
def test_not_a_list(body: Any) -> None:
    """A bare list that is none is an error, not an empty list."""
    with pytest.raises(ResponseDecodeError):
        callers(httpx.Response(200, json=body)).campaigns.list(organization_id="o")


@pytest.mark.parametrize(
    ("response", "outcome"),
    [
        (httpx.Response(200, json=success({"id": "1"})), "applied"),
        (httpx.Response(200, json=failure()), "unknown"),
        (httpx.Response(200, html="<h1>Sign in</h1>"), "unknown"),
        (httpx.Response(202, html="<h1>Accepted</h1>"), "applied"),
        (httpx.Response(204), "applied"),
        (httpx.Response(201, json=success({"id": "1"})), "applied"),
        (httpx.Response(201, json=failure()), "unknown"),
    ],
    ids=[
        *("success, unreadable", "contradiction", "HTML", "undocumented HTML", "no content"),
        *("undocumented, unreadable", "undocumented contradiction"),
    ],
)
def test_decode_outcome(response: httpx.Response, outcome: str) -> None:
    """An envelope of success means applied, and so does an undocumented 2xx."""
    assert get_error(response).outcome == outcome


def test_decode_error_leads_to_the_value() -> None:
    """The error for a response that does not decode has the trace id, and names the value."""
    items = [CAMPAIGN, CAMPAIGN | {"selectedLeadCount": "25"}]
    with pytest.raises(ResponseDecodeError) as caught:
        sonarly(httpx.Response(200, json=success({"items": items}))).campaigns.list("g")
    error = caught.value

    assert (error.json_path, error.expected) == ("$.data.items[1].selectedLeadCount", "an integer")
    assert (error.operation, error.trace_id) == ("sonarly_campaigns_list", "trace-1")


def test_unregistered_status_is_both() -> None:
    """A status that HTTP does not define is a failure of the server."""
    error = get_error(httpx.Response(520, html="<h1>Unknown error</h1>"))

    assert isinstance(error, NonStandardStatusError)
    assert isinstance(error, ResponseDecodeError)
    assert isinstance(error, InternalServerError)
    assert isinstance(error, APIStatusError)


@pytest.mark.parametrize(
    ("failure", "kind", "outcome"),
    [
        (httpx.ConnectError("refused"), APIConnectionError, "not_sent"),
        (httpx.ConnectTimeout("slow"), APITimeoutError, "not_sent"),
        (httpx.PoolTimeout("busy"), APITimeoutError, "not_sent"),
        (httpx.ProxyError("no"), APIConnectionError, "not_sent"),
        (httpx.UnsupportedProtocol("no"), APIConnectionError, "not_sent"),
        (httpx.LocalProtocolError("Illegal header"), InvalidArgumentError, "not_sent"),
        (httpx.LocalProtocolError("can't send now"), APIConnectionError, "not_sent"),
        (httpx.LocalProtocolError("Too much data for declared"), APIConnectionError, "unknown"),
        (httpx.WriteError("reset"), APIConnectionError, "unknown"),
        (httpx.WriteTimeout("slow"), APITimeoutError, "unknown"),
        (httpx.ReadError("reset"), APIConnectionError, "unknown"),
        (httpx.ReadTimeout("slow"), APITimeoutError, "unknown"),
        (httpx.RemoteProtocolError("cut"), APIConnectionError, "unknown"),
        (httpx.DecodingError("bad gzip"), ResponseDecodeError, "unknown"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_no_answer(
    failure: httpx.RequestError, kind: type[campaignkit.CampaignKitError], outcome: str
) -> None:
    """Without a response, the error says whether the call can have arrived."""

    def respond(request: httpx.Request) -> httpx.Response:
        raise failure

    with pytest.raises(kind) as caught:
        sonarly(respond).campaigns.get("g", "c")

    assert (type(caught.value), caught.value.outcome) == (kind, outcome)
    assert type(caught.value.__cause__) is type(failure)


def test_refused_header() -> None:
    """A header that the HTTP library refuses is sent once, and its value shows in no error."""
    sent: list[httpx.Request] = []

    def refuse(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        raise httpx.LocalProtocolError("Illegal header value b'Bearer secret\\n'")

    with pytest.raises(InvalidArgumentError) as caught:
        sonarly(refuse).campaigns.start("g", "c")

    assert len(sent) == 1
    assert "(LocalProtocolError: Illegal header)" in str(caught.value)
    assert "secret" not in f"{caught.value} {caught.value.__cause__}"


def test_no_answer_advice() -> None:
    """After a write whose outcome is open, the error says to read before repeating."""

    def respond(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("")

    with pytest.raises(OutcomeUnknownError, match=r"Read /v1/accounts/g/campaigns/c \(.* before"):
        sonarly(respond).campaigns.start("g", "c")
    with pytest.raises(APITimeoutError, match=r"\(ReadTimeout\). Allow more time"):
        sonarly(respond).campaigns.get("g", "c")


def test_bad_encoding() -> None:
    """A body whose encoding cannot be undone is an error of ours."""
    content = gzip.compress(b"{}")[:-4] + b"junk"
    headers = {"content-encoding": "gzip"}

    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(content))

    with pytest.raises(ResponseDecodeError, match="its content coding cannot be undone"):
        sonarly(respond).campaigns.get("g", "c")
