"""Parameters of a path, query, header or cookie, in the styles of the spec.

A function takes the name of the argument in Python, for the error about a bad value.
"""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote, quote_plus

from .arguments import cookie_value, encoded, header_value, url_text, without_controls
from .encoders import Encoder
from .models import UNSET, Unset
from .styles import PathStyle, Style, header_text, json_text, path_text, query_pairs

T = TypeVar("T")

# Reserved characters that a query allows, without those that divide its parameters.
_RESERVED = ":/?@!$'()*,;="


def path(
    argument: str, name: str, value: object, encoder: Encoder, style: PathStyle, *, explode: bool
) -> str:
    """Return a list or an object, or a value with a prefix, as one segment of a path."""
    return _styled(
        argument,
        value,
        encoder,
        lambda result: path_text(name, result, style, _quoter(argument), explode=explode),
    )


def query(
    argument: str,
    name: str,
    value: object,
    encoder: Encoder,
    style: Style,
    *,
    explode: bool = False,
    allow_reserved: bool = False,
) -> str:
    """Return a parameter of a query; "" if it is left out.

    Delimiters are not encoded if a URL allows them, so a server can
    split before decoding.
    """
    result = encoded(argument, value, encoder)
    if result is UNSET or result is None:
        return ""
    pairs = _styled(
        argument, result, _as_is, lambda found: query_pairs(name, found, style, explode=explode)
    )
    safe = _RESERVED if allow_reserved else ("," if style == "form" and not explode else "")
    escape = quote if allow_reserved or style == "spaceDelimited" else quote_plus
    return "&".join(
        f"{quote(key, safe='')}={escape(without_controls(argument, text), safe=safe)}"
        for key, text in pairs
    )


def query_string(*parts: str) -> str:
    """Return the joined parts of a query, without empty ones."""
    return "&".join(part for part in parts if part)


def header(argument: str, value: object, encoder: Encoder, *, explode: bool) -> str | Unset:
    """Return a list or an object for a header."""
    return header_value(argument, _text(argument, value, encoder, explode=explode), _as_is)


def cookie(argument: str, value: object, encoder: Encoder) -> str | Unset:
    """Return a list or an object for one cookie, joined by commas."""
    text = _text(argument, value, encoder, explode=False)
    if isinstance(text, str):
        for part in text.split(","):
            cookie_value(argument, part, _as_is)
    return text


def json_value(argument: str, value: object, encoder: Encoder) -> str | Unset:
    """Return a value as JSON text, for a query."""
    result = encoded(argument, value, encoder)
    return UNSET if result is UNSET else url_text(argument, json_text(result))


def json_header(argument: str, value: object, encoder: Encoder) -> str | Unset:
    """Return a value as JSON text in ASCII, for a header."""
    import json

    result = encoded(argument, value, encoder)
    return UNSET if result is UNSET else json.dumps(result, separators=(",", ":"))


def json_path(argument: str, value: object, encoder: Encoder) -> str:
    """Return a value as JSON text, for a segment of a path."""
    return _quoter(argument)(json_text(encoded(argument, value, encoder)))


def _text(argument: str, value: object, encoder: Encoder, *, explode: bool) -> str | Unset:
    result = encoded(argument, value, encoder)
    if result is UNSET or result is None:
        return UNSET
    return _styled(argument, result, _as_is, lambda found: header_text(found, explode=explode))


def _styled(argument: str, value: object, encoder: Encoder, style: Callable[[Any], T]) -> T:
    """Encode a value and write it in a style; errors name the argument."""
    result: T = encoded(argument, value, lambda given: style(encoder(given)))
    return result


def _as_is(value: Any) -> Any:
    return value


def _quoter(argument: str) -> Callable[[str], str]:
    return lambda text: quote(url_text(argument, text), safe="")
