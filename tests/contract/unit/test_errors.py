"""Errors show nothing internal, and have the code that the spec names."""

import httpx
import pytest
from campaignkit_contract.checks.errors import check_error, check_job_error, documented_codes
from campaignkit_contract.exchange import Exchange

START, GET = "sonarly_prospecting_start", "sonarly_audiences_get"


def exchange(status: int, body: bytes, request_body: bytes = b"") -> Exchange:
    """Return an exchange with an error."""
    return Exchange("GET", "/v1/accounts", status, httpx.Headers(), body, request_body=request_body)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"error": {"message": "File \\"/srv/a.py\\", line 3"}}', "a path of the server"),
        (b"SELECT name FROM leads", "SQL"),
        (b"E11000", "a database message"),
        (b"NullPointerException: x", "an exception of the server"),
    ],
)
def test_internals(body: bytes, message: str) -> None:
    """An error that shows something internal is breaking."""
    findings = list(check_error(GET, exchange(500, body)))

    assert {(finding.kind, finding.check) for finding in findings} == {("breaking", "internals")}
    assert f"an error contains {message}" in [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("operation", "body", "count"),
    [
        ("sonarly_signals_get", b'{"data": {"error": {"message": "E11000"}}}', 1),
        ("sonarly_signals_get", b'{"data": {"error": {"message": "It has no prospects."}}}', 0),
        ("sonarly_signals_get", b'{"data": {"error": null, "scanId": "E11000"}}', 0),
        ("sonarly_signals_get", b"[]", 0),
        (GET, b'{"data": {"error": {"message": "E11000"}}}', 0),
    ],
)
def test_job_error(operation: str, body: bytes, count: int) -> None:
    """The error of a job that failed shows nothing internal either."""
    found = list(check_job_error(operation, exchange(200, body)))

    assert [(finding.check, finding.location) for finding in found] == count * [
        ("internals", "/data/error")
    ]


def test_sent_text() -> None:
    """A text that the request sent may be shown."""
    assert not list(check_error(GET, exchange(400, b"KeyError", b'"KeyError"')))
    assert not list(check_error(GET, exchange(400, b"'KeyError': is unknown", b'"KeyError"')))
    assert list(check_error(GET, exchange(500, b"KeyError, TypeError", b'"KeyError"')))


def test_sent_digits() -> None:
    """An address is not taken for sent because its digits occur in sent ids."""
    assert list(check_error(GET, exchange(500, b"connect 10.0.3.7:5432", b'"a10b3c7d05432"')))


def test_code() -> None:
    """Another code than the documented one is breaking."""
    [finding] = check_error(GET, exchange(409, b'{"error": {"code": "CONFLICT"}}'))

    assert (finding.check, finding.location) == ("code", "/error/code")
    assert finding.message == "is CONFLICT, expected AUDIENCE_NOT_READY"


@pytest.mark.parametrize("body", [b"[]", b"{", b'{"error": 1}', b'{"error": {}}'])
def test_missing_code(body: bytes) -> None:
    """A missing code is left to the schema."""
    assert not list(check_error(START, exchange(402, body)))


def test_documented_codes() -> None:
    """Codes are taken from sentences about the operation itself, and from its schemas."""
    usual = {400: "VALIDATION_ERROR"}

    assert documented_codes(GET) == {**usual, 409: "AUDIENCE_NOT_READY"}
    assert documented_codes(START) == {**usual, 402: "INSUFFICIENT_CREDITS"}
    assert documented_codes("sonarly_messages_respond") == {
        **usual,
        409: "IDEMPOTENCY_CONFLICT",
        422: "VALIDATION_ERROR",
    }
    assert documented_codes("callers_campaigns_get") == {}
    assert documented_codes("unknown") == {}
