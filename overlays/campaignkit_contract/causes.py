"""Causes of exceptions in words, for findings and for reasons why something was not checked."""

import json
import re

import httpx

INCOMPLETE = "the response ended before its announced length"
NO_RESPONSE = "the server closed the connection without a response"

_NETWORK: tuple[tuple[type[Exception], str], ...] = (
    (httpx.ConnectTimeout, "no connection in time"),
    (httpx.TimeoutException, "no response in time"),
    (httpx.ConnectError, "no connection"),
    (httpx.NetworkError, "the connection broke"),
    (httpx.RemoteProtocolError, "the response is not HTTP"),
    (httpx.DecodingError, "the body does not have the announced encoding"),
)
_IN_TEXT = (
    # httpx, with the h11 below it, and requests, with the urllib3 below it
    (re.compile("complete message body|IncompleteRead|incomplete chunked read"), INCOMPLETE),
    (re.compile("disconnected without|closed connection without"), NO_RESPONSE),
)
_NUMBER = re.compile(r"^\[Errno -?\d+\] ")  # that of the operating system, before its words
_OBJECT = re.compile(r"'(\w+)' object|^(list|string) ind")
_JSON_TYPES = {
    "NoneType": "null",
    "bool": "a boolean",
    "int": "a number",
    "float": "a number",
    "str": "a text",
    "string": "a text",
    "list": "a list",
    "dict": "an object",
}
_MAX_SHOWN = 20


def network_cause(error: Exception) -> str:
    """Return why a request has no response."""
    text = _NUMBER.sub("", str(error))
    if known := known_cause(text):
        return known
    words = next((words for kind, words in _NETWORK if isinstance(error, kind)), "no response")
    return f"{words}: {text}" if text else words


def known_cause(text: str) -> str:
    """Return the usual cause that a message of an HTTP client names; nothing for another one."""
    return next((cause for pattern, cause in _IN_TEXT if pattern.search(text)), "")


def unreadable_cause(error: Exception) -> str:
    """Return what a response has instead of what a check reads in it."""
    if isinstance(error, json.JSONDecodeError):
        return _not_json(error)
    if isinstance(error, UnicodeDecodeError):
        return "its body is not UTF-8"
    if isinstance(error, KeyError):
        return f"it has no {error.args[0]}"
    if isinstance(error, LookupError):
        return "a list in it is too short"
    if isinstance(error, (TypeError, AttributeError)):
        match = _OBJECT.search(str(error))
        shown = _JSON_TYPES.get(match[1] or match[2], "") if match else ""
        return f"it has {shown or 'a value'} in the place of another type"
    text = str(error)
    return f"it has a value that cannot be read{f': {text}' if text else ''}"


def _not_json(error: json.JSONDecodeError) -> str:
    """Return how a body begins, unless it begins like JSON."""
    text = error.doc.strip()
    if text.startswith(("{", "[")):
        return "its body is JSON that is cut or damaged"
    return f"its body is not JSON and begins with {text[:_MAX_SHOWN]!r}"
