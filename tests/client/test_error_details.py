"""The vendor's words are kept, whichever form they come in, and no secret is shown."""

import logging
from typing import Any

import httpx
import pytest
from campaignkit import BadRequestError, CampaignKitError, NotFoundError, ResponseDecodeError
from campaignkit._redaction import excerpt, mask_path, redact

from tests.client.responses import KEY, callers, failure, sonarly

pytestmark = pytest.mark.expects_contract_violation("bodies of frameworks and proxies")

NEST = {
    "statusCode": 400,
    "message": ["phoneNumber must be a valid phone number", "name should not be empty"],
    "error": "Bad Request",
}
VALIDATOR = {
    "message": [
        {
            "property": "phone",
            "constraints": {"isPhone": "phone must be valid"},
            "target": {"secret": "echoed"},
            "value": "echoed",
            "children": [],
        },
        {"property": "address", "children": [{"constraints": {"isCity": "city is unknown"}}]},
    ]
}
FASTAPI = {
    "detail": [
        {
            "type": "missing",
            "loc": ["body", "name"],
            "msg": "Field required",
            "input": {"phone": "echoed"},
        }
    ]
}
PROBLEM = {
    "type": "https://example.com/problems/stock",
    "title": "Out of stock",
    "status": 400,
    "detail": "Item B is gone.",
    "errors": [{"pointer": "/items/1", "detail": "gone"}],
}

FORMS: dict[str, tuple[object, str | None, str | None]] = {
    "Sonarly": (failure("BUSY"), "BUSY", "It did not work."),
    "Callers": ({"status": "error", "message": "No.", "data": [{"path": "id"}]}, None, "No."),
    "Nest": (NEST, "Bad Request", "; ".join(NEST["message"])),  # type: ignore[arg-type]
    "Nest's validator": (VALIDATOR, None, "phone must be valid; address: city is unknown"),
    "nested": ({"message": {"message": ["a", "b"], "error": "X"}}, None, "a; b"),
    "error text": ({"error": "It is broken"}, None, "It is broken"),
    "error text in envelope": ({"success": False, "error": "text"}, None, "text"),
    "OAuth": (
        {"error": "invalid_grant", "error_description": "Expired"},
        "invalid_grant",
        "Expired",
    ),
    "FastAPI": ({"detail": "Not authenticated"}, None, "Not authenticated"),
    "FastAPI's validator": (FASTAPI, None, "body.name: Field required"),
    "problem": (PROBLEM, PROBLEM["type"], "Out of stock: Item B is gone."),  # type: ignore[dict-item]
    "problem without detail": ({"type": "about:blank", "title": "Forbidden"}, None, "Forbidden"),
    "texts": ({"errors": ["a is bad", "b is bad"]}, None, "a is bad; b is bad"),
    "objects": ({"errors": [{"field": "name", "message": "is short"}]}, None, "name: is short"),
    "by field": (
        {"errors": {"name": ["is short"], "age": "is odd"}},
        None,
        "name: is short; age: is odd",
    ),
    "by field with a name of a message": (
        {"errors": {"title": ["is blank"], "name": ["is short"]}},
        None,
        "title: is blank; name: is short",
    ),
    "message in errors": ({"errors": {"message": "m", "at": ["x"]}}, None, "m"),
    "Django": (
        {"phone_number": ["Enter a number."], "name": ["Required.", "Too short."], "id": "echoed"},
        None,
        "phone_number: Enter a number.; name: Required.; name: Too short.",
    ),
    "Django of a form": ({"non_field_errors": ["No."]}, None, "non_field_errors: No."),
    "Django, nested": ({"address": {"city": ["Too long."]}}, None, "address: city: Too long."),
    "Django, many": ([{}, {"name": ["Required."]}], None, "name: Required."),
    "Django, echoed": ({"input": ["echoed"], "name": ["Required."]}, None, "name: Required."),
    "Spring": (
        {"status": 400, "error": "Bad Request", "path": "/campaigns/c"},
        None,
        "Bad Request",
    ),
    "Spring's validator": (
        {"errors": [{"field": "name", "defaultMessage": "is null", "rejectedValue": "echoed"}]},
        None,
        "name: is null",
    ),
    "Zod": (
        {"success": False, "error": {"issues": [{"path": ["name"], "message": "Required"}]}},
        None,
        "name: Required",
    ),
    "OData": ({"error": {"message": {"lang": "en", "value": "m"}}}, None, "m"),
    "Symfony": ({"@type": "hydra:Error", "hydra:description": "m"}, None, "m"),
    "JSON:API": (
        {"errors": [{"source": {"pointer": "/a"}, "title": "T", "detail": "D", "code": "C"}]},
        None,
        "/a: T: D",
    ),
    "JSON:API parameter": (
        {"errors": [{"source": {"parameter": "p"}, "title": "T"}]},
        None,
        "p: T",
    ),
    "GraphQL": ({"errors": [{"message": "m", "path": ["a", 0]}]}, None, "a.0: m"),
    "Google": ({"error": {"code": 400, "errors": [{"message": "m"}]}}, None, "m"),
    "AWS": ({"Message": "User is not authorized", "__type": "X"}, None, "User is not authorized"),
    "Apigee": ({"fault": {"faultstring": "Limit", "detail": {"errorcode": "x"}}}, None, "Limit"),
    "list": (["a", {"message": "b"}, 5, None], None, "a; b"),
    "text": ("It is broken.", None, "It is broken."),
    "nothing": ({"errors": [], "message": " ", "error": None}, None, None),
    "number": (5, None, None),
    "null": (None, None, None),
    "deep": ({"error": {"error": {"error": {"error": {"error": {"message": "m"}}}}}}, None, "m"),
    "code of another type": ({"error": {"code": 5, "message": "m"}}, None, "m"),
}


def error_of(response: httpx.Response) -> CampaignKitError:
    """Get a campaign, and the error of it."""
    with pytest.raises(CampaignKitError) as caught:
        sonarly(response).campaigns.get("g", "c")
    return caught.value


@pytest.mark.parametrize(("body", "code", "message"), FORMS.values(), ids=FORMS)
def test_form(body: object, code: str | None, message: str | None) -> None:
    """Code and message are found, and shown in the text of the error; what was sent is not."""
    error = error_of(httpx.Response(400, json=body))

    assert (error.code, error.message) == (code, message)
    assert (message or "returned 400") in str(error)
    assert "echoed" not in str(error)


def test_details() -> None:
    """Details are whole in the field, and cut in the text."""
    body = failure()
    body["error"]["details"] = {"fields": ["x" * 1_000]}
    error = error_of(httpx.Response(400, json=body))

    assert error.details == body["error"]["details"]
    assert 'Details: {"fields": ["xxx' not in str(error)  # what looks like a key is masked
    body["error"]["details"] = {"fields": ["word " * 1_000]}
    error = error_of(httpx.Response(400, json=body))
    assert 'Details: {"fields": ["word word' in str(error)
    assert len(str(error)) < 600


def test_details_that_repeat() -> None:
    """Details that say the same as the message are not shown twice."""
    assert "Details" not in str(error_of(httpx.Response(400, json=NEST)))
    assert "Details" not in str(error_of(httpx.Response(400, json={"details": [None]})))


@pytest.mark.parametrize("depth", [5, 50])
def test_deep_details(depth: int) -> None:
    """Details of any depth are shown as far as they can be read."""
    details: Any = {"a": "b", "input": "echoed"}
    for _ in range(depth):
        details = [details]
    error = error_of(httpx.Response(400, json={"message": "m", "details": details}))

    assert ('"a": "b"' in str(error)) == (depth == 5)
    assert "echoed" not in str(error)


@pytest.mark.parametrize(
    ("kind", "content", "message"),
    [
        ("text/plain", b"The id is too long", "The id is too long"),
        ("text/plain; charset=iso-8859-1", "zu groß".encode("latin-1"), "zu groß"),
        ("text/plain; charset=nonsense", "zu groß".encode(), "zu groß"),
        ("text/plain; charset=zlib", b"text", "text"),
        ("text/plain", b"  ", None),
        ("text/plain", b"<html><title>T</title>secret", "T"),
        (
            "text/html",
            b"<html><head><title>502 Bad\n Gateway &amp; more</title>x",
            "502 Bad Gateway & more",
        ),
        ("text/html", b"<html>secret", None),
        ("text/html", b"<html><body><h1>Service Unavailable</h1>", "Service Unavailable"),
        ("text/html", b"<title>502</title><h1 class='x'>502</h1>nginx", "502"),
        ("text/html", b"<title>Error</title><pre>Cannot GET /x</pre>", "Error: Cannot GET /x"),
        ("text/html", b"error code: 1020", "error code: 1020"),
        ("application/xml", b"<Error><Code>C</Code><Message>Denied</Message></Error>", "Denied"),
        ("text/xml", b"<s:Fault><faultstring>It broke</faultstring></s:Fault>", "It broke"),
        ("application/problem+xml", b"<p:title>Gone</p:title>", "Gone"),
        ("application/json", b"upstream failed", "upstream failed"),
        ("application/json", b'{"message": "cut o', None),
        (
            "application/json; charset=iso-8859-1",
            '{"message": "zu groß"}'.encode("latin-1"),
            "zu groß",
        ),
        ('text/plain; charset="iso-8859-1"; x=y', "zu groß".encode("latin-1"), "zu groß"),
        ("application/octet-stream", b"\xff\x00", None),
        ("application/octet-stream", b"secret", None),
        ("text/csv", b"\xff\x00", None),
        ("", b"It is broken.", "It is broken."),
    ],
)
def test_other_bodies(kind: str, content: bytes, message: str | None) -> None:
    """Words are found in plain text, in HTML and in XML, of any charset and under any type."""
    error = error_of(httpx.Response(400, content=content, headers={"Content-Type": kind}))

    assert error.message == message
    assert (message or "without JSON") in str(error)
    assert "secret" not in str(error)


def test_details_alone() -> None:
    """Details without a message follow the status as a sentence."""
    error = error_of(httpx.Response(400, json={"details": {"a": "b"}}))

    assert 'returned 400. Details: {"a": "b"}.' in str(error)


SECRETS = [
    f"The key {KEY} is revoked.",
    "Authorization: Bearer abcdefgh12345678",
    "authorization: Basic dXNlcjpwYXNz",
    'Got {"apiKey": "abcdefgh12345678"}',
    "api_key=abcdefgh12345678&x=1",
    "Use sk_live_abcdefgh12345678.",
    "https://user:abcdefgh12345678@example.com/",
    "eyJhbGciOiJIUzI1NiJ9.abcdefgh12345678.abc",
    "abcdefgh12345678" * 3,
    "Call +1 202 555 0142 (ada@example.com).",
    "Call (202) 555-0142 now",
    "12025550142 is no mobile number",
]


@pytest.mark.parametrize("text", SECRETS)
@pytest.mark.parametrize("place", ["message", "details", "code"])
def test_no_secret(text: str, place: str) -> None:
    """No key, token, phone number or address shows in a text; the fields have them."""
    body = failure()
    body["error"][place] = text
    error = error_of(httpx.Response(400, json=body))
    contradiction = error_of(httpx.Response(200, json=body))

    assert getattr(error, place) == text
    for secret in (KEY, "abcdefgh12345678", "dXNlcjpwYXNz", "5550", "555-0", "555 0", "ada@"):
        assert secret not in str(error) + repr(error) + str(contradiction)
    assert "***" in str(error)


@pytest.mark.parametrize(
    "text",
    [
        "507f1f77bcf86cd799439011",
        "550e8400-e29b-41d4-a716-446655440000",
        "2026-04-28T15:30:00.000Z",
        "2026-04-28",
        "192.168.100.200",
        "At most 1000 ids, got 12345.",
        "Token expired",
        "the key is missing",
        "1-2-3-4-5-6",
    ],
)
def test_kept(text: str) -> None:
    """Ids, times, addresses of machines and small numbers stay."""
    assert redact(text) == text


def test_control_characters() -> None:
    """A text of the vendor cannot forge a line of a log or colour a terminal."""
    assert excerpt("a\nb\x1b[31mc\ud83d\u202e", 50) == "a b?[31mc??"
    assert excerpt("x " * 50, 10) == "x x x x..."


HEADERS = {
    "x-request-id": "r1",
    "cf-ray": "c1",
    "ratelimit-limit": "5",
    "x-ratelimit-reset": "7",
    "set-cookie": "a=b",
    "location": "/x",
    "server": "y" * 500,
}


def test_headers() -> None:
    """A few headers are kept, and one of them gives the trace id if the body has none."""
    error = error_of(httpx.Response(400, json={"message": "m"}, headers=HEADERS))

    assert set(error.response_headers) == {
        *("x-request-id", "cf-ray", "ratelimit-limit", "x-ratelimit-reset", "server"),
        "content-type",
    }
    assert len(error.response_headers["server"]) == 200
    assert error.trace_id == "r1"
    assert str(error).endswith("Trace r1.")


@pytest.mark.parametrize(
    ("headers", "trace_id"),
    [
        ({}, None),
        ({"x-correlation-id": "c"}, "c"),
        ({"traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}, "4bf92f"),
        ({"traceparent": "nonsense"}, None),
        ({"x-request-id": " ", "cf-ray": "7"}, "7"),
        ({"x-request-id": "x" * 5_000}, "x" * 200),
    ],
    ids=["none", "correlation", "W3C", "nonsense", "empty", "long"],
)
@pytest.mark.parametrize("status", [400, 200])
def test_trace_id(headers: dict[str, str], trace_id: str | None, status: int) -> None:
    """The id of a request has many names."""
    error = error_of(httpx.Response(status, html="<h1>", headers=headers))

    assert (error.trace_id or "").startswith(trace_id or "")
    assert (error.trace_id is None) == (trace_id is None)


def test_trace_id_of_the_body() -> None:
    """The body's own id comes first, whatever it is called."""
    for name in ("traceId", "requestId", "correlation_id"):
        body = {"message": "m", name: "b"}
        assert error_of(httpx.Response(400, json=body, headers=HEADERS)).trace_id == "b"
    raw = callers(httpx.Response(200, json=[], headers=HEADERS)).campaigns.with_raw_response
    assert raw.list(organization_id="o").trace_id == "r1"


PHONE = "+12025550142"


@pytest.mark.parametrize(
    "phone", [PHONE, "12025550142", "(202) 555-0142", "tel:+1-202-555-0142", "+1 202 5550142 ext 7"]
)
def test_phone_in_path(phone: str, caplog: pytest.LogCaptureFixture) -> None:
    """A phone number in a path shows its last two digits, in no error and log line more."""
    caplog.set_level(logging.DEBUG, "campaignkit")
    for response in (httpx.Response(404, json={}), httpx.Response(302), httpx.Response(500)):
        with pytest.raises(CampaignKitError) as caught:
            callers(response).contacts.archive_by_phone_number("c1", phone)
        shown = str(caught.value) + repr(vars(caught.value)) + str(caught.value.__cause__)
        shown += "".join(record.getMessage() for record in caplog.records if record.name[0] == "c")
        for digits in ("5550142", "555-0142", "202"):
            assert digits not in shown
        assert "/campaigns/c1/contacts/phoneNumber/***" in shown


def test_phone_in_a_lost_call() -> None:
    """Nor does it show if no response came."""

    def respond(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("reset")

    with pytest.raises(CampaignKitError, match=r"phoneNumber/\*\*\*42") as caught:
        callers(respond).contacts.archive_by_phone_number("c1", PHONE)
    assert "2025550" not in str(caught.value) + str(caught.value.__cause__)


def test_path() -> None:
    """Ids in a path stay, an email address goes."""
    assert mask_path("/v1/accounts/507f1f77bcf86cd799439011/x/12345") == (
        "/v1/accounts/507f1f77bcf86cd799439011/x/12345"
    )
    assert mask_path("/contacts/ada%40example.com") == "/contacts/***"


def test_class_by_status() -> None:
    """Whatever the body is, the status decides."""
    assert type(error_of(httpx.Response(400, json=NEST))) is BadRequestError
    assert type(error_of(httpx.Response(404, json=NEST))) is NotFoundError
    assert type(error_of(httpx.Response(200, json=NEST))) is ResponseDecodeError
