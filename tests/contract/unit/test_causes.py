"""Causes are words about the response or the connection, never the name of an exception."""

import json

import httpx
import pytest
from campaignkit_contract.causes import network_cause, unreadable_cause


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (httpx.ConnectTimeout(""), "no connection in time"),
        (httpx.ReadTimeout("slow"), "no response in time: slow"),
        (httpx.ConnectError("[Errno 111] Connection refused"), "no connection: Connection refused"),
        (httpx.ReadError(""), "the connection broke"),
        (httpx.DecodingError("gzip"), "the body does not have the announced encoding: gzip"),
        (httpx.RemoteProtocolError("bad line"), "the response is not HTTP: bad line"),
        (httpx.TooManyRedirects(""), "no response"),
        (
            httpx.RemoteProtocolError("closed without sending complete message body (9 of 10)"),
            "the response ended before its announced length",
        ),
        (
            httpx.RemoteProtocolError("Server disconnected without sending a response."),
            "the server closed the connection without a response",
        ),
    ],
)
def test_network(error: httpx.HTTPError, cause: str) -> None:
    """A request without a whole response has a cause, without the bytes that differ each time."""
    assert network_cause(error) == cause


def read(body: bytes) -> object:
    """Return a name as a check reads it."""
    return json.loads(body or b"null")["items"][0]["name"].upper()


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (
            b"<html>a page of a gateway",
            "is not JSON and begins with '<html>a page of a ga'",
        ),
        (b'{"items": [', "its body is JSON that is cut or damaged"),
        (b"\xff", "its body is not UTF-8"),
        (b"{}", "it has no items"),
        (b'{"items": []}', "a list in it is too short"),
        (b"", "it has null in the place of another type"),
        (b"[]", "it has a list in the place of another type"),
        (b'"a"', "it has a text in the place of another type"),
        (b'{"items": [{"name": 7}]}', "it has a number in the place of another type"),
    ],
)
def test_unreadable(body: bytes, cause: str) -> None:
    """A response that a check cannot read has something else, which the cause names."""
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)) as error:
        read(body)

    assert unreadable_cause(error.value).endswith(cause)


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (TypeError("unhashable"), "it has a value in the place of another type"),
        (ValueError("Invalid isoformat string: 'x'"), "cannot be read: Invalid isoformat"),
        (ValueError(), "it has a value that cannot be read"),
        (json.JSONDecodeError("Expecting value", "", 0), "is not JSON and begins with ''"),
    ],
)
def test_other(error: Exception, cause: str) -> None:
    """An error without a known form is a value that cannot be read."""
    assert cause in unreadable_cause(error)
