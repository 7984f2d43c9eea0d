"""Arguments of generated methods, checked and encoded for a path, query, header or body.

A function takes the name of the argument in Python, for the error about a bad value. When that
error is raised, nothing has been sent.
"""

import builtins
import re
from collections.abc import Callable, Mapping
from enum import Enum
from keyword import iskeyword
from typing import Any, TypeVar
from urllib.parse import quote

from .encoders import Encoder, identifier, integer, model, text
from .errors import EncodeError, InvalidArgumentError, InvalidArgumentTypeError
from .files import File, read_file
from .inspection import as_int, describe_value, is_listable, is_table
from .models import UNSET, Model, Unset
from .styles import primitive

E = TypeVar("E", bound=Enum)
M = TypeVar("M", bound=Model)
T = TypeVar("T")

# Segments that quoting does not change, and that no URL resolves, unlike "." and "..".
_PLAIN_SEGMENT = re.compile(r"(?!\.{1,2}$)[\w.~-]{1,200}", re.ASCII)

# httpx refuses longer URLs; the rest is left to the base URL and the other arguments.
_MAX_URL_TEXT = 65_536 - 4_096

_HEADER = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def unset_if_none(value: T | None) -> T | Unset:
    """Return the value, or UNSET for None."""
    return UNSET if value is None else value


def unset_if_empty(body: M) -> M | Unset:
    """Return the body, or UNSET if all of its fields are unset."""
    return body if any(getattr(body, name) is not UNSET for name in body._json_names) else UNSET


def matches(found: object, value: object) -> bool:
    """Return True if a response has the given value; an unset value matches anything."""
    if isinstance(value, Unset):
        return True
    if isinstance(found, Model):
        found = found.to_dict()
    if isinstance(value, Model):
        value = value.to_dict()
    if isinstance(value, Mapping) and isinstance(found, Mapping):
        return all(matches(found.get(name, UNSET), part) for name, part in value.items())
    if isinstance(value, list) and isinstance(found, list):
        return len(value) == len(found) and all(map(matches, found, value))
    return found == value


def encoded(argument: str, value: object, encoder: Encoder) -> Any:
    """Return a value as JSON.

    Args:
        argument: Name of the argument; "" for a body whose fields are the arguments.
        value: Value that the caller passed.
        encoder: Encoder of the argument's schema.

    Raises:
        InvalidArgumentError: The value cannot be sent.
    """
    try:
        return encoder(value)
    except EncodeError as error:
        raise _invalid(argument, error) from None
    except RecursionError:
        raise refused(argument, "must be nested less deeply. It may contain itself.") from None


def path_segment(argument: str, value: object, encoder: Encoder = identifier) -> str:
    """Return a value as one quoted segment of a path."""
    if encoder is identifier and type(value) is str and _PLAIN_SEGMENT.fullmatch(value):
        return value  # as most identifiers are
    segment = primitive(encoded(argument, value, encoder))
    if segment.strip() in ("", ".", ".."):
        raise refused(argument, f"must be one segment of a path, got {segment!r}.")
    return quote(url_text(argument, segment), safe="")


def query_value(argument: str, value: object, encoder: Encoder) -> Any:
    """Return a value for a query; UNSET and None are not sent."""
    result = encoded(argument, value, encoder)
    for item in result if isinstance(result, list) else [result]:
        _check_length(argument, str(item))
    return result


def header_value(argument: str, value: object, encoder: Encoder) -> str | Unset:
    """Return a value for a header; UNSET if there is nothing to send."""
    result = encoded(argument, value, encoder)
    if result is UNSET or result is None:
        return UNSET
    header = primitive(result)
    if not _HEADER.fullmatch(header):
        raise refused(
            argument, "must be printable ASCII text without blanks at its ends, as headers need it."
        )
    return header


def sendable(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters without the unset ones, whose value is UNSET or None."""
    return {
        name: value for name, value in values.items() if value is not UNSET and value is not None
    }


def cookie_value(argument: str, value: object, encoder: Encoder) -> str | Unset:
    """Return a value for a cookie; UNSET if there is nothing to send."""
    cookie = header_value(argument, value, encoder)
    if isinstance(cookie, str) and set(cookie) & set(' ",;\\'):
        raise refused(
            argument, "must not contain blanks, quotes, commas, semicolons or backslashes."
        )
    return cookie


def as_list(argument: str, values: object) -> list[Any]:
    """Return the values of an iterable as a list.

    Raises:
        InvalidArgumentTypeError: The values are text, bytes, a mapping or a table.
    """
    if isinstance(values, list):
        return values
    if not is_listable(values):
        advice = "Pass a list, also for one value." if isinstance(values, str | bytes) else ""
        advice = "Pass one of its columns." if is_table(values) else advice
        raise _invalid(argument, EncodeError("a list", values, advice))
    items: list[Any] = list(values)  # type: ignore[call-overload]
    return items


def as_dict(argument: str, values: object) -> dict[str, Any]:
    """Return a mapping, or a model without declared fields, as a dict."""
    if isinstance(values, Model) and not values._json_names:
        values = getattr(values, "additional_properties", None)
    if not isinstance(values, Mapping):
        raise _invalid(argument, EncodeError("a mapping", values))
    return dict(values)


def as_model(kind: type[M], argument: str, value: object) -> M:
    """Return a model, or the model for a mapping with names of Python or of JSON."""
    if isinstance(value, kind):
        return value
    found: M = kind.from_dict(encoded(argument, value, model(kind)))  # type: ignore[attr-defined]
    return found


def body_of(kind: type[M], body: object, fields: Mapping[str, object]) -> M | Unset:
    """Return a body that is passed as a whole or by its fields; UNSET without either.

    Raises:
        InvalidArgumentError: Both are passed.
    """
    values = {name: value for name, value in fields.items() if value is not UNSET}
    if body is None:
        return as_model(kind, "", values) if values else UNSET
    whole = as_model(kind, "body", body)
    if values:
        raise refused("body", f"must not be passed with {', '.join(values)}.")
    return whole


def required_body_of(kind: type[M], body: object, fields: Mapping[str, object]) -> M:
    """Return a body as `body_of`; raise InvalidArgumentError without one."""
    found = body_of(kind, body, fields)
    if isinstance(found, Unset):
        raise refused("body", f"must be passed, or its fields: {', '.join(fields)}.")
    return found


def any_of(value: Any) -> Any:
    """Return a value of several types, which the encoder checks."""
    return value


def list_with(argument: str, values: object, convert: Callable[[str, Any], T]) -> list[T]:
    """Return the converted values of an iterable."""
    return [
        convert(f"{argument}[{index}]", value)
        for index, value in enumerate(as_list(argument, values))
    ]


def validate_positive_int(name: str, value: object) -> int:
    """Return the number; raise an InvalidArgumentError unless it is an integer of 1 or more."""
    number = as_int(value)
    if number is None or number < 1:
        kind = InvalidArgumentError if number is not None else InvalidArgumentTypeError
        raise kind(f"{name} must be an integer >= 1, got {describe_value(value)}.", argument=name)
    return number


def enum_member(kind: type[E], argument: str, value: object) -> E:
    """Return the member of an enumeration for a value, which the spec need not name."""
    return kind(encoded(argument, value, integer if issubclass(kind, int) else text))


def file(argument: str, upload: object) -> File:
    """Return a file with all of its content in memory."""
    try:
        return read_file(upload)
    except EncodeError as error:
        raise _invalid(argument, error) from error.__cause__


def url_text(argument: str, value: str) -> str:
    """Return a text; raise an InvalidArgumentError if no URL can hold it."""
    _check_length(argument, without_controls(argument, value))
    return value


def without_controls(argument: str, value: str) -> str:
    """Return a text; raise an InvalidArgumentError if it has control characters."""
    if _CONTROL.search(value):
        raise refused(argument, "must not contain control characters, such as a line break.")
    return value


def _check_length(argument: str, value: str) -> None:
    # Quoting makes three bytes of each byte of UTF-8, so at most twelve of a character.
    if len(value) <= _MAX_URL_TEXT // 12:
        return
    if len(value) > _MAX_URL_TEXT or len(quote(value, safe="")) > _MAX_URL_TEXT:
        raise refused(argument, f"must be short enough for a URL, got {len(value)} characters.")


def _invalid(argument: str, error: EncodeError) -> InvalidArgumentError:
    """Return the error for an argument, or for a value within it."""
    got = f", got {error.received}" if error.is_type else ""
    message = " ".join(part for part in (f"must be {error.expected}{got}.", error.advice) if part)
    kind = InvalidArgumentTypeError if error.is_type else InvalidArgumentError
    return refused(f"{argument}{error.steps}", message, kind)


def refused(
    path: str, message: str, kind: type[InvalidArgumentError] = InvalidArgumentError
) -> InvalidArgumentError:
    """Return the error for the value at a path such as `ids[0]`, or `.type_` for a field."""
    plain = path.removeprefix(".") or "body"
    first = re.split(r"[.\[]", plain)[0]
    name = _keyword(first) if path.startswith(".") else first
    return kind(f"{name}{plain.removeprefix(first)} {message}", argument=name)


def _keyword(attribute: str) -> str:
    """Return the argument for a field of a body: `type` for the attribute `type_`."""
    plain = attribute.removesuffix("_")
    return plain if hasattr(builtins, plain) and not iskeyword(plain) else attribute
