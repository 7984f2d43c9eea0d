"""Details of a failure in the vendor's own words, from the forms that error bodies have.

The forms are the envelope of Sonarly, the bare message of Callers.ai, and those of frameworks and
gateways: NestJS, FastAPI, Django, problem details (RFC 9457), OAuth, lists of errors, plain text,
HTML and XML.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from ._redaction import excerpt

_MAX_MESSAGE = 300
_MAX_DETAILS = 300
_MAX_NESTING = 8

# In order of preference: the first key with a text gives the message.
_MESSAGE_KEYS = (
    *("message", "msg", "detail", "error_description", "description", "reason", "title"),
    *("constraints", "error", "errors", "faultstring", "fault", "Message", "response"),
    *("defaultMessage", "messages", "violations", "issues", "hydra:description"),
)
_CODE_KEYS = ("code", "error_code", "errorCode", "type")
_DETAILS_KEYS = ("details", "errors", "violations", "issues", "invalid-params", "invalidParams")
_PLACE_KEYS = ("loc", "field", "path", "property", "param", "pointer", "source")
_TRACE_KEYS = ("traceId", "trace_id", "requestId", "request_id", "correlationId", "correlation_id")

# Frameworks repeat the values of the request under these names.
_ECHO_KEYS = frozenset(["input", "target", "value", "rejectedValue", "received", "body", "stack"])

_REQUEST_ID_HEADERS = (
    *("x-request-id", "request-id", "x-correlation-id", "x-trace-id", "x-amzn-requestid"),
    *("x-amz-request-id", "apigw-requestid", "x-ms-request-id"),
    *("x-amzn-trace-id", "x-cloud-trace-context", "x-vercel-id", "fly-request-id", "cf-ray"),
)
_KEPT_HEADERS: Final = frozenset(
    [
        *_REQUEST_ID_HEADERS,
        *("traceparent", "retry-after", "content-type", "date", "server", "via", "allow"),
    ]
)
_KEPT_PREFIXES = ("ratelimit", "x-ratelimit")
_MAX_HEADER = 200

# Elements of HTML and XML that hold words, up to the next tag.
_ELEMENTS = re.compile(
    r"<(?:[\w-]{1,20}:)?(?:title|h1|pre|message|faultstring|description)(?:\s[^>]{0,200})?>"
    r"([^<]{1,1000})",
    re.IGNORECASE,
)
_MAX_ELEMENTS = 2


class ErrorDetails(NamedTuple):
    """Code, message, details and trace id of a failure."""

    code: str | None = None
    message: str | None = None
    details: Any = None
    trace_id: str | None = None

    def summary(self, secrets: Iterable[str] = ()) -> str:
        """Return code and message for the text of an error, cut and without secrets."""
        message = excerpt(self.message or "", _MAX_MESSAGE, secrets)
        return ": ".join(part for part in (excerpt(self.code or "", 100, secrets), message) if part)

    def details_text(self, secrets: Iterable[str] = ()) -> str:
        """Return the details for the text of an error, cut and without secrets."""
        if self.details in (None, "", [], {}):
            return ""
        shown = _without_echo(self.details, _MAX_NESTING)
        text = shown if isinstance(shown, str) else json.dumps(shown, ensure_ascii=False)
        text = excerpt(text, _MAX_DETAILS, secrets)
        is_repeated = all(leaf in (self.message or "") for leaf in _leaves(shown))
        return "" if is_repeated else text


NO_DETAILS = ErrorDetails()


def details_of(body: object, headers: Mapping[str, str]) -> ErrorDetails:
    """Return the details that the parsed JSON of a failure holds; the headers give a trace id."""
    outer = body if isinstance(body, dict) else {}
    error = outer.get("error")
    inner = error if isinstance(error, dict) else outer
    message = "; ".join(dict.fromkeys(_words(body, _MAX_NESTING))) or None
    return ErrorDetails(
        code=_code(inner, message) or _code(outer, message),
        message=message,
        details=_details(inner, outer, body),
        trace_id=_first_text(outer, _TRACE_KEYS) or trace_id_of(headers),
    )


def text_details(text: str, headers: Mapping[str, str]) -> ErrorDetails:
    """Return the details of a failure without JSON: plain text, or the words of HTML and XML."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    plain = text.strip()
    if not plain.startswith("<"):
        words = plain if kind == "text/plain" or _is_plain_text(kind, plain) else ""
    else:
        import html  # a millisecond that only these responses need

        elements: list[str] = _ELEMENTS.findall(text[:100_000])
        found = [" ".join(html.unescape(element).split()) for element in elements]
        words = ": ".join([*dict.fromkeys(filter(None, found))][:_MAX_ELEMENTS])
    return ErrorDetails(message=words or None, trace_id=trace_id_of(headers))


def _is_plain_text(kind: str, text: str) -> bool:
    """Return True for words that a gateway sends under another type, or under none."""
    is_text = not kind or kind.startswith("text/") or kind.endswith("json")
    return is_text and not text.startswith(("{", "[")) and not set(text) & {"\0", "\ufffd"}


def trace_id_of(headers: Mapping[str, str]) -> str | None:
    """Return the id under which the vendor, or a proxy before it, knows the request."""
    found = (headers.get(name, "").strip() for name in _REQUEST_ID_HEADERS)
    if text := next(filter(None, found), None):
        return text[:_MAX_HEADER]
    parts = headers.get("traceparent", "").split("-")  # version, trace id, span, flags
    return parts[1] if len(parts) == 4 else None


def kept_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the few headers that help to find a failure, with names in lower case."""
    return {
        name: value[:_MAX_HEADER]
        for name, value in headers.items()
        if name in _KEPT_HEADERS or name.startswith(_KEPT_PREFIXES)
    }


def _words(value: object, depth: int) -> Iterator[str]:
    """Yield the texts that say in words what is wrong."""
    if isinstance(value, str):
        if text := value.strip():
            yield text
    elif depth and isinstance(value, list):
        for item in value:
            yield from _words(item, depth - 1)
    elif depth and isinstance(value, dict):
        place = _place(value)
        for words in _words_of_object(value, depth - 1):
            yield f"{place}: {words}" if place and place not in words else words


def _words_of_object(value: dict[str, Any], depth: int) -> list[str]:
    for key in _MESSAGE_KEYS:
        found = value.get(key)
        if key == "constraints" and isinstance(found, dict):  # of NestJS's validator, by rule
            found = list(found.values())
        if key == "errors" and isinstance(found, dict) and _is_by_field(found):
            words = _words_by_field(found, depth)
        else:
            words = list(_words(found, depth))
        if not words and key == "message" and isinstance(found, dict):  # by language
            words = [word for word in found.values() if isinstance(word, str)][-1:]
        if words:
            # The title of a problem is for its kind, the detail for this case of it.
            title = value.get("title")
            is_problem = key == "detail" and isinstance(title, str) and title.strip()
            return [f"{title}: {words[0]}", *words[1:]] if is_problem else words
    if value.get("children"):
        return list(_words(value["children"], depth))
    # Django sends lists of words by field, without a name for all of them.
    lists = {name: found for name, found in value.items() if isinstance(found, list | dict)}
    return _words_by_field(lists, depth)


def _is_by_field(value: dict[str, Any]) -> bool:
    """Return True for lists of words by field, not an object with a message."""
    has_lists = all(isinstance(found, list) for found in value.values())
    return has_lists or not any(name in value for name in _MESSAGE_KEYS)


def _words_by_field(value: dict[str, Any], depth: int) -> list[str]:
    return [
        f"{name}: {word}"
        for name in value
        if name not in _ECHO_KEYS
        for word in _words(value[name], depth)
    ]


def _place(value: dict[str, Any]) -> str:
    """Return the field that an entry of a list of errors is about."""
    for key in _PLACE_KEYS:
        place = value.get(key)
        if isinstance(place, dict):  # JSON:API
            place = place.get("pointer") or place.get("parameter")
        if isinstance(place, list):
            place = ".".join(str(step) for step in place if isinstance(step, str | int))
        is_url = key == "path" and str(place).startswith("/")  # Spring: the path of the request
        if isinstance(place, str) and place and not is_url:
            return place[:100]
    return ""


def _code(value: dict[str, Any], message: str | None) -> str | None:
    code = _first_text(value, _CODE_KEYS)
    if code is None and isinstance(word := value.get("error"), str):
        code = word.strip()  # OAuth, NestJS: a short name beside the message
    return None if code in ("", "about:blank", message) else code


def _details(inner: dict[str, Any], outer: dict[str, Any], body: object) -> Any:
    for value in (inner, outer):
        for key in _DETAILS_KEYS:
            if value.get(key) not in (None, "", [], {}):
                return value[key]
    # With an envelope, `data` is a result; beside a bare message it says what is wrong.
    if "success" not in outer and outer.get("data") not in (None, "", [], {}):
        return outer["data"]
    for key in ("message", "detail"):
        if isinstance(inner.get(key), list | dict):
            return inner[key]
    return body if isinstance(body, list) and body else None


def _without_echo(value: Any, depth: int) -> Any:
    """Return details without the parts that repeat the request."""
    if isinstance(value, dict):
        kept = value.items() if depth else ()
        return {k: _without_echo(v, depth - 1) for k, v in kept if k not in _ECHO_KEYS}
    if isinstance(value, list):
        return [_without_echo(item, depth - 1) for item in value] if depth else []
    return value


def _leaves(value: Any) -> Iterator[str]:
    """Yield the texts and numbers of details that have no deep nesting."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _leaves(item)
    elif value is not None:
        yield str(value)


def _first_text(value: dict[str, Any], keys: Iterable[str]) -> str | None:
    found = (value.get(key) for key in keys)
    return next((text for text in found if isinstance(text, str) and text), None)
