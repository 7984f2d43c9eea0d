"""An exchange holds what was on the wire, from httpx or from a recording."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from campaignkit_contract.exchange import Exchange, RecordingError
from campaignkit_fake import Fake

from .exchanges import GET, ask


def test_no_key_in_repr(fake: Fake) -> None:
    """The repr of an exchange contains no key."""
    assert "fake-sonarly" not in repr(ask(fake, *GET))


class Deaf(httpx.BaseTransport):
    """Transport that responds without reading the request."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return an empty response."""
        return httpx.Response(200)


def test_streamed() -> None:
    """The body of a streamed request is unknown."""
    with httpx.Client(base_url="https://api.invalid", transport=Deaf()) as client:
        exchange = Exchange.from_httpx(client.post("/", content=iter([b"{}"])))

    assert exchange.request_body is None


ENTRY: dict[str, Any] = {
    "request": {"method": "GET", "url": "https://a.example/b%2Fc?d=e#f", "headers": []},
    "response": {"status": 200, "headers": [], "content": {"text": "[]"}},
}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "é"}, "é".encode()),
        ({"text": "WzFd", "encoding": "base64"}, b"[1]"),
        ({"text": "?", "encoding": "base64"}, None),
        ({"size": 5}, None),
        ({"size": 0}, b""),
        ({}, b""),
    ],
)
def test_recorded_body(content: dict[str, Any], expected: bytes | None) -> None:
    """A recorded body is the sent one, or unknown."""
    entry = {**ENTRY, "response": {**ENTRY["response"], "content": content}}

    assert Exchange.from_har(entry).body == expected


def test_recorded_request() -> None:
    """A recorded request has the sent target; replaced headers are hidden."""
    headers = [{"name": ":path", "value": "/"}, {"name": "Authorization", "value": "[Filtered]"}]
    posted = {"mimeType": "application/json"}
    request = {**ENTRY["request"], "headers": headers, "postData": posted}
    exchange = Exchange.from_har({**ENTRY, "request": request})

    assert (exchange.target, exchange.path, exchange.query) == ("/b%2Fc?d=e", "/b%2Fc", "d=e")
    assert exchange.hidden_headers == {"authorization"}
    assert exchange.request_body is None


@pytest.mark.parametrize("entry", [None, {}, {**ENTRY, "response": {"status": "x", "headers": []}}])
def test_recorded_badly(entry: Any) -> None:
    """An entry that is not HAR raises an error."""
    with pytest.raises(RecordingError):
        Exchange.from_har(entry)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["Mon, 05 Jan 2026 09:00:00 GMT"], datetime(2026, 1, 5, 9, tzinfo=UTC)),
        (["Mon, 05 Jan 2026 09:00:00 -0000"], datetime(2026, 1, 5, 9, tzinfo=UTC)),
        (["Mon, 05 Jan 2026 09:00:00 GMT", "yesterday"], datetime(2026, 1, 5, 9, tzinfo=UTC)),
        (["yesterday"], None),
        ([], None),
    ],
)
def test_date(dates: list[str], expected: datetime | None) -> None:
    """The date is that of the first header; proxies can add another one."""
    headers = httpx.Headers([("Date", date) for date in dates])

    assert Exchange("GET", "/", 200, headers, b"").date == expected
